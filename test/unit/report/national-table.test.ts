/**
 * Indicators and targets that are declared one by one make the table that was printed: the one of the national plan
 * for 2021–2025, cell for cell and with its notes, and an invented one that has all the same signs.
 */
import { expect, test } from 'vitest';
import { plainText } from '../../../server/src/report/tree.ts';
import { absentMessage, dataFile, dataIsAbsent } from '../../kit/data.ts';
import { blockOf } from './fixtures.ts';

const header = '规划：甲\n期间：2021—2025年\n基期：2020年\n\n';

/** Title, columns and rows of the only table, a line each, and its notes in one. */
function printed(text: string): string[] {
  const { title, columns, rows, notes } = blockOf(text, 'table');
  return [
    plainText(title),
    columns.map((column) => column.title).join(' | '),
    ...rows.map(({ cells }) => cells.map(plainText).join(' | ')),
    notes.map(({ label, inlines }) => label + plainText(inlines)).join(''),
  ];
}

/** A figure of the table in the words of a target. */
function figure(cell: string, unit: string): string {
  if (cell.startsWith('＞')) return `${cell.slice(1)}${unit}以上`;
  if (cell.startsWith('＜')) return `控制在${cell.slice(1)}${unit}以内`;
  return `达到${cell}${unit}`;
}

/** What the 年均/累计 column holds, in the words of a target. */
function overYears(cell: string, unit: string): string[] {
  const total = /^〔(.*)〕$/.exec(cell);
  if (total) return [`“十四五”期间累计${total[1]}${unit}`];
  if (!/^[＞＜]/.test(cell)) return [quoted(cell)];
  const [bound, ...words] = cell.split('、');
  return [`“十四五”期间${figure(bound, unit)}`, ...words.map(quoted)];
}

const quoted = (words: string): string => `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`;

function declared([category, named, base, last, average, nature]: readonly string[]): string {
  const [, name, unit] = /^\d+\.(.*)（([^（）]*)）$/.exec(named) ?? [];
  const lines = [`指标 ${name}（${unit}）`, `类别：${category}`, `属性：${nature}`];
  if (base.endsWith('*')) lines.push(`2019年：${base.slice(0, -1)}${unit}`);
  else if (base !== '—') lines.push(`2020年：${base}${unit}`);
  const claims = [
    ...(last === '—' ? [] : [figure(last, unit)]),
    ...(average === '—' ? [] : overYears(average, unit)),
  ];
  return `${lines.join('\n')}\n\n目标 ${name}：${claims.join('，')}\n\n`;
}

test.skipIf(dataIsAbsent)(`the national table (${absentMessage} where this is skipped)`, () => {
  const page = dataFile('domain/five-year-table.md');
  const [, title] = /^## (专栏1 .*?主要指标)/m.exec(page) ?? [];
  const lines = page.split('\n').filter((line) => line.startsWith('| '));
  const end = lines.findIndex((line) => line.startsWith('| 安全保障 | 20.')) + 1;
  const [columns, ...rows] = lines.slice(0, end).map((line) => line.slice(2, -2).split(' | '));
  expect(rows).toHaveLength(20);
  const [notes] = /注：.*/.exec(page) ?? [''];
  // The first two explain signs, and are made with them.
  const own = notes.split(/[①-⑳]/).slice(3);
  const plan = [
    header,
    ...rows.map(declared),
    `表 ${title}\n`,
    ...own.map((note) => `注：${note}\n`),
  ].join('');
  expect(printed(plan)).toEqual([
    title,
    columns.join(' | '),
    ...rows.map((row) => row.join(' | ')),
    notes,
  ]);
});

test('a table with the same signs', () => {
  const plan = `${header}指标 人均居住面积（平方米）
类别：民生
属性：预期性
2019年：38.2平方米

指标 每千人床位数（张）
类别：民生
属性：预期性
2020年：5张

指标 单位产值水耗降低（%）
类别：绿色
属性：约束性

指标 平均受教育年限（年）
类别：民生
属性：约束性
2020年：9年

指标 工业产值增长（%）
类别：经济
属性：预期性
2020年：3.0%

指标 登记失业率（%）
类别：经济
属性：预期性
2020年：3.9%

目标 人均居住面积：达到40平方米
目标 每千人床位数：6.5张以上
目标 单位产值水耗降低：12%
目标 平均受教育年限：提高0.5年
目标 工业产值增长：6%以上，“力争快于‘十三五’时期”
目标 登记失业率：“十四五”期间控制在4.5%以内

表 主要指标
注：床位不含家庭病床。
`;
  expect(printed(plan)).toEqual([
    '主要指标',
    '类别 | 指标 | 2020年 | 2025年 | 年均/累计 | 属性',
    '民生 | 1.人均居住面积（平方米） | 38.2* | 40 | — | 预期性',
    '民生 | 2.每千人床位数（张） | 5 | ＞6.5 | — | 预期性',
    '民生 | 3.平均受教育年限（年） | 9 | — | 〔0.5〕 | 约束性',
    '绿色 | 4.单位产值水耗降低（%） | — | — | 〔12〕 | 约束性',
    '经济 | 5.工业产值增长（%） | 3.0 | — | ＞6、力争快于“十三五”时期 | 预期性',
    '经济 | 6.登记失业率（%） | 3.9 | — | ＜4.5 | 预期性',
    '注：①〔〕内为5年累计数。②带*的为2019年数据。③床位不含家庭病床。',
  ]);
});

test('in English, bounds are told apart', () => {
  const plan = `plan: A
period: 2021-2025
baseline: 2020

indicator Reading places (places)
category: Library
nature: flow
2019: 90 places

target Reading places: at least 120 places
target Noise: no more than 60 dB
target Trees planted: a total of 3,000 trees over five years

table Main indicators
`;
  expect(printed(plan)).toEqual([
    'Main indicators',
    'Category | Indicator | 2020 | 2025 | Average or total',
    'Library | 1. Reading places (places) | 90* | ≥120 | —',
    'Other | 2. Noise (dB) | — | ≤60 | —',
    'Other | 3. Trees planted | — | — | [3,000]',
    'Note: (1) Figures in [ ] are totals over 5 years. (2) Figures with * are of 2019.',
  ]);
});
