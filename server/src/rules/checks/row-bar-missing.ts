/** 税收 | 350 | 380 below 表: without the bar at its head a row is a sentence. */
import type { Line, LineKind } from '../../syntax/tree.ts';
import type { DocumentRule, Edit } from '../rule.ts';
import { anyOf } from '../signals.ts';

const bars = /[|｜]/;
const kinds: readonly LineKind[] = ['prose', 'indicator', 'target', 'result'];

const rule: DocumentRule = {
  name: 'row-bar-missing',
  tier: 'warning',
  scope: 'document',
  // A head row that begins with 指标 looks like an indicator’s line.
  kinds,
  waitsFor: anyOf('|｜'),
  reads: ({ text }) => bars.test(text),
  // Whether it stands in a table, the lines above it tell.
  dependsOn: 'any',
  title: { zh: '表格的行没有以“|”开头', en: 'A row without its first bar' },
  description: {
    zh: '表格的每一行都以“|”开头。没有它，这一行只当作正文，里面的数不参加核对，成稿里也不成表。',
    en: 'Each row of a table begins with “|”. Without it the line is only a sentence: its figures are not checked, and the finished document has no table.',
  },
  examples: {
    wrong: [
      '表 主要指标\n⟦指标 | 2025年 | 2026年⟧\n税收（万元） | 350 | 380',
      '表 产量\n| 指标 | 2025年 |\n| --- | --- |\n⟦粮食产量（吨） | 5000 |⟧',
    ],
    right: [
      '表 产量\n| 指标 | 2025年 |\n| --- | --- |\n| 粮食产量（吨） | 5000 |',
      '表 产量\n\n这里的“|”只是一个符号。',
      '电话：县长热线 | 12345',
    ],
  },
  check(lines, model, report) {
    const all = model.tree.lines;
    for (const line of lines) {
      const index = all.indexOf(line);
      if (index === 0 || !all.at(index - 1).after.table || all.at(index - 1).kind === 'blank')
        continue;
      const rows: Line[] = [];
      for (let at = index; at < all.length; at++) {
        const row = all.at(at);
        if (row.kind === 'row') continue;
        if (!kinds.includes(row.kind) || !bars.test(row.text)) break;
        rows.push(row);
      }
      report({
        line,
        start: 0,
        end: line.text.length,
        message: {
          zh: '表格的行要以“|”开头。现在只当作正文，里面的数不参加核对。',
          en: 'A row of a table begins with “|”. Now it is only a sentence, and its figures are not checked.',
        },
        fixes: [
          {
            title: { zh: '补上“|”', en: 'Add the bars' },
            edits: rows.flatMap(barsAround),
          },
        ],
      });
    }
  },
};

function barsAround(line: Line): Edit[] {
  const end = line.text.trimEnd().length;
  const isClosed = bars.test(line.text[end - 1]);
  return [
    { line, start: 0, end: 0, newText: '| ' },
    ...(isClosed ? [] : [{ line, start: end, end, newText: ' |' }]),
  ];
}

export default rule;
