import { expect, test } from 'vitest';
import { matchingSymbols, symbolsOf } from '../../../server/src/features/workspace-symbols.ts';
import { fixture } from './fixture.ts';

const plan = `规划：甲镇规划
期间：2021—2025年

目标 稅收收入：380万元

# 农业发展
举措 建设GDP统计平台
目标 水稻面积：5000亩
表 主要指标`;

function check(query: string, ...expected: string[]): void {
  const { model } = fixture(plan);
  const found = matchingSymbols(symbolsOf(model), query);
  expect(found.map(({ kind, name, container }) => `${kind} ${name} | ${container}`)).toEqual(
    expected,
  );
}

test('the nearest name comes first', () => {
  check('主要指标', 'table 主要指标 | 建设GDP统计平台');
  check('面积', 'target 水稻面积 | 建设GDP统计平台');
});

test('letters may be left out between', () => check('水面', 'target 水稻面积 | 建设GDP统计平台'));

test('case, width and script are the same', () => {
  check('ｇｄｐ', 'measure 建设GDP统计平台 | 一、农业发展');
  check('税收', 'target 稅收收入 | 甲镇规划');
});

test('no letters find everything, letters in another order nothing', () => {
  expect(matchingSymbols(symbolsOf(fixture(plan).model), '').length).toBe(5);
  check('面稻');
});
