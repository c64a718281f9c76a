/** Which words of a document are its title, and what they say about it. */
import { halfWidth, smallNumber } from '../syntax/vocabulary/periods.ts';
import type { Block } from './blocks.ts';
import { joined } from './cleaning.ts';

export interface DocumentTitle {
  readonly kind: 'plan' | 'annualPlan' | 'summary' | 'report';
  readonly text: string;
  /** As the field says it: `2021—2025年`. */
  readonly period?: string;
  readonly issuer?: string;
  readonly date?: string;
  /** The document without what is in here. */
  readonly rest: readonly Block[];
}

const kindWords: readonly (readonly [DocumentTitle['kind'], RegExp])[] = [
  ['report', /报告|報告|\breport\b/gi],
  ['summary', /总结|總結|\bsummary\b|\breview\b/gi],
  [
    'annualPlan',
    /计划|計劃|計畫|工作要点|工作要點|工作方案|工作安排|\bwork plan\b|\bannual plan\b/gi,
  ],
  ['plan', /规划|規劃|纲要|綱要|\bplan\b/gi],
];

/** Behind the word that says what it is: （草案）, （2021—2025年）, 的通知 … and years. */
const afterKind =
  /^(?:纲要|綱要|草案|\s|[（(〔【[][^）)〕】\]]*[）)〕】\]]|\d{4}(?:[—–-]\d{4})?)*$/;
const mark = /[。；;，,：:！!？?、]$/;
const numbered = /^(?:[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、])/;

/** How many blocks may stand above the title: a letterhead, the number of the document. */
const farthest = 6;

/** Undefined where nothing says what the document is. */
export function titleOf(blocks: readonly Block[]): DocumentTitle | undefined {
  const found = markedTitle(blocks) ?? typedTitle(blocks);
  if (!found) return undefined;
  const { at, count, kind } = found;
  const text = textOf(blocks.slice(at, at + count));
  const behind = bylines(blocks.slice(at + count));
  const rest = [...blocks.slice(0, at), ...behind.rest];
  const period = periodOf(text);
  return {
    ...{ kind, text, rest },
    ...(period ? { period } : {}),
    ...(behind.issuer ? { issuer: behind.issuer } : {}),
    ...(behind.date ? { date: behind.date } : {}),
  };
}

interface Found {
  readonly at: number;
  readonly count: number;
  readonly kind: DocumentTitle['kind'];
}

/** A title by its style, or the only heading of the first level, above all others. */
function markedTitle(blocks: readonly Block[]): Found | undefined {
  let at = blocks.slice(0, farthest).findIndex(({ kind }) => kind === 'title');
  let count = 1;
  if (at >= 0) {
    while (blocks[at + count]?.kind === 'title') count += 1;
  } else {
    const headings = blocks.filter((block) => block.kind === 'heading');
    const [first] = headings;
    if (!first || headings.some((other) => other !== first && other.level <= first.level)) {
      return undefined;
    }
    at = blocks.indexOf(first);
    if (at >= farthest || numbered.test(first.text)) return undefined;
    const isFirstLevel = first.level === 1 && headings.length > 1;
    if (!isFirstLevel && !kindOf(first.text)) return undefined;
  }
  const text = textOf(blocks.slice(at, at + count));
  // A title that does not say what it is of is one all the same; a report is the least that it can be.
  const kind = kindOf(text) ?? (/十[一二三四五六七八九]五|五年/.test(text) ? 'plan' : 'report');
  return { at, count, kind };
}

/** A line or two above everything else that say what the document is, and are no sentence. */
function typedTitle(blocks: readonly Block[]): Found | undefined {
  for (let at = 0; at < Math.min(farthest, blocks.length); at++) {
    const block = blocks[at];
    if (block.kind !== 'paragraph' || numbered.test(block.text)) return undefined;
    // The first sentence ends the search: what comes later speaks of plans, and is none.
    if (mark.test(block.text) || block.text.length > 80) return undefined;
    for (const count of [1, 2, 3]) {
      const lines = blocks.slice(at, at + count);
      const isTitle = lines.every(
        (line) => line.kind === 'paragraph' && !mark.test(line.text) && !numbered.test(line.text),
      );
      const text = isTitle ? textOf(lines) : '';
      const kind = text.length <= 80 ? kindOf(text, true) : undefined;
      if (lines.length === count && kind) return { at, count, kind };
    }
  }
  return undefined;
}

function textOf(blocks: readonly Block[]): string {
  return blocks.map((block) => (block.kind === 'table' ? '' : block.text)).reduce(joined, '');
}

/** The last word that says it: a report on how a plan was carried out is a report. */
function kindOf(title: string, atEnd = false): DocumentTitle['kind'] | undefined {
  let last = -1;
  let kind: DocumentTitle['kind'] | undefined;
  for (const [candidate, words] of kindWords) {
    for (const { index, 0: word } of title.matchAll(words)) {
      const end = index + word.length;
      if (end <= last || (atEnd && !afterKind.test(title.slice(end)))) continue;
      last = end;
      kind = candidate;
    }
  }
  return kind;
}

const digits = '〇一二三四五六七八九';

/** The years that a title names, as the field for them is written. */
function periodOf(title: string): string | undefined {
  const text = halfWidth(title).replace(/[〇○零一二三四五六七八九]{4}(?=年)/g, (year) =>
    [...year.replace(/[○零]/g, '〇')].map((digit) => digits.indexOf(digit)).join(''),
  );
  const isChinese = /[\u3400-\u9fff]/.test(text);
  const years = /((?:19|20)\d\d)\s*年?\s*[—–\-~～至到]+\s*((?:19|20)\d\d)/.exec(text);
  if (years) return isChinese ? `${years[1]}—${years[2]}年` : `${years[1]}-${years[2]}`;
  const fiveYears =
    /[“"「]?(十[一二三四五六七八九]|[二三]十)五[”"」]?/.exec(text) ??
    /第(十[一二三四五六七八九]|[二三]十)[个個]五年/.exec(text);
  const ordinal = fiveYears && smallNumber(fiveYears[1]);
  if (ordinal) {
    // The fourteenth is that of 2021 to 2025.
    const first = 2021 + (ordinal - 14) * 5;
    return `${first}—${first + 4}年`;
  }
  const year = [...text.matchAll(/(?<!\d)((?:19|20)\d\d)(?!\d)/g)].at(-1)?.[1];
  return year && (isChinese ? `${year}年` : year);
}

const dateLine =
  /^[（(]?\s*(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}-\d\d-\d\d|[A-Z][a-z]+ \d{1,2}, \d{4})\s*[）)]?$/;
const issuerLine =
  /(?:政府|委员会|委員會|办公室|辦公室|党委|黨委|[局厅廳部]|Board|Council|Office|Committee|Government|Department)$/;

/** Who wrote it and when, in the lines below the title. */
function bylines(blocks: readonly Block[]): {
  readonly issuer?: string;
  readonly date?: string;
  readonly rest: readonly Block[];
} {
  const known: { issuer?: string; date?: string } = {};
  let at = 0;
  for (; at < 2; at++) {
    const block = blocks[at];
    if (block?.kind !== 'paragraph') break;
    const date = dateLine.exec(halfWidth(block.text))?.[1];
    if (date && !known.date) known.date = date.replace(/(?<=[\d年月])\s+(?=[\d年月日])/g, '');
    else if (!known.issuer && block.text.length <= 40 && issuerLine.test(block.text)) {
      known.issuer = block.text;
    } else break;
  }
  return { ...known, rest: blocks.slice(at) };
}
