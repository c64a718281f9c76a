import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyOf, anyPair, anyWord } from '../../../server/src/rules/signals.ts';
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

test('a signal tells of a character in a range, whatever else that stands for', () => {
  const range = anyOf('x', ['d', 'g']);
  const marks = anyOf('ef');
  const pair = anyPair('e', 'g');
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('c', 'd', 'e', 'f', 'g', 'h', 'x') }), (text) => {
      const line = PlanTree.parse(text).lines.at(0);
      expect(range(line)).toBe(/[d-gx]/.test(text));
      expect(marks(line)).toBe(/[ef]/.test(text));
      expect(pair(line)).toBe(/eg/.test(text));
    }),
  );
});
