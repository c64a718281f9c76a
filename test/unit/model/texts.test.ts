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
