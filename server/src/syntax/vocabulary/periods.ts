/**
 * Words and dates that name a period: `2025年底`, `“十四五”末`, `上半年`, `by June 2025`.
 * One function finds and reads them; the lexer uses it.
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

/** A character's code, or 0 behind the end: what reads outside of a string is never compiled well again. */
export function codeAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : 0;
}

/** False for what is certainly not white space: nearly all that a stretch begins or ends with. */
export function maybeSpace(code: number): boolean {
  return !((code > 0x20 && code < 0x80) || (code > 0x3000 && code < 0xfeff) || code > 0xfeff);
}

const digit = '[0-9０-９]';
/** 一九九八, 二〇二五 */
const numeralYear = '(?:一[八九]|二[〇○零])[〇○零一二三四五六七八九]{2}';
const year = `(?:(?:1[89]|20|１[８９]|２０)${digit}{2}|${numeralYear})`;
/** Years since 1911, as Taiwan counts them: 2016 to 2030. 100年一遇 and 建校120年 are none. */
const republicYear =
  '(?<![0-9.约約近有达達龄齡校院庆慶满滿逾超过過])(?:10[5-9]|11[0-9]|一[〇○零][五六七八九]|一一[〇○零一二三四五六七八九])';
const openQuote = '[“"「『＂]';
const closeQuote = '[”"」』＂]?';
const planEnd = '规划?期?末|規劃?期?末|期末|时期末|時期末|末期?|末年';
const planSpan = '规划期间|期间|期間|时期|時期|规划期|规划时期';
const planName = '(?:十[一二三四五六七八九]?|二十|[六七八九])五';
const dash = '[—–\\-~～－―至到]+';
const maskedYear = `(?:${digit}{1,3}[xXｘＸ×_＿*＊]{1,3}|[xXｘＸ×_＿*＊]{2,4})`;
const months =
  'january|february|march|april|may|june|july|august|september|october|november|december';
const edge = '(?:年?[末底]以?前|年?[末底初]|年?以?前|之前|期间|期間|内|內|以来|以來|全年|后|後)';

/** Alternatives in order; every group has a name so that {@link readPeriod} can tell them apart. */
const chinesePattern = [
  `(?<yearsFrom>${year})年?${dash}(?<yearsTo>${year})年`,
  `${openQuote}(?<plan>${planName})${closeQuote}(?:(?<planEnd>${planEnd})|(?:${planSpan}))?`,
  // Without quotes a word must follow: 达到十五个 and 二十五公里 are numbers.
  `(?<barePlan>${planName})(?:(?<bareEnd>${planEnd})|(?:${planSpan})|(?=规划|規劃|以来|以來|开局|開局|收官))`,
  `(?:(?<quarterYear>${year})年)?(?:第?(?<quarter>[一二三四1-4])季度)`,
  `(?:(?<quartersYear>${year})年)?前(?<quarters>[二三两])个?季度`,
  `(?:(?<halfYear>${year})年)?(?<half>[上下])半年`,
  `(?:(?<seasonYear>${year})年)?(?<season>[春夏秋冬]季|春节[前后]?|国庆[前后]?|汛期前?)`,
  `(?:(?<monthYear>${year})年)?(?<month>(?:1[0-2]|0?[1-9]|１[０-２]|[１-９]))月(?:(?<day>(?:[12]?[0-9]|3[01]|[１-９]))[日号](?:以?前(?![后後]))?|(?<monthEdge>[末底](?:以?前(?![后後]))?|初|份?以?前|份))?`,
  `(?<year>${year})年(?:度)?(?<yearEdge>${edge})?`,
  `(?:民[国國]\\s?)?(?<republicYear>${republicYear})年(?:度)?(?<republicEdge>${edge})?(?!一遇|[来來以左前多余餘]|的?[历歷]史)`,
  `(?<maskedYear>${maskedYear})年(?:度)?(?:[末底初]|以?前)?`,
  `(?<base>基期|基年)`,
  `(?<previous>上年|去年|上一年|前一年)(?:度|末|底)?(?<samePeriod>同期)?`,
  `(?<next>(?<!文)明年)(?:度|末|底)?`,
  `(?<current>本年度?|今年以?来?|全年|当年|當年|年内|年內)(?<currentEdge>[末底])?`,
  `(?<yearEnd>年[末底]以?前?)`,
  `(?<samePeriodAlone>同期)`,
].join('|');

