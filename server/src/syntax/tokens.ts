/**
 * The lexer: one Chevrotain lexer with a mode for each kind of text. A line is lexed on its own, in
 * mode `line`; the word at its head chooses the mode for the rest. Claims, references, formulas and
 * table rows can also be lexed by themselves, by starting in their mode.
 *
 * Every pattern is complement-free or carries `start_chars_hint`, so that Chevrotain's
 * first-character table stays on (`ensureOptimizations` fails the build of the lexer otherwise).
 * That table files what is above U+00FF in buckets, so that a mode with many tokens has one of its
 * own by character: see {@link byFirstCharacter}.
 */
import {
  type CustomPatternMatcherReturn,
  createToken,
  type IToken,
  Lexer,
  type TokenType,
} from 'chevrotain';
import { keywordRows, silenceForms } from './vocabulary/keywords.ts';
import { codeAt, periodAt, periodStartChars } from './vocabulary/periods.ts';
import { type PhraseRow, phraseRows } from './vocabulary/phrases.ts';
import { magnitudeRows, unitRows } from './vocabulary/units.ts';

type Matcher = (
  text: string,
  offset: number,
  matched: IToken[],
) => CustomPatternMatcherReturn | null;

// ---------------------------------------------------------------- helpers

/**
 * For tokens that may begin with anything. Chevrotain files characters above U+00FF in buckets of about 256, and one
 * character is enough to name a bucket: to tell all of them to every such token would take as long as all the rest.
 */
const anyChar: number[] = [
  ...Array.from({ length: 0x100 }, (_, code) => code),
  ...Array.from({ length: 0x1fe }, (_, index) => 0x17f + index * 0x80),
];
const isAsciiLetter = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
const isDigit = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0x09 || code === 0x3000 || code === 0xa0 || code === 0xfeff;

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

function alternatives(forms: readonly string[]): string {
  return [...new Set(forms)]
    .sort((a, b) => b.length - a.length)
    .map(escapeRegExp)
    .join('|');
}

interface Result extends Array<string> {
  payload?: unknown;
}

/** The one result of all custom patterns: Chevrotain reads it before it asks the next pattern. */
const result: Result = [''];

/** What a custom pattern returns: the matched text, with what the parser wants to know about it. */
function match(image: string, payload?: unknown): CustomPatternMatcherReturn {
  result[0] = image;
  result.payload = payload;
  return result as CustomPatternMatcherReturn;
}

/** What a token is to the one behind it: only behind a number stands a unit, and only behind a lead a unit without one. */
type Role = (typeof roles)[number];
const roles = ['other', 'number', 'unit', 'lead'] as const;
const numberRole = roles.indexOf('number');
const unitRole = roles.indexOf('unit');

interface CustomOptions {
  /** What the token may begin with; `others` are the characters that no other token of the mode names. */
  readonly starts?: readonly (string | number)[] | 'others';
  readonly role?: Role;
  /** Behind which tokens it may stand; behind any, if nothing is said. */
  readonly behind?: readonly Role[];
  readonly categories?: TokenType | TokenType[];
  readonly push_mode?: string;
}

const codeOf = (start: string | number): number =>
  typeof start === 'number' ? start : start.charCodeAt(0);

/** How a custom token is found, and where it may stand. */
interface Finder {
  readonly type: TokenType;
  readonly matcher: Matcher;
  readonly starts: ReadonlySet<number> | 'others' | undefined;
  readonly role: number;
  readonly behind: readonly Role[];
}

const finders = new Map<TokenType, Finder>();

function custom(name: string, matcher: Matcher, options: CustomOptions = {}): TokenType {
  const { role = 'other', behind = roles } = options;
  const starts =
    options.starts === 'others' ? 'others' : options.starts && new Set(options.starts.map(codeOf));
  const type = createToken({
    name,
    pattern: { exec: matcher as never },
    line_breaks: false,
    start_chars_hint: startCharsHint(typeof starts === 'object' ? starts : undefined),
    ...(options.categories ? { categories: options.categories } : {}),
    ...(options.push_mode ? { push_mode: options.push_mode } : {}),
  });
  finders.set(type, { type, matcher, starts, role: roles.indexOf(role), behind });
  return type;
}

/** In order, or Chevrotain would ask the token again for each time that its bucket comes up. */
function startCharsHint(codes: Iterable<number> | undefined): number[] {
  return codes ? [...codes].sort((a, b) => a - b) : anyChar;
}

/** What {@link byFirstCharacter} found last, where, and behind which tokens. */
let foundType: TokenType | undefined;
let foundAt = -1;
let foundBehind: IToken[] | undefined;
/** What the token is that stands last on that list. */
let lastRole = 0;

/** Puts what a matcher has just found on the list. */
function put(tokenType: TokenType, startOffset: number, matched: IToken[]): void {
  const { 0: image, payload } = result;
  const tokenTypeIdx = tokenType.tokenTypeIdx as number;
  matched.push({ image, startOffset, tokenTypeIdx, tokenType, payload } as IToken);
}

/**
 * The patterns by which the lexer finds these tokens: one for each mode that they open. A place is looked at once, by
 * the first pattern that is asked: it tries, in the order given, the tokens that begin with just this character and
 * may stand behind the last one. A pattern can only be of one token, so it is skipped, and what was found is put on the
 * list here, which Chevrotain lets a custom pattern do.
 */
function byFirstCharacter(name: string, types: readonly TokenType[]): TokenType[] {
  const known = types.map((type) => finders.get(type)).filter((finder) => finder !== undefined);
  const lists: Finder[][] = [];
  const list = (finders: Finder[]): void => {
    for (const role of roles) lists.push(finders.filter(({ behind }) => behind.includes(role)));
  };
  list(known.filter(({ starts }) => typeof starts !== 'object'));
  const listOf = new Uint16Array(0x10000);
  for (const { starts } of known) {
    if (typeof starts !== 'object') continue;
    for (const code of starts) {
      if (listOf[code] > 0) continue;
      listOf[code] = lists.length;
      list(
        known.filter((one) =>
          typeof one.starts === 'object' ? one.starts.has(code) : !one.starts,
        ),
      );
    }
  }
  const find = (text: string, offset: number, matched: IToken[]): void => {
    const behind = matched.length === 0 ? 0 : lastRole;
    foundAt = offset;
    foundBehind = matched;
    const candidates = lists[listOf[text.charCodeAt(offset)] + behind];
    for (let index = 0; index < candidates.length; index++) {
      const { matcher, type, role } = candidates[index];
      if (matcher(text, offset, matched) === null) continue;
      foundType = type;
      lastRole = role;
      put(type, offset, matched);
      if (role === numberRole) putUnit(text, offset, matched);
      return;
    }
    foundType = undefined;
  };
  const opened = new Set(types.map(({ PUSH_MODE }) => PUSH_MODE));
  return [...opened].map((mode) => {
    const those = known.filter(({ type }) => type.PUSH_MODE === mode);
    const starts = those.flatMap((one) => (typeof one.starts === 'object' ? [...one.starts] : []));
    const isAny = those.some((one) => typeof one.starts !== 'object');
    return createToken({
      name: mode ? `${name} opening ${mode}` : name,
      pattern: {
        exec: (text: string, offset: number, matched: IToken[]) => {
          if (offset !== foundAt || matched !== foundBehind) find(text, offset, matched);
          return foundType !== undefined && foundType.PUSH_MODE === mode
            ? (result as CustomPatternMatcherReturn)
            : null;
        },
      },
      line_breaks: false,
      start_chars_hint: startCharsHint(isAny ? undefined : new Set(starts)),
      group: Lexer.SKIPPED,
      ...(mode ? { push_mode: mode } : {}),
    });
  });
}

