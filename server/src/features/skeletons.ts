/**
 * Beginnings for those who face an empty page: whole documents and single statements, in each language and script. The
 * texts are data in `skeletons/`. In them `⟦…⟧` is what the writer has to put in, and `⟨…⟩` is a year.
 */

import { chineseNumber } from '../model/numbering.ts';
import { planStart } from '../model/periods.ts';
import type { Script } from '../report/tree.ts';
import type { Today } from './completion/suggestion.ts';
import { englishSkeletons } from './skeletons/en.ts';
import { simplifiedSkeletons } from './skeletons/hans.ts';
import { traditionalSkeletons } from './skeletons/hant.ts';

export const documentSkeletons = ['fiveYearPlan', 'annualPlan', 'summary', 'report'] as const;
export const statementSkeletons = ['target', 'measure', 'indicator', 'table'] as const;

export type DocumentSkeleton = (typeof documentSkeletons)[number];
export type StatementSkeleton = (typeof statementSkeletons)[number];
export type SkeletonId = DocumentSkeleton | StatementSkeleton;

export interface SkeletonText {
  /** As it is offered. */
  readonly title: string;
  readonly text: string;
}

export type SkeletonTexts = Readonly<Record<SkeletonId, SkeletonText>>;

const texts: Readonly<Record<Script, SkeletonTexts>> = {
  hans: simplifiedSkeletons,
  hant: traditionalSkeletons,
  en: englishSkeletons,
};

/** The years that a document written on a day is probably for. */
export interface YearsToWriteFor {
  /** First year of a five-year plan. */
  readonly fiveYears: number;
  /** Of an annual plan: from autumn on it is for the year that comes. */
  readonly plan: number;
  /** Of a summary or a report: in spring it still is about the year that has passed. */
  readonly report: number;
}

export function yearsToWriteFor({ year, month }: Today): YearsToWriteFor {
  const plan = month >= 9 ? year + 1 : year;
  const sinceFirst = plan - planStart(6);
  return {
    fiveYears: planStart(6) + sinceFirst - (sinceFirst % 5),
    plan,
    report: month <= 4 ? year - 1 : year,
  };
}

/** The year that a whole document is for, written today. */
export function yearOf(id: DocumentSkeleton, today: Today): number {
  const years = yearsToWriteFor(today);
  if (id === 'fiveYearPlan') return years.fiveYears;
  return id === 'annualPlan' ? years.plan : years.report;
}

/** Years as the texts name them. */
export interface SkeletonYears {
  /** The first year of the document. */
  readonly first: number;
  /** The years that its own header names, for single statements. */
  readonly baseline?: number;
  readonly last?: number;
}

export function skeletonTitle(id: SkeletonId, written: Script): string {
  return texts[written][id].title;
}

/** The text with tab stops as the protocol and VS Code write them. */
export function skeletonSnippet(id: SkeletonId, written: Script, years: SkeletonYears): string {
  return snippetOf(fillYears(texts[written][id].text, years));
}

/** What is known of a document before it is begun; what is not stays to be put in. */
export interface DocumentStart {
  /** The first year. */
  readonly year: number;
  /** The township or county that it is of. */
  readonly place?: string;
  readonly title?: string;
}

/** A whole document with what is known put in, and the title that it has. */
export function newDocument(
  id: DocumentSkeleton,
  written: Script,
  { year, place = '', title = '' }: DocumentStart,
): { readonly title: string; readonly snippet: string } {
  const empty = fillYears(texts[written][id].text, { first: year });
  // Every document begins with the place that it is of.
  const [blank] = /⟦[^⟧]*⟧/.exec(empty) ?? [''];
  const placed = oneLine(place) === '' ? empty : empty.replaceAll(blank, () => oneLine(place));
  const [, keyword, usual] = /^([^:：]*[:：] ?)(.*)/.exec(placed) ?? ['', '', ''];
  const rest = placed.slice(keyword.length + usual.length);
  const text = keyword + (oneLine(title) || usual) + rest;
  return { title: usual.replace(/[⟦⟧]/g, ''), snippet: snippetOf(text) };
}

/** What somebody typed, without the marks that mean something in a skeleton. */
function oneLine(text: string): string {
  return text.replace(/[⟦⟧⟨⟩\s]+/g, ' ').trim();
}

/** The same words in two places are one tab stop. */
function snippetOf(text: string): string {
  const stops = new Map<string, number>();
  let count = 0;
  return text
    .split(/(⟦[^⟧]*⟧)/)
    .map((part) => {
      if (!part.startsWith('⟦')) return part.replace(/[\\$]/g, '\\$&');
      const words = part.slice(1, -1);
      const known = stops.get(words);
      // Masked figures look alike and are not the same.
      const stop = known === undefined || /^x+$/.test(words) ? ++count : known;
      stops.set(words, stop);
      return `\${${stop}:${words.replace(/[\\$}]/g, '\\$&')}}`;
    })
    .join('');
}

/** The text as it stands before anything is put in. */
export function skeletonText(id: SkeletonId, written: Script, years: SkeletonYears): string {
  return fillYears(texts[written][id].text, years).replace(/[⟦⟧]/g, '');
}

function fillYears(text: string, { first, baseline, last }: SkeletonYears): string {
  return text.replace(/⟨([^⟩]*)⟩/g, (_, name: string) => {
    if (name === '五年') return `${chineseNumber((first - planStart(6)) / 5 + 6)}五`;
    if (name === '基期') return String(baseline ?? first - 1);
    if (name === '末年') return String(last ?? first);
    return String(first + Number(name.slice(1) || 0));
  });
}
