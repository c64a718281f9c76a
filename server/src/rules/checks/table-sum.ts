/** 合计 of a table that is not what its rows or columns add up to. */
import Fraction from 'fraction.js';
import type { PlanModel } from '../../model/model.ts';
import {
  formatDecimal,
  type PrintedDecimal,
  parseDecimal,
  powerOfTen,
} from '../../model/numbers.ts';
import type { TableColumn } from '../../model/types.ts';
import { parseUnit } from '../../model/units.ts';
import type { Line, Word } from '../../syntax/tree.ts';
import type { Finding, LineRule } from '../rule.ts';
import { replace } from '../text.ts';

const grandTotal =
  /^(?:.{0,8}(?:合\s*计|合\s*計|总\s*计|總\s*計)|共\s*计|共\s*計|(?:grand )?total|sum)$/i;
const subtotal = /^(?:.{0,8}(?:小\s*计|小\s*計)|subtotal)$/i;
const part = /^(?:其中|#|of which|including)/i;
/** What does not add up from row to row. */
const notAdditive =
  /率|占比|佔比|比重|比例|[%％‰]|均|单产|單產|单价|單價|亩产|畝產|密度|指数|指數|系数|系數|强度|強度|增长|增長|增速|增幅|增减|增減|同比|[比较較]上?年|排[名位]|位次|名次|年限|年份|序号|序號|编号|編號|价格|價格|温|溫|时间|時間|日期|电话|電話|邮编|郵編|代码|代碼|累计|累計|per |average|rate|share|growth|change|rank|price|year|no\.|code|phone/i;
const nothing = /^(?:|—|–|-|－|——|\/|／|…|无|無|n\/?a)$/i;
/** Longer tables are lists that nobody adds up. */
const mostRows = 200;
/** Where it is farther off, other things are meant. */
const farthestOff = new Fraction(3, 10);

/** How deep a row is numbered: 一、 (一) 1. (1); 0 where it is not. */
const levels = [
  /^[一二三四五六七八九十]+[、.．]?$|^[一二三四五六七八九十]+、/,
  /^[（(][一二三四五六七八九十]+[）)]/,
  /^\d{1,3}[.．、]|^\d{1,3}$/,
  /^[（(]\d{1,3}[）)]/,
];
const levelOf = (text: string): number => levels.findIndex((level) => level.test(text)) + 1;

interface Row {
  readonly line: Line;
  readonly cells: readonly Word[];
  readonly kind: 'sum' | 'subtotal' | 'part' | 'plain';
  readonly level: number;
}

/** A figure of a table; undefined where nothing stands, `false` where it is no mere number. */
function figureIn(cell: Word | undefined): PrintedDecimal | undefined | false {
  const text = cell?.text.trim() ?? '';
  if (nothing.test(text)) return undefined;
  return (
    (/^[-−+]?[\d,，]+(?:[.．]\d+)?$/.test(text) && parseDecimal(text.replace(/，/g, ','))) || false
  );
}

function rowOf(line: Line, nameAt: number): Row | undefined {
  if (line.statement.kind !== 'row' || line.statement.rule) return undefined;
  const { cells } = line.statement;
  // 合计 may stand in the column of numbers, where names have none.
  const words = cells.slice(0, nameAt + 1).map(({ text }) => text.trim());
  const name = words.findLast((text) => text !== '') ?? '';
  const kind = grandTotal.test(name)
    ? 'sum'
    : subtotal.test(name)
      ? 'subtotal'
      : part.test(name)
        ? 'part'
        : 'plain';
  const level = Math.max(...words.map(levelOf));
  return { line, cells, kind, level };
}

interface Sum {
  readonly value: Fraction;
  readonly slack: Fraction;
}

const zero = new Fraction(0);
const halfUnit = ({ decimals }: PrintedDecimal): Fraction => powerOfTen(-decimals).div(2);

function sumOf(figures: readonly PrintedDecimal[], isExact: boolean): Sum {
  return figures.reduce<Sum>(
    ({ value, slack }, figure) => ({
      value: value.add(figure.value),
      slack: isExact ? slack : slack.add(halfUnit(figure)),
    }),
    { value: zero, slack: zero },
  );
}

const agrees = ({ value, slack }: Sum, total: PrintedDecimal, isExact: boolean): boolean =>
  value
    .sub(total.value)
    .abs()
    .lte(isExact ? slack : slack.add(halfUnit(total)));

/** What a total may be the sum of: of the rows above it, or below it where it stands first. */
function groupsFor(rows: readonly Row[], at: number): Row[][] {
  const isTotal = (row: Row): boolean => row.kind === 'sum';
  const above = rows.slice(0, at);
  const stretch = above.some(({ kind }) => kind !== 'sum') ? above : rows.slice(at + 1);
  const since = stretch === above ? above.findLastIndex((row) => row.kind !== 'plain') + 1 : 0;
  const items = stretch.filter((row) => !isTotal(row));
  const groups: Row[][] = [];
  if (rows[at].kind === 'subtotal') groups.push(stretch.slice(since));
  else {
    const subtotals = items.filter(({ kind }) => kind === 'subtotal');
    const plain = items.filter(({ kind }) => kind === 'plain');
    groups.push(subtotals, plain, stretch === above ? above.slice(since) : []);
    const lastTotal = above.findLastIndex(isTotal) + 1;
    if (stretch === above)
      groups.push(above.slice(lastTotal).filter(({ kind }) => kind === 'plain'));
    for (const level of new Set(plain.map((row) => row.level)))
      groups.push(plain.filter((row) => row.level === level));
    // 五年合计 below a base year and five others.
    if (/五年/.test(rows[at].cells.map(({ text }) => text).join(''))) groups.push(plain.slice(-5));
  }
  return groups.filter((group) => group.length > 1);
}

/** Whether it is plain what is added up: rows of one kind, or of one depth below which there are others. */
function isPlain(rows: readonly Row[], at: number): boolean {
  const others = rows.filter((_, index) => index !== at);
  return (
    others.every(({ kind }) => kind === 'plain') &&
    new Set(others.map(({ level }) => level)).size === 1
  );
}

function isCounted(unit: string | undefined): boolean {
  return unit !== undefined && /^count/.test(parseUnit(unit)?.dimension ?? '');
}

function isAdditive(column: TableColumn, at: number, nameAt: number): boolean {
  if (at <= nameAt || notAdditive.test(column.title)) return false;
  if (column.kind === 'value' || column.kind === 'text') return true;
  return column.kind === 'figure' && (column.of === 'level' || column.of === 'increase');
}

const unitOf = (column: TableColumn): string | undefined =>
  column.kind === 'value' || column.kind === 'figure' ? column.unit : undefined;

/** The columns of a total, each with what its rows add up to where that is something else. */
function* columnSums(
  rows: readonly Row[],
  at: number,
  columns: readonly TableColumn[],
  nameAt: number,
): Generator<Finding> {
  const groups = groupsFor(rows, at);
  if (groups.length === 0) return;
  const wrong: { cell: Word; total: PrintedDecimal; sum: Fraction; title: string }[] = [];
  let right = 0;
  for (const [index, column] of columns.entries()) {
    const cell = rows[at].cells[index];
    const total = isAdditive(column, index, nameAt) && figureIn(cell);
    if (!total) continue;
    const isExact = isCounted(unitOf(column));
    const sums = groups.flatMap((group) => {
      const figures = group.map(({ cells }) => figureIn(cells[index]));
      if (figures.includes(false)) return [];
      const printed = figures.filter((figure) => figure !== undefined && figure !== false);
      return printed.length > 1 ? [{ ...sumOf(printed, isExact), printed }] : [];
    });
    if (sums.length === 0) continue;
    if (sums.some((sum) => agrees(sum, total, isExact))) {
      right += 1;
      continue;
    }
    const [{ value, printed }] = sums;
    // An average, or the largest: no sum at all.
    const isSum = printed.every((figure) => figure.value.lt(total.value));
    if (isSum && isNear(value, total.value))
      wrong.push({ cell, total, sum: value, title: column.title });
  }
  // Where nothing adds up, not everything stands in the table.
  if (wrong.length > 1 && right === 0) return;
  if (!isPlain(rows, at) && right === 0) return;
  for (const { cell, total, sum, title } of wrong)
    yield findingOf(rows[at].line, cell, total, sum, { zh: '各行', en: 'the rows' }, title);
}

const isNear = (sum: Fraction, total: Fraction): boolean =>
  sum.sub(total).abs().lte(total.abs().mul(farthestOff));

/** 合计 as the title of a column: what stands before it in each row, or behind it where it stands first. */
function* rowSums(
  rows: readonly Row[],
  columns: readonly TableColumn[],
  nameAt: number,
): Generator<Finding> {
  for (const [at, column] of columns.entries()) {
    if (at <= nameAt || !(grandTotal.test(column.title) || subtotal.test(column.title))) continue;
    const isAdded = (other: TableColumn, index: number): boolean =>
      index !== at &&
      isAdditive(other, index, nameAt) &&
      !grandTotal.test(other.title) &&
      unitOf(other) === unitOf(column);
    const last = columns.findLastIndex(
      (other, index) => index < at && grandTotal.test(other.title),
    );
    const before = [...columns.entries()].filter(
      ([index, other]) => index < at && index > last && isAdded(other, index),
    );
    const behind = [...columns.entries()].filter(
      ([index, other]) => index > at && isAdded(other, index),
    );
    const added = before.length > 0 ? before : behind;
    // 合计, 其中：男, 女, 60岁以上: what belongs to what is not to be seen.
    if (added.length < 2 || added.some(([, { title }]) => part.test(title))) continue;
    const isExact = isCounted(unitOf(column));
    const wrong: Finding[] = [];
    const below: Finding[] = [];
    let right = 0;
    for (const { line, cells, kind } of rows) {
      const total = figureIn(cells[at]);
      const figures = added.map(([index]) => figureIn(cells[index]));
      if (!total || figures.includes(false)) continue;
      const printed = figures.filter((figure) => figure !== undefined && figure !== false);
      if (printed.length < 2) continue;
      const sum = sumOf(printed, isExact);
      if (agrees(sum, total, isExact)) right += kind === 'plain' ? 1 : 0;
      else if (isNear(sum.value, total.value))
        (kind === 'plain' ? wrong : below).push(
          findingOf(
            line,
            cells[at],
            total,
            sum.value,
            { zh: '各列', en: 'the columns' },
            column.title,
          ),
        );
    }
    // A sum in the last row is wrong where one above it is.
    if (wrong.length === 0 && below.length === 1) yield* below;
    // One row alone proves nothing, unless its columns are the years that are summed.
    const isSure = right > 0 || (column.kind === 'figure' && column.total === true);
    if (isSure && wrong.length <= Math.max(1, right)) yield* wrong;
  }
}

function findingOf(
  line: Line,
  cell: Word,
  total: PrintedDecimal,
  sum: Fraction,
  what: { readonly zh: string; readonly en: string },
  title: string,
): Finding {
  const added = formatDecimal(sum, Math.max(total.decimals, 0));
  const place = { line, start: cell.start, end: cell.end };
  return {
    ...place,
    message: {
      zh: `${what.zh}相加是${added}，这里写的是${cell.text}${/^合|^总|^總|^小|^共|total/i.test(title) ? '' : `（${title}）`}。漏了一项，还是有一个数写错了？`,
      en: `${what.en === 'the rows' ? 'The rows' : 'The columns'} add up to ${added}, and here it says ${cell.text}. Is one missing, or one figure wrong?`,
    },
    fixes: [
      {
        ...replace(place, added, { zh: `改为“${added}”`, en: `Change to “${added}”` }),
        unsure: true,
      },
    ],
  };
}

/** The rows of a table that hold figures; none where it is no table to be added up. */
function rowsOf(
  table: Line,
  model: PlanModel,
): { rows: Row[]; columns: readonly TableColumn[]; nameAt: number } | undefined {
  const { columns, rows: lines } = model.tableFiguresOf(table);
  if (lines.length === 0 || lines.length > mostRows) return undefined;
  const nameAt = columns.findIndex(({ kind }) => kind === 'indicator');
  if (nameAt < 0) return undefined;
  const rows = lines.flatMap((line) => rowOf(line, nameAt) ?? []);
  const unitAt = columns.findIndex(({ kind }) => kind === 'unit');
  const units = new Set(
    rows.flatMap(({ cells, kind }) =>
      kind === 'plain' && unitAt >= 0 ? [cells[unitAt]?.text ?? ''] : [],
    ),
  );
  return units.size > 1
    ? { rows: rows.filter(({ kind }) => kind === 'plain'), columns, nameAt }
    : { rows, columns, nameAt };
}

const rule: LineRule = {
  name: 'table-sum',
  tier: 'warning',
  scope: 'line',
  kinds: ['table', 'row'],
  title: { zh: '表格的合计不对', en: 'The sum of a table' },
  description: {
    zh: '表格里的“合计”“小计”应当是各行（或各列）相加的数，四舍五入的出入不算。差得多的，要么漏了一行，要么有一个数写错了。占比、增速、人均一类不能相加的列不查；“全县”“全镇”不一定是表里各行之和，也不查。',
    en: 'A total in a table is what its rows or columns add up to, but for rounding. If it is not, a row is missing or a figure is wrong. Rates, growth and averages do not add up and are left alone.',
  },
  examples: {
    wrong: [
      '表 各村产量\n| 村 | 面积（亩） | 产量（吨） |\n| --- | --- | --- |\n| 东村 | 865 | 412 |\n| 西村 | 1240 | 589 |\n| 合计 | 2105 | ⟦1101⟧ |',
      '表 任务\n| 任务 | 单位 | 2026年 | 2027年 | 合计 |\n| --- | --- | --- | --- | --- |\n| 造林 | 亩 | 1500 | 1000 | ⟦2600⟧ |',
      '表 收入（单位：万元）\n| 科目 | 2024年决算数 | 2025年执行数 |\n| --- | --- | --- |\n| 一、税收收入 | 48620 | 50384 |\n| 其中：增值税 | 20140 | 21036 |\n| 二、非税收入 | 23410 | 23916 |\n| 收入合计 | 72030 | ⟦74800⟧ |',
    ],
    right: [
      '表 各村产量\n| 村 | 面积（亩） | 单产（公斤） | 增长（%） |\n| --- | --- | --- | --- |\n| 东村 | 865 | 476 | 2.1 |\n| 西村 | 1240 | 475 | 3.4 |\n| 合计 | 2105 | 475 | 2.9 |',
      '表 人口\n| 村 | 合计 | 其中：男 | 女 | 60岁以上 |\n| --- | --- | --- | --- | --- |\n| 东村 | 1200 | 620 | 580 | 310 |',
      '表 各镇收入\n| 镇 | 收入（万元） |\n| --- | --- |\n| 甲镇 | 1260 |\n| 乙镇 | 2185 |\n| 全县 | 18640 |',
      '表 项目（单位：亿元）\n| 序号 | 项目名称 | 总投资 |\n| --- | --- | --- |\n| | 总计 | 38.6 |\n| 一 | 产业类 | 27.4 |\n| 1 | 材料基地 | 18.9 |\n| 2 | 冷链中心 | 8.5 |\n| 二 | 基础设施类 | 11.2 |\n| 3 | 道路 | 7.6 |\n| 4 | 水厂 | 3.6 |',
    ],
  },
  check(line, model, report) {
    // A table is looked at once, from where it begins.
    if (line.kind === 'row' && line.owner !== line) return;
    const table = rowsOf(line, model);
    if (!table) return;
    const { rows, columns, nameAt } = table;
    for (const [at, { kind }] of rows.entries())
      if (kind === 'sum' || kind === 'subtotal')
        for (const finding of columnSums(rows, at, columns, nameAt)) report(finding);
    for (const finding of rowSums(rows, columns, nameAt)) report(finding);
  },
};

export default rule;
