/**
 * The expected claims of the five real documents, from the catalogue that came with them. Its rows
 * are whole expressions (several figures in one row) in words of their own; they are taken apart
 * here, and what the catalogue tells more coarsely than the definition of claims is overruled row by
 * row in `seeds-adjudicated.tsv`, with the reason.
 */
import { type ExpectedChange, type ExpectedClaim, readChange } from './expected.ts';

export interface SeedText {
  readonly name: string;
  readonly text: string;
}

interface Row {
  /** Line of the catalogue, the header being 1. */
  readonly number: number;
  readonly file: string;
  readonly quote: string;
  readonly indicators: readonly string[];
  readonly role: string;
  readonly comparators: readonly string[];
  readonly values: readonly string[];
  readonly units: readonly string[];
  readonly base: string;
}

/** `number  index  figure  indicator  role  comparator  value  unit  change  flags  reason` */
interface Overruling {
  readonly row: number;
  readonly figure: string;
  readonly indicator: string;
  readonly role: string;
  readonly comparator: string;
  readonly value: string;
  readonly unit: string;
  readonly change: string;
  readonly flags: string;
}

const annotation = /(?<=\p{Script=Han})\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}\)/gu;

/** The text without readings behind characters, and the place in the file of each of its letters. */
function withoutReadings(text: string): { plain: string; placeOf: number[] } {
  const placeOf: number[] = [];
  let plain = '';
  let from = 0;
  const take = (to: number): void => {
    for (let at = from; at < to; at++) placeOf.push(at);
    plain += text.slice(from, to);
  };
  for (const found of text.matchAll(annotation)) {
    take(found.index);
    from = found.index + found[0].length;
  }
  take(text.length);
  return { plain, placeOf };
}

const roles: Readonly<Record<string, string>> = {
  T: 'target',
  A: 'result',
  I: 'result',
  F: 'forecast',
  B: 'base',
  'A/F': 'result',
  'A+I': 'result',
  'I/A': 'result',
};
const comparators: Readonly<Record<string, string>> = {
  '=': '=',
  '≥': '>=',
  '>': '>',
  '≤': '<=',
  '<': '<',
  '≈': '~',
  '≈>': '~',
  '≈<': '~',
  '[]': 'range',
  keep: 'keep',
  'Δ=': '=',
  'Δ≈>': '~',
  'from→to': 'from-to',
  'from→to ≈': 'from-to',
  'rank=': '=',
};

function readRows(catalogue: string): Row[] {
  const split = (cell: string): string[] => cell.split('；').map((piece) => piece.trim());
  return catalogue
    .split('\n')
    .map((line, index) => ({ cells: line.split('\t'), number: index + 1 }))
    .filter(({ cells, number }) => number > 1 && cells.length > 8)
    .map(({ cells, number }) => ({
      number,
      file: cells[0],
      quote: cells[1],
      indicators: split(cells[2]),
      role: cells[3].split(' ')[0],
      comparators: split(cells[4]),
      values: cells[5].split(/[；=+]/).map((piece) => piece.trim()),
      units: split(cells[6].replace(/\(.*?\)|增速|of .*$|\/[人户年].*$/g, '')),
      base: cells[8],
    }));
}

function readOverrulings(table: string): Map<number, Overruling[]> {
  const byRow = new Map<number, Overruling[]>();
  for (const line of table.split('\n')) {
    if (line === '' || line.startsWith('#') || line.startsWith('row\t')) continue;
    const [row, figure, indicator, role, comparator, value, unit, change, flags] = line.split('\t');
    const list = byRow.get(Number(row)) ?? [];
    if (figure !== '—')
      list.push({
        row: Number(row),
        figure,
        indicator,
        role,
        comparator,
        value,
        unit,
        change,
        flags: flags ?? '',
      });
    byRow.set(Number(row), list);
  }
  return byRow;
}

const at = <T>(list: readonly T[], index: number): T => list[Math.min(index, list.length - 1)];

