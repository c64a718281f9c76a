/** Counting in words, 一是…二是…三是…, in a paragraph and over several lines. */
import { chineseNumber } from '../model/numbering.ts';
import type { Line } from '../syntax/tree.ts';
import { smallNumber } from '../syntax/vocabulary/periods.ts';
import type { Fix } from './rule.ts';
import { anyPair } from './signals.ts';
import { occurrences } from './text.ts';

export interface Ordinal {
  readonly line: Line;
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

/** At the head of a clause only: 统一是 and 之一是 do not count. */
const pattern = /(^|[。；：，、;:,.“”（(！!？?\\\s])([一二三四五六七八九十]{1,2})是/g;

export const hasOrdinal = anyPair('一二三四五六七八九十', '是');

/** The counting words of a line, the one at its head first. */
export function ordinalsIn(line: Line): Ordinal[] {
  if (!hasOrdinal(line)) return [];
  const ordinals: Ordinal[] = [];
  for (const found of occurrences(pattern, line.text)) {
    const value = smallNumber(found[2]);
    const start = found.index + found[1].length;
    if (value !== undefined)
      ordinals.push({ line, start, end: found.index + found[0].length, value });
  }
  return ordinals;
}

export function spell(value: number): string {
  return `${chineseNumber(value)}是`;
}

/** Gives one of several counting words the right number, and those that go on from it. */
export function recount(ordinals: readonly Ordinal[], index: number, right: number): Fix {
  const moved = [ordinals[index]];
  for (const next of ordinals.slice(index + 1)) {
    if (next.value !== moved[moved.length - 1].value + 1) break;
    moved.push(next);
  }
  const behind = moved.length - 1;
  return {
    title:
      behind > 0
        ? {
            zh: `改为“${spell(right)}”，后面的${behind}个顺延`,
            en: `Change to “${spell(right)}” and renumber the ${behind} behind it`,
          }
        : { zh: `改为“${spell(right)}”`, en: `Change to “${spell(right)}”` },
    edits: moved.map(({ line, start, end }, place) => ({
      line,
      start,
      end,
      newText: spell(right + place),
    })),
  };
}
