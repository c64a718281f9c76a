/** 5—5.5%: the first figure of a range keeps its per cent sign. */
import type { LineRule } from '../rule.ts';
import { hasPercent, hasRange } from '../signals.ts';
import { changeTo, printedNumber, readableKinds, upTo, wording } from '../text.ts';

const range = new RegExp(
  `(?<![0-9０-９.．\\p{Script=Latin}\\-—–~～−+/／:：])(${printedNumber})((?:[—–\\-~～－至到]{1,2}))(${printedNumber})([%％‰])`,
  'gu',
);

const mayLack = upTo('[%％‰]');

const rule: LineRule = {
  name: 'range-percent-dropped',
  tier: 'warning',
  sparesAnnexes: true,
  scope: 'line',
  kinds: readableKinds,
  waitsFor: hasRange,
  title: { zh: '区间前一个数漏了“%”', en: 'Per cent sign missing in a range' },
  description: {
    zh: '百分数的区间，前后两个数都要带“%”：写“5%～8%”，不写“5～8%”。',
    en: 'Both figures of a range in per cent carry the sign: “5%–8%”, not “5–8%”.',
  },
  basis: 'GB/T 15835-2011, 5.1.3',
  examples: {
    wrong: ['地区生产总值增长⟦5—5.5%⟧，其中服务业增长⟦6至8％⟧。'],
    right: ['增长5%—5.5%，2020—2025年增长8%，从2019至85%。', '由2020到85%，5—8个百分点。'],
  },
  check(line, _model, report) {
    if (!hasPercent(line) || !mayLack.test(line.text)) return;
    for (const found of wording(line, range)) {
      const [whole, low, dash, high, sign] = found;
      // A year is no end of a range.
      if (/^(?:19|20)[0-9]{2}$/.test(low)) continue;
      const start = found.index;
      const place = { line, start, end: start + whole.length };
      const right = low + sign + dash + high + sign;
      report({
        ...place,
        message: {
          zh: `“${whole}”前一个数漏了“${sign}”，应写“${right}”。`,
          en: `The first figure of “${whole}” lacks its sign: write “${right}”.`,
        },
        fixes: [changeTo(place, right)],
      });
    }
  },
};

export default rule;
