import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { planwright } from './run-planwright.ts';

const text = `规划：试
期间：2021—2025年
基期：2020年

指标 税收收入（亿元）
构成：国税 + 地税
2020年：2.2亿元

目标 税收收入：达3亿元，比基期增0.8亿元
目标 国税：2亿元
目标 地税：1亿元，占税收收入的63%
目标 地区生产总值：30亿元，比2020年增长40%
目标 居民收入：2025年比2024年增长8%
没有数的一行。
`;

let file = '';

beforeAll(async () => {
  file = path.join(await mkdtemp(path.join(tmpdir(), 'planwright-')), 'a.plan');
  await writeFile(file, text);
});

async function explained(line: number, locale = 'zh-CN'): Promise<string> {
  const { status, out, err } = await planwright(['explain', `${file}:${line}`], { locale });
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return out.replaceAll(file, 'a.plan');
}

test('a target with its base, its change and its parts', async () => {
  expect(await explained(9)).toBe(`目标 税收收入：达3亿元，比基期增0.8亿元

  2025年税收收入（目标）：3亿元，增0.8亿元
    2025年3亿元 = 2020年2.2亿元 + 0.8亿元  [相符]
      a.plan:7:7  2020年2.2亿元
    地税2025年1亿元 ÷ 税收收入2025年3亿元 = 63%  [不符] — 应为33.3%
      a.plan:11:7  2025年1亿元
      a.plan:11:17  占税收收入的63%
    税收收入2025年3亿元 = 国税2025年2亿元 + 地税2025年1亿元  [相符]
      a.plan:10:7  2025年2亿元
      a.plan:11:7  2025年1亿元
      a.plan:6:4  按这里的式子
`);
});

test('why nothing can be said', async () => {
  expect(await explained(12)).toContain('按可比价');
  expect(await explained(13)).toContain('无从核对');
  expect(await explained(14)).toContain('这一行没有说数。');
});

test('in English, and as JSON', async () => {
  expect(await explained(9, 'en')).toContain('[agrees]');
  const { out } = await planwright(['explain', `${file}:9`, '--format', 'json'], { locale: 'en' });
  const [first] = JSON.parse(out);
  expect(first.text).toBe('3亿元');
  expect(first.relations.map(({ verdict }: { verdict: string }) => verdict)).toEqual([
    'agrees',
    'disagrees',
    'agrees',
  ]);
});

test.each([
  [['explain'], 'explain needs a file and a line: planwright explain FILE:LINE\n'],
  [['explain', 'a.plan'], 'explain needs a file and a line: planwright explain FILE:LINE\n'],
])('2 and one sentence for %j', async (words, sentence) => {
  expect(await planwright(words, { locale: 'en' })).toMatchObject({ status: 2, err: sentence });
});

test('2 for a line that there is not', async () => {
  const { status, err } = await planwright(['explain', `${file}:99`], { locale: 'en' });
  expect(status).toBe(2);
  expect(err).toMatch(/has 15 lines; there is no line 99\.\n$/);
});
