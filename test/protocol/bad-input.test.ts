/** Texts that nobody would write, and that come all the same: everything is asked about them, and answered. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Random } from '../kit/random.ts';
import { Client } from './client.ts';
import { allCapabilities, everyQuestion, type Situation } from './every-request.ts';

const header = '规划：甲镇“十四五”规划\n期间：2021—2025年\n基期：2020年\n\n';
const texts: Record<string, string> = {
  nothing: '',
  'a line of a million characters': '增'.repeat(1_000_000),
  'a target of a hundred thousand figures': `目标 税收：${'3万元，'.repeat(100_000)}`,
  'ten thousand parentheses': `指标 税收（万元）\n公式：${'（'.repeat(10_000)}`,
  'ten thousand parentheses in an indicator': `指标 税收${'（'.repeat(10_000)}\n{${'{'.repeat(10_000)}`,
  'ten thousand parentheses in a sentence': `税收${'（'.repeat(10_000)}增长8%${'）'.repeat(10_000)}`,
  'quotation marks that are never closed': `${'“'.repeat(20_000)}增长8%`,
  'nothing but bars': '|'.repeat(20_000),
  'a figure of a hundred thousand digits': `目标 税收：${'1'.repeat(100_000)}万元，增长8%`,
  'growth that no computer can hold': `${header}指标 税收（万元）\n2020年：1万元\n目标 税收：9万元，年均增长${'9'.repeat(3000)}%`,
  'nine thousand years': `规划：甲\n期间：1000—9999年\n基期：0001年\n\n目标 税收：3万元，年均增长8%`,
  'halves of characters': '目标 税\ud800收：3\udc00万元\n# \udfff',
  'a null character': '目标 税收：\0 3万元\0',
  'mixed line ends': '# 一\r\n目标 税收：3万元\r# 二\n\r\n\r',
  'a byte order mark': `\ufeff${header}目标 税收：3万元`,
  'binary data': String.fromCharCode(
    ...Array.from({ length: 3000 }, (_, at) => (at * 7919) % 65536),
  ),
};

async function answersEverything(client: Client, uri: string, text: string): Promise<void> {
  client.open(uri, text);
  const lines = text.split(/\r\n|\r|\n/);
  const random = new Random(5);
  const situation: Situation = {
    uri,
    random,
    place: () => {
      const line = random.below(lines.length);
      return { line, character: random.below(Math.min(40, lines[line].length + 1)) };
    },
    diagnostics: await client.diagnostics(uri),
    commands: client.initialized.capabilities.executeCommandProvider?.commands ?? [],
    previousResultId: '',
  };
  for (const { method, parameters, resolve } of everyQuestion) {
    try {
      const answer = await client.request(method, parameters(situation));
      const items = Array.isArray(answer) ? answer : [];
      if (resolve && items.length > 0) await client.request(resolve, items[0]);
    } catch (problem) {
      // A name that cannot be given is refused.
      expect(method, String(problem)).toMatch(/ename$/);
    }
  }
  const start = { line: 0, character: 5 };
  client.change(uri, '\n目标 投资：3亿元\n', { start, end: start });
  await client.diagnostics(uri);
  expect(client.log).toEqual([]);
  expect(client.errors).toBe('');
}

describe('whatever is opened, the server answers', () => {
  test.each(Object.keys(texts))('%s', async (name) => {
    const client = await Client.start({ capabilities: allCapabilities });
    await answersEverything(client, 'file:///plans/a.plan', texts[name]);
  });

  test('a plan that includes itself, and is its own basis, superior and part', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'planwright-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = path.join(folder, '甲.plan');
    const text = `总结：甲镇总结\n期间：2021年\n依据：./甲.plan\n上级：./甲.plan\n汇总：./*.plan\n\n引用 ./甲.plan\n\n实绩 税收：3万元\n`;
    await writeFile(file, text);
    const folders = [pathToFileURL(folder).href];
    const client = await Client.start({ capabilities: allCapabilities, folders });
    await answersEverything(client, pathToFileURL(file).href, text);
  });
});
