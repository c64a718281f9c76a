/** How well claims are read must not fall: the shares that `npm run evaluate` prints for the texts of our own. */
import { describe, expect, test } from 'vitest';
import { claimsOf, compare, isRight } from '../../evaluation/compare.ts';
import { expectedOfOwn, ownTexts } from '../../evaluation/own.ts';

describe.each(['chinese', 'english'] as const)('texts of our own, %s', (language) => {
  const texts = ownTexts(language).map((text) => {
    const claims = claimsOf(text);
    const comparisons = compare(expectedOfOwn(text), claims);
    const known = new Set(comparisons.map(({ found }) => found));
    return { comparisons, claims, unexpected: claims.filter((claim) => !known.has(claim)) };
  });
  const wanted = texts
    .flatMap(({ comparisons }) => comparisons)
    .filter(({ expected }) => expected.role !== 'optional');
  const found = wanted.filter((comparison) => comparison.found);
  const claimed = texts.flatMap(({ claims }) => claims).length;
  const unexpected = texts.flatMap((text) => text.unexpected).length;

  test('what is claimed is found, and nothing else', () => {
    expect(found.length / wanted.length).toBeGreaterThanOrEqual(0.95);
    expect(1 - unexpected / claimed).toBeGreaterThanOrEqual(0.95);
  });

  test.each([
    ['value', 0.97],
    ['unit', 0.97],
    ['comparator', 0.92],
    ['change', 0.92],
    ['role', 0.92],
    ['indicator', 0.92],
    ['period', 0.8],
  ] as const)('%s', (field, share) => {
    const right = found.filter(({ wrong }) => !wrong.includes(field));
    expect(right.length / found.length).toBeGreaterThanOrEqual(share);
  });

  test('all of it is right at once', () => {
    expect(wanted.filter(isRight).length / wanted.length).toBeGreaterThanOrEqual(0.9);
  });
});
