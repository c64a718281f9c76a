/** An editor’s side of the protocol, over standard input and output as any editor would speak it. */

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  Diagnostic,
  InitializeResult,
  Position,
  PublishDiagnosticsParams,
  Range,
} from 'vscode-languageserver';

const server = fileURLToPath(new URL('../../dist/server.node.cjs', import.meta.url));

export const usualCapabilities: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  textDocument: {
    publishDiagnostics: { versionSupport: true, relatedInformation: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    definition: { linkSupport: true },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

export interface StartOptions {
  readonly capabilities?: ClientCapabilities;
  readonly locale?: string;
  readonly initializationOptions?: unknown;
  /** Addresses of the folders that are open. */
  readonly folders?: readonly string[];
  /** What the editor has set, whenever it is asked. */
  readonly configuration?: () => unknown;
  /** For Node, before the server. */
  readonly nodeArguments?: readonly string[];
}

interface Expectation {
  fits(published: PublishDiagnosticsParams): boolean;
  resolve(published: PublishDiagnosticsParams): void;
}

export class Client {
  readonly process: ChildProcessWithoutNullStreams;
  readonly connection: MessageConnection;
  /** What the server wrote into its log. */
  readonly log: string[] = [];
  /** What it wrote to standard error, which should be nothing. */
  errors = '';
  readonly published: PublishDiagnosticsParams[] = [];
  initialized!: InitializeResult;
  #expectations: Expectation[] = [];
  #versions = new Map<string, number>();

  private constructor(nodeArguments: readonly string[]) {
    if (!existsSync(server)) throw new Error('The server has not been built: npm run build');
    this.process = spawn(process.execPath, [...nodeArguments, server, '--stdio'], {
      // The fourth is for what a test loads into the server’s process.
      stdio: ['pipe', 'pipe', 'pipe', ...(nodeArguments.length > 0 ? (['ipc'] as const) : [])],
    }) as ChildProcessWithoutNullStreams;
    this.process.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.errors += text;
    });
    this.connection = createMessageConnection(
      new StreamMessageReader(this.process.stdout),
      new StreamMessageWriter(this.process.stdin),
    );
    this.connection.onNotification(
      'textDocument/publishDiagnostics',
      (published: PublishDiagnosticsParams) => this.#receive(published),
    );
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.log.push(message);
    });
    this.connection.listen();
  }

  /** Starts a server and shakes hands; it is stopped when the test ends. */
  static async start({
    capabilities = usualCapabilities,
    locale = 'zh-cn',
    initializationOptions,
    folders,
    configuration = () => null,
    nodeArguments = [],
  }: StartOptions = {}): Promise<Client> {
    const client = new Client(nodeArguments);
    onTestFinished(() => client.stop());
    client.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(configuration),
    );
    client.connection.onRequest('client/registerCapability', () => null);
    client.initialized = await client.request('initialize', {
      ...{ processId: process.pid, rootUri: null },
      workspaceFolders: folders?.map((folder) => ({ uri: folder, name: folder })) ?? null,
      ...{ capabilities, locale, initializationOptions },
    });
    client.notify('initialized', {});
    return client;
  }

  request<Answer>(method: string, parameters: unknown): Promise<Answer> {
    return this.connection.sendRequest<Answer>(method, parameters);
  }

  notify(method: string, parameters: unknown): void {
    void this.connection.sendNotification(method, parameters);
  }

  open(uri: string, text: string): void {
    this.#versions.set(uri, 1);
    const textDocument = { uri, languageId: 'plan', version: 1, text };
    this.notify('textDocument/didOpen', { textDocument });
  }

  /** Replaces a range, or everything where none is given; returns the new version. */
  change(uri: string, text: string, range?: Range): number {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    const contentChanges = [range ? { range, text } : { text }];
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    return version;
  }

  close(uri: string): void {
    this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** The diagnostics of a version, by default the latest, as soon as they have been sent. */
  async diagnostics(uri: string, version = this.#versions.get(uri)): Promise<Diagnostic[]> {
    const { diagnostics } = await this.until(
      (published) => published.uri === uri && published.version === version,
    );
    return diagnostics;
  }

  until(fits: Expectation['fits']): Promise<PublishDiagnosticsParams> {
    const known = this.published.findLast(fits);
    if (known) return Promise.resolve(known);
    return new Promise((resolve) => this.#expectations.push({ fits, resolve }));
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null) return;
    const exited = once(this.process, 'exit');
    await this.request('shutdown', undefined);
    this.notify('exit', undefined);
    await exited;
    this.connection.dispose();
  }

  #receive(published: PublishDiagnosticsParams): void {
    this.published.push(published);
    const expected = this.#expectations;
    this.#expectations = expected.filter(({ fits }) => !fits(published));
    for (const { fits, resolve } of expected) if (fits(published)) resolve(published);
  }
}

/** Where a text begins in a document. */
export function positionOf(text: string, search: string, shift = 0): Position {
  const at = text.indexOf(search);
  if (at < 0) throw new Error(`“${search}” is not in the text`);
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  return { line: before.length - 1, character: before[before.length - 1].length + shift };
}

export function rangeOf(text: string, search: string): Range {
  return { start: positionOf(text, search), end: positionOf(text, search, search.length) };
}
