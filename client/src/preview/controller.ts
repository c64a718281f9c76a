// The preview panel: one panel that shows the plan being edited, and follows when another plan is edited.

import {
  commands,
  Disposable,
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
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { languageId } from '../language.ts';
import { pageHtml } from './page.ts';
import {
  type MessageFromPage,
  type MessageToPage,
  type PageState,
  type PreviewChangedParams,
  type PreviewParams,
  type PreviewResult,
  previewChangedNotification,
  previewRequest,
} from './protocol.ts';

const viewType = 'planwright.preview';

/** How long the editor's scrolling counts as an echo of the page's; smooth scrolling takes 125 ms. */
const echoMs = 250;

/** The longest pause between two reports. */
const longestPauseMs = 300;

export class PreviewController implements Disposable {
  readonly #extensionFolder: Uri;
  readonly #client: BaseLanguageClient;
  readonly #output: LogOutputChannel;
  readonly #subscriptions: Disposable;

  #panel: WebviewPanel | undefined;
  /** The document that the panel shows. */
  #uri: Uri | undefined;
  /** The page's script runs and has not been thrown away since. */
  #pageIsReady = false;
  #requestIsRunning = false;
  #isStale = false;
  /** Goes on after the page has shown what it was sent, or is gone. */
  #continueAfterShowing: (() => void) | undefined;
  #pageScrolledAt = Number.NEGATIVE_INFINITY;

  constructor(extensionFolder: Uri, client: BaseLanguageClient, output: LogOutputChannel) {
    this.#extensionFolder = extensionFolder;
    this.#client = client;
    this.#output = output;
    this.#subscriptions = Disposable.from(
      client.onNotification(previewChangedNotification, (changed: PreviewChangedParams) => {
        if (this.#uri && changed.uri === this.#protocolUri(this.#uri)) void this.#refresh();
      }),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) void this.#refresh();
      }),
      window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: async (panel, state: PageState | undefined) =>
          this.#restore(panel, state),
      }),
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor && this.#panel) this.#follow(editor.document);
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#sendScroll(textEditor)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#sendCursor(textEditor)),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#panel?.dispose();
  }

  /** Shows the preview beside the editor; of the given file, or of the plan being edited. */
  async open(resource?: Uri): Promise<void> {
    const uri = resource ?? window.activeTextEditor?.document.uri ?? this.#uri;
    const document = uri && (await workspace.openTextDocument(uri));
    if (document?.languageId !== languageId) {
      await window.showInformationMessage(l10n.t('Open a plan first, then its preview.'));
      return;
    }
    if (this.#panel) {
      this.#follow(document);
      this.#panel.reveal(undefined, true);
      return;
    }
    const panel = window.createWebviewPanel(
      viewType,
      '',
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableFindWidget: true },
    );
    this.#adopt(panel, document.uri);
  }

  async #restore(panel: WebviewPanel, state: PageState | undefined): Promise<void> {
    if (!state || this.#panel) {
      panel.dispose();
      return;
    }
    const uri = Uri.parse(state.uri);
    try {
      // The server answers for documents that are open, even where no editor shows them.
      await workspace.openTextDocument(uri);
    } catch {
      // The file is gone since the last time.
      panel.dispose();
      return;
    }
    this.#adopt(panel, uri);
  }

  #adopt(panel: WebviewPanel, uri: Uri): void {
    this.#panel = panel;
    this.#uri = uri;
    this.#pageIsReady = false;
    const distFolder = Uri.joinPath(this.#extensionFolder, 'dist');
    panel.webview.options = { enableScripts: true, localResourceRoots: [distFolder] };
    const icons = Uri.joinPath(this.#extensionFolder, 'client', 'icons');
    panel.iconPath = {
      light: Uri.joinPath(icons, 'plan-light.svg'),
      dark: Uri.joinPath(icons, 'plan-dark.svg'),
    };
    panel.webview.onDidReceiveMessage((message: MessageFromPage) => this.#receive(message));
    panel.onDidChangeViewState(() => {
      // A page that is hidden is thrown away, and says that it is ready when it has been made anew.
      if (!panel.visible) this.#losePage();
      else if (this.#isStale) void this.#refresh();
    });
    panel.onDidDispose(() => {
      this.#losePage();
      this.#panel = undefined;
      this.#uri = undefined;
    });
    this.#setTitle();
    panel.webview.html = pageHtml(panel.webview, distFolder, env.language);
  }

  #losePage(): void {
    this.#pageIsReady = false;
    this.#continueAfterShowing?.();
  }

  #follow(document: TextDocument): void {
    const isOther = document.uri.toString() !== this.#uri?.toString();
    if (document.languageId !== languageId || !isOther) return;
    this.#uri = document.uri;
    this.#setTitle();
    void this.#refresh();
  }

  #setTitle(): void {
    if (!this.#panel || !this.#uri) return;
    const fileName = this.#uri.path.slice(this.#uri.path.lastIndexOf('/') + 1);
    this.#panel.title = l10n.t('Preview {0}', fileName);
  }

  /**
   * Fetches the report until what is shown is the latest; never two requests at a time. After each one there is as long a
   * pause as it took, since in a browser the page and the editor have one thread between them.
   */
  async #refresh(): Promise<void> {
    this.#isStale = true;
    if (this.#requestIsRunning) return;
    this.#requestIsRunning = true;
    try {
      while (this.#isStale && this.#uri && this.#pageIsReady && this.#client.isRunning()) {
        this.#isStale = false;
        const started = performance.now();
        await this.#showReport(this.#uri);
        const pauseMs = Math.min(performance.now() - started, longestPauseMs);
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    } finally {
      this.#requestIsRunning = false;
    }
  }

  async #showReport(uri: Uri): Promise<void> {
    const document = workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
    const params: PreviewParams = { uri: this.#protocolUri(uri), version: document?.version };
    let report: PreviewResult | null = null;
    let problem = l10n.t('There is nothing to preview.');
    try {
      report = await this.#client.sendRequest<PreviewResult | null>(previewRequest, params);
    } catch (error) {
      this.#output.warn(`${previewRequest} ${params.uri}: ${error}`);
      problem = l10n.t('The preview could not be made; the output of Planwright says why.');
    }
    // Meanwhile another document may have become the one to show.
    if (uri.toString() !== this.#uri?.toString()) return;
    if (!this.#pageIsReady) return;
    const shown = new Promise<void>((resolve) => {
      this.#continueAfterShowing = resolve;
    });
    if (report) this.#send({ type: 'show', uri: uri.toString(), report });
    else this.#send({ type: 'notice', uri: uri.toString(), text: problem });
    await shown;
  }

  #receive(message: MessageFromPage): void {
    switch (message.type) {
      case 'ready':
        // A panel that is moved is made anew without a word.
        this.#losePage();
        this.#pageIsReady = true;
        void this.#refresh();
        break;
      case 'shown':
        this.#continueAfterShowing?.();
        break;
      case 'wantsPlace': {
        const editor = this.#editor();
        if (editor) this.#sendScroll(editor);
        break;
      }
      case 'scrolled':
        this.#scrollEditor(message.line);
        break;
      case 'edit':
        void this.#edit(message.line);
        break;
      case 'openLink':
        void this.#openLink(message.target);
        break;
    }
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

  async #edit(line: number): Promise<void> {
    if (!this.#uri) return;
    const editor = await window.showTextDocument(this.#uri, {
      viewColumn: this.#editor()?.viewColumn ?? ViewColumn.One,
    });
    const place = editor.document.lineAt(Math.min(line, editor.document.lineCount - 1)).range.start;
    editor.selection = new Selection(place, place);
    editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Opens a file that the report points to. Addresses with a scheme are VS Code's own affair. */
  async #openLink(target: string): Promise<void> {
    if (!this.#uri || this.#uri.scheme === 'untitled') return;
    const path = decodeURIComponent(target.split('#')[0]);
    await commands.executeCommand('vscode.open', Uri.joinPath(this.#uri, '..', path));
  }

  #sendScroll(editor: TextEditor): void {
    if (!this.#shows(editor) || performance.now() - this.#pageScrolledAt < echoMs) return;
    const top = editor.visibleRanges[0]?.start;
    if (!top) return;
    // A long line is wrapped: how far into it the window begins is part of the place.
    const progress = top.character / (editor.document.lineAt(top.line).text.length + 1);
    this.#send({ type: 'scrollTo', line: top.line + progress });
  }

  #sendCursor(editor: TextEditor): void {
    if (this.#shows(editor)) this.#send({ type: 'cursor', line: editor.selection.active.line });
  }

  #shows(editor: TextEditor): boolean {
    return this.#panel !== undefined && editor.document.uri.toString() === this.#uri?.toString();
  }

  #editor(): TextEditor | undefined {
    return window.visibleTextEditors.find((editor) => this.#shows(editor));
  }

  #send(message: MessageToPage): void {
    if (this.#pageIsReady) void this.#panel?.webview.postMessage(message);
  }

  /** The server writes addresses as the client's converter does, which is not how `Uri.toString` does. */
  #protocolUri(uri: Uri): string {
    return this.#client.code2ProtocolConverter.asUri(uri);
  }
}
