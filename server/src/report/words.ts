/**
 * The few words that a report adds to the writer's own, in the document's script, and how that
 * script is found out.
 */
import { simplify } from '../model/names.ts';
import type { PlanTree } from '../syntax/document.ts';
import type { Line } from '../syntax/tree.ts';
import { type KeywordId, keywordRow, keywordRows } from '../syntax/vocabulary/keywords.ts';
import type { Facet, ProblemId, Script } from './tree.ts';

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
  readonly nature: string;
  readonly binding: string;
  readonly expected: string;
  /** Rows of a generated table whose indicator has no category. */
  readonly otherCategory: string;
  readonly ofWhich: string;
  /** What behind the dot of a reference is asked for. */
  readonly facets: Readonly<Record<Facet, string>>;
  readonly bracketNote: (years: number | undefined) => string;
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
  nature: '属性',
  binding: '约束性',
  expected: '预期性',
  otherCategory: '其他',
  ofWhich: '其中：',
  facets: { change: '增量', growth: '增速', average: '年均', unit: '单位' },
  bracketNote: (years) => (years ? `〔〕内为${years}年累计数。` : '〔〕内为累计数。'),
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
  nature: '屬性',
  binding: '約束性',
  expected: '預期性',
  facets: { change: '增量', growth: '增速', average: '年均', unit: '單位' },
  bracketNote: (years) => (years ? `〔〕內為${years}年累計數。` : '〔〕內為累計數。'),
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
  nature: 'Nature',
  binding: 'binding',
  expected: 'expected',
  otherCategory: 'Other',
  ofWhich: 'of which ',
  facets: { change: 'change', growth: 'growth', average: 'average growth', unit: 'unit' },
  bracketNote: (years) =>
    years ? `Figures in 〔〕 are totals over ${years} years.` : 'Figures in 〔〕 are totals.',
  nothingToShow: 'there is no indicator yet that this table could show',
  nothingToDraw: 'there are no values to draw',
};

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

/** A keyword in the document's script, `责任` or `Owner`. */
export function keywordText(id: KeywordId, script: Script): string {
  const form = keywordRow(id)[script][0];
  return script === 'en' ? form[0].toUpperCase() + form.slice(1) : form;
}

const scripts: readonly Script[] = ['hans', 'hant', 'en'];

/** The script of every keyword form that belongs to one script only. */
const scriptOfForm = new Map<string, Script>();
for (const row of keywordRows) {
  for (const script of scripts) {
    for (const form of row[script]) {
      const shared = scripts.some((other) => other !== script && row[other].includes(form));
      if (!shared) scriptOfForm.set(form, script);
    }
  }
}

/** Simplified texts hold a few characters that count as traditional; in traditional ones every third is. */
const traditionalShare = 0.08;
/** Enough to be sure of a text that has no keyword. */
const enoughCharacters = 1000;

/**
 * The script that a document is written in, told by its keywords: the first one decides that is not
 * the same in two scripts. A text without any is judged by its characters.
 */
export function scriptOf(tree: PlanTree): Script {
  let sample = '';
  for (const line of tree.lines) {
    const script = scriptOfLine(line);
    if (script) return script;
    if (sample.length < enoughCharacters && line.kind !== 'comment') sample += line.text;
  }
  return scriptOfText(sample);
}

function scriptOfText(text: string): Script {
  const han = text.match(/\p{Script=Han}/gu) ?? [];
  const latin = text.match(/[a-z]/gi) ?? [];
  // One Han character says as much as a short English word.
  if (han.length * 4 < latin.length) return 'en';
  const traditional = han.filter((character) => simplify(character) !== character);
  return traditional.length > han.length * traditionalShare ? 'hant' : 'hans';
}

function scriptOfLine(line: Line): Script | undefined {
  const { statement } = line;
  // A field or header that stands where it is prose says nothing about the keywords in use.
  if (statement.kind !== line.kind) return undefined;
  if (!('keyword' in statement)) return undefined;
  const { text } = statement.keyword;
  return scriptOfForm.get(text) ?? scriptOfForm.get(text.toLowerCase());
}
