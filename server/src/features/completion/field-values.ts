/** What may stand behind a field's colon: its choices, and words that the document uses there elsewhere. */

import type { Period } from '../../model/types.ts';
import type { FieldStatement } from '../../syntax/tree.ts';
import type { KeywordId } from '../../syntax/vocabulary/keywords.ts';
import { yearsToWriteFor } from '../skeletons.ts';
import { usualForm } from '../written-language.ts';
import {
  type Cursor,
  type Suggestion,
  type SuggestionKind,
  type Today,
  typedFrom,
} from './suggestion.ts';

const separators = /[、，,；;：:]/;

export function fieldValueSuggestions(cursor: Cursor): Suggestion[] | undefined {
  const { line, character, before, written } = cursor;
  const { statement } = line;
  if (line.kind !== 'field' || statement.kind !== 'field') return undefined;
  const colon = /^[ \t\u3000]*[：:]?/.exec(before.slice(statement.keyword.end))?.[0] ?? '';
  const valueStart = statement.keyword.end + colon.length;
  if (colon === '' || character < valueStart) return undefined;
  const { choices, id } = statement.row;
  if (choices) {
    return offer(
      cursor,
      'choice',
      valueStart,
      choices.map((choice) => usualForm(choice, written)),
    );
  }
  if (id === 'owner' || id === 'with') {
    const lastName = character - (before.slice(valueStart).split(separators).at(-1) ?? '').length;
    return offer(cursor, 'name', lastName, otherOffices(cursor, statement));
  }
  if (statement.row.value === 'period' || statement.row.value === 'date') {
    return offer(cursor, 'period', valueStart, periodWords(id, cursor));
  }
  if (id === 'category') return offer(cursor, 'name', valueStart, otherCategories(cursor));
  return undefined;
}

function offer(
  cursor: Cursor,
  kind: SuggestionKind,
  from: number,
  labels: readonly string[],
): Suggestion[] {
  const { start, end } = typedFrom(cursor, from);
  return labels.map((label) => ({ kind, label, replace: { start, end }, insert: label }));
}

/** Offices that answer for measures or help with them, those named most often first. */
function otherOffices({ model, line, before }: Cursor, { row }: FieldStatement): string[] {
  const counts = new Map<string, number>();
  for (const measure of model.measures()) {
    // The names on this line are being typed; they are no suggestions.
    const isOwn = measure.line === line.owner;
    const words = [
      ...(isOwn && row.id === 'owner' ? [] : measure.owner),
      ...(isOwn && row.id === 'with' ? [] : measure.with),
    ];
    for (const { text } of words) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const typed = new Set(before.split(separators).map((name) => name.trim()));
  return [...counts]
    .filter(([name]) => !typed.has(name))
    .sort(([, one], [, other]) => other - one)
    .map(([name]) => name);
}

function otherCategories({ model, line }: Cursor): string[] {
  const categories = model
    .declarations()
    .filter((declaration) => declaration.line !== line.owner)
    .flatMap(({ category }) => category ?? []);
  return [...new Set(categories)];
}

/** Years for the header's fields, and days by which something may be done. */
function periodWords(id: KeywordId, cursor: Cursor): string[] {
  const { model, today, written } = cursor;
  const isEnglish = written === 'en';
  const plan = model.header.period;
  const inYear = (value: number): string => (isEnglish ? String(value) : `${value}年`);
  switch (id) {
    case 'period': {
      if (!today) return [];
      const years = yearsToWriteFor(today);
      const five = `${years.fiveYears}—${years.fiveYears + 4}`;
      const span = isEnglish ? five.replace('—', '–') : `${five}年`;
      const single = inYear(model.header.kind === 'annualPlan' ? years.plan : years.report);
      return model.header.kind === 'plan' ? [span, single] : [single, span];
    }
    case 'baseline':
      return plan ? [inYear(plan.from - 1)] : [];
    case 'date':
      return today ? [dayText(today, isEnglish)] : [];
    case 'due':
      return plan ? dueWords(plan, isEnglish) : [];
    default:
      return [];
  }
}

/** To the month: the day is not known before it is signed. */
function dayText({ year, month }: Today, isEnglish: boolean): string {
  return isEnglish ? `${year}-${String(month).padStart(2, '0')}` : `${year}年${month}月`;
}

const mostYears = 10;

function dueWords({ from, to }: Period, isEnglish: boolean): string[] {
  const years = Array.from({ length: Math.min(to - from + 1, mostYears) }, (_, at) => from + at);
  const ends = years.map((value) => (isEnglish ? `end of ${value}` : `${value}年底前`));
  if (years.length > 1) return ends;
  const parts = isEnglish ? ['end of June', 'end of September'] : ['6月底前', '9月底前'];
  return [...ends, ...parts];
}
