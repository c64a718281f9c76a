/**
 * Somebody types as fast as can be, and the editor asks for everything in between without waiting. Every answer is an
 * answer; afterwards the server knows what a fresh one knows of the same text, and holds no more than it held before.
 */

import { once } from 'node:events';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CancellationTokenSource, ResponseError } from 'vscode-jsonrpc/node';
import { type Diagnostic, LSPErrorCodes, type Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { generateDocument } from '../../bench/generate.ts';
import { root, samples, type TextFile } from '../kit/data.ts';
import { fragments } from '../kit/fragments.ts';
import { Random } from '../kit/random.ts';
import { Client } from './client.ts';
import { allCapabilities, everyQuestion, type Question, type Situation } from './every-request.ts';

const keystrokes = Number(process.env.PLANWRIGHT_KEYSTROKES ?? 1000);
const probe = fileURLToPath(new URL('memory-probe.cjs', import.meta.url));
const folder = pathToFileURL(`${root}/samples/`).href;

const documents: readonly TextFile[] = [
  ...samples,
  { name: 'a generated document', text: generateDocument({ lines: 300 }) },
  {
    name: 'a generated document in traditional characters with CRLF',
    text: generateDocument({ lines: 200, script: 'traditional' }).replaceAll('\n', '\r\n'),
  },
];

/** What is on its way to being a keyword, a path, a figure; and what an input method leaves for a moment. */
const halfTyped = [
  ...[
    '目',
    '指',
    '指标',
    'targ',
    'inclu',
    '引用 ./',
    '引用 ../',
    '//',
    '{',
    '{税',
    '{税收@',
    '{税收@2025.',
  ],
  ...[
    '比基',
    '比基期',
    '增长8.',
    '5～',
    '（（（（',
    '））',
    '“',
    '》',
    '\udc00',
    '\ud83c',
    '\ufeff',
    '\r',
    "shui'shou",
  ],
];

/** Answers that say that the question has passed. */
const passed: readonly number[] = [LSPErrorCodes.ContentModified, LSPErrorCodes.RequestCancelled];
/** A name that cannot be given is refused with a sentence, which is an answer as well. */
const mayRefuse = ['textDocument/rename', 'textDocument/prepareRename'];

class Typist {
  readonly #client: Client;
  readonly #uri: string;
  readonly #random: Random;
  readonly #original: TextFile;
  readonly #lines: readonly string[];
  #document: TextDocument;
  readonly #pending: Promise<void>[] = [];
  readonly complaints: string[] = [];
  #previousResultId = '';

  constructor(client: Client, uri: string, original: TextFile, random: Random) {
    this.#client = client;
    this.#uri = uri;
    this.#random = random;
    this.#original = original;
    this.#lines = original.text.split('\n');
    this.#document = TextDocument.create(uri, 'plan', 1, original.text);
    client.open(uri, original.text);
  }

  get text(): string {
    return this.#document.getText();
  }

  /** So many keystrokes, in bursts; after each burst the typist looks up until everything is answered. */
  async type(count: number): Promise<void> {
    let left = count;
    while (left > 0) {
      const burst = Math.min(left, 1 + this.#random.below(40));
      for (let typed = 0; typed < burst; typed++) {
        this.#press();
        for (let asked = this.#random.below(4); asked > 0; asked--) {
          this.#ask(this.#random.pick(everyQuestion));
        }
        // What has been typed goes out, and the server may be anywhere in its work.
        if (this.#random.next() < 0.3) await new Promise(setImmediate);
      }
      await this.#everythingAnswered();
      left -= burst;
    }
    for (const question of everyQuestion) this.#ask(question);
    await this.#everythingAnswered();
  }

  /** Puts back what was there at first, as undoing everything would. */
  async restore(): Promise<void> {
    const { text } = this.#original;
    this.#document = TextDocument.create(this.#uri, 'plan', 1, text);
    this.#client.change(this.#uri, text);
    await this.#client.diagnostics(this.#uri);
  }

  #press(): void {
    const { text, range } = this.#keystroke();
    this.#client.change(this.#uri, text, range);
    const whole = this.text;
    const before = whole.slice(0, this.#document.offsetAt(range.start));
    const after = whole.slice(this.#document.offsetAt(range.end));
    // Not updated but made anew: the library goes on counting two line ends where an edit has made one of them.
    this.#document = TextDocument.create(this.#uri, 'plan', 1, `${before}${text}${after}`);
  }

  #keystroke(): { text: string; range: Range } {
    const random = this.#random;
    const { length } = this.text;
    const at = random.below(length + 1);
    const stretch = (start: number, end: number): Range => ({
      start: this.#document.positionAt(start),
      end: this.#document.positionAt(Math.min(length, end)),
    });
    const dice = random.next();
    if (dice < 0.35) return { text: random.pick(fragments), range: stretch(at, at) };
    if (dice < 0.5) return { text: random.pick(halfTyped), range: stretch(at, at) };
    if (dice < 0.6) return { text: random.pick(['\n', '\r\n', '\r']), range: stretch(at, at) };
    if (dice < 0.75) return { text: '', range: stretch(at, at + 1) };
    if (dice < 0.85) {
      const pasted = Array.from({ length: 1 + random.below(5) }, () => random.pick(this.#lines));
      return { text: `${pasted.join('\n')}\n`, range: stretch(at, at) };
    }
    // The document stays about as long as it was.
    const tooLong = Math.max(0, length - this.#original.text.length);
    return {
      text: random.next() < 0.5 ? '' : random.pick(fragments),
      range: stretch(at, at + 4 + random.below(20 + tooLong)),
    };
  }

  #ask(question: Question): void {
    this.#pending.push(this.#answer(question));
  }

  async #answer({ method, parameters, resolve }: Question): Promise<void> {
    const answer = await this.#send(method, parameters(this.#situation()));
    const { resultId, items } = (answer ?? {}) as { resultId?: string; items?: unknown[] };
    if (resultId !== undefined) this.#previousResultId = resultId;
    if (!resolve) return;
    const offered = Array.isArray(answer) ? answer : (items ?? []);
    const chosen = offered.filter(() => this.#random.next() < 3 / offered.length);
    await Promise.all(chosen.map((item) => this.#send(resolve, item)));
  }

  async #send(method: string, parameters: unknown): Promise<unknown> {
    const source = new CancellationTokenSource();
    const dice = this.#random.next();
    const asked = this.#client.connection.sendRequest(method, parameters, source.token);
    if (dice < 0.1) source.cancel();
    else if (dice < 0.2) setImmediate(() => source.cancel());
    try {
      const answer = await asked;
      if (answer === undefined) this.complaints.push(`${method}: no answer`);
      return answer;
    } catch (problem) {
      const code = problem instanceof ResponseError ? problem.code : undefined;
      const isRefusal = code === LSPErrorCodes.RequestFailed && mayRefuse.includes(method);
      if (code === undefined || !(passed.includes(code) || isRefusal)) {
        this.complaints.push(`${method}: ${problem}`);
      }
      return null;
    } finally {
      source.dispose();
    }
  }

  async #everythingAnswered(): Promise<void> {
    while (this.#pending.length > 0) await Promise.all(this.#pending.splice(0));
  }

  #situation(): Situation {
    const { published, initialized } = this.#client;
    return {
      uri: this.#uri,
      random: this.#random,
      place: () => this.#document.positionAt(this.#random.below(this.text.length + 1)),
      diagnostics: published.findLast(({ uri }) => uri === this.#uri)?.diagnostics ?? [],
      commands: initialized.capabilities.executeCommandProvider?.commands ?? [],
      previousResultId: this.#previousResultId,
    };
  }
}

/** What a server knows of a document that is open in it. */
async function knowledge(client: Client, uri: string) {
  const diagnostics: Diagnostic[] = await client.diagnostics(uri);
  const about = { textDocument: { uri } };
  const [tokens, symbols, folding] = await Promise.all([
    client.request<{ data: number[] }>('textDocument/semanticTokens/full', about),
    client.request('textDocument/documentSymbol', about),
    client.request('textDocument/foldingRange', about),
  ]);
  return { diagnostics, tokens: tokens.data, symbols, folding };
}

async function memory({ process }: Client): Promise<number> {
  const told = once(process, 'message');
  process.send?.('how much?');
  const [bytes] = await told;
  return bytes;
}

const start = (nodeArguments: readonly string[] = []) =>
  Client.start({ capabilities: allCapabilities, folders: [folder], nodeArguments });

describe('typing and asking without waiting', () => {
  test.each(documents)('$name', { timeout: 300_000 }, async (original) => {
    const client = await start(['--expose-gc', '--require', probe]);
    const seed = [...original.name].reduce((sum, char) => sum + char.charCodeAt(0), 11);
    const uri = `${folder}${encodeURIComponent(original.name)}`;
    const typist = new Typist(client, uri, original, new Random(seed));

    // Many keystrokes make the server ready as well: its code is compiled, and its tables are filled.
    await typist.type(keystrokes * 0.6);
    await typist.restore();
    const before = await memory(client);

    await typist.type(keystrokes * 0.4);
    const known = await knowledge(client, uri);
    const fresh = await start();
    fresh.open(uri, typist.text);
    expect(known).toEqual(await knowledge(fresh, uri));

    await typist.restore();
    const after = await memory(client);
    expect(typist.complaints).toEqual([]);
    expect(client.log).toEqual([]);
    expect(client.errors).toBe('');
    expect(after / before).toBeLessThan(1.1);
  });
});
