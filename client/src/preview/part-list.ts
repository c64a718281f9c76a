// What the page keeps of the report's pieces: where each begins, and what it has put into the page for it.

import type { PartChange, PreviewChanges } from './protocol.ts';

export interface Piece<Content> {
  /** Zero-based, in the document. */
  line: number;
  readonly content: Content;
}

/**
 * Follows the changes that the server tells of.
 *
 * @param replace puts new pieces in the place of old ones, which lie before the piece `next`, and answers with what
 *   it keeps of each
 * @returns the pieces that are new
 */
export function applyChanges<Content>(
  pieces: Piece<Content>[],
  { changes, shifts }: Pick<PreviewChanges, 'changes' | 'shifts'>,
  replace: (
    removed: readonly Piece<Content>[],
    inserted: PartChange['inserted'],
    previous: Piece<Content> | undefined,
    next: Piece<Content> | undefined,
  ) => readonly Content[],
): Piece<Content>[] {
  const all: Piece<Content>[] = [];
  for (const { at, removed, inserted } of changes) {
    const contents = replace(
      pieces.slice(at, at + removed),
      inserted,
      pieces[at - 1],
      pieces[at + removed],
    );
    const made = inserted.map(({ line }, index) => ({ line, content: contents[index] }));
    pieces.splice(at, removed, ...made);
    all.push(...made);
  }
  shifts.forEach(({ from, by }, index) => {
    const end = shifts[index + 1]?.from ?? pieces.length;
    for (const piece of pieces.slice(from, end)) piece.line += by;
  });
  return all;
}

/** From a line on, up to the next move, lines are so much further down than they were. */
export interface LineMove {
  readonly from: number;
  readonly by: number;
}

/**
 * Where the lines of the document have moved to. What is put together behind the text comes from lines all over it, and
 * says nothing more.
 *
 * @param pieces as the shifts have left them
 */
export function movesOf(
  pieces: readonly Piece<unknown>[],
  shifts: PreviewChanges['shifts'],
): readonly LineMove[] {
  const moves: LineMove[] = [];
  for (const { from, by } of shifts) {
    const line = (pieces[from]?.line ?? 0) - by;
    if (line <= (moves.at(-1)?.from ?? -1)) break;
    moves.push({ from: line, by });
  }
  return moves;
}
