/** Turns the figures of a run into tables to read and into the verdicts on what must be reached. */
import type { CorpusFigures } from './corpus.ts';
import type { InProcessFigures } from './measure.ts';
import type { KeystrokeFigures, StartFigures } from './over-stdio.ts';

/** Everything that one run measured; what could not be measured is absent. */
export interface RunFigures {
  readonly date: string;
  readonly node: string;
  readonly processor: string;
  readonly quick: boolean;
  readonly sizes: readonly SizeFigures[];
  readonly start?: StartFigures;
  readonly corpus?: CorpusFigures;
  readonly extensionBytes?: number;
  readonly goals: readonly Goal[];
}

export interface SizeFigures {
  readonly lines: number;
  readonly ours?: InProcessFigures;
  readonly langium?: InProcessFigures;
  readonly oursOverStdio?: KeystrokeFigures;
  readonly emptyOverStdio?: KeystrokeFigures;
  readonly langiumOverStdio?: KeystrokeFigures;
}

export interface Goal {
  readonly what: string;
  readonly measured?: number;
  readonly bound: number;
  readonly sense: 'at most' | 'at least';
  readonly unit: string;
  /** Absent where the run could not measure it. */
  readonly reached?: boolean;
}

export function describeSize(figures: SizeFigures): string {
  const { lines, ours, langium, oursOverStdio, emptyOverStdio, langiumOverStdio } = figures;
  const floor = (ours ?? langium)?.characterPass.median;
  const characters = (ours ?? langium)?.characters;
  const rows = [
    row('full parse', ours?.parse.median, floor, langium?.parse.median),
    row('full parse, first run', ours?.parse.first, floor, langium?.parse.first),
    row('full check (parse included)', ours?.check.median, floor, langium?.check.median),
    row('full check, first run', ours?.check.first, floor, langium?.check.first),
    row(
      'keystroke in the process, median',
      ours?.keystroke.median,
      floor,
      langium?.keystroke.median,
    ),
    row('keystroke in the process, p99', ours?.keystroke.p99, floor, langium?.keystroke.p99),
    row(
      'keystroke to diagnostics, median',
      oursOverStdio?.keystroke.median,
      emptyOverStdio?.keystroke.median,
      langiumOverStdio?.keystroke.median,
    ),
    row(
      'keystroke to diagnostics, p99',
      oursOverStdio?.keystroke.p99,
      emptyOverStdio?.keystroke.p99,
      langiumOverStdio?.keystroke.p99,
    ),
    row(
      'the plan’s last year changed, median',
      oursOverStdio?.periodKeystroke?.median,
      emptyOverStdio?.periodKeystroke?.median,
    ),
    row(
      'opened to first diagnostics',
      oursOverStdio?.open,
      emptyOverStdio?.open,
      langiumOverStdio?.open,
    ),
  ];
  return [
    `${count(lines)} lines, ${count(characters)} characters; ` +
      `findings: ours ${count(ours?.findings)}, Langium ${count(langium?.findings)}`,
    ...table([HEADINGS, ...rows]),
  ].join('\n');
}

const HEADINGS = ['milliseconds', 'ours', 'floor', 'ours ÷ floor', 'Langium', 'Langium ÷ ours'];

function row(what: string, ours?: number, floor?: number, langium?: number): string[] {
  return [
    what,
    milliseconds(ours),
    milliseconds(floor),
    ratio(ours, floor),
    milliseconds(langium),
    ratio(langium, ours),
  ];
}

export function describeStart({ lines, node, servers: [ours, empty] }: StartFigures): string {
  return [
    `Server start to the first diagnostics of ${count(lines)} lines, medians of ${node.runs}`,
    ...table([
      ['milliseconds', 'in all', 'over Node alone'],
      ['Node alone', milliseconds(node.median), ''],
      ['empty server', milliseconds(empty?.median), difference(empty?.median, node.median)],
      ['ours', milliseconds(ours?.median), difference(ours?.median, node.median)],
    ]),
  ].join('\n');
}

