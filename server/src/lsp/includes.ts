/** Makes known to an open document what it includes: from the disk, or as another editor has it. */

import type { Line } from '../syntax/tree.ts';
import { PlanDocument } from '../workspace/document.ts';
import { followIncludes, followRelations, relationsOf } from '../workspace/includes.ts';
import { plainAddress } from '../workspace/paths.ts';
import type { Settings } from '../workspace/settings/table.ts';
import type { FileSystem } from './file-system.ts';
import type { OpenDocument } from './open-document.ts';

interface Taken {
  /** The lines as they were then: the plan has others as soon as one of them changes. */
  readonly lines: readonly Line[];
  /** What the header names, as written. */
  readonly relations: string;
  /** Plain addresses of folders in which any plan matters. */
  readonly folders: readonly string[];
  /** Plain addresses of all files that were looked for, found or not. */
  readonly addresses: ReadonlySet<string>;
}

export class Includes {
  readonly #files: FileSystem;
  readonly #openDocuments: () => readonly OpenDocument[];
  /** What has been read, by plain address; the text tells whether it is still that. */
  readonly #read = new Map<string, { text: string; settings: Settings; document: PlanDocument }>();
  readonly #taken = new Map<OpenDocument, Taken>();
  readonly #stale = new Set<OpenDocument>();

  constructor(files: FileSystem, openDocuments: () => readonly OpenDocument[]) {
    this.#files = files;
    this.#openDocuments = openDocuments;
  }

  /** Whether the document includes other files than it has been given, or these have changed. */
  isDue(document: OpenDocument): boolean {
    const lines = document.plan.includeLines();
    const relations = relationsOf(document.plan);
    const taken = this.#taken.get(document);
    if (!taken) return lines.length > 0 || relations !== '';
    return taken.lines !== lines || taken.relations !== relations || this.#stale.has(document);
  }

  /** Reads what the document includes, and what that includes in turn. */
  async update(document: OpenDocument): Promise<void> {
    this.#stale.delete(document);
    const { plan, settings } = document;
    const lines = plan.includeLines();
    const relations = relationsOf(document.plan);
    const read = (uri: string): Promise<PlanDocument | undefined> => this.#document(uri, settings);
    const before = this.#taken.get(document);
    const included = await followIncludes(plan, read);
    const related = await followRelations(plan, read, (folder) => this.#files.plansIn(folder));
    const addresses = [...included.addresses, ...related.addresses];
    this.#taken.set(document, {
      lines,
      relations,
      addresses: new Set(addresses.map(plainAddress)),
      folders: related.folders.map(plainAddress),
    });
    // Where no file can be read at all, none is missing.
    const reaches = this.#files.reaches(document.uri);
    plan.relate(reaches ? related : { ...related, missing: new Set() });
    // To include nothing, as before, would only make everything be read again.
    if (lines.length === 0 && !before?.lines.length) return;
    const told = [...included.problems].filter(([, problem]) => reaches || problem !== 'missing');
    plan.include(included.documents, new Map(told));
  }

  /** The documents to which it matters that a file has changed. They are due from now on. */
  affectedBy(uri: string): OpenDocument[] {
    const address = plainAddress(uri);
    const affected: OpenDocument[] = [];
    for (const [document, { addresses, folders }] of this.#taken) {
      const isInFolder = folders.some((folder) => address.startsWith(folder));
      if (!addresses.has(address) && !isInFolder) continue;
      this.#stale.add(document);
      affected.push(document);
    }
    return affected;
  }

  forget(document: OpenDocument): void {
    this.#taken.delete(document);
    this.#stale.delete(document);
  }

  /** A file that is not open, with what it includes. */
  async read(uri: string, settings: Settings): Promise<PlanDocument | undefined> {
    const text = await this.#files.read(uri);
    if (text === undefined) return undefined;
    const document = PlanDocument.open(uri, text, { settings });
    if (document.includeLines().length > 0) {
      const { documents, problems } = await followIncludes(document, (path) =>
        this.#document(path, settings),
      );
      document.include(documents, problems);
    }
    return document;
  }

  /** The file as the client has it open, or as it is on the disk. */
  async #document(uri: string, settings: Settings): Promise<PlanDocument | undefined> {
    const address = plainAddress(uri);
    const open = this.#openDocuments().find((candidate) => plainAddress(candidate.uri) === address);
    const text = open ? open.text : await this.#files.read(uri);
    if (text === undefined) {
      this.#read.delete(address);
      return undefined;
    }
    const known = this.#read.get(address);
    if (known?.text === text && known.settings === settings) return known.document;
    // Not the open document’s own plan: that one includes others, and two may include each other.
    const document = PlanDocument.open(open?.uri ?? uri, text, { settings });
    this.#read.set(address, { text, settings, document });
    return document;
  }
}
