/** What is typed in one place and in all others like it: the name of an indicator, and the unit behind its name. */

import type { PlanModel } from '../model/model.ts';
import { rowSubject } from '../model/tables.ts';
import type { NamePlace, NameUse, Place } from '../model/types.ts';
import type { Line, Word } from '../syntax/tree.ts';
import { holds, nameAt } from './definition.ts';

/** A line is about what is named so. */
const subjects: ReadonlySet<NameUse> = new Set(['declaration', 'target', 'result', 'row']);
/** Names that are parts of another’s line are read together with the figures around them. */
const linked: ReadonlySet<NameUse> = new Set([...subjects, 'reference', 'chart', 'formula']);

/** The places that read the same and mean the same, the one at the cursor among them; none where it stands alone. */
export function linkedPlaces(model: PlanModel, line: Line, character: number): readonly Place[] {
  const unit = unitOn(model, line);
  const places =
    unit && holds(unit, character)
      ? unitsLike(model, line, unit)
      : namesLike(model, nameAt(model, line, character));
  return places.length > 1 ? places : [];
}

function namesLike(model: PlanModel, named: NamePlace | undefined): Place[] {
  return named && linked.has(named.use)
    ? placesOf(model, named.text, linked).filter(({ text }) => text === named.text)
    : [];
}

function unitsLike(model: PlanModel, line: Line, unit: Word): Place[] {
  const subject = model.namesIn(line).find(({ use }) => subjects.has(use));
  if (!subject) return [];
  return placesOf(model, subject.text, subjects).flatMap((place) => {
    const found = unitOn(model, place.line);
    return found?.text === unit.text
      ? [{ line: place.line, start: found.start, end: found.end }]
      : [];
  });
}

function placesOf(model: PlanModel, name: string, uses: ReadonlySet<NameUse>): NamePlace[] {
  const indicator = model.indicator(name);
  const places = indicator ? model.placesOf(indicator, 'declared') : [];
  return places.filter(({ use }) => uses.has(use));
}

/** The unit behind the name of what a line is about, or in the unit column of its table. */
function unitOn(model: PlanModel, line: Line): Word | undefined {
  const { statement, kind } = line;
  switch (statement.kind) {
    case 'indicator':
    case 'target':
    case 'result':
      return statement.kind === kind ? statement.unit : undefined;
    case 'row': {
      const columns = model.tableOf(line)?.columns;
      return columns && rowSubject(statement, columns)?.unit;
    }
    default:
      return undefined;
  }
}
