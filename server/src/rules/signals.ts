/**
 * A first look at a line for all checks at once. Each check names the characters, or the pairs of
 * neighbours, that it cannot find anything without. One pass over the text tells which of the checks
 * have to look closer; nearly all lines concern nearly none of them.
 */
import type { PlanModel } from '../model/model.ts';
import type { ClaimItem, Line, Quantity } from '../syntax/tree.ts';
import { lacksUnit, quantitiesOf } from './quantities.ts';

/** A set of marks on a line, in four words of 32 bits. */
export interface Signals {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly top: number;
}

/** Whether a line's text holds what a check waits for; with the marks that say so. */
export interface Signal extends Signals {
  (line: Line): boolean;
}

const bitsOfWord = 32;
const mostSignals = 4 * bitsOfWord;
const everyCode = 0x10000;
const mostClasses = 0x100;

/** What a character gives by itself, as the first of a pair, and as the second. */
type Part = 'alone' | 'first' | 'second';
type Marks = Readonly<Record<Part, { low: number; middle: number; high: number; top: number }>>;

/** All characters between two, both included. */
export type CharacterRange = readonly [from: string, to: string];

const marksOf = new Map<number, Marks>();
/** What whole ranges give, each of its characters by itself. They are long, and no two of them overlap. */
const markedRanges: { readonly from: number; readonly to: number; readonly bit: Signals }[] = [];
let taken = 0;

/**
 * Characters with the same marks are of one class, so that the table for all characters is small
 * enough to stay near the processor. Class 0 has no marks.
 */
class Classes {
  readonly ofCode = new Uint8Array(everyCode);
  readonly count: number;
  /**
   * For each class behind each other one what the two give together, as a place in the lists below; 0 where nobody
   * has met the two yet. There are few classes, and few of their pairs stand in any text.
   */
  readonly given: Uint16Array;
  readonly low = [0, 0];
  readonly middle = [0, 0];
  readonly high = [0, 0];
  readonly top = [0, 0];

  readonly #marks: Marks[] = [noMarks()];

  constructor() {
    const known = new Map<string, number>();
    const idOf = (marks: Marks): number => {
      const key = JSON.stringify(marks, [
        'alone',
        'first',
        'second',
        'low',
        'middle',
        'high',
        'top',
      ]);
      let id = known.get(key);
      if (id === undefined) {
        id = this.#marks.push(marks) - 1;
        known.set(key, id);
      }
      return id;
    };
    for (const { from, to, bit } of markedRanges) {
      this.ofCode.fill(idOf({ ...noMarks(), alone: bit }), from, to + 1);
    }
    for (const [code, { alone, first, second }] of marksOf) {
      const inRange = this.#marks[this.ofCode[code]].alone;
      this.ofCode[code] = idOf({ alone: joined([alone, inRange]), first, second });
    }
    this.count = this.#marks.length;
    if (this.count > mostClasses) throw new Error('Too many different characters to look for');
    this.given = new Uint16Array(this.count * this.count);
  }

  /** What a class gives behind another one, when they are first met. */
  meet(before: number, id: number): number {
    const { first } = this.#marks[before];
    const { alone, second } = this.#marks[id];
    const low = alone.low | (first.low & second.low);
    const middle = alone.middle | (first.middle & second.middle);
    const high = alone.high | (first.high & second.high);
    const top = alone.top | (first.top & second.top);
    let place = nothingGiven;
    while (
      place < this.low.length &&
      (this.low[place] !== low ||
        this.middle[place] !== middle ||
        this.high[place] !== high ||
        this.top[place] !== top)
    )
      place++;
    if (place === this.low.length) {
      this.low.push(low);
      this.middle.push(middle);
      this.high.push(high);
      this.top.push(top);
    }
    this.given[before * this.count + id] = place;
    return place;
  }
}

/** The place of what most pairs give. */
const nothingGiven = 1;
/** A line has no line break in it: before its first character and behind its last one stands this. */
const edgeCode = 0x0a;

/** Made when the first line is looked at: by then every check has named its characters. */
let classes: Classes | undefined;
/** Checks ask about one line after the other. */
let lastText: string | undefined;
let lastSignals: Signals = { low: 0, middle: 0, high: 0, top: 0 };

function signalsIn(text: string): Signals {
  if (text !== lastText) {
    lastSignals = readSignals(text);
    lastText = text;
  }
  return lastSignals;
}

