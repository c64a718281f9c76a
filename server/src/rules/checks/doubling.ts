/** 由2亿元提高到3亿元，翻一番: the two figures do not make the doubling. */
import Fraction from 'fraction.js';
import {
  formatDecimal,
  type PrintedDecimal,
  parseDecimal,
  powerOfTen,
} from '../../model/numbers.ts';
import { parseUnit } from '../../model/units.ts';
import type { Line } from '../../syntax/tree.ts';
import type { Fix, LineRule } from '../rule.ts';
import { anyOf } from '../signals.ts';
import { changeTo, printedNumber, readableKinds, wording } from '../text.ts';

const doubled = new RegExp(
  `(?:由|从|從)[^，,。；;0-9０-９]{0,12}(?:20[0-9]{2}年的?)?(${printedNumber})([^，,。；;0-9０-９到至提增扩擴发發上]{0,5})(?:提高|增加|增[长長]|[扩擴]大|[发發]展|上升)?[到至](${printedNumber})([^，,。；;0-9０-９]{1,5})[，,]?(?:[实實][现現])?翻了?([一两兩])番(?!以上|多|有余)`,
  'g',
);

/** The lowest and the highest value that a printed figure stands for, times its magnitude. */
function interval({ value, decimals }: PrintedDecimal, factor: Fraction): [Fraction, Fraction] {
  const half = powerOfTen(-decimals).div(2);
  return [value.sub(half).mul(factor), value.add(half).mul(factor)];
}

/** In per cent, to the whole one. */
function growth(from: Fraction, to: Fraction): string | undefined {
  if (from.lte(0) || to.lte(from)) return undefined;
  return formatDecimal(to.sub(from).div(from).mul(100), 0);
}

/** What the two figures come to, in place of the doubling; the figures may be wrong just as well. */
function asGrowth(line: Line, found: RegExpExecArray, percent: string | undefined): Fix[] {
  const at = found[0].search(/翻.番/);
  if (percent === undefined || at < 0) return [];
  const start = found.index + at;
  return [{ ...changeTo({ line, start, end: start + 3 }, `增长${percent}%`), unsure: true }];
}

const saysDoubling = anyOf('番');

const rule: LineRule = {
  name: 'doubling',
  tier: 'error',
  scope: 'line',
  kinds: readableKinds,
  waitsFor: saysDoubling,
  title: { zh: '“翻番”和前后两个数不符', en: 'A doubling that the figures do not make' },
  description: {
    zh: '翻一番是原来的2倍，翻两番是4倍。“由2亿元提高到3亿元，翻一番”说不通。四舍五入造成的出入不算。',
    en: '“翻一番” is twice as much, “翻两番” four times. The figures from which and to which it rose say something else. A difference that rounding explains is left alone.',
  },
  basis: 'GB/T 15835-2011',
  examples: {
    wrong: ['产值⟦由2.0亿元提高到3.0亿元，翻一番⟧。'],
    right: ['产值由2.0亿元提高到4.1亿元，翻一番。', '产值由2.0亿元提高到8.0亿元，翻两番。'],
  },
  check(line, _model, report) {
    for (const found of wording(line, doubled)) {
      const [whole, low, lowUnit, high, highUnit, word] = found;
      const from = parseDecimal(low);
      const to = parseDecimal(high);
      const toUnit = parseUnit(highUnit);
      const fromUnit = parseUnit(lowUnit === '' ? highUnit : lowUnit);
      if (!from || !to || !toUnit || !fromUnit || toUnit.dimension !== fromUnit.dimension) continue;
      const [fromLow, fromHigh] = interval(from, fromUnit.factor);
      const [toLow, toHigh] = interval(to, toUnit.factor);
      const times = new Fraction(word === '一' ? 2 : 4);
      // What is said to double may come out a little more or less.
      const slack = new Fraction(1, 20);
      const least = fromLow.mul(times).mul(new Fraction(1).sub(slack));
      const most = fromHigh.mul(times).mul(new Fraction(1).add(slack));
      if (toHigh.gte(least) && toLow.lte(most)) continue;
      report({
        line,
        start: found.index,
        end: found.index + whole.length,
        message: {
          zh: `翻${word}番是原来的${times.toString()}倍，${low}${lowUnit}和${high}${highUnit}对不上。`,
          en: `“翻${word}番” is ${times.toString()} times as much, which ${low}${lowUnit} and ${high}${highUnit} do not make.`,
        },
        fixes: asGrowth(
          line,
          found,
          growth(from.value.mul(fromUnit.factor), to.value.mul(toUnit.factor)),
        ),
      });
    }
  },
};

export default rule;
