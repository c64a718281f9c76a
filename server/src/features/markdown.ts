/** Text as Markdown, for hovers. */

/** A text of the document in which nothing is markup. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+!|~&$-]/g, '\\$&').replace(/\s+/g, ' ');
}

/** A picture that is part of the text. Parentheses would end the address. */
export function pictureOf(svg: string, alternative: string): string {
  const address = encodeURIComponent(svg).replace(
    /[()']/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `![${escapeMarkdown(alternative)}](data:image/svg+xml,${address})`;
}
