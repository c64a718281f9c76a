// What helps to read a plan: colours, hints, lines above lines, hovers, frames and typefaces.

import * as vscode from 'vscode';
import {
  actUntil,
  assert,
  type EditorTest,
  inWorkbench,
  openPlan,
  press,
  rangeOf,
  replaceText,
  screenshot,
  until,
} from '../harness.ts';

const plan = `规划：甲镇“十四五”规划
期间：2021—2025年
基期：2020年

# 发展目标
到2025年，税收达到{税收@2025}，比基期增加{税收@2025.增量}，xx村全部通公路。

指标 税收（万元）
别名：税收收入
2020年：300万元

目标 税收：380万元以上，比基期增80万元
目标 旅游收入：1200万元，比基期增200万元
目标 年均造林：xxx亩

// 忽略 relative-time：与上级文件一致
## 农业
举措 建高标准农田
责任：农业农村办公室
目标 高标准农田：5000亩

### 种植
一是稳粮食。稳住水稻面积。

责任：这一行离举措太远，是一句话。
`;

const settings = () => vscode.workspace.getConfiguration();

async function choose(name: string, value: unknown): Promise<void> {
  await settings().update(name, value, vscode.ConfigurationTarget.Global);
}

/** Runs with a setting, and puts it back. */
async function withSetting(name: string, value: unknown, run: () => Promise<void>): Promise<void> {
  await choose(name, value);
  try {
    await run();
  } finally {
    await choose(name, undefined);
  }
}

async function hintsOf(document: vscode.TextDocument): Promise<vscode.InlayHint[]> {
  const everything = new vscode.Range(0, 0, document.lineCount, 0);
  return vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    everything,
  );
}

const labelOf = ({ label }: vscode.InlayHint): string =>
  typeof label === 'string' ? label : label.map(({ value }) => value).join('');

/** Whether any text on the screen has a style, as an expression in the window. */
const someText = (condition: string): string =>
  `[...document.querySelectorAll('.monaco-editor .view-lines span, .monaco-editor .view-overlays div')]
    .some((element) => { const style = getComputedStyle(element); return ${condition}; })`;

