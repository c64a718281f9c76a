/** Commas and colons of a Latin keyboard in Chinese sentences: one finding and one repair for the whole file. */
import type { Line } from '../../syntax/tree.ts';
import type { DocumentRule, Edit } from '../rule.ts';
import { anyOf } from '../signals.ts';
import { inReference, occurrences } from '../text.ts';

const wide: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};
const hasNarrow = anyOf(',;:?!()');
const narrowMarks = /[,;:?!()]/g;
const kinds: ReadonlySet<Line['kind']> = new Set(['prose', 'heading', 'measure', 'note']);
const han = /[\p{Script=Han}，。；：、？！“”‘’（）《》〔〕…]/u;
/** What may stand between a mark and the Chinese character that shows the sentence to be Chinese. */
const figureOrUnit = /[0-9０-９%％‰.．a-zA-Z'"*_]/;
const furthest = 12;

/** 鎮(zhèn) is another check's. */
const pinyin = /\(([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+)\)/gu;

function isChinese(text: string, from: number, step: 1 | -1): boolean {
  for (let index = from, left = furthest; left > 0; index += step, left--) {
    const sign = text[index];
    if (sign === undefined) return false;
    // Most are plain characters, and need no table of all scripts.
    if ((sign >= '\u4e00' && sign <= '\u9fff') || han.test(sign)) return true;
    if (!figureOrUnit.test(sign)) return false;
  }
  return false;
}

/** Places of the marks of one line that should be wide. */
function marksIn(line: Line): readonly number[] {
  const { text } = line;
  const places: number[] = [];
  const skipped = new Set<number>();
  for (const found of occurrences(pinyin, text)) {
    skipped.add(found.index).add(found.index + found[0].length - 1);
  }
  for (const { 0: mark, index } of occurrences(narrowMarks, text)) {
    if (skipped.has(index) || inReference(line, index, index + 1)) continue;
    const before = text[index - 1] ?? '';
    const after = text[index + 1] ?? '';
    // 1:500, 12:30, 20,000 and ratios; ?! and ?; inside a word are damage, told elsewhere.
    if (/[0-9]/.test(before) && /[0-9]/.test(after)) continue;
    if ((mark === '?' || mark === '!') && /[!?;:,]/.test(before + after)) continue;
    if (mark === '?' && after !== '' && !/[\s”’」』）)]/.test(after)) continue;
    if (mark === ':' && after === '/') continue;
    const behind = isChinese(text, index - 1, -1);
    const ahead = isChinese(text, index + 1, 1);
    const chinese =
      mark === '(' || mark === ')' ? behind || ahead : behind || (ahead && before !== '');
    if (chinese) places.push(index);
  }
  return places;
}

const known = new WeakMap<Line, readonly number[]>();
const nowhere: readonly number[] = [];

/** A line's text never changes, so its marks are looked for once. */
function narrowIn(line: Line): readonly number[] {
  if (!hasNarrow(line) || !kinds.has(line.kind)) return nowhere;
  let places = known.get(line);
  if (!places) {
    places = marksIn(line);
    known.set(line, places);
  }
  return places;
}

const rule: DocumentRule = {
  name: 'half-width-punctuation',
  tier: 'warning',
  scope: 'document',
  waitsFor: hasNarrow,
  reads: (line) => narrowIn(line).length > 0,
  title: { zh: '中文里用了半角标点', en: 'Half-width punctuation in Chinese' },
  description: {
    zh: '中文句子用全角标点：，；：？！（）。半角的多半是从网页或旧系统粘贴来的。全文只提示一次，一次改全；比例（1:500）、时间（12:30）、小数、网址和英文不动。',
    en: 'Chinese sentences have full-width punctuation. Half-width marks mostly come from web pages or older systems. It is told once for the whole file, with one repair for all; ratios, times, decimals, addresses and English text are left alone.',
  },
  basis: 'GB/T 15834-2011',
  examples: {
    wrong: ['全镇经济平稳⟦,⟧投资增长8%,消费(零售)增长5%;\n比例1:500,会议12:30开始。'],
    right: [
      '全镇经济平稳，比例1:500，会议12:30开始，详见http://example.com/a?b=1。',
      'The plan has two parts: roads, and water (see below).',
      '目标 粮食产量: 达5万吨, 比上年增加0.2万吨',
      '产量为{粮食产量@2025}，预算20,000元。',
    ],
  },
  check(lines, _model, report) {
    const edits: Edit[] = [];
    for (const line of lines) {
      for (const start of narrowIn(line)) {
        edits.push({ line, start, end: start + 1, newText: wide[line.text[start]] });
      }
    }
    const [first] = edits;
    if (!first) return;
    const { line, start, end } = first;
    report({
      line,
      start,
      end,
      message: {
        zh: `全文有${edits.length}处半角标点，从这里开始。中文里用全角标点，可以一次改全。`,
        en: `The text has ${edits.length} half-width marks in Chinese sentences, from here on. They can be changed all at once.`,
      },
      fixes: [
        {
          title: {
            zh: `把${edits.length}处半角标点都改为全角`,
            en: `Make all ${edits.length} marks full-width`,
          },
          edits,
          safe: true,
        },
      ],
    });
  },
};

export default rule;
