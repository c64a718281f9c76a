/** What other plans say is held against this one: last year’s results, and the plans of the level below. */
import { expect, test } from 'vitest';
import { PlanModel } from '../../../server/src/model/model.ts';
import { Checker } from '../../../server/src/rules/checker.ts';
import { PlanTree } from '../../../server/src/syntax/document.ts';

const modelOf = (name: string, text: string): PlanModel =>
  PlanModel.of(PlanTree.parse(text, { uri: `file:///plans/${name}.plan` }));

function findings(
  text: string,
  { basis = [], rollup = [] }: { basis?: readonly string[]; rollup?: readonly string[] },
): string[] {
  const model = modelOf('own', text);
  const related = (texts: readonly string[], name: string) =>
    texts.map((other, index) => modelOf(`${name}${index}`, other));
  model.relate({
    basis: related(basis, 'basis'),
    rollup: related(rollup, 'rollup'),
    itself: new Set(),
    missing: new Set(),
  });
  return new Checker(model)
    .findings()
    .filter(({ rule }) => rule.startsWith('arithmetic-') || rule === 'rollup-short')
    .map(({ rule, tier, message }) => `${tier} ${rule}: ${message.zh}`);
}

const summary =
  '总结：甲镇2025年总结\n期间：2025年\n\n实绩 粮食产量：5000吨\n目标 粮食产量：4800吨';
const plan = (claim: string): string =>
  `计划：甲镇2026年计划\n期间：2026年\n依据：./2025.plan\n\n目标 粮食产量：${claim}`;

test('last year’s result is this year’s base', () => {
  expect(findings(plan('5500吨，比上年增500吨'), { basis: [summary] })).toEqual([]);
  expect(findings(plan('5500吨，比上年增700吨'), { basis: [summary] })).toEqual([
    'error arithmetic-base: 增700吨与2025年5000吨、2026年5500吨不符：应增500吨。',
  ]);
  // Without the summary nothing is known of last year.
  expect(findings(plan('5500吨，比上年增700吨'), {})).toEqual([]);
});

test('what two other plans disagree about is told in them', () => {
  const other = summary.replace('5000', '6000');
  expect(findings(plan('5500吨'), { basis: [summary, other] })).toEqual([]);
});

const village = (tons: string): string => `计划：某村计划\n期间：2026年\n\n目标 粮食产量：${tons}`;

test('the plans of the level below must come to the aim', () => {
  const own = plan('5500吨');
  expect(findings(own, { rollup: [village('3000吨'), village('2500吨')] })).toEqual([]);
  expect(findings(own, { rollup: [village('3000吨'), village('3500吨')] })).toEqual([]);
  expect(findings(own, { rollup: [village('3000吨'), village('0.20万吨')] })).toEqual([
    'warning rollup-short: 2份下级规划2026年的“粮食产量”加起来是5000吨，比这里的5500吨少。',
  ]);
  // 3000吨以上 may be enough, and a plan that says nothing may be too.
  expect(findings(own, { rollup: [village('3000吨以上'), village('2000吨')] })).toEqual([]);
  expect(findings(own, { rollup: [village('3000吨'), '计划：某村计划'] })).toEqual([]);
});
