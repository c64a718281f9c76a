/** Edits of several repairs put together, and carried out on a copy. */

import type { Edit, Fix } from '../../rules/rule.ts';
import type { PlanTree, Position, TextChange } from '../../syntax/document.ts';
import type { Line } from '../../syntax/tree.ts';
import { rangeOfEdit, uriOf } from '../places.ts';

/** The edits of all repairs that do not get in each other’s way; of two that do, those of the first. */
export function editsOfAll(fixes: readonly Fix[]): Edit[] {
  const taken = new Map<Line, Edit[]>();
  const edits: Edit[] = [];
  for (const fix of fixes) {
    if (fix.edits.some((edit) => taken.get(edit.line)?.some((other) => overlap(edit, other)))) {
      continue;
    }
    for (const edit of fix.edits) {
      edits.push(edit);
      const ofLine = taken.get(edit.line);
      if (ofLine) ofLine.push(edit);
      else taken.set(edit.line, [edit]);
    }
  }
  return edits;
}

/** Two insertions at one place have no order of their own, so they get in each other’s way as well. */
function overlap(one: Edit, other: Edit): boolean {
  return one.start <= other.end && other.start <= one.end;
}

/** Carries out edits on the document, or on a copy that reads the same; edits of other documents are left out. */
export function carryOut(edits: readonly Edit[], tree: PlanTree): void {
  const { uri } = tree.lines.document;
  const changes = edits
    .filter(({ line }) => uriOf(line) === uri)
    .map((edit): TextChange => ({ range: rangeOfEdit(edit, tree), text: edit.newText }));
  // From the end, so that the places of the changes before it still hold.
  for (const change of changes.sort((a, b) => compare(b.range.start, a.range.start))) {
    tree.edit(change);
  }
}

function compare(one: Position, other: Position): number {
  return one.line - other.line || one.character - other.character;
}
