/** Lists that are put together of kept bytes say what they say when they are made anew. */
import { expect, test } from 'vitest';
import { codeLenses } from '../../server/src/features/code-lenses.ts';
import { indicatorList } from '../../server/src/features/indicator-list.ts';
import { readerOf } from '../../server/src/features/reader.ts';
import { codeLens } from '../../server/src/lsp/conversion.ts';
import { lensesJson } from '../../server/src/lsp/requests/code-lenses.ts';
import { indicatorRow, indicatorsJson } from '../../server/src/lsp/requests/commands.ts';
import { PlanDocument } from '../../server/src/workspace/document.ts';
import { samples } from '../kit/data.ts';
import { Random } from '../kit/random.ts';
import { randomChange } from '../kit/random-change.ts';

const reader = readerOf('zh-cn');

/** Of the document as it was edited, against a fresh reading of its text. */
function check(document: PlanDocument): void {
  const fresh = PlanDocument.open(document.uri, document.text());
  const listOf = (plan: PlanDocument) =>
    indicatorList(plan.model, plan.findings(), reader, { filter: 'all' });
  const freshList = listOf(fresh);
  expect(indicatorsJson(3, listOf(document)).toJSON()).toEqual({
    version: 3,
    ...freshList,
    rows: freshList.rows.map(indicatorRow),
  });
  const { uri } = document;
  expect(lensesJson(codeLenses(document.model), { uri }).toJSON()).toEqual(
    codeLenses(fresh.model).map((line) => codeLens(line, { uri })),
  );
}

test('after random edits, and when all lines have moved', () => {
  const text = samples.map((sample) => sample.text).join('\n');
  const document = PlanDocument.open('file:///long.plan', text);
  const lines = text.split('\n');
  const random = new Random(11);
  for (let count = 0; count < 30; count++) {
    document.edit([randomChange(document, random, lines)]);
    const start = { line: random.below(20), character: 0 };
    document.edit([
      { range: { start, end: start }, text: random.pick(['\n', '# 一个标题\n', '举措 修路\n\n']) },
    ]);
    check(document);
  }
});

test('of names with quotes and keys in them', () => {
  const document = PlanDocument.open(
    'file:///quotes.plan',
    '目标 \\"line":12：3项\n指标 "line":7（\ud800）\n2020年：2.2亿元\n',
  );
  check(document);
  const start = { line: 0, character: 0 };
  document.edit([{ range: { start, end: start }, text: '\n' }]);
  check(document);
});
