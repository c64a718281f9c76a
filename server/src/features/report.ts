/** The report of an open document, as its settings want it: one for the preview and for every output. */
import { reportOf } from '../report/build.ts';
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
