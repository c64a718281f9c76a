/**
 * Where a name leads: from a reference, a target, a table row, a chart or an alias to the line that declares the
 * indicator, or else to where it is first said something of. Paths lead to their files.
 */

import type { PlanModel } from '../model/model.ts';
import type { Indicator, NamePlace, Place } from '../model/types.ts';
import type { Line, Span } from '../syntax/tree.ts';

export interface Definitions {
  /** What was pointed at. */
  readonly origin: Place;
  /** Places in this document. */
  readonly places: readonly Place[];
  /** Set where this document does not declare the indicator: its included files may. */
  readonly undeclared?: string;
  /** A file, or a pattern of several, relative to the document; their starts are meant. */
  readonly path?: string;
}

export function definitions(
  model: PlanModel,
  line: Line,
  character: number,
): Definitions | undefined {
  const path = pathAt(model, line, character);
  if (path) return path;
  const named = nameAt(model, line, character);
  const indicator = named && model.indicator(named.text);
  if (!indicator) return undefined;
  const { start, end } = named;
  const origin = { line, start, end };
  const declared = declarationPlaces(indicator);
  if (declared.length > 0) return { origin, places: declared };
  const mention = firstMention(indicator);
  return { origin, places: mention ? [mention] : [], undeclared: indicator.name };
}

/** The names on the lines that declare an indicator. */
export function declarationPlaces(indicator: Indicator): Place[] {
  return indicator.declarations.map(({ line, name: { start, end } }) => ({ line, start, end }));
}

function firstMention(indicator: Indicator): Place | undefined {
  const claim = indicator.claims[0];
  return (
    claim && { line: claim.line, ...(claim.nameSpan ?? { start: claim.start, end: claim.end }) }
  );
}

/** The name at a place; a cursor directly behind it still counts as on it. */
export function nameAt(model: PlanModel, line: Line, character: number): NamePlace | undefined {
  return model.namesIn(line).find((place) => holds(place, character));
}

export function holds({ start, end }: Span, character: number): boolean {
  return start <= character && character <= end;
}

function pathAt(model: PlanModel, line: Line, character: number): Definitions | undefined {
  const { statement } = line;
  const fromHeader = [...model.header.basis, ...model.header.superior, ...model.header.rollup];
  const ofInclude =
    statement.kind === 'include' && statement.path
      ? [{ ...statement.path, line, path: statement.path.text }]
      : [];
  const found = [...ofInclude, ...fromHeader].find(
    (fact) => fact.line === line && holds(fact, character),
  );
  if (!found) return undefined;
  const { start, end, path } = found;
  return { origin: { line, start, end }, places: [], path };
}
