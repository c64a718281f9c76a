/** What is on the clipboard, as lines that fit where they are put. */
import type { Message } from '../model/types.ts';
import { PlanTree, type Range } from '../syntax/document.ts';
import { importDocument, isPlan } from './importer.ts';
import { noPause, type Pause } from './pause.ts';

/** The same twice, as programs put it on the clipboard. */
export interface Clipboard {
  readonly html: string;
  readonly plain: string;
}

/** What the lines take the place of: nothing but blanks stands in front of it in its line. */
export interface Gap {
  readonly tree: PlanTree;
  readonly range: Range;
}

export interface PastedLines {
  readonly text: string;
  /** What is not in it, in one sentence. */
  readonly leftOut?: Message;
  /** True where the words alone would be less, and none of them is missing. */
  readonly preferred: boolean;
}

/**
 * @returns undefined where the words alone are as good
 * @throws {ImportProblem} where it cannot be read
 */
export async function pastedLines(
  { html, plain }: Clipboard,
  gap: Gap,
  pause: Pause = noPause,
): Promise<PastedLines | undefined> {
  if (isPlan(plain)) return undefined;
  const options = { whole: isEmptyAround(gap), belowRows: isRow(lineAbove(gap)) };
  const { plan, structured, leftOut, lacksWords } = await importDocument(
    html,
    'html',
    options,
    pause,
  );
  if (plan === '' || (!structured && !leftOut)) return undefined;
  return {
    text: fitted(plan, gap),
    ...(leftOut ? { leftOut } : {}),
    preferred: structured && (lacksWords || hasAllWords(plan, plain)),
  };
}

// ---------------------------------------------------------------- the words

const isHan = (code: number): boolean => code >= 0x3400 && code <= 0x9fff;
/** Single letters are what the signs of lists look like in other typefaces, and single digits mark footnotes. */
const wordOrFigure = /\p{Script=Latin}{2,}|\d[\d.,]*\d/gu;
/** The numbers of headings are made anew where the plan counts them itself. */
const numberInFront = /^\s*\d[\d.]*(?=[.\s])/gm;

/** What programs say in words alone must be there, in whatever order. */
function hasAllWords(plan: string, plain: string): boolean {
  const characters = new Int32Array(0x10000);
  for (let at = 0; at < plan.length; at++) characters[plan.charCodeAt(at)] += 1;
  for (let at = 0; at < plain.length; at++) {
    const code = plain.charCodeAt(at);
    characters[code] -= 1;
    if (isHan(code) && characters[code] < 0) return false;
  }
  const counts = new Map<string, number>();
  for (const [found] of plan.matchAll(wordOrFigure))
    counts.set(found, (counts.get(found) ?? 0) + 1);
  for (const [found] of plain.replace(numberInFront, '').matchAll(wordOrFigure)) {
    const count = counts.get(found) ?? 0;
    if (count === 0) return false;
    counts.set(found, count - 1);
  }
  return true;
}

// ---------------------------------------------------------------- the place

const isRow = (line: string): boolean => /^\s*[|｜]/.test(line);
const isItem = (line: string): boolean => /^\s*- /.test(line);

const lineAbove = ({ tree, range }: Gap): string =>
  range.start.line > 0 ? tree.lines.at(range.start.line - 1).text : '';

/** True for a document that the lines will be all of. */
function isEmptyAround({ tree, range }: Gap): boolean {
  for (let index = 0; index < tree.lines.length; index++) {
    if (index === range.start.line) index = range.end.line;
    else if (tree.lines.at(index).text.trim() !== '') return false;
  }
  return restOfLine({ tree, range }).trim() === '';
}

const restOfLine = ({ tree, range }: Gap): string =>
  tree.lines.at(range.end.line).text.slice(range.end.character);

/** With an empty line above and below, where other lines would stand right beside it and do not belong to it. */
function fitted(plan: string, gap: Gap): string {
  const lines = plan.trimEnd().split('\n');
  const rest = restOfLine(gap);
  const below = gap.range.end.line + 1;
  const { lines: all } = gap.tree;
  const next = below < all.length ? all.at(below).text : '';
  if (standApart(lineAbove(gap), lines[0])) lines.unshift('');
  if (rest.trim() !== '')
    lines.push(...(standApart(lines[lines.length - 1], rest) ? [''] : []), '');
  else if (standApart(lines[lines.length - 1], next)) lines.push('');
  return lines.join('\n');
}

function standApart(upper: string, lower: string): boolean {
  if (upper.trim() === '' || lower.trim() === '') return false;
  const [above, below] = [...PlanTree.parse(`${upper}\n${lower}`).lines];
  if (above.kind === 'heading') return below.kind === 'heading' || below.kind === 'table';
  if (isRow(upper)) return !isRow(lower) && below.statement.kind !== 'note';
  return !(isItem(upper) && isItem(lower));
}
