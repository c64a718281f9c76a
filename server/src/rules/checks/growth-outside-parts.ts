import { expressionOn, isSum, namesInFormula } from '../../model/composition.ts';
import { hull, meets } from '../../model/interval.ts';
import { periodText } from '../../model/periods.ts';
import { placeOf, statementText } from '../../model/statements.ts';
import type { Claim } from '../../model/types.ts';
import { isDeclared } from '../indicator-signals.ts';
import type { IndicatorRule } from '../rule.ts';

/** The growth of a whole lies between the least and the greatest growth of its parts (N10). */
const rule: IndicatorRule = {
  name: 'growth-outside-parts',
  scope: 'indicator',
  waitsFor: isDeclared,
  tier: 'hint',
  title: {
    zh: '合计的增长率不在各分项之间',
    en: 'A whole grows faster or slower than all its parts',
  },
  description: {
    zh: '指标下写了“构成：A + B”，合计与各项都写了同一年的增长率。合计的增长率总在各项的最低与最高之间：两项分别增长5%和8%，合计不会增长10%。',
    en: 'An indicator declares its parts (A + B), and whole and parts all print their growth for one year. A whole cannot grow faster than the fastest of its parts or slower than the slowest.',
  },
  examples: {
    wrong: [
      '计划：试\n期间：2026年\n\n指标 总产值（亿元）\n构成：工业产值 + 农业产值\n\n目标 总产值：增长⟦10%⟧\n目标 工业产值：增长8%\n目标 农业产值：增长5%',
    ],
    right: [
      '计划：试\n期间：2026年\n\n指标 总产值（亿元）\n构成：工业产值 + 农业产值\n\n目标 总产值：增长7%\n目标 工业产值：增长8%\n目标 农业产值：增长5%',
      '计划：试\n期间：2026年\n\n指标 总产值（亿元）\n构成：工业产值 + 农业产值\n\n目标 总产值：增长9%\n目标 工业产值：增长8%',
      '计划：试\n期间：2026年\n\n指标 净产值（亿元）\n公式：工业产值 - 农业产值\n\n目标 净产值：增长9%\n目标 工业产值：增长8%\n目标 农业产值：增长5%',
    ],
  },
  check(indicator, model, report) {
    const names = indicator.declarations.flatMap(({ parts }) => {
      const expression = parts && expressionOn(parts.line);
      return expression && isSum(expression) ? namesInFormula(expression) : [];
    });
    if (names.length === 0) return;
    const parts = names.flatMap((name) => model.indicator(name) ?? []);
    if (parts.length < names.length) return;
    const whole = model.assess(indicator);
    for (const { period, stance } of whole.allVariables) {
      const own = period && whole.growthAt(stance, period);
      if (!period || !own?.claim.change) continue;
      const growths = parts.flatMap((part) => model.assess(part).growthAt(stance, period) ?? []);
      if (growths.length < parts.length) continue;
      const between = growths.map(({ interval }) => interval).reduce(hull);
      if (meets(own.interval, between)) continue;
      const text = (claim: Claim, language: 'zh' | 'en'): string =>
        statementText({ claim, aspect: 'change' }, language);
      const list = (language: 'zh' | 'en'): string =>
        growths
          .map(
            ({ claim }) =>
              `${claim.indicator}${language === 'zh' ? '' : ' '}${text(claim, language)}`,
          )
          .join(language === 'zh' ? '、' : ', ');
      report({
        ...placeOf({ claim: own.claim, aspect: 'change' }),
        message: {
          zh: `${periodText(period, 'zh')}“${indicator.name}”${text(own.claim, 'zh')}，而它的各项是${list('zh')}：合计的增长率应当在各项之间。`,
          en: `“${indicator.name}” is ${text(own.claim, 'en')} in ${periodText(period, 'en')}, but its parts are ${list('en')}: the growth of a whole lies between those of its parts.`,
        },
        related: growths.map(({ claim }) => ({
          ...placeOf({ claim, aspect: 'change' }),
          message: {
            zh: `${claim.indicator}${text(claim, 'zh')}`,
            en: `${claim.indicator}: ${text(claim, 'en')}`,
          },
        })),
      });
    }
  },
};

export default rule;
