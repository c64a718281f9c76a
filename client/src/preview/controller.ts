// All previews: one follows the plan that is edited, and others are pinned to theirs.

import {
  type CancellationToken,
  Disposable,
  l10n,
  languages,
  type TextDocument,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { State } from 'vscode-languageclient';
import { languageId } from '../language.ts';
import { mark } from './marks.ts';
import { PreviewPanel, type PreviewSurroundings } from './panel.ts';
import {
  type PageState,
  type PreviewChangedParams,
  previewChangedNotification,
} from './protocol.ts';

const viewType = 'planwright.preview';

/** So long a preview that is behind holds up what can wait. */
const longestWaitMs = 400;

export class PreviewController implements Disposable {
  readonly #surroundings: PreviewSurroundings;
  readonly #subscriptions: Disposable;
  readonly #previews = new Set<PreviewPanel>();

  constructor(surroundings: PreviewSurroundings) {
    this.#surroundings = surroundings;
    const { client } = surroundings;
    const all = (act: (preview: PreviewPanel) => void) => this.#previews.forEach(act);
    this.#subscriptions = Disposable.from(
      client.onNotification(
        previewChangedNotification,
        ({ uri, version, changes }: PreviewChangedParams) => {
          mark('settled', version);
          all((preview) => {
            // The server writes addresses as the client's converter does, which is not how `Uri.toString` does.
            if (uri === client.code2ProtocolConverter.asUri(preview.uri)) preview.advance(changes);
          });
        },
      ),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) all((preview) => void preview.refresh());
      }),
      window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: async (panel, state: PageState | undefined) =>
          this.#restore(panel, state),
      }),
      workspace.onDidChangeConfiguration((change) => {
        if (!change.affectsConfiguration('planwright.preview')) return;
        all((preview) => {
          preview.sendLook();
          preview.sendFindings();
        });
      }),
      languages.onDidChangeDiagnostics(({ uris }) => {
        const changed = new Set(uris.map((uri) => uri.toString()));
        all((preview) => {
          if (changed.has(preview.uri.toString())) preview.sendFindings();
        });
      }),
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor) this.#following()?.follow(editor.document);
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) =>
        all((preview) => preview.sendScroll(textEditor)),
      ),
      window.onDidChangeTextEditorSelection(({ textEditor }) =>
        all((preview) => preview.sendCursor(textEditor)),
      ),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
    for (const preview of this.#previews) preview.dispose();
  }

  /** Shows the preview beside the editor; of the given file, or of the plan being edited. */
  async open(resource?: Uri): Promise<void> {
    const uri = resource ?? window.activeTextEditor?.document.uri ?? this.#following()?.uri;
    const document = uri && (await workspace.openTextDocument(uri));
    if (document?.languageId !== languageId) {
      await window.showInformationMessage(l10n.t('Open a plan first, then its preview.'));
      return;
    }
    const pinned = [...this.#previews].find(
      (preview) => preview.isPinned && preview.uri.toString() === document.uri.toString(),
    );
    const shown = pinned ?? this.#following();
    if (shown) {
      shown.follow(document);
      shown.panel.reveal(undefined, true);
      return;
    }
    const panel = window.createWebviewPanel(
      viewType,
      '',
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableFindWidget: true },
    );
    this.#add(new PreviewPanel(this.#surroundings, panel, document.uri));
  }

  /** Waits until the previews of a document show what it says; not for long, and not once that is no longer wanted. */
  async caughtUp(document: TextDocument, token: CancellationToken): Promise<void> {
    const areBehind = () => [...this.#previews].some((preview) => preview.isBehind(document));
    if (!areBehind()) return;
    await new Promise<void>((resolve) => {
      const subscriptions = [...this.#previews].map(({ onDidShow }) =>
        onDidShow(() => {
          if (!areBehind()) end();
        }),
      );
      const timer = setTimeout(() => end(), longestWaitMs);
      const end = (): void => {
        clearTimeout(timer);
        for (const subscription of subscriptions) subscription.dispose();
        resolve();
      };
      subscriptions.push(token.onCancellationRequested(end));
    });
  }

  async #restore(panel: WebviewPanel, state: PageState | undefined): Promise<void> {
    if (!state) {
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
    this.#add(new PreviewPanel(this.#surroundings, panel, uri, state));
  }

  #add(preview: PreviewPanel): void {
    this.#previews.add(preview);
    preview.panel.onDidDispose(() => this.#previews.delete(preview));
  }

  /** The one that goes along with the editor. */
  #following(): PreviewPanel | undefined {
    return [...this.#previews].find(({ isPinned }) => !isPinned);
  }
}
