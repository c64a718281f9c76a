/** What is read in texts that are no plan: their tables, and what their titles say of the sentences below. */
import { expect, test } from 'vitest';
import { PlanModel } from '../../../server/src/model/model.ts';
import { periodCode } from '../../../server/src/model/periods.ts';
import { PlanTree } from '../../../server/src/syntax/document.ts';

/** `indicator role figure change period` of every claim. */
function said(text: string): string[] {
  const tree = PlanTree.parse(text, { proseOnly: true });
  const model = PlanModel.of(tree);
  return [...tree.lines].flatMap((line) =>
    model
      .claimsOf(line)
      .map(({ indicator, role, value, unit, change, total, period }) =>
        [
          indicator,
          role,
          value === undefined ? '' : `${value}${unit}`,
          change ? `${change.value}${change.unit}` : '',
          total ? 'total' : '',
          period ? periodCode(period) : '',
        ]
          .filter((word) => word !== '')
          .join(' '),
      ),
  );
}

test('a table of indicators under a title that tells of targets', () => {
  const text = `## 主要目标

| 指标 | 单位 | 2020年 | 2025年 | 年均增速［累计］ |
| --- | --- | --- | --- | --- |
| 工业总产值 | 亿元 | 6.2 | 9.1 | 8左右 |
| 绿化覆盖率 | % | 31 | 36 | ［5］ |
| 新建公园 | 个 | — | — | ［12］ |

建成书屋3个。
`;
  expect(said(text)).toEqual([
    '工业总产值 base 6.2亿元 2020',
    '工业总产值 target 9.1亿元 2025',
    '工业总产值 target 8% 2025',
    '绿化覆盖率 base 31% 2020',
    '绿化覆盖率 target 36% 2025',
    '绿化覆盖率 target 5% total 2021-2025',
    '新建公园 target 12个 total 2021-2025',
    '书屋 target 3个',
  ]);
});

test('a title names the year of what stands below it, and 明年 is the one after', () => {
  const text = `临水县2024年国民经济和社会发展统计公报

一、综合

年末常住人口32万人，全年税收收入5.2亿元。

二、明年工作打算

修建水渠9公里。
`;
  expect(said(text)).toEqual([
    '常住人口 result 32万人 2024',
    '税收收入 result 5.2亿元 2024',
    '修建水渠 target 9公里 2025',
  ]);
  expect(said('臨水鎮二〇二四年工作總結\n\n完成稅收900萬元。\n')).toEqual([
    '稅收 result 900萬元 2024',
  ]);
});

test('what is wrong and what is to be done about it are told in one section', () => {
  const text = `三、存在问题和改进措施

还有2个标段未按期完工。下一步，力争支付率达到100%。
`;
  expect(said(text)).toEqual(['标段 result 2个', '支付率 target 100%']);
});

test('a draft of a budget tells targets', () => {
  const text = `二、2025年预算草案

教育支出安排3.6亿元，比上年年初预算增长4%。
`;
  expect(said(text)).toEqual(['教育支出 target 3.6亿元 4% 2025']);
});

test('columns that name no year are of the year above, and growth is a change', () => {
  const text = `表1 2025年主要指标（单位：万元）

| 指标 | 绝对数 | 比上年增长（%） | 位次 |
| --- | --- | --- | --- |
| 税收收入 | 5,230 | -3.2 | 4 |
| 其中：增值税 | 2160 | 1.5 | — |
| 城镇化率（%） | 52.3 | 0.8 | 2 |
| 合计 | 9000 | 2.0 | |
`;
  expect(said(text)).toEqual([
    '税收收入 result 5230万元 2025',
    '税收收入 result -3.2% 2025',
    '税收收入 result 4位 2025',
    '增值税 result 2160万元 2025',
    '增值税 result 1.5% 2025',
    '城镇化率 result 52.3% 2025',
    '城镇化率 result 0.8个百分点 2025',
    '城镇化率 result 2位 2025',
  ]);
});

test('a head over two rows', () => {
  const text = `| 指标 | 2024年 | | 2025年 | |
| --- | --- | --- | --- | --- |
| | 实绩（亿元） | 增长% | 目标（亿元） | 增长% |
| 工业产值 | 6.2 | 5 | 6.6 | 6 |
`;
  expect(said(text)).toEqual([
    '工业产值 result 6.2亿元 2024',
    '工业产值 result 5% 2024',
    '工业产值 target 6.6亿元 2025',
    '工业产值 target 6% 2025',
  ]);
});

test('in a table of towns or quarters the columns say what the figures are of', () => {
  const text = `2025年粮食生产情况

| 乡镇 | 播种面积（亩） | 总产量（吨） | 备注 |
| --- | --- | --- | --- |
| 东湖镇 | 32150 | 15840 | 2处受灾 |
| 合计 | 60750 | 29760 | |

| 季度 | 用电量（万千瓦时） |
| --- | --- |
| 一季度 | 312 |
`;
  expect(said(text)).toEqual([
    '东湖镇播种面积 result 32150亩 2025',
    '东湖镇总产量 result 15840吨 2025',
    '播种面积 result 60750亩 2025',
    '总产量 result 29760吨 2025',
    '用电量 result 312万千瓦时 2025Q1',
  ]);
});

