/**
 * All plans of the client’s folders, whether it has them open or not. A file is read when something is first asked of
 * all of them, and again when it has changed; what is remembered of it is little.
 */

import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { type IndexedPlan, indexedDocument, indexedPlan } from '../features/indexed-plan.ts';
import { PlanModel } from '../model/model.ts';
import { PlanTree } from '../syntax/document.ts';
import type { PlanDocument } from '../workspace/document.ts';
import { addressesAt, plainAddress } from '../workspace/paths.ts';
import type { Client } from './client.ts';
import type { Documents } from './documents.ts';
import type { FileSystem } from './file-system.ts';
import type { OpenDocument } from './open-document.ts';
import { nextTurn } from './settling.ts';

/** Enough for all that belong together; more is a mistake. */
const mostRelated = 500;

interface KnownFile {
  readonly uri: string;
  /** Undefined until it is asked for, and in it where the file cannot be read. */
  plan?: Promise<IndexedPlan | undefined>;
}

/** A plan in which an indicator may be named. */
export interface NamingPlan {
  readonly uri: string;
  readonly plan: PlanDocument;
  /** Paths lead from one to the other, directly or through others. */
  readonly isRelated: boolean;
}

export class WorkspacePlans {
  readonly #files: FileSystem;
  readonly #documents: Documents;
  readonly #client: Client;
  #folders: readonly string[] = [];
  /** By plain address. */
  #known = new Map<string, KnownFile>();

  constructor(files: FileSystem, documents: Documents, client: Client) {
    this.#files = files;
    this.#documents = documents;
    this.#client = client;
  }

