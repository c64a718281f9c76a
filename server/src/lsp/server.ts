/** The language server: what it can do, and which feature answers what. Nothing else speaks the protocol. */

import {
  CodeActionKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { triggerCharacters } from '../features/completion.ts';
import { readerOf } from '../features/reader.ts';
import { type Client, clientOf } from './client.ts';
import { Documents } from './documents.ts';
import type { FileSystem } from './file-system.ts';
import { answerFeatures } from './requests.ts';

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
        completionProvider: { triggerCharacters: [...triggerCharacters] },
        hoverProvider: true,
        definitionProvider: true,
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        workspace: { workspaceFolders: { supported: true } },
        ...(client.pullsDiagnostics
          ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } }
          : {}),
      },
    };
  });
  connection.onInitialized(() => documents.watchFiles());

  documents.listen();
  answerFeatures(connection, documents, client);
  connection.listen();
}
