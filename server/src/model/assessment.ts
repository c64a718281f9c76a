/**
 * What the document prints of one indicator: a variable for each period with the levels that are printed for
 * it, and the changes that join two of them. The solver holds them against each other; values and what
 * follows from them, for hovers, tables and references, come from here.
 */
import Fraction from 'fraction.js';
import {
  changeInterval,
  decimalsInUnit,
  decimalsOf,
  fromInterval,
  fromUnitOf,
  levelInterval,
  printChange,
  printLevel,
  printValue,
} from './figures.ts';
import {
  add,
  div,
  type Interval,
  intersect,
  isEmpty,
  isWholeLine,
  meets,
  middle,
  mul,
  pointOf,
  powInt,
  rootN,
  scale,
  sub,
  wholeLine,
} from './interval.ts';
import { simplify } from './names.ts';
import { baselineOf, periodKey, samePeriod } from './periods.ts';
import { newThings } from './prose-words.ts';
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

/** A printed level. Its interval is made when a relation needs it: most figures stand alone. */
export class Level {
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

/** The value of the indicator in one period: reached, expected or aimed at. */
export interface IndicatorVariable {
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

/** A printed change, which joins two periods. */
export interface Link {
  readonly claim: Claim;
  readonly change: ChangeClaim;
  readonly target: IndicatorVariable;
  readonly base: IndicatorVariable;
  readonly basePeriod?: Period;
  /** target = base + amount, or target = base × factor. */
  readonly amount?: Interval;
  readonly factor?: Interval;
  /** Years over which an average is taken; 1 otherwise. */
  readonly years: number;
}

/** An aim that agrees with its base and growth only by rounding. */
export interface LooseAim {
  readonly claim: Claim;
  readonly change: ChangeClaim;
  readonly base: Level;
  /** The level that exactly this growth makes, in base units. */
  readonly exact: Interval;
  /** The growth that the two levels make, as a ratio. */
  readonly growth: Interval;
  readonly unit: Unit;
}

/** A printed part of a whole, or part of a task done: 占财政收入的89.7%, 完成年度计划的108.6%. */
export interface Share {
  readonly claim: Claim;
  readonly part: IndicatorVariable;
  /** The part over the whole. */
  readonly ratio: Interval;
}

const one = pointOf(new Fraction(1));

/** Gross product in any of its names: its growth is at comparable prices unless said otherwise. */
export const grossProduct =
  /生产总值|GDP|国民总收入|经济总量|gross (?:township |domestic |regional |county )?product/i;
export const valueAdded = /增加值|value added/i;
/** Words beside a growth that is not measured from the level that is printed. */
const otherBasis =
  /同口径|同口徑|可比|不变价|不變價|剔除|扣除|实际(?:年均)?增|實際(?:年均)?增|comparable|real terms/;

/** The figure whose unit the others are converted to. */
function mostTelling(claims: readonly Claim[]): Claim | undefined {
  let found: Claim | undefined;
  let most = 0;
  for (const claim of claims) {
    const { unit, value, share, completion, rank, origin } = claim;
    if (unit === '' || value === undefined || share || completion || rank) continue;
    // 突破百亿 names no unit of its own, and a sentence is asked after what is declared.
    const isNamed = parseUnit(unit)?.dimension !== 'none';
    const weight = isNamed ? (origin === 'prose' ? 2 : 3) : 1;
    if (weight <= most) continue;
    found = claim;
    most = weight;
    if (most === 3) break;
  }
  return found;
}

/** What a claim's figure is: reached, expected or aimed at. */
export function stanceOf({ role }: Claim): Stance {
  if (role === 'target') return 'target';
  return role === 'forecast' ? 'forecast' : 'actual';
}

export function assess(indicator: Indicator, header: HeaderFacts): Assessment {
  return new Assessment(indicator, header);
}

export class Assessment {
  private readonly indicator: Indicator;
  private readonly header: HeaderFacts;
  private readonly variables = new Map<string, IndicatorVariable>();
  private readonly fromVariables = new Map<Claim, IndicatorVariable>();
  private readonly allLinks: Link[] = [];
  /** Of tasks and of other indicators; those that tell of what are held against it. */
  readonly shares: Share[] = [];
  /** The unit that figures are converted to and derived values are printed in. */
  readonly unit: Unit | undefined;
  readonly unitText: string;
  private linksFound: readonly Link[] | undefined;
  private valuesFound: readonly KnownValue[] | undefined;

