/** 农民人均纯收入, 新农合, 国税局 in the sentences of a document of later years. */
import type { Place } from '../../model/types.ts';
import type { Line } from '../../syntax/tree.ts';
import { type ObsoleteTerm, obsoleteIndicators, obsoleteTerms } from '../data/obsolete-terms.ts';
import { documentYear, mayBeTitle, simplifiedText, titleYear } from '../dated.ts';
import type { DocumentRule, Report } from '../rule.ts';
import { anyWord, either } from '../signals.ts';
import { inQuotation } from '../text.ts';

interface SearchedTerm extends ObsoleteTerm {
  /** The term where it begins. */
  readonly here: RegExp;
}

const terms: readonly SearchedTerm[] = [...obsoleteIndicators, ...obsoleteTerms].map((term) => ({
  ...term,
  here: new RegExp(term.pattern, 'y'),
}));
const anyTerm = new RegExp(terms.map(({ pattern }) => pattern.source).join('|'), 'g');
/** Pieces of the names in both scripts, the rarest of each. */
const mayName = anyWord([
  '纯收',
  '純收',
  '产总',
  '產總',
  '産總',
  '共财',
  '共財',
  '记失',
  '記失',
  '农合',
  '農合',
  '作医',
  '作醫',
  '总收',
  '總收',
  '耗降',
  '划生',
  '劃生',
  '畫生',
  '税局',
  '稅局',
]);
const kinds: ReadonlySet<Line['kind']> = new Set(['prose', 'heading', 'measure', 'note']);
/** Looking back at years before is no mistake. */
const lookingBack = /(?:19|20)[0-9]{2}年|“?十[一二三四]?五”?(?:期间|时期|末)|原有?$|以来/g;
const furthest = 30;

/** A line with terms in it, in simplified characters. */
interface HeldLine {
  readonly line: Line;
  readonly text: string;
  readonly starts: readonly number[];
}

/** Where terms begin in a line, whichever they are; some begin inside another. */
function beginnings(line: Line): readonly number[] {
  if (!kinds.has(line.kind) || !mayName(line)) return nowhere;
  const text = simplifiedText(line);
  let found: number[] | undefined;
  anyTerm.lastIndex = 0;
  for (let next = anyTerm.exec(text); next; next = anyTerm.exec(text)) {
    found ??= [];
    found.push(next.index);
    anyTerm.lastIndex = next.index + 1;
  }
  return found ?? nowhere;
}

const nowhere: readonly number[] = [];

function looksBack(before: string, since: number): boolean {
  const [last] = [...before.matchAll(lookingBack)].slice(-1);
  if (!last) return false;
  const year = /^[0-9]{4}/.exec(last[0]);
  return year ? Number(year[0]) < since : !/末$/.test(last[0]) || since > 2020;
}

/** Where a line uses the term of its own time. */
function placesOf({ here, since }: SearchedTerm, { line, text, starts }: HeldLine): Place[] {
  const places: Place[] = [];
  let from = 0;
  for (const start of starts) {
    if (start < from) continue;
    here.lastIndex = start;
    if (!here.test(text)) continue;
    from = here.lastIndex;
    const before = text.slice(Math.max(0, start - furthest), start);
    if (inQuotation(text, start) || looksBack(before, since)) continue;
    places.push({ line, start, end: from });
  }
  return places;
}

function tell(term: ObsoleteTerm, places: readonly Place[], report: Report): void {
  const [first] = places;
  const typed = first.line.text.slice(first.start, first.end);
  // Among traditional characters the simplified name would stand out.
  const newText = ({ line }: Place): string =>
    simplifiedText(line) === line.text ? term.instead : term.insteadTraditional;
  report({
    ...first,
    ...(term.soft ? { tier: 'hint' } : {}),
    message: {
      zh: `“${typed}”的说法已不使用：${term.why.zh}。现在说“${term.instead}”。`,
      en: `“${typed}” is no longer in use: ${term.why.en}. Today it is “${term.instead}”.`,
    },
    // A softer one may be right.
    fixes: term.soft
      ? []
      : [
          {
            title: {
              zh: `正文里都改为“${term.instead}”`,
              en: `Change to “${term.instead}” throughout`,
            },
            edits: places.map((place) => ({ ...place, newText: newText(place) })),
          },
        ],
  });
}

const rule: DocumentRule = {
  name: 'obsolete-term',
  tier: 'warning',
  sparesAnnexes: true,
  scope: 'document',
  waitsFor: either(mayName, mayBeTitle),
  reads: (line) => beginnings(line).length > 0 || titleYear(line) !== undefined,
  title: { zh: '说法已停用', en: 'Term no longer in use' },
  description: {
    zh: '正文用了已经停用或改称的指标、机构或制度的名称，如“国民生产总值”“新农合”“国税局”。按文稿的年份判断（“期间”，没有的看标题）；回顾往年的不算。每个说法只在第一次出现时提示。',
    en: 'The text speaks of an indicator, an office or a scheme by a name that has gone out of use. The year of the document decides (its “period”, or else its title); looking back at earlier years is left alone. Each term is told where it first stands.',
  },
  examples: {
    wrong: [
      '青禾镇“十四五”发展规划\n\n到2025年，⟦国民生产总值⟧达3亿元，⟦农民人均纯收入⟧达11000元。农民人均纯收入再上台阶。',
      '規劃：青禾鎮規劃\n期間：2021—2025年\n\n全鎮⟦國民生產總值⟧達3億元。',
      '计划：工作计划\n期间：2022年\n\n继续做好⟦新农合⟧征缴，加强与⟦国税局⟧的联系。',
    ],
    right: [
      '青禾镇“十四五”发展规划\n\n2012年农民人均纯收入达5000元。',
      '做好新农合征缴。',
      '2013年工作总结\n\n农民人均纯收入达5000元，做好新农合征缴。',
    ],
  },
  check(lines, model, report) {
    const year = documentYear(lines, model);
    if (year === undefined) return;
    const held: HeldLine[] = [];
    for (const line of lines) {
      const starts = beginnings(line);
      if (starts.length > 0) held.push({ line, text: simplifiedText(line), starts });
    }
    for (const term of terms) {
      if (year < term.since) continue;
      const places = held.flatMap((line) => placesOf(term, line));
      if (places.length > 0) tell(term, places, report);
    }
  },
};

export default rule;
