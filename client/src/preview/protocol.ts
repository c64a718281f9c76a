// What the preview's three parties say to each other: the server, the extension, and the page in the webview.

/** Answers with the report of a document; `null` when the server does not know the document. */
export const previewRequest = 'planwright/preview';

export interface PreviewParams {
  readonly uri: string;
  /** The version that the asking side has; the answer may be of a later one. */
  readonly version?: number;
}

export interface PreviewResult {
  readonly version: number;
  readonly title: string;
  /** The body of the report as sanitised HTML. Its blocks carry `data-line`, the zero-based line they come from. */
  readonly html: string;
  /** The language of the report as an HTML `lang`, such as `zh-Hant`: it decides which glyphs Han characters get. */
  readonly language?: string;
}

/** Says that a new report can be asked for. */
export const previewChangedNotification = 'planwright/previewChanged';

export interface PreviewChangedParams {
  readonly uri: string;
  readonly version: number;
}

/** From the extension to the page. */
export type MessageToPage =
  | { readonly type: 'show'; readonly uri: string; readonly report: PreviewResult }
  | { readonly type: 'notice'; readonly uri: string; readonly text: string }
  /** The editor has been scrolled: this line, with its fraction, is at the top. */
  | { readonly type: 'scrollTo'; readonly line: number }
  /** The cursor is on this line. */
  | { readonly type: 'cursor'; readonly line: number };

/** From the page to the extension. */
export type MessageFromPage =
  | { readonly type: 'ready' }
  /** What was sent to be shown is on the screen. */
  | { readonly type: 'shown' }
  /** The page shows a document for the first time, and wants to know where its editor is. */
  | { readonly type: 'wantsPlace' }
  /** The page has been scrolled by its reader: this line is at the top. */
  | { readonly type: 'scrolled'; readonly line: number }
  /** The reader wants to edit this line. */
  | { readonly type: 'edit'; readonly line: number }
  | { readonly type: 'openLink'; readonly target: string };

/** What a page keeps of itself, so that its panel comes back after a restart of VS Code. */
export interface PageState {
  readonly uri: string;
}
