/** The few words that a report adds to the writer's own, in the document's script. */
import type { OpenReason, Verdict } from '../model/evaluation.ts';
import type { Role } from '../model/types.ts';
import type {
  AnnexId,
  ChartForm,
  ChartWords,
  Facet,
  PointStance,
  ProblemId,
  Script,
} from './tree.ts';

/** 1 to 20, as notes are counted. */
export const circledNumbers = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

export interface ChartVocabulary {
  readonly stances: ChartWords;
  readonly forms: Readonly<Record<ChartForm, string>>;
}

/** The sheets of a workbook. */
export type SheetId = 'indicators' | 'targets' | 'measures' | 'evaluation';

/** Titles of columns where each figure has a row. */
export interface FigureWords {
  readonly section: string;
  readonly period: string;
  readonly kind: string;
  readonly comparator: string;
  readonly value: string;
  readonly low: string;
  readonly high: string;
  readonly change: string;
  readonly commitment: string;
  readonly printed: string;
  readonly statement: string;
  readonly line: string;
  /** From … to …, where a figure is a range. */
  readonly range: string;
}

export interface Words {
  readonly colon: string;
  readonly semicolon: string;
  readonly stop: string;
  readonly open: string;
  readonly close: string;
  /** Between sentences of one paragraph. */
  readonly space: string;
  readonly enumeration: string;
  /** 达到: before a bare figure of a target. */
  readonly reach: string;
  /** 为: before a bare figure of a result. */
  readonly is: string;
  readonly category: string;
  readonly indicator: string;
  readonly averageOrTotal: string;
  readonly unit: string;
  readonly nature: string;
  readonly binding: string;
  readonly expected: string;
  /** Rows of a generated table whose indicator has no category. */
  readonly otherCategory: string;
  /** What a whole has beside the parts that are told. */
  readonly otherParts: string;
  readonly ofWhich: string;
  /** What behind the dot of a reference is asked for. */
  readonly facets: Readonly<Record<Facet, string>>;
  /** What totals stand between in a generated table. */
  readonly totalBrackets: readonly [open: string, close: string];
  readonly bracketNote: (years: number | undefined) => string;
  /** Base figures of other years than the base year. */
  readonly starNote: (years: readonly number[]) => string;
  /** Before each of several notes in one paragraph, from 1. */
  readonly noteMark: (number: number) => string;
  readonly completion: string;
  readonly verdict: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** Why a target cannot be assessed. */
  readonly reasons: Readonly<Record<OpenReason, string>>;
  /** Before a result that was only expected. */
  readonly expectedResult: string;
  /** One alone is not counted. */
  readonly annex: (number: number | undefined) => string;
  /** Before the list of annexes below the body. */
  readonly annexNote: (isPlural: boolean) => string;
  readonly annexTitles: Readonly<Record<AnnexId, string>>;
  readonly measure: string;
  /** In a schedule, measures without an owner or a deadline. */
  readonly noOwner: string;
  readonly noDeadline: string;
  readonly chart: ChartVocabulary;
  readonly sheets: Readonly<Record<SheetId, string>>;
  readonly figures: FigureWords;
  /** An empty generated table. */
  readonly nothingToShow: string;
  readonly nothingToDraw: string;
}

