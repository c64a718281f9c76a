/** Units: behind a number in a claim, and in the parentheses of an indicator. */

import { foldName } from '../../model/names.ts';
import { parseUnit, unitSuggestions } from '../../model/units.ts';
import type { Line, Span } from '../../syntax/tree.ts';
import { type BaseDimension, unitRows } from '../../syntax/vocabulary/units.ts';
import { unitLanguages } from '../written-language.ts';
import { beginsOneOf } from './matching.ts';
import { cellAt, unitOf } from './names.ts';
import type { Cursor, Suggestion } from './suggestion.ts';

/** Where nothing is known of an indicator, these are tried first. */
const usualDimensions: readonly BaseDimension[] = [
  'money',
  'ratio',
  'area',
  'count.person',
  'count.household',
  'count.visit',
  'count',
  'mass',
  'length',
];

/** A figure, and what has been typed of its unit. */
const figureAndUnit = /(?:[0-9０-９]|[xXｘ×]{2})( ?)((?:[\p{Script=Han}%％‰℃²³/]|[a-z][a-z ]*)*)$/u;

export function unitSuggestionsBehindFigure(cursor: Cursor): Suggestion[] | undefined {
  const { before, character } = cursor;
  if (!isInClaim(cursor)) return undefined;
  const found = figureAndUnit.exec(before);
  if (!found) return undefined;
  const [, gap, typed] = found;
  const start = character - typed.length;
  if (typed !== '' && isInPeriod(cursor, start)) return undefined;
  // Four digits are more often a year than a figure without a unit.
  const isYear = /(?:^|[^0-9０-９.．])(?:19|20)[0-9]{2}$/.test(before.slice(0, start - gap.length));
  const units = isYear && typed === '' ? (cursor.written === 'en' ? [] : ['年']) : unitsFor(cursor);
  const hedges = hedgesBehind(cursor, typed);
  if (hedges.length > 0) return hedges;
  // Of a unit that is there already only the indicator's own may be the beginning: 元 of 元/人.
  const isWhole = typed !== '' && units.includes(typed);
  const wanted = isWhole ? ownUnits(cursor).filter((unit) => unit !== typed) : units;
  return suggest(cursor, wanted, typed, { gap: gap === '' });
}

/** 以上 and the like, once their first character stands behind a unit. */
function hedgesBehind({ character, written, line }: Cursor, typed: string): Suggestion[] {
  if (written === 'en' || line.kind === 'field') return [];
  for (let length = 1; length <= 2; length++) {
    const begun = typed.slice(-length);
    if (typed.length <= length || !parseUnit(typed.slice(0, -length))) continue;
    const hedges = hedgeWords[written].filter((word) => word.startsWith(begun) && word !== begun);
    const replace = { start: character - length, end: character };
    if (hedges.length > 0) {
      return hedges.map((label) => ({ kind: 'phrase', label, replace, insert: label }));
    }
  }
  return [];
}

const hedgeWords = {
  hans: ['以上', '以内', '以下', '左右'],
  hant: ['以上', '以內', '以下', '左右'],
} as const;

