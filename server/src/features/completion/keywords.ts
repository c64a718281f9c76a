/** Keywords, at the start of a line only: those that mean something where the line stands. */

import { baselineOf } from '../../model/periods.ts';
import { contextAtStart } from '../../syntax/structure.ts';
import type { Line, LineContext, LineKind } from '../../syntax/tree.ts';
import { type KeywordId, type KeywordRow, keywordRows } from '../../syntax/vocabulary/keywords.ts';
import { keywordHelp } from '../keyword-help.ts';
import { allForms, usualForm } from '../written-language.ts';
import { beginsOneOf } from './matching.ts';
import { documentSuggestions, statementSuggestions } from './skeletons.ts';
import { type Cursor, colonFor, type Suggestion, typedFrom } from './suggestion.ts';

/** Statements in the order in which they are wanted; header and fields go before them where they may stand. */
const statementOrder: readonly KeywordId[] = [
  'target',
  'measure',
  'indicator',
  'result',
  'table',
  'chart',
  'include',
  'note',
];

export function keywordSuggestions(cursor: Cursor): Suggestion[] {
  const { line, written, reader, behind } = cursor;
  // Where Latin letters are words, they are no pinyin.
  const pinyin = cursor.pinyin && written !== 'en';
  const { start, end, typed } = typedFrom(cursor, 0);
  // Words behind the cursor are a sentence that is being mended.
  if (!/^(?:$|[ \t\u3000：:])/.test(behind)) return [];
  const context = contextBefore(cursor);
  const suggestions: Suggestion[] = [];
  for (const row of rowsFor(context, line, cursor)) {
    const forms = allForms(row, written);
    if (!beginsOneOf(typed, forms, pinyin)) continue;
    const label = usualForm(row, written);
    suggestions.push({
      kind: row.role === 'field' ? 'field' : 'keyword',
      label,
      detail: () => reader.say(keywordHelp[row.id]),
      replace: { start, end },
      insert: label + endingOf(row, cursor),
      forms,
      about: { kind: 'keyword', id: row.id },
    });
  }
  return [
    ...documentSuggestions(cursor),
    ...suggestions,
    ...yearSuggestions(context, cursor),
    ...statementSuggestions(cursor),
  ];
}

function contextBefore({ model, line }: Cursor): LineContext {
  const index = model.tree.lines.indexOf(line);
  return index === 0 ? contextAtStart : model.tree.lines.at(index - 1).after;
}

/** Statements take a space and fields a colon, unless it is there already. */
function endingOf(row: KeywordRow, cursor: Cursor): string {
  if (row.role === 'header' || row.role === 'field' || row.role === 'note') return colonFor(cursor);
  return cursor.behind === '' ? ' ' : '';
}

function rowsFor(context: LineContext, line: Line, cursor: Cursor): KeywordRow[] {
  const { owner, ownerKind } = context;
  const present = owner ? fieldsOf(owner, line, cursor) : new Set<KeywordId>();
  const fields = keywordRows.filter(
    ({ owners, id, value }) =>
      ownerKind && owners?.includes(ownerKind) && (!present.has(id) || value === 'path'),
  );
  // What a field says of another owner as well comes behind what it says of this one alone.
  const [own, shared] = [true, false].map((isOwn) =>
    fields.filter(({ owners }) => (owners?.[0] === ownerKind) === isOwn),
  );
  const headers = context.begun ? [] : keywordRows.filter(({ role }) => role === 'header');
  const statements = statementOrder.flatMap((id) => keywordRows.filter((row) => row.id === id));
  return [...headers, ...own, ...shared, ...statements];
}

/** The fields that the owner has already, also below the line that is being written. */
function fieldsOf(owner: Line, written: Line, { model }: Cursor): Set<KeywordId> {
  const found = new Set<KeywordId>();
  const { lines } = model.tree;
  for (let index = lines.indexOf(owner) + 1; index < lines.length; index++) {
    const line = lines.at(index);
    if (line === written) continue;
    const { statement } = line;
    if (statement.kind === 'blank' || mayOwn.has(statement.kind)) break;
    if (statement.kind === 'field') found.add(statement.row.id);
  }
  return found;
}

const mayOwn: ReadonlySet<LineKind> = new Set(['heading', 'measure', 'indicator', 'table']);

/** Below an indicator, a year with a colon begins a value. */
function yearSuggestions({ ownerKind }: LineContext, cursor: Cursor): Suggestion[] {
  if (ownerKind !== 'indicator') return [];
  const { model, written } = cursor;
  const { start, end, typed } = typedFrom(cursor, 0);
  const years = [baselineOf(model.periodScope)?.to, model.header.period?.to];
  return years
    .filter((year) => year !== undefined)
    .map((year) => (written === 'en' ? String(year) : `${year}年`))
    .filter((label) => label.startsWith(typed))
    .map((label) => ({
      kind: 'period',
      label,
      replace: { start, end },
      insert: label + colonFor(cursor),
    }));
}
