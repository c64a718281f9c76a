/** What can be done about a finding. */

import { CodeActionKind, type Range } from 'vscode-languageserver';
import { codeActions } from '../../features/code-actions.ts';
import { lineIndex } from '../../features/places.ts';
import type { Line } from '../../syntax/tree.ts';
import * as convert from '../conversion.ts';
import type { AboutDocument, RequestGroup } from './answering.ts';

export const mendingRequests: RequestGroup = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } }),

  answer({ connection, documents, client, about }) {
    connection.onCodeAction(
      about(
        'codeAction',
        async (document, { range }: AboutDocument & { readonly range: Range }) => {
          await documents.settled(document);
          const { plan } = document;
          const findings = plan.findings().filter((finding) => touches(finding.line, range));
          return codeActions(findings, plan.model, client.reader).map((action) =>
            convert.codeAction(action, plan.tree, {
              ...client,
              canVersion: client.versionsEdits,
              versionOf: (uri) => documents.get(uri)?.version ?? null,
            }),
          );
        },
        [],
      ),
    );
  },
};

/** Repairs are offered for the whole line: nobody puts the cursor on the very figure. */
function touches(line: Line, { start, end }: Range): boolean {
  const index = lineIndex(line);
  return start.line <= index && index <= end.line;
}
