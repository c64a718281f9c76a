/** Where a line stands now, whichever file it is of. */

import type { Place } from '../model/types.ts';
import type { Edit } from '../rules/rule.ts';
import type { PlanTree, Range } from '../syntax/document.ts';
import type { LineList } from '../syntax/lines.ts';
import type { Line } from '../syntax/tree.ts';

/** Zero-based, as in the protocol. */
export function lineIndex({ chunk, indexInChunk }: Line): number {
  return chunk.firstLine + indexInChunk;
}

/** As the editor shows it in the margin. */
export function lineNumber(line: Line): number {
  return lineIndex(line) + 1;
}

/** The file that a line is of. */
export function uriOf(line: Line): string {
  return line.chunk.document.uri;
}

/** What a link in a hover has to lead to; documents that are in no file yet have no address. */
export function addressOf(line: Line): string | undefined {
  const uri = uriOf(line);
  if (uri === '' || uri.startsWith('untitled:')) return undefined;
  const safe = uri.replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
  return `${safe}#L${lineNumber(line)}`;
}

/** The stretch as the protocol has it. */
export function rangeOf({ line, start, end }: Place): Range {
  const index = lineIndex(line);
  return { start: { line: index, character: start }, end: { line: index, character: end } };
}

/** What an edit replaces: with `wholeLine`, the line break goes too. */
export function rangeOfEdit(edit: Edit, { lines }: PlanTree): Range {
  const range = rangeOf(edit);
  if (!edit.wholeLine) return range;
  const { line } = range.start;
  if (line + 1 < lines.length) {
    return { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
  }
  // The last line has no break of its own: the one before it goes.
  const before =
    line === 0
      ? { line, character: 0 }
      : { line: line - 1, character: lines.at(line - 1).text.length };
  return { start: before, end: range.end };
}

/** How the document ends its lines, for what is put into it. */
export function lineEndOf(lines: LineList): string {
  return lines.at(0).terminator || '\n';
}
