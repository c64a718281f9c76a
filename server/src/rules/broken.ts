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

/** Breaks of the document, with the paragraph that continues each. */
export function* breaksIn(model: PlanModel): Generator<Break> {
  let open: Place | undefined;
  let between: Line[] = [];
  for (const line of model.tree.lines) {
    if (open) {
      if (line.kind === 'blank') {
        between.push(line);
        continue;
      }
      // A paragraph of its own begins with a space, a number or a mark.
      const goesOn =
        line.kind === 'prose' && isHan.test(line.text[0] ?? '') && clause.test(line.text);
      yield { ...open, between, ...(goesOn ? { next: line } : {}) };
    }
    between = [];
    open = breakOf(line);
  }
  if (open) yield { ...open, between };
}

/** Whether a line is a break, or stands right behind one: only then a change of it matters. */
export function concernsBreak(line: Line): boolean {
  if (breakOf(line)) return true;
  const { lines } = line.chunk;
  // A line that has gone matters by itself only: whatever came in its place is asked as well.
  if (lines[line.indexInChunk] !== line) return false;
  let index = line.indexInChunk - 1;
  while (index >= 0 && lines[index].kind === 'blank') index--;
  // What stands before the run of lines is not known here.
  return index < 0 || breakOf(lines[index]) !== undefined;
}
