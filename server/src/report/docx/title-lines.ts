/**
 * Where a long title is broken: words stay whole, and its lines are about as long as each other, the upper ones rather
 * the longer (7.3.1).
 */
import { displayWidth } from '../display-width.ts';

const words = new Intl.Segmenter('zh', { granularity: 'word' });
/** Must not begin a line. */
const closing = /^[，。；：、？！）》〉”’】〕％%…—,.;:?!)\]]/;
/** Must not end a line. */
const opening = /[（《〈“‘【〔([]$/;

/** @param room how wide a line may be, in halves of a character */
export function titleLines(title: string, room: number): string[] {
  const count = Math.ceil(displayWidth(title) / room);
  if (count <= 1) return [title];
  const lines: string[] = [];
  let rest = unbreakable(title);
  for (let left = count; left > 1; left--) {
    const at = breakOf(rest, left, room);
    lines.push(rest.slice(0, at).join(''));
    rest = rest.slice(at);
  }
  return [...lines, rest.join('')].map((line) => line.trim()).filter((line) => line !== '');
}

/** Words with the marks that must stay beside them. */
function unbreakable(title: string): string[] {
  const pieces: string[] = [];
  for (const { segment } of words.segment(title)) {
    const last = pieces.length - 1;
    if (last >= 0 && (closing.test(segment) || opening.test(pieces[last]))) pieces[last] += segment;
    else pieces.push(segment);
  }
  return pieces;
}

/** After how many pieces the first of so many lines ends. */
function breakOf(pieces: readonly string[], lines: number, room: number): number {
  const share = displayWidth(pieces.join('')) / lines;
  let width = 0;
  for (let index = 0; index < pieces.length; index++) {
    const next = width + displayWidth(pieces[index]);
    if (index > 0 && next > room) return index;
    if (next >= share) return index + 1;
    width = next;
  }
  return pieces.length;
}
