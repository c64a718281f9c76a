/** What the columns of an indicator table are, from its header row. */
import type { Line, RowStatement, Word } from '../syntax/tree.ts';
import { type PeriodScope, periodIn, resolvePeriod } from './periods.ts';
import type { TableColumn } from './types.ts';

/** The first row that is not a rule. */
export function headerRowOf(rows: readonly Line[]): Line | undefined {
  return rows.find((row) => row.statement.kind === 'row' && !row.statement.rule);
}

const titles: readonly (readonly [Exclude<TableColumn['kind'], 'value'>, RegExp])[] = [
  [
    'indicator',
    /^(?:指标|指標|项目|項目|指标名称|指標名稱|名称|名稱|indicator|name)s?(?:$|[（( ])/i,
  ],
  ['category', /^(?:类别|類別|分类|分類|领域|領域|category)$/i],
  ['unit', /^(?:单位|單位|计量单位|計量單位|unit)$/i],
  ['binding', /^(?:属性|屬性|指标属性|指標屬性|binding|nature|type)$/i],
  ['average', /年均|累计|累計|average|cumulative/i],
];

/** One column per cell of the header row. Without an indicator column the first text column is it. */
export function columnsOf(header: RowStatement, scope: PeriodScope): readonly TableColumn[] {
  const columns: TableColumn[] = header.cells.map(({ text }) => {
    for (const [kind, pattern] of titles) if (pattern.test(text)) return { kind, title: text };
    const item = periodIn(text);
    const period = item && resolvePeriod(item.period, scope);
    return item && period
      ? { kind: 'value', title: text, period, form: item.period }
      : { kind: 'text', title: text };
  });
  if (!columns.some(({ kind }) => kind === 'indicator')) {
    const first = columns.findIndex(({ kind }) => kind === 'text');
    if (first >= 0) columns[first] = { kind: 'indicator', title: columns[first].title };
  }
  return columns;
}

/** Whose row it is: the indicator's name without its number, and its unit. */
export function rowSubject(
  row: RowStatement,
  columns: readonly TableColumn[],
): { name: Word; unit?: Word } | undefined {
  const cell = row.cells[columns.findIndex(({ kind }) => kind === 'indicator')];
  if (!cell || cell.text === '') return undefined;
  const numbered =
    /^(?:\d{1,3}[.．、]\s*|[（(]\d{1,3}[）)]\s*|#+\s*)/.exec(cell.text)?.[0].length ?? 0;
  const found = /^(.*?)\s*[（(]([^（）()]*)[）)]$/s.exec(cell.text.slice(numbered));
  const text = found ? found[1] : cell.text.slice(numbered).trim();
  if (text === '') return undefined;
  const start = cell.start + numbered;
  const name = { start, end: start + text.length, text };
  const unitCell = row.cells[columns.findIndex(({ kind }) => kind === 'unit')];
  const unit = found
    ? { start: cell.end - 1 - found[2].length, end: cell.end - 1, text: found[2].trim() }
    : unitCell?.text
      ? unitCell
      : undefined;
  return { name, ...(unit ? { unit } : {}) };
}
