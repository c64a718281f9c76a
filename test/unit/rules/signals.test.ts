import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyOf, anyPair, anyWord, charactersBetween } from '../../../server/src/rules/signals.ts';
import { PlanTree } from '../../../server/src/syntax/document.ts';

test('a signal tells of a character, a pair or the head of a word, and of nothing else', () => {
  const marks = anyOf('甲乙');
  const pair = anyPair('一二', '三四');
  const word = anyWord(['截止目前', '部份']);
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('甲', '乙', '一', '二', '三', '四', '截', '止', '部', '份', 'x'),
      }),
      (text) => {
        const line = PlanTree.parse(text).lines.at(0);
        expect(marks(line)).toBe(/[甲乙]/.test(text));
        expect(pair(line)).toBe(/[一二][三四]/.test(text));
        expect(word(line)).toBe(/[截部][止份]/.test(text));
      },
    ),
  );
});

test('characters between two, both included', () => {
  expect(charactersBetween('a', 'e')).toEqual(['a', 'b', 'c', 'd', 'e']);
});
