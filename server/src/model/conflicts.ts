/**
 * Holds statements against each other. Levels, changes, shares and declared formulas become constraints over the
 * values of indicators; where they cannot hold together, the smallest set that cannot is named, with what would make
 * the rest of it hold. There is no other place where a verdict on figures is reached.
 */
import type Fraction from 'fraction.js';
import type { Line } from '../syntax/tree.ts';
import {
  type Assessment,
  type IndicatorVariable,
  type Level,
  type Link,
  printPlain,
  type Share,
  withPeriod,
} from './assessment.ts';
import {
  bound,
  type Constraint,
  canHold,
  centred,
  equal,
  propagate,
  scaled,
  shifted,
  smallestConflict,
  type Term,
  type Variable,
} from './constraints.ts';
import { decimalsOf, printChange, printValue } from './figures.ts';
import {
  div,
  type Interval,
  intersect,
  isEmpty,
  meets,
  middle,
  ofPrinted,
  pointOf,
  rootN,
  scale,
  sub,
  wholeLine,
  width,
} from './interval.ts';
import { simplify } from './names.ts';
import { type Slip, slipOf } from './slips.ts';
import { compareStatements, isOneSentence, type Statement } from './statements.ts';
import type { ChangeClaim, Claim, ComparatorName, Place } from './types.ts';
import { parseUnit } from './units.ts';

export type ConflictKind =
  /** Two figures for one indicator and period. */
  | 'values'
  /** Level, increment and growth of one statement. */
  | 'change'
  /** A change against a base that is printed elsewhere. */
  | 'base'
  /** A declared formula. */
  | 'formula'
  /** A share of another indicator, or of a task. */
  | 'share';

/** The smallest set of statements that cannot hold together. */
export interface Conflict {
  readonly kind: ConflictKind;
  /** The statement that is told first: the last change, or the later of two levels. */
  readonly anchor: Statement;
  readonly others: readonly Statement[];
  /** Declared formulas by which they are held against each other. */
  readonly formulas: readonly Place[];
  /** For each statement, the figure that would make the rest hold, at its printed precision. */
  readonly repairs: readonly Repair[];
  /** True where a statement is read from prose: it is recognised, not declared. */
  readonly inProse: boolean;
  /**
   * Why it is told although rounding would explain it: numbers of things are not rounded, and nobody rounds one value
   * twice, each time to other digits.
   */
  readonly explainedByRounding?: 'counts' | 'digits';
}

export interface Repair {
  readonly statement: Statement;
  /** Digits to put in the place of the printed ones, without sign and unit. */
  readonly digits: string;
  /** In words: 应增0.6亿元. */
  readonly zh: string;
  readonly en: string;
  /** What the printed digits were meant to be, if they are a slip of the hand. */
  readonly slip?: Slip;
}

/** A declared formula in one period: whole = term. */
export interface FormulaInstance {
  readonly place: Place;
  readonly whole: IndicatorVariable;
  readonly term: Term;
}

/** A share with the value of the whole that it is of. */
export interface ShareInstance {
  readonly share: Share;
  readonly whole: IndicatorVariable;
}

export type Part = Constraint &
  (
    | { readonly kind: 'level'; readonly variable: IndicatorVariable; readonly level: Level }
    | { readonly kind: 'link'; readonly link: Link }
    | { readonly kind: 'share'; readonly share: Share; readonly whole: IndicatorVariable }
    | { readonly kind: 'formula'; readonly formula: FormulaInstance }
  );

/** More constraints than this at once are held against each other line by line. */
const fullPropagationLimit = 120;
/** A group with more mistakes than this is in a state that no list of findings helps with. */
const mostConflictsOfGroup = 8;

/** The lines of the document that is judged; what other files say is held against it, but told in their own. */
export interface OwnLines {
  has(line: Line): boolean;
}

