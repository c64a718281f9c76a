/** Everything that a report can become. The editor and the command line take it from here. */
import { csvOf } from './csv.ts';
import type { DocxOptions } from './docx/docx.ts';
import { htmlPage } from './html.ts';
import { jsonOf } from './json.ts';
import { markdownOf } from './markdown.ts';
import { stratmlOf } from './stratml/stratml.ts';
import type { Report } from './tree.ts';
import { workbookOf } from './workbook.ts';

/** What only some formats heed. */
export type OutputOptions = DocxOptions;

type Output = (
  report: Report,
  options: OutputOptions,
) => string | Uint8Array | Promise<string | Uint8Array>;

const outputs = {
  html: htmlPage,
  md: markdownOf,
  // Its library is large, and most who open a plan make no Word file of it.
  docx: async (report, options) => (await import('./docx/docx.ts')).docxOf(report, options),
  xlsx: async (report) =>
    (await import('./xlsx/xlsx.ts')).xlsxOf(workbookOf(report), report.script),
  csv: csvOf,
  stratml: async (report) => (await import('./stratml/xml.ts')).xmlOf(stratmlOf(report)),
  json: jsonOf,
} satisfies Record<string, Output>;

export type OutputFormat = keyof typeof outputs;

export const outputFormats = Object.keys(outputs) as OutputFormat[];

/** Of Word files. */
export const layouts = ['plain', 'office'] as const;

export async function outputOf(
  report: Report,
  format: OutputFormat,
  options: OutputOptions = {},
): Promise<string | Uint8Array> {
  const output: Output = outputs[format];
  return output(report, options);
}
