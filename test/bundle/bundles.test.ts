/** What is shipped is small, and what runs in a browser needs nothing that a browser has not. */

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { expect, test } from 'vitest';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';

const bundlePath = (name: string) => fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));
const read = (name: string) => readFile(bundlePath(name), 'utf8');

/** In kB of 1024 bytes, with room for some checks more; a new dependency should be noticed. */
const budgets: Record<string, number> = {
  'planwright.cjs': 1250,
  'server.browser.js': 1150,
  'server.node.cjs': 2,
  'report.docx.js': 360,
  'report.xlsx.js': 90,
  'report.stratml.js': 30,
  'import.pages.js': 250,
  'import.word.js': 220,
  'cli.cjs': 2,
  'client.node.cjs': 550,
  'client.browser.cjs': 550,
  'preview.js': 20,
  'preview.css': 12,
};

test.each(Object.entries(budgets))('%s is at most %d kB', async (name, budget) => {
  const { length } = await readFile(bundlePath(name));
  expect(length / 1024).toBeLessThanOrEqual(budget);
});

test.each([
  'server.browser.js',
  'report.docx.js',
  'report.xlsx.js',
  'report.stratml.js',
  'import.pages.js',
  'import.word.js',
  'client.browser.cjs',
  'preview.js',
])('%s asks for no module of Node', async (name) => {
  const asked = [...(await read(name)).matchAll(/\brequire\(["'`]([^"'`]+)["'`]\)/g)];
  // The extension host gives its own module to every extension.
  expect(asked.map(([, module]) => module).filter((module) => module !== 'vscode')).toEqual([]);
});

test('the engine is shipped once for Node, and each program is loaded when it is started', async () => {
  const both = await read('planwright.cjs');
  expect(both).toContain('textDocument/didOpen');
  expect(both.match(/arithmetic-two-values/g)?.length).toBeLessThan(4);
  for (const entry of ['server.node.cjs', 'cli.cjs']) {
    expect(await read(entry)).toContain('./planwright.cjs');
  }
});

/** What a worker has, and nothing else. */
class WorkerSandbox {
  readonly #scope: Record<string, unknown> & { onmessage?: (event: { data: unknown }) => void };
  readonly #messages: { id?: number; method?: string; params?: unknown; result?: unknown }[] = [];
  #arrived: () => void = () => {};

  constructor(code: string) {
    this.#scope = {
      // Only errors of the channel are listened to in this way, and there are none.
      addEventListener: () => {},
      postMessage: (message: object) => {
        this.#messages.push(JSON.parse(JSON.stringify(message)));
        this.#arrived();
      },
      ...{ setTimeout, clearTimeout, queueMicrotask, console, performance },
      // The client gives the worker the address of this bundle as its name, and VS Code adds its own.
      name: 'WebWorkerExtensionHost -> report.docx.js',
      importScripts: (name: string) =>
        vm.runInContext(readFileSync(bundlePath(name), 'utf8'), this.#scope),
      ...{ atob, btoa },
      ...{ Blob, TextEncoder, TextDecoder, URL, URLSearchParams, AbortController, structuredClone },
    };
    this.#scope.self = this.#scope;
    vm.runInNewContext(code, this.#scope, { filename: 'server.browser.js' });
  }

  send(message: object): void {
    this.#scope.onmessage?.({ data: { jsonrpc: '2.0', ...message } });
  }

  async message(fits: (message: { id?: number; method?: string }) => boolean) {
    for (;;) {
      const found = this.#messages.find(fits);
      if (found) return found;
      await new Promise<void>((resolve) => {
        this.#arrived = resolve;
      });
    }
  }
}

test('a large workbook is packed without workers', async () => {
  const { xlsxOf } = createRequire(import.meta.url)(bundlePath('report.xlsx.js'));
  const text = (_: unknown, index: number) => [{ kind: 'text', text: `指标第${index}号` }];
  const rows = Array.from({ length: 20_000 }, text);
  const sheet = { name: '甲', columns: [{ title: '乙', width: 8 }], rows, notes: [] };
  expect((await xlsxOf([sheet], 'hans')).length).toBeGreaterThan(100_000);
});

test('the browser’s server works in a worker', async () => {
  const worker = new WorkerSandbox(await read('server.browser.js'));
  worker.send({
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  });
  expect(await worker.message(({ id }) => id === 1)).toMatchObject({
    result: { serverInfo: { name: 'Planwright' } },
  });
  worker.send({ method: 'initialized', params: {} });
  const uri = 'vscode-vfs://github/plans/甲.plan';
  const text = '引用 ./库.plan\n目标 税收：xx万元\n';
  worker.send({
    method: 'textDocument/didOpen',
    params: { textDocument: { uri, languageId: 'plan', version: 1, text } },
  });
  const { params } = await worker.message(
    ({ method }) => method === 'textDocument/publishDiagnostics',
  );
  const { diagnostics, version } = params as PublishDiagnosticsParams;
  expect(version).toBe(1);
  expect(diagnostics.map(({ code }) => code)).toContain('placeholder-x');

  // What makes files is loaded now and not before.
  let id = 1;
  for (const [format, begins] of [
    ['docx', 'UEs'],
    ['xlsx', 'UEs'],
    ['stratml', 'PD94bWw'],
  ]) {
    const asked = ++id;
    const ask = { command: 'planwright.export', arguments: [{ uri, format }] };
    worker.send({ id: asked, method: 'workspace/executeCommand', params: ask });
    const answer = await worker.message((message) => message.id === asked);
    expect((answer.result as { content: string }).content.slice(0, begins.length)).toBe(begins);
  }

  // And so is what reads them: its own Word file, and a page.
  const exported = await worker.message((message) => message.id === 2);
  for (const [name, content, expected] of [
    ['a.docx', (exported.result as { content: string }).content, '税收'],
    ['a.html', btoa('<h1>A</h1><p>&amp;&copy;</p>'), '# A\n&©\n'],
    ['a.md', btoa('# A\n\n&amp;&copy;\n'), '# A\n&©\n'],
  ]) {
    const asked = ++id;
    const ask = { command: 'planwright.import', arguments: [{ name, content }] };
    worker.send({ id: asked, method: 'workspace/executeCommand', params: ask });
    const answer = await worker.message((message) => message.id === asked);
    expect((answer.result as { text: string }).text).toContain(expected);
  }
});
