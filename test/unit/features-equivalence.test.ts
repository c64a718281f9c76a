/**
 * Invariant: what features keep from edit to edit is what they would make of a fresh reading of the text. All of them are
 * asked after every edit, so that everything that can be kept is kept.
 */
import { describe, expect, test } from 'vitest';
import { codeLenses, lensText } from '../../server/src/features/code-lenses.ts';
import { documentSymbols } from '../../server/src/features/document-symbols.ts';
import { foldingRanges } from '../../server/src/features/folding.ts';
import { formattingChanges } from '../../server/src/features/formatting.ts';
import { hover } from '../../server/src/features/hover.ts';
import { indicatorList } from '../../server/src/features/indicator-list.ts';
import { measureSchedule } from '../../server/src/features/measure-schedule.ts';
import { openItems } from '../../server/src/features/open-items.ts';
import { rangeOf } from '../../server/src/features/places.ts';
import { readerOf } from '../../server/src/features/reader.ts';
import { references } from '../../server/src/features/references.ts';
import { selectionRanges } from '../../server/src/features/selection-ranges.ts';
import { encodedBlocks, tokensOfDocument } from '../../server/src/features/semantic-tokens.ts';
import { statistics } from '../../server/src/features/statistics.ts';
import { plainSymbol, symbolsOf } from '../../server/src/features/workspace-symbols.ts';
import * as convert from '../../server/src/lsp/conversion.ts';
import { PlanDocument } from '../../server/src/workspace/document.ts';
import { samples } from '../kit/data.ts';
import { Random } from '../kit/random.ts';
import { randomChange } from '../kit/random-change.ts';

const editCount = Number(process.env.PLANWRIGHT_FEATURE_EDITS ?? 100);
const compareEvery = 10;
const reader = readerOf('zh-cn');

/** Each feature’s answer as plain data, with lines as numbers. */
const answers: Readonly<Record<string, (document: PlanDocument) => unknown>> = {
  outline: ({ model }) => documentSymbols(model).map(convert.documentSymbol),
  folding: ({ model }) => foldingRanges(model).map(convert.foldingRange),
  symbols: ({ model }) => symbolsOf(model).map(plainSymbol),
  colours: ({ model }) => encodedBlocks(tokensOfDocument(model)),
  lenses: ({ model }) =>
    codeLenses(model).map((line) => {
      const text = lensText(model, line);
      return [convert.codeLens(line, 0), text?.title, text?.places.map(rangeOf)];
    }),
  references: ({ model }) =>
    model
      .indicators()
      .map(({ key }) => references(model, [key], true).map((place) => [rangeOf(place), place.use])),
  formatting: ({ tree }) => formattingChanges(tree),
  rangeFormatting: ({ tree }) => {
    const third = Math.floor(tree.lines.length / 3);
    return formattingChanges(tree, { first: third, last: 2 * third });
  },
  statistics: (document) => statistics(document.model, document.findings()),
  openItems: (document) =>
    openItems(document.model, document.findings(), reader).map(({ items, ...group }) => [
      group,
      items.map(({ place, ...item }) => [item, rangeOf(place)]),
    ]),
  indicators: (document) =>
    indicatorList(document.model, document.findings(), reader, { filter: 'all' }).rows.map(
      ({ place, values, ...row }) => [row, rangeOf(place), values.map(({ text }) => text)],
    ),
  measures: ({ model }) =>
    measureSchedule(model, 'owner', reader).map(({ measures, ...group }) => [
      group,
      measures.map(({ place, ...measure }) => [measure, rangeOf(place)]),
    ]),
  selections: ({ model, tree }) =>
    [...tree.lines].map((line) => selectionRanges(model, line, line.text.length >> 1)),
  hovers: ({ model, tree }) =>
    [...tree.lines].map((line) => hover(model, line, line.text.length >> 1, reader)?.markdown),
};

/** Longer than the runs of lines by which things are kept. */
const long = { name: 'all samples in one', text: samples.map(({ text }) => text).join('\n') };

describe('after random edits every feature answers as after a fresh reading', () => {
  for (const { name, text } of [...samples, long]) {
    test(name, { timeout: 300_000 }, () => {
      const random = new Random(name.length);
      const document = PlanDocument.open(`file:///${name}`, text);
      const original = text.split('\n');
      for (let count = 1; count <= editCount; count++) {
        document.edit([randomChange(document, random, original)]);
        const compares = count % compareEvery === 0;
        const fresh = compares && PlanDocument.open(document.uri, document.text());
        for (const [feature, answer] of Object.entries(answers)) {
          const kept = answer(document);
          if (fresh) expect(kept, feature).toEqual(answer(fresh));
        }
      }
    });
  }
});
