import { certainConflicts, disagreement } from '../arithmetic.ts';
import { hasConflicts } from '../indicator-signals.ts';
import type { IndicatorRule } from '../rule.ts';

/** The whole against 构成：A + B + C or 公式：A / B (N03). */
const rule: IndicatorRule = {
  name: 'arithmetic-sum',
  scope: 'indicator',
  waitsFor: hasConflicts,
  tier: 'error',
  title: { zh: '分项与合计对不上', en: 'Parts and whole disagree' },
  description: {
    zh: '指标下写了“构成：A + B”或“公式：A / B”，同一年份（同为目标或同为实绩）的各项都有数时，按式子算出来的应当等于写出来的。按四舍五入能取到的范围计算，怎么取都对不上才报；12家、21个这样的个数不会四舍五入，差一个也给提示。',
    en: 'An indicator declares its parts (A + B) or its formula (A / B), and all of them are printed for one period: what the formula makes must be what is printed. It is reported only when no rounding can explain the figures; numbers of things, such as 12 firms, are not rounded, and one too many is worth a hint.',
  },
  examples: {
    wrong: [
      '指标 财政税收（万元）\n构成：国税 + 地税\n\n实绩 财政税收：2003年⟦1388.5万元⟧\n实绩 国税：2003年872.6万元\n实绩 地税：2003年413.7万元',
      '指标 亩均产值（元/亩）\n公式：产值 / 面积\n\n目标 亩均产值：2025年⟦7000元/亩⟧\n目标 产值：2025年1200万元\n目标 面积：2025年2000亩',
    ],
    right: [
      '指标 财政税收（万元）\n构成：国税 + 地税\n\n实绩 财政税收：2003年1286.3万元\n实绩 国税：2003年872.6万元\n实绩 地税：2003年413.7万元',
      '指标 财政税收（亿元）\n构成：国税 + 地税\n\n目标 财政税收：2025年0.13亿元\n目标 国税：2025年872.6万元\n目标 地税：2025年413.7万元',
      '指标 财政税收（万元）\n构成：国税 + 地税\n\n实绩 财政税收：2003年1388.5万元\n目标 国税：2003年872.6万元',
      '指标 亩均产值（元/亩）\n公式：产值 / 面积\n\n目标 亩均产值：2025年6000元/亩\n目标 产值：2025年1200万元\n目标 面积：2025年2000亩',
    ],
  },
  check(indicator, model, report) {
    for (const conflict of certainConflicts(indicator, model)) {
      if (conflict.kind === 'formula') report(disagreement(conflict));
    }
  },
};

export default rule;
