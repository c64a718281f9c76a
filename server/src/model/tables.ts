/** What the columns of an indicator table are, from its header row. */
import type { Line, RowStatement, Word } from '../syntax/tree.ts';
import { type PeriodScope, periodIn, resolvePeriod, year as yearPeriod } from './periods.ts';
import type { FigureColumn, Period, TableColumn } from './types.ts';
import { parseUnit } from './units.ts';

/** The rows that say what the columns are: the first that is not a rule, and one below it that goes on with it. */
export function headRowsOf(rows: readonly Line[]): Line[] {
  const [head, below] = rows.filter(({ statement }) => statement.kind === 'row' && !statement.rule);
  if (!head) return [];
  const goesOn =
    below && goesOnWithHead(head.statement as RowStatement, below.statement as RowStatement);
  return goesOn ? [head, below] : [head];
}

const titles: readonly (readonly [Exclude<TableColumn['kind'], 'value' | 'figure'>, RegExp])[] = [
  [
    'indicator',
    /^(?:主要)?(?:指标|指標|项目|項目|指标名称|指標名稱|名称|名稱|(?:项目|項目|工程)名[称稱]|indicator|name|measure|project)s?(?:$|[（( ])/i,
  ],
  ['category', /^(?:类别|類別|分类|分類|领域|領域|category)$/i],
  ['unit', /^(?:单位|單位|计量单位|計量單位|unit)$/i],
  ['binding', /^(?:属性|屬性|指标属性|指標屬性|binding|nature|type)$/i],
];
const [, [, category], [, unitTitle]] = titles;
const average = /年均|累计|累計|average|cumulative/i;

/** What figures are that are no levels; the first that fits. */
const told: readonly (readonly [FigureColumn['of'], RegExp])[] = [
  ['rank', /位次|排名|名次|排位|\brank/i],
  [
    'completion',
    /完成率|执行率|執行率|达成率|達成率|完成(?:比例|占比|百分比)|[完进進]度|(?:完成|[为為占佔])(?:年度?|全年|年初|调整|調整|当年|當年)*(?:预算|預算|计划|計劃|计畫|目标|目標|任务|任務)|completion|% of (?:budget|target|plan)/i,
  ],
  [
    'growth',
    /增长|增長|增减|增減|增幅|增速|涨幅|漲幅|成長|升降|±|同比|^[比较較](?:上|去)年|growth|change|increase/i,
  ],
  ['share', /占比|佔比|比重|构成|構成|\bshare\b|proportion/i],
  [
    'level',
    /^(?:年度|全年|年初|年末|本年度?|当年|當年|今年|本期|上年|去年|前年|同期|累计|累計|实际|實際|预计|預計|主要)*(?:绝对[数值量]|絕對[數值量]|总量|總量|数值|數值|数量|數量|金额|金額|指标值|指標值|实绩[值数]?|實績|实际[值数]?|完成[数值额量]?|完成情况|(?:目标)?任务[数量]?|(?:目標)?任務[數量]?|现状值?|現狀值?|基[期数]值?|目标[值数]?|目標[值數]?|计划[值数]?|計劃[值數]?|规划(?:目标)?[值数]?|規劃(?:目標)?[值數]?|预算[数]?|預算數?|决算[数]?|決算數?|执行[数]?|預計數?|预计[数值]?|本年度?|本期|全年|同期|上年|去年)$|^(?:amount|value|actual|result|target|budget|plan|baseline|current|this year|last year|previous year)s?$/i,
  ],
];
/** 累计增加: by how much in all. */
const increaseInAll =
  /^(?:[三五]年|规划期|規劃期|期内|期內)?(?:累计|累計)?(?:增加|新增|净增|淨增|增量)[值数數量]?$/;
const lastYearOnes = /^(?:上年|去年|同期|last year|previous year)/i;
/** What a growth is measured from, where the column says it. */
const sinceLastYear = /同比|上年|去年|year on year|previous year|last year/i;

/** Tables of towns, quarters and the like: what their figures tell of stands in the titles of their columns. */
const others =
  /^(?:[镇鎮乡鄉村县縣市区區]|乡镇|鄉鎮|镇街|街道|村居?|社区|社區|地区|地區|县区|縣區|区县|區縣|县（市、区）|区域|區域|单位名称|部门|部門|年份|年度|季度|月份|时间|時間|时期|時期|镇（街道）|乡镇（街道）|town(?:ship)?s?|villages?|wards?|districts?|areas?|years?|quarters?|months?|period)$/i;

/** Whether the rows of a table are towns, quarters and the like, and no indicators. */
export function tellsOfOthers(columns: readonly TableColumn[]): boolean {
  const first = columns.find(({ kind }) => kind === 'indicator');
  return first !== undefined && others.test(first.title);
}

/** What the lines above a table, or its title, say of all its figures. */
export interface TableCaption {
  /** 单位：万元 */
  readonly unit?: string;
  /** The year that figures are of which name none. */
  readonly period?: Period;
  /** 2021—2025年社会事业投入: the years that a sum over them is of. */
  readonly years?: Period;
  /** 各镇粮食产量, without the number of the table and the year. */
  readonly name?: string;
  /** 分年度目标分解: its figures are aimed at. */
  readonly tellsTargets?: boolean;
}

const unitInCaption =
  /(?:单位|單位|计量单位|unit)\s*[：:]\s*([^）)，,；;、\s]+(?:\s(?:yuan|people|persons))?)/i;
