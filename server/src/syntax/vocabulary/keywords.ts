/**
 * Every keyword of the language, each in its three forms. The lexer, the completion list, the
 * formatter and the TextMate grammar are made from this table: a keyword is added by adding a row.
 */

/** What a keyword opens. Fields are grouped by the statement that they may follow. */
export type KeywordRole =
  | 'header'
  | 'measure'
  | 'indicator'
  | 'target'
  | 'result'
  | 'table'
  | 'chart'
  | 'include'
  | 'note'
  | 'field';

/** The statement that a field belongs to. */
export type FieldOwner = 'header' | 'measure' | 'indicator';

/** What the text after a field's colon is. Decides completion and which checks read it. */
export type FieldValue =
  | 'text'
  | 'names'
  | 'period'
  | 'date'
  | 'amount'
  | 'choice'
  | 'path'
  | 'expression';

export interface KeywordRow {
  readonly id: KeywordId;
  readonly role: KeywordRole;
  /** Simplified, the first form is the one that completion offers. */
  readonly hans: readonly string[];
  readonly hant: readonly string[];
  readonly en: readonly string[];
  /** Only fields: after which statements the field may stand. */
  readonly owners?: readonly FieldOwner[];
  readonly value?: FieldValue;
  /** Only fields of value `choice`: the words that may stand there. */
  readonly choices?: readonly ChoiceRow[];
}

export interface ChoiceRow {
  readonly id: string;
  readonly hans: readonly string[];
  readonly hant: readonly string[];
  readonly en: readonly string[];
}

export type KeywordId =
  | 'plan'
  | 'annualPlan'
  | 'summary'
  | 'report'
  | 'period'
  | 'baseline'
  | 'issuer'
  | 'region'
  | 'date'
  | 'prices'
  | 'basis'
  | 'superior'
  | 'rollup'
  | 'measure'
  | 'owner'
  | 'with'
  | 'due'
  | 'budget'
  | 'progress'
  | 'indicator'
  | 'alias'
  | 'category'
  | 'binding'
  | 'direction'
  | 'nature'
  | 'definition'
  | 'source'
  | 'parts'
  | 'formula'
  | 'target'
  | 'result'
  | 'table'
  | 'chart'
  | 'include'
  | 'note';

const priceChoices: readonly ChoiceRow[] = [
  { id: 'current', hans: ['现价', '当年价'], hant: ['現價', '當年價'], en: ['current'] },
  {
    id: 'constant',
    hans: ['可比价', '不变价', '可比价格', '不变价格'],
    hant: ['可比價', '不變價', '可比價格', '不變價格'],
    en: ['constant', 'comparable'],
  },
];
const bindingChoices: readonly ChoiceRow[] = [
  { id: 'binding', hans: ['约束性'], hant: ['約束性'], en: ['binding', 'yes'] },
  { id: 'expected', hans: ['预期性'], hant: ['預期性'], en: ['expected', 'no'] },
];
const directionChoices: readonly ChoiceRow[] = [
  { id: 'up', hans: ['升', '上升', '越高越好'], hant: ['升', '上升', '越高越好'], en: ['up'] },
  { id: 'down', hans: ['降', '下降', '越低越好'], hant: ['降', '下降', '越低越好'], en: ['down'] },
];
const natureChoices: readonly ChoiceRow[] = [
  { id: 'level', hans: ['水平'], hant: ['水平', '水準'], en: ['level'] },
  { id: 'flow', hans: ['流量'], hant: ['流量'], en: ['flow'] },
  { id: 'cumulative', hans: ['累计'], hant: ['累計'], en: ['cumulative'] },
  { id: 'ratio', hans: ['比率'], hant: ['比率'], en: ['ratio'] },
  { id: 'growth', hans: ['增速'], hant: ['增速'], en: ['growth'] },
];

const headerField = { role: 'field', owners: ['header'] } as const;
const measureField = { role: 'field', owners: ['measure'] } as const;
const indicatorField = { role: 'field', owners: ['indicator'] } as const;

