/** The first look at an indicator against the arithmetic: where it is sure, nothing may be told. */
import { expect, test } from 'vitest';
import { surelyAgrees } from '../../../server/src/model/agreement.ts';
import { sharesOf } from '../../../server/src/model/composition.ts';
import { type Conflict, conflictsAmong } from '../../../server/src/model/conflicts.ts';
import { PlanModel } from '../../../server/src/model/model.ts';
import type { Indicator } from '../../../server/src/model/types.ts';
import { PlanTree } from '../../../server/src/syntax/document.ts';
import { Random } from '../../kit/random.ts';

function conflictsByArithmetic(indicator: Indicator, model: PlanModel): readonly Conflict[] {
  const shares = sharesOf(indicator, model);
  return conflictsAmong([model.assess(indicator)], model.tree.lines, [], shares);
}

/** Figures of one indicator that hold together, or nearly. */
function randomStatements(random: Random): string {
  const unit = random.pick(['万吨', '万元', '%', '户', '']);
  const decimals = random.below(3);
  const was = (10 + random.below(900)) / 10;
  const growth = random.below(200) / 10 - 5;
  const years = random.pick([1, 1, 5]);
  const is = was * (1 + growth / 100) ** years;
  const near = (value: number): number =>
    random.below(3) === 0 ? value + random.pick([0.1, -0.1, 0.05, 1, -7]) : value;
  const print = (value: number): string => Math.abs(near(value)).toFixed(decimals);
  const up = is < was ? '减' : '增';
  const by = unit === '%' ? `${print(is - was)}个百分点` : `${print(is - was)}${unit}`;
  const rate = `${print(growth)}%`;
  const change = (): string =>
    random.pick([
      '',
      `，比2020年${up}${by}`,
      `，比上年${up}${by}`,
      years > 1 ? `，年均增长${rate}` : `，增长${rate}`,
      `，比2020年增长${rate}以上`,
      `，增长${rate}`,
    ]);
  const level = (): string =>
    random.pick([
      `达${print(is)}${unit}`,
      `到2025年达${print(is)}${unit}`,
      `由${print(was)}${unit}提高到${print(is)}${unit}`,
      `由2020年的${print(was)}${unit}提高到2025年的${print(is)}${unit}`,
      `不低于${print(is)}${unit}`,
      `2023年${print(was)}${unit}`,
      `累计${print(is)}${unit}`,
      `${print(was)}—${print(is)}${unit}`,
    ]);
  const line = (): string =>
    random.pick([
      `目标 稻谷产量：${level()}${change()}`,
      `目标 稻谷产量：${level()}${change()}`,
      `实绩 稻谷产量：2020年${print(was)}${unit}${change()}`,
      `实绩 稻谷产量：${level()}${change()}`,
      `到2025年，稻谷产量达到${print(is)}${unit}${change()}。`,
      `2020年，稻谷产量${print(was)}${unit}。`,
    ]);
  const lines = Array.from({ length: 1 + random.below(3) }, line);
  return ['规划：青禾镇规划', '期间：2021—2025年', '', ...lines].join('\n');
}

test('is sure of nothing in which the arithmetic finds a conflict, and of much in which it finds none', () => {
  const random = new Random(20_261_122);
  const counts = { sure: 0, agreeing: 0, conflicting: 0 };
  for (let round = 0; round < 3000; round++) {
    const text = randomStatements(random);
    const model = PlanModel.of(PlanTree.parse(text));
    for (const indicator of model.indicators()) {
      const conflicts = conflictsByArithmetic(indicator, model);
      if (conflicts.length > 0) counts.conflicting++;
      else counts.agreeing++;
      if (!surelyAgrees(indicator)) continue;
      counts.sure++;
      expect(conflicts, text).toEqual([]);
    }
  }
  expect(counts.conflicting).toBeGreaterThan(250);
  expect(counts.sure).toBeGreaterThan(counts.agreeing / 2);
});
