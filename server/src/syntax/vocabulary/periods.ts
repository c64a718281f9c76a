/**
 * Words and dates that name a period: `2025年底`, `“十四五”末`, `上半年`, `by June 2025`.
 * One regular expression finds them (the lexer uses it), one function reads what it found.
 */
import type { PeriodEdge, PeriodForm } from '../tree.ts';

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 十四 → 14, 二十 → 20, 3 → 3; half-width digits and Chinese numerals below one hundred. */
export function smallNumber(text: string): number | undefined {
  const plain = halfWidth(text);
  if (/^\d+$/.test(plain)) return Number(plain);
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '') return undefined;
  const [, tens, ten, ones] = match;
  if (!ten) return tens && !ones ? numerals.indexOf(tens) : undefined;
  return (tens ? numerals.indexOf(tens) : 1) * 10 + (ones ? numerals.indexOf(ones) : 0);
}

/** Full-width digits, letters and signs to half-width; other characters stay. Same length. */
export function halfWidth(text: string): string {
  return /[！-～]/.test(text)
    ? text.replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    : text;
}

const digit = '[0-9０-９]';
const year = `(?:1[89]|20|１[８９]|２０)${digit}{2}`;
const quote = '[“”"「」『』＂]?';
const planName = '(?:十[一二三四五六七八九]?|二十|[六七八九])五';
const dash = '[—–\\-~～－―至到]+';
const maskedYear = `(?:${digit}{1,3}[xXｘＸ×_＿*＊]{1,3}|[xXｘＸ×_＿*＊]{2,4})`;
const months =
  'january|february|march|april|may|june|july|august|september|october|november|december';
const edge = '(?:年?[末底]以?前|年?[末底初]|年?以?前|之前|期间|期間|内|內|以来|以來|全年|后|後)';

/** Alternatives in order; every group has a name so that {@link readPeriod} can tell them apart. */
const chinesePattern = [
  `(?<yearsFrom>${year})年?${dash}(?<yearsTo>${year})年`,
  `${quote}(?<plan>${planName})${quote}(?:(?<planEnd>规划?期?末|規劃?期?末|期末|时期末|時期末|末期?|末年)|(?<planSpan>规划期间|期间|期間|时期|時期|规划期|规划时期)?)`,
  `(?:(?<quarterYear>${year})年)?(?:第?(?<quarter>[一二三四1-4])季度)`,
  `(?:(?<quartersYear>${year})年)?前(?<quarters>[二三两])个?季度`,
  `(?:(?<halfYear>${year})年)?(?<half>[上下])半年`,
  `(?:(?<seasonYear>${year})年)?(?<season>[春夏秋冬]季|春节[前后]?|国庆[前后]?|汛期前?)`,
  `(?:(?<monthYear>${year})年)?(?<month>(?:1[0-2]|0?[1-9]|１[０-２]|[１-９]))月(?:(?<day>(?:[12]?[0-9]|3[01]|[１-９]))[日号]|(?<monthEdge>[末底初]|份?以?前|份))?`,
  `(?<year>${year})年(?:度)?(?<yearEdge>${edge})?`,
  `(?<maskedYear>${maskedYear})年(?:度)?(?:[末底初]|以?前)?`,
  `(?<base>基期|基年)`,
  `(?<previous>上年|去年|上一年|前一年)(?:度|末|底)?(?<samePeriod>同期)?`,
  `(?<current>本年度?|今年以?来?|全年|当年|當年|年内|年內)(?<currentEdge>[末底])?`,
  `(?<yearEnd>年末|年底|年末前|年底前)`,
  `(?<samePeriodAlone>同期)`,
].join('|');

const englishPattern = [
  `(?<enYearsFrom>(?:19|20)\\d\\d)\\s*[-–—]\\s*(?<enYearsTo>(?:19|20)\\d\\d)(?![\\d.%])`,
  `(?:the\\s+)?(?:(?<enEdge>end|start|beginning)\\s+of\\s+)(?:(?<enEdgeMonth>${months})(?:\\s+(?<enEdgeMonthYear>(?:19|20)\\d\\d))?|(?<enEdgeYear>(?:19|20)\\d\\d)|(?:the\\s+)?(?<enEdgeThis>year)\\b)`,
  `(?:the\\s+)?(?:(?<enQuarter>first|second|third|fourth)\\s+quarter|Q(?<enQ>[1-4]))(?:\\s+(?:of\\s+)?(?<enQuarterYear>(?:19|20)\\d\\d))?`,
  `(?:the\\s+)?(?<enHalf>first|second)\\s+half(?:\\s+of)?(?:\\s+(?:the\\s+year|(?<enHalfYear>(?:19|20)\\d\\d)))?`,
  `(?<enMonth>${months})(?:\\s+(?<enMonthYear>(?:19|20)\\d\\d))?\\b`,
  `(?:the\\s+)?(?<enBase>base\\s+year|baseline|base)\\b`,
  `(?:the\\s+)?(?<enPrevious>last\\s+year|previous\\s+year|year\\s+before)\\b`,
  `(?:the\\s+)?(?<enCurrent>this\\s+year|full\\s+year|whole\\s+year)\\b`,
].join('|');