export const readingTests: readonly EditorTest[] = [
  {
    name: 'words are told apart by what they are, also where they look like something else',
    run: async () => {
      const { document } = await openPlan(plan);
      const [legend, tokens] = await until(async () => {
        const { commands } = vscode;
        const legend = await commands.executeCommand<vscode.SemanticTokensLegend>(
          'vscode.provideDocumentSemanticTokensLegend',
          document.uri,
        );
        const tokens = await commands.executeCommand<vscode.SemanticTokens>(
          'vscode.provideDocumentSemanticTokens',
          document.uri,
        );
        return legend && tokens && ([legend, tokens] as const);
      }, 'the words of the document');
      const told = new Set<string>();
      let [line, start] = [0, 0];
      for (let at = 0; at < tokens.data.length; at += 5) {
        const [lines, characters, length, type] = tokens.data.slice(at, at + 4);
        line += lines;
        start = lines > 0 ? characters : start + characters;
        const range = new vscode.Range(line, start, line, start + length);
        told.add(`${legend.tokenTypes[type]}:${document.getText(range)}`);
      }
      for (const expected of [
        'heading:发展目标',
        'variable:税收',
        'number:380',
        'placeholder:xxx',
        'keyword:责任',
        'text:责任：这一行离举措太远，是一句话。',
      ]) {
        assert(told.has(expected), `${expected} is not among ${[...told].join(' ')}`);
      }
    },
  },
  {
    name: 'what follows from a figure is shown behind it, with its sum, and can be switched off',
    run: async () => {
      const { document } = await openPlan(plan);
      const find = async (part: string) =>
        (await hintsOf(document)).find((hint) => labelOf(hint).includes(part));
      const hint = await until(() => find('1000'), 'the base of the income from tourism');
      const { line } = rangeOf(document, '目标 旅游收入').start;
      assert(hint.position.line === line, `it is on line ${hint.position.line + 1}`);
      const tooltips =
        typeof hint.label === 'string' ? [] : hint.label.map(({ tooltip }) => tooltip);
      assert(tooltips.includes('1200 − 200 = 1000万元'), `its sums are ${tooltips.join()}`);
      await until(
        () => inWorkbench(`document.querySelector('.view-lines').innerText.includes('1000')`),
        'the hint on the screen',
      );
      await screenshot('reading light');
      await withSetting('planwright.inlayHints.base', false, async () => {
        await until(async () => !(await find('1000')), 'no base any more');
      });
    },
  },
  {
    name: 'a line above an indicator says where it is used, and leads there',
    run: async () => {
      const { document } = await openPlan(plan);
      const lensesOf = async () =>
        vscode.commands.executeCommand<vscode.CodeLens[]>(
          'vscode.executeCodeLensProvider',
          document.uri,
          50,
        );
      const lineOf = (text: string) => rangeOf(document, text).start.line;
      const lens = await until(
        async () =>
          (await lensesOf()).find(({ range }) => range.start.line === lineOf('指标 税收'))?.command,
        'a line above the indicator',
      );
      assert(lens.title !== '', 'it says nothing');
      let lines: number[] = [];
      for (const text of ['# 发展目标', '## 农业', '举措 建高标准农田']) {
        await until(
          async () => {
            lines = (await lensesOf()).map(({ range }) => range.start.line);
            return lines.includes(lineOf(text));
          },
          () => `one above ${text}; there are some above the lines ${lines}`,
        );
      }
      assert(!lines.includes(lineOf('### 种植')), 'there is one above a section of plain text');
      await actUntil(
        () => vscode.commands.executeCommand(lens.command, ...(lens.arguments ?? [])),
        () => inWorkbench(`document.querySelector('.reference-zone-widget') !== null`),
        'the list of places',
      );
      await screenshot('places of an indicator');
      await press('Escape');
    },
  },
  {
    name: 'a hover on a figure shows the sum, on a unit its size, on a period its years',
    run: async () => {
      const editor = await openPlan(plan);
      const { document } = editor;
      const expectAt = async (text: string, behind: string, expected: string) => {
        const { end } = rangeOf(document, text, behind);
        let found = '';
        await until(
          async () => {
            const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
              'vscode.executeHoverProvider',
              document.uri,
              end.translate(0, -1),
            );
            found = hovers
              .flatMap(({ contents }) => contents)
              .map((content) => (typeof content === 'string' ? content : content.value))
              .join('\n');
            return found.includes(expected);
          },
          () => `“${expected}” on ${text}; there is “${found}”`,
        );
      };
      await expectAt('1200', '目标 旅游收入：', '1200 − 200 = 1000万元');
      await expectAt('5000亩', '目标 高标准农田：', '5000亩 ≈ 333.3公顷');
      await expectAt('基期', '1200万元，比', '基期 = **2020');
      const place = rangeOf(document, '380万元', '目标 税收：').start.translate(0, 1);
      editor.selection = new vscode.Selection(place, place);
      await actUntil(
        () => vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' }),
        () => inWorkbench('document.querySelector(".monaco-hover:not(.hidden)") !== null'),
        'a hover on the screen',
      );
      await screenshot('hover on a figure');
    },
  },
  {
    name: 'what is still to be filled in is framed until it is',
    run: async () => {
      const editor = await openPlan(plan);
      const dashed = someText(`style.borderTopStyle === 'dashed'`);
      await until(() => inWorkbench(dashed), 'a dashed frame');
      await replaceText(editor, 'xx村', '桃坞村');
      await replaceText(editor, 'xxx亩', '300亩');
      await until(async () => !(await inWorkbench(dashed)), 'no frame any more');
    },
  },
  {
    name: 'headings can be shown in the typefaces of official documents',
    run: async () => {
      await openPlan(plan);
      await withSetting('planwright.editor.officialFonts', true, async () => {
        for (const typeface of ['小标宋', '黑体', '楷体', '仿宋']) {
          await until(
            () => inWorkbench(someText(`style.fontFamily.includes('${typeface}')`)),
            `headings in ${typeface}`,
          );
        }
        await screenshot('official typefaces');
        await withSetting('workbench.colorTheme', 'Default Dark Modern', async () => {
          await until(
            () => inWorkbench(`document.querySelector('.monaco-workbench.vs-dark') !== null`),
            'a dark window',
          );
          await screenshot('reading dark');
        });
      });
      await until(
        async () => !(await inWorkbench(someText(`style.fontFamily.includes('小标宋')`))),
        'headings in the editor’s own typeface',
      );
    },
  },
];