/** What cannot hold together among the statements of some indicators, in the order of the document. */
export function conflictsAmong(
  assessments: readonly Assessment[],
  own: OwnLines,
  formulas: readonly FormulaInstance[] = [],
  shares: readonly ShareInstance[] = [],
): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  const levels = new Map<IndicatorVariable, readonly Level[]>();
  for (const assessment of assessments) {
    for (const variable of assessment.allVariables) {
      levels.set(variable, settle(variable, own, conflicts));
    }
    for (const variable of assessment.ownBases) levels.set(variable, variable.levels);
  }
  const relations: Part[] = [
    ...assessments.flatMap(({ links }) => links.map(linkPart)),
    ...shares.map(sharePart),
    ...formulas.map(formulaPart),
  ];
  for (const group of groupsOf(relations)) checkGroup(group, levels, own, conflicts);
  return conflicts.sort((a, b) => compareStatements(a.anchor, b.anchor));
}

const everyLine: OwnLines = { has: () => true };

/** What cannot hold together among a few statements that are joined already, such as those of one sentence. */
export function conflictsOfParts(parts: readonly Part[]): Conflict | undefined {
  if (canHold(parts)) return conflictOfCounts(parts, everyLine);
  return nameConflict(smallestOf(parts), parts, everyLine).conflict;
}

/** 12家 and 8家 make 20家, not 21家, whatever rounds to 12 and 8. */
function conflictOfCounts(parts: readonly Part[], own: OwnLines): Conflict | undefined {
  const counted = asCounted(parts);
  if (!counted || canHold(counted)) return undefined;
  return {
    ...nameConflict(smallestOf(counted), counted, own).conflict,
    explainedByRounding: 'counts',
  };
}

/** The same with each number of things as it is printed; undefined where anything else is held against each other. */
function asCounted(parts: readonly Part[]): Part[] | undefined {
  if (!parts.some(addsUp)) return undefined;
  const counted: Part[] = [];
  for (const part of parts) {
    if (part.kind === 'level') {
      const number = countOf(part.level);
      if (number === undefined) return undefined;
      counted.push({ ...part, ...bound(part.variable, pointOf(number)) });
    } else if (part.kind === 'link' && part.link.amount) {
      const { target, base, change } = part.link;
      const number = wholeNumber(change.value, change.unit, change);
      if (number === undefined) return undefined;
      counted.push({ ...part, ...shifted(target, base, pointOf(number)) });
    } else counted.push(part);
  }
  return counted;
}

function addsUp(part: Part): boolean {
  return part.kind === 'formula' || (part.kind === 'link' && part.link.amount !== undefined);
}

function countOf({ claim, aspect, unit }: Level): Fraction | undefined {
  if (aspect === 'from') return wholeNumber(claim.from, claim.fromUnit ?? claim.unit, {});
  if (claim.low !== undefined || claim.high !== undefined) return undefined;
  return unit.factor.equals(unity) ? wholeNumber(claim.value, claim.unit, claim) : undefined;
}

/** A number of things that is printed to the last one; 1.2万户 and 约50家 are not. */
function wholeNumber(
  printed: string | undefined,
  unitText: string,
  { comparator = '=', hedge }: Pick<Claim, 'comparator' | 'hedge'>,
): Fraction | undefined {
  if (printed === undefined || !/^-?[0-9]+$/.test(printed)) return undefined;
  if (hedge !== undefined || !exactWords.has(comparator)) return undefined;
  const unit = parseUnit(unitText);
  const isOfThings = unit?.factor.equals(unity) && /^count[^/]*$/.test(unit.dimension);
  return isOfThings ? unity.mul(printed) : undefined;
}

const exactWords: ReadonlySet<ComparatorName> = new Set(['=', 'keep', 'from-to']);

// ---------------------------------------------------------------- constraints

export function levelPart(variable: IndicatorVariable, level: Level): Part {
  return { kind: 'level', variable, level, ...bound(variable, level.interval) };
}

export function linkPart(link: Link): Part {
  const { target, base, amount, factor } = link;
  const constraint = amount
    ? shifted(target, base, amount)
    : scaled(target, base, factor ?? wholeLine);
  return { kind: 'link', link, ...constraint };
}

export function sharePart({ share, whole }: ShareInstance): Part {
  return { kind: 'share', share, whole, ...scaled(share.part, whole, share.ratio) };
}

