/** The outline: sections, measures, indicators, targets and results with what they say, tables and charts. */

import type { PlanModel } from '../model/model.ts';
import type { Place } from '../model/types.ts';
import type { HeadingStatement, Line, LineChunk, Word } from '../syntax/tree.ts';
import { oncePerChunk, oncePerState } from './kept.ts';

export type OutlineKind =
  | 'section'
  | 'measure'
  | 'indicator'
  | 'target'
  | 'result'
  | 'table'
  | 'chart';

export interface OutlineItem {
  readonly kind: OutlineKind;
  /** Never empty. */
  readonly name: string;
  /** Empty where there is nothing to add. */
  readonly detail: string;
  /** All that belongs to it: whole lines, from the first to the last. */
  readonly first: Line;
  readonly last: Line;
  /** What the cursor is put on: its name. */
  readonly selection: Place;
  readonly children: readonly OutlineItem[];
}

/** A section or a measure: what it holds, and where it ends, is known when all of it has been seen. */
export interface Section extends OutlineItem {
  last: Line;
  readonly children: OutlineItem[];
}

/** Items in a row that hold no others. The same object for as long as the lines that it was made of read the same. */
export interface LeafRun {
  readonly leaves: readonly OutlineItem[];
  /** The last item may go on behind the lines that the run was made of. */
  readonly goesOn: boolean;
}

/** Is told of an outline in the order of the document. */
export interface OutlineVisitor {
  /** What is told from now on is read from these lines, but for where sections end that began above them. */
  entersChunk?(chunk: LineChunk): void;
  /** Neither what it holds nor its last line is known yet. */
  begins(section: Section): void;
  leaves(run: LeafRun): void;
  /** The innermost one that has begun. */
  ends(section: Section): void;
}

/** Deeper than any heading. */
const measureLevel = 5;

export type OutlineTargets = 'auto' | 'always' | 'never';

/**
 * The most items of an outline with targets, unless it shall always have them. An editor reads and draws a whole outline
 * again at every pause, however little has changed, and with thousands of items whoever types waits for that. An office’s
 * plan has some hundreds.
 */
export const mostItemsWithTargets = 3000;

/** Whether targets and results stand in the outline. */
export function listsTargets(model: PlanModel, targets: OutlineTargets): boolean {
  if (targets !== 'auto') return targets === 'always';
  let count = 0;
  for (const chunk of model.tree.lines.inChunks) {
    for (const entry of entriesOf(chunk, model)) {
      count += 'leaves' in entry ? entry.leaves.length : 1;
    }
  }
  return count <= mostItemsWithTargets;
}

export function visitOutline(
  model: PlanModel,
  withTargets: boolean,
  visitor: OutlineVisitor,
): void {
  for (const _ of visitInSteps(model, withTargets, visitor));
}

/** The same of a long document, in steps. */
export function* visitInSteps(
  model: PlanModel,
  withTargets: boolean,
  visitor: OutlineVisitor,
): Generator<void> {
  const { lines } = model.tree;
  const open: { readonly level: number; readonly section: Section }[] = [];

  const closeFrom = (level: number, end: number): void => {
    let top = open.at(-1);
    if (!top || top.level < level) return;
    let last = end - 1;
    while (last > 0 && lines.at(last).kind === 'blank') last--;
    for (; top && top.level >= level; top = open.at(-1)) {
      top.section.last = lines.at(last);
      visitor.ends(top.section);
      open.pop();
    }
  };

  for (const chunk of lines.inChunks) {
    visitor.entersChunk?.(chunk);
    const entries = withTargets ? entriesOf : entriesWithoutTargets;
    for (const entry of entries(chunk, model)) {
      if ('leaves' in entry) {
        visitor.leaves(entry);
        continue;
      }
      const { statement } = entry;
      const level = statement.kind === 'heading' ? statement.level : measureLevel;
      closeFrom(level, lines.indexOf(entry));
      const section = begun(entry, model);
      visitor.begins(section);
      open.push({ level, section });
    }
    yield;
  }
  closeFrom(0, lines.length);
}

/** Reads a long document in steps. */
export function prepareOutline(model: PlanModel): Generator<void> {
  return visitInSteps(model, false, { begins() {}, leaves() {}, ends() {} });
}

export const documentSymbols = oncePerState((model) => outlineOf(model, true));
export const documentSymbolsWithoutTargets = oncePerState((model) => outlineOf(model, false));

function outlineOf(model: PlanModel, withTargets: boolean): readonly OutlineItem[] {
  const outline: OutlineItem[] = [];
  const open = [outline];
  visitOutline(model, withTargets, {
    begins(section) {
      open[open.length - 1].push(section);
      open.push(section.children);
    },
    leaves: ({ leaves }) => open[open.length - 1].push(...leaves),
    ends: () => open.pop(),
  });
  return outline;
}

