/**
 * Exact interval arithmetic: what a printed figure can stand for, and what follows from several of them.
 *
 * An interval is a set of rationals between two bounds, each of which is part of it (closed), not part of it (open) or
 * infinitely far away. Every operation keeps inclusion: for x in A and y in B, x∘y is in A∘B. Sums, differences,
 * products, quotients and powers are exact; only roots are rounded, and always outwards.
 */

import Fraction from 'fraction.js';
import { digitsOf, memoLimit, parseDecimal, powerOfTen } from './numbers.ts';

export interface Bound {
  /** Undefined where the interval goes on for ever on this side. */
  readonly value: Fraction | undefined;
  /** Whether the value itself belongs to the interval; false for an infinite bound. */
  readonly closed: boolean;
}

export interface Interval {
  readonly low: Bound;
  readonly high: Bound;
}

/**
 * What stands beside a printed figure: nothing (`exact`), 余/多 (`more`), 近 (`almost`), 左右/约 (`about`), 以上/不低于
 * (`atLeast`), 以内/不超过 (`atMost`), 突破/超过 (`above`), 低于 (`below`).
 */
export type Hedge =
  | 'exact'
  | 'more'
  | 'almost'
  | 'about'
  | 'atLeast'
  | 'atMost'
  | 'above'
  | 'below';

const zero = new Fraction(0);
const one = new Fraction(1);
const infinite: Bound = { value: undefined, closed: false };

/** (−∞, ∞): nothing is known. A figure with 左右 or 约 is this, since its width has no number that anyone can name. */
export const wholeLine: Interval = { low: infinite, high: infinite };

/** ∅: what cannot be. */
export const empty: Interval = {
  low: { value: zero, closed: false },
  high: { value: zero, closed: false },
};

/** {value}. */
export function pointOf(value: Fraction): Interval {
  const bound = { value, closed: true };
  return { low: bound, high: bound };
}

/** [low, high], with either side infinite where undefined. */
export function closedInterval(low: Fraction | undefined, high: Fraction | undefined): Interval {
  return { low: closedBound(low), high: closedBound(high) };
}

/** The middle of a bounded interval; undefined for half-lines. */
export function middle(interval: Interval): Fraction | undefined {
  const { low, high } = interval;
  if (!low.value || !high.value) return undefined;
  return low.value.add(high.value).div(2);
}

function closedBound(value: Fraction | undefined): Bound {
  return value === undefined ? infinite : { value, closed: true };
}

function openBound(value: Fraction): Bound {
  return { value, closed: false };
}

const printed = new Map<string, Interval>();

/**
 * The values that a figure printed with k decimals and the magnitude 10^power can stand for:
 *
 * | hedge | interval, times 10^power |
 * | --- | --- |
 * | exact | [v − ½·10⁻ᵏ, v + ½·10⁻ᵏ], closed, so that a tie may have been rounded either way |
 * | more | [v, v + the worth of the last printed digit): `3000多` is [3000, 4000), `110多` [110, 120), `3.2多` [3.2, 3.3) |
 * | almost | (−∞, v] |
 * | about | the whole line |
 * | atLeast, atMost, above, below | [v, ∞), (−∞, v], (v, ∞), (−∞, v) |
 *
 * A text that is no decimal (a mask such as `x.6`) says nothing: the whole line.
 */
export function ofPrinted(decimalText: string, power: number, hedge: Hedge = 'exact'): Interval {
  const key = `${decimalText} ${power} ${hedge}`;
  let found = printed.get(key);
  if (!found) {
    found = readPrinted(decimalText, power, hedge);
    if (printed.size >= memoLimit) printed.clear();
    printed.set(key, found);
  }
  return found;
}

function readPrinted(decimalText: string, power: number, hedge: Hedge): Interval {
  const decimal = parseDecimal(decimalText);
  if (!decimal || hedge === 'about') return wholeLine;
  const digits = digitsOf(decimal.text);
  const exponent = power - decimal.decimals;
  const worth = (count: bigint): Fraction => times10(count, exponent);
  switch (hedge) {
    case 'exact':
      return closedInterval(
        times10(digits * 10n - 5n, exponent - 1),
        times10(digits * 10n + 5n, exponent - 1),
      );
    case 'more': {
      const step = decimal.decimals > 0 ? 1n : lastDigitWorth(digits);
      return { low: closedBound(worth(digits)), high: openBound(worth(digits + step)) };
    }
    case 'almost':
    case 'atMost':
      return closedInterval(undefined, worth(digits));
    case 'atLeast':
      return closedInterval(worth(digits), undefined);
    case 'above':
      return { low: openBound(worth(digits)), high: infinite };
    case 'below':
      return { low: infinite, high: openBound(worth(digits)) };
  }
}