/** Sticky, for the lexer: an optional 到/by, then a period. A bare English year needs a preposition. */
export const periodPattern = new RegExp(
  `(?:(?<until>到|至|截至|截止|截止到|截至到)?(?:${chinesePattern})(?<onBasis>的?(?:基础|基礎)之?上)?(?:的(?=[0-9０-９]))?)` +
    `|(?:(?<enUntil>by|until|in|for|since|during)\\s+(?:the\\s+)?)?(?:${englishPattern})` +
    `|(?<enPreposition>by|in|for|since|during|from|over|than|with|to)\\s+(?<enYear>(?:19|20)\\d\\d)(?![\\d.,]*\\s*[%\\p{L}\\d])`.replace(
      '\\p{L}',
      'a-zA-Z',
    ),
  'iy',
);

/** Letters that a period can begin with, for the lexer's first-character table. */
export const periodStartChars = [
  ...'0123456789０１２３４５６７８９到至截“”"「」『』＂十二六七八九第一三四前上下春夏秋冬国汛xXｘＸ×_＿*＊基去本今全当當年同',
  ...'abcdefijlmnoqrstuwABCDEFIJLMNOQRSTUW',
];

const englishMonths = months.split('|');
const englishOrdinals = ['first', 'second', 'third', 'fourth'];

function edgeOf(text: string | undefined): PeriodEdge | undefined {
  if (!text) return undefined;
  if (/[末底]$/.test(text)) return 'end';
  if (/初/.test(text)) return 'start';
  if (/前/.test(text)) return 'before';
  if (/后|後/.test(text)) return 'after';
  return undefined;
}

const number = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(halfWidth(text));

/** “十四五” → 14. */
export function planNumber(name: string): number | undefined {
  return smallNumber(name.replace(/五$/, ''));
}

/** What a match of {@link periodPattern} says. */
export function readPeriod(groups: Record<string, string | undefined>): {
  period: PeriodForm;
  until: boolean;
  against: boolean;
} {
  const until = Boolean(
    groups.until ?? (groups.enUntil?.toLowerCase() === 'by' ? 'by' : undefined),
  );
  return {
    period: periodOf(groups),
    until: until || groups.enPreposition?.toLowerCase() === 'by',
    against: Boolean(groups.onBasis) || /^(?:from|over|than)$/i.test(groups.enPreposition ?? ''),
  };
}

function periodOf(g: Record<string, string | undefined>): PeriodForm {
  if (g.yearsFrom) return { form: 'years', from: number(g.yearsFrom)!, to: number(g.yearsTo)! };
  if (g.enYearsFrom)
    return { form: 'years', from: number(g.enYearsFrom)!, to: number(g.enYearsTo)! };
  if (g.plan) return { form: 'plan', number: planNumber(g.plan) ?? 0, end: Boolean(g.planEnd) };
  if (g.quarter)
    return { form: 'quarter', year: number(g.quarterYear), quarter: smallNumber(g.quarter)! };
  if (g.quarters)
    return {
      form: 'quarters',
      year: number(g.quartersYear),
      quarter: g.quarters === '三' ? 3 : 2,
    };
  if (g.enQuarter || g.enQ)
    return {
      form: 'quarter',
      year: number(g.enQuarterYear),
      quarter: g.enQ ? Number(g.enQ) : englishOrdinals.indexOf(g.enQuarter!.toLowerCase()) + 1,
    };
  if (g.half) return { form: 'half', year: number(g.halfYear), half: g.half === '上' ? 1 : 2 };
  if (g.enHalf)
    return {
      form: 'half',
      year: number(g.enHalfYear),
      half: g.enHalf.toLowerCase() === 'first' ? 1 : 2,
    };
  if (g.season) return { form: 'season', year: number(g.seasonYear), season: g.season };
  if (g.month) {
    const month = number(g.month)!;
    if (g.day) return { form: 'date', year: number(g.monthYear), month, day: number(g.day)! };
    return { form: 'month', year: number(g.monthYear), month, edge: edgeOf(g.monthEdge) };
  }
  if (g.enEdge) {
    const which: PeriodEdge = g.enEdge.toLowerCase() === 'end' ? 'end' : 'start';
    if (g.enEdgeMonth)
      return {
        form: 'month',
        year: number(g.enEdgeMonthYear),
        month: englishMonths.indexOf(g.enEdgeMonth.toLowerCase()) + 1,
        edge: which,
      };
    if (g.enEdgeYear) return { form: 'year', year: number(g.enEdgeYear)!, edge: which };
    return { form: 'current', edge: which };
  }
  if (g.enMonth)
    return {
      form: 'month',
      year: number(g.enMonthYear),
      month: englishMonths.indexOf(g.enMonth.toLowerCase()) + 1,
    };
  if (g.year) return { form: 'year', year: number(g.year)!, edge: edgeOf(g.yearEdge) };
  if (g.enYear) return { form: 'year', year: number(g.enYear)! };
  if (g.maskedYear) return { form: 'masked', mask: g.maskedYear };
  if (g.base || g.enBase) return { form: 'base' };
  if (g.previous || g.enPrevious || g.samePeriodAlone)
    return { form: 'previous', samePeriod: Boolean(g.samePeriod ?? g.samePeriodAlone) };
  if (g.yearEnd) return { form: 'current', edge: g.yearEnd.endsWith('前') ? 'before' : 'end' };
  return { form: 'current', edge: edgeOf(g.currentEdge) };
}
