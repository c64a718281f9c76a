import { describe, expect, test } from 'vitest';
import { plainText } from '../../../server/src/report/tree.ts';
import { blockOf, html, markdown } from './fixtures.ts';

/** Header and rows of the only table, a line each. */
function rowsOf(text: string): string[] {
  const { columns, rows } = blockOf(text, 'table');
  return [
    columns.map(({ title }) => title).join(' | '),
    ...rows.map(({ cells }) => cells.map(plainText).join(' | ')),
  ];
}

describe('a table with rows', () => {
  test('is shown as given, with categories put together', () => {
    const text =
      '表 甲\n| 类别 | 指标 | 2020年 | 属性 |\n| --- | --- | --- | --- |\n| 经济 | 乙（个） | 3* | 预期性 |\n| 经济 | 丙（个） | — | 预期性 |\n注：带*的为2019年数据。\n';
    expect(html(text)).toBe(
      `<table data-line="0">
<caption>甲</caption>
<thead>
<tr><th scope="col" class="category">类别</th><th scope="col">指标</th><th scope="col" class="value">2020年</th><th scope="col" class="binding">属性</th></tr>
</thead>
<tbody>
<tr data-line="3"><td class="category" rowspan="2">经济</td><th scope="row">乙（个）</th><td class="value">3*</td><td class="binding">预期性</td></tr>
<tr data-line="4"><th scope="row">丙（个）</th><td class="value">—</td><td class="binding">预期性</td></tr>
</tbody>
</table>
<p class="note" data-line="5">注：带*的为2019年数据。</p>
`,
    );
  });

  test('gets cells where a row has too few or too many', () => {
    expect(rowsOf('表 甲\n| 指标 | 2020年 |\n| 乙 |\n| 丙 | 1 | 2 |\n')).toEqual([
      '指标 | 2020年 | ',
      '乙 |  | ',
      '丙 | 1 | 2',
    ]);
  });

  test('may stand without its line, as when pasted', () => {
    expect(markdown('| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |')).toBe(
      '| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n',
    );
    expect(blockOf('| 甲 | 乙 |\n| 1 | 2 |', 'table').hasHeader).toBe(false);
    expect(markdown('|')).toBe('|  |\n| --- |\n|  |\n');
  });
});

const header = '规划：甲\n期间：2021—2025年\n基期：2020年\n\n';

describe('a table without rows is made from the indicators', () => {
  test('with the columns that hold something', () => {
    const text = `${header}指标 产值（亿元）
类别：经济
属性：预期性
2020年：2.20亿元

指标 增长率（%）
类别：民生
属性：约束性

目标 产值：达3.0亿元
目标 增长率：控制在3%以内
目标 农田：五年累计新增3000亩

表 主要指标
`;
    expect(rowsOf(text)).toEqual([
      '类别 | 指标 | 2020年 | 2025年 | 年均/累计 | 属性',
      '经济 | 1.产值（亿元） | 2.20 | 3.0 | — | 预期性',
      '民生 | 2.增长率（%） | — | ＜3 | — | 约束性',
      '其他 | 3.农田（亩） | — | — | 〔3000〕 | —',
    ]);
    expect(html(text)).toContain('<p class="note">注：〔〕内为5年累计数。</p>');
  });

  test('and no more', () => {
    expect(rowsOf(`${header}目标 甲：3个\n\n表 乙`)).toEqual(['指标 | 2025年', '甲（个） | 3']);
  });

  test.each([
    ['突破380万元', '甲（万元） | ＞380'],
    ['不少于380人', '甲（人） | ＞380'],
    ['30吨以上', '甲（吨） | ＞30'],
    ['不超过30吨', '甲（吨） | ＜30'],
    ['约30天', '甲（天） | 30左右'],
    ['近30公里', '甲（公里） | 近30'],
    ['500余户', '甲（户） | 500余'],
    ['3—5项', '甲（项） | 3—5'],
    ['三至五场', '甲（场） | 三至五'],
    ['由86%提高到92%', '甲（%） | 92'],
    ['保持5000亩', '甲（亩） | 5000'],
    ['突破千万元', '甲（万元） | ＞1000'],
    ['20,000人', '甲（人） | 20,000'],
    ['全覆盖', '甲 | 全覆盖'],
    ['“稳中有升”', '甲 | 稳中有升'],
    ['增长12%以上', '甲 | 增长12%以上'],
    ['一季度完成300亩', '甲（亩） | 300（一季度）'],
    ['xxx万元', '甲（万元） | xxx'],
    ['达xx', '甲 | xx'],
  ])('目标 甲：%s', (claim, row) => {
    expect(rowsOf(`${header}目标 甲：${claim}\n\n表 乙`)[1]).toBe(row);
  });

  test.each([
    ['年均增长8%', '甲 | 增长8%'],
    ['年均增长5%～8%', '甲 | 增长5%～8%'],
    ['“十四五”期间累计13.5%', '甲（%） | 〔13.5〕'],
    ['“十四五”期间累计提高1岁', '甲（岁） | 〔1〕'],
  ])('over the years: %s', (claim, row) => {
    const [head, first] = rowsOf(`${header}目标 甲：${claim}\n\n表 乙`);
    expect([head, first]).toEqual(['指标 | 年均/累计', row]);
  });

  test('with the base that follows from an exact change', () => {
    expect(rowsOf(`${header}目标 甲：达3亿元，比基期增0.8亿元\n\n表 乙`)).toEqual([
      '指标 | 2020年 | 2025年',
      '甲（亿元） | 2.2 | 3',
    ]);
  });

  test('with parts below their whole, in the order of the statement', () => {
    const text = `${header}目标 投资：达3亿元，其中：丙项1.6亿元、乙项1.4亿元\n目标 税收：5亿元\n\n表 丁`;
    expect(rowsOf(text).slice(1)).toEqual([
      '投资（亿元） | 3',
      '其中：丙项（亿元） | 1.6',
      '其中：乙项（亿元） | 1.4',
      '税收（亿元） | 5',
    ]);
  });

  test('with results and targets apart where no year is told', () => {
    expect(rowsOf('目标 甲：3个\n实绩 甲：2个\n\n表 乙')).toEqual([
      '指标 | 实绩 | 目标',
      '甲（个） | 2 | 3',
    ]);
  });

  test('with another unit beside its figure', () => {
    expect(rowsOf('指标 甲（万元）\n2020年：30万元\n2021年：0.5亿元\n\n表 乙')).toEqual([
      '指标 | 2020年 | 2021年',
      '甲（万元） | 30 | 0.5亿元',
    ]);
  });

  test('in the script of the document', () => {
    expect(rowsOf('計劃：甲\n\n目標 乙：突破千萬元\n\n表 丙')).toEqual([
      '指標 | 目標',
      '乙（萬元） | ＞1000',
    ]);
    expect(rowsOf('plan: A\nperiod: 2026\n\ntarget B: at least 6 miles\n\ntable C')).toEqual([
      'Indicator | 2026',
      'B (miles) | ≥6',
    ]);
  });

  test('and says so where there is none', () => {
    expect(html('表 甲')).toContain(
      '<mark class="problem" title="还没有可以汇入本表的指标">还没有可以汇入本表的指标</mark>',
    );
  });
});
