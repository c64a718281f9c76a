/** The outline: sections, measures, indicators, targets and results with what they say, tables and charts. */

import type { PlanModel } from '../model/model.ts';
import type { Place } from '../model/types.ts';
import type { HeadingStatement, Line, Word } from '../syntax/tree.ts';
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

/** Deeper than any heading. */
const measureLevel = 5;

interface OpenItem {
  readonly level: number;
  readonly item: Section;
}

/** A section or a measure, whose end is seen last. */
interface Section extends OutlineItem {
  last: Line;
  readonly children: OutlineItem[];
}

export const documentSymbols = oncePerState((model): readonly OutlineItem[] => {
  const { lines } = model.tree;
  const outline: OutlineItem[] = [];
  const open: OpenItem[] = [];
  let siblings = outline;

  const closeFrom = (level: number, end: number): void => {
    if (open.length > 0 && open[open.length - 1].level >= level) {
      let last = end - 1;
      while (last > 0 && lines.at(last).kind === 'blank') last--;
      for (let top = open.at(-1); top && top.level >= level; top = open.at(-1)) {
        top.item.last = lines.at(last);
        open.pop();
      }
    }
    siblings = open.at(-1)?.item.children ?? outline;
  };

  for (const chunk of lines.inChunks) {
    for (const entry of entriesOf(chunk, model)) {
      if (entry instanceof Leaf) {
        siblings.push(entry);
        continue;
      }
      const { statement } = entry;
      const level = statement.kind === 'heading' ? statement.level : measureLevel;
      closeFrom(level, lines.indexOf(entry));
      const item = begun(entry, model);
      siblings.push(item);
      siblings = item.children;
      open.push({ level, item });
    }
  }
  closeFrom(0, lines.length);
  return outline;
});

/** What of a run of lines stands in the outline, in order: leaves, and the lines that begin a section or a measure. */
const entriesOf = oncePerChunk((chunk, model) => {
  const entries: (Leaf | Line)[] = [];
  for (const line of chunk.lines) {
    const { kind, statement } = line;
    if (kind === statement.kind && (kind === 'heading' || kind === 'measure')) entries.push(line);
    else {
      const leaf = leafOf(line, model);
      if (leaf) entries.push(leaf);
    }
  }
  return entries;
});

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
    return kind === 'indicator' || kind === 'table' ? lastOwned(first, this.#model) : first;
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
