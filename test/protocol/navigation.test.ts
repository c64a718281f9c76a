import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  FileChangeType,
  type LinkedEditingRanges,
  type Location,
  LSPErrorCodes,
  type ResponseError,
  type SelectionRange,
  type SymbolInformation,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { Client, positionOf, rangeOf, usualCapabilities } from './client.ts';

const capabilities: ClientCapabilities = {
  ...usualCapabilities,
  workspace: {
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

const library = '指标 税收收入（万元）\n别名：税收\n2020年：300万元\n';
const town = `规划：甲镇规划
期间：2021—2025年
汇总：./村/*.plan

引用 ./共用/指标库.plan

# 发展目标
税收收入要稳步增长，达到{税收收入@2025}。

目标 税收收入：380万元
目标 税收：381万元

图 税收收入
`;
const village = '规划：乙村规划\n上级：../甲镇.plan\n\n目标 税收收入：38万元\n';
const stranger = '规划：丙镇规划\n\n目标 税收收入：900万元\n';

const files: Readonly<Record<string, string>> = {
  '甲镇.plan': town,
  '共用/指标库.plan': library,
  '村/乙村.plan': village,
  '丙镇.plan': stranger,
  'node_modules/别处.plan': stranger,
};

interface Folder {
  readonly client: Client;
  readonly at: (name: string) => string;
  readonly disk: string;
  /** Tells the server of a file as a watcher does. */
  readonly changed: (name: string, type: FileChangeType) => void;
}

/** A folder with those files, which an editor has open with none of them shown. */
async function openFolder(options: ClientCapabilities = capabilities): Promise<Folder> {
  const disk = await mkdtemp(path.join(os.tmpdir(), 'planwright-'));
  onTestFinished(() => rm(disk, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(disk, name)), { recursive: true });
    await writeFile(path.join(disk, name), text);
  }
  const at = (name: string) => pathToFileURL(path.join(disk, name)).href;
  const client = await Client.start({ capabilities: options, folders: [at('')] });
  const changed = (name: string, type: FileChangeType) =>
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: at(name), type }] });
  return { client, at, disk, changed };
}

function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n');
  for (const { range, newText } of [...edits].reverse()) {
    const { line, character } = range.start;
    lines[line] =
      lines[line].slice(0, character) + newText + lines[line].slice(range.end.character);
  }
  return lines.join('\n');
}

function changesOf(edit: WorkspaceEdit | null): TextDocumentEdit[] {
  return (edit?.documentChanges ?? []) as TextDocumentEdit[];
}

/** The texts of all files that an edit changes, by name. */
function textsAfter({ at }: Folder, edit: WorkspaceEdit | null): Record<string, string> {
  return Object.fromEntries(
    changesOf(edit).map(({ textDocument, edits }) => {
      const name =
        Object.keys(files).find((candidate) => at(candidate) === textDocument.uri) ?? '?';
      return [name, applied(files[name], edits as TextEdit[])];
    }),
  );
}

const nameOf = ({ at }: Folder, uri: string): string =>
  Object.keys(files).find((name) => at(name) === uri) ?? uri;

