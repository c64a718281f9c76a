/** What every source of suggestions is given, and what it gives. */

import type { PlanModel } from '../../model/model.ts';
import type { Script } from '../../report/tree.ts';
import type { Line, Span } from '../../syntax/tree.ts';
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
  | 'name';

export interface Suggestion {
  readonly kind: SuggestionKind;
  readonly label: string;
  /** What stands behind the label, in small print. */
  readonly detail?: string;
  /** Replaces this stretch of the line. */
  readonly replace: Span;
  readonly insert: string;
  /** What the writer may have typed for it, where that is more than the label. */
  readonly filter?: string;
}

/** Where the cursor is, and in which language to answer. */
export interface Cursor {
  readonly model: PlanModel;
  readonly line: Line;
  readonly character: number;
  /** The line's text in front of the cursor and behind it. */
  readonly before: string;
  readonly behind: string;
  readonly written: Script;
  readonly reader: Reader;
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
