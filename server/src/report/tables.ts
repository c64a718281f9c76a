/** Indicator tables: with the rows that the writer gave, or made from the document's indicators. */
import type { PlanModel } from '../model/model.ts';
import { baselineOf, periodText } from '../model/periods.ts';
import type { Claim, Indicator, Period, TableFacts } from '../model/types.ts';
import type { Line } from '../syntax/tree.ts';
import { changeOf, levelOf, printedWithout } from './figures.ts';
import { inlinesOfText, type ReadingContext } from './inlines.ts';
import { printable } from './text.ts';
import type { Column, Inline, Inlines, Script, TableBlock, TableNote, TableRow } from './tree.ts';
import { keywordText, wordsOf } from './words.ts';

type TableContent = Pick<TableBlock, 'columns' | 'hasHeader' | 'rows' | 'generated'>;

const nothing: Inlines = [{ kind: 'text', text: '—' }];

// ---------------------------------------------------------------- typed rows

/** A table's rows as the writer gave them; every row gets as many cells as the widest has. */
export function typedTable(
  rows: readonly Line[],
  facts: TableFacts | undefined,
  script: Script,
): TableContent {
  const header = facts ? facts.header : headerAbove(rows);
  const shown = rows.flatMap((line) => {
    const { statement } = line;
    return statement.kind === 'row' && !statement.rule ? [{ line, cells: statement.cells }] : [];
  });
  // A lone bar has no cell at all.
  const width = Math.max(1, ...shown.map(({ cells }) => cells.length));
  const titles = shown.find(({ line }) => line === header)?.cells ?? [];
  const columns: Column[] = [];
  for (let index = 0; index < width; index++) {
    const known = facts?.columns[index];
    columns.push({
      kind: known?.kind ?? 'text',
      title: printable(titles[index]?.text ?? ''),
      ...(known?.kind === 'value' ? { period: known.period } : {}),
    });
  }
  const body = shown
    .filter(({ line }) => line !== header)
    .map(
      ({ line, cells }): TableRow => ({
        source: line,
        cells: columns.map((_, index) => inlinesOfText(cells[index]?.text ?? '', script)),
      }),
    );
  return { columns, hasHeader: header !== undefined, rows: body, generated: false };
}

/** In rows without a `表` line only a rule below the first row tells that it is a header. */
function headerAbove(rows: readonly Line[]): Line | undefined {
  const [first, second] = rows;
  return second?.statement.kind === 'row' && second.statement.rule ? first : undefined;
}

// ---------------------------------------------------------------- generated rows

/** What a column is for: a year, figures that name no year, or what is counted over years. */
type Slot = string;
const averageSlot: Slot = 'average';
const slotOfYear = (year: number): Slot => String(year);
const slotWithoutYear = (role: Claim['role']): Slot => (role === 'result' ? 'result' : 'target');

interface DraftRow {
  readonly indicator: Indicator;
  readonly unit: string;
  readonly source: Line;
  /** Where the first claim stands in its line. */
  readonly place: number;
  readonly category?: string;
  readonly binding?: 'binding' | 'expected';
  /** Key of the indicator that this one is listed under behind 其中. */
  readonly partOf?: string;
  readonly cells: Map<Slot, Inlines>;
}

/**
 * The document's declared figures as a table in the manner of the national one: category, indicator
 * with its unit, base year, later years, average or total, nature; only columns that hold something.
 */
export function generatedTable(table: Line, { model, script }: ReadingContext): TableContent {
  const drafts = model.indicators().flatMap((indicator) => draftOf(indicator, model, script) ?? []);
  if (drafts.length === 0) return emptyTable(table, script);
  const rows = byCategory(underTheirWholes(drafts));
  const columns = columnsFor(rows, baselineOf(model.periodScope), script);
  return {
    columns: columns.map(({ column }) => column),
    hasHeader: true,
    generated: true,
    rows: rows.map((row) => ({
      source: row.source,
      cells: columns.map(({ column, slot }) => cellOf(row, column, slot, script)),
    })),
  };
}

function emptyTable(table: Line, script: Script): TableContent {
  const { indicator, nothingToShow } = wordsOf(script);
  const problem: Inline = {
    kind: 'problem',
    text: nothingToShow,
    problem: 'no-value',
    message: nothingToShow,
  };
  return {
    columns: [{ kind: 'text', title: indicator }],
    hasHeader: true,
    generated: true,
    rows: [{ source: table, cells: [[problem]] }],
  };
}

