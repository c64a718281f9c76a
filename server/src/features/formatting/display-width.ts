/** How wide a text stands in an editor, in columns: Chinese characters take two. */

import { eastAsianWidth } from 'get-east-asian-width';

/** “ ” — … ‰ Ⅲ ℃ take two columns in the fonts in which Chinese characters do. */
const asInChinese = { ambiguousAsWide: true };

const withoutWidth = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x300) width += 1;
    else if (!withoutWidth.test(character)) width += eastAsianWidth(code, asInChinese);
  }
  return width;
}
