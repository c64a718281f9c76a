/** What may stand behind a field's colon: its choices, and words that the document uses there elsewhere. */

import type { FieldStatement } from '../../syntax/tree.ts';
import { usualForm } from '../written-language.ts';
import { type Cursor, type Suggestion, type SuggestionKind, typedFrom } from './suggestion.ts';

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
    .indicators()
    .flatMap(({ declarations }) => declarations)
    .filter((declaration) => declaration.line !== line.owner)
    .flatMap(({ category }) => category ?? []);
  return [...new Set(categories)];
}
