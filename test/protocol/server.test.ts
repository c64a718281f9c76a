import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  type CodeAction,
  type CompletionItem,
  type CompletionList,
  DiagnosticSeverity,
  type DocumentDiagnosticReport,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type Location,
  type LocationLink,
  type SignatureHelp,
  type SymbolInformation,
} from 'vscode-languageserver';
import { Client, positionOf, rangeOf, usualCapabilities } from './client.ts';

const uri = 'file:///plans/%E7%94%B2%E9%95%87.plan';
const plan = `规划：甲镇“十四五”规划
期间：2021—2025年
基期：2020年

# 发展目标
到2025年，达到{国民生产总值@2025}。

指标 地区生产总值（亿元）
别名：GDP、国民生产总值
2020年：2.2亿元

目标 地区生产总值：达3亿元，比基期增0.8亿元
目标 税收收入：380万元，比上年增80万元，增长26.7%

# 重点任务
举措 优化种植结构
责任：农业农村办公室
目标 优质水稻种植面积：保持5000亩
`;
/** The rate does not fit: 80 are 26.7 % of 300. */
const wrong = plan.replace('26.7%', '50%');
const textDocument = { uri };

const errorsOf = (diagnostics: readonly { severity?: number }[]) =>
  diagnostics.filter(({ severity }) => severity === DiagnosticSeverity.Error);

describe('diagnostics', () => {
  test('come with the version, in the reader’s language, with the other places', async () => {
    const client = await Client.start();
    client.open(uri, wrong);
    const [error] = errorsOf(await client.diagnostics(uri));
    expect(error).toMatchObject({ source: 'Planwright', code: expect.any(String) });
    expect((error as { message: string }).message).toMatch(/\p{Script=Han}/u);
    const href = expect.stringMatching(/^file:.*\/docs\/rules\/[a-z-]+\.md$/);
    expect(error).toMatchObject({ codeDescription: { href } });
    const { relatedInformation = [] } = error as { relatedInformation?: unknown[] };
    expect(relatedInformation.length).toBeGreaterThan(0);
  });

  test('are in English for an English reader', async () => {
    const client = await Client.start({ locale: 'en' });
    client.open(uri, wrong);
    const [error] = errorsOf(await client.diagnostics(uri)) as { message: string }[];
    expect(error.message).toMatch(/[a-z]{3}/);
  });

  test('go when the figure is put right by an edit of a range', async () => {
    const client = await Client.start();
    client.open(uri, wrong);
    expect(errorsOf(await client.diagnostics(uri))).not.toEqual([]);
    client.change(uri, '26.7', rangeOf(wrong, '50'));
    expect(errorsOf(await client.diagnostics(uri))).toEqual([]);
  });

  test('of many changes in a row are those of the last', async () => {
    const client = await Client.start();
    client.open(uri, wrong);
    const start = positionOf(wrong, '50%');
    const figure = { start, end: { ...start, character: start.character + 2 } };
    for (const rate of ['60', '70', '80', '90']) client.change(uri, rate, figure);
    client.change(uri, '26.7', figure);
    expect(errorsOf(await client.diagnostics(uri))).toEqual([]);
  });

  test('are those of the whole new text where no range is given', async () => {
    const client = await Client.start();
    client.open(uri, wrong);
    client.change(uri, plan);
    expect(errorsOf(await client.diagnostics(uri))).toEqual([]);
  });

  test('are taken back when the document is closed', async () => {
    const client = await Client.start();
    client.open(uri, wrong);
    await client.diagnostics(uri);
    client.close(uri);
    const { diagnostics } = await client.until((last) => last.version === undefined);
    expect(diagnostics).toEqual([]);
  });

  test('are at most a thousand, and the last says how many more', async () => {
    const client = await Client.start();
    client.open(uri, `${'目标 税收：xxx万元\n'.repeat(1200)}`);
    const diagnostics = await client.diagnostics(uri);
    expect(diagnostics).toHaveLength(1000);
    expect(diagnostics[999].message).toMatch(/^另有\d+处没有列出/);
  });

  test('are given to those who ask for them, and not sent as well', async () => {
    const { textDocument: usual, ...others } = usualCapabilities;
    const client = await Client.start({
      capabilities: { ...others, textDocument: { ...usual, diagnostic: {} } },
    });
    expect(client.initialized.capabilities.diagnosticProvider).toBeDefined();
    client.open(uri, wrong);
    const ask = (previousResultId?: string) =>
      client.request<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument,
        previousResultId,
      });
    const report = await ask();
    expect(report.kind).toBe('full');
    expect(errorsOf('items' in report ? report.items : [])).not.toEqual([]);
    expect(await ask(report.resultId)).toMatchObject({ kind: 'unchanged' });
    client.change(uri, '26.7', rangeOf(wrong, '50'));
    const later = await ask(report.resultId);
    expect(errorsOf('items' in later ? later.items : [])).toEqual([]);
    expect(client.published).toEqual([]);
  });
});

