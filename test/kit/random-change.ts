import type { Position, TextChange } from '../../server/src/syntax/document.ts';
import type { PlanDocument } from '../../server/src/workspace/document.ts';
import { fragments } from './fragments.ts';
import type { Random } from './random.ts';

function randomPosition(document: PlanDocument, random: Random): Position {
  const line = random.below(document.tree.lines.length);
  return { line, character: random.below(document.tree.lines.at(line).text.length + 1) };
}

/** Something that a writer may do anywhere: typed, cut, pasted; lines of the original text come back. */
export function randomChange(
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
