/**
 * Units put together from the vocabulary: a magnitude, a unit, and what it is counted per. All factors are exact.
 */

import Fraction from 'fraction.js';
import {
  type BaseDimension,
  type Dimension,
  magnitudeRows,
  traditionalPairs,
  type UnitRow,
  unitRows,
} from '../syntax/vocabulary/units.ts';
import { formatDecimal, memoLimit, powerOfTen } from './numbers.ts';

export interface Unit {
  /** As it was written. */
  readonly text: string;
  /** The magnitude's canonical spelling (`亿`, for `million` 百万), empty where there is none. */
  readonly magnitude: string;
  /** The magnitude's power of ten. */
  readonly power: number;
  /** The unit's canonical spelling without magnitude (`元`), empty for a plain number. */
  readonly name: string;
  /** What it is counted per, in canonical spellings with their magnitudes (`万人`, `人·年`). */
  readonly per?: string;
  readonly dimension: Dimension;
  /** Base units per one of this unit, its magnitude included: 亿元 = 100000000 元. */
  readonly factor: Fraction;
}

export type UnitLanguage = 'simplified' | 'traditional' | 'english';

interface Magnitude {
  readonly spelling: string;
  readonly name: string;
  readonly power: number;
}

/** A row with its factor read, or nothing but a magnitude. */
interface Part {
  readonly magnitude: string;
  readonly power: number;
  readonly name: string;
  readonly dimension: BaseDimension;
  readonly factor: Fraction;
}

/** Full-width to half-width, `㎡` to `m2`, one space between words. */
function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim();
}

const rowsBySpelling = new Map<string, UnitRow>();
// English words in any case (`Million Yuan`, `KWH`). Single letters keep theirs: `m` is a metre and `M` is not.
const rowsByLowerCase = new Map<string, UnitRow>();
for (const row of unitRows) {
  for (const form of [row.name, ...row.forms]) {
    const spelling = fold(form);
    rowsBySpelling.set(spelling, row);
    if (spelling.length > 1) rowsByLowerCase.set(spelling.toLowerCase(), row);
  }
}

const magnitudes: readonly Magnitude[] = magnitudeRows
  .flatMap(({ name, forms, power }) =>
    [name, ...forms].map((spelling) => ({ spelling, name, power })),
  )
  .sort((a, b) => b.spelling.length - a.spelling.length);

const one = new Fraction(1);
const memo = new Map<string, Unit | null>();

/**
 * Reads a unit: `亿元`, `萬人次`, `元/人`, `件/万人`, `微克／立方米`, `million yuan per person`, `1/10万`. The empty string is the plain
 * number, a bare `万` a plain number with a magnitude; both have the dimension `none`. Undefined where any part is unknown.
 */
export function parseUnit(text: string): Unit | undefined {
  let found = memo.get(text);
  if (found === undefined) {
    found = readUnit(text) ?? null;
    if (memo.size >= memoLimit) memo.clear();
    memo.set(text, found);
  }
  return found ?? undefined;
}

function readUnit(text: string): Unit | undefined {
  const folded = fold(text);
  // A spelling from the table comes first: 台/套 and `per cent` are single units.
  const whole = readPart(folded);
  if (whole) return { text, ...whole };

  const [top, ...bottoms] = folded.split(/[/·•‧]|每| per /);
  const numerator = top.trim() === '1' ? readPart('') : readPart(top.trim());
  if (!numerator || bottoms.length === 0) return undefined;
  let factor = numerator.factor;
  let dimension: Dimension = numerator.dimension;
  const per: string[] = [];
  for (const bottom of bottoms) {
    const [, count, rest] = /^\(?(\d*)(.*?)\)?$/.exec(bottom.trim())!;
    // 元/每人 is split twice at one place; so is nothing else that makes sense.
    if (count === '' && rest === '') continue;
    const denominator = readPart(rest);
    const number = BigInt(count || 1);
    if (!denominator || number === 0n) return undefined;
    factor = factor.div(denominator.factor).div(new Fraction(number, 1n));
    dimension = `${dimension}/${denominator.dimension}`;
    per.push(count + denominator.magnitude + denominator.name);
  }
  if (per.length === 0) return undefined;
  // 1/10万 divides a number by a number: a ratio, like ‰.
  if (numerator.name === '' && /^none(?:\/none)+$/.test(dimension)) dimension = 'ratio';
  return { text, ...numerator, per: per.join('·'), dimension, factor };
}

function readPart(text: string): Part | undefined {
  // 千瓦 and 百分点 begin with what elsewhere is a magnitude, hence the table first.
  const row = findRow(text);
  if (row) return partOf('', 0, row);
  if (text === '') return partOf('', 0, undefined);
  for (const { spelling, name, power } of magnitudes) {
    const rest = restAfter(text, spelling);
    if (rest === undefined) continue;
    const unit = findRow(rest);
    if (unit || rest === '') return partOf(name, power, unit);
  }
  return undefined;
}

