// Poses for the pictures in the documents: not a test of anything but that the poses can be struck.

import * as vscode from 'vscode';
import {
  type EditorTest,
  errorsOf,
  inPreview,
  inWorkbench,
  open,
  rangeOf,
  replaceText,
  runAll,
  screenshot,
  suiteName,
  until,
} from '../harness.ts';

const quietWindow: Record<string, unknown> = {
  'workbench.startupEditor': 'none',
  'workbench.layoutControl.enabled': false,
  'workbench.tips.enabled': false,
  'window.commandCenter': false,
  'breadcrumbs.enabled': false,
  'editor.fontSize': 14,
};

function sample(...segments: string[]): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('the window shows no samples');
  return vscode.Uri.joinPath(folder.uri, ...segments);
}

async function quieten(): Promise<void> {
  const settings = vscode.workspace.getConfiguration();
  for (const [name, value] of Object.entries(quietWindow)) {
    await settings.update(name, value, vscode.ConfigurationTarget.Global);
  }
  await vscode.commands.executeCommand('notifications.clearAll');
}

async function showHoverAt(editor: vscode.TextEditor, range: vscode.Range): Promise<void> {
  const place = range.start.translate(0, 1);
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
  await until(async () => {
    await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
    return inWorkbench('document.querySelector(".monaco-hover:not(.hidden)") !== null');
  }, 'a hover');
}

const inChinese: readonly EditorTest[] = [
  {
    name: 'preview',
    run: async () => {
      await quieten();
      await vscode.commands.executeCommand('workbench.action.closeSidebar');
      const editor = await open(sample('青禾镇十四五规划.plan'));
      await vscode.commands.executeCommand('planwright.openPreview');
      await until(
        () => inPreview('document.getElementById("report").innerText.includes("青禾镇")'),
        'the report in the preview',
      );
      const goals = rangeOf(editor.document, '# 发展目标').start;
      editor.selection = new vscode.Selection(goals.translate(1), goals.translate(1));
      editor.revealRange(new vscode.Range(goals, goals), vscode.TextEditorRevealType.AtTop);
      await until(() => inPreview('window.scrollY > 0'), 'the preview at the same place');
      await screenshot('preview');
    },
  },
  {
    name: 'finding',
    run: async () => {
      const editor = await open(sample('青禾镇十四五规划.plan'));
      await replaceText(editor, '达3亿元，比基期增0.8亿元', '达3亿元，比基期增1.8亿元');
      const error = await until(() => errorsOf(editor.document.uri)[0], 'an error');
      await showHoverAt(editor, error.range);
      await screenshot('finding');
    },
  },
  {
    name: 'hover',
    run: async () => {
      const editor = await open(sample('青禾镇十四五规划.plan'));
      await showHoverAt(editor, rangeOf(editor.document, '国民生产总值', '目标 '));
      await screenshot('hover');
    },
  },
  {
    name: 'views',
    run: async () => {
      await open(sample('望穗镇年度目标工作计划.plan'));
      await vscode.commands.executeCommand('planwright.openItemsView.focus');
      await until(
        () =>
          inWorkbench('document.querySelector(".sidebar").innerText.includes("没有年份的目标")'),
        'the targets without a year',
      );
      await screenshot('views');
    },
  },
];

const inEnglish: readonly EditorTest[] = [
  {
    name: 'english',
    run: async () => {
      await quieten();
      await vscode.commands.executeCommand('workbench.action.closeSidebar');
      await vscode.workspace
        .getConfiguration('workbench')
        .update('colorTheme', 'Default Dark Modern', vscode.ConfigurationTarget.Global);
      await open(sample('willowmere-township-work-plan-2026.plan'));
      await vscode.commands.executeCommand('planwright.openPreview');
      await until(
        () => inPreview('document.getElementById("report").innerText.includes("Willowmere")'),
        'the report in the preview',
      );
      await screenshot('english');
    },
  },
];

export async function run(): Promise<void> {
  await runAll(suiteName() === 'pictures-english' ? inEnglish : inChinese);
}
