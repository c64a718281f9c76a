import type { Place } from '../../model/types.ts';
import { type KeywordId, keywordRow } from '../../syntax/vocabulary/keywords.ts';
import { escapeMarkdown } from '../markdown.ts';
import type { Reader } from '../reader.ts';

export interface Hover {
  readonly place: Place;
  readonly markdown: string;
}

/** What a field says, behind its name; nothing where it is not there. */
export function labelled(id: KeywordId, value: string | undefined, reader: Reader): string[] {
  if (!value) return [];
  const row = keywordRow(id);
  const label = reader.say({ zh: `${row.hans[0]}：`, en: `${row.en[0]}: ` });
  return [label + escapeMarkdown(value)];
}
