/** A plan with a cursor or a selection in it, and what is offered there. */

import { expect } from 'vitest';
import type {
  ActionRequest,
  CodeAction,
} from '../../../../server/src/features/code-actions/action.ts';
import { carryOut } from '../../../../server/src/features/code-actions/edits.ts';
import { codeActions, sourceActions } from '../../../../server/src/features/code-actions.ts';
import type { Reader } from '../../../../server/src/features/reader.ts';
import { PlanTree } from '../../../../server/src/syntax/document.ts';
import type { Line } from '../../../../server/src/syntax/tree.ts';
import { PlanDocument } from '../../../../server/src/workspace/document.ts';
import { chineseReader } from '../fixture.ts';

const uri = 'file:///plans/a.plan';

/** `$0` marks the cursor; of two of them the first is where a selection starts and the other where it ends. */
export function requestAt(marked: string, reader: Reader = chineseReader): ActionRequest {
  const pieces = marked.split('$0');
  const plan = PlanDocument.open(uri, pieces.join(''));
  const place = (count: number) => {
    const before = pieces.slice(0, count).join('').split('\n');
    return { line: plan.tree.lines.at(before.length - 1), at: before[before.length - 1].length };
  };
  const start = place(1);
  const end = pieces.length > 2 ? place(2) : start;
  return {
    ...{ plan, reader, takenNames: new Set() },
    ...{ first: start.line, start: start.at, last: end.line, end: end.at },
  };
}

/** What is offered with the cursor on a line of a plan. */
export function offeredOn(plan: PlanDocument, line: Line, at: number): readonly CodeAction[] {
  const ends = { first: line, last: line, start: at, end: at };
  return codeActions({ plan, reader: chineseReader, takenNames: new Set(), ...ends });
}

export function offeredAt(marked: string, reader?: Reader): readonly CodeAction[] {
  const request = requestAt(marked, reader);
  return [...codeActions(request), ...sourceActions(request)];
}

/** The text after an action has been chosen. */
export function afterAction(action: CodeAction, text: string): string {
  const tree = PlanTree.parse(text, { uri });
  carryOut(action.edits(), tree);
  return tree.text();
}

/** Compares the text after the action with that title. */
export function checkChosen(
  marked: string,
  title: string,
  expected: string,
  reader?: Reader,
): CodeAction {
  const offered = offeredAt(marked, reader);
  const action = offered.find((candidate) => candidate.title === title);
  expect(
    offered.map((candidate) => candidate.title),
    'what is offered',
  ).toContain(title);
  if (!action) throw new Error(title);
  expect(afterAction(action, marked.replaceAll('$0', ''))).toBe(expected);
  return action;
}

/** Nothing is offered whose title fits. */
export function checkNotOffered(marked: string, title: RegExp): void {
  expect(offeredAt(marked).filter((action) => title.test(action.title))).toEqual([]);
}
