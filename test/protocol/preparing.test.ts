import { expect, test, vi } from 'vitest';
import { OpenDocument } from '../../server/src/lsp/open-document.ts';
import { Preparing } from '../../server/src/lsp/preparing.ts';

/** Documents that are open, and what is told when one has settled. */
function documents(...open: readonly OpenDocument[]) {
  let settled: (document: OpenDocument) => void = () => {};
  return {
    get: (uri: string) => open.find((document) => document.uri === uri),
    onSettled: (listener: typeof settled) => {
      settled = listener;
    },
    settle: (document: OpenDocument) => settled(document),
  };
}

const open = (uri: string) => new OpenDocument(uri, 'plan', 1, '', () => {});
const noProblem = () => {
  throw new Error('Nothing should go wrong.');
};

test('a document is made ready once', async () => {
  const document = open('file:///a.plan');
  const all = documents(document);
  const seen: string[] = [];
  const task = (name: string) =>
    function* ({ uri }: OpenDocument) {
      yield seen.push(`${name} ${uri}`);
    };
  new Preparing(all, [task('one'), task('other')], noProblem).listen();
  all.settle(document);
  await vi.waitUntil(() => seen.length === 2);
  all.settle(document);
  const another = open('file:///b.plan');
  const both = documents(document, another);
  const preparing = new Preparing(both, [task('last')], noProblem);
  preparing.listen();
  both.settle(another);
  await vi.waitUntil(() => seen.length > 2);
  expect(seen).toEqual(['one file:///a.plan', 'other file:///a.plan', 'last file:///b.plan']);
});

test('a document that reads otherwise from end to end is made ready again', async () => {
  const document = new OpenDocument(
    'file:///a.plan',
    'plan',
    1,
    '规划：甲\n期间：2021年\n',
    () => {},
  );
  const all = documents(document);
  const versions: number[] = [];
  function* task({ version }: OpenDocument) {
    yield versions.push(version);
  }
  new Preparing(all, [task], noProblem).listen();
  all.settle(document);
  await vi.waitUntil(() => versions.length === 1);
  const type = (line: number, text: string) => {
    const place = { line, character: 0 };
    document.change([{ range: { start: place, end: place }, text }], document.version + 1);
    all.settle(document);
  };
  type(2, '一句话。');
  type(1, '基期：2020年\n');
  await vi.waitUntil(() => versions.length === 2);
  expect(versions).toEqual([1, 3]);
});

test('who types comes first, and the rest is made ready later', async () => {
  const document = open('file:///a.plan');
  const all = documents(document);
  const versions: number[] = [];
  function* task() {
    versions.push(document.version);
    if (document.version === 1) document.change([{ text: '一' }], 2);
    // Until others are heard: an endless task is left when the document has changed.
    while (versions.at(-1) === 1) yield;
  }
  new Preparing(all, [task, task], noProblem).listen();
  all.settle(document);
  await vi.waitUntil(() => versions.length === 1);
  all.settle(document);
  await vi.waitUntil(() => versions.length === 3);
  expect(versions).toEqual([1, 2, 2]);
});

test('a task that throws takes no other with it', async () => {
  const document = open('file:///a.plan');
  const all = documents(document);
  const problems: unknown[] = [];
  const done: string[] = [];
  const fails = (): Iterable<unknown> => {
    throw new Error('no');
  };
  function* works() {
    yield done.push('works');
  }
  new Preparing(all, [fails, works], (_, problem) => problems.push(problem)).listen();
  all.settle(document);
  await vi.waitUntil(() => done.length === 1);
  expect(problems).toEqual([new Error('no')]);
});
