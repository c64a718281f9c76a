/** How wide a text is where Han characters are as wide as they are high, in halves of one. */
import { eastAsianWidth } from 'get-east-asian-width';

export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

/** Quotation marks, dashes and dots too: in a Chinese text they stand in a Chinese face. */
export function isFullWidth(character: string): boolean {
  return widthOf(character) === 2;
}

function widthOf(character: string): number {
  return eastAsianWidth(character.codePointAt(0) ?? 0, { ambiguousAsWide: true });
}
