/**
 * What Enter brings at the end of a line that goes on: the next row of a table, the next item of a list or a count, the
 * next field of a header. An item that is still empty is taken away instead, which ends the list. Only the lines that a
 * new item pushes down are changed beside it, and only where their numbers were right.
 */

import type { PlanModel } from '../model/model.ts';
import { numberedAs } from '../model/numbering.ts';
import { ordinalsIn, spell } from '../rules/counting.ts';
import type { Range } from '../syntax/document.ts';
import type { HeadingStatement, Line, MeasureStatement, Statement, Word } from '../syntax/tree.ts';
import { type KeywordId, keywordRow } from '../syntax/vocabulary/keywords.ts';
import { lineIndex } from './places.ts';
import type { Reader } from './reader.ts';
import { usualForm, writtenLanguage } from './written-language.ts';

export interface RangeEdit {
  readonly range: Range;
  readonly newText: string;
}

interface Entered {
  readonly model: PlanModel;
  /** The line on which Enter was pressed, and the new one. */
  readonly above: Line;
  readonly line: Line;
  readonly reader: Reader;
}

/** The edits that belong to Enter having made a line. */
export function afterEnter(model: PlanModel, line: Line, reader: Reader): RangeEdit[] {
  const index = lineIndex(line);
  if (index === 0) return [];
  const entered = { model, above: model.tree.lines.at(index - 1), line, reader };
  const { kind, statement } = entered.above;
  switch (kind) {
    case 'row':
      return nextRow(entered);
    case 'prose':
      return nextListItem(entered);
    case 'measure':
      return statement.kind === 'measure' ? nextMeasure(entered, statement) : [];
    case 'heading':
      return statement.kind === 'heading' ? nextHeading(entered, statement) : [];
    case 'header':
    case 'field':
      return nextHeaderField(entered);
    default:
      return [];
  }
}

// ---------------------------------------------------------------- tables

const blankRow = /^[\s|｜]*$/;

/** Enter in the last cell, or behind it. What stood between the cursor and the end of the row is closed above. */
function nextRow({ model, above, line }: Entered): RangeEdit[] {
  const table = model.tableOf(above);
  if (!table || !blankRow.test(line.text) || above.statement.kind !== 'row') return [];
  if (blankRow.test(above.text)) return [withoutLine(above, line)];
  const { cells } = above.statement;
  const count = Math.max(cells.length, table.columns.length);
  const isClosed = /[|｜]\s*$/.test(above.text);
  const closing = `${isClosed ? '' : ' |'}${'  |'.repeat(count - cells.length)}`;
  const start = { line: lineIndex(above), character: above.text.trimEnd().length };
  const end = { line: lineIndex(line), character: line.text.length };
  const lineBreak = above.terminator || '\n';
  return [{ range: { start, end }, newText: `${closing}${lineBreak}|${'  |'.repeat(count)}` }];
}

// ---------------------------------------------------------------- lists

/** Editors may have put the mark there themselves. */
function nextListItem({ above, line }: Entered): RangeEdit[] {
  const mark = /^[ \t\u3000]*- /.exec(above.text)?.[0];
  if (!mark || (line.text !== '' && line.text !== '- ')) return [];
  if (above.text.trim() === '-') return [withoutLine(above, line)];
  return line.text === '' ? [inserted(line, mark)] : [];
}

// ---------------------------------------------------------------- counts

function nextMeasure(entered: Entered, statement: MeasureStatement): RangeEdit[] {
  const { model, above, line } = entered;
  const { ordinal, style, title } = statement;
  if (style !== 'ordinal' || ordinal === undefined || line.text !== '') return [];
  const items: Items = {
    markerOf: (other) =>
      other.kind === 'measure' && other.ordinal !== undefined
        ? { ...other.marker, ordinal: other.ordinal }
        : undefined,
    write: (_, value) => spell(value),
  };
  if (!title) return [withoutLine(above, line), ...recounted(entered, items, ordinal + 1, -1)];
  // Where such a measure is followed by its fields, so will this one be.
  if (lineAt(model, lineIndex(above) - 1)?.kind === 'field') return [];
  const next = (ordinalsIn(above).at(-1)?.value ?? ordinal) + 1;
  return [inserted(line, spell(next)), ...recounted(entered, items, next, 1)];
}