describe('in all plans of a folder', () => {
  const find = async (folder: Folder, query: string): Promise<string[]> => {
    const found = await folder.client.request<SymbolInformation[]>('workspace/symbol', { query });
    return found.map(({ name, location }) => `${name} ${nameOf(folder, location.uri)}`);
  };

  test('symbols are found by letters in their order, in files that are not open', async () => {
    const folder = await openFolder();
    expect(await find(folder, '税收')).toEqual([
      '税收 甲镇.plan',
      ...['丙镇.plan', '共用/指标库.plan', '村/乙村.plan', '甲镇.plan'].map(
        (name) => `税收收入 ${name}`,
      ),
      '税收收入 甲镇.plan',
    ]);
    expect(await find(folder, '发目')).toEqual(['一、发展目标 甲镇.plan']);
    expect(await find(folder, '没有的')).toEqual([]);
  });

  test('an open document counts as it is, and what was not saved is gone when it is closed', async () => {
    const folder = await openFolder();
    const uri = folder.at('丙镇.plan');
    folder.client.open(uri, `${stranger}目标 茶园面积：30亩\n`);
    expect(await find(folder, '茶园')).toEqual(['茶园面积 丙镇.plan']);
    folder.client.close(uri);
    expect(await find(folder, '茶园')).toEqual([]);
  });

  test('files that come, change and go are followed', async () => {
    const folder = await openFolder();
    expect(await find(folder, '茶园')).toEqual([]);
    await writeFile(path.join(folder.disk, '丙镇.plan'), '目标 茶园面积：30亩\n');
    folder.changed('丙镇.plan', FileChangeType.Changed);
    expect(await find(folder, '茶园')).toEqual(['茶园面积 丙镇.plan']);
    await rename(path.join(folder.disk, '丙镇.plan'), path.join(folder.disk, '丁镇.plan'));
    folder.changed('丙镇.plan', FileChangeType.Deleted);
    folder.changed('丁镇.plan', FileChangeType.Created);
    expect(await find(folder, '茶园')).toEqual([`茶园面积 ${folder.at('丁镇.plan')}`]);
  });

  test('a folder that is added is searched, and one that is removed is not', async () => {
    const folder = await openFolder();
    const uri = folder.at('node_modules');
    const change = (event: object) =>
      folder.client.notify('workspace/didChangeWorkspaceFolders', { event });
    change({ added: [{ uri, name: 'other' }], removed: [{ uri: folder.at(''), name: 'a' }] });
    expect(await find(folder, '税收收入')).toEqual(['税收收入 node_modules/别处.plan']);
    change({ added: [], removed: [{ uri, name: 'other' }] });
    expect(await find(folder, '税收收入')).toEqual([]);
  });

  test('for a client that watches no files everything is looked at again', async () => {
    const { didChangeWatchedFiles, ...workspace } = capabilities.workspace ?? {};
    expect(didChangeWatchedFiles).toBeDefined();
    const folder = await openFolder({ ...capabilities, workspace });
    expect(await find(folder, '茶园')).toEqual([]);
    await writeFile(path.join(folder.disk, '丙镇.plan'), '目标 茶园面积：30亩\n');
    expect(await find(folder, '茶园')).toEqual(['茶园面积 丙镇.plan']);
  });

  test('references lead to every place, under whatever name', async () => {
    const folder = await openFolder();
    const uri = folder.at('甲镇.plan');
    folder.client.open(uri, town);
    const references = (includeDeclaration: boolean) =>
      folder.client.request<Location[]>('textDocument/references', {
        textDocument: { uri },
        position: positionOf(town, '目标 税收收入', 4),
        context: { includeDeclaration },
      });
    const shown = (await references(true)).map(
      ({ uri: file, range }) => `${nameOf(folder, file)} ${range.start.line + 1}`,
    );
    expect(shown.sort()).toEqual(
      [
        ...[8, 8, 10, 11, 13].map((line) => `甲镇.plan ${line}`),
        ...[1, 2].map((line) => `共用/指标库.plan ${line}`),
        '村/乙村.plan 4',
        '丙镇.plan 3',
      ].sort(),
    );
    expect((await references(false)).length).toBe(shown.length - 1);
  });
});

