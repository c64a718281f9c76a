/** 至少有1个以上: one lower bound is enough. */
import { clauseEnd, figure, tellTwice, unitWords } from '../hedges.ts';
import type { LineRule } from '../rule.ts';
import { anyWord } from '../signals.ts';
import { readableKinds } from '../text.ts';

/** Behind “at least one” the noun may follow: 至少有1个以上产业项目; behind 超过 it may be an attribute. */
const bounded = new RegExp(
  `(至少)[有建成完新增培育引进進]{0,3}${figure}[余餘多]?(?:${unitWords})(以上)(?!的)|(不少于|不少於|不低于|不低於|超[过過]|突破|多于|多於|高于|高於)${figure}[余餘多]?${unitWords}(以上)${clauseEnd}`,
  'g',
);

const boundBefore = anyWord([
  '至少',
  '不少',
  '不低',
  '超过',
  '超過',
  '突破',
  '多于',
  '多於',
  '高于',
  '高於',
]);

const rule: LineRule = {
  name: 'lower-bound-twice',
  tier: 'warning',
  sparesAnnexes: true,
  scope: 'line',
  kinds: readableKinds,
  waitsFor: boundBefore,
  title: { zh: '下限说了两遍', en: 'A lower bound, said twice' },
  description: {
    zh: '“至少1个以上”“突破200亿元以上”：前后两个词都是下限，留一个。“规模以上”“5000万元以上的项目”里的“以上”是限定语，不算。',
    en: 'A figure is bounded from below by a word before it and another behind it, as in “突破200亿元以上”. Keep one. Where “以上” belongs to a noun, as in projects above a size, it is left alone.',
  },
  examples: {
    wrong: ['贫困户⟦至少有1个以上⟧产业项目，产值⟦突破200亿元以上⟧。'],
    right: [
      '产值200亿元以上，至少引进1家规模以上企业，收入突破100万元以上的村达3个，高于5000万元以上项目标准。',
      '超过100家规模以上企业。',
    ],
  },
  check(line, _model, report) {
    if (!line.text.includes('以上')) return;
    tellTwice(line, bounded, report);
  },
};

export default rule;
