/**
 * `**…**` pasted from Markdown. In an official text two asterisks are a masked name, so only a pair
 * that stands like emphasis is taken for it: from the head of a clause to the end of one.
 */
import { parseStatement } from '../syntax/parser.ts';
import type { HeadingStatement, Line, Span } from '../syntax/tree.ts';
import { anyPair } from './signals.ts';
import { occurrences } from './text.ts';

const pair = /(?<![*＊])\*\*(?![\s*＊”’」』）)》，,。；;：:、])([^*＊]+)(?<!\s)\*\*(?![*＊])/g;
const edge = /[\s\p{P}]/u;
const ordinal =
  /^(?:[一二三四五六七八九十]+(?:、|是)|[（(][一二三四五六七八九十0-9]+[）)]|[0-9]+[.．、])/;

const marks = 2;

/** A first look for lines in bold. */
export const beginsBold = anyPair('\n', '*');

/** Whether a line may be a heading in bold. */
export const mayBeBoldHeading = ({ kind, text }: Line): boolean =>
  kind === 'prose' && text.startsWith('**');

/** What the number of a heading begins with: most lines in bold are read no further. */
const mayBeNumbered = /^\*\*\s*[一二三四五六七八九十百（(0-9０-９]/;

/** The heading that a line is, also where Markdown has put it in bold: `**一、工作回顾**`. */
export function headingOn(line: Line): HeadingStatement | undefined {
  const { statement, kind, text } = line;
  if (statement.kind === 'heading') return kind === 'heading' ? statement : undefined;
  if (!mayBeBoldHeading(line) || !mayBeNumbered.test(text)) return undefined;
  const { statement: inner } = parseStatement(text.slice(marks));
  if (inner.kind !== 'heading' || inner.style === 'hash') return undefined;
  const { marker } = inner;
  return {
    ...inner,
    marker: { ...marker, start: marker.start + marks, end: marker.end + marks },
  };
}

/** The pairs of a line, marks included. */
export function boldIn(text: string): Span[] {
  const found: Span[] = [];
  for (const { 0: whole, 1: inside, index: start } of occurrences(pair, text)) {
    const end = start + whole.length;
    const opens = start === 0 || edge.test(text[start - 1]);
    const closes =
      end === text.length || edge.test(text[end]) || edge.test(inside[inside.length - 1]);
    if (opens && (closes || ordinal.test(inside))) found.push({ start, end });
  }
  return found;
}
