/** Inline references: `{国民生产总值@2025.增量}` in prose, headings and notes. */
import { tokenMatcher } from 'chevrotain';
import { trimmed } from './parser.ts';
import * as t from './tokens.ts';
import type { Reference, Statement, SyntaxProblem, Word } from './tree.ts';

/** Statements whose text is read by the report's reader and may hold references. */
const referring: ReadonlySet<Statement['kind']> = new Set([
  'prose',
  'heading',
  'measure',
  'note',
  'table',
  'field',
  'header',
  'value',
]);

export interface References {
  readonly references: readonly Reference[];
  readonly problems: readonly SyntaxProblem[];
}

/** Kept: `matchAll` makes a new pattern on every call, which costs more than most searches. */
const braces = /[{｛]([^{｛}｝]*)([}｝])?/g;

const none: References = { references: [], problems: [] };

/** The references of one line, with what is wrong with their form. Offsets from the line's start. */
export function referencesIn(text: string, statement: Statement): References {
  const refers = referring.has(statement.kind) && (text.includes('{') || text.includes('｛'));
  if (!refers) return none;
  const references: Reference[] = [];
  const problems: SyntaxProblem[] = [];
  braces.lastIndex = 0;
  for (let found = braces.exec(text); found; found = braces.exec(text)) {
    const start = found.index;
    const end = start + found[0].length;
    const closed = found[2] !== undefined;
    const parts = partsOf(found[1], start + 1);
    if (!closed) problems.push({ id: 'reference-not-closed', start, end: start + 1 });
    else if (parts.name.text === '') problems.push({ id: 'reference-empty', start, end });
    if (closed && parts.name.text !== '') references.push({ start, end, closed, ...parts });
  }
  return { references, problems };
}

function partsOf(inside: string, offset: number): { name: Word; period?: Word; facet?: Word } {
  let name: Word = { start: offset, end: offset, text: '' };
  let period: Word | undefined;
  let facet: Word | undefined;
  let part: 'name' | 'period' | 'facet' = 'name';
  for (const token of t.tokenize(inside, 'reference')) {
    if (tokenMatcher(token, t.At)) part = 'period';
    else if (tokenMatcher(token, t.Dot)) part = 'facet';
    else {
      const word = trimmed(token.image, offset + token.startOffset);
      if (part === 'name') name = word;
      else if (part === 'period') period = word;
      else facet = word;
    }
  }
  return { name, ...(period ? { period } : {}), ...(facet ? { facet } : {}) };
}
