/** How long a document is, as Word tells it for Chinese. */

import type { PlanTree } from '../syntax/document.ts';
import type { Line, LineChunk } from '../syntax/tree.ts';

/** What is known of a run of lines: an edit makes new runs of the lines around it, and of no others. */
const known = new WeakMap<LineChunk, number>();

export function wordCount({ lines }: PlanTree): number {
  let count = 0;
  for (const run of lines.inChunks) count += wordsInRun(run);
  return count;
}

export function wordsInRun(run: LineChunk): number {
  let count = known.get(run);
  if (count === undefined) {
    count = 0;
    for (const line of run.lines) count += wordsIn(printedText(line));
    known.set(run, count);
  }
  return count;
}

/** What of a line reaches the reader of the document. */
function printedText({ text, statement }: Line): string {
  switch (statement.kind) {
    case 'blank':
    case 'comment':
    case 'include':
      return '';
    case 'row':
      return statement.rule ? '' : text.replaceAll('|', ' ').replaceAll('｜', ' ');
    case 'heading':
      return text.replace(/^\s*#+/, '');
    default:
      return text;
  }
}

/** Marks that are typed as Chinese ones in a Chinese line, and are part of a word in others. */
const sharedMarks = new Set('·—‘’“”…');
const chinese = /\p{Script=Han}/u;

/** Every Chinese character and mark counts one, and every run of others between spaces counts one. */
export function wordsIn(text: string): number {
  let count = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isChinese(code)) {
      count++;
      inWord = false;
      // The second half of a rare character is no character.
      if (isHighSurrogate(code)) at++;
    } else if (code <= 0x20 || code === 0xa0 || code === 0x3000) {
      inWord = false;
    } else if (code > 0x7f && sharedMarks.has(text[at]) && chinese.test(text)) {
      count++;
      inWord = false;
    } else if (!inWord) {
      count++;
      inWord = true;
    }
  }
  return count;
}

/** Ideographs with their marks, full-width forms, numbers in circles, and the planes of rare ideographs. */
function isChinese(code: number): boolean {
  if (code < 0x2460) return false;
  return (
    (code >= 0x2e80 && code <= 0x9fff && code !== 0x3000) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xffef) ||
    (code >= 0x2460 && code <= 0x24ff) ||
    (code >= 0xd840 && code <= 0xd88f)
  );
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
