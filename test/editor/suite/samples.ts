// Every sample opens, is read as a plan, and has no broken line.

import * as vscode from 'vscode';
import {
  assert,
  codeOf,
  describe,
  type EditorTest,
  editText,
  endOf,
  errorOnLine,
  open,
} from '../harness.ts';

/** A target that contradicts itself in any document: once it has been found, the document has been checked. */
const contradiction = '目标 对照税收：2021年380万元，比2020年增80万元，增长50%';

export async function samplesTests(): Promise<readonly EditorTest[]> {
  const files = await vscode.workspace.findFiles('**/*.plan');
  assert(files.length > 0, 'the window shows no samples');
  return files
    .map((uri) => ({ uri, name: vscode.workspace.asRelativePath(uri) }))
    .sort((left, right) => left.name.localeCompare(right.name))
    .map(({ uri, name }) => ({
      name: `sample ${name}`,
      run: async () => {
        const editor = await open(uri);
        assert(editor.document.languageId === 'plan', `it is ${editor.document.languageId}`);
        await editText(editor, (edit) =>
          edit.insert(endOf(editor.document), `\n\n${contradiction}\n`),
        );
        await errorOnLine(uri, editor.document.lineCount - 2);
        const broken = vscode.languages
          .getDiagnostics(uri)
          .filter((diagnostic) => codeOf(diagnostic) === 'syntax');
        assert(broken.length === 0, describe(broken));
      },
    }));
}
