// Exporting a plan: to what, what is still open, where to, and once more without questions.

import {
  commands,
  Disposable,
  env,
  type LogOutputChannel,
  l10n,
  type Memento,
  ProgressLocation,
  type TextDocument,
  UIKind,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { bytesOf, nameOf } from '../files.ts';
import { languageId } from '../language.ts';
import { type ExportFormat, exportFormats } from './formats.ts';
import { passGate } from './gate.ts';
import { writeWhole } from './write.ts';

/** What a key or another extension may say beforehand; whatever is missing is asked for. */
export interface ExportChoices {
  readonly format?: string;
  /** The address of the file. */
  readonly target?: string;
  /** Nothing is asked about what is still open. */
  readonly anyway?: boolean;
}

/** How a plan was exported last. */
interface Remembered {
  readonly format: string;
  readonly target: string;
  readonly documentNumber?: string;
}

interface Answer {
  readonly content?: string;
}

export class Exporter implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #output: LogOutputChannel;
  readonly #memory: Memento;
  readonly #commands: Disposable;

  constructor(client: BaseLanguageClient, output: LogOutputChannel, memory: Memento) {
    this.#client = client;
    this.#output = output;
    this.#memory = memory;
    this.#commands = Disposable.from(
      commands.registerCommand('planwright.exportDocument', (plan?: Uri, choices?: ExportChoices) =>
        this.#export(plan, choices),
      ),
      commands.registerCommand('planwright.exportAgain', (plan?: Uri) => this.#again(plan)),
    );
  }

  dispose(): void {
    this.#commands.dispose();
  }

  async #export(plan: Uri | undefined, choices: ExportChoices = {}): Promise<void> {
    const document = await planOf(plan);
    if (!document) return;
    const last = this.#memory.get<Remembered>(keyOf(document.uri));
    const format = await formatOf(choices.format, last?.format);
    if (!format) return;
    if (format.isFinal && !choices.anyway && !(await passGate(this.#client, document.uri))) return;
    const documentNumber =
      format.id === 'docx-office' && !choices.target
        ? await askForNumber(last?.documentNumber)
        : last?.documentNumber;
    if (documentNumber === undefined && format.id === 'docx-office' && !choices.target) return;
    const target = choices.target
      ? Uri.parse(choices.target)
      : await askForTarget(document.uri, format, last);
    if (!target) return;
    await this.#write(document, format, target, documentNumber);
  }

  /** The same once more: nothing is asked, not even what is still open. */
  async #again(plan: Uri | undefined): Promise<void> {
    const document = await planOf(plan);
    if (!document) return;
    const last = this.#memory.get<Remembered>(keyOf(document.uri));
    const format = last && exportFormats().find(({ id }) => id === last.format);
    if (!last || !format) {
      await this.#export(document.uri);
      return;
    }
    await this.#write(document, format, Uri.parse(last.target), last.documentNumber);
  }

  async #write(
    document: TextDocument,
    format: ExportFormat,
    target: Uri,
    documentNumber: string | undefined,
  ): Promise<void> {
    const options = {
      location: ProgressLocation.Notification,
      title: l10n.t('Exporting “{0}”', nameOf(target)),
      cancellable: true,
    };
    const written = await window.withProgress(options, async (_, token) => {
      try {
        const argument = {
          uri: this.#client.code2ProtocolConverter.asUri(document.uri),
          ...format.request,
          ...(documentNumber ? { documentNumber } : {}),
        };
        const parameters = { command: 'planwright.export', arguments: [argument] };
        const answer = await this.#client.sendRequest<Answer | null>(
          'workspace/executeCommand',
          parameters,
          token,
        );
        if (token.isCancellationRequested) return false;
        if (!answer?.content) throw new Error(l10n.t('The file could not be made.'));
        await writeWhole(target, bytesOf(answer.content));
        return true;
      } catch (error) {
        if (token.isCancellationRequested) return false;
        this.#output.error(error instanceof Error ? error : String(error));
        void this.#tellOfFailure(error instanceof Error ? error.message : String(error));
        return false;
      }
    });
    if (!written) return;
    await this.#memory.update(keyOf(document.uri), {
      format: format.id,
      target: target.toString(),
      ...(documentNumber ? { documentNumber } : {}),
    } satisfies Remembered);
    void tellOfSuccess(target);
  }

  async #tellOfFailure(sentence: string): Promise<void> {
    const showOutput = l10n.t('Show Output');
    if ((await window.showErrorMessage(sentence, showOutput)) === showOutput) this.#output.show();
  }
}

/** The plan that is meant: the one that was clicked, or the one being edited. */
async function planOf(plan: Uri | undefined): Promise<TextDocument | undefined> {
  const uri = plan ?? window.activeTextEditor?.document.uri;
  // The server answers for documents that are open, even where no editor shows them.
  const document = uri && (await workspace.openTextDocument(uri));
  if (document?.languageId === languageId) return document;
  await window.showInformationMessage(l10n.t('Open a plan first, then export it.'));
  return undefined;
}

function keyOf(plan: Uri): string {
  return `export ${plan.toString()}`;
}

async function formatOf(
  given: string | undefined,
  last: string | undefined,
): Promise<ExportFormat | undefined> {
  const formats = exportFormats();
  const known = formats.find(({ id }) => id === given);
  if (known) return known;
  // What was chosen last is what is chosen by Enter.
  const inOrder = [...formats].sort((a, b) => Number(b.id === last) - Number(a.id === last));
  return window.showQuickPick(inOrder, {
    title: l10n.t('Export'),
    placeHolder: l10n.t('What shall the plan become?'),
  });
}

/** @returns undefined where the writer thought better of it; a number is not needed */
function askForNumber(last = ''): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t('Document number'),
    prompt: l10n.t('Below the letterhead; leave it empty if there is none yet.'),
    placeHolder: '青政发〔2026〕3号',
    value: last,
    ignoreFocusOut: true,
  });
}

function askForTarget(
  plan: Uri,
  format: ExportFormat,
  last: Remembered | undefined,
): Thenable<Uri | undefined> {
  const before = last?.target.endsWith(`.${format.extension}`) ? Uri.parse(last.target) : undefined;
  const name = `${nameOf(plan).replace(/\.plan$/, '')}.${format.extension}`;
  const beside = plan.scheme === 'untitled' ? undefined : Uri.joinPath(plan, '..', name);
  const [folder] = workspace.workspaceFolders ?? [];
  const defaultUri = before ?? beside ?? (folder && Uri.joinPath(folder.uri, name));
  return window.showSaveDialog({
    ...(defaultUri ? { defaultUri } : {}),
    filters: { [format.fileKind]: [format.extension] },
    saveLabel: l10n.t('Export'),
    title: l10n.t('Export'),
  });
}

async function tellOfSuccess(target: Uri): Promise<void> {
  const open = l10n.t('Open');
  const showInFolder = l10n.t('Show in Folder');
  const isHere = target.scheme === 'file' && env.uiKind === UIKind.Desktop && !env.remoteName;
  const choices = isHere ? [open, showInFolder] : [open];
  const sentence = l10n.t('Exported to “{0}”.', nameOf(target));
  const chosen = await window.showInformationMessage(sentence, ...choices);
  if (chosen === showInFolder) await commands.executeCommand('revealFileInOS', target);
  if (chosen !== open) return;
  // Word and the browser show it better than an editor, where they are on the same machine.
  if (isHere) await env.openExternal(target);
  else await commands.executeCommand('vscode.open', target);
}