/** What follows the magnitude. An English one is a word of its own: `mn` does not begin `mnemonics`. */
function restAfter(text: string, magnitude: string): string | undefined {
  const english = /^[a-z]/.test(magnitude);
  const begins = english
    ? text.slice(0, magnitude.length).toLowerCase() === magnitude
    : text.startsWith(magnitude);
  if (!begins) return undefined;
  const rest = text.slice(magnitude.length);
  return english && rest !== '' && !rest.startsWith(' ') ? undefined : rest.trim();
}

function findRow(text: string): UnitRow | undefined {
  return rowsBySpelling.get(text) ?? rowsByLowerCase.get(text.toLowerCase());
}

function partOf(magnitude: string, power: number, row: UnitRow | undefined): Part {
  const base = row ? new Fraction(row.factor) : one;
  return {
    magnitude,
    power,
    name: row?.name ?? '',
    dimension: row?.dimension ?? 'none',
    factor: power === 0 ? base : base.mul(powerOfTen(power)),
  };
}

/** Whether a figure in one unit can be converted to the other: 亩 and 公顷, 元/人 and 万元/人; not 元 and 美元. */
export function comparable(a: Unit, b: Unit): boolean {
  return a.dimension === b.dimension;
}

const keptApart: ReadonlySet<string> = new Set(['count.person', 'count.household', 'count.visit']);
// Ranks and grades are written with measure words (20位老人), and 1.2倍 and 120% say the same.
const looselyCounted: ReadonlySet<string> = new Set(['count', 'rank', 'grade', 'score']);
const looselyCompared: ReadonlySet<string> = new Set(['ratio', 'times', 'doubling']);

/**
 * Whether the two units certainly measure different things. Stricter than "not comparable": measure words are used
 * freely for each other (`3个企业`, `3户企业`), a unit per another is often printed without it (`人均…达11000元`), and a plain
 * number may be of anything.
 */
export function surelyDifferent(a: Unit, b: Unit): boolean {
  const [aTop, aBottom] = splitDimension(a.dimension);
  const [bTop, bBottom] = splitDimension(b.dimension);
  if (surelyDifferentParts(aTop, bTop)) {
    // Shares of people may be printed per 10万 or in ‰.
    return !((aTop === 'ratio' && bBottom) || (bTop === 'ratio' && aBottom));
  }
  return aBottom !== '' && bBottom !== '' && surelyDifferentParts(aBottom, bBottom);
}

function splitDimension(dimension: Dimension): [string, string] {
  const [top, bottom = ''] = dimension.split('/');
  return [top, bottom];
}

function surelyDifferentParts(a: string, b: string): boolean {
  if (a === b || a === 'none' || b === 'none') return false;
  if (keptApart.has(a) && keptApart.has(b)) return true;
  const aFamily = a.split('.')[0];
  const bFamily = b.split('.')[0];
  if (aFamily === bFamily) return aFamily === 'money' || aFamily === 'ratio';
  if (looselyCounted.has(aFamily) && looselyCounted.has(bFamily)) return false;
  return !(looselyCompared.has(a) && looselyCompared.has(b));
}

const ratesInThemselves: ReadonlySet<Dimension> = new Set<Dimension>([
  'ratio',
  'ratio.points',
  'times',
  'doubling',
  'rank',
  'grade',
  'score',
  'temperature',
  'noise',
]);

/** Whether figures in this unit do not add up over parts: shares, places, and whatever is counted per something else. */
export function isRate(unit: Unit): boolean {
  return unit.per !== undefined || ratesInThemselves.has(unit.dimension);
}

/** A figure in `from` as one in `to`; undefined where the two are not comparable. */
export function convert(value: Fraction, from: Unit, to: Unit): Fraction | undefined {
  if (!comparable(from, to)) return undefined;
  return value.mul(from.factor).div(to.factor);
}

/** A value in base units as digits in `unit`, halves rounded up, without the unit's text and never with an exponent. */
export function printIn(value: Fraction, unit: Unit, decimals: number): string {
  return formatDecimal(value.div(unit.factor), decimals);
}

/** The units of a dimension with the magnitudes that they are usually written with, most useful first. */
export function unitSuggestions(
  dimension: BaseDimension,
  language: UnitLanguage = 'simplified',
): readonly string[] {
  return unitRows
    .filter((row) => row.dimension === dimension)
    .flatMap((row) => spellIn(row, language));
}

function spellIn(row: UnitRow, language: UnitLanguage): string[] {
  const powers = row.usual ?? [''];
  // % and TB are written so in every language.
  if (!/\p{Script=Han}/u.test(row.name)) return [row.name];
  if (language === 'english') {
    const name = row.forms.find((form) => /^[a-z]/i.test(form));
    if (name === undefined) return [];
    return powers.length > 1 ? [`million ${name}`, name] : [name];
  }
  const spellings = powers.map((power) => power + row.name);
  return language === 'traditional' ? spellings.map(toTraditional) : spellings;
}

const traditionalCharacters = new Map(
  (traditionalPairs.match(/../g) ?? []).map((pair): [string, string] => [pair[0], pair[1]]),
);

/** The name of a unit or magnitude in traditional characters. */
export function toTraditional(text: string): string {
  return text.replace(/./g, (character) => traditionalCharacters.get(character) ?? character);
}
