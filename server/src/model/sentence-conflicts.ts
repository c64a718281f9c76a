/**
 * What one sentence of running text says, held against itself: a level, where it came from, by how much and by how many
 * per cent; a part, its whole and its share; what was done, what was to be done and how much of it that is. Whoever
 * writes such a sentence means its figures of each other, so that the years need not be known, and no sentence beside
 * it plays a part.
 */
import { assess, grossProduct, type IndicatorVariable, Level, stanceOf } from './assessment.ts';
import {
  type Conflict,
  conflictsAmong,
  conflictsOfParts,
  formulaPart,
  levelPart,
  sharePart,
} from './conflicts.ts';
import type { Term } from './constraints.ts';
import { levelInterval } from './figures.ts';
import { isWholeLine } from './interval.ts';
import { simplify } from './names.ts';
import { isOneSentence } from './statements.ts';
import type { ChangeClaim, Claim, HeaderFacts, Period } from './types.ts';
import { comparable, parseUnit } from './units.ts';

/** The conflicts inside each sentence of a line of prose, by the claims that are read from it. */
export function conflictsInSentences(
  claims: readonly Claim[],
  header: HeaderFacts,
): readonly Conflict[] {
  // Most figures stand alone, and most lines hold nothing but such.
  if (claims.length === 0) return none;
  const isSummed = claims.length > 2 && totalWord.test(claims[0].line.text);
  if (!isSummed && !claims.some(mayJoin)) return none;
  const conflicts: Conflict[] = [];
  for (const sentence of sentencesOf(claims)) {
    if (!isSummed && !sentence.some(mayJoin)) continue;
    for (const statement of statementsOf(sentence)) {
      if (isOfProduct(statement.level, sentence)) continue;
      const found = conflictsOfStatement(statement, header);
      if (found) conflicts.push(found);
    }
    conflicts.push(...conflictsOfShares(sentence), ...conflictsOfSums(sentence, isSummed));
  }
  return conflicts;
}

const none: readonly Conflict[] = [];

/** Whether a claim says anything that another figure could be held against. */
function mayJoin({ change, share, completion, partOf, from }: Claim): boolean {
  return (
    change !== undefined ||
    share === true ||
    completion === true ||
    partOf !== undefined ||
    from !== undefined
  );
}

// ---------------------------------------------------------------- sentences

function sentencesOf(claims: readonly Claim[]): Claim[][] {
  const sentences: Claim[][] = [];
  let last: Claim | undefined;
  for (const claim of claims) {
    if (last && isOneSentence(claim.line.text, endOf(last), claim.start)) {
      sentences[sentences.length - 1].push(claim);
    } else sentences.push([claim]);
    last = claim;
  }
  return sentences;
}

/** A level and its change can stand in any order. */
const endOf = ({ end, change }: Claim): number => Math.max(end, change?.end ?? end);

// ---------------------------------------------------------------- level, base and changes

/** A level with the changes that are told of it in a row. */
interface StatementOfLevel {
  readonly level: Claim;
  /** What it was before, mentioned beside it. */
  readonly base?: Claim;
  /** Told behind it, each without a level of its own. */
  readonly changes: readonly Claim[];
}

function statementsOf(sentence: readonly Claim[]): StatementOfLevel[] {
  const statements: { level: Claim; base?: Claim; changes: Claim[] }[] = [];
  for (const claim of sentence) {
    const current = statements[statements.length - 1];
    if (claim.share || claim.completion || claim.rank || claim.beside === 'task') continue;
    if (claim.beside === 'base') {
      if (current && claim.key === current.level.key) current.base = claim;
      continue;
    }
    const rate = current && rateBehind(claim, current);
    if (rate) current.changes.push(rate);
    else if (claim.value !== undefined) statements.push({ level: claim, changes: [] });
    else if (current && claim.change && claim.key === current.level.key && isInRow(current, claim))
      current.changes.push(claim);
  }
  return statements.map(measuredFromBase).filter(({ level, base, changes }) => {
    if (changes.length === 0 && !base && level.from === undefined) return false;
    const kinds = [level, ...changes].flatMap(({ change }) => change?.kind ?? []);
    // 6.6万户和9000户，是2010年的1.4倍和2倍: of several levels in a row, whoever counts them.
    if (new Set(kinds).size < kinds.length) return false;
    return kinds.length > 0 && kinds.length + (base || level.from !== undefined ? 1 : 0) > 1;
  });
}

