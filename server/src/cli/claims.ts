/** `planwright claims`: the claims as the model has them, one record each. */
import { periodCode } from '../model/periods.ts';
import type { ChangeClaim, Claim, Period } from '../model/types.ts';
import type { PlanTree, Range } from '../syntax/document.ts';
import { choice, parse } from './arguments.ts';
import { type OpenedFile, openPlans } from './files.ts';
import { rangeOf } from './places.ts';
import { CommandError, type Terminal } from './terminal.ts';

/** What is not said is left out; numbers are decimal strings as printed. */
interface ClaimRecord {
  readonly file: string;
  readonly range: Range;
  readonly text: string;
  readonly indicator: string;
  readonly role: string;
  readonly origin: string;
  readonly commitment?: string;
  readonly comparator?: string;
  readonly value?: string;
  readonly low?: string;
  readonly high?: string;
  readonly from?: string;
  readonly unit?: string;
  readonly period?: string;
  readonly basePeriod?: string;
  readonly change?: Record<string, string>;
  readonly average?: true;
  readonly total?: true;
  readonly share?: true;
  readonly rank?: true;
  readonly completion?: true;
  readonly of?: string;
  readonly mask?: string;
  readonly ratio?: string;
  readonly qualitative?: string;
}

const printers = { json: printJson, jsonl: printJsonLines, csv: printCsv };

export async function claims(words: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parse(words, {
    format: { type: 'string', default: 'json' },
    config: { type: 'string' },
  });
  const print =
    printers[choice('--format', values.format, Object.keys(printers) as (keyof typeof printers)[])];
  if (positionals.length === 0) {
    throw new CommandError({
      zh: 'claims需要文件或文件夹：planwright claims 文件…',
      en: 'claims needs files or folders: planwright claims FILE…',
    });
  }
  const { files, unreadable } = await openPlans(positionals, terminal, values.config);
  print(files.flatMap(recordsOf), terminal);
  return unreadable ? 2 : 0;
}

function recordsOf({ name, document }: OpenedFile): ClaimRecord[] {
  const { model, tree } = document;
  const records: ClaimRecord[] = [];
  for (const line of tree.lines) {
    const inOrder = [...model.claimsOf(line)].sort((a, b) => a.start - b.start || a.end - b.end);
    for (const claim of inOrder) records.push(recordOf(name, claim, tree));
  }
  return records;
}

function recordOf(file: string, claim: Claim, tree: PlanTree): ClaimRecord {
  return present({
    file,
    range: rangeOf(claim, tree),
    text: claim.line.text.slice(claim.start, claim.end),
    indicator: claim.indicator,
    role: claim.role,
    origin: claim.origin,
    commitment: claim.commitment,
    comparator: claim.comparator,
    value: claim.value,
    low: claim.low,
    high: claim.high,
    from: claim.from,
    unit: claim.unit,
    period: codeOf(claim.period),
    basePeriod: codeOf(claim.basePeriod),
    change: claim.change && changeOf(claim.change),
    average: claim.average,
    total: claim.total,
    share: claim.share,
    rank: claim.rank,
    completion: claim.completion,
    of: claim.of,
    mask: claim.mask,
    ratio: claim.ratio?.join('：'),
    qualitative: claim.qualitative,
  }) as unknown as ClaimRecord;
}

function changeOf({ kind, value, high, mask, unit, comparator }: ChangeClaim): object {
  return present({ kind, value, high, mask, unit, comparator });
}

function codeOf(period: Period | undefined): string | undefined {
  return period && periodCode(period);
}

/** Without the fields that say nothing: absent, empty or false. */
function present(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && value !== '' && value !== false,
    ),
  );
}

// ---------------------------------------------------------------- formats

function printJson(records: readonly ClaimRecord[], terminal: Terminal): void {
  terminal.stdout.write(`${JSON.stringify(records, undefined, 2)}\n`);
}

function printJsonLines(records: readonly ClaimRecord[], terminal: Terminal): void {
  for (const record of records) terminal.stdout.write(`${JSON.stringify(record)}\n`);
}

type Column = readonly [
  name: string,
  of: (record: ClaimRecord) => string | number | boolean | undefined,
];

/** The fields of a record side by side; those of its parts are named with a dot, as a path into the JSON. */
const columns: readonly Column[] = [
  ['file', ({ file }) => file],
  ['range.start.line', ({ range }) => range.start.line],
  ['range.start.character', ({ range }) => range.start.character],
  ['range.end.line', ({ range }) => range.end.line],
  ['range.end.character', ({ range }) => range.end.character],
  ['text', ({ text }) => text],
  ['indicator', ({ indicator }) => indicator],
  ['role', ({ role }) => role],
  ['origin', ({ origin }) => origin],
  ['commitment', ({ commitment }) => commitment],
  ['comparator', ({ comparator }) => comparator],
  ['value', ({ value }) => value],
  ['low', ({ low }) => low],
  ['high', ({ high }) => high],
  ['from', ({ from }) => from],
  ['unit', ({ unit }) => unit],
  ['period', ({ period }) => period],
  ['basePeriod', ({ basePeriod }) => basePeriod],
  ['change.kind', ({ change }) => change?.kind],
  ['change.value', ({ change }) => change?.value],
  ['change.high', ({ change }) => change?.high],
  ['change.mask', ({ change }) => change?.mask],
  ['change.unit', ({ change }) => change?.unit],
  ['change.comparator', ({ change }) => change?.comparator],
  ['average', ({ average }) => average],
  ['total', ({ total }) => total],
  ['share', ({ share }) => share],
  ['rank', ({ rank }) => rank],
  ['completion', ({ completion }) => completion],
  ['of', ({ of }) => of],
  ['mask', ({ mask }) => mask],
  ['ratio', ({ ratio }) => ratio],
  ['qualitative', ({ qualitative }) => qualitative],
];

function printCsv(records: readonly ClaimRecord[], terminal: Terminal): void {
  writeCsvRow(
    columns.map(([name]) => name),
    terminal,
  );
  for (const record of records)
    writeCsvRow(
      columns.map(([, of]) => of(record)),
      terminal,
    );
}

/** RFC 4180, but for the line ends, which are those of every other output. */
function writeCsvRow(cells: readonly unknown[], terminal: Terminal): void {
  const quoted = cells.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`);
  terminal.stdout.write(`${quoted.join(',')}\n`);
}
