/** The outline: sections, measures, indicators, targets and results with what they say, tables and charts. */

import type { PlanModel } from '../model/model.ts';
import type { Place } from '../model/types.ts';
import type { Line, LineKind, Word } from '../syntax/tree.ts';
import { oncePerState } from './kept.ts';

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
  readonly item: GrowingItem;
}

/** Most items hold no others. */
const noChildren: GrowingItem[] = [];

/** An item whose end has not been seen yet. */
interface GrowingItem extends Omit<OutlineItem, 'last' | 'children'> {
  last: Line;
  readonly children: GrowingItem[];
}

export const documentSymbols = oncePerState((model): readonly OutlineItem[] => {
  const outline: GrowingItem[] = [];
  const open: OpenItem[] = [];
  /** The statement above, while its fields, values or rows go on. */
  let leaf: GrowingItem | undefined;
  let siblings = outline;
  let lastWritten = model.tree.lines.at(0);

  const closeFrom = (level: number): void => {
    for (let top = open.at(-1); top && top.level >= level; top = open.at(-1)) {
      top.item.last = lastWritten;
      open.pop();
    }
    siblings = open.at(-1)?.item.children ?? outline;
  };
  const openItem = (level: number, item: GrowingItem): void => {
    closeFrom(level);
    siblings.push(item);
    siblings = item.children;
    open.push({ level, item });
    leaf = undefined;
  };

  for (const { lines } of model.tree.lines.inChunks) {
    for (const line of lines) {
      const { statement, kind } = line;
      if (kind === 'blank') {
        leaf = undefined;
        continue;
      }
      if (kind === 'heading' && statement.kind === 'heading') {
        const { title, marker } = statement;
        const name = `${model.headingNumber(line)}${title?.text ?? ''}` || marker.text;
        openItem(statement.level, begin('section', line, name, '', title ?? marker, []));
      } else if (kind === 'measure' && statement.kind === 'measure') {
        const { title, marker, style } = statement;
        const name = style === 'ordinal' ? `${marker.text}${title?.text ?? ''}` : title?.text;
        openItem(
          measureLevel,
          begin('measure', line, name || marker.text, '', title ?? marker, []),
        );
      } else if (isPart(kind)) {
        if (leaf && line.owner === leaf.first) leaf.last = line;
        else leaf = undefined;
      } else if (kind !== 'comment') {
        leaf = leafOf(line, model);
        if (leaf) siblings.push(leaf);
      }
      lastWritten = line;
    }
  }
  closeFrom(0);
  return outline;
});

function begin(
  kind: OutlineKind,
  line: Line,
  name: string,
  detail: string,
  { start, end }: Word,
  children = noChildren,
): GrowingItem {
  return {
    kind,
    name,
    detail,
    first: line,
    last: line,
    selection: { line, start, end },
    children,
  };
}

function leafOf(line: Line, model: PlanModel): GrowingItem | undefined {
  const { statement } = line;
  // A header or field that stands too late is prose; these kinds are what they are wherever they stand.
  switch (statement.kind) {
    case 'indicator': {
      const { name, keyword, unit } = statement;
      return begin('indicator', line, (name ?? keyword).text, unit?.text ?? '', name ?? keyword);
    }
    case 'target':
    case 'result': {
      const { name, keyword, claimsStart } = statement;
      const said = line.text.slice(claimsStart).trim();
      return begin(statement.kind, line, (name ?? keyword).text, said, name ?? keyword);
    }
    case 'table': {
      const { title, keyword } = statement;
      return begin('table', line, model.tableOf(line)?.title || keyword.text, '', title ?? keyword);
    }
    case 'chart': {
      const { names, keyword } = statement;
      const name = names.map(({ text }) => text).join('、');
      return begin('chart', line, name || keyword.text, '', keyword);
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
    if (!isPart(line.kind) || line.owner !== owner) break;
    last = line;
  }
  return last;
}

function isPart(kind: LineKind): boolean {
  return kind === 'field' || kind === 'value' || kind === 'row';
}
