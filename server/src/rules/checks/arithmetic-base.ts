import { certainConflicts, disagreement } from '../arithmetic.ts';
import { hasConflicts } from '../indicator-signals.ts';
import type { IndicatorRule } from '../rule.ts';

/** A change against the base that is printed elsewhere (N02, N09). */
const rule: IndicatorRule = {
  name: 'arithmetic-base',
  scope: 'indicator',
  waitsFor: hasConflicts,
  tier: 'error',
  title: {
    zh: '增量或增速与写明的基数对不上',
    en: 'A change disagrees with the base that is given',
  },
  description: {
    zh: '指标的基数在别处写过（指标下的“2020年：2.2亿元”、表格、上年实绩），目标又写了比它增加多少，基数加增量就应当等于目标。按四舍五入能取到的范围计算，怎么取都对不上才报；12家、21个这样的个数不会四舍五入，差一个也给提示。生产总值和增加值的增速按可比价计算，没有写明价格口径时不与现价数值核对。',
    en: 'When the base of an indicator is printed (a value under the indicator, a table, last year’s result) and a target says how much it grows, base and change must make the target. It is reported only when no rounding can explain the figures; numbers of things, such as 12 firms, are not rounded, and one too many is worth a hint. Growth of gross product and value added is told at comparable prices and is not held against nominal levels unless the price basis is declared.',
  },
  examples: {
    wrong: [
      '规划：试\n期间：2021—2025年\n基期：2020年\n\n指标 税收收入（亿元）\n2020年：2.4亿元\n\n目标 税收收入：达3.0亿元，比基期增⟦0.8亿元⟧',
      '计划：试\n期间：2004年\n\n实绩 财政总收入：2003年4.02亿元\n目标 财政总收入：4.62亿元，比上年增长⟦25%⟧',
      '规划：试\n期间：2021—2025年\n\n指标 粮食产量（吨）\n2020年：5000吨\n\n目标 粮食产量：6000吨，年均增长⟦8%⟧',
    ],
    right: [
      '规划：试\n期间：2021—2025年\n基期：2020年\n\n指标 税收收入（亿元）\n2020年：2.2亿元\n\n目标 税收收入：达3亿元，比基期增0.8亿元',
      '计划：试\n期间：2004年\n\n实绩 财政总收入：2003年4.02亿元\n目标 财政总收入：4.62亿元，比上年增长15%',
      '计划：试\n期间：2004年\n\n实绩 镇域生产总值：2003年47.29亿元\n目标 镇域生产总值：2004年53.94亿元，比上年增长10%',
      '规划：试\n期间：2021—2025年\n\n指标 粮食产量（吨）\n2020年：5000吨\n\n目标 粮食产量：6000吨，年均增长3.7%',
    ],
  },
  check(indicator, model, report) {
    for (const conflict of certainConflicts(indicator, model)) {
      if (conflict.kind === 'base') report(disagreement(conflict));
    }
  },
};

export default rule;
