/**
 * An answer as the JSON that is sent. Of a long document most of a large answer is what it was a keystroke ago: the bytes
 * of its parts are kept, and put together instead of being made of objects again.
 */
export class ReadyJson {
  readonly pieces: readonly Uint8Array[];

  /** @param pieces what they say one after the other is one value */
  constructor(pieces: readonly (Uint8Array | string)[]) {
    this.pieces = pieces.map((piece) => (typeof piece === 'string' ? jsonBytes(piece) : piece));
  }

  /** For whoever knows it no better, such as a trace of what is sent. */
  toJSON(): unknown {
    const decoder = new TextDecoder();
    return JSON.parse(this.pieces.map((piece) => decoder.decode(piece)).join(''));
  }
}

const encoder = new TextEncoder();

export function jsonBytes(json: string): Uint8Array {
  return encoder.encode(json);
}

/** The bytes of something that never changes, made once. */
export function oncePerObject<Of extends object>(json: (of: Of) => string): (of: Of) => Uint8Array {
  const known = new WeakMap<Of, Uint8Array>();
  return (of) => {
    let bytes = known.get(of);
    if (!bytes) {
      bytes = jsonBytes(json(of));
      known.set(of, bytes);
    }
    return bytes;
  };
}

const comma = jsonBytes(',');

/** A list of values of which each is ready. */
export function listPieces(items: readonly Uint8Array[]): (Uint8Array | string)[] {
  const pieces: (Uint8Array | string)[] = ['['];
  for (const [index, item] of items.entries()) {
    if (index > 0) pieces.push(comma);
    pieces.push(item);
  }
  pieces.push(']');
  return pieces;
}

/** What a piece of JSON says beyond what it is kept by. Numbers are of lines. */
export type Beyond = readonly (string | number)[];

interface Kept {
  readonly beyond: Beyond;
  readonly bytes: Uint8Array;
  readonly places: Int32Array;
}

/** Pieces of JSON that tell of lines. Where these only move, and all by as much, their numbers alone are written anew. */
export class KeptJson<Of extends object> {
  readonly #known = new WeakMap<Of, Kept>();

  /** @param width as many characters as every number of a line has in it, blanks before its digits included */
  bytesOf(of: Of, beyond: Beyond, width: number, json: () => string): Uint8Array {
    const known = this.#known.get(of);
    const moved = known && distance(known.beyond, beyond);
    if (known && moved === 0) return known.bytes;
    let kept: Kept;
    if (known && moved !== undefined) {
      const bytes = movedLines(known.bytes, known.places, width, moved);
      kept = { beyond, bytes, places: known.places };
    } else {
      const bytes = jsonBytes(json());
      kept = { beyond, bytes, places: placesOfLines(bytes) };
    }
    this.#known.set(of, kept);
    return kept.bytes;
  }

  /** The same of a value that is given as it is. */
  bytesOfValue(of: Of, beyond: Beyond, value: () => unknown): Uint8Array {
    return this.bytesOf(of, beyond, usualWidth, () => withWidth(JSON.stringify(value())));
  }
}

/** Enough for ten million lines. */
const usualWidth = 7;

/** What looks like the number of a line within a string has its quotes escaped. */
function withWidth(json: string): string {
  return json.replace(
    /"line":(\d+)/g,
    (_, digits: string) => `"line":${digits.padStart(usualWidth)}`,
  );
}

/** By how many lines all has moved alike; undefined where anything else has changed. */
function distance(before: Beyond, after: Beyond): number | undefined {
  if (before.length !== after.length) return undefined;
  let moved: number | undefined;
  for (let index = 0; index < after.length; index++) {
    const [old, now] = [before[index], after[index]];
    if (typeof old === 'number' && typeof now === 'number') {
      moved ??= now - old;
      if (now - old !== moved) return undefined;
    } else if (now !== old) return undefined;
  }
  return moved ?? 0;
}

const lineKey = jsonBytes('"line":');
const [colon, zero, blank] = jsonBytes(':0 ');

/** Where the numbers of lines begin. What looks like one within a string has its quotes escaped. */
export function placesOfLines(json: Uint8Array): Int32Array {
  const places: number[] = [];
  for (let at = json.indexOf(colon); at >= 0; at = json.indexOf(colon, at + 1)) {
    if (isLineKey(json, at)) places.push(at + 1);
  }
  return Int32Array.from(places);
}

function isLineKey(json: Uint8Array, colonAt: number): boolean {
  const start = colonAt + 1 - lineKey.length;
  for (let index = 0; index < lineKey.length; index++) {
    if (json[start + index] !== lineKey[index]) return false;
  }
  return true;
}

/** @param width as many characters as every number has, blanks before its digits included; they must suffice */
export function movedLines(
  json: Uint8Array,
  places: Int32Array,
  width: number,
  by: number,
): Uint8Array {
  const moved = json.slice();
  for (const start of places) {
    let line = by;
    let unit = 1;
    for (let at = start + width - 1; at >= start && json[at] !== blank; at--) {
      line += (json[at] - zero) * unit;
      unit *= 10;
    }
    for (let at = start + width - 1; at >= start; at--) {
      moved[at] = line > 0 || at === start + width - 1 ? zero + (line % 10) : blank;
      line = Math.floor(line / 10);
    }
  }
  return moved;
}
