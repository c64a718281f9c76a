/** The words of a claim that are worth offering, in the order in which they are wanted; the grammar knows many more. */

import type { Message } from '../../model/types.ts';

export interface ClaimWord {
  readonly part: 'commitment' | 'comparator' | 'compared' | 'change' | 'average' | 'share';
  readonly hans: string;
  readonly hant: string;
  readonly en: string;
  readonly help: Message;
}

export const claimWords: readonly ClaimWord[] = [
  {
    part: 'comparator',
    hans: '达到',
    hant: '達到',
    en: 'reach',
    help: { zh: '正好是这个数。', en: 'Just this figure.' },
  },
  {
    part: 'comparator',
    hans: '突破',
    hant: '突破',
    en: 'more than',
    help: { zh: '比这个数多。', en: 'More than this figure.' },
  },
  {
    part: 'comparator',
    hans: '不低于',
    hant: '不低於',
    en: 'at least',
    help: { zh: '这个数或更多。', en: 'This figure or more.' },
  },
  {
    part: 'comparator',
    hans: '不超过',
    hant: '不超過',
    en: 'at most',
    help: { zh: '这个数或更少。', en: 'This figure or less.' },
  },
  {
    part: 'comparator',
    hans: '控制在',
    hant: '控制在',
    en: 'within',
    help: {
      zh: '不超过这个数，后面常写“以内”。',
      en: 'No more than this figure.',
    },
  },
  {
    part: 'comparator',
    hans: '保持在',
    hant: '保持在',
    en: 'keep at',
    help: { zh: '和现在一样。', en: 'As much as it is now.' },
  },
  {
    part: 'comparator',
    hans: '约',
    hant: '約',
    en: 'about',
    help: { zh: '大概是这个数，不作核对。', en: 'Roughly this figure; it is not checked.' },
  },
  {
    part: 'commitment',
    hans: '力争',
    hant: '力爭',
    en: 'strive for',
    help: { zh: '尽力做到，留有余地。', en: 'Aimed at, and not promised.' },
  },
  {
    part: 'commitment',
    hans: '确保',
    hant: '確保',
    en: 'ensure',
    help: { zh: '必须做到。', en: 'It must be reached.' },
  },
  {
    part: 'commitment',
    hans: '预计',
    hant: '預計',
    en: 'expected to reach',
    help: { zh: '是估计，不是承诺。', en: 'An estimate, not a promise.' },
  },
  {
    part: 'compared',
    hans: '比基期',
    hant: '比基期',
    en: 'from the baseline',
    help: { zh: '后面写增减了多少。', en: 'What the change is counted from.' },
  },
  {
    part: 'compared',
    hans: '比上年',
    hant: '比上年',
    en: 'from last year',
    help: { zh: '后面写增减了多少。', en: 'What the change is counted from.' },
  },
  {
    part: 'compared',
    hans: '同比',
    hant: '同比',
    en: 'year on year',
    help: { zh: '和上年同一时期相比。', en: 'Compared with the same time of the year before.' },
  },
  {
    part: 'change',
    hans: '增长',
    hant: '增長',
    en: 'grow',
    help: {
      zh: '后面写百分之几，从上一年算起。',
      en: 'By how many per cent, counted from the year before.',
    },
  },
  {
    part: 'change',
    hans: '增加',
    hant: '增加',
    en: 'up',
    help: { zh: '后面写多了多少。', en: 'By how much more.' },
  },
  {
    part: 'change',
    hans: '提高',
    hant: '提高',
    en: 'rise by',
    help: { zh: '比率用“百分点”。', en: 'A rate rises by percentage points.' },
  },
  {
    part: 'change',
    hans: '下降',
    hant: '下降',
    en: 'fall by',
    help: { zh: '后面写降了多少。', en: 'By how much less.' },
  },
  {
    part: 'change',
    hans: '减少',
    hant: '減少',
    en: 'down',
    help: { zh: '后面写少了多少。', en: 'By how much less.' },
  },
  {
    part: 'average',
    hans: '年均增长',
    hant: '年均增長',
    en: 'annual average growth of',
    help: {
      zh: '从基期算起，平均每年增长百分之几。',
      en: 'The average growth in a year, counted from the base year.',
    },
  },
  {
    part: 'average',
    hans: '累计',
    hant: '累計',
    en: 'in total',
    help: { zh: '几年加在一起的数。', en: 'All the years together.' },
  },
  {
    part: 'share',
    hans: '占',
    hant: '佔',
    en: 'accounting for',
    help: { zh: '后面写整体和百分比：占财政收入的60%。', en: 'A part of a whole.' },
  },
];
