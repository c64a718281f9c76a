import { printPlain } from '../../model/assessment.ts';
import { levelStatement } from '../../model/conflicts.ts';
import { decimalsOf, printLevel, printValue } from '../../model/figures.ts';
import { middle } from '../../model/interval.ts';
import { placeOf, statementText } from '../../model/statements.ts';
import { hasFigures } from '../indicator-signals.ts';
import type { IndicatorRule } from '../rule.ts';

/** An aim that fits its growth only by rounding (N02). */
const rule: IndicatorRule = {
  name: 'arithmetic-loose',
  scope: 'indicator',
  waitsFor: hasFigures,
  tier: 'hint',
  title: {
    zh: '目标数与增长率只在四舍五入后相符',
    en: 'An aim fits its growth only by rounding',
  },
  description: {
    zh: '目标写了数值和比上年的增长率，上年的数也有。计划中的增长率一般就是写明的数：6667元增长6%恰好是7067元，写成7096元，四舍五入后增长率也是6%，但更像是写错了数字。两个数若都没有错，可以把增长率多写一位小数。',
    en: 'An aim prints its level and its growth, and the figure of the year before is known. A planned rate is exact as a rule: 6,667 plus 6 % is 7,067. With 7,096 the growth still rounds to 6 %, but the digits look like a slip. If both are right, print the rate with one more decimal.',
  },
  examples: {
    wrong: [
      '计划：试\n期间：2004年\n\n实绩 居民收入：2003年6667元\n目标 居民收入：⟦7096元⟧，比上年增长6%',
      '计划：试\n期间：2004年\n\n去年居民收入6667元，同比增长4.6%。今年的目标是居民收入⟦7096元⟧，比上年增长6%。',
    ],
    right: [
      '计划：试\n期间：2004年\n\n实绩 居民收入：2003年6667元\n目标 居民收入：7067元，比上年增长6%',
      '计划：试\n期间：2004年\n\n实绩 财政收入：2003年4.02亿元\n目标 财政收入：4.62亿元，比上年增长15%',
      '计划：试\n期间：2004年\n\n实绩 居民收入：2003年6667元\n目标 居民收入：7096元，比上年增长6%以上',
      '计划：试\n期间：2004年\n\n实绩 居民收入：2003年6667元，比上年增长4.6%\n实绩 居民收入：2004年7096元，比上年增长6%',
    ],
  },
  check(indicator, model, report) {
    for (const { claim, base, exact, growth, unit, change } of model.looseAimsOf(indicator)) {
      const aim = middle(exact);
      const rate = middle(growth);
      if (!aim || !rate) continue;
      const decimals = decimalsOf(claim.value);
      const right = printValue(aim, unit, claim.unit, decimals);
      const perHundred = `${printPlain(rate.mul(100), decimalsOf(change.value) + 1)}%`;
      const from = levelStatement(base);
      report({
        line: claim.line,
        start: claim.start,
        end: claim.end,
        message: {
          zh: `${printLevel(claim)}比${statementText(from, 'zh')}增长${perHundred}，四舍五入才是${change.value}${change.unit}。增长率若恰好是${change.value}${change.unit}，应为${right}。`,
          en: `${printLevel(claim)} is ${perHundred} more than ${statementText(from, 'en')}, which only rounds to ${change.value}${change.unit}. Exactly ${change.value}${change.unit} would make ${right}.`,
        },
        related: [
          {
            ...placeOf(from),
            message: {
              zh: `上年的数是${statementText(from, 'zh')}`,
              en: `The figure it grows from: ${statementText(from, 'en')}`,
            },
          },
        ],
        fixes: [
          {
            title: {
              zh: `把${claim.value}改为${printValue(aim, unit, '', decimals)}`,
              en: `Change ${claim.value} to ${printValue(aim, unit, '', decimals)}`,
            },
            edits: [
              {
                line: claim.line,
                start: claim.numberStart,
                end: claim.numberEnd,
                newText: printValue(aim, unit, '', decimals),
              },
            ],
          },
        ],
      });
    }
  },
};

export default rule;
