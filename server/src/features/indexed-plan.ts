/** What is remembered of a plan that is not open, so that it need not be read for every question. */

import type { PlanModel } from '../model/model.ts';
import { type PathLink, pathLinks } from './path-links.ts';
import { type PlanSymbol, symbolsOf } from './workspace-symbols.ts';

export interface IndexedPlan {
  readonly uri: string;
  readonly symbols: readonly PlanSymbol[];
  /** Under which names it speaks of indicators, folded. */
  readonly keys: ReadonlySet<string>;
  readonly paths: readonly Pick<PathLink, 'path' | 'use'>[];
}

export function indexedPlan(uri: string, model: PlanModel): IndexedPlan {
  const includes = [...model.tree.lines].filter(({ kind }) => kind === 'include');
  return {
    uri,
    symbols: symbolsOf(model),
    keys: model.nameKeys(),
    paths: pathLinks(model, includes).map(({ path, use }) => ({ path, use })),
  };
}
