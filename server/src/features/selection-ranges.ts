/**
 * What a selection grows to, step by step: a name or figure, its clause, its sentence, the line, the lines that belong
 * together, the measure, the sections around it, and the document.
 */

import type { PlanModel } from '../model/model.ts';
import type { Position, Range } from '../syntax/document.ts';
import type { LineList } from '../syntax/lines.ts';
import type { Line, Span } from '../syntax/tree.ts';
import { lastOwned } from './document-symbols.ts';
import { oncePerChunk } from './kept.ts';
import { lineIndex } from './places.ts';

/** From the inside outwards, each holding the one before. */
export function selectionRanges(model: PlanModel, line: Line, character: number): Range[] {
  const ranges: Range[] = [];
  const add = (range: Range): void => {
    const inner = ranges.at(-1);
    if (isEmpty(range) || (inner && (!holds(range, inner) || holds(inner, range)))) return;
    ranges.push(range);
  };
  const here = lineIndex(line);
  for (const { start, end } of spansAround(model, line, character)) {
    add({ start: { line: here, character: start }, end: { line: here, character: end } });
  }
  for (const [first, last] of blocksAround(model, line)) {
    // A blank line behind a section is not of it.
    if (lineIndex(first) > here || lineIndex(last) < here) continue;
    add({
      start: { line: lineIndex(first), character: 0 },
      end: { line: lineIndex(last), character: last.text.length },
    });
  }
  return ranges;
}

// ---------------------------------------------------------------- inside the line

function* spansAround(model: PlanModel, line: Line, character: number): Generator<Span> {
  const isAround = ({ start, end }: Span): boolean => start <= character && character <= end;
  const { text } = line;
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  const small = [
    ...model.namesIn(line),
    ...model.claimsOf(line).map((claim) => ({ start: claim.start, end: claim.end })),
    ...cellsOf(line),
  ].filter(isAround);
  yield* small.sort((one, other) => one.end - one.start - (other.end - other.start));
  yield* [clauses, sentences].flatMap((marks) => pieces(text, marks).filter(isAround).slice(0, 1));
  yield { start, end };
}

function cellsOf({ statement }: Line): readonly Span[] {
  return statement.kind === 'row' ? statement.cells : [];
}

/** A dot ends a sentence of English, and stands in the middle of a figure. */
const sentences = /[。！？!?][”」』）)]*|\.(?=\s|$)/g;
const clauses = /[，,；;：:。！？!?|｜][”」』）)]*|\.(?=\s|$)/g;

/** The text between marks, without the white space around it; a sentence keeps its full stop. */
function pieces(text: string, marks: RegExp): Span[] {
  const found: Span[] = [];
  const add = (from: number, to: number): void => {
    const piece = text.slice(from, to);
    const start = from + piece.length - piece.trimStart().length;
    if (piece.trim() !== '') found.push({ start, end: start + piece.trim().length });
  };
  let from = 0;
  for (const mark of text.matchAll(marks)) {
    const behind = mark.index + mark[0].length;
    add(from, marks === sentences ? behind : mark.index);
    from = behind;
  }
  add(from, text.length);
  return found;
}

// ---------------------------------------------------------------- lines around

type Block = readonly [first: Line, last: Line];

function* blocksAround(model: PlanModel, line: Line): Generator<Block> {
  const { lines } = model.tree;
  const owner = line.owner ?? line;
  // A header, a measure or an indicator with its fields, a table with its rows.
  yield [owner, lastOwned(owner, model)];
  yield paragraphsAround(model, line);
  yield* sectionsAround(model, line);
  yield [lines.at(0), lines.at(lines.length - 1)];
}

/** The lines around without a blank one or a heading between. */
function paragraphsAround({ tree: { lines } }: PlanModel, line: Line): Block {
  const ends = ({ kind }: Line): boolean => kind === 'blank' || kind === 'heading';
  let first = lines.indexOf(line);
  let last = first;
  if (ends(line)) return [line, line];
  while (first > 0 && !ends(lines.at(first - 1))) first--;
  while (last + 1 < lines.length && !ends(lines.at(last + 1))) last++;
  return [lines.at(first), lines.at(last)];
}

/** The measure and the sections that a line stands in, the innermost first. */
function* sectionsAround(model: PlanModel, line: Line): Generator<Block> {
  const chunks = model.tree.lines.inChunks;
  const here = lineIndex(line);
  let inside = Number.POSITIVE_INFINITY;
  for (let at = chunks.indexOf(line.chunk); at >= 0 && inside > 1; at--) {
    for (const first of levelLines(chunks[at]).toReversed()) {
      const level = levelOf(first);
      if (lineIndex(first) > here || level === undefined || level >= inside) continue;
      inside = level;
      yield [first, lastBelow(model, first, level)];
    }
  }
}

/** Of a run of lines those that begin a section or a measure. */
const levelLines = oncePerChunk<readonly Line[], void>(({ lines }) =>
  lines.filter((line) => levelOf(line) !== undefined),
);

/** Deeper than any heading. */
const measureLevel = 5;

function levelOf({ kind, statement }: Line): number | undefined {
  if (kind === 'heading' && statement.kind === 'heading') return statement.level;
  return kind === 'measure' ? measureLevel : undefined;
}

function lastBelow({ tree: { lines } }: PlanModel, first: Line, level: number): Line {
  let last = indexOfNext(lines, first, level) - 1;
  while (last > lineIndex(first) && lines.at(last).kind === 'blank') last--;
  return lines.at(last);
}

/** Where the next section begins that is not part of the one that begins with a line. */
function indexOfNext(lines: LineList, first: Line, level: number): number {
  const chunks = lines.inChunks;
  for (let at = chunks.indexOf(first.chunk); at < chunks.length; at++) {
    for (const line of levelLines(chunks[at])) {
      if (lineIndex(line) <= lineIndex(first)) continue;
      if ((levelOf(line) ?? Number.POSITIVE_INFINITY) <= level) return lineIndex(line);
    }
  }
  return lines.length;
}

// ---------------------------------------------------------------- ranges

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}

function holds(outer: Range, inner: Range): boolean {
  return !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end);
}

function isEmpty({ start, end }: Range): boolean {
  return start.line === end.line && start.character === end.character;
}
