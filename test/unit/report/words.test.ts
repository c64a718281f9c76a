import { describe, expect, test } from 'vitest';
import { scriptOf } from '../../../server/src/report/script.ts';
import { PlanTree } from '../../../server/src/syntax/document.ts';

describe('the script of a document', () => {
  test.each([
    ['规划：甲', 'hans'],
    ['規劃：甲', 'hant'],
    ['annual plan: A', 'en'],
    ['Plan: A', 'en'],
    // Told by the first keyword that only one script has: 日期 and 表 are the same in two.
    ['日期：今天\n表 甲\n舉措 乙', 'hant'],
    ['# 甲\n\n目标 乙：3个', 'hans'],
    ['# 甲\n\n目標 乙：3個', 'hant'],
    // No keyword at all: the characters decide.
    ['今年完成得很好。', 'hans'],
    ['這一年各項工作開展順利，農業、工業齊頭並進。', 'hant'],
    ['The year went well.', 'en'],
    ['', 'hans'],
    // A keyword that stands where it is prose says nothing.
    ['正文在先。\n\nplan: A', 'hans'],
  ])('%j is %s', (text, script) => {
    expect(scriptOf(PlanTree.parse(text))).toBe(script);
  });
});
