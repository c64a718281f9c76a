/** The language server: what it can do, and who answers what. Nothing else speaks the protocol. */

import {
  type Connection,
  FileOperationPatternKind,
  type FileOperationRegistrationOptions,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { readerOf } from '../features/reader.ts';
import { type Client, clientOf } from './client.ts';
import { Documents } from './documents.ts';
import type { ExportElsewhere } from './exporting.ts';
import type { FileSystem } from './file-system.ts';
import { logProblem } from './log.ts';
import type { OpenDocument } from './open-document.ts';
import { Preparing } from './preparing.ts';
import { answeringOf } from './requests/answering.ts';
import { requestGroups } from './requests/index.ts';
import { WorkspacePlans } from './workspace-plans.ts';

export interface ServerOptions {
  /** The address of the pages of the checks, for clients that name none of their own. */
  readonly documentation?: string;
  /** What writes to the other side knows `ReadyJson`. */
  readonly takesReadyJson?: boolean;
  /** Makes an export without holding up the server, where there is a way. */
  readonly exportElsewhere?: ExportElsewhere;
}

/** Begins to listen. The connection decides when the process ends. */
export function serve(
  connection: Connection,
  files: FileSystem,
  { documentation, takesReadyJson = false, exportElsewhere }: ServerOptions = {},
): void {
  const client: Client = {
    ...clientOf({}),
    reader: readerOf(undefined),
    locale: undefined,
    documentation,
    showsPlaces: false,
    showsPictures: false,
  };
  const documents = new Documents(connection, files, client);
  const plans = new WorkspacePlans(files, documents, client);

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const { capabilities, locale, initializationOptions } = params;
    Object.assign(client, clientOf(capabilities), { reader: readerOf(locale), locale });
    if (typeof initializationOptions?.documentation === 'string') {
      client.documentation = initializationOptions.documentation;
    }
    client.showsPlaces = initializationOptions?.showsPlaces === true;
    client.showsPictures = initializationOptions?.showsPictures === true;
    documents.begin(foldersOf(params), initializationOptions?.settings);
    plans.begin(foldersOf(params));
    return {
      serverInfo: { name: 'Planwright' },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: { willRename: plansAndFolders },
        },
        ...Object.assign({}, ...requestGroups.map((group) => group.capabilities(client))),
      },
    };
  });
  connection.onInitialized(async () => {
    plans.watch(connection);
    await documents.watch();
  });

  documents.listen();
  plans.listen();
  const answering = {
    ...answeringOf(connection, documents, plans, client, files, takesReadyJson),
    exportElsewhere,
  };
  const tasks = requestGroups.flatMap(({ prepare }) =>
    prepare ? [(document: OpenDocument) => prepare(document, answering)] : [],
  );
  new Preparing(documents, tasks, ({ uri }, problem) =>
    logProblem(connection, `preparing ${uri}`, problem),
  ).listen();
  for (const group of requestGroups) group.answer(answering);
  connection.listen();
}

/** What has to be told when it gets another name or place: paths in plans may lead there. */
const plansAndFolders: FileOperationRegistrationOptions = {
  filters: [
    { pattern: { glob: '**/*.plan', matches: FileOperationPatternKind.file } },
    { pattern: { glob: '**', matches: FileOperationPatternKind.folder } },
  ],
};

/** Addresses of the folders that the client has open. Older clients have one at most. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}
