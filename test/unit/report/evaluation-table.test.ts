import { expect, test } from 'vitest';
import { plainText, type ReportOptions } from '../../../server/src/report/tree.ts';
import { freshReport, html, modelOf } from './fixtures.ts';

const plan = `计划：甲镇2021年工作计划
期间：2021年

指标 产值（亿元）
类别：经济
属性：预期性

目标 产值：达3亿元
目标 公路：至少10公里
目标 事故：不超过5起
目标 图书馆：1座
`;

const summary = `总结：甲镇2021年工作总结
期间：2021年

实绩 产值：预计3.2亿元
实绩 公路：9.6公里
实绩 事故：约5起
实绩 植树：200棵

表 完成情况
`;

/** Header and rows of the last table, a line each. */
function rowsOf(text: string, options: ReportOptions = {}): string[] {
  const table = freshReport(text, options).blocks.findLast((block) => block.kind === 'table');
  if (table?.kind !== 'table') return [];
  return [
    table.columns.map(({ title }) => title).join(' | '),
    ...table.rows.map(({ cells }) => cells.map(plainText).join(' | ')),
  ];
}

test('the table of a summary holds results against the targets of its plan', () => {
  expect(rowsOf(summary, { basis: [modelOf(plan)] })).toEqual([
    '指标 | 目标 | 实绩 | 完成率 | 评价',
    '产值（亿元） | 3 | 预计3.2 | 106.7% | 完成',
    '公路（公里） | ≥10 | 9.6 | 96% | 未完成',
    '事故（起） | ≤5 | 5左右 | — | 无法评价（有约数）',
    '植树（棵） | — | 200 | — | —',
    '图书馆（座） | 1 | — | — | 无法评价（没有实绩）',
  ]);
});

test('without a plan to hold it against, it is a table as any other', () => {
  expect(rowsOf(summary)).toEqual([
    '指标 | 2021年',
    '产值（亿元） | 3.2',
    '公路（公里） | 9.6',
    '事故（起） | 5左右',
    '植树（棵） | 200',
  ]);
});

test('a report of another kind has it as an annex', () => {
  const text = '报告：甲\n期间：2021年\n\n目标 公路：10公里\n实绩 公路：12公里\n';
  expect(rowsOf(`${text}\n表 乙`)).toEqual(['指标 | 2021年', '公路（公里） | 12']);
  expect(rowsOf(text, { annexes: ['evaluation'] })).toEqual([
    '指标 | 目标 | 实绩 | 完成率 | 评价',
    '公路（公里） | 10 | 12 | 120% | 完成',
  ]);
});

test('in traditional characters and in English', () => {
  expect(
    rowsOf('總結：甲\n期間：2021年\n\n目標 公路：達到10公里\n實績 公路：8公里\n\n表 乙'),
  ).toEqual(['指標 | 目標 | 實績 | 完成率 | 評價', '公路（公里） | 10 | 8 | 80% | 未完成']);
  const english = `summary: A
period: 2021

target Roads: at least 10 miles
result Roads: 9 miles
target Spending: 2 million dollars
result Spending: 1.9 million dollars

table B`;
  expect(rowsOf(english)).toEqual([
    'Indicator | Target | Result | Completion | Verdict',
    'Roads (miles) | ≥10 | 9 | 90% | missed',
    'Spending (million dollars) | 2 | 1.9 | — | not assessable (the indicator does not say whether up or down is wanted)',
  ]);
});

test('a cell tells its verdict by a class, and in words', () => {
  const page = html('总结：甲\n期间：2021年\n\n目标 公路：10公里\n实绩 公路：12公里\n\n表 乙');
  expect(page).toContain('<td class="verdict met">完成</td>');
});
