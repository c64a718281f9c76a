// VS Code in the browser: the language server is a web worker.

import { type ExtensionContext, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { startPlanwright } from './shared.ts';

let worker: Worker | undefined;
let stop: (() => Promise<void>) | undefined;

/**
 * The client could make the transports out of a worker, but it does not know one when it sees it: in an extension host
 * `Worker` is not the class that its workers are instances of.
 */
function startWorker(address: string, engine: string): MessageTransports {
  // After a restart the worker of before would go on for ever.
  worker?.terminate();
  // A worker knows no address of its own here; this is what it loads, and what else it may want lies beside it.
  worker = new Worker(address, { name: engine });
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

export async function activate(context: ExtensionContext): Promise<void> {
  const addressOf = (bundle: string) =>
    Uri.joinPath(context.extensionUri, 'dist', bundle).toString(true);
  stop = await startPlanwright(
    context,
    (clientOptions) =>
      new LanguageClient(
        'planwright',
        'Planwright',
        async () => startWorker(addressOf('server.browser.js'), addressOf('planwright.js')),
        clientOptions,
      ),
  );
}

export async function deactivate(): Promise<void> {
  await stop?.();
  worker?.terminate();
}