const simplified: Words = {
  colon: '：',
  semicolon: '；',
  stop: '。',
  open: '（',
  close: '）',
  space: '',
  enumeration: '、',
  reach: '达到',
  is: '为',
  category: '类别',
  indicator: '指标',
  averageOrTotal: '年均/累计',
  unit: '单位',
  nature: '属性',
  binding: '约束性',
  expected: '预期性',
  otherCategory: '其他',
  otherParts: '其他',
  ofWhich: '其中：',
  facets: { change: '增量', growth: '增速', average: '年均', unit: '单位' },
  totalBrackets: ['〔', '〕'],
  bracketNote: (years) => (years ? `〔〕内为${years}年累计数。` : '〔〕内为累计数。'),
  starNote: (years) => `带*的为${years.join('、')}年数据。`,
  noteMark: (number) => circledNumbers[number - 1],
  completion: '完成率',
  verdict: '评价',
  verdicts: { met: '完成', missed: '未完成', open: '无法评价' },
  reasons: {
    'target-without-figure': '目标没有数值',
    'no-result': '没有实绩',
    'result-without-figure': '实绩没有数值',
    'amount-against-growth': '一个是总量、一个是增幅',
    'units-differ': '单位不同',
    'direction-unknown': '指标没有写明方向是升还是降',
    about: '有约数',
    rounding: '差距在四舍五入以内',
    'not-due': '目标年份未到',
  },
  expectedResult: '预计',
  annex: (number) => `附件${number ?? ''}`,
  annexNote: () => '附件',
  annexTitles: {
    indicators: '指标汇总表',
    owners: '举措责任分工表',
    deadlines: '举措时间进度表',
    evaluation: '目标完成情况表',
  },
  measure: '举措',
  noOwner: '未明确',
  noDeadline: '未明确',
  chart: {
    stances: { base: '基期', actual: '实绩', forecast: '预计', target: '目标' },
    forms: { trend: '趋势图', comparison: '对比图', composition: '构成图' },
  },
  sheets: { indicators: '指标', targets: '目标', measures: '举措', evaluation: '评价' },
  figures: {
    section: '章节',
    period: '期间',
    kind: '类型',
    comparator: '比较',
    value: '数值',
    low: '下限',
    high: '上限',
    change: '变化',
    commitment: '承诺',
    printed: '原数',
    statement: '原文',
    line: '行',
    range: '范围',
  },
  nothingToShow: '还没有可以汇入本表的指标',
  nothingToDraw: '没有可以画成图的数值',
};

const traditional: Words = {
  ...simplified,
  reach: '達到',
  is: '為',
  category: '類別',
  indicator: '指標',
  averageOrTotal: '年均/累計',
  unit: '單位',
  nature: '屬性',
  binding: '約束性',
  expected: '預期性',
  facets: { change: '增量', growth: '增速', average: '年均', unit: '單位' },
  bracketNote: (years) => (years ? `〔〕內為${years}年累計數。` : '〔〕內為累計數。'),
  starNote: (years) => `帶*的為${years.join('、')}年資料。`,
  verdict: '評價',
  verdicts: { met: '完成', missed: '未完成', open: '無法評價' },
  reasons: {
    'target-without-figure': '目標沒有數值',
    'no-result': '沒有實績',
    'result-without-figure': '實績沒有數值',
    'amount-against-growth': '一個是總量、一個是增幅',
    'units-differ': '單位不同',
    'direction-unknown': '指標沒有寫明方向是升還是降',
    about: '有約數',
    rounding: '差距在四捨五入以內',
    'not-due': '目標年份未到',
  },
  expectedResult: '預計',
  annexTitles: {
    indicators: '指標匯總表',
    owners: '舉措責任分工表',
    deadlines: '舉措時間進度表',
    evaluation: '目標完成情況表',
  },
  measure: '舉措',
  noOwner: '未明確',
  noDeadline: '未明確',
  chart: {
    stances: { base: '基期', actual: '實績', forecast: '預計', target: '目標' },
    forms: { trend: '趨勢圖', comparison: '對比圖', composition: '構成圖' },
  },
  sheets: { indicators: '指標', targets: '目標', measures: '舉措', evaluation: '評價' },
  figures: {
    section: '章節',
    period: '期間',
    kind: '類型',
    comparator: '比較',
    value: '數值',
    low: '下限',
    high: '上限',
    change: '變化',
    commitment: '承諾',
    printed: '原數',
    statement: '原文',
    line: '行',
    range: '範圍',
  },
  nothingToShow: '還沒有可以匯入本表的指標',
  nothingToDraw: '沒有可以畫成圖的數值',
};