const englishPattern = [
  `(?<enYearsFrom>(?:19|20)\\d\\d)\\s*[-–—]\\s*(?<enYearsTo>(?:19|20)\\d\\d)(?![\\d.%])`,
  // 2026–27, fiscal year 2025/26: the year that begins in the first of them.
  `(?:fiscal\\s+years?\\s+|FY\\s?)?(?<enFiscal>(?:19|20)\\d\\d)\\s?[-–/]\\s?(?<enFiscalTo>\\d\\d)(?![\\d.%,年月日号號/-])`,
  `(?:the\\s+)?(?:(?<enEdge>end|start|beginning)\\s+of\\s+)(?:(?<enEdgeMonth>${months})(?:\\s+(?<enEdgeMonthYear>(?:19|20)\\d\\d))?|(?<enEdgeYear>(?:19|20)\\d\\d)|(?:the\\s+)?(?<enEdgeThis>year)\\b)`,
  `(?:the\\s+)?(?:(?<enQuarter>first|second|third|fourth)\\s+quarter|Q(?<enQ>[1-4]))(?:\\s+(?:of\\s+)?(?<enQuarterYear>(?:19|20)\\d\\d))?`,
  `(?:the\\s+)?(?<enHalf>first|second)\\s+half(?:\\s+of)?(?:\\s+(?:the\\s+year|(?<enHalfYear>(?:19|20)\\d\\d)))?`,
  `(?<enMonth>${months})(?:\\s+(?<enMonthYear>(?:19|20)\\d\\d))?\\b`,
  `(?:the\\s+)?(?<enBase>base\\s+year|baseline|base)\\b`,
  `(?:the\\s+)?(?<enPrevious>last\\s+year|previous\\s+year|year\\s+before)\\b`,
  `(?:the\\s+)?(?<enCurrent>this\\s+year|full\\s+year|whole\\s+year)\\b`,
].join('|');

/**
 * A pattern with its groups by number: an object of fifty named groups for every year on the page
 * would cost more than the match.
 */
class NumberedPattern {
  readonly pattern: RegExp;
  private readonly names: ReadonlyMap<string, number>;

