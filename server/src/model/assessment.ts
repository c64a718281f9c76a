/**
 * One computation per indicator: every level and every change that the document prints becomes a
 * constraint over the values of the indicator in its periods; intervals are propagated to a fixed
 * point. Conflicts, repairs, derived values and the values shown in hovers all come from here.
 */
import Fraction from 'fraction.js';
import {
  changeInterval,
  decimalsOf,
  fromInterval,
  isBounded,
  levelInterval,
  middle,
  printChange,
  printLevel,
  printValue,
  spaced,
} from './figures.ts';
import {
  add,
  div,
  type Interval,
  intersect,
  isEmpty,
  isWholeLine,
  meets,
  mul,
  pointOf,
  powInt,
  rootN,
  scale,
  sub,
  wholeLine,
} from './interval.ts';
import { simplify } from './names.ts';
import { baselineOf, periodKey, periodText } from './periods.ts';
import type {
  ChangeClaim,
  Claim,
  DerivedFigures,
  Figure,
  HeaderFacts,
  Indicator,
  KnownValue,
  Period,
  Stance,
} from './types.ts';
import { comparable, parseUnit, type Unit } from './units.ts';

/** Which of a claim's figures is meant: B, the A of 由A提高到B, or the change. */
export type Aspect = 'level' | 'from' | 'change';

/** A printed figure that takes part in a relation. */
export interface Statement {
  readonly claim: Claim;
  readonly aspect: Aspect;
  /** The period that the level is of, or the change ends in. */
  readonly period?: Period;
}

export type ConflictKind =
  /** Two figures for one indicator and period. */
  | 'values'
  /** Level, increment and growth of one statement. */
  | 'change'
  /** A change against a base that is printed elsewhere. */
  | 'base';

/** The smallest set of statements that cannot hold together. */
export interface Conflict {
  readonly kind: ConflictKind;
  /** The statement that is told first: the last change, or the later of two levels. */
  readonly anchor: Statement;
  readonly others: readonly Statement[];
  /** For each statement, the figure that would make the rest hold, at its printed precision. */
  readonly repairs: readonly Repair[];
}

export interface Repair {
  readonly statement: Statement;
  /** Digits to put in the place of the printed ones, without sign and unit. */
  readonly digits: string;
  /** In words: 应增0.6亿元. */
  readonly zh: string;
  readonly en: string;
}

/** A printed level. Its interval is made when a relation needs it: most figures stand alone. */
class Level {
  readonly claim: Claim;
  readonly aspect: 'level' | 'from';
  readonly unit: Unit;
  private found: Interval | undefined;

  constructor(claim: Claim, aspect: 'level' | 'from', unit: Unit) {
    this.claim = claim;
    this.aspect = aspect;
    this.unit = unit;
  }

  get interval(): Interval {
    this.found ??=
      (this.aspect === 'from' ? fromInterval : levelInterval)(this.claim, this.unit) ?? wholeLine;
    return this.found;
  }
}

interface Variable {
  readonly key: string;
  readonly period?: Period;
  readonly stance: Stance;
  /** Levels printed for it, in document order. */
  readonly levels: Level[];
}

/** A printed level with the interval that it can stand for, in base units. */
export interface PrintedLevel {
  readonly stance: Stance;
  readonly period: Period;
  readonly claim: Claim;
  readonly unit: Unit;
  readonly interval: Interval;
}

interface Link {
  readonly claim: Claim;
  readonly change: ChangeClaim;
  readonly target: Variable;
  readonly base: Variable;
  readonly basePeriod?: Period;
  /** target = base + amount, or target = base × factor. */
  readonly amount?: Interval;
  readonly factor?: Interval;
  /** Years over which an average is taken; 1 otherwise. */
  readonly years: number;
}

/** More constraints than this on one indicator are checked claim by claim instead of all at once. */
const fullPropagationLimit = 40;

const hundred = new Fraction(100);
const one = pointOf(new Fraction(1));

/** Gross product in any of its names: its growth is at comparable prices unless said otherwise. */
const grossProduct =
  /生产总值|GDP|国民总收入|gross (?:township |domestic |regional |county )?product/i;
const valueAdded = /增加值|value added/i;

export function assess(indicator: Indicator, header: HeaderFacts): Assessment {
  return new Assessment(indicator, header);
}

/**
 * Conflicts inside one sentence of prose: a level, its increment and its growth, told in a row. The
 * years do not matter, since all three are of the same one; other sentences are left out.
 */
