// A document from elsewhere as a new plan: which one, the plan, and what of the document is not in it.

import {
  type CancellationToken,
  commands,
  Disposable,
  EventEmitter,
  type LogOutputChannel,
  l10n,
  ProgressLocation,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { base64Of, nameOf } from '../files.ts';
import { languageId } from '../language.ts';
import { ask, type ImportedFile } from '../workbench/answers.ts';

/** Bytes; a longer file is no document that somebody has written. */
const largest = 50_000_000;

const listScheme = 'planwright-not-imported';

export class DocumentImporter implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #output: LogOutputChannel;
  readonly #registered: Disposable;
  readonly #listChanged = new EventEmitter<Uri>();
  /** What is not in the plans, by the addresses that the lists are shown at. */
  readonly #lists = new Map<string, string>();

  constructor(client: BaseLanguageClient, output: LogOutputChannel) {
    this.#client = client;
    this.#output = output;
    this.#registered = Disposable.from(
      this.#listChanged,
      commands.registerCommand('planwright.importDocument', (file?: Uri) => this.#import(file)),
      workspace.registerTextDocumentContentProvider(listScheme, {
        onDidChange: this.#listChanged.event,
        provideTextDocumentContent: (uri) => this.#lists.get(uri.toString()) ?? '',
      }),
    );
  }

  dispose(): void {
    this.#registered.dispose();
  }

  async #import(given: Uri | undefined): Promise<void> {
    const file = given ?? (await askForFile());
    if (!file) return;
    const options = {
      location: ProgressLocation.Notification,
      title: l10n.t('Importing “{0}”', nameOf(file)),
      cancellable: true,
    };
    const imported = await window.withProgress(options, async (_, token) => {
      try {
        return await this.#read(file, token);
      } catch (error) {
        if (!token.isCancellationRequested) void this.#tellOfFailure(file, error);
        return undefined;
      }
    });
    if (!imported) return;
    const content = imported.text;
    await window.showTextDocument(
      await workspace.openTextDocument({ language: languageId, content }),
    );
    void this.#tellOfSuccess(file, imported);
  }

  /** @throws {Error} with a sentence for the writer */
  async #read(file: Uri, token: CancellationToken): Promise<ImportedFile | undefined> {
    // The command may be what starts the extension.
    await this.#client.start();
    const bytes = await bytesIn(file);
    const argument = { name: nameOf(file), content: base64Of(bytes) };
    const imported = await ask<ImportedFile>(this.#client, 'planwright.import', argument, token);
    if (token.isCancellationRequested) return undefined;
    if (!imported) throw new Error(l10n.t('something went wrong that the output tells of.'));
    if (imported.problem) throw new Error(imported.problem);
    return imported;
  }

  async #tellOfFailure(file: Uri, error: unknown): Promise<void> {
    const reason = error instanceof Error ? error.message : String(error);
    const showOutput = l10n.t('Show Output');
    const sentence = l10n.t('“{0}” could not be imported: {1}', nameOf(file), reason);
    this.#output.warn(sentence);
    if ((await window.showErrorMessage(sentence, showOutput)) === showOutput) this.#output.show();
  }

  async #tellOfSuccess(file: Uri, imported: ImportedFile): Promise<void> {
    if (!imported.leftOut) return;
    const showList = l10n.t('Show List');
    if ((await window.showInformationMessage(imported.leftOut, showList)) !== showList) return;
    const name = l10n.t('Not imported from {0}', nameOf(file));
    const uri = Uri.from({ scheme: listScheme, path: `/${name}.txt` });
    this.#lists.set(uri.toString(), listOf(imported));
    this.#listChanged.fire(uri);
    await window.showTextDocument(uri, { preview: true });
  }
}

/** Each kind with its number, and the words below it that may be missed. */
function listOf({ leftOutGroups = [] }: ImportedFile): string {
  return leftOutGroups
    .map(({ kind, count, words }) =>
      [`${kind} (${count})`, ...words.map((one) => `    ${one}`), ''].join('\n'),
    )
    .join('\n');
}

async function askForFile(): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    title: l10n.t('Import Document'),
    openLabel: l10n.t('Import'),
    filters: {
      [l10n.t('Word files, web pages and texts')]: [
        ...['docx', 'docm', 'html', 'htm', 'md', 'markdown', 'txt'],
        // An older Word file is told what to do about it.
        'doc',
      ],
    },
  });
  return chosen?.[0];
}

async function bytesIn(file: Uri): Promise<Uint8Array> {
  let size: number;
  try {
    size = (await workspace.fs.stat(file)).size;
    if (size <= largest) return await workspace.fs.readFile(file);
  } catch {
    throw new Error(l10n.t('it is not there, or may not be read.'));
  }
  throw new Error(l10n.t('it is larger than {0} MB; import it in parts.', largest / 1_000_000));
}
