import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OpenDocument } from '../../server/src/lsp/open-document.ts';
import type { Position } from '../../server/src/syntax/document.ts';
import { PlanDocument } from '../../server/src/workspace/document.ts';

const fragments = [
  '\n',
  '\r\n',
  '\r',
  '目标 税收：380万元',
  '引用 ./库.plan',
  '# 农业',
  '指标 甲（元）\n别名：乙\n',
  '，增长50%',
  '| 一 | 二 |',
  '\ud83d\ude00',
  'a',
];
const text = fc
  .array(fc.constantFrom(...fragments), { maxLength: 12 })
  .map((parts) => parts.join(''));
const position = fc.record({ line: fc.nat(14), character: fc.nat(20) });
const change = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text }),
  },
  { weight: 1, arbitrary: fc.record({ text, range: fc.constant(undefined) }) },
);

test('whatever is edited, text and plan stay the same, and the plan is what it would be if opened anew', () => {
  fc.assert(
    fc.property(
      text,
      fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 6 }),
      (start, edits) => {
        const problems: unknown[] = [];
        const document = new OpenDocument('file:///a.plan', 'plan', 1, start, (problem) =>
          problems.push(problem),
        );
        expect(document.plan.text()).toBe(start);
        edits.forEach((changes, index) => {
          for (const change of changes) {
            // A line that is not there is no place; a character behind the end of its line is that end.
            const lineCount = document.text.split(/\r\n|\r|\n/).length;
            const within = ({ line, character }: Position) => ({
              line: line % lineCount,
              character,
            });
            const { range } = change;
            document.change(
              [
                range
                  ? {
                      text: change.text,
                      range: { start: within(range.start), end: within(range.end) },
                    }
                  : change,
              ],
              index + 2,
            );
          }
          expect(document.plan.text()).toBe(document.text);
        });
        const shown = (plan: PlanDocument) =>
          plan.findings().map(({ rule, start: from, end }) => `${rule} ${from}-${end}`);
        expect(shown(document.plan)).toEqual(
          shown(PlanDocument.open('file:///a.plan', document.text)),
        );
        expect(problems).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

test('changes are put together until someone asks', () => {
  const document = new OpenDocument('file:///a.plan', 'plan', 1, '目标 税收：3万元', () => {});
  const before = document.plan;
  document.change(
    [{ range: { start: { line: 0, character: 6 }, end: { line: 0, character: 6 } }, text: '1' }],
    2,
  );
  document.change(
    [{ range: { start: { line: 0, character: 7 }, end: { line: 0, character: 7 } }, text: '2' }],
    3,
  );
  expect(before.text()).toBe('目标 税收：3万元');
  expect(document.version).toBe(3);
  expect(document.plan.text()).toBe('目标 税收：123万元');
  expect(document.plan).toBe(before);
});

test('a plan that cannot follow its text is read anew', () => {
  const problems: unknown[] = [];
  const document = new OpenDocument('file:///a.plan', 'plan', 1, '目标 税收：3万元', (problem) =>
    problems.push(problem),
  );
  document.plan.edit = () => {
    throw new Error('on purpose');
  };
  document.change(
    [{ range: { start: { line: 0, character: 6 }, end: { line: 0, character: 7 } }, text: '4' }],
    2,
  );
  expect(document.plan.text()).toBe('目标 税收：4万元');
  expect(problems).toHaveLength(1);
});
