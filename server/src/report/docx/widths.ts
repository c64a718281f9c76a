/** How the columns of a table share the text block, by what is written in them. */
import { displayWidth, isFullWidth } from '../display-width.ts';
import { plainText, type TableBlock } from '../tree.ts';

export interface TableMeasures {
  /** Of the type, in points. */
  readonly size: number;
  /** In twips; together they are as wide as the text block. */
  readonly columns: readonly number[];
}

/** 小四, 五号, 小五 and 七号: the type gets smaller where the words would be torn apart otherwise. */
const sizes = [12, 10.5, 9, 7.5];
/** On both sides of a cell together, in twips. */
export const cellMargin = 80;
/** A column as wide as this, in halves of a character, may be broken into lines. */
const comfortable = 24;
/** Figures up to this width stay on one line. */
const kept = 14;
/** And so do the heads above them, `2025年`, and categories. */
const shortHead = 8;

export function measuresOf(table: TableBlock, available: number): TableMeasures {
  const columns = table.columns.map((_, index) => needsOf(table, index));
  for (const size of sizes) {
    const half = size * 10;
    const room = available - columns.length * 2 * cellMargin;
    const wanted = columns.map(
      ({ wish, least }) => half * Math.max(least, Math.min(wish, comfortable)),
    );
    const least = columns.map((column) => half * column.least);
    if (sum(wanted) <= room)
      return {
        size,
        columns: shared(
          wanted,
          columns.map(({ wish }) => wish),
          available,
        ),
      };
    if (sum(least) <= room)
      return {
        size,
        columns: shared(
          least,
          wanted.map((wish, index) => wish - least[index]),
          available,
        ),
      };
  }
  // Too many columns for any type: words are torn apart, but nothing leaves the page.
  const smallest = sizes[sizes.length - 1];
  return {
    size: smallest,
    columns: shared(
      columns.map(() => 0),
      columns.map(({ least }) => least),
      available,
    ),
  };
}

interface Needs {
  /** All in one line. */
  readonly wish: number;
  /** No word or figure torn apart. */
  readonly least: number;
}

function needsOf({ columns, rows }: TableBlock, index: number): Needs {
  const { title, kind } = columns[index];
  const texts = rows.map(({ cells }) => plainText(cells[index]));
  const isFigure = kind !== 'indicator' && kind !== 'text' && kind !== 'category';
  let wish = Math.min(displayWidth(title), kept);
  let least = unbroken(title, isFigure ? shortHead : 0);
  for (const text of texts) {
    wish = Math.max(wish, displayWidth(text));
    least = Math.max(least, unbroken(text, isFigure ? kept : kind === 'category' ? shortHead : 0));
  }
  return { wish, least };
}

/** The least width that a text needs when it stays on one line up to a certain width. */
function unbroken(text: string, upTo: number): number {
  const width = displayWidth(text);
  // Between digits and Han characters word processors leave a little room.
  return width <= upTo ? width + 1 : longestWord(text);
}

/** The longest stretch that has no place for a line to break: Han characters may be parted, Latin words may not. */
function longestWord(text: string): number {
  let longest = 0;
  let word = 0;
  for (const character of text) {
    if (isFullWidth(character)) {
      word = 0;
      longest = Math.max(longest, 2);
    } else if (/\s/.test(character)) word = 0;
    else {
      word += 1;
      longest = Math.max(longest, Math.min(word, comfortable));
    }
  }
  return longest;
}

/** The widths with what is left over given out by weight, in whole twips that add up to what there is. */
function shared(
  widths: readonly number[],
  weights: readonly number[],
  available: number,
): number[] {
  const margins = 2 * cellMargin;
  const left = Math.max(0, available - sum(widths) - widths.length * margins);
  const whole = sum(weights) || widths.length;
  let given = 0;
  let exact = 0;
  return widths.map((width, index) => {
    const weight = sum(weights) === 0 ? 1 : weights[index];
    exact += width + margins + (left * weight) / whole;
    const column = Math.round(Math.min(exact, available)) - given;
    given += column;
    return column;
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