/** count · 10^exponent, in one fraction. */
function times10(count: bigint, exponent: number): Fraction {
  return exponent < 0
    ? new Fraction(count, 10n ** BigInt(-exponent))
    : new Fraction(count * 10n ** BigInt(exponent), 1n);
}

/** The place of the last digit that is not zero: 100 for 3500, 1000 for 3000. */
function lastDigitWorth(digits: bigint): bigint {
  let worth = 1n;
  while (digits !== 0n && digits % (worth * 10n) === 0n) worth *= 10n;
  return worth;
}

/** A printed range is itself: [low, high] times 10^power. */
export function ofRange(lowText: string, highText: string, power: number): Interval {
  const factor = powerOfTen(power);
  return closedInterval(
    parseDecimal(lowText)?.value.mul(factor),
    parseDecimal(highText)?.value.mul(factor),
  );
}

/** A policy figure read as exact: {v · 10^power}, and the whole line for what is no decimal. */
export function exactOf(decimalText: string, power = 0): Interval {
  const decimal = parseDecimal(decimalText);
  return decimal ? pointOf(decimal.value.mul(powerOfTen(power))) : wholeLine;
}

// ---------------------------------------------------------------- questions

/** Whether no value is in the interval. */
export function isEmpty({ low, high }: Interval): boolean {
  if (low.value === undefined || high.value === undefined) return false;
  const order = low.value.compare(high.value);
  return order > 0 || (order === 0 && !(low.closed && high.closed));
}

/** Whether exactly one value is. */
export function isPoint({ low, high }: Interval): boolean {
  if (low.value === undefined || high.value === undefined) return false;
  return low.closed && high.closed && low.value.equals(high.value);
}

/** Whether every value is: the interval says nothing. */
export function isWholeLine({ low, high }: Interval): boolean {
  return low.value === undefined && high.value === undefined;
}

/** high − low; undefined where a side is infinite. */
export function width({ low, high }: Interval): Fraction | undefined {
  if (low.value === undefined || high.value === undefined) return undefined;
  return low.value.gt(high.value) ? zero : high.value.sub(low.value);
}

/** Whether the value lies in the interval. */
export function contains({ low, high }: Interval, value: Fraction): boolean {
  const aboveLow = low.value === undefined ? 1 : value.compare(low.value);
  const belowHigh = high.value === undefined ? 1 : high.value.compare(value);
  return (
    (aboveLow > 0 || (aboveLow === 0 && low.closed)) &&
    (belowHigh > 0 || (belowHigh === 0 && high.closed))
  );
}

/** Whether the two have a value in common: the relation "both stand for the same" can hold. */
export function meets(a: Interval, b: Interval): boolean {
  return !isEmpty(intersect(a, b));
}

/** Whether both hold the same values. */
export function equals(a: Interval, b: Interval): boolean {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b);
  return sameBound(a.low, b.low) && sameBound(a.high, b.high);
}

function sameBound(a: Bound, b: Bound): boolean {
  if (a.value === undefined || b.value === undefined) return a.value === b.value;
  return a.closed === b.closed && a.value.equals(b.value);
}

// ---------------------------------------------------------------- sets

/** A ∩ B. */
export function intersect(a: Interval, b: Interval): Interval {
  const low = tighter(a.low, b.low, 1);
  const high = tighter(a.high, b.high, -1);
  // Handing back the operand that is already right lets a solver see at once that nothing changed.
  if (low === a.low && high === a.high) return a;
  if (low === b.low && high === b.high) return b;
  return { low, high };
}

/** The smallest interval that holds A and B. */
export function hull(a: Interval, b: Interval): Interval {
  if (isEmpty(a)) return b;
  if (isEmpty(b)) return a;
  return { low: wider(a.low, b.low, 1), high: wider(a.high, b.high, -1) };
}

/** The bound that leaves less. `side` is 1 for low bounds, −1 for high ones; an open bound leaves less than a closed one. */
function tighter(a: Bound, b: Bound, side: 1 | -1): Bound {
  if (b.value === undefined) return a;
  if (a.value === undefined) return b;
  const order = a.value.compare(b.value) * side;
  if (order === 0) return a.closed ? b : a;
  return order > 0 ? a : b;
}

