/**
 * Indicator tables made from what the document declares, in the manner of the national ones: category,
 * indicator with its unit, base year, later years, average or total, nature; only columns that hold
 * something. In a summary, what was aimed at beside what was reached.
 */

import { expressionOn, namesInFormula } from '../model/composition.ts';
import { type Evaluation, evaluationsOf } from '../model/evaluation.ts';
import type { PlanModel } from '../model/model.ts';
import { foldName } from '../model/names.ts';
import { baselineOf, periodText } from '../model/periods.ts';
import type { Claim, Indicator, Period } from '../model/types.ts';
import type { Line } from '../syntax/tree.ts';
import { changeFigureOf, changeOf, levelOf, printedWithout } from './figures.ts';
import { inlinesOfText, type ReadingContext } from './inlines.ts';
import { keywordText } from './script.ts';
import { printable } from './text.ts';
import type { Column, Inline, Inlines, Script, TableNote, TableRow, Verdict } from './tree.ts';
import type { TableContent } from './typed-tables.ts';
import { circledNumbers, wordsOf } from './words.ts';

export const nothing: Inlines = [{ kind: 'text', text: '—' }];

/** Which indicators a table shows. */
export interface TableScope {
  /** Only what these lines say, with where it began; the whole document without them. */
  readonly lines?: ReadonlySet<Line>;
  /** Whether definitions and sources get columns of their own. */
  readonly definitions?: boolean;
  /** Whether results stand beside targets; without it, in a summary that has both. */
  readonly evaluates?: boolean;
  /** For sorting and counting: the unit in a column of its own, and names that are not numbered. */
  readonly unitsApart?: boolean;
}

/** What a column is for: a year, figures that name no year, or what is counted over years. */
type Slot = string;
const averageSlot: Slot = 'average';
/** Of the column of names where units have their own. */
const bareName: Slot = 'name';
const slotOfYear = (year: number): Slot => String(year);
const slotWithoutYear = (role: Claim['role']): Slot => (role === 'result' ? 'result' : 'target');

interface DraftRow {
  readonly indicator: Indicator;
  readonly unit: string;
  readonly source: Line;
  /** Where the first claim stands in its line. */
  readonly place: number;
  readonly category?: string;
  readonly binding?: 'binding' | 'expected';
  /** Key of the indicator that this one is listed under behind 其中. */
  readonly partOf?: string;
  readonly cells: Map<Slot, Inlines>;
  /** The year of a base figure that is not the base year's. */
  readonly starredYear?: number;
  readonly verdict?: Verdict;
}

/** A table of the document's declared figures. */
export function indicatorTable(
  table: Line,
  context: ReadingContext,
  scope: TableScope = {},
): TableContent & { readonly notes: readonly TableNote[] } {
  const { script } = context;
  const evaluations = evaluationsFor(context, scope);
  const drafts = evaluations
    ? evaluatedDrafts(evaluations, table, context)
    : draftsOf(context, scope);
  if (drafts.length === 0) return { ...emptyTable(table, script), notes: [] };
  const rows = byCategory(underTheirWholes(drafts));
  const columns = columnsFor(rows, context, scope);
  const numbered = !scope.unitsApart && isNumbered(rows);
  const shape = columns.map(({ column, slot }) => `${column.kind} ${slot}`).join();
  let number = 0;
  return {
    columns: columns.map(({ column }) => column),
    hasHeader: true,
    generated: true,
    rows: rows.map((row): TableRow => {
      const ordinal = numbered && row.partOf === undefined ? `${++number}.` : '';
      const state = ordinal + shape;
      const known = knownRows.get(row);
      if (known?.state === state) return known.made;
      const made: TableRow = {
        source: row.source,
        cells: columns.map(({ column, slot }) => cellOf(row, column, slot, ordinal, script)),
        ...(row.verdict ? { verdict: row.verdict } : {}),
      };
      knownRows.set(row, { state, made });
      return made;
    }),
    notes: notesFor(rows, context),
  };
}

/** In a long table most rows are as they were: the outputs know them again. */
const knownRows = new WeakMap<DraftRow, { readonly state: string; readonly made: TableRow }>();

function emptyTable(table: Line, script: Script): TableContent {
  const { indicator, nothingToShow } = wordsOf(script);
  const problem: Inline = {
    kind: 'problem',
    text: nothingToShow,
    problem: 'no-value',
    message: nothingToShow,
  };
  return {
    columns: [{ kind: 'text', title: indicator }],
    hasHeader: true,
    generated: true,
    rows: [{ source: table, cells: [[problem]] }],
  };
}

