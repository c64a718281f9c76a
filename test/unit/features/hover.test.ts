import { expect, test } from 'vitest';
import { hover } from '../../../server/src/features/hover.ts';
import type { Reader } from '../../../server/src/features/reader.ts';
import { chineseReader, englishReader, fixture } from './fixture.ts';

/** `expected`: parts of the hover, in order, and the text that it is about. */
function check(
  text: string,
  about: string,
  expected: readonly string[],
  reader: Reader = chineseReader,
): void {
  const { model, line, character } = fixture(text);
  const found = hover(model, line, character, reader);
  expect(found, 'there is a hover').toBeDefined();
  const { place, markdown } = found!;
  expect(place.line.text.slice(place.start, place.end)).toBe(about);
  let from = 0;
  for (const part of expected) {
    expect(markdown.slice(from)).toContain(part);
    from = markdown.indexOf(part, from) + part.length;
  }
}

function checkNone(text: string): void {
  const { model, line, character } = fixture(text);
  expect(hover(model, line, character, chineseReader)).toBeUndefined();
}

const plan = `规划：甲镇规划
期间：2021—2025年
基期：2020年

指标 地区生产总值（亿元）
别名：GDP
属性：预期性
口径：含全部*产业*
2020年：2.2亿元

目标 地区生产总值：达3亿元，比基期增0.8亿元
`;

test('an indicator where a target names it', () => {
  check(plan.replace('目标 地区', '目标 地$0区'), '地区生产总值', [
    '**地区生产总值**（亿元） · 预期性',
    '| 2020年 | 2.2亿元 | 实际 | [第9行](file:///plans/a.plan#L9) |',
    '| 2025年 | 3亿元 | 目标 | [第11行](file:///plans/a.plan#L11) |',
    '2025年比2020年：',
    '增量 0.8亿元，增速 36.4%，年均 6.4%',
    '](data:image/svg+xml,',
    '别名：GDP',
    '口径：含全部\\*产业\\*',
  ]);
});

test('an indicator in a sentence, by its alias', () => {
  check(`${plan}\n全镇G$0DP再上台阶。`, 'GDP', ['**地区生产总值**', '2.2亿元']);
});

test('a reference says what it becomes', () => {
  check(`${plan}\n增加{GDP@2025$0.增量}。`, '{GDP@2025.增量}', ['**0.8亿元**', '**地区生产总值**']);
});

test('a reference that leads nowhere says why', () => {
  check(`${plan}\n增加{地区生产$0总直}。`, '{地区生产总直}', [
    '没有名为“地区生产总直”的指标',
    '地区生产总值',
  ]);
  check(`${plan}\n增加{GDP.增$0长}。`, '{GDP.增长}', ['“.增长”没有含义']);
  check(`${plan}\n增加{GDP$0@2023}。`, '{GDP@2023}', ['还没有这个数']);
});

test('in English', () => {
  check(
    'annual plan: A\nperiod: 2026\n\nindicator Visitors (person-times)\n2025: 20,000 person-times\n\ntarget Vis$0itors: 24,000 person-times',
    'Visitors',
    [
      '**Visitors** \\(person\\-times\\)',
      '| 2025 | 20000 person\\-times | actual | [line 5]',
      '2026 against 2025: ',
    ],
    englishReader,
  );
});

test('an indicator without a figure', () => {
  check('指标 税$0收（万元）', '税收', ['**税收**（万元）', '还没有数']);
});

test('a keyword', () => {
  check('目$0标 税收：380万元', '目标', ['一个指标要达到多少。']);
  check(`${plan}\n举$0措 建园区`, '举措', ['要做的一件事']);
  check(plan.replace('期间', '期$0间'), '期间', ['文件管哪些年']);
});

test('a figure says how it came about', () => {
  check(plan.replace('达3亿元', '达$03亿元'), '3亿元', [
    '**2025年地区生产总值（目标）：3亿元，增0.8亿元**',
    '2025年3亿元 = 2020年2.2亿元 \\+ 0.8亿元（相符，见[第9行](file:///plans/a.plan#L9)）',
    '= 30000万元',
  ]);
  check(plan.replace('增0.8', '增$00.8'), '0.8亿元', ['2020年2.2亿元']);
});

test('a figure that does not agree says so, with the right one', () => {
  check(plan.replace('达3亿元，比基期增0.8', '达$03亿元，比基期增1.8'), '3亿元', [
    '不符',
    '0.8亿元',
  ]);
});

test('a figure in a sentence and in a table', () => {
  check(`${plan}\n到2025年，GDP达到$03亿元。`, '3亿元', ['2025年地区生产总值']);
  check(`${plan}\n表 指标\n| 指标 | 2025年 |\n| GDP | $03 |`, '3', ['2025年地区生产总值']);
});

test('what follows from a figure, with the sum', () => {
  const crops = '指标 水稻面积（亩）\n2020年：5000亩\n\n目标 水稻面积：$06000亩';
  check(`规划：甲镇规划\n期间：2021—2025年\n\n${crops}`, '6000亩', [
    '年均增长3.7%：⁵√\\(6000 ÷ 5000\\) − 1 = 3.7%',
    '6000亩 = 400公顷 = 4平方公里 = 0.6万亩',
  ]);
});

test('a base that only a rounded rate tells is told as about', () => {
  check('计划：甲镇计划\n期间：2026年\n\n目标 税收：33$00万元，增长10%', '330万元', [
    '2025年约300万元：330 ÷ \\(1 \\+ 10%\\) ≈ 300万元',
  ]);
});

test('a unit: what it measures, how large it is, and the figure in others', () => {
  check('目标 水稻面积：5000$0亩', '亩', [
    '**亩** · 面积',
    '5000亩 ≈ 333.3公顷',
    '1亩 ≈ 666.7平方米',
  ]);
  check('指标 人均收入（$0元/人）', '元/人', ['金额，按每人计']);
  check(plan.replace('0.8亿元', '0.8$0亿元'), '亿元', ['0.8亿元 = 8000万元', '1亿元 = 10000万元']);
});

test('a period says which years it is', () => {
  check(`${plan}\n目标 税收：“十四五”$0末380万元`, '“十四五”末', ['= **2025年**']);
  check(plan.replace('比基期', '比$0基期'), '基期', ['基期 = **2020年**']);
  check(`${plan}\n“十四五”$0时期再上台阶。`, '“十四五”时期', ['= **2021—2025年**']);
  check('计划：甲镇计划\n期间：2026年\n\n目标 税收：380万元，比上$0年增80万元', '上年', [
    '= **2025年**',
  ]);
  check(
    'annual plan: A\nperiod: 2026\n\ntarget Tax: 20 yuan, up 5% from last$0 year',
    'last year',
    ['= **2025**'],
    englishReader,
  );
});

test('a section and a measure', () => {
  check('# 农业$0发展\n目标 粮食：2025年5吨', '农业发展', ['**一、农业发展**', '1项目标']);
  check('举措 建$0园区\n责任：农业办、水利站\n时限：2025年底前', '建园区', [
    '责任：农业办、水利站',
    '时限：2025年底前',
  ]);
  check('举措 建$0园区', '建园区', ['还缺：责任、时限']);
});

test('a check that is silenced', () => {
  check('// 忽略 place$0holder-x：待核\n目标 税收：xx万元', 'placeholder-x', ['`placeholder-x`']);
});

test('words of no meaning', () => {
  checkNone(`${plan}\n一句$0话。`);
  checkNone('// 一句$0话');
  checkNone('$0');
});
