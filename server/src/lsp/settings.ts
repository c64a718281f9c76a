/**
 * The settings of each document: those of the editor, and over them what the project file says, which is the same for
 * all who write in that folder, in whatever editor, and for the command line.
 */

import {
  ConfigurationRequest,
  type Connection,
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
} from 'vscode-languageserver';
import { readerOf } from '../features/reader.ts';
import { plainAddress } from '../workspace/paths.ts';
import {
  type ProjectFile,
  problemLine,
  projectFileName,
  readProjectFile,
} from '../workspace/settings/project-file.ts';
import { mergeSettings, readSettings } from '../workspace/settings/read.ts';
import type { Settings } from '../workspace/settings/table.ts';
import type { Client } from './client.ts';
import type { FileSystem } from './file-system.ts';
import { logProblem } from './log.ts';

const section = 'planwright';

export class SettingsOfDocuments {
  readonly #connection: Connection;
  readonly #client: Client;
  readonly #files: FileSystem;
  /** What a client told that is never asked: when it introduced itself, and since. */
  #told: unknown;
  /** Plain addresses of the folders that are open, each with a slash at its end. */
  #folders: readonly string[] = [];
  readonly #byDocument = new Map<string, Promise<Settings>>();
  /** Settled when the language of messages is known. */
  #language: Promise<void> | undefined;
  /** By plain address; undefined where there is no such file. */
  readonly #projectFiles = new Map<string, Promise<ProjectFile | undefined>>();
  /** Project files whose problems the client shows. */
  readonly #withProblems = new Set<string>();
  /** What of the editor's settings the log has been told already. */
  readonly #logged = new Set<string>();

  constructor(connection: Connection, files: FileSystem, client: Client) {
    this.#connection = connection;
    this.#files = files;
    this.#client = client;
  }

  /** What the client says of itself: its folders, and settings where it gives them at once. */
  begin(folders: readonly string[], told: unknown): void {
    this.#folders = folders.map(folderAddress);
    this.#told = told;
  }

