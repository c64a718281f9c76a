/** What an offer to change the document is made of. */

import type { PlanModel } from '../../model/model.ts';
import type { Place } from '../../model/types.ts';
import type { CheckedFinding } from '../../rules/checker.ts';
import type { Edit } from '../../rules/rule.ts';
import type { Line, Span } from '../../syntax/tree.ts';
import type { PlanDocument } from '../../workspace/document.ts';
import type { Reader } from '../reader.ts';

/** As the protocol names them, so that a client can ask for one kind alone. */
export type ActionKind =
  | 'quickfix'
  | 'refactor.extract'
  | 'refactor.inline'
  | 'refactor.rewrite'
  | 'source.fixAll.planwright';

export interface ActionEdit extends Edit {
  /** The stretch of the new text that the writer will want to write over. */
  readonly placeholder?: Span;
}

export interface NewFile {
  /** Beside the document, without a folder. */
  readonly name: string;
  readonly text: string;
}

export interface CodeAction {
  readonly title: string;
  readonly kind: ActionKind;
  readonly finding?: CheckedFinding;
  /** The one that a key for “just fix it” takes. */
  readonly preferred?: boolean;
  /** A file that is made first. */
  readonly newFile?: NewFile;
  /** What is changed. Worked out when the action is chosen: an offer is made with every move of the cursor. */
  edits(): readonly ActionEdit[];
}

/** What is asked about: the cursor or a selection, which is told by the places of its ends. */
export interface ActionRequest {
  readonly plan: PlanDocument;
  readonly reader: Reader;
  /** The first and the last line of the selection; the same for a cursor. */
  readonly first: Line;
  readonly last: Line;
  /** Where the selection starts in its first line, and where it ends in its last. */
  readonly start: number;
  readonly end: number;
  /** Names of the plans beside the document; absent where no file can be made. */
  readonly takenNames?: ReadonlySet<string>;
}

/** Whether a stretch of the first line is under the cursor, or touches what is selected of that line. */
export function isPointedAt(span: Span, { first, last, start, end }: ActionRequest): boolean {
  return span.start <= (first === last ? end : first.text.length) && start <= span.end;
}

export function replacement({ line, start, end }: Place, newText: string): ActionEdit {
  return { line, start, end, newText };
}

/** The header with its fields, up to the first line that is not of it: what figures are relative to. */
export function headerText(model: PlanModel): string {
  const { line } = model.header;
  if (!line) return '';
  const { lines } = model.tree;
  let text = '';
  for (let index = lines.indexOf(line); index < lines.length; index++) {
    const candidate = lines.at(index);
    if (candidate !== line && candidate.owner !== line) break;
    text += `${candidate.text}\n`;
  }
  return text;
}
