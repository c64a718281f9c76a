import { expect, test } from 'vitest';
import {
  type IndicatorListOptions,
  indicatorList,
} from '../../../server/src/features/indicator-list.ts';
import type { Reader } from '../../../server/src/features/reader.ts';
import { Checker } from '../../../server/src/rules/checker.ts';
import { chineseReader, englishReader, fixture, numberOf } from './fixture.ts';

/** Each row as `name（unit） trend values findings @line`, as far as there are such. */
function check(
  text: string,
  expected: readonly string[],
  options: IndicatorListOptions = {},
  reader: Reader = chineseReader,
): void {
  const { model } = fixture(text);
  const { rows } = indicatorList(model, new Checker(model).findings(), reader, options);
  const shown = rows.map(({ name, unit, category, trend, values, findings, place }) =>
    [
      `${name}${unit === '' ? '' : `（${unit}）`}`,
      ...(category ? [category] : []),
      ...(trend ? [trend] : []),
      ...values.map(
        (value) => `${value.period}:${value.text}:${value.stance}@${numberOf(value.place.line)}`,
      ),
      ...(findings.error > 0 ? [`${findings.error}!`] : []),
      ...(findings.warning > 0 ? [`${findings.warning}?`] : []),
      `@${numberOf(place.line)}:${place.line.text.slice(place.start, place.end)}`,
    ].join(' '),
  );
  expect(shown).toEqual(expected);
}

function names(text: string, options: IndicatorListOptions): string[] {
  const { model } = fixture(text);
  const { rows } = indicatorList(model, new Checker(model).findings(), chineseReader, options);
  return rows.map(({ name }) => name);
}

const plan = `规划：甲镇规划
期间：2021—2025年
基期：2020年

指标 地区生产总值（亿元）
类别：经济发展
2020年：2.2亿元

目标 R&D投入强度：2%
目标 地区生产总值：达3.0亿元，比基期增0.8亿元
目标 登记失业率：控制在3.5%以内，比基期下降0.5个百分点
目标 税收收入：xxx万元
全镇现有耕地5万亩。
`;

test('values by period, where they lead, what is wrong', () => {
  check(plan, [
    '地区生产总值（亿元） 经济发展 up 2020年:2.2亿元:实际@7 2025年:3.0亿元:目标@10 @5:地区生产总值',
    'R&D投入强度（%） 2025年:2%:目标@9 @9:R&D投入强度',
    '登记失业率（%） down 2020年:4.0%:推算@11 2025年:≤3.5%:目标@11 @11:登记失业率',
    '税收收入 2025年:xxx万元:目标@12 1! @12:税收收入',
  ]);
});

test('in the reader’s language', () => {
  check(
    'annual plan: A\nperiod: 2026\n\ntarget Visitors: 300 persons, up 100 persons from last year',
    ['Visitors（persons） up 2025:200 persons:follows@4 2026:300 persons:target@4 @4:Visitors'],
    {},
    englishReader,
  );
});

test('the first value and the last in a few characters', () => {
  const { model } = fixture(plan);
  const { rows } = indicatorList(model, [], chineseReader);
  expect(rows.map(({ summary }) => summary)).toEqual([
    '2.2 → 3.0亿元',
    '2%',
    '4.0 → ≤3.5%',
    'xxx万元',
  ]);
});

test('those that only sentences speak of are counted, and told when all are asked for', () => {
  const { model } = fixture(plan);
  const stated = indicatorList(model, [], chineseReader);
  expect([stated.rows.length, stated.total, stated.onlyInSentences]).toEqual([4, 4, 1]);
  const all = indicatorList(model, [], chineseReader, { filter: 'all' });
  expect([all.rows.length, all.total, all.onlyInSentences]).toEqual([5, 5, 0]);
});

test('those with findings alone', () => {
  expect(names(plan, { filter: 'findings' })).toEqual(['税收收入']);
});

test('those with a name that is looked for', () => {
  expect(names(plan, { search: '收' })).toEqual(['税收收入']);
  expect(names(plan, { search: 'r&d' })).toEqual(['R&D投入强度']);
});

test('by name as a dictionary has them, whatever came or went', () => {
  expect(names(plan, { sort: 'name' })).toEqual([
    '地区生产总值',
    '登记失业率',
    '税收收入',
    'R&D投入强度',
  ]);
  const { model } = fixture(plan);
  indicatorList(model, [], chineseReader, { sort: 'name' });
  const start = { line: 10, character: 3 };
  const end = { line: 10, character: 8 };
  model.update(model.tree.edit({ range: { start, end }, text: '人口' }));
  const { rows } = indicatorList(model, [], chineseReader, { sort: 'name' });
  expect(rows.map(({ name }) => name)).toEqual(['地区生产总值', '人口', '税收收入', 'R&D投入强度']);
});

test('by findings, the gravest first', () => {
  expect(names(plan, { sort: 'findings' })[0]).toBe('税收收入');
});

test('no more than were asked for, with the number that there are', () => {
  const { model } = fixture(plan);
  const { rows, total } = indicatorList(model, [], chineseReader, { limit: 2 });
  expect([rows.length, total]).toEqual([2, 4]);
});

test('a name that says nothing yet is no row', () => {
  expect(names('目标 税收：', {})).toEqual([]);
});

test('of two indicators in one line each has the findings on its own figures', () => {
  check(
    '总结：甲\n期间：2020年\n\n表 指标\n| 指标 | 2020年 |\n| --- | --- |\n| 税收（万元） | xx |\n| 产值（万元） | 5 |',
    ['税收 2020年:xx万元:实际@7 1! @7:税收', '产值（万元） 2020年:5万元:实际@8 @8:产值'],
  );
});
