/** One figure a row, as RFC 4180 writes it and spreadsheets read it. */
import { describe, expect, test } from 'vitest';
import { cellOf, csvPieces } from '../../../server/src/report/csv.ts';
import { freshReport } from './fixtures.ts';

const csvOf = (...given: Parameters<typeof csvPieces>): string => [...csvPieces(...given)].join('');

function check(text: string, expected: readonly string[]): void {
  const [, ...rows] = csvOf(freshReport(text)).split('\r\n');
  expect(rows.slice(0, -1)).toEqual(expected);
}

test('begins with the mark of UTF-8 and ends its lines as the standard wants', () => {
  expect(csvOf(freshReport('规划：甲\n'))).toBe(
    '\ufeff章节,类别,指标,属性,期间,类型,比较,数值,下限,上限,单位,变化,变化（单位）,基期,承诺,原数,行\r\n',
  );
});

test('has its titles in the language of the document', () => {
  expect(csvOf(freshReport('規劃：甲\n'))).toContain('指標,屬性,期間,類型,比較,數值');
  expect(csvOf(freshReport('plan: A\n'))).toContain(
    'Indicator,Nature,Period,Kind,Comparison,Value',
  );
});

describe('tells', () => {
  test('targets with their bounds, firmness and change, and where they stand', () =>
    check(
      '规划：甲\n期间：2021—2025年\n基期：2020年\n# 农业\n目标 产值：力争超过3.10亿元，比基期增0.8亿元\n',
      ['一、农业,,产值,,2025,目标,>,3.10,,,亿元,0.8,亿元,2020,力争,＞3.10亿元,5'],
    ));

  test('what is declared of the indicator, and its values', () =>
    check('指标 产值（亿元）\n类别：经济\n属性：约束性\n2020年：2.2亿元\n', [
      ',经济,产值,约束性,2020,基期,,2.2,,,亿元,,,,,2.2亿元,4',
    ]));

  test('ranges by their ends, and words as words', () =>
    check('计划：甲\n期间：2021年\n目标 增速：5%～8%\n目标 村道：全覆盖\n目标 事故：清零\n', [
      ',,增速,,2021,目标,,,5,8,%,,,,,5%～8%,3',
      ',,村道,,2021,目标,,,,,,,,,,全覆盖,4',
      ',,事故,,2021,目标,,,,,,,,,,清零,5',
    ]));

  test('cells of tables, and nothing that is only recognised in sentences', () =>
    check(
      '今年产值达到3亿元。\n\n表 甲\n| 指标 | 2021年 |\n| --- | --- |\n| 面积（亩） | 1,200 |\n',
      [',,面积,,2021,实绩,,1200,,,亩,,,,,"1,200亩",6'],
    ));
});

test.each([
  ['=1+1', "'=1+1"],
  ['+86', "'+86"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1', "'＝1"],
  [' -cmd', "' -cmd"],
  ['\t=1', '"\'\t=1"'],
  ['-5', '-5'],
  ['-5.20', '-5.20'],
  ['-5%', "'-5%"],
  ['甲,乙', '"甲,乙"'],
  ['“"', '"“"""'],
  ['\ud800\0', '\ufffd\ufffd'],
])('%j is written %j', (text, written) => {
  expect(cellOf(text)).toBe(written);
});
