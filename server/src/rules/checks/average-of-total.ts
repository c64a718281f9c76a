/** 奖补资金386万元，惠及872户，户均44270元: so much each, beside the total and the number. */
import { parseDecimal } from '../../model/numbers.ts';
import type { Claim } from '../../model/types.ts';
import { parseUnit } from '../../model/units.ts';
import type { LineRule } from '../rule.ts';
import { anyOf } from '../signals.ts';
import { readableKinds } from '../text.ts';

const each =
  /^[，,、]?(户均|戶均|人均|亩均|畝均|村均|平均每[户戶人亩畝村])(?:约|約|达到?|達到?|为|為)*$/;
const counted: Readonly<Record<string, RegExp>> = {
  户: /^[户戶]$/,
  戶: /^[户戶]$/,
  人: /^(?:人|名|人次)$/,
  亩: /^[亩畝]$/,
  畝: /^[亩畝]$/,
  村: /^(?:个|個|村|个村|個村)$/,
};

const saysEach = anyOf('均');

const rule: LineRule = {
  name: 'average-of-total',
  tier: 'warning',
  scope: 'line',
  kinds: readableKinds,
  waitsFor: saysEach,
  title: { zh: '户均、人均与总数对不上', en: 'So much each, against the total' },
  description: {
    zh: '“奖补资金386万元，惠及脱贫户872户，户均4427元”这样的句子里，户均就是总额除以户数。只核对紧接着的三个数；相差不到百分之二的算四舍五入，相差很大又不是差一位的多半另有所指，不报。',
    en: 'Where a sum, a number of households and what each of them has of it stand side by side, the third is the first divided by the second. Up to two per cent off is rounding; what is far off, but by no power of ten, is mostly said of something else.',
  },
  examples: {
    wrong: [
      '奖补资金386万元，惠及脱贫户872户，户均⟦44270元⟧。',
      '发放补贴120万元，惠及农户400户，户均⟦3500元⟧。',
    ],
    right: [
      '奖补资金386万元，惠及脱贫户872户，户均4427元。',
      '发放贷款120万元，支持农户400户，户均增收2600元。',
      '分红120万元，涉及800户2000人，人均600元。',
    ],
  },
  check(line, model, report) {
    const claims = model.claimsOf(line);
    for (let index = 2; index < claims.length; index++) {
      const [total, number, share] = claims.slice(index - 2, index + 1);
      const told = each.exec(line.text.slice(number.end, share.start))?.[1];
      if (!told || !counted[told.at(told.endsWith('均') ? 0 : -1) ?? '']?.test(number.unit))
        continue;
      if (/[。；;！？]/.test(line.text.slice(total.end, number.start)) || share.change) continue;
      const [sum, count, one] = [total, number, share].map(sizeOf);
      if (!sum || !count || !one || count.lte(0) || one.lte(0)) continue;
      if (parseUnit(total.unit)?.dimension !== 'money') continue;
      if (parseUnit(share.unit)?.dimension !== 'money') continue;
      const computed = sum.div(count);
      const ratio = one.div(computed).valueOf();
      const tenfold = Math.round(Math.log10(ratio));
      const isNear = (value: number, within: number): boolean => Math.abs(value - 1) < within;
      if (isNear(ratio, 0.02)) continue;
      if (!isNear(ratio, 0.25) && (tenfold === 0 || !isNear(ratio / 10 ** tenfold, 0.02))) continue;
      const magnitude = parseUnit(share.unit)?.factor ?? 1;
      const decimals = share.value?.split('.')[1]?.length ?? 0;
      const right = computed.div(magnitude).round(decimals).toString();
      const { start, end } = share;
      report({
        line,
        start,
        end,
        message: {
          zh: `${total.value}${total.unit}按${number.value}${number.unit}算，${told}是${right}${share.unit}，这里写的是${share.value}${share.unit}，核对这三个数。`,
          en: `${total.value}${total.unit} for ${number.value}${number.unit} is ${right}${share.unit} each, but ${share.value}${share.unit} is written. Check the three figures.`,
        },
      });
    }
  },
};

function sizeOf({ value, unit, comparator, hedge, mask, high, from }: Claim) {
  const isExact = comparator === '=' && !hedge && mask === undefined && high === undefined;
  if (value === undefined || !isExact || from !== undefined) return undefined;
  return parseDecimal(value)?.value.mul(parseUnit(unit)?.factor ?? 1);
}

export default rule;
