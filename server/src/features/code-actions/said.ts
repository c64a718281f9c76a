/** What some lines say when they stand in a document with the same header: to be sure that rewriting says the same. */

import { PlanModel } from '../../model/model.ts';
import type { Claim } from '../../model/types.ts';
import { PlanTree } from '../../syntax/document.ts';
import { headerText } from './action.ts';

/** Not said, but where and how it is: places, and whether a line or a table says it. */
const circumstances =
  /^(?:line|start|end|nameSpan|partOf|origin|periodForm|indicator|.*(?:Start|End))$/;

/** What each line of a text says, if it stands below the document’s header. */
export function saidBy(text: string, model: PlanModel): string[][] {
  const header = headerText(model);
  const alone = PlanModel.of(PlanTree.parse(`${header}\n${text}`), model.conventions);
  const lines = [...alone.tree.lines].slice(header.split('\n').length);
  return lines.map((line) => alone.claimsOf(line).map(said));
}

export function said(claim: Claim): string {
  const entries = Object.entries(claim).filter(
    ([key, value]) => value !== undefined && !circumstances.test(key),
  );
  const change = claim.change && {
    ...claim.change,
    start: 0,
    end: 0,
    numberStart: 0,
    numberEnd: 0,
  };
  return JSON.stringify([...entries.filter(([key]) => key !== 'change').sort(), change]);
}
