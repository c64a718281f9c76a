// The language server's features, as the editor shows them.

import * as vscode from 'vscode';
import {
  assert,
  describe,
  type EditorTest,
  endOf,
  errorOnLine,
  errorsOf,
  goToEnd,
  openPlan,
  press,
  rangeOf,
  replaceText,
  screenshot,
  show,
  typeText,
  until,
} from '../harness.ts';

const header = '计划：甲镇2021年工作计划\n期间：2021年\n基期：2020年\n\n';
const wrongTarget = '目标 税收收入：380万元，比2020年增80万元，增长50%';

const plan = `规划：甲镇“十四五”规划
期间：2021—2025年
基期：2020年

# 发展目标
到2025年，全镇经济总量达到{国民生产总值@2025}。

指标 地区生产总值（亿元）
别名：GDP、国民生产总值
2020年：2.2亿元

目标 地区生产总值：达3亿元，比基期增0.8亿元
目标 税收收入：突破380万元，比基期增80万元

# 重点任务
举措 优化种植结构
责任：农业农村办公室
目标 优质水稻种植面积：保持5000亩
`;

function allSymbols(symbols: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...allSymbols(symbol.children)]);
}

const labelOf = (item: vscode.CompletionItem): string =>
  typeof item.label === 'string' ? item.label : item.label.label;

async function completionsAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return list.items.map(labelOf);
}

async function expectErrorComesAndGoes(editor: vscode.TextEditor): Promise<void> {
  const { document } = editor;
  const line = rangeOf(document, '增长50%').start.line;
  const error = await errorOnLine(document.uri, line);
  assert(document.lineAt(line).range.contains(error.range), 'the error reaches out of its line');
  const related = error.relatedInformation ?? [];
  assert(related.length > 0, 'the error does not say which other figures it is about');
  for (const { location } of related) {
    assert(
      location.uri.toString() === document.uri.toString(),
      `a related place is in ${location.uri}`,
    );
  }
  await replaceText(editor, '增长50%', '增长26.7%');
  await until(
    () => errorsOf(document.uri).length === 0,
    () => `no errors; ${describe(errorsOf(document.uri))}`,
  );
}

