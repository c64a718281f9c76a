/** The claim grammar reads every text: no sequence of words and figures is refused or lost. */
import { expect, test } from 'vitest';
import { parseClaims } from '../../../server/src/syntax/parser.ts';
import { phraseRows } from '../../../server/src/syntax/vocabulary/phrases.ts';
import { corpus } from '../../kit/data.ts';
import { Random } from '../../kit/random.ts';

const pieces = [
  ...phraseRows.flatMap(({ zh, en }) => [...zh, ...en.map((form) => ` ${form} `)]),
  ...[
    '3',
    '4.5',
    'xx',
    '三',
    '百',
    '亿元',
    '%',
    '个',
    '万亩',
    '：',
    '—',
    '-',
    '~',
    '至',
    '**',
    '，',
    '、',
    '。',
  ],
  ...[
    '2025年',
    '上年',
    '“十四五”',
    '产值',
    '企业',
    '的',
    '第',
    '位',
    '（',
    '）',
    '〔',
    '“',
    '”',
    '5G',
    ' ',
  ],
];

test('every sequence of words and figures is read to its end', () => {
  const random = new Random(20);
  for (let round = 0; round < 3000; round++) {
    const length = 1 + random.below(12);
    const text = Array.from({ length }, () => random.pick(pieces)).join('');
    const items = parseClaims(text);
    const end = Math.max(0, ...items.map((item) => item.end));
    expect(end, text).toBe(text.trimEnd().length);
  }
});

test.skipIf(corpus.length === 0)('every line of the real reports is read to its end', () => {
  for (const { text } of corpus) {
    for (const line of text.split('\n')) {
      const items = parseClaims(line);
      expect(Math.max(0, ...items.map((item) => item.end)), line).toBe(line.trimEnd().length);
    }
  }
});
