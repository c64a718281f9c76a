/**
 * What follows from the figure of a target or a result, shown behind it: the base that it implies, how much it grows,
 * its share. Only what the writer has not printed anywhere, and only what has been asked for.
 */

import {
  type Derivation,
  type DerivationKind,
  derivationsOf,
  type Wholes,
  wholesByPart,
} from '../model/derivations.ts';
import type { PlanModel } from '../model/model.ts';
import type { Claim, Message, Place } from '../model/types.ts';
import { scriptOf } from '../report/script.ts';
import type { Line } from '../syntax/tree.ts';
import { unitLanguages } from './written-language.ts';

export interface InlayHint {
  readonly line: Line;
  readonly character: number;
  /** One after the other, separated by commas. */
  readonly parts: readonly InlayHintPart[];
}

export interface InlayHintPart {
  readonly text: Message;
  /** The sum, as a reader would write it. */
  readonly sum: string;
  /** Where the other figure of the sum is printed. */
  readonly place?: Place;
}

const noWholes: Wholes = new Map();

/** The hints in some lines, in order. */
export function inlayHints(
  model: PlanModel,
  lines: Iterable<Line>,
  wanted: ReadonlySet<DerivationKind>,
): InlayHint[] {
  if (wanted.size === 0) return [];
  const options = {
    model,
    wholes: wanted.has('share') ? wholesByPart(model) : noWholes,
    language: unitLanguages[scriptOf(model.tree)],
  };
  const hints: InlayHint[] = [];
  for (const line of lines) {
    if (line.kind !== 'target' && line.kind !== 'result') continue;
    for (const claim of model.claimsOf(line)) {
      const parts = quiet(derivationsOf(claim, options), wanted);
      if (parts.length > 0) hints.push({ line, character: endOf(claim), parts });
    }
  }
  return hints;
}

/** One rate is enough: over several years the yearly one is told, and how much it is in all is in the hover. */
function quiet(
  derivations: readonly Derivation[],
  wanted: ReadonlySet<DerivationKind>,
): Derivation[] {
  const shown = derivations.filter(
    ({ kind, printed, uncertain }) => wanted.has(kind) && !printed && !uncertain,
  );
  const hasAverage = derivations.some(({ kind }) => kind === 'average' && wanted.has(kind));
  return hasAverage ? shown.filter(({ kind }) => kind !== 'growth') : shown;
}

/** Behind the level and what is said of its change in the same breath. */
function endOf({ end, change }: Claim): number {
  return Math.max(end, change?.end ?? 0);
}