function readSignals(text: string): Signals {
  classes ??= new Classes();
  const { ofCode, given, count } = classes;
  let low = 0;
  let middle = 0;
  let high = 0;
  let top = 0;
  const edge = ofCode[edgeCode];
  let before = edge;
  for (let index = 0; index <= text.length; index++) {
    const id = index < text.length ? ofCode[text.charCodeAt(index)] : edge;
    let place = given[before * count + id];
    if (place !== nothingGiven) {
      if (place === 0) place = classes.meet(before, id);
      low |= classes.low[place];
      middle |= classes.middle[place];
      high |= classes.high[place];
      top |= classes.top[place];
    }
    before = id;
  }
  return { low, middle, high, top };
}

function nextBit(): Signals {
  if (taken === mostSignals) throw new Error('No more signals are to be had: add a word of bits');
  const word = Math.floor(taken / bitsOfWord);
  const bit = 1 << (taken % bitsOfWord);
  taken++;
  const inWord = (of: number): number => (word === of ? bit : 0);
  return { low: inWord(0), middle: inWord(1), high: inWord(2), top: inWord(3) };
}

/** Whether two sets have a mark in common. */
export function meet(a: Signals, b: Signals): boolean {
  return ((a.low & b.low) | (a.middle & b.middle) | (a.high & b.high) | (a.top & b.top)) !== 0;
}

/** Something that waits for marks. */
export interface Gate<Check> {
  readonly check: Check;
  readonly waitsFor: Signals;
}

/** What there is something for on a line, in order. */
export function concerned<Check>(
  gates: readonly Gate<Check>[],
  signals: Signals,
): readonly Check[] {
  return gates.filter(({ waitsFor }) => meet(waitsFor, signals)).map(({ check }) => check);
}

/** What was made of a set of marks. */
interface Made<Value> extends Signals {
  readonly value: Value;
  /** For other marks that come to the same number. */
  readonly next: Made<Value> | undefined;
}

/** What follows from the marks of a line, made once for each set of them: few lines have marks of their own. */
export class BySignals<Value> {
  readonly #make: (signals: Signals) => Value;
  readonly #made = new Map<number, Made<Value>>();

  constructor(make: (signals: Signals) => Value) {
    this.#make = make;
  }

