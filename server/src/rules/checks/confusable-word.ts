/** 布署, 部份, 截止目前: words that are often mistyped. */
import { confusableWords } from '../data/confusable-words.ts';
import type { LineRule } from '../rule.ts';
import { anyMistake } from '../signals.ts';
import { changeTo, readableKinds, wording } from '../text.ts';

const rightWords = new Map(confusableWords);
/** 截止 with a date behind it is 截至; 报名截止日期 is right. */
const wrongWords = new RegExp(
  `${confusableWords.map(([wrong]) => wrong).join('|')}|截止(?:到)?(?=20[0-9]{2}年)`,
  'g',
);
const upTo = '截至';
const mayHold = anyMistake([['截止', upTo], ...confusableWords]);

const rule: LineRule = {
  name: 'confusable-word',
  tier: 'hint',
  sparesAnnexes: true,
  scope: 'line',
  kinds: readableKinds,
  waitsFor: mayHold,
  title: { zh: '易错的词', en: 'A word often mistyped' },
  description: {
    zh: '音近形近的错词，如“布署”“部份”“截止目前”。只收任何情况下都不对的写法。',
    en: 'Words that are mistyped for others that sound or look alike. Only those that are never right are listed.',
  },
  examples: {
    wrong: ['⟦截止目前⟧，各项工作已经⟦布署⟧，⟦部份⟧项目⟦峻工⟧，⟦截止⟧2024年底完成八成。'],
    right: ['截至目前，各项工作已经部署，部分项目竣工，报名截止日期为6月1日。'],
  },
  check(line, _model, report) {
    for (const { 0: wrong, index: start } of wording(line, wrongWords)) {
      const right = rightWords.get(wrong) ?? upTo;
      const place = { line, start, end: start + wrong.length };
      report({
        ...place,
        message: { zh: `“${wrong}”应写“${right}”。`, en: `Write “${right}”, not “${wrong}”.` },
        fixes: [changeTo(place, right)],
      });
    }
  },
};

export default rule;
