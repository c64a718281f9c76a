/** The lines that belong to another one: fields and values of a statement. */

import type { LineList } from '../syntax/lines.ts';
import type { FieldStatement, Line, Word } from '../syntax/tree.ts';
import type { KeywordId } from '../syntax/vocabulary/keywords.ts';

export interface FieldFact {
  readonly line: Line;
  readonly statement: FieldStatement;
  readonly value: Word;
}

/** The lines that belong to an owner, which all stand behind it. */
export function linesBelow(owner: Line, lines: LineList): Line[] {
  const found: Line[] = [];
  for (let index = lines.indexOf(owner) + 1; index < lines.length; index++) {
    const line = lines.at(index);
    if (line.after.owner !== owner) break;
    if (line.owner === owner) found.push(line);
  }
  return found;
}

/** The fields of an indicator or a measure; of a field that is written twice the first counts. */
export function fieldsOf(owner: Line, lines: LineList): Map<KeywordId, FieldFact> {
  const fields = new Map<KeywordId, FieldFact>();
  for (const line of linesBelow(owner, lines)) {
    const { statement } = line;
    if (line.kind !== 'field' || statement.kind !== 'field' || !statement.value) continue;
    const { row, value } = statement;
    if (!fields.has(row.id)) fields.set(row.id, { line, statement, value });
  }
  return fields;
}
