/** 指标 粮食产量 with 单位：吨 below it: the unit stands behind the name, in parentheses. */
import type { PlanModel } from '../../model/model.ts';
import { parseUnit } from '../../model/units.ts';
import type { Line } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { anyWord } from '../signals.ts';
import { wholeLine } from '../text.ts';

const unitLine = /^\s*(?:计量单位|計量單位|单位|單位|units?)\s*[：:]\s*(\S.*?)\s*$/i;

/** The indicator in whose lines this one stands. */
function indicatorAbove(unit: Line, { tree: { lines } }: PlanModel): Line | undefined {
  for (let index = lines.indexOf(unit) - 1; index >= 0; index--) {
    const line = lines.at(index);
    if (line.kind === 'indicator') return line;
    if (line.kind !== 'field' && line.kind !== 'value') return undefined;
  }
  return undefined;
}

const rule: DocumentRule = {
  name: 'unit-line',
  tier: 'warning',
  scope: 'document',
  kinds: ['prose'],
  waitsFor: anyWord(['单位', '單位', 'unit', 'Unit']),
  reads: ({ text }) => unitLine.test(text),
  // Whether it stands below an indicator, the lines above it tell.
  dependsOn: 'any',
  title: { zh: '单位另写了一行', en: 'A unit in a line of its own' },
  description: {
    zh: '指标的单位写在名称后面的括号里：“指标 粮食产量（吨）”。另写一行“单位：吨”只是一句正文，下面的数就没有单位，不能与别处的“吨”“万吨”核对。',
    en: 'The unit of an indicator stands behind its name in parentheses: “indicator Visitors (people)”. A line “unit: people” below it is only a sentence, and the figures have no unit to be compared by.',
  },
  examples: {
    wrong: [
      '指标 粮食产量\n⟦单位：吨⟧\n2025年：4800',
      '指标 税收收入\n属性：预期性\n⟦计量单位：万元⟧\n2025年：380',
      'indicator Visitors\n⟦unit: people⟧\n2025: 4800',
    ],
    right: [
      '指标 粮食产量（吨）\n2025年：4800',
      '指标 粮食产量\n2025年：4800\n\n单位：吨',
      '指标 粮食产量\n单位：县农业局\n2025年：4800吨',
    ],
  },
  check(lines, model, report) {
    for (const line of lines) {
      const [, unit] = unitLine.exec(line.text) ?? [];
      const indicator = unit && parseUnit(unit) ? indicatorAbove(line, model) : undefined;
      const statement = indicator?.statement;
      if (!indicator || statement?.kind !== 'indicator' || !statement.name || statement.unit)
        continue;
      const { name } = statement;
      const isChinese = /\p{Script=Han}/u.test(name.text);
      const behind = isChinese ? `（${unit}）` : ` (${unit})`;
      const right = `${name.text}${behind}`;
      report({
        line,
        start: line.text.search(/\S/),
        end: line.text.trimEnd().length,
        message: {
          zh: `单位写在名称后面的括号里：“${right}”。现在这一行只当作正文，下面的数没有单位。`,
          en: `The unit stands behind the name, in parentheses: “${right}”. Now this line is only a sentence, and the figures have no unit.`,
        },
        fixes: [
          {
            title: { zh: `写成“${right}”`, en: `Write “${right}”` },
            edits: [
              { line: indicator, start: name.end, end: name.end, newText: behind },
              wholeLine(line),
            ],
          },
        ],
      });
    }
  },
};

export default rule;
