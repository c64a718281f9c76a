/**
 * Lines above lines: where an indicator is used, what a section has and lacks, what a measure still lacks. Where there
 * is nothing to say there is no line, so that text pasted from elsewhere stays as it is.
 */

import type { PlanModel } from '../model/model.ts';
import type { Indicator, Measure, Message, Place } from '../model/types.ts';
import type { Line, LineKind } from '../syntax/tree.ts';
import { oncePerChunk } from './kept.ts';
import { isPlanned } from './open-items.ts';
import { lineIndex } from './places.ts';
import { references } from './references.ts';

export interface LensText {
  readonly title: Message;
  /** What it leads to. */
  readonly places: readonly Place[];
}

/** The lines that have one above them, in order. */
export function codeLenses(model: PlanModel): Line[] {
  const found: Line[] = [];
  /** The headings that are open, of which nothing has been seen that counts. */
  let open: Line[] = [];
  for (const line of model.tree.lines.inChunks.flatMap((chunk) => countingLines(chunk, model))) {
    switch (line.kind) {
      case 'heading': {
        const level = levelOf(line);
        open = open.filter((heading) => levelOf(heading) < level);
        open.push(line);
        break;
      }
      case 'target':
      case 'result':
        found.push(...open);
        open = [];
        break;
      case 'measure': {
        const measure = model.measureOf(line);
        if (!measure || !isPlanned(measure)) break;
        found.push(...open);
        open = [];
        if (isOpen(measure, model)) found.push(line);
        break;
      }
      case 'indicator':
        if (model.declarationOf(line)) found.push(line);
        break;
      default:
        break;
    }
  }
  return found.sort((one, other) => lineIndex(one) - lineIndex(other));
}

/** Reads a long document in steps. */
export function* prepareCodeLenses(model: PlanModel): Generator<void> {
  for (const chunk of model.tree.lines.inChunks) {
    for (const line of countingLines(chunk, model)) {
      if (line.kind === 'measure') model.measureOf(line);
    }
    yield;
  }
}

/** The lines of a run that may have one above them, or that settle whether others do. */
const countingLines = oncePerChunk(({ lines }) =>
  lines.filter(({ kind }) => countingKinds.has(kind)),
);

const countingKinds: ReadonlySet<LineKind> = new Set([
  'heading',
  'target',
  'result',
  'measure',
  'indicator',
]);

/** What stands above a line; undefined where there is nothing to say any more. */
export function lensText(model: PlanModel, line: Line): LensText | undefined {
  switch (line.kind) {
    case 'heading':
      return aboutSection(line, model);
    case 'indicator':
      return aboutIndicator(line, model);
    case 'measure':
      return aboutMeasure(line, model);
    default:
      return undefined;
  }
}

function levelOf({ statement }: Line): number {
  return statement.kind === 'heading' ? statement.level : 0;
}

// ---------------------------------------------------------------- words

interface Counted {
  readonly zh: string;
  readonly one: string;
  readonly many: string;
}

const count = (number: number, { zh, one, many }: Counted): Message => ({
  zh: `${number}${zh}`,
  en: `${number} ${number === 1 ? one : many}`,
});

function joined(parts: readonly Message[], zh: string, en: string): Message {
  return { zh: parts.map((part) => part.zh).join(zh), en: parts.map((part) => part.en).join(en) };
}

const targetWords: Counted = { zh: '项目标', one: 'target', many: 'targets' };
const resultWords: Counted = { zh: '项实绩', one: 'result', many: 'results' };
const measureWords: Counted = { zh: '项举措', one: 'measure', many: 'measures' };
const useWords: Counted = { zh: '处提到', one: 'mention', many: 'mentions' };
const figureWords: Counted = { zh: '个数', one: 'figure', many: 'figures' };

function wholeLine(line: Line): Place {
  return { line, start: 0, end: line.text.length };
}

// ---------------------------------------------------------------- an indicator

