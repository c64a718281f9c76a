/** {粮食产量@2023} where nothing is said of that year. */
import { periodIn, periodText } from '../../model/periods.ts';
import type { Message, Resolved } from '../../model/types.ts';
import type { Line, Reference } from '../../syntax/tree.ts';
import type { LineRule } from '../rule.ts';
import { hasReferences } from '../signals.ts';

const facetNames: Readonly<Record<NonNullable<Resolved['facet']>, Message>> = {
  value: { zh: '数值', en: 'figure' },
  change: { zh: '增量', en: 'change' },
  growth: { zh: '增速', en: 'growth' },
  average: { zh: '年均增速', en: 'average growth' },
  unit: { zh: '单位', en: 'unit' },
};

function messageOf(reference: Reference, resolved: Resolved): Message | undefined {
  const name = reference.name.text;
  const { problem, facet = 'value', period } = resolved;
  const when = period && { zh: periodText(period, 'zh'), en: periodText(period, 'en') };
  if (problem === 'no-value') {
    const what = facetNames[facet];
    return {
      zh: `“${name}”${when ? when.zh : ''}没有${what.zh}可取，成文时这里会空着。补上这个数，或换一个年份。`,
      en: `There is no ${what.en} of “${name}”${when ? ` in ${when.en}` : ''} to fetch; a gap would be printed. Add it, or name another year.`,
    };
  }
  if (problem === 'not-derivable') {
    const what = facetNames[facet];
    return {
      zh: `“${name}”${when ? when.zh : ''}的${what.zh}算不出来，缺少作比较的那一年的数。`,
      en: `The ${what.en} of “${name}”${when ? ` in ${when.en}` : ''} cannot be worked out: the figure of the year that it is compared with is missing.`,
    };
  }
  if (problem === 'unknown-period' && reference.period && periodIn(reference.period.text)) {
    return {
      zh: `“${reference.period.text}”是哪一年，文中没有写。在开头写明“期间”。`,
      en: `The document does not say which year “${reference.period.text}” is. State the “period” at its head.`,
    };
  }
  return undefined;
}

function placeOf(line: Line, reference: Reference): { line: Line; start: number; end: number } {
  return { line, start: reference.start, end: reference.end };
}

const rule: LineRule = {
  name: 'reference-no-value',
  tier: 'warning',
  scope: 'line',
  waitsFor: hasReferences,
  title: { zh: '没有数可取', en: 'No figure to fetch' },
  description: {
    zh: '花括号里的指标有，但那一年的数没有写，或者增量、增速缺了作比较的数，算不出来。成文时这里会空着。',
    en: 'The indicator in the braces is known, but its figure of that year is not, or there is nothing to work out a change from. A gap would be printed.',
  },
  examples: {
    wrong: [
      '目标 粮食产量：2025年达5万吨\n\n2023年产量为⟦{粮食产量@2023}⟧。',
      '目标 粮食产量：2025年达5万吨\n\n比上年增长⟦{粮食产量@2025.增速}⟧。',
      '目标 粮食产量：达5万吨\n\n去年产量为⟦{粮食产量@上年}⟧。',
    ],
    right: [
      '目标 粮食产量：2025年达5万吨，比2020年增1万吨\n\n2020年为{粮食产量@2020}，到2025年增加{粮食产量@2025.增量}。',
    ],
  },
  indicatorsOf(line, model) {
    return line.references.flatMap(({ name }) => {
      const key = model.keyOf(name.text);
      return [key, model.canonical(key)];
    });
  },
  check(line, model, report) {
    for (const reference of line.references) {
      const message = messageOf(reference, model.resolve(reference, line));
      if (message) report({ ...placeOf(line, reference), message });
    }
  },
};

export default rule;