export function formulaPart(formula: FormulaInstance): Part {
  return { kind: 'formula', formula, ...equal(formula.whole, formula.term) };
}

/** The statement that a part makes; a declared formula is none that could be a slip. */
export function statementOf(part: Part): Statement | undefined {
  switch (part.kind) {
    case 'level':
      return levelStatement(part.level);
    case 'link':
      return { claim: part.link.claim, aspect: 'change', ...withPeriod(part.link.claim.period) };
    case 'share':
      return { claim: part.share.claim, aspect: 'level', ...withPeriod(part.share.claim.period) };
    case 'formula':
      return undefined;
  }
}

function printedOf({ claim, aspect }: Level): { digits: string | undefined; unit: string } {
  return aspect === 'from'
    ? { digits: claim.from, unit: claim.fromUnit ?? claim.unit }
    : { digits: claim.value, unit: claim.unit };
}

export function levelStatement({ claim, aspect }: Level): Statement {
  return { claim, aspect, ...withPeriod(aspect === 'from' ? claim.basePeriod : claim.period) };
}

// ---------------------------------------------------------------- one value, several figures

/** The levels of one variable, each against those before it; returns those that narrow it. */
function settle(
  variable: IndicatorVariable,
  own: OwnLines,
  conflicts: Conflict[],
): readonly Level[] {
  if (variable.levels.length < 2) return variable.levels;
  const declared = variable.levels.filter(({ claim }) => claim.origin !== 'prose');
  const told = variable.levels.filter(({ claim }) => claim.origin === 'prose');
  const levels: Level[] = [];
  let interval = wholeLine;
  const take = (level: Level): boolean => {
    if (!meets(interval, level.interval)) return false;
    const narrower = intersect(interval, level.interval);
    if (narrower !== interval) levels.push(level);
    interval = narrower;
    return true;
  };
  const [first] = declared;
  const printedAs = new Map<string, Level>();
  const conflictsOf = (level: Level): Conflict[] => {
    const fits = take(level);
    if (!first || mayDiffer(first.claim, level.claim)) return [];
    if (!fits) return valuesConflict(first, level, own);
    return variable.period ? digitsConflict(level, printedAs, own) : [];
  };
  for (const level of declared) {
    const found = conflictsOf(level);
    if (variable.period) conflicts.push(...found);
  }
  const common = told.reduce((all, level) => intersect(all, level.interval), wholeLine);
  if (isEmpty(common)) {
    const other = told.find((level) => !meets(level.interval, told[0].interval));
    if (other && declared.length === 0 && speakOfOne(variable, told))
      conflicts.push(...valuesConflict(told[0], other, own));
    return levels;
  }
  for (const level of told) {
    const found = conflictsOf(level);
    conflicts.push(...found);
    if (found.length > 0) break;
  }
  return levels;
}

/** 1.2亿元 here and 1.3亿元 in the table: both may be rounded from 1.25, but then they would have been rounded alike. */
function digitsConflict(level: Level, printedAs: Map<string, Level>, own: OwnLines): Conflict[] {
  const form = formOf(level);
  if (form === undefined) return [];
  const other = printedAs.get(form);
  if (!other && level.claim.origin !== 'prose') printedAs.set(form, level);
  if (!other || !haveOtherDigits(other, level)) return [];
  return valuesConflict(other, level, own).map((conflict) => ({
    ...conflict,
    explainedByRounding: 'digits',
  }));
}

/** Unit and decimals of an exact figure: two of one value and one form have the same digits. */
function formOf(level: Level): string | undefined {
  const { comparator = '=', hedge, low, high, mask } = level.claim;
  const { digits, unit } = printedOf(level);
  const isExact = exactWords.has(comparator) && !hedge && !low && !high && mask === undefined;
  return digits !== undefined && isExact ? `${decimalsOf(digits)} ${unit}` : undefined;
}

/** Whether two figures of one value are printed in one form with other digits. */
export function haveOtherDigits(a: Level, b: Level): boolean {
  const form = formOf(a);
  return form !== undefined && form === formOf(b) && printedOf(a).digits !== printedOf(b).digits;
}

