/** How wide a text is where Han characters are as wide as they are high. */

/** Quotation marks, dashes and dots too: in a Chinese text they stand in a Chinese face. */
const fullWidth =
  /[\u2014-\u2026\u2103\u2264\u2265\u00b7\u00d7\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/** The width in halves of a Han character. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += isFullWidth(character) ? 2 : 1;
  return width;
}

export function isFullWidth(character: string): boolean {
  return fullWidth.test(character);
}
