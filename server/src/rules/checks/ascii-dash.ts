/** -- for a dash: Chinese has ——. */
import type { LineRule } from '../rule.ts';
import { anyPair } from '../signals.ts';
import { changeTo, isReadable, occurrences, readableKinds } from '../text.ts';

/** At the head of an item as well; a rule of hyphens is none. */
const hyphens =
  /(?<!-)-{2,3}(?!-)(?=\p{Script=Han}|[“《（])|(?<=[\p{Script=Han}”》）])-{2,3}(?!-)/gu;

const twoHyphens = anyPair('-', '-');

const rule: LineRule = {
  name: 'ascii-dash',
  tier: 'hint',
  sparesAnnexes: true,
  scope: 'line',
  kinds: readableKinds,
  waitsFor: twoHyphens,
  title: { zh: '用“--”代替破折号', en: 'Hyphens for a dash' },
  description: {
    zh: '破折号是“——”，占两个字。“--”是从键盘上凑出来的，换行时会断开。',
    en: 'The Chinese dash is “——”, two characters wide. Two hyphens are a makeshift and break at the end of a line.',
  },
  basis: 'GB/T 15834-2011',
  examples: {
    wrong: ['⟦--⟧两带，即沿线风光带。', '中间节点⟦--⟧坝西村。'],
    right: ['——两带，即沿线风光带。', '---', 'npm test --watch'],
  },
  check(line, _model, report) {
    if (!isReadable(line)) return;
    for (const { 0: whole, index: start } of occurrences(hyphens, line.text)) {
      const place = { line, start, end: start + whole.length };
      report({
        ...place,
        message: { zh: '破折号写“——”。', en: 'Write the dash as “——”.' },
        fixes: [{ ...changeTo(place, '——'), safe: true }],
      });
    }
  },
};

export default rule;
