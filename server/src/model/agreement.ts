/**
 * A first look at what is told of one indicator: whether its figures agree as they are printed, before anything is made
 * of them. Nearly all do, since most stand alone. Where it is not sure, the statements are held against each other in
 * `conflicts.ts`; what is sure here is nothing that could be told there.
 *
 * Why it is right: it looks at claims of which each speaks of another value than all others, its base included. So
 * they can only disagree within themselves: a level with where it came from and by how much, which is held together by
 * what is printed, rounded inwards.
 */
import { stanceOf } from './assessment.ts';
import type { ChangeClaim, Claim, Indicator, Period } from './types.ts';
import { add, type Box, boxOfPrinted, growthOfPercent, meet, multiply } from './witness.ts';

/** More are held against each other at once. */
const fewClaims = 6;

/** Whether nothing that is told of the indicator, by itself, can be a conflict. False says nothing. */
export function surelyAgrees({ claims }: Indicator): boolean {
  return hasLittleToHold(claims) || (claims.length <= fewClaims && speaksApart(claims));
}

/** One figure alone, or one with its change, agrees with everything: most indicators end here. */
function hasLittleToHold(claims: readonly Claim[]): boolean {
  let count = 0;
  for (const { change, from, completion } of claims) {
    count += (change ? 1 : 0) + (from === undefined ? 1 : 2) + (completion ? 2 : 0);
  }
  // A level and its change are two; nothing is wrong below two levels or three statements.
  return count < 2 || (count === 2 && claims.length === 1);
}

function speaksApart(claims: readonly Claim[]): boolean {
  return claims.every((claim, index) => {
    if (isOfOthers(claim)) return false;
    const before = claims.slice(0, index);
    if (before.some((other) => isOfOneValue(claim, other) && !isRepeated(claim, other)))
      return false;
    if (!isJoining(claim)) return true;
    const base = baseYearOf(claim);
    return (
      base !== undefined &&
      claims.every(({ period }) => period?.to !== base) &&
      before.every((other) => !isJoining(other) || baseYearOf(other) !== base) &&
      agreesWithin(claim, base)
    );
  });
}

/** Shares and completion rates are of something else; a range may be empty. */
function isOfOthers({ share, completion, rank, low, high }: Claim): boolean {
  return Boolean(share || completion || rank) || low !== undefined || high !== undefined;
}

/** Whether the claim speaks of two values: what it was and what it is. */
function isJoining({ change, from }: Claim): boolean {
  return change !== undefined || from !== undefined;
}

function isOfOneValue(a: Claim, b: Claim): boolean {
  return stanceOf(a) === stanceOf(b) && isOnePeriod(a.period, b.period);
}

function isOnePeriod(a: Period | undefined, b: Period | undefined): boolean {
  if (!a || !b) return a === b;
  return a.from === b.from && a.to === b.to && (a.part || '') === (b.part || '');
}

/** Whether one of two figures is printed again for the other, and nothing is told beside it. */
function isRepeated(a: Claim, b: Claim): boolean {
  return (
    a.value === b.value &&
    a.unit === b.unit &&
    ((isPlain(a) && isPlain(b)) || (a.comparator === b.comparator && a.hedge === b.hedge)) &&
    !(isJoining(a) && isJoining(b))
  );
}

/** Whether a figure is what rounds to it. */
function isPlain({ comparator = '=', hedge }: Pick<Claim, 'comparator' | 'hedge'>): boolean {
  return (
    hedge === undefined && (comparator === '=' || comparator === 'keep' || comparator === 'from-to')
  );
}

/** The base of 由A提高到B of a year that nobody names. It is the claim's own: equal to no other. */
const ownBase = Number.NaN;

/** The year that a change is measured from; undefined where it takes more to tell. */
function baseYearOf({ period, basePeriod, from, average, total }: Claim): number | undefined {
  if (!period || period.span || period.part) return undefined;
  if (basePeriod) return basePeriod.part ? undefined : basePeriod.to;
  if (from !== undefined) return ownBase;
  return average || total ? undefined : period.to - 1;
}

/** Whether a claim holds together that says what it was, what it is, and by how much it changes. */
function agreesWithin(claim: Claim, base: number): boolean {
  const { value, unit, from, fromUnit, change, period } = claim;
  if (!change) return true;
  if (change.high !== undefined || change.kind === 'times') return false;
  // What it was is whatever the change makes it.
  if (from === undefined) return true;
  if (!isPlain(claim) || !isPlain(change) || (fromUnit ?? unit) !== unit) return false;
  // Numbers of things are held against each other to the last one.
  if (change.kind === 'absolute' && !addsUp(from, change.value, value)) return false;
  const years = claim.average ? (period?.to ?? base) - base : 1;
  const made = afterChange(boxOfPrinted(from), change, unit, years);
  return made !== undefined && meet(made, boxOfPrinted(value));
}

/** Whether whole numbers make each other; of others rounding may be part. */
function addsUp(...printed: [from?: string, change?: string, value?: string]): boolean {
  const [from, change, value] = printed.map(Number);
  return (
    !printed.every((text) => text !== undefined && /^-?\d+$/.test(text)) || from + change === value
  );
}

/** What a change makes of a value in a unit; undefined where the two are in units of their own. */
function afterChange(was: Box, change: ChangeClaim, unit: string, years: number): Box | undefined {
  const size = boxOfPrinted(change.value);
  switch (change.kind) {
    case 'absolute':
      return unit !== '' && change.unit === unit ? add(was, size) : undefined;
    case 'points':
      return unit === '%' && /^个?百分点$/.test(change.unit) ? add(was, size) : undefined;
    case 'percent': {
      if (change.unit !== '%' || !(years >= 1 && years <= mostYears)) return undefined;
      const growth = growthOfPercent(size);
      let box = was;
      for (let year = 0; year < years; year++) box = multiply(box, growth);
      return box;
    }
    default:
      return undefined;
  }
}

const mostYears = 50;
