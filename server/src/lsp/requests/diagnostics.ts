/** Findings, for clients that ask for them. */

import { type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import { diagnosticsOf } from '../diagnostics.ts';
import type { AboutDocument, RequestGroup } from './answering.ts';

interface AboutFindings extends AboutDocument {
  readonly previousResultId?: string;
}

export const diagnosticRequests: RequestGroup = {
  capabilities: (client) =>
    client.pullsDiagnostics
      ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } }
      : {},

  answer({ connection, documents, client, about }) {
    connection.languages.diagnostics.on(
      about(
        'diagnostic',
        async (
          document,
          { previousResultId }: AboutFindings,
        ): Promise<DocumentDiagnosticReport> => {
          // Findings of a later state are welcome, and an error would make the client show none meanwhile.
          await documents.atRest(document);
          const resultId = String(document.findingsCount);
          if (previousResultId === resultId) {
            return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
          }
          const items = diagnosticsOf(document.plan.findings(), client);
          return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
        },
        { kind: DocumentDiagnosticReportKind.Full, items: [] },
      ),
    );
  },
};
