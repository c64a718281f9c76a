/** Everything that a report can become. The editor and the command line take it from here. */
import { csvPieces } from './csv.ts';
import type { DocxOptions } from './docx/docx.ts';
import { htmlPagePieces } from './html.ts';
import { jsonPieces } from './json.ts';
import { markdownPieces } from './markdown.ts';
import { stratmlOf } from './stratml/stratml.ts';
import type { Report } from './tree.ts';
import { workbookOf } from './workbook.ts';

/** What only some formats heed. */
export type OutputOptions = DocxOptions;

/** What is made piece by piece of texts need not all be made at once. */
type Output = (
  report: Report,
  options: OutputOptions,
) => Promise<string | Uint8Array> | Generator<string>;

const outputs = {
  html: htmlPagePieces,
  md: markdownPieces,
  // Its library is large, and most who open a plan make no Word file of it.
  docx: async (report, options) => (await import('./docx/docx.ts')).docxOf(report, options),
  xlsx: async (report) =>
    (await import('./xlsx/xlsx.ts')).xlsxOf(workbookOf(report), report.script),
  csv: csvPieces,
  stratml: async (report) => (await import('./stratml/xml.ts')).xmlOf(stratmlOf(report)),
  json: jsonPieces,
} satisfies Record<string, Output>;

export type OutputFormat = keyof typeof outputs;

export const outputFormats = Object.keys(outputs) as OutputFormat[];

/** Of Word files. */
export const layouts = ['plain', 'office'] as const;

/** A step at a time: pieces of text, and in the end what is made at once instead. */
export type OutputSteps = Generator<string, Promise<string | Uint8Array> | undefined>;

export function* outputInSteps(
  report: Report,
  format: OutputFormat,
  options: OutputOptions = {},
): OutputSteps {
  const output: Output = outputs[format];
  const made = output(report, options);
  if (!('next' in made)) return made;
  yield* made;
  return undefined;
}

export async function outputOf(
  report: Report,
  format: OutputFormat,
  options: OutputOptions = {},
): Promise<string | Uint8Array> {
  return wholeOutput(outputInSteps(report, format, options));
}

/** What all steps come to. */
export async function wholeOutput(steps: OutputSteps): Promise<string | Uint8Array> {
  const pieces: string[] = [];
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value ?? pieces.join('');
    pieces.push(value);
  }
}
