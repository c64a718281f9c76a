import type { Line } from '../syntax/tree.ts';

/** Lines that speak of a key. Nearly all keys have one or two, for which a set would be much to make. */
export type LinesByKey = Map<string, Line[]>;

/** Puts a line to a key; the same line twice in a row counts once, as where an alias repeats the name. */
export function addTo(map: LinesByKey, key: string, line: Line): void {
  const lines = map.get(key);
  if (!lines) map.set(key, [line]);
  else if (lines[lines.length - 1] !== line) lines.push(line);
}

export function removeFrom(map: LinesByKey, key: string, line: Line): void {
  const lines = map.get(key);
  const index = lines ? lines.indexOf(line) : -1;
  if (!lines || index < 0) return;
  lines.splice(index, 1);
  if (lines.length === 0) map.delete(key);
}
