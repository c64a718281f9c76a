/** 签约5个项目，其中开工8个: of what was signed, no more can have begun. */
import { parseDecimal } from '../../model/numbers.ts';
import { parseUnit } from '../../model/units.ts';
import type { LineRule } from '../rule.ts';
import { anyWord } from '../signals.ts';
import { printedNumber, readableKinds, wording } from '../text.ts';

const unit = '(万|萬|亿|億)?([个個家户戶人名项項条條座处處亩畝吨噸元])';
/** The part follows its whole at once, counted in the same unit. */
const part = new RegExp(
  `(?<![0-9０-９.．,增长長加减減少降])(${printedNumber})${unit}[，,（(]其中[：:]?[^，,。；;0-9０-９、]{1,12}(?<!比|较|較|增长|增長)(${printedNumber})${unit}(?![0-9])`,
  'g',
);

/** Parts in a row behind 其中, joined by 、 only. */
const inOneList = /^[，,（(]?其中[：:]?[^，,。；;（(）)]*$/;

const saysOfThese = anyWord(['其中']);

const rule: LineRule = {
  name: 'part-above-whole',
  tier: 'warning',
  scope: 'line',
  kinds: readableKinds,
  waitsFor: saysOfThese,
  title: { zh: '“其中”的数大于总数', en: 'A part larger than its whole' },
  description: {
    zh: '“其中”后面是前面那个数的一部分，不会比它大。两个数单位相同而后一个更大的，有一个写错了。',
    en: 'What follows “其中”, of which, is a part of the figure before it and cannot be larger. If it is, in the same unit, one of the two is wrong.',
  },
  examples: {
    wrong: [
      '全年签约项目⟦5个，其中过亿元项目8个⟧。',
      '总投资1.13亿元，其中中央资金7200万元、县级配套⟦2600亿元⟧。',
    ],
    right: [
      '全年签约项目5个，其中过亿元项目2个，收入3亿元，其中税收8000万元。',
      '投资达3亿元，比上年增1亿元，其中产业投资1.6亿元。',
    ],
  },
  check(line, model, report) {
    // Declared lines are read by their claims: arithmetic-part.
    if (model.claimsOf(line).some(({ origin }) => origin !== 'prose')) return;
    const told: number[] = [];
    for (const found of wording(line, part)) {
      const [
        whole,
        first,
        firstMagnitude = '',
        firstUnit,
        second,
        secondMagnitude = '',
        secondUnit,
      ] = found;
      if (firstUnit !== secondUnit) continue;
      const total = parseDecimal(first)?.value.mul(
        parseUnit(firstMagnitude + firstUnit)?.factor ?? 1,
      );
      const share = parseDecimal(second)?.value.mul(
        parseUnit(secondMagnitude + secondUnit)?.factor ?? 1,
      );
      if (!total || !share || share.lte(total)) continue;
      told.push(found.index);
      report({
        line,
        start: found.index,
        end: found.index + whole.length,
        message: {
          zh: `“其中”的${second}${secondMagnitude}${secondUnit}大于总数${first}${firstMagnitude}${firstUnit}，核对两个数。`,
          en: `The part, ${second}${secondMagnitude}${secondUnit}, is larger than the whole, ${first}${firstMagnitude}${firstUnit}. Check both figures.`,
        },
      });
    }
    // 投入1.1亿元（其中中央资金7200万元、县级配套2600亿元）: each one of a list, in units of one kind.
    for (const { partOf, value, unit, start, end, comparator, change, share } of model.claimsOf(
      line,
    )) {
      if (partOf?.value === undefined || value === undefined || change || share) continue;
      if (comparator !== '=' || partOf.comparator !== '=' || partOf.line !== line) continue;
      const between = line.text.slice(partOf.end, start);
      if (!inOneList.test(between) || told.some((at) => at >= partOf.start && at < start)) continue;
      const [large, small] = [parseUnit(partOf.unit), parseUnit(unit)];
      if (!large || !small || large.dimension !== 'money' || small.dimension !== 'money') continue;
      const total = parseDecimal(partOf.value)?.value.mul(large.factor);
      const piece = parseDecimal(value)?.value.mul(small.factor);
      if (!total || !piece || piece.lte(total)) continue;
      report({
        line,
        start,
        end,
        message: {
          zh: `“其中”的${value}${unit}大于总数${partOf.value}${partOf.unit}，核对数字和单位。`,
          en: `The part, ${value}${unit}, is larger than the whole, ${partOf.value}${partOf.unit}. Check both figures and their units.`,
        },
      });
    }
  },
};

export default rule;