export function conflictsInSentence(
  claims: readonly Claim[],
  header: HeaderFacts,
): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  for (let index = 0; index + 1 < claims.length; index++) {
    const [first, second] = [claims[index], claims[index + 1]];
    const kinds = [first.change?.kind, second.change?.kind];
    if (first.key !== second.key || !kinds.includes('absolute') || !kinds.includes('percent'))
      continue;
    if (first.value === undefined || second.value !== undefined || first.average || second.average)
      continue;
    // A base that is named for one of them alone makes them two statements.
    const told = [first, second].map(
      (claim): Claim => ({
        ...claim,
        origin: 'declared',
        period: undefined,
        basePeriod: undefined,
      }),
    );
    const indicator = { key: first.key, name: first.indicator, declarations: [], claims: told };
    conflicts.push(...new Assessment(indicator, header).conflicts);
  }
  return conflicts;
}

export class Assessment {
  private readonly indicator: Indicator;
  private readonly header: HeaderFacts;
  private readonly variables = new Map<string, Variable>();
  private readonly fromVariables = new Map<Claim, Variable>();
  private links: Link[] = [];
  /** The unit that figures are converted to and derived values are printed in. */
  readonly unit: Unit | undefined;
  readonly unitText: string;
  private conflictsFound: readonly Conflict[] | undefined;
  private valuesFound: readonly KnownValue[] | undefined;

  constructor(indicator: Indicator, header: HeaderFacts) {
    this.indicator = indicator;
    this.header = header;
    const unitOfDeclaration = indicator.declarations.find(({ unit }) => unit)?.unit?.text;
    const printed = indicator.claims.find(
      (claim) =>
        claim.unit !== '' &&
        !claim.share &&
        !claim.completion &&
        !claim.rank &&
        claim.value !== undefined,
    )?.unit;
    this.unitText = unitOfDeclaration ?? printed ?? '';
    this.unit = parseUnit(this.unitText);
    // Claims from prose are recognised, not declared: they do not bind the declared ones yet.
    const declared = indicator.claims.filter(({ origin }) => origin !== 'prose');
    for (const claim of declared) this.readLevel(claim);
    for (const claim of declared) this.readChange(claim);
  }

  // ------------------------------------------------------------ reading

  private stanceOf(claim: Claim): Stance {
    if (claim.role === 'target') return 'target';
    return claim.role === 'forecast' ? 'forecast' : 'actual';
  }

  private unitOf(claim: Claim): Unit | undefined {
    const unit = claim.unit === '' ? this.unit : parseUnit(claim.unit);
    return unit && this.unit && comparable(unit, this.unit) ? unit : undefined;
  }

  private variable(stance: Stance, period: Period | undefined, suffix: string): Variable {
    const key = `${stance}|${period ? periodKey(period) : '?'}|${suffix}`;
    let variable = this.variables.get(key);
    if (!variable) {
      variable = { key, stance, levels: [], ...(period ? { period } : {}) };
      this.variables.set(key, variable);
    }
    return variable;
  }

  /** Totals, averages, flows and places are things of their own beside the level. */
  private suffixOf(claim: Claim): string {
    if (claim.total) return 'total';
    if (claim.average && claim.change === undefined) return 'average';
    if (claim.flow) return 'flow';
    return claim.rank ? 'rank' : '';
  }

  private variableOf(claim: Claim): Variable {
    return this.variable(this.stanceOf(claim), claim.period, this.suffixOf(claim));
  }

  private readLevel(claim: Claim): void {
    if (claim.share || claim.completion || claim.starred || claim.ratio) return;
    if (claim.qualitative !== undefined && claim.value === undefined) return;
    // 约 and 左右 have no width that anyone can name; a mask has no value.
    if (claim.hedge === 'about' || claim.mask !== undefined) return;
    if (claim.value === undefined && claim.high === undefined) return;
    const unit = this.unitOf(claim);
    if (!unit) return;
    this.variableOf(claim).levels.push(new Level(claim, 'level', unit));
    if (claim.from !== undefined) {
      this.fromVariable(claim).levels.push(new Level(claim, 'from', unit));
    }
  }

