/** Inside `{…}`: names, the years after `@`, and what can be asked after the dot. */

import { periodText } from '../../model/periods.ts';
import { facetForms } from '../../model/resolve.ts';
import type { Message } from '../../model/types.ts';
import type { Script } from '../../report/tree.ts';
import type { Reference, Statement, Word } from '../../syntax/tree.ts';
import { indicatorSuggestions } from './names.ts';
import { type Cursor, type Suggestion, typedFrom } from './suggestion.ts';

/** Lines of names and figures: what looks like a reference there is none. */
const cannotRefer: ReadonlySet<Statement['kind']> = new Set([
  'comment',
  'target',
  'result',
  'row',
  'indicator',
  'chart',
  'include',
]);

const facetHelp: Readonly<Record<keyof typeof facetForms, Message>> = {
  change: {
    zh: '比基期增加或减少了多少，由规划中的数推算。',
    en: 'How much more or less than in the base year; worked out from the plan’s figures.',
  },
  growth: {
    zh: '比基期增长了百分之几，由规划中的数推算。',
    en: 'By how many per cent it grows over the base year; worked out from the plan’s figures.',
  },
  average: {
    zh: '从基期算起，平均每年增长百分之几。',
    en: 'The average growth in a year, counted from the base year.',
  },
  unit: { zh: '这个指标用的单位。', en: 'The unit of this indicator.' },
};

export function referenceSuggestions(cursor: Cursor): Iterable<Suggestion> | undefined {
  const { line, before, behind, model } = cursor;
  if (cannotRefer.has(line.statement.kind)) return undefined;
  const open = Math.max(before.lastIndexOf('{'), before.lastIndexOf('｛'));
  if (open < 0 || /[}｝]/.test(before.slice(open))) return undefined;
  const close = /^[^{｛]*[}｝]/.test(behind) ? '' : '}';
  const inside = before.slice(open + 1);
  const parts = /^(?<name>[^@＠]*)[@＠](?<period>[^.．]*)$/.exec(inside)?.groups;
  if (parts) return periodSuggestions(cursor, parts.name, parts.period, close);
  const asked = /^(?<name>[^@＠]*)(?:[@＠](?<period>[^.．]*))?[.．](?<facet>[^.．]*)$/.exec(
    inside,
  )?.groups;
  // A dot may also be part of a name that is being typed: PM2.5平均浓度.
  if (asked && (asked.period !== undefined || model.indicator(asked.name.trim()))) {
    return facetSuggestions(cursor, asked.name, asked.period, asked.facet, close);
  }
  const { start, end } = typedFrom(cursor, open + 1);
  return indicatorSuggestions(cursor, { start, end }, close);
}

function periodSuggestions(
  cursor: Cursor,
  name: string,
  typed: string,
  close: string,
): Suggestion[] {
  const { model, character, reader } = cursor;
  const indicator = model.indicator(name.trim());
  if (!indicator) return [];
  const suggestions = new Map<string, Suggestion>();
  for (const { period, printed } of model.valuesOf(indicator)) {
    // A part of a year and a span of years are written in words.
    if (!period || suggestions.has(periodText(period, 'zh'))) continue;
    const isYear = period.from === period.to && period.part === undefined;
    const label = isYear ? String(period.to) : periodText(period, reader.language);
    suggestions.set(periodText(period, 'zh'), {
      kind: 'period',
      label,
      detail: () => printed,
      replace: { start: character - typed.length, end: character },
      insert: label + close,
    });
  }
  // The last year is asked for most.
  return [...suggestions.values()].reverse();
}

function facetSuggestions(
  { model, line, character, written }: Cursor,
  name: string,
  period: string | undefined,
  typed: string,
  close: string,
): Suggestion[] {
  const word = (text: string): Word => ({ start: character, end: character, text });
  const replace = { start: character - typed.length, end: character };
  return Object.entries(facetForms).map(([facet, forms]) => {
    const label = facetForm(forms, written);
    const reference: Reference = {
      start: character,
      end: character,
      closed: true,
      name: word(name.trim()),
      facet: word(label),
      ...(period === undefined ? {} : { period: word(period) }),
    };
    return {
      kind: 'facet',
      label,
      detail: () => model.resolve(reference, line).text,
      replace,
      insert: label + close,
      forms: [...new Set([label, ...forms])],
      about: { kind: 'words', message: facetHelp[facet as keyof typeof facetHelp] },
    };
  });
}

/** Simplified comes first, a traditional form of its own second where there is one, then English. */
function facetForm(forms: readonly string[], written: Script): string {
  const english = forms.findIndex((form) => /^[a-z]/.test(form));
  if (written === 'en') return forms[english];
  return written === 'hant' ? forms[english - 1] : forms[0];
}
