/**
 * A first look at a line for all checks at once. Each check names the characters, or the pairs of
 * neighbours, that it cannot find anything without. One pass over the text tells which of the checks
 * have to look closer; nearly all lines concern nearly none of them.
 */
import type { PlanModel } from '../model/model.ts';
import type { Line } from '../syntax/tree.ts';

/** A set of marks on a line, in three words of 32 bits. */
export interface Signals {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** Whether a line's text holds what a check waits for; with the marks that say so. */
export interface Signal extends Signals {
  (line: Line): boolean;
}

const bitsOfWord = 32;
const mostSignals = 3 * bitsOfWord;
const everyCode = 0x10000;
const mostClasses = 0x400;

/** What a character gives by itself, as the first of a pair, and as the second. */
type Part = 'alone' | 'first' | 'second';
type Marks = Readonly<Record<Part, { low: number; middle: number; high: number }>>;

/** All characters between two, both included. */
export type CharacterRange = readonly [from: string, to: string];

const marksOf = new Map<number, Marks>();
/** What whole ranges give, each of its characters by itself. They are long, and no two of them overlap. */
const markedRanges: { readonly from: number; readonly to: number; readonly bit: Signals }[] = [];
let taken = 0;

/** Bits for each class of characters. */
class Table {
  readonly low = new Int32Array(mostClasses);
  readonly middle = new Int32Array(mostClasses);
  readonly high = new Int32Array(mostClasses);

  set(id: number, { low, middle, high }: Signals): void {
    this.low[id] = low;
    this.middle[id] = middle;
    this.high[id] = high;
  }
}

/**
 * Characters with the same marks are of one class, so that the table for all characters is small
 * enough to stay near the processor. Class 0 has no marks.
 */
class Classes {
  readonly ofCode = new Uint16Array(everyCode);
  readonly alone = new Table();
  readonly first = new Table();
  readonly second = new Table();

  readonly #known = new Map<string, number>();

