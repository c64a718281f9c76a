import type { PrintedLevel } from '../../model/assessment.ts';
import {
  expressionOn,
  type Instance,
  instancesOf,
  namesInFormula,
} from '../../model/composition.ts';
import { decimalsOf, middle, printLevel, printValue } from '../../model/figures.ts';
import { meets, sub } from '../../model/interval.ts';
import type { PlanModel } from '../../model/model.ts';
import { periodText } from '../../model/periods.ts';
import type { Line } from '../../syntax/tree.ts';
import type { Fix, LineRule } from '../rule.ts';

/** The whole against 构成：A + B + C or 公式：A / B (N03). */
const rule: LineRule = {
  name: 'arithmetic-sum',
  scope: 'line',
  kinds: ['field'],
  tier: 'error',
  title: { zh: '分项与合计对不上', en: 'Parts and whole disagree' },
  description: {
    zh: '指标下写了“构成：A + B”或“公式：A / B”，同一年份（同为目标或同为实绩）的各项都有数时，按式子算出来的应当等于写出来的。按四舍五入能取到的范围计算，怎么取都对不上才报。',
    en: 'An indicator declares its parts (A + B) or its formula (A / B), and all of them are printed for one period: what the formula makes must be what is printed. It is reported only when no rounding can explain the figures.',
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
  indicatorsOf(line, model) {
    const whole = wholeOn(line, model);
    const expression = whole && expressionOn(line);
    if (!expression) return [];
    const names = [whole.name.text, ...namesInFormula(expression)];
    const keys = names.map((name) => model.indicator(name)?.key);
    return keys.some((key) => key === undefined) ? 'any' : (keys as string[]);
  },
  check(line, model, report) {
    const declaration = wholeOn(line, model);
    const whole = declaration && model.indicator(declaration.name.text);
    if (!whole) return;
    for (const instance of instancesOf(line, whole, model)) {
      if (meets(instance.computed, instance.whole.interval)) continue;
      const { claim } = instance.whole;
      const right = wholeText(instance);
      const parts = instance.parts.map(
        (part) => `${part.claim.indicator}${printLevel(part.claim)}`,
      );
      report({
        line: claim.line,
        start: claim.start,
        end: claim.end,
        message: {
          zh: `${periodText(instance.period, 'zh')}“${whole.name}”写的是${printLevel(claim)}，按${parts.join('、')}计算${right ? `应为${right}` : '对不上'}。`,
          en: `“${whole.name}” in ${periodText(instance.period, 'en')} is printed as ${printLevel(claim)}, but ${parts.join(', ')} make ${right ?? 'something else'}.`,
        },
        related: instance.parts.map((part) => ({
          line: part.claim.line,
          start: part.claim.start,
          end: part.claim.end,
          message: {
            zh: `${part.claim.indicator}：${printLevel(part.claim)}`,
            en: `${part.claim.indicator}: ${printLevel(part.claim)}`,
          },
        })),
        fixes: fixesOf(instance, line),
      });
    }
  },
};

/** The indicator whose 构成 or 公式 stands on this line. */
function wholeOn(line: Line, model: PlanModel) {
  const { statement, owner } = line;
  if (statement.kind !== 'field' || !owner) return undefined;
  if (statement.row.id !== 'parts' && statement.row.id !== 'formula') return undefined;
  return model.declarationOf(owner);
}

function digitsFor(level: PrintedLevel, value: ReturnType<typeof middle>): string | undefined {
  const { claim, unit } = level;
  return value && claim.value !== undefined
    ? printValue(value, unit, '', decimalsOf(claim.value))
    : undefined;
}

function wholeText({ whole, computed }: Instance): string | undefined {
  const digits = digitsFor(whole, middle(computed));
  return digits === undefined ? undefined : digits + whole.claim.unit;
}

/** The whole, or for a sum each part, as it would have to be for the others to hold. */
function fixesOf(instance: Instance, line: Line): Fix[] {
  const { whole, parts, computed } = instance;
  const candidates = [{ level: whole, value: middle(computed) }];
  const plain = line.statement.kind === 'field' && line.statement.row.id === 'parts';
  if (plain) {
    for (const part of parts) {
      const others = sub(computed, part.interval);
      candidates.push({ level: part, value: middle(sub(whole.interval, others)) });
    }
  }
  return candidates.flatMap(({ level, value }) => {
    const { claim } = level;
    const digits = digitsFor(level, value);
    const printed = claim.line.text.slice(claim.numberStart, claim.numberEnd);
    if (digits === undefined || digits === claim.value || digits.startsWith('-')) return [];
    if (!/^[0-9.,]+$/.test(printed)) return [];
    return [
      {
        title: {
          zh: `把“${claim.indicator}”的${printed}改为${digits}`,
          en: `Change ${printed} of “${claim.indicator}” to ${digits}`,
        },
        edits: [
          { line: claim.line, start: claim.numberStart, end: claim.numberEnd, newText: digits },
        ],
      },
    ];
  });
}

export default rule;
