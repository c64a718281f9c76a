/** Tables: inside the text block, heads repeated on every page, no row torn in two. */
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { displayWidth } from '../display-width.ts';
import {
  type Column,
  type Inlines,
  plainText,
  type Script,
  spanAt,
  type TableBlock,
  type TableNote,
} from '../tree.ts';
import { textWidth } from './page.ts';
import { runsOf, textRun } from './runs.ts';
import { styleIds } from './styles.ts';
import { cellMargin, measuresOf } from './widths.ts';

/** Half a point, black. */
const rule = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

export function tableOf(block: TableBlock, script: Script): (Paragraph | Table)[] {
  const { title, notes } = block;
  const above =
    title.length > 0
      ? [new Paragraph({ style: styleIds.tableTitle, children: runsOf(title, script) })]
      : [];
  const below = paragraphsOf(notes).map(
    (together) =>
      new Paragraph({
        style: styleIds.tableNote,
        children: together.flatMap(({ label, inlines }) => [
          textRun(label, script),
          ...runsOf(inlines, script),
        ]),
      }),
  );
  // Without a paragraph between them Word makes one table of two.
  const gap = new Paragraph({ style: styleIds.tableNote });
  return [...above, gridOf(block, script), ...(below.length > 0 ? below : [gap])];
}

function paragraphsOf(notes: readonly TableNote[]): TableNote[][] {
  const paragraphs: TableNote[][] = [];
  for (const note of notes) {
    if (note.continues) paragraphs[paragraphs.length - 1]?.push(note);
    else paragraphs.push([note]);
  }
  return paragraphs;
}

function gridOf(block: TableBlock, script: Script): Table {
  const { columns, rows, hasHeader } = block;
  const measures = measuresOf(block, textWidth);
  const cell = (column: number, style: string, children: ParagraphChild[], rowSpan = 1) =>
    new TableCell({
      width: { size: measures.columns[column], type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      rowSpan,
      children: [new Paragraph({ style, children })],
    });
  const size = measures.size;
  const styles = columns.map((column, index) => cellStyle(block, column, index));
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ title }, index) =>
      cell(index, styleIds.tableHead, [textRun(title, script, { size })]),
    ),
  });
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: measures.columns,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: cellMargin, right: cellMargin, top: 30, bottom: 30 },
    borders: {
      top: rule,
      bottom: rule,
      left: rule,
      right: rule,
      insideHorizontal: rule,
      insideVertical: rule,
    },
    rows: [
      ...(hasHeader ? [head] : []),
      ...rows.map(
        (row, rowIndex) =>
          new TableRow({
            cantSplit: true,
            children: row.cells.flatMap((inlines: Inlines, index) => {
              const column = columns[index];
              const span = column.kind === 'category' ? spanAt(block, rowIndex, index) : 1;
              if (span === 0) return [];
              const style = styles[index];
              return [cell(index, style, runsOf(inlines, script, { size }), span)];
            }),
          }),
      ),
    ],
  });
}

/** Names and sentences begin at the left, figures and single words stand in the middle. */
function cellStyle({ rows }: TableBlock, { kind }: Column, index: number): string {
  const isShort = () =>
    rows.every(({ cells }) => displayWidth(plainText(cells[index])) <= shortCell);
  const isText = kind === 'indicator' || (kind === 'text' && !isShort());
  return isText ? styleIds.tableText : styleIds.tableFigure;
}

/** In halves of a character. */
const shortCell = 8;
