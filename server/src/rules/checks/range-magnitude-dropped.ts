/** 80—120万吨: the first figure of a range keeps its magnitude. */
import { parseDecimal } from '../../model/numbers.ts';
import type { LineRule } from '../rule.ts';
import { hasRange } from '../signals.ts';
import { changeTo, printedNumber, readableKinds, upTo, wording } from '../text.ts';

const range = new RegExp(
  `(?<![0-9０-９.．\\p{Script=Latin}\\-—–~～−+/／:：])(${printedNumber})([—–\\-~～－至到]{1,2})(${printedNumber})([万萬亿億]+)`,
  'gu',
);

const mayLack = upTo('[万萬亿億]');

const rule: LineRule = {
  name: 'range-magnitude-dropped',
  tier: 'hint',
  sparesAnnexes: true,
  scope: 'line',
  kinds: readableKinds,
  waitsFor: hasRange,
  title: { zh: '区间前一个数漏了“万”“亿”', en: 'Magnitude missing in a range' },
  description: {
    zh: '“80—120万吨”照字面是从80吨到120万吨。前一个数也带上“万”“亿”，写“80万—120万吨”。',
    en: 'To the letter “80–120万吨” runs from 80 tonnes to 1.2 million. Give the first figure its magnitude as well.',
  },
  basis: 'GB/T 15835-2011, 5.1.3',
  examples: {
    wrong: ['年产量稳定在⟦80—120万⟧吨。'],
    right: ['年产量80万—120万吨，户均增收8000—1万元，2020至2025年3万元。', '每年5—10件。'],
  },
  check(line, _model, report) {
    if (!mayLack.test(line.text)) return;
    for (const found of wording(line, range)) {
      const [whole, low, dash, high, magnitude] = found;
      const first = parseDecimal(low)?.value;
      const second = parseDecimal(high)?.value;
      // 8000—1万元 is right as it stands, and so are years.
      if (!first || !second || first.gte(second) || /^(?:19|20)[0-9]{2}$/.test(low)) continue;
      const place = { line, start: found.index, end: found.index + whole.length };
      const right = low + magnitude + dash + high + magnitude;
      report({
        ...place,
        message: {
          zh: `“${whole}”前一个数漏了“${magnitude}”，照字面差了很多。应写“${right}”。`,
          en: `The first figure of “${whole}” lacks its magnitude: write “${right}”.`,
        },
        fixes: [changeTo(place, right)],
      });
    }
  },
};

export default rule;
