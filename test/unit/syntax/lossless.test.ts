/** Invariant: every text is accepted, and the lines and their leaves concatenate to it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PlanTree } from '../../../server/src/syntax/document.ts';
import { leavesOf } from '../../../server/src/syntax/leaves.ts';
import { corpus, samples, seeds } from '../../kit/data.ts';

function check(text: string): void {
  const tree = PlanTree.parse(text);
  expect(tree.text()).toBe(text);
  for (const line of tree.lines) {
    const leaves = leavesOf(line);
    expect(leaves.map(({ start, end }) => line.text.slice(start, end)).join('')).toBe(line.text);
    for (const leaf of leaves) {
      // What lies between tokens is white space and nothing else.
      if (leaf.type === 'space') expect(line.text.slice(leaf.start, leaf.end).trim()).toBe('');
    }
  }
}

const bad: Readonly<Record<string, string>> = {
  empty: '',
  'a byte order mark': '\ufeff规划：试\n',
  NUL: '目标 \u0000：达\u00003亿元\n\u0000',
  'lone surrogates': '目标 甲\ud800乙：达3\udc00亿元，\ud800\n\udfff',
  'mixed line ends': '一、甲\r二、乙\n三、丙\r\n\r\r\n四、丁',
  '10,000 nested parentheses in prose': '（'.repeat(10_000) + '）'.repeat(10_000),
  '10,000 nested parentheses in a target': `目标 税收：${'（'.repeat(10_000)}3亿元${'）'.repeat(10_000)}`,
  '10,000 nested parentheses in a formula': `指标 甲\n公式：${'（'.repeat(10_000)}乙${'）'.repeat(10_000)}`,
  'a target line of 1 MB': `目标 税收：${'达3亿元，增长5%，'.repeat(80_000)}`,
  'a prose line of 1 MB': '全镇经济平稳增长，'.repeat(110_000),
  'a row of 1 MB': `表 甲\n${'| 3 '.repeat(250_000)}`,
  'masks without end': `目标 税收：${'x'.repeat(300_000)}`,
  'quotes without end': `目标 税收：${'“'.repeat(100_000)}`,
  'a program': String.fromCharCode(
    ...Array.from({ length: 65_536 }, (_, code) => (code * 7919) % 65_536),
  ),
};

for (const [name, text] of Object.entries(bad)) test(`bad input: ${name}`, () => check(text));

for (const { name, text } of [...samples, ...seeds, ...corpus]) test(name, () => check(text));

test('any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), check), { numRuns: 300 });
});

test('any text made of the words of the language', () => {
  const word = fc.constantFrom(
    '目标',
    '实绩',
    '指标',
    ' ',
    '：',
    ':',
    '，',
    '达',
    '突破',
    '3',
    '.5',
    '亿',
    '元',
    '%',
    '增长',
    '比',
    '2020年',
    '“十三五”末',
    'x',
    '_',
    '*',
    '|',
    '—',
    '-',
    '{',
    '}',
    '@',
    '（',
    '）',
    '〔',
    '〕',
    '\n',
    '\r',
    '#',
    '一、',
    '（一）',
    '1.',
    '一是',
    '占',
    '其中',
    '第',
    '位',
    '翻一番',
    'grow ',
    'by ',
    'million',
    '/',
    '\\',
    '“',
    '”',
    '十',
    '百',
    '多',
    '以上',
    '左右',
  );
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 60 }).map((words) => words.join('')),
      check,
    ),
    { numRuns: 2_000 },
  );
});
