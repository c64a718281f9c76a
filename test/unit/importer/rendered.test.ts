/** What a plan was made into comes back as a plan with the same sections, tables and sentences. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { reportOfDocument } from '../../../server/src/features/report.ts';
import { importDocument } from '../../../server/src/importer/importer.ts';
import { outputOf } from '../../../server/src/report/outputs.ts';
import type { Report } from '../../../server/src/report/tree.ts';
import { PlanDocument } from '../../../server/src/workspace/document.ts';

const folder = new URL('../../../samples/', import.meta.url);
const names = readdirSync(fileURLToPath(folder)).filter((name) => name.endsWith('.plan'));

const reportOf = (text: string) => reportOfDocument(PlanDocument.open('file:///a.plan', text));

/** The finished document as words, without bold type. */
async function wordsOf(report: Report): Promise<string[]> {
  const markdown = await outputOf(report, 'md');
  return String(markdown)
    .split('\n')
    .map((line) => line.replace(/\*\*/g, '').trim())
    .filter((line) => line !== '');
}

describe.each(names)('%s', (name) => {
  const original = readFileSync(new URL(name, folder), 'utf8');

  test.each(['docx', 'html', 'md'] as const)('as %s', async (format) => {
    const report = reportOf(original);
    const rendered = await outputOf(report, format);
    const { plan } = await importDocument(rendered, format);
    // Markdown has tables instead of charts; of a drawing only its name comes back.
    const charts = new Set(
      report.blocks.flatMap((block) =>
        block.kind === 'chart' ? [block.names.map((one) => one.text).join('、')] : [],
      ),
    );
    const blocks = report.blocks.filter(({ kind }) => format === 'md' || kind !== 'chart');
    const unnamed = (lines: string[]) =>
      format === 'md' ? lines : lines.filter((line) => !charts.has(line.replaceAll(', ', '、')));
    expect(unnamed(await wordsOf(reportOf(plan)))).toEqual(
      unnamed(await wordsOf({ ...report, blocks })),
    );
  });
});
