/** The indicators of a document at a glance: their values by period, where they lead, and what is wrong with them. */

import type { PlanModel } from '../model/model.ts';
import { periodText } from '../model/periods.ts';
import type { Claim, Indicator, KnownValue, Place } from '../model/types.ts';
import { printedWithout } from '../report/figures.ts';
import type { CheckedFinding, FindingTier } from '../rules/checker.ts';
import type { Line } from '../syntax/tree.ts';
import type { Reader } from './reader.ts';
import { stanceOf } from './stances.ts';

export interface IndicatorRow {
  readonly name: string;
  /** Empty where none is known. */
  readonly unit: string;
  readonly category?: string;
  /** Where it is declared, or named first. */
  readonly place: Place;
  readonly values: readonly ValueRow[];
  /** The first value and the last, `2.2 → 3.0亿元`; the only one; empty without any. */
  readonly summary: string;
  /** From the first value with a figure to the last; undefined below two of them. */
  readonly trend?: Trend;
  /** How many findings there are on what is said of it. */
  readonly findings: Readonly<Record<FindingTier, number>>;
}

export type Trend = 'up' | 'down' | 'level';

export interface ValueRow {
  /** Empty where the document names none. */
  readonly period: string;
  readonly text: string;
  readonly stance: string;
  readonly place: Place;
}

export interface IndicatorList {
  readonly rows: readonly IndicatorRow[];
  /** How many there are of the kind that was asked for, shown or not. */
  readonly total: number;
  /** How many others there are that only sentences speak of; 0 where all were asked for. */
  readonly onlyInSentences: number;
}

/** Those that lines and tables state, those with findings, or all, also those that only sentences speak of. */
export const indicatorFilters = ['stated', 'findings', 'all'] as const;
export const indicatorOrders = ['document', 'name', 'findings'] as const;
export type IndicatorFilter = (typeof indicatorFilters)[number];
export type IndicatorOrder = (typeof indicatorOrders)[number];

export interface IndicatorListOptions {
  readonly filter?: IndicatorFilter;
  readonly sort?: IndicatorOrder;
  /** Part of a name. */
  readonly search?: string;
  readonly limit?: number;
}

const usualLimit = 500;

export function indicatorList(
  model: PlanModel,
  findings: readonly CheckedFinding[],
  reader: Reader,
  {
    filter = 'stated',
    sort = 'document',
    search = '',
    limit = usualLimit,
  }: IndicatorListOptions = {},
): IndicatorList {
  const wanted = model
    .indicators()
    .filter((indicator) => saysSomething(indicator) && matches(indicator, search));
  const byLine = groupedByLine(findings);
  const chosen = wanted.filter((indicator) => isChosen(indicator, filter, byLine));
  const stated = filter === 'stated';
  return {
    rows: sorted(chosen, sort, byLine, model)
      .slice(0, limit)
      .map((indicator) => rowOf(indicator, model, byLine, reader)),
    total: chosen.length,
    onlyInSentences: stated ? wanted.length - chosen.length : 0,
  };
}

/** Makes ready what is told of those that are shown, in steps. */
export function* prepareIndicatorList(model: PlanModel, reader: Reader): Generator<void> {
  for (const indicator of model.indicators().slice(0, usualLimit)) {
    if (saysSomething(indicator)) rowOf(indicator, model, noFindings, reader);
    yield;
  }
}

// ---------------------------------------------------------------- which, and in which order

/** A target that is being typed has a name and nothing else yet. */
function saysSomething({ declarations, claims }: Indicator): boolean {
  return declarations.length > 0 || claims.length > 0;
}

function matches({ name }: Indicator, search: string): boolean {
  return search === '' || name.toLowerCase().includes(search.toLowerCase());
}

function isChosen(indicator: Indicator, filter: IndicatorFilter, byLine: FindingsByLine): boolean {
  if (filter === 'all') return true;
  if (filter === 'stated') return isStated(indicator);
  const { error, warning, hint } = countsOf(indicator, byLine);
  return error + warning + hint > 0;
}

