/**
 * When documents are looked at: as soon as no more changes are waiting in the queue. While someone types faster than
 * that, only the last state is worth anything.
 */

import type { OpenDocument } from './open-document.ts';

/** After what is in the queue already. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}

/** How long work may go on before others are heard. */
export const sliceMilliseconds = 8;

/**
 * Lets others be heard between two slices. A message is fetched in one turn and handled in the next, so in a single one
 * whoever asks would wait for another slice.
 */
export async function othersHeard(): Promise<void> {
  await nextTurn();
  await nextTurn();
}

/**
 * Takes the steps one after the other, and lets what the client asks and types meanwhile be heard whenever a slice of
 * time is over. False where `goesOn` has become false by then, and the rest was left.
 */
export async function inSlices(steps: Iterable<unknown>, goesOn: () => boolean): Promise<boolean> {
  let end = performance.now() + sliceMilliseconds;
  for (const _ of steps) {
    if (performance.now() < end) continue;
    await othersHeard();
    if (!goesOn()) return false;
    end = performance.now() + sliceMilliseconds;
  }
  return true;
}

/** All steps, and what they come to. */
export function atOnce<Made>(steps: Generator<unknown, Made>): Made {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

export class Settling {
  readonly #settle: (document: OpenDocument) => Promise<void>;
  readonly #due = new Set<OpenDocument>();
  readonly #waiting = new Map<OpenDocument, (() => void)[]>();
  #current: OpenDocument | undefined;
  #isRunning = false;
  #changes = 0;

  /** @param settle looks at one document; it must not throw */
  constructor(settle: (document: OpenDocument) => Promise<void>) {
    this.#settle = settle;
  }

  /** The document has another state than the one that was looked at. */
  changed(document: OpenDocument): void {
    this.#changes += 1;
    this.#due.add(document);
    if (!this.#isRunning) void this.#run();
  }

  /** The document has been closed. Whoever waits for it is told that it is over. */
  closed(document: OpenDocument): void {
    this.#due.delete(document);
    this.#wake(document);
  }

  /** Until a state of the document has been looked at that is not older than the one it has now. */
  async settled(document: OpenDocument): Promise<void> {
    if (!this.#due.has(document) && this.#current !== document) return;
    await new Promise<void>((resolve) => {
      const others = this.#waiting.get(document);
      if (others) others.push(resolve);
      else this.#waiting.set(document, [resolve]);
    });
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#due.size > 0) {
      await this.#quiet();
      const [document] = this.#due;
      if (!document) break;
      this.#due.delete(document);
      this.#current = document;
      await this.#settle(document);
      this.#current = undefined;
      // Those who wait for a later state than this have to see for themselves that it is one.
      if (!this.#due.has(document)) this.#wake(document);
    }
    this.#isRunning = false;
  }

  async #quiet(): Promise<void> {
    let seen: number;
    do {
      seen = this.#changes;
      await othersHeard();
    } while (seen !== this.#changes);
  }

  #wake(document: OpenDocument): void {
    const waiting = this.#waiting.get(document) ?? [];
    this.#waiting.delete(document);
    for (const resolve of waiting) resolve();
  }
}
