/**
 * Pages as LibreOffice sets them, measured on paper: lines, characters and margins of GB/T 9704-2012. It needs
 * LibreOffice, pdftotext (of Poppler) and a Chinese typeface; where one is missing, it is skipped and says which.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { docxOf } from '../../../server/src/report/docx/docx.ts';
import { freshReport } from './fixtures.ts';

const output = (program: string, ...words: string[]) =>
  spawnSync(program, words, { encoding: 'utf8', timeout: 240_000 }).stdout ?? '';

/** What keeps this test from running, or nothing. */
function missing(): string | undefined {
  if (!output('soffice', '--version').includes('LibreOffice')) return 'LibreOffice';
  if (spawnSync('pdftotext', ['-v']).error) return 'pdftotext';
  if (output('fc-list', ':lang=zh').trim() === '') return 'a Chinese typeface';
  return undefined;
}

interface Line {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly text: string;
}

const millimetres = (points: string | number) => (Number(points) / 72) * 25.4;

/** The lines of each page, with their places in millimetres. */
function pagesIn(folder: string, file: string): Line[][] {
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile'))}`;
  output('soffice', profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file);
  const layout = output('pdftotext', '-bbox-layout', file.replace('.docx', '.pdf'), '-');
  return [...layout.matchAll(/<page .*?<\/page>/gs)].map(([page]) =>
    [...page.matchAll(/<line xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" .*?>(.*?)<\/line>/gs)].map(
      ([, left, top, right, words]) => ({
        left: millimetres(left),
        right: millimetres(right),
        top: millimetres(top),
        text: [...words.matchAll(/>([^<]*)<\/word>/g)].map(([, word]) => word).join(''),
      }),
    ),
  );
}

test('a full page has 22 lines of 28 characters inside the text block (5.2.1, 5.2.3)', {
  timeout: 300_000,
}, async (context) => {
  const lacking = missing();
  if (lacking) context.skip(`${lacking} is not installed`);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'planwright-pages-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'a.docx');
  const sentence = `${'稳住粮食种植面积建设高标准农田推进农业机械化'.repeat(12)}。`;
  const plan = `规划：甲镇规划\n\n${Array.from({ length: 8 }, () => sentence).join('\n')}\n`;
  writeFileSync(file, await docxOf(freshReport(plan)));
  const [, full, next] = pagesIn(folder, file);
  for (const [page, index] of [[full, 1] as const, [next, 2] as const]) {
    const number = page.find(({ text }) => text === `—${index + 1}—`);
    const body = page.filter((line) => line !== number);
    expect(body).toHaveLength(22);
    expect(Math.max(...body.map(({ text }) => text.length))).toBe(28);
    expect(Math.abs(Math.min(...body.map(({ left }) => left)) - 28)).toBeLessThan(1);
    expect(Math.abs(Math.max(...body.map(({ right }) => right)) - 184)).toBeLessThan(1);
    // Even pages have the number on the left, odd ones on the right (7.5).
    const isOdd = index % 2 === 0;
    expect(number?.left).toSatisfy((left: number) => (isOdd ? left > 150 : left < 40));
    expect(number?.top).toBeGreaterThan(262);
  }
});