/** What explains the brackets of a generated table, unless one of the writer's notes does. */
export function bracketNote(
  { rows }: TableContent,
  notes: readonly TableNote[],
  { model, script }: ReadingContext,
): TableNote | undefined {
  const isBracket = (inlines: Inlines): boolean => inlines.some(({ text }) => text.includes('〔'));
  if (!rows.some(({ cells }) => cells.some(isBracket))) return undefined;
  if (notes.some(({ inlines }) => isBracket(inlines))) return undefined;
  const plan = model.header.period;
  const years = plan?.span ? plan.to - plan.from + 1 : undefined;
  const text = wordsOf(script).bracketNote(years);
  return { label: noteLabel(script), inlines: [{ kind: 'text', text }] };
}

/** `注：` in the document's script. */
export function noteLabel(script: Script): string {
  return keywordText('note', script) + wordsOf(script).colon;
}

function draftOf(indicator: Indicator, model: PlanModel, script: Script): DraftRow | undefined {
  const claims = indicator.claims.filter(({ origin }) => origin === 'declared');
  const own = claims.find(({ line }) => model.tree.lines.has(line));
  if (!own) return undefined;
  const unit = unitOfRow(indicator, claims, model, script);
  const cells = new Map<Slot, Inlines>();
  // What is aimed at leads in a plan, what was reached in a report.
  const leading = model.header.kind === 'summary' || model.header.kind === 'report';
  const ranked = [...claims].sort((a, b) => rankOf(a, leading) - rankOf(b, leading));
  for (const claim of ranked) fillCells(cells, claim, unit, script);
  fillBase(cells, indicator, unit, model);
  if (cells.size === 0) return undefined;
  const declared = indicator.declarations;
  const category = declared.find((declaration) => declaration.category)?.category;
  const binding = declared.find((declaration) => declaration.binding)?.binding;
  const whole = claims.every(({ partOf }) => partOf) ? claims[0].partOf : undefined;
  return {
    indicator,
    unit,
    source: own.line,
    place: own.start,
    cells,
    ...(category ? { category } : {}),
    ...(binding ? { binding } : {}),
    ...(whole ? { partOf: model.canonical(whole.key) } : {}),
  };
}

/** The unit that stands behind the name; 全覆盖 and its like need none. */
function unitOfRow(
  indicator: Indicator,
  claims: readonly Claim[],
  model: PlanModel,
  script: Script,
): string {
  const figures = claims.filter(({ qualitative, share, completion, rank }) => {
    return qualitative === undefined && !share && !completion && !rank;
  });
  if (figures.some(({ value }) => value !== undefined)) {
    const { unitText } = model.assess(indicator);
    // 突破千萬元 is read as 1000 of a unit that the numerals' table writes in simplified characters.
    return script === 'hant' ? unitText.replaceAll('万', '萬').replaceAll('亿', '億') : unitText;
  }
  const declared = indicator.declarations.find(({ unit }) => unit)?.unit?.text;
  return declared ?? figures.find(({ unit }) => unit !== '')?.unit ?? '';
}

/** Whole years before parts of them; in a report results before targets, in a plan after them. */
function rankOf(claim: Claim, resultsLead: boolean): number {
  const part = claim.period?.part ? 2 : 0;
  return part + ((claim.role === 'result') === resultsLead ? 0 : 1);
}

function fillCells(cells: Map<Slot, Inlines>, claim: Claim, unit: string, script: Script): void {
  if (claim.share || claim.completion) return;
  const fill = (slot: Slot, cell: Inlines | undefined): void => {
    if (cell && !cells.has(slot)) cells.set(slot, cell);
  };
  const level = levelOf(claim, unit, script);
  const { period } = claim;
  if (claim.total || (period?.span && level)) {
    fill(averageSlot, bracketed(level ?? changeOf(claim)));
    return;
  }
  if (claim.average) {
    fill(averageSlot, claim.change ? changeOf(claim) : level);
    if (!claim.change) return;
  }
  const change = claim.average ? undefined : changeOf(claim);
  if (!period) {
    fill(slotWithoutYear(claim.role), level ?? change);
  } else if (period.span) {
    fill(averageSlot, change);
  } else {
    const cell = level ?? change;
    fill(slotOfYear(period.to), cell && period.part ? withPeriod(cell, period, script) : cell);
  }
}

