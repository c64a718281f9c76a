/** The leaves of a line: its tokens and the white space between them, made when asked for. */
import { tokenize } from './tokens.ts';
import type { Leaf, Line } from './tree.ts';

/** Every character of the line in exactly one leaf, in order. */
export function leavesOf(line: Line): readonly Leaf[] {
  const leaves: Leaf[] = [];
  let end = 0;
  for (const token of tokenize(line.text, 'line')) {
    const { startOffset, image, tokenType } = token;
    if (startOffset > end) leaves.push({ type: 'space', start: end, end: startOffset });
    end = startOffset + image.length;
    leaves.push({ type: tokenType.name, start: startOffset, end });
  }
  if (end < line.text.length) leaves.push({ type: 'space', start: end, end: line.text.length });
  return leaves;
}
