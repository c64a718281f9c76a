/** How the figures of claims are read as intervals and printed for a reader. */
import Fraction from 'fraction.js';
import {
  closedInterval,
  type Interval,
  intersect,
  negate,
  ofPrinted,
  type Hedge as PrintedHedge,
  scale,
  wholeLine,
} from './interval.ts';
import { formatDecimal, parseDecimal } from './numbers.ts';
import type { ChangeClaim, Claim, ComparatorName, Hedge } from './types.ts';
import { comparable, parseUnit, type Unit } from './units.ts';

const hedges: Readonly<Record<ComparatorName, PrintedHedge>> = {
  '=': 'exact',
  keep: 'exact',
  'from-to': 'exact',
  range: 'exact',
  '~': 'about',
  '>': 'above',
  '>=': 'atLeast',
  '<': 'below',
  '<=': 'atMost',
};

function hedgeOf(comparator: ComparatorName | undefined, hedge: Hedge | undefined): PrintedHedge {
  if (hedge === 'more' || hedge === 'almost') return hedge;
  if (hedge === 'gross' || hedge === 'others') return 'about';
  return comparator ? hedges[comparator] : 'exact';
}

/** What a claim's level can stand for, in base units of `unit`; undefined where it prints none. */
export function levelInterval(claim: Claim, unit: Unit): Interval | undefined {
  if (claim.low !== undefined || claim.high !== undefined) {
    const lowUnit = claim.lowUnit ? parseUnit(claim.lowUnit) : unit;
    if (!lowUnit) return undefined;
    // 5—6 stands for everything from the least that 5 can be to the most that 6 can be.
    const low =
      claim.low === undefined ? wholeLine : scale(ofPrinted(claim.low, 0), lowUnit.factor);
    const high =
      claim.high === undefined ? wholeLine : scale(ofPrinted(claim.high, 0), unit.factor);
    return intersect(
      { low: low.low, high: wholeLine.high },
      { low: wholeLine.low, high: high.high },
    );
  }
  if (claim.value === undefined || claim.mask !== undefined) return undefined;
  return scale(ofPrinted(claim.value, 0, hedgeOf(claim.comparator, claim.hedge)), unit.factor);
}

/** What the A of 由A提高到B can stand for; B's unit where it has none of its own. */
export function fromInterval(claim: Claim, unit: Unit): Interval | undefined {
  return claim.from === undefined ? undefined : scale(ofPrinted(claim.from, 0), unit.factor);
}

/** The unit of the A of 由A提高到B; undefined where it is of another kind than B's. */
export function fromUnitOf({ fromUnit }: Claim, unit: Unit): Unit | undefined {
  if (fromUnit === undefined) return unit;
  const own = parseUnit(fromUnit);
  return own && comparable(own, unit) ? own : undefined;
}

/** What a change's figure can stand for, signed, in its own printed unit. */
export function changeInterval(change: ChangeClaim): Interval | undefined {
  if (change.value === undefined || change.mask !== undefined) return undefined;
  const negative = change.value.startsWith('-');
  const digits = negative ? change.value.slice(1) : change.value;
  let size: Interval;
  if (change.high !== undefined) {
    const high = change.high.replace(/^-/, '');
    size = { low: ofPrinted(digits, 0).low, high: ofPrinted(high, 0).high };
  } else {
    size = ofPrinted(digits, 0, hedgeOf(change.comparator, change.hedge));
  }
  return negative ? negate(size) : size;
}

export function isBounded(interval: Interval): boolean {
  return interval.low.value !== undefined && interval.high.value !== undefined;
}

export const nonNegative: Interval = closedInterval(new Fraction(0), undefined);

/** Decimals of a printed figure; 0 where it is none. */
export function decimalsOf(text: string | undefined): number {
  return text === undefined ? 0 : (parseDecimal(text)?.decimals ?? 0);
}

/**
 * The decimals that a printed figure needs in another unit: as few as tell it exactly, so that 8000万元 is 0.8亿元;
 * one for each power of ten where it has no end, as mu in hectares. In its own unit it keeps those that it has.
 */
export function decimalsInUnit(text: string | undefined, from: Unit, into: Unit): number {
  const printed = decimalsOf(text);
  if (text === undefined || from.factor.equals(into.factor)) return printed;
  const value = new Fraction(text).mul(from.factor).div(into.factor);
  for (let decimals = 0; decimals <= mostDecimals; decimals++) {
    if (value.mul(10 ** decimals).d === 1n) return decimals;
  }
  return printed + Math.max(0, Math.round(Math.log10(into.factor.div(from.factor).valueOf())));
}

const mostDecimals = 8;

/** A value in base units, in the given unit with its text: `2.2亿元`, `8.5%`. */
export function printValue(
  value: Fraction,
  unit: Unit,
  unitText: string,
  decimals: number,
): string {
  return formatDecimal(value.div(unit.factor), decimals) + spaced(unitText);
}

/** English units stand behind a space. */
export function spaced(unitText: string): string {
  return /^[a-z]/i.test(unitText) && !/^(?:kV|kW|MW|GW)/.test(unitText) ? ` ${unitText}` : unitText;
}

const signs: Partial<Record<ComparatorName, string>> = {
  '>': '＞',
  '>=': '≥',
  '<': '＜',
  '<=': '≤',
  '~': '约',
};

/** A claim's level in short: `≥500亩`, `3—5项`, `约30亿元`. */
export function printLevel(claim: Claim): string {
  const unit = spaced(claim.unit);
  if (claim.mask !== undefined) return `${claim.mask || '…'}${unit}`;
  if (claim.low !== undefined || claim.high !== undefined) {
    return `${claim.low ?? ''}${claim.lowUnit ?? ''}—${claim.high ?? ''}${unit}`;
  }
  if (claim.ratio) return claim.ratio.join('：');
  if (claim.value === undefined) return claim.qualitative ?? '';
  const sign = claim.hedge === 'more' ? '' : (claim.comparator && signs[claim.comparator]) || '';
  const more = claim.hedge === 'more' ? '余' : '';
  return `${sign}${claim.value}${more}${unit}`;
}

/** A change in a writer's words: 增0.8亿元, 增长8.5%, 下降2个百分点, 翻一番. */
export function printChange(change: ChangeClaim, average: boolean, language: 'zh' | 'en'): string {
  const value = change.value ?? change.mask ?? '…';
  const down = value.startsWith('-');
  const digits = down ? value.slice(1) : value;
  const sign = (change.comparator && change.hedge !== 'more' && signs[change.comparator]) || '';
  const figure = `${sign}${digits}${change.high ? `—${change.high.replace(/^-/, '')}` : ''}${spaced(change.unit)}`;
  if (language === 'en') {
    const verb = change.kind === 'rank' ? (down ? 'down' : 'up') : down ? 'down' : 'up';
    return `${verb} ${figure}${average ? ' a year on average' : ''}`;
  }
  if (change.kind === 'times' && change.unit === '番')
    return `翻${digits === '1' ? '一' : digits === '2' ? '两' : digits}番`;
  if (change.ratio) return `为${figure}`;
  const verb =
    change.kind === 'absolute'
      ? down
        ? '减'
        : '增'
      : change.kind === 'rank'
        ? down
          ? '后退'
          : '前进'
        : change.kind === 'points'
          ? down
            ? '下降'
            : '提高'
          : down
            ? '下降'
            : '增长';
  return `${average ? '年均' : ''}${verb}${figure}`;
}
