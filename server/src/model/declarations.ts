/** What an indicator says of itself: the line that declares it, with its fields. */

import type { LineList } from '../syntax/lines.ts';
import { splitNames } from '../syntax/parser.ts';
import type { Line, Word } from '../syntax/tree.ts';
import { choiceOf, type KeywordId } from '../syntax/vocabulary/keywords.ts';
import { fieldsOf } from './owned-lines.ts';
import type { IndicatorDeclaration, IndicatorNature, PriceBasis } from './types.ts';

/** @param fold makes the key of a name */
export function readDeclaration(
  line: Line,
  lines: LineList,
  fold: (name: string) => string,
): IndicatorDeclaration | undefined {
  const { statement } = line;
  if (statement.kind !== 'indicator' || !statement.name) return undefined;
  const fields = fieldsOf(line, lines);
  const text = (id: KeywordId): string | undefined => fields.get(id)?.value.text;
  const choice = (id: KeywordId): string | undefined => {
    const field = fields.get(id);
    return field && choiceOf(field.statement.row, field.value.text);
  };
  const formula = (id: KeywordId): { line: Line; word: Word } | undefined => {
    const field = fields.get(id);
    return field && { line: field.line, word: field.value };
  };
  const alias = fields.get('alias');
  return {
    line,
    name: statement.name,
    key: fold(statement.name.text),
    unit: statement.unit,
    aliases: alias ? splitNames(alias.value).map((word) => ({ ...word, line: alias.line })) : [],
    category: text('category'),
    binding: choice('binding') as IndicatorDeclaration['binding'],
    direction: choice('direction') as IndicatorDeclaration['direction'],
    nature: choice('nature') as IndicatorNature | undefined,
    prices: choice('prices') as PriceBasis | undefined,
    definition: text('definition'),
    source: text('source'),
    parts: formula('parts'),
    formula: formula('formula'),
  };
}
