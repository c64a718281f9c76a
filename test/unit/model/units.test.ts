import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import {
  comparable,
  convert,
  isRate,
  parseUnit,
  printIn,
  surelyDifferent,
  type Unit,
  unitSuggestions,
} from '../../../server/src/model/units.ts';
import {
  magnitudeRows,
  traditionalPairs,
  unitRows,
} from '../../../server/src/syntax/vocabulary/units.ts';

function unit(text: string): Unit {
  const found = parseUnit(text);
  expect(found, text).toBeDefined();
  return found!;
}

describe('the table', () => {
  test('has every unit that real texts use', () => {
    // Read off sixty reviewed reports and five drafts: each stands behind a number at least three times there.
    const used =
      '% ‰ 个 家 户 人 名 人次 项 条 件 所 套 座 处 场 场次 期 张 天 辆 台 头 只 株 栋 间 宗 例 起 次 批 批次 支 部 篇 份 对 双 块 片 列 种 类 级 届 轮 位 强 倍 番 枚 剂 剂次 头只 口 元 美元 亩 公顷 平方米 平方公里 公里 米 立方米 方 吨 斤 吨级 重量箱 蒸吨 标箱 千瓦 兆瓦 千瓦时 度 GW GWh 千伏 伏 kV kv 分钟 小时 岁 周岁 年 个月 周年 世纪 个工作日 个百分点 微克 毫克 个位次 县 村';
    expect(used.split(' ').filter((text) => !parseUnit(text))).toEqual([]);
  });

  test('spells nothing twice', () => {
    const seen = new Map<string, string>();
    for (const { name, forms } of [...unitRows, ...magnitudeRows]) {
      for (const spelling of [name, ...forms]) {
        expect(seen.get(spelling), `${spelling} is in ${name} too`).toBeUndefined();
        seen.set(spelling, name);
      }
    }
  });

  test('reads every spelling, alone and with a magnitude, as its row', () => {
    for (const { name, forms, dimension } of unitRows) {
      for (const spelling of [name, ...forms]) {
        expect(unit(spelling)).toMatchObject({ name, dimension, power: 0 });
        const counted = /^[a-z]/i.test(spelling) ? `million ${spelling}` : `百万${spelling}`;
        expect(unit(counted)).toMatchObject({ name, dimension, power: 6, magnitude: '百万' });
      }
    }
  });

  test('has the traditional spelling of every name that has one', () => {
    const pairs = new Map((traditionalPairs.match(/../g) ?? []).map((pair) => [pair[0], pair[1]]));
    for (const { name, forms } of [...unitRows, ...magnitudeRows]) {
      const traditional = name.replace(/./g, (character) => pairs.get(character) ?? character);
      expect([name, ...forms]).toContain(traditional);
    }
  });

  test('has one base per dimension, and a row for it', () => {
    const bases = new Map<string, string>();
    for (const { dimension, base, factor } of unitRows) {
      expect(bases.get(dimension) ?? base).toBe(base);
      bases.set(dimension, base);
      expect(new Fraction(factor).compare(0)).toBe(1);
    }
    for (const [dimension, base] of bases) {
      if (dimension.startsWith('ratio')) continue;
      expect(unit(base), base).toMatchObject({ dimension });
      expect(unit(base).factor.equals(1), base).toBe(true);
    }
  });
});