function aboutIndicator(line: Line, model: PlanModel): LensText | undefined {
  const declaration = model.declarationOf(line);
  const indicator = declaration && model.indicator(declaration.name.text);
  if (!indicator) return undefined;
  // Its own fields are no use of it.
  const places = references(model, [indicator.key], false).filter(
    (place) => place.line !== line && place.line.owner !== line,
  );
  const targets = linesOf(indicator, 'target');
  const results = linesOf(indicator, 'result');
  const title =
    places.length === 0
      ? { zh: '还没有用到', en: 'not used yet' }
      : joined(
          [
            count(places.length, useWords),
            ...(targets > 0 ? [count(targets, targetWords)] : []),
            ...(results > 0 ? [count(results, resultWords)] : []),
          ],
          '，',
          ', ',
        );
  return { title, places };
}

function linesOf({ claims }: Indicator, kind: 'target' | 'result'): number {
  return new Set(claims.flatMap(({ line }) => (line.kind === kind ? [line] : []))).size;
}

// ---------------------------------------------------------------- a measure

/** Whether it {@link lacks} anything; its targets are looked at only where nothing else is missing. */
function isOpen({ line, owner, due }: Measure, model: PlanModel): boolean {
  return owner.length === 0 || !due || placeholdersOf(line, model).length > 0;
}

function lacks(measure: Measure, model: PlanModel): Message[] {
  const open = placeholdersOf(measure.line, model).length;
  return [
    ...(measure.owner.length === 0 ? [{ zh: '责任', en: 'owner' }] : []),
    ...(measure.due ? [] : [{ zh: '时限', en: 'deadline' }]),
    ...(open > 0 ? [count(open, figureWords)] : []),
  ];
}

function aboutMeasure(line: Line, model: PlanModel): LensText | undefined {
  const measure = model.measureOf(line);
  const open = measure ? lacks(measure, model) : [];
  if (open.length === 0) return undefined;
  const { zh, en } = joined(open, '、', ', ');
  return {
    title: { zh: `还缺：${zh}`, en: `still open: ${en}` },
    places: placeholdersOf(line, model),
  };
}

/** Figures of a measure's targets that are still to be filled in. */
function placeholdersOf(measure: Line, model: PlanModel): Place[] {
  const { lines } = model.tree;
  const places: Place[] = [];
  for (let index = lines.indexOf(measure) + 1; index < lines.length; index++) {
    const line = lines.at(index);
    if (line.kind === 'measure' || line.kind === 'heading') break;
    for (const { mask, start, end } of model.claimsOf(line)) {
      if (mask !== undefined) places.push({ line, start, end });
    }
  }
  return places;
}

// ---------------------------------------------------------------- a section

function aboutSection(heading: Line, model: PlanModel): LensText | undefined {
  const { lines } = model.tree;
  const level = levelOf(heading);
  const targets: Line[] = [];
  const withoutYear: Line[] = [];
  const measures: Line[] = [];
  const withoutDeadline: Line[] = [];
  let results = 0;
  for (let index = lines.indexOf(heading) + 1; index < lines.length; index++) {
    const line = lines.at(index);
    if (line.kind === 'heading' && levelOf(line) <= level) break;
    if (line.kind === 'result') results += 1;
    if (line.kind === 'target') {
      targets.push(line);
      if (!model.claimsOf(line).some(({ period }) => period)) withoutYear.push(line);
    }
    const measure = line.kind === 'measure' ? model.measureOf(line) : undefined;
    if (measure && isPlanned(measure)) {
      measures.push(line);
      if (!measure.due) withoutDeadline.push(line);
    }
  }
  const parts = [
    ...(targets.length > 0
      ? [counted(targets, withoutYear, targetWords, { zh: '年份', en: 'year' })]
      : []),
    ...(results > 0 ? [count(results, resultWords)] : []),
    ...(measures.length > 0
      ? [counted(measures, withoutDeadline, measureWords, { zh: '时限', en: 'deadline' })]
      : []),
  ];
  if (parts.length === 0) return undefined;
  const open = [...withoutYear, ...withoutDeadline].sort((a, b) => lineIndex(a) - lineIndex(b));
  const places = (open.length > 0 ? open : [...targets, ...measures]).map(wholeLine);
  return { title: joined(parts, '，', ', '), places };
}

/** 3项目标（2项没有时限） */
function counted(
  all: readonly Line[],
  open: readonly Line[],
  words: Counted,
  what: Message,
): Message {
  const { zh, en } = count(all.length, words);
  if (open.length === 0) return { zh, en };
  return {
    zh: `${zh}（${open.length}项没有${what.zh}）`,
    en: `${en} (${open.length} without a ${what.en})`,
  };
}
