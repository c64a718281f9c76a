/** What every source of suggestions is given, and what it gives. */

import type { PlanModel } from '../../model/model.ts';
import type { Message } from '../../model/types.ts';
import type { Script } from '../../report/tree.ts';
import type { Line, Span } from '../../syntax/tree.ts';
import type { KeywordId } from '../../syntax/vocabulary/keywords.ts';
import type { Reader } from '../reader.ts';

export type SuggestionKind =
  | 'keyword'
  | 'field'
  | 'indicator'
  | 'unit'
  | 'choice'
  | 'rule'
  | 'facet'
  | 'period'
  | 'name'
  | 'phrase'
  | 'figure'
  | 'path'
  | 'skeleton';

/** What a suggestion stands for: enough to tell more of it when somebody looks at it. */
export type About =
  | { readonly kind: 'indicator'; readonly name: string }
  | { readonly kind: 'keyword'; readonly id: KeywordId }
  | { readonly kind: 'rule'; readonly name: string }
  | { readonly kind: 'words'; readonly message: Message }
  /** What will be inserted, as it will stand. */
  | { readonly kind: 'text'; readonly text: string };

export interface Suggestion {
  readonly kind: SuggestionKind;
  readonly label: string;
  /** Tells what stands behind the label, in small print; of a long list it is asked only of what is shown. */
  readonly detail?: () => string | undefined;
  /** Replaces this stretch of the line. */
  readonly replace: Span;
  /** Where `snippet` is true, with tab stops as the protocol writes them. */
  readonly insert: string;
  readonly snippet?: boolean;
  /** What the writer may have typed for it, most usual first; the label where it is only that. */
  readonly forms?: readonly string[];
  readonly about?: About;
}

/** What the sources are told of the world outside the document. */
export interface CompletionOptions {
  readonly reader: Reader;
  /** Whether Chinese words are found by their pinyin as well. */
  readonly pinyin: boolean;
  /** The editor can put tab stops into what it inserts. */
  readonly snippets: boolean;
  /** When it is written: plans are for the year that comes. Without it no year is offered unasked. */
  readonly today?: Today;
  /** The files and folders at the place that {@link folderWanted} named. */
  readonly entries?: readonly FolderEntry[];
}

export interface Today {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
}

export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** Where the cursor is, and in which language to answer. */
export interface Cursor extends CompletionOptions {
  readonly model: PlanModel;
  readonly line: Line;
  readonly character: number;
  /** The line's text in front of the cursor and behind it. */
  readonly before: string;
  readonly behind: string;
  readonly written: Script;
}

/** A colon as the document writes it, unless one stands behind the cursor already. */
export function colonFor({ behind, written }: Cursor): string {
  if (/^[ \t\u3000]*[：:]/.test(behind)) return '';
  return written === 'en' ? ': ' : '：';
}

/** From the first character that is no space to the cursor. */
export function typedFrom({ before, character }: Cursor, start: number): Span & { typed: string } {
  const text = before.slice(start);
  const typed = text.trimStart();
  return { start: start + text.length - typed.length, end: character, typed };
}
