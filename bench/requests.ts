/**
 * How long each request takes at 10,000 lines, over stdio and over an empty round trip of the same run:
 * `node bench/requests.ts [LINES] [ROUNDS]`, after `npm run build`. A keystroke goes before each round, and its
 * findings are waited for, so that the answers are to a document that has just changed.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import { Random } from '../test/kit/random.ts';
import { allCapabilities, everyQuestion, type Situation } from '../test/protocol/every-request.ts';
import { generateDocument } from './generate.ts';

const [lines = 10_000, rounds = 120] = process.argv.slice(2).map(Number);
const repositoryFolder = fileURLToPath(new URL('..', import.meta.url));
const server = spawn(process.execPath, [
  path.join(repositoryFolder, 'dist', 'server.node.cjs'),
  '--stdio',
]);
const connection = createMessageConnection(
  new StreamMessageReader(server.stdout),
  new StreamMessageWriter(server.stdin),
);
connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
  items.map(() => null),
);
connection.onRequest('client/registerCapability', () => null);
let diagnostics: readonly Diagnostic[] = [];
let told: (version: number) => void = () => {};
connection.onNotification(
  'textDocument/publishDiagnostics',
  (published: PublishDiagnosticsParams) => {
    ({ diagnostics } = published);
    told(published.version ?? 0);
  },
);
connection.listen();
const { capabilities } = await connection.sendRequest<{
  capabilities: { executeCommandProvider?: { commands: string[] } };
}>('initialize', {
  processId: process.pid,
  rootUri: null,
  capabilities: allCapabilities,
  locale: 'zh-cn',
});
await connection.sendNotification('initialized', {});

const uri = 'file:///bench/document.plan';
const text = generateDocument({ lines, seed: 1 });
const rows = text.split('\n');
const random = new Random(1);
let version = 1;

/** Until the findings of the latest version have come. */
async function findings(send: () => Promise<void>): Promise<void> {
  const arrived = new Promise<void>((resolve) => {
    told = (known) => {
      if (known === version) resolve();
    };
  });
  await send();
  await arrived;
}

await findings(() =>
  connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'plan', version, text },
  }),
);

let near = 0;
const situation = (): Situation => ({
  uri,
  random,
  // An editor asks about what it shows.
  place: () => {
    const line = Math.min(rows.length - 1, near + random.below(50));
    return { line, character: random.below(rows[line].length + 1) };
  },
  diagnostics: diagnostics.filter(
    ({ range }) => range.start.line >= near && range.start.line < near + 50,
  ),
  commands: capabilities.executeCommandProvider?.commands ?? [],
  previousResultId: '',
});

const times = new Map<string, number[]>();
async function timed(name: string, ask: () => Promise<unknown>): Promise<unknown> {
  const start = performance.now();
  const answer = await ask().catch(() => undefined);
  const list = times.get(name) ?? [];
  list.push(performance.now() - start);
  times.set(name, list);
  return answer;
}

for (let round = 0; round < rounds; round++) {
  near = random.below(rows.length - 60);
  for (const { method, parameters, resolve } of everyQuestion) {
    // The keystroke is taken back by the next one, so that the document stays as it is.
    for (const change of ['增', '']) {
      const line = near + 5;
      const range = {
        start: { line, character: 0 },
        end: { line, character: change === '' ? 1 : 0 },
      };
      version += 1;
      await findings(() =>
        connection.sendNotification('textDocument/didChange', {
          textDocument: { uri, version },
          contentChanges: [{ range, text: change }],
        }),
      );
    }
    await timed('(empty round trip)', () => connection.sendRequest('bench/none', {}));
    const asked = parameters(situation()) as { command?: string };
    const name = asked.command ?? method;
    const answer = await timed(name, () => connection.sendRequest(method, asked));
    const items = (
      Array.isArray(answer) ? answer : ((answer as { items?: unknown[] })?.items ?? [])
    ) as unknown[];
    if (resolve && items.length > 0) {
      await timed(resolve, () => connection.sendRequest(resolve, random.pick(items)));
    }
  }
}

const at = (list: readonly number[], share: number): number =>
  [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))];
const floor = at(times.get('(empty round trip)') ?? [0], 0.5);
const table = [...times].map(([name, list]) => ({
  request: name,
  times: list.length,
  'p50 ms': Number((at(list, 0.5) - floor).toFixed(2)),
  'p99 ms': Number((at(list, 0.99) - floor).toFixed(2)),
}));
console.table(table.sort((a, b) => b['p99 ms'] - a['p99 ms']));
server.kill();
connection.dispose();