  constructor() {
    for (const { from, to, bit } of markedRanges) {
      this.ofCode.fill(this.#idOf({ alone: bit, first: noBits(), second: noBits() }), from, to + 1);
    }
    for (const [code, { alone, first, second }] of marksOf) {
      const id = this.ofCode[code];
      const { low, middle, high } = this.alone;
      const inRange = { low: low[id], middle: middle[id], high: high[id] };
      this.ofCode[code] = this.#idOf({ alone: joined([alone, inRange]), first, second });
    }
  }

  #idOf(marks: Marks): number {
    const key = JSON.stringify(marks, ['alone', 'first', 'second', 'low', 'middle', 'high']);
    let id = this.#known.get(key);
    if (id === undefined) {
      id = this.#known.size + 1;
      if (id === mostClasses) throw new Error('Too many different characters to look for');
      this.alone.set(id, marks.alone);
      this.first.set(id, marks.first);
      this.second.set(id, marks.second);
      this.#known.set(key, id);
    }
    return id;
  }
}

/** Made when the first line is looked at: by then every check has named its characters. */
let classes: Classes | undefined;
/** Checks ask about one line after the other. */
let lastText: string | undefined;
let lastSignals: Signals = { low: 0, middle: 0, high: 0 };

function signalsIn(text: string): Signals {
  if (text !== lastText) {
    lastSignals = readSignals(text);
    lastText = text;
  }
  return lastSignals;
}

function readSignals(text: string): Signals {
  classes ??= new Classes();
  const { ofCode, alone, first, second } = classes;
  let low = 0;
  let middle = 0;
  let high = 0;
  let leadingLow = 0;
  let leadingMiddle = 0;
  let leadingHigh = 0;
  for (let index = 0; index < text.length; index++) {
    const id = ofCode[text.charCodeAt(index)];
    if (id === 0) {
      leadingLow = 0;
      leadingMiddle = 0;
      leadingHigh = 0;
      continue;
    }
    low |= alone.low[id] | (leadingLow & second.low[id]);
    middle |= alone.middle[id] | (leadingMiddle & second.middle[id]);
    high |= alone.high[id] | (leadingHigh & second.high[id]);
    leadingLow = first.low[id];
    leadingMiddle = first.middle[id];
    leadingHigh = first.high[id];
  }
  return { low, middle, high };
}

function nextBit(): Signals {
  if (taken === mostSignals) throw new Error('No more signals are to be had: add a word of bits');
  const word = Math.floor(taken / bitsOfWord);
  const bit = 1 << (taken % bitsOfWord);
  taken++;
  return { low: word === 0 ? bit : 0, middle: word === 1 ? bit : 0, high: word === 2 ? bit : 0 };
}

/** Whether two sets have a mark in common. */
export function meet(a: Signals, b: Signals): boolean {
  return (a.low & b.low) !== 0 || (a.middle & b.middle) !== 0 || (a.high & b.high) !== 0;
}

function signalOf(bits: Signals): Signal {
  return Object.assign((line: Line): boolean => meet(signalsIn(line.text), bits), bits);
}

function mark(part: Part, characters: Iterable<string>, bit: Signals): void {
  for (const character of characters) {
    const code = character.charCodeAt(0);
    let marks = marksOf.get(code);
    if (!marks) {
      marks = { alone: noBits(), first: noBits(), second: noBits() };
      marksOf.set(code, marks);
    }
    marks[part].low |= bit.low;
    marks[part].middle |= bit.middle;
    marks[part].high |= bit.high;
  }
  classes = undefined;
}

const noBits = () => ({ low: 0, middle: 0, high: 0 });

/** One of these characters, or one in these ranges. */
export function anyOf(characters: Iterable<string>, ...ranges: readonly CharacterRange[]): Signal {
  const bit = nextBit();
  mark('alone', characters, bit);
  for (const [from, to] of ranges) {
    markedRanges.push({ from: from.charCodeAt(0), to: to.charCodeAt(0), bit });
  }
  return signalOf(bit);
}

/** One of the first characters with one of the second right behind it. */
export function anyPair(firsts: Iterable<string>, seconds: Iterable<string>): Signal {
  const bit = nextBit();
  mark('first', firsts, bit);
  mark('second', seconds, bit);
  return signalOf(bit);
}

/** The first two characters of one of these words (or a pair mixed from two of them: a closer look follows). */
export function anyWord(words: readonly string[]): Signal {
  return anyPair(
    words.map((word) => word[0]),
    words.map((word) => word[1]),
  );
}

/** One of several. */
export function either(...signals: readonly Signals[]): Signal {
  return signalOf(joined(signals));
}

function joined(signals: readonly Signals[]): Signals {
  const bits = noBits();
  for (const { low, middle, high } of signals) {
    bits.low |= low;
    bits.middle |= middle;
    bits.high |= high;
  }
  return bits;
}

// ---------------------------------------------------------------- what a line is read as

/** On every line: for checks that name nothing to wait for. */
export const always: Signals = nextBit();
/** Figures were read in the line. */
export const hasClaims: Signals = nextBit();
/** A figure is told as a part of another one: 其中. */
export const hasParts: Signals = nextBit();
/** An inline reference. */
export const hasReferences: Signals = nextBit();
/** A formula, or the parts of a sum. */
export const isFormula: Signals = nextBit();
/** Something of the line could not be read as it is meant to be. */
export const hasProblems: Signals = nextBit();

/** Everything that a line holds of what checks wait for. */
export function signalsOn(line: Line, model: PlanModel): Signals {
  const { low, middle, high } = signalsIn(line.text);
  const claims = model.claimsOf(line);
  // These came first, so that all of them are in the first word.
  let read = always.low;
  if (claims.length > 0) {
    read |= hasClaims.low;
    if (claims.some(({ partOf }) => partOf !== undefined)) read |= hasParts.low;
  }
  if (line.references.length > 0) read |= hasReferences.low;
  if (isExpression(line)) read |= isFormula.low;
  if (line.problems.length > 0) read |= hasProblems.low;
  return { low: low | read, middle, high };
}

function isExpression({ statement }: Line): boolean {
  return statement.kind === 'field' && statement.row.value === 'expression';
}

// ---------------------------------------------------------------- shared by several checks

export const digits = '0123456789０１２３４５６７８９';
export const hasPercent = anyOf('%％‰');
/** What may be a range of figures. */
export const hasRange = anyPair('—–-~～－至到', digits);
/** Words that compare a figure with one before. */
export const compares = anyWord(['同比', '环比', '環比']);
