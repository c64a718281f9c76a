import { describe, expect, test } from 'vitest';
import {
  documentSkeletons,
  newDocument,
  type SkeletonId,
  skeletonSnippet,
  skeletonText,
  skeletonTitle,
  statementSkeletons,
  yearOf,
} from '../../../server/src/features/skeletons.ts';
import type { Script } from '../../../server/src/report/tree.ts';
import { PlanDocument } from '../../../server/src/workspace/document.ts';

const scripts: readonly Script[] = ['hans', 'hant', 'en'];
const today = { year: 2026, month: 11 };
const years = { first: 2026, baseline: 2025, last: 2030 };

/** What the checks find in a text, but for the places where a figure is still to be put in. */
function findingsIn(text: string): string[] {
  return PlanDocument.open('file:///plans/a.plan', text)
    .findings()
    .filter(({ rule }) => rule !== 'placeholder-x')
    .map(({ rule, message }) => `${rule}: ${message.zh}`);
}

describe.each(scripts)('in %s', (script) => {
  test.each(documentSkeletons)('%s is a plan in which only figures are missing', (id) => {
    const text = skeletonText(id, script, { first: yearOf(id, today) });
    expect(text).not.toMatch(/[⟦⟧⟨⟩]/);
    expect(findingsIn(text)).toEqual([]);
  });

  test.each(statementSkeletons)('%s is understood in a plan', (id) => {
    const header = skeletonText('fiveYearPlan', script, years).split('\n').slice(0, 3).join('\n');
    const text = `${header}\n\n${skeletonText(id, script, years)}`;
    expect(findingsIn(text)).toEqual([]);
  });

  test('every one has a title and says in the same number of lines the same', () => {
    for (const id of [...documentSkeletons, ...statementSkeletons] as SkeletonId[]) {
      expect(skeletonTitle(id, script)).not.toBe('');
      const count = (text: string) => text.split('\n').length;
      expect(count(skeletonText(id, script, years))).toBe(count(skeletonText(id, 'hans', years)));
    }
  });
});

describe('snippets', () => {
  test('the same words are one tab stop, and every figure is one of its own', () => {
    const snippet = skeletonSnippet('indicator', 'hans', years);
    expect(snippet).toBe(`指标 \${1:指标名称}（\${2:万元}）
属性：\${3:预期性}
口径：\${4:算哪些、不算哪些}
2025年：\${5:xx}\${2:万元}
`);
  });

  test('years follow from the day', () => {
    expect(skeletonText('fiveYearPlan', 'hans', { first: 2026 })).toContain(
      '规划：某某镇“十五五”发展规划\n期间：2026—2030年\n基期：2025年',
    );
    expect(yearOf('fiveYearPlan', { year: 2025, month: 3 })).toBe(2021);
    expect(yearOf('annualPlan', today)).toBe(2027);
    expect(yearOf('summary', { year: 2027, month: 1 })).toBe(2026);
  });
});

describe('a new document', () => {
  test('has the place wherever it is named, and its usual title', () => {
    const { title, snippet } = newDocument('annualPlan', 'hans', { year: 2026, place: '青禾镇' });
    expect(title).toBe('青禾镇2026年工作计划');
    expect(snippet).toContain('计划：青禾镇2026年工作计划\n期间：2026年\n');
    expect(snippet).toContain('编制单位：青禾镇人民政府');
    expect(snippet).toContain('${1:');
  });

  test('keeps blanks for what nobody has said', () => {
    const { title, snippet } = newDocument('annualPlan', 'en', { year: 2026, place: '  ' });
    expect(title).toBe('Our Township Work Plan 2026');
    expect(snippet).toMatch(/^annual plan: \$\{1:Our Township\} Work Plan 2026\nperiod: 2026\n/);
  });

  test('has the title that it is given', () => {
    const { snippet } = newDocument('summary', 'hant', { year: 2026, title: '甲鎮總結' });
    expect(snippet).toMatch(/^總結：甲鎮總結\n期間：2026年\n/);
  });

  test('takes nothing that is typed for more than text', () => {
    const { snippet } = newDocument('report', 'hans', {
      year: 2026,
      place: '$1⟦甲⟧\n# 乙',
      title: '$2丙\\',
    });
    expect(snippet.split('\n')[0]).toBe('报告：\\$2丙\\\\');
    expect(snippet).toContain('编制单位：\\$1 甲 # 乙人民政府');
  });
});
