/** The figures of a document as a table of one figure a row, for spreadsheets and other programs. */
import { periodCode } from '../model/periods.ts';
import type { Claim } from '../model/types.ts';
import { levelOf } from './figures.ts';
import { commitmentText, keywordText } from './script.ts';
import { declared, type StatedFigure, statedFigures } from './stated-figures.ts';
import { printable } from './text.ts';
import { plainText, type Report } from './tree.ts';
import { stanceOf, type Words, wordsOf } from './words.ts';

type Column = readonly [title: string, of: (figure: StatedFigure) => string];

/** UTF-8 with the mark that spreadsheets know it by; the lines end as RFC 4180 (2.1) wants. */
export function* csvPieces(report: Report): Generator<string> {
  const columns = columnsOf(report);
  yield `\ufeff${rowOf(columns.map(([title]) => title))}`;
  for (const figure of statedFigures(report)) yield rowOf(columns.map(([, of]) => of(figure)));
}

function rowOf(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function columnsOf({ script, lines }: Report): readonly Column[] {
  const words = wordsOf(script);
  const titles = words.figures;
  return [
    [titles.section, ({ section }) => section],
    [words.category, ({ indicator }) => declared(indicator, 'category') ?? ''],
    [words.indicator, ({ name }) => name],
    [words.nature, ({ indicator }) => natureOf(declared(indicator, 'binding'), words)],
    [titles.period, ({ claim }) => (claim.period ? periodCode(claim.period) : '')],
    [titles.kind, ({ claim }) => words.chart.stances[stanceOf(claim.role)]],
    [titles.comparator, ({ claim }) => comparatorSign(claim)],
    [titles.value, ({ claim }) => (isInWords(claim) ? '' : (claim.value ?? ''))],
    [titles.low, ({ claim }) => claim.low ?? ''],
    [titles.high, ({ claim }) => claim.high ?? ''],
    [words.unit, ({ claim }) => (isInWords(claim) ? '' : claim.unit)],
    [titles.change, ({ claim }) => claim.change?.value ?? ''],
    [`${titles.change}${words.open}${words.unit}${words.close}`, changeUnit],
    [
      keywordText('baseline', script),
      ({ claim }) => (claim.change && claim.basePeriod ? periodCode(claim.basePeriod) : ''),
    ],
    [titles.commitment, ({ claim }) => commitmentText(claim.commitment, script)],
    [titles.printed, ({ claim }) => printedOf(claim, script)],
    [titles.line, ({ claim }) => String(lines.indexOf(claim.line) + 1)],
  ];
}

/** 清零 is 0, but of what it does not say. */
const isInWords = ({ qualitative }: Claim): boolean => qualitative !== undefined;

const changeUnit = ({ claim: { change } }: StatedFigure): string =>
  change === undefined ? '' : change.unit;

function natureOf(binding: 'binding' | 'expected' | undefined, words: Words): string {
  return binding ? words[binding] : '';
}

/** Words where there is no figure; masks as typed. */
function printedOf(claim: Claim, script: Report['script']): string {
  const level = levelOf(claim, '', script, 'exact');
  return level ? plainText(level) : claim.line.text.slice(claim.start, claim.end).trim();
}

const signs: Readonly<Record<string, string>> = {
  '>': '>',
  '>=': '≥',
  '<': '<',
  '<=': '≤',
  '~': '≈',
};

/** Empty for what is simply so; a range has its two ends. */
export function comparatorSign({ comparator }: Pick<Claim, 'comparator'>): string {
  return signs[comparator ?? ''] ?? '';
}

const decimal = /^-?\d+(?:\.\d+)?$/;
/** What makes a spreadsheet take a text for a formula, in full width too. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r]/;

/**
 * A cell that is read as it stands: quoted where RFC 4180 (2.6) wants it, and with an apostrophe where a
 * spreadsheet would calculate. A negative number is left one.
 */
export function cellOf(text: string): string {
  const told = printable(text);
  const inert = formula.test(told) && !decimal.test(told) ? `'${told}` : told;
  return /[",\r\n\t]|^\s|\s$/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