/** Where there are categories the indicators count through all of them, unless their names do. */
function isNumbered(rows: readonly DraftRow[]): boolean {
  return (
    rows.some(({ category }) => category) &&
    !rows.some(({ indicator }) => /^[（(]?[0-9０-９]+[.．、）)]/.test(indicator.name))
  );
}

// ---------------------------------------------------------------- rows

function draftsOf({ model, script }: ReadingContext, scope: TableScope): DraftRow[] {
  const { lines } = scope;
  if (lines) {
    const names = [...lines].flatMap((line) =>
      model.claimsOf(line).map(({ indicator }) => indicator),
    );
    const indicators = new Set(names.flatMap((name) => model.indicator(name) ?? []));
    return [...indicators].flatMap((indicator) => draftOf(indicator, model, script, scope) ?? []);
  }
  const shared = partsOfOthers(model);
  return model.indicators().flatMap((indicator) => {
    if (shared.has(indicator.key)) return draftOf(indicator, model, script, scope) ?? [];
    const known = knownDrafts.get(indicator);
    if (known?.scope === model.periodScope && known.script === script) return known.draft ?? [];
    const draft = draftOf(indicator, model, script, scope);
    knownDrafts.set(indicator, { scope: model.periodScope, script, draft });
    return draft ?? [];
  });
}

/**
 * The rows of whole documents. The model makes an indicator anew when something is said of it, so the
 * row of one that is still the same object is the same too, unless its figures follow from others'.
 */
const knownDrafts = new WeakMap<
  Indicator,
  {
    readonly scope: PlanModel['periodScope'];
    readonly script: Script;
    readonly draft: DraftRow | undefined;
  }
>();

/** Keys of the indicators that a 构成 names: what is left of a whole may be told of them. */
function partsOfOthers(model: PlanModel): Set<string> {
  const keys = new Set<string>();
  for (const { parts } of model.declarations()) {
    const expression = parts && expressionOn(parts.line);
    if (!expression) continue;
    for (const name of namesInFormula(expression)) keys.add(model.canonical(foldName(name)));
  }
  return keys;
}

function draftOf(
  indicator: Indicator,
  model: PlanModel,
  script: Script,
  { lines }: TableScope,
): DraftRow | undefined {
  const declared = indicator.claims.filter(({ origin }) => origin === 'declared');
  const own = declared.find(({ line }) => (lines ? lines.has(line) : model.tree.lines.has(line)));
  if (!own) return undefined;
  // Values that the declaration tells belong to every table that shows the indicator.
  const claims = lines
    ? declared.filter(({ line }) => lines.has(line) || line.statement.kind === 'value')
    : declared;
  const unit = unitOfRow(indicator, claims, model, script);
  const cells = new Map<Slot, Inlines>();
  for (const line of linesInOrder(claims, model)) {
    fillCells(
      cells,
      claims.filter((claim) => claim.line === line),
      indicator,
      unit,
      context(model, script),
    );
  }
  const starredYear = fillBase(cells, indicator, claims, unit, model, script);
  if (cells.size === 0) return undefined;
  const whole = claims.every(({ partOf }) => partOf) ? claims[0].partOf : undefined;
  return {
    indicator,
    unit,
    source: own.line,
    place: own.start,
    cells,
    ...standing(indicator),
    ...(starredYear === undefined ? {} : { starredYear }),
    ...(whole ? { partOf: model.canonical(whole.key) } : {}),
  };
}

const context = (model: PlanModel, script: Script): ReadingContext => ({ model, script });

function standing({ declarations }: Indicator): Pick<DraftRow, 'category' | 'binding'> {
  const category = declarations.find((declaration) => declaration.category)?.category;
  const binding = declarations.find((declaration) => declaration.binding)?.binding;
  return { ...(category ? { category } : {}), ...(binding ? { binding } : {}) };
}

/** What is aimed at leads in a plan, what was reached in a report: the first to fill a cell has it. */
function linesInOrder(claims: readonly Claim[], model: PlanModel): Set<Line> {
  const resultsLead = model.header.kind === 'summary' || model.header.kind === 'report';
  const rank = ({ period, role }: Claim): number =>
    (period?.part ? 2 : 0) + ((role === 'result') === resultsLead ? 0 : 1);
  return new Set([...claims].sort((a, b) => rank(a) - rank(b)).map(({ line }) => line));
}