  get(signals: Signals): Value {
    const { low, middle, high, top } = signals;
    const number =
      low ^ Math.imul(middle, spread) ^ Math.imul(high, farSpread) ^ Math.imul(top, topSpread);
    const first = this.#made.get(number);
    for (let made = first; made; made = made.next) {
      const isSame =
        made.low === low && made.middle === middle && made.high === high && made.top === top;
      if (isSame) return made.value;
    }
    const value = this.#make(signals);
    if (this.#made.size >= mostSets) this.#made.clear();
    this.#made.set(number, { low, middle, high, top, value, next: first });
    return value;
  }
}

/** Odd numbers with bits all over. */
const spread = 0x9e3779b1;
const farSpread = 0x85ebca6b;
const topSpread = 0xc2b2ae35;
/** Far more than the lines of a document have. */
const mostSets = 4096;

function signalOf(bits: Signals): Signal {
  return Object.assign((line: Line): boolean => meet(signalsIn(line.text), bits), bits);
}

function mark(part: Part, characters: Iterable<string>, bit: Signals): void {
  for (const character of characters) {
    const code = character.charCodeAt(0);
    let marks = marksOf.get(code);
    if (!marks) {
      marks = noMarks();
      marksOf.set(code, marks);
    }
    marks[part].low |= bit.low;
    marks[part].middle |= bit.middle;
    marks[part].high |= bit.high;
    marks[part].top |= bit.top;
  }
  classes = undefined;
}

const noBits = () => ({ low: 0, middle: 0, high: 0, top: 0 });
const noMarks = () => ({ alone: noBits(), first: noBits(), second: noBits() });

/** One of these characters, or one in these ranges. */
export function anyOf(characters: Iterable<string>, ...ranges: readonly CharacterRange[]): Signal {
  const bit = nextBit();
  mark('alone', characters, bit);
  for (const [from, to] of ranges) {
    markedRanges.push({ from: from.charCodeAt(0), to: to.charCodeAt(0), bit });
  }
  return signalOf(bit);
}

/**
 * One of the first characters with one of the second right behind it. A line break stands for the edges of the line:
 * among the first ones for its head, among the second ones for its end.
 */
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

/** Where words differ from the right ones: the character that is wrong, and the one before it or else behind it. */
export function anyMistake(words: readonly (readonly [wrong: string, right: string])[]): Signal {
  return anyWord(
    words.map(([wrong, right]) => {
      let at = 0;
      while (wrong[at] === right[at]) at++;
      return wrong.slice(Math.max(0, at - 1));
    }),
  );
}

/** One of several. */
export function either(...signals: readonly Signals[]): Signal {
  return signalOf(joined(signals));
}

function joined(signals: readonly Signals[]): Signals {
  const bits = noBits();
  for (const { low, middle, high, top } of signals) {
    bits.low |= low;
    bits.middle |= middle;
    bits.high |= high;
    bits.top |= top;
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
/** A formula, or the parts of a sum: other indicators are named. */
export const isFormula: Signals = nextBit();
/** The names of indicators to be drawn. */
export const isChart: Signals = nextBit();
/** Something of the line could not be read as it is meant to be. */
export const hasProblems: Signals = nextBit();
/** Something is missing that belongs to the line: a row its table, a field its value. */
export const isIncomplete: Signals = nextBit();
/** A figure of the indicator that is declared above. */
export const isValue: Signals = nextBit();
/** What would be the header at the top of a document. */
export const isHeader: Signals = nextBit();
/** Words that no figure is told with. */
export const hasUnread: Signals = nextBit();
/** A change is told beside a figure, or alone. */
export const hasChange: Signals = nextBit();
/** A heading, by whatever number or sign. */
export const isHeading: Signals = nextBit();
/** Among the figures of a declared line: one whose digits are missing, one without a unit, and a range. */
export const lacksDigits: Signals = nextBit();
export const lacksUnits: Signals = nextBit();
export const hasRangeRead: Signals = nextBit();
/** The period of a declared figure stands beside it, or may stand above it in a table. */
export const hasPeriod: Signals = nextBit();

/** Everything that a line holds of what checks wait for. */
export function signalsOn(line: Line, model: PlanModel): Signals {
  const { low, middle, high, top } = signalsIn(line.text);
  const claims = model.claimsOf(line);
  // These came first, so that all of them are in the first word.
  let read = always.low;
  if (claims.length > 0) read |= hasClaims.low;
  for (const { partOf, change } of claims) {
    if (partOf !== undefined) read |= hasParts.low;
    if (change !== undefined) read |= hasChange.low;
  }
  if (line.references.length > 0) read |= hasReferences.low;
  if (line.problems.length > 0) read |= hasProblems.low;
  if (model.unreadOf(line).length > 0) read |= hasUnread.low;
  return { low: low | read | signalsOfKind(line), middle, high, top };
}

function signalsOfKind(line: Line): number {
  const { statement } = line;
  switch (statement.kind) {
    case 'heading':
      return isHeading.low;
    case 'header':
      return isHeader.low;
    case 'chart':
      return isChart.low;
    case 'field':
      return (
        (statement.row.value === 'expression' ? isFormula.low : 0) |
        (statement.value ? 0 : isIncomplete.low)
      );
    case 'target':
    case 'result':
    case 'value':
      return (
        (statement.kind === 'value' ? isValue.low | hasPeriod.low : 0) |
        signalsOfFigures(statement.claims) |
        (statement.claims.length > 0 ? 0 : isIncomplete.low)
      );
    case 'row':
      return quantitiesOf(line).reduce(
        (read, { quantity }) => read | signalsOfQuantity(quantity),
        (line.owner === line ? isIncomplete.low : 0) | hasPeriod.low,
      );
    default:
      return 0;
  }
}

function signalsOfFigures(items: readonly ClaimItem[]): number {
  let read = 0;
  for (const item of items) {
    if (item.kind === 'clause' && item.quantity) read |= signalsOfQuantity(item.quantity);
    else if (item.kind === 'period') read |= hasPeriod.low;
  }
  return read;
}

function signalsOfQuantity({ amount, high }: Quantity): number {
  return (
    (high ? hasRangeRead.low : 0) |
    (amount.mask === '' || high?.mask === '' ? lacksDigits.low : 0) |
    (lacksUnit((high ?? amount).unit) ? lacksUnits.low : 0)
  );
}

// ---------------------------------------------------------------- shared by several checks

/** The head of a line, or a blank before what stands at it. */
export const headOrBlank =
  '\n\t\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
export const digits = '0123456789０１２３４５６７８９';
export const hasPercent = anyOf('%％‰');
/** What may be a range of figures, by its dash alone. */
export const hasDash = anyPair('—–-~～－―', digits);
/** What may be a range of figures, by what its first figure ends with: 到2025年 is none. */
export const hasRange = anyPair(`${digits}%％万萬亿億`, '—–-~～－至到');
/** Words that compare a figure with one before. */
export const compares = anyWord(['同比', '环比', '環比']);
