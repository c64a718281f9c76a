/** What can be folded: sections, measures, the header, indicators, tables, and comments of several lines. */

import type { PlanModel } from '../model/model.ts';
import type { Line } from '../syntax/tree.ts';
import { lastOwned, type OutlineItem, visitOutline } from './document-symbols.ts';
import { oncePerChunk } from './kept.ts';

export interface FoldingRange {
  /** The line that stays visible. */
  readonly first: Line;
  readonly last: Line;
  readonly isComment: boolean;
}

export function foldingRanges(model: PlanModel): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const add = (first: Line, last: Line, isComment = false): void => {
    if (first !== last) ranges.push({ first, last, isComment });
  };
  const items: OutlineItem[] = [];
  // Targets are single lines.
  visitOutline(model, false, {
    begins: (section) => items.push(section),
    leaves: ({ leaves }) => items.push(...leaves),
    ends: () => {},
  });
  for (const { first, last } of items) add(first, last);

  let firstComment: Line | undefined;
  let previous: Line | undefined;
  const endComment = (): void => {
    if (firstComment && previous) add(firstComment, previous, true);
    firstComment = undefined;
  };
  for (const chunk of model.tree.lines.inChunks) {
    if (!hasComments(chunk, model)) {
      endComment();
      continue;
    }
    for (const line of chunk.lines) {
      if (line.kind === 'comment') firstComment ??= line;
      else endComment();
      previous = line;
    }
  }
  endComment();
  const { line: header } = model.header;
  if (header) add(header, lastOwned(header, model));

  const { lines } = model.tree;
  return ranges.sort((one, other) => lines.indexOf(one.first) - lines.indexOf(other.first));
}

const hasComments = oncePerChunk(({ lines }) => lines.some(({ kind }) => kind === 'comment'));
