/** A binding indicator with 左右 or 力争. */
import { isDeclared } from '../indicator-signals.ts';
import type { IndicatorRule } from '../rule.ts';
import { standsHere } from '../text.ts';

const rule: IndicatorRule = {
  name: 'binding-hedged',
  tier: 'off',
  scope: 'indicator',
  waitsFor: isDeclared,
  title: { zh: '约束性指标留了余地', en: 'A hedged binding indicator' },
  description: {
    zh: '约束性指标是必须完成的，“左右”“力争”留了余地，考核时不好判断。国家规划里也有这样写的，所以默认不查，需要时在设置里打开。',
    en: 'A binding indicator has to be met; “about” or “strive for” leaves room, and nobody can tell whether it was met. National plans do so too, hence this check is off unless asked for.',
  },
  examples: {
    wrong: ['指标 粮食产量（万吨）\n属性：约束性\n\n目标 粮食产量：达⟦5万吨左右⟧'],
    right: [
      '指标 粮食产量（万吨）\n属性：约束性\n\n目标 粮食产量：达5万吨以上',
      '指标 粮食产量（万吨）\n属性：预期性\n\n目标 粮食产量：力争达5万吨左右',
    ],
  },
  check({ declarations, claims }, model, report) {
    if (!declarations.some(({ binding }) => binding === 'binding')) return;
    for (const { line, role, hedge, commitment, start, end } of claims) {
      if (role !== 'target' || !standsHere(line, model)) continue;
      if (hedge !== 'about' && commitment !== '力争' && commitment !== '争取') continue;
      report({
        line,
        start,
        end,
        message: {
          zh: '这是约束性指标，目标不留“左右”“力争”一类的余地。',
          en: 'This indicator is binding: its target leaves no room such as “about” or “strive for”.',
        },
      });
    }
  },
};

export default rule;
