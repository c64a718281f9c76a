/** 25537.7万元, 增764.24万元: the increment is printed finer than the level. */
import { formatDecimal, parseDecimal } from '../../model/numbers.ts';
import type { Place } from '../../model/types.ts';
import type { Fix, LineRule } from '../rule.ts';
import { hasChange } from '../signals.ts';
import { changeTo } from '../text.ts';

/** The level with as many decimals. Whether the further digits are zeros only the writer knows. */
function withDecimals(place: Place, value: string, decimals: number): Fix[] {
  const printed = parseDecimal(value);
  if (!printed || place.line.text.slice(place.start, place.end) !== value) return [];
  return [{ ...changeTo(place, formatDecimal(printed.value, decimals)), unsure: true }];
}

const rule: LineRule = {
  name: 'precision-mismatch',
  tier: 'hint',
  scope: 'line',
  kinds: ['target', 'result', 'value', 'row'],
  waitsFor: hasChange,
  title: { zh: '增量的小数位数多于总量', en: 'An increment finer than its level' },
  description: {
    zh: '总量写“3亿元”，增量写“0.8亿元”：总量只准到亿，基数就算不准。同一个指标的总量、基数和增量，小数位数应当一致。正文里的数不查。',
    en: 'The level is printed as 3, the increment as 0.8: with a level that is only known to the whole unit, nobody can tell the base. Give level, base and increment of an indicator the same number of decimals. Sentences are left alone.',
  },
  examples: {
    wrong: ['目标 地区生产总值：达3亿元，比基期增⟦0.8⟧亿元'],
    right: [
      '目标 地区生产总值：达3.0亿元，比基期增0.8亿元',
      '目标 地区生产总值：达3.25亿元，比基期增0.8亿元，增长8.5%',
      '目标 税收收入：达3亿元，比基期增8000万元',
    ],
  },
  check(line, model, report) {
    for (const { value, unit, change, numberStart, numberEnd } of model.claimsOf(line)) {
      if (value === undefined || change?.kind !== 'absolute' || change.value === undefined)
        continue;
      if (change.unit !== unit) continue;
      const increment = parseDecimal(change.value)?.decimals ?? 0;
      if (increment === 0) continue;
      const level = parseDecimal(value)?.decimals ?? 0;
      if (increment <= level) continue;
      const printed = line.text.slice(change.numberStart, change.numberEnd);
      report({
        line,
        start: change.numberStart,
        end: change.numberEnd,
        message: {
          zh: `增量“${printed}”有${increment}位小数，总量“${value}”只有${level}位，基数算不准。位数写成一致。`,
          en: `The increment “${printed}” has more decimals (${increment}) than the level “${value}” (${level}), so the base cannot be told. Print both alike.`,
        },
        fixes: withDecimals({ line, start: numberStart, end: numberEnd }, value, increment),
      });
    }
  },
};

export default rule;
