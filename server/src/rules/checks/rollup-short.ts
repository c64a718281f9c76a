import type { IndicatorVariable } from '../../model/assessment.ts';
import { levelStatement } from '../../model/conflicts.ts';
import { decimalsOf, printLevel, printValue } from '../../model/figures.ts';
import { add, intersect, isEmpty, meets, middle, wholeLine } from '../../model/interval.ts';
import { periodText } from '../../model/periods.ts';
import { placeOf } from '../../model/statements.ts';
import { comparable } from '../../model/units.ts';
import type { IndicatorRule } from '../rule.ts';

/** The plans of the level below together aim at less than this plan does. */
const rule: IndicatorRule = {
  name: 'rollup-short',
  scope: 'indicator',
  tier: 'warning',
  title: {
    zh: '下级的目标加起来不够',
    en: 'The plans of the level below do not add up to the aim',
  },
  description: {
    zh: '文件头写了“汇总：”，列出的下级规划都写了这项指标同一年的目标，加起来却比本规划的目标小：下级都完成了，本级也完不成。只看可以相加的指标（比率、排名、增速不看），下级有一份没写这项指标就不核对。',
    en: 'The header rolls up the plans of the level below, all of them aim at this indicator for the same year, and together they come to less than this plan: even if all of them succeed, it will not. Only amounts that add up are looked at, and nothing is said where one of the plans has no such aim.',
  },
  // Other files are needed; test/unit/rules/rollup.test.ts has them.
  examples: { wrong: [], right: ['规划：试\n期间：2025年\n\n目标 粮食产量：500吨'] },
  check(indicator, model, report) {
    const { rollup } = model.related;
    if (rollup.length === 0) return;
    const { nature } = indicator.declarations[0] ?? {};
    const whole = model.assess(indicator);
    if (whole.unit?.dimension === 'ratio' || nature === 'ratio' || nature === 'growth') return;
    for (const variable of whole.allVariables) {
      const { period, stance } = variable;
      const [own] = variable.levels;
      if (!own || !period || stance !== 'target' || variable !== whole.variableAt(stance, period)) {
        continue;
      }
      const parts = rollup.flatMap((plan) => {
        const part = plan.indicator(indicator.name);
        const assessment = part && plan.assess(part);
        const found = assessment?.variableAt('target', period);
        const unit = assessment?.unit;
        return found?.levels.length && unit && whole.unit && comparable(unit, whole.unit)
          ? [found]
          : [];
      });
      if (parts.length < rollup.length) continue;
      const sum = parts.map(intervalOf).reduce(add);
      const aim = intervalOf(variable);
      // At least the sum, or at most: only what is certainly less is told.
      if (meets(aim, sum) || !isLess(sum.high.value, aim.low.value)) continue;
      const value = middle(sum);
      const { claim, unit } = own;
      const sameUnit = parts
        .flatMap(({ levels }) => levels)
        .filter((level) => level.claim.unit === claim.unit);
      const decimals = Math.max(
        ...sameUnit.map((level) => decimalsOf(level.claim.value)),
        decimalsOf(claim.value),
      );
      const text = value ? printValue(value, unit, claim.unit, decimals) : '';
      report({
        ...placeOf(levelStatement(own)),
        message: {
          zh: `${rollup.length}份下级规划${periodText(period, 'zh')}的“${indicator.name}”加起来${text ? `是${text}` : '不够'}，比这里的${printLevel(claim)}少。`,
          en: `The ${rollup.length} plans of the level below come to ${text || 'less'} for “${indicator.name}” in ${periodText(period, 'en')}, less than ${printLevel(claim)} here.`,
        },
        related: parts.flatMap(({ levels: [level] }) => {
          const place = placeOf(levelStatement(level));
          const figure = printLevel(level.claim);
          return [{ ...place, message: { zh: figure, en: figure } }];
        }),
      });
    }
  },
};

function intervalOf({ levels }: IndicatorVariable) {
  const common = levels.reduce((all, level) => intersect(all, level.interval), wholeLine);
  return isEmpty(common) ? levels[0].interval : common;
}

type Bound = ReturnType<typeof intervalOf>['low']['value'];

function isLess(high: Bound, low: Bound): boolean {
  return high !== undefined && low !== undefined && high.compare(low) < 0;
}

export default rule;
