/** What the other side can do, and whom it is used by. */

import type { ClientCapabilities } from 'vscode-languageserver';
import type { Reader } from '../features/reader.ts';

export interface Client {
  reader: Reader;
  /** The editor's own language, as BCP 47. */
  locale: string | undefined;
  /** Asks for diagnostics itself: then they are not sent unasked as well. */
  pullsDiagnostics: boolean;
  /** Can be told that it should ask again. */
  refreshesDiagnostics: boolean;
  canRelate: boolean;
  hasSymbolTree: boolean;
  hasLocationLinks: boolean;
  versionsEdits: boolean;
  watchesFiles: boolean;
  /** Has folders open, and tells when there are others. */
  hasFolders: boolean;
  /** Gives its settings when it is asked for them. */
  givesSettings: boolean;
  /** Can be asked to tell when they change. */
  tellsOfSettings: boolean;
}

export function clientOf({
  textDocument,
  workspace,
}: ClientCapabilities): Omit<Client, 'reader' | 'locale'> {
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    canRelate:
      textDocument?.publishDiagnostics?.relatedInformation === true ||
      textDocument?.diagnostic?.relatedInformation === true,
    hasSymbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    hasLocationLinks: textDocument?.definition?.linkSupport === true,
    versionsEdits: workspace?.workspaceEdit?.documentChanges === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    hasFolders: workspace?.workspaceFolders === true,
    givesSettings: workspace?.configuration === true,
    tellsOfSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
  };
}
