/** A run of targets as a table, and a table as targets. What they say is compared first: it has to be the same. */

import type { PlanModel } from '../../model/model.ts';
import { periodText } from '../../model/periods.ts';
import type { Claim, Message, TableColumn, TableFacts } from '../../model/types.ts';
import { keywordText } from '../../report/script.ts';
import type { Line, RowStatement, TargetStatement } from '../../syntax/tree.ts';
import { keywordRow } from '../../syntax/vocabulary/keywords.ts';
import { alignedTexts } from '../formatting/tables.ts';
import { lineEndOf } from '../places.ts';
import { usualForm, writtenLanguage } from '../written-language.ts';
import { type ActionEdit, type ActionRequest, type CodeAction, replacement } from './action.ts';
import { said, saidBy } from './said.ts';

/** The texts of a row’s cells. */
type Row = readonly string[];

/** What is longer is compared for longer than an offer may take. Who selects lines waits for them. */
const mostLines = 60;
const mostSelectedLines = 300;

export function targetsAndTables(request: ActionRequest): CodeAction[] {
  return [...targetsAsTable(request), ...tableAsTargets(request)];
}

// ---------------------------------------------------------------- targets into a table

function targetsAsTable(request: ActionRequest): CodeAction[] {
  const { plan, reader } = request;
  const { model } = plan;
  const run = runOfTargets(request);
  if (run.length < 2 || !model.header.period) return [];
  const text = tableOf(run, model, request);
  if (!text) return [];
  const [first, ...others] = run;
  return [
    {
      title: reader.say({
        zh: `把这${run.length}行改成表格`,
        en: `Make a table of these ${run.length} lines`,
      }),
      kind: 'refactor.rewrite',
      edits: () => [
        replacement({ line: first, start: 0, end: first.text.length }, text),
        ...others.map(withoutLine),
      ],
    },
  ];
}

function withoutLine(line: Line): ActionEdit {
  return { line, start: 0, end: line.text.length, newText: '', wholeLine: true };
}

/** The lines that are selected, or all that stand together with the one under the cursor. */
function runOfTargets({ plan, first, last }: ActionRequest): Line[] {
  const { lines } = plan.tree;
  const { kind } = first;
  if (kind !== 'target' && kind !== 'result') return [];
  let from = lines.indexOf(first);
  let to = lines.indexOf(last);
  if (from === to) {
    const isLong = () => to - from >= mostLines;
    while (from > 0 && lines.at(from - 1).kind === kind && !isLong()) from--;
    while (to < lines.length - 1 && lines.at(to + 1).kind === kind && !isLong()) to++;
  }
  const run: Line[] = [];
  if (to - from >= (first === last ? mostLines : mostSelectedLines)) return [];
  for (let index = from; index <= to; index++) run.push(lines.at(index));
  return run.every((line) => line.kind === kind) ? run : [];
}

function tableOf(
  run: readonly Line[],
  model: PlanModel,
  { reader }: ActionRequest,
): string | undefined {
  const language = writtenLanguage(model, reader);
  const { period } = model.header;
  if (!period) return undefined;
  const lastYear = { from: period.to, to: period.to, span: false };
  const year = periodText(lastYear, language === 'en' ? 'en' : 'zh');
  const kind = run[0].kind as 'target' | 'result';
  const word = keywordText(kind, language);
  const space = language === 'en' ? ' ' : '';
  const lineEnd = lineEndOf(model.tree.lines);
  const title = `${usualForm(keywordRow('table'), language)} ${tableTitle[language]}`;
  const names = keywordText('indicator', language);
  const wanted = run.map((line) => model.claimsOf(line).map(said));
  const choices = run.map((line) => rowsOf(line, model));
  // A plan's figures are targets anyway; in a report the column has to say so.
  for (const column of [year, `${year}${space}${word}`]) {
    const lead = [[names, column], rule];
    const text = (rows: readonly Row[]) =>
      [title, ...alignedTexts([...lead, ...rows])].join(lineEnd);
    const rows = fittingRows(choices, wanted, (all) =>
      saidBy(text(all), model).slice(1 + lead.length),
    );
    if (rows) return text(rows);
  }
  return undefined;
}

const rule = ['---', '---'];

/** Of each line’s rows the first that says the same; undefined where a line has none. */
function fittingRows(
  choices: readonly (readonly Row[])[],
  wanted: readonly (readonly string[])[],
  saidByRows: (rows: readonly Row[]) => readonly (readonly string[])[],
): readonly Row[] | undefined {
  const chosen = choices.map(() => 0);
  for (;;) {
    const rows = choices.map((ofLine, index) => ofLine[chosen[index]]);
    if (rows.some((row) => !row)) return undefined;
    const told = saidByRows(rows);
    const wrong = wanted.flatMap((claims, index) => (sameSaid(told[index], claims) ? [] : index));
    if (wrong.length === 0) return rows;
    for (const index of wrong) chosen[index] += 1;
  }
}

const tableTitle = { hans: '主要指标', hant: '主要指標', en: 'Main indicators' } as const;

