import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import {
  add,
  type Bound,
  closedInterval,
  contains,
  div,
  empty,
  equals,
  exactOf,
  hull,
  type Interval,
  intersect,
  isEmpty,
  isPoint,
  isWholeLine,
  meets,
  mul,
  negate,
  ofPrinted,
  ofRange,
  pointOf,
  powInt,
  rootN,
  scale,
  sub,
  wholeLine,
  width,
} from '../../../server/src/model/interval.ts';
import { formatDecimal } from '../../../server/src/model/numbers.ts';

const number = (text: string): Fraction => new Fraction(text);

/** `[2, 3)`, `(−∞, 5]`: the mathematicians' way of writing it. */
function show({ low, high }: Interval): string {
  const side = ({ value }: Bound) => (value === undefined ? '∞' : value.toString());
  return `${low.closed ? '[' : '('}${side(low)}, ${side(high)}${high.closed ? ']' : ')'}`;
}

// ---------------------------------------------------------------- arbitrary intervals and their members

const fraction = fc
  .tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 1, max: 6 }))
  .map(([numerator, denominator]) => new Fraction(numerator, denominator));

const bound = fc.oneof(
  { arbitrary: fc.record({ value: fraction, closed: fc.boolean() }), weight: 6 },
  { arbitrary: fc.constant<Bound>({ value: undefined, closed: false }), weight: 1 },
);

/** An interval together with one of its members; bounds are drawn often, since mistakes live there. */
const membered = fc
  .tuple(bound, bound, fraction, fc.nat(3))
  .map(([a, b, inner, pick]): { interval: Interval; member: Fraction } | undefined => {
    const swapped = a.value !== undefined && b.value !== undefined && a.value.gt(b.value);
    const interval = swapped ? { low: b, high: a } : { low: a, high: b };
    const middle =
      interval.low.value && interval.high.value
        ? interval.low.value.add(interval.high.value).div(2)
        : undefined;
    const candidates = [interval.low.value, interval.high.value, middle, inner];
    const member = [...candidates.slice(pick), ...candidates].find(
      (value) => value !== undefined && contains(interval, value),
    );
    return member && { interval, member };
  })
  .filter((found) => found !== undefined);

