/** 税收收入增80万元：固定资产投资达3亿元: a colon where one figure has been told and the next begins. */
import type { LineRule } from '../rule.ts';
import { anyPair } from '../signals.ts';
import { changeTo, printedNumber, wording } from '../text.ts';

const between = new RegExp(
  `(?<=[0-9０-９][万萬亿億]?(?:元|亩|畝|吨|噸|公里|[%％‰]))[:：](?=(?!其中|包括|用于|用於|分别|分別|即|一是)[^，,。；;：:0-9０-９]{2,16}?(?:[达達为為]|突破|增[长長加]|控制在|超[过過])?${printedNumber}[万萬亿億]?(?:元|亩|畝|吨|噸|公里|[%％‰]|[个個]百分))`,
  'g',
);

const colonBehindUnit = anyPair('元亩畝吨噸里%％‰', '：:');

const rule: LineRule = {
  name: 'colon-for-semicolon',
  tier: 'warning',
  sparesAnnexes: true,
  scope: 'line',
  kinds: ['prose', 'heading', 'measure', 'note'],
  waitsFor: colonBehindUnit,
  title: { zh: '该用分号的地方用了冒号', en: 'A colon where a semicolon belongs' },
  description: {
    zh: '一个指标说完了，下一个指标之前用了冒号。冒号引出的是解释或列举，这里两项是并列的，用分号。',
    en: 'One figure has been told and another follows, with a colon between them. A colon leads to an explanation or a list; things side by side are divided by a semicolon.',
  },
  basis: 'GB/T 15834-2011',
  examples: {
    wrong: ['税收收入突破380万元，比“十三五”末增80万元⟦：⟧固定资产投资达3亿元。'],
    right: [
      '税收收入突破380万元；固定资产投资达3亿元。',
      '完成投资3亿元：其中工业2亿元，服务业1亿元。',
      '投入80万元：用于修路和通水。',
    ],
  },
  check(line, _model, report) {
    for (const { 0: colon, index: start } of wording(line, between)) {
      const place = { line, start, end: start + 1 };
      const semicolon = colon === ':' ? ';' : '；';
      report({
        ...place,
        message: {
          zh: '冒号前后是并列的两项，应该用分号。',
          en: 'What stands before and behind the colon is side by side: use a semicolon.',
        },
        fixes: [changeTo(place, semicolon)],
      });
    }
  },
};

export default rule;
