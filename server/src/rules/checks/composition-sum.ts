/** 三次产业结构12.3∶44.0∶44.7: the parts of a composition do not make 100. */
import Fraction from 'fraction.js';
import {
  formatDecimal,
  type PrintedDecimal,
  parseDecimal,
  powerOfTen,
} from '../../model/numbers.ts';
import type { Place } from '../../model/types.ts';
import type { Fix, LineRule } from '../rule.ts';
import { anyPair, digits } from '../signals.ts';
import { printedNumber, readableKinds, replace, wording } from '../text.ts';

const composition = new RegExp(
  `(?<![0-9０-９.．∶：:])${printedNumber}(?:[ ]?[∶：:][ ]?${printedNumber}){2,5}(?![0-9０-９]|[.．∶：:][0-9０-９])`,
  'g',
);
const colonBehindDigit = anyPair(`${digits} `, '：∶:');
const colon = /[ ]?[∶：:][ ]?/;
/** What it is a composition of; anything else with colons is a time, a score or a scale. */
const cue = /[结結][构構]|比重|比例|三次[产產][业業]|三[产產]|比/;
const cueReach = 24;

/** Far from 100 it is a ratio of another kind. */
const lowest = new Fraction(90);
const highest = new Fraction(110);
const hundred = new Fraction(100);

/** How far rounding of each part can take the sum away from 100. */
function slack(parts: readonly PrintedDecimal[]): Fraction {
  return parts.reduce(
    (sum, { decimals }) => sum.add(powerOfTen(-decimals).div(2)),
    new Fraction(0),
  );
}

/** For each part the share that the others leave. */
function repairsOf({ line, start, end }: Place, parts: readonly PrintedDecimal[]): Fix[] {
  const { text } = line;
  const sum = parts.reduce((total, { value }) => total.add(value), new Fraction(0));
  const decimals = Math.max(...parts.map((part) => part.decimals));
  let at = start;
  return parts.flatMap(({ value }, index) => {
    const printed = text.slice(at, end).split(colon)[0];
    const place = { line, start: at, end: at + printed.length };
    at = place.end + 1;
    const left = hundred.sub(sum).add(value);
    if (left.lte(0)) return [];
    const number = formatDecimal(left, decimals);
    const which = index + 1;
    return replace(place, number, {
      zh: `第${which}个数“${printed}”改为“${number}”`,
      en: `Change part ${which} from “${printed}” to “${number}”`,
    });
  });
}

const rule: LineRule = {
  name: 'composition-sum',
  tier: 'error',
  scope: 'line',
  kinds: readableKinds,
  waitsFor: colonBehindDigit,
  title: { zh: '结构比例合计不是100', en: 'Composition does not make 100' },
  description: {
    zh: '三次产业结构一类的比例，各部分相加应当是100。四舍五入造成的出入不算；合计差得更多的，至少有一个数写错了。',
    en: 'The parts of a composition, such as that of the three sectors, add up to 100. A difference that rounding explains is left alone; if it is larger, at least one figure is wrong.',
  },
  examples: {
    wrong: ['三次产业结构调整为⟦12.3∶44.0∶44.7⟧。', '三次产业比重由15:45:40优化为⟦14：46：42⟧。'],
    right: [
      '三次产业结构调整为16.4：57.3：26.3，三次产业比例为33.3∶33.3∶33.3。',
      '比例为1∶2∶3，会议开始时间12:30:45，结构比为5∶3∶2。',
      '目标 三次产业结构：10:45:45',
    ],
  },
  check(line, _model, report) {
    const { text } = line;
    for (const found of wording(line, composition)) {
      const { 0: whole, index: start } = found;
      if (!cue.test(text.slice(Math.max(0, start - cueReach), start))) continue;
      const parts = whole.split(colon).map(parseDecimal);
      if (!parts.every((part) => part !== undefined)) continue;
      const sum = parts.reduce((total, { value }) => total.add(value), new Fraction(0));
      if (sum.lt(lowest) || sum.gt(highest)) continue;
      if (sum.sub(hundred).abs().lte(slack(parts))) continue;
      const decimals = Math.max(...parts.map((part) => part.decimals));
      const total = formatDecimal(sum, decimals);
      report({
        line,
        start,
        end: start + whole.length,
        message: {
          zh: `“${whole}”各部分相加是${total}，不是100，至少有一个数不对。`,
          en: `The parts of “${whole}” add up to ${total}, not to 100. At least one of them is wrong.`,
        },
        fixes: repairsOf({ line, start, end: start + whole.length }, parts),
      });
    }
  },
};

export default rule;
