/** Drives a language server over stdio and times it as an editor would feel it. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type { Keystroke } from './keystrokes.ts';

/** Long enough for the slowest build of the largest document. */
const PATIENCE_MILLISECONDS = 120_000;
const DOCUMENT_URI = 'file:///bench/document.plan';

interface PublishedDiagnostics {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly unknown[];
}

interface Expectation {
  readonly version: number;
  resolve(arrival: number): void;
  reject(error: Error): void;
}

export class LanguageServerClient {
  readonly #name: string;
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #connection: MessageConnection;
  #version = 0;
  #expected: Expectation | undefined;
  #complaints = '';
  /** How many findings the last answer held. */
  findings = 0;

  private constructor(name: string, script: string) {
    this.#name = name;
    this.#process = spawn(process.execPath, [script, '--stdio'], {
      stdio: 'pipe',
      // What other sessions had compiled would be another start than the one that is measured here.
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'planwright-bench-compiled') },
    });
    this.#process.stderr.on('data', (chunk) => {
      this.#complaints += chunk;
    });
    this.#process.on('exit', () => {
      this.#fail('stopped');
      this.#connection.dispose();
    });
    // A server that has stopped is reported by its exit, with what it said; not by the broken pipe.
    this.#process.stdin.on('error', () => {});
    this.#connection = createMessageConnection(
      new StreamMessageReader(this.#process.stdout),
      new StreamMessageWriter(this.#process.stdin),
    );
    this.#connection.onNotification('textDocument/publishDiagnostics', (published) =>
      this.#receive(published),
    );
    // Whatever the server would like to know or to register, the answer is that there is nothing.
    this.#connection.onRequest((method, parameters) =>
      method === 'workspace/configuration'
        ? (parameters as { items: unknown[] }).items.map(() => null)
        : null,
    );
    this.#connection.listen();
  }

  /** Starts `script` with Node and shakes hands. */
  static async start(name: string, script: string): Promise<LanguageServerClient> {
    const client = new LanguageServerClient(name, script);
    const timer = setTimeout(() => client.kill(), PATIENCE_MILLISECONDS);
    try {
      await client.#initialize();
      return client;
    } catch (error) {
      client.kill();
      throw new Error(`The ${name} server did not start. ${client.#complaints}`, { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }

  async #initialize(): Promise<void> {
    await this.#connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      capabilities: {
        general: { positionEncodings: ['utf-16'] },
        textDocument: {
          synchronization: { dynamicRegistration: false },
          publishDiagnostics: { versionSupport: true, relatedInformation: true },
        },
      },
    });
    await this.#connection.sendNotification('initialized', {});
  }

  /** Opens the document; milliseconds until its first diagnostics. */
  open(text: string): Promise<number> {
    this.#version = 1;
    return this.#time('textDocument/didOpen', {
      textDocument: { uri: DOCUMENT_URI, languageId: 'plan', version: this.#version, text },
    });
  }

  /** Sends one keystroke; milliseconds until the diagnostics of the document as it is then. */
  type({ range, text }: Keystroke): Promise<number> {
    this.#version += 1;
    return this.#time('textDocument/didChange', {
      textDocument: { uri: DOCUMENT_URI, version: this.#version },
      contentChanges: [{ range, text }],
    });
  }

  async stop(): Promise<void> {
    const exited = once(this.#process, 'exit');
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    await exited;
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }

  async #time(method: string, parameters: object): Promise<number> {
    const arrival = new Promise<number>((resolve, reject) => {
      this.#expected = { version: this.#version, resolve, reject };
    });
    const timer = setTimeout(() => this.#fail('did not answer'), PATIENCE_MILLISECONDS);
    const start = performance.now();
    const sent = this.#connection.sendNotification(method, parameters);
    try {
      return (await arrival) - start;
    } finally {
      clearTimeout(timer);
      await sent;
    }
  }

  #receive({ uri, version, diagnostics }: PublishedDiagnostics): void {
    // Langium's answers have no version; only one is ever awaited, so they are the awaited one.
    const isAwaited = version === undefined || version === this.#expected?.version;
    if (uri === DOCUMENT_URI && isAwaited) {
      this.findings = diagnostics.length;
      this.#expected?.resolve(performance.now());
      this.#expected = undefined;
    }
  }

  #fail(what: string): void {
    this.#expected?.reject(new Error(`The ${this.#name} server ${what}. ${this.#complaints}`));
    this.#expected = undefined;
  }
}
