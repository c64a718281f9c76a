// What helps while a line is being written, with the keyboard and the lists that a writer has before them.

import * as vscode from 'vscode';
import {
  actUntil,
  assert,
  compose,
  type EditorTest,
  goToEnd,
  inWorkbench,
  openPlan,
  press,
  screenshot,
  typeText,
  until,
} from '../harness.ts';

const plan = `规划：甲镇“十四五”规划
期间：2021—2025年
基期：2020年

指标 地区生产总值（亿元）
别名：GDP
2020年：2.2亿元

目标 税收收入：达到380万元
目标 优质水稻种植面积：保持5000亩

`;

/** The names in the list of suggestions; none while there is no list. */
async function suggested(): Promise<string[]> {
  const labels = await inWorkbench<string[]>(
    `[...document.querySelectorAll('.suggest-widget.visible .monaco-list-row')]
      .map((row) => [Number(row.dataset.index), row.querySelector('.label-name')?.textContent ?? ''])
      .sort(([one], [other]) => one - other)
      .map(([, label]) => label)`,
  );
  return labels ?? [];
}

async function expectFirst(label: string): Promise<void> {
  let labels: string[] = [];
  await until(
    async () => {
      labels = await suggested();
      return labels[0] === label;
    },
    () => `${label} as the first suggestion; there are ${labels.join('、') || 'none'}`,
  );
}

async function expectLine(document: vscode.TextDocument, expected: string): Promise<void> {
  const last = () => document.lineAt(document.lineCount - 1).text;
  await until(
    () => last() === expected,
    () => `“${expected}” on the last line; there is “${last()}”`,
  );
}

async function expectEnd(document: vscode.TextDocument, expected: string): Promise<void> {
  await until(
    () => document.getText().endsWith(expected),
    () => `${JSON.stringify(expected)}; there is ${JSON.stringify(document.getText().slice(-80))}`,
  );
}

/** Types with the keys of the keyboard, as one does without an input method. */
async function typeKeys(text: string): Promise<void> {
  for (const key of text) await press(key);
}

/** The server has read what was typed last, and whatever it had to say has been said. */
async function serverHasAnswered(document: vscode.TextDocument): Promise<void> {
  await vscode.commands.executeCommand(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.lineAt(document.lineCount - 1).range.end,
  );
}

