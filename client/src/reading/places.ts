// Shows a list of places in the editor, for the lines above lines.

import { commands, type Disposable, window } from 'vscode';
import type { BaseLanguageClient, Location, Position } from 'vscode-languageclient';

/** The command that the server names in what it sends. */
export function registerShowPlaces(client: BaseLanguageClient): Disposable {
  return commands.registerCommand(
    'planwright.showPlaces',
    async (locations: readonly Location[], position: Position) => {
      const editor = window.activeTextEditor;
      if (!editor) return;
      const { protocol2CodeConverter: convert } = client;
      await commands.executeCommand(
        'editor.action.showReferences',
        editor.document.uri,
        convert.asPosition(position),
        locations.map((location) => convert.asLocation(location)),
      );
    },
  );
}
