/** Two 指标 lines for one indicator. */

import type { PlanModel } from '../../model/model.ts';
import type { IndicatorDeclaration } from '../../model/types.ts';
import { parseUnit, surelyDifferent } from '../../model/units.ts';
import type { Line } from '../../syntax/tree.ts';
import { isDeclared } from '../indicator-signals.ts';
import type { Fix, IndicatorRule } from '../rule.ts';
import { standsHere, wholeLine } from '../text.ts';

/** Units that cannot be converted: which of the two is meant decides every check. */
function unitsDiffer(a: IndicatorDeclaration, b: IndicatorDeclaration): boolean {
  const first = a.unit && parseUnit(a.unit.text);
  const second = b.unit && parseUnit(b.unit.text);
  return first !== undefined && second !== undefined && surelyDifferent(first, second);
}

/** The declaration goes with its fields, which would mean nothing without it. */
function removal({ line }: IndicatorDeclaration, model: PlanModel): Fix {
  const { lines } = model.tree;
  const block: Line[] = [line];
  for (let index = lines.indexOf(line) + 1; index < lines.length; index++) {
    const below = lines.at(index);
    if (below.after.owner !== line) break;
    if (below.kind === 'field' || below.kind === 'value') block.push(below);
  }
  return {
    title: { zh: '删去这一处声明', en: 'Remove this declaration' },
    edits: block.map(wholeLine),
  };
}

const rule: IndicatorRule = {
  name: 'duplicate-declaration',
  tier: 'error',
  scope: 'indicator',
  waitsFor: isDeclared,
  title: { zh: '指标重复声明', en: 'Indicator declared twice' },
  description: {
    zh: '同一个指标（或它的别名）有两行“指标”，单位、口径等以第一处为准，后一处不起作用。两处的单位不能换算时是错误。',
    en: 'One indicator, or an alias of it, has two “indicator” lines. The first one counts and the other has no effect. It is an error where their units cannot be converted.',
  },
  examples: {
    wrong: [
      '指标 粮食产量（万吨）\n来源：镇统计站\n\n指标 ⟦粮食产量⟧（亩）',
      '指标 税收收入（万元）\n\n指标 ⟦税收收入⟧（亿元）',
    ],
    right: ['指标 粮食产量（万吨）\n\n指标 油料产量（万吨）'],
  },
  check({ declarations }, model, report) {
    const [first, ...others] = declarations;
    for (const other of others) {
      if (!standsHere(other.line, model)) continue;
      const differ = unitsDiffer(first, other);
      report({
        line: other.line,
        start: other.name.start,
        end: other.name.end,
        ...(differ ? {} : { tier: 'warning' }),
        message: differ
          ? {
              zh: `“${other.name.text}”前面已经声明过，单位是“${first.unit?.text}”，这里却是“${other.unit?.text}”，不能换算。`,
              en: `“${other.name.text}” was declared before in “${first.unit?.text}”; here it is in “${other.unit?.text}”, which cannot be converted.`,
            }
          : {
              zh: `“${other.name.text}”前面已经声明过，这一处不起作用。把要补充的写到前一处，删去这里。`,
              en: `“${other.name.text}” was declared before and this has no effect. Move what is new to the first declaration and remove this one.`,
            },
        related: [
          {
            line: first.line,
            start: first.name.start,
            end: first.name.end,
            message: { zh: '第一处声明', en: 'The first declaration' },
          },
        ],
        fixes: [removal(other, model)],
      });
    }
  },
};

export default rule;