async function opened(text: string): Promise<vscode.TextDocument> {
  const { document } = await openPlan(text);
  await until(async () => {
    const symbols = await vscode.commands.executeCommand<unknown[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    return text.trim() === '' || (symbols && symbols.length > 0);
  }, 'the server has read the document');
  await goToEnd();
  return document;
}

export const writingTests: readonly EditorTest[] = [
  {
    name: 'a name is found by its initials, and what can be said of it follows',
    run: async () => {
      const document = await opened(plan);
      await typeKeys('mb');
      await expectFirst('目标');
      await press('Tab');
      await expectFirst('地区生产总值');
      await typeKeys('dqsczz');
      await expectFirst('地区生产总值');
      await screenshot('pinyin');
      await press('Tab');
      await expectLine(document, '目标 地区生产总值：');
      await expectFirst('达到');
    },
  },
  {
    name: 'whole syllables and the middle of a name find it as well',
    run: async () => {
      const document = await opened(`${plan}目标 `);
      await typeKeys('shengchan');
      await expectFirst('地区生产总值');
      await press('Escape');
      for (let count = 'shengchan'.length; count > 0; count--) await press('Backspace');
      await typeText('水稻');
      await expectFirst('优质水稻种植面积');
      await press('Tab');
      await expectLine(document, '目标 优质水稻种植面积：');
    },
  },
  {
    name: 'an input method’s composition brings suggestions when it ends',
    run: async () => {
      const document = await opened(`${plan}目标 `);
      await compose(['d', 'di', "di'qu"], '地区');
      await expectFirst('地区生产总值');
      await press('Tab');
      await expectLine(document, '目标 地区生产总值：');
    },
  },
  {
    name: 'what a figure comes to is worked out and put in',
    run: async () => {
      const document = await opened(`${plan}目标 地区生产总值：达3.0亿元`);
      await typeText('，');
      await expectFirst('比基期增0.8亿元');
      await screenshot('derived figures');
      await typeText('年均');
      await expectFirst('年均增长6.4%');
      await press('Tab');
      await expectLine(document, '目标 地区生产总值：达3.0亿元，年均增长6.4%');
    },
  },
  {
    name: 'nothing is suggested in a sentence, nor behind a whole figure',
    run: async () => {
      const document = await opened(plan);
      for (const text of ['今年税收大幅增长，', '各项工作稳步推进', '。']) {
        await typeText(text);
        await serverHasAnswered(document);
        assert((await suggested()).length === 0, `${await suggested()} behind “${text}”`);
      }
      await press('Enter');
      await typeText('目标 税收收入：增长50');
      await press('Escape');
      await typeKeys('%');
      await serverHasAnswered(document);
      assert((await suggested()).length === 0, `${await suggested()} behind 50%`);
    },
  },
  {
    name: 'the parts of a claim are shown while it is written',
    run: async () => {
      await opened(`${plan}目标 地区生产总值`);
      await typeText('：');
      let shown = '';
      await until(
        async () => {
          shown =
            (await inWorkbench<string>(
              `document.querySelector('.parameter-hints-widget.visible')?.textContent ?? ''`,
            )) ?? '';
          return shown.includes('到2025年 力争 达到 …亿元');
        },
        () => `the parts of a claim; there is “${shown}”`,
      );
      await screenshot('parts of a claim');
    },
  },
  {
    name: 'Enter goes on counting, and an empty item ends it',
    run: async () => {
      const document = await opened(`${plan}一是修路。`);
      await press('Enter');
      await expectLine(document, '二是');
      await typeText('通水。');
      await press('Enter');
      await expectLine(document, '三是');
      await press('Enter');
      await expectEnd(document, '二是通水。\n');
    },
  },
  {
    name: 'a new item pushes the others on',
    run: async () => {
      const { document } = await openPlan(`${plan}一是修路。\n二是建园。`);
      const editor = vscode.window.activeTextEditor;
      assert(editor, 'there is no editor');
      const end = document.lineAt(document.lineCount - 2).range.end;
      editor.selection = new vscode.Selection(end, end);
      await until(() => editor.selection.active.isEqual(end), 'the cursor behind the first item');
      await serverHasAnswered(document);
      await press('Enter');
      await expectEnd(document, '一是修路。\n二是\n三是建园。');
      await typeText('通水。');
      await expectEnd(document, '一是修路。\n二是通水。\n三是建园。');
    },
  },
  {
    name: 'Enter makes a row with as many cells, and Tab goes from cell to cell',
    run: async () => {
      const document = await opened(`${plan}表 甲\n| 指标 | 2025年 |\n| --- | --- |`);
      await press('Enter');
      await expectLine(document, '|  |  |');
      await typeText('粮食（吨）');
      await press('Tab');
      await typeText('300');
      await expectLine(document, '| 粮食（吨） | 300 |');
      await press('Enter');
      await expectEnd(document, '| 粮食（吨） | 300 |\n|  |  |');
      await screenshot('table row');
    },
  },
  {
    name: 'an empty page offers whole documents',
    run: async () => {
      const document = await opened('');
      await actUntil(
        () => vscode.commands.executeCommand('editor.action.triggerSuggest'),
        async () => (await suggested()).length > 0,
        'suggestions',
      );
      await expectFirst('Five-year plan (whole document)');
      await screenshot('whole documents');
      await press('Tab');
      await until(() => document.getText().startsWith('plan: Our Township'), 'the whole document');
      await typeText('Willow Creek');
      await until(
        () => document.getText().includes('issuer: Willow Creek Board'),
        'the name in both places',
      );
    },
  },
];