describe('rename', () => {
  const ask = (folder: Folder, uri: string, position: object, newName: string) =>
    folder.client.request<WorkspaceEdit | null>('textDocument/rename', {
      ...{ textDocument: { uri }, position, newName },
    });

  test('changes the name wherever it is meant, in files that are not open as well', async () => {
    const folder = await openFolder();
    const uri = folder.at('甲镇.plan');
    folder.client.open(uri, town);
    const edit = await ask(folder, uri, positionOf(town, '目标 税收收入', 4), '税收总额');
    expect(textsAfter(folder, edit)).toEqual({
      '甲镇.plan': town
        .replace('{税收收入@', '{税收总额@')
        .replace('目标 税收收入', '目标 税收总额')
        .replace('图 税收收入', '图 税收总额'),
      '共用/指标库.plan': library.replace('税收收入', '税收总额'),
      '村/乙村.plan': village.replace('税收收入', '税收总额'),
      '丙镇.plan': stranger.replace('税收收入', '税收总额'),
    });
    const versions = changesOf(edit).map(({ textDocument }) => [
      nameOf(folder, textDocument.uri),
      textDocument.version,
    ]);
    expect(versions).toContainEqual(['甲镇.plan', 1]);
    expect(versions).toContainEqual(['丙镇.plan', null]);
  });

  test('asks about plans that have nothing to do with this one, where the client can', async () => {
    const { workspace } = capabilities;
    const folder = await openFolder({
      ...capabilities,
      workspace: {
        ...workspace,
        workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
      },
    });
    const uri = folder.at('甲镇.plan');
    folder.client.open(uri, town);
    const edit = await ask(folder, uri, positionOf(town, '目标 税收收入', 4), '税收总额');
    const asked = changesOf(edit)
      .filter(({ edits }) => edits.some((each) => 'annotationId' in each))
      .map(({ textDocument }) => nameOf(folder, textDocument.uri));
    expect(asked).toEqual(['丙镇.plan']);
    expect(Object.values(edit?.changeAnnotations ?? {})).toEqual([
      { label: expect.stringContaining('规划'), needsConfirmation: true },
    ]);
  });

  test('is prepared with the name as it stands', async () => {
    const folder = await openFolder();
    const uri = folder.at('甲镇.plan');
    folder.client.open(uri, town);
    const prepare = (position: object) =>
      folder.client.request('textDocument/prepareRename', { textDocument: { uri }, position });
    const { start, end } = rangeOf(town, '税收收入@2025');
    expect(await prepare(start)).toEqual({
      range: { start, end: { ...end, character: start.character + 4 } },
      placeholder: '税收收入',
    });
    expect(await prepare(positionOf(town, '期间'))).toBeNull();
    await expect(prepare(positionOf(town, '税收收入要'))).rejects.toThrow('正文里的“税收收入”');
  });

  test('refuses a name that another has, and one that cannot be a name', async () => {
    const folder = await openFolder();
    const uri = folder.at('村/乙村.plan');
    const text = `${village}目标 茶园面积：30亩\n`;
    folder.client.open(uri, text);
    const position = positionOf(text, '税收收入');
    await expect(ask(folder, uri, position, '茶园面积')).rejects.toThrow('第5行已有名为“茶园面积”');
    await expect(ask(folder, uri, position, '税、费')).rejects.toThrow('“、”会把它断开');
    await expect(ask(folder, uri, position, '税收')).rejects.toThrow('甲镇.plan：“税收”已是');
  });

  test('of a document that changes meanwhile is refused', async () => {
    const folder = await openFolder();
    const uri = folder.at('甲镇.plan');
    folder.client.open(uri, town);
    const position = positionOf(town, '目标 税收收入', 4);
    const stale = ask(folder, uri, position, '税收总额');
    folder.client.change(uri, 'x', { start: position, end: position });
    await expect(stale).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
  });

  test('that is cancelled is refused or still answered, and the server goes on', async () => {
    const folder = await openFolder();
    const uri = folder.at('甲镇.plan');
    folder.client.open(uri, town);
    const position = positionOf(town, '目标 税收收入', 4);
    const answer = await ask(folder, uri, position, '税收总额');
    const cancelling = new CancellationTokenSource();
    const { connection } = folder.client;
    const outcomes = Array.from({ length: 5 }, () =>
      connection
        .sendRequest(
          'textDocument/rename',
          { textDocument: { uri }, position, newName: '税收总额' },
          cancelling.token,
        )
        .catch(({ code }: ResponseError) => code),
    );
    cancelling.cancel();
    for (const outcome of await Promise.all(outcomes)) {
      expect([answer, LSPErrorCodes.RequestCancelled]).toContainEqual(outcome);
    }
    expect(await ask(folder, uri, position, '税收总额')).toEqual(answer);
    expect(folder.client.log).toEqual([]);
  });
});

describe('when files get other names', () => {
  const willRename = async (folder: Folder, from: string, to: string) =>
    textsAfter(
      folder,
      await folder.client.request<WorkspaceEdit | null>('workspace/willRenameFiles', {
        files: [{ oldUri: folder.at(from), newUri: folder.at(to) }],
      }),
    );

  test('paths that lead to them are written anew', async () => {
    const folder = await openFolder();
    expect(await willRename(folder, '甲镇.plan', '甲镇规划.plan')).toEqual({
      '村/乙村.plan': village.replace('../甲镇.plan', '../甲镇规划.plan'),
    });
  });

  test('so are their own paths, when they move', async () => {
    const folder = await openFolder();
    expect(await willRename(folder, '甲镇.plan', '镇/甲镇.plan')).toEqual({
      '甲镇.plan': town
        .replace('./村/*.plan', '../村/*.plan')
        .replace('./共用/指标库.plan', '../共用/指标库.plan'),
      '村/乙村.plan': village.replace('../甲镇.plan', '../镇/甲镇.plan'),
    });
  });

  test('and paths into and out of folders', async () => {
    const folder = await openFolder();
    expect(await willRename(folder, '村', '各村/山区')).toEqual({
      '甲镇.plan': town.replace('./村/*.plan', './各村/山区/*.plan'),
      '村/乙村.plan': village.replace('../甲镇.plan', '../../甲镇.plan'),
    });
  });

  test('a file that nothing leads to needs no edit', async () => {
    const folder = await openFolder();
    expect(await willRename(folder, '丙镇.plan', '丁镇.plan')).toEqual({});
  });
});

