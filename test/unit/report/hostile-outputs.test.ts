/** One table for every output: each harmful text in every place of a document stays text, and the file stays one. */
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { type OutputFormat, outputFormats, outputOf } from '../../../server/src/report/outputs.ts';
import { allAnnexes, freshReport } from './fixtures.ts';
import { frames, nasty } from './hostile-plans.ts';
import { wrongInXml } from './xml.ts';

const texts = [
  ...nasty,
  "=cmd|'/c calc'!A0",
  '＝HYPERLINK("x")',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '_x0041_',
  'constructor',
  '__proto__',
  '<![CDATA[x]]>',
  '<?xml version="1.0"?>',
  '&#0;',
  '"a","b"',
];

/** Some at a time, in every place: a file for each alone would take a minute. */
const handfuls = Array.from({ length: Math.ceil(texts.length / 10) }, (_, index) =>
  texts.slice(index * 10, index * 10 + 10),
);

const planOf = (some: readonly string[]) =>
  some.flatMap((text) => frames.map((frame) => frame(text))).join('\n\n');

const unfit = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/u;

/** What is wrong with a file, or nothing. */
const problems: Readonly<Record<OutputFormat, (made: string | Uint8Array) => unknown>> = {
  html: (made) => /<(?:script|img|iframe)\b/i.test(htmlOf(made)) || unfit.test(String(made)),
  md: (made) => unfit.test(String(made)),
  json: (made) => {
    JSON.parse(String(made));
    return unfit.test(String(made));
  },
  stratml: (made) => wrongInXml(String(made)),
  csv: (made) => wrongInCsv(String(made)),
  docx: (made) => wrongInParts(made),
  xlsx: (made) =>
    wrongInParts(made) ?? (/<f[ >]/.test(partsOf(made).join('')) ? 'a formula' : undefined),
};

/** As a browser reads it: what is left are elements. */
function htmlOf(made: string | Uint8Array): string {
  const names: string[] = [];
  const visit = (node: { nodeName: string; childNodes?: unknown }): void => {
    names.push(`<${node.nodeName}>`);
    for (const child of (node.childNodes ?? []) as (typeof node)[]) visit(child);
  };
  visit(parse(String(made)) as never);
  return names.join('');
}

function partsOf(made: string | Uint8Array): string[] {
  return Object.entries(unzipSync(made as Uint8Array))
    .filter(([name]) => /\.(?:xml|rels)$/.test(name))
    .map(([, bytes]) => strFromU8(bytes));
}

function wrongInParts(made: string | Uint8Array): string | undefined {
  return partsOf(made)
    .map(wrongInXml)
    .find((problem) => problem !== undefined);
}

/** Every row has its columns, and no cell begins as a formula does. */
function wrongInCsv(csv: string): string | undefined {
  if (unfit.test(csv)) return 'a character';
  const rows = csv.slice(1, -2).split('\r\n');
  const cells = rows.map((row) => [...row.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^",]*)/g)]);
  for (const [index, row] of cells.entries()) {
    if (row.map(([all]) => all).join('') !== rows[index]) return rows[index];
    if (row.length !== cells[0].length) return rows[index];
    const calculated = row.find(([, cell]) => /^"?\s*[=+\-@＝＋－＠](?!\d+(?:\.\d+)?$)/.test(cell));
    if (calculated) return calculated[1];
  }
  return undefined;
}

describe.each(outputFormats)('%s', (format) => {
  test.each(handfuls.map((some) => ({ some })))('$some everywhere', async ({ some }) => {
    const made = await outputOf(freshReport(planOf(some), allAnnexes), format);
    expect(problems[format](made) || undefined).toBeUndefined();
  });
});
