/** Suggestions at the cursor. In running text there are none: who writes a sentence is left alone. */

import type { PlanModel } from '../model/model.ts';
import type { Line } from '../syntax/tree.ts';
import { claimSuggestions } from './completion/claims.ts';
import { fieldValueSuggestions } from './completion/field-values.ts';
import { keywordSuggestions } from './completion/keywords.ts';
import { filterOf, finderOf, mostSuggestions } from './completion/matching.ts';
import { nameSuggestions } from './completion/names.ts';
import { pathSuggestions } from './completion/paths.ts';
import { referenceSuggestions } from './completion/references.ts';
import { silenceSuggestions } from './completion/silences.ts';
import type { CompletionOptions, Cursor, Suggestion } from './completion/suggestion.ts';
import { unitSuggestionsBehindFigure, unitSuggestionsInParentheses } from './completion/units.ts';
import { writtenLanguage } from './written-language.ts';

export { documentationOf } from './completion/documentation.ts';
export { prepareNames } from './completion/names.ts';
export { folderWanted } from './completion/paths.ts';
export type {
  About,
  CompletionOptions,
  FolderEntry,
  SuggestionKind,
} from './completion/suggestion.ts';

/** After these characters it is worth asking, beside the letters of words. */
export const triggerCharacters: readonly string[] = [...'{｛@＠.（( 　：:、，,|｜/／+＋'];

export interface Suggestions {
  /** In the order in which they should be shown. */
  readonly items: readonly FoundSuggestion[];
  /** There are more: with another letter it is worth asking again. */
  readonly isIncomplete: boolean;
}

export interface FoundSuggestion extends Omit<Suggestion, 'detail' | 'forms'> {
  readonly detail?: string;
  /** What the editor compares with what has been typed. */
  readonly filter: string;
}

/** In this order: the first that knows the place answers, be it with nothing. */
const sources: readonly ((cursor: Cursor) => Iterable<Suggestion> | undefined)[] = [
  silenceSuggestions,
  referenceSuggestions,
  pathSuggestions,
  unitSuggestionsInParentheses,
  unitSuggestionsBehindFigure,
  nameSuggestions,
  claimSuggestions,
  fieldValueSuggestions,
  keywordSuggestions,
];

export function completions(
  model: PlanModel,
  line: Line,
  character: number,
  options: CompletionOptions,
): Suggestions {
  const cursor: Cursor = {
    ...options,
    model,
    line,
    character,
    before: line.text.slice(0, character),
    behind: line.text.slice(character),
    written: writtenLanguage(model, options.reader),
  };
  for (const source of sources) {
    const suggestions = source(cursor);
    if (suggestions) return shortened(suggestions, cursor);
  }
  return { items: [], isIncomplete: false };
}

/** All of them as long as they are few; of many, those in which the editor would find what has been typed. */
function shortened(suggestions: Iterable<Suggestion>, { before, pinyin }: Cursor): Suggestions {
  const filterFor = ({ forms, label }: Suggestion) => filterOf(forms ?? [label], pinyin);
  const isWanted = (suggestion: Suggestion): boolean =>
    finderOf(before.slice(suggestion.replace.start))(filterFor(suggestion));
  let isLong = false;
  let chosen: Suggestion[] = [];
  for (const suggestion of suggestions) {
    if (!isLong || isWanted(suggestion)) chosen.push(suggestion);
    if (chosen.length <= mostSuggestions) continue;
    if (isLong) break;
    isLong = true;
    chosen = chosen.filter(isWanted);
    if (chosen.length > mostSuggestions) break;
  }
  const items = chosen.slice(0, mostSuggestions).map((suggestion): FoundSuggestion => {
    const { detail: tell, forms: _, ...rest } = suggestion;
    const detail = tell?.();
    return { ...rest, ...(detail ? { detail } : {}), filter: filterFor(suggestion).text };
  });
  return { items, isIncomplete: chosen.length > mostSuggestions };
}
