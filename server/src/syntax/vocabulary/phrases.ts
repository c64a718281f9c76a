/**
 * The words around a figure: comparators, verbs of change, hedges and so on, each in its three
 * forms. The claim lexer is made from this table; a phrase is added by adding a row.
 *
 * Longer forms win over shorter ones whatever their order here. `not` lists what may not follow:
 * 达 is a comparator in 达3亿元 but not in 达标.
 */
import type { ModifierKind } from '../tree.ts';

export interface PhraseRow {
  readonly id: string;
  readonly kind: ModifierKind | 'suffix' | 'parts' | 'doubling' | 'all' | 'none' | 'sync';
  /** Simplified and traditional forms. */
  readonly zh: readonly string[];
  readonly en: readonly string[];
  /** Characters or words that may not follow directly. */
  readonly not?: readonly string[];
}

export const phraseRows: readonly PhraseRow[] = [
  // ------------------------------------------------------------ commitment
  { id: 'strive', kind: 'commitment', zh: ['力争', '力爭', '争取', '爭取', '努力'], en: ['strive to', 'strive for', 'aim to', 'aim for', 'aim at', 'try to'], not: ['上游', '先进'] },
  { id: 'ensure', kind: 'commitment', zh: ['确保', '確保', '保证', '保證'], en: ['ensure', 'make sure of', 'guarantee'] },
  { id: 'expect', kind: 'commitment', zh: ['预计', '預計', '有望', '预期', '預期'], en: ['expected to', 'expected', 'expect', 'forecast', 'likely to'], not: ['性', '目标', '目標'] },
  { id: 'plan', kind: 'commitment', zh: ['计划', '計劃', '計畫', '拟', '擬'], en: ['plan to', 'planned'], not: ['生育', '总', '内', '的', '任务', '目标', '指标'] },

  // ------------------------------------------------------------ comparators
  {
    id: 'equal',
    kind: 'comparator',
    zh: ['达到', '達到', '达', '達', '为', '為', '实现', '實現', '完成', '建成', '有', '是', '共', '共有', '=', '＝'],
    en: ['reach', 'reaches', 'reached', 'be', 'is', 'are', 'was', 'were', 'equal to', 'equals', 'complete', 'completed', 'come to', 'comes to', 'came to', 'at', 'total', 'totalled'],
    not: ['标', '標', '产', '產', '成', '民', '主', '了', '率', '效'],
  },
  { id: 'above', kind: 'comparator', zh: ['突破', '超过', '超過', '高于', '高於', '超出', '大于', '大於', '多于', '多於', '迈上', '邁上', '跨越', '>', '＞', '超'], en: ['more than', 'above', 'over', 'exceed', 'exceeds', 'exceeding', 'exceeded', 'greater than', 'higher than', 'pass', 'top'], not: ['额', '額', '前', '市', '声', '性', '大', '高', '级'] },
  { id: 'atLeast', kind: 'comparator', zh: ['不低于', '不低於', '不少于', '不少於', '不小于', '不小於', '至少', '最少', '≥', '≧'], en: ['at least', 'no less than', 'not less than', 'no fewer than', 'not below', 'minimum'] },
  { id: 'below', kind: 'comparator', zh: ['低于', '低於', '少于', '少於', '小于', '小於', '不足', '<', '＜'], en: ['less than', 'below', 'under', 'fewer than', 'lower than'] },
  { id: 'atMost', kind: 'comparator', zh: ['不超过', '不超過', '不高于', '不高於', '不多于', '不多於', '不大于', '不大於', '控制在', '至多', '最多', '≤', '≦'], en: ['at most', 'no more than', 'not more than', 'no higher than', 'not above', 'within', 'keep within', 'kept within', 'maximum'] },
  { id: 'about', kind: 'comparator', zh: ['大约', '大約', '约为', '約為', '约', '約', '≈', '大概'], en: ['about', 'around', 'approximately', 'roughly', 'some', 'circa'], not: ['束', '定', '谈', '談', '占'] },
  { id: 'almost', kind: 'comparator', zh: ['接近', '将近', '將近', '近'], en: ['nearly', 'almost', 'close to'], not: ['年', '期', '日', '郊', '两年', '几年', '三年', '五年'] },
  { id: 'keep', kind: 'comparator', zh: ['保持在', '稳定在', '穩定在', '维持在', '維持在', '保持', '稳定', '穩定', '维持', '維持'], en: ['keep at', 'kept at', 'keep', 'kept', 'hold at', 'hold', 'held at', 'stay at', 'stays at', 'stable at', 'maintain', 'maintained at', 'remain at', 'remains at'] },

  // ------------------------------------------------------------ from A to B
  { id: 'from', kind: 'from', zh: ['由', '从', '從', '自'], en: ['from'], not: ['而', '来', '來', '动', '動', '然', '业', '筹', '主', '贸'] },
  {
    id: 'upTo',
    kind: 'to',
    zh: ['提高到', '提高至', '增加到', '增加至', '增长到', '增長到', '增长至', '增長至', '上升到', '上升至', '提升到', '提升至', '扩大到', '擴大到', '扩大至', '发展到', '發展到', '增至', '增到', '升至', '升到', '提至', '扩至', '延长到', '延长至'],
    en: ['increase to', 'increases to', 'increased to', 'raise to', 'raised to', 'rise to', 'rises to', 'rose to', 'grow to', 'grows to', 'grew to', 'up to', 'expand to', 'expanded to', 'to'],
  },
  {
    id: 'downTo',
    kind: 'to',
    zh: ['下降到', '下降至', '降低到', '降低至', '减少到', '減少到', '减少至', '減少至', '压缩到', '壓縮到', '压缩至', '压减到', '压减至', '缩短到', '縮短到', '缩短至', '缩小到', '縮小到', '缩小至', '降到', '降至', '减至', '減至', '压至', '回落到', '回落至', '收窄至', '控制到'],
    en: ['fall to', 'falls to', 'fell to', 'drop to', 'dropped to', 'decrease to', 'decreased to', 'reduce to', 'reduced to', 'cut to', 'lower to', 'down to', 'decline to'],
  },
  { id: 'to', kind: 'to', zh: ['调整到', '調整到', '调整为', '調整為', '调整至', '變為', '变为', '变成', '整合为', '整合為', '优化为', '優化為', '优化到', '重组为', '重組為'], en: ['adjust to', 'adjusted to', 'change to', 'changed to'] },

  // ------------------------------------------------------------ change
  {
    id: 'up',
    kind: 'up',
    zh: ['增长', '增長', '增加', '提高', '提升', '上升', '扩大', '擴大', '上涨', '上漲', '增收', '前进', '前進', '递增', '遞增', '净增', '淨增', '多增', '增', '升', '涨', '漲', '＋', '+', '攀升', '延长', '延長', '翻'],
    en: ['grow by', 'grow', 'grows by', 'grows', 'grew by', 'grew', 'growth of', 'growing', 'increase by', 'increase of', 'increase', 'increases by', 'increases', 'increased by', 'increased', 'rise by', 'rise', 'rises', 'rose by', 'rose', 'up by', 'up', 'gain', 'add', 'adds', 'added', 'raise by', 'improve by'],
    not: ['值', '率', '极', '極', '点', '速度', '速', '效', '幅', '产增', '级', '力', '量', '收', '加值', '长率', '長率', '长极', '长点', '番', '一番', '两番', '兩番'],
  },
  {
    id: 'down',
    kind: 'down',
    zh: ['下降', '减少', '減少', '降低', '下跌', '下滑', '回落', '压减', '壓減', '压缩', '壓縮', '缩短', '縮短', '缩小', '縮小', '收窄', '削减', '削減', '后退', '後退', '减', '減', '降'],
    en: ['fall by', 'fall', 'falls by', 'falls', 'fell by', 'fell', 'drop by', 'drop', 'drops', 'dropped by', 'dropped', 'decrease by', 'decrease of', 'decrease', 'decreases by', 'decreased by', 'decreased', 'reduce by', 'reduced by', 'reduction of', 'cut by', 'down by', 'down', 'decline by', 'declined by', 'lower by'],
    not: ['值', '率', '幅', '速', '水', '雨', '尘', '塵', '排', '税', '碳', '污', '贫', '负', '本', '灾', '免', '产', '解'],
  },

  // ------------------------------------------------------------ what it is compared with
  { id: 'yearOnYear', kind: 'base', zh: ['同比', '比上年同期', '较上年同期', '較上年同期'], en: ['year on year', 'year-on-year'] },
  { id: 'previousPeriod', kind: 'base', zh: ['环比', '環比'], en: ['month on month', 'quarter on quarter'] },
  { id: 'than', kind: 'base', zh: ['比', '较', '較'], en: ['compared with', 'compared to', 'than', 'against'], not: ['例', '重', '率', '值', '较', '較', '大', '高', '快', '好', '赛', '賽', '拼', '学', '为', '為', '强', '多', '少'] },

  // ------------------------------------------------------------ average, total, share, parts
  { id: 'average', kind: 'average', zh: ['年均', '年平均', '每年平均', '年均复合'], en: ['annual average', 'on average', 'average annual', 'per year', 'a year', 'each year', 'annually', 'average'] },
  { id: 'total', kind: 'total', zh: ['累计', '累計', '五年累计', '五年累計', '五年共', '五年来', '五年', '合计', '合計', '总计', '總計'], en: ['cumulative', 'cumulatively', 'in total', 'total of', 'a total of', 'over five years', 'altogether'], not: ['级', '規劃', '规划', '计划', '計劃', '后', '前', '间', '行动'] },
  { id: 'share', kind: 'share', zh: ['占', '佔'], en: ['account for', 'accounts for', 'accounting for', 'make up', 'makes up', 'share of'], not: ['道', '地', '补', '補', '用', '领', '据', '优', '耕'] },
  { id: 'ratioOf', kind: 'share', zh: ['占比', '佔比', '比重', '占比为', '占比达'], en: ['share'] },
  { id: 'ofWhich', kind: 'parts', zh: ['其中'], en: ['of which', 'including'] },
  { id: 'new', kind: 'flow', zh: ['新增', '新建', '新开工', '新引进', '新发展', '新發展', '改造', '改建', '引进', '引進', '培训', '培訓', '举办', '舉辦', '招引', '建设', '建設', '新培育', '培育'], en: ['new', 'build', 'train', 'create'] },

  // ------------------------------------------------------------ fixed phrases
  { id: 'double', kind: 'doubling', zh: ['翻一番', '翻番', '实现翻番', '實現翻番'], en: ['double', 'doubles', 'doubled'] },
  { id: 'quadruple', kind: 'doubling', zh: ['翻两番', '翻兩番', '翻二番'], en: ['quadruple', 'quadruples'] },
  { id: 'octuple', kind: 'doubling', zh: ['翻三番'], en: [] },
  { id: 'all', kind: 'all', zh: ['全覆盖', '全覆蓋', '村村通', '户户通', '戶戶通', '组组通', '組組通', '应保尽保', '應保盡保', '应收尽收', '全部完成', '百分之百', '日产日清', '日產日清', '全达标'], en: ['full coverage', 'all covered', 'every one'] },
  { id: 'none', kind: 'none', zh: ['清零', '归零', '歸零', '零增长', '零增長', '零发生', '零發生'], en: ['none', 'down to zero', 'zero'] },

  // ------------------------------------------------------------ hedges behind the figure
  { id: 'atLeast', kind: 'suffix', zh: ['以上', '及以上', '之上', '或以上'], en: ['or more', 'or above', 'and above', 'or higher', 'plus', 'upwards'] },
  { id: 'atMost', kind: 'suffix', zh: ['以内', '以內', '之内', '之內', '以下', '及以下'], en: ['or less', 'or fewer', 'or below', 'at most', 'or lower'] },
  { id: 'about', kind: 'suffix', zh: ['左右', '上下'], en: ['or so', 'or thereabouts'] },
];
