/** The preview shows what the settings want, and holds a summary against the plan that it names. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { Client } from './client.ts';

const plan = '计划：甲镇2021年工作计划\n期间：2021年\n\n目标 公路：10公里\n';
const summary =
  '总结：甲镇2021年工作总结\n期间：2021年\n依据：./计划.plan\n\n实绩 公路：8公里\n\n表 完成情况\n';

/** Asks for the preview again each time that there is a newer one, until it holds the words. */
async function previewWith(client: Client, uri: string, words: string): Promise<void> {
  let changed = (): void => {};
  client.connection.onNotification('planwright/previewChanged', () => changed());
  for (;;) {
    const isChanged = new Promise<void>((resolve) => {
      changed = resolve;
    });
    const { html } = await client.request<{ html: string }>('planwright/preview', { uri });
    if (html.includes(words)) return;
    await isChanged;
  }
}

async function opened(): Promise<{ client: Client; folder: string; uri: string }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'planwright-preview-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(path.join(folder, '计划.plan'), plan);
  const client = await Client.start();
  const uri = pathToFileURL(path.join(folder, '总结.plan')).href;
  client.open(uri, summary);
  return { client, folder, uri };
}

test('results are held against the plan, as it is on the disk and as it is open', async () => {
  const { client, folder, uri } = await opened();
  await previewWith(client, uri, '<td class="completion">80%</td>');
  const planUri = pathToFileURL(path.join(folder, '计划.plan')).href;
  client.open(planUri, plan.replace('10公里', '16公里'));
  await previewWith(client, uri, '<td class="completion">50%</td>');
});

test('a plan that is named later is read then', async () => {
  const { client, uri } = await opened();
  await previewWith(client, uri, '80%');
  const line = { start: { line: 2, character: 0 }, end: { line: 2, character: 13 } };
  client.change(uri, '依据：./没有.plan', line);
  await previewWith(client, uri, '<td class="value">8</td>');
  client.change(uri, '依据：./计划.plan', line);
  await previewWith(client, uri, '80%');
});

test('settings that change show at once', async () => {
  const { client, uri } = await opened();
  await previewWith(client, uri, '<p class="statements">');
  const planwright = { report: { targets: 'list', annexes: ['evaluation'] } };
  client.notify('workspace/didChangeConfiguration', { settings: { planwright } });
  await previewWith(client, uri, '<ul class="statements">');
  await previewWith(client, uri, '附件');
});

test('whoever says what it shows is sent what has changed since', async () => {
  const { client, uri } = await opened();
  await previewWith(client, uri, '80%');
  const ask = (since: number) =>
    client.request<{ state: number; since: number; changes: readonly object[] }>(
      'planwright/preview',
      { uri, since },
    );
  const whole = await ask(0);
  expect(whole).toMatchObject({ since: 0, changes: [{ at: 0, removed: 0 }] });
  const between = { line: 5, character: 0 };
  client.change(uri, '\n修路。\n', { start: between, end: between });
  const more = await ask(whole.state);
  expect(more).toMatchObject({
    since: whole.state,
    changes: [{ inserted: [{ html: '<p data-line="0">修路。</p>\n', line: 6 }] }],
    shifts: [{ by: 2 }],
  });
  // A state that nobody knows any more: the whole report.
  expect(await ask(more.state + 1000)).toMatchObject({ since: 0, changes: [{ at: 0 }] });
});

test('whoever says what it shows is sent what changes with the word that it did, for a while', async () => {
  const { client, uri } = await opened();
  await previewWith(client, uri, '80%');
  interface Told {
    readonly changes?: { readonly since: number; readonly state: number };
  }
  const told: Told[] = [];
  let arrived = (): void => {};
  client.connection.onNotification('planwright/previewChanged', (changed: Told) => {
    told.push(changed);
    arrived();
  });
  const edit = async (text: string): Promise<Told['changes']> => {
    const next = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const at = { line: 5, character: 0 };
    client.change(uri, text, { start: at, end: at });
    await next;
    return told[told.length - 1].changes;
  };
  const ask = () => client.request<{ state: number }>('planwright/preview', { uri, since: 0 });
  const { state } = await ask();
  expect(await edit('甲')).toBeUndefined();
  client.notify('planwright/previewShown', { uri, state });
  const first = await edit('乙');
  expect(first).toMatchObject({
    since: state,
    changes: [{ inserted: [{ html: '<p data-line="0">乙甲</p>\n', line: 5 }] }],
  });
  // The next one follows on it, though nobody has said yet that it is shown.
  const second = await edit('丙');
  expect(second).toMatchObject({ since: first?.state });
  client.notify('planwright/previewShown', { uri, state: first?.state });
  let last = await edit('丁');
  expect(last).toMatchObject({ since: second?.state });
  // Whoever never says so again is told only that something has changed.
  for (let count = 0; last; count++) {
    expect(count).toBeLessThan(20);
    const before: number = last.state;
    last = await edit('戊');
    if (last) expect(last.since).toBe(before);
  }
  // A state that was never given.
  client.notify('planwright/previewShown', { uri, state: 99_999 });
  expect(await edit('己')).toBeUndefined();
  const again = await ask();
  client.notify('planwright/previewShown', { uri, state: again.state });
  expect(await edit('庚')).toMatchObject({ since: again.state });
});
