/** Text as every output can carry it. */

/**
 * What no output format can hold: control characters other than the tab, halves of a character that
 * stand alone, and the code points that Unicode keeps for programs.
 */
const unfit = /[\0-\x08\x0a-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]|\p{Surrogate}/gu;

/** The text with a visible mark (U+FFFD) in place of every character that no output can hold. */
export function printable(text: string): string {
  return text.replace(unfit, '\ufffd');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The text as HTML and XML read it back, between tags as well as inside a quoted attribute. */
export function escapeMarkup(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => entities[character]);
}
