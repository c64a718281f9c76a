import { describe, expect, test } from 'vitest';
import { highlights, indicatorAt, references } from '../../../server/src/features/references.ts';
import { PlanModel } from '../../../server/src/model/model.ts';
import { PlanTree } from '../../../server/src/syntax/document.ts';
import { samples } from '../../kit/data.ts';
import { fixture, numberOf } from './fixture.ts';

/** `expected`: line, word and use of every place; `*` where figures are said. */
function check(text: string, expected: string): void {
  const { model, line, character } = fixture(text);
  const shown = highlights(model, line, character).map(
    (place) => `${numberOf(place.line)} ${place.text} ${place.use}${place.says ? '*' : ''}`,
  );
  expect(shown.join(', ')).toBe(expected);
}

const plan = `指标 税收收入（万元）
别名：税$0收

目标 税收收入：380万元，占财政收入的89.7%
目标 财政收入：420万元，其中：税收380万元、非税40万元
税收收入稳步增长，达到{税收}。
图 税收收入、财政收入

指标 结余（万元）
公式：财政收入 - 税收`;

test('an indicator is found under all its names, and nothing else is', () => {
  check(
    plan,
    '1 税收收入 declaration*, 2 税收 alias*, 4 税收收入 target*, 5 税收 part*, 6 税收收入 prose, 6 税收 reference, 7 税收收入 chart, 10 税收 formula',
  );
});

test('so is the whole of a share', () => {
  check(
    plan.replace('$0', '').replace('图 税收收入、财', '图 税收收入、$0财'),
    '4 财政收入 whole, 5 财政收入 target*, 7 财政收入 chart, 10 财政收入 formula',
  );
});

test('rows of a table, with and without figures', () => {
  check(
    '表 主要指标\n| 指标 | 2025年 |\n| 税收 | 3 |\n| 投$0资 | — |\n\n目标 投资：4万元',
    '4 投资 row*, 6 投资 target*',
  );
});

test('what is only said in running text', () => {
  check('全年完成税收收$0入380万元。\n\n税收收入增长5%。', '1 税收收入 prose, 3 税收收入 prose');
});

test('nothing has no places', () => check('一句$0话。', ''));

test('the declaration can be left out', () => {
  const { model, line, character } = fixture(plan);
  const indicator = indicatorAt(model, line, character);
  const keys = indicator ? model.keysOf(indicator) : [];
  expect(references(model, keys, false).length).toBe(references(model, keys, true).length - 1);
});

describe('the places of all indicators are the names of all lines', () => {
  test.each(samples)('$name', ({ text }) => {
    const model = PlanModel.of(PlanTree.parse(text));
    const byLine = [...model.tree.lines].flatMap((line) =>
      model.namesIn(line).filter((place) => model.indicator(place.text)),
    );
    const byIndicator = model.indicators().flatMap((indicator) => model.placesOf(indicator));
    const order = ({ line, start }: (typeof byLine)[number]) => numberOf(line) * 10_000 + start;
    byIndicator.sort((one, other) => order(one) - order(other));
    const plain = (places: typeof byLine) =>
      places.map(({ line, start, text: name, use }) => [numberOf(line), start, name, use]);
    expect(plain(byIndicator)).toEqual(plain(byLine));
  });
});