  /** Asks to be told when the editor's settings change. */
  async watch(): Promise<void> {
    if (!this.#client.tellsOfSettings) return;
    try {
      await this.#connection.client.register(DidChangeConfigurationNotification.type, { section });
    } catch (problem) {
      // They are then as they were when they were first asked for.
      logProblem(this.#connection, 'client/registerCapability', problem);
    }
  }

  /** A document is opened. Where nobody tells of changed files, now is the time to look again. */
  opened(uri: string): void {
    if (this.#client.watchesFiles && this.#folderAround(uri) !== undefined) return;
    this.#projectFiles.clear();
    this.#byDocument.clear();
  }

  of(uri: string): Promise<Settings> {
    let settings = this.#byDocument.get(uri);
    if (!settings) {
      settings = this.#read(uri);
      this.#byDocument.set(uri, settings);
    }
    return settings;
  }

  forget(uri: string): void {
    this.#byDocument.delete(uri);
  }

  /** The editor has other settings; a client that is never asked says which. */
  editorChanged(told: unknown): void {
    if (told !== null && typeof told === 'object' && section in told) {
      this.#told = told[section as keyof typeof told];
    }
    this.#byDocument.clear();
    this.#language = undefined;
  }

  foldersChanged(added: readonly string[], removed: readonly string[]): void {
    const gone = new Set(removed.map(folderAddress));
    this.#folders = [
      ...this.#folders.filter((folder) => !gone.has(folder)),
      ...added.map(folderAddress),
    ];
    this.#byDocument.clear();
  }

  /** Whether a file that has changed is a project file; then documents may have other settings. */
  fileChanged(uri: string): boolean {
    if (!uri.endsWith(`/${projectFileName}`)) return false;
    this.#projectFiles.delete(plainAddress(uri));
    this.#byDocument.clear();
    return true;
  }

  // ------------------------------------------------------------ reading

  async #read(uri: string): Promise<Settings> {
    try {
      // Asked for together, since each answer takes its time; but problems are told in the language that was chosen.
      const [editor, project] = await Promise.all([this.#ofEditor(uri), this.#ofProject(uri)]);
      return mergeSettings(editor, project?.settings ?? {});
    } catch (problem) {
      logProblem(this.#connection, `settings of ${uri}`, problem);
      return mergeSettings();
    }
  }

  /** Until the language of messages is known: one for the whole window. */
  #languageIsKnown(): Promise<void> {
    this.#language ??= this.#chooseLanguage();
    return this.#language;
  }

  async #chooseLanguage(): Promise<void> {
    const { settings } = readSettings(await this.#given());
    const { language } = mergeSettings(settings);
    this.#client.reader = readerOf(language === 'auto' ? this.#client.locale : language);
  }

  /** What the editor has for a document. */
  async #ofEditor(uri: string): Promise<Partial<Settings>> {
    const [given] = await Promise.all([this.#given(uri), this.#languageIsKnown()]);
    const { settings, problems } = readSettings(given);
    for (const { message } of problems) {
      const said = this.#client.reader.say(message);
      if (this.#logged.has(said)) continue;
      this.#logged.add(said);
      this.#connection.console.warn(`${section}: ${said}`);
    }
    return settings;
  }

  /** What the client gives for a document, or for all. */
  async #given(scopeUri?: string): Promise<unknown> {
    if (!this.#client.givesSettings) return this.#told;
    const items = [{ section, ...(scopeUri === undefined ? {} : { scopeUri }) }];
    const [given] = await this.#connection.sendRequest(ConfigurationRequest.type, { items });
    return given;
  }

  /** The nearest project file above a document, up to the folder that the editor has open. */
  async #ofProject(uri: string): Promise<ProjectFile | undefined> {
    if (!this.#files.reaches(uri)) return undefined;
    const top = this.#folderAround(uri);
    for (let folder = folderOf(uri); folder !== undefined; folder = folderOf(folder)) {
      const found = await this.#projectFile(folder + projectFileName);
      if (found) return found;
      if (plainAddress(folder) === top) return undefined;
    }
    return undefined;
  }

  #folderAround(uri: string): string | undefined {
    const address = plainAddress(uri);
    return this.#folders.find((folder) => address.startsWith(folder));
  }

  #projectFile(uri: string): Promise<ProjectFile | undefined> {
    const address = plainAddress(uri);
    let file = this.#projectFiles.get(address);
    if (!file) {
      file = this.#readProjectFile(uri);
      this.#projectFiles.set(address, file);
    }
    return file;
  }

  async #readProjectFile(uri: string): Promise<ProjectFile | undefined> {
    const [text] = await Promise.all([this.#files.read(uri), this.#languageIsKnown()]);
    const file = text === undefined ? undefined : readProjectFile(text);
    this.#tell(uri, file?.problems ?? []);
    return file;
  }

  /** Shows the problems in the file itself, and keeps them in the log. */
  #tell(uri: string, problems: ProjectFile['problems']): void {
    if (problems.length === 0 && !this.#withProblems.delete(uri)) return;
    if (problems.length > 0) this.#withProblems.add(uri);
    const { reader } = this.#client;
    for (const problem of problems) {
      this.#connection.console.warn(reader.say(problemLine(uri, problem)));
    }
    void this.#connection.sendDiagnostics({
      uri,
      diagnostics: problems.map(({ range, message }) => ({
        range,
        severity: DiagnosticSeverity.Warning,
        source: 'Planwright',
        message: reader.say(message),
      })),
    });
  }
}

function folderAddress(folder: string): string {
  return plainAddress(withSlash(folder));
}

function withSlash(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`;
}

/** The address of the folder that a file or a folder lies in, with a slash at its end. */
function folderOf(uri: string): string | undefined {
  const folder = new URL('.', uri.replace(/\/$/, '')).href;
  return folder === withSlash(uri) ? undefined : folder;
}
