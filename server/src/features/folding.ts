/** What can be folded: sections, measures, the header, indicators, tables, and comments of several lines. */

import type { PlanModel } from '../model/model.ts';
import type { Line } from '../syntax/tree.ts';
import { documentSymbols, lastOwned, type OutlineItem } from './document-symbols.ts';
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
  const addAll = (items: readonly OutlineItem[]): void => {
    for (const { first, last, children } of items) {
      add(first, last);
      addAll(children);
    }
  };
  addAll(documentSymbols(model));

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
