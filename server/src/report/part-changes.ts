/**
 * What has changed between two states of a report's body, so that a preview far away puts in what is new and leaves
 * everything else alone. A piece that only moved costs nothing but its share of a shift.
 */
import type { Part, PartList } from './html.ts';

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

/** Around a change, what has stayed is looked for so near before it is looked for everywhere. */
const reach = 6;

export function changesBetween(before: PartList, after: PartList): PartChanges {
  const changes: PartChange[] = [];
  const shifts: LineShift[] = [];
  const nextKept = keptParts(before.parts, after.parts);
  let shift = 0;
  let old = 0;
  let index = 0;
  while (old < before.parts.length || index < after.parts.length) {
    const start = index;
    const [next, kept] = nextKept(old, index);
    index = kept;
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

/** Finds the first piece at or behind a place in both lists that is in both; what stands before it there goes or is new. */
function keptParts(before: readonly Part[], after: readonly Part[]) {
  let places: ReadonlyMap<Part, number> | undefined;
  return (old: number, index: number): readonly [old: number, index: number] => {
    for (let distance = 0; distance <= reach; distance++) {
      for (let ahead = 0; ahead <= distance; ahead++) {
        const [from, to] = [old + distance - ahead, index + ahead];
        // Behind the last piece both lists end alike.
        if (from > before.length || to > after.length) continue;
        if (before[from] === after[to]) return [from, to];
      }
    }
    places ??= new Map(before.map((part, place) => [part, place]));
    for (let to = index; to < after.length; to++) {
      const from = places.get(after[to]);
      // What comes later in the old list stays; what is skipped on the way to it goes.
      if (from !== undefined && from >= old) return [from, to];
    }
    return [before.length, after.length];
  };
}
