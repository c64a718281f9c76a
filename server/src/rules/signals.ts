/**
 * A first look at a line for all checks at once. Each check names the characters, or the pairs of
 * neighbours, that it cannot find anything without. One pass over the text tells which of the checks
 * have to look closer; nearly all lines concern nearly none of them.
 */
import type { Line } from '../syntax/tree.ts';

/** Whether a line holds what a check waits for. */
export type Signal = (line: Line) => boolean;

const mostSignals = 32;
const everyCode = 0x10000;
const mostClasses = 0x100;

/** What a character gives by itself, as the first of a pair, and as the second: a bit for each signal. */
interface Marks {
  alone: number;
  first: number;
  second: number;
}

/** All characters between two, both included. */
export type CharacterRange = readonly [from: string, to: string];

const marksOf = new Map<number, Marks>();
/** What whole ranges give, each of its characters by itself. They are long, and no two of them overlap. */
const markedRanges: { readonly from: number; readonly to: number; readonly bit: number }[] = [];
let signals = 0;

/**
 * Characters with the same marks are of one class, so that the table for all characters is small
 * enough to stay near the processor. Class 0 has no marks.
 */
class Classes {
  readonly ofCode = new Uint8Array(everyCode);
  readonly alone = new Int32Array(mostClasses);
  readonly first = new Int32Array(mostClasses);
  readonly second = new Int32Array(mostClasses);

  readonly #known = new Map<string, number>();

  constructor() {
    for (const { from, to, bit } of markedRanges) {
      this.ofCode.fill(this.#idOf({ alone: bit, first: 0, second: 0 }), from, to + 1);
    }
    for (const [code, { alone, first, second }] of marksOf) {
      const bits = alone | this.alone[this.ofCode[code]];
      this.ofCode[code] = this.#idOf({ alone: bits, first, second });
    }
  }

  #idOf({ alone, first, second }: Marks): number {
    const key = `${alone} ${first} ${second}`;
    let id = this.#known.get(key);
    if (id === undefined) {
      id = this.#known.size + 1;
      if (id === mostClasses) throw new Error('Too many different characters to look for');
      this.alone[id] = alone;
      this.first[id] = first;
      this.second[id] = second;
      this.#known.set(key, id);
    }
    return id;
  }
}

/** Made when the first line is looked at: by then every check has named its characters. */
let classes: Classes | undefined;
/** A line's text never changes, so it is passed over once, however many checks of the document ask. */
const known = new WeakMap<Line, number>();
let lastLine: Line | undefined;
let lastSignals = 0;

function signalsOf(line: Line): number {
  if (line === lastLine) return lastSignals;
  let found = known.get(line);
  if (found === undefined) {
    found = readSignals(line.text);
    known.set(line, found);
  }
  lastLine = line;
  lastSignals = found;
  return found;
}

function readSignals(text: string): number {
  classes ??= new Classes();
  const { ofCode, alone, first, second } = classes;
  let found = 0;
  let leading = 0;
  for (let index = 0; index < text.length; index++) {
    const id = ofCode[text.charCodeAt(index)];
    if (id === 0) {
      leading = 0;
      continue;
    }
    found |= alone[id] | (leading & second[id]);
    leading = first[id];
  }
  return found;
}

function nextSignal(): readonly [bit: number, signal: Signal] {
  if (signals === mostSignals) throw new Error('No more signals are to be had');
  const bit = 1 << signals++;
  return [bit, (line) => (signalsOf(line) & bit) !== 0];
}

function mark(kind: keyof Marks, characters: Iterable<string>, bit: number): void {
  for (const character of characters) {
    const code = character.charCodeAt(0);
    const marks = marksOf.get(code) ?? { alone: 0, first: 0, second: 0 };
    marks[kind] |= bit;
    marksOf.set(code, marks);
  }
  classes = undefined;
}

/** One of these characters, or one in these ranges. */
export function anyOf(characters: Iterable<string>, ...ranges: readonly CharacterRange[]): Signal {
  const [bit, signal] = nextSignal();
  mark('alone', characters, bit);
  for (const [from, to] of ranges) {
    markedRanges.push({ from: from.charCodeAt(0), to: to.charCodeAt(0), bit });
  }
  return signal;
}

/** One of the first characters with one of the second right behind it. */
export function anyPair(firsts: Iterable<string>, seconds: Iterable<string>): Signal {
  const [bit, signal] = nextSignal();
  mark('first', firsts, bit);
  mark('second', seconds, bit);
  return signal;
}

/** The first two characters of one of these words (or a pair mixed from two of them: a closer look follows). */
export function anyWord(words: readonly string[]): Signal {
  return anyPair(
    words.map((word) => word[0]),
    words.map((word) => word[1]),
  );
}

// ---------------------------------------------------------------- shared by several checks

export const digits = '0123456789０１２３４５６７８９';
export const hasPercent = anyOf('%％‰');
/** What may be a range of figures. */
export const hasRange = anyPair('—–-~～－至到', digits);
