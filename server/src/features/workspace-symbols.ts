/** What can be searched for in all plans: sections, measures, indicators, targets, tables and charts. */

import type { PlanModel } from '../model/model.ts';
import { simplify } from '../model/names.ts';
import type { Range } from '../syntax/document.ts';
import type { Line } from '../syntax/tree.ts';
import { documentSymbols, type OutlineItem, type OutlineKind } from './document-symbols.ts';
import { oncePerState } from './kept.ts';
import { rangeOf } from './places.ts';

export interface PlanSymbol {
  readonly uri: string;
  readonly kind: OutlineKind;
  readonly name: string;
  /** Of its section or measure, or else of the document; empty where that has no title. */
  readonly container: string;
  /** As text of plain positions, so that a file need not be kept for it. */
  readonly range: Range;
  /** What is searched in: without regard to case, width and script. */
  readonly folded: string;
}

export const symbolsOf = oncePerState((model: PlanModel): readonly PlanSymbol[] => {
  const { uri } = model.tree.lines.document;
  const symbols: PlanSymbol[] = [];
  const add = (items: readonly OutlineItem[], container: string): void => {
    for (const { kind, name, selection, children } of items) {
      const folded = foldedOn(selection.line, name);
      symbols.push({ uri, kind, name, container, range: rangeOf(selection), folded });
      add(children, name);
    }
  };
  add(documentSymbols(model), model.header.title?.text ?? '');
  return symbols;
});

/** A heading that gets another number has another name. */
const knownFolded = new WeakMap<Line, { readonly name: string; readonly folded: string }>();

function foldedOn(line: Line, name: string): string {
  let known = knownFolded.get(line);
  if (known?.name !== name) {
    known = { name, folded: fold(name) };
    knownFolded.set(line, known);
  }
  return known.folded;
}

function fold(text: string): string {
  return simplify(text.normalize('NFKC').toLowerCase()).replace(/\s+/g, '');
}

/** More are of no use in a list that is being narrowed down. */
export const mostSymbols = 400;

/** Symbols whose names hold the letters of the query in this order, the nearest first. */
export function matchingSymbols(symbols: Iterable<PlanSymbol>, query: string): PlanSymbol[] {
  const wanted = fold(query);
  const found: { symbol: PlanSymbol; distance: number }[] = [];
  for (const symbol of symbols) {
    const distance = distanceOf(symbol.folded, wanted);
    if (distance !== undefined) found.push({ symbol, distance });
  }
  return found
    .sort((one, other) => one.distance - other.distance)
    .slice(0, mostSymbols)
    .map(({ symbol }) => symbol);
}

/** 0 for the name itself; then names that begin so, that hold it, and that hold its letters with others between. */
function distanceOf(name: string, wanted: string): number | undefined {
  const at = name.indexOf(wanted);
  const rest = (name.length - wanted.length) / 1000;
  if (at === 0) return rest;
  if (at > 0) return 1 + rest;
  let from = 0;
  for (const letter of wanted) {
    from = name.indexOf(letter, from) + 1;
    if (from === 0) return undefined;
  }
  return 2 + rest;
}
