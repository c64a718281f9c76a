/** 68.7万美金: the name of the currency is 美元. */
import type { LineRule } from '../rule.ts';
import { anyWord } from '../signals.ts';
import { changeTo, readableKinds, wording } from '../text.ts';

const dollars = /(?<=[0-9０-９xX×][万萬亿億千百]*[余餘多]?)美金/g;

const namesDollars = anyWord(['美金']);

const rule: LineRule = {
  name: 'currency-name',
  tier: 'warning',
  sparesAnnexes: true,
  scope: 'line',
  kinds: readableKinds,
  waitsFor: namesDollars,
  title: { zh: '货币名称不规范', en: 'Name of a currency' },
  description: {
    zh: '“美金”是口语，公文里的货币单位写“美元”。同一篇里两种写法，还会被当成两种口径。',
    en: '“美金” is spoken language; in an official text the unit is “美元”. With both in one text a reader may take them for two measures.',
  },
  examples: {
    wrong: ['合同利用外资106.2万⟦美金⟧。'],
    right: ['合同利用外资106.2万美元，皖美金牌评选。'],
  },
  check(line, _model, report) {
    for (const { 0: whole, index: start } of wording(line, dollars)) {
      const place = { line, start, end: start + whole.length };
      report({
        ...place,
        message: {
          zh: '“美金”应写“美元”。',
          en: 'Write “美元”, the name of the currency, not “美金”.',
        },
        fixes: [{ ...changeTo(place, '美元'), safe: true }],
      });
    }
  },
};

export default rule;