  /** The variable of A in 由A提高到B: of its year where one is named, else of this claim alone. */
  private fromVariable(claim: Claim): Variable {
    const { basePeriod } = claim;
    if (basePeriod) return this.variable('actual', basePeriod, '');
    let own = this.fromVariables.get(claim);
    if (!own) {
      own = { key: `from ${this.fromVariables.size}`, stance: 'actual', levels: [] };
      this.fromVariables.set(claim, own);
    }
    return own;
  }

  private readChange(claim: Claim): void {
    const { change } = claim;
    if (!change || claim.share || claim.completion || claim.starred) return;
    const interval = changeInterval(change);
    if (!interval || isWholeLine(interval)) return;
    const relation = this.relationOf(claim, change, interval);
    if (!relation) return;
    const { base, period, years } = relation;
    this.links.push({
      claim,
      change,
      target: this.variable(this.stanceOf(claim), claim.period, claim.rank ? 'rank' : ''),
      base,
      ...(period ? { basePeriod: period } : {}),
      ...(relation.amount ? { amount: relation.amount } : {}),
      ...(relation.factor ? { factor: relation.factor } : {}),
      years,
    });
  }

  private relationOf(
    claim: Claim,
    change: ChangeClaim,
    interval: Interval,
  ):
    | { base: Variable; period?: Period; amount?: Interval; factor?: Interval; years: number }
    | undefined {
    if (claim.total && change.kind !== 'absolute') {
      // 累计增长 over the plan is measured from its base.
      if (!claim.basePeriod) return undefined;
    }
    const own = claim.from !== undefined && !claim.basePeriod;
    if (own && claim.average) return undefined;
    const period = own ? undefined : this.basePeriodOf(claim);
    if (!own && !period) return undefined;
    const years = claim.average && period ? (claim.period?.to ?? period.to) - period.to : 1;
    if (years < 1) return undefined;
    const base = period
      ? this.baseVariable(period, this.stanceOf(claim), claim.rank ? 'rank' : '')
      : this.fromVariable(claim);
    if (base.key === this.variable(this.stanceOf(claim), claim.period, '').key) return undefined;
    const amountOf = (factor: Fraction): Interval => scale(interval, factor);
    switch (change.kind) {
      case 'absolute': {
        const unit = parseUnit(change.unit);
        if (!unit || !this.unit || !comparable(unit, this.unit) || claim.average) return undefined;
        return { base, ...withPeriod(period), amount: amountOf(unit.factor), years };
      }
      case 'points': {
        if (this.unit?.dimension !== 'ratio' || claim.average) return undefined;
        const factor = /千分点|千分點/.test(change.unit)
          ? new Fraction(1, 1000)
          : new Fraction(1, 100);
        return { base, ...withPeriod(period), amount: amountOf(factor), years };
      }
      case 'percent': {
        // A percentage of a percentage may be meant as points: nothing certain follows.
        if (this.unit?.dimension === 'ratio') return undefined;
        const per = /‰/.test(change.unit) ? new Fraction(1, 1000) : new Fraction(1, 100);
        const growth = add(one, amountOf(per));
        return { base, ...withPeriod(period), factor: powInt(growth, years), years };
      }
      case 'times': {
        if (claim.average) return undefined;
        if (change.unit === '番') {
          const times = Number(change.value ?? '1');
          return { base, ...withPeriod(period), factor: pointOf(new Fraction(2 ** times)), years };
        }
        return {
          base,
          ...withPeriod(period),
          factor: change.ratio ? interval : add(one, interval),
          years,
        };
      }
      case 'rank':
        return undefined;
    }
  }

  private basePeriodOf(claim: Claim): Period | undefined {
    const own = claim.period;
    const year = (to: number): Period => ({
      from: to,
      to,
      span: false,
      ...(own?.part ? { part: own.part } : {}),
    });
    if (claim.basePeriod) {
      const { basePeriod } = claim;
      // 比上年同期: the same part of the year before.
      return own?.part && !basePeriod.part && basePeriod.to < own.to
        ? year(basePeriod.to)
        : basePeriod;
    }
    if (claim.average || claim.total) {
      const { period, baseline } = this.header;
      return baselineOf({ ...(period ? { plan: period } : {}), ...(baseline ? { baseline } : {}) });
    }
    if (!own) return { from: -1, to: -1, span: false };
    return own.span ? undefined : year(own.to - 1);
  }

