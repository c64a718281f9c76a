// One preview: a panel that shows a plan, and stays at the same place as the editor.

import {
  ConfigurationTarget,
  commands,
  type Disposable,
  type Event,
  EventEmitter,
  env,
  type LogOutputChannel,
  l10n,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { languageId } from '../language.ts';
import { explanationOf, targetOf } from './explanation.ts';
import { findingsOf } from './findings-shown.ts';
import { pageHtml } from './page.ts';
import { printPlan } from './print.ts';
import {
  type MessageFromPage,
  type MessageToPage,
  type PreviewChanges,
  type PreviewLook,
  type PreviewParams,
  type PreviewShownParams,
  previewRequest,
  previewShownNotification,
} from './protocol.ts';

/** How long the editor's scrolling counts as an echo of the page's; smooth scrolling takes 125 ms. */
const echoMs = 250;

/** What all previews share. */
export interface PreviewSurroundings {
  readonly extensionFolder: Uri;
  /** For files of our own. */
  readonly storageFolder: Uri;
  readonly client: BaseLanguageClient;
  readonly output: LogOutputChannel;
}

export class PreviewPanel implements Disposable {
  readonly panel: WebviewPanel;
  readonly #surroundings: PreviewSurroundings;
  /** The document that the panel shows. */
  #uri: Uri;
  #isPinned: boolean;
  /** The page's script runs and has not been thrown away since. */
  #pageIsReady = false;
  /** The state of the report that the page has been sent; 0 for none. */
  #state = 0;
  /** The version of the document that the page shows. */
  #shownVersion = 0;
  readonly #didShow = new EventEmitter<void>();
  #requestIsRunning = false;
  #isStale = false;
  /** Goes on after the page has shown all that it was sent, or is gone. */
  #continueAfterShowing: (() => void) | undefined;
  /** As text: what the page has been sent of findings. */
  #findingsSent = '[]';
  #pageScrolledAt = Number.NEGATIVE_INFINITY;

  constructor(
    surroundings: PreviewSurroundings,
    panel: WebviewPanel,
    uri: Uri,
    { isPinned = false }: { readonly isPinned?: boolean } = {},
  ) {
    this.#surroundings = surroundings;
    this.panel = panel;
    this.#uri = uri;
    this.#isPinned = isPinned;
    const { extensionFolder } = surroundings;
    const distFolder = Uri.joinPath(extensionFolder, 'dist');
    panel.webview.options = { enableScripts: true, localResourceRoots: [distFolder] };
    const icons = Uri.joinPath(extensionFolder, 'client', 'icons');
    panel.iconPath = {
      light: Uri.joinPath(icons, 'plan-light.svg'),
      dark: Uri.joinPath(icons, 'plan-dark.svg'),
    };
    panel.webview.onDidReceiveMessage((message: MessageFromPage) => this.#receive(message));
    panel.onDidChangeViewState(() => {
      // A page that is hidden is thrown away, and says that it is ready when it has been made anew.
      if (!panel.visible) this.#losePage();
      else if (this.#isStale) void this.refresh();
    });
    panel.onDidDispose(() => this.#losePage());
    this.#setTitle();
    panel.webview.html = pageHtml(panel.webview, distFolder, env.language);
  }

  get uri(): Uri {
    return this.#uri;
  }

  /** It keeps its document, whatever is edited. */
  get isPinned(): boolean {
    return this.#isPinned;
  }

  /** Tells of each state that the page shows. */
  get onDidShow(): Event<void> {
    return this.#didShow.event;
  }

  /** Whether the document says something by now that the page does not show. */
  isBehind(document: TextDocument): boolean {
    return (
      this.#pageIsReady &&
      document.uri.toString() === this.#uri.toString() &&
      this.#shownVersion < document.version
    );
  }

  dispose(): void {
    this.panel.dispose();
    this.#didShow.dispose();
  }

  /** Shows another plan. */
  follow(document: TextDocument): void {
    const isOther = document.uri.toString() !== this.#uri.toString();
    if (document.languageId !== languageId || !isOther) return;
    this.#uri = document.uri;
    this.#state = 0;
    this.#shownVersion = 0;
    this.#continueAfterShowing?.();
    this.#setTitle();
    void this.refresh();
  }

  /** Shows how the reader wants to see it, after a setting has changed. */
  sendLook(): void {
    const settings = workspace.getConfiguration('planwright.preview');
    const look: PreviewLook = {
      view: settings.get('view', 'continuous'),
      findings: settings.get('findings', true),
      follows: this.#follows('scrollWithEditor') || this.#follows('scrollEditor'),
      isPinned: this.#isPinned,
    };
    this.#send({ type: 'look', look });
  }

  /** Sends what has been found, unless the page has been sent just that. */
  sendFindings(): void {
    const findings = this.#findings();
    const text = JSON.stringify(findings);
    if (text === this.#findingsSent) return;
    this.#findingsSent = text;
    this.#send({ type: 'findings', findings });
  }

  /**
   * Shows what has changed, or asks for it where that does not follow on what the page has been sent. Nothing is waited
   * for: the page takes together what it is sent while it is busy.
   *
   * @param changes what the server has sent unasked
   */
  advance(changes: PreviewChanges | undefined): void {
    const isNext = changes !== undefined && changes.since !== 0 && changes.since === this.#state;
    if (isNext && this.#pageIsReady) this.#show(changes);
    else void this.refresh();
  }

  /** Fetches what has changed until what is shown is the latest; never two requests at a time. */
  async refresh(): Promise<void> {
    this.#isStale = true;
    if (this.#requestIsRunning) return;
    this.#requestIsRunning = true;
    try {
      while (this.#isStale && this.#pageIsReady && this.#surroundings.client.isRunning()) {
        this.#isStale = false;
        await this.#fetch(this.#uri);
      }
    } finally {
      this.#requestIsRunning = false;
    }
  }

  async #fetch(uri: Uri): Promise<void> {
    const { client, output } = this.#surroundings;
    const params: PreviewParams = {
      uri: client.code2ProtocolConverter.asUri(uri),
      since: this.#state,
    };
    let changes: PreviewChanges | null = null;
    let problem = l10n.t('There is nothing to preview.');
    try {
      await openAgain(uri);
      changes = await client.sendRequest<PreviewChanges | null>(previewRequest, params);
    } catch (error) {
      output.warn(`${previewRequest} ${params.uri}: ${error}`);
      problem = l10n.t('The preview could not be made; the output of Planwright says why.');
    }
    // Meanwhile another document may have become the one to show, or the page may have been made anew.
    if (uri.toString() !== this.#uri.toString() || !this.#pageIsReady) return;
    if (!changes) {
      this.#send({ type: 'notice', uri: uri.toString(), text: problem });
      return;
    }
    if (changes.since !== 0 && changes.since !== this.#state) {
      this.#isStale = true;
      return;
    }
    const shown = new Promise<void>((resolve) => {
      this.#continueAfterShowing = resolve;
    });
    this.#show(changes);
    await shown;
  }

  #show(changes: PreviewChanges): void {
    this.#state = changes.state;
    this.#send({ type: 'show', uri: this.#uri.toString(), changes });
    // Those of later states come when VS Code tells of them: what it has now is about the state before.
    if (changes.since === 0) this.sendFindings();
  }

  /** The server sends what changes next without being asked, as long as it hears that it is shown. */
  #noteShown({ state, version }: Extract<MessageFromPage, { type: 'shown' }>): void {
    if (state === this.#state) this.#shownVersion = version;
    this.#didShow.fire();
    const { client } = this.#surroundings;
    const uri = client.code2ProtocolConverter.asUri(this.#uri);
    const shown: PreviewShownParams = { uri, state };
    void client.sendNotification(previewShownNotification, shown);
    if (state === this.#state) this.#continueAfterShowing?.();
  }

  #losePage(): void {
    this.#pageIsReady = false;
    this.#state = 0;
    this.#shownVersion = 0;
    this.#findingsSent = '[]';
    this.#continueAfterShowing?.();
  }

  #setTitle(): void {
    const fileName = this.#uri.path.slice(this.#uri.path.lastIndexOf('/') + 1);
    this.panel.title = this.#isPinned
      ? l10n.t('Preview {0} (pinned)', fileName)
      : l10n.t('Preview {0}', fileName);
  }

  #receive(message: MessageFromPage): void {
    switch (message.type) {
      case 'ready':
        // A panel that is moved is made anew without a word.
        this.#losePage();
        this.#pageIsReady = true;
        this.sendLook();
        void this.refresh();
        break;
      case 'shown':
        this.#noteShown(message);
        break;
      case 'wantsPlace': {
        const editor = this.#editor();
        if (editor && !message.hasOne) this.sendScroll(editor);
        if (editor) this.sendCursor(editor, false);
        break;
      }
      case 'scrolled':
        if (this.#follows('scrollEditor')) this.#scrollEditor(message.line);
        break;
      case 'edit':
        void this.#edit(message);
        break;
      case 'explain':
        void this.#explain(message);
        break;
      case 'choose':
        void this.#choose(message);
        break;
      case 'pin':
        this.#isPinned = message.isPinned;
        this.#setTitle();
        this.sendLook();
        break;
      case 'find':
        this.panel.reveal(undefined, false);
        void commands.executeCommand('editor.action.webvieweditor.showFind');
        break;
      case 'print':
        void printPlan(this.#uri, this.#surroundings);
        break;
      case 'openLink':
        void this.#openLink(message.target);
        break;
    }
  }

  /** What is chosen in one preview holds for all, and for the next session. */
  async #choose(message: Extract<MessageFromPage, { type: 'choose' }>): Promise<void> {
    const settings = workspace.getConfiguration('planwright.preview');
    const keys = message.key === 'follow' ? ['scrollWithEditor', 'scrollEditor'] : [message.key];
    for (const key of keys) {
      await settings.update(key, message.value, ConfigurationTarget.Global);
    }
  }

  #follows(key: 'scrollWithEditor' | 'scrollEditor' | 'followCursor'): boolean {
    return workspace.getConfiguration('planwright.preview').get(key, true);
  }

  #findings() {
    const shows = workspace.getConfiguration('planwright.preview').get('findings', true);
    return shows ? findingsOf(this.#uri) : [];
  }

  async #explain(message: Extract<MessageFromPage, { type: 'explain' }>): Promise<void> {
    const html = await explanationOf(this.#uri, message);
    this.#send({ type: 'explanation', count: message.count, html });
  }

  #scrollEditor(lineWithFraction: number): void {
    const editor = this.#editor();
    if (!editor) return;
    this.#pageScrolledAt = performance.now();
    const { document } = editor;
    const line = Math.min(Math.floor(lineWithFraction), document.lineCount - 1);
    const progress = Math.min(lineWithFraction - line, 1);
    const character = Math.floor(progress * document.lineAt(line).text.length);
    editor.revealRange(new Range(line, character, line, character), TextEditorRevealType.AtTop);
  }

  async #edit({ line, before, after }: Extract<MessageFromPage, { type: 'edit' }>): Promise<void> {
    const editor = await window.showTextDocument(this.#uri, {
      viewColumn: this.#editor()?.viewColumn ?? ViewColumn.One,
    });
    const { text, range } = editor.document.lineAt(Math.min(line, editor.document.lineCount - 1));
    const place = range.start.translate(0, characterOf(text, before ?? '', after ?? ''));
    editor.selection = new Selection(place, place);
    editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Opens a file that the report or a tip points to. Addresses with a scheme in the report are VS Code's own affair. */
  async #openLink(target: string): Promise<void> {
    if (/^[a-z][a-z0-9+.-]*:/i.test(target)) {
      const uri = targetOf(target);
      // Its own lines are shown where they are.
      const line = /^L?(\d+)/.exec(uri.fragment)?.[1];
      if (line && uri.with({ fragment: '' }).toString() === this.#uri.toString()) {
        await this.#edit({ type: 'edit', line: Number(line) - 1 });
      } else await commands.executeCommand('vscode.open', uri);
      return;
    }
    if (this.#uri.scheme === 'untitled') return;
    const path = decodeURIComponent(target.split('#')[0]);
    await commands.executeCommand('vscode.open', Uri.joinPath(this.#uri, '..', path));
  }

  sendScroll(editor: TextEditor): void {
    if (!this.#shows(editor) || performance.now() - this.#pageScrolledAt < echoMs) return;
    if (!this.#follows('scrollWithEditor')) return;
    const top = editor.visibleRanges[0]?.start;
    if (!top) return;
    // A long line is wrapped: how far into it the window begins is part of the place.
    const progress = top.character / (editor.document.lineAt(top.line).text.length + 1);
    this.#send({ type: 'scrollTo', line: top.line + progress });
  }

  sendCursor(editor: TextEditor, brings = this.#follows('followCursor')): void {
    if (!this.#shows(editor)) return;
    this.#send({ type: 'cursor', line: editor.selection.active.line, brings });
  }

  #shows(editor: TextEditor): boolean {
    return editor.document.uri.toString() === this.#uri.toString();
  }

  #editor(): TextEditor | undefined {
    return window.visibleTextEditors.find((editor) => this.#shows(editor));
  }

  #send(message: MessageToPage): void {
    if (this.#pageIsReady) void this.panel.webview.postMessage(message);
  }
}

/** VS Code closes a file some time after its last editor, and the server answers only for those that are open. */
async function openAgain(uri: Uri): Promise<void> {
  const address = uri.toString();
  const isOpen = workspace.textDocuments.some((document) => document.uri.toString() === address);
  if (isOpen || uri.scheme === 'untitled') return;
  try {
    await workspace.openTextDocument(uri);
  } catch {
    // The file is gone: there is nothing to preview.
  }
}

/** Where in a line the words around a place in the report are; what is put otherwise there is looked for in part. */
function characterOf(text: string, before: string, after: string): number {
  for (let length = before.length + after.length; length > 1; length--) {
    const kept = Math.min(before.length, length);
    const words = before.slice(before.length - kept) + after.slice(0, length - kept);
    const found = text.indexOf(words);
    if (found >= 0) return found + kept;
  }
  return 0;
}
