// What is there again after the window has been loaded anew, as after a restart of VS Code.

import * as vscode from 'vscode';
import {
  actUntil,
  assert,
  countLoads,
  type EditorTest,
  inPreview,
  open,
  replaceText,
  screenshot,
  until,
} from '../harness.ts';

const planOf = (place: string): string =>
  `规划：${place}“十四五”规划\n期间：2021—2025年\n基期：2020年\n\n# 发展目标\n${place}的路要修通。\n`;

function fileOf(place: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert(folder, 'the window shows no folder');
  return vscode.Uri.joinPath(folder.uri, 'scratch', `${place}.plan`);
}

async function openPlanOf(place: string): Promise<vscode.TextEditor> {
  const uri = fileOf(place);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(planOf(place)));
  return open(uri);
}

const previews = (): vscode.Tab[] =>
  vscode.window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.filter(({ input }) => input instanceof vscode.TabInputWebview),
  );

const labels = (): string =>
  previews()
    .map(({ label }) => label)
    .join(' | ');

/** The one that VS Code shows of several; the others have no page until they are shown. */
const reportShows = (text: string): Promise<unknown> =>
  until(
    () =>
      inPreview<boolean>(
        `document.getElementById('report').innerText.includes(${JSON.stringify(text)})`,
      ),
    () => `“${text}” in the preview; the previews are ${labels()}`,
  );

/** Two previews: one is pinned to a plan that no editor shows any more, the other goes along with another plan. */
async function openPreviews(): Promise<void> {
  const pinned = await openPlanOf('甲镇');
  await vscode.commands.executeCommand('planwright.openPreview');
  await reportShows('甲镇的路');
  await actUntil(
    () =>
      inPreview(
        `document.getElementById('pin').ariaPressed === 'true' || document.getElementById('pin').click()`,
      ),
    () => inPreview<boolean>(`document.getElementById('pin').ariaPressed === 'true'`),
    'a pinned preview',
  );
  await openPlanOf('乙乡');
  await vscode.window.tabGroups.close(
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(
        ({ input }) =>
          input instanceof vscode.TabInputText &&
          input.uri.toString() === pinned.document.uri.toString(),
      ),
  );
  await vscode.commands.executeCommand('planwright.openPreview');
  await until(() => previews().length === 2, 'a second preview');
  await reportShows('乙乡的路');
}

async function expectPreviews(): Promise<void> {
  await until(
    () => /pinned/.test(labels()) && previews().length === 2,
    () => `both previews, one of them pinned; there are ${labels()}`,
  );
  await reportShows('乙乡的路');
  await screenshot('previews after a reload');
  const editor = await open(fileOf('乙乡'));
  await replaceText(editor, '修通', '铺平');
  await reportShows('乙乡的路要铺平');
  // As a click on its tab.
  await vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup');
  await vscode.commands.executeCommand('workbench.action.openEditorAtIndex1');
  await reportShows('甲镇的路要修通');
  await until(
    () => inPreview<boolean>(`document.getElementById('pin').ariaPressed === 'true'`),
    'the pin in it',
  );
  await screenshot('pinned preview after a reload');
}

export const reloadTests: readonly EditorTest[] = [
  {
    name: 'previews come back with their plans after the window has been loaded anew',
    run: async () => {
      const loads = await countLoads();
      assert(loads <= 2, 'the previews did not come back');
      if (loads === 2) return expectPreviews();
      await openPreviews();
      await vscode.commands.executeCommand('workbench.action.reloadWindow');
      // The window that comes next starts the suite anew; this one goes.
      await new Promise(() => {});
    },
  },
];
