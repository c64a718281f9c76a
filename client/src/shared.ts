// What the desktop and the browser have in common: the client's options, the commands and the preview.

import {
  commands,
  type ExtensionContext,
  type LogOutputChannel,
  l10n,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions, Middleware } from 'vscode-languageclient';
import { provideDocumentation, rulePages } from './documentation.ts';
import { Exporter } from './export/index.ts';
import { DocumentImporter } from './importing/import-document.ts';
import { pasteAsLines } from './importing/paste.ts';
import { languageId } from './language.ts';
import { startNewPlan } from './new-plan.ts';
import { PreviewController } from './preview/controller.ts';
import { givingWay } from './preview/giving-way.ts';
import { OfficialFonts } from './reading/official-fonts.ts';
import { markPlaceholders } from './reading/placeholders.ts';
import { registerShowPlaces } from './reading/places.ts';
import { openWorkbench } from './workbench/index.ts';
import { writingMiddleware } from './writing.ts';

/**
 * The schemes whose documents go to the server: files, unsaved documents, and whatever the workspace consists of.
 * Old revisions shown by a source control view have schemes of their own, and their findings would only confuse.
 */
function documentSchemes(): string[] {
  const ofWorkspace = (workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme);
  return [...new Set(['file', 'untitled', 'vscode-vfs', ...ofWorkspace])];
}

/**
 * When a server is started again, the client asks for a document's findings before it has sent the document, is told that
 * there are none, and leaves it at that. So the question waits for the document.
 */
function sendBeforeAsking(): Middleware {
  const beingSent = new Map<string, Promise<void>>();
  return {
    didOpen: async (document, next) => {
      const key = document.uri.toString();
      const sent = next(document);
      beingSent.set(key, sent);
      try {
        await sent;
      } finally {
        beingSent.delete(key);
      }
    },
    provideDiagnostics: async (document, previousResultId, token, next) => {
      const uri = 'uri' in document ? document.uri : document;
      await beingSent.get(uri.toString());
      return next(document, previousResultId, token);
    },
  };
}

/**
 * Registers everything and starts the server.
 *
 * @returns what stops the server when the extension is deactivated
 */
export async function startPlanwright(
  context: ExtensionContext,
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<() => Promise<void>> {
  const output = window.createOutputChannel('Planwright', { log: true });
  const served = documentSchemes().map((scheme) => ({ scheme, language: languageId }));
  const client = createClient({
    documentSelector: served,
    outputChannel: output,
    initializationOptions: { documentation: rulePages, showsPlaces: true, showsPictures: true },
    middleware: {
      ...sendBeforeAsking(),
      ...writingMiddleware(),
      ...givingWay((document, token) => preview.caughtUp(document, token)),
    },
  });
  const preview = new PreviewController({
    extensionFolder: context.extensionUri,
    storageFolder: context.globalStorageUri,
    client,
    output,
  });
  context.subscriptions.push(
    output,
    preview,
    provideDocumentation(context.extensionUri),
    markPlaceholders(),
    new OfficialFonts(client),
    registerShowPlaces(client),
    pasteAsLines(client, served),
    new DocumentImporter(client, output),
    new Exporter(client, output, context.workspaceState),
    openWorkbench(context, client, output, served),
    commands.registerCommand('planwright.newPlan', () => startNewPlan(client)),
    commands.registerCommand('planwright.openPreview', (resource?: Uri) => preview.open(resource)),
    commands.registerCommand('planwright.showOutput', () => output.show()),
    commands.registerCommand('planwright.restartServer', () => restart(client, output)),
  );
  await reportFailure(client.start(), output);
  return () => stopIfStarted(client);
}

async function stopIfStarted(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
}

async function restart(client: BaseLanguageClient, output: LogOutputChannel): Promise<void> {
  await stopIfStarted(client);
  await reportFailure(client.start(), output);
}

/** A server that does not start leaves the editor usable, with one message that leads to the reason. */
async function reportFailure(starting: Promise<void>, output: LogOutputChannel): Promise<void> {
  try {
    await starting;
  } catch (error) {
    output.error(error instanceof Error ? error : String(error));
    const showOutput = l10n.t('Show Output');
    // Not awaited: the message stays until someone closes it.
    void window
      .showErrorMessage(l10n.t('Planwright’s language server did not start.'), showOutput)
      .then((choice) => {
        if (choice === showOutput) output.show();
      });
  }
}