/** A row with the unit behind the name where that can be, or with the words as they are. */
function rowsOf(line: Line, model: PlanModel): Row[] {
  const statement = line.statement as TargetStatement;
  const { name, unit, claimsStart } = statement;
  if (!name) return [];
  const words = line.text.slice(claimsStart).trim();
  // A bar would end the cell.
  if (/[|｜]/.test(line.text) || words === '') return [];
  const plain = [name.text + (unit ? inParentheses(unit.text) : ''), words];
  const [claim, ...more] = model.claimsOf(line);
  const short = claim && more.length === 0 && !claim.change && !unit && withoutUnit(claim, line);
  if (!short) return [plain];
  const named = name.text + inParentheses(claim.unit);
  const { numberStart, numberEnd } = claim;
  return [[named, line.text.slice(numberStart, numberEnd)], [named, short], plain];
}

function withoutUnit({ unit, unitStart, unitEnd }: Claim, { text, statement }: Line) {
  const { claimsStart } = statement as TargetStatement;
  if (unit === '' || text.slice(unitStart, unitEnd).trim() !== unit) return undefined;
  return (text.slice(claimsStart, unitStart) + text.slice(unitEnd)).trim();
}

function inParentheses(unit: string): string {
  return /^[a-z]/i.test(unit) ? ` (${unit})` : `（${unit}）`;
}

function sameSaid(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index]);
}

// ---------------------------------------------------------------- a table into targets

function tableAsTargets({ plan, reader, first }: ActionRequest): CodeAction[] {
  const { model } = plan;
  const facts = first.kind === 'table' || first.kind === 'row' ? model.tableOf(first) : undefined;
  if (!facts?.header || facts.rows.length > mostLines) return [];
  const written = targetsOf(facts, model, reader);
  if (!written) return [];
  const title: Message = {
    zh: '把这张表改成一行一个目标',
    en: 'Make a line for each target of this table',
  };
  return [
    {
      title: reader.say(title),
      kind: 'refactor.rewrite',
      edits: () => [
        replacement({ line: facts.line, start: 0, end: facts.line.text.length }, written),
        ...facts.rows.map(withoutLine),
      ],
    },
  ];
}

function targetsOf(
  facts: TableFacts,
  model: PlanModel,
  reader: ActionRequest['reader'],
): string | undefined {
  const body = facts.rows.filter(
    ({ statement }, index) =>
      index > 0 && facts.rows[index] !== facts.header && !(statement as RowStatement).rule,
  );
  const plain = facts.columns.every(({ kind }) => ['indicator', 'unit', 'value'].includes(kind));
  if (!plain || body.length === 0) return undefined;
  const language = writtenLanguage(model, reader);
  const lines: string[] = [];
  for (const row of body) {
    const line = targetOf(row, facts.columns, model, language);
    if (!line) return undefined;
    lines.push(line);
  }
  const text = lines.join(lineEndOf(model.tree.lines));
  const wanted = body.flatMap((row) => model.claimsOf(row).map(said));
  return sameSaid(saidBy(text, model).flat(), wanted) ? text : undefined;
}

/** All that a row says, in one line: `目标 粮食产量：5000吨，2024年4900吨`. */
function targetOf(
  row: Line,
  columns: readonly TableColumn[],
  model: PlanModel,
  language: 'hans' | 'hant' | 'en',
): string | undefined {
  const claims = model.claimsOf(row);
  const [claim] = claims;
  if (!claim || claims.some(({ role }) => role !== claim.role)) return undefined;
  if (claim.role !== 'target' && claim.role !== 'result') return undefined;
  const { cells } = row.statement as RowStatement;
  const year = model.header.period?.to;
  const values = columns.filter(({ kind }) => kind === 'value').length;
  const parts: string[] = [];
  for (const [index, column] of columns.entries()) {
    const cell = cells[index];
    if (column.kind !== 'value' || !cell || cell.text === '') continue;
    const inCell = claims.filter(({ start }) => cell.start <= start && start < cell.end);
    if (inCell.length === 0) {
      if (/^[—–\-/]+$/.test(cell.text)) continue;
      return undefined;
    }
    const { period } = column;
    // A year goes on for the figures behind it, so none or all are said.
    const isUsual = values === 1 && period.to === year;
    const when = isUsual ? '' : periodText(period, language === 'en' ? 'en' : 'zh');
    parts.push(when + withUnit(cell.start, cell.text, inCell));
  }
  if (parts.length === 0) return undefined;
  const colon = language === 'en' ? ': ' : '：';
  const keyword = usualForm(keywordRow(claim.role), language);
  return `${keyword} ${claim.indicator}${colon}${parts.join(language === 'en' ? ', ' : '，')}`;
}

/** The cell’s words, with the unit that stands behind the name or in a column of its own. */
function withUnit(cellStart: number, cell: string, claims: readonly Claim[]): string {
  let text = cell;
  for (const { unit, numberEnd, unitStart, unitEnd } of [...claims].reverse()) {
    if (unit === '' || unitEnd > unitStart) continue;
    const at = numberEnd - cellStart;
    text = `${text.slice(0, at)}${/^[a-z]/i.test(unit) ? ' ' : ''}${unit}${text.slice(at)}`;
  }
  return text;
}
