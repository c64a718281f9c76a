/** A figure in another unit: exactly, or where that cannot be written down, as about so much. Nothing is rounded in silence. */

import { spaced } from '../../model/figures.ts';
import { formatDecimal, parseDecimal, powerOfTen } from '../../model/numbers.ts';
import type { Claim } from '../../model/types.ts';
import { parseUnit, type Unit, type UnitLanguage, unitSuggestions } from '../../model/units.ts';
import type { Line, Span } from '../../syntax/tree.ts';
import { type BaseDimension, unitRows } from '../../syntax/vocabulary/units.ts';
import { writtenLanguage } from '../written-language.ts';
import { type ActionRequest, type CodeAction, isPointedAt, replacement } from './action.ts';

const languages: Readonly<Record<'hans' | 'hant' | 'en', UnitLanguage>> = {
  hans: 'simplified',
  hant: 'traditional',
  en: 'english',
};

/** Exact, as all figures are. */
type Fraction = Unit['factor'];

/** More digits in front of the point, or more behind it, and nobody would write the figure in that unit. */
const mostDigits = 8;
const mostDecimals = 6;
const smallest = powerOfTen(-1);
/** Units that are offered: a figure has few that come into question. */
const mostOffers = 6;

/** A number with its unit right behind it, as they stand on the line. */
interface PrintedFigure extends Span {
  readonly number: string;
  readonly unit: string;
  /** Whether “about” may stand before it: it is a level, and its own comparator does not contradict. */
  readonly mayBeAbout: boolean;
  readonly isAbout: boolean;
}

export function convertUnit(request: ActionRequest): CodeAction[] {
  const { plan, first } = request;
  const figure = plan.model
    .claimsOf(first)
    .flatMap((claim) => [...levelOf(claim, first), ...changeOf(claim, first)])
    .find((candidate) => isPointedAt(candidate, request));
  const unit = figure && parseUnit(figure.unit);
  // 元/人 is converted by hand: which of the two is meant to change?
  if (!figure || !unit || unit.name === '' || unit.per !== undefined) return [];
  const language = writtenLanguage(plan.model, request.reader);
  return candidatesFor(unit, languages[language])
    .flatMap((text) => conversion(figure, unit, text, request) ?? [])
    .slice(0, mostOffers);
}

function levelOf({ value, unit, comparator, hedge, ...claim }: Claim, line: Line): PrintedFigure[] {
  if (value === undefined || claim.mask !== undefined || claim.lowUnit !== undefined) return [];
  const found = figureAt(line, value, unit, claim.numberStart, claim.numberEnd);
  if (!found) return [];
  const isAbout = comparator === '~' && hedge === 'about';
  return [{ ...found, isAbout, mayBeAbout: isAbout || (comparator ?? '=') === '=' }];
}

function changeOf({ change }: Claim, line: Line): PrintedFigure[] {
  if (change?.kind !== 'absolute' || change.value === undefined) return [];
  const number = change.value.replace(/^-/, '');
  if (change.mask !== undefined || change.high !== undefined) return [];
  const found = figureAt(line, number, change.unit, change.numberStart, change.numberEnd);
  return found ? [{ ...found, isAbout: false, mayBeAbout: false }] : [];
}

/** Undefined where something else stands between number and unit, such as 余, or the unit stands in a title. */
function figureAt(
  { text }: Line,
  number: string,
  unit: string,
  start: number,
  numberEnd: number,
): Pick<PrintedFigure, 'start' | 'end' | 'number' | 'unit'> | undefined {
  const gap = text[numberEnd] === ' ' ? 1 : 0;
  const end = numberEnd + gap + unit.length;
  if (unit === '' || text.slice(numberEnd + gap, end) !== unit) return undefined;
  if (parseDecimal(text.slice(start, numberEnd))?.text !== number) return undefined;
  return { start, end, number, unit };
}

/** Usual units of the same kind in the document’s language. Not 名 for 人: that is another word and no other unit. */
function candidatesFor(unit: Unit, language: UnitLanguage): string[] {
  const bare = unit.factor.div(powerOfTen(unit.power));
  const suggested = unitSuggestions(unit.dimension as BaseDimension, language);
  const isSameUnit = (text: string) => parseUnit(text)?.name === unit.name;
  const others = suggested.filter((text) => {
    const other = parseUnit(text);
    const row = unitRows.find(({ name }) => name === other?.name);
    return other && row?.usual && !other.factor.div(powerOfTen(other.power)).equals(bare);
  });
  return [...suggested.filter(isSameUnit), ...others].filter(
    (text) => !parseUnit(text)?.factor.equals(unit.factor),
  );
}

function conversion(
  figure: PrintedFigure,
  from: Unit,
  unitText: string,
  { first, plan, reader }: ActionRequest,
): CodeAction | undefined {
  const to = parseUnit(unitText);
  const printed = parseDecimal(figure.number);
  if (!to || !printed) return undefined;
  const ratio = from.factor.div(to.factor);
  const number = digits(printed.value.mul(ratio), ratio.mul(powerOfTen(-printed.decimals)));
  if (!number || (!number.exact && !figure.mayBeAbout)) return undefined;
  const isEnglish = writtenLanguage(plan.model, reader) === 'en';
  const about = number.exact || figure.isAbout ? '' : isEnglish ? 'about ' : '约';
  const newText = about + number.text + spaced(unitText);
  const { start, end } = figure;
  return {
    title: reader.say({ zh: `换算为“${newText}”`, en: `Convert to “${newText}”` }),
    kind: 'refactor.rewrite',
    edits: () => [replacement({ line: first, start, end }, newText)],
  };
}

/**
 * The number in the new unit, as exact as the printed one was: `step` is the worth of its last digit. Undefined where
 * nobody would write it so.
 */
function digits(value: Fraction, step: Fraction): { text: string; exact: boolean } | undefined {
  let kept = -mostDigits;
  while (kept < mostDecimals && powerOfTen(-kept - 1).compare(step) >= 0) kept++;
  let needed = 0;
  while (needed <= mostDecimals && !isWhole(value.mul(powerOfTen(needed)))) needed++;
  const exact = needed <= mostDecimals;
  const text = exact ? formatDecimal(value, Math.max(kept, needed)) : rounded(value, kept);
  const whole = text.replace(/^-|\..*$/g, '');
  return whole.length > mostDigits || value.compare(smallest) < 0 ? undefined : { text, exact };
}

/** With so many decimals, or where that is negative, to tens, hundreds and so on. */
function rounded(value: Fraction, decimals: number): string {
  if (decimals >= 0) return formatDecimal(value, decimals);
  return formatDecimal(value.mul(powerOfTen(decimals)), 0) + '0'.repeat(-decimals);
}

function isWhole(value: Fraction): boolean {
  return value.d === 1n;
}
