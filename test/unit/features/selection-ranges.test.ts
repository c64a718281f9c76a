import { describe, expect, test } from 'vitest';
import { selectionRanges } from '../../../server/src/features/selection-ranges.ts';
import { PlanModel } from '../../../server/src/model/model.ts';
import { PlanTree, type Range } from '../../../server/src/syntax/document.ts';
import { samples } from '../../kit/data.ts';
import { fixture } from './fixture.ts';

/** `expected`: what is selected, step by step; a stretch of lines as their numbers. */
function check(text: string, ...expected: string[]): void {
  const { model, line, character } = fixture(text);
  const lines = text.replace('$0', '').split('\n');
  const shown = selectionRanges(model, line, character).map(({ start, end }) =>
    start.line === end.line
      ? lines[start.line].slice(start.character, end.character)
      : `${start.line + 1}-${end.line + 1}`,
  );
  expect(shown).toEqual(expected);
}

test('prose: clause, sentence, paragraph', () => {
  check(
    '坚持稳中求进，推动高$0质量发展。抓好落实。',
    '推动高质量发展',
    '坚持稳中求进，推动高质量发展。',
    '坚持稳中求进，推动高质量发展。抓好落实。',
  );
});

test('a dot inside a figure ends no sentence, one behind a word does', () => {
  check(
    'Revenue grows 8.5% this y$0ear. Roads open.',
    'Revenue grows 8.5% this year',
    'Revenue grows 8.5% this year.',
    'Revenue grows 8.5% this year. Roads open.',
  );
});

test('a target: name, line, measure, section, document', () => {
  check(
    '计划：甲镇计划\n\n# 农业\n举措 优化结构\n责任：农业办\n目标 水稻$0面积：保持5000亩，增长3%\n\n# 工业',
    '水稻面积',
    '目标 水稻面积',
    '目标 水稻面积：保持5000亩，增长3%',
    '4-6',
    '3-6',
    '1-8',
  );
});

test('a figure', () => {
  check(
    '目标 水稻面积：保持50$000亩，增长3%',
    '5000亩',
    '保持5000亩',
    '目标 水稻面积：保持5000亩，增长3%',
  );
});

test('a cell, its row, its table', () => {
  check(
    '表 主要指标\n| 指标 | 2025年 |\n| --- | --- |\n| 税收 | 3$080 |\n\n完。',
    '380',
    '| 税收 | 380 |',
    '1-4',
    '1-6',
  );
});

test('an indicator with its fields', () => {
  check('指标 税收\n别名：税$0金\n2020年：300万元\n\n完。', '税金', '别名：税金', '1-3', '1-5');
});

test('an empty document has nothing to select', () => check('$0'));

describe('every step holds the one before, from any place', () => {
  test.each(samples)('$name', ({ text }) => {
    const model = PlanModel.of(PlanTree.parse(text));
    const size = ({ start, end }: Range) =>
      (end.line - start.line) * 100_000 + end.character - start.character;
    for (const line of model.tree.lines) {
      for (const character of [0, line.text.length >> 1, line.text.length]) {
        const ranges = selectionRanges(model, line, character);
        for (const [index, inner] of ranges.slice(0, -1).entries()) {
          expect(size(ranges[index + 1])).toBeGreaterThan(size(inner));
        }
        const number = model.tree.lines.indexOf(line);
        for (const { start, end } of ranges) {
          expect(start.line <= number && number <= end.line).toBe(true);
        }
      }
    }
  });
});
