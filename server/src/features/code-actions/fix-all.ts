/**
 * Everything that is certainly wrong and has one repair which changes neither a figure nor what is said: widths of
 * signs, dashes, a colon. Repairs may bring others with them, so they are made on a copy until nothing is left.
 */

import type { Fix } from '../../rules/rule.ts';
import { PlanTree } from '../../syntax/document.ts';
import type { LineList } from '../../syntax/lines.ts';
import type { Line } from '../../syntax/tree.ts';
import type { PlanDocument } from '../../workspace/document.ts';
import type { ActionEdit, ActionRequest, CodeAction } from './action.ts';
import { carryOut, editsOfAll } from './edits.ts';

/** Each round leaves fewer findings or other ones; repairs that undo each other would never come to an end. */
const mostRounds = 10;

export function fixAll({ plan, reader }: ActionRequest): CodeAction[] {
  if (safeFixes(plan).length === 0) return [];
  return [
    {
      title: reader.say({
        zh: '改好全文的标点、空格等写法（不动数字）',
        en: 'Repair punctuation and spelling of signs in the whole document (no figures)',
      }),
      kind: 'source.fixAll.planwright',
      edits: () => editsUntilNothingIsLeft(plan),
    },
  ];
}

function safeFixes(plan: PlanDocument): Fix[] {
  return plan.findings().flatMap(({ fixes = [] }) => fixes.find(({ safe }) => safe) ?? []);
}

function editsUntilNothingIsLeft(plan: PlanDocument): ActionEdit[] {
  const copy = PlanTree.parse(plan.text(), { uri: plan.uri });
  const original = new Map<Line, Line>();
  for (const line of copy.lines) original.set(line, plan.tree.lines.at(copy.lines.indexOf(line)));
  let fixes = safeFixes(plan);
  for (let round = 0; round < mostRounds && fixes.length > 0; round++) {
    carryOut(editsOfAll(fixes), copy);
    fixes = safeFixes(plan.withText(copy.text()));
  }
  return editsBetween(plan.tree.lines, copy.lines, original);
}

/** What turns the document into its copy: lines that were not touched are still the same in both. */
function editsBetween(
  before: LineList,
  after: LineList,
  original: ReadonlyMap<Line, Line>,
): ActionEdit[] {
  const edits: ActionEdit[] = [];
  let at = 0;
  let fresh: Line[] = [];
  const close = (end: number) => {
    const stretch: Line[] = [];
    for (let index = at; index < end; index++) stretch.push(before.at(index));
    edits.push(...editsOfStretch(stretch, fresh));
    fresh = [];
  };
  for (const line of after) {
    const same = original.get(line);
    if (!same) {
      fresh.push(line);
      continue;
    }
    close(before.indexOf(same));
    at = before.indexOf(same) + 1;
  }
  close(before.length);
  return edits;
}

/** A repair changes lines or takes them out; of what is left, each line takes the place of one that was there. */
function editsOfStretch(before: readonly Line[], after: readonly Line[]): ActionEdit[] {
  return before.flatMap((line, index) => {
    const end = line.text.length;
    if (index >= after.length) return { line, start: 0, end, newText: '', wholeLine: true };
    const { text } = after[index];
    return text === line.text ? [] : { line, start: 0, end, newText: text };
  });
}
