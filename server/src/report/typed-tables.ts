/** Tables with the rows that the writer gave. */
import type { TableFacts } from '../model/types.ts';
import type { Line } from '../syntax/tree.ts';
import { inlinesOfText } from './inlines.ts';
import { printable } from './text.ts';
import type { Column, Script, TableBlock, TableRow } from './tree.ts';

/** What every table has, whoever gave its rows. */
export type TableContent = Pick<TableBlock, 'columns' | 'hasHeader' | 'rows' | 'generated'>;

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
      kind: known?.kind === 'figure' ? 'value' : (known?.kind ?? 'text'),
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
