/** What features answer, as the protocol has it. */

import {
  type CodeAction,
  type CodeLens,
  type CompletionItem,
  CompletionItemKind,
  type CreateFile,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type Hover,
  type InlayHint,
  InsertTextFormat,
  type Location,
  type LocationLink,
  type MarkupContent,
  MarkupKind,
  type SelectionRange,
  type SignatureHelp,
  type SnippetTextEdit,
  StringValue,
  type SymbolInformation,
  SymbolKind,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { ClaimHelp } from '../features/claim-help.ts';
import type * as actions from '../features/code-actions/action.ts';
import { type ActionChange, changesOf } from '../features/code-actions/edits.ts';
import type * as lenses from '../features/code-lenses.ts';
import type { FoundSuggestion, SuggestionKind } from '../features/completion.ts';
import type { OutlineItem, OutlineKind } from '../features/document-symbols.ts';
import type * as folding from '../features/folding.ts';
import type * as hovers from '../features/hover.ts';
import type * as hints from '../features/inlay-hints.ts';
import { withoutPictures } from '../features/markdown.ts';
import { lineIndex, rangeOf, uriOf } from '../features/places.ts';
import type { Reader } from '../features/reader.ts';
import type { PlanSymbol } from '../features/workspace-symbols.ts';
import type { Place } from '../model/types.ts';
import type { PlanTree, Range } from '../syntax/document.ts';
import type { Line } from '../syntax/tree.ts';
import { type DiagnosticOptions, diagnosticOf } from './diagnostics.ts';

/** Whole lines, without the break behind the last one. */
export function rangeOfLines(first: Line, last: Line): Range {
  return {
    start: { line: lineIndex(first), character: 0 },
    end: { line: lineIndex(last), character: last.text.length },
  };
}

// ---------------------------------------------------------------- outline

export const symbolKinds: Readonly<Record<OutlineKind, SymbolKind>> = {
  // As headings are shown elsewhere in VS Code.
  section: SymbolKind.String,
  measure: SymbolKind.Method,
  indicator: SymbolKind.Variable,
  target: SymbolKind.Number,
  result: SymbolKind.Number,
  table: SymbolKind.Array,
  chart: SymbolKind.Object,
};

/** A long document has thousands of them: what would be empty is left out. */
export function documentSymbol(item: OutlineItem): DocumentSymbol {
  const { name, detail, kind, first, last, selection, children } = item;
  const symbol: DocumentSymbol = {
    name,
    kind: symbolKinds[kind],
    range: rangeOfLines(first, last),
    selectionRange: rangeOf(selection),
  };
  if (detail !== '') symbol.detail = detail;
  if (children.length > 0) symbol.children = children.map(documentSymbol);
  return symbol;
}

/** For clients that know no tree: all items in a row, each with the name of what it stands in. */
export function symbolInformation(
  items: readonly OutlineItem[],
  containerName?: string,
): SymbolInformation[] {
  return items.flatMap(({ kind, name, first, last, children }) => [
    {
      name,
      kind: symbolKinds[kind],
      location: { uri: uriOf(first), range: rangeOfLines(first, last) },
      ...(containerName === undefined ? {} : { containerName }),
    },
    ...symbolInformation(children, name),
  ]);
}

export function foldingRange({ first, last, isComment }: folding.FoldingRange): FoldingRange {
  return {
    startLine: lineIndex(first),
    endLine: lineIndex(last),
    ...(isComment ? { kind: FoldingRangeKind.Comment } : {}),
  };
}

/** A range inside its parent, and so on; where nothing is to be selected, the place itself. */
export function selectionRange(
  ranges: readonly Range[],
  line: Line,
  character: number,
): SelectionRange {
  const place = { line: lineIndex(line), character };
  return (
    ranges.reduceRight<SelectionRange | undefined>(
      (parent, range) => (parent ? { range, parent } : { range }),
      undefined,
    ) ?? { range: { start: place, end: place } }
  );
}

export function workspaceSymbol({
  uri,
  kind,
  name,
  container,
  range,
}: PlanSymbol): SymbolInformation {
  const symbol = { name, kind: symbolKinds[kind], location: { uri, range } };
  return container === '' ? symbol : { ...symbol, containerName: container };
}

// ---------------------------------------------------------------- hover and definition

export function hover(
  { place, markdown }: hovers.Hover,
  client: { readonly showsPictures: boolean },
): Hover {
  return { contents: markdownFor(client, markdown), range: rangeOf(place) };
}

export function markdownFor(
  { showsPictures }: { readonly showsPictures: boolean },
  markdown: string,
): MarkupContent {
  const value = showsPictures ? markdown : withoutPictures(markdown);
  return { kind: MarkupKind.Markdown, value };
}

export function locationOf(place: Place): Location {
  return { uri: uriOf(place.line), range: rangeOf(place) };
}

/** A place with what leads to it, for clients that underline that. */
export function locationLink(origin: Place, { uri, range }: Location): LocationLink {
  return {
    originSelectionRange: rangeOf(origin),
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  };
}

/** The very start of a file. */
export function startOf(uri: string): Location {
  const start = { line: 0, character: 0 };
  return { uri, range: { start, end: start } };
}

// ---------------------------------------------------------------- hints and lenses

export function inlayHint({ line, character, parts }: hints.InlayHint, reader: Reader): InlayHint {
  const separator = reader.say({ zh: '，', en: ', ' });
  return {
    position: { line: lineIndex(line), character },
    label: parts.map(({ text, sum, place }, index) => ({
      value: (index > 0 ? separator : '') + reader.say(text),
      tooltip: sum,
      ...(place ? { location: locationOf(place) } : {}),
    })),
    paddingLeft: true,
  };
}

export function codeLens(line: Line, data: unknown): CodeLens {
  return { range: rangeOfLines(line, line), data };
}

/** The command of the VS Code extension that shows a list of places; other clients see the words alone. */
const showPlaces = 'planwright.showPlaces';

export function resolvedLens(
  { range, data }: CodeLens,
  text: lenses.LensText | undefined,
  { reader, showsPlaces }: { readonly reader: Reader; readonly showsPlaces: boolean },
): CodeLens {
  const title = text ? reader.say(text.title) : '';
  const [first] = text?.places ?? [];
  const command =
    text && first && showsPlaces
      ? {
          title,
          command: showPlaces,
          arguments: [text.places.map(locationOf), { line: range.start.line, character: 0 }],
        }
      : { title, command: '' };
  return { range, data, command };
}

// ---------------------------------------------------------------- completion

const itemKinds: Readonly<Record<SuggestionKind, CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  field: CompletionItemKind.Property,
  indicator: CompletionItemKind.Variable,
  unit: CompletionItemKind.Unit,
  choice: CompletionItemKind.EnumMember,
  rule: CompletionItemKind.Event,
  facet: CompletionItemKind.Function,
  period: CompletionItemKind.Constant,
  name: CompletionItemKind.Value,
  phrase: CompletionItemKind.Operator,
  figure: CompletionItemKind.Constant,
  path: CompletionItemKind.File,
  skeleton: CompletionItemKind.Snippet,
};