function sticky(name: string, source: string, options: CustomOptions = {}): TokenType {
  const pattern = new RegExp(source, 'y');
  return custom(
    name,
    (text, offset) => {
      pattern.lastIndex = offset;
      const found = pattern.exec(text);
      return found && found[0] !== '' ? match(found[0], found.groups) : null;
    },
    options,
  );
}

/** A token that is one of these characters. */
function oneOf(name: string, characters: string): TokenType {
  // One string for each, however often it is kept.
  const known = new Map([...characters].map((character) => [codeOf(character), character]));
  return custom(name, (text, offset) => match(known.get(text.charCodeAt(offset)) ?? ''), {
    starts: [...characters],
  });
}

// ---------------------------------------------------------------- phrases

interface PhraseForm {
  readonly text: string;
  readonly row: PhraseRow;
  readonly english: boolean;
  /** The second character of a form in Chinese that has one; most are told apart by it. */
  readonly second: number | undefined;
  /** What may not follow, by its first character. */
  readonly not: ReadonlyMap<number, readonly string[]> | undefined;
  /** Which characters may not stand before it. */
  readonly notBehind: string;
}

function wordsByFirstChar(words: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const byFirst = new Map<number, string[]>();
  for (const word of words) {
    const code = word.charCodeAt(0);
    byFirst.set(code, [...(byFirst.get(code) ?? []), word]);
  }
  return byFirst;
}

const phrasesByFirstChar = new Map<number, PhraseForm[]>();
for (const row of phraseRows) {
  const not = row.not && wordsByFirstChar(row.not);
  const formOf = (text: string, english: boolean): PhraseForm => ({
    text,
    row,
    english,
    second: english || text.length === 1 ? undefined : text.charCodeAt(1),
    not: english ? undefined : not,
    notBehind: row.notBehind?.[text] ?? '',
  });
  for (const form of [
    ...row.zh.map((text) => formOf(text, false)),
    ...row.en.map((text) => formOf(text, true)),
  ]) {
    const code = form.text.charCodeAt(0);
    const codes = form.english ? [code, form.text[0].toUpperCase().charCodeAt(0)] : [code];
    for (const key of codes) {
      const list = phrasesByFirstChar.get(key) ?? [];
      list.push(form);
      phrasesByFirstChar.set(key, list);
    }
  }
}
for (const list of phrasesByFirstChar.values()) list.sort((a, b) => b.text.length - a.text.length);
const phraseStarts = [...phrasesByFirstChar.keys()];

function startsWithWord(text: string, offset: number, word: string): boolean {
  if (text.length - offset < word.length) return false;
  if (text.slice(offset, offset + word.length).toLowerCase() !== word) return false;
  return !isAsciiLetter(codeAt(text, offset + word.length));
}

function startsWithAny(text: string, offset: number, words: readonly string[]): boolean {
  for (const word of words) if (text.startsWith(word, offset)) return true;
  return false;
}

let lastText = '';
let lastOffset = -1;
let lastPhrase: PhraseForm | undefined;

/** The longest phrase at this place; remembered, because each token type asks in turn. */
function phraseAt(text: string, offset: number): PhraseForm | undefined {
  if (offset === lastOffset && text === lastText) return lastPhrase;
  lastText = text;
  lastOffset = offset;
  lastPhrase = undefined;
  const candidates = phrasesByFirstChar.get(text.charCodeAt(offset));
  if (!candidates) return undefined;
  const second = codeAt(text, offset + 1);
  for (const form of candidates) {
    if (form.second !== undefined && form.second !== second) continue;
    const fits = form.english
      ? startsWithWord(text, offset, form.text)
      : form.text.length <= 2 || text.startsWith(form.text, offset);
    if (!fits) continue;
    const behind = offset + form.text.length;
    const not = form.not?.get(codeAt(text, behind));
    if (not && startsWithAny(text, behind, not)) continue;
    if (offset > 0 && form.notBehind !== '' && form.notBehind.includes(text[offset - 1])) continue;
    lastPhrase = form;
    break;
  }
  return lastPhrase;
}

function phrase(
  name: string,
  kinds: readonly PhraseRow['kind'][],
  options: CustomOptions = {},
): TokenType {
  return custom(
    name,
    (text, offset) => {
      const found = phraseAt(text, offset);
      if (!found || !kinds.includes(found.row.kind)) return null;
      const { text: form, english } = found;
      return match(english ? text.slice(offset, offset + form.length) : form, found.row);
    },
    { starts: startsOf(kinds), ...options },
  );
}

/** First characters of the phrases of these kinds. */
function startsOf(kinds: readonly PhraseRow['kind'][]): number[] {
  return phraseStarts.filter((code) =>
    phrasesByFirstChar.get(code)?.some(({ row }) => kinds.includes(row.kind)),
  );
}

// ---------------------------------------------------------------- units

interface Spelling {
  readonly text: string;
  /** The second character of a spelling in Chinese that has one; most are told apart by it. */
  readonly second: number | undefined;
  readonly english: boolean;
  /** A single letter counts in its own case only: 5g is a mass, 5G is a name. */
  readonly exact: boolean;
}

function spellingTable(rows: readonly { name: string; forms: readonly string[] }[]) {
  const table = new Map<number, Spelling[]>();
  for (const row of rows) {
    for (const text of [row.name, ...row.forms]) {
      const english = isAsciiLetter(text.charCodeAt(0));
      const exact = !english || text.length === 1;
      const codes = !exact
        ? [text[0].toLowerCase().charCodeAt(0), text[0].toUpperCase().charCodeAt(0)]
        : [text.charCodeAt(0)];
      for (const code of codes) {
        const list = table.get(code) ?? [];
        list.push({
          text: exact ? text : text.toLowerCase(),
          second: english || text.length === 1 ? undefined : text.charCodeAt(1),
          english,
          exact,
        });
        table.set(code, list);
      }
    }
  }
  for (const list of table.values()) list.sort((a, b) => b.text.length - a.text.length);
  return table;
}

