// The plan that the lists beside the text are about: the one that is being edited, or was last.

import {
  commands,
  Disposable,
  type DocumentSelector,
  EventEmitter,
  languages,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, DidOpenTextDocumentNotification } from 'vscode-languageclient';
import { languageId } from '../language.ts';

/** After the last change, so that a list does not flicker while somebody types. */
const pauseMs = 250;
/** Somebody who does not stop typing sees the lists follow all the same. */
const longestPauseMs = 1000;

export class ActivePlan implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable;
  readonly #served: DocumentSelector;
  #document: TextDocument | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitingSince = 0;

  /** There is another plan, or something else to be said of this one. */
  readonly onDidChange = this.#changed.event;

  /** @param served the documents that the server has */
  constructor(client: BaseLanguageClient, served: DocumentSelector) {
    this.#served = served;
    this.#subscriptions = Disposable.from(
      this.#changed,
      window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      workspace.onDidCloseTextDocument((closed) => {
        if (closed === this.#document) this.#show(this.#otherPlan(closed));
      }),
      // A document that is given another language is another one.
      workspace.onDidOpenTextDocument(() => this.#follow(window.activeTextEditor)),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.#document) this.#soon();
      }),
      // Findings may change while the text stays: another file does, or a setting.
      languages.onDidChangeDiagnostics(({ uris }) => {
        const own = this.#document?.uri.toString();
        if (uris.some((uri) => uri.toString() === own)) this.#soon();
      }),
      // The server knows a document only after it has been sent, which is later than VS Code shows it.
      client
        .getFeature(DidOpenTextDocumentNotification.method)
        .onNotificationSent(({ textDocument }) => {
          if (textDocument === this.#document) this.#now();
        }),
    );
    const editor = window.activeTextEditor;
    this.#show(this.#isPlan(editor) ? editor.document : this.#otherPlan());
  }

  get document(): TextDocument | undefined {
    return this.#document;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  /** An old revision beside the plan is not the plan: the server does not have it. */
  #isPlan(editor: TextEditor | undefined): editor is TextEditor {
    return editor !== undefined && languages.match(this.#served, editor.document) > 0;
  }

  #otherPlan(except?: TextDocument): TextDocument | undefined {
    return window.visibleTextEditors.find(
      (editor) => this.#isPlan(editor) && editor.document !== except,
    )?.document;
  }

  /** A preview, a list or another kind of file does not end the interest in a plan that is still open. */
  #follow(editor: TextEditor | undefined): void {
    if (this.#isPlan(editor)) {
      if (editor.document !== this.#document) this.#show(editor.document);
    } else if (
      this.#document &&
      (this.#document.isClosed || this.#document.languageId !== languageId)
    ) {
      this.#show(this.#otherPlan(this.#document));
    }
  }

  #show(document: TextDocument | undefined): void {
    this.#document = document;
    void commands.executeCommand('setContext', 'planwright.hasPlan', document !== undefined);
    this.#now();
  }

  #soon(): void {
    const now = Date.now();
    if (this.#timer === undefined) this.#waitingSince = now;
    clearTimeout(this.#timer);
    const left = Math.max(0, this.#waitingSince + longestPauseMs - now);
    this.#timer = setTimeout(() => this.#now(), Math.min(pauseMs, left));
  }

  #now(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#changed.fire();
  }
}
