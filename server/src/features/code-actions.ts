/** What is offered for a place: repairs and silences of what was found there, and rewriting that nobody has to ask for. */

import type { CheckedFinding } from '../rules/checker.ts';
import type { ActionRequest, CodeAction } from './code-actions/action.ts';
import { convertUnit } from './code-actions/convert-unit.ts';
import { fixAll } from './code-actions/fix-all.ts';
import { headingNumbers } from './code-actions/heading-numbers.ts';
import { inlineReference } from './code-actions/inline-reference.ts';
import { liftFigure } from './code-actions/lift-figure.ts';
import { makeProse } from './code-actions/make-prose.ts';
import { repairs, repairsOfAKind } from './code-actions/repairs.ts';
import { shareIndicators } from './code-actions/share-indicators.ts';
import { silences } from './code-actions/silences.ts';
import { targetsAndTables } from './code-actions/targets-table.ts';

/** All that is offered, repairs first and silences last, each in the order of the findings. */
export function codeActions(request: ActionRequest): CodeAction[] {
  const findings = findingsAt(request);
  return [
    ...repairs(findings, request),
    ...repairsOfAKind(findings, request),
    ...makeProse(findings, request),
    ...refactorings(request),
    ...silences(findings, request),
  ];
}

function refactorings(request: ActionRequest): CodeAction[] {
  return [
    ...inlineReference(request),
    ...liftFigure(request),
    ...convertUnit(request),
    ...targetsAndTables(request),
    ...headingNumbers(request),
    ...shareIndicators(request),
  ];
}

/** What may be done to the whole document without being looked at, as when it is saved. */
export function sourceActions(request: ActionRequest): CodeAction[] {
  return fixAll(request);
}

/** Repairs are offered for the whole line: nobody puts the cursor on the very figure. */
function findingsAt({ plan, first, last }: ActionRequest): CheckedFinding[] {
  const { lines } = plan.tree;
  const from = lines.indexOf(first);
  const to = lines.indexOf(last);
  return plan.findings().filter(({ line }) => {
    const index = lines.indexOf(line);
    return from <= index && index <= to;
  });
}
