/**
 * A workbook for Excel and its like. In a bundle of its own: the library is large, and few sessions
 * make one.
 */
import { unzipSync } from 'fflate';
import writeWorkbook, { type CellObject, type Feature } from 'write-excel-file/universal';
import { archiveOf } from '../archive.ts';
import { displayWidth } from '../display-width.ts';
import type { Script } from '../tree.ts';
import type { Sheet, SheetCell, SheetColumn } from '../workbook.ts';

export async function xlsxOf(sheets: readonly Sheet[], script: Script): Promise<Uint8Array> {
  const made = sheets.map((sheet) => ({
    sheet: sheet.name,
    data: [
      sheet.columns.map(({ title }) => ({ value: inert(title), type: String, ...head })),
      ...sheet.rows.map((row) => {
        const height =
          lineHeight * Math.max(1, ...row.map((cell, at) => linesOf(cell, sheet.columns[at])));
        return row.map((cell) => cellOf(cell, height));
      }),
      ...sheet.notes.map((note) => [{ value: inert(note), type: String }]),
    ],
    columns: sheet.columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  }));
  const features = [sheetFeatures(sheets)];
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

/** In points. */
const lineHeight = 16;

/** How many lines a text takes in its column: not every program finds the height of a row itself. */
function linesOf(cell: SheetCell | undefined, { width }: SheetColumn): number {
  return cell?.kind === 'text' ? Math.ceil(displayWidth(cell.text) / (width - 1)) : 1;
}

function cellOf(cell: SheetCell | undefined, height: number): CellObject | null {
  if (!cell) return null;
  if (cell.kind === 'number') {
    return {
      value: cell.value,
      type: Number,
      format: cell.format,
      alignVertical: 'center',
      height,
    };
  }
  return {
    value: inert(cell.text),
    type: String,
    // A text stays one when somebody edits the cell, whatever it begins with.
    format: '@',
    alignVertical: 'center',
    wrap: true,
    height,
    ...(cell.isFigure ? { align: 'right' as const } : {}),
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

/**
 * What the library has no option for: buttons to filter and sort by, over the rows but not the notes
 * below them, and pages that are as wide as the sheet. In the order of ECMA-376-1, 18.3.1.99, without
 * which Excel takes the file for a damaged one.
 */
function sheetFeatures(sheets: readonly Sheet[]): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/styles.xml': {
          transform: (xml) =>
            xml.replace(/(?<=<font>).*?(?=<\/font>)/g, (facts) =>
              fontFacts.flatMap((fact) => facts.match(fact) ?? []).join(''),
            ),
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) => {
            const { columns, rows } = sheets[sheetIndex];
            const filtered = `A1:${columnName(columns.length)}${rows.length + 1}`;
            return xml
              .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>$&')
              .replace('</sheetData>', `$&<autoFilter ref="${filtered}"/>`)
              .replace('<pageSetup ', '$&fitToHeight="0" ');
          },
        },
      },
    },
  };
}

/** In the order of ECMA-376-1, 18.8.22. */
const fontFacts = [/<b\/>/, /<sz [^>]*>/, /<color [^>]*>/, /<name [^>]*>/, /<family [^>]*>/];

/** 1 is A, 27 is AA. */
function columnName(number: number): string {
  const rest = Math.floor((number - 1) / 26);
  const letter = String.fromCharCode(65 + ((number - 1) % 26));
  return rest > 0 ? columnName(rest) + letter : letter;
}
