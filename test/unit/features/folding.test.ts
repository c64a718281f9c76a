import { expect, test } from 'vitest';
import { foldingRanges } from '../../../server/src/features/folding.ts';
import { fixture, numberOf } from './fixture.ts';

function check(text: string, expected: readonly string[]): void {
  const shown = foldingRanges(fixture(text).model).map(
    ({ first, last, isComment }) =>
      `${numberOf(first)}-${numberOf(last)}${isComment ? ' comment' : ''}`,
  );
  expect(shown).toEqual(expected);
}

test('sections end at their last written line', () => {
  check('# 农业\n水稻。\n\n## 粮食\n小麦。\n\n# 工业\n机床。\n', ['1-5', '4-5', '7-8']);
});

test('header, indicator, measure and table', () => {
  check(
    `规划：甲镇规划
期间：2021—2025年

指标 税收（万元）
别名：税收收入

举措 建园区
责任：农业办

表 主要指标
| 指标 | 2025年 |
| 税收 | 380 |`,
    ['1-2', '4-5', '7-12', '10-12'],
  );
});

test('comments of several lines fold, single ones do not', () => {
  check('// 一\n// 二\n文\n// 三\n文\n// 四\n// 五', ['1-2 comment', '6-7 comment']);
});

test('nothing to fold', () => check('一句话。', []));
