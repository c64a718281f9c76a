import { certainConflicts, disagreement } from '../arithmetic.ts';
import { hasConflicts } from '../indicator-signals.ts';
import type { IndicatorRule } from '../rule.ts';

/** Level, increment and growth of one statement (N01, N09). */
const rule: IndicatorRule = {
  name: 'arithmetic-change',
  scope: 'indicator',
  waitsFor: hasConflicts,
  tier: 'error',
  title: {
    zh: '数值、增量和增速对不上',
    en: 'Level, increment and growth disagree',
  },
  description: {
    zh: '同一项指标同时写了数值、增量和增速（或年均增速）时，三者互相决定：数值减增量是基数，增量除以基数是增速。按四舍五入能取到的范围计算，怎么取都对不上才报；12家、21个这样的个数不会四舍五入，差一个也给提示。生产总值的增速按可比价计算，没有写明价格口径时不核对；写了“价格：”的按写的办。',
    en: 'When a level, its increment and its growth (or average growth) are printed together, each follows from the others: level minus increment is the base, increment over base is the growth. It is reported only when no rounding can explain the figures; numbers of things, such as 12 firms, are not rounded, and one too many is worth a hint. Growth of gross product is told at comparable prices and is left alone unless the price basis is declared.',
  },
  examples: {
    wrong: [
      '目标 工业总产值：25537.7万元，比上年增764.24万元，增长⟦23%⟧',
      '期间：2025年\n目标 税收收入：380万元，比上年增80万元，增长⟦50%⟧',
      'target Library visits: 36,000 visits, up 6,000 visits from last year, up ⟦25%⟧',
    ],
    right: [
      '目标 工业总产值：25537.7万元，比上年增4764.24万元，增长23%',
      '目标 税收收入：380万元，比上年增80万元，增长26.7%',
      '目标 地区生产总值：47.29亿元，比上年增3亿元，增长10.3%',
      '目标 财政收入：约380万元，比上年增80万元，增长50%',
      'target Library visits: 36,000 visits, up 6,000 visits from last year, up 20%',
    ],
  },
  check(indicator, model, report) {
    for (const conflict of certainConflicts(indicator, model)) {
      if (conflict.kind === 'change') report(disagreement(conflict));
    }
  },
};

export default rule;