/** Details that are figures or names stand at the end of the line; sentences only where the item is looked at. */
const briefKinds: ReadonlySet<SuggestionKind> = new Set(['indicator', 'facet', 'period', 'figure']);

export interface CompletionOptions {
  readonly uri: string;
  readonly hasLabelDetails: boolean;
}

/** Editors sort by letters; ours come in the order in which they are wanted. */
export function completionItem(
  { kind, label, detail, insert, replace, filter, snippet, about }: FoundSuggestion,
  index: number,
  line: Line,
  { uri, hasLabelDetails }: CompletionOptions,
): CompletionItem {
  const isBrief = hasLabelDetails && briefKinds.has(kind);
  return {
    label,
    kind: label.endsWith('/') && kind === 'path' ? CompletionItemKind.Folder : itemKinds[kind],
    sortText: String(index).padStart(5, '0'),
    textEdit: { range: rangeOf({ line, ...replace }), newText: insert },
    ...(detail === undefined
      ? {}
      : isBrief
        ? { labelDetails: { description: detail } }
        : { detail }),
    ...(filter === label ? {} : { filterText: filter }),
    ...(snippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(about ? { data: { textDocument: { uri }, about } } : {}),
  };
}

/** One way to say it, with the part marked that comes next. */
export function signatureHelp({ label, parts, active }: ClaimHelp): SignatureHelp {
  const parameters = parts.map(({ start, end, text }) => ({
    label: [start, end] as [number, number],
    documentation: text,
  }));
  return {
    signatures: [{ label, parameters, activeParameter: active }],
    activeSignature: 0,
    activeParameter: active,
  };
}

// ---------------------------------------------------------------- code actions

export interface EditOptions {
  /** The client wants to know which version of a document an edit is for. */
  readonly versionsEdits: boolean;
  readonly takesSnippets: boolean;
  /** Where new files are made: the address of the document’s folder, with the slash at its end. */
  readonly folder: string;
  versionOf(uri: string): number | null;
}

/** The action without what it changes. */
export function codeAction(
  { title, kind, finding, preferred }: actions.CodeAction,
  options: DiagnosticOptions,
): CodeAction {
  return {
    title,
    kind,
    ...(finding ? { diagnostics: [diagnosticOf(finding, options)] } : {}),
    ...(preferred ? { isPreferred: true } : {}),
  };
}

/** What an action changes. */
export function workspaceEdit(
  action: actions.CodeAction,
  tree: PlanTree,
  options: EditOptions,
): WorkspaceEdit {
  const edits = action.edits();
  const byUri = [...new Set(edits.map(({ line }) => uriOf(line)))].map((uri) => {
    const ofUri = edits.filter(({ line }) => uriOf(line) === uri);
    return [uri, changesOf(ofUri, tree).map((change) => textEdit(change, options))] as const;
  });
  if (!options.versionsEdits) {
    return { changes: Object.fromEntries(byUri) as Record<string, TextEdit[]> };
  }
  return {
    documentChanges: [
      ...(action.newFile ? creationOf(action.newFile, options.folder) : []),
      ...byUri.map(
        ([uri, edits]): TextDocumentEdit => ({
          textDocument: { uri, version: options.versionOf(uri) },
          edits,
        }),
      ),
    ],
  };
}

/** A file that was not there before: nothing is written over. */
function creationOf(
  { name, text }: actions.NewFile,
  folder: string,
): [CreateFile, TextDocumentEdit] {
  const uri = folder + encodeURIComponent(name);
  const start = { line: 0, character: 0 };
  return [
    { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
    {
      textDocument: { uri, version: null },
      edits: [{ range: { start, end: start }, newText: text }],
    },
  ];
}

function textEdit(
  { range, text, placeholder }: ActionChange,
  { takesSnippets }: EditOptions,
): TextEdit | SnippetTextEdit {
  if (!placeholder || !takesSnippets) return { range, newText: text };
  const { start, end } = placeholder;
  const [before, over, behind] = [
    text.slice(0, start),
    text.slice(start, end),
    text.slice(end),
  ].map(plainSnippet);
  return { range, snippet: StringValue.createSnippet(`${before}\${1:${over}}${behind}`) };
}

/** Text as a snippet that is nothing but this text. */
function plainSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
