/** 3—5家以上: a range has its bounds already. */

import { unitWords } from '../hedges.ts';
import type { LineRule } from '../rule.ts';
import { anyWord, hasRange } from '../signals.ts';
import { printedNumber, readableKinds, replace, upTo, wording } from '../text.ts';

const hedged = new RegExp(
  `(?<![0-9０-９.．\\p{Script=Latin}\\-—–~～−+/／:：])(?:${printedNumber})[%％万萬亿億]{0,2}[—–\\-~～－至到]{1,2}(?:${printedNumber})${unitWords}(左右|以上(?=[，,。；;、）)]|$))`,
  'gu',
);
const saysSo = anyWord(['左右', '以上']);
const mayBeHedged = upTo(`${unitWords}(?:左右|以上)`);

const rule: LineRule = {
  name: 'range-hedged',
  tier: 'hint',
  sparesAnnexes: true,
  scope: 'line',
  kinds: readableKinds,
  waitsFor: hasRange,
  title: { zh: '区间后面又加“左右”“以上”', en: 'A range with a hedge' },
  description: {
    zh: '区间已经说明从多少到多少，后面再加“左右”“以上”，就不知道以哪个为准。去掉一个。',
    en: 'A range says from how much to how much; with “about” or “at least” behind it nobody can tell what is meant. Drop one of them.',
  },
  examples: {
    wrong: ['引进企业3—5家⟦以上⟧，增长3%至4%⟦左右⟧。'],
    right: ['引进企业3—5家，3—5家省级以上企业，2020—2025年，5至8万元以上的项目。'],
  },
  check(line, _model, report) {
    if (!saysSo(line) || !mayBeHedged.test(line.text)) return;
    for (const found of wording(line, hedged)) {
      const [whole, word] = found;
      if (/^(?:19|20)[0-9]{2}[—–\-~～－至到]/.test(whole)) continue;
      const end = found.index + whole.length;
      const place = { line, start: end - word.length, end };
      report({
        ...place,
        message: {
          zh: `“${whole}”：区间后面不再加“${word}”。`,
          en: `“${whole}”: a range has its bounds already, and “${word}” blurs them.`,
        },
        fixes: [replace(place, '', { zh: `删去“${word}”`, en: `Remove “${word}”` })],
      });
    }
  },
};

export default rule;
