/** Puts what a document includes before its own: reads the files, and those that they include in turn. */

import { PlanDocument } from '../workspace/document.ts';
import { plainAddress, resolvePath } from './addresses.ts';
import type { FileSystem } from './file-system.ts';
import type { OpenDocument } from './open-document.ts';

/** Enough for a library of libraries; more is a mistake. */
const mostFiles = 200;

export class Includes {
  readonly #files: FileSystem;
  readonly #openDocuments: () => readonly OpenDocument[];
  /** What has been read, by plain address; the text tells whether it is still that. */
  readonly #read = new Map<string, { text: string; document: PlanDocument }>();
  /** Which files a document takes in, by plain addresses; found or not. */
  readonly #includedBy = new Map<OpenDocument, ReadonlySet<string>>();

  constructor(files: FileSystem, openDocuments: () => readonly OpenDocument[]) {
    this.#files = files;
    this.#openDocuments = openDocuments;
  }

  /** Reads what the document includes and makes it known to its plan. */
  async update(document: OpenDocument): Promise<void> {
    document.includesAreDue = false;
    const wanted = includedAddresses(document.plan);
    const before = this.#includedBy.get(document);
    if (wanted.length === 0 && !before) return;
    const found = new Map<string, PlanDocument>();
    const seen = new Set([plainAddress(document.uri)]);
    for (const uri of wanted) {
      const key = plainAddress(uri);
      if (seen.has(key) || seen.size > mostFiles) continue;
      seen.add(key);
      const included = await this.#document(uri);
      if (!included) continue;
      found.set(key, included);
      wanted.push(...includedAddresses(included));
    }
    seen.delete(plainAddress(document.uri));
    if (wanted.length > 0) this.#includedBy.set(document, seen);
    else this.#includedBy.delete(document);
    document.plan.include([...found.values()]);
  }

  /** The documents to which it matters that a file has changed. They are due from now on. */
  affectedBy(uri: string): OpenDocument[] {
    const key = plainAddress(uri);
    const affected = [...this.#includedBy].filter(([, included]) => included.has(key));
    return affected.map(([document]) => {
      document.includesAreDue = true;
      return document;
    });
  }

  forget(document: OpenDocument): void {
    this.#includedBy.delete(document);
  }

  /** The file as the client has it open, or as it is on the disk. */
  async #document(uri: string): Promise<PlanDocument | undefined> {
    const key = plainAddress(uri);
    const open = this.#openDocuments().find((candidate) => plainAddress(candidate.uri) === key);
    const text = open ? open.text : await this.#files.read(uri);
    if (text === undefined) {
      this.#read.delete(key);
      return undefined;
    }
    const known = this.#read.get(key);
    if (known?.text === text) return known.document;
    // Not the open document’s own plan: that one includes others, and two may include each other.
    const document = PlanDocument.open(open?.uri ?? uri, text);
    this.#read.set(key, { text, document });
    return document;
  }
}

function includedAddresses({ uri, tree }: PlanDocument): string[] {
  const addresses: string[] = [];
  for (const { statement } of tree.lines) {
    if (statement.kind !== 'include' || !statement.path) continue;
    const address = resolvePath(statement.path.text, uri);
    if (address !== undefined) addresses.push(address);
  }
  return addresses;
}
