/**
 * A document as the sheets of a workbook: its indicators by year, its targets, its measures and how far
 * they were met. Plain data; `xlsx/` makes the file.
 */
import { periodText } from '../model/periods.ts';
import { displayWidth } from './display-width.ts';
import { changeOf, levelOf } from './figures.ts';
import { indicatorTable, noteLabel, nothing, type TableScope } from './indicator-tables.ts';
import { commitmentText, keywordText } from './script.ts';
import { sectionTitles, statedFigures } from './stated-figures.ts';
import { printable } from './text.ts';
import type {
  Column,
  Inlines,
  MeasureBlock,
  MeasureFieldId,
  Report,
  Script,
  TableBlock,
} from './tree.ts';
import { plainText } from './tree.ts';
import { type SheetId, wordsOf } from './words.ts';

export type SheetCell =
  | {
      readonly kind: 'number';
      readonly value: number;
      /** Shows the number as the document prints it, its sign and brackets too. */
      readonly format: string;
    }
  | {
      readonly kind: 'text';
      readonly text: string;
      /** True for what the writer still has to fill in. */
      readonly open?: true;
      /** True where the others of the column are numbers. */
      readonly isFigure?: true;
    };

export interface SheetColumn {
  readonly title: string;
  /** In half-width characters. */
  readonly width: number;
}

export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** As many cells as there are columns; undefined where there is nothing. */
  readonly rows: readonly (readonly (SheetCell | undefined)[])[];
  /** Below the rows. */
  readonly notes: readonly string[];
}

type Row = readonly (SheetCell | undefined)[];

/**
 * Sheets that have something to show, and behind them the tables that the writer typed; where there is
 * nothing at all, that of the indicators says so.
 */
export function workbookOf(report: Report): readonly Sheet[] {
  const { script, blocks } = report;
  const declares = report.model
    .indicators()
    .some(({ claims }) => claims.some(({ origin }) => origin === 'declared'));
  const others = [
    targets(report),
    measures(report),
    evaluation(report),
    ...blocks.flatMap((block) =>
      block.kind === 'table' && !block.generated ? [typedSheet(block, script)] : [],
    ),
  ].filter((sheet) => sheet !== undefined);
  const sheets =
    declares || others.length === 0
      ? [indicators(report, 'indicators', { definitions: true, evaluates: false }), ...others]
      : others;
  return named(sheets, keywordText('table', script));
}

// ---------------------------------------------------------------- indicators and evaluation

function indicators(report: Report, id: SheetId, scope: TableScope): Sheet {
  const { lines, script } = report;
  const table = indicatorTable(lines.at(lines.length - 1), report, { ...scope, unitsApart: true });
  const rows = table.rows.map(({ cells }) =>
    cells.map((cell, index) => cellOfColumn(cell, table.columns[index])),
  );
  const notes = table.notes.map(({ inlines }) => plainText(inlines));
  return sheetOf(
    wordsOf(script).sheets[id],
    table.columns.map(({ title }) => title),
    rows,
    notes,
  );
}

function evaluation(report: Report): Sheet | undefined {
  const { kind } = report;
  if (kind !== 'summary' && kind !== 'report') return undefined;
  const title = wordsOf(report.script).verdict;
  const sheet = indicators(report, 'evaluation', { evaluates: true });
  // Where nothing could be compared, it is the table of indicators once more.
  return sheet.columns.some((column) => column.title === title) ? sheet : undefined;
}

const figureColumns: ReadonlySet<Column['kind']> = new Set([
  'value',
  'average',
  'target',
  'result',
  'completion',
]);

function cellOfColumn(cell: Inlines, { kind }: Column): SheetCell | undefined {
  if (cell === nothing) return undefined;
  return figureColumns.has(kind) ? figureCell(cell) : textCell(cell);
}

// ---------------------------------------------------------------- typed tables

function typedSheet({ columns, rows, notes, title }: TableBlock, script: Script): Sheet {
  const cells = rows.map((row) =>
    row.cells.map((cell, index) => {
      const { kind } = columns[index];
      const isName = kind === 'indicator' || kind === 'category';
      return isName ? textCell(cell) : (number(cell) ?? textCell(cell));
    }),
  );
  const told = notes.map(({ label, inlines }) => (label || noteLabel(script)) + plainText(inlines));
  const titles = columns.map((column) => column.title);
  return sheetOf(plainText(title), titles, cells, told);
}

/** What Excel does not allow in the name of a sheet. */
const forbidden = /[[\]:*?/\\]|^'+|'+$/g;
const longestName = 31;

/** With a name for every sheet, and no name twice. */
function named(sheets: readonly Sheet[], table: string): readonly Sheet[] {
  const taken = new Set<string>();
  return sheets.map((sheet, index) => {
    const wanted = sheet.name.replace(forbidden, ' ').trim() || `${table}${index + 1}`;
    let name = cut(wanted, longestName);
    for (let count = 2; taken.has(name.toLowerCase()); count++) {
      const mark = ` (${count})`;
      name = cut(wanted, longestName - mark.length) + mark;
    }
    taken.add(name.toLowerCase());
    return { ...sheet, name };
  });
}

/** Without half a character at its end. */
function cut(name: string, length: number): string {
  let short = '';
  for (const character of name) {
    if (short.length + character.length > length) break;
    short += character;
  }
  return short.trim();
}

// ---------------------------------------------------------------- targets

