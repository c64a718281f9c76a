/** What the benchmark asks of each implementation that it measures inside a process. */
export interface Side {
  /** Text to tokens, nothing more. */
  tokenise?(text: string): unknown;
  /** Text to tree, from nothing. */
  parse(text: string): unknown;
  /** Text to findings, from nothing: parsing is part of it. Says how many findings there are. */
  check(text: string): MaybePromise<number>;
  /** Opens a document as an editor would, already checked. */
  open(text: string): MaybePromise<Session>;
}

export interface Session {
  /** Replaces [start, end) and checks again what has to be. Says how many findings there are. */
  edit(start: number, end: number, text: string): MaybePromise<number>;
}

export type MaybePromise<T> = T | Promise<T>;
