/** A claim that a reader of the text expects: what the evaluation measures the engine against. */

export interface ExpectedChange {
  readonly kind: string;
  readonly value?: string;
  readonly unit: string;
}

/** One figure with its meaning by the letter of the definition of claims. */
export interface ExpectedClaim {
  readonly file: string;
  /** Offset of the figure's first digit, mask or character in the file. */
  readonly start: number;
  readonly indicator: string;
  readonly role: string;
  readonly comparator: string;
  /** `3`, `3~5`, `7→4`; empty where only a change is told; `?` where digits are missing. */
  readonly value: string;
  readonly unit: string;
  readonly change?: ExpectedChange;
  /** `average`, `total`, `share`, `rank`, `completion`. */
  readonly flags: readonly string[];
  /** `2025`, `2021-2025`; absent where it is not asked after. */
  readonly period?: string;
}

export const columns = 'file\tstart\tindicator\trole\tcomparator\tvalue\tunit\tchange\tflags'.split(
  '\t',
);

/** `percent:8.5%`, `absolute:-2公里`, `times:1番`. */
export function readChange(text: string): ExpectedChange | undefined {
  const found = /^(\w+):([-+]?[\d.]*)(.*)$/.exec(text);
  if (!found) return undefined;
  const [, kind, value, unit] = found;
  return { kind, ...(value ? { value: value.replace('+', '') } : {}), unit };
}

/** Reads a table of expected claims; lines beginning with `#` are remarks. */
export function readExpected(table: string): ExpectedClaim[] {
  return rowsOf(table).map(([file, start, ...told]) => ({
    file,
    start: Number(start),
    ...readTold(told),
  }));
}

/**
 * Reads the expected claims of one text: in place of where a figure stands its first column has the figure itself,
 * with as much of what follows as tells it apart, and the rows are in the order of the text.
 */
export function readInOrder(file: string, text: string, table: string): ExpectedClaim[] {
  let from = 0;
  return rowsOf(table).map(([figure, ...told]) => {
    const escaped = figure.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const isWhole = /\d$/.test(figure) ? '(?!\\d|[.,]\\d|\\s?年)' : '';
    const pattern = new RegExp(`(?<![\\d.,])${escaped}${isWhole}`, 'g');
    pattern.lastIndex = from;
    const found = pattern.exec(text);
    if (!found) throw new Error(`${figure} is not in ${file} behind its place ${from}`);
    from = pattern.lastIndex;
    return { file, start: found.index, ...readTold(told) };
  });
}

const rowsOf = (table: string): string[][] =>
  table
    .split('\n')
    .filter((row) => row !== '' && !/^(?:#|file\t|figure\t)/.test(row))
    .map((row) => row.split('\t'));

function readTold(told: readonly string[]): Omit<ExpectedClaim, 'file' | 'start'> {
  const [indicator, role, comparator = '', value = '', unit = '', change = '', flags = '', period] =
    told;
  const changed = readChange(change);
  return {
    indicator,
    role,
    comparator,
    value,
    unit,
    ...(changed ? { change: changed } : {}),
    flags: flags.split(' ').filter((flag) => flag !== ''),
    ...(period ? { period } : {}),
  };
}