describe('inclusion: what holds for members holds for intervals', () => {
  const operations: [
    string,
    (a: Interval, b: Interval) => Interval,
    (x: Fraction, y: Fraction) => Fraction | undefined,
  ][] = [
    ['add', add, (x, y) => x.add(y)],
    ['sub', sub, (x, y) => x.sub(y)],
    ['mul', mul, (x, y) => x.mul(y)],
    ['div', div, (x, y) => (y.n === 0n ? undefined : x.div(y))],
    ['scale', (a, b) => (isPoint(b) ? scale(a, b.low.value!) : mul(a, b)), (x, y) => x.mul(y)],
    ['hull', hull, (x) => x],
    ['hull, the other way', (a, b) => hull(b, a), (x) => x],
    ['negate', (a) => negate(a), (x) => x.neg()],
    ['square', (a) => powInt(a, 2), (x) => x.mul(x)],
    ['cube', (a) => powInt(a, 3), (x) => x.mul(x).mul(x)],
    ['to the power 0', (a) => powInt(a, 0), () => new Fraction(1)],
  ];
  test.each(operations)('%s', (_name, onIntervals, onMembers) => {
    fc.assert(
      fc.property(membered, membered, (a, b) => {
        const result = onMembers(a.member, b.member);
        if (result === undefined) return;
        const interval = onIntervals(a.interval, b.interval);
        expect(contains(interval, result), `${show(interval)} holds ${result}`).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  test('a value is in the intersection exactly when it is in both', () => {
    fc.assert(
      fc.property(membered, membered, fraction, (a, b, x) => {
        const both = intersect(a.interval, b.interval);
        for (const value of [x, a.member, b.member]) {
          const expected = contains(a.interval, value) && contains(b.interval, value);
          expect(contains(both, value)).toBe(expected);
          if (expected) expect(meets(a.interval, b.interval)).toBe(true);
        }
      }),
    );
  });

  test('a sum taken back holds what it started from', () => {
    fc.assert(
      fc.property(membered, membered, (a, b) => {
        expect(contains(sub(add(a.interval, b.interval), b.interval), a.member)).toBe(true);
      }),
    );
  });
});

describe('results are no wider than they must be', () => {
  test('finite bounds that are closed are reached, and bounds are limits of members', () => {
    fc.assert(
      fc.property(membered, membered, (a, b) => {
        for (const operation of [add, sub, mul]) {
          const result = operation(a.interval, b.interval);
          const corners = [a.interval.low, a.interval.high].flatMap((left) =>
            [b.interval.low, b.interval.high].map((right) => [left.value, right.value] as const),
          );
          for (const side of [result.low, result.high]) {
            if (side.value === undefined) continue;
            const reached = corners.some(
              ([x, y]) =>
                (x !== undefined &&
                  y !== undefined &&
                  operation(pointOf(x), pointOf(y)).low.value!.equals(side.value!)) ||
                (operation === mul && side.value!.n === 0n),
            );
            expect(reached).toBe(true);
          }
        }
      }),
    );
  });

  test.each<[string, Interval, string]>([
    [
      '(0,1] · [1,∞)',
      mul(
        { low: { value: number('0'), closed: false }, high: { value: number('1'), closed: true } },
        closedInterval(number('1'), undefined),
      ),
      '(0, ∞)',
    ],
    [
      '[0,1] · [1,∞)',
      mul(closedInterval(number('0'), number('1')), closedInterval(number('1'), undefined)),
      '[0, ∞)',
    ],
    ['{0} · (−∞,∞)', mul(pointOf(number('0')), wholeLine), '[0, 0]'],
    [
      '[−2,3] · [−5,7]',
      mul(closedInterval(number('-2'), number('3')), closedInterval(number('-5'), number('7'))),
      '[-15, 21]',
    ],
    [
      '[1,2] ÷ [0,4]',
      div(closedInterval(number('1'), number('2')), closedInterval(number('0'), number('4'))),
      '[0.25, ∞)',
    ],
    [
      '[1,2] ÷ [4,∞)',
      div(closedInterval(number('1'), number('2')), closedInterval(number('4'), undefined)),
      '(0, 0.5]',
    ],
    [
      '[1,2] ÷ [−1,1]',
      div(closedInterval(number('1'), number('2')), closedInterval(number('-1'), number('1'))),
      '(∞, ∞)',
    ],
    ['[1,2] ÷ {0}', div(closedInterval(number('1'), number('2')), pointOf(number('0'))), '(∞, ∞)'],
    ['[−3,2]²', powInt(closedInterval(number('-3'), number('2')), 2), '[0, 9]'],
    ['[−3,−2]²', powInt(closedInterval(number('-3'), number('-2')), 2), '[4, 9]'],
    ['(−∞,2]²', powInt(closedInterval(undefined, number('2')), 2), '[0, ∞)'],
    ['[−3,2]³', powInt(closedInterval(number('-3'), number('2')), 3), '[-27, 8]'],
    ['−2 · [1,∞)', scale(closedInterval(number('1'), undefined), number('-2')), '(∞, -2]'],
    ['hull of ∅ and {1}', hull(empty, pointOf(number('1'))), '[1, 1]'],
  ])('%s', (_text, interval, expected) => {
    expect(show(interval)).toBe(expected);
  });

  test('nothing comes of nothing', () => {
    const some = closedInterval(number('1'), number('2'));
    for (const result of [
      add(empty, some),
      sub(some, empty),
      mul(empty, some),
      div(some, empty),
      scale(empty, number('2')),
      powInt(empty, 2),
      rootN(empty, 2),
      intersect(some, empty),
      negate(empty),
    ]) {
      expect(isEmpty(result)).toBe(true);
    }
  });
});

describe('roots', () => {
  test('are rounded outwards, by less than one unit of the last place', () => {
    fc.assert(
      fc.property(membered, fc.integer({ min: 1, max: 7 }), fc.nat(8), (a, n, decimals) => {
        const root = rootN(a.interval, n, decimals);
        const real =
          n % 2 === 0 ? intersect(a.interval, closedInterval(number('0'), undefined)) : a.interval;
        expect(isEmpty(root)).toBe(isEmpty(real));
        if (isEmpty(real)) return;
        // Outwards: the n-th power of the root holds the radicand.
        expect(equals(intersect(powInt(root, n), real), real)).toBe(true);
        // Not further than one unit: a bound moved back by it lies inside.
        const unit = new Fraction(1n, 10n ** BigInt(decimals));
        const power = (value: Fraction) => powInt(pointOf(value), n).low.value!;
        if (root.low.value && real.low.value) {
          expect(power(root.low.value.add(unit)).gt(real.low.value)).toBe(true);
        }
        if (root.high.value && real.high.value) {
          const moved = root.high.value.sub(unit);
          if (n % 2 === 1 || moved.s > 0n) expect(power(moved).lt(real.high.value)).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  test.each<[string, Interval, number, number, string]>([
    ['4', exactOf('4'), 2, 3, '[2, 2]'],
    ['2', exactOf('2'), 2, 4, '(1.4142, 1.4143)'],
    ['−8', exactOf('-8'), 3, 2, '[-2, -2]'],
    ['−2', exactOf('-2'), 3, 2, '(-1.26, -1.25)'],
    ['[−4, 9]', closedInterval(number('-4'), number('9')), 2, 2, '[0, 3]'],
    ['[1, ∞)', closedInterval(number('1'), undefined), 5, 2, '[1, ∞)'],
  ])('of %s', (_text, interval, n, decimals, expected) => {
    expect(show(rootN(interval, n, decimals))).toBe(expected);
  });
});

describe('printed figures', () => {
  test.each<[Interval, string]>([
    [ofPrinted('3', 0), '[2.5, 3.5]'],
    [ofPrinted('3.0', 0), '[2.95, 3.05]'],
    [ofPrinted('3', 8), '[250000000, 350000000]'],
    [ofPrinted('3.0', 8), '[295000000, 305000000]'],
    [ofPrinted('30000', 4), '[299995000, 300005000]'],
    [ofPrinted('23', -2), '[0.225, 0.235]'],
    [ofPrinted('-0.5', 0), '[-0.55, -0.45]'],
    [ofPrinted('3000', 0, 'more'), '[3000, 4000)'],
    [ofPrinted('500', 0, 'more'), '[500, 600)'],
    [ofPrinted('110', 0, 'more'), '[110, 120)'],
    [ofPrinted('2205', 0, 'more'), '[2205, 2206)'],
    [ofPrinted('3', 8, 'more'), '[300000000, 400000000)'],
    [ofPrinted('3.2', 0, 'more'), '[3.2, 3.3)'],
    [ofPrinted('3.0', 0, 'more'), '[3, 3.1)'],
    [ofPrinted('0', 0, 'more'), '[0, 1)'],
    [ofPrinted('1000', 0, 'almost'), '(∞, 1000]'],
    [ofPrinted('9', 0, 'about'), '(∞, ∞)'],
    [ofPrinted('380', 4, 'atLeast'), '[3800000, ∞)'],
    [ofPrinted('3', -3, 'atMost'), '(∞, 0.003]'],
    [ofPrinted('380', 0, 'above'), '(380, ∞)'],
    [ofPrinted('5.5', 0, 'below'), '(∞, 5.5)'],
    [ofPrinted('x.6', 8), '(∞, ∞)'],
    [ofRange('3', '5', 0), '[3, 5]'],
    [ofRange('5', '8', -2), '[0.05, 0.08]'],
    [exactOf('6', -2), '[0.06, 0.06]'],
  ])('%#: %o', (interval, expected) => {
    expect(show(interval)).toBe(expected);
  });

  test('whatever rounds to the printed figure is in its interval', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 99_999 }),
        fc.nat(4),
        (numerator, denominator, decimals) => {
          const value = new Fraction(numerator, denominator);
          expect(contains(ofPrinted(formatDecimal(value, decimals), 0), value)).toBe(true);
        },
      ),
    );
  });

  test('the same figure gives the same object', () => {
    expect(ofPrinted('486.18', 4)).toBe(ofPrinted('486.18', 4));
  });
});

describe('questions', () => {
  test('width, point, empty, whole line', () => {
    expect(width(ofPrinted('3', 0))?.equals(1)).toBe(true);
    expect(width(ofPrinted('3', 0, 'above'))).toBeUndefined();
    expect(width(empty)?.equals(0)).toBe(true);
    expect(isPoint(exactOf('3'))).toBe(true);
    expect(isPoint(ofPrinted('3', 0))).toBe(false);
    expect(isEmpty(empty)).toBe(true);
    expect(isEmpty(exactOf('3'))).toBe(false);
    expect(isEmpty(closedInterval(number('2'), number('1')))).toBe(true);
    expect(isWholeLine(wholeLine)).toBe(true);
    expect(isWholeLine(ofPrinted('3', 0, 'almost'))).toBe(false);
  });

  test('closed ends that touch meet, open ones do not', () => {
    expect(meets(ofPrinted('3', 0), ofPrinted('4', 0))).toBe(true);
    expect(meets(ofPrinted('3000', 0, 'more'), exactOf('4000'))).toBe(false);
    expect(meets(ofPrinted('3', 0, 'above'), ofPrinted('3', 0, 'atMost'))).toBe(false);
  });

  test('an intersection that changes nothing is the same object', () => {
    const narrow = ofPrinted('3.0', 0);
    expect(intersect(narrow, ofPrinted('3', 0))).toBe(narrow);
    expect(intersect(wholeLine, narrow)).toBe(narrow);
  });
});

// ---------------------------------------------------------------- real statements and their verdicts

/** A percentage, rounded as printed. */
const rate = (text: string): Interval => ofPrinted(text, -2);
const exactRate = (text: string): Interval => exactOf(text, -2);
const level = (text: string): Interval => ofPrinted(text, 0);
const oneExactly = exactOf('1');

const growthBetween = (from: Interval, to: Interval): Interval => sub(div(to, from), oneExactly);
const grown = (from: Interval, growth: Interval): Interval => mul(from, add(oneExactly, growth));
/** Growth that an increase means for the level that it led to. */
const growthOfIncrease = (to: Interval, increase: Interval): Interval =>
  div(increase, sub(to, increase));
const atMostAll = (part: Interval, whole: Interval): boolean =>
  meets(sub(part, whole), closedInterval(undefined, new Fraction(0)));
const sum = (...parts: Interval[]): Interval => parts.reduce(add);

/** Bounds as per cent, as the reviewed list of statements prints them. */
function percent(interval: Interval, decimals: number): string[] {
  return [interval.low, interval.high].map(({ value }) => formatDecimal(value!.mul(100), decimals));
}

function bounds(interval: Interval, decimals: number): string[] {
  return [interval.low, interval.high].map(({ value }) => formatDecimal(value!, decimals));
}

describe('statements that no rounding explains', () => {
  test('level 25537.7, increase 764.24, growth 23%', () => {
    const growth = growthOfIncrease(level('25537.7'), level('764.24'));
    expect(percent(growth, 3)).toEqual(['3.085', '3.085']);
    expect(meets(growth, rate('23'))).toBe(false);
    const base = div(level('25537.7'), add(oneExactly, rate('23')));
    expect(bounds(base, 2)).toEqual(['20678.26', '20847.14']);
    expect(bounds(mul(base, rate('23')), 2)).toEqual(['4652.61', '4899.08']);
  });

  test('level 5803.4, increase 157.8, growth 0.6%', () => {
    const growth = growthOfIncrease(level('5803.4'), level('157.8'));
    expect(percent(growth, 3)).toEqual(['2.794', '2.796']);
    expect(meets(growth, rate('0.6'))).toBe(false);
    expect(meets(growth, rate('2.8'))).toBe(true);
  });

  test('wholes 108.23 and 124.3, parts 106.17 and 122.4: the other part falls, where it is promised to grow', () => {
    const before = sub(level('108.23'), level('106.17'));
    const after = sub(level('124.3'), level('122.4'));
    expect(bounds(before, 2)).toEqual(['2.05', '2.07']);
    expect(bounds(after, 2)).toEqual(['1.80', '2.00']);
    const growth = growthBetween(before, after);
    expect(percent(growth, 1)).toEqual(['-13.0', '-2.4']);
    expect(meets(growth, closedInterval(new Fraction(0), undefined))).toBe(false);
  });
});

describe('statements that only the rounding of the rate lets hold', () => {
  test.each([
    ['47.29', '53.94', '14', '14.040', '14.085'],
    ['106.17', '122.4', '15', '15.234', '15.339'],
    ['6667', '7096', '6', '6.419', '6.450'],
  ])('from %s to %s, growth %s%%', (from, to, growth, low, high) => {
    expect(percent(growthBetween(level(from), level(to)), 3)).toEqual([low, high]);
    expect(meets(growthBetween(level(from), level(to)), rate(growth))).toBe(true);
    expect(meets(grown(level(from), rate(growth)), level(to))).toBe(true);
    expect(meets(grown(level(from), exactRate(growth)), level(to))).toBe(false);
  });

  test('the rest of 108.23 growing by 14.8% without 106.17 growing by 15% is 1.9', () => {
    const rest = (whole: Interval, part: Interval) =>
      sub(grown(level('108.23'), whole), grown(level('106.17'), part));
    const printed = sub(level('124.3'), level('122.4'));
    expect(meets(rest(rate('14.8'), rate('15')), printed)).toBe(true);
    expect(meets(rest(exactRate('14.8'), exactRate('15')), printed)).toBe(false);
  });
});

describe('statements that hold', () => {
  test.each([
    ['108.23', '124.3', '14.8', '14.797', '14.900'],
    ['4.02', '4.62', '15', '14.658', '15.193'],
    ['44.53', '48', '8', '6.658', '8.928'],
  ])('from %s to %s, growth %s%%, exactly too', (from, to, growth, low, high) => {
    expect(percent(growthBetween(level(from), level(to)), 3)).toEqual([low, high]);
    expect(meets(grown(level(from), exactRate(growth)), level(to))).toBe(true);
  });

  test('level 25537.7, increase 4764.24, growth 23%: the digit that was lost', () => {
    const growth = growthOfIncrease(level('25537.7'), level('4764.24'));
    expect(percent(growth, 3)).toEqual(['22.934', '22.934']);
    expect(meets(growth, rate('23'))).toBe(true);
  });

  test('486.18 of 400 is 121.545%, which rounds to either neighbour', () => {
    const completion = scale(div(exactOf('486.18'), exactOf('400')), new Fraction(100));
    expect(meets(completion, level('121.54'))).toBe(true);
    expect(meets(completion, level('121.55'))).toBe(true);
    expect(meets(completion, level('121.53'))).toBe(false);
    expect(meets(completion, level('121.56'))).toBe(false);
    expect(bounds(div(level('486.18'), rate('121.54')), 3)).toEqual(['399.996', '400.037']);
  });

  test('436.16 of 486.18 is 89.7%', () => {
    const share = div(level('436.16'), level('486.18'));
    expect(percent(share, 3)).toEqual(['89.710', '89.714']);
    expect(meets(share, rate('89.7'))).toBe(true);
  });

  test('872.6 + 413.7 + 5 + 97.2 = 1388.5', () => {
    const parts = sum(...['872.6', '413.7', '5', '97.2'].map(level));
    expect(bounds(parts, 2)).toEqual(['1387.85', '1389.15']);
    expect(meets(parts, level('1388.5'))).toBe(true);
    expect(meets(parts, level('1389.5'))).toBe(false);
  });

  test('counts add up exactly', () => {
    expect(meets(add(exactOf('2'), exactOf('3')), exactOf('5'))).toBe(true);
    expect(meets(add(exactOf('7'), exactOf('5')), exactOf('12'))).toBe(true);
  });

  test.each([
    ['2.8', '5.6'],
    ['4', '4'],
    ['5803.4', '25537.7'],
    ['106.17', '108.23'],
    ['6.29', '11.51'],
    ['4.62', '6.29'],
    ['46', '55'],
    ['16', '36'],
    ['5', '5'],
    ['1', '6'],
    ['22', '35'],
    ['50', '100'],
  ])('the part %s is at most the whole %s', (part, whole) => {
    expect(atMostAll(level(part), level(whole))).toBe(true);
  });

  test('a part that is greater than the whole is not', () => {
    expect(atMostAll(level('36'), level('16'))).toBe(false);
  });

  test('last year the part was at most the whole too', () => {
    const lastYear = (now: string, growth: string) =>
      div(level(now), add(oneExactly, rate(growth)));
    expect(bounds(lastYear('11.51', '71.4'), 3)).toEqual(['6.710', '6.720']);
    expect(bounds(lastYear('6.29', '302.9'), 3)).toEqual(['1.560', '1.563']);
    expect(atMostAll(lastYear('6.29', '302.9'), lastYear('11.51', '71.4'))).toBe(true);
    expect(atMostAll(lastYear('4.62', '227'), lastYear('6.29', '302.9'))).toBe(true);
  });

  test('110多 ≥ 60多 ≥ 35', () => {
    expect(atMostAll(ofPrinted('60', 0, 'more'), ofPrinted('110', 0, 'more'))).toBe(true);
    expect(atMostAll(level('35'), ofPrinted('60', 0, 'more'))).toBe(true);
  });

  test('three projects of 0.5 and more fit into 2 and more', () => {
    const least = mul(exactOf('3'), ofPrinted('5000', -4, 'atLeast'));
    expect(meets(least, ofPrinted('2', 0, 'atLeast'))).toBe(true);
  });

  test('5473万美元 after 10% growth on 4.12亿元 imply the rate of exchange of that year', () => {
    const exchange = div(ofPrinted('4.12', 4), div(level('5473'), add(oneExactly, rate('10'))));
    expect(bounds(exchange, 2)).toEqual(['8.23', '8.33']);
    expect(contains(exchange, number('8.28'))).toBe(true);
  });
});

describe('figures that follow', () => {
  test.each([
    ['3', '0.8', '1.650', '2.750', '27.3', '51.5', '4.94', '8.67'],
    ['1.1', '0.3', '0.700', '0.900', '27.8', '50.0', '5.02', '8.45'],
    ['380', '80', '299.000', '301.000', '26.4', '26.9', '4.80', '4.88'],
    ['3', '1', '1.000', '3.000', '16.7', '150.0', '3.13', '20.11'],
    ['11000', '2249', '8750.000', '8752.000', '25.7', '25.7', '4.68', '4.68'],
  ])(
    '%s after an increase by %s in five years',
    (to, increase, baseLow, baseHigh, growthLow, growthHigh, averageLow, averageHigh) => {
      const base = sub(level(to), level(increase));
      expect(bounds(base, 3)).toEqual([baseLow, baseHigh]);
      const growth = div(level(increase), base);
      expect(percent(growth, 1)).toEqual([growthLow, growthHigh]);
      const average = sub(rootN(add(oneExactly, growth), 5), oneExactly);
      expect(percent(average, 2)).toEqual([averageLow, averageHigh]);
    },
  );

  test.each([
    ['6.87', '8.5', '6.324', '6.339'],
    ['1.4', '9', '1.233', '1.336'],
    ['6.21', '5', '5.882', '5.947'],
    ['11375', '9', '10387.671', '10484.332'],
    ['47.29', '10.3', '42.850', '42.898'],
    ['4.62', '227', '1.409', '1.417'],
    ['6667', '4.6', '6370.282', '6377.331'],
  ])('%s after growth by %s%%', (to, growth, low, high) => {
    expect(bounds(div(level(to), add(oneExactly, rate(growth))), 3)).toEqual([low, high]);
  });

  test('the whole of which 3000多 is 28%', () => {
    expect(bounds(div(ofPrinted('3000', 0, 'more'), rate('28')), 0)).toEqual(['10526', '14545']);
  });

  test('a residual that rounding swallows stays undecided', () => {
    const before = sub(
      div(level('108.23'), add(oneExactly, rate('10'))),
      div(level('106.17'), add(oneExactly, rate('10.1'))),
    );
    expect(bounds(before, 2)).toEqual(['1.46', '2.46']);
    const growth = growthBetween(before, sub(level('108.23'), level('106.17')));
    expect(contains(growth, new Fraction(0))).toBe(true);
  });
});
