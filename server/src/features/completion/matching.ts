/**
 * What is compared with the letters that have been typed. Editors look for them in the filter text, in their order but
 * with gaps, and the first one at the start of a word. So every character and every syllable is made a word: then
 * 生产 finds 地区生产总值 from its middle, and `dqsczz` finds it by its initials.
 */

import { beginsInPinyin, spellOut } from './pinyin.ts';

/** Editors look no further. */
const longestFilter = 128;

const isChinese = (text: string): boolean => /[\u4e00-\u9fff]/.test(text);

/** Nobody reads on; a list that is longer is made anew with every letter. */
export const mostSuggestions = 100;

export interface Filter {
  readonly text: string;
  /** To look for what has been typed, in any case. */
  readonly lower: string;
}

/** By the list of forms, which stays the same as long as the name does: documents have thousands of them. */
const withPinyin = new WeakMap<readonly string[], Filter>();
const withoutPinyin = new WeakMap<readonly string[], Filter>();

/** The forms of a word, most usual first, with all that may be typed for them. */
export function filterOf(forms: readonly string[], pinyin: boolean): Filter {
  const known = pinyin ? withPinyin : withoutPinyin;
  let filter = known.get(forms);
  if (!filter) {
    const text = filterText(forms, pinyin);
    filter = { text, lower: text.toLowerCase() };
    known.set(forms, filter);
  }
  return filter;
}

function filterText(forms: readonly string[], pinyin: boolean): string {
  const [first = '', ...others] = forms;
  const spell = (form: string): string => (pinyin && isChinese(form) ? spellOut(form) : '');
  const parts = [first, spell(first), ...others.map((form) => ` ${form}`)];
  if (isChinese(first)) for (const character of first) parts.push(' ', character);
  parts.push(...others.map(spell));
  return parts.join('').slice(0, longestFilter).trimEnd();
}

/** Whether one of the forms begins with what has been typed; for places where a sentence might begin as well. */
export function beginsOneOf(typed: string, forms: readonly string[], pinyin: boolean): boolean {
  const lower = typed.toLowerCase();
  return forms.some(
    (form) => form.toLowerCase().startsWith(lower) || (pinyin && beginsInPinyin(typed, form)),
  );
}

/** Tells of filter texts whether an editor would find in them what has been typed. */
export function finderOf(typed: string): (filter: Filter) => boolean {
  const wanted = typed.toLowerCase();
  return wanted === '' ? () => true : ({ lower }) => isFound(wanted, lower);
}

function isFound(wanted: string, text: string): boolean {
  let start = text.indexOf(wanted[0]);
  while (start > 0 && !wordEnds.has(text[start - 1])) start = text.indexOf(wanted[0], start + 1);
  if (start < 0) return false;
  for (let index = 1, at = start; index < wanted.length; index++) {
    at = text.indexOf(wanted[index], at + 1);
    if (at < 0) return false;
  }
  return true;
}

const wordEnds: ReadonlySet<string> = new Set(' -_./:,"（()）');
