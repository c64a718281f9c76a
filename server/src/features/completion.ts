/** Suggestions at the cursor. In running text there are none: who writes a sentence is left alone. */

import type { PlanModel } from '../model/model.ts';
import type { Line } from '../syntax/tree.ts';
import { fieldValueSuggestions } from './completion/field-values.ts';
import { keywordSuggestions } from './completion/keywords.ts';
import { nameSuggestions } from './completion/names.ts';
import { referenceSuggestions } from './completion/references.ts';
import { silenceSuggestions } from './completion/silences.ts';
import type { Cursor, Suggestion } from './completion/suggestion.ts';
import { unitSuggestionsBehindFigure, unitSuggestionsInParentheses } from './completion/units.ts';
import type { Reader } from './reader.ts';
import { writtenLanguage } from './written-language.ts';

export type { Suggestion, SuggestionKind } from './completion/suggestion.ts';

/** After these characters it is worth asking, beside the letters of words. */
export const triggerCharacters: readonly string[] = [...'{｛@＠.（( 　：:、，|｜'];

/** In this order: the first that knows the place answers, be it with nothing. */
const sources: readonly ((cursor: Cursor) => Suggestion[] | undefined)[] = [
  silenceSuggestions,
  referenceSuggestions,
  unitSuggestionsInParentheses,
  unitSuggestionsBehindFigure,
  nameSuggestions,
  fieldValueSuggestions,
  keywordSuggestions,
];

/** Suggestions in the order in which they should be shown. */
export function completions(
  model: PlanModel,
  line: Line,
  character: number,
  reader: Reader,
): Suggestion[] {
  const cursor: Cursor = {
    model,
    line,
    character,
    before: line.text.slice(0, character),
    behind: line.text.slice(character),
    written: writtenLanguage(model, reader),
    reader,
  };
  for (const source of sources) {
    const suggestions = source(cursor);
    if (suggestions) return suggestions;
  }
  return [];
}