/** A numbered line is continued where it is an item, not the title of what comes below it. */
function nextHeading(entered: Entered, statement: HeadingStatement): RangeEdit[] {
  const { model, above, line } = entered;
  const { ordinal, marker, title, rest, style } = statement;
  if (ordinal === undefined || line.text !== '') return [];
  const items: Items = {
    markerOf: (other) =>
      other.kind === 'heading' && other.style === style && other.ordinal !== undefined
        ? { ...other.marker, ordinal: other.ordinal }
        : undefined,
    write: numberedAs,
  };
  if (!title) return [withoutLine(above, line), ...recounted(entered, items, ordinal + 1, -1)];
  const before = lineAt(model, lineIndex(above) - 1)?.statement;
  const isSecond = before !== undefined && items.markerOf(before)?.ordinal === ordinal - 1;
  const isSentence = rest !== undefined || /[。；;！!]$/.test(above.text.trimEnd());
  if (!isSecond && !isSentence) return [];
  const space = above.text.slice(marker.end, title.start);
  const next = numberedAs(marker.text, ordinal + 1) + space;
  return [inserted(line, next), ...recounted(entered, items, ordinal + 1, 1)];
}

/** How the items of a count are told from other lines, and numbered. */
interface Items {
  markerOf(statement: Statement): (Word & { readonly ordinal: number }) | undefined;
  write(marker: string, ordinal: number): string;
}

/** The items directly below count on from the change, as far as they counted on from each other. */
function recounted(
  { model, line }: Entered,
  { markerOf, write }: Items,
  first: number,
  by: 1 | -1,
): RangeEdit[] {
  const edits: RangeEdit[] = [];
  for (let ordinal = first, index = lineIndex(line) + 1; ; ordinal++, index++) {
    const statement = lineAt(model, index)?.statement;
    const marker = statement && markerOf(statement);
    if (marker?.ordinal !== ordinal) return edits;
    const { start, end, text } = marker;
    edits.push({
      range: { start: { line: index, character: start }, end: { line: index, character: end } },
      newText: write(text, ordinal + by),
    });
  }
}

// ---------------------------------------------------------------- header

/** What every document should say of itself, in this order. */
const essentials: Readonly<Partial<Record<KeywordId, readonly KeywordId[]>>> = {
  plan: ['period', 'baseline', 'issuer'],
  annualPlan: ['period', 'issuer'],
  summary: ['period', 'issuer'],
  report: ['period', 'issuer'],
};

/** Only in a document that is being begun: elsewhere Enter makes room, and nothing else. */
function nextHeaderField({ model, above, line, reader }: Entered): RangeEdit[] {
  const header = model.header.line;
  const isOfHeader = header !== undefined && (above === header || above.owner === header);
  if (!isOfHeader || line.text !== '' || !isLastLine(model, line)) return [];
  const { statement } = above;
  if (statement.kind === 'field' && !statement.value) return [withoutLine(above, line)];
  if (statement.kind === 'header' && !statement.title) return [];
  if (header.statement.kind !== 'header') return [];
  const present = new Set<KeywordId>();
  for (let index = lineIndex(header) + 1; index < lineIndex(line); index++) {
    const field = model.tree.lines.at(index).statement;
    if (field.kind === 'field') present.add(field.row.id);
  }
  const missing = essentials[header.statement.row.id]?.find((id) => !present.has(id));
  if (!missing) return [];
  const written = writtenLanguage(model, reader);
  const colon = written === 'en' ? ': ' : '：';
  return [inserted(line, usualForm(keywordRow(missing), written) + colon)];
}

function isLastLine({ tree }: PlanModel, line: Line): boolean {
  for (let index = lineIndex(line) + 1; index < tree.lines.length; index++) {
    if (tree.lines.at(index).kind !== 'blank') return false;
  }
  return true;
}

// ---------------------------------------------------------------- edits

function lineAt({ tree }: PlanModel, index: number): Line | undefined {
  return index >= 0 && index < tree.lines.length ? tree.lines.at(index) : undefined;
}

/** In front of whatever the new line holds. */
function inserted(line: Line, newText: string): RangeEdit {
  const start = { line: lineIndex(line), character: 0 };
  return { range: { start, end: start }, newText };
}

/** The empty item goes, and the new line stands in its place. */
function withoutLine(above: Line, line: Line): RangeEdit {
  const start = { line: lineIndex(above), character: 0 };
  return {
    range: { start, end: { line: lineIndex(line), character: line.text.length } },
    newText: '',
  };
}
