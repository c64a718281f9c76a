/** The tables of a document: what their head rows and captions say of the rows below. */

import type { PlanTree, TreeChange } from '../syntax/document.ts';
import type { Line, RowStatement } from '../syntax/tree.ts';
import type { PeriodScope } from './periods.ts';
import { captionOf, columnsOf, headRowsOf, type TableCaption } from './tables.ts';
import type { TableColumn, TableFacts } from './types.ts';

/** What the first rows of a table say of the others. */
export interface TableHead {
  readonly rows: readonly Line[];
  readonly columns: readonly TableColumn[];
  readonly caption: TableCaption;
}

/** What is told in a table, below its head. */
export interface TableFigures {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly Line[];
}

/** How far above its first row a table's caption may begin. */
const linesOfCaption = 4;

/** The scope that questions are asked with is what years in head rows and captions are relative to. */
export class DocumentTables {
  readonly #tree: PlanTree;
  readonly #heads = new Map<Line, TableHead>();
  /** Lines above tables without a title, which may say what these are of. */
  readonly #captions = new Map<Line, Line>();

  constructor(tree: PlanTree) {
    this.#tree = tree;
  }

  /** Everything is to be read again. */
  clear(): void {
    this.#heads.clear();
    this.#captions.clear();
  }

  all(scope: PeriodScope): readonly TableFacts[] {
    const tables: TableFacts[] = [];
    for (const line of this.#tree.lines) {
      const table = line.kind === 'table' ? this.of(line, scope) : undefined;
      if (table) tables.push(table);
    }
    return tables;
  }

  /** Whether a row says what the columns of its table are. */
  isHead(line: Line, scope: PeriodScope): boolean {
    return (
      line.kind === 'row' &&
      line.owner !== undefined &&
      this.head(line.owner, scope).rows.includes(line)
    );
  }

  of(line: Line, scope: PeriodScope): TableFacts | undefined {
    const table = line.kind === 'table' ? line : line.kind === 'row' ? line.owner : undefined;
    if (table?.statement.kind !== 'table') return undefined;
    const rows = this.rowsOf(table);
    const { rows: heads, columns } = this.head(table, scope);
    const [header] = heads;
    const last = rows[rows.length - 1] ?? table;
    const notes: Line[] = [];
    for (let index = this.#tree.lines.indexOf(last) + 1; index < this.#tree.lines.length; index++) {
      const below = this.#tree.lines.at(index);
      if (below.kind === 'note') notes.push(below);
      else if (below.kind !== 'comment' && below.kind !== 'blank') break;
    }
    return {
      line: table,
      title: table.statement.title?.text ?? '',
      rows,
      ...(header ? { header } : {}),
      columns,
      notes,
    };
  }

  /** The rows and columns of a table, with or without a title. */
  figuresOf(table: Line, scope: PeriodScope): TableFigures {
    const { rows: heads, columns } = this.head(table, scope);
    return { columns, rows: this.rowsOf(table).filter((row) => !heads.includes(row)) };
  }

  rowsOf(table: Line): Line[] {
    const { lines } = this.#tree;
    // A table without a title begins with its first row.
    const found: Line[] = table.kind === 'row' ? [table] : [];
    for (let index = lines.indexOf(table) + 1; index < lines.length; index++) {
      const line = lines.at(index);
      if (line.owner === table && line.kind === 'row') found.push(line);
      else if (line.after.table !== table) break;
    }
    return found;
  }

  head(table: Line, scope: PeriodScope): TableHead {
    let head = this.#heads.get(table);
    if (!head) {
      const rows = headRowsOf(this.rowsOf(table));
      const [first, second] = rows.map(({ statement }) => statement as RowStatement);
      const caption = captionOf(this.#captionLines(table), scope);
      const columns = first ? columnsOf(first, scope, caption, second) : [];
      head = { rows, columns, caption };
      this.#heads.set(table, head);
    }
    return head;
  }

  /** The title of a table, or what stands above rows that have none, the nearest first. */
  #captionLines(table: Line): string[] {
    if (table.statement.kind === 'table') return [table.statement.title?.text ?? ''];
    const { lines } = this.#tree;
    const texts: string[] = [];
    const index = lines.indexOf(table);
    for (let at = index - 1; at >= Math.max(0, index - linesOfCaption); at--) {
      const line = lines.at(at);
      if (line.kind === 'row') break;
      this.#captions.set(line, table);
      if (line.kind !== 'blank') texts.push(line.text);
      if (line.kind === 'heading') break;
    }
    return texts;
  }

  /** Tables without a title below lines that came or went, which may be their captions. */
  *below(change: TreeChange): Iterable<Line> {
    const { lines } = this.#tree;
    for (const line of [...change.removed, ...change.replaced]) {
      const table = this.#captions.get(line);
      if (table && lines.has(table)) yield table;
    }
    for (const line of change.removed) this.#captions.delete(line);
    for (const line of [...change.added, ...change.replaced]) {
      const index = lines.indexOf(line) + 1;
      for (let at = index; at < Math.min(lines.length, index + linesOfCaption); at++) {
        const below = lines.at(at);
        if (below.kind !== 'row') continue;
        if (below.owner === below) yield below;
        break;
      }
    }
  }

  /** The rows below a table’s head, where it says something else of them than before. */
  rowsUnderChangedHead(table: Line, scope: PeriodScope): readonly Line[] {
    const before = this.#heads.get(table);
    this.#heads.delete(table);
    return sameHead(before, this.head(table, scope)) ? [] : this.rowsOf(table);
  }
}

function sameHead(a: TableHead | undefined, b: TableHead): boolean {
  return (
    a !== undefined &&
    a.rows.length === b.rows.length &&
    a.rows.every((row, index) => row === b.rows[index]) &&
    JSON.stringify([a.columns, a.caption]) === JSON.stringify([b.columns, b.caption])
  );
}
