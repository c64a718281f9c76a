import { describe, expect, test } from 'vitest';
import { sentenceOf } from '../../../server/src/report/sentences.ts';
import type { Script } from '../../../server/src/report/tree.ts';
import { PlanTree } from '../../../server/src/syntax/document.ts';
import { html } from './fixtures.ts';

function sentence(text: string, script: Script): string {
  return sentenceOf(PlanTree.parse(text).lines.at(0), script);
}

describe('a target or result is a sentence in the writer’s words', () => {
  test.each([
    ['目标 总产值：力争达3亿元，比基期增0.8亿元', '总产值力争达3亿元，比基期增0.8亿元'],
    ['目标 总产值达3亿元', '总产值达3亿元'],
    ['目标  总产值 ： 达3亿元 。', '总产值达3亿元'],
    // The width of marks between claims is the script's.
    ['目标 总产值:达3亿元,比上年增长8%;', '总产值达3亿元，比上年增长8%'],
    // Quotation marks that only hold words together go, those of a period stay.
    ['目标 农业总产值：“稳中有升”', '农业总产值稳中有升'],
    ['目标 水稻面积：“十四五”末保持5000亩', '水稻面积“十四五”末保持5000亩'],
    // A year and a bare figure must not run together.
    ['目标 总产值：2004年53.94亿元', '总产值2004年达到53.94亿元'],
    ['实绩 新登记企业：2003年452家', '新登记企业2003年为452家'],
    ['实绩 位次：2003年第139位，前进39位', '位次2003年为第139位，前进39位'],
    ['目标 造林：一季度完成300亩', '造林一季度完成300亩'],
    // A name that ends with a digit or a letter must not run into a figure.
    ['目标 PM2.5：30微克/立方米以下', 'PM2.5：30微克/立方米以下'],
    ['目标 PM2.5：低于30微克/立方米', 'PM2.5低于30微克/立方米'],
    ['目标 总产值（亿元）：3', '总产值（亿元）：3'],
    ['目标 总产值', '总产值'],
    ['目标 ：3亿元', '3亿元'],
  ])('%s', (text, expected) => {
    expect(sentence(text, 'hans')).toBe(expected);
  });

  test('in traditional characters', () => {
    expect(sentence('目標 總產值：2004年3億元', 'hant')).toBe('總產值2004年達到3億元');
    expect(sentence('實績 企業：2003年4家', 'hant')).toBe('企業2003年為4家');
  });

  test.each([
    [
      'target Visitors: at least 24,000, up 20% from last year',
      'Visitors: at least 24,000, up 20% from last year',
    ],
    ['target Sales tax receipts: grow 4%', 'Sales tax receipts grow 4%'],
    ['target Reading places: 150 to 180.', 'Reading places: 150 to 180'],
  ])('%s', (text, expected) => {
    expect(sentence(text, 'en')).toBe(expected);
  });
});

describe('sentences that follow each other', () => {
  test('are one paragraph', () => {
    expect(html('目标 甲：3个\n// 只给同事看\n目标 乙：4个')).toBe(
      '<p class="statements"><span class="target" data-line="0">甲3个；</span><span class="target" data-line="2">乙4个。</span></p>\n',
    );
  });

  test('are parted by a blank line', () => {
    expect(html('目标 甲：3个\n\n目标 乙：4个').match(/<p/g)).toHaveLength(2);
  });

  test('but not by a declaration between them, which nobody sees', () => {
    const text = '目标 甲：3个\n\n指标 乙（个）\n2020年：2个\n\n目标 乙：4个';
    expect(html(text).match(/<p/g)).toHaveLength(1);
  });

  test('keep targets and results apart', () => {
    expect(html('目标 甲：3个\n实绩 甲：2个').match(/<p/g)).toHaveLength(2);
  });

  test('in English are sentences of their own', () => {
    expect(html('target A: 3 miles\ntarget B: 4 miles')).toContain(
      'A: 3 miles.</span> <span class="target" data-line="1">B: 4 miles.</span>',
    );
  });
});
