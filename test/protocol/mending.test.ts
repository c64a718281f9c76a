import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import type {
  ClientCapabilities,
  CodeAction,
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client, positionOf, usualCapabilities } from './client.ts';

const uri = 'file:///plans/%E7%94%B2%E9%95%87.plan';
const textDocument = { uri };

/** The text after edits, as an editor applies them. */
function applied(text: string, edits: TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create(uri, 'plan', 1, text), edits);
}

test('a document is formatted, and so is a part of it', async () => {
  const client = await Client.start();
  expect(client.initialized.capabilities).toMatchObject({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
  });
  const text = '规划 : 甲镇规划\n# 目标\n目标 税收收入 ：380万元\n目标 粮食产量 ：500吨\n\n\n';
  client.open(uri, text);
  const options = { tabSize: 2, insertSpaces: true };
  const all = await client.request<TextEdit[]>('textDocument/formatting', {
    ...{ textDocument, options },
  });
  expect(applied(text, all)).toBe(
    '规划：甲镇规划\n\n# 目标\n目标 税收收入：380万元\n目标 粮食产量：500吨\n',
  );
  const part = await client.request<TextEdit[]>('textDocument/rangeFormatting', {
    ...{ textDocument, options },
    range: { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } },
  });
  expect(applied(text, part)).toBe(text.replace('税收收入 ：', '税收收入：'));
});

describe('actions', () => {
  const text = '规划：甲镇规划\n\n目标 税收收入达380万元\n全镇平稳,投资增长８%。\n';
  const ready: ClientCapabilities = {
    ...usualCapabilities,
    textDocument: {
      ...usualCapabilities.textDocument,
      codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
    },
    workspace: {
      workspaceEdit: {
        ...{ documentChanges: true, snippetEditSupport: true },
        resourceOperations: ['create'],
      },
    },
  };

  async function offered(client: Client, only?: string[]): Promise<CodeAction[]> {
    const start = positionOf(text, '税收');
    return client.request<CodeAction[]>('textDocument/codeAction', {
      ...{ textDocument, range: { start, end: start } },
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  }

  const editsOf = ({ edit }: CodeAction) =>
    (edit?.documentChanges ?? []).flatMap((change) => (change as TextDocumentEdit).edits);

  test('come without their edits where the client can ask for them', async () => {
    const client = await Client.start({ capabilities: ready });
    client.open(uri, text);
    const actions = await offered(client);
    expect(actions.map(({ edit }) => edit)).toEqual(actions.map(() => undefined));
    const [repair] = actions;
    const resolved = await client.request<CodeAction>('codeAction/resolve', repair);
    expect(applied(text, editsOf(resolved) as TextEdit[])).toContain('税收收入：达380万元');
    client.change(uri, `${text}\n`);
    await expect(client.request('codeAction/resolve', repair)).rejects.toThrow('changed');
  });

  test('leave the reason of a silence to be written over', async () => {
    const client = await Client.start({ capabilities: ready });
    client.open(uri, text);
    const silence = (await offered(client)).find(({ title }) => title.includes('忽略'));
    const resolved = await client.request<CodeAction>('codeAction/resolve', silence);
    const [{ snippet }] = editsOf(resolved) as SnippetTextEdit[];
    expect(snippet.value).toMatch(/^\/\/ 忽略 target-colon-missing：\$\{1:经核实无误\}\n$/);
  });

  test('make a file where the client can, under a name that is free', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'planwright-mending-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(path.join(folder, '指标库.plan'), '指标 人口（人）\n');
    const client = await Client.start({ capabilities: ready });
    const plan = '规划：甲镇规划\n期间：2021—2025年\n\n指标 税收收入（万元）\n2020年：300万元\n';
    const own = pathToFileURL(path.join(folder, 'a.plan')).href;
    client.open(own, plan);
    const start = positionOf(plan, '税收');
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      ...{ textDocument: { uri: own }, range: { start, end: start } },
      context: { diagnostics: [], only: ['refactor.extract'] },
    });
    const { edit } = await client.request<CodeAction>('codeAction/resolve', actions[0]);
    const [creation, filling, moving] = edit?.documentChanges ?? [];
    const made = pathToFileURL(path.join(folder, '指标库2.plan')).href;
    expect(creation).toMatchObject({ kind: 'create', uri: made });
    expect(filling).toMatchObject({
      textDocument: { uri: made },
      edits: [{ newText: '指标 税收收入（万元）\n2020年：300万元\n' }],
    });
    const edits = (moving as TextDocumentEdit).edits as TextEdit[];
    expect(applied(plan, edits)).toBe(
      '规划：甲镇规划\n期间：2021—2025年\n\n引用 ./指标库2.plan\n\n',
    );
  });

  test('are of the kinds that were asked for, and repair the whole document when that is wanted', async () => {
    const client = await Client.start();
    client.open(uri, text);
    const kinds = async (only?: string[]) =>
      [...new Set((await offered(client, only)).map(({ kind }) => kind))].sort();
    expect(await kinds()).not.toContain('source.fixAll.planwright');
    expect(await kinds(['quickfix'])).toEqual(['quickfix']);
    expect(await kinds(['source.organizeImports'])).toEqual([]);
    const [all, ...others] = await offered(client, ['source.fixAll']);
    expect(others).toEqual([]);
    expect(applied(text, editsOf(all) as TextEdit[])).toBe(
      '规划：甲镇规划\n\n目标 税收收入：达380万元\n全镇平稳，投资增长8%。\n',
    );
  });
});
