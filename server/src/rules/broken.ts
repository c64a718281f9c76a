/** Paragraphs that end in the middle of a sentence. */
import type { PlanModel } from '../model/model.ts';
import type { Place } from '../model/types.ts';
import type { Line } from '../syntax/tree.ts';

export interface Break extends Place {
  /** The paragraph that goes on with the sentence. */
  readonly next?: Line;
  /** Blank lines on the way to it. */
  readonly between: readonly Line[];
}

/** Shorter lines are titles, names and dates. */
const shortest = 30;
const isHan = /\p{Script=Han}/u;
/** A text of whole sentences, so that its last one is wanted whole as well. */
const sentence = /[。；;！？]/;
/** The rest of a sentence has at least its own end. */
const clause = /[，,。；;]/;
/** Signatures and lists of names have no sentences to finish. */
const finished = /(?:如下|同志|代表|委员|印发|附后|日|人民政府)$/;

/** A line whose last sentence has no end; its last word is the place. */
function breakOf(line: Line): Place | undefined {
  const { text, kind } = line;
  if ((kind !== 'prose' && kind !== 'measure' && kind !== 'heading') || text.length < shortest) {
    return undefined;
  }
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) <= 0x20) end--;
  const code = text.charCodeAt(end - 1);
  // Chinese characters and the comma; every other sign ends something.
  if (!(code >= 0x4e00 && code <= 0x9fff) && code !== 0xff0c && code !== 0x2c && code !== 0x3001) {
    return undefined;
  }
  const body = text.slice(0, end);
  if (!sentence.test(body) || finished.test(body)) return undefined;
  return { line, start: end - 1, end };
}

/** Whether a line breaks off. */
export function isBreak(line: Line): boolean {
  return breakOf(line) !== undefined;
}

/** The breaks of some lines, with the paragraph that continues each. */
export function* breaksIn(
  broken: readonly Line[],
  { tree: { lines } }: PlanModel,
): Generator<Break> {
  for (const line of broken) {
    const place = breakOf(line);
    if (!place) continue;
    const between: Line[] = [];
    let index = lines.indexOf(line) + 1;
    while (index < lines.length && lines.at(index).kind === 'blank')
      between.push(lines.at(index++));
    const next = index < lines.length ? lines.at(index) : undefined;
    // A paragraph of its own begins with a space, a number or a mark.
    const goesOn =
      next?.kind === 'prose' && isHan.test(next.text[0] ?? '') && clause.test(next.text);
    yield { ...place, between, ...(goesOn ? { next } : {}) };
  }
}
