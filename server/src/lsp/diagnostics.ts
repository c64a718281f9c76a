/** Findings as the protocol has them. */

import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
} from 'vscode-languageserver';
import { rangeOf, uriOf } from '../features/places.ts';
import type { Reader } from '../features/reader.ts';
import type { CheckedFinding, FindingTier } from '../rules/checker.ts';

export interface DiagnosticOptions {
  readonly reader: Reader;
  /** The client shows the other places that a finding is about. */
  readonly canRelate: boolean;
  /** Address of the folder with the pages of the checks, where there is one. */
  readonly documentation?: string | undefined;
}

/** Nobody reads more, and editors get slow. */
export const mostDiagnostics = 1000;

const source = 'Planwright';

/**
 * A hint is worth a look, and in VS Code only what is at least `Information` is listed among the problems: `Hint` there
 * means three faint dots under the words and nothing else.
 */
const severities: Readonly<Record<FindingTier, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Information,
};

/** At most {@link mostDiagnostics}, of which the last one says how many more there would be. */
export function diagnosticsOf(
  findings: readonly CheckedFinding[],
  options: DiagnosticOptions,
): Diagnostic[] {
  if (findings.length <= mostDiagnostics) {
    return findings.map((finding) => diagnosticOf(finding, options));
  }
  const tiers = Object.keys(severities) as FindingTier[];
  const gravestFirst = tiers.flatMap((tier) => findings.filter((finding) => finding.tier === tier));
  const shown = new Set(gravestFirst.slice(0, mostDiagnostics - 1));
  const inOrder = findings.filter((finding) => shown.has(finding));
  return [
    ...inOrder.map((finding) => diagnosticOf(finding, options)),
    moreDiagnostic(findings.length - shown.size, options.reader),
  ];
}

export function diagnosticOf(
  finding: CheckedFinding,
  { reader, canRelate, documentation }: DiagnosticOptions,
): Diagnostic {
  const { rule, tier, message, related = [] } = finding;
  const diagnostic: Diagnostic = {
    range: rangeOf(finding),
    severity: severities[tier],
    code: rule,
    source,
    message: reader.say(message),
  };
  if (documentation) diagnostic.codeDescription = { href: `${documentation}/${rule}.md` };
  if (canRelate && related.length > 0) {
    diagnostic.relatedInformation = related.map(
      (place): DiagnosticRelatedInformation => ({
        location: { uri: uriOf(place.line), range: rangeOf(place) },
        message: reader.say(place.message),
      }),
    );
  }
  return diagnostic;
}

function moreDiagnostic(count: number, reader: Reader): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Information,
    source,
    message: reader.say({
      zh: `另有${count}处没有列出；先改好列出的，其余的会接着显示。`,
      en: `${count} more are not listed; they will be when some of these have been dealt with.`,
    }),
  };
}
