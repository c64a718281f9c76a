import { stanceOf } from '../../model/assessment.ts';
import { levelStatement } from '../../model/conflicts.ts';
import { levelInterval, printLevel } from '../../model/figures.ts';
import { type Interval, scale } from '../../model/interval.ts';
import type { PlanModel } from '../../model/model.ts';
import { foldName } from '../../model/names.ts';
import { placeOf } from '../../model/statements.ts';
import type { Claim } from '../../model/types.ts';
import { parseUnit } from '../../model/units.ts';
import type { Line } from '../../syntax/tree.ts';
import type { LineRule } from '../rule.ts';
import { anyWord, either, isValue } from '../signals.ts';

const investment = foldName('固定资产投资');
const allInvestment = foldName('全社会固定资产投资');
const product = foldName('地区生产总值');
/** The name stands on the line, except for the values of a declared indicator. */
const tellsOfInvestment = anyWord(['投资', '投資', '固投']);
/** Investment of more than this share of the product is not seen for long, anywhere. */
const most = parseUnit('')!.factor.mul(12).div(10);

const rule: LineRule = {
  name: 'investment-above-product',
  scope: 'line',
  kinds: ['target', 'result', 'value', 'row', 'prose'],
  waitsFor: either(tellsOfInvestment, isValue),
  tier: 'hint',
  title: {
    zh: '固定资产投资比生产总值还大',
    en: 'Investment is larger than gross product',
  },
  description: {
    zh: '同一年份的固定资产投资超过了生产总值的1.2倍。这样的数不多见，请核对单位和量级；确实如此的（如有重大项目集中开工），不用理会。',
    en: 'Fixed-asset investment is more than 1.2 times the gross product of the same year. That is rare: check units and magnitudes. Where it is so, as in the year of a great project, leave it.',
  },
  examples: {
    wrong: [
      '计划：试\n期间：2025年\n\n目标 地区生产总值：20亿元\n目标 固定资产投资：⟦30亿元⟧',
      '报告：试\n期间：2025年\n\n全年地区生产总值2.1亿元，完成固定资产投资⟦3.8亿元⟧。',
    ],
    right: [
      '计划：试\n期间：2025年\n\n目标 地区生产总值：20亿元\n目标 固定资产投资：20亿元',
      '计划：试\n期间：2025年\n\n目标 地区生产总值：20亿元\n目标 固定资产投资：增长30%',
      '计划：试\n期间：2024—2025年\n\n目标 地区生产总值：2024年20亿元\n目标 固定资产投资：2025年30亿元',
    ],
  },
  indicatorsOf: (line, model) => (investmentsOn(line, model).length > 0 ? [product] : []),
  check(line, model, report) {
    for (const claim of investmentsOn(line, model)) {
      const unit = parseUnit(claim.unit);
      const own = unit?.dimension === 'money' ? levelInterval(claim, unit) : undefined;
      const whole = model.indicator('地区生产总值');
      const variable =
        whole && claim.period && model.assess(whole).variableAt(stanceOf(claim), claim.period);
      const [level] = variable?.levels ?? [];
      if (!own || !level || level.unit.dimension !== 'money') continue;
      if (!isAbove(own, scale(level.interval, most))) continue;
      const other = printLevel(level.claim);
      report({
        line,
        start: claim.start,
        end: claim.end,
        message: {
          zh: `固定资产投资${printLevel(claim)}，同年的生产总值只有${other}：请核对单位和量级。`,
          en: `Investment of ${printLevel(claim)} against a gross product of ${other} in the same year: please check units and magnitudes.`,
        },
        related: [
          {
            ...placeOf(levelStatement(level)),
            message: { zh: `生产总值是${other}`, en: `Gross product: ${other}` },
          },
        ],
      });
    }
  },
};

const isInvestment = ({ key }: Claim): boolean => key === investment || key === allInvestment;

function investmentsOn(line: Line, model: PlanModel): readonly Claim[] {
  const claims = model.claimsOf(line);
  // Nearly no line tells of it.
  if (!claims.some(isInvestment)) return none;
  return claims.filter(
    (claim) =>
      isInvestment(claim) &&
      claim.value !== undefined &&
      !claim.share &&
      !claim.completion &&
      !claim.total,
  );
}

const none: readonly Claim[] = [];

function isAbove(own: Interval, limit: Interval): boolean {
  const [low, high] = [own.low.value, limit.high.value];
  return low !== undefined && high !== undefined && low.compare(high) > 0;
}

export default rule;
