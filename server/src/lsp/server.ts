/** The language server: what it can do, and who answers what. Nothing else speaks the protocol. */

import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { readerOf } from '../features/reader.ts';
import { type Client, clientOf } from './client.ts';
import { Documents } from './documents.ts';
import type { FileSystem } from './file-system.ts';
import { answeringOf } from './requests/answering.ts';
import { requestGroups } from './requests/index.ts';

/** Begins to listen. The connection decides when the process ends. */
export function serve(connection: Connection, files: FileSystem): void {
  const client: Client = { ...clientOf({}), reader: readerOf(undefined) };
  const documents = new Documents(connection, files, client);

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    Object.assign(client, clientOf(params.capabilities), { reader: readerOf(params.locale) });
    return {
      serverInfo: { name: 'Planwright' },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        workspace: { workspaceFolders: { supported: true } },
        ...Object.assign({}, ...requestGroups.map((group) => group.capabilities(client))),
      },
    };
  });
  connection.onInitialized(() => documents.watchFiles());

  documents.listen();
  const answering = answeringOf(connection, documents, client);
  for (const group of requestGroups) group.answer(answering);
  connection.listen();
}
