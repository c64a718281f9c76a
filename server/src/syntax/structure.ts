/**
 * What a line is where it stands. A field belongs to the header, measure or indicator that it
 * follows without a blank line between; anywhere else the same words are prose. A header keyword
 * counts only on the first statement.
 */

import type { Line, LineContext } from './tree.ts';
import type { FieldOwner } from './vocabulary/keywords.ts';

export const contextAtStart: LineContext = {
  begun: false,
  owner: undefined,
  ownerKind: undefined,
  table: undefined,
};

export function sameContext(a: LineContext, b: LineContext): boolean {
  return a === b || (a.begun === b.begun && a.owner === b.owner && a.table === b.table);
}

/** Sets the line's kind and owner from the state before it and returns the state behind it. */
export function place(line: Line, before: LineContext, proseOnly = false): LineContext {
  const { statement } = line;
  if (proseOnly && statement.kind !== 'heading') return placeInText(line, before);
  line.kind = statement.kind;
  line.owner = undefined;
  switch (statement.kind) {
    case 'blank':
      // Rows without a title are a table only as long as they stand together.
      if (before.table?.statement.kind === 'row') return { ...before, table: undefined };
      return before.owner ? { ...before, owner: undefined, ownerKind: undefined } : before;
    case 'comment':
      return before;
    case 'header':
      if (!before.begun) return own(line, 'header');
      line.kind = 'prose';
      return running(before);
    case 'measure':
    case 'indicator':
      return own(line, statement.kind);
    case 'field':
      if (before.ownerKind && statement.row.owners?.includes(before.ownerKind)) {
        line.owner = before.owner;
      } else {
        line.kind = 'prose';
      }
      return running(before);
    case 'value':
      if (before.ownerKind === 'indicator') line.owner = before.owner;
      else line.kind = 'prose';
      return running(before);
    case 'target':
    case 'result':
    case 'note':
    case 'prose':
      if (statement.kind !== 'prose') line.owner = before.owner;
      return running(before);
    case 'row':
      // A table that was pasted has no title: its first row stands for it.
      line.owner = before.table ?? line;
      return { begun: true, owner: undefined, ownerKind: undefined, table: line.owner };
    case 'table':
      return { begun: true, owner: undefined, ownerKind: undefined, table: line };
    default:
      return { begun: true, owner: undefined, ownerKind: undefined, table: undefined };
  }
}

/** In a text that is no plan there are headings, tables without a title, and prose. */
function placeInText(line: Line, before: LineContext): LineContext {
  const { kind } = line.statement;
  if (kind === 'row') {
    line.kind = 'row';
    line.owner = before.table ?? line;
    return { begun: true, owner: undefined, ownerKind: undefined, table: line.owner };
  }
  line.kind = kind === 'blank' ? 'blank' : 'prose';
  line.owner = undefined;
  return before.table ? { ...before, table: undefined } : before;
}

function own(line: Line, ownerKind: FieldOwner): LineContext {
  return { begun: true, owner: line, ownerKind, table: undefined };
}

/** Text goes on: the owner stays, a table ends, and the document has begun. */
function running(before: LineContext): LineContext {
  if (before.begun && !before.table) return before;
  return { ...before, begun: true, table: undefined };
}