  /** The printed value of the base year: reached, else expected, else aimed at. */
  private baseVariable(period: Period, own: Stance, suffix: string): Variable {
    for (const stance of ['actual', 'forecast', 'target'] as const) {
      const found = this.variables.get(`${stance}|${periodKey(period)}|${suffix}`);
      if (found && found.levels.length > 0) return found;
    }
    return this.variable(own === 'target' ? 'actual' : own, period, suffix);
  }

  /**
   * Growth of gross product and value added is told at comparable prices and is not recomputed from
   * levels; with a price basis declared on the indicator or the document it is. In one statement
   * with level and increment only gross product keeps the exemption.
   */
  private isRealGrowth(link: Link, withIncrement: boolean): boolean {
    if (link.change.kind !== 'percent') return false;
    const declared =
      this.indicator.declarations.find(({ prices }) => prices)?.prices ?? this.header.prices;
    if (declared) return false;
    const names = [this.indicator.name, link.claim.indicator].map(simplify);
    return names.some(
      (name) => grossProduct.test(name) || (!withIncrement && valueAdded.test(name)),
    );
  }

  // ------------------------------------------------------------ conflicts

  /** Sets of statements that cannot hold together, in document order of their anchors. */
  get conflicts(): readonly Conflict[] {
    this.conflictsFound ??= this.findConflicts();
    return this.conflictsFound;
  }

  private findConflicts(): Conflict[] {
    const conflicts: Conflict[] = [];
    const settled = new Map<Variable, readonly Level[]>();
    for (const variable of this.variables.values()) {
      if (variable.levels.length > 1) settled.set(variable, this.settle(variable, conflicts));
    }
    if (this.links.length > 0) {
      for (const group of this.groups()) this.checkGroup(group, settled, conflicts);
    }
    return conflicts;
  }

  /** The levels of one variable, each against those before it; returns those that narrow it. */
  private settle(variable: Variable, conflicts: Conflict[]): readonly Level[] {
    const [first, ...others] = variable.levels;
    let { interval } = first;
    const levels = [first];
    for (const level of others) {
      if (meets(interval, level.interval)) {
        const narrower = intersect(interval, level.interval);
        if (narrower !== interval) levels.push(level);
        interval = narrower;
      } else if (variable.period && !mayDiffer(first.claim, level.claim)) {
        conflicts.push(this.valuesConflict(first, level));
      }
    }
    return levels;
  }

  private valuesConflict(first: Level, second: Level): Conflict {
    const anchor = levelStatement(second);
    const other = levelStatement(first);
    return {
      kind: 'values',
      anchor,
      others: [other],
      repairs: [
        ...this.levelRepair(anchor, first.interval),
        ...this.levelRepair(other, second.interval),
      ],
    };
  }

  /** Links that share a variable belong together. */
  private groups(): Link[][] {
    const groupOf = new Map<Variable, Link[]>();
    const groups = new Set<Link[]>();
    for (const link of this.links) {
      const a = groupOf.get(link.target);
      const b = groupOf.get(link.base);
      let group: Link[];
      if (a && b && a !== b) {
        group = a.length >= b.length ? a : b;
        const smaller = group === a ? b : a;
        for (const moved of smaller) {
          group.push(moved);
          groupOf.set(moved.target, group);
          groupOf.set(moved.base, group);
        }
        groups.delete(smaller);
      } else {
        group = a ?? b ?? [];
      }
      group.push(link);
      groups.add(group);
      groupOf.set(link.target, group);
      groupOf.set(link.base, group);
    }
    return [...groups];
  }

  private checkGroup(
    group: readonly Link[],
    settled: ReadonlyMap<Variable, readonly Level[]>,
    conflicts: Conflict[],
  ): void {
    const variables = new Set(group.flatMap((link) => [link.target, link.base]));
    const levels: Part[] = [];
    for (const variable of variables) {
      for (const level of settled.get(variable) ?? variable.levels) {
        levels.push({ kind: 'level', variable, level });
      }
    }
    const incremented = new Set(
      group.filter(({ change }) => change.kind === 'absolute').map(({ claim }) => claim.line),
    );
    const links: Part[] = group
      .filter((link) => !this.isRealGrowth(link, incremented.has(link.claim.line)))
      .map((link) => ({ kind: 'link', link }));
    if (links.length === 0 || levels.length + links.length < 3) return;
    const sets =
      levels.length + links.length <= fullPropagationLimit
        ? [[...levels, ...links]]
        : this.smallSets(levels, links);
    for (const set of sets) {
      let parts = set;
      // Each round names one smallest set; its anchor is then left out to find the next.
      for (let round = 0; round < 8; round++) {
        if (propagate(parts)) break;
        const conflict = this.name(smallest(parts), parts);
        conflicts.push(conflict.conflict);
        parts = parts.filter((part) => part !== conflict.anchor);
      }
    }
  }

