// Pasting from Word, a spreadsheet or a web page: headings, lists and tables become lines of the plan.

import {
  type CancellationToken,
  type DataTransfer,
  type Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type DocumentPasteEditProvider,
  type DocumentSelector,
  l10n,
  languages,
  type Range,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { ask, type PastedLines } from '../workbench/answers.ts';

const kind = DocumentDropOrPasteEditKind.Empty.append('planwright', 'lines');

/** Characters of HTML; more than any document has, and reading them would only keep the writer waiting. */
const longest = 8_000_000;

/** How long the window's bar tells what was left out. */
const shownMilliseconds = 10_000;

class LinesEdit extends DocumentPasteEdit {
  leftOut?: string;
}

export function pasteAsLines(client: BaseLanguageClient, selector: DocumentSelector): Disposable {
  return languages.registerDocumentPasteEditProvider(selector, new LinesProvider(client), {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: ['text/html'],
  });
}

class LinesProvider implements DocumentPasteEditProvider<LinesEdit> {
  readonly #client: BaseLanguageClient;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
  }

  async provideDocumentPasteEdits(
    document: TextDocument,
    [range, ...others]: readonly Range[],
    clipboard: DataTransfer,
    _: unknown,
    token: CancellationToken,
  ): Promise<LinesEdit[] | undefined> {
    if (!range || others.length > 0 || !isWanted(document) || !beginsLine(document, range)) {
      return undefined;
    }
    // What an editor has copied are lines already, and its HTML only says what colour they had.
    if (clipboard.get('vscode-editor-data')) return undefined;
    const html = (await clipboard.get('text/html')?.asString()) ?? '';
    const plain = (await clipboard.get('text/plain')?.asString()) ?? '';
    if (html === '' || token.isCancellationRequested) return undefined;
    if (html.length > longest) {
      void window.showInformationMessage(
        l10n.t(
          'What you pasted is very long, so only its words were taken. To keep headings and tables, save it as a file and use “Planwright: Import Document”.',
        ),
      );
      return undefined;
    }
    // It answers with the start that is going on.
    if (this.#client.state === State.Starting) await this.#client.start();
    const uri = this.#client.code2ProtocolConverter.asUri(document.uri);
    const argument = {
      uri,
      range: this.#client.code2ProtocolConverter.asRange(range),
      html,
      plain,
    };
    const lines = await ask<PastedLines>(this.#client, 'planwright.paste', argument, token);
    if (token.isCancellationRequested) return undefined;
    if (lines?.problem) {
      void window.showWarningMessage(
        l10n.t('Only the words of what you pasted were taken: {0}', lines.problem),
      );
    }
    return lines?.text === undefined ? undefined : [editOf(lines, lines.text)];
  }

  /** Asked for what is really put in. */
  resolveDocumentPasteEdit(edit: LinesEdit): LinesEdit {
    if (edit.leftOut) window.setStatusBarMessage(edit.leftOut, shownMilliseconds);
    return edit;
  }
}

function editOf({ preferred, leftOut }: PastedLines, text: string): LinesEdit {
  const edit = new LinesEdit(text, l10n.t('Paste as lines of a plan'), kind);
  if (!preferred) edit.yieldTo = [DocumentDropOrPasteEditKind.Text];
  if (leftOut) edit.leftOut = leftOut;
  return edit;
}

function isWanted(document: TextDocument): boolean {
  return workspace.getConfiguration('planwright', document).get('editor.pasteAsLines', true);
}

/** Inside a line there is no room for headings and tables: words go in as words. */
function beginsLine(document: TextDocument, { start }: Range): boolean {
  return document.lineAt(start.line).text.slice(0, start.character).trim() === '';
}
