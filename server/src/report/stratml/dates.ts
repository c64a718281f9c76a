/** Periods as the first and the last day, in the form of ISO 8601. */
import type { Period } from '../../model/types.ts';

export interface Days {
  readonly StartDate: string;
  readonly EndDate: string;
}

/** Undefined for years that four digits cannot tell. */
export function daysOf({ from, to, part = '' }: Period): Days | undefined {
  if (from < 1 || to > 9999) return undefined;
  const [first, last] = monthsOf(part);
  const day = /^\d\d-(\d\d)$/.exec(part)?.[1];
  return {
    StartDate: dateOf(from, first, day ?? '01'),
    EndDate: dateOf(to, last, day ?? String(lastDay(to, last))),
  };
}

/** The first and the last month of a part of a year. */
function monthsOf(part: string): readonly [first: number, last: number] {
  const month = /^(\d\d)(?:-\d\d)?$/.exec(part);
  if (month) return [Number(month[1]), Number(month[1])];
  const quarter = /^Q(\d)$/.exec(part);
  if (quarter) return [Number(quarter[1]) * 3 - 2, Number(quarter[1]) * 3];
  const upTo = /^Q1-(\d)$/.exec(part);
  if (upTo) return [1, Number(upTo[1]) * 3];
  const half = /^H(\d)$/.exec(part);
  return half ? [Number(half[1]) * 6 - 5, Number(half[1]) * 6] : [1, 12];
}

function lastDay(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function dateOf(year: number, month: number, day: string): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${day}`;
}
