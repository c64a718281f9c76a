/** Documents that come from elsewhere: what is on the clipboard, and files. */
import { describe, expect, test } from 'vitest';
import { paragraph, wordFile } from '../unit/importer/word-file.ts';
import { Client } from './client.ts';

const uri = 'file:///plans/%E7%94%B2%E9%95%87.plan';
const plan = '规划：甲镇规划\n期间：2021—2025年\n\n';
const lastLine = { line: 3, character: 0 };
const range = { start: lastLine, end: lastLine };
const html = '<h2>农业</h2><p>稳住面积。</p><p>— 3 —</p>';

const ask = <Answer>(client: Client, command: string, argument: unknown): Promise<Answer> =>
  client.request('workspace/executeCommand', { command, arguments: [argument] });

async function opened(locale = 'zh-cn'): Promise<Client> {
  const client = await Client.start({ locale });
  client.open(uri, plan);
  return client;
}

const base64 = (content: string | Uint8Array) => Buffer.from(content).toString('base64');

describe('planwright.paste', () => {
  test('makes lines of what is on the clipboard, and says in the reader’s language what it left out', async () => {
    const client = await opened('zh-tw');
    expect(
      await ask(client, 'planwright.paste', { uri, range, html, plain: '农业稳住面积。' }),
    ).toEqual({
      version: 1,
      text: '# 农业\n稳住面积。',
      preferred: true,
      leftOut: '沒有匯入：頁碼1處。',
    });
  });

  test('has no lines where the words alone are as good', async () => {
    const client = await opened();
    const words = { uri, range, html: '<b>甲</b>', plain: '甲' };
    expect(await ask(client, 'planwright.paste', words)).toEqual({ version: 1 });
  });

  test('says in a sentence why something cannot be read', async () => {
    const client = await opened();
    const damaged = { uri, range, html: '<b>'.repeat(5_000), plain: '' };
    expect(await ask(client, 'planwright.paste', damaged)).toEqual({
      version: 1,
      problem: expect.stringMatching(/^这个网页的结构已经损坏.*。$/),
    });
  });

  test.each([
    [{}],
    [{ html: 7, range }],
    [{ html, range: null }],
    [{ html, range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } } }],
    [{ html, range: { start: { line: -1, character: 0 }, end: { line: 0.5, character: 'x' } } }],
  ])('is not put out by %j', async (argument) => {
    const client = await opened();
    expect(await ask(client, 'planwright.paste', { uri, ...argument })).toEqual({ version: 1 });
    expect(client.errors).toBe('');
  });

  test('can be taken back while a long text is read', async () => {
    const client = await opened();
    const long = `<h1>甲</h1>${'<p>粮食面积稳定在5000亩。</p>'.repeat(60_000)}`;
    const { CancellationTokenSource } = await import('vscode-jsonrpc/node');
    const source = new CancellationTokenSource();
    const argument = { uri, range, html: long, plain: '' };
    const asking = client.connection.sendRequest(
      'workspace/executeCommand',
      { command: 'planwright.paste', arguments: [argument] },
      source.token,
    );
    source.cancel();
    await expect(asking).rejects.toMatchObject({ code: -32800 });
    expect(await ask(client, 'planwright.statistics', uri)).not.toBeNull();
  });
});

describe('planwright.import', () => {
  test.each([
    ['总结.docx', wordFile(paragraph('甲。'))],
    ['总结.HTM', '<p>甲。</p>'],
    ['总结.md', '甲。'],
    ['总结.txt', '甲。'],
  ])('makes a plan of %s', async (name, content) => {
    const client = await Client.start();
    expect(await ask(client, 'planwright.import', { name, content: base64(content) })).toEqual({
      text: '甲。\n',
      leftOutGroups: [],
    });
  });

  test('reads old Chinese texts, and tells what it left out, one by one', async () => {
    const client = await Client.start({ locale: 'en' });
    // 甲镇 in GB18030.
    const content = new Uint8Array([0xbc, 0xd7, 0xd5, 0xf2, 0x0a, 0x2d, 0x20, 0x33, 0x20, 0x2d]);
    expect(
      await ask(client, 'planwright.import', { name: 'a.txt', content: base64(content) }),
    ).toEqual({
      text: '甲镇\n',
      leftOut: 'Not imported: page numbers (1).',
      leftOutGroups: [{ kind: 'page numbers', count: 1, words: ['- 3 -'] }],
    });
  });

  test.each([
    ['broken.docx', 'PK', /^它不是Word文件/],
    ['old.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), /^它是旧版Word文件/],
    ['deep.html', '<b>'.repeat(5_000), /^这个网页的结构已经损坏/],
    ['picture.txt', new Uint8Array([0, 1, 2, 0, 0, 0xff, 0xd8, 0]), /^它不是文字/],
    ['empty.txt', ' \n', /^里面没有可以导入的文字/],
    ['a.pdf', '%PDF', /^只能导入/],
    ['a.txt', '', /^里面没有可以导入的文字/],
  ])('refuses %s in a sentence', async (name, content, sentence) => {
    const client = await Client.start();
    expect(await ask(client, 'planwright.import', { name, content: base64(content) })).toEqual({
      problem: expect.stringMatching(sentence),
    });
    expect(client.log).toEqual([]);
  });

  test.each([undefined, null, 3, {}, { name: 'a.txt' }, { name: 7, content: 'x' }])(
    'has no answer for %j',
    async (argument) => {
      const client = await Client.start();
      expect(await ask(client, 'planwright.import', argument)).toBeNull();
    },
  );

  test('is not put out by what is no base64', async () => {
    const client = await Client.start();
    const argument = { name: 'a.docx', content: '\u4e00' };
    expect(await ask(client, 'planwright.import', argument)).toEqual({
      problem: expect.stringMatching(/^它不是Word文件/),
    });
  });
});
