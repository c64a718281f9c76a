/**
 * From a stretch of a line to what a reader sees there: text, the figures that references stand for,
 * and marks on what is still to be filled in or mended.
 */
import type { PlanModel } from '../model/model.ts';
import type { Indicator } from '../model/types.ts';
import type { Line, Reference, Span, SyntaxProblem } from '../syntax/tree.ts';
import { printable } from './text.ts';
import type { Inline, Inlines, ProblemId, Script } from './tree.ts';
import { problemSentence } from './words.ts';

/** What a place in the text is read with. */
export interface ReadingContext {
  readonly model: PlanModel;
  readonly script: Script;
  /** The plans that results are measured by besides the document itself. */
  readonly basis?: readonly PlanModel[];
}

/**
 * What a writer left open for later: `xx镇`, `x.6亿元`, `××村`, `200_年`, `15x万元`, `____`. A single
 * capital X (X光) and a sign between two numbers (3×5) are not among them.
 */
const placeholder =
  /(?<![A-Za-z0-9０-９])(?:[xｘ]+|[XＸ]{2,})(?:[.．][0-9]+)?(?=[\p{Script=Han}%％‰])|(?<![A-Za-z0-9])[0-9]+(?:[.．]?[xｘ]+|[XＸ]{2,})(?=[\p{Script=Han}%％‰])|[0-9]{1,3}[_＿xX×]{1,3}(?=年)|[×]{2,}|[_＿]{2,}/gu;

/** The inlines of [start, end) of a line. */
export function inlinesOf(line: Line, span: Span, context: ReadingContext): Inlines {
  const inlines: Inline[] = [];
  let at = span.start;
  for (const mark of marksIn(line, span)) {
    if (mark.start < at) continue;
    pushText(inlines, line.text.slice(at, mark.start), context.script);
    inlines.push('id' in mark ? broken(line, mark, context.script) : referred(line, mark, context));
    at = mark.end;
  }
  pushText(inlines, line.text.slice(at, span.end), context.script);
  return inlines;
}

/** Inlines of a text that holds no references: a table cell, a target. */
export function inlinesOfText(text: string, script: Script): Inlines {
  const inlines: Inline[] = [];
  pushText(inlines, text, script);
  return inlines;
}

/**
 * What the references of a line stand for: the model makes an indicator anew when something is said
 * of it, so while these are the same objects, the line reads the same.
 */
export function referredTo(line: Line, model: PlanModel): (Indicator | undefined)[] {
  return line.references.map(({ name }) => model.indicator(name.text));
}

function marksIn(line: Line, { start, end }: Span): (Reference | SyntaxProblem)[] {
  if (line.references.length === 0 && line.problems.length === 0) return [];
  const problems = line.problems.filter(
    ({ id }) => id === 'reference-not-closed' || id === 'reference-empty',
  );
  return [...line.references, ...problems]
    .filter((mark) => mark.start >= start && mark.end <= end)
    .sort((a, b) => a.start - b.start);
}

function broken(line: Line, { id, start, end }: SyntaxProblem, script: Script): Inline {
  return problemInline(line.text.slice(start, end), id as ProblemId, script);
}

function referred(line: Line, reference: Reference, { model, script }: ReadingContext): Inline {
  const typed = line.text.slice(reference.start, reference.end);
  const { name } = reference;
  // Looking for names that were perhaps meant takes long; it is done where a problem is reported.
  const indicator = model.indicator(name.text);
  if (!indicator) return problemInline(typed, 'unknown-indicator', script);
  const { period, facet, text, problem = 'no-value' } = model.resolve(reference, line);
  if (text === undefined) return problemInline(typed, problem, script);
  return {
    kind: 'figure',
    text: printable(pointsIn(script, text)),
    indicator: printable(indicator.name),
    ...(period ? { period } : {}),
    ...(facet && facet !== 'value' ? { facet } : {}),
  };
}

/** What follows from two rates is printed with a unit that no line of the document wrote. */
function pointsIn(script: Script, text: string): string {
  if (script === 'hans') return text;
  return text.replace(/个百分点$/, script === 'en' ? ' percentage points' : '個百分點');
}

export function problemInline(text: string, problem: ProblemId, script: Script): Inline {
  return {
    kind: 'problem',
    text: printable(text),
    problem,
    message: problemSentence(problem, script),
  };
}

function pushText(inlines: Inline[], text: string, script: Script): void {
  let at = 0;
  // The pattern is asked only where one of its signs occurs: most text has none.
  if (/[xXｘＸ×_＿]/.test(text)) {
    for (const found of text.matchAll(placeholder)) {
      if (found.index > at) {
        inlines.push({ kind: 'text', text: printable(text.slice(at, found.index)) });
      }
      inlines.push(problemInline(found[0], 'placeholder', script));
      at = found.index + found[0].length;
    }
  }
  if (at < text.length) inlines.push({ kind: 'text', text: printable(text.slice(at)) });
}
