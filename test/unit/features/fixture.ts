/** A plan with a cursor in it. */

import type { RangeEdit } from '../../../server/src/features/continuation.ts';
import { readerOf } from '../../../server/src/features/reader.ts';
import { PlanModel } from '../../../server/src/model/model.ts';
import { PlanTree, type Position } from '../../../server/src/syntax/document.ts';
import type { Line } from '../../../server/src/syntax/tree.ts';

export const chineseReader = readerOf('zh-CN');
export const englishReader = readerOf('en');

export interface Fixture {
  readonly model: PlanModel;
  readonly line: Line;
  readonly character: number;
}

/** Opens a text as a file; `$0` marks the cursor, which is at the very start where there is none. */
export function fixture(marked: string): Fixture {
  const at = Math.max(0, marked.indexOf('$0'));
  const tree = PlanTree.parse(marked.replace('$0', ''), { uri: 'file:///plans/a.plan' });
  const before = marked.slice(0, at).split('\n');
  const line = tree.lines.at(before.length - 1);
  return { model: PlanModel.of(tree), line, character: before[before.length - 1].length };
}

/** Zero-based numbers are for machines; a fixture’s lines are counted from one. */
export function numberOf(line: Line): number {
  return line.chunk.firstLine + line.indexInChunk + 1;
}

/** The text after edits, which are all of it as it was before. */
export function applied(text: string, edits: readonly RangeEdit[]): string {
  const lines = text.split('\n');
  const offsetOf = ({ line, character }: Position): number =>
    lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, character);
  return [...edits]
    .sort((a, b) => offsetOf(b.range.start) - offsetOf(a.range.start))
    .reduce(
      (edited, { range, newText }) =>
        edited.slice(0, offsetOf(range.start)) + newText + edited.slice(offsetOf(range.end)),
      text,
    );
}
