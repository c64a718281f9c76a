/** 以上左右: a bound and an approximation cannot both hold. */
import { figure } from '../hedges.ts';
import type { LineRule } from '../rule.ts';
import { anyPair } from '../signals.ts';
import { changeTo, readableKinds, wording } from '../text.ts';

const stacked = new RegExp(
  `(?<=${figure}[^，,。；;、\\s]{0,6})(?:(以[上下内內])(左右)|(左右)(以[上下内內])|(以上)(以[下内內])|(以[下内內])(以上))`,
  'g',
);

const sideBySide = anyPair('右上下内內', '左以');

const rule: LineRule = {
  name: 'hedges-contradict',
  tier: 'error',
  sparesAnnexes: true,
  scope: 'line',
  kinds: readableKinds,
  waitsFor: sideBySide,
  title: { zh: '界限和约数叠用', en: 'A bound and an approximation at once' },
  description: {
    zh: '“500人以上左右”：既说不少于，又说差不多，读的人不知道哪个算数。只留一个。',
    en: 'A figure is called a bound and an approximation at once, as in “500人以上左右”. Nobody can tell which holds: keep one.',
  },
  examples: {
    wrong: ['培训500人⟦以上左右⟧，增长8%⟦左右以上⟧。'],
    right: ['培训500人以上，左右两侧，增长8%左右。'],
  },
  check(line, _model, report) {
    for (const found of wording(line, stacked)) {
      const [whole, ...words] = found;
      const [first, second] = words.filter((word) => word !== undefined);
      const place = { line, start: found.index, end: found.index + whole.length };
      report({
        ...place,
        message: {
          zh: `“${first}”和“${second}”不能同时用，只留一个。`,
          en: `“${first}” and “${second}” cannot both hold. Keep one of them.`,
        },
        fixes: [changeTo(place, first), changeTo(place, second)],
      });
    }
  },
};

export default rule;
