/** Which of the three forms of the language a document is written in, and its keywords in that form. */
import { simplify } from '../model/names.ts';
import type { PlanTree } from '../syntax/document.ts';
import type { FieldStatement, Line } from '../syntax/tree.ts';
import { type KeywordId, keywordRow, keywordRows } from '../syntax/vocabulary/keywords.ts';
import { phraseRows } from '../syntax/vocabulary/phrases.ts';
import type { Script } from './tree.ts';

/** A keyword in the document's script, `责任` or `Owner`. */
export function keywordText(id: KeywordId, script: Script): string {
  return asLabel(keywordRow(id)[script][0], script);
}

/** The same as the writer has it, where that is of the document's script: 责任单位 stays 责任单位. */
export function keywordAsTyped({ row, keyword }: FieldStatement, script: Script): string {
  const form = script === 'en' ? keyword.text.toLowerCase() : keyword.text;
  return row[script].includes(form) ? asLabel(form, script) : keywordText(row.id, script);
}

function asLabel(form: string, script: Script): string {
  return script === 'en' ? form[0].toUpperCase() + form.slice(1) : form;
}

/** How firmly a target is meant, 力争 or 力爭, by the row of the table of phrases; empty for nothing. */
export function commitmentText(id: string | undefined, script: Script): string {
  const row = phraseRows.find((candidate) => candidate.id === id);
  if (!row) return '';
  if (script === 'en') return row.en[0];
  const [simplified] = row.zh;
  const other = row.zh.find((form) => form !== simplified && simplify(form) === simplified);
  return script === 'hant' ? (other ?? simplified) : simplified;
}

const scripts: readonly Script[] = ['hans', 'hant', 'en'];

/** The script of every keyword form that belongs to one script only. */
const scriptOfForm = new Map<string, Script>();
for (const row of keywordRows) {
  for (const script of scripts) {
    for (const form of row[script]) {
      const shared = scripts.some((other) => other !== script && row[other].includes(form));
      if (!shared) scriptOfForm.set(form, script);
    }
  }
}

/** Simplified texts hold a few characters that count as traditional; in traditional ones every third is. */
const traditionalShare = 0.08;
/** Enough to be sure of a text that has no keyword. */
const enoughCharacters = 1000;

/**
 * The script that a document is written in, told by its keywords: the first one decides that is not
 * the same in two scripts. A text without any is judged by its characters.
 */
export function scriptOf(tree: PlanTree): Script {
  let sample = '';
  for (const line of tree.lines) {
    const script = scriptOfLine(line);
    if (script) return script;
    if (sample.length < enoughCharacters && line.kind !== 'comment') sample += line.text;
  }
  return scriptOfText(sample);
}

function scriptOfText(text: string): Script {
  const han = text.match(/\p{Script=Han}/gu) ?? [];
  const latin = text.match(/[a-z]/gi) ?? [];
  // One Han character says as much as a short English word.
  if (han.length * 4 < latin.length) return 'en';
  const traditional = han.filter((character) => simplify(character) !== character);
  return traditional.length > han.length * traditionalShare ? 'hant' : 'hans';
}

function scriptOfLine(line: Line): Script | undefined {
  const { statement } = line;
  // A field or header that stands where it is prose says nothing about the keywords in use.
  if (statement.kind !== line.kind) return undefined;
  if (!('keyword' in statement)) return undefined;
  const { text } = statement.keyword;
  return scriptOfForm.get(text) ?? scriptOfForm.get(text.toLowerCase());
}
