/** 责任 twice under one measure: only the first is read. */
import type { FieldStatement, Line } from '../../syntax/tree.ts';
import type { LineRule } from '../rule.ts';
import { removeLine } from '../text.ts';

/** Fields that may stand several times: each names further files. */
const repeatable = new Set(['path']);

const rule: LineRule = {
  name: 'field-repeated',
  tier: 'warning',
  scope: 'line',
  kinds: ['header', 'measure', 'indicator'],
  title: { zh: '同一项写了两遍', en: 'The same field twice' },
  description: {
    zh: '一个规划、举措或指标下面，同一项（如“责任”“时限”）写了两行。只有第一行起作用，把两行合成一行，或删去多余的。',
    en: 'One field, such as “owner” or “due”, stands twice under the same plan, measure or indicator. Only the first is read: join the two, or remove one.',
  },
  examples: {
    wrong: [
      '举措 改造水厂\n责任：水务站\n时限：2025年底前\n⟦责任⟧：农办',
      '规划：乡村发展规划\n期间：2021—2025年\n⟦期间⟧：2020年',
    ],
    right: [
      '举措 改造水厂\n责任：水务站、农办\n\n举措 改造泵站\n责任：水务站',
      '规划：乡村发展规划\n依据：./上年总结.plan\n依据：./县规划.plan',
    ],
  },
  check(owner, model, report) {
    const { lines } = model.tree;
    const seen = new Map<string, Line>();
    for (let index = lines.indexOf(owner) + 1; index < lines.length; index++) {
      const line = lines.at(index);
      if (line.after.owner !== owner) break;
      const { statement } = line;
      if (line.kind !== 'field' || statement.kind !== 'field') continue;
      if (repeatable.has(statement.row.value ?? '')) continue;
      const first = seen.get(statement.row.id);
      if (!first) {
        seen.set(statement.row.id, line);
        continue;
      }
      const { keyword } = statement;
      const before = (first.statement as FieldStatement).keyword;
      report({
        line,
        start: keyword.start,
        end: keyword.end,
        message: {
          zh: `“${keyword.text}”前面已经写过，这一行不起作用。合成一行，或删去多余的。`,
          en: `“${keyword.text}” stands above already, and this line has no effect. Join the two, or remove one.`,
        },
        related: [
          {
            line: first,
            start: before.start,
            end: before.end,
            message: { zh: '前面写的', en: 'The one above' },
          },
        ],
        fixes: [removeLine(line, { zh: '删去这一行', en: 'Remove this line' })],
      });
    }
  },
};

export default rule;
