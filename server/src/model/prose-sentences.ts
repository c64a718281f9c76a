/**
 * Which stretches of a paragraph are read: of its sentences those that can hold a claim, and of them the clauses in which
 * something is said. All others are blank in the text that the claim grammar is given, so that its places stay.
 */
import { bareUnitBefore, mayTell, tellingStarts, unitAsideEnd } from '../syntax/tokens.ts';
import type { Span } from '../syntax/tree.ts';
import { HeadPattern, spaces } from './patterns.ts';

const figureHint =
  /[0-9０-９]|[xXｘＸ×_＿*＊]{2,}|[xX][萬万億亿個个处處]|[达達][多]?[万亿萬億]?元|翻番|翻了?[一两兩二三]番|全覆盖|全覆蓋|[村户戶组組]通|清零|同步|首位|第[一二三四五六七八九十]|[一二两兩三四五六七八九十百千几][多余餘]?[万亿萬億]?[个個家座处處条條次场場期所项項起件人户戶元吨噸亩畝公名批台里辆輛]|[破超过過达達到近][一二两三四五六七八九十百千几]{1,3}[万萬亿億]|[百千]分之|[一二两兩三四五六七八九]成(?:[以左多，,。；;、]|$)|\b(?:double|triple|coverage)/;

/**
 * How each alternative of the hint but the digits begins: one of the first characters with one of the
 * second behind it. Nearly no sentence without digits has such a pair, and only those ask the pattern.
 */
// biome-ignore format: a table
const hintPairs: readonly (readonly [firsts: string, seconds: string])[] = [
  ['xXｘＸ×_＿*＊', 'xXｘＸ×_＿*＊'], ['xX', '萬万億亿个個处處'], ['达達', '多万亿萬億元'], ['翻', '番了一两兩二三'], ['全', '覆'],
  ['村户戶组組', '通'], ['清', '零'], ['同', '步'], ['首', '位'], ['第', '一二三四五六七八九十'], ['百千', '分'],
  ['一二两兩三四五六七八九十百千几', '多余餘万亿萬億个個家座处處条條次场場期所项項起件人户戶元吨噸亩畝公名批台里辆輛成'], ['破超过過达達到近', '一二两三四五六七八九十百千几'], ['d', 'o'], ['t', 'r'], ['c', 'o'],
];
/** Each character of the pairs has a number, all others have 0; by its number, which pairs it begins and which it ends. */
const hintKinds = new Uint8Array(0x10000);
const hintFirsts: number[] = [0];
const hintSeconds: number[] = [0];
const digitKind = 0xff;
for (const char of new Set(hintPairs.flat().join(''))) {
  const bitsOf = (which: 0 | 1): number =>
    hintPairs.reduce(
      (bits, pair, index) => (pair[which].includes(char) ? bits | (1 << index) : bits),
      0,
    );
  hintKinds[char.charCodeAt(0)] = hintFirsts.length;
  hintFirsts.push(bitsOf(0));
  hintSeconds.push(bitsOf(1));
}
for (const digit of '0123456789０１２３４５６７８９') hintKinds[digit.charCodeAt(0)] = digitKind;

/** Whether a stretch of a text can hold a claim at all; most prose has no figure and is left alone. */
function mayClaim(text: string, start: number, end: number): boolean {
  if (!mayHoldFigure(text, start, end)) return false;
  return !(footnote.mayBegin(text.charCodeAt(start)) && footnote.test(text.slice(start, end)));
}