/** “… by fiscal year (million dollars)”, 主要指标表（万元） */
const unitBehindCaption = /[（(]([^（()）：:]{1,30})[）)]$/;
/** 目标分解表, 规划主要指标; not 目标完成情况. */
const targetsInCaption =
  /(?:目标|目標|任务|任務|指标|指標)(?:任务|任務)?分解|(?:规划|規劃|发展|發展)(?:目标|目標)|(?:规划|規劃).{0,8}(?:指标|指標)|\btargets\b/i;
const resultsInCaption = /完成|执行|執行|实现情|實現情|评估|評估|result|achiev|progress/i;
const partOfYear = /\d\s*[—–-]\s*\d{1,2}\s*月|\d月|季度|上半年|下半年|quarter|half/i;
/** Lines as long as this are no captions. */
const longestCaption = 60;

/** Reads the title of a table, or the lines above it, the nearest first. */
export function captionOf(lines: readonly string[], scope: PeriodScope): TableCaption {
  let unit: string | undefined;
  let period: Period | undefined;
  let years: Period | undefined;
  let name: string | undefined;
  let isPart = false;
  let tellsTargets = false;
  for (const line of lines) {
    const text = line.replace(/[*#|]/g, '').trim();
    if (text.length > longestCaption || /[。；;]/.test(text)) break;
    const found = unitInCaption.exec(text)?.[1] ?? unitBehindCaption.exec(text)?.[1];
    if (found && parseUnit(found)) unit ??= found;
    isPart ||= partOfYear.test(text);
    const item = /\d|[五]/.test(text) ? periodIn(text) : undefined;
    const own = item && resolvePeriod(item.period, scope);
    if (own && !own.span) period ??= own;
    if (own?.span) years ??= own;
    const plain = text
      .replace(/[（(]?(?:计量)?[单單]位\s*[：:].*$/, '')
      .replace(unitBehindCaption, (all, inner: string) => (parseUnit(inner) ? '' : all))
      .replace(/^(?:附?表|table)\s*[\d一二三四五六七八九十—-]*[：:.、\s]*/i, '')
      .replace(
        /(?:(?:19|20)\d\d年?\s*[—–~～至-]+\s*)?(?:19|20)\d\d年(?:度)?|“?十[一二三四五]五”?(?:时期|期间)?/g,
        '',
      )
      .replace(/^(?:[全各分](?:县区|县市区|乡镇|镇|乡|村|街道|县|市|区))+(?:（.*?）)?/, '')
      .replace(/(?:完成)?(?:情况|情況|统计|統計|一览|分解)?表?$/, '')
      .trim();
    if (plain !== '' && name === undefined) {
      name = plain;
      tellsTargets = targetsInCaption.test(text) && !resultsInCaption.test(text);
    }
  }
  // What is told of part of a year is not of all of it.
  const isOfYear = period && (!isPart || period.part);
  return {
    ...(unit ? { unit } : {}),
    ...(isOfYear ? { period } : {}),
    ...(years ? { years } : {}),
    ...(name ? { name } : {}),
    ...(tellsTargets ? { tellsTargets } : {}),
  };
}

/** `地区生产总值（亿元）`, `增长%`: a title and the unit in it. */
function splitTitle(title: string): { label: string; unit?: string } {
  const found =
    /^(.*?)\s*[（(]([^（）()]*)[）)]$/s.exec(title) ?? /^(.*?)\s*([%％‰])$/s.exec(title);
  const unit = found?.[2].replace(/^[±+-]/, '').trim();
  return unit && parseUnit(unit) ? { label: found![1].trim(), unit } : { label: title };
}

/** 2026–27, FY 2026/27: the year that begins in the first of them. */
const fiscalYear = /^(?:FY\s?)?((?:19|20)\d\d)\s?[–—/-]\s?\d\d$/i;
/** 1—6月完成, 前三季度实际 */
const partOfYearLead =
  /^(?:截至|截止|至)?(?:\d{1,2}\s*[—–~～-]\s*)?(?:\d{1,2}月[份底末]?|前?[一二三四]季度|[上下]半年)(?:累计|累計|实际|實際)?/;
const yearInTitle = /(?<!\d)((?:19|20)\d\d)(?!\d)/g;

/** One column per cell of the header row. Without an indicator column the first text column is it. */
export function columnsOf(
  header: RowStatement,
  scope: PeriodScope,
  caption: TableCaption = {},
  below?: RowStatement,
): readonly TableColumn[] {
  const heads = titlesOf(header, below);
  const rows = others.test(heads[0]?.title ?? '')
    ? 'others'
    : heads.some(({ title }) => projects.test(title))
      ? 'projects'
      : 'indicators';
  const tells =
    rows === 'others' &&
    titles.some(([, pattern]) => heads.some(({ title }) => pattern.test(title)))
      ? 'indicators'
      : rows;
  const years = yearsInARow(heads);
  const hasUnits = heads.some(({ title }) => unitTitle.test(title));
  const columns: TableColumn[] = [];
  for (const [index, { title, above }] of heads.entries()) {
    const of = index > 0 ? tells : 'indicators';
    columns.push(columnOf(title, columns, { scope, caption, of, above, years, hasUnits }));
  }
  if (!columns.some(({ kind }) => kind === 'indicator')) {
    const first = columns.findIndex(
      (column) =>
        (column.kind === 'text' && !ordinals.test(column.title)) || isTaskAlone(column, heads),
    );
    if (first >= 0) columns[first] = { kind: 'indicator', title: columns[first].title };
  }
  if (rows === 'others') return withUnitOfCaption(columns, caption);
  return hasUnits ? withProgress(columns) : columns;
}

/** 任务 or 目标 as the title of the first column that says anything: what is to be done, and not how much. */
function isTaskAlone(column: TableColumn, heads: readonly Head[]): boolean {
  const said = heads.find(({ title }) => !ordinals.test(title) && !category.test(title));
  return (
    column.kind === 'figure' &&
    column.of === 'level' &&
    !column.name &&
    column.title === said?.title &&
    /^(?:工作|年度|主要|重点|重點)?(?:目标|目標|任务|任務|计划|計劃)+$/.test(column.title)
  );
}

/** 6月底进度 beside 完成比例: what has been done, in the unit of its row. */
function withProgress(columns: readonly TableColumn[]): readonly TableColumn[] {
  const isProgress = (column: TableColumn): column is FigureColumn =>
    column.kind === 'figure' && column.of === 'completion' && /[进進]度$/.test(column.title);
  const rates = columns.filter((column) => column.kind === 'figure' && column.of === 'completion');
  return rates.length > 1 && !rates.every(isProgress)
    ? columns.map((column) => (isProgress(column) ? { ...column, of: 'level' } : column))
    : columns;
}

/** 教育 and 卫生 below 单位：万元, in a table of years or towns where nothing else says what is counted. */
function withUnitOfCaption(
  columns: readonly TableColumn[],
  { unit, period, name }: TableCaption,
): readonly TableColumn[] {
  const tellsItself = columns.some(
    (column) =>
      column.kind === 'value' ||
      (column.kind === 'figure' && column.of === 'level' && !column.name),
  );
  if (!unit || tellsItself) return columns;
  return columns.map((column) => {
    const { title } = column;
    if (column.kind !== 'text' || ordinals.test(title) || wordsOnly.test(title)) return column;
    const own = sums.test(title) ? name : title;
    if (own === undefined) return column;
    return { kind: 'figure', title, of: 'level', name: own, unit, ...(period ? { period } : {}) };
  });
}

/** The years that titles name one by one without a gap: what a sum beside them is of. */
function yearsInARow(heads: readonly Head[]): Period | undefined {
  const named = heads.flatMap(({ title }) => {
    const span = /^\s*((?:19|20)\d\d)年?\s*[—–~～-]\s*((?:19|20)\d\d)年?$/.exec(title);
    if (span) {
      const [from, to] = [Number(span[1]), Number(span[2])];
      return to > from && to - from < 10
        ? Array.from({ length: to - from + 1 }, (_, index) => from + index)
        : [];
    }
    const fiscal = fiscalYear.exec(title)?.[1];
    const plain = /^\s*((?:19|20)\d\d)年?(?!\d)/.exec(title)?.[1];
    return (fiscal ?? plain) ? [Number(fiscal ?? plain)] : [];
  });
  const isInARow = named.length > 1 && named.every((one, index) => one === named[0] + index);
  return isInARow ? { from: named[0], to: named[0] + named.length - 1, span: true } : undefined;
}

/** The title of a column, and of a head over two rows what stands above several of them. */
interface Head {
  readonly title: string;
  readonly above?: string;
}

/** Columns that only count the rows. */
const ordinals = /^(?:序号|序號|编号|編號|no\.?|#)$/i;

/** The titles of all columns; over two rows, 2024年 above 绝对数 and 增长% stands for both. */
function titlesOf({ cells }: RowStatement, below: RowStatement | undefined): Head[] {
  if (!below) return cells.map(({ text }) => ({ title: text }));
  let above = '';
  return below.cells.map(({ text }, index) => {
    const own = cells[index]?.text ?? '';
    if (own !== '') above = own;
    return text === '' || text === own ? { title: own } : { title: `${above} ${text}`, above };
  });
}

/** Whether a row goes on with the head of a table: no figures but years, under cells that span several columns. */
function goesOnWithHead(head: RowStatement, row: RowStatement): boolean {
  const spans = head.cells.some(
    ({ text }, index) => index > 0 && (text === '' || text === head.cells[index - 1].text),
  );
  const first = row.cells[0]?.text ?? '';
  return (
    spans &&
    (first === '' || first === head.cells[0]?.text) &&
    row.cells.some(({ text }) => text !== '') &&
    row.cells.every(({ text }) => !/\d/.test(text.replace(yearInTitle, '')))
  );
}

/** Rows that are projects: what their figures tell of stands in the titles of their columns too. */
const projects = /^(?:项目|項目|工程)名[称稱]$|^projects?$/i;
const sumOfProject = /投[资資]|资金|資金|概算|造价|造價|金额|金額|investment|funding|cost/i;

/** Columns of words, and of figures that say nothing of how much: 备注, 建设年限（年）, 权重（%）. */
const wordsOnly =
  /备注|備註|说明|說明|责任|責任|部门|部門|单位|單位|[来來]源|地[点點址]|[时時][间間限]|日期|年限|工期|期限|[电電][话話]|[负負][责責]|联系|聯繫|性[质質]|[权權]重|分值|得分|[满滿]分|[评評]分|等[级級]|内容|內容|名[称稱]|remark|note|owner|contact|weight|duration|deadline/i;
/** Columns that add up the others, and rows that do. */
const sums = /^(?:合计|合計|小计|小計|总计|總計|共计|共計|total|sum)$/i;
/** What a task of five years is in all: 五年任务, 规划期总量. */
const inAllYears =
  /^(?:([三五])年|规划期|規劃期)(?:内|內)?(?:总|總|累计|累計|合计|合計)?(?:目标|目標|任务|任務|计划|計劃|量|数|數|合计|合計|累计|累計|总量|總量|总数|總數)*$/;

/** What a column stands in, beside its own title. */
interface Surroundings {
  readonly scope: PeriodScope;
  readonly caption: TableCaption;
  readonly of: 'indicators' | 'others' | 'projects';
  readonly above?: string;
  /** The years that the titles of the table name, each by itself. */
  readonly years: Period | undefined;
  /** The rows have units of their own. */
  readonly hasUnits: boolean;
}

/** 2026年计划投资 below 单位：万元, or 用地（亩）: what is told of each row beside its name. */
function projectColumn(
  title: string,
  { scope, caption, of }: Surroundings,
): FigureColumn | undefined {
  const { label, unit: own } = splitTitle(title);
  const isSum = sumOfProject.test(label) && !/[来來]源/.test(label);
  const unit = own ?? (isSum && of === 'projects' ? caption.unit : undefined);
  if (own === undefined && rateInTitle.test(label) && !wordsOnly.test(label))
    return { kind: 'figure', title, of: 'level', name: label, unit: '%' };
  const isOfRow = own !== undefined && !wordsOnly.test(label) && !isTime(own);
  if (!unit || !(isSum || isOfRow)) return undefined;
  const form = periodIn(label)?.period;
  const period = form && resolvePeriod(form, scope);
  const name = label.replace(
    /^(?:截至|截止)?(?:到|至)?(?:19|20)\d\d年?度?(?:[末底]|以前|前)?\s*/,
    '',
  );
  if (name === '') return undefined;
  return { kind: 'figure', title, of: 'level', name, unit, ...(period ? { period } : {}) };
}

/** 资金到位率: parts of a hundred, where nothing else is said; births are counted by the thousand. */
const rateInTitle = /(?<!出生|死亡|增长|增長)率$/;

const isTime = (unit: string): boolean => parseUnit(unit)?.dimension === 'time.calendar';

function columnOf(
  title: string,
  before: readonly TableColumn[],
  surroundings: Surroundings,
): TableColumn {
  for (const [kind, pattern] of titles) if (pattern.test(title)) return { kind, title };
  const { of, above } = surroundings;
  if (of === 'projects') {
    const ofProject = projectColumn(title, surroundings);
    if (ofProject) return ofProject;
  }
  if (of === 'others' && above && !periodIn(above))
    return columnBelow(above, title, before, surroundings);
  const plain = plainColumn(title, before, surroundings);
  const column =
    plain.kind === 'text' && of !== 'others' && before.length > 0 && !surroundings.hasUnits
      ? (projectColumn(title, surroundings) ?? plain)
      : plain;
  const last = before[before.length - 1];
  // Behind 粮食产量（吨）, 增长% is of the grain.
  return column.kind === 'figure' &&
    !column.name &&
    column.of !== 'level' &&
    last?.kind === 'figure' &&
    last.name
    ? { ...column, name: last.name }
    : column;
}

/** In a table of towns, 财政收入 above 绝对数（万元） and 增长% says what both are of, 粮食 above 面积（亩） a part of it. */
function columnBelow(
  above: string,
  title: string,
  before: readonly TableColumn[],
  surroundings: Surroundings,
): TableColumn {
  const { label, unit } = splitTitle(above);
  const own = plainColumn(title.slice(above.length + 1), before, surroundings);
  if (own.kind !== 'figure') return own;
  const shared = own.of === 'level' ? (own.unit ?? unit) : own.unit;
  const name = label + (own.name ?? '');
  return { ...own, title, name, ...(shared ? { unit: shared } : {}) };
}

function plainColumn(
  title: string,
  before: readonly TableColumn[],
  { scope, caption, of: rows, years: spanned }: Surroundings,
): TableColumn {
  const { label, unit } = splitTitle(title);
  const inAll = rows === 'others' ? undefined : sumOverYears(label, scope, spanned);
  if (inAll) {
    const shared = unit ?? caption.unit;
    const total = { kind: 'figure', title, of: 'level', total: true, period: inAll } as const;
    return shared ? { ...total, unit: shared } : total;
  }
  const isInAll = rows === 'indicators' && increaseInAll.test(label) && !/[%％‰]/.test(unit ?? '');
  const of = isInAll
    ? 'growth'
    : told.find(
        ([, pattern]) =>
          pattern.test(label.replace(/^.*年\s?/, '')) ||
          pattern.test(label) ||
          pattern.test(label.replace(partOfYearLead, '')),
      )?.[0];
  const isAverage =
    !isInAll && average.test(title) && !(of === 'growth' && !/年均|average/i.test(title));
  if (isAverage && of !== 'level') return { kind: 'average', title };
  const years = [...title.matchAll(yearInTitle)].map(([, found]) => yearPeriod(Number(found)));
  const fiscal = fiscalYear.exec(title);
  const item = fiscal ? undefined : periodIn(title);
  const named = item?.period.form === 'base' && years.length > 0 ? undefined : item?.period;
  const form =
    named ??
    (fiscal ? ({ form: 'year', year: Number(fiscal[1]) } as const) : undefined) ??
    (years.length === 1 && item?.period.form === 'base'
      ? ({ form: 'year', year: years[0].to } as const)
      : undefined) ??
    (years.length === 1 && /^[\sa-z\d()-]+$/i.test(title)
      ? ({ form: 'year', year: years[0].to } as const)
      : undefined);
  const period = form && resolvePeriod(form, scope);
  // 比上年增减% is measured from the year before, and not of it.
  const own = form?.form === 'previous' ? undefined : period;
  if (of === 'growth')
    return growthColumn({ title, label, unit, years, period: own }, before, caption);
  if (of && of !== 'level') {
    const ofColumn = own ?? yearsOfLevels(before)[0] ?? caption.period;
    return {
      kind: 'figure',
      title,
      of,
      ...(ofColumn ? { period: ofColumn } : {}),
      ...(unit ? { unit } : {}),
    };
  }
  if (form && period && !lastYearOnes.test(label)) {
    const shared = unit ?? caption.unit;
    return { kind: 'value', title, period, form, ...(shared ? { unit: shared } : {}) };
  }
  if (of === 'level') {
    const shared = unit ?? caption.unit;
    const part = form && !period && partOfYearLead.test(label) ? form : undefined;
    if (part) return { kind: 'figure', title, of, form: part, ...(shared ? { unit: shared } : {}) };
    const back = lastYearOnes.test(label);
    const own = back && caption.period ? yearPeriod(caption.period.to - 1) : caption.period;
    return {
      kind: 'figure',
      title,
      of,
      ...(own ? { period: own } : {}),
      ...(back ? { back } : {}),
      ...(shared ? { unit: shared } : {}),
    };
  }
  if (rows === 'others' && !unit && rateInTitle.test(label) && !wordsOnly.test(label))
    return { kind: 'figure', title, of: 'level', name: label, unit: '%' };
  if (rows === 'others' && unit) {
    const { period: own } = caption;
    return {
      kind: 'figure',
      title,
      of: 'level',
      name: label,
      unit,
      ...(own ? { period: own } : {}),
    };
  }
  return { kind: 'text', title };
}

/** 合计 beside 2026年, 2027年 and so on, 五年任务: the years that it is the sum of. */
function sumOverYears(
  label: string,
  { plan }: PeriodScope,
  years: Period | undefined,
): Period | undefined {
  if (sums.test(label)) return years;
  const found = inAllYears.exec(label);
  if (!found) return undefined;
  const count = found[1] === '三' ? 3 : 5;
  return [plan, years].find((span) => span?.span && span.to - span.from + 1 === count);
}

/** The years of the levels among some columns, the latest first. */
function yearsOfLevels(columns: readonly TableColumn[]): Period[] {
  return columns
    .flatMap((column) => {
      const isLevel =
        column.kind === 'value' || (column.kind === 'figure' && column.of === 'level');
      return isLevel && column.period && !column.period.span ? [column.period] : [];
    })
    .sort((a, b) => b.to - a.to);
}

/** The levels that a growth may be of: those behind the growth before it. */
function levelsBefore(before: readonly TableColumn[]): readonly TableColumn[] {
  const last = before.findLastIndex((column) => column.kind === 'figure' && column.of === 'growth');
  return before.slice(last + 1);
}

function growthColumn(
  {
    title,
    label,
    unit,
    years,
    period,
  }: { title: string; label: string; unit?: string; years: readonly Period[]; period?: Period },
  before: readonly TableColumn[],
  caption: TableCaption,
): TableColumn {
  const levels = yearsOfLevels(levelsBefore(before));
  // 2025年比2020年增长, 比2020年增长
  const isAgainst = years.length > 0 && /[比较較]\s*(?:19|20)\d\d年?/.test(label);
  const against = isAgainst ? years[years.length - 1] : undefined;
  const own =
    (isAgainst ? (years.length > 1 ? years[0] : undefined) : period) ?? levels[0] ?? caption.period;
  const earlier =
    sinceLastYear.test(label) || !own ? undefined : levels.find(({ to }) => to < own.to);
  const base = against ?? earlier ?? (own && !own.part ? yearPeriod(own.to - 1) : undefined);
  const isAmount =
    increaseInAll.test(label) ||
    /增[减減加长長](?:额|額|量|数|數)/.test(label) ||
    (unit !== undefined && !/^[%％‰]$/.test(unit));
  return {
    kind: 'figure',
    title,
    of: isAmount ? 'increase' : 'growth',
    ...(own ? { period: own } : {}),
    ...(base ? { base } : {}),
    ...(unit ? { unit } : {}),
  };
}

/** Whose row it is: the indicator's name without its number, and its unit. */
export function rowSubject(
  row: RowStatement,
  columns: readonly TableColumn[],
): { name: Word; unit?: Word } | undefined {
  const cell = row.cells[columns.findIndex(({ kind }) => kind === 'indicator')];
  if (!cell || cell.text === '') return undefined;
  const numbered =
    /^(?:\d{1,3}[.．、]\s*|[（(][\d一二三四五六七八九十]{1,3}[）)]\s*|[一二三四五六七八九十]{1,3}、\s*|#+\s*|[—–-]+\s*)*(?:其中\s*[：:]?\s*(?=.))?/.exec(
      cell.text,
    )?.[0].length ?? 0;
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

/** The years that follow the first column of a table up to its last: what 年均 and 累计 are of. */
export function yearsBetween(columns: readonly TableColumn[]): Period | undefined {
  let from = Number.POSITIVE_INFINITY;
  let to = 0;
  for (const column of columns) {
    if (column.kind !== 'value') continue;
    from = Math.min(from, column.period.to);
    to = Math.max(to, column.period.to);
  }
  return from < to ? { from: from + 1, to, span: true } : undefined;
}
