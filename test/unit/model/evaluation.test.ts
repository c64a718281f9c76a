import { describe, expect, test } from 'vitest';
import { evaluationsOf } from '../../../server/src/model/evaluation.ts';
import { PlanModel } from '../../../server/src/model/model.ts';
import { PlanTree } from '../../../server/src/syntax/document.ts';

const modelOf = (text: string): PlanModel => PlanModel.of(PlanTree.parse(text));

/** `name: verdict, why, completion` of every target of a summary of 2021. */
function evaluated(text: string, basis: readonly string[] = []): string[] {
  const summary = modelOf(`总结：甲镇2021年工作总结\n期间：2021年\n\n${text}`);
  return evaluationsOf(summary, basis.map(modelOf)).map(
    ({ indicator, verdict, reason, completion }) =>
      [`${indicator.name}: ${verdict}`, reason, completion].filter((word) => word).join(', '),
  );
}

/** Of one target and one result. */
function judged(target: string, result: string, declaration = ''): string | undefined {
  const [first] = evaluated(`${declaration}目标 道路：${target}\n实绩 道路：${result}\n`);
  return first?.replace(/^道路: /, '');
}

describe('a target is met or missed in the direction that is wanted', () => {
  test.each([
    ['达到10公里', '12公里', 'met, 120%'],
    ['达到10公里', '10公里', 'met, 100%'],
    ['达到10公里', '9公里', 'missed, 90%'],
    ['10公里以上', '10公里', 'met, 100%'],
    ['不超过10公里', '9公里', 'met'],
    ['不超过10公里', '11公里', 'missed'],
    ['降到10公里', '9公里', 'met'],
    ['由12公里减少到10公里', '11公里', 'missed'],
    ['5—8公里', '5公里', 'met, 100%'],
    ['5—8公里', '9公里', 'met, 180%'],
    ['5—8公里', '4公里', 'missed, 80%'],
    ['达到10公里', '近10公里', 'missed'],
    ['达到1万米', '12公里', 'met, 120%'],
    ['全覆盖', '100%', 'met, 100%'],
    ['全覆盖', '98%', 'missed, 98%'],
    ['增长8%', '增长8.5%', 'met'],
    ['增长8%', '增长7.5%', 'missed'],
    ['下降3%', '下降3.2%', 'met'],
    ['下降3%', '下降2.8%', 'missed'],
    ['增长控制在3%以内', '增长2%', 'met'],
  ])('%s and %s', (target, result, expected) => {
    expect(judged(target, result)).toBe(expected);
  });

  test('which the indicator tells', () => {
    const declared = '指标 道路（公里）\n方向：降\n\n';
    expect(judged('10公里', '9公里', declared)).toBe('met');
    expect(judged('10公里', '11公里', declared)).toBe('missed');
  });

  test('or its name', () => {
    expect(evaluated('目标 交通事故：20起\n实绩 交通事故：18起\n')).toEqual(['交通事故: met']);
    expect(evaluated('目标 能耗降低：3%\n实绩 能耗降低：3.5%\n')).toEqual([
      '能耗降低: met, 116.7%',
    ]);
  });

  test('and what falls short by little does not read 100%', () => {
    expect(judged('达到10000公里', '9999公里')).toBe('missed, 99.99%');
  });
});

describe('where the figures do not settle it, it is said why', () => {
  test.each([
    ['“稳中有升”', '10公里', 'open, target-without-figure'],
    ['xx公里', '10公里', 'open, target-without-figure'],
    ['达到10公里', 'xx公里', 'open, result-without-figure'],
    ['达到10公里', '增长5%', 'open, amount-against-growth'],
    ['达到10公里', '12万元', 'open, units-differ'],
    ['达到10公里', '约12公里', 'open, about'],
    ['10公里左右', '9公里', 'open, about, 90%'],
    ['突破10公里', '10公里', 'open, rounding, 100%'],
    ['达到3.04公里', '3公里', 'open, rounding, 98.7%'],
  ])('%s and %s', (target, result, expected) => {
    expect(judged(target, result)).toBe(expected);
  });

  test('nothing tells whether more of it is wanted', () => {
    expect(evaluated('目标 办公支出：20万元\n实绩 办公支出：18万元\n')).toEqual([
      '办公支出: open, direction-unknown',
    ]);
    expect(evaluated('目标 办公支出：20万元\n实绩 办公支出：20万元\n')).toEqual(['办公支出: met']);
  });
});

describe('which targets are evaluated', () => {
  const plan = `计划：甲镇2021年工作计划
期间：2021年

指标 镇域生产总值（亿元）
别名：地区生产总值

目标 镇域生产总值：达3亿元
目标 农村公路：10公里
`;

  test('those of the plan that the summary is based on, by any of their names', () => {
    expect(evaluated('实绩 地区生产总值：3.2亿元\n实绩 农村公路：8公里\n', [plan])).toEqual([
      '地区生产总值: met, 106.7%',
      '农村公路: missed, 80%',
    ]);
  });

  test('those that the summary says nothing of', () => {
    expect(evaluated('实绩 农村公路：8公里\n', [plan])).toEqual([
      '农村公路: missed, 80%',
      '镇域生产总值: open, no-result',
    ]);
  });

  test('growth that one names and the other tells of what grows', () => {
    const growth =
      '计划：乙\n期间：2021年\n\n表 目标\n| 指标 | 2021年 |\n| --- | --- |\n| 产值增长（%） | 8.5 |\n';
    expect(evaluated('实绩 产值：3亿元，增长8.6%\n', [growth])).toEqual(['产值增长: met']);
    const both = `${growth}\n目标 产值：增长9%\n`;
    expect(evaluated('实绩 产值：3亿元，增长8.6%\n', [both])).toEqual(['产值: missed']);
  });

  test('those of a later year as not due yet', () => {
    const later = '规划：乙\n期间：2021—2025年\n\n目标 农村公路：达到50公里\n';
    expect(evaluated('实绩 农村公路：8公里\n', [later])).toEqual(['农村公路: open, not-due']);
  });

  test('not next year’s, which have no result yet', () => {
    const own = '实绩 农村公路：2021年8公里\n目标 农村公路：2022年10公里\n';
    expect(evaluated(own)).toEqual([]);
    expect(evaluated(`${own}目标 农村公路：2021年5公里\n`)).toEqual(['农村公路: met, 160%']);
  });

  test('none where the document tells no year', () => {
    const summary = modelOf('总结：甲\n\n实绩 农村公路：8公里\n目标 农村公路：10公里\n');
    expect(evaluationsOf(summary, [])).toEqual([]);
    expect(evaluationsOf(summary, [modelOf(plan)]).map(({ verdict }) => verdict)).toEqual([
      'missed',
    ]);
  });
});