function mayHoldFigure(text: string, start: number, end: number): boolean {
  let before = 0;
  let hasPair = false;
  for (let at = start; at < end; at++) {
    const kind = hintKinds[text.charCodeAt(at)];
    if (kind === 0) {
      before = 0;
      continue;
    }
    if (kind === digitKind) return true;
    if ((before & hintSeconds[kind]) !== 0) hasPair = true;
    before = hintFirsts[kind];
  }
  return hasPair && figureHint.test(text.slice(start, end));
}
/** `[^3]: …` explains a word; attachments and notes are not claimed from. */
const footnote = new HeadPattern(`${spaces}[`, /^\s*\[\^\d+\]:/);

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
  let clauses: Clauses | undefined;
  for (let start = from; start < line.length; ) {
    const stop = line.indexOf('。', start);
    const next = stop < 0 ? line.length : stop + 1;
    if (mayClaim(line, start, next)) {
      first ??= start;
      // The blank sentence keeps its full stop.
      if (start > end && text !== '') text += `${' '.repeat(start - end - 1)}。`;
      clauses ??= new Clauses(line);
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

/** What the lexer says of a character that tells something wherever it stands, as digits and letters do. */
const tells = 1;
/** Beside what the lexer says of a character: that it ends a clause with all that was carried along in it, */
const ends = 0x40;
/** or that it is a mark behind which that goes on, or which names what stands before it. */
const goesOn = 0x80;
const isMark = ends | goesOn;
const roles = Uint8Array.from(tellingStarts);
for (const mark of '。！!？?；;，,（(') roles[codeOf(mark)] |= ends;
for (const mark of '：:）)') roles[codeOf(mark)] |= goesOn;

/** What the words end with that announce goals: the comma behind them counts. */
const endsOfGoals: ReadonlySet<number> = new Set([...'是为為标標务務求定'].map(codeOf));

/** The sentences of one line without their idle clauses, in which nothing tells of a figure, or of when and how certain it is. */
class Clauses {
  private readonly line: string;
  /** 与全国同步 may reach over marks that end a clause elsewhere. */
  private readonly isKept: boolean;
  private oddQuotes: boolean | undefined;
  /** Marks in the title of a document end nothing. */
  private titleEnd = 0;

  constructor(line: string) {
    this.line = line;
    this.isKept = line.includes('同步');
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
    /** Where something may tell; it is asked only if nothing in the clause surely does, which is much cheaper. */
    let asked = -1;
    for (let at = start; at < end; at++) {
      const code = line.charCodeAt(at);
      const role = roles[code];
      if (role === 0) continue;
      if ((role & isMark) === 0) {
        if (code === titleStart) {
          this.titleEnd = Math.max(this.titleEnd, line.indexOf('》', at));
          isIdle = false;
        } else if (isIdle) {
          if ((role & tells) !== 0) isIdle = false;
          else if (asked < 0) asked = at;
          if (isIdle && (code === quoteStart || code === quoteEnd)) {
            const closing = this.tellsIn(asked, at + 1) ? -1 : this.quotationEnd(at, end);
            if (closing < 0) isIdle = false;
            else at = closing;
            asked = -1;
          }
        }
        continue;
      }
      if (at < this.titleEnd) continue;
      if (code === opening || code === halfOpening) {
        // 650万头（只、羽）以上: more of the unit, and then its bound.
        const closing = unitAsideEnd(line, at);
        if (closing > 0) {
          isIdle = false;
          at = closing - 1;
          continue;
        }
      }
      const mayBeIdle = isIdle && (role & ends) !== 0 && !bareUnitBefore(line, at);
      if (mayBeIdle && (asked < 0 || !this.tellsIn(asked, at))) {
        // A bracket keeps where its clause began.
        const joins = mayJoin && code !== opening && code !== halfOpening;
        text += joins ? blank(at - done) : line.slice(done, clause) + blank(at - clause);
        done = at;
        mayJoin =
          (code === comma || code === halfComma) && !endsOfGoals.has(line.charCodeAt(at - 1));
      } else mayJoin = false;
      clause = at + 1;
      isIdle = true;
      asked = -1;
    }
    return done === start ? line.slice(start, end) : text + line.slice(done, end);
  }

  private tellsIn(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (mayTell(this.line, at)) return true;
    return false;
  }

  private get hasOddQuotes(): boolean {
    this.oddQuotes ??= !/^[^“”]*(?:“[^“”]*”[^“”]*)*$/.test(this.line);
    return this.oddQuotes;
  }

  /** Where a quotation ends that stands in its clause as a whole, or −1. */
  private quotationEnd(start: number, end: number): number {
    if (this.hasOddQuotes) return -1;
    for (let at = start + 1; at < end; at++) {
      const code = this.line.charCodeAt(at);
      if (code === quoteEnd) return at;
      if (code === quoteStart || (roles[code] & isMark) !== 0) return -1;
    }
    return -1;
  }
}

const blanks: string[] = [];

function blank(length: number): string {
  blanks[length] ??= ' '.repeat(length);
  return blanks[length];
}
