import { expect, test } from 'vitest';
import { definitions } from '../../../server/src/features/definition.ts';
import { fixture, numberOf } from './fixture.ts';

/** `expected`: the lines and words that are led to, a path in angle brackets, `?` where other files may declare it. */
function check(text: string, expected: string): void {
  const { model, line, character } = fixture(text);
  const found = definitions(model, line, character);
  const places = (found?.places ?? []).map(
    (place) => `${numberOf(place.line)} ${place.line.text.slice(place.start, place.end)}`,
  );
  const path = found?.path === undefined ? [] : [`<${found.path}>`];
  const undeclared = found?.undeclared === undefined ? [] : ['?'];
  expect([...places, ...path, ...undeclared].join(', ')).toBe(expected);
}

const declared = '指标 地区生产总值（亿元）\n别名：GDP、国民生产总值\n\n';

test('a target leads to the declaration', () => {
  check(`${declared}目标 地区$0生产总值：3亿元`, '1 地区生产总值');
});

test('so does a result, directly behind its name', () => {
  check(`${declared}实绩 国民生产总值$0：3亿元`, '1 地区生产总值');
});

test('a reference, by an alias', () => {
  check(`${declared}达到{国民生$0产总值@2025}。`, '1 地区生产总值');
});

test('an alias', () => check(`${declared.replace('GDP', 'G$0DP')}`, '1 地区生产总值'));

test('a chart', () => check(`${declared}图 税收、$0GDP`, '1 地区生产总值'));

test('the row of a table', () => {
  check(
    `${declared}表 主要指标\n| 指标 | 2025年 |\n| --- | --- |\n| $0GDP | 3 |`,
    '1 地区生产总值',
  );
});

test('what nobody declares leads to its first mention, and perhaps elsewhere', () => {
  check('目标 税收：380万元\n\n图 税$0收', '1 税收, ?');
});

test('a path leads to its file', () => {
  check('引用 ./共用/指$0标库.plan', '<./共用/指标库.plan>');
  check('规划：甲\n依据：./2020$0年总结.plan', '<./2020年总结.plan>');
});

test('a pattern of paths leads to the files that fit it', () => {
  check('规划：甲\n汇总：./村/$0*.plan', '<./村/*.plan>');
});

test('nothing leads to nothing', () => {
  check(`${declared}目标 $0`, '');
  check('一句$0话。', '');
});