  /** For indicators with very many figures: every claim with the levels that it touches. */
  private smallSets(levels: readonly Part[], links: readonly Part[]): Part[][] {
    const byVariable = new Map<Variable, Part[]>();
    for (const part of levels) {
      if (part.kind !== 'level') continue;
      const list = byVariable.get(part.variable) ?? [];
      if (list.length < 3) list.push(part);
      byVariable.set(part.variable, list);
    }
    const lists: Part[][] = [];
    let list: Part[] = [];
    for (const part of links) {
      if (part.kind !== 'link') continue;
      const [first] = list;
      const sameLine = first?.kind === 'link' && first.link.claim.line === part.link.claim.line;
      // A line of thousands of figures is no statement: it is read a few at a time.
      if (!sameLine || list.length >= 12) {
        list = [];
        lists.push(list);
      }
      list.push(part);
    }
    return lists.map((list) => {
      const variables = new Set(
        list.flatMap((part) => (part.kind === 'link' ? [part.link.target, part.link.base] : [])),
      );
      return [...[...variables].flatMap((variable) => byVariable.get(variable) ?? []), ...list];
    });
  }

  private name(parts: readonly Part[], all: readonly Part[]): { conflict: Conflict; anchor: Part } {
    const statements = parts.map((part) => ({ part, statement: statementOf(part) }));
    statements.sort((a, b) => compareStatements(a.statement, b.statement));
    const changes = statements.filter(({ statement }) => statement.aspect === 'change');
    const anchor = changes[changes.length - 1] ?? statements[statements.length - 1];
    const targets = new Set(
      parts.flatMap((part) => (part.kind === 'link' ? [part.link.target] : [])),
    );
    const kind: ConflictKind = parts.some(
      (part) => part.kind === 'level' && !targets.has(part.variable),
    )
      ? 'base'
      : 'change';
    const repairs = statements.flatMap(({ part }) => this.repair(part, parts, all));
    return {
      anchor: anchor.part,
      conflict: {
        kind,
        anchor: anchor.statement,
        others: statements.filter((entry) => entry !== anchor).map(({ statement }) => statement),
        repairs,
      },
    };
  }

  /** What the rest of the set makes of one statement. */
  private repair(part: Part, parts: readonly Part[], _all: readonly Part[]): Repair[] {
    const known = propagate(parts.filter((other) => other !== part));
    if (!known) return [];
    const statement = statementOf(part);
    if (part.kind === 'level') {
      const interval = known.get(part.variable);
      return interval ? this.levelRepair(statement, interval) : [];
    }
    const target = known.get(part.link.target);
    const base = known.get(part.link.base);
    if (!target || !base) return [];
    return this.changeRepair(statement, part.link, target, base);
  }

  private levelRepair(statement: Statement, interval: Interval): Repair[] {
    const { claim } = statement;
    const unit = this.unitOf(claim);
    const value = middle(interval);
    const printed = statement.aspect === 'from' ? claim.from : claim.value;
    if (!unit || !value || printed === undefined) return [];
    const digits = printValue(value, unit, '', decimalsOf(printed));
    if (digits === printed) return [];
    const text = digits + claim.unit;
    return [{ statement, digits, zh: `应为${text}`, en: `should be ${text}` }];
  }