function wider(a: Bound, b: Bound, side: 1 | -1): Bound {
  if (a.value === undefined) return a;
  if (b.value === undefined) return b;
  const order = a.value.compare(b.value) * side;
  if (order === 0) return a.closed ? a : b;
  return order < 0 ? a : b;
}

// ---------------------------------------------------------------- arithmetic

/** −A = [−high, −low]. */
export function negate(a: Interval): Interval {
  return { low: negateBound(a.high), high: negateBound(a.low) };
}

function negateBound({ value, closed }: Bound): Bound {
  return value === undefined ? infinite : { value: value.neg(), closed };
}

/** A + B = [a.low + b.low, a.high + b.high]. */
export function add(a: Interval, b: Interval): Interval {
  if (isEmpty(a) || isEmpty(b)) return empty;
  return { low: addBounds(a.low, b.low), high: addBounds(a.high, b.high) };
}

function addBounds(a: Bound, b: Bound): Bound {
  if (a.value === undefined || b.value === undefined) return infinite;
  return { value: a.value.add(b.value), closed: a.closed && b.closed };
}

/** A − B = [a.low − b.high, a.high − b.low]. */
export function sub(a: Interval, b: Interval): Interval {
  return add(a, negate(b));
}

/** factor · A, exactly; the bounds change places for a negative factor. */
export function scale(a: Interval, factor: Fraction): Interval {
  if (isEmpty(a)) return empty;
  if (factor.n === 0n) return pointOf(zero);
  const low = scaleBound(a.low, factor);
  const high = scaleBound(a.high, factor);
  return factor.s < 0n ? { low: high, high: low } : { low, high };
}

function scaleBound({ value, closed }: Bound, factor: Fraction): Bound {
  return value === undefined ? infinite : { value: value.mul(factor), closed };
}

/** A corner of a product: a value or an infinity with a sign, and whether it is reached. */
interface Corner {
  readonly value: Fraction | 1 | -1;
  readonly closed: boolean;
}

/** A · B = [min, max] of the four products of bounds. */
export function mul(a: Interval, b: Interval): Interval {
  if (isEmpty(a) || isEmpty(b)) return empty;
  if (isPoint(a)) return scale(b, a.low.value!);
  if (isPoint(b)) return scale(a, b.low.value!);
  if (isNonNegative(a) && isNonNegative(b)) {
    // Nearly every figure on a page: only two of the corners can be bounds.
    return {
      low: boundOf(corner(a.low, -1, b.low, -1)),
      high: boundOf(corner(a.high, 1, b.high, 1)),
    };
  }
  const corners = [
    corner(a.low, -1, b.low, -1),
    corner(a.low, -1, b.high, 1),
    corner(a.high, 1, b.low, -1),
    corner(a.high, 1, b.high, 1),
  ];
  const low = corners.reduce((best, next) => (before(next, best, -1) ? next : best));
  const high = corners.reduce((best, next) => (before(next, best, 1) ? next : best));
  return { low: boundOf(low), high: boundOf(high) };
}

function isNonNegative({ low }: Interval): boolean {
  return low.value !== undefined && signOf(low.value) >= 0;
}

function corner(a: Bound, aSide: 1 | -1, b: Bound, bSide: 1 | -1): Corner {
  const aSign = a.value === undefined ? aSide : signOf(a.value);
  const bSign = b.value === undefined ? bSide : signOf(b.value);
  if (aSign === 0 || bSign === 0) {
    // 0 · anything, ∞ too, is 0; it is reached where the zero itself is part of its interval.
    const reached = (aSign === 0 && a.closed) || (bSign === 0 && b.closed);
    return { value: zero, closed: reached };
  }
  if (a.value === undefined || b.value === undefined) {
    return { value: aSign === bSign ? 1 : -1, closed: false };
  }
  return { value: a.value.mul(b.value), closed: a.closed && b.closed };
}

function signOf(value: Fraction): -1 | 0 | 1 {
  if (value.n === 0n) return 0;
  return value.s < 0n ? -1 : 1;
}

/** Whether `a` lies further out than `b` towards `side`; of equal corners the one that is reached. */
function before(a: Corner, b: Corner, side: 1 | -1): boolean {
  const order = compareCorners(a, b) * side;
  return order > 0 || (order === 0 && a.closed && !b.closed);
}

