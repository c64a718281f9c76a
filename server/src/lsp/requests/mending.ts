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
import {
  type AboutDocument,
  type Answering,
  firstOfEachKind,
  placeIn,
  type RequestGroup,
} from './answering.ts';

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

  *prepare({ plan }, { client: { reader } }) {
    const { lines } = plan.tree;
    for (const first of firstOfEachKind(plan)) {
      // Of one line alone, a table of all targets around it would be made.
      const last = lines.at(Math.min(lines.indexOf(first) + 1, lines.length - 1));
      yield codeActions({ plan, reader, first, start: first.text.length >> 1, last, end: 0 });
    }
  },

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
          const taken = await plansBeside(document, answering);
          const action = offers(document, range, answering, taken)[index];
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

const nothingTaken: ReadonlySet<string> = new Set();

/** Names of the plans in the document’s folder: a file that is made must not take the place of another. */
async function plansBeside({ uri }: OpenDocument, { files }: Answering): Promise<Set<string>> {
  const folder = folderOf(uri);
  const plans = await files.plansIn(folder);
  return new Set(plans.map((plan) => decodeURIComponent(plan.slice(folder.length))));
}

/** With the slash at its end. */
function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}

/** All that could be offered, in an order that stays the same while the document does. */
function offers(
  { uri, plan }: OpenDocument,
  { start, end }: Range,
  { client, files }: Answering,
  takenNames = nothingTaken,
): readonly actions.CodeAction[] {
  const from = placeIn(plan, start);
  const to = placeIn(plan, end);
  // Only who asks for the edits later can be told of a name that is still free then.
  const makesFiles = client.createsFiles && client.resolvesActions && files.reaches(uri);
  const request: actions.ActionRequest = {
    ...{ plan, reader: client.reader },
    ...{ first: from.line, start: from.character },
    ...{ last: to.line, end: to.character },
    ...(makesFiles ? { takenNames } : {}),
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
  { uri, plan }: OpenDocument,
  { client, documents }: Answering,
) {
  return convert.workspaceEdit(action, plan.tree, {
    ...client,
    folder: folderOf(uri),
    versionOf: (other) => documents.get(other)?.version ?? null,
  });
}
