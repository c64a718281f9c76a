/**
 * Makes ready what will be asked of a document, while nobody asks: otherwise whoever is the first to ask for the
 * outline or the colours of a long one would wait for all of it to be read. Once for each document, and once more where
 * its header has changed and all of it reads anew; what was made is otherwise kept from edit to edit.
 */

import type { PlanModel } from '../model/model.ts';
import type { Documents } from './documents.ts';
import type { OpenDocument } from './open-document.ts';
import { inSlices } from './settling.ts';

/** What an editor asks for as soon as it shows a document comes first, and so does who goes on typing. */
const pauseMilliseconds = 100;
/** Of a document longer than this a step takes long, and whoever pauses for thought must not be held up by one. */
const usualLines = 10_000;

/** How long nothing may have been typed: the longer, the longer the document is. */
function pauseFor({ plan }: OpenDocument): number {
  return pauseMilliseconds * Math.max(1, plan.tree.lines.length / usualLines);
}

export class Preparing {
  readonly #documents: Pick<Documents, 'onSettled' | 'get'>;
  readonly #tasks: readonly ((document: OpenDocument) => Iterable<unknown>)[];
  readonly #log: (document: OpenDocument, problem: unknown) => void;
  /** How often its lines had been read. */
  readonly #prepared = new WeakMap<PlanModel, number>();
  readonly #due = new Set<OpenDocument>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isRunning = false;

  /**
   * @param tasks each makes something ready in short steps; begun again, it is quickly where it was
   * @param log is told of tasks that threw: whoever asks for what they are about is told as well
   */
  constructor(
    documents: Pick<Documents, 'onSettled' | 'get'>,
    tasks: readonly ((document: OpenDocument) => Iterable<unknown>)[],
    log: (document: OpenDocument, problem: unknown) => void,
  ) {
    this.#documents = documents;
    this.#tasks = tasks;
    this.#log = log;
  }

  listen(): void {
    this.#documents.onSettled((document) => {
      if (this.#isPrepared(document)) return;
      this.#due.add(document);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#run(), pauseFor(document));
    });
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    for (const document of this.#due) {
      this.#due.delete(document);
      // One that was typed in meanwhile is due again when its findings are known.
      if (!(await this.#prepare(document))) continue;
      const { model } = document.plan;
      this.#prepared.set(model, model.readings);
    }
    this.#isRunning = false;
  }

  #isPrepared({ plan: { model } }: OpenDocument): boolean {
    return this.#prepared.get(model) === model.readings;
  }

  async #prepare(document: OpenDocument): Promise<boolean> {
    const { version } = document;
    const isSame = (): boolean =>
      document.version === version && this.#documents.get(document.uri) === document;
    for (const task of this.#tasks) {
      if (!isSame()) return false;
      try {
        if (!(await inSlices(task(document), isSame))) return false;
      } catch (problem) {
        this.#log(document, problem);
      }
    }
    return true;
  }
}