function compareCorners(a: Corner, b: Corner): number {
  if (typeof a.value === 'number') {
    return typeof b.value === 'number' ? a.value - b.value : a.value;
  }
  return typeof b.value === 'number' ? -b.value : a.value.compare(b.value);
}

function boundOf({ value, closed }: Corner): Bound {
  return typeof value === 'number' ? infinite : { value, closed };
}

/**
 * A ÷ B = A · [1/b.high, 1/b.low], zero left out of B. A divisor with zero inside, or nothing but zero, gives the
 * whole line: nothing can be said.
 */
export function div(a: Interval, b: Interval): Interval {
  if (isEmpty(a) || isEmpty(b)) return empty;
  const reciprocal = reciprocalOf(b);
  return reciprocal ? mul(a, reciprocal) : wholeLine;
}

function reciprocalOf({ low, high }: Interval): Interval | undefined {
  const lowSign = low.value === undefined ? -1 : signOf(low.value);
  const highSign = high.value === undefined ? 1 : signOf(high.value);
  if (lowSign === highSign ? lowSign === 0 : lowSign * highSign < 0) return undefined;
  return { low: invertBound(high), high: invertBound(low) };
}

/** 1/∞ is 0 and 1/0 is ∞; neither is reached. */
function invertBound({ value, closed }: Bound): Bound {
  if (value === undefined) return openBound(zero);
  return value.n === 0n ? infinite : { value: value.inverse(), closed };
}

/** Aⁿ for a whole n ≥ 0: [lowⁿ, highⁿ], but [0, max] for an even n where A holds zero. */
export function powInt(a: Interval, n: number): Interval {
  if (isEmpty(a)) return empty;
  if (n === 0) return pointOf(one);
  const low = powBound(a.low, n);
  const high = powBound(a.high, n);
  if (n % 2 === 1) return { low, high };
  const lowSign = a.low.value === undefined ? -1 : signOf(a.low.value);
  const highSign = a.high.value === undefined ? 1 : signOf(a.high.value);
  if (lowSign >= 0) return { low, high };
  if (highSign <= 0) return { low: high, high: low };
  return { low: closedBound(zero), high: wider(low, high, -1) };
}

function powBound({ value, closed }: Bound, n: number): Bound {
  if (value === undefined) return infinite;
  const exponent = BigInt(n);
  return { value: new Fraction((value.s * value.n) ** exponent, value.d ** exponent), closed };
}

/**
 * The n-th root of A for a whole n ≥ 1: the real values x with xⁿ in A. Bounds that are not exact are rounded outwards to
 * `decimals` decimals. For an even n only the non-negative roots count, and negative values have none.
 */
export function rootN(a: Interval, n: number, decimals = 12): Interval {
  const real = n % 2 === 0 ? intersect(a, closedInterval(zero, undefined)) : a;
  if (isEmpty(real)) return empty;
  return {
    low: rootBound(real.low, n, decimals, -1),
    high: rootBound(real.high, n, decimals, 1),
  };
}

function rootBound({ value, closed }: Bound, n: number, decimals: number, side: 1 | -1): Bound {
  if (value === undefined) return infinite;
  const exponent = BigInt(n);
  const unit = 10n ** BigInt(decimals);
  // ⌊ⁿ√(p/q)·u⌋ = ⌊ⁿ√⌊p·uⁿ/q⌋⌋, all in whole numbers.
  const scaled = value.n * unit ** exponent;
  const root = floorRoot(scaled / value.d, n);
  const exact = root ** exponent * value.d === scaled;
  // Outwards is away from zero on the far side of it, towards zero on the near one.
  const up = !exact && (value.s < 0n ? side < 0 : side > 0);
  return {
    value: new Fraction(value.s * (up ? root + 1n : root), unit),
    // A bound that was moved outwards is never reached.
    closed: closed && exact,
  };
}

/** ⌊ⁿ√value⌋ by Newton's method from above. */
function floorRoot(value: bigint, n: number): bigint {
  if (value < 2n || n === 1) return value;
  const degree = BigInt(n);
  const bits = BigInt(value.toString(16).length * 4);
  let root = 1n << (bits / degree + 1n);
  for (;;) {
    const next = ((degree - 1n) * root + value / root ** (degree - 1n)) / degree;
    if (next >= root) return root;
    root = next;
  }
}
