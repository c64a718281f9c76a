/** Edits of several repairs put together, and carried out on a copy. */

import type { Edit, Fix } from '../../rules/rule.ts';
import type { PlanTree, Position, TextChange } from '../../syntax/document.ts';
import type { Line, Span } from '../../syntax/tree.ts';
import { rangeOfEdit, uriOf } from '../places.ts';
import type { ActionEdit } from './action.ts';

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
  const changes = changesOf(
    edits.filter(({ line }) => uriOf(line) === uri),
    tree,
  );
  // From the end, so that the places of the changes before it still hold.
  for (const change of changes.reverse()) tree.edit(change);
}

export interface ActionChange extends TextChange {
  readonly placeholder?: Span;
}

/** Edits of one document as changes of its text, in order. Lines that go one after the other go as one. */
export function changesOf(edits: readonly ActionEdit[], tree: PlanTree): ActionChange[] {
  const changes = edits
    .map((edit): ActionChange => {
      const { newText: text, placeholder } = edit;
      return { range: rangeOfEdit(edit, tree), text, ...(placeholder ? { placeholder } : {}) };
    })
    .sort((a, b) => compare(a.range.start, b.range.start));
  const joined: ActionChange[] = [];
  for (const change of changes) {
    const before = joined[joined.length - 1];
    // The last line of a document goes with the line break before it, which may be gone already.
    if (before && before.text + change.text === '' && !isBehind(change, before)) {
      const { start } = before.range;
      joined[joined.length - 1] = { range: { start, end: change.range.end }, text: '' };
    } else {
      joined.push(change);
    }
  }
  return joined;
}

function isBehind(one: TextChange, other: TextChange): boolean {
  return compare(one.range.start, other.range.end) > 0;
}

function compare(one: Position, other: Position): number {
  return one.line - other.line || one.character - other.character;
}
