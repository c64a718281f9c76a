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
