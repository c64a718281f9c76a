/** 不超过5人以下: one upper bound is enough. */
import { clauseEnd, figure, tellTwice, unitWords } from '../hedges.ts';
import type { LineRule } from '../rule.ts';
import { anyWord } from '../signals.ts';
import { readableKinds } from '../text.ts';

const bounded = new RegExp(
  `(不超[过過]|不高[于於]|不多[于於]|低[于於]|少[于於])(?<!不低[于於]|不少[于於])${figure}[余餘多]?${unitWords}(以[内內下])${clauseEnd}`,
  'g',
);

const boundBehind = anyWord(['以内', '以下', '以內']);

const rule: LineRule = {
  name: 'upper-bound-twice',
  tier: 'warning',
  sparesAnnexes: true,
  scope: 'line',
  kinds: readableKinds,
  waitsFor: boundBehind,
  title: { zh: '上限说了两遍', en: 'An upper bound, said twice' },
  description: {
    zh: '“不超过5个工作日以内”：前后两个词都是上限，留一个。“控制在3‰以内”是固定说法，不算。',
    en: 'A figure is bounded from above by a word before it and another behind it, as in “不超过3天以内”. Keep one. “控制在…以内” is a set phrase and left alone.',
  },
  examples: {
    wrong: ['审批时间⟦不超过5个工作日以内⟧，失业率⟦低于4%以下⟧。'],
    right: ['失业率控制在4%以内，不低于5户以下的村除外，不超过3天。'],
  },
  check(line, _model, report) {
    tellTwice(line, bounded, report);
  },
};

export default rule;
