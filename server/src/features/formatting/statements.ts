/** One line in its usual form. Only what stands around the writer’s words changes: spaces, colons, the width of `#`. */

import { parseStatement } from '../../syntax/parser.ts';
import type { Line, Statement, Word } from '../../syntax/tree.ts';

/** The usual form of a line that is not a table’s row; its own text where it reads as something else then. */
export function usualFormOf(line: Line): string {
  // What stands where it is prose is prose, and prose is never changed.
  if (line.kind !== line.statement.kind || line.kind === 'prose') return line.text;
  let form = known.get(line);
  if (form === undefined) {
    form = formOf(line.text, line.statement);
    // Where it is equal, its own text is kept and not another.
    if (form === line.text || !readsTheSame(line.text, form)) form = line.text;
    known.set(line, form);
  }
  return form;
}

/** A line that was changed is another line. */
const known = new WeakMap<Line, string>();

function formOf(text: string, statement: Statement): string {
  switch (statement.kind) {
    case 'blank':
      return '';
    case 'comment':
      return text.trim();
    case 'header':
    case 'field':
    case 'note':
    case 'indicator':
    case 'table':
    case 'chart':
    case 'include':
      return afterKeyword(text, statement.keyword);
    case 'target':
    case 'result':
      return targetForm(text, statement);
    case 'value': {
      const { start, end } = statement.period;
      return text.slice(start, end) + colonForm(text, end, isChinese(text));
    }
    case 'measure':
      // 一是… runs through sentences, and so may a heading with a typed number.
      return statement.style === 'keyword' ? afterKeyword(text, statement.marker) : text;
    case 'heading':
      if (statement.style !== 'hash') return text.includes('。') ? text : text.trim();
      return `${'#'.repeat(statement.level)} ${text.slice(statement.marker.end).trim()}`.trimEnd();
    default:
      return text;
  }
}

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** The keyword stays with the sign that the writer put behind it: a space or a colon. */
function afterKeyword(text: string, { end, text: keyword }: Word): string {
  if (/^\s*[：:]/.test(text.slice(end))) return keyword + colonForm(text, end, isChinese(keyword));
  return `${keyword} ${text.slice(end).trim()}`.trimEnd();
}

/** What stands behind a place, from its colon on: `：380万元`, `: 3 million yuan`. */
function colonForm(text: string, at: number, chinese: boolean): string {
  const rest = text.slice(at).trim().slice(1).trim();
  return chinese ? `：${rest}` : `: ${rest}`.trimEnd();
}

function targetForm(
  text: string,
  { keyword, colon, claimsStart }: Extract<Statement, { kind: 'target' | 'result' }>,
): string {
  if (!colon) return afterKeyword(text, keyword);
  const lead = afterKeyword(text.slice(0, claimsStart - 1), keyword);
  return lead + colonForm(text, claimsStart - 1, isChinese(keyword.text));
}

/** Whether two lines say the same thing, whatever the places of their words. */
function readsTheSame(one: string, other: string): boolean {
  return meaningOf(one) === meaningOf(other);
}

const places: ReadonlySet<string> = new Set([
  ...['start', 'end', 'numberStart', 'numberEnd', 'claimsStart', 'marker'],
]);

function meaningOf(text: string): string {
  const { statement, problems } = parseStatement(text);
  return JSON.stringify([statement, problems], (key, value) =>
    places.has(key) ? undefined : value,
  );
}
