import { describe, expect, test } from 'vitest';
import { planwright } from './run-planwright.ts';

const plan = `规划：示例
期间：2021—2025年

目标 国民生产总值：力争达3.0亿元，比2020年增0.8亿元
目标 引进新品种：3—5项
目标 工业投资：x.6亿元
目标 居民收入增长："与GDP增长基本同步"
`;

const claimsOf = async (format: string, input = plan) =>
  planwright(['claims', '-', '--format', format], { input });

describe('json', () => {
  test('numbers as printed, the magnitude in the unit, what is not said left out', async () => {
    const { status, out } = await claimsOf('json');
    expect(status).toBe(0);
    const [level, range, masked] = JSON.parse(out);
    expect(level).toEqual({
      file: '-',
      range: { start: { line: 3, character: 13 }, end: { line: 3, character: 18 } },
      text: '3.0亿元',
      indicator: '国民生产总值',
      role: 'target',
      origin: 'declared',
      commitment: expect.any(String),
      comparator: '=',
      value: '3.0',
      unit: '亿元',
      period: '2025',
      basePeriod: '2020',
      change: { kind: 'absolute', value: '0.8', unit: '亿元' },
    });
    expect(range).toMatchObject({ comparator: 'range', low: '3', high: '5', unit: '项' });
    expect(masked).toMatchObject({ mask: 'x.6', unit: '亿元' });
    expect(masked).not.toHaveProperty('value');
  });

  test('is what is written when no format is named', async () => {
    const { out } = await planwright(['claims', '-'], { input: plan });
    expect(out).toBe((await claimsOf('json')).out);
  });

  test('a text that says nothing is an empty array', async () => {
    expect((await claimsOf('json', '')).out).toBe('[]\n');
  });
});

test('jsonl is the same, one claim a line', async () => {
  const lines = (await claimsOf('jsonl')).out.trimEnd().split('\n');
  const array = JSON.parse((await claimsOf('json')).out);
  expect(lines.map((line) => JSON.parse(line))).toEqual(array);
});

test('csv has a header, and every cell in quotes', async () => {
  const [header, ...rows] = (await claimsOf('csv')).out.trimEnd().split('\n');
  const names = header.slice(1, -1).split('","');
  expect(names).toContain('change.value');
  expect(rows).toHaveLength(4);
  for (const row of rows) expect(row).toMatch(/^"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*$/);
  expect(rows[3]).toContain('"""与GDP增长基本同步"""');
  const cells = rows[0].slice(1, -1).split('","');
  expect(cells[names.indexOf('change.value')]).toBe('0.8');
  expect(cells).toHaveLength(names.length);
});

test('2 without a file', async () => {
  expect(await planwright(['claims'])).toMatchObject({ status: 2, out: '' });
});
