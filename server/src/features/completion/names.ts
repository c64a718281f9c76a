/** Names of indicators: in targets and results, charts, formulas and the rows of tables. */

import { printLevel } from '../../model/figures.ts';
import type { PlanModel } from '../../model/model.ts';
import { periodText } from '../../model/periods.ts';
import type { Claim, Indicator } from '../../model/types.ts';
import type { Line, Span } from '../../syntax/tree.ts';
import type { Reader } from '../reader.ts';
import { type Filter, filterOf, finderOf, mostSuggestions } from './matching.ts';
import { type Cursor, colonFor, type Suggestion, typedFrom } from './suggestion.ts';

export function nameSuggestions(cursor: Cursor): Iterable<Suggestion> | undefined {
  const { line } = cursor;
  const { statement } = line;
  switch (statement.kind) {
    case 'target':
    case 'result':
      return inTarget(cursor);
    case 'chart':
      return inList(cursor, statement.keyword.end, /[、，,；;]/);
    case 'field':
      return line.kind === 'field' && statement.row.value === 'expression'
        ? inList(cursor, statement.keyword.end, /[+＋\-－−–*＊×✕/／÷()（）：:]/)
        : undefined;
    case 'row':
      return inRow(cursor);
    default:
      return undefined;
  }
}

/**
 * All indicators as suggestions, but for those that only this line speaks of: they are being typed. There may be
 * thousands, of which as many are made as are wanted: of many only those in which the editor would find what is typed.
 */
export function* indicatorSuggestions(
  { model, line, reader, before, pinyin }: Cursor,
  replace: Span,
  ending = '',
  except: ReadonlySet<string> = new Set(),
): Generator<Suggestion> {
  const isFound = finderOf(before.slice(replace.start));
  const filters = filtersOf(model, pinyin);
  let count = 0;
  for (const [index, indicator] of model.indicators().entries()) {
    if (count > mostSuggestions && !isFound(filters[index])) continue;
    const { name, key } = indicator;
    if (isOnlyOn(indicator, line) || except.has(key)) continue;
    count += 1;
    yield {
      kind: 'indicator',
      label: name,
      detail: () => lastValue(indicator, reader) ?? unitOf(indicator),
      replace,
      insert: name + ending,
      forms: formsOf(indicator),
      about: { kind: 'indicator', name },
    };
  }
}

interface Filters {
  readonly indicators: readonly Indicator[];
  readonly filters: readonly Filter[];
}

const knownFilters = {
  with: new WeakMap<PlanModel, Filters>(),
  without: new WeakMap<PlanModel, Filters>(),
};

/** What may be typed for each indicator. To look thousands of them up takes longer than to see that they are the same. */
function filtersOf(model: PlanModel, pinyin: boolean): readonly Filter[] {
  const known = knownFilters[pinyin ? 'with' : 'without'];
  const before = known.get(model);
  const indicators = model.indicators();
  if (before?.indicators === indicators) return before.filters;
  let at = 0;
  const filters = indicators.map((indicator) => {
    for (let next = at; before && next < at + mostChanged; next++) {
      if (before.indicators[next] !== indicator) continue;
      at = next + 1;
      return before.filters[next];
    }
    return filterOf(formsOf(indicator), pinyin);
  });
  known.set(model, { indicators, filters });
  return filters;
}

/** Of the indicators in a row so many may be others or gone, and those behind them are still found. */
const mostChanged = 10;

/** Spells out, in steps, what may be typed for the names of indicators: a document has thousands. */
export function* prepareNames(model: PlanModel, pinyin: boolean): Generator<void> {
  for (const indicator of model.indicators()) {
    filterOf(formsOf(indicator), pinyin);
    yield;
  }
  filtersOf(model, pinyin);
}

const knownForms = new WeakMap<Indicator, readonly string[]>();

/** The names of an indicator, the same list for as long as nothing else is said of it. */
function formsOf(indicator: Indicator): readonly string[] {
  let forms = knownForms.get(indicator);
  if (!forms) {
    const { name, declarations } = indicator;
    forms = [name, ...declarations.flatMap(({ aliases }) => aliases.map(({ text }) => text))];
    knownForms.set(indicator, forms);
  }
  return forms;
}

/** The last figure that is printed, with its year: `3亿元 · 2025年`. */
function lastValue({ claims }: Indicator, { language }: Reader): string | undefined {
  let last: Claim | undefined;
  for (const claim of claims) {
    if (claim.share || claim.completion || claim.average || claim.mask !== undefined) continue;
    if (claim.value === undefined && claim.high === undefined) continue;
    if (!last || (claim.period?.to ?? 0) >= (last.period?.to ?? 0)) last = claim;
  }
  if (!last) return undefined;
  const { period } = last;
  return printLevel(last) + (period ? ` · ${periodText(period, language)}` : '');
}

/** The unit that is declared, or the first that is printed. */
export function unitOf({ declarations, claims }: Indicator): string | undefined {
  const declared = declarations.find(({ unit }) => unit)?.unit?.text;
  return declared ?? claims.find(({ unit }) => unit !== '')?.unit;
}

function isOnlyOn({ declarations, claims }: Indicator, line: Line): boolean {
  return declarations.length === 0 && claims.every((claim) => claim.line === line);
}

function inTarget(cursor: Cursor): Iterable<Suggestion> | undefined {
  const { line, character, before } = cursor;
  const { statement } = line;
  if (statement.kind !== 'target' && statement.kind !== 'result') return undefined;
  const { keyword, name } = statement;
  if (character <= keyword.end) return undefined;
  const head = /^[ \t\u3000]*[：:]?/.exec(before.slice(keyword.end))?.[0] ?? '';
  const { start, typed } = typedFrom(cursor, keyword.end + head.length);
  // Behind the name, or among figures, a claim has begun.
  if (name ? character > name.end : /[0-9０-９，,；;。：:]/.test(typed)) return undefined;
  const replace = { start, end: Math.max(character, name?.end ?? character) };
  const isFollowed = statement.colon || statement.unit !== undefined;
  return indicatorSuggestions(cursor, replace, isFollowed ? '' : colonFor(cursor));
}

function inList(cursor: Cursor, from: number, separator: RegExp): Iterable<Suggestion> | undefined {
  const { line, character, before, model } = cursor;
  if (character <= from) return undefined;
  const parts = before.slice(from).split(separator);
  const { start, end } = typedFrom(cursor, character - parts[parts.length - 1].length);
  const used = new Set(
    model
      .namesIn(line)
      .filter((place) => place.end < start || place.start > end)
      .map(({ key }) => key),
  );
  // What the line belongs to is no part of itself.
  const owner = line.owner && model.declarationOf(line.owner);
  if (owner) used.add(owner.key);
  return indicatorSuggestions(cursor, { start, end }, '', used);
}

function inRow(cursor: Cursor): Iterable<Suggestion> | undefined {
  const { line, before, model } = cursor;
  const column = cellAt(before);
  const table = model.tableOf(line);
  if (!table || table.header === line || table.columns[column]?.kind !== 'indicator')
    return undefined;
  const { start, end } = typedFrom(
    cursor,
    Math.max(before.lastIndexOf('|'), before.lastIndexOf('｜')) + 1,
  );
  return indicatorSuggestions(cursor, { start, end });
}

/** Index of the table cell that the cursor is in; −1 in front of the first bar. */
export function cellAt(before: string): number {
  return (before.replace(/\\./g, '').match(/[|｜]/g)?.length ?? 0) - 1;
}
