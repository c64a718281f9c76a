import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { paragraph, wordFile } from '../importer/word-file.ts';
import { folderWith, planwright } from './run-planwright.ts';

const text = '甲镇2026年工作计划\n一、农业\n稳住面积。\n— 3 —\n';
const plan = '计划：甲镇2026年工作计划\n期间：2026年\n\n一、农业\n稳住面积。\n';

test('to standard output, with what was left out on standard error', async () => {
  const folder = folderWith({ 'a.txt': text });
  const { status, out, err } = await planwright(['import', path.join(folder, 'a.txt')]);
  expect({ status, out, err }).toEqual({
    status: 0,
    out: plan,
    err: 'Not imported: page numbers (1).\n',
  });
});

test('to a file that is replaced in one step, and nothing else is left', async () => {
  const folder = folderWith({ 'a.docx': wordFile(paragraph('甲。')), 'a.plan': 'old' });
  const target = path.join(folder, 'a.plan');
  expect(await planwright(['import', path.join(folder, 'a.docx'), '-o', target])).toEqual({
    status: 0,
    out: '',
    err: '',
  });
  expect(readFileSync(target, 'utf8')).toBe('甲。\n');
  expect(readdirSync(folder).sort()).toEqual(['a.docx', 'a.plan']);
});

test.each([
  ['a page', '<!DOCTYPE html><h2>农业</h2><p>甲。</p>', '# 农业\n甲。\n'],
  ['a text', '甲。\n乙。', '甲。\n\n乙。\n'],
  ['a Word file', wordFile(paragraph('甲。')), '甲。\n'],
])('%s from standard input', async (_, input, expected) => {
  const { status, out } = await planwright(['import', '-'], { input });
  expect({ status, out }).toEqual({ status: 0, out: expected });
});

test('an old Chinese text is read, and its owner told', async () => {
  // 甲镇 in GB18030.
  const folder = folderWith({ 'a.txt': new Uint8Array([0xbc, 0xd7, 0xd5, 0xf2]) });
  const { out, err } = await planwright(['import', path.join(folder, 'a.txt')]);
  expect(out).toBe('甲镇\n');
  expect(err).toContain('GB18030');
});

test.each([
  [[], 'import needs one file: planwright import FILE.docx -o OUT.plan'],
  [['a.txt', 'b.txt'], 'import needs one file'],
  [['none.docx'], 'none.docx cannot be read: there is no such file.'],
  [['broken.docx'], 'broken.docx cannot be imported: it is no Word file (.docx), or a damaged one'],
  [['old.doc'], 'old.doc cannot be imported: it is an older Word file (.doc)'],
  [['a.pdf'], 'a.pdf cannot be imported: only .docx, .html, .md and .txt files can.'],
  [['empty.txt'], 'empty.txt holds no words that could be imported.'],
])('2 for %j', async (words, sentence) => {
  const folder = folderWith({
    'a.pdf': '%PDF',
    'a.txt': '',
    'b.txt': '',
    'broken.docx': 'PK',
    'empty.txt': ' \n',
    'old.doc': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]),
  });
  const named = words.map((word) => path.join(folder, word));
  const { status, out, err } = await planwright(['import', ...named]);
  expect(status).toBe(2);
  expect(out).toBe('');
  expect(err).toContain(sentence);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});
