import { expect, test } from 'vitest';
import { linkedPlaces } from '../../../server/src/features/linked-editing.ts';
import { fixture, numberOf } from './fixture.ts';

/** `expected`: the places that are typed together, as line and word. */
function check(text: string, expected: string): void {
  const { model, line, character } = fixture(text);
  const shown = linkedPlaces(model, line, character).map(
    (place) => `${numberOf(place.line)} ${place.line.text.slice(place.start, place.end)}`,
  );
  expect(shown.join(', ')).toBe(expected);
}

const plan = `指标 税收收入（万元）
别名：税收

目标 税收收入（万元）：380
目标 税收：381万元
税收收入稳步增长，达到{税收收入}。
表 主要指标
| 指标 | 2025年 |
| 税收收入（万元） | 380 |`;

test('a name, wherever it is spelled the same and meant', () => {
  check(plan.replace('指标 税', '指标 $0税'), '1 税收收入, 4 税收收入, 6 税收收入, 9 税收收入');
});

test('an alias alone has nothing to be typed with', () => {
  check(plan.replace('目标 税收：', '目标 税$0收：'), '');
});

test('running text is not typed in', () =>
  check(plan.replace('\n税收收入稳', '\n税$0收收入稳'), ''));

test('the unit behind the name', () => {
  check(plan.replace('（万元）', '（万$0元）'), '1 万元, 4 万元, 9 万元');
});

test('the unit of another indicator is another', () => {
  check('目标 税收（万$0元）：3\n目标 投资（万元）：4', '');
});

test('nothing is linked to nothing', () => check('一句$0话。', ''));
