import { expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client } from './client.ts';

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
