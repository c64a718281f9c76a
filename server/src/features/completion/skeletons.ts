/** Whole documents on an empty page, and statements with their fields where a line begins. */

import { baselineOf } from '../../model/periods.ts';
import { type KeywordId, keywordRow } from '../../syntax/vocabulary/keywords.ts';
import {
  documentSkeletons,
  type SkeletonId,
  type SkeletonYears,
  skeletonSnippet,
  skeletonText,
  skeletonTitle,
  statementSkeletons,
  yearOf,
} from '../skeletons.ts';
import { allForms } from '../written-language.ts';
import { beginsOneOf } from './matching.ts';
import { type Cursor, type Suggestion, typedFrom } from './suggestion.ts';

const keywordOfDocument: Readonly<Record<(typeof documentSkeletons)[number], KeywordId>> = {
  fiveYearPlan: 'plan',
  annualPlan: 'annualPlan',
  summary: 'summary',
  report: 'report',
};

/** Offered where nothing else has been written yet. */
export function documentSuggestions(cursor: Cursor): Suggestion[] {
  const { today } = cursor;
  if (!today || !isAloneOnPage(cursor)) return [];
  return documentSkeletons.flatMap((id) =>
    suggest(id, keywordOfDocument[id], { first: yearOf(id, today) }, cursor),
  );
}

/** True where the line that is being typed is all that there is. */
function isAloneOnPage({ model, line }: Cursor): boolean {
  for (const other of model.tree.lines) {
    if (other !== line && other.kind !== 'blank') return false;
  }
  return true;
}

export function statementSuggestions(cursor: Cursor): Suggestion[] {
  const { model, today } = cursor;
  const plan = model.header.period;
  const first = plan?.from ?? today?.year;
  if (first === undefined || cursor.behind.trim() !== '') return [];
  const baseline = baselineOf(model.periodScope)?.to ?? first - 1;
  const years = { first, baseline, last: plan?.to ?? first };
  return statementSkeletons.flatMap((id) => suggest(id, id, years, cursor));
}

function suggest(
  id: SkeletonId,
  keyword: KeywordId,
  years: SkeletonYears,
  cursor: Cursor,
): Suggestion[] {
  const { written, snippets, pinyin } = cursor;
  const { start, end, typed } = typedFrom(cursor, 0);
  const label = skeletonTitle(id, written);
  const forms = [label, ...allForms(keywordRow(keyword), written)];
  if (!snippets || !beginsOneOf(typed, forms, pinyin && written !== 'en')) return [];
  const text = skeletonText(id, written, years);
  return [
    {
      kind: 'skeleton',
      label,
      replace: { start, end },
      insert: skeletonSnippet(id, written, years),
      snippet: true,
      forms,
      about: { kind: 'text', text },
    },
  ];
}
