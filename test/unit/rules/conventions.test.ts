/** Checks that go by what an office has agreed on. */
import { describe, expect, test } from 'vitest';
import { type Conventions, noConventions } from '../../../server/src/model/conventions.ts';
import { PlanModel } from '../../../server/src/model/model.ts';
import { Checker } from '../../../server/src/rules/checker.ts';
import { PlanTree } from '../../../server/src/syntax/document.ts';
import { afterFix, withMarks, withoutMarks } from './fixtures.ts';

/** What the rule finds in the text, marked; and the text after its first repair. */
function check(rule: string, marked: string, agreed: Partial<Conventions>): string | undefined {
  const text = withoutMarks(marked);
  const tree = PlanTree.parse(text);
  const checker = new Checker(PlanModel.of(tree, { ...noConventions, ...agreed }));
  const findings = checker.findings().filter((finding) => finding.rule === rule);
  expect(checker.internal).toEqual([]);
  expect(withMarks(tree, findings)).toBe(marked);
  const fix = findings[0]?.fixes?.[0];
  return fix && afterFix(tree, fix);
}

describe('the dash of ranges', () => {
  const dash = (marked: string, rangeDash: string) =>
    check('range-dash-mixed', marked, { rangeDash });

  test.each([
    ['引进3⟦-⟧5项，增长5%—8%。', '～', '引进3～5项，增长5%～8%。'],
    ['引进3⟦—⟧5项。', '至', '引进3至5项。'],
    ['引进3⟦~⟧5项。', '～', '引进3～5项。'],
  ])('%s is to be %s', (marked, wanted, repaired) => {
    expect(dash(marked, wanted)).toBe(repaired);
  });

  test.each([
    ['引进3～5项，2021—2025年，3至5年。', '～'],
    ['引进3至5项。', '至'],
  ])('%s is as wanted', (text, wanted) => {
    expect(dash(text, wanted)).toBe(undefined);
  });
});
