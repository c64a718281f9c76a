import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rules } from '../../../server/src/rules/index.ts';
import { always as everyIndicator } from '../../../server/src/rules/indicator-signals.ts';
import type { Rule } from '../../../server/src/rules/rule.ts';
import { always, anyOf, anyPair, anyWord, either } from '../../../server/src/rules/signals.ts';
import { PlanTree } from '../../../server/src/syntax/document.ts';
import { samples, seeds } from '../../kit/data.ts';
import { Random } from '../../kit/random.ts';
import { randomPlan } from '../../kit/random-plan.ts';
import { checked, withoutMarks } from './fixtures.ts';

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

test('a line break stands for the edges of a line', () => {
  const head = anyPair('\n ', '甲');
  const end = anyPair('乙', '\n。');
  const held = (text: string): boolean[] => {
    const line = PlanTree.parse(text).lines.at(0);
    return [head(line), end(line)];
  };
  expect(held('甲丙乙')).toEqual([true, true]);
  expect(held(' 甲乙。')).toEqual([true, true]);
  expect(held('乙甲')).toEqual([false, false]);
  expect(held('乙\n甲')).toEqual([false, true]);
  expect(held('')).toEqual([false, false]);
});

test('one of several', () => {
  const both = either(anyOf('丙'), anyPair('丁', '戊'));
  const holds = (text: string): boolean => both(PlanTree.parse(text).lines.at(0));
  expect([holds('甲丙'), holds('丁戊'), holds('丁甲戊')]).toEqual([true, true, false]);
});

test('a check finds nothing where there is nothing of what it waits for', () => {
  const everywhere = rules.map((rule): Rule => {
    if (rule.scope === 'line' || rule.scope === 'document') return { ...rule, waitsFor: always };
    return rule.scope === 'indicator' ? { ...rule, waitsFor: everyIndicator } : rule;
  });
  const examples = rules.flatMap(({ examples: { wrong, right } }) => [...wrong, ...right]);
  const texts = [...samples, ...seeds].map(({ text }) => text);
  const random = new Random(20);
  const sources = [...texts, ...examples.map(withoutMarks)];
  for (let round = 0; round < 200; round++) sources.push(randomPlan(sources, random));
  for (const text of sources) {
    const found = (set: readonly Rule[]): string[] =>
      checked(text, set)
        .checker.findings()
        .map(({ rule, start, end, message }) => `${rule} ${start}-${end} ${message.zh}`);
    expect(found(rules)).toEqual(found(everywhere));
  }
});
