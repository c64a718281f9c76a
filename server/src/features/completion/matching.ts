/**
 * What is compared with the letters that have been typed. Editors look for them in the filter text, in their order but
 * with gaps, and the first one at the start of a word. So every character and every syllable is made a word: then
 * 生产 finds 地区生产总值 from its middle, and `dqsczz` finds it by its initials.
 */

import { beginsInPinyin, readingsOf } from './pinyin.ts';

/** Editors look no further. */
const longestFilter = 128;

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** The forms of a word, most usual first, with all that may be typed for them. */
export function filterText(forms: readonly string[], pinyin: boolean): string {
  const parts: string[] = [];
  const chinese = forms.filter(isChinese);
  if (forms.length > 0) parts.push(forms[0]);
  if (pinyin && chinese.length > 0) parts.push(readingsOf(chinese[0]).flat().join(' '));
  parts.push(...forms.slice(1));
  if (chinese.length > 0 && chinese[0].length > 2) parts.push([...chinese[0]].join(' '));
  if (pinyin) parts.push(...chinese.slice(1).map((form) => readingsOf(form).flat().join(' ')));
  const text = [...new Set(parts)].join(' ');
  return text.length <= longestFilter ? text : text.slice(0, longestFilter).trimEnd();
}

/** Whether one of the forms begins with what has been typed; for places where a sentence might begin as well. */
export function beginsOneOf(typed: string, forms: readonly string[], pinyin: boolean): boolean {
  const lower = typed.toLowerCase();
  return forms.some(
    (form) => form.toLowerCase().startsWith(lower) || (pinyin && beginsInPinyin(typed, form)),
  );
}

/** Whether an editor would find what has been typed in a filter text. */
export function isFound(typed: string, filter: string): boolean {
  const wanted = typed.toLowerCase();
  if (wanted === '') return true;
  const text = filter.toLowerCase();
  for (
    let start = text.indexOf(wanted[0]);
    start >= 0;
    start = text.indexOf(wanted[0], start + 1)
  ) {
    if (start > 0 && /[\p{L}\p{N}]/u.test(text[start - 1])) continue;
    let at = start;
    let index = 1;
    while (index < wanted.length) {
      at = text.indexOf(wanted[index], at + 1);
      if (at < 0) return false;
      index++;
    }
    return true;
  }
  return false;
}
