// The lists beside the text, and the line below it.

import * as vscode from 'vscode';
import {
  actUntil,
  type EditorTest,
  inWorkbench,
  openPlan,
  press,
  rangeOf,
  replaceText,
  screenshot,
  show,
  typeText,
  until,
} from '../harness.ts';

/** Each test has an indicator of its own: the rows of one plan stand until the server has read the next. */
const planWith = (indicator: string): string => `规划：甲镇“十四五”规划
期间：2021—2025年
基期：2020年

指标 ${indicator}（亿元）
2020年：2.2亿元

目标 ${indicator}：达3.0亿元，比基期增0.8亿元
目标 税收收入：xxx万元
目标 登记失业率：控制在3.5%以内，比基期下降0.5个百分点

举措 优化种植结构
责任：${indicator}办公室
时限：2023年底前
举措 修通${indicator}村道
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

const quickInput = '.quick-input-widget';

/** Waits for a question that the keyboard can answer. */
const isAsked = (question: string): Promise<unknown> =>
  until(
    () =>
      inWorkbench<boolean>(`(() => {
        const widget = document.activeElement?.closest('${quickInput}');
        return widget?.innerText.includes(${JSON.stringify(question)}) === true;
      })()`),
    `the question “${question}”`,
  );

/** Answers a question in place of what stands there. */
async function answer(question: string, text: string): Promise<void> {
  await isAsked(question);
  await actUntil(
    async () => {
      await press('Control+A');
      await typeText(text);
    },
    () => inWorkbench(`document.activeElement?.value === ${JSON.stringify(text)}`),
    `the answer “${text}”`,
  );
  await press('Enter');
}

/** Waits for rows, after something has been done for them again and again. */
async function rowsThat(
  view: string,
  holds: (found: readonly string[]) => boolean,
  what: string,
  act: () => unknown = () => {},
): Promise<string[]> {
  let found: string[] = [];
  return actUntil(
    act,
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
      await openPlan(planWith('茶叶产值'));
      await until(statusText, 'the status bar');
      const done = vscode.commands.executeCommand('planwright.newPlan');
      await isAsked('Annual plan');
      await screenshot('new plan');
      await answer('Annual plan', 'Annual');
      await answer('Which township', 'Willowmere');
      await answer('For which year', '2027');
      await isAsked('What is its title');
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
      const editor = await openPlan(planWith('花卉产值'));
      await rowsThat(
        'To Do',
        (found) =>
          found.some((row) => row.includes('xxx万元')) &&
          found.some((row) => row.includes('修通花卉产值村道')),
        'the blank and the measure without a deadline',
        () => focus('openItems'),
      );
      await screenshot('open items');
      await show(editor.document);
      // The window learns of a selection later than the extension that sets it.
      await actUntil(
        async () => {
          await vscode.commands.executeCommand('cursorTop');
          await vscode.commands.executeCommand('planwright.nextOpenItem');
        },
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
      const editor = await openPlan(planWith('地区生产总值'));
      await rowsThat(
        'Indicators',
        (found) =>
          found.includes('地区生产总值2.2→3.0亿元') && found.includes('登记失业率4.0→≤3.5%'),
        'three indicators',
        () => focus('indicators'),
      );
      await rowsThat(
        'Indicators',
        (found) => found.some((row) => row.startsWith('20253.0亿元')),
        'the values by year',
        async () => {
          await focus('indicators');
          await vscode.commands.executeCommand('list.focusFirst');
          await vscode.commands.executeCommand('list.expand');
        },
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
      await openPlan(planWith('林业产值'));
      const first = (row: string, what: string, command: string) =>
        rowsThat(
          'Measures',
          (found) => found.at(0) === row,
          what,
          () => vscode.commands.executeCommand(command),
        );
      await first('林业产值办公室1', 'owners', 'planwright.measuresView.focus');
      await first('20231', 'deadlines', 'planwright.measuresByDeadline');
      await first('林业产值办公室1', 'owners again', 'planwright.measuresByOwner');
    },
  },
  {
    name: 'the status bar tells the length, the targets and what is open',
    run: async () => {
      const editor = await openPlan(planWith('渔业产值'));
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
      const editor = await openPlan(planWith('工业产值'));
      await rowsThat(
        'Indicators',
        (found) => found.at(0)?.startsWith('工业产值') === true && found.length === 3,
        'the three indicators',
        () => focus('indicators'),
      );
      const place = rangeOf(editor.document, '登记失业率');
      await actUntil(
        async () => {
          await focus('indicators');
          await vscode.commands.executeCommand('list.focusLast');
          await vscode.commands.executeCommand('list.select');
        },
        () => {
          const { document, selection } = vscode.window.activeTextEditor ?? {};
          return (
            document?.uri.toString() === editor.document.uri.toString() && selection?.isEqual(place)
          );
        },
        'the name selected in the text',
      );
    },
  },
];