export function describeCorpus(figures: CorpusFigures): string {
  const { files, characters, findings, characterPass, tokenise, check } = figures;
  return [
    `Corpus: ${count(files)} files, ${count(characters)} characters, ${count(findings)} findings`,
    ...table([
      ['milliseconds', 'median', 'first run', '÷ characters', '÷ tokens'],
      corpusRow('pass over the characters', characterPass),
      corpusRow('tokens', tokenise),
      corpusRow('full check', check),
    ]),
  ].join('\n');

  function corpusRow(what: string, { median, first }: { median: number; first: number }): string[] {
    return [
      what,
      milliseconds(median),
      milliseconds(first),
      ratio(median, characterPass.median),
      ratio(median, tokenise.median),
    ];
  }
}

/** What must be reached, in the order in which it is promised. */
export function judge(figures: Omit<RunFigures, 'goals'>): Goal[] {
  const middle = figures.sizes.find(({ lines }) => lines === 10_000);
  const large = figures.sizes.find(({ lines }) => lines === 100_000);
  const oursAtStart = figures.start?.servers[0]?.median;
  const megabytes = figures.extensionBytes && figures.extensionBytes / 1e6;
  return [
    atMost(
      'keystroke, 10,000 lines: median over the empty server’s',
      overFloor(middle, 'median'),
      2,
      'ms',
    ),
    atMost(
      'keystroke, 10,000 lines: p99 over the empty server’s',
      overFloor(middle, 'p99'),
      10,
      'ms',
    ),
    atMost(
      'keystroke, 100,000 lines: median over the empty server’s',
      overFloor(large, 'median'),
      4,
      'ms',
    ),
    atLeast(
      'parse and check, 10,000 lines: Langium ÷ ours',
      quotient(middle?.langium?.check.median, middle?.ours?.check.median),
      4,
      '×',
    ),
    atLeast(
      'keystroke to diagnostics, 10,000 lines: Langium ÷ ours',
      quotient(middle?.langiumOverStdio?.keystroke.median, middle?.oursOverStdio?.keystroke.median),
      100,
      '×',
    ),
    atMost(
      'start to the first diagnostics of 1,000 lines, over Node alone',
      minus(oursAtStart, figures.start?.node.median),
      400,
      'ms',
    ),
    atMost('size of the extension', megabytes, 1.5, 'MB'),
  ];
}

function overFloor(size: SizeFigures | undefined, which: 'median' | 'p99'): number | undefined {
  return minus(size?.oursOverStdio?.keystroke[which], size?.emptyOverStdio?.keystroke[which]);
}

function atMost(what: string, measured: number | undefined, bound: number, unit: string): Goal {
  const reached = measured === undefined ? undefined : measured <= bound;
  return { what, measured, bound, sense: 'at most', unit, reached };
}

function atLeast(what: string, measured: number | undefined, bound: number, unit: string): Goal {
  const reached = measured === undefined ? undefined : measured >= bound;
  return { what, measured, bound, sense: 'at least', unit, reached };
}

export function describeGoals(goals: readonly Goal[]): string {
  const rows = goals.map(({ what, measured, bound, sense, unit, reached }) => [
    `${verdict(reached)}  ${what}`,
    measured === undefined ? 'not measured' : `${significant(measured)} ${unit}`,
    `${sense} ${bound} ${unit}`,
  ]);
  return ['What must be reached', ...table([['', 'measured', 'asked for'], ...rows])].join('\n');
}

function verdict(reached: boolean | undefined): string {
  return reached === undefined ? '—   ' : reached ? 'PASS' : 'FAIL';
}

/** Columns padded to their widest cell, the first to the left and the others to the right. */
function table(rows: readonly string[][]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => cells[column].length)));
  return rows.map((cells) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
      )
      .join('   ')
      .trimEnd(),
  );
}

function milliseconds(value: number | undefined): string {
  return value === undefined ? '—' : significant(value);
}

function ratio(above: number | undefined, below: number | undefined): string {
  const value = quotient(above, below);
  return value === undefined ? '—' : `${significant(value)} ×`;
}

function difference(value: number | undefined, floor: number): string {
  return milliseconds(minus(value, floor));
}

function quotient(above: number | undefined, below: number | undefined): number | undefined {
  return above === undefined || below === undefined ? undefined : above / below;
}

function minus(value: number | undefined, floor: number | undefined): number | undefined {
  return value === undefined || floor === undefined ? undefined : value - floor;
}

/** Three digits that mean something: 0.052, 1.42, 317, 7600. */
function significant(value: number): string {
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
}

function count(value: number | undefined): string {
  return value === undefined ? '—' : value.toLocaleString('en-US');
}