/** The year that changes are measured from: printed as the start of a change, or told by one. */
function fillBase(
  cells: Map<Slot, Inlines>,
  indicator: Indicator,
  unit: string,
  model: PlanModel,
): void {
  const base = baselineOf(model.periodScope);
  if (!base || cells.has(slotOfYear(base.to))) return;
  for (const { derived, period, printed } of model.valuesOf(indicator)) {
    if (!derived || !period || period.part || period.span || period.to !== base.to) continue;
    cells.set(slotOfYear(base.to), [
      {
        kind: 'figure',
        text: printable(printedWithout(unit, printed)),
        indicator: printable(indicator.name),
        period,
      },
    ]);
    return;
  }
}

/** Parts right behind what they are parts of. */
function underTheirWholes(rows: readonly DraftRow[]): DraftRow[] {
  const keys = new Set(rows.map(({ indicator }) => indicator.key));
  const isPart = ({ partOf }: DraftRow): boolean => partOf !== undefined && keys.has(partOf);
  // Parts of one statement stand in one line: their order in it counts.
  const inOrder = rows.filter(isPart).sort((a, b) => a.place - b.place);
  const parts = grouped(inOrder, ({ partOf }) => partOf);
  const ordered: DraftRow[] = [];
  const add = (row: DraftRow): void => {
    ordered.push(row);
    for (const part of parts.get(row.indicator.key) ?? []) {
      add({ ...part, ...(row.category ? { category: row.category } : {}) });
    }
  };
  for (const row of rows) if (!isPart(row)) add(row);
  return ordered;
}

/** Rows of one category together, in the order in which categories first occur; the rest behind. */
function byCategory(rows: readonly DraftRow[]): DraftRow[] {
  const groups = grouped(rows, ({ category }) => category);
  const rest = groups.get(undefined) ?? [];
  groups.delete(undefined);
  return [...[...groups.values()].flat(), ...rest];
}

function grouped(
  rows: readonly DraftRow[],
  keyOf: (row: DraftRow) => string | undefined,
): Map<string | undefined, DraftRow[]> {
  const groups = new Map<string | undefined, DraftRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

interface SlottedColumn {
  readonly column: Column;
  readonly slot: Slot;
}

function columnsFor(
  rows: readonly DraftRow[],
  base: Period | undefined,
  script: Script,
): SlottedColumn[] {
  const words = wordsOf(script);
  const used = new Set(rows.flatMap(({ cells }) => [...cells.keys()]));
  const column = (kind: Column['kind'], title: string, slot: Slot = ''): SlottedColumn => ({
    column: { kind, title },
    slot,
  });
  const years = [...used]
    .filter((slot) => /^\d+$/.test(slot))
    .map(Number)
    .filter((year) => !base || year >= base.to)
    .sort((a, b) => a - b);
  return [
    ...(rows.some(({ category }) => category) ? [column('category', words.category)] : []),
    column('indicator', words.indicator),
    ...(used.has('result') ? [column('value', keywordText('result', script), 'result')] : []),
    ...years.map((year): SlottedColumn => {
      const period = { from: year, to: year, span: false };
      const title = periodText(period, script === 'en' ? 'en' : 'zh');
      return { column: { kind: 'value', title, period }, slot: slotOfYear(year) };
    }),
    ...(used.has('target') ? [column('value', keywordText('target', script), 'target')] : []),
    ...(used.has(averageSlot) ? [column('average', words.averageOrTotal, averageSlot)] : []),
    ...(rows.some(({ binding }) => binding) ? [column('binding', words.nature)] : []),
  ];
}

function cellOf(row: DraftRow, { kind }: Column, slot: Slot, script: Script): Inlines {
  const words = wordsOf(script);
  switch (kind) {
    case 'category':
      return inlinesOfText(row.category ?? words.otherCategory, script);
    case 'indicator': {
      const unit = row.unit ? `${words.open}${row.unit}${words.close}` : '';
      const lead = row.partOf === undefined ? '' : words.ofWhich;
      return inlinesOfText(lead + row.indicator.name + unit, script);
    }
    case 'binding':
      return row.binding ? inlinesOfText(words[row.binding], script) : nothing;
    default:
      return row.cells.get(slot) ?? nothing;
  }
}

function bracketed(cell: Inlines | undefined): Inlines | undefined {
  return cell && [{ kind: 'text', text: '〔' }, ...cell, { kind: 'text', text: '〕' }];
}

/** A figure of a part of the year, where the table has a column for the year only. */
function withPeriod(cell: Inlines, period: Period, script: Script): Inlines {
  const { open, close } = wordsOf(script);
  const text = periodText(period, script === 'en' ? 'en' : 'zh').replace(/^\d+年/, '');
  return [...cell, { kind: 'text', text: open + text + close }];
}