describe('features', () => {
  test('say which they are', async () => {
    const { initialized } = await Client.start();
    expect(initialized.capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      hoverProvider: true,
      definitionProvider: true,
      documentSymbolProvider: true,
      foldingRangeProvider: true,
    });
    expect(initialized.capabilities.diagnosticProvider).toBeUndefined();
  });

  test('hover, in the state in which it was asked for', async () => {
    const client = await Client.start();
    client.open(uri, plan);
    const start = positionOf(plan, '3亿元');
    client.change(uri, '3.5', { start, end: { ...start, character: start.character + 1 } });
    const hover = await client.request<Hover>('textDocument/hover', {
      textDocument,
      position: positionOf(plan, '目标 地区', 4),
    });
    const { value } = hover.contents as { value: string };
    expect(value).toContain('3.5亿元');
    expect(value).toContain(`(${uri}#L10)`);
    const name = positionOf(plan, '地区生产总值：达');
    expect(hover.range).toEqual({ start: name, end: { ...name, character: name.character + 6 } });
  });

  test.each([true, false])('a hover with pictures only where they are shown: %s', async (shown) => {
    const client = await Client.start({ initializationOptions: { showsPictures: shown } });
    client.open(uri, plan);
    const position = positionOf(plan, '目标 地区', 4);
    const hover = await client.request<Hover>('textDocument/hover', { textDocument, position });
    const { value } = hover.contents as { value: string };
    expect(value.includes('data:image')).toBe(shown);
    expect(value).toMatch(/\n\n别名：/);
    expect(value).not.toMatch(/\n{3}/);
  });

  test('completion, with more of an item when it is looked at', async () => {
    const client = await Client.start();
    client.open(uri, `${plan}目标 `);
    const { items, isIncomplete } = await client.request<CompletionList>(
      'textDocument/completion',
      { textDocument, position: { line: plan.split('\n').length - 1, character: 3 } },
    );
    expect(isIncomplete).toBe(false);
    expect(items.map(({ label }) => label)).toEqual([
      '地区生产总值',
      '税收收入',
      '优质水稻种植面积',
    ]);
    expect(items[0]).toMatchObject({
      detail: '3亿元 · 2025年',
      filterText: expect.stringContaining('sheng chan zong zhi GDP'),
      textEdit: { newText: '地区生产总值：' },
    });
    const { documentation } = await client.request<CompletionItem>(
      'completionItem/resolve',
      items[0],
    );
    expect(documentation).toMatchObject({ value: expect.stringContaining('比2020年') });
  });

  test('completion of paths', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'planwright-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(path.join(folder, '指标库.plan'), '');
    const client = await Client.start();
    const here = pathToFileURL(path.join(folder, '甲.plan')).href;
    client.open(here, '引用 ');
    const { items } = await client.request<CompletionList>('textDocument/completion', {
      textDocument: { uri: here },
      position: { line: 0, character: 3 },
    });
    expect(items.map(({ textEdit }) => textEdit?.newText)).toEqual(['./指标库.plan', '../']);
  });

  test('skeletons for those who can put tab stops', async () => {
    const textDocumentCapabilities = {
      ...usualCapabilities.textDocument,
      completion: { completionItem: { snippetSupport: true } },
    };
    const client = await Client.start({
      capabilities: { ...usualCapabilities, textDocument: textDocumentCapabilities },
    });
    client.open(uri, '');
    const { items } = await client.request<CompletionList>('textDocument/completion', {
      textDocument,
      position: { line: 0, character: 0 },
    });
    expect(items[0]).toMatchObject({ label: '五年规划（整篇）', insertTextFormat: 2 });
  });

  test('what Enter continues', async () => {
    const client = await Client.start();
    client.open(uri, '一是修路。\n\n二是通水。');
    client.change(uri, '', { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } });
    client.change(uri, '\n', { start: { line: 0, character: 5 }, end: { line: 0, character: 5 } });
    const edits = await client.request('textDocument/onTypeFormatting', {
      ...{ textDocument, position: { line: 1, character: 0 }, ch: '\n' },
      options: { tabSize: 2, insertSpaces: true },
    });
    const at = (line: number, start: number, end: number) => ({
      start: { line, character: start },
      end: { line, character: end },
    });
    expect(edits).toEqual([
      { range: at(1, 0, 0), newText: '二是' },
      { range: at(2, 0, 2), newText: '三是' },
    ]);
  });

  test('the parts of a claim', async () => {
    const client = await Client.start();
    client.open(uri, `${plan}目标 税收收入：力争`);
    const help = await client.request<SignatureHelp>('textDocument/signatureHelp', {
      textDocument,
      position: { line: plan.split('\n').length - 1, character: 10 },
    });
    const [{ label, parameters = [] }] = help.signatures;
    expect(label).toMatch(/^到2025年 力争 达到 …万元，/);
    const [start, end] = parameters[help.activeParameter ?? -1].label as [number, number];
    expect(label.slice(start, end)).toBe('达到');
  });

  test('outline, as a tree and as a list', async () => {
    const client = await Client.start();
    client.open(uri, plan);
    const tree = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument,
    });
    expect(tree.map(({ name }) => name)).toEqual(['一、发展目标', '二、重点任务']);
    expect(tree[1].children?.[0]).toMatchObject({ name: '优化种植结构' });

    const plain = await Client.start({ capabilities: {} });
    plain.open(uri, plan);
    const list = await plain.request<SymbolInformation[]>('textDocument/documentSymbol', {
      textDocument,
    });
    expect(list.find(({ name }) => name === '优化种植结构')).toMatchObject({
      containerName: '二、重点任务',
    });
  });

  test('outline without targets, where they are not wanted', async () => {
    const client = await Client.start({
      initializationOptions: { settings: { outline: { targets: 'never' } } },
    });
    client.open(uri, plan);
    const tree = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument,
    });
    expect(tree.flatMap(({ name, children }) => [name, children?.length])).toEqual([
      '一、发展目标',
      1,
      '二、重点任务',
      1,
    ]);
  });

  test('folding', async () => {
    const client = await Client.start();
    client.open(uri, plan);
    const ranges = await client.request<FoldingRange[]>('textDocument/foldingRange', {
      textDocument,
    });
    expect(ranges).toContainEqual({ startLine: 4, endLine: 12 });
  });

  test('definition, with and without links', async () => {
    const position = positionOf(plan, '国民生产总值@2025', 1);
    const declared = rangeOf(plan, '地区生产总值');
    const client = await Client.start();
    client.open(uri, plan);
    const [link] = await client.request<LocationLink[]>('textDocument/definition', {
      textDocument,
      position,
    });
    expect(link).toMatchObject({ targetUri: uri, targetSelectionRange: declared });

    const plain = await Client.start({ capabilities: {} });
    plain.open(uri, plan);
    expect(
      await plain.request<Location[]>('textDocument/definition', { textDocument, position }),
    ).toEqual([{ uri, range: declared }]);
  });

  test('quick fixes make the error go', async () => {
    const client = await Client.start();
    client.open(uri, wrong);
    const [error] = errorsOf(await client.diagnostics(uri)) as { range: Location['range'] }[];
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: error.range,
      context: { diagnostics: [error] },
    });
    const [change] = actions[0].edit?.documentChanges ?? [];
    expect(change).toMatchObject({ textDocument: { uri, version: 1 } });
    const { edits } = change as { edits: { range: Location['range']; newText: string }[] };
    for (const { range, newText } of edits) client.change(uri, newText, range);
    expect(errorsOf(await client.diagnostics(uri))).toEqual([]);
  });

  test('of an unknown document answer with nothing', async () => {
    const client = await Client.start();
    const unknown = {
      textDocument: { uri: 'file:///no/such.plan' },
      position: { line: 0, character: 0 },
    };
    expect(await client.request('textDocument/hover', unknown)).toBeNull();
    expect(await client.request('textDocument/completion', unknown)).toEqual([]);
    expect(await client.request('textDocument/documentSymbol', unknown)).toEqual([]);
    expect(await client.request('planwright/preview', { uri: 'file:///no/such.plan' })).toBeNull();
  });

  test('answer for places that are not there', async () => {
    const client = await Client.start();
    client.open(uri, plan);
    for (const position of [
      { line: 10_000, character: 10_000 },
      { line: 2, character: 10_000 },
    ]) {
      await client.request('textDocument/hover', { textDocument, position });
      await client.request('textDocument/completion', { textDocument, position });
      await client.request('textDocument/definition', { textDocument, position });
    }
    expect(client.log).toEqual([]);
  });
});

