// Exporting a plan: what is asked, what is written, and what is said where it cannot be.

import * as vscode from 'vscode';
import {
  actUntil,
  assert,
  clearNotifications,
  type EditorTest,
  inWorkbench,
  notifications,
  openPlan,
  rangeOf,
  replaceText,
  screenshot,
  until,
} from '../harness.ts';

const whole = '规划：甲镇规划\n编制单位：甲镇人民政府\n\n# 农业\n稳住面积。\n';
const withBlank = '规划：甲镇规划\n期间：2021—2025年\n\n# 财政\n目标 税收收入：2025年达xxx万元\n';

function fileIn(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert(folder, 'there is no folder');
  return vscode.Uri.joinPath(folder.uri, name);
}

async function startOf(file: vscode.Uri): Promise<string> {
  try {
    return String.fromCharCode(...(await vscode.workspace.fs.readFile(file)).slice(0, 2));
  } catch {
    return '';
  }
}

const isWord = (file: vscode.Uri) => async () => (await startOf(file)) === 'PK';

const quickInput = async () =>
  (await inWorkbench<string>(
    '(() => { const widget = document.querySelector(".quick-input-widget"); return widget && widget.style.display !== "none" ? widget.innerText : ""; })()',
  )) ?? '';

const chosenInQuickInput = async () =>
  (await inWorkbench<string>(
    'document.querySelector(".quick-input-list .monaco-list-row.focused")?.innerText ?? ""',
  )) ?? '';

const run = (command: string, ...words: unknown[]) =>
  vscode.commands.executeCommand(command, ...words);

export const exportTests: readonly EditorTest[] = [
  {
    name: 'a plan becomes a Word file, and again without a question',
    run: async () => {
      const target = fileIn('甲镇规划.docx');
      const { document } = await openPlan(whole);
      await run('planwright.exportDocument', document.uri, {
        format: 'docx',
        target: target.toString(),
      });
      await until(isWord(target), 'a Word file');
      await until(
        async () => (await notifications()).includes('甲镇规划.docx'),
        'word of the exported file',
      );
      await screenshot('exported');
      await vscode.workspace.fs.delete(target);
      await run('planwright.exportAgain', document.uri);
      await until(isWord(target), 'the Word file again');
      const files = await vscode.workspace.fs.readDirectory(fileIn('.'));
      const left = files.filter(([name]) => name.startsWith('.甲镇规划'));
      assert(left.length === 0, `there was left ${left}`);
      await clearNotifications();
    },
  },
  {
    name: 'what is still open is told before a Word file is written, and each leads there',
    run: async () => {
      const target = fileIn('有空.docx');
      const editor = await openPlan(withBlank);
      const choices = { format: 'docx', target: target.toString() };
      void run('planwright.exportDocument', editor.document.uri, choices);
      await until(async () => (await quickInput()).includes('xxx'), 'the list of what is open');
      await screenshot('export gate');
      const blank = rangeOf(editor.document, 'xxx').start.line;
      await actUntil(
        () => run('workbench.action.acceptSelectedQuickOpenItem'),
        () => vscode.window.activeTextEditor?.selection.start.line === blank,
        'the cursor at the blank',
      );
      assert((await startOf(target)) === '', 'the file was written all the same');

      void run('planwright.exportDocument', editor.document.uri, choices);
      await until(async () => (await quickInput()).includes('xxx'), 'the list once more');
      await actUntil(
        () => run('workbench.action.quickOpenSelectPrevious'),
        async () => (await chosenInQuickInput()).includes('Export anyway'),
        'the choice to export anyway',
      );
      await actUntil(
        () => run('workbench.action.acceptSelectedQuickOpenItem'),
        isWord(target),
        'the Word file after all',
      );

      const again = fileIn('填好.docx');
      await replaceText(editor, 'xxx', '380');
      await run('planwright.exportDocument', editor.document.uri, {
        format: 'docx',
        target: again.toString(),
      });
      await until(isWord(again), 'a Word file without a question');
      await clearNotifications();
    },
  },
  {
    name: 'a place that cannot be written to is told in one sentence',
    run: async () => {
      const taken = fileIn('taken.docx');
      await vscode.workspace.fs.createDirectory(taken);
      const { document } = await openPlan(whole);
      await run('planwright.exportDocument', document.uri, {
        format: 'docx',
        target: taken.toString(),
      });
      await until(
        async () => /taken\.docx.*folder of that name/.test(await notifications()),
        'the sentence that says why',
      );
      await clearNotifications();
    },
  },
  {
    name: 'a plan becomes a workbook and a table of figures, without a question about blanks',
    run: async () => {
      const { document } = await openPlan(withBlank);
      for (const format of ['xlsx', 'csv', 'stratml']) {
        const target = fileIn(`figures.${format}`);
        await run('planwright.exportDocument', document.uri, { format, target: target.toString() });
        const begins = { xlsx: 'PK', csv: '\u00ef\u00bb', stratml: '<?' }[format];
        await until(async () => (await startOf(target)) === begins, `the file of ${format}`);
      }
      await clearNotifications();
    },
  },
  {
    name: 'the formats are offered with what they are for',
    run: async () => {
      await openPlan(whole);
      void run('planwright.exportDocument');
      await until(async () => (await quickInput()).includes('Markdown'), 'the formats');
      await screenshot('export formats');
      await run('workbench.action.closeQuickOpen');
    },
  },
];