  listen(): void {
    this.#documents.onFilesChanged((changes) => {
      for (const { uri } of changes) this.#forget(uri);
    });
    // What was typed and not saved is gone.
    this.#documents.onClosed(({ uri }) => this.#forget(uri));
  }

  /** @param folders that the client has open when it introduces itself */
  begin(folders: readonly string[]): void {
    this.#folders = folders;
  }

  /** Asks to be told of other folders. */
  watch({ workspace }: Connection): void {
    if (!this.#client.hasFolders) return;
    workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => plainAddress(uri)));
      const kept = this.#folders.filter((folder) => !gone.has(plainAddress(folder)));
      this.#folders = [...kept, ...added.map(({ uri }) => uri)];
    });
  }

  /** The addresses of all plans, as the client writes them where it has told them. */
  async addresses(): Promise<readonly string[]> {
    await this.#list();
    const addresses = new Map([...this.#known].map(([address, { uri }]) => [address, uri]));
    for (const { uri } of this.#openPlans()) addresses.set(plainAddress(uri), uri);
    return [...addresses.values()];
  }

  /**
   * What is known of every plan.
   *
   * @param asked the document that the question is about, which counts even where its file has gone
   */
  async all(token: CancellationToken, asked?: OpenDocument): Promise<readonly IndexedPlan[]> {
    await this.#list();
    const plans: IndexedPlan[] = [];
    const open = new Set<string>();
    for (const document of this.#openPlans(asked)) {
      open.add(plainAddress(document.uri));
      plans.push(indexedDocument(document.plan));
    }
    for (const [address, file] of this.#known) {
      if (open.has(address)) continue;
      file.plan ??= this.#ofFile(file.uri);
      const plan = await file.plan;
      if (plan) plans.push(plan);
      stopIfCancelled(token);
    }
    return plans;
  }

  /** Editors keep documents for a while whose files are gone and whose tabs are closed: these are no plans any more. */
  #openPlans(asked?: OpenDocument): readonly OpenDocument[] {
    return this.#documents.all().filter((document) => {
      const { uri } = document;
      const isListed = this.#files.reaches(uri) && this.#folderOf(uri) !== undefined;
      return document === asked || !isListed || this.#known.has(plainAddress(uri));
    });
  }

  /**
   * The plans that name what has one of the keys: those in the same folder as the document, and those that belong to it
   * by their paths, wherever they lie. The document itself is among them.
   *
   * @throws {ResponseError} `ContentModified` when one of them has changed meanwhile
   */
  async naming(
    document: OpenDocument,
    keys: ReadonlySet<string>,
    token: CancellationToken,
  ): Promise<readonly NamingPlan[]> {
    const all = await this.all(token, document);
    const folder = this.#folderOf(document.uri);
    const related = await this.#relatedTo(document.uri, all, token);
    const others = all.filter(
      ({ uri }) =>
        folder !== undefined && this.#folderOf(uri) === folder && !related.has(plainAddress(uri)),
    );
    const found: NamingPlan[] = [];
    const versions = new Map<OpenDocument, number>();
    for (const known of [...related.values(), ...others]) {
      if (![...keys].some((key) => known.names(key))) continue;
      const { uri } = known;
      const plan = await this.#plan(uri, versions);
      if (plan) found.push({ uri, plan, isRelated: related.has(plainAddress(uri)) });
      stopIfCancelled(token);
    }
    for (const [open, version] of versions) {
      if (open.version !== version)
        throw new ResponseError(LSPErrorCodes.ContentModified, 'A plan has changed meanwhile.');
    }
    return found;
  }

  /** A plan as it is now: as the client has it open, or as it is on the disk. */
  async plan(uri: string): Promise<PlanDocument | undefined> {
    return this.#plan(uri, new Map());
  }

  async #plan(uri: string, versions: Map<OpenDocument, number>): Promise<PlanDocument | undefined> {
    const open = this.#documents.get(uri);
    if (!open) return this.#documents.read(uri);
    await this.#documents.atRest(open);
    versions.set(open, open.version);
    return open.plan;
  }

  /** By plain address: the plan at an address, and all that its paths lead to or that lead to it, step by step. */
  async #relatedTo(
    uri: string,
    all: readonly IndexedPlan[],
    token: CancellationToken,
  ): Promise<ReadonlyMap<string, IndexedPlan>> {
    const addresses = all.map((plan) => plan.uri);
    const plans = new Map(all.map((plan) => [plainAddress(plan.uri), plan]));
    const neighbours = new Map<string, Set<string>>();
    const link = (one: string, other: string): void => {
      const linked = neighbours.get(one);
      if (linked) linked.add(other);
      else neighbours.set(one, new Set([other]));
    };
    const follow = (plan: IndexedPlan): void => {
      for (const { path } of plan.paths) {
        for (const target of addressesAt(path, plan.uri, addresses)) {
          link(plainAddress(plan.uri), plainAddress(target));
          link(plainAddress(target), plainAddress(plan.uri));
        }
      }
    };
    for (const plan of all) follow(plan);
    const related = new Map<string, IndexedPlan>();
    const waiting = [uri];
    const seen = new Set([plainAddress(uri)]);
    for (let next = waiting.shift(); next && seen.size < mostRelated; next = waiting.shift()) {
      const address = plainAddress(next);
      let plan = plans.get(address);
      if (!plan) {
        // Outside the folders; what it leads to in turn is not known yet.
        plan = await this.#ofFile(next);
        stopIfCancelled(token);
        if (plan) follow(plan);
      }
      if (plan) related.set(address, plan);
      for (const neighbour of neighbours.get(address) ?? []) {
        if (seen.has(neighbour)) continue;
        seen.add(neighbour);
        waiting.push(plans.get(neighbour)?.uri ?? neighbour);
      }
    }
    return related;
  }

  #folderOf(uri: string): string | undefined {
    const address = plainAddress(uri);
    return this.#folders
      .filter((folder) => address.startsWith(`${plainAddress(folder).replace(/\/$/, '')}/`))
      .sort((one, other) => other.length - one.length)[0];
  }

  async #ofFile(uri: string): Promise<IndexedPlan | undefined> {
    const text = await this.#files.read(uri);
    if (text === undefined) return undefined;
    // Hundreds of files in a row must not keep the client waiting.
    await nextTurn();
    return indexedPlan(uri, PlanModel.of(PlanTree.parse(text, { uri })));
  }

  #forget(uri: string): void {
    const file = this.#known.get(plainAddress(uri));
    if (file) file.plan = undefined;
  }

  /**
   * Which files there are is asked every time: folders come and go without a word about what is in them. What the files
   * hold is remembered until they change.
   */
  async #list(): Promise<void> {
    const lists = await Promise.all(this.#folders.map((folder) => this.#files.plansIn(folder)));
    // Where nobody tells what changes, everything is read again.
    const before = this.#client.watchesFiles ? this.#known : new Map<string, KnownFile>();
    this.#known = new Map(
      lists.flat().map((uri) => {
        const address = plainAddress(uri);
        return [address, before.get(address) ?? { uri }];
      }),
    );
  }
}

function stopIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
