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
  return table
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#') && !row.startsWith('file\t'))
    .map((row) => {
      const [file, start, indicator, role, comparator, value, unit, change, flags] =
        row.split('\t');
      const told = readChange(change ?? '');
      return {
        file,
        start: Number(start),
        indicator,
        role,
        comparator: comparator ?? '',
        value: value ?? '',
        unit: unit ?? '',
        ...(told ? { change: told } : {}),
        flags: (flags ?? '').split(' ').filter((flag) => flag !== ''),
      };
    });
}
