/** 同比比上年增长: compared twice with the same year. */
import type { LineRule } from '../rule.ts';
import { compares } from '../signals.ts';
import { readableKinds, replace, wording } from '../text.ts';

const twice =
  /(同比|[环環]比)(?:[，,]?)([较較比](?:上年|去年)(?:同期)?|同比|[环環]比)(?=[，,]?(?:净|淨)?(?:增|[减減]|下降|上升|提高|回落|降))|([较較比](?:上年|去年)(?:同期)?)(同比)(?=增|[减減]|下降|上升|提高|回落|降)/g;

const rule: LineRule = {
  name: 'comparison-twice',
  tier: 'warning',
  sparesAnnexes: true,
  scope: 'line',
  kinds: readableKinds,
  waitsFor: compares,
  title: { zh: '“同比”和“比上年”重复', en: 'Compared twice' },
  description: {
    zh: '“同比”就是同上年同期相比，“同比比上年增长”把一个比较说了两遍；“同比环比”连用又不知道同谁比。只留一个。',
    en: '“同比” compares with the same time of last year, so “同比比上年” says it twice, and two different comparisons of one figure contradict each other. Keep one.',
  },
  examples: {
    wrong: ['税收⟦同比比上年⟧增长8%，产量⟦比上年同比⟧下降3%。'],
    right: ['税收同比增长8%，产量比上年同期下降3%，同比、环比双双增长。'],
  },
  check(line, _model, report) {
    for (const found of wording(line, twice)) {
      const { 0: whole, index: start } = found;
      const [first, second] = found.slice(1).filter((word) => word !== undefined);
      const place = { line, start, end: start + whole.length };
      report({
        ...place,
        message: {
          zh: `“${first}”和“${second}”只留一个。`,
          en: `“${first}” and “${second}” compare the same figure. Keep one of them.`,
        },
        fixes: [first, second].map((kept) =>
          replace(place, kept, { zh: `只留“${kept}”`, en: `Keep “${kept}”` }),
        ),
      });
    }
  },
};

export default rule;
