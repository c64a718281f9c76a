/**
 * An answer as the JSON that is sent. Of a long document most of a large answer is what it was a keystroke ago: the bytes
 * of its parts are kept, and put together instead of being made of objects again.
 */
export class ReadyJson {
  readonly pieces: readonly Uint8Array[];

  constructor(pieces: readonly Uint8Array[]) {
    this.pieces = pieces;
  }

  /** For whoever knows it no better, such as a trace of what is sent. */
  toJSON(): unknown {
    const decoder = new TextDecoder();
    return JSON.parse(this.pieces.map((piece) => decoder.decode(piece)).join(''));
  }
}

const encoder = new TextEncoder();

/** Half a surrogate pair is lost, which JSON has escaped. */
export function jsonBytes(json: string): Uint8Array {
  return encoder.encode(json);
}
