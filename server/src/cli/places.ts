/** Places of the model as zero-based lines and UTF-16 characters. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Place } from '../model/types.ts';
import type { Edit } from '../rules/rule.ts';
import type { PlanTree, Range } from '../syntax/document.ts';
import type { OpenedFile } from './files.ts';

/** The file that a place is in: the one that was named, or another that it names in turn, seen from the current folder. */
export function fileOf(place: Place, { name, document }: OpenedFile): string {
  const { lines } = document.tree;
  const { uri } = place.line.chunk.document;
  if (lines.has(place.line) || !uri.startsWith('file:')) return name;
  const found = fileURLToPath(uri);
  return path.isAbsolute(name) ? found : path.relative('', found);
}

export function rangeOf(place: Place, tree: PlanTree): Range {
  const line = tree.lines.indexOf(place.line);
  return {
    start: { line, character: place.start },
    end: { line, character: place.end },
  };
}

/** What an edit replaces: with `wholeLine`, the line break goes too. */
export function rangeOfEdit(edit: Edit, tree: PlanTree): Range {
  const range = rangeOf(edit, tree);
  if (!edit.wholeLine) return range;
  const { line } = range.start;
  if (line + 1 < tree.lines.length) {
    return { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
  }
  // The last line has no break of its own: the one before it goes.
  const before = line === 0 ? { line, character: 0 } : endOfLine(line - 1, tree);
  return { start: before, end: range.end };
}

function endOfLine(line: number, tree: PlanTree): Range['start'] {
  return { line, character: tree.lines.at(line).text.length };
}
