/**
 * Makes ready what will be asked of a document, while nobody asks: otherwise whoever is the first to ask for the
 * outline or the colours of a long one would wait for all of it to be read. Once for each document; from then on, what
 * was made is kept from edit to edit.
 */

import type { Connection } from 'vscode-languageserver';
import type { Client } from './client.ts';
import type { Documents } from './documents.ts';
import { logProblem } from './log.ts';
import type { OpenDocument } from './open-document.ts';
import type { RequestGroup } from './requests/answering.ts';
import { inSlices } from './settling.ts';

/** What an editor asks for as soon as it shows a document comes first, and so does who goes on typing. */
const pauseMilliseconds = 100;

export class Preparing {
  readonly #connection: Connection;
  readonly #documents: Documents;
  readonly #client: Client;
  readonly #groups: readonly RequestGroup[];
  readonly #prepared = new WeakSet<OpenDocument>();
  readonly #due = new Set<OpenDocument>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isRunning = false;

  constructor(
    connection: Connection,
    documents: Documents,
    client: Client,
    groups: readonly RequestGroup[],
  ) {
    this.#connection = connection;
    this.#documents = documents;
    this.#client = client;
    this.#groups = groups;
  }

  listen(): void {
    this.#documents.onSettled((document) => {
      if (this.#prepared.has(document)) return;
      this.#due.add(document);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#run(), pauseMilliseconds);
    });
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    for (const document of this.#due) {
      this.#due.delete(document);
      // One that was typed in meanwhile is due again when its findings are known.
      if (await this.#prepare(document)) this.#prepared.add(document);
    }
    this.#isRunning = false;
  }

  async #prepare(document: OpenDocument): Promise<boolean> {
    const { version } = document;
    const isSame = (): boolean =>
      document.version === version && this.#documents.get(document.uri) === document;
    for (const group of this.#groups) {
      if (!isSame()) return false;
      try {
        const steps = group.prepare?.(document, this.#client) ?? [];
        if (!(await inSlices(steps, isSame))) return false;
      } catch (problem) {
        // Whoever asks is told then.
        logProblem(this.#connection, `preparing ${document.uri}`, problem);
      }
    }
    return true;
  }
}