describe('parseUnit', () => {
  test.each<[string, Partial<Unit>, string]>([
    ['', { name: '', magnitude: '', dimension: 'none' }, '1'],
    ['万', { name: '', magnitude: '万', power: 4, dimension: 'none' }, '10000'],
    ['億', { name: '', magnitude: '亿', power: 8, dimension: 'none' }, '100000000'],
    ['亿元', { name: '元', magnitude: '亿', power: 8, dimension: 'money' }, '100000000'],
    ['萬元', { name: '元', magnitude: '万', dimension: 'money' }, '10000'],
    ['万亿元', { name: '元', magnitude: '万亿', power: 12 }, '1000000000000'],
    ['million yuan', { name: '元', magnitude: '百万', power: 6 }, '1000000'],
    ['Million  Yuan', { name: '元', power: 6 }, '1000000'],
    ['hundred million yuan', { name: '元', magnitude: '亿' }, '100000000'],
    ['万美金', { name: '美元', dimension: 'money.usd' }, '10000'],
    ['万人次', { name: '人次', dimension: 'count.visit' }, '10000'],
    ['千人', { name: '人', magnitude: '千', power: 3 }, '1000'],
    ['百萬千瓦', { name: '千瓦', magnitude: '百万', power: 6 }, '1000000'],
    ['千瓦', { name: '千瓦', magnitude: '' }, '1'],
    ['万千瓦時', { name: '千瓦时', magnitude: '万', dimension: 'energy' }, '10000'],
    ['亿kWh', { name: '千瓦时', magnitude: '亿' }, '100000000'],
    ['KV', { name: '千伏', dimension: 'voltage' }, '1000'],
    ['百分点', { name: '个百分点', dimension: 'ratio.points' }, '1/100'],
    ['％', { name: '%', dimension: 'ratio' }, '1/100'],
    ['per cent', { name: '%' }, '1/100'],
    ['亩', { dimension: 'area' }, '2000/3'],
    ['万畝', { name: '亩', dimension: 'area' }, '20000000/3'],
    ['㎡', { name: '平方米' }, '1'],
    ['台（套）', { name: '台套' }, '1'],
    ['台/套', { name: '台套' }, '1'],
    ['元/人', { name: '元', per: '人', dimension: 'money/count.person' }, '1'],
    ['人/平方公里', { per: '平方公里', dimension: 'count.person/area' }, '1/1000000'],
    ['微克／立方米', { name: '微克', per: '立方米', dimension: 'mass/volume' }, '1/1000000000'],
    ['µg/m³', { name: '微克', per: '立方米' }, '1/1000000000'],
    ['件/万人', { per: '万人', dimension: 'count/count.person' }, '1/10000'],
    ['吨标准煤/万元', { dimension: 'energy.coal/money' }, '1/10'],
    ['万元/年', { magnitude: '万', per: '年', dimension: 'money/time.calendar' }, '2500/3'],
    ['元/人·年', { per: '人·年', dimension: 'money/count.person/time.calendar' }, '1/12'],
    ['元/（人·年）', { per: '人·年' }, '1/12'],
    ['元/每亩', { per: '亩', dimension: 'money/area' }, '3/2000'],
    ['公里每小时', { per: '小时', dimension: 'length/time' }, '5/18'],
    ['张/千人', { per: '千人' }, '1/1000'],
    ['人/10万人', { per: '10万人', dimension: 'count.person/count.person' }, '1/100000'],
    ['1/10万', { name: '', per: '10万', dimension: 'ratio' }, '1/100000'],
    ['/10万', { name: '', per: '10万', dimension: 'ratio' }, '1/100000'],
    ['yuan per person', { name: '元', per: '人' }, '1'],
    ['million yuan per square kilometre', { name: '元', per: '平方公里', power: 6 }, '1'],
  ])('%j', (text, expected, factor) => {
    const found = unit(text);
    expect(found).toMatchObject(expected);
    expect(found.text).toBe(text);
    expect(found.factor.toFraction()).toBe(new Fraction(factor).toFraction());
  });

  test.each([
    '某',
    '万某',
    '元/某',
    '元/',
    '/',
    '每',
    'G',
    'M',
    'millions',
    'millionyuan',
    '元/0人',
    '亿亿元',
    '元元',
  ])('%j is unknown', (text) => {
    expect(parseUnit(text)).toBeUndefined();
  });

  test('the same text gives the same object', () => {
    expect(parseUnit('亿元')).toBe(parseUnit('亿元'));
  });

  test('no text makes it throw', () => {
    const pieces = [
      '万',
      '亿',
      '元',
      '/',
      '每',
      '人',
      '·',
      '10',
      ' per ',
      'yuan',
      '(',
      ')',
      '%',
      ' ',
      'x',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 6 }), (chosen) => {
        parseUnit(chosen.join(''));
      }),
    );
  });
});

