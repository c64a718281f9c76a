/** Units: behind a number in a claim, and in the parentheses of an indicator. */

import { foldName } from '../../model/names.ts';
import { parseUnit, type UnitLanguage, unitSuggestions } from '../../model/units.ts';
import type { Line } from '../../syntax/tree.ts';
import { type BaseDimension, unitRows } from '../../syntax/vocabulary/units.ts';
import { cellAt, unitOf } from './names.ts';
import type { Cursor, Suggestion } from './suggestion.ts';

const languages: Readonly<Record<Cursor['written'], UnitLanguage>> = {
  hans: 'simplified',
  hant: 'traditional',
  en: 'english',
};

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
  // Four digits are more often a year than a figure without a unit.
  const isYear = /(?:^|[^0-9０-９.．])(?:19|20)[0-9]{2}$/.test(before.slice(0, start - gap.length));
  const units = isYear && typed === '' ? (cursor.written === 'en' ? [] : ['年']) : unitsFor(cursor);
  return suggest(cursor, units, typed, { gap: gap === '' });
}

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
      return kind === 'value' || kind === 'average';
    }
    case 'field':
      return statement.kind === 'field' && statement.row.value === 'amount';
    default:
      return false;
  }
}

/** The indicator’s own unit, those that can be converted into it, those of the document, all others. */
function unitsFor(cursor: Cursor): string[] {
  const { line, written } = cursor;
  const language = languages[written];
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
  { character, written }: Cursor,
  units: readonly string[],
  typed: string,
  { gap = false, close = '' },
): Suggestion[] {
  const replace = { start: character - typed.length, end: character };
  return [...new Set(units)]
    .filter((unit) => unit.startsWith(typed) && unit !== '')
    .map((unit) => ({
      kind: 'unit',
      label: unit,
      replace,
      // English sets words apart from their number, and Chinese does not.
      insert:
        (gap && written === 'en' && typed === '' && /^[a-z]/i.test(unit) ? ' ' : '') + unit + close,
    }));
}
