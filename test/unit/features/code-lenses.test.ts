import { expect, test } from 'vitest';
import { codeLenses, lensText } from '../../../server/src/features/code-lenses.ts';
import type { Reader } from '../../../server/src/features/reader.ts';
import { chineseReader, englishReader, fixture, numberOf } from './fixture.ts';

/** `expected`: for each line that has one above it, its number, what stands there, and the lines that it leads to. */
function check(text: string, expected: readonly string[], reader: Reader = chineseReader): void {
  const { model } = fixture(text);
  const shown = codeLenses(model).map((line) => {
    const found = lensText(model, line);
    const places = found?.places.map((place) => numberOf(place.line)).join() ?? '';
    return `${numberOf(line)} ${found ? reader.say(found.title) : '—'} → ${places}`;
  });
  expect(shown).toEqual(expected);
}

const header = '规划：甲镇规划\n期间：2021—2025年\n\n';

test('an indicator: where it is spoken of', () => {
  check(
    `${header}指标 税收（万元）\n别名：税收收入\n2020年：300万元\n\n目标 税收收入：380万元\n实绩 税收：2021年310万元\n到2025年，税收达到380万元。`,
    ['4 3处提到，1项目标，1项实绩 → 8,9,10'],
  );
  check(`${header}指标 粮食（吨）`, ['4 还没有用到 → ']);
});

test('a section: its targets and measures, and which of them have no deadline', () => {
  check(
    `${header}# 农业\n目标 粮食：5吨\n\n## 园区\n举措 建园区\n责任：农业办\n时限：2022年底\n目标 产值：5万元\n目标 园区：2个\n举措 修路\n责任：交通办\n`,
    [
      '4 3项目标，2项举措（1项没有时限） → 13',
      '7 2项目标，2项举措（1项没有时限） → 13',
      '13 还缺：时限 → ',
    ],
  );
});

test('without a plan’s years, a target says its own', () => {
  check('# 农业\n目标 粮食：2025年5吨\n目标 水果：3吨', ['1 2项目标（1项没有年份） → 3']);
});

test('a measure: what it still lacks', () => {
  check(`${header}举措 建园区\n时限：2022年底\n目标 园区：xx个\n目标 产值：xxx万元\n`, [
    '4 还缺：责任、2个数 → 6,7',
  ]);
  check(`${header}举措 建园区\n责任：农业办\n时限：2022年底\n`, []);
});

test('plain text stays as it is', () => {
  check('# 工作回顾\n税收完成380万元。\n一是抓项目。建成园区。\n二是抓环境。', []);
});

test('an ordinal with fields is a task', () => {
  check('# 安排\n一是抓项目。\n责任：经发办\n', [
    '1 1项举措（1项没有时限） → 2',
    '2 还缺：时限 → ',
  ]);
});

test('in English', () => {
  check(
    'annual plan: A\nperiod: 2026\n\n# Economy\ntarget Visitors: 20 people\nmeasure Open an orchard\nowner: B\n\nindicator Tax (yuan)\n',
    [
      '4 1 target, 1 measure (1 without a deadline) → 6',
      '6 still open: deadline → ',
      '9 not used yet → ',
    ],
    englishReader,
  );
});
