/** 提出建议132条，被采纳118条，采纳率84.9%: a rate beside the two figures that it is made of. */
import type Fraction from 'fraction.js';
import { simplify } from '../../model/names.ts';
import { parseDecimal } from '../../model/numbers.ts';
import type { Claim } from '../../model/types.ts';
import { parseUnit } from '../../model/units.ts';
import type { LineRule } from '../rule.ts';
import { hasClaims } from '../signals.ts';
import { readableKinds } from '../text.ts';

/** The verb of a rate; 增长率 and 完成率 are told of other figures. */
const verbOfRate = /(?!增长|完成|利用)([\u4e00-\u9fff]{2})率$/;
/** Nothing else stands between the second figure and its rate: 毕业生就业率 is a rate of graduates. */
const nothingElse = /^[，,、]?[\u4e00-\u9fff]{2}率(?:为|達到?|达到?|是)?$/;
/** What is farther off is mostly a rate of something else. */
const farthest = 20;

const rule: LineRule = {
  name: 'rate-and-counts',
  tier: 'warning',
  scope: 'line',
  kinds: readableKinds,
  waitsFor: hasClaims,
  title: { zh: '率与前面两个数对不上', en: 'A rate that disagrees with its two figures' },
  description: {
    zh: '“提出建议132条，被采纳118条，采纳率89.4%”这样的句子里，率就是后一个数除以前一个数。率的名称与后一个数前面的动词相同、两个数单位相同才核对；相差太远的多半是另有分母，不报。',
    en: 'Where a rate follows two figures at once and is named after what was done with the second, it is the second divided by the first. Only figures of one unit are compared, and what is far off is left alone: it is mostly a rate of something else.',
  },
  examples: {
    wrong: [
      '提出审计建议132条，被采纳118条，采纳率⟦84.9%⟧。',
      '下达计划31公里，到8月底完工24.6公里，完工率为⟦69.4%⟧。',
    ],
    right: [
      '提出审计建议132条，被采纳118条，采纳率89.4%。',
      '提出审计建议132条，被采纳118条，采纳率89.3%，整改率100%。',
      '培训1200人，就业300人，就业率92%。',
      '培训15万人次、转移就业12万人次，毕业生就业率90%。',
      '签约项目45个，开工30个，按期开工率约70%。',
    ],
  },
  check(line, model, report) {
    const claims = model.claimsOf(line);
    for (let index = 2; index < claims.length; index++) {
      const [whole, part, rate] = claims.slice(index - 2, index + 1);
      const verb = verbOfRate.exec(simplify(rate.indicator))?.[1];
      if (!verb || rate.unit !== '%' || rate.change || !isPlain(rate)) continue;
      if (!isPlain(whole) || !isPlain(part) || part.change || part.share) continue;
      const all = line.text.slice(whole.end, rate.start);
      if (/[。；;！？]/.test(all) || all.length > 40) continue;
      if (!nothingElse.test(line.text.slice(part.end, rate.start))) continue;
      if (!simplify(line.text.slice(whole.end, part.start)).includes(verb)) continue;
      const [inner, outer] = [sizeOf(part), sizeOf(whole)];
      const printed = rate.value && parseDecimal(rate.value);
      if (!inner || !outer || !printed || outer.lte(0) || inner.gt(outer)) continue;
      const computed = inner.div(outer).mul(100);
      const decimals = rate.value?.split('.')[1]?.length ?? 0;
      const off = computed.sub(printed.value).abs();
      // Cut off instead of rounded is no mistake.
      if (off.lt(10 ** -decimals) || off.gt(farthest)) continue;
      const right = computed.round(decimals).toString();
      const { start, end } = rate;
      report({
        line,
        start,
        end,
        message: {
          zh: `${part.value}${part.unit}是${whole.value}${whole.unit}的${right}%，这里的${verb}率写的是${rate.value}%，核对这三个数。`,
          en: `${part.value}${part.unit} is ${right}% of ${whole.value}${whole.unit}, but the rate is told as ${rate.value}%. Check the three figures.`,
        },
      });
    }
  },
};

function isPlain({ value, comparator, hedge, mask, high, from }: Claim): boolean {
  return (
    value !== undefined &&
    comparator === '=' &&
    !hedge &&
    mask === undefined &&
    high === undefined &&
    from === undefined
  );
}

/** The figure in the unit without its magnitude; both of a pair must be counted in one unit. */
function sizeOf({ value, unit }: Claim): Fraction | undefined {
  const known = parseUnit(unit);
  return value === undefined || !known || known.dimension === 'ratio'
    ? undefined
    : parseDecimal(value)?.value.mul(known.factor);
}

export default rule;