  private changeRepair(
    statement: Statement,
    link: Link,
    target: Interval,
    base: Interval,
  ): Repair[] {
    const { change } = link;
    const printedDecimals = decimalsOf(change.value);
    let value: Fraction | undefined;
    let decimals = printedDecimals;
    switch (change.kind) {
      case 'absolute': {
        const unit = parseUnit(change.unit);
        value = unit && middle(sub(target, base))?.div(unit.factor);
        // A difference is as exact as what it is the difference of.
        decimals = Math.max(printedDecimals, ...this.decimalsIn(change.unit, link));
        break;
      }
      case 'points':
        value = middle(sub(target, base))?.mul(hundred);
        break;
      case 'percent': {
        const ratio = div(target, base);
        const growth = link.years === 1 ? ratio : rootN(ratio, link.years);
        value = middle(growth)
          ?.sub(1)
          .mul(/‰/.test(change.unit) ? 1000 : 100);
        decimals = Math.max(1, printedDecimals);
        break;
      }
      default: {
        const ratio = middle(div(target, base));
        value = ratio && (change.ratio ? ratio : ratio.sub(1));
        decimals = Math.max(1, printedDecimals);
      }
    }
    if (!value || change.unit === '番') return [];
    const negative = value.compare(0) < 0;
    const digits = printPlain(value.abs(), decimals);
    const repaired: ChangeClaim = {
      ...change,
      value: negative ? `-${digits}` : digits,
      comparator: '=',
    };
    const wasNegative = change.value?.startsWith('-') ?? false;
    const average = link.years > 1 || Boolean(link.claim.average);
    return [
      {
        statement,
        // A change of direction needs other words than digits: told, not offered.
        digits: negative === wasNegative ? digits : '',
        zh: `应${printChange(repaired, average, 'zh')}`,
        en: `should be ${printChange(repaired, average, 'en')}`,
      },
    ];
  }

  /** Decimals of the levels that a change joins, where they are printed in the change's unit. */
  private decimalsIn(unit: string, { target, base }: Link): number[] {
    return [...target.levels, ...base.levels]
      .filter(({ claim }) => claim.unit === unit)
      .map(({ claim, aspect }) => decimalsOf(aspect === 'from' ? claim.from : claim.value));
  }

  // ------------------------------------------------------------ levels

  /** The first printed level of each stance and period, for relations with other indicators. */
  get levels(): readonly PrintedLevel[] {
    const levels: PrintedLevel[] = [];
    for (const { stance, period, levels: printed, key } of this.variables.values()) {
      const first = printed.find(({ aspect }) => aspect === 'level');
      if (!first || !period || !key.endsWith('|')) continue;
      const { claim, unit, interval } = first;
      levels.push({ stance, period, claim, unit, interval });
    }
    return levels;
  }

  // ------------------------------------------------------------ values

  /** Every known value by period; derived ones where a base follows from level and change. */
  get values(): readonly KnownValue[] {
    this.valuesFound ??= this.findValues();
    return this.valuesFound;
  }

  private findValues(): KnownValue[] {
    const values: KnownValue[] = [];
    for (const claim of this.indicator.claims) {
      if (claim.share || claim.completion) continue;
      const printed = printLevel(claim);
      const change = claim.change && printChange(claim.change, Boolean(claim.average), 'zh');
      if (printed === '' && !change) continue;
      const stance = this.stanceOf(claim);
      const same = values.find(
        (value) =>
          value.stance === stance &&
          value.printed === (printed || change) &&
          samePeriodKey(value.period, claim.period),
      );
      if (same) {
        (same.claims as Claim[]).push(claim);
        continue;
      }
      const unit = this.unitOf(claim);
      const figure = claim.value ?? claim.high;
      const comparableLevel =
        unit && this.unit && printed !== '' && figure !== undefined && this.suffixOf(claim) === '';
      values.push({
        ...(claim.period ? { period: claim.period } : {}),
        claims: [claim],
        printed: printed || change || '',
        derived: false,
        unit: claim.unit,
        stance,
        ...(comparableLevel
          ? {
              number: new Fraction(figure)
                .mul(unit.factor)
                .div(this.unit?.factor ?? 1)
                .valueOf(),
            }
          : {}),
      });
    }
    for (const link of this.links) {
      const period = link.basePeriod;
      if (!period || period.to < 0 || link.base.levels.length > 0) continue;
      if (values.some((value) => value.derived && samePeriodKey(value.period, period))) continue;
      const base = this.exactBase(link);
      if (!base || !this.unit) continue;
      const text = this.printExact(
        base,
        Math.max(decimalsOf(link.claim.value), decimalsOf(link.change.value)),
      );
      values.push({
        period,
        claims: [link.claim],
        printed: text,
        derived: true,
        unit: this.unitText,
        stance: 'actual',
        number: base.div(this.unit.factor).valueOf(),
      });
    }
    return values.sort(
      (a, b) => (a.period?.to ?? 9999) - (b.period?.to ?? 9999) || orderOf(a) - orderOf(b),
    );
  }