/** The unit that stands behind the name; 全覆盖 and its like need none. */
export function unitOfRow(
  indicator: Indicator,
  claims: readonly Claim[],
  model: PlanModel,
  script: Script,
): string {
  const figures = claims.filter(({ qualitative, share, completion, rank }) => {
    return qualitative === undefined && !share && !completion && !rank;
  });
  const declared = indicator.declarations.find(({ unit }) => unit)?.unit?.text;
  if (figures.some(({ value }) => value !== undefined)) {
    const { unitText } = model.assess(indicator);
    // 突破千萬元 is read as 1000 of a unit that the numerals' table writes in simplified characters.
    return script === 'hant' ? unitText.replaceAll('万', '萬').replaceAll('亿', '億') : unitText;
  }
  if (declared !== undefined) return declared;
  // 累计提高1岁, and nothing else said of it.
  const total = figures.find(
    ({ change, total: isTotal }) => isTotal && change?.kind === 'absolute',
  );
  return figures.find(({ unit }) => unit !== '')?.unit ?? total?.change?.unit ?? '';
}

/** What one line says of the indicator: figures for the same column stand there side by side. */
function fillCells(
  cells: Map<Slot, Inlines>,
  claims: readonly Claim[],
  indicator: Indicator,
  unit: string,
  { model, script }: ReadingContext,
): void {
  const own = new Map<Slot, Inlines>();
  for (const claim of claims) {
    for (const [slot, cell] of figuresOf(claim, indicator, unit, model, script)) {
      const before = own.get(slot);
      const { enumeration } = wordsOf(script);
      own.set(slot, before ? [...before, { kind: 'text', text: enumeration }, ...cell] : cell);
    }
  }
  for (const [slot, cell] of own) if (!cells.has(slot)) cells.set(slot, cell);
}

function* figuresOf(
  claim: Claim,
  indicator: Indicator,
  unit: string,
  model: PlanModel,
  script: Script,
): Iterable<readonly [Slot, Inlines]> {
  if (claim.share || claim.completion) return;
  const { period } = claim;
  const level = levelOf(claim, unit, script);
  const grows = isGrowth(indicator);
  const change = grows ? (changeFigureOf(claim, unit, script) ?? changeOf(claim)) : changeOf(claim);
  if (claim.total && !period?.span && level && claim.change) {
    // 达3亿元，累计增加0.8亿元: the total is the change.
    yield [period ? slotOfYear(period.to) : slotWithoutYear(claim.role), level];
    yield [averageSlot, bracketed(totalChangeOf(claim, indicator, unit, script), script)];
  } else if (isTotal(claim, indicator, unit, model)) {
    const total = level ?? totalChangeOf(claim, indicator, unit, script);
    if (total.length > 0) yield [averageSlot, bracketed(total, script)];
  } else if (claim.average) {
    if (claim.change) {
      if (change) yield [averageSlot, change];
      if (level) yield [period ? slotOfYear(period.to) : slotWithoutYear(claim.role), level];
    } else if (level) yield [averageSlot, level];
  } else {
    const cell = level ?? change;
    if (!cell) return;
    if (period?.span || (grows && isForWholePlan(claim, model))) yield [averageSlot, cell];
    else if (!period) yield [slotWithoutYear(claim.role), cell];
    else yield [slotOfYear(period.to), period.part ? withPeriod(cell, period, script) : cell];
  }
}

/** 增长, 增速: the figure is a rate of every year, so a target for the whole plan is an average. */
function isGrowth({ name, declarations }: Indicator): boolean {
  const nature = declarations.find((declaration) => declaration.nature)?.nature;
  return nature ? nature === 'growth' : /(?:增长|增長|增速|增幅)$|\bgrowth$/i.test(name);
}

function isForWholePlan({ periodForm, role }: Claim, model: PlanModel): boolean {
  return role === 'target' && periodForm === undefined && model.header.period?.span === true;
}

/** 降低 in the name: the figure says by how much, and over years it adds up although it is a rate. */
const lowers = /(?:降低|下降|减少|減少)$/;

/** What is counted over the plan's years: said so, or told for all of them as one. */
function isTotal(claim: Claim, { name }: Indicator, unit: string, model: PlanModel): boolean {
  const { total, period, change, qualitative, basePeriod } = claim;
  if (total) return true;
  if (qualitative !== undefined) return false;
  const isRate = /[%％‰]$/.test(unit);
  if (period?.span) return change ? isAmount(claim) : !isRate || lowers.test(name);
  if (!isForWholePlan(claim, model) || claim.average) return false;
  if (claim.value !== undefined) return isRate && lowers.test(name);
  // 提高1岁: with nothing else to measure it from, over all the years of the plan.
  const base = baselineOf(model.periodScope);
  return isAmount(claim) && (basePeriod === undefined || basePeriod.to === base?.to);
}

