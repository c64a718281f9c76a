/** Periods with their years known, and how they are printed. */

import { parseClaims } from '../syntax/parser.ts';
import type { PeriodForm, PeriodItem } from '../syntax/tree.ts';
import type { Period } from './types.ts';

export function year(value: number): Period {
  return { from: value, to: value, span: false };
}

/** First year of the five-year plan of that number: the sixth began in 1981. */
export function planStart(number: number): number {
  return 1981 + 5 * (number - 6);
}

/** What relative words are relative to. */
export interface PeriodScope {
  /** The plan's years, from the header. */
  readonly plan?: Period;
  readonly baseline?: Period;
  /** The year that 上年 is counted back from, when a claim names one. */
  readonly year?: number;
}

/** The plan's base year: declared, or the year before the plan. */
export function baselineOf(scope: PeriodScope): Period | undefined {
  if (scope.baseline) return scope.baseline;
  return scope.plan ? year(scope.plan.from - 1) : undefined;
}

/** The years that a period names; undefined where the document does not say them. */
export function resolvePeriod(form: PeriodForm, scope: PeriodScope): Period | undefined {
  const current = scope.year ?? scope.plan?.to;
  const within = (own: number | undefined, part: string): Period | undefined => {
    const at = own ?? current;
    return at === undefined ? undefined : { from: at, to: at, part, span: false };
  };
  switch (form.form) {
    case 'year':
      return year(form.year);
    case 'years':
      return { from: form.from, to: form.to, span: true };
    case 'plan': {
      const start = planStart(form.number);
      return form.end ? year(start + 4) : { from: start, to: start + 4, span: true };
    }
    case 'month':
      return form.month === 12 && form.edge === 'end'
        ? within(form.year, '') && stripPart(within(form.year, ''))
        : within(form.year, String(form.month).padStart(2, '0'));
    case 'date':
      return within(form.year, `${pad(form.month)}-${pad(form.day)}`);
    case 'quarter':
      return within(form.year, `Q${form.quarter}`);
    case 'quarters':
      return within(form.year, `Q1-${form.quarter}`);
    case 'half':
      return within(form.year, `H${form.half}`);
    case 'season':
      return within(form.year, form.season);
    case 'base':
      return baselineOf(scope);
    case 'previous':
      return current === undefined ? undefined : year(current - 1);
    case 'next':
      return current === undefined ? undefined : year(current + 1);
    case 'current':
      return current === undefined ? undefined : year(current);
    case 'years-count':
    case 'masked':
      return undefined;
  }
}

const pad = (value: number): string => String(value).padStart(2, '0');

function stripPart(period: Period | undefined): Period | undefined {
  return period ? { from: period.from, to: period.to, span: false } : undefined;
}

/** The key of a period in the model; equal periods have equal keys. */
export function periodKey(period: Period): string {
  const years = period.from === period.to ? String(period.to) : `${period.from}-${period.to}`;
  return period.part ? `${years}.${period.part}` : years;
}

/** Whether two periods are one; none is the same as none. */
export function samePeriod(a: Period | undefined, b: Period | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && periodKey(a) === periodKey(b));
}

/** When a period ends, as a number of days: good for putting periods in order, and for nothing else. */
export function endOfPeriod({ to, part = '' }: Period): number {
  const [month, day] = /^(\d\d)(?:-(\d\d))?$/.exec(part)?.slice(1).map(Number) ?? [];
  if (month) return (to * 12 + month) * 31 - (day ? 31 - day : 0);
  const [quarter] = /^Q(?:1-)?(\d)$/.exec(part)?.slice(1).map(Number) ?? [];
  const [half] = /^H(\d)$/.exec(part)?.slice(1).map(Number) ?? [];
  return (to * 12 + (quarter ? quarter * 3 : half ? half * 6 : 12)) * 31;
}

/** `"2025"`, `"2021-2025"`, `"2025-06"`, `"2025Q1"`: how the command line prints a period. */
export function periodCode(period: Period): string {
  const years = period.from === period.to ? String(period.to) : `${period.from}-${period.to}`;
  if (!period.part) return years;
  return /^[QH]/.test(period.part) ? `${years}${period.part}` : `${years}-${period.part}`;
}

const halves = { zh: ['上半年', '下半年'], en: ['first half of', 'second half of'] } as const;
const quarters = ['一', '二', '三', '四'];
/** January first. */
export const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A period in words: 2025年一季度, 2021—2025年; `first quarter of 2025`. */
export function periodText(period: Period, language: 'zh' | 'en'): string {
  const { from, to, part } = period;
  if (language === 'en') {
    const years = from === to ? String(to) : `${from}–${to}`;
    if (!part) return years;
    const quarter = /^Q(\d)$/.exec(part);
    if (quarter) return `Q${quarter[1]} ${years}`;
    const half = /^H(\d)$/.exec(part);
    if (half) return `${halves.en[Number(half[1]) - 1]} ${years}`;
    const month = /^(\d\d)(?:-(\d\d))?$/.exec(part);
    if (month) {
      const name = englishMonths[Number(month[1]) - 1];
      return month[2] ? `${Number(month[2])} ${name} ${years}` : `${name} ${years}`;
    }
    return `${part} ${years}`;
  }
  const years = from === to ? `${to}年` : `${from}—${to}年`;
  if (!part) return years;
  const quarter = /^Q(\d)$/.exec(part);
  if (quarter) return `${years}${quarters[Number(quarter[1]) - 1]}季度`;
  const upTo = /^Q1-(\d)$/.exec(part);
  if (upTo) return `${years}前${upTo[1] === '2' ? '两' : '三'}季度`;
  const half = /^H(\d)$/.exec(part);
  if (half) return `${years}${halves.zh[Number(half[1]) - 1]}`;
  const month = /^(\d\d)(?:-(\d\d))?$/.exec(part);
  if (month) {
    return `${years}${Number(month[1])}月${month[2] ? `${Number(month[2])}日` : ''}`;
  }
  return years + part;
}

/** Texts of fields are short and few; the same dates stand below many measures. */
const mostKnown = 2_000;
const known = new Map<string, PeriodItem | null>();

/** The first period that a field's text names: `2021—2025年`, `“十四五”`, `2026`, `end of June`. */
export function periodIn(text: string): PeriodItem | undefined {
  let found = known.get(text);
  if (found === undefined) {
    found = readPeriodIn(text) ?? null;
    if (known.size >= mostKnown) known.clear();
    known.set(text, found);
  }
  return found ?? undefined;
}

function readPeriodIn(text: string): PeriodItem | undefined {
  const bare = /^\s*((?:19|20)\d\d)(?:\s*[—–\-~～]+\s*((?:19|20)\d\d))?\s*$/.exec(text);
  if (bare) {
    const start = text.indexOf(bare[1]);
    const span = {
      kind: 'period',
      start,
      end: text.trimEnd().length,
      until: false,
      against: false,
    } as const;
    return bare[2]
      ? { ...span, period: { form: 'years', from: Number(bare[1]), to: Number(bare[2]) } }
      : { ...span, period: { form: 'year', year: Number(bare[1]) } };
  }
  for (const item of parseClaims(text)) {
    if (item.kind === 'period') return item;
    if (item.kind === 'clause') {
      const period = item.modifiers.find((modifier) => modifier.period)?.period;
      if (period) return period;
    }
  }
  return undefined;
}