  /** Base, change, growth and average growth of the value in a period, printed figures read as exact. */
  derived(period: Period): DerivedFigures {
    const level = this.exactLevel(period);
    const links = this.links.filter(({ target }) => samePeriodKey(target.period, period));
    const { period: plan, baseline } = this.header;
    const planBase = baselineOf({ ...(plan ? { plan } : {}), ...(baseline ? { baseline } : {}) });
    const link = links.find(({ change }) => change.kind !== 'rank');
    const basePeriod = link?.basePeriod && link.basePeriod.to > 0 ? link.basePeriod : planBase;
    if (!basePeriod || !this.unit || samePeriodKey(basePeriod, period)) return {};
    const printedBase = this.exactLevel(basePeriod);
    const base =
      printedBase ??
      (link && samePeriodKey(link.basePeriod, basePeriod) ? this.exactBase(link) : undefined);
    const growthLink = links.find(({ change, years }) => change.kind === 'percent' && years === 1);
    const figure = (text: string): Figure => ({ text, from: basePeriod });
    if (!base || !level) {
      const growth = growthLink?.change.value;
      return growth
        ? { growth: { text: `${growth}%`, from: growthLink.basePeriod ?? basePeriod } }
        : {};
    }
    const decimals = Math.max(
      this.decimalsAt(period),
      this.decimalsAt(basePeriod),
      decimalsOf(links.find(({ change }) => change.kind === 'absolute')?.change.value),
    );
    const years = period.to - basePeriod.to;
    const change = level.sub(base);
    const isRate = this.unit.dimension === 'ratio';
    const ratio = base.compare(0) > 0 ? level.div(base) : undefined;
    const average =
      ratio && years > 1 && !isRate
        ? middle(rootN(pointOf(ratio), years))
            ?.sub(1)
            .mul(100)
        : undefined;
    return {
      ...(printedBase ? {} : { base: figure(this.printExact(base, decimals)) }),
      change: figure(
        isRate
          ? `${printPlain(change.mul(100), decimals)}个百分点`
          : this.printExact(change, decimals),
      ),
      ...(ratio && !isRate ? { growth: figure(`${printPlain(ratio.sub(1).mul(100), 1)}%`) } : {}),
      ...(average ? { average: figure(`${printPlain(average, 1)}%`) } : {}),
    };
  }

  /** The printed level of a period: aimed at, else reached, read as exact. */
  private exactLevel(period: Period): Fraction | undefined {
    const found = this.levelAt(period);
    return found?.claim.value === undefined
      ? undefined
      : new Fraction(found.claim.value).mul(found.unit.factor);
  }

  private levelAt(period: Period): Level | undefined {
    const key = periodKey(period);
    for (const stance of ['actual', 'forecast', 'target'] as const) {
      const level = this.variables
        .get(`${stance}|${key}|`)
        ?.levels.find(({ claim }) => claim.value !== undefined);
      if (level) return level;
    }
    return undefined;
  }

  private decimalsAt(period: Period): number {
    const level = this.levelAt(period);
    if (!level || !this.unit) return 0;
    // 380万元 shown in 亿元 keeps its digits: one more decimal for each power of ten.
    const shift = Math.max(
      0,
      Math.round(Math.log10(this.unit.factor.div(level.unit.factor).valueOf())),
    );
    return decimalsOf(level.claim.value) + (Number.isFinite(shift) ? shift : 0);
  }

  private exactBase(link: Link): Fraction | undefined {
    const level = link.target.levels.find(({ claim }) => claim.value !== undefined);
    const { change } = link;
    if (!level?.claim.value || change.value === undefined) return undefined;
    const value = new Fraction(level.claim.value).mul(level.unit.factor);
    if (link.amount) {
      const factor =
        change.kind === 'points' ? new Fraction(1, 100) : parseUnit(change.unit)?.factor;
      return factor && value.sub(new Fraction(change.value).mul(factor));
    }
    if (!link.factor || link.years > 1) return undefined;
    const growth =
      change.unit === '番'
        ? new Fraction(2 ** Number(change.value))
        : change.kind === 'times'
          ? new Fraction(change.value).add(change.ratio ? 0 : 1)
          : new Fraction(change.value).div(/‰/.test(change.unit) ? 1000 : 100).add(1);
    return growth.compare(0) > 0 ? value.div(growth) : undefined;
  }

  private printExact(value: Fraction, decimals: number): string {
    if (!this.unit) return '';
    return printValue(value, this.unit, this.unitText, decimals);
  }
}

function printPlain(value: Fraction, decimals: number): string {
  return printValue(value, plainUnit, '', decimals);
}

