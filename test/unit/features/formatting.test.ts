import { describe, expect, test } from 'vitest';
import { formattingChanges, tableChanges } from '../../../server/src/features/formatting.ts';
import { PlanModel } from '../../../server/src/model/model.ts';
import { reportOf } from '../../../server/src/report/build.ts';
import { markdownOf } from '../../../server/src/report/markdown.ts';
import { PlanTree, type TextChange } from '../../../server/src/syntax/document.ts';
import { corpus, samples, seeds } from '../../kit/data.ts';
import { Random } from '../../kit/random.ts';
import { randomPlan } from '../../kit/random-plan.ts';

/** The text as it is after formatting; between `«` and `»` only those lines are asked for. */
function check(marked: string, expected: string): void {
  const lines = marked.split('\n');
  const first = lines.findIndex((line) => line.startsWith('«'));
  const last = lines.findIndex((line) => line.endsWith('»'));
  const text = marked.replace(/[«»]/g, '');
  const tree = PlanTree.parse(text);
  const changes = formattingChanges(tree, first < 0 ? undefined : { first, last });
  expect(applied(text, changes)).toBe(expected);
}

function applied(text: string, changes: readonly TextChange[]): string {
  const tree = PlanTree.parse(text);
  for (const change of [...changes].reverse()) tree.edit(change);
  return tree.text();
}

const formatted = (text: string): string => applied(text, formattingChanges(PlanTree.parse(text)));

describe('a line', () => {
  test.each([
    ['  规划 : 甲镇规划 \n', '规划：甲镇规划\n'],
    ['目标　税收收入 ： 突破380万元 \n', '目标 税收收入：突破380万元\n'],
    ['目标 税收收入（万元） ：380\n', '目标 税收收入（万元）：380\n'],
    ['目标 税收收入达380万元  \n', '目标 税收收入达380万元\n'],
    ['指标   税收收入 （万元）\n2020年 : 300万元\n', '指标 税收收入 （万元）\n2020年：300万元\n'],
    ['annual plan:Riverside\n', 'annual plan: Riverside\n'],
    ['target Visitors :at least 20,000\n', 'target Visitors: at least 20,000\n'],
    ['#标题 \n', '# 标题\n'],
    ['＃＃  标题\n', '## 标题\n'],
    ['一、标题 \n', '一、标题\n'],
    ['//说明 \n', '//说明\n'],
    ['图  税收、粮食\n', '图 税收、粮食\n'],
  ])('%j', (text, expected) => check(text, expected));
});

test('prose is left alone, and so is what stands where it is prose', () => {
  const prose =
    '　　经济 平稳 。  \n责任 ：大家\n\\目标 ：一 \n- 一件事  \n一是 抓好春耕。 \n（一） 标题。 正文 \n';
  check(prose, prose);
});

describe('a table', () => {
  test('has its bars under each other, Chinese characters counting two', () => {
    check(
      '表 指标\n|指标|2025年|\n|---|--:|\n| 税收收入（万元） | 380\n|粮食|5000|\n',
      [
        '表 指标',
        '| 指标             | 2025年 |',
        '| ---------------- | -----: |',
        '| 税收收入（万元） |    380 |',
        '| 粮食             |   5000 |',
        '',
      ].join('\n'),
    );
  });

  test('keeps rows of any length, empty cells and written bars', () => {
    check(
      '表 甲\n|a|\n||b|\n|\\||长长|c|\n|\n',
      '表 甲\n| a  |\n|    | b    |\n| \\| | 长长 | c |\n|\n',
    );
  });

  test('is aligned as one, with comments between its rows', () => {
    check(
      '表 甲\n|指标|2025年|\n// 忽略 unit-missing：旧表\n|税收收入|380|\n',
      '表 甲\n| 指标     | 2025年 |\n// 忽略 unit-missing：旧表\n| 税收收入 | 380    |\n',
    );
  });

  test('is aligned as a whole where one row is asked for, and nothing else is', () => {
    check(
      '目标 甲 ：1个\n表 甲\n|甲|\n«|甲乙|»\n|丙|\n目标 乙 ：1个\n',
      ['目标 甲 ：1个', '表 甲', '| 甲   |', '| 甲乙 |', '| 丙   |', '目标 乙 ：1个', ''].join(
        '\n',
      ),
    );
  });

  test('changes where somebody types in it', () => {
    const text = '表 甲\n|甲|\n|甲乙|\n';
    const tree = PlanTree.parse(text);
    expect(applied(text, tableChanges(tree.lines.at(2), tree))).toBe('表 甲\n| 甲   |\n| 甲乙 |\n');
  });
});

