import { expect, test } from 'vitest';
import { renamable, renaming } from '../../../server/src/features/rename.ts';
import type { Message } from '../../../server/src/model/types.ts';
import { fixture, numberOf } from './fixture.ts';

/** Renames what the cursor is on; `expected` is the text that is left, or the sentence that refuses. */
function check(marked: string, newName: string, expected: string): void {
  expect(renamed(marked, newName)).toBe(expected);
}

function renamed(marked: string, newName: string): string {
  const { model, line, character } = fixture(marked);
  const found = renamable(model, line, character);
  if (!found) return 'nothing';
  if ('refused' in found) return said(found.refused);
  const done = renaming(model, found, newName);
  if ('refused' in done) return said(done.refused);
  const lines = marked.replace('$0', '').split('\n');
  for (const { line: place, start, end, newText } of [...done.edits].reverse()) {
    const index = numberOf(place) - 1;
    lines[index] = lines[index].slice(0, start) + newText + lines[index].slice(end);
  }
  return lines.join('\n');
}

/** Both languages are told; one of them is compared. */
function said({ zh, en }: Message): string {
  expect(en).toMatch(/^[A-Z“].*\.$/);
  return zh;
}

/** `税$0收` stands for the name, `工商税` for the new one, and nothing else may change. */
function checkAll(marked: string): void {
  check(marked, '工商税', marked.replace('$0', '').replaceAll('税收', '工商税'));
}

test('declaration, targets and results', () => {
  checkAll('指标 税$0收（万元）\n2020年：300万元\n\n目标 税收：380万元\n实绩 税收：360万元');
});

test('from a target, without a declaration', () => checkAll('目标 税$0收：380万元\n图 税收、投资'));

test('references, with what is asked of them', () => {
  checkAll('目标 税$0收：2025年380万元\n\n达到{税收@2025}，增长{ 税收 .增速}。');
});

test('rows of a table, whatever stands around the name', () => {
  checkAll(
    '表 主要指标\n| 序号 | 指标 | 2020年 | 2025年 |\n| --- | --- | --- | --- |\n| 1 | 1. 税收（万元） | 300 | 380 |\n| 2 | 投资 | — | — |\n| 3 | 税收 | — | — |\n\n目标 税$0收：380万元',
  );
});

test('parts and formulas', () => {
  checkAll(
    '指标 税$0收（万元）\n\n指标 财政收入（万元）\n构成：税收 + 非税\n公式：税收 ÷ 0.8\n\n目标 税收：3万元',
  );
});

test('parts that are said on the line of another', () => {
  checkAll('指标 税$0收（万元）\n\n目标 财政收入：500万元，其中：税收380万元、非税120万元');
});

test('the whole of a share', () => {
  checkAll('指标 税$0收（万元）\n\n目标 所得税：120万元，占税收的30%');
});

test('running text keeps its words', () => {
  check(
    '指标 税$0收（万元）\n\n税收达到380万元，要抓好税收征管。达到{税收}。',
    '工商税',
    '指标 工商税（万元）\n\n税收达到380万元，要抓好税收征管。达到{工商税}。',
  );
});

test('words for the area stay in front', () => {
  check('目标 全镇税$0收：380万元\n图 税收', '工商税', '目标 全镇工商税：380万元\n图 工商税');
});

test('width, script and spaces do not tell names apart', () => {
  check(
    '指标 财政收$0入\n\n目标 財政收入：3万元',
    '公共收入',
    '指标 公共收入\n\n目标 公共收入：3万元',
  );
});

test('an alias keeps its name when the indicator gets another', () => {
  check(
    '指标 地区生产总$0值（亿元）\n别名：GDP\n\n目标 GDP：3亿元\n目标 地区生产总值：3亿元',
    '生产总值',
    '指标 生产总值（亿元）\n别名：GDP\n\n目标 GDP：3亿元\n目标 生产总值：3亿元',
  );
});