  constructor(indicator: Indicator, header: HeaderFacts) {
    this.indicator = indicator;
    this.header = header;
    const unitOfDeclaration = indicator.declarations.find(({ unit }) => unit)?.unit?.text;
    const { claims } = indicator;
    this.unitText = unitOfDeclaration ?? mostTelling(claims)?.unit ?? '';
    this.unit = parseUnit(this.unitText);
    const joined = claims.filter((claim) => claim.origin !== 'prose' || this.isAboutPlace(claim));
    for (const claim of joined) this.readLevel(claim);
    for (const claim of joined) this.readChange(claim);
    for (const claim of joined) this.readShare(claim);
  }

  /**
   * Whether a figure in a sentence is told of a year, and of the place that the document is about: in a
   * township's plan 全县粮食产量 is another figure than 粮食产量.
   */
  private isAboutPlace({ period, line, nameSpan, start }: Claim): boolean {
    if (!period) return false;
    const at = nameSpan?.start ?? start;
    const wider = /(?:全|我)(国|省|市|县|縣|区|區|州|旗)$/.exec(
      line.text.slice(Math.max(0, at - 2), at),
    );
    if (!wider) return true;
    const { region, issuer, title } = this.header;
    const place = region ?? issuer ?? title?.text;
    return place === undefined || place.includes(wider[1]);
  }

  // ------------------------------------------------------------ reading

  unitOf(claim: Claim): Unit | undefined {
    const unit = claim.unit === '' ? this.unit : parseUnit(claim.unit);
    return unit && this.unit && comparable(unit, this.unit) ? unit : undefined;
  }

  private variable(stance: Stance, period: Period | undefined, suffix: string): IndicatorVariable {
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
    // 新建道路 is a flow by its name, in a table as well.
    if (claim.flow && !newThings.test(claim.indicator)) return 'flow';
    return claim.rank ? 'rank' : '';
  }

  private variableOf(claim: Claim): IndicatorVariable {
    return this.variable(stanceOf(claim), claim.period, this.suffixOf(claim));
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
    const fromUnit = claim.from === undefined ? undefined : fromUnitOf(claim, unit);
    if (fromUnit) this.fromVariable(claim).levels.push(new Level(claim, 'from', fromUnit));
  }

  /** The variable of A in 由A提高到B: of its year where one is named, else of this claim alone. */
  private fromVariable(claim: Claim): IndicatorVariable {
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
    if (claim.origin === 'prose' && !this.hasKnownBase(claim)) return;
    const relation = this.relationOf(claim, change, interval);
    if (!relation) return;
    const { base, period, years } = relation;
    // What was expected has been counted since.
    if (claim.origin === 'prose' && base.stance === 'forecast') return;
    this.allLinks.push({
      claim,
      change,
      target: this.variable(stanceOf(claim), claim.period, claim.rank ? 'rank' : ''),
      base,
      ...(period ? { basePeriod: period } : {}),
      ...(relation.amount ? { amount: relation.amount } : {}),
      ...(relation.factor ? { factor: relation.factor } : {}),
      years,
    });
  }

  /**
   * Whether it is sure what a change in a sentence is measured from. An average of years that nobody names is not, nor is
   * one of two figures for one year, of which one is reached and the other aimed at: a year has been copied.
   */
  private hasKnownBase(claim: Claim): boolean {
    if (claim.average && !claim.basePeriod) return false;
    return (
      claim.role !== 'target' ||
      !claim.period ||
      !this.variableAt('actual', claim.period)?.levels.length
    );
  }

  private readShare(claim: Claim): void {
    if ((!claim.share && !claim.completion) || claim.change || !claim.period || claim.total) return;
    if (claim.hedge === 'about' || claim.starred || (claim.share && claim.of === undefined)) return;
    const unit = parseUnit(claim.unit);
    const ratio = unit?.dimension === 'ratio' ? levelInterval(claim, unit) : undefined;
    if (!ratio || isWholeLine(ratio)) return;
    this.shares.push({ claim, part: this.variable(stanceOf(claim), claim.period, ''), ratio });
  }

