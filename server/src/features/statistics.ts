/** A document in three figures, for a status bar. */

import type { PlanModel } from '../model/model.ts';
import type { CheckedFinding } from '../rules/checker.ts';
import { openItemCount, prepareOpenItems } from './open-items.ts';
import { wordCount, wordsInRun } from './word-count.ts';

export interface Statistics {
  /** Chinese characters and marks, and words of other scripts, as Word counts them. */
  readonly words: number;
  readonly targets: number;
  readonly openItems: number;
}

export function statistics(model: PlanModel, findings: readonly CheckedFinding[]): Statistics {
  return {
    words: wordCount(model.tree),
    targets: model.targetCount,
    openItems: openItemCount(model, findings),
  };
}

/** Counts a long document in steps. */
export function* prepareStatistics(model: PlanModel): Generator<void> {
  for (const run of model.tree.lines.inChunks) {
    wordsInRun(run);
    yield;
  }
  yield* prepareOpenItems(model);
}
