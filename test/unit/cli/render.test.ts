import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { folderWith, planwright } from './run-planwright.ts';

const plan = '规划：示例规划\n\n# 农业\n稳住面积。\n';

test('to standard output', async () => {
  const { status, out } = await planwright(['render', '-', '--to', 'html'], { input: plan });
  expect(status).toBe(0);
  expect(out).toMatch(/^<!DOCTYPE html>[\s\S]*示例规划[\s\S]*稳住面积/);
});

test.each([
  ['md', /^# 示例规划\n[\s\S]*稳住面积/],
  ['json', /^\{[\s\S]*示例规划[\s\S]*\}\n$/],
])('as %s', async (format, expected) => {
  const { status, out } = await planwright(['render', '-', '--to', format], { input: plan });
  expect(status).toBe(0);
  expect(out).toMatch(expected);
});

describe('to a file', () => {
  test('that is replaced in one step, and nothing else is left', async () => {
    const folder = folderWith({ 'a.plan': plan, 'a.html': 'old' });
    const target = path.join(folder, 'a.html');
    const words = ['render', path.join(folder, 'a.plan'), '--to', 'html', '-o', target];
    expect(await planwright(words)).toEqual({ status: 0, out: '', err: '' });
    expect(readFileSync(target, 'utf8')).toContain('示例规划');
    expect(readdirSync(folder).sort()).toEqual(['a.html', 'a.plan']);
  });

  test('that cannot be written is said in one line, and nothing is left', async () => {
    const folder = folderWith({ 'a.plan': plan });
    const target = path.join(folder, 'taken');
    mkdirSync(target);
    writeFileSync(path.join(target, 'x'), '');
    const { status, err } = await planwright([
      'render',
      path.join(folder, 'a.plan'),
      '--to',
      'html',
      '-o',
      target,
    ]);
    expect(status).toBe(2);
    expect(err).toMatch(/^.* cannot be written: .*\.\n$/);
    expect(readdirSync(folder).sort()).toEqual(['a.plan', 'taken']);
  });

  test('in a folder that is not there', async () => {
    const target = path.join(folderWith({}), 'none', 'a.html');
    const { status, err } = await planwright(['render', '-', '--to', 'html', '-o', target]);
    expect(status).toBe(2);
    expect(err).toBe(`${target} cannot be written: there is no such folder.\n`);
  });
});

describe('as a Word file', () => {
  test('into a pipe', async () => {
    const { status, out } = await planwright(['render', '-', '--to', 'docx'], { input: plan });
    expect(status).toBe(0);
    expect(out).toMatch(/^PK/);
  });

  test('but not onto a terminal', async () => {
    const { status, out, err } = await planwright(['render', '-', '--to', 'docx'], {
      input: plan,
      watched: true,
    });
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toBe(
      'A Word file cannot be shown in a terminal; say where to put it: -o OUT.docx\n',
    );
  });

  test('as an office issues it', async () => {
    const target = path.join(folderWith({}), 'a.docx');
    const words = ['render', '-', '--to', 'docx', '-o', target, '--layout', 'office', '--toc'];
    const facts = [
      '--number',
      '甲政发〔2026〕3号',
      '--copy-to',
      '县人民政府',
      '--printed-by',
      '党政办',
    ];
    const { status } = await planwright([...words, ...facts], { input: plan });
    expect(status).toBe(0);
    const xml = strFromU8(unzipSync(readFileSync(target))['word/document.xml']);
    for (const said of ['甲政发〔2026〕3号', '抄送：县人民政府。', '党政办', '目　录']) {
      expect(xml).toContain(said);
    }
  });
});

test.each([
  [['render'], 'render needs one file and a format'],
  [['render', 'a', 'b', '--to', 'html'], 'render needs one file and a format'],
  [['render', 'a.plan'], 'render needs one file and a format'],
  [['render', 'a.plan', '--to', 'pdf'], '--to can be html, md, docx, json, xlsx, csv, stratml'],
  [['render', 'a.plan', '--to', 'xlsx'], 'Rendering to xlsx is not there yet in this version.'],
  [
    ['render', 'a.plan', '--to', 'docx', '--layout', 'x'],
    '--layout can be plain, office, not “x”.',
  ],
  [['render', 'none.plan', '--to', 'html'], 'none.plan cannot be read: there is no such file.'],
])('2 for %j', async (words, sentence) => {
  const { status, out, err } = await planwright(words);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toContain(sentence);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});
