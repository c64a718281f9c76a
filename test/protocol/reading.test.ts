import { expect, test } from 'vitest';
import type { CodeLens, Hover, InlayHint } from 'vscode-languageserver';
import { Client, positionOf } from './client.ts';

const uri = 'file:///plans/a.plan';
const textDocument = { uri };
const plan = `规划：甲镇规划
期间：2021—2025年
基期：2020年

# 发展目标
指标 粮食（吨）
2020年：500吨

目标 粮食：600吨
目标 税收：380万元，比基期增80万元
`;
const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };

async function hintsOf(client: Client): Promise<string[]> {
  const hints = await client.request<InlayHint[]>('textDocument/inlayHint', {
    textDocument,
    range,
  });
  return hints.map(({ position, label }) => {
    const parts = Array.isArray(label) ? label : [];
    return `${position.line}: ${parts.map(({ value, tooltip }) => `${value} [${tooltip}]`).join('')}`;
  });
}

test('hints with their sums, and with the place of the other figure', async () => {
  const client = await Client.start();
  client.open(uri, plan);
  expect(await hintsOf(client)).toEqual([
    '8: 年均增长3.7% [⁵√(600 ÷ 500) − 1 = 3.7%]',
    '9: 2020年为300万元 [380 − 80 = 300万元]',
  ]);
  const [first] = await client.request<InlayHint[]>('textDocument/inlayHint', {
    textDocument,
    range,
  });
  const [part] = Array.isArray(first.label) ? first.label : [];
  expect(part.location).toMatchObject({ uri, range: { start: { line: 6 } } });
});

test('hints as the settings want them', async () => {
  const settings = { inlayHints: { base: false, average: false, change: true } };
  const client = await Client.start({ initializationOptions: { settings } });
  client.open(uri, plan);
  expect(await hintsOf(client)).toEqual([
    '8: 比2020年增100吨 [600 − 500 = 100吨]，增长20.0% [(600 − 500) ÷ 500 = 20.0%]',
  ]);
});

test('hints follow what is typed', async () => {
  const client = await Client.start();
  client.open(uri, plan);
  const start = positionOf(plan, '80万元', '80万元'.length);
  client.change(uri, '，2020年300万元', { start, end: start });
  expect((await hintsOf(client)).some((hint) => hint.includes('300万元'))).toBe(false);
});

test('lenses say where they stand, and what they say when they are seen', async () => {
  const client = await Client.start({ initializationOptions: { showsPlaces: true } });
  client.open(uri, plan);
  const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument });
  expect(lenses.map(({ range: { start }, command }) => [start.line, command])).toEqual([
    [4, undefined],
    [5, undefined],
  ]);
  const [section, indicator] = await Promise.all(
    lenses.map((lens) => client.request<CodeLens>('codeLens/resolve', lens)),
  );
  expect(section.command).toMatchObject({ title: '2项目标', command: 'planwright.showPlaces' });
  expect(indicator.command?.title).toMatch(/1处提到，1项目标/);
});

test('a client without the command is told the words alone', async () => {
  const client = await Client.start();
  client.open(uri, plan);
  const [lens] = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument });
  const { command } = await client.request<CodeLens>('codeLens/resolve', lens);
  expect(command).toEqual({ title: '2项目标', command: '' });
});

test('no lenses where they are switched off, and no answer to a lens that is gone', async () => {
  const settings = { codeLens: { enabled: false } };
  const client = await Client.start({ initializationOptions: { settings } });
  client.open(uri, plan);
  expect(await client.request('textDocument/codeLens', { textDocument })).toEqual([]);
  const gone = { range: { start: { line: 99, character: 0 }, end: { line: 99, character: 0 } } };
  const { command } = await client.request<CodeLens>('codeLens/resolve', {
    ...gone,
    data: { uri },
  });
  expect(command?.title).toBe('');
});

test('a hover on a figure tells the sum', async () => {
  const client = await Client.start();
  client.open(uri, plan);
  const position = positionOf(plan, '380万元', 1);
  const { contents } = await client.request<Hover>('textDocument/hover', {
    textDocument,
    position,
  });
  expect(JSON.stringify(contents)).toContain('380 − 80 = 300万元');
});
