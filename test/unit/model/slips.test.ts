import { expect, test } from 'vitest';
import { slipOf } from '../../../server/src/model/slips.ts';

const within = (low: number, high: number) => (digits: string) =>
  Number(digits) >= low && Number(digits) <= high;

test.each([
  ['764.24', [4652.6, 4899.1], 'lost-digit', '4764.24'],
  ['12340', [1233, 1235], 'extra-digit', '1234'],
  ['7096', [9076, 9076], undefined, undefined],
  ['7906', [7096, 7096], 'swapped-digits', '7096'],
  ['0.5', [499, 501], 'misplaced-point', '500'],
  ['3', [7, 8], undefined, undefined],
  ['若干', [1, 2], undefined, undefined],
] as const)('%s meant as %j', (printed, [low, high], kind, digits) => {
  const slip = slipOf(printed, within(low, high));
  expect(slip?.kind).toBe(kind);
  expect(slip?.digits).toBe(digits);
});

test('where two slips would explain it, none is named', () => {
  expect(slipOf('12', within(20, 130))).toBeUndefined();
});
