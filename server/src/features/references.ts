/** Where an indicator is named: for lists of references, and for marking the others of the name at the cursor. */

import type { PlanModel } from '../model/model.ts';
import type { Indicator, NamePlace, NameUse } from '../model/types.ts';
import type { Line } from '../syntax/tree.ts';
import { nameAt } from './definition.ts';
import { lineIndex } from './places.ts';

export interface Highlight extends NamePlace {
  /** Figures are said there, or the indicator is declared; elsewhere it is only spoken of. */
  readonly says: boolean;
}

const saying: ReadonlySet<NameUse> = new Set([
  'declaration',
  'alias',
  'target',
  'result',
  'row',
  'part',
]);

/** The indicator that is named at a place. */
export function indicatorAt(
  model: PlanModel,
  line: Line,
  character: number,
): Indicator | undefined {
  const named = nameAt(model, line, character);
  return named && model.indicator(named.text);
}

/**
 * Every place of a document where an indicator is named, running text included.
 *
 * @param keys its names: a document that has not been told that they mean the same knows several indicators
 */
export function references(
  model: PlanModel,
  keys: Iterable<string>,
  withDeclaration: boolean,
): readonly NamePlace[] {
  const indicators = new Set([...keys].flatMap((key) => model.indicator(key) ?? []));
  return [...indicators]
    .flatMap((indicator) => model.placesOf(indicator))
    .filter(({ use }) => withDeclaration || use !== 'declaration')
    .sort((one, other) => lineIndex(one.line) - lineIndex(other.line) || one.start - other.start);
}

export function highlights(model: PlanModel, line: Line, character: number): Highlight[] {
  const indicator = indicatorAt(model, line, character);
  const places = indicator ? model.placesOf(indicator) : [];
  return places.map((place) => ({ ...place, says: saying.has(place.use) }));
}
