/** The documents that the client has open, and when each of them is looked at. */

import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type FileEvent,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
} from 'vscode-languageserver';
import type { PlanDocument } from '../workspace/document.ts';
import { projectFileName } from '../workspace/settings/project-file.ts';
import type { Settings } from '../workspace/settings/table.ts';
import type { Client } from './client.ts';
import { diagnosticsOf } from './diagnostics.ts';
import type { FileSystem } from './file-system.ts';
import { Includes } from './includes.ts';
import { logProblem } from './log.ts';
import { OpenDocument } from './open-document.ts';
import { SettingsOfDocuments } from './settings.ts';
import { atOnce, inSlices, othersHeard, Settling, sliceMilliseconds } from './settling.ts';

/** Who types without end is let go first as often as this. */
const mostBeginnings = 5;

type Listener = (document: OpenDocument) => void;

export class Documents {
  readonly #connection: Connection;
  readonly #client: Client;
  readonly #open: TextDocuments<OpenDocument>;
  readonly #includes: Includes;
  readonly #settling: Settling;
  readonly #settings: SettingsOfDocuments;
  readonly #settledListeners: Listener[] = [];
  readonly #closedListeners: Listener[] = [];
  readonly #changedFilesListeners: ((changes: readonly FileEvent[]) => void)[] = [];

