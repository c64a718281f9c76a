/**
 * A first look at an indicator for all checks of indicators at once: nearly all indicators have one figure, with which
 * nothing can be wrong.
 */
import type { PlanModel } from '../model/model.ts';
import type { Indicator } from '../model/types.ts';

/** A set of marks on an indicator; what waits for one of several joins them by `|`. */
export type IndicatorSignals = number;

/** On every indicator: for checks that name nothing to wait for. */
export const always: IndicatorSignals = 1 << 0;
/** Statements about it that cannot hold together. */
export const hasConflicts: IndicatorSignals = 1 << 1;
/** A declaration of its own. */
export const isDeclared: IndicatorSignals = 1 << 2;
/** More than one figure. */
export const hasFigures: IndicatorSignals = 1 << 3;
/** A unit behind its name, where a target or a result is set for it. */
export const hasUnitInName: IndicatorSignals = 1 << 4;
/** A target or a result on a line of its own. */
export const isSet: IndicatorSignals = 1 << 5;

/** Everything that is told of an indicator of what checks wait for. */
export function signalsOf(indicator: Indicator, model: PlanModel): IndicatorSignals {
  const { claims, declarations } = indicator;
  let signals = always;
  if (declarations.length > 0) signals |= isDeclared;
  if (claims.length > 1) signals |= hasFigures;
  for (const { line } of claims) {
    const { statement } = line;
    if (statement.kind !== 'target' && statement.kind !== 'result') continue;
    signals |= statement.unit ? isSet | hasUnitInName : isSet;
  }
  if (model.conflictsOf(indicator).length > 0) signals |= hasConflicts;
  return signals;
}
