// Headings in the typefaces of official documents (GB/T 9704-2012, 7.3), so that the source reads like the document.

import {
  type Disposable,
  Range,
  type TextDocument,
  type TextEditor,
  type TextEditorDecorationType,
  window,
  workspace,
} from 'vscode';
import {
  type BaseLanguageClient,
  type SemanticTokens,
  SemanticTokensRangeRequest,
  State,
} from 'vscode-languageclient';
import { languageId } from '../language.ts';

/** Names under which Windows, macOS and Linux have each typeface, the official one first. */
const xiaobiaosong = `'方正小标宋简体', 'FZXiaoBiaoSong-B05S', '方正小标宋_GBK', 'STZhongsong', '华文中宋', 'Songti SC', 'Noto Serif CJK SC', serif`;
const heiti = `'黑体', 'SimHei', 'STHeiti', 'Heiti SC', 'Noto Sans CJK SC', sans-serif`;
const kaiti = `'楷体_GB2312', 'KaiTi_GB2312', '楷体', 'KaiTi', 'STKaiti', 'Kaiti SC', 'AR PL UKai CN', serif`;
const fangsong = `'仿宋_GB2312', 'FangSong_GB2312', '仿宋', 'FangSong', 'STFangsong', 'FangSong SC', serif`;

const fonts = {
  title: `${xiaobiaosong}; font-size: 1.25em`,
  level1: heiti,
  level2: kaiti,
  level3: fangsong,
  level4: fangsong,
} as const;
type Place = keyof typeof fonts;
const places = Object.keys(fonts) as Place[];

/** While someone types, the decorations move along by themselves; what has become a heading can wait so long. */
const restMilliseconds = 150;

export class OfficialFonts implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #types: Readonly<Record<Place, TextEditorDecorationType>>;
  readonly #waiting = new Map<TextDocument, ReturnType<typeof setTimeout>>();
  readonly #listeners: Disposable[];

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    const typeOf = (place: Place) =>
      window.createTextEditorDecorationType({
        // The editor lets text be decorated, not set in another typeface; styles behind the first one do both.
        textDecoration: `none; font-family: ${fonts[place]}`,
        // Any spacing makes the editor measure the characters instead of taking them to be all of one width.
        letterSpacing: '0px',
      });
    this.#types = {
      title: typeOf('title'),
      level1: typeOf('level1'),
      level2: typeOf('level2'),
      level3: typeOf('level3'),
      level4: typeOf('level4'),
    };
    this.#listeners = [
      window.onDidChangeVisibleTextEditors(() => this.#showAll()),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) =>
        this.#soon(textEditor.document),
      ),
      workspace.onDidChangeTextDocument(({ document }) => this.#soon(document)),
      workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('planwright.editor.officialFonts')) this.#showAll();
      }),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.#showAll();
      }),
    ];
  }

  dispose(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    for (const owned of [...this.#listeners, ...Object.values(this.#types)]) owned.dispose();
  }

  #showAll(): void {
    for (const { document } of window.visibleTextEditors) this.#soon(document);
  }

  #soon(document: TextDocument): void {
    if (document.languageId !== languageId) return;
    this.#forget(document);
    const timer = setTimeout(() => {
      this.#waiting.delete(document);
      for (const editor of window.visibleTextEditors) {
        if (editor.document === document) void this.#show(editor);
      }
    }, restMilliseconds);
    this.#waiting.set(document, timer);
  }

  #forget(document: TextDocument): void {
    clearTimeout(this.#waiting.get(document));
    this.#waiting.delete(document);
  }

  async #show(editor: TextEditor): Promise<void> {
    const { document, visibleRanges } = editor;
    const { version } = document;
    const wanted = workspace
      .getConfiguration('planwright', document)
      .get('editor.officialFonts', false);
    const found = new Map<Place, Range[]>();
    if (wanted) {
      if (!this.#client.isRunning()) return;
      for (const visible of visibleRanges) {
        for (const [place, range] of await this.#headingsIn(document, visible)) {
          found.set(place, [...(found.get(place) ?? []), range]);
        }
      }
    }
    // Of another text the places would be wrong; the change has called for its own.
    if (document.version !== version) return;
    for (const place of places) editor.setDecorations(this.#types[place], found.get(place) ?? []);
  }

  /** The server tells what is a heading, with the words that it tells colours with. */
  async #headingsIn(document: TextDocument, range: Range): Promise<[Place, Range][]> {
    const { code2ProtocolConverter: convert } = this.#client;
    const legend = this.#client.initializeResult?.capabilities.semanticTokensProvider?.legend;
    if (!legend) return [];
    const tokens: SemanticTokens | null = await this.#client
      .sendRequest(SemanticTokensRangeRequest.type, {
        textDocument: convert.asTextDocumentIdentifier(document),
        range: convert.asRange(range),
      })
      // The next change or scroll asks again.
      .catch(() => null);
    const data = tokens?.data ?? [];
    const found: [Place, Range][] = [];
    let line = 0;
    let start = 0;
    for (let at = 0; at < data.length; at += 5) {
      const [lines, characters, length, type, bits] = data.slice(at, at + 5);
      line += lines;
      start = lines > 0 ? characters : start + characters;
      const modifiers = legend.tokenModifiers.filter((_, bit) => bits & (1 << bit));
      const place = placeOf(legend.tokenTypes[type], modifiers);
      if (place) found.push([place, new Range(line, start, line, start + length)]);
    }
    return found;
  }
}

/** Titles of tables are none of the document. */
function placeOf(type: string, modifiers: readonly string[]): Place | undefined {
  if (type === 'title') return modifiers.includes('declaration') ? 'title' : undefined;
  return type === 'heading' ? places.find((place) => modifiers.includes(place)) : undefined;
}