  constructor(source: string) {
    const names = new Map<string, number>();
    const numbered = source.replace(/\(\?<([a-zA-Z]+)>/g, (_whole, name: string) => {
      names.set(name, names.size + 1);
      return '(';
    });
    this.names = names;
    this.pattern = new RegExp(numbered, 'iy');
  }

  /** The match at this place; ask it for a group by its name. */
  match(text: string, offset: number): { length: number; group: Group } | undefined {
    this.pattern.lastIndex = offset;
    const found = this.pattern.exec(text);
    if (!found) return undefined;
    return { length: found[0].length, group: (name) => found[this.names.get(name) ?? -1] ?? '' };
  }
}

/** The text of a group; empty where it took no part. */
type Group = (name: string) => string;

const chinese = new NumberedPattern(
  `(?<until>到|至|截至|截止|截止到|截至到)?(?:${chinesePattern})(?<onBasis>的?(?:基础|基礎)之?上)?(?:的(?=${digit}))?`,
);
/** A bare English year needs a preposition. */
const english = new NumberedPattern(
  `(?:(?<enUntil>by|until|in|for|since|during)\\s+(?:the\\s+)?)?(?:${englishPattern})` +
    // “over 2000 trees” is a figure: after these words a year needs its end behind it.
    '|(?<enPreposition>by|in|for|since|during|(?:from|over|than)(?=\\s+\\d{4}(?:\\s*(?:$|[,;.)])|\\s+(?:to|levels?|by)\\b)))\\s+(?<enYear>(?:19|20)\\d\\d)(?!\\d|[.,]\\d|\\s*%)',
);
/** What may follow the first character of a period that is neither a digit nor a letter. */
const secondCharacters: Readonly<Record<string, string>> = {
  截: '至止',
  ...sameFor('“"「『＂', '十二六七八九'),
  十: '一二三四五六七八九',
  一: '八九季〇○零一',
  民: '国國',
  二: '十季〇○零',
  ...sameFor('六七八九', '五'),
  ...sameFor('三四', '季'),
  第: '一二三四1234',
  前: '一二三两',
  上: '一年半',
  下: '半',
  春: '季节',
  ...sameFor('夏秋冬', '季'),
  国: '庆',
  ...sameFor('汛同', '期'),
  基: '期年',
  ...sameFor('去本今明全当當', '年'),
  年: '末底内內',
  ...sameFor('xXｘＸ×_＿*＊', 'xXｘＸ×_＿*＊'),
};

function sameFor(characters: string, value: string): Record<string, string> {
  return Object.fromEntries([...characters].map((character) => [character, value]));
}

/** Letters that a period can begin with, for the lexer's first-character table. */
export const periodStartChars: readonly string[] = [
  ...'0123456789０１２３４５６７８９到至',
  ...Object.keys(secondCharacters),
  ...'abcdefijlmnoqrstuwABCDEFIJLMNOQRSTUW',
];

const codesOf = (characters: Iterable<string>): ReadonlySet<number> =>
  new Set([...characters].map((character) => character.charCodeAt(0)));

const seconds = new Map<number, ReadonlySet<number>>([
  ...[...'到至'].map((until) => [until.charCodeAt(0), codesOf(periodStartChars)] as const),
  ...Object.entries(secondCharacters).map(
    ([first, second]) => [first.charCodeAt(0), codesOf(second)] as const,
  ),
]);

/** A figure that begins a period is followed by 年, 月, 季度, a dash of years or a mask. */
const behindDigits = codesOf('年月季xXｘＸ×_＿*＊—–-~～－―至到');
const behindSpacedDigits = /[0-9０-９]+\s*(?:[年月季xXｘＸ×_＿*＊—–\-~～－―至到])/y;

const isAsciiDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isAnyDigit = (code: number): boolean =>
  isAsciiDigit(code) || (code >= 0xff10 && code <= 0xff19);

/** Whether the first characters are those of a period: the patterns are long, and most places have none. */
function mayBegin(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (isAnyDigit(code)) {
    let end = offset + 1;
    while (isAnyDigit(codeAt(text, end))) end++;
    const behind = codeAt(text, end);
    if (behindDigits.has(behind)) return true;
    if (!maybeSpace(behind)) return false;
    behindSpacedDigits.lastIndex = offset;
    return behindSpacedDigits.test(text);
  }
  return isEnglish(code) || (seconds.get(code)?.has(codeAt(text, offset + 1)) ?? false);
}

/** No period in English begins with an x, but a masked year may. */
function isEnglish(code: number): boolean {
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x7a && letter !== 0x78;
}

export interface PeriodMatch {
  /** Characters that it takes up. */
  readonly length: number;
  readonly period: PeriodForm;
  /** 到, 至, by: reached by then. */
  readonly until: boolean;
  /** `from 2020`, 在2020年基础上: what a change is measured against. */
  readonly against: boolean;
}

/** What makes more of a year, or of a word, when it stands behind: then the patterns decide. */
const behindYear = codesOf(
  '度末底初以前之期内內来來全后後的基第一二三四上下春夏秋冬国汛0123456789０１２３４５６７８９—–-~～－―至到',
);
const behindEdge = codesOf('以前的基');
const behindWord = codesOf('度末底同以来來的基');

/** Words that are most of the periods which are not a year. */
const words: Readonly<Record<string, PeriodForm>> = {
  基期: { form: 'base' },
  上年: { form: 'previous', samePeriod: false },
  去年: { form: 'previous', samePeriod: false },
  同期: { form: 'previous', samePeriod: true },
  全年: { form: 'current', edge: undefined },
  今年: { form: 'current', edge: undefined },
};
const wordStarts = codesOf(Object.keys(words));

/** A year or a word with nothing around it that could belong to the period: most are no more than that. */
function plainPeriodAt(text: string, offset: number): PeriodMatch | undefined {
  const first = text.charCodeAt(offset);
  if (wordStarts.has(first)) {
    const period = words[text.slice(offset, offset + 2)];
    return period && !behindWord.has(codeAt(text, offset + 2))
      ? { length: 2, period, until: false, against: false }
      : undefined;
  }
  const until = first === toward1 || first === toward2;
  const start = until ? offset + 1 : offset;
  if (codeAt(text, start + 4) !== yearSign) return undefined;
  const value = plainYear(text, start);
  if (value === undefined) return undefined;
  let end = start + 5;
  let edge: PeriodEdge | undefined;
  const next = codeAt(text, end);
  if (behindYear.has(next)) {
    const second = codeAt(text, end + 1);
    // 2020年的7221吨; 2025年底
    if (next === ofSign ? !isAnyDigit(second) : behindEdge.has(second)) return undefined;
    if (next !== ofSign) {
      edge = edgeOf(text.charAt(end));
      if (edge !== 'end' && edge !== 'start') return undefined;
    }
    end++;
  }
  return {
    length: end - offset,
    period: { form: 'year', year: value, edge },
    until,
    against: false,
  };
}

const [toward1, toward2, yearSign, ofSign] = codesOf('到至年的');

/** 1800 to 2099 in ASCII digits. */
function plainYear(text: string, start: number): number | undefined {
  let value = 0;
  for (let at = start; at < start + 4; at++) {
    const code = text.charCodeAt(at);
    if (!isAsciiDigit(code)) return undefined;
    value = value * 10 + code - 0x30;
  }
  return value >= 1800 && value <= 2099 ? value : undefined;
}

/** The period that stands at this place of a text. */
export function periodAt(text: string, offset: number): PeriodMatch | undefined {
  if (!mayBegin(text, offset)) return undefined;
  const plain = plainPeriodAt(text, offset);
  if (plain) return plain;
  const code = text.charCodeAt(offset);
  const found =
    (isEnglish(code) ? undefined : chinese.match(text, offset)) ??
    (isEnglish(code) || isAnyDigit(code) ? english.match(text, offset) : undefined);
  if (!found || found.length === 0) return undefined;
  const { group } = found;
  const fiscal = number(group('enFiscal'));
  if (fiscal !== undefined && number(group('enFiscalTo')) !== (fiscal + 1) % 100) return undefined;
  const preposition = group('enPreposition').toLowerCase();
  return {
    length: found.length,
    period: periodOf(group),
    until: group('until') !== '' || group('enUntil').toLowerCase() === 'by' || preposition === 'by',
    against: group('onBasis') !== '' || /^(?:from|over|than)$/.test(preposition),
  };
}

/** For the editor's grammar: what the lexer takes for a period, all groups numbered. */
export const periodSources: readonly string[] = [chinese, english].map(
  ({ pattern }) => pattern.source,
);

const englishMonths = months.split('|');
const englishOrdinals = ['first', 'second', 'third', 'fourth'];

function edgeOf(text: string): PeriodEdge | undefined {
  if (/[末底]$/.test(text)) return 'end';
  if (/初/.test(text)) return 'start';
  if (/前/.test(text)) return 'before';
  if (/后|後/.test(text)) return 'after';
  return undefined;
}

const number = (text: string): number | undefined =>
  text === '' ? undefined : Number(halfWidth(text).replace(/[^0-9]/g, digitOf));

/** 〇 and ○ are other signs for 零. */
const digitOf = (numeral: string): string => String(Math.max(0, numerals.indexOf(numeral)));

/** “十四五” → 14. */
export function planNumber(name: string): number | undefined {
  return smallNumber(name.replace(/五$/, ''));
}

function periodOf(group: Group): PeriodForm {
  if (group('yearsFrom'))
    return { form: 'years', from: number(group('yearsFrom'))!, to: number(group('yearsTo'))! };
  if (group('enYearsFrom'))
    return { form: 'years', from: number(group('enYearsFrom'))!, to: number(group('enYearsTo'))! };
  if (group('enFiscal')) return { form: 'year', year: number(group('enFiscal'))! };
  if (group('plan'))
    return { form: 'plan', number: planNumber(group('plan')) ?? 0, end: Boolean(group('planEnd')) };
  if (group('barePlan'))
    return {
      form: 'plan',
      number: planNumber(group('barePlan')) ?? 0,
      end: group('bareEnd') !== '',
    };
  if (group('quarter'))
    return {
      form: 'quarter',
      year: number(group('quarterYear')),
      quarter: smallNumber(group('quarter'))!,
    };
  if (group('quarters'))
    return {
      form: 'quarters',
      year: number(group('quartersYear')),
      quarter: group('quarters') === '三' ? 3 : 2,
    };
  if (group('enQuarter') || group('enQ'))
    return {
      form: 'quarter',
      year: number(group('enQuarterYear')),
      quarter: group('enQ')
        ? Number(group('enQ'))
        : englishOrdinals.indexOf(group('enQuarter')!.toLowerCase()) + 1,
    };
  if (group('half'))
    return { form: 'half', year: number(group('halfYear')), half: group('half') === '上' ? 1 : 2 };
  if (group('enHalf'))
    return {
      form: 'half',
      year: number(group('enHalfYear')),
      half: group('enHalf').toLowerCase() === 'first' ? 1 : 2,
    };
  if (group('season'))
    return { form: 'season', year: number(group('seasonYear')), season: group('season') };
  if (group('month')) {
    const month = number(group('month'))!;
    if (group('day'))
      return { form: 'date', year: number(group('monthYear')), month, day: number(group('day'))! };
    return {
      form: 'month',
      year: number(group('monthYear')),
      month,
      // 6月底前 is told by its end, as 6月底 is; 6月前 ends where June begins.
      edge: edgeOf(group('monthEdge').replace(/(?<=[末底]).+/, '')),
    };
  }
  if (group('enEdge')) {
    const which: PeriodEdge = group('enEdge').toLowerCase() === 'end' ? 'end' : 'start';
    if (group('enEdgeMonth'))
      return {
        form: 'month',
        year: number(group('enEdgeMonthYear')),
        month: englishMonths.indexOf(group('enEdgeMonth').toLowerCase()) + 1,
        edge: which,
      };
    if (group('enEdgeYear'))
      return { form: 'year', year: number(group('enEdgeYear'))!, edge: which };
    return { form: 'current', edge: which };
  }
  if (group('enMonth'))
    return {
      form: 'month',
      year: number(group('enMonthYear')),
      month: englishMonths.indexOf(group('enMonth').toLowerCase()) + 1,
    };
  if (group('year'))
    return { form: 'year', year: number(group('year'))!, edge: edgeOf(group('yearEdge')) };
  if (group('republicYear'))
    return {
      form: 'year',
      year: 1911 + number(group('republicYear'))!,
      edge: edgeOf(group('republicEdge')),
    };
  if (group('enYear')) return { form: 'year', year: number(group('enYear'))! };
  if (group('maskedYear')) return { form: 'masked', mask: group('maskedYear') };
  if (group('base') || group('enBase')) return { form: 'base' };
  if (group('previous') || group('enPrevious') || group('samePeriodAlone'))
    return {
      form: 'previous',
      samePeriod: Boolean(group('samePeriod') || group('samePeriodAlone')),
    };
  if (group('next')) return { form: 'next' };
  if (group('yearEnd'))
    return { form: 'current', edge: group('yearEnd').endsWith('前') ? 'before' : 'end' };
  return { form: 'current', edge: edgeOf(group('currentEdge')) };
}
