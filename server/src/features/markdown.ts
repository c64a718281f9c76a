/** Text as Markdown, for hovers. */

import type { Line } from '../syntax/tree.ts';
import { addressOf, lineNumber } from './places.ts';
import type { Reader } from './reader.ts';

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

/** The same for a client that would show the pictures as the long addresses that they are. */
export function withoutPictures(markdown: string): string {
  return markdown.replace(/\n*!\[(?:\\.|[^\]\\])*\]\(data:image\/svg\+xml,[^)]*\)/g, '');
}

/** An indicator may be told of on hundreds of lines; these will do. */
const mostLinks = 4;

/** The lines by their numbers, each leading there. */
export function linksToLines(lines: readonly Line[], reader: Reader): string {
  const distinct = [...new Set(lines)];
  const links = distinct.slice(0, mostLinks).map((line) => {
    const number = lineNumber(line);
    const text = reader.say({ zh: `第${number}行`, en: `line ${number}` });
    const address = addressOf(line);
    return address === undefined ? text : `[${text}](${address})`;
  });
  const more = distinct.length > mostLinks ? '…' : '';
  return links.join(reader.say({ zh: '、', en: ', ' })) + more;
}
