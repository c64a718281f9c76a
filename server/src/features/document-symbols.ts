/** The outline: sections, measures, indicators, targets and results with what they say, tables and charts. */

import type { PlanModel } from '../model/model.ts';
import type { Place } from '../model/types.ts';
import type { Line, Word } from '../syntax/tree.ts';

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
  readonly item: Omit<OutlineItem, 'last' | 'children'>;
  readonly children: OutlineItem[];
}

export function documentSymbols(model: PlanModel): OutlineItem[] {
  const outline: OutlineItem[] = [];
  const open: OpenItem[] = [];
  let lastWritten = model.tree.lines.at(0);

  const siblings = (): OutlineItem[] => open.at(-1)?.children ?? outline;
  const closeFrom = (level: number): void => {
    while (open.length > 0 && open[open.length - 1].level >= level) {
      const { item, children } = open.pop() as OpenItem;
      siblings().push({ ...item, last: lastWritten, children });
    }
  };

  for (const line of model.tree.lines) {
    const { statement } = line;
    if (line.kind === 'heading' && statement.kind === 'heading') {
      closeFrom(statement.level);
      const { title, marker } = statement;
      const name = `${model.headingNumber(line)}${title?.text ?? ''}` || marker.text;
      const item = begin('section', line, name, '', title ?? marker);
      open.push({ level: statement.level, item, children: [] });
    } else if (line.kind === 'measure' && statement.kind === 'measure') {
      closeFrom(measureLevel);
      const { title, marker, style } = statement;
      const name = style === 'ordinal' ? `${marker.text}${title?.text ?? ''}` : title?.text;
      const item = begin('measure', line, name || marker.text, '', title ?? marker);
      open.push({ level: measureLevel, item, children: [] });
    } else {
      const leaf = leafOf(line, model);
      if (leaf) siblings().push({ ...leaf, last: lastOwned(line, model), children: [] });
    }
    if (line.kind !== 'blank') lastWritten = line;
  }
  closeFrom(0);
  return outline;
}

function begin(
  kind: OutlineKind,
  line: Line,
  name: string,
  detail: string,
  { start, end }: Word,
): OpenItem['item'] {
  return { kind, name, detail, first: line, selection: { line, start, end } };
}

function leafOf(line: Line, model: PlanModel): OpenItem['item'] | undefined {
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
    const isPart = line.kind === 'field' || line.kind === 'value' || line.kind === 'row';
    if (!isPart || line.owner !== owner) break;
    last = line;
  }
  return last;
}
