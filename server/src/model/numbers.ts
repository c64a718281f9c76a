/**
 * Printed numbers as exact values: Arabic decimals in either width, and Chinese numerals.
 * Every figure keeps the digits that were printed, because their number says how exact it is.
 */

import Fraction from 'fraction.js';

/** A decimal as it was printed, in half-width digits without separators. */
export interface PrintedDecimal {
  /** `20,000` gives `20000`; trailing zeros stay (`3.0`), a minus is always `-`. */
  readonly text: string;
  readonly value: Fraction;
  /** Number of digits after the point. */
  readonly decimals: number;
}

/** A Chinese numeral in digits. */
export interface ChineseNumeral {
  /** The digits before the magnitude: `百亿` gives `100`, `千万` gives `1000`. */
  readonly text: string;
  /** `万`, `亿` or `万亿` where the numeral ends with one. */
  readonly magnitude?: string;
  /** What the whole numeral stands for, its magnitude included. */
  readonly value: Fraction;
}

/** Entries after which a memo starts again: far above what documents hold, so that a long session cannot leak. */
export const memoLimit = 20_000;

// The value is made when first asked for: most figures on a page are only ever shown.
class LazyDecimal implements PrintedDecimal {
  readonly text: string;
  readonly decimals: number;
  #value: Fraction | undefined;

  constructor(text: string) {
    const point = text.indexOf('.');
    this.text = text;
    this.decimals = point < 0 ? 0 : text.length - point - 1;
  }

  get value(): Fraction {
    this.#value ??= new Fraction(digitsOf(this.text), 10n ** BigInt(this.decimals));
    return this.#value;
  }
}

const plainDecimal = /^-?\d+(?:\.\d+)?$/;
// GB/T 15835-2011, 5.1.1: groups of three, set apart by a comma or a thin space.
const groupedDecimal = /^-?[1-9]\d{0,2}(?:(?:,\d{3})+|(?:[\u2009\u202f]\d{3})+)(?:\.\d+)?$/;

const decimals = new Map<string, PrintedDecimal | null>();

/**
 * Reads a decimal in half- or full-width characters, with or without a minus. Separators are accepted where every group
 * is right (`20,000`, not `2,00`); a number must begin and end with a digit. Undefined for anything else.
 */
export function parseDecimal(text: string): PrintedDecimal | undefined {
  let found = decimals.get(text);
  if (found === undefined) {
    found = readDecimal(text);
    if (decimals.size >= memoLimit) decimals.clear();
    decimals.set(text, found);
  }
  return found ?? undefined;
}

function readDecimal(text: string): PrintedDecimal | null {
  if (plainDecimal.test(text)) return new LazyDecimal(text);
  const halfWidth = text.replace(/[\uff0c-\uff0e\uff10-\uff19\u2212]/g, toHalfWidth);
  if (plainDecimal.test(halfWidth)) return new LazyDecimal(halfWidth);
  if (groupedDecimal.test(halfWidth)) {
    return new LazyDecimal(halfWidth.replace(/[,\u2009\u202f]/g, ''));
  }
  return null;
}