test('a budget beside what came of it is an aim, and a caption says what is told of villages', () => {
  const text = `2025年预算执行情况（单位：万元）

| 科目 | 2025年预算数 | 2025年执行数 | 为预算的% | 比上年增减% |
| --- | --- | --- | --- | --- |
| 一、税收收入 | 3300 | 3286 | 99.6 | -5.3 |

各村人均收入

| 村 | 2024年（元） |
| --- | --- |
| 东岭村 | 21300 |
`;
  expect(said(text)).toEqual([
    '税收收入 target 3300万元 2025',
    '税收收入 result 3286万元 2025',
    '税收收入 result 99.6% 2025',
    '税收收入 result -5.3% 2025',
    '东岭村人均收入 result 21300元 2024',
  ]);
});

test('what stands above a table is looked at again when it changes', () => {
  const tree = PlanTree.parse('表1 2024年指标\n\n| 指标 | 绝对数 |\n| 产值 | 5 |\n', {
    proseOnly: true,
  });
  const model = PlanModel.of(tree);
  const row = [...tree.lines][3];
  const seen = (): string[] =>
    model.claimsOf(row).map(({ unit, period }) => `${period?.to}${unit}`);
  const set = (line: number, from: number, to: number, text: string): void => {
    const range = { start: { line, character: from }, end: { line, character: to } };
    model.update(tree.edit({ range, text }));
  };
  expect(seen()).toEqual(['2024']);
  set(0, 3, 7, '2025');
  expect(seen()).toEqual(['2025']);
  set(1, 0, 0, '单位：亿元');
  expect(seen()).toEqual(['2025亿元']);
  set(1, 0, 5, '');
  expect(seen()).toEqual(['2025']);
});

test('a table with binding and expected figures tells of targets, whatever stands above it', () => {
  const text = `# 平湖区“十五五”规划主要指标

| 序号 | 指标 | 单位 | 2025年基期值 | 2030年 | 年均增速 | 属性 |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | 工业总产值 | 亿元 | 6.2 | 9.1 | 8 | 预期性 |
`;
  expect(said(text)).toEqual([
    '工业总产值 base 6.2亿元 2025',
    '工业总产值 target 9.1亿元 2030',
    '工业总产值 target 8% 2030',
  ]);
});

test('a table of projects tells of each what the titles of its columns say', () => {
  const text = `表1 2026年重点项目（单位：万元）

| 序号 | 项目名称 | 建设年限 | 总投资 | 2026年计划投资 | 责任单位 |
| --- | --- | --- | --- | --- | --- |
| 1 | 冷链物流园 | 2025—2027年 | 5200 | 1500 | 经发办 |
| | 合计 | | 5200 | 1500 | |
`;
  expect(said(text)).toEqual([
    '冷链物流园总投资 result 5200万元',
    '冷链物流园计划投资 target 1500万元 2026',
  ]);
});

test('in a table of towns what stands above 绝对数 and 增长 says what both are of', () => {
  const text = `表3 2025年各镇主要指标

| 镇 | 财政收入 | | 粮食产量（吨） | 增长（%） |
| --- | --- | --- | --- | --- |
| | 绝对数（万元） | 同比增长（%） | | |
| 青禾镇 | 1284 | 5.3 | 8600 | -2.1 |
`;
  expect(said(text)).toEqual([
    '青禾镇财政收入 result 1284万元 2025',
    '青禾镇财政收入 result 5.3% 2025',
    '青禾镇粮食产量 result 8600吨 2025',
    '青禾镇粮食产量 result -2.1% 2025',
  ]);
});

test('behind a look back the goals of a plan are those of its own years', () => {
  const text = `云溪县“十五五”林业发展规划

一、“十四五”工作回顾

造林3万亩。

二、重点任务

新建林道60公里。
`;
  expect(said(text)).toEqual([
    '造林 result 3万亩 2021-2025',
    '新建林道 target 60公里 total 2026-2030',
  ]);
});

test('lines with tabs between their cells are a table', () => {
  const text =
    '青禾镇2025年目标任务完成情况\n\n指标\t单位\t年度目标\t实际完成\n招商引资\t万元\t1200\t1146\n';
  expect(said(text)).toEqual(['招商引资 target 1200万元 2025', '招商引资 result 1146万元 2025']);
});

test('what has grown in all is no average', () => {
  const text = `## “十五五”目标

| 指标 | 2025年 | 2030年 | 累计增加 |
| --- | --- | --- | --- |
| 农田面积（万亩） | 31.6 | 38.0 | 6.4 |
`;
  expect(said(text)).toEqual([
    '农田面积 base 31.6万亩 2025',
    '农田面积 target 38.0万亩 2030',
    '农田面积 target 6.4万亩 2030',
  ]);
});