const isAmount = ({ change }: Claim): boolean =>
  change?.kind === 'absolute' || change?.kind === 'points';

/** 〔1〕 where the row tells the unit and the name the direction, else in the writer's words. */
function totalChangeOf(claim: Claim, { name }: Indicator, unit: string, script: Script): Inlines {
  const told = !claim.change?.value?.startsWith('-') || lowers.test(name);
  return (told ? changeFigureOf(claim, unit, script) : undefined) ?? changeOf(claim) ?? [];
}

/**
 * The year that changes are measured from: printed as the start of a change, or told by one; or, with
 * a star, the last year before it that has a figure. Tells that year.
 */
function fillBase(
  cells: Map<Slot, Inlines>,
  indicator: Indicator,
  claims: readonly Claim[],
  unit: string,
  model: PlanModel,
  script: Script,
): number | undefined {
  const base = baselineOf(model.periodScope);
  if (!base) return undefined;
  const slot = slotOfYear(base.to);
  if (cells.has(slot)) return undefined;
  for (const { derived, period, printed } of model.valuesOf(indicator)) {
    if (!derived || !period || period.part || period.span || period.to !== base.to) continue;
    cells.set(slot, [
      {
        kind: 'figure',
        text: printable(printedWithout(unit, printed)),
        indicator: printable(indicator.name),
        period,
      },
    ]);
    return undefined;
  }
  const earlier = claims
    .filter(({ period, role }) => role !== 'target' && period && !period.part && !period.span)
    .filter(({ period }) => period && period.to < base.to && base.to - period.to <= 2)
    .sort((a, b) => (b.period?.to ?? 0) - (a.period?.to ?? 0))[0];
  const cell = earlier && levelOf(earlier, unit, script);
  if (!cell || !earlier.period) return undefined;
  cells.set(slot, earlier.starred ? cell : [...cell, { kind: 'text', text: '*' }]);
  return earlier.period.to;
}

// ---------------------------------------------------------------- evaluation

/** Undefined where the table is no evaluation: in a plan, and where nothing could be compared. */
function evaluationsFor(
  { model, basis = [] }: ReadingContext,
  { lines, evaluates = model.header.kind === 'summary' && !lines }: TableScope,
): readonly Evaluation[] | undefined {
  if (!evaluates) return undefined;
  const evaluations = evaluationsOf(model, basis);
  return evaluations.some(({ result }) => result) ? evaluations : undefined;
}

/** Every target with its result, and behind them what was reached without having been aimed at. */
function evaluatedDrafts(
  evaluations: readonly Evaluation[],
  table: Line,
  { model, script }: ReadingContext,
): DraftRow[] {
  const evaluated = new Map(evaluations.map((one) => [one.indicator, one]));
  const drafts: DraftRow[] = [];
  for (const indicator of model.indicators()) {
    const evaluation = evaluated.get(indicator);
    evaluated.delete(indicator);
    if (evaluation) {
      const draft = draftOf(indicator, model, script, {});
      drafts.push(evaluatedDraft(evaluation, draft?.source ?? table, model, script, draft));
      continue;
    }
    const results = indicator.claims.filter(({ role }) => role === 'result' || role === 'forecast');
    const draft = draftOf(indicator, model, script, {
      lines: new Set(results.map(({ line }) => line)),
    });
    const result = results.find(({ origin }) => origin === 'declared');
    const cell = result && resultCell(result, draft?.unit ?? '', script);
    if (draft && cell) drafts.push({ ...draft, cells: new Map([['result', cell]]) });
  }
  for (const evaluation of evaluated.values()) {
    drafts.push(evaluatedDraft(evaluation, table, model, script));
  }
  return drafts;
}

