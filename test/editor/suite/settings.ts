// Settings of the editor and of the file that is shared, and the pages that findings lead to.

import * as vscode from 'vscode';
import {
  actUntil,
  assert,
  codeOf,
  describe,
  type EditorTest,
  errorOnLine,
  inMarkdownPage,
  inWorkbench,
  openPlan,
  rangeOf,
  screenshot,
  show,
  until,
} from '../harness.ts';

/** One error and one finding of a check that is off by default. */
const text = '推进“河长制”、“林长制”。\n目标 引进新品种：5—3项\n';

async function expectFindings(uri: vscode.Uri, expected: string): Promise<void> {
  const there = () =>
    vscode.languages
      .getDiagnostics(uri)
      .map((found) => `${vscode.DiagnosticSeverity[found.severity]} ${codeOf(found)}`)
      .join(', ');
  await until(
    () => there() === expected,
    () => `${expected}; there is ${there()}`,
  );
}

async function withChecks(checks: unknown, run: () => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration('planwright');
  await settings.update('checks', checks, vscode.ConfigurationTarget.Workspace);
  try {
    await run();
  } finally {
    await settings.update('checks', undefined, vscode.ConfigurationTarget.Workspace);
  }
}

async function withProjectFile(run: (write: Write, uri: vscode.Uri) => Promise<void>) {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert(folder, 'the window shows no folder');
  const uri = vscode.Uri.joinPath(folder.uri, 'scratch', '.planwright.json');
  const write: Write = (content) =>
    vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  await write('{}');
  try {
    await run(write, uri);
  } finally {
    await vscode.workspace.fs.delete(uri);
  }
}

type Write = (content: string) => Thenable<void>;

/** The tab in front, as a page of the documentation. */
function pageInFront(): string | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputCustom)) return undefined;
  return input.viewType === 'vscode.markdown.preview.editor' ? input.uri.path : undefined;
}

export const settingsTests: readonly EditorTest[] = [
  {
    name: 'a check has the tier that the settings give it, from then on',
    run: async () => {
      const { document } = await openPlan(text);
      await expectFindings(document.uri, 'Error inverted-range');
      const checks = { 'inverted-range': 'warning', 'quoted-list-comma': 'hint' };
      await withChecks(checks, () =>
        expectFindings(document.uri, 'Information quoted-list-comma, Warning inverted-range'),
      );
      await expectFindings(document.uri, 'Error inverted-range');
    },
  },
  {
    name: 'the code of a finding opens its page, rendered',
    run: async () => {
      const editor = await openPlan(text);
      const { document } = editor;
      const error = await errorOnLine(document.uri, 1);
      assert(typeof error.code === 'object', 'the code is no link');
      const { start } = rangeOf(document, '5—3');
      editor.selection = new vscode.Selection(start, start);
      const link = `document.querySelector('.monaco-hover a.code-link, .monaco-hover a[href*="inverted-range"]')`;
      await actUntil(
        () => vscode.commands.executeCommand('editor.action.showHover'),
        () => inWorkbench<boolean>(`${link} !== null`),
        'a link in the hover',
      );
      // As a click does. The hover may go, and comes again.
      await actUntil(
        async () => {
          await vscode.commands.executeCommand('editor.action.showHover');
          await inWorkbench(`void ${link}?.click()`);
        },
        () => pageInFront() === '/rules/inverted-range.md',
        () => `the page in front; there is ${pageInFront() ?? 'another editor'}`,
      );
      await until(
        () =>
          inMarkdownPage<boolean>(
            `document.querySelector('h1')?.textContent.includes('inverted-range')`,
          ),
        'the page, rendered',
      );
      await screenshot('page of a check');
    },
  },
];

/** Files on the disk, which the server reads where it is a process. */
export const projectFileTests: readonly EditorTest[] = [
  {
    name: 'the shared file counts as soon as it is saved, and says what is wrong in it',
    run: async () => {
      const { document } = await openPlan(text);
      await expectFindings(document.uri, 'Error inverted-range');
      await withProjectFile(async (write, uri) => {
        await write('{ "checks": { "inverted-range": "warning" } }');
        await expectFindings(document.uri, 'Warning inverted-range');
        await write('{ "checks": { "inverted-range": "warning" }, "rangedash": "～" }');
        await until(
          () =>
            vscode.languages.getDiagnostics(uri).some(({ message }) => /rangeDash/.test(message)),
          () => `a finding in the file; ${describe(vscode.languages.getDiagnostics(uri))}`,
        );
      });
      await expectFindings(document.uri, 'Error inverted-range');
    },
  },
  {
    name: 'the shared file is completed and explained',
    run: async () => {
      await withProjectFile(async (write, uri) => {
        await write('{\n  \n}\n');
        const document = await vscode.workspace.openTextDocument(uri);
        await show(document);
        assert(document.languageId === 'jsonc', `it is ${document.languageId}`);
        let labels: string[] = [];
        await until(
          async () => {
            const list = await vscode.commands.executeCommand<vscode.CompletionList>(
              'vscode.executeCompletionItemProvider',
              uri,
              new vscode.Position(1, 2),
            );
            labels = list.items.map(({ label }) =>
              typeof label === 'string' ? label : label.label,
            );
            return ['checks', 'rangeDash', 'places'].every((name) => labels.includes(name));
          },
          () => `the settings among the suggestions; there are ${labels.join(', ')}`,
        );
        await screenshot('project file');
      });
    },
  },
];