function isStated({ declarations, claims }: Indicator): boolean {
  return declarations.length > 0 || claims.some(({ origin }) => origin !== 'prose');
}

/** As in a dictionary. Made when somebody first wants names in order: Chinese takes a while to be loaded. */
let collator: Intl.Collator | undefined;

function compareNames(one: string, other: string): number {
  collator ??= new Intl.Collator('zh', { numeric: true });
  return collator.compare(one, other);
}

function sorted(
  indicators: Indicator[],
  sort: IndicatorOrder,
  byLine: FindingsByLine,
  model: PlanModel,
): Indicator[] {
  if (sort === 'name') return byName(indicators, model);
  if (sort === 'findings') {
    const rest: Indicator[] = [];
    const found: { readonly indicator: Indicator; readonly weight: number }[] = [];
    for (const indicator of indicators) {
      const weight = weightOf(countsOf(indicator, byLine));
      if (weight > 0) found.push({ indicator, weight });
      else rest.push(indicator);
    }
    found.sort((a, b) => b.weight - a.weight);
    return [...found.map(({ indicator }) => indicator), ...rest];
  }
  return indicators;
}

/** To compare names as a dictionary does takes long; most of them are the same as a moment ago. */
const knownOrder = new WeakMap<PlanModel, readonly string[]>();

function byName(indicators: readonly Indicator[], model: PlanModel): Indicator[] {
  const waiting = new Map<string, Indicator[]>();
  for (const indicator of indicators) {
    const namesakes = waiting.get(indicator.name);
    if (namesakes) namesakes.push(indicator);
    else waiting.set(indicator.name, [indicator]);
  }
  const before = knownOrder.get(model) ?? [];
  const names = before.filter((name) => waiting.has(name));
  const known = new Set(names);
  const others = [...waiting.keys()].filter((name) => !known.has(name));
  // A few are put in their places; many are sorted with the rest.
  if (others.length > fewNames) names.push(...others.splice(0));
  if (names.length > known.size) names.sort(compareNames);
  for (const name of others) names.splice(placeIn(names, name), 0, name);
  knownOrder.set(model, names);
  return names.flatMap((name) => waiting.get(name) ?? []);
}

const fewNames = 50;