/** The usual form of each language comes first and is the one that is offered; the others are what offices write. */
export const keywordRows: readonly KeywordRow[] = [
  {
    id: 'plan',
    role: 'header',
    hans: ['规划', '发展规划', '五年规划'],
    hant: ['規劃', '發展規劃', '五年規劃'],
    en: ['plan', 'five-year plan'],
  },
  {
    id: 'annualPlan',
    role: 'header',
    hans: ['计划', '年度计划', '工作计划', '年度工作计划'],
    hant: [
      '計劃',
      '計畫',
      '年度計劃',
      '年度計畫',
      '工作計劃',
      '工作計畫',
      '年度工作計劃',
      '年度工作計畫',
    ],
    en: ['annual plan', 'yearly plan', 'work plan', 'annual work plan'],
  },
  {
    id: 'summary',
    role: 'header',
    hans: ['总结', '工作总结', '年度总结'],
    hant: ['總結', '工作總結', '年度總結'],
    en: ['summary', 'annual summary'],
  },
  {
    id: 'report',
    role: 'header',
    hans: ['报告', '工作报告', '政府工作报告'],
    hant: ['報告', '工作報告', '政府工作報告'],
    en: ['report', 'annual report'],
  },

  {
    id: 'period',
    ...headerField,
    hans: ['期间', '规划期', '计划期'],
    hant: ['期間', '規劃期', '計劃期', '計畫期'],
    en: ['period'],
    value: 'period',
  },
  {
    id: 'baseline',
    ...headerField,
    hans: ['基期', '基准年'],
    hant: ['基期', '基準年'],
    en: ['baseline'],
    value: 'period',
  },
  {
    id: 'issuer',
    ...headerField,
    hans: ['编制单位', '编制机关'],
    hant: ['編制單位', '編制機關'],
    en: ['issuer'],
    value: 'text',
  },
  {
    id: 'region',
    ...headerField,
    hans: ['行政区'],
    hant: ['行政區'],
    en: ['region'],
    value: 'text',
  },
  {
    id: 'date',
    ...headerField,
    hans: ['日期', '成文日期'],
    hant: ['日期', '成文日期'],
    en: ['date'],
    value: 'date',
  },
  {
    id: 'prices',
    role: 'field',
    owners: ['header', 'indicator'],
    hans: ['价格'],
    hant: ['價格'],
    en: ['prices'],
    value: 'choice',
    choices: priceChoices,
  },
  { id: 'basis', ...headerField, hans: ['依据'], hant: ['依據'], en: ['basis'], value: 'path' },
  {
    id: 'superior',
    ...headerField,
    hans: ['上级'],
    hant: ['上級'],
    en: ['superior'],
    value: 'path',
  },
  {
    id: 'rollup',
    ...headerField,
    hans: ['汇总'],
    hant: ['匯總', '彙總'],
    en: ['rollup'],
    value: 'path',
  },

  { id: 'measure', role: 'measure', hans: ['举措'], hant: ['舉措'], en: ['measure'] },
  {
    id: 'owner',
    ...measureField,
    hans: ['责任', '责任单位', '责任部门', '责任人', '牵头单位'],
    hant: ['責任', '責任單位', '責任部門', '責任人', '牽頭單位'],
    en: ['owner', 'responsible'],
    value: 'names',
  },
  {
    id: 'with',
    ...measureField,
    hans: ['配合', '配合单位', '协办单位'],
    hant: ['配合', '配合單位', '協辦單位'],
    en: ['with'],
    value: 'names',
  },
  {
    id: 'due',
    ...measureField,
    hans: ['时限', '完成时限', '完成时间'],
    hant: ['時限', '完成時限', '完成時間'],
    en: ['due', 'deadline'],
    value: 'period',
  },
  {
    id: 'budget',
    ...measureField,
    hans: ['资金', '资金投入', '预算'],
    hant: ['資金', '資金投入', '預算'],
    en: ['budget'],
    value: 'amount',
  },
  {
    id: 'progress',
    ...measureField,
    hans: ['进度', '工作进度'],
    hant: ['進度', '工作進度'],
    en: ['progress'],
    value: 'text',
  },

  { id: 'indicator', role: 'indicator', hans: ['指标'], hant: ['指標'], en: ['indicator'] },
  { id: 'alias', ...indicatorField, hans: ['别名'], hant: ['別名'], en: ['alias'], value: 'names' },
  {
    id: 'category',
    ...indicatorField,
    hans: ['类别'],
    hant: ['類別'],
    en: ['category'],
    value: 'text',
  },
  {
    id: 'binding',
    ...indicatorField,
    hans: ['属性'],
    hant: ['屬性'],
    en: ['binding'],
    value: 'choice',
    choices: bindingChoices,
  },
  {
    id: 'direction',
    ...indicatorField,
    hans: ['方向'],
    hant: ['方向'],
    en: ['direction'],
    value: 'choice',
    choices: directionChoices,
  },
  {
    id: 'nature',
    ...indicatorField,
    hans: ['性质'],
    hant: ['性質'],
    en: ['nature'],
    value: 'choice',
    choices: natureChoices,
  },
  {
    id: 'definition',
    ...indicatorField,
    hans: ['口径'],
    hant: ['口徑'],
    en: ['definition'],
    value: 'text',
  },
  {
    id: 'source',
    ...indicatorField,
    hans: ['来源'],
    hant: ['來源'],
    en: ['source'],
    value: 'text',
  },
  {
    id: 'parts',
    ...indicatorField,
    hans: ['构成'],
    hant: ['構成'],
    en: ['parts'],
    value: 'expression',
  },
  {
    id: 'formula',
    ...indicatorField,
    hans: ['公式'],
    hant: ['公式'],
    en: ['formula'],
    value: 'expression',
  },

  { id: 'target', role: 'target', hans: ['目标'], hant: ['目標'], en: ['target'] },
  { id: 'result', role: 'result', hans: ['实绩'], hant: ['實績'], en: ['result'] },
  { id: 'table', role: 'table', hans: ['表'], hant: ['表'], en: ['table'] },
  { id: 'chart', role: 'chart', hans: ['图'], hant: ['圖'], en: ['chart'] },
  { id: 'include', role: 'include', hans: ['引用'], hant: ['引用'], en: ['include'] },
  { id: 'note', role: 'note', hans: ['注'], hant: ['註'], en: ['note'] },
];

/** The words that silence a rule, after `//`. */
export const silenceForms: readonly string[] = ['忽略', 'ignore'];

const byForm = new Map<string, KeywordRow>();
for (const row of keywordRows) {
  for (const form of [...row.hans, ...row.hant, ...row.en]) byForm.set(form, row);
}

/** The keyword that a word on the page is, whatever its script; English in any case. */
export function keywordOf(form: string): KeywordRow | undefined {
  return byForm.get(form) ?? byForm.get(form.toLowerCase());
}

export function keywordRow(id: KeywordId): KeywordRow {
  const row = keywordRows.find((candidate) => candidate.id === id);
  if (!row) throw new Error(`no keyword ${id}`);
  return row;
}

/** The id of the choice that a field's value names, such as `binding` for 約束性. */
export function choiceOf(row: KeywordRow, value: string): string | undefined {
  const wanted = value.trim().toLowerCase();
  return row.choices?.find((choice) =>
    [...choice.hans, ...choice.hant, ...choice.en].includes(wanted),
  )?.id;
}
