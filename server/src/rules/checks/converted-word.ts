/** 民眾路線, 幼稚園, 計畫生育: words that a program put in when it changed the script. */
import { convertedWords } from '../data/converted-words.ts';
import type { LineRule } from '../rule.ts';
import { anyMistake } from '../signals.ts';
import { changeTo, readableKinds, wording } from '../text.ts';

const rightWords = new Map(convertedWords);
const wrongWords = new RegExp(convertedWords.map(([wrong]) => wrong).join('|'), 'g');

const mayHold = anyMistake(convertedWords);

const rule: LineRule = {
  name: 'converted-word',
  tier: 'warning',
  sparesAnnexes: true,
  scope: 'line',
  kinds: readableKinds,
  waitsFor: mayHold,
  title: { zh: '繁简转换换错了词', en: 'A word put in by conversion' },
  description: {
    zh: '软件转换繁简时顺手换了词，如“群眾路線”成了“民眾路線”，“小學”成了“國小”。内地公文不用这些词，改回来。',
    en: 'A program that changed the script also changed words, so that a mainland text has the words of another place. Change them back.',
  },
  examples: {
    wrong: ['開展黨的⟦民眾路線⟧教育，加強⟦計畫生育⟧工作，公辦⟦幼稚園⟧完工。'],
    right: ['開展黨的群眾路線教育，加強計劃生育工作，公辦幼兒園完工。'],
  },
  check(line, _model, report) {
    for (const { 0: wrong, index: start } of wording(line, wrongWords)) {
      const right = rightWords.get(wrong);
      if (right === undefined) continue;
      const place = { line, start, end: start + wrong.length };
      report({
        ...place,
        message: {
          zh: `“${wrong}”是转换繁简时换错的词，应写“${right}”。`,
          en: `“${wrong}” came in when the script was changed. Write “${right}”.`,
        },
        fixes: [changeTo(place, right)],
      });
    }
  },
};

export default rule;