const unitSpellings = spellingTable(unitRows);
const magnitudeSpellings = spellingTable(magnitudeRows);

/** End of the longest spelling at this place, or the place itself where there is none. */
function spellingEnd(table: Map<number, Spelling[]>, text: string, offset: number): number {
  const candidates = table.get(codeAt(text, offset));
  if (candidates) {
    const secondHere = codeAt(text, offset + 1);
    for (const { text: spelling, second, english, exact } of candidates) {
      if (second !== undefined && second !== secondHere) continue;
      const end = offset + spelling.length;
      const fits = exact
        ? text.startsWith(spelling, offset)
        : startsWithWord(text, offset, spelling);
      if (fits && !(english && isAsciiLetter(codeAt(text, end)))) return end;
    }
  }
  return offset;
}

function skipSpaces(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

const [more1, more2, more3] = [...'余餘多'].map((char) => char.charCodeAt(0));
function isMore(text: string, offset: number): boolean {
  const code = codeAt(text, offset);
  return code === more1 || code === more2 || code === more3;
}

const each = '每'.charCodeAt(0);
const isIdeograph = (code: number): boolean => code >= 0x3400 && code <= 0x9fff;
const isSlash = (code: number): boolean => code === 0x2f || code === 0xff0f;

/** What a character may be in a figure, a bit for each: most characters are nothing of it, and one look tells. */
const figureParts = new Uint8Array(0x10000);
const beginsUnit = 1;
const endsUnit = 2;
const maskSign = 4;
const currencySign = 8;
const greatMagnitude = 16;
const numeral = 32;
const rangeWord = 64;

function setParts(part: number, characters: Iterable<string | number>): void {
  for (const character of characters) figureParts[codeOf(character)] |= part;
}

const isPart = (text: string, at: number, part: number): boolean =>
  (figureParts[codeAt(text, at)] & part) !== 0;

setParts(beginsUnit, [...unitSpellings.keys(), ...magnitudeSpellings.keys(), ...'余餘多/／']);
for (const { name, forms } of [...unitRows, ...magnitudeRows])
  setParts(
    endsUnit,
    [name, ...forms].map((spelling) => spelling[spelling.length - 1]),
  );
setParts(greatMagnitude, '亿億万萬');

export interface UnitMatch {
  readonly end: number;
  /** As printed, without 余/多 and with single spaces. */
  readonly unit: string;
  readonly more: boolean;
}

/**
 * The unit that stands at this place behind a number: `余万元`, `万余元`, `万元/人`, ` million yuan`.
 * Longest spellings win. Undefined where there is none (not even 余).
 */
export function unitAt(text: string, offset: number): UnitMatch | undefined {
  let at = skipSpaces(text, offset);
  if (!isPart(text, at, beginsUnit)) return undefined;
  const start = at;
  let more = false;
  let unit = '';
  if (isMore(text, at)) {
    more = true;
    at += 1;
  }
  let end = spellingEnd(magnitudeSpellings, text, at);
  // 万 is a magnitude in 万元 and 万人次, but a longer unit may begin with the same character.
  const wholeUnitEnd = spellingEnd(unitSpellings, text, at);
  if (end > at && wholeUnitEnd <= end) {
    const magnitude = at;
    at = end;
    if (isMore(text, at)) {
      more = true;
      at += 1;
    }
    const spaced = skipSpaces(text, at);
    const unitEnd = spellingEnd(unitSpellings, text, spaced);
    if (unitEnd === spaced) {
      unit = text.slice(magnitude, end);
    } else {
      unit =
        spaced === end
          ? text.slice(magnitude, unitEnd)
          : text.slice(magnitude, end) + (spaced > at ? ' ' : '') + text.slice(spaced, unitEnd);
      at = unitEnd;
    }
  } else if (wholeUnitEnd > at) {
    unit = text.slice(at, wholeUnitEnd);
    at = wholeUnitEnd;
  }
  if (unit !== '') {
    const next = codeAt(text, at);
    if (isSlash(next)) {
      const perStart = at + 1;
      const magnitudeEnd = spellingEnd(magnitudeSpellings, text, perStart);
      const perEnd = spellingEnd(unitSpellings, text, magnitudeEnd);
      end = perEnd > magnitudeEnd ? perEnd : spellingEnd(unitSpellings, text, perStart);
      if (end > perStart) {
        unit += `/${text.slice(perStart, end)}`;
        at = end;
      }
    } else if (next === each) {
      const perEnd = spellingEnd(unitSpellings, text, at + 1);
      // 31微克每立方米，; but 30元每人次补助 and 5个每村 go on with words.
      if (perEnd > at + 1 && !isIdeograph(codeAt(text, perEnd))) {
        unit += text.slice(at, perEnd);
        at = perEnd;
      }
    }
  }
  // 孕产妇死亡率9.4/10万
  if (unit === '' && !more && isSlash(codeAt(text, at))) {
    const per = /^(?:10|十)[万萬]/.exec(text.slice(at + 1, at + 4));
    if (per) {
      unit = `/${per[0]}`;
      at += unit.length;
    }
  }
  if (at === start) return undefined;
  return { end: at, unit, more };
}

// ---------------------------------------------------------------- tokens of claims

/** Any word that leads up to a figure. */
export const ModifierWord = createToken({ name: 'ModifierWord', pattern: Lexer.NA });
/** A token after which a unit, a dash of a range or a bare unit may stand. */
export const FigureToken = createToken({ name: 'FigureToken', pattern: Lexer.NA });
/** What is no more than words where it stands alone: plain text, and what makes sense only behind a figure. */
export const Words = createToken({ name: 'Words', pattern: Lexer.NA });

const endOfToken = (token: IToken): number => token.startOffset + token.image.length;
const previousType = (matched: IToken[]): TokenType | undefined =>
  matched.length > 0 ? matched[matched.length - 1].tokenType : undefined;

const digits = '0-9０-９';
const maskSigns = 'xXｘＸ×＊*_＿';
setParts(maskSign, maskSigns);
const isComma = (code: number): boolean => code === 0x2c || code === 0xff0c;
const isPoint = (code: number): boolean => code === 0x2e || code === 0xff0e;

/** Where the digits end that begin here. */
function digitsEnd(text: string, offset: number): number {
  let at = offset;
  while (isDigit(codeAt(text, at))) at++;
  return at;
}

const Space = createToken({
  name: 'Space',
  pattern: /[ \t\u3000\u00a0\ufeff]+/,
  start_chars_hint: [...' \t\u3000\u00a0\ufeff'],
  group: Lexer.SKIPPED,
});

export const Commitment = phrase('Commitment', ['commitment'], { categories: ModifierWord });
export const PlainModifier = phrase(
  'PlainModifier',
  ['comparator', 'up', 'down', 'to', 'average', 'total', 'flow'],
  { categories: ModifierWord, role: 'lead' },
);
export const Base = phrase('Base', ['base']);
export const From = phrase('From', ['from']);
export const Share = phrase('Share', ['share']);
export const PartsWord = phrase('PartsWord', ['parts']);
export const Doubling = phrase('Doubling', ['doubling']);
export const AllOrNone = phrase('AllOrNone', ['all', 'none']);
export const Hedge = phrase('Hedge', ['suffix'], { categories: Words });

const rankPattern = `(?:rank(?:s|ed|ing)?|placed|came|comes)\\s+(?:(?:us|it|them)\\s+)?(?:joint\\s+)?(?<enWord>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?![a-z])|第(?<rank>[${digits}]+|[一二三四五六七八九十百]+)(?:[位名]|(?=[，,；;。、！!）)]|$))|首位|(?:ranked?\\s+)?(?<enRank>\\d+)(?:st|nd|rd|th)\\s+(?:place|in)`;
const rank = new RegExp(rankPattern, 'y');
export const Rank = custom(
  'Rank',
  (text, offset) => {
    if (isDigit(text.charCodeAt(offset))) {
      // 1st, 2nd, 3rd, 4th: most figures have nothing like it behind them.
      const next = text[digitsEnd(text, offset)];
      if (next !== 's' && next !== 'n' && next !== 'r' && next !== 't') return null;
    }
    rank.lastIndex = offset;
    const found = rank.exec(text);
    return found ? match(found[0], found.groups) : null;
  },
  { starts: ['第', '首', 'r', 'R', 'p', 'P', 'c', 'C', ...'0123456789'] },
);

/** 是2015年的1.7倍: 是 here begins a comparison, not an equality. */
export const TimesOf = sticky(
  'TimesOf',
  '(?:是|为|為|达到?|達到?|相当于|相當於)(?=(?:[12][0-9]{3}年|上年|去年|基期|[“"]?十?[一二三四五六七八九]五[”"]?末).{0,3}的)',
  { starts: ['是', '为', '為', '达', '達', '相'] },
);

const numberPattern = new RegExp(
  `(?:[-−－](?=[${digits}]))?(?:[${digits}]{1,3}(?:[,，][${digits}]{3})+(?![${digits}])|[${digits}]+)(?:[.．][${digits}]+)?`,
  'y',
);

/** Where the number ends that begins here, or −1. */
function numberEnd(text: string, offset: number): number {
  if (isDigit(text.charCodeAt(offset))) {
    const end = digitsEnd(text, offset);
    const next = codeAt(text, end);
    if (!isComma(next) || !isDigit(codeAt(text, end + 1))) {
      return isPoint(next) && isDigit(codeAt(text, end + 1)) ? digitsEnd(text, end + 1) : end;
    }
  }
  numberPattern.lastIndex = offset;
  return numberPattern.test(text) ? numberPattern.lastIndex : -1;
}

/** 5億8,640(萬元): the smaller part of an amount that is told in two. */
const smallerPart = new RegExp(
  `[亿億][${digits}]{1,4}(?=[万萬])|[亿億][${digits}],[${digits}]{3}(?=[万萬])|[万萬](?:[${digits}]{1,4}|[${digits}],[${digits}]{3})(?=[元人])|[万萬](?:[${digits}]{4}|[${digits}],[${digits}]{3})(?=[户戶名株件棵亩畝公吨噸头頭只隻张張个個座套处處次笔筆])`,
  'y',
);

/** Where an amount in two parts ends, before its last magnitude or unit. */
function compoundEnd(text: string, end: number): number {
  if (!isPart(text, end, greatMagnitude)) return end;
  smallerPart.lastIndex = end;
  return smallerPart.test(text) ? smallerPart.lastIndex : end;
}

const currencies: Readonly<Record<string, string>> = {
  '£': 'GBP',
  '€': 'euros',
  $: 'US dollars',
  '¥': 'yuan',
  '￥': 'yuan',
};
setParts(currencySign, Object.keys(currencies));

/** The currency of £214.6 million: the word that an amount of it would have behind it. */
export function currencyOf(sign: string): string | undefined {
  return currencies[sign];
}

export const NumberToken = custom(
  'Number',
  (text, offset) => {
    const isMoney = isPart(text, offset, currencySign);
    // HK$5 million are other dollars.
    if (isMoney && isAsciiLetter(text.charCodeAt(offset - 1)) && !text.startsWith('US', offset - 2))
      return null;
    const first = numberEnd(text, isMoney ? offset + 1 : offset);
    if (first < 0) return null;
    const end = compoundEnd(text, first);
    const next = codeAt(text, end);
    // 5G, 4A: a number that runs into letters is a name, unless the letters are a unit.
    if (isAsciiLetter(next) && !unitAt(text, end)) return null;
    return match(text.slice(offset, end));
  },
  {
    starts: [...'0123456789０１２３４５６７８９-−－', ...Object.keys(currencies)],
    categories: FigureToken,
    role: 'number',
  },
);

const maskPattern = new RegExp(
  `(?:[${digits}]*[${maskSigns}]+[${digits}${maskSigns}]*(?:[.．][${digits}${maskSigns}]+)?|[${digits}]+[.．][${maskSigns}]+)(?![a-zA-Z])`,
  'y',
);
export const MaskToken = custom(
  'Mask',
  (text, offset, matched) => {
    if (!isPart(text, offset, maskSign)) {
      // x.6, 3xx, 5.x: the mask begins right behind the digits or behind their point.
      const end = digitsEnd(text, offset);
      if (!isPart(text, isPoint(codeAt(text, end)) ? end + 1 : end, maskSign)) return null;
    }
    maskPattern.lastIndex = offset;
    const found = maskPattern.exec(text);
    if (!found) return null;
    // 60.6*: a star right behind a figure marks a note.
    if (/^[*＊]+$/.test(found[0]) && isFigureEnd(matched)) return null;
    return match(found[0]);
  },
  {
    starts: [...'0123456789０１２３４５６７８９xXｘＸ×＊*_＿'],
    categories: FigureToken,
    role: 'number',
  },
);

const chineseNumeralPattern =
  /[一二两兩三四五六七八九十百千半〇零]+(?:[一二两兩三四五六七八九十百千万萬亿億零〇])*/y;
/** Words that begin like a numeral with a unit but are not: 一方面, 一定, 一些, 一次性. */
const notNumerals =
  /^(?:一(?:方面|定|些|般|批|系列|体|體|流|线|線|号|號|把手|直|起|次性|带|帶|站|站式|条龙|体化|镇|村|卡|码|张网|网|键|户一|地|类|届|季|期)|两(?:区|型|岸|会|山|委|个|不愁)|三(?:农|農|区|级|方|大|产|次产业|条红线)|四(?:好|个|大|级)|五(?:保|个|大|位)|百(?:强|姓|日|佳)|千(?:方|家)|十(?:佳|强|大|分))/;
export const ChineseNumber = custom(
  'ChineseNumber',
  (text, offset, matched) => {
    chineseNumeralPattern.lastIndex = offset;
    const found = chineseNumeralPattern.exec(text);
    if (!found) return null;
    if (notNumerals.test(text.slice(offset, offset + 8)) && !isFigureLead(matched)) return null;
    const unit = unitAt(text, offset + found[0].length);
    const range = /^[至到][一二两兩三四五六七八九十]/.test(
      text.slice(offset + found[0].length, offset + found[0].length + 2),
    );
    // 突破百亿大关 has a number without a unit.
    const isLed = isFigureLead(matched) && /[万萬亿億]$/.test(found[0]);
    if (!unit && !range && !isLed) return null;
    return match(found[0]);
  },
  {
    starts: [...'一二两兩三四五六七八九十百千半〇零'],
    categories: FigureToken,
    role: 'number',
  },
);

const percentPattern = new RegExp(
  `[百千]分之([${digits}]+(?:[.．][${digits}]+)?|[一二两三四五六七八九十零〇][一二两三四五六七八九十百零〇]*(?:[点點][一二三四五六七八九零〇]+)?)`,
  'y',
);

/** What 百分之八点五 says, in the order of 8.5%. */
export interface PercentMatch {
  readonly number: string;
  readonly unit: '%' | '‰';
}

/** A rate in words; its unit stands before its number. */
export const PercentWords = custom(
  'PercentWords',
  (text, offset) => {
    percentPattern.lastIndex = offset;
    const found = percentPattern.exec(text);
    if (!found) return null;
    const unit = found[0].startsWith('百') ? '%' : '‰';
    return match(found[0], { number: found[1], unit } satisfies PercentMatch);
  },
  { starts: ['百', '千'], categories: FigureToken, role: 'unit' },
);

/** Magnitude and unit. It stands only behind a number, and is found with it. */
export const UnitToken = createToken({ name: 'Unit', pattern: Lexer.NA, categories: Words });

const unitAside = /[（(][^（()）\d，。；]{1,6}[）)](?=以[上下内內]|左右)/y;

/** Where a bracket ends that tells more units between a unit and its bound: 万头（只、羽）以上; else −1. */
export function unitAsideEnd(text: string, at: number): number {
  unitAside.lastIndex = at;
  return unitAside.test(text) ? unitAside.lastIndex : -1;
}
const isOpening = (code: number): boolean => code === 0x28 || code === 0xff08;

/** Puts the unit of the number on the list that was put there last, if it has one: most have. */
function putUnit(text: string, numberStart: number, matched: IToken[]): void {
  let start = numberStart + result[0].length;
  // The number must touch its unit, but for a single space (8.5 %, 550 million yuan).
  if (isSpace(codeAt(text, start))) start++;
  if (start >= text.length || isSpace(text.charCodeAt(start))) return;
  const unit = unitAt(text, start);
  if (!unit) return;
  const aside = isOpening(codeAt(text, unit.end)) ? unitAsideEnd(text, unit.end) : -1;
  const end = Math.max(unit.end, aside);
  const whole = end - start === unit.unit.length && text.startsWith(unit.unit, start);
  match(whole ? unit.unit : text.slice(start, end), unit);
  put(UnitToken, start, matched);
  lastRole = unitRole;
  // How far the lexer goes on.
  match(text.slice(numberStart, end));
}

/** A unit whose number was dropped: 达亿元, 增长%, 达多万元. */
export const BareUnit = custom(
  'BareUnit',
  (text, offset, matched) => {
    const last = matched[matched.length - 1];
    if (endOfToken(last) !== offset) return null;
    const unit = unitAt(text, offset);
    if (!unit || unit.unit === '') return null;
    // 增强, 培训班: a single measure word is the end of a word.
    if (unit.unit.length === 1 && !/[%％‰元亩畝吨噸]/.test(unit.unit)) return null;
    // 达家庭, 增人口: a measure word before more text is the beginning of a word.
    const ends = !isIdeograph(codeAt(text, unit.end)) || /[%％‰元亩吨]$/.test(unit.unit);
    return ends ? match(text.slice(offset, unit.end), unit) : null;
  },
  { behind: ['lead'] },
);

function isFigure(type: TokenType | undefined): boolean {
  return type === NumberToken || type === MaskToken || type === ChineseNumber;
}
function isFigureLead(matched: IToken[]): boolean {
  return previousType(matched) === PlainModifier;
}
function isFigureEnd(matched: IToken[]): boolean {
  const type = previousType(matched);
  return type === UnitToken || type === PercentWords || isFigure(type);
}

export const RangeDash = custom(
  'RangeDash',
  (text, offset) => {
    rangeDashPattern.lastIndex = offset;
    const found = rangeDashPattern.exec(text);
    return found ? match(found[0]) : null;
  },
  { starts: [...'—–-－~～―至到ta'], behind: ['number', 'unit'], categories: Words },
);
const rangeDashPattern = new RegExp(
  `(?:[—–\\-－~～―]{1,2}|至|到|to |(?<=\\b[Bb]etween\\s+[${digits},.]+(?:\\s?%|\\s[a-z]+)?\\s+)and )(?=\\s*(?:[${digits}${maskSigns}一二两三四五六七八九十]|[百千]分之))`,
  'y',
);

/** 12.9：47.2：39.9 */
export const RatioColon = custom(
  'RatioColon',
  (text, offset, matched) => {
    if (previousType(matched) !== NumberToken) return null;
    return /[:：∶]/.test(text[offset]) && isDigit(text.charCodeAt(offset + 1))
      ? match(text[offset])
      : null;
  },
  { starts: [':', '：', '∶'], behind: ['number'], categories: Words },
);

export const Period = custom(
  'Period',
  (text, offset) => {
    const found = periodAt(text, offset);
    if (!found) return null;
    // A word such as "may" or "base" inside a longer English word is not a period.
    if (
      isAsciiLetter(text.charCodeAt(offset)) &&
      offset > 0 &&
      isAsciiLetter(text.charCodeAt(offset - 1))
    )
      return null;
    return match(text.slice(offset, offset + found.length), found);
  },
  { starts: periodStartChars },
);

export const Quoted = sticky('Quoted', '“[^“”]*”|"[^"]*"|「[^「」]*」|『[^『』]*』', {
  starts: [...'“"「『'],
});
export const QuoteMark = oneOf('QuoteMark', '“”"「」『』');
const inStepPattern =
  /(?:与|與|和|同|跟)[^，,；;。、]{1,24}?(?:基本|保持|大体){0,2}同步|in (?:step|line) with [^,;.]+/iy;
/** 与经济增长基本同步: a target without a figure. */
export const InStep = custom(
  'InStep',
  (text, offset) => {
    // 和 and 与 are everywhere; the words that make them this are rare.
    if (!isAsciiLetter(text.charCodeAt(offset))) {
      if (!text.slice(offset, offset + 36).includes('同步')) return null;
    }
    inStepPattern.lastIndex = offset;
    const found = inStepPattern.exec(text);
    return found ? match(found[0]) : null;
  },
  { starts: [...'与與和同跟iI'] },
);
export const Star = sticky('Star', '[*＊]+', { starts: [...'*＊'] });
export const Bracket = oneOf('Bracket', '〔〕[]［］');
export const Nothing = sticky('Nothing', '(?:[—–\\-－―/／]+|\\.\\.\\.|…+)\\s*$', {
  starts: [...'—–-－―/／.…'],
});
export const Separator = oneOf('Separator', '，,；;。、：:（）()？?！!.．');

/** What a character inside a run of words may begin: bit 1 anything, bit 2 a phrase, bit 4 a period. */
const stops = new Uint8Array(0x10000);
for (const code of phraseStarts) stops[code] |= 2;
for (const char of periodStartChars) stops[char.charCodeAt(0)] |= 4;
for (const char of '£€$¥￥0123456789０１２３４５６７８９-−－xXｘＸ×＊*_＿一二两兩三四五六七八九十百千半第首是为為达達相与與和同跟—–~～―/／…{}｛｝，,；;。、：:（）()？?！!.．“”"「」『』〔〕[]［］ \t\u3000\u00a0') {
  stops[char.charCodeAt(0)] |= 1;
}

function beginsSomething(text: string, at: number): boolean {
  const stop = stops[text.charCodeAt(at)];
  if (stop === 0) return false;
  if (stop & 1) return true;
  return (
    (Boolean(stop & 2) && phraseAt(text, at) !== undefined) ||
    (Boolean(stop & 4) && periodAt(text, at) !== undefined)
  );
}

/** Most words begin with a character that begins nothing else. A unit may begin with any. */
export const Text = custom('Text', (text, offset) => match(wordsAt(text, offset)), {
  starts: 'others',
  behind: ['other'],
  categories: Words,
});

/** What is left when no other token fits. */
export const OtherText = custom('OtherText', (text, offset) => match(wordsAt(text, offset)), {
  categories: Text,
});

/** Words: at least one character, then on to the next one that begins something else. */
function wordsAt(text: string, offset: number): string {
  let at = offset;
  if (isAsciiLetter(text.charCodeAt(at)) || isDigit(text.charCodeAt(at))) {
    // A name such as 5G, PM2.5, G5 or an English word is read whole.
    while (
      at < text.length &&
      (isAsciiLetter(text.charCodeAt(at)) ||
        isDigit(text.charCodeAt(at)) ||
        (text[at] === '.' && isDigit(text.charCodeAt(at + 1))))
    )
      at++;
  } else {
    at++;
  }
  while (at < text.length && !beginsSomething(text, at)) at++;
  return text.slice(offset, at);
}

// ---------------------------------------------------------------- what tells of figures

/**
 * What may begin at a character of running text, other than words and marks: bit 1 anything, bit 2 a phrase that says
 * something by itself, bit 4 a period, bit 8 a numeral in words, bit 16 a place; bit 32 that a unit may end before it.
 */
export const tellingStarts = new Uint8Array(0x10000).fill(1).fill(0, 0x3400, 0xa000);
for (const char of '，；。、：；（）？！．“”,;:()?! \t\u3000\u00a0')
  tellingStarts[codeOf(char)] = 32;
for (const char of periodStartChars) tellingStarts[codeOf(char)] |= 4;
for (const char of '一二两兩三四五六七八九十百千半〇零') tellingStarts[codeOf(char)] |= 8;
for (const char of '第首') tellingStarts[codeOf(char)] |= 16;
for (const char of '元亩畝吨噸') tellingStarts[codeOf(char)] |= 1;
const tellingKinds: ReadonlySet<PhraseRow['kind']> = new Set([
  'commitment',
  'parts',
  'doubling',
  'all',
  'none',
]);
for (const code of startsOf([...tellingKinds])) tellingStarts[code] |= 2;

/**
 * Whether anything may begin at this place of a line but words, marks and what only leads to a figure. True for some
 * places where nothing does, never false where a token of such a kind begins.
 */
export function mayTell(text: string, offset: number): boolean {
  const starts = tellingStarts[text.charCodeAt(offset)];
  if (starts === 0) return false;
  if (starts & 1) return true;
  if (starts & 2) {
    const kind = phraseAt(text, offset)?.row.kind;
    if (kind && tellingKinds.has(kind)) return true;
  }
  if (starts & 4 && periodAt(text, offset)) return true;
  if (starts & 8 && numeralMayCount(text, offset)) return true;
  if (starts & 16) {
    rank.lastIndex = offset;
    if (rank.test(text)) return true;
  }
  return Boolean(starts & 32) && bareUnitBefore(text, offset);
}

/** Whether a numeral in words may be a figure: where a unit or the end of a range stands behind it, or it is a magnitude. */
function numeralMayCount(text: string, offset: number): boolean {
  percentPattern.lastIndex = offset;
  if (percentPattern.test(text)) return true;
  let end = offset;
  while (isPart(text, end, numeral | greatMagnitude)) end++;
  return (
    isPart(text, end - 1, greatMagnitude) ||
    unitAt(text, end) !== undefined ||
    (isPart(text, end, rangeWord) && isPart(text, end + 1, numeral | greatMagnitude))
  );
}
setParts(numeral, '一二两兩三四五六七八九十百千半〇零');
setParts(rangeWord, '至到');

/** Whether a unit of several letters ends here, whose number may have been dropped: 达万人，. */
export function bareUnitBefore(text: string, end: number): boolean {
  if (end < 2 || !isPart(text, end - 1, endsUnit)) return false;
  for (let start = end - 2; start >= 0 && start >= end - longestUnit; start--) {
    const unit = unitAt(text, start);
    if (unit && unit.end === end) return true;
  }
  return false;
}
const longestUnit = 12;

// ---------------------------------------------------------------- tokens at the head of a line

const indentation = '[ \\t\\u3000\\u00a0]*';
const colon = '[：:]';

function keywordForms(...roles: string[]): string[] {
  return keywordRows
    .filter((row) => roles.includes(row.role))
    .flatMap((row) => [...row.hans, ...row.hant, ...row.en]);
}

const startsOfForms = (forms: readonly string[]): string[] => [
  ...new Set(forms.flatMap((form) => [form[0], form[0].toUpperCase()])),
];

interface KeywordMatch {
  /** The keyword as it stands there. */
  readonly form: string;
  /** Behind the space or colon that makes it one. */
  readonly end: number;
}

const isColon = (code: number): boolean => code === 0x3a || code === 0xff1a;
const isIndentation = (code: number): boolean => isSpace(code) && code !== 0xfeff;

function skipIndentation(text: string, offset: number): number {
  let at = offset;
  while (isIndentation(codeAt(text, at))) at++;
  return at;
}

/**
 * Finds a keyword with the space or colon that makes it one. English before a space is lower case
 * only: “Target groups are …” is prose; before a colon any case will do.
 */
function keywordFinder(
  words: readonly string[],
): (text: string, offset: number) => KeywordMatch | undefined {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  const formsOf = new Map(
    startsOfForms(words).map((start) => [
      start.charCodeAt(0),
      longestFirst.filter((form) => form[0] === start || form[0].toUpperCase() === start),
    ]),
  );
  return (text, offset) => {
    const forms = formsOf.get(codeAt(text, offset));
    if (!forms) return undefined;
    for (const form of forms) {
      const end = offset + form.length;
      const colonAt = skipIndentation(text, end);
      if (!isColon(codeAt(text, colonAt))) continue;
      if (text.startsWith(form, offset)) return { form, end: colonAt + 1 };
      const found = text.slice(offset, end);
      if (isAsciiLetter(form.charCodeAt(0)) && found.toLowerCase() === form)
        return { form: found, end: colonAt + 1 };
    }
    for (const form of forms) {
      const end = offset + form.length;
      const behind = skipIndentation(text, end);
      if ((behind > end || end === text.length) && text.startsWith(form, offset))
        return { form, end: behind };
    }
    return undefined;
  };
}

function keyword(name: string, roles: readonly string[], push_mode: string): TokenType {
  const words = keywordForms(...roles);
  const find = keywordFinder(words);
  return custom(
    name,
    (text, offset) => {
      const found = find(text, offset);
      return found ? match(text.slice(offset, found.end), found.form) : null;
    },
    { starts: startsOfForms(words), push_mode, categories: Keyword },
  );
}

/** A keyword with the rest of its line behind it. */
export const Keyword = createToken({ name: 'Keyword', pattern: Lexer.NA });
/** Any other sign at the head of a line, with the rest behind it. */
export const Mark = createToken({ name: 'Mark', pattern: Lexer.NA });

export const HeaderWord = keyword('HeaderWord', ['header'], 'rest');
export const FieldWord = keyword('FieldWord', ['field'], 'rest');
export const MeasureWord = keyword('MeasureWord', ['measure'], 'rest');
export const IndicatorWord = keyword('IndicatorWord', ['indicator'], 'rest');
export const TableWord = keyword('TableWord', ['table'], 'rest');
export const ChartWord = keyword('ChartWord', ['chart'], 'rest');
export const IncludeWord = keyword('IncludeWord', ['include'], 'rest');
export const NoteWord = keyword('NoteWord', ['note'], 'rest');

export const SilenceMark = sticky(
  'SilenceMark',
  `//${indentation}(?:${alternatives(silenceForms)})(?=[ \\t\\u3000：:]|$)`,
  { starts: ['/'], push_mode: 'rest', categories: Mark },
);
export const CommentMark = sticky('CommentMark', '//', {
  starts: ['/'],
  push_mode: 'rest',
  categories: Mark,
});
export const HashMark = sticky('HashMark', '[#＃]{1,4}(?![#＃])', {
  starts: ['#', '＃'],
  push_mode: 'rest',
  categories: Mark,
});

const ordinalNumeral = '[一二三四五六七八九十百]{1,4}';
/** Official numbers by level, GB/T 9704-2012, 7.3.3: 一、（一）1.（1）. `1.5亿元` is no number. */
export const HeadingNumber = sticky(
  'HeadingNumber',
  `(?<chinese>${ordinalNumeral})、|[（(](?<chineseParen>${ordinalNumeral})[）)]、?|(?<arabic>[${digits}]{1,3})(?:、|[.．](?![${digits}]))|[（(](?<arabicParen>[${digits}]{1,3})[）)]、?`,
  {
    starts: [...'一二三四五六七八九十百（(0123456789０１２３４５６７８９'],
    push_mode: 'rest',
    categories: Mark,
  },
);
export const MeasureNumber = sticky('MeasureNumber', `(?<ordinal>${ordinalNumeral})是(?![否不])`, {
  starts: [...'一二三四五六七八九十百'],
  push_mode: 'rest',
  categories: Mark,
});
export const ListMark = sticky('ListMark', '[-－] (?=\\S)', {
  starts: ['-', '－'],
  push_mode: 'rest',
  categories: Mark,
});
export const Backslash = sticky('Backslash', '\\\\', {
  starts: ['\\'],
  push_mode: 'rest',
  categories: Mark,
});
export const YearColon = custom(
  'YearColon',
  (text, offset) => {
    yearColonPattern.lastIndex = offset;
    const found = yearColonPattern.exec(text);
    return found ? match(found[0], found[1]) : null;
  },
  { starts: [...'0123456789０１２３４５６７８９“"十基上'], push_mode: 'claim' },
);
const yearColonPattern = new RegExp(
  `((?:[${digits}]{4}(?:年(?:[末底初]|[${digits}]{1,2}月底?)?)?|[“"]?十?[一二三四五六七八九]五[”"]?末|基期|上年))${indentation}${colon}`,
  'y',
);
export const Pipe = sticky('Pipe', '[|｜]', { starts: ['|', '｜'], push_mode: 'row' });
export const Prose = custom('Prose', (text, offset) => match(text.slice(offset)));

/** The rest of the line in one piece. */
export const Rest = custom('Rest', (text, offset) => match(text.slice(offset)));

// ---------------------------------------------------------------- the name of a target

/** What ends the name of a target, or tells that it has no colon of its own. */
const endsName = new Uint8Array(0x10000);
for (const char of '：:，,；;。“”"「」') endsName[char.charCodeAt(0)] = 1;

/**
 * Where the colon stands that ends the name, or −1. Without such a colon (or where punctuation comes
 * first, as in 国民生产总值达3亿元，其中：…) the words before the first figure are the name.
 */
function nameColonAt(text: string, start: number): number {
  let at = start;
  while (at < text.length && endsName[text.charCodeAt(at)] === 0) at++;
  if (at === start || !isColon(codeAt(text, at))) return -1;
  const last = text[at - 1];
  const certain = last !== '中' && last.trim() !== '';
  return certain || !/其中$/.test(text.slice(start, at).trimEnd()) ? at : -1;
}

/** What a target's first token says beside its keyword. */
export interface NamedTarget {
  readonly form: string;
  readonly nameStart: number;
  /** Where the name's colon stands. */
  readonly nameEnd: number;
}

const targetWords = keywordForms('target', 'result');
const targetAt = keywordFinder(targetWords);

const targetOptions = { starts: startsOfForms(targetWords), push_mode: 'claim' };

/** 目标 or 实绩 with a name and its colon behind it, in one token: two lines in five begin with it. */
export const TargetNamed = custom(
  'TargetNamed',
  (text, offset) => {
    const found = targetAt(text, offset);
    if (!found) return null;
    const nameStart = skipSpaces(text, found.end);
    const nameEnd = nameColonAt(text, nameStart);
    if (nameEnd < 0) return null;
    const named: NamedTarget = { form: found.form, nameStart, nameEnd };
    return match(text.slice(offset, nameEnd + 1), named);
  },
  targetOptions,
);
/** The same without the colon: the claim grammar reads the whole rest. */
export const TargetUnnamed = custom(
  'TargetUnnamed',
  (text, offset) => {
    const found = targetAt(text, offset);
    return found ? match(text.slice(offset, found.end), found.form) : null;
  },
  targetOptions,
);

// ---------------------------------------------------------------- rows, references, formulas

export const Cell = custom('Cell', (text, offset) => {
  let at = offset;
  while (at < text.length && text[at] !== '|' && text[at] !== '｜') at += text[at] === '\\' ? 2 : 1;
  at = Math.min(at, text.length);
  return at > offset ? match(text.slice(offset, at)) : null;
});
export const RowPipe = createToken({ name: 'RowPipe', pattern: /[|｜]/ });

export const Brace = createToken({ name: 'Brace', pattern: /[{｛]/ });
export const BraceEnd = createToken({ name: 'BraceEnd', pattern: /[}｝]/ });
export const At = createToken({ name: 'At', pattern: /[@＠]/ });
export const Dot = createToken({ name: 'Dot', pattern: /[.．]/ });
const endsReferenceWord = new Uint8Array(0x10000);
for (const char of '{｛}｝@＠.．\n') endsReferenceWord[codeOf(char)] = 1;
export const ReferenceWord = custom('ReferenceWord', (text, offset) => {
  let at = offset;
  while (at < text.length && endsReferenceWord[text.charCodeAt(at)] === 0) at++;
  return at > offset ? match(text.slice(offset, at)) : null;
});

export const Plus = createToken({ name: 'Plus', pattern: /[+＋]/ });
export const Minus = createToken({ name: 'Minus', pattern: /[-－−–]/ });
export const Times = createToken({ name: 'Times', pattern: /[*＊×✕]/ });
export const Divide = createToken({ name: 'Divide', pattern: /[/／÷]/ });
export const Open = createToken({ name: 'Open', pattern: /[（(]/ });
export const Close = createToken({ name: 'Close', pattern: /[）)]/ });
export const FormulaNumber = sticky(
  'FormulaNumber',
  `[${digits}]+(?:[.．][${digits}]+)?[%％‰]?(?![^\\s+＋\\-－−–*＊×✕/／÷()（）])`,
  {
    starts: [...'0123456789０１２３４５６７８９'],
  },
);
/** An indicator's name; parentheses that touch it belong to it: 地区生产总值（现价）. */
export const FormulaName = sticky(
  'FormulaName',
  '[^\\s+＋\\-－−–*＊×✕/／÷()（）](?:[^+＋\\-－−–*＊×✕/／÷()（）]*[^\\s+＋\\-－−–*＊×✕/／÷()（）])?(?:[（(][^（）()]*[）)])?',
);

/** First characters of all that can stand at the head of a line and is not prose. */
const statementStarts = new Uint8Array(0x10000);

/**
 * Where the prose of a line begins whose first character cannot begin any other statement, or −1.
 * The end of the text, where there is nothing but white space. The same first-character table that the lexer keeps, asked once for the whole line.
 */
export function proseStart(text: string): number {
  const at = skipSpaces(text, 0);
  return at === text.length || statementStarts[text.charCodeAt(at)] === 0 ? at : -1;
}

/** Of tokens that may begin with the same character the first in this list wins. */
const claimTokens: readonly TokenType[] = [
  Text,
  RangeDash,
  RatioColon,
  Nothing,
  Period,
  MaskToken,
  Rank,
  TimesOf,
  Doubling,
  AllOrNone,
  InStep,
  Quoted,
  PartsWord,
  Commitment,
  PlainModifier,
  Share,
  Base,
  From,
  Hedge,
  NumberToken,
  PercentWords,
  ChineseNumber,
  BareUnit,
  Star,
  Bracket,
  Separator,
  QuoteMark,
  OtherText,
];

const headTokens: readonly TokenType[] = [
  SilenceMark,
  CommentMark,
  HashMark,
  Pipe,
  Backslash,
  ListMark,
  TargetNamed,
  TargetUnnamed,
  MeasureWord,
  IndicatorWord,
  TableWord,
  ChartWord,
  IncludeWord,
  NoteWord,
  HeaderWord,
  FieldWord,
  YearColon,
  MeasureNumber,
  HeadingNumber,
  Prose,
];

export const modes = {
  line: [Space, ...byFirstCharacter('Head', headTokens)],
  rest: [Space, Rest],
  claim: [Space, ...byFirstCharacter('Claim', claimTokens)],
  row: [Space, RowPipe, Cell],
  reference: [Space, Brace, BraceEnd, At, Dot, ReferenceWord],
  formula: [Space, Plus, Minus, Times, Divide, Open, Close, FormulaNumber, FormulaName],
};

/** All that the lexer can find, for the parser. */
export const tokenTypes: TokenType[] = [
  ...headTokens,
  ...claimTokens,
  UnitToken,
  Keyword,
  Mark,
  ModifierWord,
  FigureToken,
  Words,
  ...modes.rest,
  ...modes.row,
  ...modes.reference,
  ...modes.formula,
];

for (const type of headTokens) {
  const starts = finders.get(type)?.starts;
  if (typeof starts !== 'object') continue;
  for (const code of starts) statementStarts[code] = 1;
}

export type Mode = keyof typeof modes;

export const planLexer = new Lexer(
  { modes, defaultMode: 'line' },
  // A test validates them: to do that at each start would take as long as to make the lexer.
  { positionTracking: 'onlyOffset', ensureOptimizations: true, skipValidations: true },
);

/** The tokens of a stretch of one line. Never throws; every character is in a token or is space. */
export function tokenize(text: string, mode: Mode): IToken[] {
  return planLexer.tokenize(text, mode).tokens;
}
