/** Invariant of ARCHITECTURE.md: what is made from tables is what would be made from them now. */
import { expect, test } from 'vitest';
import { staleFiles } from '../../../scripts/generate.ts';

test('generated files are fresh (npm run generate makes them so)', async () => {
  expect(await staleFiles()).toEqual([]);
});
