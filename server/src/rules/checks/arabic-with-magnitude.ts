/** 3千人: with Arabic digits only 万 and 亿 are used. */
import { formatDecimal, parseDecimal } from '../../model/numbers.ts';
import type { LineRule } from '../rule.ts';
import { anyPair, digits } from '../signals.ts';
import { changeTo, printedNumber, readableKinds, wording } from '../text.ts';

/** 千米, 千瓦, 千亿 and 百强 are units and words of their own. */
const mixed = new RegExp(
  `(?<![0-9０-９.．\\p{Script=Latin}“+\\-—～~])(${printedNumber})([千百])(?=[余餘多]?(?:[人名户戶家元个個项項亩畝头頭只隻件吨噸株公里]))`,
  'gu',
);
const magnitudeBehindDigit = anyPair(digits, '千百');

const rule: LineRule = {
  name: 'arabic-with-magnitude',
  tier: 'warning',
  sparesAnnexes: true,
  scope: 'line',
  kinds: readableKinds,
  waitsFor: magnitudeBehindDigit,
  title: { zh: '阿拉伯数字后用“千”“百”', en: 'Arabic digits with 千 or 百' },
  description: {
    zh: '阿拉伯数字后面只用“万”“亿”，不用“千”“百”：写“3000人”，不写“3千人”。',
    en: 'Behind Arabic digits only 万 and 亿 are used: “3000人”, not “3千人”.',
  },
  basis: 'GB/T 15835-2011, 5.1',
  examples: {
    wrong: ['培训⟦3千⟧人，栽植⟦2.5千⟧株，慰问⟦5百⟧户。'],
    right: ['培训3000人，装机5千瓦，全长3千米，跻身2百强，投资3千亿元，三千人。'],
  },
  check(line, _model, report) {
    for (const found of wording(line, mixed)) {
      const [whole, number, magnitude] = found;
      const value = parseDecimal(number)?.value.mul(magnitude === '千' ? 1000 : 100);
      if (!value) continue;
      const place = { line, start: found.index, end: found.index + whole.length };
      const right = formatDecimal(value, 0);
      report({
        ...place,
        message: {
          zh: `“${whole}”应写“${right}”：阿拉伯数字后面只用“万”“亿”。`,
          en: `Write “${whole}” as “${right}”: behind Arabic digits only 万 and 亿 are used.`,
        },
        fixes: value.d === 1n ? [changeTo(place, right)] : [],
      });
    }
  },
};

export default rule;