export function unitSuggestionsInParentheses(cursor: Cursor): Suggestion[] | undefined {
  const { line, before, behind } = cursor;
  const { kind } = line.statement;
  if (kind !== 'indicator' && kind !== 'target' && kind !== 'result') return undefined;
  const found = /([（(])([^（）():：]*)$/.exec(before);
  if (!found) return undefined;
  const [, open, typed] = found;
  const close = /^[^（(]*[)）]/.test(behind) ? '' : open === '（' ? '）' : ')';
  return suggest(cursor, unitsFor(cursor), typed.trimStart(), { close });
}

/** In a target, a result, a value, a cell with a figure, or a budget: behind the name and its colon. */
function isInClaim({ line, character, before, model }: Cursor): boolean {
  const { statement } = line;
  switch (line.kind) {
    case 'target':
    case 'result':
    case 'value':
      return 'claimsStart' in statement && character > statement.claimsStart;
    case 'row': {
      const kind = model.tableOf(line)?.columns[cellAt(before)]?.kind;
      return kind === 'value' || kind === 'figure' || kind === 'average';
    }
    case 'field':
      return statement.kind === 'field' && statement.row.value === 'amount';
    default:
      return false;
  }
}

/** 年 behind 2025 makes a date of it, also in 比2020年增长. */
function isInPeriod({ line: { statement } }: Cursor, place: number): boolean {
  const holdsPlace = ({ start, end }: Span): boolean => start < place && place < end;
  if (!('claims' in statement)) return false;
  return statement.claims.some((item) => {
    if (item.kind === 'period') return holdsPlace(item);
    if (item.kind !== 'clause') return false;
    return item.modifiers.some(({ period }) => period && holdsPlace(period));
  });
}

/** The indicator’s own unit, those that can be converted into it, those of the document, all others. */
function unitsFor(cursor: Cursor): string[] {
  const { line, written } = cursor;
  const language = unitLanguages[written];
  const own = ownUnits(cursor);
  const dimension = own.map((unit) => parseUnit(unit)?.dimension).find((found) => found);
  const ofDimension = (wanted: BaseDimension): readonly string[] =>
    unitSuggestions(wanted, language);
  const related = dimension ? ofDimension(dimension as BaseDimension) : [];
  // Changes are told in per cent, and those of a rate in points.
  const changes =
    line.kind === 'indicator'
      ? []
      : ['%', ...(dimension === 'ratio' ? ofDimension('ratio.points') : [])];
  const money = line.kind === 'field' ? ofDimension('money') : [];
  const others = dimension || money.length > 0 ? [] : documentUnits(cursor);
  const dimensions = new Set([...usualDimensions, ...unitRows.map((row) => row.dimension)]);
  return [
    ...own,
    ...related,
    ...money,
    ...changes,
    ...others,
    ...[...dimensions].flatMap(ofDimension),
  ];
}

/** Units in which the document tells this indicator, the declared one first. */
function ownUnits({ line, model, before }: Cursor): string[] {
  const subject = subjectOf(line, before);
  const indicator = subject && model.indicator(subject);
  if (!indicator) return [];
  const declared = unitOf(indicator);
  const printed = indicator.claims
    .filter((claim) => claim.line !== line && !claim.share && !claim.completion)
    .map(({ unit }) => unit);
  return [...(declared ? [declared] : []), ...printed].filter((unit) => unit !== '');
}

function subjectOf(line: Line, before: string): string | undefined {
  const { statement } = line;
  switch (statement.kind) {
    case 'indicator':
      // The parenthesis is not closed yet: what is in front of it is the name.
      return foldName(
        before
          .slice(statement.keyword.end)
          .replace(/[（(][^（(]*$/, '')
          .trim(),
      );
    case 'target':
    case 'result':
      return statement.name?.text.replace(/[（(].*$/, '');
    case 'value': {
      const owner = line.owner?.statement;
      return owner?.kind === 'indicator' ? owner.name?.text : undefined;
    }
    case 'row':
      return statement.cells
        .map(({ text }) => text.replace(/[（(].*$/, ''))
        .find((text) => /\p{L}{2}/u.test(text));
    default:
      return undefined;
  }
}

function documentUnits({ model }: Cursor): string[] {
  return model.indicators().flatMap((indicator) => unitOf(indicator) ?? []);
}

function suggest(
  { character, written, pinyin }: Cursor,
  units: readonly string[],
  typed: string,
  { gap = false, close = '' },
): Suggestion[] {
  const replace = { start: character - typed.length, end: character };
  const letters = pinyin && written !== 'en';
  return [...new Set(units)]
    .filter((unit) => unit !== '' && beginsOneOf(typed, [unit], letters))
    .map((unit) => ({
      kind: 'unit',
      label: unit,
      replace,
      // English sets words apart from their number, and Chinese does not.
      insert:
        (gap && written === 'en' && typed === '' && /^[a-z]/i.test(unit) ? ' ' : '') + unit + close,
    }));
}
