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
  ['csv', /^\ufeff章节,类别,指标/],
  ['stratml', /^<\?xml [\s\S]*<Name>示例规划<\/Name>/],
  ['xlsx', /^PK/],
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

  test('nor a workbook', async () => {
    const words = ['render', '-', '--to', 'xlsx'];
    const { status, err } = await planwright(words, { input: plan, watched: true });
    expect(status).toBe(2);
    expect(err).toBe(
      'An Excel file cannot be shown in a terminal; say where to put it: -o OUT.xlsx\n',
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

describe('what a reader may choose', () => {
  const text =
    '计划：甲\n期间：2021年\n\n# 农业\n目标 树：3棵\n\n# 工业\n目标 厂：2个\n\n举措 植树\n责任：农办\n';
  const render = async (...words: string[]): Promise<string> => {
    const { status, out } = await planwright(['render', '-', '--to', 'md', ...words], {
      input: text,
    });
    expect(status).toBe(0);
    return out;
  };

  test('how targets stand', async () => {
    expect(await render('--targets', 'table', '--targets', '农业=list')).toMatch(
      /- 树3棵。\n[\s\S]*\| 厂（个） \| 2 \|/,
    );
  });

  test('what stands behind the document', async () => {
    const told = await render('--annex', 'owners,indicators');
    expect(told).toMatch(/附件1　举措责任分工表[\s\S]*\| 农办 \| 植树 \|[\s\S]*附件2　指标汇总表/);
  });

  test('once, or for everybody in the settings', async () => {
    const folder = folderWith({
      '.planwright.json': '{"report": {"targets": "list", "annexes": ["owners"]}}',
      'a.plan': text,
    });
    const words = ['render', path.join(folder, 'a.plan'), '--to', 'md'];
    expect((await planwright(words)).out).toMatch(/- 树3棵。[\s\S]*附件/);
    const once = await planwright([...words, '--targets', 'sentences', '--annex', '']);
    expect(once.out).not.toMatch(/- 树3棵。|附件/);
  });
});

test('a summary is held against the plan that it names, and what that includes', async () => {
  const folder = folderWith({
    '总结.plan': '总结：甲\n期间：2021年\n依据：./计划.plan\n\n实绩 林地：3亩\n\n表 完成情况\n',
    '计划.plan': '计划：甲\n期间：2021年\n\n引用 ./库.plan\n\n目标 植树面积：2亩\n',
    '库.plan': '指标 植树面积（亩）\n别名：林地\n方向：升\n',
  });
  const { out } = await planwright(['render', path.join(folder, '总结.plan'), '--to', 'md']);
  expect(out).toContain('| 林地（亩） | 2 | 3 | 150% | 完成 |');
});

test.each([
  [['render'], 'render needs one file and a format'],
  [['render', 'a', 'b', '--to', 'html'], 'render needs one file and a format'],
  [['render', 'a.plan'], 'render needs one file and a format'],
  [['render', 'a.plan', '--to', 'pdf'], '--to can be html, md, docx, xlsx, csv, stratml, json'],
  [
    ['render', 'a.plan', '--to', 'docx', '--layout', 'x'],
    '--layout can be plain, office, not “x”.',
  ],
  [['render', 'a.plan', '--to', 'md', '--targets', 'x'], '--targets can be sentences, list, table'],
  [['render', 'a.plan', '--to', 'md', '--annex', 'x'], '--annex can be indicators, owners'],
  [['render', 'none.plan', '--to', 'html'], 'none.plan cannot be read: there is no such file.'],
])('2 for %j', async (words, sentence) => {
  const { status, out, err } = await planwright(words);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toContain(sentence);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});
