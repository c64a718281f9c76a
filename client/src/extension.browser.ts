// VS Code in the browser: the language server is a web worker.

import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startPlanwright } from './shared.ts';

let stop: (() => Promise<void>) | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const serverAddress = Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js').toString(
    true,
  );
  stop = await startPlanwright(
    context,
    (clientOptions) =>
      new LanguageClient(
        'planwright',
        'Planwright',
        async () => new Worker(serverAddress),
        clientOptions,
      ),
  );
}

export async function deactivate(): Promise<void> {
  await stop?.();
}