function placeIn(names: readonly string[], name: string): number {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareNames(names[middle], name) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** An error weighs more than any number of warnings that a document can have, and so on. */
function weightOf({ error, warning, hint }: IndicatorRow['findings']): number {
  return error * 1e8 + warning * 1e4 + hint;
}

// ---------------------------------------------------------------- findings

type FindingsByLine = ReadonlyMap<Line, readonly CheckedFinding[]>;

const noFindings: FindingsByLine = new Map();

function groupedByLine(findings: readonly CheckedFinding[]): FindingsByLine {
  const byLine = new Map<Line, CheckedFinding[]>();
  for (const finding of findings) {
    const ofLine = byLine.get(finding.line);
    if (ofLine) ofLine.push(finding);
    else byLine.set(finding.line, [finding]);
  }
  return byLine;
}

const noCounts: IndicatorRow['findings'] = { error: 0, warning: 0, hint: 0 };

/** Findings in a line that tells of several indicators belong to the one whose figure or name they touch. */
function countsOf(
  { claims, declarations }: Indicator,
  byLine: FindingsByLine,
): IndicatorRow['findings'] {
  if (!speaksOn(claims, byLine) && !speaksOn(declarations, byLine)) return noCounts;
  const counts: Record<FindingTier, number> = { error: 0, warning: 0, hint: 0 };
  const seen = new Set<CheckedFinding>();
  const count = (finding: CheckedFinding): void => {
    if (seen.has(finding)) return;
    seen.add(finding);
    counts[finding.tier] += 1;
  };
  for (const claim of claims) {
    for (const finding of byLine.get(claim.line) ?? []) {
      if (claim.origin === 'declared' || touches(finding, claim)) count(finding);
    }
  }
  for (const { line } of declarations) for (const finding of byLine.get(line) ?? []) count(finding);
  return counts;
}

function speaksOn(said: readonly { readonly line: Line }[], byLine: FindingsByLine): boolean {
  if (byLine.size === 0) return false;
  for (const { line } of said) if (byLine.has(line)) return true;
  return false;
}

function touches({ start, end }: CheckedFinding, claim: Claim): boolean {
  const { nameSpan = claim, change = claim } = claim;
  const from = Math.min(nameSpan.start, claim.start, change.start);
  const to = Math.max(nameSpan.end, claim.end, change.end);
  return start < to && from < end;
}

// ---------------------------------------------------------------- one row

interface KeptRow {
  readonly values: readonly KnownValue[];
  readonly reader: Reader;
  readonly row: IndicatorRow;
}

/**
 * The same object for as long as it reads the same. An indicator is another one as soon as anything else is said of it;
 * its values may follow from others.
 */
const keptRows = new WeakMap<Indicator, KeptRow>();

function rowOf(
  indicator: Indicator,
  model: PlanModel,
  byLine: FindingsByLine,
  reader: Reader,
): IndicatorRow {
  const values = model.valuesOf(indicator);
  const findings = countsOf(indicator, byLine);
  let kept = keptRows.get(indicator);
  if (
    kept?.values !== values ||
    kept.reader !== reader ||
    !sameCounts(kept.row.findings, findings)
  ) {
    const row = { ...rowWithoutFindings(indicator, values, model, reader), findings };
    kept = { values, reader, row };
    keptRows.set(indicator, kept);
  }
  return kept.row;
}

function sameCounts(one: IndicatorRow['findings'], other: IndicatorRow['findings']): boolean {
  return one.error === other.error && one.warning === other.warning && one.hint === other.hint;
}

function rowWithoutFindings(
  indicator: Indicator,
  values: readonly KnownValue[],
  model: PlanModel,
  reader: Reader,
): Omit<IndicatorRow, 'findings'> {
  const [declaration] = indicator.declarations;
  const category = declaration?.category;
  const trend = trendOf(values);
  return {
    name: indicator.name,
    unit: model.assess(indicator).unitText,
    ...(category ? { category } : {}),
    place: placeOf(indicator),
    values: values.map((value) => ({
      period: value.period ? periodText(value.period, reader.language) : '',
      text: value.printed,
      stance: reader.say(stanceOf(value)),
      place: value.claims[0],
    })),
    summary: summaryOf(values),
    ...(trend ? { trend } : {}),
  };
}

function placeOf({ declarations: [declaration], claims: [claim] }: Indicator): Place {
  const { line } = declaration ?? claim;
  const { start, end } = declaration?.name ?? claim.nameSpan ?? claim;
  return { line, start, end };
}

/** A unit that both have is said once. */
function summaryOf(values: readonly KnownValue[]): string {
  const first = values.at(0);
  const last = values.at(-1);
  if (!first || !last) return '';
  if (first.printed === last.printed) return last.printed;
  const start = first.unit === last.unit ? printedWithout(last.unit, first.printed) : first.printed;
  return `${start} → ${last.printed}`;
}

/** What was reached is not compared with what a part of a year or a span of years came to. */
function trendOf(values: readonly KnownValue[]): Trend | undefined {
  const figures = values.flatMap(({ number, period }) =>
    number === undefined || !period || period.span || period.part
      ? []
      : [{ number, year: period.to }],
  );
  const first = figures.at(0);
  const last = figures.at(-1);
  if (!first || !last || first.year === last.year) return undefined;
  if (first.number === last.number) return 'level';
  return first.number < last.number ? 'up' : 'down';
}
