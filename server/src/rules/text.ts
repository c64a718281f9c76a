/** What several checks need to read lines and to say what they found. */
import type { PlanModel } from '../model/model.ts';
import { occurrences } from '../model/patterns.ts';
import type { Message, Place } from '../model/types.ts';
import type { Line, LineKind } from '../syntax/tree.ts';
import type { Fix } from './rule.ts';

export { occurrences };

/** Kinds of lines whose text a reader of the document reads. */
export const readableKinds: readonly LineKind[] = [
  'prose',
  'header',
  'field',
  'value',
  'heading',
  'measure',
  'indicator',
  'target',
  'result',
  'table',
  'row',
  'note',
];

/**
 * Whether the text of a line is for readers: not the rule of a table, nor a path, nor a formula,
 * in which `×` and `*` are signs of arithmetic.
 */
export function isReadable(line: Line): boolean {
  const { statement } = line;
  if (statement.kind === 'row') return !statement.rule;
  if (line.kind !== 'field' || statement.kind !== 'field') return true;
  return statement.row.value !== 'path' && statement.row.value !== 'expression';
}

/** Whether a stretch lies in an inline reference, whose text is not the reader's. */
export function inReference(line: Line, start: number, end: number): boolean {
  return line.references.some((reference) => start < reference.end && reference.start < end);
}

/** A number as it is printed, in either width; for patterns that are made from pieces. */
export const printedNumber = '(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9０-９]+)(?:[.．][0-9０-９]+)?';

/** Three digits before the point: what is not more than 99 per cent. It is looked up backwards from its sign. */
export const highPercent = /[%％](?<=[1-9１-９][0-9０-９]{2}(?:[.．][0-9０-９]+)?.)/;

/**
 * A first look for ranges whose upper end goes on so: what stands behind 至 and 到 is a year nearly always, and what
 * stands before them is asked last.
 */
export function upTo(ending: string): RegExp {
  return new RegExp(`[—–\\-~～－至到]${printedNumber}${ending}`);
}

/** How far back a quotation is looked for, so that a very long line costs no more than a short one. */
const longestQuotation = 200;

/** Whether a place lies in quotation marks or in the name of a document: the words there are another's. */
export function inQuotation(text: string, at: number): boolean {
  const from = Math.max(0, at - longestQuotation);
  for (let index = at - 1; index >= from; index--) {
    const sign = text[index];
    if ('“「『《'.includes(sign)) return true;
    if ('”」』》'.includes(sign)) return false;
  }
  return false;
}

const none: readonly RegExpExecArray[] = [];

/** What a pattern finds in the writer's own words: not in quotations, references, paths or formulas. */
export function wording(line: Line, pattern: RegExp): readonly RegExpExecArray[] {
  if (!isReadable(line)) return none;
  const found = occurrences(pattern, line.text);
  if (found.length === 0) return none;
  return found.filter(({ 0: whole, index }) => {
    return !inQuotation(line.text, index) && !inReference(line, index, index + whole.length);
  });
}

/**
 * Whether the line stands in this document: what is said of an indicator may stand in an included
 * file, and its places are not for this document's findings.
 */
export function standsHere(line: Line, model: PlanModel): boolean {
  const { lines } = model.tree;
  const index = lines.indexOf(line);
  return index < lines.length && lines.at(index) === line;
}

/** A repair that takes a line out, with its line break. */
export function removeLine(line: Line, title: Message): Fix {
  return { title, edits: [wholeLine(line)] };
}

export function wholeLine(line: Line): Place & { newText: string; wholeLine: true } {
  return { line, start: 0, end: line.text.length, newText: '', wholeLine: true };
}

/** A repair that puts other words in a place. */
export function replace(place: Place, newText: string, title: Message): Fix {
  const { line, start, end } = place;
  return { title, edits: [{ line, start, end, newText }] };
}

/** The same, where the new words say themselves what the repair does. */
export function changeTo(place: Place, newText: string): Fix {
  return replace(place, newText, {
    zh: `改为“${newText}”`,
    en: `Change to “${newText}”`,
  });
}

/** `“甲”、“乙”` and `“A”, “B”`. */
export function quoted(names: readonly string[]): Message {
  return {
    zh: names.map((name) => `“${name}”`).join('、'),
    en: names.map((name) => `“${name}”`).join(', '),
  };
}
