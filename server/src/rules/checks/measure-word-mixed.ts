/** 规模企业2个 and 规模企业3家: one indicator, two measure words. */

import { simplify } from '../../model/names.ts';
import { hasFigures } from '../indicator-signals.ts';
import type { IndicatorRule } from '../rule.ts';
import { changeTo, standsHere } from '../text.ts';
import { isBehindUnread } from '../unread.ts';

/** Words that count the same things: firms and projects are counted in either. */
const alike: ReadonlySet<string> = new Set(['个', '個', '家']);

const rule: IndicatorRule = {
  name: 'measure-word-mixed',
  tier: 'hint',
  sparesAnnexes: true,
  scope: 'indicator',
  waitsFor: hasFigures,
  title: { zh: '同一指标量词不一', en: 'Two measure words for one indicator' },
  description: {
    zh: '同一个指标，一处论“个”，一处论“家”。数一样东西，前后用一个量词，读的人才不会疑心是两样。',
    en: 'One indicator is counted in two measure words, such as 个 in one place and 家 in another. Count one thing in one word, or the reader will wonder whether there are two.',
  },
  examples: {
    wrong: ['目标 规模企业数量：达3家\n实绩 规模企业数量：2020年达⟦2个⟧'],
    right: [
      '目标 规模企业数量：达3家\n实绩 规模企业数量：2020年达2家',
      '目标 培训：500人次\n实绩 培训：2020年300人',
      '目标 停车场：达到20家，另建充电桩12个',
    ],
  },
  check({ claims }, model, report) {
    const counted = claims.filter(
      (claim) =>
        claim.unit !== '' && standsHere(claim.line, model) && !isBehindUnread(claim, model),
    );
    const [first] = counted;
    // 总数 is said of whatever the sentence tells of.
    if (!first || !alike.has(first.unit) || /^总[数量]$/.test(simplify(first.indicator))) return;
    for (const { line, unit, start, end, unitStart, unitEnd } of counted) {
      if (unit === first.unit || !alike.has(unit)) continue;
      report({
        line,
        start,
        end,
        message: {
          zh: `同一指标前面论“${first.unit}”，这里论“${unit}”，统一成一个。`,
          en: `This indicator is counted in “${first.unit}” before and in “${unit}” here. Use one of them.`,
        },
        related: [
          {
            line: first.line,
            start: first.start,
            end: first.end,
            message: { zh: `这里论“${first.unit}”`, en: `“${first.unit}” here` },
          },
        ],
        fixes:
          line.text.slice(unitStart, unitEnd) === unit
            ? [changeTo({ line, start: unitStart, end: unitEnd }, first.unit)]
            : [],
      });
      return;
    }
  },
};

export default rule;
