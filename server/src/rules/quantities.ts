/** The figures of declared lines, as the claim grammar reads them. */
import { bareYear } from '../model/declared-words.ts';
import { parseUnit } from '../model/units.ts';
import { parseClaims } from '../syntax/parser.ts';
import type { ClaimItem, Line, Quantity, Statement } from '../syntax/tree.ts';

/** A quantity of a declared claim, with where its offsets count from. */
export interface PrintedQuantity {
  readonly quantity: Quantity;
  readonly items: readonly ClaimItem[];
  /** Place of the quantity's clause among the items. */
  readonly index: number;
  /** What the quantity's offsets count from, relative to the line. */
  readonly offset: number;
}

let lastStatement: Statement | undefined;
let lastQuantities: readonly PrintedQuantity[] = [];

/**
 * The figures of a target, a result or a value, and those in a row of a table that are more than a number. Several checks
 * ask one line after the other, and a statement never changes: the last answer is kept.
 */
export function quantitiesOf({ kind, statement }: Line): readonly PrintedQuantity[] {
  if (kind !== statement.kind) return noQuantities;
  if (statement !== lastStatement) {
    lastStatement = statement;
    lastQuantities = readQuantities(statement);
  }
  return lastQuantities;
}

const noQuantities: readonly PrintedQuantity[] = [];

const plainNumber = /^[0-9]*(?:[.][0-9]+)?$/;

function readQuantities(statement: Statement): readonly PrintedQuantity[] {
  const found: PrintedQuantity[] = [];
  if (statement.kind === 'target' || statement.kind === 'result' || statement.kind === 'value') {
    quantitiesIn(statement.claims, 0, found);
  } else if (statement.kind === 'row' && !statement.rule) {
    for (const { text, start } of statement.cells) {
      // The usual cell: nothing can be wrong with a mere number, whose unit stands elsewhere.
      if (!plainNumber.test(text)) quantitiesIn(parseClaims(text), start, found);
    }
  }
  return found;
}

function quantitiesIn(items: readonly ClaimItem[], offset: number, into: PrintedQuantity[]): void {
  const before = into.length;
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (item.kind === 'clause' && item.quantity) {
      // “5% below 2025”: behind a figure a bare year is none.
      if (into.length > before && bareYear(item.quantity) !== undefined) continue;
      into.push({ quantity: item.quantity, items, index, offset });
    }
  }
}

const magnitudeEnd = /[万萬亿億千百]$|[a-z]$/i;

/** Whether a figure's unit is left out, or no more than a magnitude: `300`, `380万`. */
export function lacksUnit(unit: string): boolean {
  return unit === '' || (magnitudeEnd.test(unit) && parseUnit(unit)?.name === '');
}
