/** What can be done about a finding, and to a line or a document as a whole. */

import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  LSPErrorCodes,
  type Range,
  ResponseError,
} from 'vscode-languageserver';
import type * as actions from '../../features/code-actions/action.ts';
import { codeActions, sourceActions } from '../../features/code-actions.ts';
import * as convert from '../conversion.ts';
import type { OpenDocument } from '../open-document.ts';
import { type AboutDocument, type Answering, placeIn, type RequestGroup } from './answering.ts';

interface Question extends AboutDocument {
  readonly range: Range;
  readonly context: CodeActionContext;
}

/** What an action takes with it to be found again when it is chosen. */
interface ChosenLater extends AboutDocument {
  readonly version: number;
  readonly range: Range;
  readonly index: number;
}

export const mendingRequests: RequestGroup = {
  capabilities: ({ resolvesActions }) => ({
    codeActionProvider: {
      codeActionKinds: [
        CodeActionKind.QuickFix,
        CodeActionKind.RefactorExtract,
        CodeActionKind.RefactorInline,
        CodeActionKind.RefactorRewrite,
        `${CodeActionKind.SourceFixAll}.planwright`,
      ],
      resolveProvider: resolvesActions,
    },
  }),

  answer(answering) {
    const { connection, documents, client, about } = answering;
    connection.onCodeAction(
      about(
        'codeAction',
        async (document, { textDocument, range, context }: Question) => {
          await documents.settled(document);
          const offered = offers(document, range, answering);
          return offered.flatMap((action, index) => {
            if (!isWanted(action.kind, context.only)) return [];
            const answer = convert.codeAction(action, client);
            if (client.resolvesActions) {
              const { version } = document;
              const data: ChosenLater = { textDocument, version, range, index };
              return { ...answer, data };
            }
            return { ...answer, edit: editOf(action, document, answering) };
          });
        },
        [],
      ),
    );
    connection.onCodeActionResolve(async (chosen, token): Promise<CodeAction> => {
      const resolve = about<ChosenLater, CodeAction>(
        'codeAction/resolve',
        async (document, { version, range, index }) => {
          await documents.settled(document);
          const action = offers(document, range, answering)[index];
          if (document.version !== version || action?.title !== chosen.title) {
            throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed.');
          }
          return { ...chosen, edit: editOf(action, document, answering) };
        },
        chosen,
      );
      return resolve(chosen.data as ChosenLater, token);
    });
  },
};

/** All that could be offered, in an order that stays the same while the document does. */
function offers(
  { plan }: OpenDocument,
  { start, end }: Range,
  { client: { reader } }: Answering,
): readonly actions.CodeAction[] {
  const from = placeIn(plan, start);
  const to = placeIn(plan, end);
  const request: actions.ActionRequest = {
    ...{ plan, reader },
    ...{ first: from.line, start: from.character },
    ...{ last: to.line, end: to.character },
  };
  return [...codeActions(request), ...sourceActions(request)];
}

/** Whether an editor that asks for these kinds means the action. What changes the whole document is to be asked for. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  if (!only) return !kind.startsWith(CodeActionKind.Source);
  return only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

function editOf(
  action: actions.CodeAction,
  { plan }: OpenDocument,
  { client, documents }: Answering,
) {
  return convert.workspaceEdit(action, plan.tree, {
    ...client,
    versionOf: (uri) => documents.get(uri)?.version ?? null,
  });
}