describe('the preview', () => {
  interface Preview {
    readonly version: number;
    readonly title: string;
    readonly html: string;
    readonly language: string;
  }

  test('is the report of the latest version, and says when there is a newer one', async () => {
    const client = await Client.start();
    const changed: { uri: string; version: number }[] = [];
    let told: () => void = () => {};
    client.connection.onNotification('planwright/previewChanged', (parameters) => {
      changed.push(parameters);
      told();
    });
    client.open(uri, plan);
    client.change(uri, '乙镇', rangeOf(plan, '甲镇'));
    await client.diagnostics(uri);
    expect(changed).toEqual([]);
    const preview = await client.request<Preview>('planwright/preview', { uri });
    expect(preview).toMatchObject({ version: 2, title: '乙镇“十四五”规划', language: 'zh-Hans' });
    expect(preview.html).toContain('data-line="4"');
    const isTold = new Promise<void>((resolve) => {
      told = resolve;
    });
    client.change(uri, '甲镇', rangeOf(plan, '甲镇'));
    await isTold;
    expect(changed).toEqual([{ uri, version: 3 }]);
  });
});

describe('documents', () => {
  test('of every sample are read without an entry in the log', async () => {
    const client = await Client.start();
    const folder = new URL('../../samples/', import.meta.url);
    const names = [
      '青禾镇十四五规划.plan',
      'willowmere-township-work-plan-2026.plan',
      '湖嵐鎮工作總結和工作計畫.plan',
    ];
    for (const name of names) {
      const sample = new URL(encodeURIComponent(name), folder);
      client.open(sample.href, await readFile(fileURLToPath(sample), 'utf8'));
      await client.diagnostics(sample.href);
    }
    expect(client.log).toEqual([]);
  });

  test('take in the indicators of the files that they include', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'planwright-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const library = path.join(folder, '指标 库（一）#1.plan');
    await writeFile(library, '指标 税收收入（万元）\n别名：税收\n');
    const including = pathToFileURL(path.join(folder, '规划.plan')).href;
    const text = '引用 ./指标 库（一）#1.plan\n\n目标 税收：380万元\n';
    const client = await Client.start();
    client.open(including, text);
    const definition = () =>
      client.request<LocationLink[]>('textDocument/definition', {
        textDocument: { uri: including },
        position: positionOf(text, '税收', 1),
      });
    const [place] = await definition();
    expect(fileURLToPath(place.targetUri)).toBe(library);
    expect(place.targetSelectionRange).toEqual({
      start: { line: 0, character: 3 },
      end: { line: 0, character: 7 },
    });

    // What is being typed in the included file counts at once.
    client.open(place.targetUri, '\n指标 税收收入（万元）\n别名：税收\n');
    await client.diagnostics(place.targetUri);
    const [later] = await definition();
    expect(later.targetSelectionRange.start.line).toBe(1);
    expect(client.log).toEqual([]);
  });

  test('take in what an include line says after it has been changed, and tell what is missing', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'planwright-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(path.join(folder, '库.plan'), '指标 税收收入（万元）\n2025年：380万元\n');
    const including = pathToFileURL(path.join(folder, '规划.plan')).href;
    const text = '引用 ./苦.plan\n\n税收{税收收入@2025}。\n';
    const client = await Client.start();
    client.open(including, text);
    const codes = async () => (await client.diagnostics(including)).map(({ code }) => code);
    expect(await codes()).toContain('include-problem');
    client.change(including, '库', rangeOf(text, '苦'));
    expect(await codes()).toEqual([]);
    expect(client.log).toEqual([]);
  });

  test('that include each other come to rest', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'planwright-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const [one, other] = ['甲', '乙'].map(
      (name) => pathToFileURL(path.join(folder, `${name}.plan`)).href,
    );
    const client = await Client.start();
    client.open(one, '引用 ./乙.plan\n目标 税收：380万元\n');
    client.open(other, '引用 ./甲.plan\n目标 投资：3亿元\n');
    client.change(one, '引用 ./乙.plan\n目标 税收：390万元\n');
    await client.diagnostics(one);
    await client.diagnostics(other);
    expect(
      await client.request('textDocument/foldingRange', { textDocument: { uri: one } }),
    ).toEqual([]);
  });

  test('without a file', async () => {
    const client = await Client.start();
    const untitled = 'untitled:Untitled-1';
    client.open(untitled, `引用 ./库.plan\n${wrong}`);
    expect(errorsOf(await client.diagnostics(untitled))).not.toEqual([]);
    const hover = await client.request<Hover>('textDocument/hover', {
      textDocument: { uri: untitled },
      position: positionOf(`引用 ./库.plan\n${wrong}`, '目标 地区', 4),
    });
    expect((hover.contents as { value: string }).value).not.toContain('](untitled:');
  });

  test.each([
    ['\r\n', 'CRLF'],
    ['\r', 'CR'],
  ])('with line ends of another kind: %j (%s)', async (lineEnd) => {
    const client = await Client.start();
    const text = wrong.replaceAll('\n', lineEnd);
    client.open(uri, text);
    const [error] = errorsOf(await client.diagnostics(uri)) as { range: Location['range'] }[];
    expect(error.range.start.line).toBe(positionOf(text, '50%').line);
    client.change(uri, '26.7', rangeOf(text, '50'));
    expect(errorsOf(await client.diagnostics(uri))).toEqual([]);
  });
});

test('the server ends when it is told to', async () => {
  const client = await Client.start();
  client.open(uri, plan);
  await client.stop();
  expect(client.process.exitCode).toBe(0);
});