const plainUnit = parseUnit('') as Unit;

const stances: readonly Stance[] = ['actual', 'forecast', 'target'];
const orderOf = (value: KnownValue): number => stances.indexOf(value.stance);

function withPeriod(period: Period | undefined): { period?: Period } {
  return period ? { period } : {};
}

function samePeriodKey(a: Period | undefined, b: Period | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && periodKey(a) === periodKey(b));
}

/** 确保2800亿元、力争3100亿元: two aims of different ambition may differ. */
function mayDiffer(a: Claim, b: Claim): boolean {
  return a.commitment !== b.commitment;
}

// ---------------------------------------------------------------- propagation

type Part =
  | {
      readonly kind: 'level';
      readonly variable: Variable;
      readonly level: Level;
    }
  | { readonly kind: 'link'; readonly link: Link };

/** The intervals that all parts leave to each variable, or undefined where one is left nothing. */
function propagate(parts: readonly Part[]): Map<Variable, Interval> | undefined {
  const known = new Map<Variable, Interval>();
  const narrow = (variable: Variable, interval: Interval): boolean | undefined => {
    const before = known.get(variable) ?? wholeLine;
    const after = intersect(before, interval);
    if (isEmpty(after)) return undefined;
    if (after === before) return false;
    known.set(variable, after);
    return true;
  };
  for (const part of parts) {
    if (part.kind === 'level' && narrow(part.variable, part.level.interval) === undefined)
      return undefined;
  }
  // Chains of a few years settle in a few rounds; the bound keeps odd cycles finite.
  for (let round = 0; round < 12; round++) {
    let changed = false;
    for (const part of parts) {
      if (part.kind !== 'link') continue;
      const { link } = part;
      const target = known.get(link.target) ?? wholeLine;
      const base = known.get(link.base) ?? wholeLine;
      const forward = link.amount ? add(base, link.amount) : mul(base, link.factor ?? one);
      const backward = link.amount ? sub(target, link.amount) : div(target, link.factor ?? one);
      const a = isWholeLine(base) ? false : narrow(link.target, forward);
      const b = isWholeLine(target) ? false : narrow(link.base, backward);
      if (a === undefined || b === undefined) return undefined;
      changed ||= a || b;
    }
    if (!changed) break;
  }
  return known;
}

/** Leaves out every part without which the rest still cannot hold. */
function smallest(parts: readonly Part[]): readonly Part[] {
  let kept = parts;
  for (const part of parts) {
    const rest = kept.filter((other) => other !== part);
    if (!propagate(rest)) kept = rest;
  }
  return kept;
}

function statementOf(part: Part): Statement {
  return part.kind === 'level'
    ? levelStatement(part.level)
    : { claim: part.link.claim, aspect: 'change', ...withPeriod(part.link.claim.period) };
}

function levelStatement({ claim, aspect }: Level): Statement {
  return { claim, aspect, ...withPeriod(aspect === 'from' ? claim.basePeriod : claim.period) };
}

function compareStatements(a: Statement, b: Statement): number {
  const line = (statement: Statement): number => {
    const { chunk, indexInChunk } = statement.claim.line;
    return chunk.firstLine + indexInChunk;
  };
  return line(a) - line(b) || placeOf(a).start - placeOf(b).start;
}

/** Where a statement stands in its line. */
export function placeOf(statement: Statement): { line: Claim['line']; start: number; end: number } {
  const { claim, aspect } = statement;
  const { line } = claim;
  if (aspect === 'change' && claim.change)
    return { line, start: claim.change.start, end: claim.change.end };
  if (aspect === 'from')
    return { line, start: claim.fromStart ?? claim.start, end: claim.fromEnd ?? claim.end };
  return { line, start: claim.start, end: claim.end };
}

/** A statement in a reader's words: 2025年3亿元, 增0.8亿元. */
export function statementText(statement: Statement, language: 'zh' | 'en'): string {
  const { claim, aspect, period } = statement;
  if (aspect === 'change' && claim.change)
    return printChange(claim.change, Boolean(claim.average), language);
  const level = aspect === 'from' ? `${claim.from}${spaced(claim.unit)}` : printLevel(claim);
  if (!period || period.to < 0) return level;
  return language === 'zh'
    ? `${periodText(period, 'zh')}${level}`
    : `${level} in ${periodText(period, 'en')}`;
}

export { isBounded };
