import { describe, expect, test } from 'vitest';
import { inlayHints } from '../../../server/src/features/inlay-hints.ts';
import type { Reader } from '../../../server/src/features/reader.ts';
import type { DerivationKind } from '../../../server/src/model/derivations.ts';
import { chineseReader, englishReader, fixture } from './fixture.ts';

const allKinds: readonly DerivationKind[] = [
  'base',
  'change',
  'growth',
  'average',
  'total',
  'share',
];

/** `marked`: hints stand between ⟦ and ⟧ where they are shown, the parts and their sums in `sums`. */
function check(
  marked: string,
  sums: readonly string[] = [],
  kinds: readonly DerivationKind[] = allKinds,
  reader: Reader = chineseReader,
): void {
  const { model } = fixture(marked.replaceAll(/⟦[^⟧]*⟧/g, ''));
  const lines = [...model.tree.lines];
  const hints = inlayHints(model, lines, new Set(kinds));
  const shown = lines.map((line) => {
    let { text } = line;
    for (const { character, parts } of hints.filter((hint) => hint.line === line).reverse()) {
      const label = parts.map((part) => reader.say(part.text)).join('，');
      text = `${text.slice(0, character)}⟦${label}⟧${text.slice(character)}`;
    }
    return text;
  });
  expect(shown.join('\n')).toBe(marked);
  expect(hints.flatMap(({ parts }) => parts.map(({ sum }) => sum))).toEqual(sums);
}

const header = '规划：甲镇规划\n期间：2021—2025年\n基期：2020年\n\n';
const annual = '计划：甲镇计划\n期间：2026年\n\n';
const crops = '指标 水稻面积（亩）\n2020年：5000亩\n\n';

describe('over time', () => {
  test('the base that a level and its increment imply', () => {
    check(`${header}目标 税收：380万元，比基期增80万元⟦2020年为300万元⟧`, ['380 − 80 = 300万元']);
  });

  test('a doubling is measured from the base that it names', () => {
    check(`${header}目标 养殖场：12个，比基期翻一番⟦2020年为6个⟧`, ['12 ÷ 2 = 6个']);
    check(
      `${header}指标 养殖场（个）\n2020年：6个\n\n目标 养殖场：12个，比基期翻一番`,
      [],
      ['base'],
    );
  });

  test('no base from a rounded rate, and none against a year that is not named', () => {
    check(`${annual}目标 税收：330万元，增长10%`);
    check(`${header}目标 税收：330万元，增30万元`);
  });

  test('change, and one rate', () => {
    check(`${header}${crops}目标 水稻面积：6000亩⟦比2020年增1000亩，年均增长3.7%⟧`, [
      '6000 − 5000 = 1000亩',
      '⁵√(6000 ÷ 5000) − 1 = 3.7%',
    ]);
    check(
      `${header}${crops}目标 水稻面积：6000亩⟦增长20.0%⟧`,
      ['(6000 − 5000) ÷ 5000 = 20.0%'],
      ['growth'],
    );
  });

  test('a decrease', () => {
    check(
      `${annual}指标 水稻面积（亩）\n2025年：5000亩\n\n目标 水稻面积：4000亩⟦比2025年减1000亩，下降20.0%⟧`,
      ['4000 − 5000 = -1000亩', '(4000 − 5000) ÷ 5000 = -20.0%'],
    );
  });

  test('a bound gives a bound', () => {
    check(
      `${header}${crops}目标 水稻面积：不低于6000亩⟦年均增长≥3.7%⟧`,
      ['⁵√(6000 ÷ 5000) − 1 = 3.7%'],
      ['average'],
    );
  });

  test('units that differ are written out', () => {
    check(
      `${header}指标 收入（亿元）\n2020年：2.2亿元\n\n目标 收入：30000万元⟦比2020年增0.8亿元⟧`,
      ['30000万元 − 2.2亿元 = 0.8亿元'],
      ['change'],
    );
  });

  test('what is printed anywhere is not repeated', () => {
    check(`${header}${crops}目标 水稻面积：6000亩，比基期增1000亩⟦年均增长3.7%⟧`, [
      '⁵√(6000 ÷ 5000) − 1 = 3.7%',
    ]);
    check(
      `${header}${crops}目标 水稻面积：6000亩\n到2025年，水稻面积年均增长3.7%。`,
      [],
      ['average'],
    );
  });

  test('growth of gross product is told at comparable prices, and not worked out', () => {
    const product = '指标 地区生产总值（亿元）\n2020年：2.2亿元\n\n';
    check(`${header}${product}目标 地区生产总值：3亿元⟦比2020年增0.8亿元⟧`, ['3 − 2.2 = 0.8亿元']);
    check(
      `${header}${product.replace('\n2020', '\n价格：可比价\n2020')}目标 地区生产总值：3亿元⟦年均增长6.4%⟧`,
      ['⁵√(3 ÷ 2.2) − 1 = 6.4%'],
      ['average'],
    );
  });

  test('rates change in points', () => {
    check(`${header}指标 绿化率（%）\n2020年：40%\n\n目标 绿化率：45%⟦比2020年增5个百分点⟧`, [
      '45% − 40% = 5个百分点',
    ]);
  });
});

describe('of years and wholes', () => {
  test('what yearly figures come to', () => {
    check(`${header}目标 新建公路：年均10公里⟦5年共50公里⟧`, ['10 × 5 = 50公里'], ['total']);
    check(
      `${header}指标 造林（亩）\n性质：流量\n2021年：100亩\n2022年：110亩\n2023年：120亩\n2024年：130亩\n\n目标 造林：140亩⟦5年共600亩⟧`,
      ['100 + 110 + 120 + 130 + 140 = 600亩'],
      ['total'],
    );
  });

  test('the share of a part', () => {
    check(
      `${annual}目标 投资：3亿元，其中：产业投资1.2亿元⟦占投资的40.0%⟧、基础设施投资1.8亿元⟦占投资的60.0%⟧`,
      ['1.2 ÷ 3 = 40.0%', '1.8 ÷ 3 = 60.0%'],
      ['share'],
    );
    check(
      `${annual}指标 产值（亿元）\n构成：工业产值 + 农业产值\n\n目标 产值：4亿元\n目标 工业产值：3亿元⟦占产值的75.0%⟧`,
      ['3 ÷ 4 = 75.0%'],
      ['share'],
    );
  });
});

test('in other units', () => {
  check(
    `${annual}目标 水稻面积：5000亩⟦≈ 333.3公顷⟧`,
    ['5000亩 ≈ 333.3公顷 ≈ 3.333平方公里 = 0.5万亩'],
    ['conversion'],
  );
});

test('in English', () => {
  check(
    'annual plan: A\nperiod: 2026\n\nindicator Visitors (person-times)\n2025: 20,000 person-times\n\ntarget Visitors: 24,000 person-times⟦up 4000 person-times since 2025，up 20.0%⟧',
    ['24000 − 20000 = 4000 person-times', '(24000 − 20000) ÷ 20000 = 20.0%'],
    allKinds,
    englishReader,
  );
});

test('nothing for what is not asked for, and nothing in sentences and tables', () => {
  check(`${header}${crops}目标 水稻面积：6000亩`, [], []);
  check(`${header}${crops}到2025年，水稻面积达到6000亩。`);
  check(`${header}${crops}表 指标\n| 指标 | 2025年 |\n| 水稻面积（亩） | 6000 |`);
  check(`${header}目标 税收：xxx万元\n目标 卫生室：全覆盖\n目标 税收名次：第4位`);
});
