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
