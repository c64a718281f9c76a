/**
 * What has changed between two states of a report's body, so that a preview far away puts in what is new and leaves
 * everything else alone. A piece that only moved costs nothing but its share of a shift.
 */
import type { PartList } from './html.ts';

export interface PartChange {
  /** Where in the list, as the changes before this one have left it. */
  readonly at: number;
  readonly removed: number;
  readonly inserted: readonly { readonly html: string; readonly line: number }[];
}

/** From this piece on, up to the next shift, pieces begin so many lines further down. */
export interface LineShift {
  readonly from: number;
  readonly by: number;
}

export interface PartChanges {
  readonly changes: readonly PartChange[];
  /** For the list as the changes have left it; new pieces are shifted as well. */
  readonly shifts: readonly LineShift[];
}

export const noParts: PartList = { parts: [], lines: [] };

export function changesBetween(before: PartList, after: PartList): PartChanges {
  const changes: PartChange[] = [];
  const shifts: LineShift[] = [];
  const placesBefore = new Map(before.parts.map((part, index) => [part, index]));
  let shift = 0;
  let old = 0;
  let index = 0;
  while (old < before.parts.length || index < after.parts.length) {
    const start = index;
    // What comes later in the old list stays; what is skipped on the way to it goes.
    let kept = placesBefore.get(after.parts[index]);
    while (index < after.parts.length && (kept === undefined || kept < old)) {
      index += 1;
      kept = placesBefore.get(after.parts[index]);
    }
    const next = index < after.parts.length ? (kept as number) : before.parts.length;
    const by = index < after.parts.length ? after.lines[index] - before.lines[next] : shift;
    if (next > old || index > start) {
      const inserted = after.parts
        .slice(start, index)
        .map(({ html }, offset) => ({ html, line: after.lines[start + offset] - shift }));
      changes.push({ at: start, removed: next - old, inserted });
    }
    if (by !== shift) {
      shifts.push({ from: index, by });
      shift = by;
    }
    old = next;
    // The pieces behind it that have stayed and moved alike.
    while (
      index < after.parts.length &&
      after.parts[index] === before.parts[old] &&
      after.lines[index] - before.lines[old] === shift
    ) {
      index += 1;
      old += 1;
    }
  }
  return { changes, shifts };
}
