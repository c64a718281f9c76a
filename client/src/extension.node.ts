// Desktop and remote VS Code: the language server is a Node process.

import type { ExtensionContext } from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { startPlanwright } from './shared.ts';

let stop: (() => Promise<void>) | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.node.cjs');
  const serverOptions: ServerOptions = {
    // What is written there is JSON that the server has kept; to another process of Node it would hand over objects.
    run: { module, transport: TransportKind.stdio },
    // A debugger attaches to the port.
    debug: {
      module,
      transport: TransportKind.stdio,
      options: { execArgv: ['--nolazy', '--inspect=6009'] },
    },
  };
  stop = await startPlanwright(
    context,
    (clientOptions) => new LanguageClient('planwright', 'Planwright', serverOptions, clientOptions),
  );
}

export async function deactivate(): Promise<void> {
  await stop?.();
}
