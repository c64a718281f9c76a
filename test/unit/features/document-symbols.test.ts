import { expect, test } from 'vitest';
import {
  documentSymbols,
  documentSymbolsWithoutTargets,
  listsTargets,
  mostItemsWithTargets,
  type OutlineItem,
} from '../../../server/src/features/document-symbols.ts';
import { fixture, numberOf } from './fixture.ts';

/** The outline as lines: indentation for depth, then kind, name, detail and the lines it covers. */
function check(text: string, expected: string, itemsOf = documentSymbols): void {
  const show = (items: readonly OutlineItem[], indentation: string): string[] =>
    items.flatMap(({ kind, name, detail, first, last, children }) => [
      `${indentation}${kind} ${name}${detail ? ` | ${detail}` : ''} ${numberOf(first)}-${numberOf(last)}`,
      ...show(children, `${indentation}  `),
    ]);
  expect(show(itemsOf(fixture(text).model), '').join('\n')).toBe(expected);
}

test('sections hold measures, measures hold targets', () => {
  check(
    `规划：甲镇规划
期间：2021—2025年

# 农业
举措 优化结构
责任：农业办
目标 水稻面积：保持5000亩

举措 建园区

# 工业
目标 税收：380万元`,
    `section 一、农业 4-9
  measure 优化结构 5-7
    target 水稻面积 | 保持5000亩 7-7
  measure 建园区 9-9
section 二、工业 11-12
  target 税收 | 380万元 12-12`,
  );
});

test('levels of headings nest, whatever their style', () => {
  check(
    `一、经济
（一）农业
1.粮食。稳住面积。
（二）工业
二、民生`,
    `section 一、经济 1-4
  section （一）农业 2-3
    section 1.粮食 3-3
  section （二）工业 4-4
section 二、民生 5-5`,
  );
});

test('an indicator with its fields and values is one item', () => {
  check(
    `指标 税收收入（万元）
别名：税收
// 待核
2020年：300万元
目标 税收收入：380万元`,
    `indicator 税收收入 | 万元 1-4
target 税收收入 | 380万元 5-5`,
  );
});

test('ordinal measures keep their ordinals', () => {
  check(
    '一是推进项目。征地按时完成。\n二是壮大产业。',
    'measure 一是推进项目 1-1\nmeasure 二是壮大产业 2-2',
  );
});

test('tables, charts and results have their place', () => {
  check(
    `表 主要指标
| 指标 | 2025年 |
| --- | --- |
| 税收 | 380 |

图 税收、投资
实绩 税收：完成360万元`,
    `table 主要指标 1-4
chart 税收、投资 6-6
result 税收 | 完成360万元 7-7`,
  );
});

test('what has no name yet is called by its keyword', () => {
  check(
    '#\n指标\n目标 \n表\n举措 ',
    `section 一、 1-5
  indicator 指标 2-2
  target 目标 3-3
  table 表 4-4
  measure 举措 5-5`,
  );
});

test('without targets and results all others stay as they are', () => {
  check(
    `# 农业
目标 水稻面积：保持5000亩
指标 税收收入（万元）
2020年：300万元
实绩 税收收入：完成360万元
举措 建园区
目标 税收收入：380万元`,
    `section 一、农业 1-7
  indicator 税收收入 | 万元 3-4
  measure 建园区 6-7`,
    documentSymbolsWithoutTargets,
  );
});

test('targets are left out of a very long outline, unless they are wanted', () => {
  const { model: usual } = fixture('# 农业\n目标 水稻面积：5000亩');
  expect(listsTargets(usual, 'auto')).toBe(true);
  expect(listsTargets(usual, 'never')).toBe(false);
  const { model: long } = fixture('目标 水稻面积：5000亩\n'.repeat(mostItemsWithTargets + 1));
  expect(listsTargets(long, 'auto')).toBe(false);
  expect(listsTargets(long, 'always')).toBe(true);
});

test('an empty document has an empty outline', () => check('', ''));
