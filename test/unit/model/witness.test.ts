/** The quick proof against the exact arithmetic: whatever it proves, exact propagation must leave standing. */
import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import {
  bound,
  type Constraint,
  equal,
  propagate,
  scaled,
  shifted,
  type Term,
  type Variable,
} from '../../../server/src/model/constraints.ts';
import { ofPrinted, pointOf, scale } from '../../../server/src/model/interval.ts';
import { certainlyHold } from '../../../server/src/model/witness.ts';
import { Random } from '../../kit/random.ts';

const hedges = ['exact', 'exact', 'exact', 'exact', 'more', 'atLeast', 'atMost', 'above'] as const;
const units = [new Fraction(1), new Fraction(1e8), new Fraction(20_000, 3), new Fraction(1, 100)];

/** Figures that hold together, some of them moved by a little, by nothing that shows, or by much. */
function randomSystem(random: Random): Constraint[] {
  const count = 2 + random.below(4);
  const unit = random.pick(units);
  const variables: Variable[] = [];
  const values: number[] = [];
  for (let index = 0; index < count; index++) {
    variables.push({ key: String(index) });
    values.push(random.below(3) === 0 ? random.below(20) : random.below(100_000) / 10);
  }
  const printed = (value: number, decimals: number) => {
    const moved = random.below(6) === 0 ? value + random.pick([0.05, -0.05, 0.1, 1, -10]) : value;
    return ofPrinted(Math.abs(moved).toFixed(decimals), 0, random.pick(hedges));
  };
  const constraints: Constraint[] = variables.flatMap((variable, index) =>
    random.below(5) === 0
      ? []
      : [bound(variable, scale(printed(values[index], random.below(3)), unit))],
  );
  for (let index = 1; index < count; index++) {
    const [result, base] = [variables[index], variables[index - 1]];
    const [is, was] = [values[index], values[index - 1]];
    switch (random.below(4)) {
      case 0:
        constraints.push(shifted(result, base, scale(printed(Math.abs(is - was), 1), unit)));
        break;
      case 1:
        if (was > 0) constraints.push(scaled(result, base, printed(is / was, 3)));
        break;
      case 2:
        constraints.push(scaled(result, base, pointOf(new Fraction(2))));
        break;
      default: {
        const rest: Term = {
          kind: 'number',
          value: new Fraction(Math.round((is - was) * 10), 10).mul(unit),
        };
        const operator = random.below(4) === 0 ? '-' : '+';
        const left: Term = { kind: 'variable', variable: base };
        constraints.push(equal(result, { kind: 'operation', operator, left, right: rest }));
      }
    }
  }
  return constraints;
}

describe('the quick proof that figures can hold together', () => {
  test('proves nothing that exact propagation refuses, and much of what it does not', () => {
    const random = new Random(20_261_122);
    let proved = 0;
    let holding = 0;
    let refused = 0;
    for (let round = 0; round < 20_000; round++) {
      const constraints = randomSystem(random);
      const holds = propagate(constraints) !== undefined;
      if (holds) holding += 1;
      else refused += 1;
      if (!certainlyHold(constraints)) continue;
      proved += 1;
      expect(
        holds,
        JSON.stringify(constraints, (_, value) => (typeof value === 'bigint' ? `${value}` : value)),
      ).toBe(true);
    }
    expect(refused).toBeGreaterThan(1000);
    expect(proved).toBeGreaterThan(holding / 4);
  });

  test('leaves what meets in one point to the exact arithmetic', () => {
    const level: Variable = { key: 'level' };
    // [2.5, 3.5] and [3.5, 4.5] have 3.5 in common, and nothing on either side of it.
    const touching = [bound(level, ofPrinted('3', 0)), bound(level, ofPrinted('4', 0))];
    expect(propagate(touching)).toBeDefined();
    expect(certainlyHold(touching)).toBe(false);
  });
});
