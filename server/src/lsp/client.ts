/** What the other side can do, and whom it is used by. */

import type { ClientCapabilities } from 'vscode-languageserver';
import type { Reader } from '../features/reader.ts';

export interface Client {
  reader: Reader;
  /** The editor's own language, as BCP 47. */
  locale: string | undefined;
  /** Address of the folder with the pages of the checks: the client's own, or where they lie beside the server. */
  documentation: string | undefined;
  /** Asks for diagnostics itself: then they are not sent unasked as well. */
  pullsDiagnostics: boolean;
  /** Can be told that it should ask again. */
  refreshesDiagnostics: boolean;
  /** Can be told that hints, and lines above lines, are to be asked for again. */
  refreshesHints: boolean;
  refreshesLenses: boolean;
  /** Has the command that shows a list of places. */
  showsPlaces: boolean;
  /** Shows pictures that are part of a text; a terminal would show how they are written. */
  showsPictures: boolean;
  canRelate: boolean;
  hasSymbolTree: boolean;
  hasLocationLinks: boolean;
  versionsEdits: boolean;
  /** Can ask for the edits of an action when it is chosen. */
  resolvesActions: boolean;
  /** Can leave a stretch of what was put in to be written over. */
  takesSnippets: boolean;
  createsFiles: boolean;
  watchesFiles: boolean;
  /** Has folders open, and tells when there are others. */
  hasFolders: boolean;
  /** Gives its settings when it is asked for them. */
  givesSettings: boolean;
  /** Can be asked to tell when they change. */
  tellsOfSettings: boolean;
  /** Text with tab stops may be inserted. */
  putsTabStops: boolean;
  /** Shows a few words at the end of a suggestion’s line. */
  hasLabelDetails: boolean;
  /** Can leave it to the user which edits are made. */
  asksAboutEdits: boolean;
}

export function clientOf({
  textDocument,
  workspace,
}: ClientCapabilities): Omit<
  Client,
  'reader' | 'locale' | 'documentation' | 'showsPlaces' | 'showsPictures'
> {
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    canRelate:
      textDocument?.publishDiagnostics?.relatedInformation === true ||
      textDocument?.diagnostic?.relatedInformation === true,
    hasSymbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    hasLocationLinks: textDocument?.definition?.linkSupport === true,
    versionsEdits: workspace?.workspaceEdit?.documentChanges === true,
    resolvesActions:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    takesSnippets:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.snippetEditSupport === true,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    putsTabStops: textDocument?.completion?.completionItem?.snippetSupport === true,
    hasLabelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    hasFolders: workspace?.workspaceFolders === true,
    givesSettings: workspace?.configuration === true,
    tellsOfSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    asksAboutEdits: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
  };
}
