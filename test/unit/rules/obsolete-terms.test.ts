import { expect, test } from 'vitest';
import { obsoleteIndicators } from '../../../server/src/rules/data/obsolete-terms.ts';

test('the names of obsolete indicators end with a character, by which they are looked up', () => {
  for (const { pattern } of obsoleteIndicators) {
    expect(pattern.source).toMatch(/[\p{Script=Han}]$/u);
    expect(pattern.source).not.toMatch(/^[^(]*\|/);
  }
});
