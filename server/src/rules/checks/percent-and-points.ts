/** 提高13.5%个百分点: per cent and percentage points at once. */
import type { LineRule } from '../rule.ts';
import { anyPair } from '../signals.ts';
import { changeTo, printedNumber, readableKinds, wording } from '../text.ts';

const both = new RegExp(`(?<![0-9０-９.．])(${printedNumber})([%％]) ?[个個]?百分[点點]`, 'g');

const sideBySide = anyPair('%％', ' 个個百');

const rule: LineRule = {
  name: 'percent-and-points',
  tier: 'error',
  sparesAnnexes: true,
  scope: 'line',
  kinds: readableKinds,
  waitsFor: sideBySide,
  title: { zh: '“%”和“个百分点”重复', en: 'Per cent and percentage points at once' },
  description: {
    zh: '“提高13.5%个百分点”把两种单位写在了一起。率和比重的升降用“个百分点”，数量的增减用“%”，只留一个。',
    en: 'A figure has both a per cent sign and “percentage points”. A rate or a share changes by points, a quantity by per cent: keep one.',
  },
  examples: {
    wrong: ['城镇化率提高⟦13.5%个百分点⟧，占比下降⟦2％百分点⟧。'],
    right: ['城镇化率提高13.5个百分点，产量增长5%。'],
  },
  check(line, _model, report) {
    for (const found of wording(line, both)) {
      const [whole, number, percent] = found;
      const place = { line, start: found.index, end: found.index + whole.length };
      report({
        ...place,
        message: {
          zh: `“${whole}”有两个单位。率和比重用“${number}个百分点”，数量用“${number}%”。`,
          en: `“${whole}” has two units. A rate or a share changes by points, a quantity by per cent.`,
        },
        fixes: [
          changeTo(place, whole.includes('個') ? `${number}個百分點` : `${number}个百分点`),
          changeTo(place, number + percent),
        ],
      });
    }
  },
};

export default rule;