function evaluatedDraft(
  { indicator, target, result, completion, verdict, reason, compared }: Evaluation,
  source: Line,
  model: PlanModel,
  script: Script,
  draft?: DraftRow,
): DraftRow {
  const words = wordsOf(script);
  const unit = draft?.unit ?? unitOfRow(indicator, [target], model, script);
  const cells = new Map<Slot, Inlines>();
  const fill = (slot: Slot, cell: Inlines | undefined): void => {
    if (cell) cells.set(slot, cell);
  };
  fill('target', levelOf(target, unit, script, 'exact') ?? changeOf(target));
  fill('result', result && resultCell(result, unit, script, compared));
  fill('completion', completion === undefined ? undefined : [{ kind: 'text', text: completion }]);
  const why = reason === undefined ? '' : words.open + words.reasons[reason] + words.close;
  fill('verdict', [{ kind: 'text', text: words.verdicts[verdict] + why }]);
  return {
    indicator,
    unit,
    source,
    place: draft?.place ?? 0,
    cells,
    verdict,
    ...standing(indicator),
    ...(draft?.partOf === undefined ? {} : { partOf: draft.partOf }),
  };
}

/** The figure that the target is compared with, or the first that there is. */
function resultCell(
  result: Claim,
  unit: string,
  script: Script,
  compared: Evaluation['compared'] = 'level',
): Inlines | undefined {
  const level = levelOf(result, unit, script, 'exact');
  const cell = compared === 'level' ? (level ?? changeOf(result)) : (changeOf(result) ?? level);
  const { expectedResult } = wordsOf(script);
  return cell && result.role === 'forecast'
    ? [{ kind: 'text', text: expectedResult }, ...cell]
    : cell;
}

// ---------------------------------------------------------------- order

/** Parts right behind what they are parts of. */
function underTheirWholes(rows: readonly DraftRow[]): DraftRow[] {
  const keys = new Set(rows.map(({ indicator }) => indicator.key));
  const isPart = ({ partOf }: DraftRow): boolean => partOf !== undefined && keys.has(partOf);
  // Parts of one statement stand in one line: their order in it counts.
  const inOrder = rows.filter(isPart).sort((a, b) => a.place - b.place);
  const parts = grouped(inOrder, ({ partOf }) => partOf);
  const ordered: DraftRow[] = [];
  const add = (row: DraftRow): void => {
    ordered.push(row);
    for (const part of parts.get(row.indicator.key) ?? []) {
      add({ ...part, ...(row.category ? { category: row.category } : {}) });
    }
  };
  for (const row of rows) if (!isPart(row)) add(row);
  return ordered;
}

/** Rows of one category together, in the order in which categories first occur; the rest behind. */
function byCategory(rows: readonly DraftRow[]): DraftRow[] {
  const groups = grouped(rows, ({ category }) => category);
  const rest = groups.get(undefined) ?? [];
  groups.delete(undefined);
  return [...[...groups.values()].flat(), ...rest];
}

