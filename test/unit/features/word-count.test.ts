import { expect, test } from 'vitest';
import { wordCount, wordsIn } from '../../../server/src/features/word-count.ts';
import { PlanTree } from '../../../server/src/syntax/document.ts';

function check(text: string, expected: number): void {
  expect(wordsIn(text)).toBe(expected);
}

test.each([
  ['', 0],
  ['  \t　', 0],
  // Characters and marks count one each.
  ['全镇经济总量达到3亿元。', 12],
  ['（一）优化结构；', 8],
  // A run of others counts one.
  ['GDP增长8.5%', 4],
  ['2021—2025年', 4],
  ['open two orchards', 3],
  ['It’s “done”…', 2],
  // Marks that both have go with the line.
  ['“十四五”', 5],
  ['加快建设——', 6],
  ['等等……', 4],
  // Rare characters are two halves.
  ['𠮷林“𠮷”', 5],
])('%j', check);

test('spaces make words, not characters', () => {
  check('甲 乙', 2);
  check('a  b', 2);
});

function checkDocument(text: string, expected: number): void {
  expect(wordCount(PlanTree.parse(text))).toBe(expected);
}

test('what is not printed does not count', () => {
  checkDocument('// 说明\n引用 ./共用.plan\n\n正文', 2);
  checkDocument('## 目标', 2);
  checkDocument('表 甲\n| 乙 | 丙 |\n| --- | --- |\n| 1 | 2 |', 6);
});

test('an edit changes the count by what it puts in', () => {
  const tree = PlanTree.parse(`${'一二三\n'.repeat(2000)}`);
  expect(wordCount(tree)).toBe(6000);
  const at = { line: 1000, character: 3 };
  tree.edit({ range: { start: at, end: at }, text: '四\n五 six' });
  expect(wordCount(tree)).toBe(6003);
  tree.edit({
    range: { start: { line: 0, character: 0 }, end: { line: 1990, character: 0 } },
    text: '',
  });
  expect(wordCount(tree)).toBe(33);
});
