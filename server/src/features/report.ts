/** The report of an open document, as its settings want it: one for the preview and for every output. */
import { prepareReport, reportOf } from '../report/build.ts';
import {
  type OutputFormat,
  type OutputOptions,
  type OutputSteps,
  outputInSteps,
  wholeOutput,
} from '../report/outputs.ts';
import type { Report, ReportOptions } from '../report/tree.ts';
import type { PlanDocument } from '../workspace/document.ts';

/** @param options what the reader asks for this time, over the settings */
export function reportOfDocument(plan: PlanDocument, options: ReportOptions = {}): Report {
  return reportOf(plan.model, optionsFor(plan, options));
}

/** Makes ready, in steps, what the report of a long document is made of. */
export function prepareReportOfDocument(
  plan: PlanDocument,
  options: ReportOptions = {},
): Generator<void> {
  return prepareReport(plan.model, optionsFor(plan, options));
}

function optionsFor({ settings, basis }: PlanDocument, options: ReportOptions): ReportOptions {
  return {
    targets: settings['report.targets'],
    targetsIn: settings['report.targetsIn'],
    annexes: settings['report.annexes'],
    basis,
    ...options,
  };
}

/** The finished document, as text or as the bytes of a file. */
export async function outputOfDocument(
  ...wanted: Parameters<typeof outputOfDocumentInSteps>
): Promise<string | Uint8Array> {
  return wholeOutput(outputOfDocumentInSteps(...wanted));
}

/** The same a step at a time; those that make no text yield none. */
export function* outputOfDocumentInSteps(
  plan: PlanDocument,
  format: OutputFormat,
  options: ReportOptions = {},
  { layout, contents, office }: OutputOptions = {},
): OutputSteps {
  const { settings } = plan;
  for (const _ of prepareReportOfDocument(plan, options)) yield '';
  const report = reportOfDocument(plan, options);
  yield '';
  return yield* outputInSteps(report, format, {
    layout: layout ?? settings['export.layout'],
    contents: contents ?? settings['export.contents'],
    office: {
      copyTo: settings['export.copyTo'],
      printedBy: settings['export.printedBy'],
      ...office,
    },
    fonts: {
      title: settings['export.fonts.title'],
      body: settings['export.fonts.body'],
      heading: settings['export.fonts.heading'],
      subheading: settings['export.fonts.subheading'],
      pageNumber: settings['export.fonts.pageNumber'],
      latin: settings['export.fonts.latin'],
    },
  });
}
