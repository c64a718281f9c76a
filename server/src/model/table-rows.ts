/** What the cells of a table's row say: of which indicator, in which period, and as what kind of figure. */
import { parseClaims } from '../syntax/parser.ts';
import type { Line, RowStatement } from '../syntax/tree.ts';
import { assembleClaims } from './claims.ts';
import { baselineOf, type PeriodScope, periodIn, resolvePeriod, year } from './periods.ts';
import type { OwnPlaces } from './places.ts';
import { rowSubject, type TableCaption, tellsOfOthers } from './tables.ts';
import type { Claim, FigureColumn, Period, Role, TableColumn } from './types.ts';
import { isRate, parseUnit } from './units.ts';

/** What surrounds a row. */
export interface RowContext {
  readonly line: Line;
  readonly columns: readonly TableColumn[];
  readonly caption: TableCaption;
  readonly scope: PeriodScope;
  readonly places: OwnPlaces;
  /** The years that averages and totals are of. */
  readonly plan?: Period;
  /** The year of figures whose column and caption name none. */
  readonly usual?: Period;
  readonly roleAt: (period: Period | undefined) => Role;
}

/** Sums and remainders are of their own table; by that name nobody speaks of them elsewhere. */
const sumOrRest =
  /^(?:合计|合計|小计|小計|总计|總計|共计|其他|其它|其中|total|subtotal|sum|others?)$/i;
/** Tables whose rows are years, quarters or months. */
const timesInRows =
  /^(?:年份|年度|季度|月份|时间|時間|时期|時期|years?|quarters?|months?|period)$/i;
const sumOfYears =
  /^(?:[三五]年|规划期|規劃期)?(?:内|內)?(?:合计|合計|小计|小計|总计|總計|共计|共計|累计|累計|total|sum)$/i;
const averageOfYears = /^(?:[三五]?年)?(?:平均|均)|^average/i;
/** Rows whose figures are of all: 全县 in a table of towns. */
const ofAll = /^(?:合计|合計|总计|總計|全[县縣市区區镇鎮乡鄉省州国國街村]|total|all)$/i;
const rateName = /(?:率|比重|比例|占比|指数|系数)$/;

/** The claims of one row. */
export function rowClaims(row: RowStatement, context: RowContext): Claim[] {
  const { columns, scope, caption } = context;
  const subject = rowSubject(row, columns);
  if (!subject) return [];
  const first = columns.find(({ kind }) => kind === 'indicator');
  const isNamed = columns.some((column) => column.kind === 'figure' && column.name !== undefined);
  // Rows are towns, and the caption says what is told of each.
  const shared = isNamed || !tellsOfOthers(columns) ? undefined : (caption.name ?? '');
  if (shared === '') return [];
  const isOfOthers = isNamed || shared !== undefined;
  // The sum of all projects is none of the towns' kind, which is 全县.
  const tellsOfRows = !tellsOfOthers(columns);
  if (tellsOfRows && sumOrRest.test(subject.name.text)) return [];
  const item = isOfOthers ? periodIn(subject.name.text) : undefined;
  const ofYears = !tellsOfRows && timesInRows.test(first?.title ?? '');
  // Below the years stands their sum; of which years, the caption or the plan has to say.
  const isSum = ofYears && sumOfYears.test(subject.name.text);
  const when = isSum
    ? (caption.years ?? context.plan)
    : item && resolvePeriod(item.period, { ...scope, ...yearOf(context) });
  if (isSum && !when?.span) return [];
  if (ofYears && averageOfYears.test(subject.name.text)) return [];
  const claims: Claim[] = [];
  let level: string | undefined;
  for (const [index, column] of columns.entries()) {
    const isLevel = column.kind === 'value' || (column.kind === 'figure' && column.of === 'level');
    if (isLevel) level = column.title;
    const cell = row.cells[index];
    if (!cell || cell.text === '' || column === first) continue;
    if (column.kind !== 'value' && column.kind !== 'average' && column.kind !== 'figure') continue;
    const place = item || isSum || ofAll.test(subject.name.text) ? '' : subject.name.text;
    const named = column.kind === 'figure' && column.name ? column.name : shared;
    // Beside what is spent on a project, 年度目标 is a column of words.
    if (isOfOthers && named === undefined && (!tellsOfRows || isWithoutUnit(column))) continue;
    const period = when ?? periodOf(column, context);
    const unit = subject.unit?.text ?? unitOf(column, subject.name.text);
    const indicator = named === undefined ? subject.name.text : place + named;
    const { claims: read } = assembleClaims(parseClaims(cell.text), {
      line: context.line,
      offset: cell.start,
      indicator,
      key: context.places.fold(indicator),
      nameSpan: named === undefined ? subject.name : undefined,
      role: roleTold(column, level) ?? context.roleAt(period),
      origin: 'table',
      scope,
      places: context.places,
      period,
      unit,
    });
    for (const claim of read) {
      const told = asTold(claim, column, subject.unit?.text, context);
      claims.push(isSum && told.value !== undefined ? { ...told, total: true } : told);
    }
  }
  return claims;
}

const isWithoutUnit = (column: TableColumn): boolean =>
  column.kind === 'figure' && column.of === 'level' && !column.unit;

function yearOf({ caption, usual }: RowContext): { year?: number } {
  const own = caption.period ?? usual;
  return own ? { year: own.to } : {};
}

function periodOf(column: TableColumn, { plan, usual, scope }: RowContext): Period | undefined {
  if (column.kind === 'average') return plan;
  if (column.kind === 'value') return column.period;
  if (column.kind !== 'figure') return undefined;
  if (column.form && usual && !usual.part)
    return resolvePeriod(column.form, { ...scope, year: usual.to });
  if (column.period || !usual) return column.period;
  return column.back ? year(usual.to - 1) : usual;
}