function toHalfWidth(character: string): string {
  // U+2212 is the minus sign of mathematics; the others lie at a fixed distance from ASCII.
  return character === '\u2212' ? '-' : String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

/** The digits of a printed decimal as one integer: `-3.05` gives −305. */
export function digitsOf(decimalText: string): bigint {
  return BigInt(decimalText.replace('.', ''));
}

/** 10 to any integer power, exactly. */
export function powerOfTen(power: number): Fraction {
  return power < 0
    ? new Fraction(1n, 10n ** BigInt(-power))
    : new Fraction(10n ** BigInt(power), 1n);
}

/** The value with so many decimals, halves rounded away from zero (四舍五入), never with an exponent. */
export function formatDecimal(value: Fraction, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const rounded = (2n * value.n * scale + value.d) / (2n * value.d);
  const digits = rounded.toString().padStart(decimals + 1, '0');
  const sign = value.s < 0n && rounded !== 0n ? '-' : '';
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

const numeralDigits = new Map<string, bigint>(
  [
    '零〇○',
    '一壹',
    '二贰貳两兩',
    '三叁參',
    '四肆',
    '五伍',
    '六陆陸',
    '七柒',
    '八捌',
    '九玖',
  ].flatMap((characters, digit) =>
    [...characters].map((character): [string, bigint] => [character, BigInt(digit)]),
  ),
);

const numeralPowers = new Map<string, bigint>([
  ['十', 10n],
  ['拾', 10n],
  ['百', 100n],
  ['佰', 100n],
  ['千', 1000n],
  ['仟', 1000n],
]);

const tenThousand = 10_000n;
const hundredMillion = 100_000_000n;

/** Longest first: the magnitude is what the numeral ends with. */
const numeralMagnitudes: readonly (readonly [string, bigint])[] = [
  ['万亿', tenThousand * hundredMillion],
  ['亿', hundredMillion],
  ['万', tenThousand],
];

/**
 * Reads one Chinese numeral, simplified, traditional or formal: `三百五十`, `一千零五`, `兩千`, `百亿`, `一点五亿`, `半`, and years as
 * digits (`二〇二五`). Ranges are the caller's business (`三至五`). Undefined for what names no single number: `几`, `数`, `多`, and two
 * digits side by side that mean "three or four" (`三四十`, `七八万`).
 */
export function parseChineseNumeral(text: string): ChineseNumeral | undefined {
  if (text === '半') return { text: '0.5', value: new Fraction(1n, 2n) };
  const simplified = text.replace(/萬/g, '万').replace(/億/g, '亿').replace(/點/g, '点');
  if (simplified.includes('点')) return readDecimalNumeral(simplified);
  const value = readYear(simplified) ?? readInteger(simplified);
  if (value === undefined) return undefined;
  for (const [magnitude, factor] of numeralMagnitudes) {
    if (simplified.endsWith(magnitude)) {
      return { text: (value / factor).toString(), magnitude, value: new Fraction(value, 1n) };
    }
  }
  return { text: value.toString(), value: new Fraction(value, 1n) };
}

/** `二〇二五`: digit by digit. Fewer digits, or none of them zero, would be a count on fingers (`三四个`, `一二三产业`). */
function readYear(text: string): bigint | undefined {
  if (text.length < 2) return undefined;
  let value = 0n;
  for (const character of text) {
    const digit = numeralDigits.get(character);
    if (digit === undefined || '两兩'.includes(character)) return undefined;
    value = value * 10n + digit;
  }
  const written = text.length === 4 || /[零〇○]/.test(text.slice(1));
  return written && value > 0n ? value : undefined;
}

/** `一点五亿`, `二点二五`. */
function readDecimalNumeral(text: string): ChineseNumeral | undefined {
  const found = /^(.+?)点([^万亿]+)(万亿|亿|万)?$/.exec(text);
  if (!found) return undefined;
  const whole = readInteger(found[1]);
  const places = [...found[2]].map((character) => numeralDigits.get(character));
  if (whole === undefined || places.includes(undefined)) return undefined;
  const digits = `${whole}.${places.join('')}`;
  const magnitude = found[3];
  const factor = numeralMagnitudes.find(([name]) => name === magnitude)?.[1] ?? 1n;
  const value = new Fraction(digitsOf(digits) * factor, 10n ** BigInt(places.length));
  return magnitude === undefined ? { text: digits, value } : { text: digits, magnitude, value };
}

function readInteger(text: string): bigint | undefined {
  const hundredMillions = text.lastIndexOf('亿');
  if (hundredMillions >= 0) {
    return joinParts(text, hundredMillions, hundredMillion);
  }
  const tenThousands = text.lastIndexOf('万');
  if (tenThousands >= 0) return joinParts(text, tenThousands, tenThousand);
  return readSection(text);
}

/** What stands before a `万` or `亿` times its worth, plus what stands behind it. A bare `亿` counts one. */
function joinParts(text: string, at: number, worth: bigint): bigint | undefined {
  const rest = text.slice(at + 1);
  // Only alone does it count one: 亿万 is no number.
  if (at === 0) return rest === '' ? worth : undefined;
  const before = readInteger(text.slice(0, at));
  const behind = rest === '' ? 0n : readShortened(rest, worth);
  if (before === undefined || behind === undefined || behind >= worth) return undefined;
  return before * worth + behind;
}

/** A lone digit behind a magnitude stands for the next lower place: `一万二` is 12000, `一万零二` 10002. */
function readShortened(text: string, worth: bigint): bigint | undefined {
  const digit = text.length === 1 ? numeralDigits.get(text) : undefined;
  return digit === undefined ? readInteger(text) : (digit * worth) / 10n;
}

/** Up to four places: `三百五十`, `一千零五`, `十二`, `百`, `三百五` (350). */
function readSection(text: string): bigint | undefined {
  if (text === '') return undefined;
  let value = 0n;
  let digit: bigint | undefined;
  let lowest = tenThousand;
  let zero = false;
  for (const character of text) {
    const found = numeralDigits.get(character);
    if (found === 0n) {
      if (digit !== undefined || zero) return undefined;
      zero = true;
      continue;
    }
    if (found !== undefined) {
      if (digit !== undefined) return undefined;
      digit = found;
      continue;
    }
    const place = numeralPowers.get(character);
    if (place === undefined || place >= lowest) return undefined;
    // 百 and 十二 leave the leading one out; inside a numeral only 十 does (二百十五).
    if (digit === undefined && value !== 0n && place !== 10n) return undefined;
    value += (digit ?? 1n) * place;
    lowest = place;
    digit = undefined;
    zero = false;
  }
  if (digit === undefined) return zero && text.length > 1 ? undefined : value;
  const shortened = !zero && lowest > 10n && lowest < tenThousand;
  return value + (shortened ? (digit * lowest) / 10n : digit);
}
