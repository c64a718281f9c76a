/**
 * Invariant: after any edits, tree, model and findings are those of a fresh parse of the text.
 * 10,000 random edits on every sample and seed; compared in full every so many edits.
 */
import { describe, expect, test } from 'vitest';
import { PlanDocument } from '../../server/src/workspace/document.ts';
import { absentMessage, dataIsAbsent, samples, seeds } from '../kit/data.ts';
import { describeFindings, describeModel, describeTree } from '../kit/describe-document.ts';
import { Random } from '../kit/random.ts';
import { randomChange } from '../kit/random-change.ts';

const editCount = Number(process.env.PLANWRIGHT_EDITS ?? 10_000);
const compareEvery = Number(process.env.PLANWRIGHT_COMPARE_EVERY ?? 100);

function compare(document: PlanDocument): void {
  const fresh = PlanDocument.open(document.uri, document.text());
  expect(describeTree(document.tree)).toEqual(describeTree(fresh.tree));
  expect(describeModel(document.model)).toEqual(describeModel(fresh.model));
  expect(describeFindings(document)).toEqual(describeFindings(fresh));
}

describe('after random edits everything is as after a fresh parse', () => {
  for (const { name, text } of [...samples, ...seeds]) {
    test(name, { timeout: 300_000 }, () => {
      const random = new Random([...name].reduce((sum, char) => sum + char.charCodeAt(0), 7));
      const document = PlanDocument.open(`file:///${name}`, text);
      const original = text.split('\n');
      for (let count = 1; count <= editCount; count++) {
        document.edit([randomChange(document, random, original)]);
        if (count % compareEvery === 0) compare(document);
      }
    });
  }
  test.skipIf(!dataIsAbsent)(`seeds: ${absentMessage}`, () => {});
});
