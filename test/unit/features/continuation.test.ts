import { describe, expect, test } from 'vitest';
import { afterEnter } from '../../../server/src/features/continuation.ts';
import { applied, chineseReader, fixture } from './fixture.ts';

/** Presses Enter at the cursor, `$0`, and shows what becomes of the text; `appended` is what the editor itself puts there. */
function check(text: string, expected: string, appended = ''): void {
  const { model, line } = fixture(text.replace('$0', `\n${appended}$0`));
  const edits = afterEnter(model, line, chineseReader);
  expect(applied(model.tree.text(), edits)).toBe(expected);
}

const rows = '表 甲\n| 指标 | 2025年 |\n| --- | --- |\n';

describe('tables', () => {
  test('the next row has as many cells', () => {
    check(`${rows}| 税收 | 3万元 |$0`, `${rows}| 税收 | 3万元 |\n|  |  |`);
    check(`${rows}| 税收 | 3万元 |$0`, `${rows}| 税收 | 3万元 |\n|  |  |`, '| ');
  });

  test('Enter in the last cell closes its row', () => {
    check(`${rows}| 税收 | 3万元$0 |`, `${rows}| 税收 | 3万元 |\n|  |  |`, '| ');
    check(`${rows}| 税收$0 |  |`, `${rows}| 税收 |  |\n|  |  |`, '| ');
  });

  test('an empty row ends the table', () => {
    check(`${rows}| 税收 | 3万元 |\n|  |  |$0`, `${rows}| 税收 | 3万元 |\n`);
  });

  test('a row that is cut in two stays cut', () => {
    check(`${rows}| 税收 |$0 3万元 |`, `${rows}| 税收 |\n 3万元 |`);
  });

  test('bars outside a table are left alone', () => check('| 甲 | 乙 |$0', '| 甲 | 乙 |\n'));
});

describe('lists', () => {
  test('the next item', () => {
    check('- 修路$0', '- 修路\n- ');
    check('- 修路$0', '- 修路\n- ', '- ');
  });

  test('an empty item ends the list', () => check('- 修路\n- $0', '- 修路\n'));
});

describe('counts', () => {
  test('一是 goes on with 二是', () => {
    check('一是修路。$0', '一是修路。\n二是');
    check('一是修路；二是通水。$0', '一是修路；二是通水。\n三是');
    check('九是修路。$0', '九是修路。\n十是');
  });

  test('those behind a new one count on', () => {
    check('一是修路。$0\n二是通水。\n三是建园。', '一是修路。\n二是\n三是通水。\n四是建园。');
  });

  test('those that counted otherwise stay as they are', () => {
    check('一是修路。$0\n四是通水。', '一是修路。\n二是\n四是通水。');
    check('一是修路。$0\n\n二是通水。', '一是修路。\n二是\n\n二是通水。');
  });

  test('an empty one ends the count, and those behind it count as before', () => {
    check('一是修路。\n二是$0', '一是修路。\n');
    check('一是修路。\n二是$0\n三是通水。\n四是建园。', '一是修路。\n\n二是通水。\n三是建园。');
    check('1.修路。\n2.$0\n3.通水。', '1.修路。\n\n2.通水。');
  });

  test('one with fields is followed by its fields', () => {
    check('一是修路。\n责任：项目办\n二是通水。$0', '一是修路。\n责任：项目办\n二是通水。\n');
  });

  test('numbers of items go on, in their own style', () => {
    check('1.修路。$0', '1.修路。\n2.');
    check('1. 修路；$0', '1. 修路；\n2. ');
    check('（1）修路。$0\n（2）通水。', '（1）修路。\n（2）\n（3）通水。');
    check('（九）修路。其他的话。$0', '（九）修路。其他的话。\n（十）');
    check('1.修路\n2.通水$0', '1.修路\n2.通水\n3.');
  });

  test('numbers of titles do not', () => {
    check('一、总体要求$0', '一、总体要求\n');
    check('1.种植业$0\n', '1.种植业\n\n');
    check('# 目标$0', '# 目标\n');
  });

  test('an empty number ends the count', () => check('1.修路。\n2.$0', '1.修路。\n'));

  test('Enter in the middle of an item only breaks it', () => {
    check('一是修路，$0还要通水。', '一是修路，\n还要通水。');
  });
});

describe('header', () => {
  test('the fields that every plan has, while it is being begun', () => {
    check('规划：甲镇规划$0', '规划：甲镇规划\n期间：');
    check('规划：甲镇规划\n期间：2021—2025年$0', '规划：甲镇规划\n期间：2021—2025年\n基期：');
    check('總結：甲鎮總結$0', '總結：甲鎮總結\n期間：');
    check('plan: A$0', 'plan: A\nperiod: ');
  });

  test('an empty one is taken away', () => check('规划：甲\n期间：$0', '规划：甲\n'));

  test('not where the text has begun', () => {
    check('规划：甲镇规划$0\n\n# 目标', '规划：甲镇规划\n\n\n# 目标');
  });

  test('after the last one Enter only makes room', () => {
    const all = '计划：甲\n期间：2026年\n编制单位：甲镇';
    check(`${all}$0`, `${all}\n`);
  });
});

test('sentences are left alone', () => {
  check('今年抓好三件事。$0', '今年抓好三件事。\n');
  check('目标 税收：3万元$0', '目标 税收：3万元\n');
  check('举措 修路\n责任：项目办$0', '举措 修路\n责任：项目办\n');
});
