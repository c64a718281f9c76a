/** Plain text → blocks: a line is a paragraph, and lines with tabs are a table. */
import type { Block } from './blocks.ts';
import { cleanLine, isContentsLine, isContentsTitle, isPageNumber } from './cleaning.ts';
import type { LeftOut } from './left-out.ts';

const bullet = /^\s*(?:[•●■◆▪○➢➤►\uf000-\uf0ff]|[-*+](?=\s))\s*/;

export function blocksOfText(text: string, leftOut: LeftOut): Block[] {
  const lines = text.split(/\r\n?|[\n\f\v\u2028\u2029]/);
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const rows = tabbedRows(lines, at);
    if (rows.length > 1) {
      const width = Math.max(...rows.map(({ length }) => length));
      const filled = rows.map((row) =>
        Array.from({ length: width }, (_, column) => cleanLine(row[column] ?? '', leftOut)),
      );
      blocks.push({ kind: 'table', caption: '', rows: filled });
      at += rows.length;
      continue;
    }
    const block = blockOfLine(lines[at], leftOut);
    if (block) blocks.push(block);
    at += 1;
  }
  return blocks;
}

/** Rows as spreadsheets copy them, from this line on. */
function tabbedRows(lines: readonly string[], from: number): string[][] {
  const rows: string[][] = [];
  for (let at = from; at < lines.length; at++) {
    // A tab in front is an indentation.
    if (!/\S.*\t/.test(lines[at])) break;
    rows.push(lines[at].split('\t'));
  }
  return rows.some((row) => row.filter((cell) => cell.trim() !== '').length > 1) ? rows : [];
}

function blockOfLine(line: string, leftOut: LeftOut): Block | undefined {
  // The dash in front of a page number is no sign of a list.
  if (isPageNumber(line.trim())) {
    leftOut.add('pageNumber', line.trim());
    return undefined;
  }
  const isItem = bullet.test(line);
  const text = cleanLine(isItem ? line.replace(bullet, '') : line, leftOut);
  if (text === '') return undefined;
  if (isContentsLine(line) || isContentsTitle(text)) {
    leftOut.add('contents', text);
    return undefined;
  }
  return isItem
    ? { kind: 'item', text }
    : { kind: 'paragraph', text, centred: false, bold: false, counted: false };
}
