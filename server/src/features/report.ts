/** The report of an open document, as its settings want it: one for the preview and for every output. */
import { reportOf } from '../report/build.ts';
import { type OutputFormat, type OutputOptions, outputOf } from '../report/outputs.ts';
import type { Report, ReportOptions } from '../report/tree.ts';
import type { PlanDocument } from '../workspace/document.ts';

/** @param options what the reader asks for this time, over the settings */
export function reportOfDocument(plan: PlanDocument, options: ReportOptions = {}): Report {
  const { settings, model, basis } = plan;
  return reportOf(model, {
    targets: settings['report.targets'],
    targetsIn: settings['report.targetsIn'],
    annexes: settings['report.annexes'],
    basis,
    ...options,
  });
}

/** The finished document, as text or as the bytes of a file. */
export function outputOfDocument(
  plan: PlanDocument,
  format: OutputFormat,
  options: ReportOptions = {},
  { layout, contents, office }: OutputOptions = {},
): Promise<string | Uint8Array> {
  const { settings } = plan;
  return outputOf(reportOfDocument(plan, options), format, {
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