/** Items with the same key together; keys in the order in which they first occur. */
export function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | undefined,
): Map<string | undefined, Item[]> {
  const groups = new Map<string | undefined, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

// ---------------------------------------------------------------- columns and cells

interface SlottedColumn {
  readonly column: Column;
  readonly slot: Slot;
}

function columnsFor(
  rows: readonly DraftRow[],
  { model, script }: ReadingContext,
  { definitions, unitsApart }: TableScope,
): SlottedColumn[] {
  const words = wordsOf(script);
  const base = baselineOf(model.periodScope);
  const used = new Set(rows.flatMap(({ cells }) => [...cells.keys()]));
  const column = (kind: Column['kind'], title: string, slot: Slot = ''): SlottedColumn => ({
    column: { kind, title },
    slot,
  });
  const declares = (field: 'definition' | 'source'): boolean =>
    definitions === true && rows.some(({ indicator }) => declaredText(indicator, field));
  const evaluates = used.has('verdict');
  const years = [...used]
    .filter((slot) => /^\d+$/.test(slot))
    .map(Number)
    .filter((year) => !base || year >= base.to)
    .sort((a, b) => a - b);
  return [
    ...(rows.some(({ category }) => category) ? [column('category', words.category)] : []),
    column('indicator', words.indicator, unitsApart ? bareName : ''),
    ...(unitsApart ? [column('unit', words.unit)] : []),
    ...(used.has('result') && !evaluates
      ? [column('value', keywordText('result', script), 'result')]
      : []),
    ...years.map((year): SlottedColumn => {
      const period = { from: year, to: year, span: false };
      const title = periodText(period, script === 'en' ? 'en' : 'zh');
      return { column: { kind: 'value', title, period }, slot: slotOfYear(year) };
    }),
    ...(used.has('target')
      ? [column(evaluates ? 'target' : 'value', keywordText('target', script), 'target')]
      : []),
    ...(used.has(averageSlot) ? [column('average', words.averageOrTotal, averageSlot)] : []),
    ...(evaluates
      ? [
          column('result', keywordText('result', script), 'result'),
          ...(used.has('completion') ? [column('completion', words.completion, 'completion')] : []),
          column('verdict', words.verdict, 'verdict'),
        ]
      : []),
    ...(rows.some(({ binding }) => binding) ? [column('binding', words.nature)] : []),
    ...(declares('definition')
      ? [column('text', keywordText('definition', script), 'definition')]
      : []),
    ...(declares('source') ? [column('text', keywordText('source', script), 'source')] : []),
  ];
}

function declaredText(
  { declarations }: Indicator,
  field: 'definition' | 'source',
): string | undefined {
  return declarations.find((declaration) => declaration[field])?.[field];
}

function cellOf(
  row: DraftRow,
  { kind }: Column,
  slot: Slot,
  ordinal: string,
  script: Script,
): Inlines {
  const words = wordsOf(script);
  switch (kind) {
    case 'category':
      return inlinesOfText(row.category ?? words.otherCategory, script);
    case 'indicator': {
      const unit = row.unit && slot !== bareName ? `${words.open}${row.unit}${words.close}` : '';
      const lead = row.partOf === undefined ? ordinal + (ordinal && words.space) : words.ofWhich;
      return inlinesOfText(lead + row.indicator.name + unit, script);
    }
    case 'unit':
      return row.unit ? inlinesOfText(row.unit, script) : nothing;
    case 'binding':
      return row.binding ? inlinesOfText(words[row.binding], script) : nothing;
    case 'text': {
      const text = declaredText(row.indicator, slot as 'definition' | 'source');
      return text === undefined ? nothing : inlinesOfText(text, script);
    }
    default:
      return row.cells.get(slot) ?? nothing;
  }
}

function bracketed(cell: Inlines, script: Script): Inlines {
  const [open, close] = wordsOf(script).totalBrackets;
  return [{ kind: 'text', text: open }, ...cell, { kind: 'text', text: close }];
}

/** A figure of a part of the year, where the table has a column for the year only. */
function withPeriod(cell: Inlines, period: Period, script: Script): Inlines {
  const { open, close } = wordsOf(script);
  const text = periodText(period, script === 'en' ? 'en' : 'zh').replace(/^\d+年/, '');
  return [...cell, { kind: 'text', text: open + text + close }];
}

// ---------------------------------------------------------------- notes

/** What explains the signs of a generated table. */
function notesFor(rows: readonly DraftRow[], { model, script }: ReadingContext): TableNote[] {
  const words = wordsOf(script);
  const texts: string[] = [];
  const [open] = words.totalBrackets;
  if (rows.some(({ cells }) => [...cells.values()].some((cell) => shows(cell, open)))) {
    const plan = model.header.period;
    texts.push(words.bracketNote(plan?.span ? plan.to - plan.from + 1 : undefined));
  }
  const starred = new Set(rows.flatMap(({ starredYear }) => starredYear ?? []));
  if (starred.size > 0) texts.push(words.starNote([...starred].sort((a, b) => a - b)));
  return texts.map((text) => ({ label: '', inlines: [{ kind: 'text', text }] }));
}

function shows(inlines: Inlines, sign: string): boolean {
  return inlines.some(({ text }) => text.includes(sign));
}

/**
 * The notes below a generated table: those that explain its signs, unless the writer's do, and then
 * the writer's. Several are one paragraph and counted, as in the national tables.
 */
export function notesTogether(
  made: readonly TableNote[],
  typed: readonly TableNote[],
  script: Script,
): readonly TableNote[] {
  const label = noteLabel(script);
  const explained = (note: TableNote): boolean =>
    ['〔', '[', '*'].some(
      (sign) => shows(note.inlines, sign) && typed.some(({ inlines }) => shows(inlines, sign)),
    );
  const notes = [...made.filter((note) => !explained(note)), ...typed];
  if (notes.length < 2 || notes.length > circledNumbers.length) {
    return notes.map((note) => ({ ...note, label }));
  }
  // A writer who has counted the notes goes on counting.
  if (
    typed.some(({ inlines }) => inlines[0] && circledNumbers.includes(inlines[0].text.slice(0, 1)))
  ) {
    return notes.map((note) => ({ ...note, label }));
  }
  return notes.map((note, index) => ({
    ...note,
    label: (index === 0 ? label : wordsOf(script).space) + wordsOf(script).noteMark(index + 1),
    ...(index === 0 ? {} : { continues: true as const }),
  }));
}

/** `注：` in the document's script. */
export function noteLabel(script: Script): string {
  return keywordText('note', script) + wordsOf(script).colon;
}
