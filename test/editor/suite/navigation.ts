// Finding the way through plans, and giving other names, over files that are mostly not open.

import * as vscode from 'vscode';
import {
  assert,
  type EditorTest,
  inWorkbench,
  open,
  rangeOf,
  screenshot,
  typeText,
  until,
} from '../harness.ts';

const library = '指标 黄桃产量（吨）\n别名：黄桃\n2020年：300吨\n';
const town = `规划：甲镇规划
期间：2021—2025年
汇总：./村/*.plan

引用 ./共用/指标库.plan

# 发展目标
黄桃产量要稳步增长，达到{黄桃产量}。

目标 黄桃产量：380吨
图 黄桃产量
`;
const village = '规划：乙村规划\n上级：../甲镇.plan\n\n目标 黄桃产量：38吨\n';

/** Folders are never used twice: what one test renames, another does not find. */
let folderCount = 0;

async function makeFolder(): Promise<(name: string) => vscode.Uri> {
  const root = vscode.workspace.workspaceFolders?.[0];
  assert(root, 'the window shows no folder');
  folderCount += 1;
  const folder = vscode.Uri.joinPath(root.uri, 'scratch', `navigation-${folderCount}`);
  const at = (name: string) => vscode.Uri.joinPath(folder, name);
  const files = { '甲镇.plan': town, '共用/指标库.plan': library, '村/乙村.plan': village };
  for (const [name, text] of Object.entries(files)) {
    await vscode.workspace.fs.writeFile(at(name), new TextEncoder().encode(text));
  }
  return at;
}

/** Files of tests before are gone from the lists as well. */
async function removeFolder(at: (name: string) => vscode.Uri): Promise<void> {
  await vscode.workspace.fs.delete(at(''), { recursive: true });
}

async function withFolder(use: (at: (name: string) => vscode.Uri) => Promise<void>): Promise<void> {
  const at = await makeFolder();
  try {
    await use(at);
  } finally {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await removeFolder(at);
  }
}

async function expectText(uri: vscode.Uri, expected: string): Promise<void> {
  let text = '';
  await until(
    async () => {
      text = (await vscode.workspace.openTextDocument(uri)).getText();
      return text === expected;
    },
    () => `“${expected}”; there is “${text}”`,
  );
}

const inName = (document: vscode.TextDocument): vscode.Position =>
  rangeOf(document, '黄桃产量', '目标 ').start.translate(0, 1);

