/**
 * Invariant: after any edits, tree, model and findings are those of a fresh parse of the text.
 * 10,000 random edits on every sample and seed; compared in full every so many edits.
 */
import { describe, expect, test } from 'vitest';
import type { Position, TextChange } from '../../server/src/syntax/document.ts';
import { PlanDocument } from '../../server/src/workspace/document.ts';
import { absentMessage, dataIsAbsent, samples, seeds } from '../kit/data.ts';
import { describeFindings, describeModel, describeTree } from '../kit/describe-document.ts';
import { fragments } from '../kit/fragments.ts';
import { Random } from '../kit/random.ts';

const editCount = Number(process.env.PLANWRIGHT_EDITS ?? 10_000);
const compareEvery = Number(process.env.PLANWRIGHT_COMPARE_EVERY ?? 100);

function randomPosition(document: PlanDocument, random: Random): Position {
  const line = random.below(document.tree.lines.length);
  return { line, character: random.below(document.tree.lines.at(line).text.length + 1) };
}

function randomChange(
  document: PlanDocument,
  random: Random,
  original: readonly string[],
): TextChange {
  const start = randomPosition(document, random);
  const dice = random.next();
  const { length } = document.tree.lines;
  if (dice < 0.35) return { range: { start, end: start }, text: random.pick(fragments) };
  if (dice < 0.6) {
    const end = { line: start.line, character: start.character + 1 + random.below(4) };
    return { range: { start, end }, text: random.next() < 0.5 ? '' : random.pick(fragments) };
  }
  if (dice < 0.8) {
    // A whole line from the original text comes back somewhere.
    const at = { line: start.line, character: 0 };
    return {
      range: { start: at, end: { line: start.line, character: 1e6 } },
      text: random.pick(original),
    };
  }
  const span = length > original.length * 1.2 ? 1 + random.below(12) : random.below(3);
  const end = { line: Math.min(length - 1, start.line + span), character: random.below(30) };
  if (end.line === start.line && end.character < start.character)
    return { range: { start: end, end: start }, text: '' };
  const text =
    length < original.length * 0.8 ? `${random.pick(original)}\n${random.pick(original)}\n` : '';
  return { range: { start, end }, text };
}

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