  /** The value in a period, if anything is said of it. */
  variableAt(stance: Stance, period: Period): IndicatorVariable | undefined {
    return this.variables.get(`${stance}|${periodKey(period)}|`);
  }

  /** Every value that something is said of. */
  get allVariables(): Iterable<IndicatorVariable> {
    return this.variables.values();
  }

  /** The values of A in 由A提高到B of no known year. */
  get ownBases(): Iterable<IndicatorVariable> {
    return this.fromVariables.values();
  }

  /** The changes that can be held against levels. */
  get links(): readonly Link[] {
    this.linksFound ??= this.allLinks.filter((link) => !this.isAtOtherPrices(link));
    return this.linksFound;
  }

  private relationOf(
    claim: Claim,
    change: ChangeClaim,
    interval: Interval,
  ):
    | {
        base: IndicatorVariable;
        period?: Period;
        amount?: Interval;
        factor?: Interval;
        years: number;
      }
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
      ? this.baseVariable(period, stanceOf(claim), claim.rank ? 'rank' : '')
      : this.fromVariable(claim);
    if (base.key === this.variable(stanceOf(claim), claim.period, '').key) return undefined;
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
  private baseVariable(period: Period, own: Stance, suffix: string): IndicatorVariable {
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
  private isAtOtherPrices(link: Link): boolean {
    const { change, claim } = link;
    if (change.kind !== 'percent') return false;
    const { text } = claim.line;
    if (otherBasis.test(text.slice(Math.max(0, change.start - 14), change.end + 8))) return true;
    return this.isRealGrowth(link);
  }

  /** Whether a change was left out of the arithmetic because it is measured otherwise than the levels. */
  isToldInRealTerms(claim: Claim): boolean {
    return this.allLinks.some((link) => link.claim === claim && this.isAtOtherPrices(link));
  }

  private isRealGrowth({ claim, change }: Link): boolean {
    if (change.kind !== 'percent') return false;
    const declared =
      this.indicator.declarations.find(({ prices }) => prices)?.prices ?? this.header.prices;
    if (declared) return false;
    const names = [this.indicator.name, claim.indicator].map(simplify);
    if (names.some((name) => grossProduct.test(name))) return true;
    return (
      names.some((name) => valueAdded.test(name)) &&
      !this.allLinks.some(
        (other) => other.change.kind === 'absolute' && other.claim.line === claim.line,
      )
    );
  }

  // ------------------------------------------------------------ rounding

  /**
   * Aims whose level and growth agree only because the rate is rounded: a rate that is planned is exact as a rule.
   * 6667元 → 7096元, 增长6%: exactly 6 % would make 7067元. What is told at comparable prices is meant as well, for
   * where rounding alone separates the two, the level has been worked out from the rate.
   */
  get looseAims(): readonly LooseAim[] {
    return this.indicator.claims.flatMap((claim) => this.looseAim(claim) ?? []);
  }

  private looseAim(claim: Claim): LooseAim | undefined {
    const { change } = claim;
    if (claim.role !== 'target' || claim.average || !claim.period || claim.period.span)
      return undefined;
    if (change?.kind !== 'percent' || !isPlain(change) || !isPlain(claim)) return undefined;
    const unit = this.unitOf(claim);
    const base = this.baseOf(claim);
    const growth = changeInterval(change);
    if (!unit || !base || !growth || change.value === undefined) return undefined;
    // A percentage of a percentage may be meant as points.
    if (unit.dimension === 'ratio') return undefined;
    const level = new Level(claim, 'level', unit);
    const per = new Fraction(1, /‰/.test(change.unit) ? 1000 : 100);
    const rounded = mul(base.interval, add(one, scale(growth, per)));
    const factor = pointOf(new Fraction(change.value).mul(per).add(1));
    const exact = mul(base.interval, factor);
    if (!meets(level.interval, rounded) || meets(level.interval, exact)) return undefined;
    return {
      claim,
      change,
      base,
      exact,
      growth: sub(div(level.interval, base.interval), one),
      unit,
    };
  }

  /** What an aim grows from: what was reached the year before, or the only figure that has been reached at all. */
  private baseOf(claim: Claim): Level | undefined {
    const period = this.basePeriodOf(claim);
    const reached = [...this.variables.values()].filter(
      ({ key, stance, levels }) => stance === 'actual' && key.endsWith('|') && levels.length > 0,
    );
    const base =
      reached.find((variable) => samePeriod(variable.period, period)) ??
      (reached.length === 1 && isYearBefore(claim) ? reached[0] : undefined);
    return base?.levels.find((level) => isPlain(level.claim));
  }

  // ------------------------------------------------------------ levels

  /** What is printed for each stance and period, for what is left of a whole beside its parts. */
  get levels(): readonly PrintedLevel[] {
    const levels: PrintedLevel[] = [];
    for (const { stance, period, levels: printed, key } of this.variables.values()) {
      const all = printed.filter(({ aspect }) => aspect === 'level');
      if (all.length === 0 || !period || !key.endsWith('|')) continue;
      // 突破百亿元 and 106.17亿元 are one figure, told roughly and exactly.
      const interval = all.reduce((common, level) => intersect(common, level.interval), wholeLine);
      const { claim, unit } = all.find((level) => isPlain(level.claim)) ?? all[0];
      if (!isEmpty(interval)) levels.push({ stance, period, claim, unit, interval });
    }
    return levels;
  }

  /** The growth from the year before that is printed for a period, as a ratio. */
  growthAt(stance: Stance, period: Period): { claim: Claim; interval: Interval } | undefined {
    const variable = this.variableAt(stance, period);
    const link = this.allLinks.find(
      ({ target, change, years, claim }) =>
        target === variable && change.kind === 'percent' && years === 1 && isYearBefore(claim),
    );
    return link?.factor && { claim: link.claim, interval: link.factor };
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
      const stance = stanceOf(claim);
      const same = values.find(
        (value) =>
          value.stance === stance &&
          value.printed === (printed || change) &&
          samePeriod(value.period, claim.period),
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
    for (const link of this.allLinks) {
      const period = link.basePeriod;
      if (!period || period.to < 0 || link.base.levels.length > 0) continue;
      if (values.some((value) => value.derived && samePeriod(value.period, period))) continue;
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
  derived(period: Period, against?: Period): DerivedFigures {
    const level = this.exactLevel(period);
    const links = this.allLinks.filter(({ target }) => samePeriod(target.period, period));
    const { period: plan, baseline } = this.header;
    const planBase = baselineOf({ ...(plan ? { plan } : {}), ...(baseline ? { baseline } : {}) });
    const link = links.find(({ change }) => change.kind !== 'rank');
    const linked = link?.basePeriod && link.basePeriod.to > 0 ? link.basePeriod : planBase;
    const basePeriod = against ?? linked;
    if (!basePeriod || !this.unit || samePeriod(basePeriod, period)) return {};
    const printedBase = this.exactLevel(basePeriod);
    const base =
      printedBase ??
      (link && samePeriod(link.basePeriod, basePeriod) ? this.exactBase(link) : undefined);
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
      this.decimalsOfChange(links.find(({ change }) => change.kind === 'absolute')?.change),
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
    return level && this.unit ? decimalsInUnit(level.claim.value, level.unit, this.unit) : 0;
  }

  private decimalsOfChange(change: ChangeClaim | undefined): number {
    const unit = change && parseUnit(change.unit);
    return unit && this.unit && comparable(unit, this.unit)
      ? decimalsInUnit(change.value, unit, this.unit)
      : decimalsOf(change?.value);
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

export function printPlain(value: Fraction, decimals: number): string {
  return printValue(value, plainUnit, '', decimals);
}

const plainUnit = parseUnit('') as Unit;

const stances: readonly Stance[] = ['actual', 'forecast', 'target'];
const orderOf = (value: KnownValue): number => stances.indexOf(value.stance);

/** A figure that stands for itself: no bound, no hedge, no range. */
function isPlain(figure: Pick<Claim, 'value' | 'high' | 'mask' | 'hedge' | 'comparator'>): boolean {
  const { value, high, mask, hedge, comparator = '=' } = figure;
  return value !== undefined && high === undefined && !mask && !hedge && comparator === '=';
}

/** Whether a growth is measured from the year before, as far as the words say. */
function isYearBefore({ period, basePeriod }: Claim): boolean {
  return !basePeriod || basePeriod.to === (period?.to ?? 0) - 1;
}

export function withPeriod(period: Period | undefined): { period?: Period } {
  return period ? { period } : {};
}
