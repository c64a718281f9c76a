/** The outline that is put together of kept bytes says what the outline says that is made anew. */
import { expect, test } from 'vitest';
import {
  documentSymbols,
  documentSymbolsWithoutTargets,
} from '../../server/src/features/document-symbols.ts';
import { documentSymbol } from '../../server/src/lsp/conversion.ts';
import { outlineJson } from '../../server/src/lsp/outline-json.ts';
import { PlanDocument } from '../../server/src/workspace/document.ts';
import { samples } from '../kit/data.ts';
import { Random } from '../kit/random.ts';
import { randomChange } from '../kit/random-change.ts';

function check(document: PlanDocument): void {
  const { model } = document;
  expect(outlineJson(model, true).toJSON()).toEqual(documentSymbols(model).map(documentSymbol));
  expect(outlineJson(model, false).toJSON()).toEqual(
    documentSymbolsWithoutTargets(model).map(documentSymbol),
  );
}

function put(document: PlanDocument, line: number, text: string): void {
  const start = { line, character: 0 };
  document.edit([{ range: { start, end: start }, text }]);
}

/** Long enough to be kept in several runs of lines. */
const long = samples.map(({ text }) => text).join('\n');

test('after random edits, and when all lines have moved', () => {
  const document = PlanDocument.open('file:///long.plan', long);
  const lines = long.split('\n');
  const random = new Random(7);
  for (let count = 0; count < 60; count++) {
    document.edit([randomChange(document, random, lines)]);
    put(document, random.below(20), random.pick(['\n', '# 一个标题\n', '举措 修路\n\n']));
    check(document);
  }
});

test('when the number of lines gets another digit, and loses it', () => {
  const text = Array.from({ length: 998 }, (_, index) => `目标 指标${index}：${index}项`).join(
    '\n',
  );
  const document = PlanDocument.open('file:///digits.plan', text);
  check(document);
  for (let count = 0; count < 4; count++) {
    put(document, 0, '\n');
    check(document);
  }
  for (let count = 0; count < 4; count++) {
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    document.edit([{ range, text: '' }]);
    check(document);
  }
});

test('with fields that go on in the next run of lines, and quotes, halves of characters and keys in names', () => {
  const head = Array.from({ length: 510 }, () => '正文。').join('\n');
  const text = `${head}\n指标 "line":12（\ud800）\n属性：预期性\n2020年：2.2亿元\n2021年：2.3亿元\n目标 \\"line":：3项`;
  const document = PlanDocument.open('file:///quotes.plan', text);
  check(document);
  put(document, 513, '2019年：2.1亿元\n');
  check(document);
  put(document, 0, '\n');
  check(document);
});

test('of nothing', () => check(PlanDocument.open('file:///empty.plan', '')));
