/** 同比 in a target: the same time of last year has not come yet. */
import type { LineRule } from '../rule.ts';
import { compares } from '../signals.ts';
import { changeTo, occurrences } from '../text.ts';

const yearOnYear = /同比/g;

const rule: LineRule = {
  name: 'target-year-on-year',
  tier: 'off',
  sparesAnnexes: true,
  scope: 'line',
  kinds: ['target'],
  waitsFor: compares,
  title: { zh: '目标用了“同比”', en: 'A year-on-year target' },
  description: {
    zh: '“同比”是拿已有的数同上年同期比，目标还没有数，用“比上年增长”更准。实际文稿里很常见，所以默认不查。',
    en: '“同比” compares a known figure with that of a year before; a target has none yet, and “比上年” is more exact. It is common all the same, so this check is off unless asked for.',
  },
  examples: {
    wrong: ['目标 粮食产量：⟦同比⟧增长5%'],
    right: ['目标 粮食产量：比上年增长5%', '实绩 粮食产量：同比增长5%'],
  },
  check(line, _model, report) {
    for (const { 0: whole, index: start } of occurrences(yearOnYear, line.text)) {
      report({
        line,
        start,
        end: start + whole.length,
        message: {
          zh: '目标不用“同比”，写“比上年”。',
          en: 'Compare a target with “the year before”, not “the same time of last year”.',
        },
        fixes: [changeTo({ line, start, end: start + whole.length }, '比上年')],
      });
    }
  },
};

export default rule;