test('an alias is renamed by itself', () => {
  check(
    '指标 地区生产总值（亿元）\n别名：GDP、国民生产总值\n\n目标 G$0DP：3亿元\n图 地区生产总值',
    '经济总量',
    '指标 地区生产总值（亿元）\n别名：经济总量、国民生产总值\n\n目标 经济总量：3亿元\n图 地区生产总值',
  );
});

test('so do short forms that are declared, and others follow the name that explains them', () => {
  check(
    '指标 规模以上工业增$0加值\n\n目标 规上工业增加值：3亿元',
    '工业产值',
    '指标 工业产值\n\n目标 工业产值：3亿元',
  );
  check(
    '指标 规模以上工业增$0加值\n别名：规上工业增加值\n\n目标 规上工业增加值：3亿元',
    '工业产值',
    '指标 工业产值\n别名：规上工业增加值\n\n目标 规上工业增加值：3亿元',
  );
});

test('the name of the document’s own place stays in front', () => {
  check(
    '规划：甲\n行政区：青禾镇\n\n目标 青禾镇税$0收：380万元\n图 税收',
    '工商税',
    '规划：甲\n行政区：青禾镇\n\n目标 青禾镇工商税：380万元\n图 工商税',
  );
});

test('a longer name that holds the name is another', () => {
  check('目标 税$0收：3万元\n目标 税收收入：4万元', '税', '目标 税：3万元\n目标 税收收入：4万元');
});

test('only the script or the width may change', () => {
  check('指标 税$0收\n\n目标 稅收：3万元', '稅收', '指标 稅收\n\n目标 稅收：3万元');
});

test('a name that another indicator has is refused', () => {
  check(
    '目标 税$0收：3万元\n目标 投资：4万元',
    '投资',
    '第2行已有名为“投资”的指标，两个指标不能同名。请换一个名称。',
  );
});

test('so is its own alias', () => {
  check('指标 税$0收\n别名：税金', '税金', '“税金”已是“税收”的另一个名称，不必再改。');
});

test('a name that running text happens to speak of is free', () => {
  check('目标 税$0收：3万元\n\n完成投资4万元。', '投资', '目标 投资：3万元\n\n完成投资4万元。');
});

test('no name is none', () =>
  check('目标 税$0收：3万元', ' 　', '没有写名称。请写上指标的新名称。'));

test.each([
  ['甲、乙', '、', '目标 税收：3万元\n图 税$0收', 2],
  ['甲：乙', '：', '目标 税$0收：3万元', 1],
  ['甲｜乙', '｜', '表 主要指标\n| 指标 | 2025年 |\n| 税收 | 3 |\n\n图 税$0收', 3],
  ['甲（乙）', '（', '目标 税$0收：3万元', 1],
  ['甲+乙', '+', '指标 总收\n构成：税$0收 + 其他\n\n目标 税收：3万元', 2],
  ['甲}', '}', '目标 税$0收：3万元\n\n达{税收}。', 3],
])('%j cannot be a name there', (name, mark, text, line) => {
  check(
    text,
    name,
    `“${name}”不能作指标名：写进第${line}行，“${mark}”会把它断开。请去掉这个符号。`,
  );
});

test('a name that was pasted with its line break', () => {
  check('目标 税$0收：3万元', '工商税\n', '目标 工商税：3万元');
});

test('a name that would run into the figure behind it is refused', () => {
  check(
    '指标 税$0收\n\n目标 财政收入：5万元，其中：税收3万元、其他2万元',
    '税目1',
    '“税目1”不能作指标名：写进第3行会读成别的内容。请换一个名称。',
  );
});

test('a name that would be read as a figure is refused', () => {
  check(
    '指标 税$0收\n\n目标 财政收入：5万元，其中：税收3万元、其他2万元',
    '增长3%',
    '“增长3%”不能作指标名：写进第3行会读成别的内容。请换一个名称。',
  );
});

test('running text is told that it stays', () => {
  check(
    '指标 税收\n\n抓好税$0收征管。',
    '',
    '正文里的“税收”不随指标改名。请在“指标”“目标”等行上改，或直接改这一处的文字。',
  );
});

test('where nothing is named there is nothing to rename', () =>
  check('一句$0话。', '甲', 'nothing'));
