/** 8590名农户: a measure word that its noun does not take. */
import { measureWords } from '../data/measure-words.ts';
import type { LineRule } from '../rule.ts';
import { anyPair, either } from '../signals.ts';
import { changeTo, printedNumber, readableKinds, wording } from '../text.ts';

/** The number is looked up backwards from the measure word. */
const pairs = measureWords.map(({ wrong, nouns, right }) => ({
  right,
  /** One of the measure words with the head of one of the nouns behind it. */
  mayStandIn: anyPair(wrong, nouns),
  pattern: new RegExp(
    `(${wrong.join('|')})(?<=(?<![0-9０-９.．])${printedNumber}[万萬]?[余餘多]?(?:${wrong.join('|')}))(?:${nouns.join('|')})`,
    'g',
  ),
}));

const rule: LineRule = {
  name: 'measure-word',
  tier: 'hint',
  sparesAnnexes: true,
  scope: 'line',
  kinds: readableKinds,
  waitsFor: either(...pairs.map(({ mayStandIn }) => mayStandIn)),
  title: { zh: '量词不搭配', en: 'Measure word that does not fit' },
  description: {
    zh: '量词和后面的名词不搭配，如“8590名农户”：农户论“户”，企业论“家”，肉牛论“头”。只查不会有争议的搭配。',
    en: 'The measure word does not go with its noun, as in “8590名农户”: households are counted in 户, firms in 家, cattle in 头. Only pairs that nobody would defend are told.',
  },
  examples: {
    wrong: ['全镇8590⟦名⟧农户参加了医保，引进12⟦名⟧企业，出栏3万⟦个⟧生猪。'],
    right: ['全镇8590户农户、12家企业、3个企业集团，5名企业家，培训120名农户代表。'],
  },
  check(line, _model, report) {
    for (const { pattern, right, mayStandIn } of pairs) {
      if (!mayStandIn(line)) continue;
      for (const found of wording(line, pattern)) {
        const [whole, wrong] = found;
        const place = { line, start: found.index, end: found.index + wrong.length };
        // 企业家 and 农户代表 are people.
        if (/^(?:家(?!具)|代表|主)/.test(line.text.slice(found.index + whole.length))) continue;
        const noun = whole.slice(wrong.length);
        report({
          ...place,
          message: {
            zh: `“${noun}”一般不论“${wrong}”，论“${right}”。`,
            en: `“${noun}” is not counted in “${wrong}” but in “${right}”.`,
          },
          fixes: [changeTo(place, right)],
        });
      }
    }
  },
};

export default rule;
