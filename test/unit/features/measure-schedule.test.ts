import { expect, test } from 'vitest';
import {
  measureSchedule,
  type ScheduleOrder,
} from '../../../server/src/features/measure-schedule.ts';
import type { Reader } from '../../../server/src/features/reader.ts';
import { chineseReader, englishReader, fixture } from './fixture.ts';

function check(
  text: string,
  order: ScheduleOrder,
  expected: readonly string[],
  reader: Reader = chineseReader,
): void {
  const groups = measureSchedule(fixture(text).model, order, reader);
  expect(
    groups.map(
      ({ title, isMissing, measures }) =>
        `${isMissing ? '—' : ''}${title}: ${measures
          .map((measure) => [measure.title, measure.owner, measure.due].filter(Boolean).join(' '))
          .join('; ')}`,
    ),
  ).toEqual(expected);
}

const plan = `规划：甲镇规划
期间：2021—2025年

举措 种树
责任：农办、林站
时限：2023年底前
举措 修路
责任：农办
时限：2022年6月底前
举措 防疫
举措 招商
责任：林站
时限：尽快
举措 治水
时限：2022年6月
`;

test('by owner; what several do stands under each', () => {
  check(plan, 'owner', [
    '农办: 种树 农办、林站 2023年底前; 修路 农办 2022年6月底前',
    '林站: 种树 农办、林站 2023年底前; 招商 林站 尽快',
    '—没有责任单位: 防疫; 治水 2022年6月',
  ]);
});

test('by deadline, the first to come first', () => {
  check(plan, 'deadline', [
    '2022年6月: 修路 农办 2022年6月底前; 治水 2022年6月',
    '2023年: 种树 农办、林站 2023年底前',
    '尽快: 招商 林站 尽快',
    '—没有时限: 防疫',
  ]);
});

test('in the reader’s language', () => {
  check(
    'annual plan: A\nperiod: 2026\n\nmeasure Trees\ndue: end of June\nmeasure Roads',
    'deadline',
    ['June 2026: Trees end of June', '—No deadline: Roads'],
    englishReader,
  );
});
