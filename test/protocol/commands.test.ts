import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import { reportOf } from '../../server/src/report/build.ts';
import { outputOf } from '../../server/src/report/outputs.ts';
import { PlanDocument } from '../../server/src/workspace/document.ts';
import { Client, positionOf, rangeOf } from './client.ts';

const uri = 'file:///plans/%E7%94%B2%E9%95%87.plan';
const plan = `规划：甲镇规划
期间：2021—2025年
基期：2020年

指标 地区生产总值（亿元）
2020年：2.2亿元

目标 地区生产总值：达3.0亿元，比基期增0.8亿元
目标 税收收入：xxx万元

举措 种树
责任：农办
`;

const ask = <Answer>(client: Client, command: string, argument: unknown): Promise<Answer> =>
  client.request('workspace/executeCommand', { command, arguments: [argument] });

async function opened(locale = 'zh-cn'): Promise<Client> {
  const client = await Client.start({ locale });
  client.open(uri, plan);
  return client;
}

describe('commands', () => {
  test('are announced', async () => {
    const client = await opened();
    expect(client.initialized.capabilities.executeCommandProvider?.commands).toEqual(
      expect.arrayContaining([
        'planwright.indicators',
        'planwright.openItems',
        'planwright.measures',
        'planwright.statistics',
        'planwright.export',
      ]),
    );
  });

  test('what is typed while a long document is exported is looked at first, and stands in it', async () => {
    const client = await Client.start();
    const targets = Array.from({ length: 5000 }, (_, index) => `目标 指标${index}：${index}项\n`);
    client.open(uri, `规划：甲镇规划\n\n${targets.join('')}`);
    await client.diagnostics(uri);
    // On a busy machine an export may end before the server has heard of what is typed: then it is asked for again.
    for (let attempt = 0; ; attempt++) {
      const order: string[] = [];
      const exported = ask<{ content: string }>(client, 'planwright.export', {
        uri,
        format: 'json',
      }).finally(() => order.push('exported'));
      const start = { line: 1, character: 0 };
      const sentence = `新的一句${attempt}。`;
      client.change(uri, sentence, { start, end: start });
      await client.diagnostics(uri).finally(() => order.push('looked at'));
      const { content } = await exported;
      const isHeard = Buffer.from(content, 'base64').toString().includes(sentence);
      if (!isHeard && attempt < 20) continue;
      expect(isHeard).toBe(true);
      expect(order).toEqual(['looked at', 'exported']);
      return;
    }
  });

  test('a long document is exported as it was when it was asked for, with what it includes', async () => {
    const client = await Client.start();
    const library = 'file:///plans/%E5%BA%93.plan';
    client.open(library, '规划：库\n\n指标 粮食产量（吨）\n');
    const many = '稳住面积。\n\n'.repeat(1100);
    const text = `规划：甲镇规划\n\n引用 ./库.plan\n\n目标 粮食产量：达3万吨\n\n${many}`;
    client.open(uri, text);
    await client.diagnostics(uri);
    const exported = ask<{ content: string; version: number }>(client, 'planwright.export', {
      uri,
      format: 'stratml',
    });
    const start = { line: 5, character: 0 };
    client.change(uri, '新的一句。', { start, end: start });
    const { content, version } = await exported;
    expect(version).toBe(1);
    const { tree, model } = PlanDocument.open(uri, text);
    const included = PlanDocument.open(library, '规划：库\n\n指标 粮食产量（吨）\n');
    expect(tree.lines.length).toBeGreaterThan(2000);
    model.include([included.model], new Map());
    const expected = await outputOf(reportOf(model), 'stratml');
    expect(Buffer.from(content, 'base64').toString()).toBe(expected);
    expect(client.log).toEqual([]);
  });

  test('the export of a long document is given up when it is cancelled', async () => {
    const client = await Client.start();
    client.open(uri, `规划：甲镇规划\n\n${'稳住面积。\n\n'.repeat(1100)}`);
    const cancelling = new CancellationTokenSource();
    const exported = client.connection.sendRequest(
      'workspace/executeCommand',
      { command: 'planwright.export', arguments: [{ uri, format: 'docx' }] },
      cancelling.token,
    );
    const refused = expect(exported).rejects.toThrow('cancelled');
    // The thread has begun by the time that others are answered.
    await ask(client, 'planwright.statistics', { uri });
    cancelling.cancel();
    await refused;
    expect(client.log).toEqual([]);
  });

  test('planwright.export makes the finished document, in the layout of the settings', async () => {
    const client = await Client.start({
      locale: 'zh-cn',
      initializationOptions: { settings: { export: { layout: 'office', contents: true } } },
    });
    const text = '规划：甲镇规划\n编制单位：甲镇人民政府\n\n# 农业\n稳住面积。\n';
    client.open(uri, text);
    const made = async (choices: object) => {
      const { content } = await ask<{ content: string }>(client, 'planwright.export', {
        uri,
        ...choices,
      });
      return Buffer.from(content, 'base64');
    };
    expect((await made({ format: 'html' })).toString()).toContain('<h1 data-line="0">甲镇规划');
    const wordText = async (choices: object) =>
      strFromU8(unzipSync(await made({ format: 'docx', ...choices }))['word/document.xml']);
    const office = await wordText({ documentNumber: '甲政发〔2026〕3号' });
    expect(office).toContain('甲镇人民政府文件');
    expect(office).toContain('甲政发〔2026〕3号');
    expect(office).toContain('目　录');
    expect(await wordText({ layout: 'plain', contents: false })).not.toMatch(/人民政府文件|目　录/);
    expect(await ask(client, 'planwright.export', { uri, format: 'pdf' })).toEqual({
      version: 1,
      problem: 'unknown-format',
    });
  });

  test('planwright.indicators lists indicators with their values and where each is said', async () => {
    const client = await opened();
    expect(await ask(client, 'planwright.indicators', { uri })).toEqual({
      version: 1,
      total: 2,
      onlyInSentences: 0,
      rows: [
        {
          name: '地区生产总值',
          unit: '亿元',
          trend: 'up',
          summary: '2.2 → 3.0亿元',
          location: { uri, range: rangeOf(plan, '地区生产总值') },
          findings: { error: 0, warning: 0, hint: 0 },
          values: [
            {
              period: '2020年',
              text: '2.2亿元',
              stance: '实际',
              location: { uri, range: rangeOf(plan, '2.2亿元') },
            },
            {
              period: '2025年',
              text: '3.0亿元',
              stance: '目标',
              location: {
                uri,
                range: expect.objectContaining({ end: positionOf(plan, '，比基期') }),
              },
            },
          ],
        },
        expect.objectContaining({
          name: '税收收入',
          findings: { error: 1, warning: 0, hint: 0 },
        }),
      ],
    });
  });

  test('planwright.indicators takes what is to be shown', async () => {
    const client = await opened();
    const options = { uri, filter: 'findings', sort: 'name', limit: 1 };
    const { rows } = await ask<{ rows: { name: string }[] }>(
      client,
      'planwright.indicators',
      options,
    );
    expect(rows.map(({ name }) => name)).toEqual(['税收收入']);
  });

  test('planwright.openItems shrinks when a blank is filled in', async () => {
    const client = await opened();
    interface Answer {
      groups: { kind: string; title: string; items: { location: unknown }[] }[];
    }
    const before = await ask<Answer>(client, 'planwright.openItems', uri);
    expect(before.groups.map(({ kind, title }) => [kind, title])).toEqual([
      ['placeholder', '待填的空'],
      ['deadline', '没有时限的举措'],
    ]);
    expect(before.groups[0].items[0].location).toEqual({ uri, range: rangeOf(plan, 'xxx') });
    client.change(uri, '380', rangeOf(plan, 'xxx'));
    const after = await ask<Answer>(client, 'planwright.openItems', uri);
    expect(after.groups.map(({ kind }) => kind)).toEqual(['deadline']);
  });

  test('planwright.measures groups by owner, or by deadline where that is asked for', async () => {
    const client = await opened();
    const titles = async (argument: unknown) => {
      const { groups } = await ask<{ groups: { title: string }[] }>(
        client,
        'planwright.measures',
        argument,
      );
      return groups.map(({ title }) => title);
    };
    expect(await titles({ uri })).toEqual(['农办']);
    expect(await titles({ uri, order: 'deadline' })).toEqual(['没有时限']);
  });

  test('planwright.statistics follows what is typed', async () => {
    const client = await opened();
    const before = await ask<{ words: number }>(client, 'planwright.statistics', uri);
    expect(before).toEqual({ version: 1, words: expect.any(Number), targets: 2, openItems: 2 });
    client.change(uri, '甲乙丙', rangeOf(plan, 'xxx万元'));
    const after = await ask<{ words: number }>(client, 'planwright.statistics', { uri });
    // Three characters in the place of a word and two characters.
    expect(after).toMatchObject({ version: 2, words: before.words });
  });

  test('are answered in the reader’s characters, with the document’s as they stand', async () => {
    const client = await opened('zh-tw');
    const { groups } = await ask<{ groups: { title: string; items: { label: string }[] }[] }>(
      client,
      'planwright.openItems',
      uri,
    );
    expect(groups.map(({ title }) => title)).toEqual(['待填的空', '沒有時限的舉措']);
    expect(groups[0].items[0].label).toContain('税收收入');
  });

  test.each([undefined, null, 3, {}, 'file:///elsewhere.plan', { uri: 7 }])(
    'have no answer for %j, and the server goes on',
    async (argument) => {
      const client = await opened();
      expect(await ask(client, 'planwright.statistics', argument)).toBeNull();
      expect(await ask(client, 'planwright.unknown', uri)).toBeNull();
      expect(await ask(client, 'planwright.statistics', uri)).not.toBeNull();
    },
  );

  test('planwright.documentKinds lists documents to start from, the reader’s own language first', async () => {
    const client = await Client.start({ locale: 'zh-tw' });
    const { kinds } = await ask<{ kinds: { kind: string; language: string; year: number }[] }>(
      client,
      'planwright.documentKinds',
      {},
    );
    expect(kinds).toHaveLength(12);
    expect(kinds[0]).toMatchObject({
      kind: 'fiveYearPlan',
      language: 'zh-Hant',
      title: '五年規劃',
    });
  });

  test('planwright.newDocument makes one', async () => {
    const client = await Client.start();
    const start = { kind: 'fiveYearPlan', language: 'zh-Hans', year: 2028, place: '青禾镇' };
    const made = await ask<{ title: string; snippet: string }>(
      client,
      'planwright.newDocument',
      start,
    );
    expect(made.title).toBe('青禾镇“十五五”发展规划');
    expect(made.snippet).toContain('期间：2026—2030年');
    expect(await ask(client, 'planwright.newDocument', { kind: 'poem' })).toBeNull();
    expect(await ask(client, 'planwright.newDocument', undefined)).toBeNull();
  });

  test('bad choices are as good as none', async () => {
    const client = await opened();
    const options = { uri, filter: 'x', sort: 7, search: null, limit: 'many' };
    const { rows } = await ask<{ rows: unknown[] }>(client, 'planwright.indicators', options);
    expect(rows).toHaveLength(2);
    expect(await ask(client, 'planwright.measures', { uri, order: {} })).not.toBeNull();
  });
});
