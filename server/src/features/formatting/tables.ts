/** Rows of a table with their bars under each other. */

import type { LineList } from '../../syntax/lines.ts';
import type { Line, RowStatement } from '../../syntax/tree.ts';
import { sameItems } from '../kept.ts';
import { displayWidth } from './display-width.ts';

type Side = 'left' | 'right' | 'middle';

/** `---`, `--:`, `:--:`: a rule is recognised from two dashes on, and is usually written with three signs at least. */
const narrowestRules: Readonly<Record<Side, number>> = { left: 3, right: 3, middle: 4 };

interface AlignedTable {
  readonly rows: readonly Line[];
  readonly texts: readonly string[];
}

/** By its first row. A row that was changed is another line. */
const known = new WeakMap<Line, AlignedTable>();

/** The text of each row, aligned with the others. No cell comes, goes or changes. */
export function alignedTable(rows: readonly Line[]): readonly string[] {
  const before = known.get(rows[0]);
  if (before && sameItems(before.rows, rows)) return before.texts;
  const texts = aligned(rows.map(({ statement }) => statement as RowStatement));
  known.set(rows[0], { rows, texts });
  return texts;
}

/** Rows that are not in the document yet, by the texts of their cells. */
export function alignedTexts(rows: readonly (readonly string[])[]): readonly string[] {
  const place = { start: 0, end: 0 };
  return aligned(
    rows.map((texts) => ({
      cells: texts.map((text) => ({ ...place, text })),
      rule: texts.every((text) => text === '---'),
    })),
  );
}

function aligned(statements: readonly Pick<RowStatement, 'cells' | 'rule'>[]): readonly string[] {
  const rule = statements.find((row) => row.rule);
  const sides = rule?.cells.map(({ text }) => sideOf(text)) ?? [];
  const widths: number[] = [];
  for (const row of statements) {
    row.cells.forEach(({ text }, column) => {
      const width = row.rule ? narrowestRules[sideOf(text)] : displayWidth(text);
      widths[column] = Math.max(widths[column] ?? 1, width);
    });
  }
  return statements.map(({ cells, rule: isRule }) => {
    if (cells.length === 0) return '|';
    const padded = cells.map(({ text }, column) =>
      isRule
        ? ruleCell(sideOf(text), widths[column])
        : pad(text, widths[column], sides[column] ?? 'left'),
    );
    return `| ${padded.join(' | ')} |`;
  });
}

function sideOf(rule: string): Side {
  if (!rule.endsWith(':')) return 'left';
  return rule.startsWith(':') ? 'middle' : 'right';
}

function ruleCell(side: Side, width: number): string {
  if (side === 'left') return '-'.repeat(width);
  return side === 'right' ? `${'-'.repeat(width - 1)}:` : `:${'-'.repeat(width - 2)}:`;
}

function pad(text: string, width: number, side: Side): string {
  const missing = width - displayWidth(text);
  const before = side === 'left' ? 0 : side === 'right' ? missing : Math.floor(missing / 2);
  return ' '.repeat(before) + text + ' '.repeat(missing - before);
}

/** All rows of the table that the row belongs to, in order; comments and blank lines may stand between them. */
export function rowsOfTable(row: Line, lines: LineList): Line[] {
  const index = lines.indexOf(row);
  let first = index;
  while (first > 0 && belongs(lines.at(first - 1), row)) first--;
  const rows: Line[] = [];
  for (let at = first; at < lines.length && belongs(lines.at(at), row); at++) {
    if (lines.at(at).kind === 'row') rows.push(lines.at(at));
  }
  return rows;
}

function belongs(line: Line, row: Line): boolean {
  if (line.kind === 'row') return line.owner === row.owner;
  return row.owner !== undefined && line.after.table === row.owner && line !== row.owner;
}