  constructor(connection: Connection, files: FileSystem, client: Client) {
    this.#connection = connection;
    this.#client = client;
    const log = (uri: string) => (problem: unknown) => logProblem(connection, uri, problem);
    this.#open = new TextDocuments<OpenDocument>({
      create: (uri, languageId, version, text) =>
        new OpenDocument(uri, languageId, version, text, log(uri)),
      update: (document, changes, version) => {
        document.change(changes, version);
        return document;
      },
    });
    this.#includes = new Includes(files, () => this.#open.all());
    this.#settling = new Settling((document) => this.#settle(document));
    this.#settings = new SettingsOfDocuments(connection, files, client);
  }

  listen(): void {
    this.#open.onDidChangeContent(({ document }) => this.#settling.changed(document));
    this.#open.onDidOpen(({ document }) => {
      this.#settings.opened(document.uri);
      this.#changedElsewhere(document.uri);
    });
    this.#open.onDidClose(({ document }) => this.#close(document));
    this.#open.listen(this.#connection);
    this.#connection.onDidChangeWatchedFiles(({ changes }) => {
      for (const { uri } of changes) this.#changedElsewhere(uri);
      for (const listener of this.#changedFilesListeners) listener(changes);
      if (changes.filter(({ uri }) => this.#settings.fileChanged(uri)).length > 0) {
        this.#settingsChanged();
      }
    });
    this.#connection.onDidChangeConfiguration(({ settings }) => {
      this.#settings.editorChanged(settings);
      this.#settingsChanged();
    });
  }

  settingsOf({ uri }: OpenDocument): Promise<Settings> {
    return this.#settings.of(uri);
  }

  /** What the client says when it introduces itself: the folders it has open, and its settings if it gives them. */
  begin(folders: readonly string[], settings: unknown): void {
    this.#settings.begin(folders, settings);
  }

  /** Asks to be told of what changes elsewhere and matters to open documents. */
  async watch(): Promise<void> {
    if (this.#client.hasFolders) {
      this.#connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        this.#settings.foldersChanged(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        );
        this.#settingsChanged();
      });
    }
    await Promise.all([this.#watchFiles(), this.#settings.watch()]);
  }

  /** Plans that open ones may include, and the settings that are shared with others. */
  async #watchFiles(): Promise<void> {
    if (!this.#client.watchesFiles) return;
    try {
      await this.#connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*.plan' }, { globPattern: `**/${projectFileName}` }],
      });
    } catch (problem) {
      // Included files are then as they were when they were first read.
      logProblem(this.#connection, 'client/registerCapability', problem);
    }
  }

  /** Tells whenever the findings of a document’s latest state are known. */
  onSettled(listener: Listener): void {
    this.#settledListeners.push(listener);
  }

  onClosed(listener: Listener): void {
    this.#closedListeners.push(listener);
  }

  /** Tells of files that came, went or changed on the disk. */
  onFilesChanged(listener: (changes: readonly FileEvent[]) => void): void {
    this.#changedFilesListeners.push(listener);
  }

  get(uri: string): OpenDocument | undefined {
    return this.#open.get(uri);
  }

  all(): readonly OpenDocument[] {
    return this.#open.all();
  }

  /** A file that is not open, with what it includes; undefined where it cannot be read. */
  async read(uri: string): Promise<PlanDocument | undefined> {
    return this.#includes.read(uri, await this.#settings.of(uri));
  }

  /**
   * Until the findings of the document, as it is now, are known.
   *
   * @throws {ResponseError} `ContentModified` when it is no longer as it was: the answer would be to an old question
   */
  async settled(document: OpenDocument): Promise<void> {
    const { version } = document;
    await this.#settling.settled(document);
    if (document.version !== version || this.get(document.uri) !== document) {
      throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed meanwhile.');
    }
  }

  /** Until the document is at rest, in whatever state. */
  async atRest(document: OpenDocument): Promise<void> {
    await this.#settling.settled(document);
  }

  /**
   * Takes the steps in slices, so that others are heard meanwhile. Where the document is typed in, its findings are told
   * first, and then the steps are begun again: they should find what they have made ready. In the end they are taken at
   * once.
   *
   * @returns what the steps come to, for the state that the document has then
   */
  async inSlices<Made>(
    document: OpenDocument,
    begin: () => Generator<unknown, Made>,
  ): Promise<Made> {
    for (let beginnings = 1; ; beginnings++) {
      await this.atRest(document);
      const { version } = document;
      if (beginnings > mostBeginnings) return atOnce(begin());
      let made: { readonly made: Made } | undefined;
      const steps = (function* () {
        made = { made: yield* begin() };
      })();
      await inSlices(steps, () => document.version === version);
      if (made) return made.made;
    }
  }

  async #settle(document: OpenDocument): Promise<void> {
    try {
      const settings = this.#settings.of(document.uri);
      // While they are on their way, what does not depend on them.
      document.parse();
      document.configure(await settings);
      if (this.#includes.isDue(document)) await this.#includes.update(document);
      if (!(await this.#check(document))) return;
      const findings = document.plan.findings();
      this.#logRulesThatThrew(document);
      document.findingsCount += 1;
      if (!this.#client.pullsDiagnostics) {
        const { uri, version } = document;
        const diagnostics = diagnosticsOf(findings, this.#client);
        await this.#connection.sendDiagnostics({ uri, version, diagnostics });
      }
      for (const listener of this.#settledListeners) listener(document);
      // Once for each version: two documents may include each other.
      if (document.toldVersion !== document.version) {
        document.toldVersion = document.version;
        this.#changedElsewhere(document.uri);
      }
      document.updateText();
    } catch (problem) {
      logProblem(this.#connection, document.uri, problem);
    }
  }

  /**
   * Checks a long document in slices, so that what the client asks and types meanwhile is heard.
   * False when the document has been closed, or typed in: then it will be looked at again.
   */
  async #check(document: OpenDocument): Promise<boolean> {
    for (;;) {
      if (this.get(document.uri) !== document) return false;
      const { version, plan } = document;
      const end = performance.now() + sliceMilliseconds;
      if (plan.advance(() => performance.now() < end)) return true;
      await othersHeard();
      if (document.version !== version) return false;
    }
  }

  #logRulesThatThrew(document: OpenDocument): void {
    const { internalErrors } = document.plan;
    for (const { rule, error } of internalErrors.slice(document.internalErrorsLogged)) {
      logProblem(this.#connection, `${rule} in ${document.uri}`, error);
    }
    document.internalErrorsLogged = internalErrors.length;
  }

  /** A file is no longer as those have seen it that include it. */
  #changedElsewhere(uri: string): void {
    const affected = this.#includes.affectedBy(uri);
    for (const document of affected) this.#settling.changed(document);
    if (affected.length > 0 && this.#client.pullsDiagnostics && this.#client.refreshesDiagnostics) {
      this.#connection.languages.diagnostics.refresh();
    }
  }

  /** Each document is looked at again; one whose own settings are as before costs nothing. */
  #settingsChanged(): void {
    for (const document of this.#open.all()) this.#settling.changed(document);
    if (this.#client.pullsDiagnostics && this.#client.refreshesDiagnostics) {
      this.#connection.languages.diagnostics.refresh();
    }
  }

  #close(document: OpenDocument): void {
    this.#settings.forget(document.uri);
    this.#settling.closed(document);
    this.#includes.forget(document);
    for (const listener of this.#closedListeners) listener(document);
    // What was typed and not saved is gone: the file counts again.
    this.#changedElsewhere(document.uri);
    if (!this.#client.pullsDiagnostics) {
      void this.#connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    }
  }
}
