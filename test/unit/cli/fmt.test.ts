import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, planwright } from './run-planwright.ts';

const untidy = '规划 : 甲镇规划\n# 目标\n目标 税收收入 ：380万元\n';
const tidy = '规划：甲镇规划\n\n# 目标\n目标 税收收入：380万元\n';

test('files are written in their usual form, and those that changed are listed', async () => {
  const folder = folderWith({ 'a.plan': untidy, '村/b.plan': untidy, 'c.plan': tidy });
  const [first, second] = [path.join(folder, 'a.plan'), path.join(folder, '村/b.plan')];
  expect(await planwright(['fmt', folder])).toEqual({
    ...{ status: 0, err: '' },
    out: `${first}\n${second}\n`,
  });
  expect([first, second].map((name) => readFileSync(name, 'utf8'))).toEqual([tidy, tidy]);
  expect(readdirSync(folder).sort()).toEqual(['a.plan', 'c.plan', '村']);
  expect(await planwright(['fmt', folder])).toEqual({ status: 0, out: '', err: '' });
});

test('--check lists them and changes nothing', async () => {
  const folder = folderWith({ 'a.plan': untidy, 'c.plan': tidy });
  const name = path.join(folder, 'a.plan');
  expect(await planwright(['fmt', '--check', folder])).toEqual({
    ...{ status: 1, err: '' },
    out: `${name}\n`,
  });
  expect(readFileSync(name, 'utf8')).toBe(untidy);
  const tidied = ['fmt', '--check', path.join(folder, 'c.plan')];
  expect(await planwright(tidied)).toEqual({ status: 0, out: '', err: '' });
});

test('standard input goes to standard output', async () => {
  expect(await planwright(['fmt', '-'], { input: untidy })).toEqual({
    ...{ status: 0, err: '' },
    out: tidy,
  });
  expect(await planwright(['fmt', '-', '--check'], { input: untidy })).toEqual({
    ...{ status: 1, err: '' },
    out: '-\n',
  });
});

test('a file keeps its permissions, and a link stays a link', async () => {
  const folder = folderWith({ 'a.plan': untidy });
  const [file, link] = [path.join(folder, 'a.plan'), path.join(folder, 'link.plan')];
  chmodSync(file, 0o640);
  symlinkSync(file, link);
  expect((await planwright(['fmt', link])).out).toBe(`${link}\n`);
  expect(readFileSync(file, 'utf8')).toBe(tidy);
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(readdirSync(folder).sort()).toEqual(['a.plan', 'link.plan']);
});

test('old encodings are written as UTF-8, damaged files not at all', async () => {
  const gb18030 = Uint8Array.from([0xb9, 0xe6, 0xbb, 0xae, 0x20, 0x3a, 0xbc, 0xd7, 0xd5, 0xf2]);
  const damaged = new Uint8Array([...new TextEncoder().encode(untidy), 0xff]);
  const folder = folderWith({ 'a.plan': gb18030, 'b.plan': damaged, 'c.plan': untidy });
  const { status, out, err } = await planwright(['fmt', folder]);
  const [old, broken, last] = ['a.plan', 'b.plan', 'c.plan'].map((name) => path.join(folder, name));
  expect(status).toBe(2);
  expect(out).toBe(`${old}\n${last}\n`);
  expect(err).toContain(`${broken} holds damaged characters and was left as it is`);
  expect(readFileSync(old, 'utf8')).toBe('规划：甲镇\n');
  expect(new Uint8Array(readFileSync(broken))).toEqual(damaged);
});

test.each([
  [['fmt'], 'fmt needs files or folders'],
  [['fmt', 'a.txt'], 'a.txt is not a .plan file'],
  [['fmt', 'none.plan'], 'none.plan cannot be read: there is no such file.'],
])('2 for %j', async (words, sentence) => {
  const { status, out, err } = await planwright(words);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toContain(sentence);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});
