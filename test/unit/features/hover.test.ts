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

test('a check that is silenced', () => {
  check('// 忽略 place$0holder-x：待核\n目标 税收：xx万元', 'placeholder-x', ['`placeholder-x`']);
});

test('words of no meaning', () => {
  checkNone(`${plan}\n一句$0话。`);
  checkNone('// 一句$0话');
  checkNone('$0');
});
