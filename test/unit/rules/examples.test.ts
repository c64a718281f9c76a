import { describe, expect, test } from 'vitest';
import { rules } from '../../../server/src/rules/index.ts';
import { afterFix, checked, withMarks, withoutMarks } from './fixtures.ts';

describe.each(rules)('$name', (rule) => {
  const findingsOf = (text: string) => {
    const { tree, checker } = checked(text);
    const findings = checker.findings().filter((finding) => finding.rule === rule.name);
    expect(checker.internal).toEqual([]);
    return { tree, findings };
  };

  test('is documented in both languages', () => {
    expect(rule.name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    for (const { zh, en } of [rule.title, rule.description]) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/[a-z]{3}/);
    }
    expect(rule.examples.right.length).toBeGreaterThan(0);
  });

  test.each(rule.examples.wrong)('finds what is wrong in %j', (example) => {
    const { tree, findings } = findingsOf(withoutMarks(example));
    expect(withMarks(tree, findings)).toBe(example);
    for (const { message } of findings) {
      expect(message.zh).toMatch(/\p{Script=Han}/u);
      expect(message.en).toMatch(/[a-z]{3}/);
      expect(message.zh + message.en).not.toMatch(/undefined|\[object/);
    }
  });

  test.each(rule.examples.right)('finds nothing in %j', (example) => {
    const { tree, findings } = findingsOf(example);
    expect(withMarks(tree, findings)).toBe(example);
  });

  // A repair of one of several findings leaves the others.
  test.each(rule.examples.wrong)('repairs %j', (example) => {
    const text = withoutMarks(example);
    const { tree, findings } = findingsOf(text);
    for (const { fixes = [] } of findings) {
      for (const fix of fixes) {
        const repaired = afterFix(tree, fix);
        expect(repaired).not.toBe(text);
        expect(findingsOf(repaired).findings.length).toBeLessThan(findings.length);
      }
    }
  });
});
