/** Other names: for indicators, in all plans, and for files that plans lead to. */

import {
  type AnnotatedTextEdit,
  type ChangeAnnotation,
  LSPErrorCodes,
  type PrepareRenameResult,
  type RenameFilesParams,
  ResponseError,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { linkedPlaces } from '../../features/linked-editing.ts';
import { pathEdits, pathLinks } from '../../features/path-links.ts';
import { rangeOf } from '../../features/places.ts';
import { renamable, renaming } from '../../features/rename.ts';
import type { Message } from '../../model/types.ts';
import { fileName, movedPath } from '../../workspace/paths.ts';
import type { OpenDocument } from '../open-document.ts';
import { type AboutPosition, placeIn, type RequestGroup } from './answering.ts';

interface AboutName extends AboutPosition {
  readonly newName: string;
}

/** Plans that have nothing to do with this one may mean something else by the name. */
const unrelated = 'unrelated';
const unrelatedLabel: Message = {
  zh: '与本文互不引用的规划',
  en: 'Plans that this one does not refer to',
};

export const renameRequests: RequestGroup = {
  capabilities: () => ({
    renameProvider: { prepareProvider: true },
    linkedEditingRangeProvider: true,
  }),

  answer({ connection, documents, plans, client, about, anywhere }) {
    connection.onPrepareRename(
      about(
        'prepareRename',
        async (document, parameters: AboutPosition): Promise<PrepareRenameResult | null> => {
          const found = await renamableAt(document, parameters);
          return found ? { range: rangeOf(found.place), placeholder: found.name } : null;
        },
        null,
      ),
    );

    connection.onRenameRequest(
      about(
        'rename',
        async (
          document,
          { newName, ...place }: AboutName,
          token,
        ): Promise<WorkspaceEdit | null> => {
          const found = await renamableAt(document, place);
          if (!found) return null;
          const byUri = new Map<string, TextEdit[]>();
          let asks = false;
          const key = document.plan.model.keyOf(found.name);
          const naming = await plans.naming(document, new Set([key]), token);
          for (const { uri, plan, isRelated } of naming) {
            const renamed = renaming(plan.model, found, newName);
            if ('refused' in renamed) {
              // What another plan calls its own indicators is no reason against a name here.
              if (!isRelated) continue;
              throw refusal(uri === document.uri ? renamed.refused : inFile(uri, renamed.refused));
            }
            if (renamed.edits.length === 0) continue;
            const annotation =
              !isRelated && client.asksAboutEdits ? { annotationId: unrelated } : {};
            asks ||= 'annotationId' in annotation;
            byUri.set(
              uri,
              renamed.edits.map((edit): TextEdit | AnnotatedTextEdit => ({
                range: rangeOf(edit),
                newText: edit.newText,
                ...annotation,
              })),
            );
          }
          return { ...editOf(byUri), ...(asks ? { changeAnnotations: annotations() } : {}) };
        },
        null,
      ),
    );

    connection.languages.onLinkedEditingRange(
      about(
        'linkedEditingRange',
        ({ plan }, { position }: AboutPosition) => {
          const { line, character } = placeIn(plan, position);
          const places = linkedPlaces(plan.model, line, character);
          return places.length > 0 ? { ranges: places.map(rangeOf) } : null;
        },
        null,
      ),
    );

    connection.workspace.onWillRenameFiles(
      anywhere(
        'willRenameFiles',
        async ({ files }: RenameFilesParams, token): Promise<WorkspaceEdit | null> => {
          const byUri = new Map<string, TextEdit[]>();
          for (const { uri, paths } of await plans.all(token)) {
            if (!paths.some(({ path }) => movedPath(path, uri, files) !== undefined)) continue;
            const plan = await plans.plan(uri);
            if (!plan) continue;
            const links = pathLinks(plan.model, plan.includeLines());
            const edits = pathEdits(links, uri, files).map((edit) => ({
              range: rangeOf(edit),
              newText: edit.newText,
            }));
            byUri.set(uri, edits);
          }
          return byUri.size > 0 ? editOf(byUri) : null;
        },
        null,
      ),
    );

    async function renamableAt(document: OpenDocument, { position }: AboutPosition) {
      await documents.settled(document);
      const { line, character } = placeIn(document.plan, position);
      const found = renamable(document.plan.model, line, character);
      if (found && 'refused' in found) throw refusal(found.refused);
      return found;
    }

    function refusal(message: Message): ResponseError {
      return new ResponseError(LSPErrorCodes.RequestFailed, client.reader.say(message));
    }

    function editOf(byUri: ReadonlyMap<string, TextEdit[]>): WorkspaceEdit {
      if (!client.versionsEdits) return { changes: Object.fromEntries(byUri) };
      return {
        documentChanges: [...byUri].map(
          ([uri, edits]): TextDocumentEdit => ({
            textDocument: { uri, version: documents.get(uri)?.version ?? null },
            edits,
          }),
        ),
      };
    }

    function annotations(): Record<string, ChangeAnnotation> {
      const label = client.reader.say(unrelatedLabel);
      return { [unrelated]: { label, needsConfirmation: true } };
    }
  },
};

function inFile(uri: string, { zh, en }: Message): Message {
  const name = fileName(uri);
  return { zh: `${name}：${zh}`, en: `${name}: ${en}` };
}
