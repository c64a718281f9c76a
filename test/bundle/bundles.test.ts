/** What is shipped is small, and what runs in a browser needs nothing that a browser has not. */

import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import vm from 'node:vm';
import type { Metafile } from 'esbuild';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';

const bundlePath = (name: string) => fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));
const read = (name: string) => readFile(bundlePath(name), 'utf8');

/** In kB of 1024 bytes, with room for some checks more; a new dependency should be noticed. */
const budgets: Record<string, number> = {
  'planwright.js': 1350,
  'server.node.cjs': 2,
  'export.cjs': 2,
  'server.browser.js': 2,
  'cli.cjs': 2,
  'report.docx.js': 360,
  'report.xlsx.js': 90,
  'report.stratml.js': 30,
  'import.pages.js': 250,
  'import.word.js': 220,
  'client.cjs': 560,
  'preview.js': 24,
  'preview.css': 12,
};

test.each(Object.entries(budgets))('%s is at most %d kB', async (name, budget) => {
  const { length } = await readFile(bundlePath(name));
  expect(length / 1024).toBeLessThanOrEqual(budget);
});

/** What went into each bundle, as esbuild tells it. */
const contents: Readonly<Record<string, Metafile>> = JSON.parse(
  readFileSync(bundlePath('contents.json'), 'utf8'),
);

/** All that a source of a bundle asks for, and what that asks for in turn. */
function reachedFrom(bundle: string, source: string): Metafile['inputs'][string]['imports'] {
  const { inputs } = contents[bundle];
  const seen = new Set([source]);
  const reached = [];
  for (const file of seen) {
    for (const found of inputs[file]?.imports ?? []) {
      reached.push(found);
      if (!found.external) seen.add(found.path);
    }
  }
  return reached;
}

test.each([
  ['server.browser.js', 'server/src/main.browser.ts'],
  ['planwright.js', 'server/src/lsp/listen.browser.ts'],
  ['report.docx.js', 'server/src/report/docx/docx.ts'],
  ['report.xlsx.js', 'server/src/report/xlsx/xlsx.ts'],
  ['report.stratml.js', 'server/src/report/stratml/xml.ts'],
  ['import.pages.js', 'server/src/importer/pages.ts'],
  ['import.word.js', 'server/src/importer/word.ts'],
  ['client.cjs', 'client/src/extension.browser.ts'],
  ['preview.js', 'client/src/preview/webview.ts'],
])('what a browser runs of %s asks for no module of Node', (bundle, source) => {
  const reached = reachedFrom(bundle, source);
  expect(reached.length).toBeGreaterThan(0);
  expect(reached.map(({ path }) => path).filter(isBuiltin)).toEqual([]);
});

test('the engine is shipped once, and each program is loaded when it is started', () => {
  const withEngine = Object.entries(contents).filter(
    ([, { inputs }]) => 'server/src/rules/checker.ts' in inputs,
  );
  expect(withEngine.map(([name]) => name)).toEqual(['planwright.js']);
  const { imports } = contents['planwright.js'].inputs['server/src/programs.ts'];
  expect(imports.length).toBe(4);
  expect(imports.filter(({ kind }) => kind !== 'dynamic-import')).toEqual([]);
});

test.each([
  'docx',
  'write-excel-file',
  'fast-xml-builder',
  'fflate',
  'mammoth',
  'parse5',
  'markdown-it',
  '@xmldom/xmldom',
])('what starts the server does not contain %s, which is loaded when it is wanted', (name) => {
  const files = Object.keys(contents['planwright.js'].inputs);
  expect(files.filter((file) => file.includes(`node_modules/${name}/`))).toEqual([]);
});

test('the command line is started from its bundle, and knows its version', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    bundlePath('cli.cjs'),
    '--version',
  ]);
  const packageFile = new URL('../../package.json', import.meta.url);
  expect(stdout.trim()).toBe(JSON.parse(readFileSync(packageFile, 'utf8')).version);
});

describe('what was compiled', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'planwright-compiled-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Checks a text in a process of its own. */
  async function check(): Promise<string> {
    const options = { env: { ...process.env, NODE_COMPILE_CACHE: folder } };
    const asked = promisify(execFile)(
      process.execPath,
      [bundlePath('cli.cjs'), 'check', '-'],
      options,
    );
    asked.child.stdin?.end('目标 税收：xx万元\n');
    const { stdout } = await asked.catch((refused: { stdout: string }) => refused);
    return stdout;
  }

  /** The one file that is kept, and what is in it. */
  async function kept(): Promise<{ readonly file: string; readonly bytes: Buffer }> {
    const names = await readdir(folder, { recursive: true });
    const [name, ...others] = names.filter((one) => /planwright-check-[0-9a-f]+-brief$/.test(one));
    expect(others).toEqual([]);
    const file = path.join(folder, name);
    return { file, bytes: await readFile(file) };
  }

  test('is kept for the next time', async () => {
    const first = await check();
    expect(first).toContain('placeholder-x');
    const { bytes } = await kept();
    expect(await check()).toBe(first);
    expect((await kept()).bytes.equals(bytes)).toBe(true);
  });

  test.each([
    ['is cut short', (bytes: Buffer) => bytes.subarray(0, 1000)],
    ['is empty', () => Buffer.alloc(0)],
    ['was lost in the middle', (bytes: Buffer) => Buffer.from(bytes).fill(0, 1000, 2000)],
  ])('is compiled anew where it %s', async (_, damage) => {
    const first = await check();
    const { file, bytes } = await kept();
    await writeFile(file, damage(bytes));
    expect(await check()).toBe(first);
    expect((await kept()).bytes.length).toBeGreaterThan(bytes.length / 2);
  });
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
      name: 'WebWorkerExtensionHost -> planwright.js',
      importScripts: (name: string) =>
        vm.runInContext(readFileSync(bundlePath(name), 'utf8'), this.#scope),
      ...{ atob, btoa },
      ...{ Blob, TextEncoder, TextDecoder, URL, URLSearchParams, AbortController, structuredClone },
    };
    this.#scope.self = this.#scope;
    vm.runInNewContext(code, this.#scope, { filename: 'server.browser.js' });
  }

  /** As a task of its own, as messages come to a worker: after what its script has begun. */
  send(message: object): void {
    setImmediate(() => this.#scope.onmessage?.({ data: { jsonrpc: '2.0', ...message } }));
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
