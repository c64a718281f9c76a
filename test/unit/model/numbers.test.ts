import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import {
  formatDecimal,
  parseChineseNumeral,
  parseDecimal,
  powerOfTen,
} from '../../../server/src/model/numbers.ts';

describe('parseDecimal', () => {
  test.each([
    ['3', '3', 0],
    ['3.0', '3.0', 1],
    ['0.46', '0.46', 2],
    ['25537.7', '25537.7', 1],
    ['２０．５', '20.5', 1],
    ['20,000', '20000', 0],
    ['1,234,567.80', '1234567.80', 2],
    ['２０，０００', '20000', 0],
    ['20\u2009000', '20000', 0],
    ['-3.2', '-3.2', 1],
    ['−3.2', '-3.2', 1],
    ['－３', '-3', 0],
  ])('%s is %s with %i decimals', (text, digits, decimals) => {
    const decimal = parseDecimal(text);
    expect(decimal?.text).toBe(digits);
    expect(decimal?.decimals).toBe(decimals);
    expect(decimal?.value.equals(new Fraction(digits))).toBe(true);
  });

  test.each([
    '',
    '.',
    '5.',
    '.46',
    '1.2.3',
    '20,00',
    '2,0000',
    '1234,567',
    '0,500',
    '20,000\u2009000',
    'x.6',
    '3 5',
    '3e5',
    '+3',
    '五',
  ])('%j is no decimal', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  test('the same text gives the same object', () => {
    expect(parseDecimal('486.18')).toBe(parseDecimal('486.18'));
  });

  test('what is formatted is read back', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 18n), 10n ** 18n), fc.nat(9), (digits, decimals) => {
        const value = new Fraction(digits, 10n ** BigInt(decimals));
        const decimal = parseDecimal(formatDecimal(value, decimals));
        expect(decimal?.value.equals(value)).toBe(true);
        expect(decimal?.decimals).toBe(decimals);
      }),
    );
  });

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,，．-−５ 万') }), (text) => {
        parseDecimal(text);
      }),
    );
  });
});

describe('formatDecimal', () => {
  test.each([
    ['486.18/400', 4, '1.2155'],
    ['1/2', 0, '1'],
    ['-1/2', 0, '-1'],
    ['-1/3', 0, '0'],
    ['12345/1000', 2, '12.35'],
    ['3', 2, '3.00'],
    ['1/1000', 2, '0.00'],
    ['1000000000000000000000', 1, '1000000000000000000000.0'],
  ])('%s with %i decimals is %s', (value, decimals, text) => {
    const [numerator, denominator = '1'] = value.split('/');
    expect(formatDecimal(new Fraction(numerator).div(denominator), decimals)).toBe(text);
  });
});

describe('powerOfTen', () => {
  test('goes both ways', () => {
    expect(powerOfTen(8).toFraction()).toBe('100000000');
    expect(powerOfTen(-3).toFraction()).toBe('1/1000');
    expect(powerOfTen(0).toFraction()).toBe('1');
  });
});

describe('parseChineseNumeral', () => {
  test.each<[string, string, string | undefined, string]>([
    ['零', '0', undefined, '0'],
    ['三', '3', undefined, '3'],
    ['两', '2', undefined, '2'],
    ['兩千', '2000', undefined, '2000'],
    ['十', '10', undefined, '10'],
    ['十二', '12', undefined, '12'],
    ['二十', '20', undefined, '20'],
    ['一百一十', '110', undefined, '110'],
    ['二百十五', '215', undefined, '215'],
    ['三百五十', '350', undefined, '350'],
    ['三百五', '350', undefined, '350'],
    ['三百零五', '305', undefined, '305'],
    ['一千零五', '1005', undefined, '1005'],
    ['一千零五十', '1050', undefined, '1050'],
    ['百', '100', undefined, '100'],
    ['千', '1000', undefined, '1000'],
    ['万', '1', '万', '10000'],
    ['亿', '1', '亿', '100000000'],
    ['三万', '3', '万', '30000'],
    ['一万二', '12000', undefined, '12000'],
    ['一万零二', '10002', undefined, '10002'],
    ['一万二千', '12000', undefined, '12000'],
    ['百万', '100', '万', '1000000'],
    ['千萬', '1000', '万', '10000000'],
    ['一百零五万', '105', '万', '1050000'],
    ['百亿', '100', '亿', '10000000000'],
    ['五百億', '500', '亿', '50000000000'],
    ['千亿', '1000', '亿', '100000000000'],
    ['万亿', '1', '万亿', '1000000000000'],
    ['三万亿', '3', '万亿', '3000000000000'],
    ['三亿五千万', '35000', '万', '350000000'],
    ['一点五', '1.5', undefined, '1.5'],
    ['一點五億', '1.5', '亿', '150000000'],
    ['零点八', '0.8', undefined, '0.8'],
    ['半', '0.5', undefined, '0.5'],
    ['二〇二五', '2025', undefined, '2025'],
    ['二零二五', '2025', undefined, '2025'],
    ['一九九八', '1998', undefined, '1998'],
    ['叁佰贰拾', '320', undefined, '320'],
  ])('%s is %s %s', (numeral, text, magnitude, value) => {
    const found = parseChineseNumeral(numeral);
    expect(found?.text).toBe(text);
    expect(found?.magnitude).toBe(magnitude);
    expect(found?.value.equals(value)).toBe(true);
  });

  test.each([
    '',
    '几',
    '数百',
    '十多',
    '十几',
    '三四',
    '两三',
    '三四十',
    '七八万',
    '十四五',
    '一二三',
    '三至五',
    '点五',
    '一点',
    '一半',
    '十百',
    '三百二千',
    '零零',
    '亿万',
    '万二',
    '百零',
    '全',
    '3',
  ])('%j names no single number', (numeral) => {
    expect(parseChineseNumeral(numeral)).toBeUndefined();
  });

  test('every whole number below a hundred million is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (number) => {
        expect(Number(parseChineseNumeral(spellOut(number))?.value)).toBe(number);
      }),
    );
  });
});

/** A second, independent way round: a number spelt out as a careful writer would. */
function spellOut(number: number): string {
  if (number >= 10_000) {
    const rest = number % 10_000;
    const zero = rest > 0 && rest < 1000 ? '零' : '';
    return `${spellOut(Math.floor(number / 10_000))}万${zero}${rest > 0 ? spellOut(rest) : ''}`;
  }
  if (number === 0) return '零';
  let spelled = '';
  let gap = false;
  for (const [place, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(number / place) % 10;
    if (digit === 0) {
      gap = spelled !== '';
      continue;
    }
    spelled += (gap ? '零' : '') + '零一二三四五六七八九'[digit] + name;
    gap = false;
  }
  return spelled;
}
