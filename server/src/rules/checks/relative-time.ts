/** 去年, 目前, 近年来 in a plan that is to last for years. */
import type { LineRule } from '../rule.ts';
import { anyWord } from '../signals.ts';
import { wording } from '../text.ts';

const relative = /去年|前年|今年|明年|目前|[当當]前|近年[来來]|近[几幾]年|最近/g;

const saysWhen = anyWord([
  '去年',
  '前年',
  '今年',
  '明年',
  '目前',
  '当前',
  '當前',
  '近年',
  '近几',
  '近幾',
  '最近',
]);

const rule: LineRule = {
  name: 'relative-time',
  tier: 'off',
  sparesAnnexes: true,
  scope: 'line',
  kinds: ['prose', 'heading', 'measure'],
  waitsFor: saysWhen,
  title: { zh: '随时间变的说法', en: 'Time relative to the writing' },
  description: {
    zh: '跨几年的规划里写“去年”“目前”，过一年读就不知道是哪一年。写出年份。总结和年度计划里很常见，所以只查跨年的规划，而且默认不查。',
    en: 'In a plan for several years “last year” or “at present” soon means something else: write the year. It is common, so the check reads only plans for several years and is off unless asked for.',
  },
  examples: {
    wrong: ['规划：发展规划\n期间：2021—2025年\n\n⟦去年⟧已通过验收，⟦目前⟧运行正常。'],
    right: [
      '规划：发展规划\n期间：2021—2025年\n\n2020年已通过验收。',
      '计划：工作计划\n期间：2021年\n\n去年已通过验收。',
    ],
  },
  check(line, model, report) {
    const { period } = model.header;
    if (!period || period.from === period.to) return;
    for (const { 0: whole, index: start } of wording(line, relative)) {
      report({
        line,
        start,
        end: start + whole.length,
        message: {
          zh: `“${whole}”过一年就不知道指哪一年，写出年份。`,
          en: `In a year nobody will know what “${whole}” meant. Write the year.`,
        },
      });
    }
  },
};

export default rule;
