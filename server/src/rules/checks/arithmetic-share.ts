import { certainConflicts, disagreement } from '../arithmetic.ts';
import { hasConflicts } from '../indicator-signals.ts';
import type { IndicatorRule } from '../rule.ts';

/** A share against its part and its whole, a completion rate against result and task. */
const rule: IndicatorRule = {
  name: 'arithmetic-share',
  scope: 'indicator',
  waitsFor: hasConflicts,
  tier: 'error',
  title: {
    zh: '占比、完成率与数值对不上',
    en: 'A share or completion rate disagrees with the figures',
  },
  description: {
    zh: '写了“占财政收入的89.7%”，同一年份的这一项和财政收入也都有数时，两数相除就应当等于这个占比；写了“完成年度计划的108.6%”，实绩除以同一年份的目标就应当等于这个完成率。按四舍五入能取到的范围计算，怎么取都对不上才报。',
    en: 'Where a share such as “89.7% of fiscal revenue” is printed and so are the part and the whole for that year, their quotient must be that share; a completion rate must be the result over the target of the same year. It is reported only when no rounding can explain the figures.',
  },
  examples: {
    wrong: [
      '报告：试\n期间：2025年\n\n实绩 财政收入：486.18万元\n实绩 税收收入：436.16万元，占财政收入的⟦98.7%⟧',
      '报告：试\n期间：2025年\n\n目标 造林面积：500亩\n实绩 造林面积：543亩，占年度计划的⟦118.6%⟧',
    ],
    right: [
      '报告：试\n期间：2025年\n\n实绩 财政收入：486.18万元\n实绩 税收收入：436.16万元，占财政收入的89.7%',
      '报告：试\n期间：2025年\n\n目标 造林面积：500亩\n实绩 造林面积：543亩，占年度计划的108.6%',
      '报告：试\n期间：2024—2025年\n\n实绩 财政收入：2024年486.18万元\n实绩 税收收入：2025年436.16万元，占财政收入的98.7%',
    ],
  },
  check(indicator, model, report) {
    for (const conflict of certainConflicts(indicator, model)) {
      if (conflict.kind === 'share') report(disagreement(conflict));
    }
  },
};

export default rule;
