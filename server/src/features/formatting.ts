/**
 * The document in its usual form: bars of tables under each other, one space or colon behind a keyword, one blank line
 * between blocks. Prose is never touched, and the document says exactly what it said before.
 */

import type { PlanTree, TextChange } from '../syntax/document.ts';
import type { LineList } from '../syntax/lines.ts';
import type { Line } from '../syntax/tree.ts';
import { usualFormOf } from './formatting/statements.ts';
import { alignedTable, rowsOfTable } from './formatting/tables.ts';
import { oncePerChunk } from './kept.ts';
import { lineEndOf } from './places.ts';

/** Lines of a document, both ends included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/**
 * What changes, in order and nowhere overlapping. Of a table that is touched all rows are aligned, since one row alone
 * has nothing to be aligned with.
 */
export function formattingChanges({ lines }: PlanTree, range?: LineRange): TextChange[] {
  const { first, last } = clamped(range, lines);
  const changes: TextChange[] = [];
  const rows = new Map<Line, string>();
  const lineEnd = lineEndOf(lines);
  let next = first;
  for (const index of linesToLookAt(lines, { first, last })) {
    // Part of a run of blank lines that has been looked at.
    if (index < next) continue;
    const line = lines.at(index);
    if (line.kind === 'row' && !rows.has(line)) {
      const table = rowsOfTable(line, lines);
      const texts = alignedTable(table);
      for (const [at, row] of table.entries()) rows.set(row, texts[at]);
      if (index === first) changes.push(...rowsBefore(table, first, rows, lines));
    }
    if (line.kind === 'blank') {
      const end = endOfBlanks(lines, index, last);
      changes.push(...blankRun(lines, index, end));
      next = end + 1;
      continue;
    }
    const text = (rows.get(line) ?? usualFormOf(line)) + finalLineEnd(lines, index, lineEnd);
    // The end of the line above, since a lone \r and a \n would join into one.
    const before = wantsBlankLine(lines, index) ? lines.at(index - 1).terminator : '';
    if (before + text !== line.text) changes.push(changeOf(lines, index, before, text));
  }
  const table = rows.size > 0 && lines.at(last).kind === 'row' ? lines.at(last) : undefined;
  if (table) changes.push(...rowsBehind(rowsOfTable(table, lines), last, rows, lines));
  return changes;
}

/** The rows of one table with their bars under each other, for whoever types in it. */
export function tableChanges(row: Line, { lines }: PlanTree): TextChange[] {
  const table = rowsOfTable(row, lines);
  const texts = alignedTable(table);
  return table.flatMap((line, at) => rowChange(lines, line, texts[at]));
}

/** The lines of the range that may have to change, in order. */
function linesToLookAt(lines: LineList, { first, last }: LineRange): number[] {
  const found: number[] = [];
  // What stands around the range is not part of it, so its ends are looked at in any case.
  const add = (index: number): void => {
    if (index >= first && index <= last && index !== found.at(-1)) found.push(index);
  };
  add(first);
  for (const chunk of lines.inChunks) {
    const { firstLine } = chunk;
    if (firstLine + chunk.lines.length <= first) continue;
    if (firstLine > last) break;
    for (const index of mayChange(chunk)) add(firstLine + index);
  }
  add(last);
  return found;
}

/** Where in a run of lines one is that is not in its usual form, or may not be, depending on lines around it. */
const mayChange = oncePerChunk<readonly number[], void>(({ lines }) => {
  const found: number[] = [];
  for (const [index, line] of lines.entries()) {
    const [before, next] = [lines[index - 1], lines[index + 1]];
    const isUsual =
      before !== undefined &&
      line.kind !== 'row' &&
      line.kind !== 'comment' &&
      (line.kind === 'blank'
        ? line.text === '' && next !== undefined && next.kind !== 'blank'
        : usualFormOf(line) === line.text && (before.kind === 'blank' || !beginsBlock(line)));
    if (!isUsual) found.push(index);
  }
  return found;
});

function clamped(range: LineRange | undefined, lines: LineList): LineRange {
  const last = lines.length - 1;
  if (!range) return { first: 0, last };
  const within = (index: number) => Math.min(Math.max(0, index), last);
  return { first: within(range.first), last: within(range.last) };
}

// ---------------------------------------------------------------- rows outside the range

type Texts = ReadonlyMap<Line, string>;

function rowsBefore(table: readonly Line[], index: number, texts: Texts, lines: LineList) {
  const above = table.filter((line) => lines.indexOf(line) < index);
  return above.flatMap((line) => rowChange(lines, line, texts.get(line)));
}

function rowsBehind(table: readonly Line[], index: number, texts: Texts, lines: LineList) {
  const below = table.filter((line) => lines.indexOf(line) > index);
  return below.flatMap((line) => rowChange(lines, line, texts.get(line)));
}

function rowChange(lines: LineList, line: Line, text = line.text): TextChange[] {
  return text === line.text ? [] : [changeOf(lines, lines.indexOf(line), '', text)];
}

/** What the line begins with alike is left alone: editors keep the cursor where nothing changes. */
function changeOf(lines: LineList, index: number, before: string, text: string): TextChange {
  const old = lines.at(index).text;
  const end = { line: index, character: text === old ? 0 : old.length };
  const kept = before === '' ? commonStart(old, text) : 0;
  const start = { line: index, character: kept };
  return { range: { start, end }, text: before + (text === old ? '' : text.slice(kept)) };
}

function commonStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

// ---------------------------------------------------------------- blank lines

function endOfBlanks(lines: LineList, index: number, last: number): number {
  let end = index;
  while (end < last && lines.at(end + 1).kind === 'blank') end++;
  return end;
}

/** One blank line stays of several; none at the very start, and at the end only the last line’s end. */
function blankRun(lines: LineList, first: number, last: number): TextChange[] {
  const start = { line: first, character: 0 };
  const isLeading = first === 0 && last < lines.length - 1;
  const end = isLeading
    ? { line: last + 1, character: 0 }
    : { line: last, character: lines.at(last).text.length };
  if (first === end.line && end.character === 0) return [];
  // What is left would join the line ends around it into one.
  const joins = first > 0 && lines.at(first - 1).terminator === '\r';
  if (joins && lines.at(last).terminator === '\n') return [];
  return [{ range: { start, end }, text: '' }];
}

/** The last line ends like the others. */
function finalLineEnd(lines: LineList, index: number, lineEnd: string): string {
  return index === lines.length - 1 && lines.at(index).terminator === '' ? lineEnd : '';
}

/**
 * Whether a blank line is missing above a line: a block begins below it, behind the comments that belong to the block.
 * What belongs to what stays as it is, since each of these lines begins something new anyway.
 */
function wantsBlankLine(lines: LineList, index: number): boolean {
  const before = index > 0 ? lines.at(index - 1) : undefined;
  if (!before || before.kind === 'blank' || before.kind === 'comment') return false;
  let at = index;
  while (at < lines.length - 1 && lines.at(at).kind === 'comment') at++;
  const line = lines.at(at);
  return beginsBlock(line) && before.kind !== 'heading' && before.kind !== line.kind;
}

function beginsBlock({ kind, statement }: Line): boolean {
  if (kind !== statement.kind) return false;
  switch (statement.kind) {
    case 'indicator':
    case 'table':
    case 'chart':
      return true;
    case 'measure':
      return statement.style === 'keyword';
    case 'heading':
      // 1. and （1） often count the items of one paragraph after another.
      return statement.style === 'hash' || (statement.level <= 2 && !statement.rest);
    default:
      return false;
  }
}
