/**
 * Which stretches of a paragraph are read: of its sentences those that can hold a claim, and of them the clauses in which
 * something is said. All others are blank in the text that the claim grammar is given, so that its places stay.
 */
import { bareUnitBefore, mayTell, tellingStarts } from '../syntax/tokens.ts';
import type { Span } from '../syntax/tree.ts';

const figureHint =
  /[0-9０-９]|[xXｘＸ×_＿*＊]{2,}|[xX][萬万億亿個个处處]|[达達][多]?[万亿萬億]?元|翻番|翻了?[一两兩二三]番|全覆盖|全覆蓋|[村户戶组組]通|清零|同步|首位|第[一二三四五六七八九十]|[一二两兩三四五六七八九十百千几][多余餘]?[万亿萬億]?[个個家座处處条條次场場期所项項起件人户戶元吨噸亩畝公名批台里辆輛]|[破超过過达達到近][一二两三四五六七八九十百千几]{1,3}[万萬亿億]|\b(?:double|triple|coverage)/;

/**
 * How each alternative of the hint but the digits begins: one of the first characters with one of the
 * second behind it. Nearly no sentence without digits has such a pair, and only those ask the pattern.
 */
// biome-ignore format: a table
const hintPairs: readonly (readonly [firsts: string, seconds: string])[] = [
  ['xXｘＸ×_＿*＊', 'xXｘＸ×_＿*＊'], ['xX', '萬万億亿个個处處'], ['达達', '多万亿萬億元'], ['翻', '番了一两兩二三'], ['全', '覆'],
  ['村户戶组組', '通'], ['清', '零'], ['同', '步'], ['首', '位'], ['第', '一二三四五六七八九十'],
  ['一二两兩三四五六七八九十百千几', '多余餘万亿萬億个個家座处處条條次场場期所项項起件人户戶元吨噸亩畝公名批台里辆輛'], ['破超过過达達到近', '一二两三四五六七八九十百千几'], ['d', 'o'], ['t', 'r'], ['c', 'o'],
];
const hintFirsts = new Uint16Array(0x10000);
const hintSeconds = new Uint16Array(0x10000);
hintPairs.forEach(([firsts, seconds], index) => {
  for (const char of firsts) hintFirsts[char.charCodeAt(0)] |= 1 << index;
  for (const char of seconds) hintSeconds[char.charCodeAt(0)] |= 1 << index;
});

/** Whether a stretch of a text can hold a claim at all; most prose has no figure and is left alone. */
function mayClaim(text: string, start: number, end: number): boolean {
  return mayHoldFigure(text, start, end) && !footnote.test(text.slice(start, end));
}

function mayHoldFigure(text: string, start: number, end: number): boolean {
  let before = 0;
  let hasPair = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) return true;
    if ((before & hintSeconds[code]) !== 0) hasPair = true;
    before = hintFirsts[code];
  }
  return hasPair && figureHint.test(text.slice(start, end));
}
/** `[^3]: …` explains a word; attachments and notes are not claimed from. */
const footnote = /^\s*\[\^\d+\]:/;

// ---------------------------------------------------------------- sentences

/**
 * From the first sentence that can hold a claim to the last: the rest of a paragraph is not read. Sentences
 * between them that hold none are blank in the text, and so are clauses without a figure.
 */
export function sentencesWithFigures(
  line: string,
  from: number,
): (Span & { text: string }) | undefined {
  let first: number | undefined;
  let end = from;
  let text = '';
  const clauses = new Clauses(line);
  for (let start = from; start < line.length; ) {
    const stop = line.indexOf('。', start);
    const next = stop < 0 ? line.length : stop + 1;
    if (mayClaim(line, start, next)) {
      first ??= start;
      // The blank sentence keeps its full stop.
      if (start > end && text !== '') text += `${' '.repeat(start - end - 1)}。`;
      text += clauses.told(start, next);
      end = next;
    }
    start = next;
  }
  return first === undefined ? undefined : { start: first, end, text };
}

// ---------------------------------------------------------------- clauses

const codeOf = (mark: string): number => mark.charCodeAt(0);
const [comma, halfComma, opening, halfOpening] = [...'，,（('].map(codeOf);
const [titleStart, quoteStart, quoteEnd] = [...'《“”'].map(codeOf);

/** Marks that end a clause with all that was carried along in it. */
const ends = 1;
/** Marks behind which that goes on, or which name what stands before them. */
const goesOn = 2;
const marks = new Uint8Array(0x10000);
for (const mark of '。！!？?；;，,（(') marks[codeOf(mark)] = ends;
for (const mark of '：:）)') marks[codeOf(mark)] = goesOn;

/** What the words end with that announce goals: the comma behind them counts. */
const endsOfGoals: ReadonlySet<number> = new Set([...'是为為标標务務'].map(codeOf));

/** The sentences of one line without their idle clauses, in which nothing tells of a figure, or of when and how certain it is. */
class Clauses {
  private readonly line: string;
  /** 与全国同步 may reach over marks that end a clause elsewhere. */
  private readonly isKept: boolean;
  private readonly hasOddQuotes: boolean;
  /** Marks in the title of a document end nothing. */
  private titleEnd = 0;

  constructor(line: string) {
    this.line = line;
    this.isKept = line.includes('同步');
    this.hasOddQuotes = !/^[^“”]*(?:“[^“”]*”[^“”]*)*$/.test(line);
  }

  /** The sentence from `start` to `end`. Idle clauses are blank in it, and of the commas between two of them one. */
  told(start: number, end: number): string {
    const { line } = this;
    if (this.isKept) return line.slice(start, end);
    let text = '';
    /** How far the text has come; at a comma that may become blank as well, if the next clause does. */
    let done = start;
    let mayJoin = false;
    let clause = start;
    let isIdle = true;
    for (let at = start; at < end; at++) {
      const code = line.charCodeAt(at);
      const mark = marks[code];
      if (mark === 0) {
        if (code === titleStart) {
          this.titleEnd = Math.max(this.titleEnd, line.indexOf('》', at));
          isIdle = false;
        } else if (isIdle && tellingStarts[code] !== 0) {
          if (mayTell(line, at)) isIdle = false;
          else if (code === quoteStart || code === quoteEnd) {
            const closing = this.quotationEnd(at, end);
            if (closing < 0) isIdle = false;
            else at = closing;
          }
        }
        continue;
      }
      if (at < this.titleEnd) continue;
      if (isIdle && mark === ends && !bareUnitBefore(line, at)) {
        // A bracket keeps where its clause began.
        const joins = mayJoin && code !== opening && code !== halfOpening;
        text += joins ? blank(at - done) : line.slice(done, clause) + blank(at - clause);
        done = at;
        mayJoin =
          (code === comma || code === halfComma) && !endsOfGoals.has(line.charCodeAt(at - 1));
      } else mayJoin = false;
      clause = at + 1;
      isIdle = true;
    }
    return done === start ? line.slice(start, end) : text + line.slice(done, end);
  }

  /** Where a quotation ends that stands in its clause as a whole, or −1. */
  private quotationEnd(start: number, end: number): number {
    if (this.hasOddQuotes) return -1;
    for (let at = start + 1; at < end; at++) {
      const code = this.line.charCodeAt(at);
      if (code === quoteEnd) return at;
      if (code === quoteStart || marks[code] !== 0) return -1;
    }
    return -1;
  }
}

const blanks: string[] = [];

function blank(length: number): string {
  blanks[length] ??= ' '.repeat(length);
  return blanks[length];
}
