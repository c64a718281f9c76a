// The extension: one bundle for all of VS Code, of which only the part for this one is loaded. In a browser an extension
// runs in a worker, and is a single file there.

import type { ExtensionContext } from 'vscode';

interface Platform {
  activate(context: ExtensionContext): Promise<void>;
  deactivate(): Promise<void>;
}

let platform: Platform | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const isWorker = 'importScripts' in globalThis;
  platform = await (isWorker ? import('./extension.browser.ts') : import('./extension.node.ts'));
  await platform.activate(context);
}

export async function deactivate(): Promise<void> {
  await platform?.deactivate();
}