type Entry = LeafRun | Line;

/** What of a run of lines stands in the outline, in order: leaves, and the lines that begin a section or a measure. */
const entriesOf = oncePerChunk((chunk, model) => {
  const entries: Entry[] = [];
  let leaves: Leaf[] = [];
  const endRun = (goesOn: boolean): void => {
    if (leaves.length > 0) entries.push({ leaves, goesOn });
    leaves = [];
  };
  for (const line of chunk.lines) {
    const { kind, statement } = line;
    if (kind === statement.kind && (kind === 'heading' || kind === 'measure')) {
      endRun(false);
      entries.push(line);
    } else {
      const leaf = leafOf(line, model);
      if (leaf) leaves.push(leaf);
    }
  }
  const { kind } = leaves.at(-1) ?? {};
  endRun(kind !== undefined && hasParts(kind));
  return entries;
});

const entriesWithoutTargets = oncePerChunk((chunk, model) =>
  entriesOf(chunk, model).flatMap((entry): readonly Entry[] => {
    if (!('leaves' in entry)) return [entry];
    const leaves = entry.leaves.filter(({ kind }) => kind !== 'target' && kind !== 'result');
    return leaves.length > 0 ? [{ ...entry, leaves }] : [];
  }),
);

/** Whether lines behind its own belong to it. */
function hasParts(kind: OutlineKind): boolean {
  return kind === 'indicator' || kind === 'table';
}

function begun(line: Line, model: PlanModel): Section {
  const { statement } = line;
  if (statement.kind === 'measure') {
    const { title, marker, style } = statement;
    const name = style === 'ordinal' ? `${marker.text}${title?.text ?? ''}` : title?.text;
    return section('measure', line, name || marker.text, title ?? marker);
  }
  const { title, marker } = statement as HeadingStatement;
  const name = `${model.headingNumber(line)}${title?.text ?? ''}` || marker.text;
  return section('section', line, name, title ?? marker);
}

function section(kind: OutlineKind, line: Line, name: string, { start, end }: Word): Section {
  const selection = { line, start, end };
  return { kind, name, detail: '', first: line, last: line, selection, children: [] };
}

// ---------------------------------------------------------------- what holds no others

const noChildren: readonly OutlineItem[] = [];

class Leaf implements OutlineItem {
  readonly kind: OutlineKind;
  readonly name: string;
  readonly detail: string;
  readonly selection: Place;
  readonly children = noChildren;
  readonly #model: PlanModel;

  constructor(
    kind: OutlineKind,
    name: string,
    detail: string,
    line: Line,
    { start, end }: Word,
    model: PlanModel,
  ) {
    this.kind = kind;
    this.name = name;
    this.detail = detail;
    this.selection = { line, start, end };
    this.#model = model;
  }

  get first(): Line {
    return this.selection.line;
  }

  /** Its fields and rows may stand in another run than itself, so it looks for them when it is asked. */
  get last(): Line {
    const { kind, first } = this;
    return hasParts(kind) ? lastOwned(first, this.#model) : first;
  }
}

function leafOf(line: Line, model: PlanModel): Leaf | undefined {
  const { statement } = line;
  // A header or field that stands too late is prose; these kinds are what they are wherever they stand.
  switch (statement.kind) {
    case 'indicator': {
      const { name, keyword, unit } = statement;
      const place = name ?? keyword;
      return new Leaf('indicator', place.text, unit?.text ?? '', line, place, model);
    }
    case 'target':
    case 'result': {
      const { name, keyword, claimsStart } = statement;
      const said = line.text.slice(claimsStart).trim();
      const place = name ?? keyword;
      return new Leaf(statement.kind, place.text, said, line, place, model);
    }
    case 'table': {
      const { title, keyword } = statement;
      const name = (line.kind === 'table' && title?.text) || keyword.text;
      return new Leaf('table', name, '', line, title ?? keyword, model);
    }
    case 'chart': {
      const { names, keyword } = statement;
      const name = names.map(({ text }) => text).join('、');
      return new Leaf('chart', name || keyword.text, '', line, keyword, model);
    }
    default:
      return undefined;
  }
}

/** The last field, value or row of a statement. */
export function lastOwned(owner: Line, model: PlanModel): Line {
  const { lines } = model.tree;
  let last = owner;
  for (let index = lines.indexOf(owner) + 1; index < lines.length; index++) {
    const line = lines.at(index);
    if (line.kind === 'comment') continue;
    const isPart = line.kind === 'field' || line.kind === 'value' || line.kind === 'row';
    if (!isPart || line.owner !== owner) break;
    last = line;
  }
  return last;
}
