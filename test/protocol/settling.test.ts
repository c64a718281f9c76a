import { expect, test } from 'vitest';
import { OpenDocument } from '../../server/src/lsp/open-document.ts';
import { Settling } from '../../server/src/lsp/settling.ts';

const open = (uri: string) => new OpenDocument(uri, 'plan', 1, '', () => {});
const typeInto = (document: OpenDocument) =>
  document.change([{ text: '一' }], document.version + 1);

/** A turn in which a message would be handled. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test('changes that wait in the queue are looked at once, in their last state', async () => {
  const seen: number[] = [];
  const settling = new Settling(async ({ version }) => {
    seen.push(version);
  });
  const document = open('file:///a.plan');
  for (let count = 0; count < 10; count++) {
    typeInto(document);
    settling.changed(document);
    await turn();
  }
  await settling.settled(document);
  expect(seen).toEqual([11]);
});

test('who waits for a document is told when its latest state has been looked at', async () => {
  const seen: number[] = [];
  const document = open('file:///a.plan');
  const settling = new Settling(async ({ version }) => {
    seen.push(version);
    // Something is typed while the first state is being looked at.
    if (seen.length === 1) {
      typeInto(document);
      settling.changed(document);
    }
  });
  settling.changed(document);
  await settling.settled(document);
  expect(seen).toEqual([1, 2]);
});

test('who waits for a document that is closed is told at once', async () => {
  const settling = new Settling(async () => {});
  const document = open('file:///a.plan');
  settling.changed(document);
  const waiting = settling.settled(document);
  settling.closed(document);
  await waiting;
});

test('what has been looked at need not be waited for', async () => {
  const settling = new Settling(async () => {});
  await settling.settled(open('file:///a.plan'));
});

test('each document has its turn', async () => {
  const seen: string[] = [];
  const settling = new Settling(async ({ uri }) => {
    seen.push(uri);
  });
  const documents = ['file:///a.plan', 'file:///b.plan', 'file:///c.plan'].map(open);
  for (const document of documents) settling.changed(document);
  await Promise.all(documents.map((document) => settling.settled(document)));
  expect(seen).toEqual(['file:///a.plan', 'file:///b.plan', 'file:///c.plan']);
});