function targets(report: Report): Sheet | undefined {
  const { script } = report;
  const words = wordsOf(script);
  const { figures } = words;
  const rows = [...statedFigures(report)]
    .filter(({ claim }) => claim.role === 'target')
    .map(({ claim, name, section }): Row => {
      const { period } = claim;
      const level = levelOf(claim, claim.unit, script, 'exact');
      const change = changeOf(claim);
      return [
        text(section),
        text(name),
        text(period ? periodText(period, script === 'en' ? 'en' : 'zh') : ''),
        text(commitmentText(claim.commitment, script)),
        level && figureCell(level),
        text(level && claim.qualitative === undefined ? claim.unit : ''),
        change && textCell(change),
        // A row of a table is no sentence.
        text(claim.line.kind === 'row' ? '' : claim.line.text.trim()),
      ];
    });
  if (rows.length === 0) return undefined;
  const titles = [
    figures.section,
    words.indicator,
    figures.period,
    figures.commitment,
    figures.value,
    words.unit,
    figures.change,
    figures.statement,
  ];
  return sheetOf(words.sheets.targets, titles, rows);
}

// ---------------------------------------------------------------- measures

const measureFields: readonly MeasureFieldId[] = ['owner', 'with', 'due', 'budget', 'progress'];

function measures({ script, blocks }: Report): Sheet | undefined {
  const words = wordsOf(script);
  const titles = sectionTitles(blocks);
  const all: { readonly block: MeasureBlock; readonly section: string }[] = [];
  let section = '';
  for (const block of blocks) {
    if (block.kind === 'heading') section = titles.get(block.source) ?? section;
    else if (block.kind === 'measure') all.push({ block, section });
  }
  if (all.length === 0) return undefined;
  const fields = measureFields.filter(
    (id) =>
      id === 'owner' ||
      id === 'due' ||
      all.some(({ block }) => block.fields.some((field) => field.id === id)),
  );
  const rows = all.map(
    ({ block, section }): Row => [
      text(section),
      textCell([{ kind: 'text', text: block.marker }, ...block.title]),
      ...fields.map((id) => {
        const written = block.fields.filter((field) => field.id === id);
        const inlines = written.flatMap((field) => field.inlines);
        return written.length === 0 ? undefined : textCell(inlines);
      }),
    ],
  );
  const heads = [words.figures.section, words.measure];
  return sheetOf(
    words.sheets.measures,
    [...heads, ...fields.map((id) => keywordText(id, script))],
    rows,
  );
}

// ---------------------------------------------------------------- cells

const isOpen = (inlines: Inlines): boolean => inlines.some(({ kind }) => kind === 'problem');

function text(value: string): SheetCell | undefined {
  return value === '' ? undefined : { kind: 'text', text: printable(value) };
}

function textCell(inlines: Inlines): SheetCell | undefined {
  const told = plainText(inlines);
  if (told === '') return undefined;
  return { kind: 'text', text: told, ...(isOpen(inlines) ? { open: true } : {}) };
}

/** A number where it is one; what stands in its place is set where a number would stand. */
function figureCell(inlines: Inlines): SheetCell | undefined {
  const cell = number(inlines) ?? textCell(inlines);
  return cell?.kind === 'text' ? { ...cell, isFigure: true } : cell;
}

const number = (inlines: Inlines): SheetCell | undefined =>
  isOpen(inlines) ? undefined : numberCell(plainText(inlines));

/** Signs that stand around a figure without changing what it is; 007 is no figure. */
const figure =
  /^(?<before>[〔[]?(?:[＞＜><≥≤近第]|about |over |nearly |No\. )?)(?<digits>-?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?)(?<after>(?:%|余|左右|位)?\*?[〕\]]?)$/;

/** More digits than a spreadsheet keeps. */
const keptDigits = 15;

/** A figure as a number that looks as printed: ＞6.50 is 6.5 with the format `"＞"0.00`. */
export function numberCell(printed: string): SheetCell | undefined {
  const { before = '', digits, after = '' } = figure.exec(printed)?.groups ?? {};
  if (digits === undefined) return undefined;
  const plain = digits.replaceAll(',', '');
  if (plain.replace(/\D/g, '').length > keptDigits) return undefined;
  const decimals = plain.split('.')[1]?.length ?? 0;
  const whole = digits === plain ? '0' : '#,##0';
  const body = whole + (decimals > 0 ? `.${'0'.repeat(decimals)}` : '');
  return {
    kind: 'number',
    value: Number(plain),
    format: literal(before) + body + literal(after),
  };
}

/** Text within a number format; the percent sign too, which would multiply by a hundred on its own. */
const literal = (words: string): string => (words === '' ? '' : `"${words}"`);

// ---------------------------------------------------------------- widths

const narrowest = 8;
/** Longer texts are broken into lines. */
const widest = 48;

function sheetOf(
  name: string,
  titles: readonly string[],
  rows: readonly Row[],
  notes: readonly string[] = [],
): Sheet {
  const columns = titles.map((title, index): SheetColumn => {
    const widths = rows.map((row) => widthOf(row[index]));
    // Behind the title stands the arrow of the filter.
    const wanted = Math.max(displayWidth(title) + 4, ...widths) + 2;
    return { title, width: Math.min(widest, Math.max(narrowest, wanted)) };
  });
  return { name, columns, rows, notes };
}

function widthOf(cell: SheetCell | undefined): number {
  if (!cell) return 0;
  return displayWidth(cell.kind === 'text' ? cell.text : String(cell.value) + cell.format);
}