/**
 * Sentences that differ among themselves mostly speak of different things by the same name: 投资, 项目, 总数. It is one
 * thing where the name says enough, the figure is measured and not counted, the year is a whole one, and the two figures
 * are near each other or the same digits in another magnitude.
 */
function speakOfOne({ key, period }: IndicatorVariable, told: readonly Level[]): boolean {
  if (!period || period.span || period.part || !key.endsWith('|')) return false;
  const [first] = told;
  const isPlain = ({ claim, aspect, unit }: Level): boolean =>
    aspect === 'level' &&
    claim.comparator === '=' &&
    !claim.hedge &&
    !claim.partOf &&
    !claim.beside &&
    !claim.average &&
    !claim.flow &&
    claim.commitment === first.claim.commitment &&
    unit.dimension !== 'count' &&
    tellingName.test(simplify(claim.indicator));
  if (!told.every(isPlain)) return false;
  // In a list each figure is of a thing of its own.
  const isListed = told.some(({ claim: { line, start } }, index) =>
    told
      .slice(0, index)
      .some(({ claim }) => claim.line === line && isOneSentence(line.text, claim.start, start)),
  );
  return (
    !isListed && told.every(({ interval }) => isNear(middle(interval), middle(first.interval)))
  );
}

/**
 * Long enough to be of one thing, or one of the names that every report has. 年度计划投资 is of whatever projects the
 * sentence tells of.
 */
const tellingName =
  /^(?!.*(?:投资额?|资金|投入)$)[^、和]{5,}$|^(?:固定资产|工业|民间|房地产开发|基础设施)投资$|^[^、和]{2,}产量$|^(?:税收|财政|旅游)收入$|^(?:常住|户籍|年末)人口$|^[a-z]+(?: [a-z]+)+$/i;

function isNear(a: Fraction | undefined, b: Fraction | undefined): boolean {
  if (!a || !b || a.compare(0) <= 0 || b.compare(0) <= 0) return false;
  const ratio = a.compare(b) > 0 ? a.div(b) : b.div(a);
  return (
    ratio.compare(1.6) <= 0 ||
    [10, 100, 1000, 10_000].some((power) => ratio.div(power).sub(1).abs().compare(0.005) < 0)
  );
}

/** 确保2800亿元、力争3100亿元: two aims of different ambition may differ. */
function mayDiffer(a: Claim, b: Claim): boolean {
  return a.commitment !== b.commitment;
}

/** Told at the later figure, or at the one that stands in this document. */
function valuesConflict(first: Level, second: Level, own: OwnLines): Conflict[] {
  if (!own.has(second.claim.line)) {
    return own.has(first.claim.line) ? valuesConflict(second, first, own) : [];
  }
  const anchor = levelStatement(second);
  const other = levelStatement(first);
  return [
    {
      kind: 'values',
      anchor,
      others: [other],
      formulas: [],
      repairs: [...levelRepair(second, printedBy(first)), ...levelRepair(first, printedBy(second))],
      inProse: isToldInProse([anchor, other]),
    },
  ];
}

const printedBy = ({ interval }: Level): Expected => ({ interval, value: middle(interval) });

function isToldInProse(statements: readonly Statement[]): boolean {
  return statements.some(({ claim }) => claim.origin === 'prose');
}

// ---------------------------------------------------------------- groups

/** Relations that share a variable belong together, directly or through others. */
function groupsOf(relations: readonly Part[]): Part[][] {
  const groupOf = new Map<Variable, Part[]>();
  const groups = new Set<Part[]>();
  for (const part of relations) {
    let group: Part[] = [];
    for (const variable of part.variables) {
      const found = groupOf.get(variable);
      if (!found || found === group) continue;
      const [larger, smaller] = found.length >= group.length ? [found, group] : [group, found];
      for (const moved of smaller) {
        larger.push(moved);
        for (const its of moved.variables) groupOf.set(its, larger);
      }
      groups.delete(smaller);
      group = larger;
    }
    group.push(part);
    groups.add(group);
    for (const variable of part.variables) groupOf.set(variable, group);
  }
  return [...groups];
}

