// The plan that the lists beside the text are about: the one that is being edited, or was last.

import {
  commands,
  Disposable,
  EventEmitter,
  languages,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { languageId } from '../language.ts';

/** After the last change, so that a list does not flicker while somebody types. */
const pauseMs = 250;
/** Somebody who does not stop typing sees the lists follow all the same. */
const longestPauseMs = 1000;

export class ActivePlan implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable;
  #document: TextDocument | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitingSince = 0;

  /** There is another plan, or something else to be said of this one. */
  readonly onDidChange = this.#changed.event;

  constructor(client: BaseLanguageClient) {
    this.#subscriptions = Disposable.from(
      this.#changed,
      window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      workspace.onDidCloseTextDocument((closed) => {
        if (closed === this.#document) this.#show(otherPlan(closed));
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
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.#soon();
      }),
    );
    this.#show(isPlan(window.activeTextEditor) ? window.activeTextEditor.document : otherPlan());
  }

  get document(): TextDocument | undefined {
    return this.#document;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  /** A preview, a list or another kind of file does not end the interest in a plan that is still open. */
  #follow(editor: TextEditor | undefined): void {
    if (isPlan(editor)) {
      if (editor.document !== this.#document) this.#show(editor.document);
    } else if (
      this.#document &&
      (this.#document.isClosed || this.#document.languageId !== languageId)
    ) {
      this.#show(otherPlan(this.#document));
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

function isPlan(editor: TextEditor | undefined): editor is TextEditor {
  return editor?.document.languageId === languageId;
}

function otherPlan(except?: TextDocument): TextDocument | undefined {
  return window.visibleTextEditors.find((editor) => isPlan(editor) && editor.document !== except)
    ?.document;
}