/** The unit of the figures in a column, where the row names none; 单位：万元 is not that of a rate. */
function unitOf(column: TableColumn, name: string): string | undefined {
  if (column.kind === 'value' || (column.kind === 'figure' && column.of === 'level'))
    return rateName.test(name) ? undefined : column.unit;
  return undefined;
}

function asTold(
  claim: Claim,
  column: TableColumn,
  rowUnit: string | undefined,
  { plan, scope, usual }: RowContext,
): Claim {
  if (column.kind === 'average')
    return plan ? averageCell(claim, column.title, rowUnit, plan, baselineOf(scope)) : claim;
  if (claim.qualitative !== undefined) return claim;
  if (column.kind === 'value' || (column.kind === 'figure' && column.of === 'level'))
    return column.period?.span && !isRateUnit(claim.unit) && claim.value !== undefined
      ? { ...claim, total: true }
      : claim;
  if (column.kind !== 'figure') return claim;
  switch (column.of) {
    case 'growth':
    case 'increase': {
      const from = column.base ?? (column.period || !usual ? undefined : year(usual.to - 1));
      return changeCell(claim, column, rowUnit, from);
    }
    case 'rank':
      return claim.change ? claim : { ...claim, unit: '位', rank: true };
    default: {
      const isPercent = claim.unitStart === claim.unitEnd;
      return { ...claim, [column.of]: true, ...(isPercent ? { unit: column.unit ?? '%' } : {}) };
    }
  }
}

function isRateUnit(text: string | undefined): boolean {
  const unit = text === undefined ? undefined : parseUnit(text);
  return unit !== undefined && isRate(unit);
}

/** 5.4 below 比上年增长（%）; of a rate it is so many points. */
function changeCell(
  claim: Claim,
  column: FigureColumn,
  rowUnit: string | undefined,
  base: Period | undefined,
): Claim {
  const { value } = claim;
  if (claim.change || value === undefined) return claim;
  const printed = claim.unitStart < claim.unitEnd ? claim.unit : (column.unit ?? '');
  const isPoints = isRateUnit(rowUnit) || /百分点|百分點|point/i.test(printed);
  if (column.of === 'increase' && !isPoints)
    return asChange(claim, 'absolute', printed || (rowUnit ?? ''), base);
  return isPoints
    ? asChange(claim, 'points', '个百分点', base)
    : asChange(claim, 'percent', '%', base);
}

/** The claim's figure as a change instead of a level. */
function asChange(
  claim: Claim,
  kind: 'percent' | 'absolute' | 'points',
  unit: string,
  base: Period | undefined,
): Claim {
  const {
    value,
    comparator,
    hedge,
    numberStart,
    numberEnd,
    unitStart: _,
    unitEnd: __,
    ...rest
  } = claim;
  const { start, end } = claim;
  return {
    ...rest,
    numberStart: start,
    numberEnd: start,
    unitStart: end,
    unitEnd: end,
    unit: '',
    ...(base ? { basePeriod: base } : {}),
    change: {
      start,
      end,
      kind,
      value,
      unit,
      ...(comparator && comparator !== '=' ? { comparator } : {}),
      ...(hedge ? { hedge } : {}),
      numberStart,
      numberEnd,
    },
  };
}

/**
 * A figure in the 年均/累计 column: 〔13.5〕 is a total, anything else a yearly average. Where it prints no
 * unit, or a rate where the row names another, and the indicator is not a rate itself, it is the rate at which the
 * indicator grows.
 */
function averageCell(
  claim: Claim,
  title: string,
  rowUnit: string | undefined,
  { from, to }: Period,
  base: Period | undefined,
): Claim {
  if (claim.total || claim.qualitative !== undefined) return claim;
  const isPrinted = claim.unitStart < claim.unitEnd;
  const tellsGrowth =
    /^[%％]$/.test(claim.unit) &&
    (/增|成長|growth/i.test(title) || (rowUnit !== undefined && !isRateUnit(rowUnit)));
  const isGrowth =
    claim.value !== undefined &&
    (isPrinted ? tellsGrowth && !isRateUnit(rowUnit) : !/^[%％‰]/.test(claim.unit));
  if (!isGrowth) return { ...claim, average: true };
  return {
    ...asChange(claim, 'percent', '%', base ?? year(from - 1)),
    average: true,
    period: year(to),
  };
}

/** What a column says of its figures: a growth is of the level before it, and 为预算的% tells what was done. */
function roleTold(column: TableColumn, level: string | undefined): Role | undefined {
  if (column.kind !== 'figure' || column.of === 'level') return roleInTitle(column.title);
  if (column.of === 'completion') {
    // 占全年计划, of what is meant to be done by the end of March.
    const isPlanned = /^[占佔]/.test(column.title) && level !== undefined;
    return (isPlanned ? roleInTitle(level) : undefined) ?? 'result';
  }
  return roleInTitle(column.title) ?? (level === undefined ? undefined : roleInTitle(level));
}

/** What the title of a column says of its figures. */
function roleInTitle(title: string): Role | undefined {
  // 预算执行数 is what was spent, 计划完成数 what was meant to be.
  if (/执行|執行|决算|決算/.test(title)) return 'result';
  if (/目标|目標|target|计划|計劃|规划|規劃|预算|預算|budget|任务|任務/i.test(title))
    return 'target';
  if (/实绩|實績|实际|實際|完成|result|actual/i.test(title)) return 'result';
  if (/现状|現狀|基期|基数|基數|baseline/i.test(title)) return 'base';
  return /预计|預計|expected|forecast/i.test(title) ? 'forecast' : undefined;
}
