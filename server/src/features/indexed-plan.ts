/** What is known of a plan when something is asked of all of them. */

import type { PlanModel } from '../model/model.ts';
import type { PlanDocument } from '../workspace/document.ts';
import { type PathLink, pathLinks } from './path-links.ts';
import { type PlanSymbol, plainSymbol, symbolsOf } from './workspace-symbols.ts';

export interface IndexedPlan {
  readonly uri: string;
  readonly symbols: readonly PlanSymbol[];
  readonly paths: readonly Pick<PathLink, 'path' | 'use'>[];
  /** Whether it speaks of indicators by a name that has this key. */
  names(key: string): boolean;
}

/** What is remembered of a plan that is not open, so that it need not be read for every question. */
export function indexedPlan(uri: string, model: PlanModel): IndexedPlan {
  const includes = [...model.tree.lines].filter(({ kind }) => kind === 'include');
  const keys = model.nameKeys();
  return {
    uri,
    symbols: symbolsOf(model).map(plainSymbol),
    paths: pathLinks(model, includes).map(({ path, use }) => ({ path, use })),
    names: (key) => keys.has(key),
  };
}

/** The same of one that is open, as it is when it is asked: nothing is put together that nobody wants. */
export function indexedDocument(document: PlanDocument): IndexedPlan {
  const { uri, model } = document;
  return {
    uri,
    get symbols() {
      return symbolsOf(model);
    },
    get paths() {
      return pathLinks(model, document.includeLines());
    },
    names: (key) => model.writesKey(key),
  };
}