export const navigationTests: readonly EditorTest[] = [
  {
    name: 'breadcrumbs say where the cursor is',
    run: () =>
      withFolder(async (at) => {
        const editor = await open(at('甲镇.plan'));
        const position = inName(editor.document);
        editor.selection = new vscode.Selection(position, position);
        let shown = '';
        await until(
          async () => {
            shown =
              (await inWorkbench<string>(
                `document.querySelector('.breadcrumbs-control')?.textContent ?? ''`,
              )) ?? '';
            return shown.includes('一、发展目标') && shown.includes('黄桃产量');
          },
          () => `section and target in the breadcrumbs; there is “${shown}”`,
        );
        await screenshot('breadcrumbs');
      }),
  },
  {
    name: 'a few letters find symbols of plans that are not open',
    run: () =>
      withFolder(async (at) => {
        await open(at('甲镇.plan'));
        let found: string[] = [];
        await until(
          async () => {
            const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
              'vscode.executeWorkspaceSymbolProvider',
              '黄产',
            );
            found = symbols.map(({ location }) => location.uri.toString());
            return ['甲镇.plan', '共用/指标库.plan', '村/乙村.plan'].every((name) =>
              found.includes(at(name).toString()),
            );
          },
          () => `symbols of all three plans; there are some of ${found.join(', ')}`,
        );
      }),
  },
  {
    name: 'references are listed in all plans',
    run: () =>
      withFolder(async (at) => {
        const { document } = await open(at('甲镇.plan'));
        let lines: string[] = [];
        const expected = [
          ...[8, 8, 10, 11].map((line) => `甲镇.plan ${line}`),
          ...[1, 2].map((line) => `指标库.plan ${line}`),
          '乙村.plan 4',
        ].sort();
        await until(
          async () => {
            const found = await vscode.commands.executeCommand<vscode.Location[]>(
              'vscode.executeReferenceProvider',
              document.uri,
              inName(document),
            );
            lines = found
              .map(({ uri, range }) => `${uri.path.split('/').at(-1)} ${range.start.line + 1}`)
              .sort();
            return lines.join() === expected.join();
          },
          () => `${expected.join('、')}; there are ${lines.join('、')}`,
        );
      }),
  },
  {
    name: 'the other places of a name are marked',
    run: () =>
      withFolder(async (at) => {
        const { document } = await open(at('甲镇.plan'));
        let kinds: (vscode.DocumentHighlightKind | undefined)[] = [];
        await until(
          async () => {
            const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
              'vscode.executeDocumentHighlights',
              document.uri,
              inName(document),
            );
            kinds = (found ?? []).map(({ kind }) => kind);
            const { Read, Write } = vscode.DocumentHighlightKind;
            return kinds.join() === [Read, Read, Write, Read].join();
          },
          () => `two places read, one said, one read; there are ${kinds.join()}`,
        );
      }),
  },
  {
    name: 'a new name is put in all plans, and running text stays',
    run: () =>
      withFolder(async (at) => {
        const { document } = await open(at('甲镇.plan'));
        const edit = await until(async () => {
          const found = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
            'vscode.executeDocumentRenameProvider',
            document.uri,
            inName(document),
            '黄桃总产量',
          );
          return found.size === 3 && found;
        }, 'edits in three files');
        assert(await vscode.workspace.applyEdit(edit), 'the new name could not be put in');
        const renamed = town
          .replace('{黄桃产量}', '{黄桃总产量}')
          .replace('目标 黄桃产量', '目标 黄桃总产量')
          .replace('图 黄桃产量', '图 黄桃总产量');
        await expectText(at('甲镇.plan'), renamed);
        await expectText(at('共用/指标库.plan'), library.replace('黄桃产量', '黄桃总产量'));
        await expectText(at('村/乙村.plan'), village.replace('黄桃产量', '黄桃总产量'));
        await vscode.workspace.saveAll();
      }),
  },
  {
    name: 'a name that cannot be one is refused in a sentence',
    run: () =>
      withFolder(async (at) => {
        const { document } = await open(at('甲镇.plan'));
        let reason = '';
        await until(
          async () => {
            try {
              await vscode.commands.executeCommand(
                'vscode.executeDocumentRenameProvider',
                document.uri,
                inName(document),
                '桃、李',
              );
            } catch (error) {
              reason = error instanceof Error ? error.message : String(error);
            }
            return reason.includes('桃、李');
          },
          () => `a reason with the name in it; there is “${reason}”`,
        );
      }),
  },
  {
    name: 'paths are links to their plans',
    run: () =>
      withFolder(async (at) => {
        const { document } = await open(at('甲镇.plan'));
        let targets: string[] = [];
        const expected = [at('村/乙村.plan'), at('共用/指标库.plan')].map((uri) => uri.path);
        await until(
          async () => {
            const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
              'vscode.executeLinkProvider',
              document.uri,
              10,
            );
            targets = links.flatMap(({ target }) => target?.path ?? []);
            return targets.join() === expected.join();
          },
          () => `links to ${expected.join(', ')}; there are ${targets.join(', ')}`,
        );
      }),
  },
  {
    name: 'paths follow a file and a folder that get other names',
    run: () =>
      withFolder(async (at) => {
        await open(at('甲镇.plan'));
        const rename = async (from: string, to: string): Promise<void> => {
          const edit = new vscode.WorkspaceEdit();
          edit.renameFile(at(from), at(to));
          assert(await vscode.workspace.applyEdit(edit), `${from} could not be renamed`);
        };
        // The server has to be there before a file moves: nobody is asked again afterwards.
        await until(async () => {
          const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
            'vscode.executeWorkspaceSymbolProvider',
            '黄桃产量',
          );
          return found.length >= 3;
        }, 'symbols of the plans');
        await rename('甲镇.plan', '甲镇规划.plan');
        await expectText(at('村/乙村.plan'), village.replace('../甲镇.plan', '../甲镇规划.plan'));
        await rename('村', '各村');
        await expectText(at('甲镇规划.plan'), town.replace('./村/*.plan', './各村/*.plan'));
        await vscode.workspace.saveAll();
      }),
  },
  {
    name: 'a selection grows to the clause, the sentence and the section',
    run: () =>
      withFolder(async (at) => {
        const { document } = await open(at('甲镇.plan'));
        let texts: string[] = [];
        await until(
          async () => {
            const found = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
              'vscode.executeSelectionRangeProvider',
              document.uri,
              [rangeOf(document, '稳步').start],
            );
            texts = [];
            for (let step: vscode.SelectionRange | undefined = found?.[0]; step; step = step.parent)
              texts.push(document.getText(step.range));
            return (
              texts.includes('黄桃产量要稳步增长') &&
              texts.includes('黄桃产量要稳步增长，达到{黄桃产量}。') &&
              texts.some((text) => text.startsWith('# 发展目标') && text.endsWith('图 黄桃产量'))
            );
          },
          () => `clause, sentence and section; there are ${texts.join(' | ')}`,
        );
      }),
  },
  {
    name: 'a name is typed in all places at once, where that is wanted',
    run: () =>
      withFolder(async (at) => {
        const settings = vscode.workspace.getConfiguration('editor');
        await settings.update('linkedEditing', true, vscode.ConfigurationTarget.Global);
        try {
          const editor = await open(at('甲镇.plan'));
          const { end } = rangeOf(editor.document, '黄桃产量', '目标 ');
          editor.selection = new vscode.Selection(end, end);
          await until(
            () => inWorkbench<boolean>(`!!document.querySelector('.linked-editing-decoration')`),
            'the linked places to be marked',
          );
          await typeText('甲');
          await expectText(
            editor.document.uri,
            town
              .replace('{黄桃产量}', '{黄桃产量甲}')
              .replace('目标 黄桃产量', '目标 黄桃产量甲')
              .replace('图 黄桃产量', '图 黄桃产量甲'),
          );
        } finally {
          await settings.update('linkedEditing', undefined, vscode.ConfigurationTarget.Global);
        }
      }),
  },
];
