// The lists beside the text, and the line below it.

import * as vscode from 'vscode';
import {
  type EditorTest,
  inWorkbench,
  openPlan,
  press,
  rangeOf,
  replaceText,
  screenshot,
  typeText,
  until,
} from '../harness.ts';

const plan = `规划：甲镇“十四五”规划
期间：2021—2025年
基期：2020年

指标 地区生产总值（亿元）
2020年：2.2亿元

目标 地区生产总值：达3.0亿元，比基期增0.8亿元
目标 税收收入：xxx万元
目标 登记失业率：控制在3.5%以内，比基期下降0.5个百分点

举措 优化种植结构
责任：农业农村办公室
时限：2023年底前
举措 修通村道
责任：村镇建设办公室
`;

const focus = (view: string): Thenable<unknown> =>
  vscode.commands.executeCommand(`planwright.${view}View.focus`);

/** What the list reads like, row by row, without spaces. */
const rows = async (view: string): Promise<string[]> =>
  (await inWorkbench<string[]>(`(() => {
    const isWanted = (pane) => pane.querySelector('.pane-header')?.ariaLabel?.startsWith(${JSON.stringify(view)});
    const pane = [...document.querySelectorAll('.split-view-view .pane')].find(isWanted);
    return [...pane?.querySelectorAll('.monaco-list-row') ?? []].map((row) => row.innerText.replace(/\\s+/g, ''));
  })()`)) ?? [];

const statusText = async (): Promise<string> =>
  (await inWorkbench<string>(
    'document.querySelector(\'.statusbar-item[id="planwright.planwright.statistics"], .statusbar-item[id$="planwright.statistics"]\')?.innerText ?? ""',
  )) ?? '';

const quickInputText = async (): Promise<string> =>
  (await inWorkbench<string>('document.querySelector(".quick-input-widget")?.innerText ?? ""')) ??
  '';

const pickerShows = (text: string): Promise<unknown> =>
  until(async () => (await quickInputText()).includes(text), `“${text}” to choose`);

const inputShows = (question: string): Promise<unknown> =>
  until(async () => (await quickInputText()).includes(question), `the question “${question}”`);

async function rowsThat(
  view: string,
  holds: (found: readonly string[]) => boolean,
  what: string,
): Promise<string[]> {
  let found: string[] = [];
  return until(
    async () => {
      found = await rows(view);
      return holds(found) && found;
    },
    () => `${what}; there was: ${found.join(' | ')}`,
  );
}

export const workbenchTests: readonly EditorTest[] = [
  {
    name: 'a new plan asks a few questions, and has blanks where nobody has answered',
    run: async () => {
      // Once there is something in the status bar, the server has been started.
      await openPlan(plan);
      await until(statusText, 'the status bar');
      const done = vscode.commands.executeCommand('planwright.newPlan');
      await pickerShows('Annual plan');
      await screenshot('new plan');
      await typeText('Annual');
      await press('Enter');
      await inputShows('Which township');
      await typeText('Willowmere');
      await press('Enter');
      await inputShows('For which year');
      await press('Control+A');
      await typeText('2027');
      await press('Enter');
      await inputShows('What is its title');
      await press('Enter');
      await done;
      await until(
        () => {
          const { isUntitled, languageId, getText } =
            vscode.window.activeTextEditor?.document ?? {};
          const start = 'annual plan: Willowmere Work Plan 2027\n';
          return isUntitled && languageId === 'plan' && getText?.().startsWith(start);
        },
        () => `the plan; there was: ${vscode.window.activeTextEditor?.document.getText()}`,
      );
      await screenshot('new plan made');
    },
  },

  {
    name: 'what is open is listed by kind, and the list gets shorter as it is filled in',
    run: async () => {
      const editor = await openPlan(plan);
      await focus('openItems');
      await rowsThat(
        'To Do',
        (found) =>
          found.some((row) => row.includes('xxx万元')) &&
          found.some((row) => row.includes('修通村道')),
        'the blank and the measure without a deadline',
      );
      await screenshot('open items');
      await vscode.window.showTextDocument(editor.document);
      await vscode.commands.executeCommand('cursorTop');
      await vscode.commands.executeCommand('planwright.nextOpenItem');
      // The window learns of a selection later than the extension that sets it.
      await until(
        () =>
          inWorkbench('document.querySelector(".statusbar").innerText.includes("(3 selected)")'),
        'the blank selected',
      );
      await until(
        () => inWorkbench('document.activeElement.closest(".editor-instance") !== null'),
        'the focus in the text',
      );
      await typeText('380');
      await until(() => editor.document.getText().includes('380万元'), 'what was typed');
      await rowsThat(
        'To Do',
        (found) => found.length > 0 && !found.some((row) => row.includes('万元')),
        'a list without the blank',
      );
    },
  },
  {
    name: 'indicators are listed with their values',
    run: async () => {
      const editor = await openPlan(plan);
      await focus('indicators');
      await rowsThat(
        'Indicators',
        (found) =>
          found.includes('地区生产总值2.2→3.0亿元') && found.includes('登记失业率4.0→≤3.5%'),
        'three indicators',
      );
      // What was focused while the list was empty was not the list.
      await focus('indicators');
      await vscode.commands.executeCommand('list.focusFirst');
      await vscode.commands.executeCommand('list.expand');
      await rowsThat(
        'Indicators',
        (found) => found.some((row) => row.startsWith('20253.0亿元')),
        'the values by year',
      );
      await screenshot('indicators');
      await replaceText(editor, '达3.0亿元，比基期增0.8亿元', '达2.0亿元，比基期减0.2亿元');
      await rowsThat(
        'Indicators',
        (found) => found.includes('地区生产总值2.2→2.0亿元'),
        'the new value',
      );
    },
  },
  {
    name: 'measures are listed by owner, and by deadline where that is wanted',
    run: async () => {
      await openPlan(plan);
      await focus('measures');
      await rowsThat('Measures', (found) => found.at(0) === '农业农村办公室1', 'owners');
      await vscode.commands.executeCommand('planwright.measuresByDeadline');
      await rowsThat('Measures', (found) => found.at(0) === '20231', 'deadlines');
      await vscode.commands.executeCommand('planwright.measuresByOwner');
      await rowsThat('Measures', (found) => found.at(0) === '农业农村办公室1', 'owners again');
    },
  },
  {
    name: 'the status bar tells the length, the targets and what is open',
    run: async () => {
      const editor = await openPlan(plan);
      await until(
        async () => /^Words: \d+ · Targets: 3 · Open: 2$/.test(await statusText()),
        'the three figures',
      );
      await replaceText(editor, 'xxx', '380');
      await until(async () => (await statusText()).endsWith('Open: 1'), 'one less open');
    },
  },
  {
    name: 'a row leads to the text',
    run: async () => {
      const editor = await openPlan(plan);
      await focus('indicators');
      await rowsThat(
        'Indicators',
        (found) => found.at(-1)?.startsWith('登记失业率') === true,
        'the last indicator',
      );
      await focus('indicators');
      await vscode.commands.executeCommand('list.focusLast');
      await vscode.commands.executeCommand('list.select');
      const place = rangeOf(editor.document, '登记失业率');
      await until(() => {
        const { document, selection } = vscode.window.activeTextEditor ?? {};
        return (
          document?.uri.toString() === editor.document.uri.toString() && selection?.isEqual(place)
        );
      }, 'the name selected in the text');
    },
  },
];
