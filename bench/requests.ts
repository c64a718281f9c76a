/**
 * How long each request takes at 10,000 lines over stdio: `node bench/requests.ts [LINES] [ROUNDS]`, after
 * `npm run build`. A keystroke goes before each question, and its findings are waited for, so that the answers are to a
 * document that has just changed.
 *
 * Beside it stand two floors, measured in turn with it: the round trip of a server that says nothing, and that of one
 * that has the very same answer ready. What is over the first is what an editor waits for; what is over the second is
 * what we take to make the answer, and the rest its size.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import { Random } from '../test/kit/random.ts';
import { allCapabilities, everyQuestion, type Situation } from '../test/protocol/every-request.ts';
import { generateDocument } from './generate.ts';

const [lines = 10_000, rounds = 120] = process.argv.slice(2).map(Number);
const repositoryFolder = fileURLToPath(new URL('..', import.meta.url));

function started(...script: readonly string[]): [ChildProcess, MessageConnection] {
  const server = spawn(process.execPath, [path.join(repositoryFolder, ...script), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  return [server, connection];
}

const [server, connection] = started('dist', 'server.node.cjs');
const [floorServer, floor] = started('bench', 'canned-server.ts');
floor.listen();
await floor.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
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

// Who opens a document looks at it before typing.
await new Promise((resolve) => setTimeout(resolve, 1500));

let near = 0;
let previousResultId = '';
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
  previousResultId,
});

interface Figures {
  readonly times: number[];
  /** The same answer, from a server that has it ready. */
  readonly floors: number[];
  size: number;
}

const figures = new Map<string, Figures>();
const emptyRoundTrips: number[] = [];

/** Milliseconds and answer. A refusal is an answer as well. */
async function clocked(ask: () => Promise<unknown>): Promise<[number, unknown]> {
  const start = performance.now();
  const answer = await ask().catch(() => null);
  return [performance.now() - start, answer];
}

async function timed(name: string, ask: () => Promise<unknown>): Promise<unknown> {
  const [time, answer] = await clocked(ask);
  await floor.sendRequest('bench/keep', { answer });
  emptyRoundTrips.push((await clocked(() => floor.sendRequest('bench/nothing')))[0]);
  const [least] = await clocked(() => floor.sendRequest('bench/kept'));
  const known = figures.get(name) ?? { times: [], floors: [], size: 0 };
  known.times.push(time);
  known.floors.push(least);
  known.size = Math.max(known.size, JSON.stringify(answer)?.length ?? 0);
  figures.set(name, known);
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
    const asked = parameters(situation()) as { command?: string };
    const name = asked.command ?? method;
    const answer = await timed(name, () => connection.sendRequest(method, asked));
    previousResultId = (answer as { resultId?: string })?.resultId ?? previousResultId;
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
const rounded = (milliseconds: number): number => Number(milliseconds.toFixed(2));
const empty = at(emptyRoundTrips, 0.5);
const table = [...figures].map(([request, { times, floors, size }]) => ({
  request,
  times: times.length,
  'answer kB': rounded(size / 1000),
  'p50 ms': rounded(at(times, 0.5) - empty),
  'p99 ms': rounded(at(times, 0.99) - empty),
  'first ms': rounded(times[0] - empty),
  // The worst of a hundred may be anything: how many are slow says more.
  'over 20 ms': times.filter((time) => time - empty > 20).length,
  'floor of its size': rounded(at(floors, 0.5) - empty),
  'p99 over that': rounded(at(times, 0.99) - at(floors, 0.5)),
}));
console.log(
  `${lines} lines; an empty round trip takes ${rounded(empty)} ms, p99 ${rounded(at(emptyRoundTrips, 0.99))} ms.`,
);
console.table(table.sort((a, b) => b['p99 ms'] - a['p99 ms']));
for (const each of [connection, floor]) each.dispose();
for (const each of [server, floorServer]) each.kill();