describe('conversion', () => {
  test.each([
    ['1', '公顷', '亩', '15'],
    ['1', '平方公里', '亩', '1500'],
    ['1', '平方公里', '公顷', '100'],
    ['1', '担', '公斤', '50'],
    ['1.4', '万亿斤', '亿吨', '7'],
    ['6.5', '亿吨', '万亿斤', '1.3'],
    ['3', '亿元', '万元', '30000'],
    ['550', 'million yuan', '亿元', '5.5'],
    ['1', '万方', '立方米', '10000'],
    ['30', 'GWh', '亿度', '0.3'],
    ['35', '微克/立方米', '毫克/立方米', '0.035'],
    ['12', '万元/年', '元/月', '10000'],
    ['6.5', '‰', '%', '0.65'],
    ['12', '1/10万', '‰', '0.12'],
    ['77.3', '岁', '年', '77.3'],
  ])('%s %s in %s is %s', (value, from, to, expected) => {
    expect(convert(new Fraction(value), unit(from), unit(to))?.equals(expected)).toBe(true);
  });

  test('there and back again is exact', () => {
    const areas = unitRows.filter((row) => row.dimension === 'area').map((row) => row.name);
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 12n), 10n ** 12n),
        fc.constantFrom(...areas),
        fc.constantFrom(...areas),
        (value, a, b) => {
          const there = convert(new Fraction(value, 100n), unit(a), unit(b))!;
          expect(convert(there, unit(b), unit(a))!.equals(new Fraction(value, 100n))).toBe(true);
        },
      ),
    );
  });

  test('what cannot be converted is undefined', () => {
    expect(convert(new Fraction(1), unit('元'), unit('美元'))).toBeUndefined();
  });

  test.each<[string, string, boolean]>([
    ['亿元', '万元', true],
    ['亩', '公顷', true],
    ['个', '家', true],
    ['%', '‰', true],
    ['万', '', true],
    ['元', '美元', false],
    ['元', '元/人', false],
    ['元/人', '万元/户', false],
    ['人', '人次', false],
    ['%', '个百分点', false],
    ['吨', '吨标准煤', false],
  ])('comparable: %s and %s: %s', (a, b, expected) => {
    expect(comparable(unit(a), unit(b))).toBe(expected);
    expect(comparable(unit(b), unit(a))).toBe(expected);
  });

  test.each<[string, string, boolean]>([
    ['亿元', '万美元', true],
    ['亩', '吨', true],
    ['人', '人次', true],
    ['人', '户', true],
    ['%', '个百分点', true],
    ['%', '个', true],
    ['元/人', '元/亩', true],
    ['公里', '平方公里', true],
    ['亿元', '万元', false],
    ['个', '家', false],
    ['家', '户', false],
    ['个', '名', false],
    ['辆', '台', false],
    ['头', '口', false],
    ['位', '名', false],
    ['元', '元/人', false],
    ['万元', '万元/年', false],
    ['万', '亿元', false],
    ['倍', '%', false],
    ['1/10万', '人/10万', false],
    ['小时', '天', false],
    ['天', '个月', false],
  ])('surely different: %s and %s: %s', (a, b, expected) => {
    expect(surelyDifferent(unit(a), unit(b))).toBe(expected);
    expect(surelyDifferent(unit(b), unit(a))).toBe(expected);
  });

  test('rates do not add up', () => {
    const rates = ['%', '‰', '个百分点', '倍', '位', '元/人', '微克/立方米', '1/10万'];
    expect(rates.filter((text) => !isRate(unit(text)))).toEqual([]);
    const sums = ['', '万', '亿元', '人次', '亩', '万千瓦时', '个'];
    expect(sums.filter((text) => isRate(unit(text)))).toEqual([]);
  });
});

describe('printIn', () => {
  test.each([
    ['300000000', '亿元', 0, '3'],
    ['300000000', '亿元', 1, '3.0'],
    ['300000000', '万元', 0, '30000'],
    ['10000', '亩', 2, '15.00'],
    ['0.07067', '%', 2, '7.07'],
    ['0.125', '', 2, '0.13'],
  ])('%s in %s', (value, text, decimals, expected) => {
    expect(printIn(new Fraction(value), unit(text), decimals)).toBe(expected);
  });
});

describe('unitSuggestions', () => {
  test('are in the language of the document, the most used first', () => {
    expect(unitSuggestions('money')).toEqual(['亿元', '万元', '元', '角']);
    expect(unitSuggestions('money', 'traditional').slice(0, 3)).toEqual(['億元', '萬元', '元']);
    expect(unitSuggestions('money', 'english').slice(0, 2)).toEqual(['million yuan', 'yuan']);
    expect(unitSuggestions('ratio', 'english').slice(0, 2)).toEqual(['%', '‰']);
    expect(unitSuggestions('none')).toEqual([]);
  });

  test('are all units of that dimension', () => {
    for (const { dimension } of unitRows) {
      for (const language of ['simplified', 'traditional', 'english'] as const) {
        for (const text of unitSuggestions(dimension, language)) {
          expect(unit(text).dimension).toBe(dimension);
        }
      }
    }
  });
});
