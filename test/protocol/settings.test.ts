/** Settings on their way to the findings: from the editor, from a project file, and when either changes. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ClientCapabilities, Diagnostic } from 'vscode-languageserver';
import { Client, usualCapabilities } from './client.ts';

const text = '推进“河长制”、“林长制”。\n目标 引进新品种：5—3项\n';
const uri = 'untitled:plan';

const asked: ClientCapabilities = {
  ...usualCapabilities,
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
};

const told = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ code, severity }) => `${severity} ${code}`);

/** The findings as soon as they are these. */
function findings(client: Client, document: string, expected: readonly string[]): Promise<unknown> {
  return client.until(
    (published) =>
      published.uri === document && told(published.diagnostics).join() === expected.join(),
  );
}

async function folder(files: Readonly<Record<string, string>>): Promise<string> {
  const place = await mkdtemp(path.join(os.tmpdir(), 'planwright-settings-'));
  onTestFinished(() => rm(place, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(place, name)), { recursive: true });
    await writeFile(path.join(place, name), content);
  }
  return place;
}

const addressOf = (...parts: string[]) => pathToFileURL(path.join(...parts)).href;

describe('settings of the editor', () => {
  test('are asked for, and asked for again when they change', async () => {
    let settings: unknown = { checks: { 'quoted-list-comma': 'warning' } };
    const client = await Client.start({
      capabilities: asked,
      configuration: () => settings,
    });
    client.open(uri, text);
    await findings(client, uri, ['2 quoted-list-comma', '1 inverted-range']);
    settings = { checks: { 'inverted-range': 'off' } };
    client.notify('workspace/didChangeConfiguration', { settings: null });
    await findings(client, uri, []);
  });

  test('may be given at the start, and told when they change', async () => {
    const client = await Client.start({
      initializationOptions: { settings: { checks: { 'inverted-range': 'hint' } } },
    });
    client.open(uri, text);
    await findings(client, uri, ['3 inverted-range']);
    const planwright = { checks: { 'inverted-range': 'off' } };
    client.notify('workspace/didChangeConfiguration', { settings: { planwright } });
    await findings(client, uri, []);
  });

  test('choose the language of messages', async () => {
    let settings: unknown = { language: 'en' };
    const client = await Client.start({ capabilities: asked, configuration: () => settings });
    client.open(uri, '目标 引进新品种：5—3项\n');
    const inLanguage = (letters: RegExp) =>
      client.until(({ diagnostics: [first] }) => letters.test(String(first?.message)));
    await inLanguage(/[a-z]{3}/);
    settings = {};
    client.notify('workspace/didChangeConfiguration', { settings: null });
    await inLanguage(/\p{Script=Han}{3}/u);
  });

  test('that do not exist are named in the log', async () => {
    const client = await Client.start({ initializationOptions: { settings: { rangedash: '-' } } });
    client.open(uri, text);
    await client.diagnostics(uri);
    expect(client.log).toEqual([
      'planwright: “rangedash”：没有这项设置，是不是“rangeDash”。这一处不起作用。',
    ]);
  });
});

describe('a project file', () => {
  test('is stronger than the editor, and counts for what lies below it', async () => {
    const place = await folder({
      '.planwright.json': '{"checks": {"inverted-range": "warning"}}',
      '村/.planwright.json': '{"checks": {"inverted-range": "hint"}}',
    });
    const client = await Client.start({
      initializationOptions: { settings: { checks: { 'inverted-range': 'off' } } },
    });
    const above = addressOf(place, '镇', '甲.plan');
    const below = addressOf(place, '村', '乙.plan');
    client.open(above, text);
    client.open(below, text);
    await findings(client, above, ['2 inverted-range']);
    await findings(client, below, ['3 inverted-range']);
  });

  test('above the folder that is open does not count', async () => {
    const place = await folder({ '.planwright.json': '{"checks": {"inverted-range": "hint"}}' });
    const client = await Client.start({ folders: [addressOf(place, '镇')] });
    const document = addressOf(place, '镇', '甲.plan');
    client.open(document, text);
    await findings(client, document, ['1 inverted-range']);
  });

  test('is read again when it comes, changes or goes', async () => {
    const place = await folder({});
    const client = await Client.start({ folders: [addressOf(place)] });
    const document = addressOf(place, '甲.plan');
    const file = path.join(place, '.planwright.json');
    const changed = () =>
      client.notify('workspace/didChangeWatchedFiles', {
        changes: [{ uri: addressOf(file), type: 2 }],
      });
    client.open(document, text);
    await findings(client, document, ['1 inverted-range']);
    await writeFile(file, '{"checks": {"inverted-range": "hint"}}');
    changed();
    await findings(client, document, ['3 inverted-range']);
    await rm(file);
    changed();
    await findings(client, document, ['1 inverted-range']);
  });

  test('with a mistake says so in its own place, until it is mended', async () => {
    const place = await folder({ '.planwright.json': '{"checks": {"inverted-range": "hint"}' });
    const client = await Client.start({ folders: [addressOf(place)] });
    const document = addressOf(place, '甲.plan');
    const file = path.join(place, '.planwright.json');
    client.open(document, text);
    await findings(client, document, ['1 inverted-range']);
    const { diagnostics } = await client.until((published) => published.uri === addressOf(file));
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '这里缺右花括号。改好以前，整个文件都不起作用。',
    ]);
    expect(client.log.join()).toContain(':1:38 这里缺右花括号。');
    await writeFile(file, '{"checks": {"inverted-range": "hint"}}');
    const changes = [{ uri: addressOf(file), type: 2 }];
    client.notify('workspace/didChangeWatchedFiles', { changes });
    await findings(client, document, ['3 inverted-range']);
    await findings(client, addressOf(file), []);
  });
});
