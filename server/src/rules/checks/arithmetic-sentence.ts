import { conflictsInSentence } from '../../model/conflicts.ts';
import { disagreement } from '../arithmetic.ts';
import type { LineRule } from '../rule.ts';

/** Level, increment and growth told in a row in a sentence (N01). */
const rule: LineRule = {
  name: 'arithmetic-sentence',
  scope: 'line',
  kinds: ['prose', 'heading', 'measure'],
  tier: 'error',
  title: {
    zh: '一句话里的数值、增量和增速对不上',
    en: 'Level, increment and growth of one sentence disagree',
  },
  description: {
    zh: '一句话接连写了同一项指标的数值、增加额和增长率，三者互相决定。按四舍五入能取到的范围计算，怎么取都对不上才报。生产总值的增速按可比价计算，不核对。',
    en: 'One sentence tells the level of an indicator, by how much it grew and by how many per cent, in a row: each follows from the others. It is reported only when no rounding can explain the figures. Growth of gross product is told at comparable prices and is left alone.',
  },
  examples: {
    wrong: ['全年完成工业总产值25537.7万元，比上年同期增764.24万元，增长⟦23%⟧。'],
    right: [
      '全年完成工业总产值25537.7万元，比上年同期增4764.24万元，增长23%。',
      '全年地区生产总值47.29亿元，比上年增加3亿元，增长10.3%。',
      '全年完成税收380万元，比上年增80万元，其中增值税增长50%。',
      '全年完成税收380万元，比2020年增180万元；同比增长5%。',
    ],
  },
  check(line, model, report) {
    const claims = model.claimsOf(line);
    if (claims.length < 2) return;
    for (const conflict of conflictsInSentence(claims, model.header)) {
      if (conflict.kind === 'change') report(disagreement(conflict));
    }
  },
};

export default rule;
