/** Official heading numbers, GB/T 9704-2012, 7.3.3: 一、（一）1.（1）. */
import type { HeadingStyle, Line } from '../syntax/tree.ts';

const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 in Chinese numerals: 十, 十一, 二十. */
export function chineseNumber(value: number): string {
  if (value < 10) return digits[value];
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens === 1 ? '' : digits[tens]}十${ones === 0 ? '' : digits[ones]}`;
}

/** The number of a heading at a level, as it is printed. */
export function officialNumber(level: number, ordinal: number): string {
  switch (level) {
    case 1:
      return `${chineseNumber(ordinal)}、`;
    case 2:
      return `（${chineseNumber(ordinal)}）`;
    case 3:
      return `${ordinal}.`;
    default:
      return `（${ordinal}）`;
  }
}

/** The same marker with another number, in the digits or numerals that it has. */
export function numberedAs(marker: string, ordinal: number): string {
  return marker
    .replace(/[一二三四五六七八九十百]+/, () => chineseNumber(ordinal))
    .replace(/[0-9]+/, () => String(ordinal))
    .replace(/[０-９]+/, () =>
      String(ordinal).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    );
}

export const styleLevels: Readonly<Record<Exclude<HeadingStyle, 'hash'>, number>> = {
  chinese: 1,
  chineseParen: 2,
  arabic: 3,
  arabicParen: 4,
};

/** English documents count 1., 1.1, 1.1.1: a level that was left out is left out of the number. */
function decimalNumber(counts: readonly number[], level: number): string {
  const parts = counts.slice(1, level + 1).filter((count) => count > 0);
  return parts.length === 1 ? `${parts[0]}.` : parts.join('.');
}

/**
 * The number of every heading: typed ones keep theirs, `#` ones are counted by level, starting again
 * below every heading of a higher level.
 */
export function headingNumbers(lines: Iterable<Line>, english: boolean): Map<Line, string> {
  const numbers = new Map<Line, string>();
  const counts = [0, 0, 0, 0, 0];
  for (const line of lines) {
    const { statement } = line;
    if (line.kind !== 'heading' || statement.kind !== 'heading') continue;
    const { level } = statement;
    const ordinal = statement.ordinal ?? counts[level] + 1;
    counts[level] = ordinal;
    counts.fill(0, level + 1);
    const own = english ? decimalNumber(counts, level) : officialNumber(level, ordinal);
    numbers.set(line, statement.style === 'hash' ? own : statement.marker.text);
  }
  return numbers;
}