/** 24.2元，环比下降5.2%，比去年同期的29.4元低17.8%: of two changes, the one behind the base is measured from it. */
function measuredFromBase(statement: StatementOfLevel): StatementOfLevel {
  const { level, base, changes } = statement;
  const own = base && changes.find(({ change }) => change && isNext(base, change));
  if (!own || !level.change || isNext(base, level.change)) return statement;
  return { level: { ...level, change: undefined }, base, changes: [own] };
}

const isNext = ({ end }: Claim, { start }: ChangeClaim): boolean =>
  start >= end && start - end <= 4;

/** Whether nothing else is told between a level and a change. */
function isInRow({ level, base, changes }: StatementOfLevel, claim: Claim): boolean {
  const ends = [level, ...(base ? [base] : []), ...changes].map(endOf);
  return claim.start - Math.max(...ends) < farthestChange;
}

/** A change that stands farther from its level is of something else. */
const farthestChange = 16;

/** 增幅8.0%, （8.0%）, “or 8.0%”: a rate behind a level and its increment, or behind 由A增加到B. */
function rateBehind(claim: Claim, statement: StatementOfLevel): ChangeOnly | undefined {
  const { level, changes } = statement;
  if (claim.change || claim.unit !== '%' || claim.value === undefined || claim.comparator !== '=')
    return undefined;
  if (!isInRow(statement, claim)) return undefined;
  const increment = [level, ...changes].find(({ change }) => change?.kind === 'absolute');
  if (!increment && (level.from === undefined || level.change)) return undefined;
  // 增幅, or 税收收入增幅 behind a level of 税收收入.
  const name = simplify(claim.indicator);
  const whose = simplify(level.indicator);
  const noun = name.startsWith(whose) ? name.slice(whose.length) : name;
  const before = claim.line.text.slice(endOf(increment ?? level), claim.start);
  if (!growthNoun.test(noun) && !(increment && rateBeside.test(before))) return undefined;
  const falls = increment?.change?.value?.startsWith('-') ?? /^[降减跌]/.test(noun);
  if (/^[降减跌涨升]/.test(noun) && falls !== /^[降减跌]/.test(noun)) return undefined;
  const { value, unit, numberStart, numberEnd, start, end } = claim;
  const change: ChangeClaim = {
    start,
    end,
    kind: 'percent',
    value: falls ? `-${value}` : value,
    unit,
    numberStart,
    numberEnd,
  };
  const { value: _, comparator: __, ...rest } = claim;
  const average = claim.average === true || /年均/.test(before);
  return { ...rest, key: level.key, indicator: level.indicator, change, average };
}
type ChangeOnly = Claim & { readonly change: ChangeClaim };
const growthNoun = /^(?:年均)?(?:增幅|升幅|涨幅|降幅|减幅|跌幅|增长率|增速)$/;
const rateBeside = /^(?:,? or |\s?[（(](?:or )?)$/;

/** 经济总量连续迈上4个百亿元台阶、达950亿元，年均增长11%: growth of gross product, by whatever name its level goes. */
function isOfProduct(level: Claim, sentence: readonly Claim[]): boolean {
  const first = sentence.find(({ key }) => key === level.key) ?? level;
  const { text } = level.line;
  const before = text.slice(Math.max(0, first.start - farthestName), first.start);
  const clause = Math.max(...['，', '。', '；', '：'].map((mark) => before.lastIndexOf(mark)));
  return grossProduct.test(before.slice(clause + 1)) && !grossProduct.test(level.indicator);
}
const farthestName = 30;

/** Words that name what a change is measured from, between what stands before it and its figure. */
const baseWord =
  /(?:同比|环比|[比较][^，。；、]{1,12}?(?=[增减提上下升降净])|from |over |than |compared )/;

function namedBase(claim: Claim, from: number): string | undefined {
  const { change, line } = claim;
  if (!change) return undefined;
  const said = baseWord.exec(simplify(line.text.slice(from, change.start)))?.[0];
  return said && (lastYear.test(said) ? lastYearsName : said.replace(/^[比较]/, ''));
}
const lastYear = /同比|上年|去年|上一年|上年同期|previous year|last year/;
const lastYearsName = '上年';

function conflictsOfStatement(
  { level, base: before, changes }: StatementOfLevel,
  header: HeaderFacts,
): Conflict | undefined {
  const told: Claim[] = [level];
  let base = level.change ? namedBase(level, wordsBefore(level)) : undefined;
  let basePeriod = level.basePeriod ?? before?.period;
  const isFixed = before !== undefined || level.from !== undefined;
  let from = Math.max(endOf(level), before?.end ?? 0);
  for (const claim of changes) {
    const named = namedBase(claim, from);
    from = endOf(claim);
    // What is measured from another year than the level before it is another statement.
    if (named !== undefined && isFixed && !isNamed(level.period, basePeriod, named)) continue;
    if (
      named !== undefined &&
      !isFixed &&
      (level.change || told.length > 1) &&
      named !== (base ?? lastYearsName)
    )
      continue;
    base ??= named;
    basePeriod ??= claim.basePeriod;
    told.push(claim);
  }
  const years = yearsBetween(level.period, basePeriod);
  const usable = told.filter(({ average }) => !average || years !== undefined);
  const [first] = usable;
  if (first !== level) return undefined;
  const count = usable.filter(({ change }) => change).length;
  if (count === 0 || count + (isFixed ? 1 : 0) < 2) return undefined;
  // Real years where they are known, so that averages are over as many; else any two.
  const isDated = level.period !== undefined && basePeriod !== undefined && years !== undefined;
  const here = isDated ? level.period : anyYear(1);
  const there = isDated ? basePeriod : anyYear(0);
  const originals = new Map<Claim, Claim>();
  const claims = usable.map((claim) => {
    const copy: Claim = {
      ...claim,
      origin: 'declared',
      role: 'result',
      period: here,
      basePeriod: there,
      total: undefined,
      flow: undefined,
    };
    originals.set(copy, claim);
    return copy;
  });
  if (before) {
    const copy: Claim = {
      ...before,
      origin: 'declared',
      role: 'result',
      period: there,
      basePeriod: undefined,
      change: undefined,
    };
    originals.set(copy, before);
    claims.unshift(copy);
  }
  const indicator = { key: level.key, name: level.indicator, declarations: [], claims };
  const conflict = conflictsAmong([assess(indicator, header)], everyLine).find(
    ({ kind }) => kind !== 'values',
  );
  return conflict && withOriginals(conflict, originals, isDated);
}

const everyLine = { has: () => true };
const anyYear = (year: number): Period => ({ from: year, to: year, span: false });

/** Where the words before a claim's change may begin. */
function wordsBefore({ change, start, end }: Claim): number {
  if (!change) return end;
  return change.start < start
    ? Math.max(0, change.start - farthestChange)
    : Math.min(end, change.start);
}

/** Whether the words for a base name the period that the base is of. */
function isNamed(period: Period | undefined, base: Period | undefined, named: string): boolean {
  if (named === lastYearsName) return !base || !period || base.to === period.to - 1;
  return base !== undefined && named.includes(String(base.to));
}

function yearsBetween(period: Period | undefined, base: Period | undefined): number | undefined {
  if (!period || !base || period.span || base.span || period.part || base.part) return undefined;
  return period.to > base.to ? period.to - base.to : undefined;
}

/** The statements as they stand in the text, without years that nobody wrote. */
function withOriginals(
  conflict: Conflict,
  originals: ReadonlyMap<Claim, Claim>,
  isDated: boolean,
): Conflict {
  const original = <S extends Conflict['anchor']>({ period, ...statement }: S) => ({
    ...statement,
    claim: originals.get(statement.claim) ?? statement.claim,
    ...(isDated && period ? { period } : {}),
  });
  return {
    ...conflict,
    anchor: original(conflict.anchor),
    others: conflict.others.map(original),
    repairs: conflict.repairs.map((repair) => ({
      ...repair,
      statement: original(repair.statement),
    })),
  };
}

// ---------------------------------------------------------------- shares

/** 税收收入436万元，占财政收入的89.7%, where the revenue stands in the same sentence. */
function conflictsOfShares(sentence: readonly Claim[]): Conflict[] {
  return sentence.flatMap((claim, index) => {
    if ((!claim.share && !claim.completion) || claim.hedge) return [];
    const before = sentence.slice(0, index);
    const isOwn = ({ key }: Claim): boolean =>
      key === claim.key || (claim.completion === true && /^完成率$/.test(claim.indicator));
    const part = before.findLast(
      (other) => isOwn(other) && isAmount(other) && !(claim.completion && other.role === 'target'),
    );
    if (!part || !isSameTime(part, claim)) return [];
    const whole = wholeOf({ ...claim, key: part.key }, part, before);
    if (!whole || whole === part || !isSameTime(part, whole)) return [];
    if (claim.change) {
      const conflict = excessConflict(claim, part, whole);
      return conflict ? [conflict] : [];
    }
    const conflict = shareConflict(claim, part, whole);
    return conflict ? [conflict] : [];
  });
}

/** A figure of its own kind: neither a share nor a place, and no sum over years. */
function isAmount({ value, share, completion, rank, comparator, hedge, average }: Claim): boolean {
  return (
    value !== undefined &&
    !share &&
    !completion &&
    !rank &&
    !hedge &&
    !average &&
    comparator === '='
  );
}

function wholeOf(claim: Claim, part: Claim, before: readonly Claim[]): Claim | undefined {
  const named = claim.of === undefined ? undefined : simplify(claim.of);
  // More than all of it: 占财政收入的189.7% is no task done.
  if (claim.completion && (named === undefined ? !part.partOf : task.test(named)))
    return before.findLast(({ key, role }) => key === claim.key && role === 'target');
  if (named === undefined) return part.partOf && isAmount(part.partOf) ? part.partOf : undefined;
  return before.findLast(
    (other) => other !== part && isAmount(other) && simplify(other.indicator) === named,
  );
}
const task = /(?:目标|任务|计划|预算)(?:任务|数|总额)?$|plan|target/;

function isSameTime(a: Claim, b: Claim): boolean {
  return (
    a.period?.from === b.period?.from &&
    a.period?.to === b.period?.to &&
    a.period?.part === b.period?.part &&
    Boolean(a.total) === Boolean(b.total)
  );
}

function shareConflict(claim: Claim, part: Claim, whole: Claim): Conflict | undefined {
  const [small, large, per] = [part, whole, claim].map(({ unit }) => parseUnit(unit));
  if (!small || !large || per?.dimension !== 'ratio' || !comparable(small, large)) return undefined;
  const ratio = levelInterval(claim, per);
  if (!ratio || isWholeLine(ratio)) return undefined;
  const variable = (key: string, of: Claim): IndicatorVariable => ({
    key,
    stance: stanceOf(of),
    levels: [],
  });
  const [inner, outer] = [variable('part', part), variable('whole', whole)];
  return conflictsOfParts([
    levelPart(inner, new Level(part, 'level', small)),
    levelPart(outer, new Level(whole, 'level', large)),
    sharePart({ share: { claim, part: inner, ratio }, whole: outer }),
  ]);
}

/** 目标5亿元，实际完成5.4亿元，超目标0.4亿元. */
function excessConflict(claim: Claim, done: Claim, aim: Claim): Conflict | undefined {
  const originals = new Map<Claim, Claim>();
  const told = ([aim, done, claim] as const).map((original, year) => {
    const copy: Claim = {
      ...original,
      key: done.key,
      origin: 'declared',
      role: 'result',
      completion: undefined,
      period: anyYear(Math.min(year, 1)),
      ...(year === 2 ? { basePeriod: anyYear(0) } : { change: undefined, basePeriod: undefined }),
    };
    originals.set(copy, original);
    return copy;
  });
  const indicator = { key: done.key, name: done.indicator, declarations: [], claims: told };
  const [conflict] = conflictsAmong([assess(indicator, {} as HeaderFacts)], everyLine);
  return conflict && withOriginals(conflict, originals, false);
}

// ---------------------------------------------------------------- sums

/** Names that together are all of a whole, whatever it counts. */
// biome-ignore format: a table
const partitions: readonly (readonly RegExp[])[] = [
  [/第?一(?:次)?产业/, /第?二(?:次)?产业/, /第?三(?:次)?产业/],
  [/^男(?:性|生)?(?!.*女)/, /^女(?:性|生)?/],
  [/^(?:城镇|城市)(?!.*乡)/, /^(?:农村|乡村)/],
  [/^税收/, /^非税/],
  [/^出口/, /^进口/],
];

/** 其中 with all parts there are, and, where a word for it stands in the line, figures with their total. */
function conflictsOfSums(sentence: readonly Claim[], isSummed: boolean): Conflict[] {
  const conflicts: Conflict[] = [];
  const wholes = new Set(sentence.flatMap(({ partOf }) => partOf ?? []));
  for (const whole of wholes) {
    const parts = sentence.filter(({ partOf }) => partOf === whole).filter(isAmount);
    const isAll = partitions.some((partition) => {
      const own = parts.slice(0, partition.length);
      return (
        own.length === partition.length &&
        partition.every((name) => own.some(({ indicator }) => name.test(simplify(indicator))))
      );
    });
    const count = partitions.find((partition) => partition.length === parts.length)?.length;
    const conflict = isAll && count ? sumConflict(whole, parts) : undefined;
    if (conflict) conflicts.push(conflict);
  }
  if (!isSummed) return conflicts;
  for (const [index, total] of sentence.entries()) {
    if (!isTotalOfRow(total, sentence[index - 1])) continue;
    const parts = rowBefore(sentence.slice(0, index));
    const conflict = parts.length > 1 ? sumConflict(total, parts) : undefined;
    if (conflict) conflicts.push(conflict);
  }
  return conflicts;
}

/** 合计 directly behind the figures that it is of. */
function isTotalOfRow(claim: Claim, before: Claim | undefined): boolean {
  if (!before || claim.value === undefined) return false;
  return totalLead.test(simplify(claim.line.text.slice(endOf(before), claim.start)));
}
const totalWord = /[合共总總][计計]/;
const totalLead = /^[，,、；]?(?:[两三四五]项|[二三]者)?(?:合计|共计|总计)(?:为|达|达到)?$/;

/** The figures of one row: as many as stand together, of one whole or of none. */
function rowBefore(claims: readonly Claim[]): Claim[] {
  const row: Claim[] = [];
  for (const claim of [...claims].reverse()) {
    const [first] = row;
    if (!isAmount(claim) || claim.total || (first && claim.partOf !== first.partOf)) break;
    row.unshift(claim);
  }
  return row.length === claims.length || row[0]?.partOf ? row : [];
}

function sumConflict(whole: Claim, parts: readonly Claim[]): Conflict | undefined {
  const units = [whole, ...parts].map(({ unit }) => parseUnit(unit));
  const [own] = units;
  if (!own || own.dimension === 'ratio') return undefined;
  const levels: Level[] = [];
  for (const [index, claim] of [whole, ...parts].entries()) {
    const unit = units[index];
    if (!unit || !comparable(unit, own) || !isAmount(claim)) return undefined;
    levels.push(new Level(claim, 'level', unit));
  }
  const variables = levels.map(
    (level, index): IndicatorVariable => ({
      key: String(index),
      stance: stanceOf(level.claim),
      levels: [level],
    }),
  );
  const [total, ...terms] = variables.map((variable): Term => ({ kind: 'variable', variable }));
  if (total.kind !== 'variable') return undefined;
  const term = terms.reduce((left, right) => ({ kind: 'operation', operator: '+', left, right }));
  const { line, start, end } = whole;
  const conflict = conflictsOfParts([
    ...variables.map((variable, index) => levelPart(variable, levels[index])),
    formulaPart({ place: { line, start, end }, whole: variables[0], term }),
  ]);
  return conflict && { ...conflict, formulas: [] };
}
