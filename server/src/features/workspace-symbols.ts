/** What can be searched for in all plans: sections, measures, indicators, targets, tables and charts. */

import type { PlanModel } from '../model/model.ts';
import { simplify } from '../model/names.ts';
import type { Place } from '../model/types.ts';
import type { Range } from '../syntax/document.ts';
import type { Line } from '../syntax/tree.ts';
import {
  type LeafRun,
  type OutlineItem,
  type OutlineKind,
  type OutlineVisitor,
  visitInSteps,
  visitOutline,
} from './document-symbols.ts';
import { oncePerState } from './kept.ts';
import { rangeOf, uriOf } from './places.ts';

export interface PlanSymbol {
  readonly uri: string;
  readonly kind: OutlineKind;
  readonly name: string;
  /** Of its section or measure, or else of the document; empty where that has no title. */
  readonly container: string;
  readonly range: Range;
  /** What is searched in: without regard to case, width and script. */
  readonly folded: string;
}

/** One of a plan that is open: where it stands, it tells when it is asked. */
class OpenSymbol implements PlanSymbol {
  readonly kind: OutlineKind;
  readonly name: string;
  readonly container: string;
  readonly folded: string;
  readonly #selection: Place;

  constructor({ kind, name, selection }: OutlineItem, container: string) {
    this.kind = kind;
    this.name = name;
    this.container = container;
    this.folded = foldedOn(selection.line, name);
    this.#selection = selection;
  }

  get uri(): string {
    return uriOf(this.#selection.line);
  }

  get range(): Range {
    return rangeOf(this.#selection);
  }
}

/** The same as plain data, so that the file need not be kept for it. */
export function plainSymbol({ uri, kind, name, container, range, folded }: PlanSymbol): PlanSymbol {
  return { uri, kind, name, container, range, folded };
}

export const symbolsOf = oncePerState((model: PlanModel): readonly PlanSymbol[] => {
  const symbols: PlanSymbol[] = [];
  visitOutline(model, true, collecting(symbols, model));
  return symbols;
});

/** Makes ready what is searched in, in steps. */
export function prepareSymbols(model: PlanModel): Generator<void> {
  return visitInSteps(model, true, collecting([], model));
}

function collecting(symbols: PlanSymbol[], { header }: PlanModel): OutlineVisitor {
  const containers = [header.title?.text ?? ''];
  return {
    begins(section) {
      symbols.push(new OpenSymbol(section, containers[containers.length - 1]));
      containers.push(section.name);
    },
    leaves: (run) => symbols.push(...symbolsOfRun(run, containers[containers.length - 1])),
    ends: () => containers.pop(),
  };
}

interface RunSymbols {
  readonly container: string;
  readonly symbols: readonly PlanSymbol[];
}

const knownRuns = new WeakMap<LeafRun, RunSymbols>();

function symbolsOfRun(run: LeafRun, container: string): readonly PlanSymbol[] {
  let known = knownRuns.get(run);
  if (known?.container !== container) {
    known = { container, symbols: run.leaves.map((leaf) => new OpenSymbol(leaf, container)) };
    knownRuns.set(run, known);
  }
  return known.symbols;
}

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
  // There are few distances and many symbols: short of a letter, all of them are found.
  const byDistance = new Map<number, PlanSymbol[]>();
  for (const symbol of symbols) {
    const distance = distanceOf(symbol.folded, wanted);
    if (distance === undefined) continue;
    const others = byDistance.get(distance);
    if (others) others.push(symbol);
    else byDistance.set(distance, [symbol]);
  }
  return [...byDistance]
    .sort(([one], [other]) => one - other)
    .flatMap(([, found]) => found)
    .slice(0, mostSymbols);
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
