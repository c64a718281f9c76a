/**
 * The reviewed arithmetic statements of the five documents, written as targets and results (figures
 * only): the inconsistent ones are found, of the consistent ones nothing is said above a hint.
 */
import { describe, expect, test } from 'vitest';
import { PlanModel } from '../../../server/src/model/model.ts';
import { PlanTree } from '../../../server/src/syntax/document.ts';
import { checked } from './fixtures.ts';

const header = '报告：甲镇工作报告\n期间：2003—2004年\n基期：2002年\n\n';

function arithmetic(text: string): string[] {
  const { checker } = checked(header + text);
  return checker
    .findings()
    .filter(({ tier }) => tier !== 'hint')
    .map(({ rule, tier }) => `${tier} ${rule}`);
}

describe('inconsistent', () => {
  test('D1: level, increment and growth', () => {
    expect(
      arithmetic('实绩 地方工业总产值：2003年25537.7万元，比上年同期增764.24万元，增长23%'),
    ).toEqual(['error arithmetic-change']);
  });
  test('D2: value added, told with its increment', () => {
    expect(
      arithmetic('实绩 工业增加值：2003年5803.4万元，比上年同期增157.8万元，增长0.6%'),
    ).toEqual(['error arithmetic-change']);
  });
  test('E33: what is left for farming follows from the whole and the other part', () => {
    const text = `${header}指标 工农业总产值（亿元）
构成：工业总产值 + 农业总产值

实绩 工农业总产值：2003年108.23亿元
实绩 工业总产值：2003年106.17亿元
目标 工农业总产值：2004年124.3亿元
目标 工业总产值：2004年122.4亿元
目标 农业总产值：“稳中有升”`;
    const model = PlanModel.of(PlanTree.parse(text));
    const farming = model.indicator('农业总产值');
    const derived = farming ? model.valuesOf(farming).filter((value) => value.derived) : [];
    expect(derived.map(({ period, printed }) => [period?.to, printed])).toEqual([
      [2003, '2.06亿元'],
      [2004, '1.9亿元'],
    ]);
    expect(
      checked(text)
        .checker.findings()
        .map(({ rule, tier }) => `${tier} ${rule}`),
    ).toContain('hint arithmetic-residual');
  });
});

test.each([
  ['B1', '实绩 签约项目：2003年5个，其中：重大项目2个、一般项目3个'],
  ['B2', '实绩 商贸城建筑面积：2003年5.6万平方米，其中：一期建筑面积2.8万平方米'],
  ['B4', '实绩 固定资产投资：2003年4亿元，其中：工业投资4亿元'],
  ['C5', '实绩 财政收入：2003年486.18万元，占年度任务的121.54%'],
  [
    'C6',
    '实绩 财政收入：2003年486.18万元，其中：税收收入436.16万元\n实绩 税收收入：2003年436.16万元，占财政收入的89.7%',
  ],
  ['C11', '实绩 到户增收项目：2003年新增1个，达到6个'],
  ['D1b', '实绩 地方工业总产值：2003年25537.7万元，比上年增4764.24万元，增长23%'],
  [
    'D5',
    '指标 财政税收（万元）\n构成：国税 + 地税 + 本级收入 + 烤烟税收\n\n实绩 财政税收：2003年1388.5万元\n实绩 国税：2003年872.6万元\n实绩 地税：2003年413.7万元\n实绩 本级收入：2003年5万元\n实绩 烤烟税收：2003年97.2万元',
  ],
  ['D8', '实绩 刑事案件：2003年5起，其中：破案5起'],
  ['D14', '实绩 工业总产值：2003年25537.7万元，其中：工业增加值5803.4万元'],
  [
    'E15',
    '实绩 工农业总产值：2003年108.23亿元，其中：工业总产值106.17亿元\n实绩 工业总产值：2003年突破百亿元',
  ],
  ['E17', '实绩 固定资产投资：2003年11.51亿元，同比增长71.4%，其中：企业投资6.29亿元'],
  ['E18', '实绩 技改投入：2003年4.62亿元，同比增长227%'],
  ['E19', '实绩 落实项目：2003年110多个，其中：建成投产项目60多个'],
  ['E20', '实绩 超亿元项目：2002年7个\n实绩 超亿元项目：2003年12个，比上年增加5个'],
  ['E23', '实绩 科技项目：2003年55项，其中：镇级科技项目46项'],
  ['E27', '实绩 镇域生产总值：2003年47.29亿元\n目标 镇域生产总值：2004年53.94亿元，比上年增长14%'],
  [
    'E28',
    '实绩 工农业总产值：2003年108.23亿元\n目标 工农业总产值：2004年124.3亿元，比上年增长14.8%',
  ],
  ['E29', '实绩 工业总产值：2003年106.17亿元\n目标 工业总产值：2004年122.4亿元，比上年增长15%'],
  ['E30', '实绩 财政总收入：2003年4.02亿元\n目标 财政总收入：2004年4.62亿元，比上年增长15%'],
  ['E31', '实绩 商品成交额：2003年44.53亿元\n目标 商品成交额：2004年48亿元，比上年增长8%'],
  ['E32', '实绩 居民人均收入：2003年6667元\n目标 居民人均收入：2004年7096元，比上年增长6%'],
  ['E37', '目标 规划面积：2004年由22平方公里扩大到50平方公里'],
  ['G2', '目标 引进项目：2004年3个以上\n目标 到位资金：2004年2亿元以上'],
  ['A1', '目标 国民收入：2004年达3亿元，比2002年增0.8亿元'],
  ['A3', '目标 税收：2004年突破380万元，比2002年增80万元'],
])('consistent: %s', (_id, text) => {
  expect(arithmetic(text)).toEqual([]);
});
