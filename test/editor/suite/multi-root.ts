// Two folders in one window, each with plans and an indicator library of the same name.

import * as vscode from 'vscode';
import {
  assert,
  type EditorTest,
  editText,
  errorOnLine,
  errorsOf,
  open,
  rangeOf,
  replaceText,
  until,
} from '../harness.ts';

function fileIn(folderName: string, ...segments: string[]): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.find(({ name }) => name === folderName);
  assert(folder, `there is no folder ${folderName}`);
  return vscode.Uri.joinPath(folder.uri, ...segments);
}

export const multiRootTests: readonly EditorTest[] = [
  {
    name: 'both folders are open',
    run: async () => {
      const names = vscode.workspace.workspaceFolders?.map(({ name }) => name);
      assert(names?.join() === 'first,second', `there are ${names}`);
    },
  },
  {
    name: 'a wrong figure is found in either folder',
    run: async () => {
      const inSecond = await open(fileIn('second', '乙镇2021年工作计划.plan'));
      await replaceText(inSecond, '增长20%', '增长50%');
      const wrongLine = rangeOf(inSecond.document, '增长50%').start.line;
      await errorOnLine(inSecond.document.uri, wrongLine);

      const inFirst = await open(fileIn('first', '村', '禾埂村规划.plan'));
      const lineCount = inFirst.document.lineCount;
      await editText(inFirst, (edit) =>
        edit.insert(
          new vscode.Position(lineCount, 0),
          '\n目标 对照税收：2021年380万元，比2020年增80万元，增长50%\n',
        ),
      );
      const { line } = rangeOf(inFirst.document, '增长50%').start;
      await errorOnLine(inFirst.document.uri, line);
      assert(errorsOf(inSecond.document.uri).length > 0, 'the other folder’s error has gone');
    },
  },
  {
    name: 'an included indicator is that of its own folder',
    run: async () => {
      const { document } = await open(fileIn('second', '乙镇2021年工作计划.plan'));
      const library = fileIn('second', '共用', '乡镇指标库.plan').toString();
      let places: string[] = [];
      await until(async () => {
        const found = await vscode.commands.executeCommand<
          (vscode.Location | vscode.LocationLink)[]
        >(
          'vscode.executeDefinitionProvider',
          document.uri,
          rangeOf(document, '税收收入', '目标 ').start.translate(0, 1),
        );
        places = found.map((place) =>
          ('targetUri' in place ? place.targetUri : place.uri).toString(),
        );
        return places.length > 0;
      }, 'a definition');
      assert(
        places.every((place) => place === library),
        `it leads to ${places.join(', ')}`,
      );
    },
  },
];
