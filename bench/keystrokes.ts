/**
 * What a writer does to a document, key by key and all over it: words typed into paragraphs and taken
 * out again, digits of targets changed and put back, lines broken and mended, lines split and joined.
 * Each of these ends where it began, so that every keystroke's offsets follow from the first text.
 */
import { Random } from './random.ts';

export interface Keystroke {
  /** Offsets of the replaced text, in UTF-16 units, before the keystroke. */
  readonly start: number;
  readonly end: number;
  /** The same stretch as the protocol counts it. */
  readonly range: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

type Replace = (from: number, to: number, text: string) => void;
type Habit = (line: string, replace: Replace, random: Random) => void;
type LineKind = 'prose' | 'target' | 'heading' | 'measure';

/** What is done, and to which kind of line; taken in turn. */
const HABITS: readonly [LineKind, Habit][] = [
  ['prose', typeWord],
  ['target', changeDigit],
  ['prose', splitAndJoin],
  ['target', breakAndMend],
  ['prose', typeWord],
  ['target', changeDigit],
  ['heading', breakAndMend],
  ['target', splitAndJoin],
  ['prose', typeWord],
  ['measure', breakAndMend],
];

/** At least `count` keystrokes, as many as it takes to end with the text that it began with. */
export function planKeystrokes(text: string, count: number, seed = 1): Keystroke[] {
  const random = new Random(seed);
  const lines = splitLines(text);
  const linesOfKind = groupByKind(lines);
  const keystrokes: Keystroke[] = [];
  if (linesOfKind.prose.length === 0) {
    throw new Error('There is no paragraph to type into.');
  }
  for (let turn = 0; keystrokes.length < count; turn++) {
    const [kind, habit] = HABITS[turn % HABITS.length];
    if (linesOfKind[kind].length > 0) {
      const index = random.pick(linesOfKind[kind]);
      habit(lines[index].text, recordInto(keystrokes, lines[index], index), random);
    }
  }
  return keystrokes;
}

/** The dearest keystroke there is: the plan's last year changes, and with it what every line means. */
export function planPeriodKeystrokes(text: string, count: number): Keystroke[] {
  const lines = splitLines(text);
  const index = lines.findIndex((line) => /^(?:期间|期間|period)[：:]/.test(line.text));
  const keystrokes: Keystroke[] = [];
  const replace = recordInto(keystrokes, lines[index], index);
  const digit = lines[index].text.search(/\d(?!.*\d)/);
  while (keystrokes.length < count) {
    replace(digit, digit + 1, '6');
    replace(digit, digit + 1, lines[index].text[digit]);
  }
  return keystrokes;
}

function typeWord(line: string, replace: Replace, random: Random): void {
  const place = random.integer(1, line.length - 1);
  const word = '稳步推进';
  for (let index = 0; index < word.length; index++) {
    replace(place + index, place + index, word[index]);
  }
  for (let index = word.length; index > 0; index--) {
    replace(place + index - 1, place + index, '');
  }
}

function changeDigit(line: string, replace: Replace, random: Random): void {
  const places = [...line.matchAll(/\d/g)].map((match) => match.index);
  if (places.length > 0) {
    const place = random.pick(places);
    replace(place, place + 1, String((Number(line[place]) + 1) % 10));
    replace(place, place + 1, line[place]);
  }
}

/** Takes out the mark that makes the line what it is, and puts it back. */
function breakAndMend(line: string, replace: Replace): void {
  const place = Math.max(0, line.search(/[：:]|^#|(?<=^（?[一二三四五六七八九十百\d]+)[、）．]| /));
  replace(place, place + 1, '');
  replace(place, place, line[place]);
}

function splitAndJoin(line: string, replace: Replace, random: Random): void {
  const place = random.integer(1, line.length - 1);
  replace(place, place, '\n');
  replace(place, place + 1, '');
}

interface Line {
  readonly text: string;
  readonly start: number;
}

function splitLines(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const at = start;
    start += line.length + 1;
    return { text: line, start: at };
  });
}

function groupByKind(lines: readonly Line[]): Record<LineKind, number[]> {
  const groups: Record<LineKind, number[]> = { prose: [], target: [], heading: [], measure: [] };
  lines.forEach(({ text }, index) => {
    const kind = kindOf(text);
    if (kind !== undefined && text.length > 1) {
      groups[kind].push(index);
    }
  });
  return groups;
}

function kindOf(line: string): LineKind | undefined {
  if (/^(?:目标|目標|target) /.test(line)) {
    return 'target';
  }
  if (/^(?:#|（?[一二三四五六七八九十百]+[、）]|\d+．)/.test(line)) {
    return 'heading';
  }
  if (/^(?:举措|舉措|measure) /.test(line)) {
    return 'measure';
  }
  return /[。.]$/.test(line) ? 'prose' : undefined;
}

/** Keeps the line as it stands after each replacement, and counts positions in it. */
function recordInto(keystrokes: Keystroke[], line: Line, index: number): Replace {
  let current = line.text;
  return (from, to, text) => {
    keystrokes.push({
      start: line.start + from,
      end: line.start + to,
      range: { start: positionOf(from), end: positionOf(to) },
      text,
    });
    current = current.slice(0, from) + text + current.slice(to);
  };

  function positionOf(offset: number): Position {
    const before = current.slice(0, offset).split('\n');
    return { line: index + before.length - 1, character: before[before.length - 1].length };
  }
}
