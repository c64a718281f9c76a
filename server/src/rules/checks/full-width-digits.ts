/** ５０００亩: digits of full width, one finding and one repair for the file. */

import { halfWidth } from '../../syntax/vocabulary/periods.ts';
import type { DocumentRule, Edit } from '../rule.ts';
import { anyOf } from '../signals.ts';
import { isReadable, occurrences, readableKinds } from '../text.ts';

const digits = /[０-９](?:[０-９．]*[０-９])?/g;
const hasWideDigit = anyOf('０１２３４５６７８９');

const rule: DocumentRule = {
  name: 'full-width-digits',
  tier: 'hint',
  scope: 'document',
  kinds: readableKinds,
  waitsFor: hasWideDigit,
  reads: isReadable,
  title: { zh: '全角数字', en: 'Digits of full width' },
  description: {
    zh: '阿拉伯数字用半角：“5000”，不是“５０００”。全角的占两格，断行时会拆开，也搜索不到。全文只提示一次，一次改全。',
    en: 'Arabic digits are of half width. Full-width ones break across lines and cannot be searched for. It is told once for the whole file, with one repair for all.',
  },
  basis: 'GB/T 15835-2011',
  examples: {
    wrong: ['种植面积⟦５０００⟧亩，产量１．５万吨。\n培训３次。'],
    right: ['种植面积5000亩，增长8％。'],
  },
  check(lines, _model, report) {
    const edits: Edit[] = [];
    for (const line of lines) {
      for (const { 0: whole, index: start } of occurrences(digits, line.text)) {
        edits.push({
          line,
          start,
          end: start + whole.length,
          newText: halfWidth(whole).replaceAll('．', '.'),
        });
      }
    }
    const [first] = edits;
    if (!first) return;
    const { line, start, end } = first;
    report({
      line,
      start,
      end,
      message: {
        zh: `全文有${edits.length}处全角数字，从这里开始，可以一次改全。`,
        en: `The text has ${edits.length} numbers of full width, from here on. They can be changed all at once.`,
      },
      fixes: [
        {
          title: {
            zh: `把${edits.length}处数字都改为半角`,
            en: `Make all ${edits.length} numbers half-width`,
          },
          edits,
          safe: true,
        },
      ],
    });
  },
};

export default rule;
