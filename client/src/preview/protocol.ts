// What the preview's three parties say to each other: the server, the extension, and the page in the webview.

/** Answers with the report of a document; `null` when the server does not know the document. */
export const previewRequest = 'planwright/preview';

export interface PreviewParams {
  readonly uri: string;
  /** The state of the report that the page shows; 0 for none. */
  readonly since: number;
}

/** One place in the report where pieces are replaced by others, as sanitised HTML. */
export interface PartChange {
  /** In the list of pieces, as the changes before this one have left it. */
  readonly at: number;
  readonly removed: number;
  /** The blocks in the HTML carry `data-line`: how many lines they come from below the piece's own `line`. */
  readonly inserted: readonly { readonly html: string; readonly line: number }[];
}

export interface PreviewChanges {
  readonly version: number;
  readonly title: string;
  /** The state that these changes lead to, and the one that they are made from; from 0 they make the whole report. */
  readonly state: number;
  readonly since: number;
  readonly changes: readonly PartChange[];
  /** From a piece on, up to the next shift, the pieces are so many lines further down; told for the list as changed. */
  readonly shifts: readonly { readonly from: number; readonly by: number }[];
  /** The language of the report as an HTML `lang`, such as `zh-Hant`: it decides which glyphs Han characters get. */
  readonly language: string;
}

/** Says that a new report can be asked for; with what has changed since the state that is shown or was sent last. */
export const previewChangedNotification = 'planwright/previewChanged';

export interface PreviewChangedParams {
  readonly uri: string;
  readonly version: number;
  readonly changes?: PreviewChanges;
}

/** Says that a page shows a state. */
export const previewShownNotification = 'planwright/previewShown';

export interface PreviewShownParams {
  readonly uri: string;
  readonly state: number;
}

/** What the checks have found in a line, and where: the nth occurrence of a text, counted from 0. */
export interface PreviewFinding {
  readonly line: number;
  readonly text: string;
  readonly nth: number;
  readonly severity: 'error' | 'warning' | 'hint';
  readonly message: string;
}

/** How the reader wants to see it. */
export interface PreviewLook {
  readonly view: 'pages' | 'continuous';
  readonly findings: boolean;
  readonly follows: boolean;
  readonly isPinned: boolean;
}

/** From the extension to the page. */
export type MessageToPage =
  | {
      readonly type: 'show';
      readonly uri: string;
      readonly changes: PreviewChanges;
    }
  | { readonly type: 'notice'; readonly uri: string; readonly text: string }
  | { readonly type: 'look'; readonly look: PreviewLook }
  | { readonly type: 'findings'; readonly findings: readonly PreviewFinding[] }
  /** What was asked for with this count, as HTML; empty where there is nothing to say. */
  | { readonly type: 'explanation'; readonly count: number; readonly html: string }
  /** The editor has been scrolled: this line, with its fraction, is at the top. */
  | { readonly type: 'scrollTo'; readonly line: number }
  /** The cursor is on this line; it is marked, and brought into sight where that is wanted. */
  | { readonly type: 'cursor'; readonly line: number; readonly brings: boolean };

/** From the page to the extension. */
export type MessageFromPage =
  | { readonly type: 'ready' }
  /** The report is on the screen in this state. */
  | { readonly type: 'shown'; readonly state: number; readonly version: number }
  /** The page shows another document than before: where is its editor? `hasOne`: the page was there before. */
  | { readonly type: 'wantsPlace'; readonly hasOne: boolean }
  /** The page has been scrolled by its reader: this line is at the top. */
  | { readonly type: 'scrolled'; readonly line: number }
  /** The reader wants to edit this line, where these words are. */
  | {
      readonly type: 'edit';
      readonly line: number;
      readonly before?: string;
      readonly after?: string;
    }
  /** How did this figure come about? The nth `{…}` of the line, or the nth occurrence of the text. */
  | {
      readonly type: 'explain';
      readonly count: number;
      readonly line: number;
      readonly text: string;
      readonly nth: number;
      readonly isReference: boolean;
    }
  | { readonly type: 'choose'; readonly key: 'view'; readonly value: PreviewLook['view'] }
  | { readonly type: 'choose'; readonly key: 'findings' | 'follow'; readonly value: boolean }
  | { readonly type: 'pin'; readonly isPinned: boolean }
  | { readonly type: 'find' }
  | { readonly type: 'print' }
  | { readonly type: 'openLink'; readonly target: string };

/** What a page keeps of itself, so that its panel comes back as it was after a restart of VS Code. */
export interface PageState {
  readonly uri: string;
  readonly isPinned?: boolean;
  /** 0: as wide as the window. */
  readonly zoom?: number;
  /** The line at the top, with its fraction. */
  readonly line?: number;
}