export const languageTests: readonly EditorTest[] = [
  {
    name: 'a wrong rate is an error that names the other figures, and goes when it is put right',
    run: async () => expectErrorComesAndGoes(await openPlan(`${header}${wrongTarget}\n`)),
  },
  {
    name: 'a wrong increment typed with the keyboard is found',
    run: async () => {
      const editor = await openPlan(header);
      await goToEnd();
      await typeText(wrongTarget);
      // A list of suggestions that may be open is not what Enter is for here.
      await press('Escape');
      await errorOnLine(editor.document.uri, editor.document.lineCount - 1);
      await screenshot('wrong figure');
    },
  },
  {
    name: 'a wrong figure offers a repair that makes the error go',
    run: async () => {
      const { document } = await openPlan(`${header}${wrongTarget}\n`);
      const error = await errorOnLine(document.uri, 4);
      let titles: string[] = [];
      const [title, repair] = await until(
        async () => {
          const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
            'vscode.executeCodeActionProvider',
            document.uri,
            error.range,
            vscode.CodeActionKind.QuickFix.value,
            100,
          );
          titles = actions.map((action) => action.title);
          const found = actions.find(({ edit }) => edit && edit.size > 0);
          return found?.edit && ([found.title, found.edit] as const);
        },
        () => `a repair; there are: ${titles}`,
      );
      assert(await vscode.workspace.applyEdit(repair), `“${title}” could not be done`);
      await until(
        () => errorsOf(document.uri).length === 0,
        () => `no errors after “${title}”; ${describe(errorsOf(document.uri))}`,
      );
    },
  },
  {
    name: 'the outline has sections, measures, indicators and targets',
    run: async () => {
      const { document } = await openPlan(plan);
      const expected = ['发展目标', '地区生产总值', '税收收入', '重点任务', '优化种植结构'];
      let names: string[] = [];
      await until(
        async () => {
          const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
            'vscode.executeDocumentSymbolProvider',
            document.uri,
          );
          names = allSymbols(symbols ?? []).map(({ name }) => name);
          return expected.every((title) => names.some((name) => name.includes(title)));
        },
        () => `${expected.join('、')} in the outline; there are ${names.join('、')}`,
      );
    },
  },
  {
    name: 'a hover on an indicator shows its values by year',
    run: async () => {
      const { document } = await openPlan(plan);
      const name = rangeOf(document, '地区生产总值', '目标 ');
      let text = '';
      await until(
        async () => {
          const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
            'vscode.executeHoverProvider',
            document.uri,
            name.start.translate(0, 1),
          );
          text = hovers
            .flatMap(({ contents }) => contents)
            .map((content) => (typeof content === 'string' ? content : content.value))
            .join('\n');
          return ['2020', '2.2亿元', '2025', '3亿元'].every((part) => text.includes(part));
        },
        () => `both years with their values; the hover is “${text}”`,
      );
    },
  },
  {
    name: 'keywords are offered where a line begins',
    run: async () => {
      const { document } = await openPlan(`${plan}\n`);
      let labels: string[] = [];
      await until(
        async () => {
          labels = await completionsAt(document, endOf(document));
          return ['目标', '举措', '指标'].every((word) =>
            labels.some((label) => label.startsWith(word)),
          );
        },
        () => `目标, 举措 and 指标 among the suggestions; there are ${labels.join('、')}`,
      );
    },
  },
  {
    name: 'indicators are offered after 目标, and not in prose',
    run: async () => {
      const { document } = await openPlan(`${plan}\n目标明确，措施有力\n目标 `);
      let labels: string[] = [];
      await until(
        async () => {
          labels = await completionsAt(document, endOf(document));
          return ['地区生产总值', '优质水稻种植面积'].every((name) => labels.includes(name));
        },
        () => `the indicators among the suggestions; there are ${labels.join('、')}`,
      );
      const inProse = await completionsAt(document, rangeOf(document, '措施有力').end);
      assert(inProse.length === 0, `in prose there are suggestions: ${inProse.join('、')}`);
    },
  },
  {
    name: 'a reference leads to the declaration of its indicator, by any of its names',
    run: async () => {
      const { document } = await openPlan(plan);
      const declared = rangeOf(document, '地区生产总值', '指标 ').start.line;
      let lines: number[] = [];
      await until(
        async () => {
          const found = await vscode.commands.executeCommand<
            (vscode.Location | vscode.LocationLink)[]
          >(
            'vscode.executeDefinitionProvider',
            document.uri,
            rangeOf(document, '国民生产总值@2025').start.translate(0, 1),
          );
          lines = found.map((place) =>
            'targetRange' in place ? place.targetRange.start.line : place.range.start.line,
          );
          return lines.includes(declared);
        },
        () => `line ${declared + 1}; the definitions are on ${lines.map((line) => line + 1)}`,
      );
    },
  },
  {
    name: 'sections can be folded',
    run: async () => {
      const { document } = await openPlan(plan);
      const first = rangeOf(document, '# 发展目标').start.line;
      const second = rangeOf(document, '# 重点任务').start.line;
      let ranges: vscode.FoldingRange[] = [];
      await until(
        async () => {
          ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
            'vscode.executeFoldingRangeProvider',
            document.uri,
          );
          return ranges?.some(
            ({ start, end }) => start === first && end < second && end >= second - 2,
          );
        },
        () =>
          `the section from line ${first + 1} to the next; there are ${ranges.map(
            ({ start, end }) => `${start + 1}–${end + 1}`,
          )}`,
      );
    },
  },
  {
    name: 'an unsaved document is checked',
    run: async () => {
      const document = await vscode.workspace.openTextDocument({
        language: 'plan',
        content: `${header}${wrongTarget}\n`,
      });
      await expectErrorComesAndGoes(await show(document));
    },
  },
  {
    name: 'a file with CRLF line ends is checked, and keeps them',
    run: async () => {
      const text = `${header}${wrongTarget}\n`.replaceAll('\n', '\r\n');
      const editor = await openPlan(text);
      assert(editor.document.eol === vscode.EndOfLine.CRLF, 'the file was not read as CRLF');
      await expectErrorComesAndGoes(editor);
      assert(
        editor.document.getText() === text.replace('增长50%', '增长26.7%'),
        'more than the figure was changed',
      );
    },
  },
  {
    name: 'after a restart of the server the findings are there again',
    run: async () => {
      const { document } = await openPlan(`${header}${wrongTarget}\n`);
      await errorOnLine(document.uri, 4);
      await vscode.commands.executeCommand('planwright.restartServer');
      await errorOnLine(document.uri, 4);
    },
  },
];