function checkGroup(
  relations: readonly Part[],
  levels: ReadonlyMap<Variable, readonly Level[]>,
  own: OwnLines,
  conflicts: Conflict[],
): void {
  const variables = new Set(relations.flatMap((part) => part.variables));
  const printed: Part[] = [];
  for (const variable of variables) {
    for (const level of levels.get(variable) ?? []) {
      printed.push(levelPart(variable as IndicatorVariable, level));
    }
  }
  // A level and its change, or two changes, agree with everything.
  if (printed.length === 0 || printed.length + relations.length < 3) return;
  const sets =
    printed.length + relations.length <= fullPropagationLimit
      ? [[...printed, ...relations]]
      : smallSets(printed, relations);
  for (const set of sets) {
    const ofCounts = canHold(set) ? conflictOfCounts(set, own) : undefined;
    if (ofCounts && !isOfOneSentence(ofCounts) && own.has(ofCounts.anchor.claim.line)) {
      conflicts.push(ofCounts);
    }
    let parts: readonly Part[] = set;
    for (let round = 0; round < mostConflictsOfGroup; round++) {
      if (canHold(parts)) break;
      const { conflict, anchor } = nameConflict(smallestOf(parts), parts, own);
      if (!isOfOneSentence(conflict) && own.has(conflict.anchor.claim.line)) {
        conflicts.push(conflict);
      }
      // The others are looked for without the statement that is told of.
      parts = parts.filter((part) => part !== anchor);
    }
  }
}

/** Sets are the smaller the sooner the search sees the statements that are to blame: it is tried from both ends. */
function smallestOf(parts: readonly Part[]): readonly Part[] {
  const one = smallestConflict(parts);
  if (one.length <= 3) return one;
  const other = smallestConflict([...parts].reverse());
  return other.length < one.length ? other : one;
}

/** What one sentence of prose says is held against itself by `sentence-conflicts.ts`. */
function isOfOneSentence({ anchor, others }: Conflict): boolean {
  const { line, start } = anchor.claim;
  return [anchor, ...others].every(
    ({ claim }) =>
      claim.origin === 'prose' &&
      claim.line === line &&
      isOneSentence(line.text, claim.start, start),
  );
}

/** For very many figures: the relations of each line with the levels that they touch. */
function smallSets(printed: readonly Part[], relations: readonly Part[]): Part[][] {
  const byVariable = new Map<Variable, Part[]>();
  for (const part of printed) {
    const [variable] = part.variables;
    const list = byVariable.get(variable) ?? [];
    if (list.length < 3) list.push(part);
    byVariable.set(variable, list);
  }
  const lineOf = (part: Part): Line =>
    statementOf(part)?.claim.line ??
    (part.kind === 'formula' ? part.formula.place.line : undefined)!;
  const lists: Part[][] = [];
  let list: Part[] = [];
  for (const part of relations) {
    const [first] = list;
    // A line of thousands of figures is no statement: it is read a few at a time.
    if (!first || lineOf(first) !== lineOf(part) || list.length >= 12) {
      list = [];
      lists.push(list);
    }
    list.push(part);
  }
  return lists.map((few) => {
    const variables = new Set(few.flatMap((part) => part.variables));
    return [...[...variables].flatMap((variable) => byVariable.get(variable) ?? []), ...few];
  });
}

// ---------------------------------------------------------------- naming

function nameConflict(
  set: readonly Part[],
  all: readonly Part[],
  own: OwnLines,
): { conflict: Conflict; anchor: Part } {
  const stated = set
    .flatMap((part) => {
      const statement = statementOf(part);
      return statement ? [{ part, statement }] : [];
    })
    .sort((a, b) => compareStatements(a.statement, b.statement));
  const here = stated.filter(({ statement }) => own.has(statement.claim.line));
  const anchor =
    culpritAmong(here, set, all) ?? defaultAnchor(here.length > 0 ? here : stated, set);
  const statements = stated.map(({ statement }) => statement);
  return {
    anchor: anchor.part,
    conflict: {
      kind: kindOf(set),
      anchor: anchor.statement,
      others: statements.filter((statement) => statement !== anchor.statement),
      formulas: set.flatMap((part) => (part.kind === 'formula' ? [part.formula.place] : [])),
      repairs: stated.flatMap(({ part }) => repairOf(part, set, all)),
      inProse: isToldInProse(statements),
    },
  };
}

