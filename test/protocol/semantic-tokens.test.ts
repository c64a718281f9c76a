import { expect, test } from 'vitest';
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { Random } from '../kit/random.ts';
import { Client } from './client.ts';

const uri = 'file:///plans/a.plan';
const textDocument = { uri };
const plan = `规划：甲镇规划
期间：2021—2025年
基期：2020年

# 发展目标
指标 税收（万元）
2020年：300万元
目标 税收：380万元，比基期增80万元
到2025年，税收达到{税收@2025}。
`;

test('changes applied to what was sent before give what is sent in full', async () => {
  const client = await Client.start();
  client.open(uri, plan);
  const full = () =>
    client.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
  let { data, resultId } = await full();
  const random = new Random(3);
  const put = ['', '5', '\n', '责任：', '\n\n责任：农业办\n', '目标 粮食：5吨\n', '// ', '#'];
  for (let count = 0; count < 60; count++) {
    const start = { line: random.below(10), character: random.below(12) };
    const end = { ...start, character: start.character + random.below(3) };
    client.change(uri, random.pick(put), { start, end });
    const previousResultId = resultId;
    const answer = await client.request<SemanticTokensDelta>(
      'textDocument/semanticTokens/full/delta',
      { textDocument, previousResultId },
    );
    for (const edit of answer.edits) {
      data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
    }
    const fresh = await full();
    expect(data).toEqual(fresh.data);
    ({ data, resultId } = fresh);
  }
});

test('an answer that is not known any more is given in full', async () => {
  const client = await Client.start();
  client.open(uri, plan);
  const answer = await client.request<SemanticTokens>('textDocument/semanticTokens/full/delta', {
    textDocument,
    previousResultId: 'of another server',
  });
  expect(answer.data.length).toBeGreaterThan(0);
  expect(answer.data.length % 5).toBe(0);
});

test('a range is a part of the whole', async () => {
  const client = await Client.start();
  client.open(uri, plan);
  const range = { start: { line: 7, character: 0 }, end: { line: 7, character: 5 } };
  const { data } = await client.request<SemanticTokens>('textDocument/semanticTokens/range', {
    textDocument,
    range,
  });
  expect(data.slice(0, 2)).toEqual([7, 0]);
  expect(data.filter((_, index) => index > 0 && index % 5 === 0)).toEqual(
    data
      .slice(5)
      .filter((_, index) => index % 5 === 0)
      .map(() => 0),
  );
});
