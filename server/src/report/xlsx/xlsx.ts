/**
 * A workbook for Excel and its like. In a bundle of its own: the library is large, and few sessions
 * make one.
 */
import { unzipSync } from 'fflate';
import writeWorkbook, { type CellObject, type Feature } from 'write-excel-file/universal';
import { archiveOf } from '../archive.ts';
import type { Script } from '../tree.ts';
import type { Sheet, SheetCell } from '../workbook.ts';

export async function xlsxOf(sheets: readonly Sheet[], script: Script): Promise<Uint8Array> {
  const made = sheets.map((sheet) => ({
    sheet: sheet.name,
    data: [
      sheet.columns.map(({ title }) => ({ value: inert(title), type: String, ...head })),
      ...sheet.rows.map((row) => row.map(cellOf)),
      ...sheet.notes.map((note) => [{ value: inert(note), type: String }]),
    ],
    columns: sheet.columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  }));
  const features = [filtersOf(sheets)];
  const blob = await writeWorkbook(made, {
    fontFamily: typeface[script],
    fontSize: 11,
    features,
  }).toBlob();
  // Packed again, without the time of day.
  return archiveOf(unzipSync(new Uint8Array(await blob.arrayBuffer())));
}

const typeface: Readonly<Record<Script, string>> = {
  hans: '宋体',
  hant: '新細明體',
  en: 'Calibri',
};

const head = {
  fontWeight: 'bold',
  align: 'center',
  alignVertical: 'center',
  backgroundColor: '#E7EBF0',
  bottomBorderStyle: 'thin',
  wrap: true,
} as const;

const body = { alignVertical: 'top', wrap: true } as const;

function cellOf(cell: SheetCell | undefined): CellObject | null {
  if (!cell) return null;
  if (cell.kind === 'number') {
    return { value: cell.value, type: Number, format: cell.format, alignVertical: 'top' };
  }
  return {
    value: inert(cell.text),
    type: String,
    // A text stays one when somebody edits the cell, whatever it begins with.
    format: '@',
    ...body,
    ...(cell.open ? { backgroundColor: '#FFF2A8' } : {}),
  };
}

/**
 * The text as the file has to write it: `_x0041_` would be read as a character's number, and names that
 * every object of JavaScript has confuse the library's list of texts, unless a space stands behind them.
 */
function inert(text: string): string {
  const told = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return told in {} ? `${told} ` : told;
}

/** Buttons to filter and sort by, over the rows but not the notes below them. */
function filtersOf(sheets: readonly Sheet[]): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          insert: (_, { sheetIndex }) => {
            const { columns, rows } = sheets[sheetIndex];
            return `<autoFilter ref="A1:${columnName(columns.length)}${rows.length + 1}"/>`;
          },
        },
      },
    },
  };
}

/** 1 is A, 27 is AA. */
function columnName(number: number): string {
  const rest = Math.floor((number - 1) / 26);
  const letter = String.fromCharCode(65 + ((number - 1) % 26));
  return rest > 0 ? columnName(rest) + letter : letter;
}