interface Stated {
  readonly part: Part;
  readonly statement: Statement;
}

/** The one statement without which all others hold, where others than those of the set say so too. */
function culpritAmong(
  stated: readonly Stated[],
  set: readonly Part[],
  all: readonly Part[],
): Stated | undefined {
  if (all.length === set.length) return undefined;
  const suspects = stated.filter(({ part }) => canHold(all.filter((other) => other !== part)));
  return suspects.length === 1 ? suspects[0] : undefined;
}

/** The whole of a formula, else the last change or share, else the last level. */
function defaultAnchor(stated: readonly Stated[], set: readonly Part[]): Stated {
  const formula = set.find((part) => part.kind === 'formula');
  const whole =
    formula?.kind === 'formula' &&
    stated.find(({ part }) => part.kind === 'level' && part.variable === formula.formula.whole);
  const joining = stated.filter(({ part }) => part.kind !== 'level');
  return whole || joining[joining.length - 1] || stated[stated.length - 1];
}

function kindOf(set: readonly Part[]): ConflictKind {
  if (set.some(({ kind }) => kind === 'formula')) return 'formula';
  if (set.some(({ kind }) => kind === 'share')) return 'share';
  const targets = new Set(set.flatMap((part) => (part.kind === 'link' ? [part.link.target] : [])));
  const isBase = set.some((part) => part.kind === 'level' && !targets.has(part.variable));
  return isBase ? 'base' : 'change';
}

// ---------------------------------------------------------------- repairs

/** What a figure can be, and the one that a calculator makes of the printed ones. */
interface Expected {
  readonly interval: Interval;
  readonly value: Fraction | undefined;
}

/** What the rest makes of one statement: all others if they agree, else the rest of the set. */
function repairOf(part: Part, set: readonly Part[], all: readonly Part[]): Repair[] {
  const otherOfSet = set.filter((other) => other !== part);
  const otherOfAll = all.filter((other) => other !== part);
  const known = propagate(otherOfAll) ?? propagate(otherOfSet);
  if (!known) return [];
  const asPrinted = propagate(otherOfAll.map(centred)) ?? propagate(otherOfSet.map(centred));
  const expected = (make: (of: (variable: Variable) => Interval) => Interval): Expected => {
    const interval = make((variable) => known.get(variable) ?? wholeLine);
    const value = middle(make((variable) => asPrinted?.get(variable) ?? wholeLine));
    const isWithin = value && meets(interval, pointOf(value));
    return { interval, value: isWithin ? value : middle(interval) };
  };
  switch (part.kind) {
    case 'level':
      return levelRepair(
        part.level,
        expected((of) => of(part.variable)),
      );
    case 'link': {
      const { link } = part;
      return changeRepair(
        link,
        expected((of) => changeBetween(link, of(link.target), of(link.base))),
      );
    }
    case 'share':
      return shareRepair(
        part.share,
        expected((of) => div(of(part.share.part), of(part.whole))),
      );
    case 'formula':
      return [];
  }
}

function levelRepair(level: Level, { interval, value }: Expected): Repair[] {
  const { unit } = level;
  const { digits: printed, unit: unitText } = printedOf(level);
  if (!value || printed === undefined) return [];
  const digits = printValue(value, unit, '', decimalsOf(printed));
  if (digits === printed) return [];
  const text = digits + unitText;
  return [
    {
      statement: levelStatement(level),
      digits,
      zh: `应为${text}`,
      en: `should be ${text}`,
      ...slipIn(printed, scale(interval, unit.factor.inverse())),
    },
  ];
}

