/** How Chinese words are typed on a keyboard without an input method: `diqu`, `dqsczz`. */

import { simplify } from '../../model/names.ts';
import { pinyinRows } from './pinyin-rows.ts';

/** By character, its readings; made when the first letter is typed. */
let readings: Map<string, readonly string[]> | undefined;

function allReadings(): Map<string, readonly string[]> {
  if (readings) return readings;
  const found = new Map<string, string[]>();
  for (const row of pinyinRows) {
    const syllable = /^[a-z]+/.exec(row)?.[0] ?? '';
    for (const character of row.slice(syllable.length)) {
      const known = found.get(character);
      if (known) known.push(syllable);
      else found.set(character, [syllable]);
    }
  }
  readings = found;
  return found;
}

/** What may be typed for each character: its readings, or the character itself where it has none. */
function readingsOf(text: string): readonly (readonly string[])[] {
  const table = allReadings();
  return [...simplify(text)].map((character) => table.get(character) ?? [character.toLowerCase()]);
}

/** By character, its readings with a space in front of each: a document has thousands of names. */
const spelled = new Map<string, string>();

/** All readings of all characters, one word each: ` di ou qu sheng`. */
export function spellOut(text: string): string {
  let result = '';
  for (const character of text) {
    let readings = spelled.get(character);
    if (readings === undefined) {
      readings = ` ${readingsOf(character).flat().join(' ')}`;
      spelled.set(character, readings);
    }
    result += readings;
  }
  return result;
}

/** Whether letters are the beginning of a word in pinyin: whole syllables, initials, or both mixed. */
export function beginsInPinyin(typed: string, text: string): boolean {
  if (!/^[a-z]+$/i.test(typed)) return false;
  const syllables = readingsOf(text);
  const letters = typed.toLowerCase();
  const fits = (at: number, index: number): boolean => {
    if (at === letters.length) return true;
    return (syllables[index] ?? []).some((syllable) => {
      let length = 0;
      while (length < syllable.length && letters[at + length] === syllable[length]) length++;
      for (; length > 0; length--) if (fits(at + length, index + 1)) return true;
      return false;
    });
  };
  return fits(0, 0);
}
