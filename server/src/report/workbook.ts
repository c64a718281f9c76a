/**
 * A document as the sheets of a workbook: its indicators by year, its targets, its measures and how far
 * they were met. Plain data; `xlsx/` makes the file.
 */
import { periodText } from '../model/periods.ts';
import { displayWidth } from './display-width.ts';
import { changeOf, levelOf } from './figures.ts';
import { indicatorTable, nothing, type TableScope } from './indicator-tables.ts';
import { keywordText } from './script.ts';
import { sectionTitles, statedFigures } from './stated-figures.ts';
import { printable } from './text.ts';
import type { Column, Inlines, MeasureBlock, MeasureFieldId, Report } from './tree.ts';
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

/** Sheets that have something to show; that of the indicators is always there. */
export function workbookOf(report: Report): readonly Sheet[] {
  return [
    indicators(report, 'indicators', { definitions: true, evaluates: false }),
    targets(report),
    measures(report),
    evaluation(report),
  ].filter((sheet) => sheet !== undefined);
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
  return (
    (figureColumns.has(kind) && !isOpen(cell) && numberCell(plainText(cell))) || textCell(cell)
  );
}

// ---------------------------------------------------------------- targets

function targets(report: Report): Sheet | undefined {
  const { script } = report;
  const words = wordsOf(script);
  const { figures } = words;
  const rows = statedFigures(report)
    .filter(({ claim }) => claim.role === 'target')
    .map(({ claim, name, section }): Row => {
      const { period } = claim;
      const level = levelOf(claim, claim.unit, script, 'exact');
      const change = changeOf(claim);
      return [
        text(section),
        text(name),
        text(period ? periodText(period, script === 'en' ? 'en' : 'zh') : ''),
        text(claim.commitment ?? ''),
        level && ((!isOpen(level) && numberCell(plainText(level))) || textCell(level)),
        level && text(claim.unit),
        change && textCell(change),
        text(claim.line.text.trim()),
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

/** Signs that stand around a figure without changing what it is. */
const figure =
  /^(?<before>[〔[]?(?:[＞＜><≥≤近第]|about |over |nearly |No\. )?)(?<digits>-?\d[\d,]*(?:\.\d+)?)(?<after>(?:%|余|左右|位)?\*?[〕\]]?)$/;

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