const english: Words = {
  colon: ': ',
  semicolon: '; ',
  stop: '.',
  open: ' (',
  close: ')',
  space: ' ',
  enumeration: ', ',
  reach: 'reach',
  is: 'is',
  category: 'Category',
  indicator: 'Indicator',
  averageOrTotal: 'Average or total',
  unit: 'Unit',
  nature: 'Nature',
  binding: 'binding',
  expected: 'expected',
  otherCategory: 'Other',
  otherParts: 'Other',
  ofWhich: 'of which ',
  facets: { change: 'change', growth: 'growth', average: 'average growth', unit: 'unit' },
  totalBrackets: ['[', ']'],
  bracketNote: (years) =>
    years ? `Figures in [ ] are totals over ${years} years.` : 'Figures in [ ] are totals.',
  starNote: (years) => `Figures with * are of ${years.join(', ')}.`,
  noteMark: (number) => `(${number}) `,
  completion: 'Completion',
  verdict: 'Verdict',
  verdicts: { met: 'met', missed: 'missed', open: 'not assessable' },
  reasons: {
    'target-without-figure': 'the target has no figure',
    'no-result': 'there is no result',
    'result-without-figure': 'the result has no figure',
    'amount-against-growth': 'one is an amount, the other a growth',
    'units-differ': 'the units differ',
    'direction-unknown': 'the indicator does not say whether up or down is wanted',
    about: 'a figure is only about right',
    rounding: 'the difference may be rounding',
    'not-due': 'the target is for a later year',
  },
  expectedResult: 'expected ',
  annex: (number) => (number === undefined ? 'Attachment' : `Attachment ${number}`),
  annexNote: (isPlural) => (isPlural ? 'Attachments' : 'Attachment'),
  annexTitles: {
    indicators: 'Indicators',
    owners: 'Measures by owner',
    deadlines: 'Measures by deadline',
    evaluation: 'Targets and results',
  },
  measure: 'Measure',
  noOwner: 'no owner yet',
  noDeadline: 'no deadline yet',
  chart: {
    stances: { base: 'baseline', actual: 'result', forecast: 'expected', target: 'target' },
    forms: { trend: 'Trend', comparison: 'Comparison', composition: 'Composition' },
  },
  sheets: {
    indicators: 'Indicators',
    targets: 'Targets',
    measures: 'Measures',
    evaluation: 'Evaluation',
  },
  figures: {
    section: 'Section',
    period: 'Period',
    kind: 'Kind',
    comparator: 'Comparison',
    value: 'Value',
    low: 'From',
    high: 'To',
    change: 'Change',
    commitment: 'Commitment',
    printed: 'As printed',
    statement: 'Statement',
    line: 'Line',
    range: 'Range',
  },
  nothingToShow: 'there is no indicator yet that this table could show',
  nothingToDraw: 'there are no values to draw',
};

/** What a claim's role is called where results and forecasts stand beside targets. */
export function stanceOf(role: Role): PointStance {
  return role === 'result' ? 'actual' : role;
}

export function wordsOf(script: Script): Words {
  return script === 'en' ? english : script === 'hant' ? traditional : simplified;
}

const problemSentences: Readonly<
  Record<ProblemId, readonly [zh: string, hant: string, en: string]>
> = {
  'unknown-indicator': [
    '文中没有这个名称的指标',
    '文中沒有這個名稱的指標',
    'no indicator has this name',
  ],
  'unknown-period': ['看不出是哪个时间', '看不出是哪個時間', 'this period is not understood'],
  'no-value': [
    '文中没有这一时间的数值',
    '文中沒有這一時間的數值',
    'the document has no figure for this period',
  ],
  'unknown-facet': [
    '点号后面的词不认识',
    '點號後面的詞不認識',
    'the word behind the dot is not known',
  ],
  'not-derivable': [
    '现有数值推算不出',
    '現有數值推算不出',
    'cannot be worked out from the figures given',
  ],
  'reference-not-closed': ['花括号没有合上', '花括號沒有合上', 'the brace is not closed'],
  'reference-empty': ['花括号里没有指标', '花括號裡沒有指標', 'the braces name no indicator'],
  placeholder: ['待填', '待填', 'to be filled in'],
};

/** What is wrong at a marked place, in a few words. */
export function problemSentence(problem: ProblemId, script: Script): string {
  const [hans, hant, en] = problemSentences[problem];
  return script === 'en' ? en : script === 'hant' ? hant : hans;
}
