import { describe, expect, test } from 'vitest';
import {
  addressesAt,
  fileName,
  movedPath,
  plainAddress,
} from '../../../server/src/workspace/paths.ts';

const base = 'file:///%E8%A7%84%E5%88%92/%E7%94%B2.plan';
const known = ['甲', '村/乙', '村/丙', '村/山/丁'].map((name) =>
  encodeURI(`file:///规划/${name}.plan`),
);

test('an address is the same, however it is escaped', () => {
  expect(plainAddress('file:///c%3A/a%20b.plan')).toBe(plainAddress('file:///C:/a b.plan'));
  expect(plainAddress('file:///100%.plan')).toBe('file:///100%.plan');
  expect(fileName(base)).toBe('甲.plan');
});

describe('a path leads', () => {
  const check = (path: string, ...expected: string[]) =>
    expect(addressesAt(path, base, known).map(fileName)).toEqual(expected);

  test('to its file', () => check('./村/乙.plan', '乙.plan'));
  test('to all files that fit a pattern', () => check('./村/*.plan', '乙.plan', '丙.plan'));
  test('into folders below', () => check('./**/*.plan', '乙.plan', '丙.plan', '丁.plan'));
  test('by single letters', () => check('./村/?.plan', '乙.plan', '丙.plan'));
  test('never to itself by a pattern', () => check('./*.plan'));
  test('nowhere from what was never saved', () => {
    expect(addressesAt('./a.plan', 'untitled:Untitled-1', known)).toEqual([]);
  });
});

describe('when files move', () => {
  const check = (path: string, [from, to]: readonly [string, string], expected?: string) => {
    const move = {
      oldUri: encodeURI(`file:///规划/${from}`),
      newUri: new URL(to, 'file:///规划/').href,
    };
    expect(movedPath(path, base, [move])).toBe(expected);
  };

  test('the path to a file that moved follows it', () => {
    check('./村/乙.plan', ['村/乙.plan', '村/山/乙.plan'], './村/山/乙.plan');
  });
  test('so does one that was written with other strokes, or none in front', () => {
    check('.\\村\\乙.plan', ['村/乙.plan', '村/山/乙.plan'], '.\\村\\山\\乙.plan');
    check('村/乙.plan', ['村', '各村'], '各村/乙.plan');
  });
  test('a pattern moves with its folder', () => {
    check('./村/*.plan', ['村', '各村'], './各村/*.plan');
    check('./村/**/*.plan', ['村', '各村'], './各村/**/*.plan');
    check('*.plan', ['甲.plan', '镇/甲.plan'], '../*.plan');
  });
  test('paths of a file that moves lead to where they led', () => {
    check('./村/乙.plan', ['甲.plan', '镇/甲.plan'], '../村/乙.plan');
    check('../总.plan', ['甲.plan', '../甲.plan'], './总.plan');
  });
  test('what moves together stays as it is', () => {
    check('./村/乙.plan', ['', '/新规划/']);
  });
  test('other paths stay as they are', () => {
    check('./村/丙.plan', ['村/乙.plan', '村/戊.plan']);
    check('./村/乙.plan', ['村/乙.pla', '村/戊']);
  });
  test('characters that addresses escape', () => {
    check('./村/100% #1.plan', ['村', '各 村'], './各 村/100% #1.plan');
  });
});