describe('in one document', () => {
  const uri = 'file:///plans/%E7%94%B2%E9%95%87.plan';
  const open = async (): Promise<Client> => {
    const client = await Client.start();
    client.open(uri, town);
    return client;
  };

  test('highlights tell where figures are said and where they are spoken of', async () => {
    const client = await open();
    const found = await client.request<DocumentHighlight[]>('textDocument/documentHighlight', {
      textDocument: { uri },
      position: positionOf(town, '目标 税收收入', 4),
    });
    const { Read, Write } = DocumentHighlightKind;
    expect(found.map(({ range, kind }) => [range.start.line + 1, kind])).toEqual([
      ...[8, 8].map((line) => [line, Read]),
      [10, Write],
      [13, Read],
    ]);
  });

  test('links lead to other plans', async () => {
    const folder = await openFolder();
    const plan = folder.at('甲镇.plan');
    folder.client.open(plan, town);
    const links = await folder.client.request<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri: plan },
    });
    expect(links.map(({ range, tooltip }) => [range, tooltip])).toEqual([
      [rangeOf(town, './村/*.plan'), '汇总的下级规划（1份）：乙村.plan'],
      [rangeOf(town, './共用/指标库.plan'), '取用这里的指标'],
    ]);
    const targets = await Promise.all(
      links.map((link) => folder.client.request<DocumentLink>('documentLink/resolve', link)),
    );
    expect(targets.map(({ target }) => nameOf(folder, target ?? ''))).toEqual([
      '村/乙村.plan',
      '共用/指标库.plan',
    ]);
  });

  test('a pattern leads to all files that fit it', async () => {
    const folder = await openFolder();
    const plan = folder.at('甲镇.plan');
    folder.client.open(plan, town);
    const places = await folder.client.request<{ targetUri: string }[]>('textDocument/definition', {
      textDocument: { uri: plan },
      position: positionOf(town, './村/*', 3),
    });
    expect(places.map(({ targetUri }) => nameOf(folder, targetUri))).toEqual(['村/乙村.plan']);
  });

  test('a selection grows from the name to the document', async () => {
    const client = await open();
    const [innermost] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument: { uri },
      positions: [positionOf(town, '稳步')],
    });
    const steps: string[] = [];
    for (let step: SelectionRange | undefined = innermost; step; step = step.parent) {
      const { start, end } = step.range;
      steps.push(`${start.line + 1}:${start.character}-${end.line + 1}:${end.character}`);
    }
    expect(steps).toEqual(['8:0-8:9', '8:0-8:24', '7:0-13:6', '1:0-14:0']);
  });

  test('a name is typed in all places at once', async () => {
    const client = await open();
    const linked = await client.request<LinkedEditingRanges | null>(
      'textDocument/linkedEditingRange',
      { textDocument: { uri }, position: positionOf(town, '目标 税收收入', 4) },
    );
    expect(linked?.ranges.map(({ start }) => start.line + 1)).toEqual([8, 10, 13]);
  });
});

test('each of them answers with nothing where there is nothing', async () => {
  const client = await Client.start({ capabilities });
  const uri = 'file:///plans/a.plan';
  client.open(uri, '一句话。');
  const place = { textDocument: { uri }, position: { line: 0, character: 1 } };
  const context = { includeDeclaration: true };
  expect(await client.request('textDocument/references', { ...place, context })).toBeNull();
  expect(await client.request('textDocument/documentHighlight', place)).toEqual([]);
  expect(await client.request('textDocument/documentLink', place)).toEqual([]);
  expect(await client.request('textDocument/prepareRename', place)).toBeNull();
  expect(await client.request('textDocument/rename', { ...place, newName: '甲' })).toBeNull();
  expect(await client.request('textDocument/linkedEditingRange', place)).toBeNull();
  expect(await client.request('workspace/symbol', { query: '甲' })).toEqual([]);
  const files = [{ oldUri: uri, newUri: 'file:///plans/b.plan' }];
  expect(await client.request('workspace/willRenameFiles', { files })).toBeNull();
});
