/**
 * Each request with the feature that answers it. Models are brought up to date before a question is answered, so an
 * answer is always to the state in which the client asked; what rests on findings waits for them.
 */

import {
  type CancellationToken,
  type Connection,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  type Position,
  type Range,
  ResponseError,
} from 'vscode-languageserver';
import { codeActions } from '../features/code-actions.ts';
import { completions } from '../features/completion.ts';
import { definitions } from '../features/definition.ts';
import { documentSymbols } from '../features/document-symbols.ts';
import { foldingRanges } from '../features/folding.ts';
import { hover } from '../features/hover.ts';
import { lineIndex } from '../features/places.ts';
import type { Line } from '../syntax/tree.ts';
import type { PlanDocument } from '../workspace/document.ts';
import { resolvePath } from '../workspace/includes.ts';
import type { Client } from './client.ts';
import * as convert from './conversion.ts';
import { diagnosticsOf } from './diagnostics.ts';
import type { Documents } from './documents.ts';
import { logProblem } from './log.ts';
import type { OpenDocument } from './open-document.ts';
import { answerPreviews } from './preview.ts';

interface AboutDocument {
  readonly textDocument: { readonly uri: string };
}

interface AboutPosition extends AboutDocument {
  readonly position: Position;
}

export function answerFeatures(connection: Connection, documents: Documents, client: Client): void {
  /** A feature that fails answers with nothing and says so in the log; the server goes on. */
  const answering =
    <Parameters extends AboutDocument, Answer>(
      name: string,
      answer: (document: OpenDocument, parameters: Parameters) => Answer | Promise<Answer>,
      nothing: Answer,
    ) =>
    async (parameters: Parameters, token: CancellationToken): Promise<Answer> => {
      const document = documents.get(parameters.textDocument.uri);
      if (!document) return nothing;
      if (token.isCancellationRequested) {
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
      }
      try {
        return await answer(document, parameters);
      } catch (problem) {
        if (problem instanceof ResponseError) throw problem;
        logProblem(connection, name, problem);
        return nothing;
      }
    };

  connection.onDocumentSymbol(
    answering(
      'documentSymbol',
      ({ plan }) => {
        const items = documentSymbols(plan.model);
        return client.hasSymbolTree
          ? items.map(convert.documentSymbol)
          : convert.symbolInformation(items);
      },
      [],
    ),
  );

  connection.onFoldingRanges(
    answering(
      'foldingRange',
      ({ plan }) => foldingRanges(plan.model).map(convert.foldingRange),
      [],
    ),
  );

  connection.onHover(
    answering(
      'hover',
      ({ plan }, { position }: AboutPosition) => {
        const { line, character } = placeIn(plan, position);
        const found = hover(plan.model, line, character, client.reader);
        return found ? convert.hover(found) : null;
      },
      null,
    ),
  );

  connection.onCompletion(
    answering(
      'completion',
      ({ plan }, { position }: AboutPosition) => {
        const { line, character } = placeIn(plan, position);
        return completions(plan.model, line, character, client.reader).map((suggestion, index) =>
          convert.completionItem(suggestion, index, line),
        );
      },
      [],
    ),
  );

  connection.onDefinition(
    answering(
      'definition',
      async (document, { position }: AboutPosition) => {
        // Included files may hold the declaration, and they are read with the findings.
        await documents.settled(document);
        const { line, character } = placeIn(document.plan, position);
        const found = definitions(document.plan.model, line, character);
        if (!found) return null;
        const target = found.path && resolvePath(found.path, document.uri);
        const places = [
          ...found.places.map(convert.locationOf),
          ...(target ? [convert.startOf(target)] : []),
        ];
        return client.hasLocationLinks
          ? places.map((place) => convert.locationLink(found.origin, place))
          : places;
      },
      null,
    ),
  );

  connection.onCodeAction(
    answering(
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

  connection.languages.diagnostics.on(
    answering(
      'diagnostic',
      async (
        document,
        { previousResultId }: AboutDocument & { readonly previousResultId?: string },
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

  answerPreviews(connection, documents);
}

/** The nearest place that there is: a client may ask about one that has just gone. */
function placeIn({ tree }: PlanDocument, position: Position): { line: Line; character: number } {
  const line = tree.lines.at(Math.min(Math.max(0, position.line), tree.lines.length - 1));
  return { line, character: Math.min(Math.max(0, position.character), line.text.length) };
}

/** Repairs are offered for the whole line: nobody puts the cursor on the very figure. */
function touches(line: Line, { start, end }: Range): boolean {
  const index = lineIndex(line);
  return start.line <= index && index <= end.line;
}
