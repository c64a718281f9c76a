/** How a request is answered: for a document that is open, after its model is up to date, and never with a crash. */

import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  type Position,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Line, LineKind } from '../../syntax/tree.ts';
import type { PlanDocument } from '../../workspace/document.ts';
import type { Client } from '../client.ts';
import type { Documents } from '../documents.ts';
import type { ExportElsewhere } from '../exporting.ts';
import type { FileSystem } from '../file-system.ts';
import { logProblem } from '../log.ts';
import type { OpenDocument } from '../open-document.ts';
import type { ReadyJson } from '../ready-json.ts';
import type { WorkspacePlans } from '../workspace-plans.ts';

export interface AboutDocument {
  readonly textDocument: { readonly uri: string };
}

export interface AboutPosition extends AboutDocument {
  readonly position: Position;
}

/** What the answers to requests are made from. */
export interface Answering {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly plans: WorkspacePlans;
  /** Filled when the client introduces itself, which is after the answers have been registered. */
  readonly client: Client;
  readonly files: FileSystem;
  /** What is sent is JSON, and may be ready: who is sent objects has no use for it. */
  readonly takesReadyJson: boolean;
  /** Makes an export without holding up the server; left out where there is no way. */
  readonly exportElsewhere?: ExportElsewhere | undefined;
  /** The answer as JSON that is ready, where it is sent as JSON; as it is, where the other side is sent objects. */
  large<Answer>(json: () => ReadyJson, answer: () => Answer): Answer;
  /** Makes a handler. A feature that fails answers with `nothing` and says so in the log; the server goes on. */
  about<Parameters extends AboutDocument, Answer>(
    name: string,
    answer: (
      document: OpenDocument,
      parameters: Parameters,
      token: CancellationToken,
    ) => Answer | Promise<Answer>,
    nothing: Answer,
  ): (parameters: Parameters, token: CancellationToken) => Promise<Answer>;
  /** The same for what is asked of no document in particular. */
  anywhere<Parameters, Answer>(
    name: string,
    answer: (parameters: Parameters, token: CancellationToken) => Answer | Promise<Answer>,
    nothing: Answer,
  ): (parameters: Parameters, token: CancellationToken) => Promise<Answer>;
}

/** Who will ask. */
export type PreparedFor = Pick<Answering, 'client' | 'takesReadyJson'>;

/** Requests that belong together: what the server says that it can do, and what it does. */
export interface RequestGroup {
  capabilities(client: Client): ServerCapabilities;
  answer(answering: Answering): void;
  /** Makes ready, in short steps, what the first answers about a document need. Later ones find what was kept. */
  prepare?(document: OpenDocument, answering: PreparedFor): Iterable<unknown>;
}

export function answeringOf(
  connection: Connection,
  documents: Documents,
  plans: WorkspacePlans,
  client: Client,
  files: FileSystem,
  takesReadyJson: boolean,
): Answering {
  const anywhere: Answering['anywhere'] = (name, answer, nothing) => async (parameters, token) => {
    if (token.isCancellationRequested) {
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
    }
    try {
      return await answer(parameters, token);
    } catch (problem) {
      if (problem instanceof ResponseError) throw problem;
      logProblem(connection, name, problem);
      return nothing;
    }
  };
  return {
    connection,
    documents,
    plans,
    client,
    files,
    takesReadyJson,
    // Whoever writes it to the other side knows what it is; nobody looks at it in between.
    large: (json, answer) => (takesReadyJson ? (json() as ReturnType<typeof answer>) : answer()),
    anywhere,
    about: (name, answer, nothing) =>
      anywhere(
        name,
        (parameters, token) => {
          const document = documents.get(parameters.textDocument.uri);
          return document ? answer(document, parameters, token) : nothing;
        },
        nothing,
      ),
  };
}

/** The nearest place that there is: a client may ask about one that has just gone. */
export function placeIn(
  { tree }: PlanDocument,
  position: Position,
): { line: Line; character: number } {
  const line = tree.lines.at(Math.min(Math.max(0, position.line), tree.lines.length - 1));
  return { line, character: Math.min(Math.max(0, position.character), line.text.length) };
}

/** A step has to be short, so what is asked of a line that is longer than any paragraph waits until somebody does. */
const longestLine = 2000;

/** The first line of each kind: what has been answered about these is ready for the others. */
export function firstOfEachKind({ tree }: PlanDocument): Iterable<Line> {
  const found = new Map<LineKind, Line>();
  for (const line of tree.lines) {
    if (!found.has(line.kind) && line.text.length <= longestLine) found.set(line.kind, line);
  }
  return found.values();
}
