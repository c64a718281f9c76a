/** In which language and script a document is written: what the editor puts into it has to match. */

import type { PlanModel } from '../model/model.ts';
import type { UnitLanguage } from '../model/units.ts';
import { scriptOf } from '../report/script.ts';
import type { Script } from '../report/tree.ts';
import type { KeywordRow } from '../syntax/vocabulary/keywords.ts';
import type { Reader } from './reader.ts';

/** The language of a document; that of its reader while it says nothing yet. */
export function writtenLanguage(model: PlanModel, reader: Reader): Script {
  for (const line of model.tree.lines) {
    // A comment or a letter of a keyword that is being typed does not make a language.
    if (line.kind !== 'comment' && line.text.trim().length > 1) return scriptOf(model.tree);
  }
  if (reader.language === 'en') return 'en';
  return reader.traditional ? 'hant' : 'hans';
}

/** How units are spelled in each. */
export const unitLanguages: Readonly<Record<Script, UnitLanguage>> = {
  hans: 'simplified',
  hant: 'traditional',
  en: 'english',
};

type Forms = Pick<KeywordRow, Script>;

/** The usual form in that language of a row of the vocabulary. */
export function usualForm(row: Forms, language: Script): string {
  return row[language][0];
}

/** All forms, those of the given language first. */
export function allForms(row: Forms, language: Script): string[] {
  return [...new Set([...row[language], ...row.hans, ...row.hant, ...row.en])];
}