/** Expected claims, and the rows of which a figure could not be found in its text. */
export function expectedOfSeeds(
  catalogue: string,
  adjudicated: string,
  seeds: readonly SeedText[],
): { expected: ExpectedClaim[]; lost: string[] } {
  const overrulings = readOverrulings(adjudicated);
  const texts = new Map(
    seeds.map(({ name, text }) => [name.slice(0, 3), { name, ...withoutReadings(text) }]),
  );
  const expected: ExpectedClaim[] = [];
  const lost: string[] = [];
  for (const row of readRows(catalogue)) {
    const source = texts.get(row.file.slice(0, 3));
    if (!source) continue;
    const overruled = overrulings.get(row.number);
    if (!overruled && (row.role === 'X' || /^(?:by|属性|定性|—)$/.test(row.comparators[0])))
      continue;
    const start = source.plain.indexOf(row.quote);
    if (start < 0) {
      lost.push(`${row.number} ${row.quote}`);
      continue;
    }
    const pieces = overruled ? overruled.map(ofOverruling) : piecesOf(row);
    let from = 0;
    for (const { figure, ...told } of pieces) {
      const found = figureIn(row.quote, figure, from);
      if (found === undefined) {
        lost.push(`${row.number} ${figure}: ${row.quote}`);
        continue;
      }
      from =
        found + Math.max(figure.length, /^[xX_]*/.exec(row.quote.slice(found))?.[0].length ?? 0);
      expected.push({ ...told, file: source.name, start: source.placeOf[start + found] });
    }
  }
  return { expected, lost };
}

type Piece = Omit<ExpectedClaim, 'file' | 'start'> & { readonly figure: string };

function ofOverruling(told: Overruling): Piece {
  const change = readChange(told.change);
  return {
    figure: told.figure,
    indicator: told.indicator,
    role: told.role,
    comparator: told.comparator,
    value: told.value,
    unit: told.unit,
    ...(change ? { change } : {}),
    flags: told.flags.split(' ').filter((flag) => flag !== ''),
  };
}

/** One piece for each figure of a row. */
function piecesOf(row: Row): Piece[] {
  const change = changeIn(row.base);
  const growthOnly = row.units.some((unit) => unit === '%') && /增速/.test(row.base + row.units);
  return row.values.map((value, index) => {
    const plain = value.replace(/[余多]/g, '').replace(/^[+−-]/, '');
    const unit = at(row.units, index);
    const isGrowth = growthOnly || (unit === '%' && /^增长|增长\d/.test(row.quote.slice(-8)));
    const comparator = comparators[at(row.comparators, index)] ?? '=';
    const common = {
      figure: plain.includes('?') ? '?' : plain.split(/[–→]/)[0],
      indicator: at(row.indicators, index),
      role: roles[row.role] ?? 'result',
      flags: [],
    };
    if (isGrowth)
      return {
        ...common,
        comparator,
        value: '',
        unit: '',
        change: { kind: 'percent', value: plain, unit },
      };
    return {
      ...common,
      comparator,
      value: plain.includes('?') ? '?' : plain.replace('–', '~'),
      unit,
      ...(index === 0 && change ? { change } : {}),
    };
  });
}

/** `同比 +8.5%`, `2020 +0.8亿元`. */
function changeIn(base: string): ExpectedChange | undefined {
  const found = /\+(\d+(?:\.\d+)?)(%|[一-龥]+)/.exec(base);
  if (!found) return undefined;
  const [, value, unit] = found;
  return unit === '%' ? { kind: 'percent', value, unit } : { kind: 'absolute', value, unit };
}

/** Where a figure stands in a quote: digits that are a number of their own, or a mask. */
function figureIn(quote: string, figure: string, from: number): number | undefined {
  const escaped = figure.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern =
    figure === '?'
      ? /[xX_]+/g
      : /^\d/.test(figure)
        ? new RegExp(`(?<![\\d.])${escaped}(?!\\d)`, 'g')
        : new RegExp(escaped, 'g');
  pattern.lastIndex = from;
  return pattern.exec(quote)?.index;
}