function shareRepair({ claim }: Share, { interval, value }: Expected): Repair[] {
  const unit = parseUnit(claim.unit);
  if (!unit || !value || claim.value === undefined) return [];
  const digits = printValue(value, unit, '', Math.max(1, decimalsOf(claim.value)));
  if (digits === claim.value) return [];
  const text = digits + claim.unit;
  return [
    {
      statement: { claim, aspect: 'level', ...withPeriod(claim.period) },
      digits,
      zh: `应为${text}`,
      en: `should be ${text}`,
      ...slipIn(claim.value, scale(interval, unit.factor.inverse())),
    },
  ];
}

/** What a change would have to be, in its own printed unit and with its sign. */
export function changeBetween(link: Link, target: Interval, base: Interval): Interval {
  const { change } = link;
  switch (change.kind) {
    case 'absolute': {
      const unit = parseUnit(change.unit);
      return unit ? scale(sub(target, base), unit.factor.inverse()) : wholeLine;
    }
    case 'points':
      return scale(sub(target, base), pointsPerWhole(change).inverse());
    case 'percent': {
      const ratio = div(target, base);
      const growth = link.years === 1 ? ratio : rootN(ratio, link.years);
      return scale(sub(growth, one), percentPerWhole(change));
    }
    default: {
      const ratio = div(target, base);
      return change.ratio ? ratio : sub(ratio, one);
    }
  }
}

const unity = printedUnity();
const one = pointOf(unity);

function printedUnity(): Fraction {
  return parseUnit('')!.factor;
}

function percentPerWhole({ unit }: ChangeClaim): Fraction {
  return unity.mul(/‰/.test(unit) ? 1000 : 100);
}

function pointsPerWhole({ unit }: ChangeClaim): Fraction {
  return unity.div(/千分点|千分點/.test(unit) ? 1000 : 100);
}

function changeRepair(link: Link, { interval, value }: Expected): Repair[] {
  const { change, claim } = link;
  if (!value || change.unit === '番') return [];
  const printedDecimals = decimalsOf(change.value);
  // A difference is as exact as what it is the difference of.
  const decimals =
    change.kind === 'absolute'
      ? Math.max(printedDecimals, ...decimalsIn(change.unit, link))
      : change.kind === 'points'
        ? printedDecimals
        : Math.max(1, printedDecimals);
  const negative = value.compare(0) < 0;
  const digits = printPlain(value.abs(), decimals);
  if (digits === change.value?.replace(/^-/, '') && negative === change.value.startsWith('-'))
    return [];
  const repaired: ChangeClaim = {
    ...change,
    value: negative ? `-${digits}` : digits,
    comparator: '=',
  };
  const wasNegative = change.value?.startsWith('-') ?? false;
  const average = link.years > 1 || Boolean(claim.average);
  const slip =
    negative === wasNegative && change.value !== undefined
      ? slipIn(change.value.replace(/^-/, ''), negative ? scale(interval, unity.neg()) : interval)
      : {};
  return [
    {
      statement: { claim, aspect: 'change', ...withPeriod(claim.period) },
      // A change of direction needs other words than digits: told, not offered.
      digits: negative === wasNegative ? digits : '',
      zh: `应${printChange(repaired, average, 'zh')}`,
      en: `should be ${printChange(repaired, average, 'en')}`,
      ...slip,
    },
  ];
}

/** Decimals of the levels that a change joins, where they are printed in the change's unit. */
function decimalsIn(unit: string, { target, base }: Link): number[] {
  return [...target.levels, ...base.levels]
    .filter(({ claim }) => claim.unit === unit)
    .map((level) => decimalsOf(printedOf(level).digits));
}

/**
 * A slip is named where the rest says closely enough what was meant, within a tenth, and where so many digits are
 * right that it is no chance: 764.24 is 4764.24 with a digit lost, while 23 and 3 have nothing to do with each other.
 */
function slipIn(printed: string, expected: Interval): { slip?: Slip } {
  const value = middle(expected);
  const wide = width(expected);
  if (!value || !wide || value.compare(0) <= 0 || wide.div(value).compare(0.1) > 0) return {};
  const slip = slipOf(printed, (digits) => meets(ofPrinted(digits, 0), expected));
  return slip && significantDigits(slip.digits) > 2 ? { slip } : {};
}

function significantDigits(digits: string): number {
  return digits.replace('.', '').replace(/^0+/, '').length;
}