describe('blank lines', () => {
  test('one stays of several, none at the start, none at the end', () => {
    check('\n\n一段。\n\n \n\n二段。\n\n\n', '一段。\n\n二段。\n');
    check('一段。', '一段。\n');
    check(' \n\n', '');
    check('', '');
  });

  test('blocks are set apart, with the comments that belong to them', () => {
    check(
      '规划：甲\n# 一\n## 二\n一段。\n// 说明\n指标 税收（万元）\n2020年：300万元\n表 甲\n|甲|\n图 税收\n图 税收\n举措 甲\n责任：乙\n# 三\n',
      '规划：甲\n\n# 一\n## 二\n一段。\n\n// 说明\n指标 税收（万元）\n2020年：300万元\n\n表 甲\n| 甲 |\n\n图 税收\n图 税收\n\n举措 甲\n责任：乙\n\n# 三\n',
    );
  });

  test('a list of indicators or of numbered items stays together', () => {
    const list =
      '指标 甲（个）\n指标 乙（个）\n\n1. 一项\n2. 二项\n（一）标题。正文。\n（二）标题。正文。\n';
    check(list, list);
  });
});

test('lines keep their ends', () => {
  check('#甲\r\n\r\n#乙', '# 甲\r\n\r\n# 乙\r\n');
});

// ---------------------------------------------------------------- properties

/** What a document says, without the places where it says it. */
function meaningOf(text: string): unknown {
  const model = PlanModel.of(PlanTree.parse(text));
  const shown = [...model.tree.lines].filter(({ kind }) => kind !== 'blank');
  return {
    report: markdownOf(reportOf(model)),
    lines: shown.map((line) => [
      line.kind,
      line.kind === 'prose' ? line.text : line.references.length,
      line.owner ? shown.indexOf(line.owner) : -1,
      model.claimsOf(line).map((claim) => said(claim)),
      model.headingNumber(line),
    ]),
  };
}

const places = /^(?:line|start|end|nameSpan|partOf|.*(?:Start|End))$/;

const said = (claim: object): string =>
  JSON.stringify(claim, (key, value) => (places.test(key) ? undefined : value));

function expectHarmless(text: string): void {
  const once = formatted(text);
  expect(formatted(once)).toBe(once);
  expect(meaningOf(once)).toEqual(meaningOf(text));
}

describe('formatting says what was said before, and formats nothing twice', () => {
  test.each([...samples, ...seeds])('$name', ({ text }) => expectHarmless(text));
  test('reviewed reports', () => {
    for (const { text } of corpus.slice(0, 8)) expectHarmless(text);
  });
  test('random documents', () => {
    const random = new Random(20_250_301);
    const sources = samples.map(({ text }) => text);
    for (let count = 0; count < 400; count++) expectHarmless(randomPlan(sources, random));
  });
  test('parts of random documents', () => {
    const random = new Random(7);
    const sources = samples.map(({ text }) => text);
    for (let count = 0; count < 200; count++) {
      const text = randomPlan(sources, random);
      const tree = PlanTree.parse(text);
      const first = random.below(tree.lines.length);
      const last = first + random.below(tree.lines.length - first);
      const part = applied(text, formattingChanges(tree, { first, last }));
      expect(meaningOf(part)).toEqual(meaningOf(text));
    }
  });
});
