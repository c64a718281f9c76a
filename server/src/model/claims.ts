/**
 * From the items of the claim grammar to claims (CLAIMS.md): one figure, one claim; a level and the
 * first change behind it are one. The same function reads a target line, a table cell and a value.
 */
import { trimmed } from '../syntax/parser.ts';
import type {
  Amount,
  ClaimItem,
  Clause,
  Line,
  Modifier,
  ModifierKind,
  PeriodItem,
  Quantity,
  Span,
  Word,
} from '../syntax/tree.ts';
import {
  amongFirst,
  arrow,
  bareYear,
  changeBehind,
  exceeds,
  excessLead,
  inAll,
  isRemark,
  taskLead,
} from './declared-words.ts';
import { type ChineseNumeral, parseChineseNumeral } from './numbers.ts';
import {
  baselineOf,
  year as calendarYear,
  type PeriodScope,
  periodIn,
  resolvePeriod,
  samePeriod,
} from './periods.ts';
import type { OwnPlaces } from './places.ts';
import type { ChangeClaim, Claim, ComparatorName, Hedge, Origin, Period, Role } from './types.ts';
import { parseUnit } from './units.ts';

/** What surrounds the items: which line, whose indicator, from when. */
export interface ClaimContext {
  readonly line: Line;
  /** Where the items' offsets count from, relative to the line. */
  readonly offset: number;
  readonly indicator: string;
  /** The key of the indicator's name. */
  readonly key: string;
  readonly nameSpan?: Span;
  readonly role: Role;
  readonly origin: Origin;
  readonly scope: PeriodScope;
  readonly places: OwnPlaces;
  /** The period of claims that name none. */
  readonly period?: Period;
  /** Unit of figures that print none (a table's row or column). */
  readonly unit?: string;
}

/** A claim and what of the line nobody could read. */
export interface AssembledClaims {
  readonly claims: readonly Claim[];
  readonly unread: readonly Span[];
}

/** A claim that is being read. */
export type Draft = { -readonly [K in keyof Claim]: Claim[K] };

/**
 * A claim of which nothing is known but where it stands and of what it speaks. All claims are made here, with every
 * property in the same order: whatever reads claims, which is everything, is much faster where all have one shape.
 */
export function newDraft(
  line: Line,
  { start, end }: Span,
  indicator: string,
  key: string,
  role: Role,
  origin: Origin,
): Draft {
  return {
    line,
    start,
    end,
    indicator,
    key,
    nameSpan: undefined,
    role,
    origin,
    commitment: undefined,
    comparator: undefined,
    value: undefined,
    low: undefined,
    high: undefined,
    from: undefined,
    fromUnit: undefined,
    fromStart: undefined,
    fromEnd: undefined,
    hedge: undefined,
    unit: '',
    lowUnit: undefined,
    period: undefined,
    periodForm: undefined,
    basePeriod: undefined,
    change: undefined,
    average: undefined,
    total: undefined,
    flow: undefined,
    share: undefined,
    rank: undefined,
    completion: undefined,
    of: undefined,
    beside: undefined,
    partOf: undefined,
    mask: undefined,
    ratio: undefined,
    qualitative: undefined,
    starred: undefined,
    numberStart: start,
    numberEnd: start,
    unitStart: end,
    unitEnd: end,
  };
}

/** Words that may stand between the parts of a claim without meaning anything. */
const fillers =
  /^(?:的|了|再|均|都|各|全部|分别|分別|目标|目標|并|並|且|和|与|與|及|到|至|较|将|將|能|可|基本|总量|总数|水平|规模|以|其|还|還|又|另|左右|全年|每年|不变|不變|逐年|逐步|稳步|穩步|持续|持續|现价|現價|可比价|可比價|当年价|當年價|约束性|約束性|预期性|預期性|计|計|大关|大關|持平|超额|超額|与上年|與上年|i|e|the|a|an|and|of|by|to|in|per|will|then|with|for)+$/i;

const isPoints = (unit: string): boolean => /百分点|百分點|千分点|point/i.test(unit);
const isMultiple = (unit: string): boolean => /^(?:倍|times|fold|番)$/.test(unit);

const noKinds: ReadonlySet<ModifierKind> = new Set();
/** A bit for each kind. */
const kindBits: Readonly<Record<ModifierKind, number>> = {
  commitment: 1,
  comparator: 1 << 1,
  up: 1 << 2,
  down: 1 << 3,
  to: 1 << 4,
  from: 1 << 5,
  base: 1 << 6,
  average: 1 << 7,
  total: 1 << 8,
  share: 1 << 9,
  flow: 1 << 10,
  rank: 1 << 11,
  multiply: 1 << 12,
};
const kindsByBits = new Map<number, ReadonlySet<ModifierKind>>();

/** What kinds of words lead to a figure. There are few sets of them, and figures share them. */
export function kindsOf(modifiers: readonly Modifier[]): ReadonlySet<ModifierKind> {
  if (modifiers.length === 0) return noKinds;
  let bits = 0;
  for (const { kind } of modifiers) bits |= kindBits[kind];
  let kinds = kindsByBits.get(bits);
  if (!kinds) {
    kinds = new Set(modifiers.map(({ kind }) => kind));
    kindsByBits.set(bits, kinds);
  }
  return kinds;
}

export function assembleClaims(
  items: readonly ClaimItem[],
  context: ClaimContext,
): AssembledClaims {
  return new Assembler(context).assemble(items);
}

class Assembler {
  private drafts: Draft[] = [];
  private readonly unread: Span[] = [];
  private period: Period | undefined;
  private periodForm: PeriodItem['period'] | undefined;
  private commitment: string | undefined;
  private from: Clause | undefined;
  private partsOf: Draft | undefined;
  /** Behind the last separator: where the name of a part begins. */
  private segmentStart = 0;
  /** The base that the last change named; the next one of the same level shares it. */
  private statedBase: Period | undefined;
  private bracket = false;
  private isOutOfOrder = false;
  /** The task that the next figure is a part of. */
  private task: string | undefined;
  /** The base that a change names behind itself: `up 20% from last year`. */
  private lastChange: Draft | undefined;
  /** Of an English “from 42% in 2025 to 45%”, the year of the first. */
  private fromPeriod: Period | undefined;
  /** Where the words behind “15% of” end. */
  private wholeEnd = 0;
  /** Behind “20% more than”. */
  private awaitsBase = false;
  /** Behind 任务400万元: the part of it that is done may follow. */
  private isTask = false;

  private readonly context: ClaimContext;

  constructor(context: ClaimContext) {
    this.context = context;
    this.period = context.period;
  }

  assemble(items: readonly ClaimItem[]): AssembledClaims {
    for (let index = 0; index < items.length; index++) {
      const item = items[index];
      // Only words and figures are read together with what stands beside them.
      if (item.kind !== 'text' && item.kind !== 'clause') {
        this.take(item);
        continue;
      }
      // What is outside of an array is looked up as a name, which takes ten times as long.
      const before = index > 0 ? items[index - 1] : undefined;
      const next = index + 1 < items.length ? items[index + 1] : undefined;
      // 完成年度目标的108.6%
      if (item.kind === 'text' && next?.kind === 'clause' && isTaskOf(item.text, next)) {
        this.task = item.text.replace(/的$/, '');
      } else if (item.kind === 'text' && next?.kind === 'clause' && this.takeTask(item, next)) {
        index += 1;
      } else if (this.takeAround(item, next, before)) {
        index += 1;
      } else if (beginsSpanOfMonths(item, next, items[index + 2])) {
        index += 1;
      } else if (item.kind === 'text' && next?.kind === 'rank' && rankLead.test(item.text.trim())) {
        // 全县第3名: the rank says it.
      } else if (item.kind === 'text' && next?.kind === 'clause' && this.takeRate(item, next)) {
        index += 1;
      } else this.take(item);
    }
    if (this.isOutOfOrder) this.drafts.sort((a, b) => a.start - b.start);
    // A copy, since a list that has grown keeps room for sixteen more.
    return { claims: this.drafts.slice(), unread: this.unread };
  }

  /** 任务100户, 年度目标400万元: what was to be done, beside what was; 超额完成任务20万元 is neither. */
  private takeTask({ text, start }: Word, clause: Clause): boolean {
    const { quantity, modifiers } = clause;
    const lead = text.trim();
    if (!quantity || modifiers.some(({ id }) => id !== 'equal')) return false;
    // 为年度目标400万元的105%: the part that is done follows.
    if (lead === '的' && this.isTask && quantity.amount.unit === '%') {
      this.isTask = false;
      const draft = this.pushFigure(quantity, clause);
      draft.completion = true;
      draft.of = this.drafts.at(-2)?.indicator;
      return true;
    }
    if (excessLead.test(lead) && quantity.amount.unit !== '%') return true;
    if (!taskLead.test(lead) || quantity.amount.unit === '%') return false;
    const { line, offset } = this.context;
    if (exceeds.test(line.text.slice(this.segmentStart + offset, start + offset))) return true;
    const draft = this.pushFigure(quantity, clause);
    if (draft.role === 'result') draft.role = 'target';
    draft.beside = 'task';
    this.isTask = true;
    return true;
  }

  /** What the words before and behind a figure make of it together; true where both are taken. */
  private takeAround(
    item: ClaimItem,
    next: ClaimItem | undefined,
    before: ClaimItem | undefined,
  ): boolean {
    if (item.kind === 'text') return this.takeWords(item, next);
    if (item.kind !== 'clause') return false;
    const { quantity, modifiers } = item;
    if (!quantity) return false;
    const year = bareYear(quantity);
    if (year !== undefined && this.drafts.length > 0) return this.takeBareYear(item, year, next);
    if (modifiers.length > 0 || before?.kind === 'parts') return false;
    const behind = changeBehind(next);
    if (!behind) return false;
    const { direction, clause } = behind;
    this.takeChange(item, quantity, direction === 'up' ? growth : decrease, undefined);
    const against = clause.quantity && bareYear(clause.quantity);
    if (against === undefined) this.awaitsBase = clause.modifiers[0].kind === 'comparator';
    else if (this.lastChange) this.lastChange.basePeriod = calendarYear(against);
    return true;
  }

  /** 20家→30家, “40 in all”, 进入全县前三, 全县前3名. */
  private takeWords({ text, start, end }: Word, next: ClaimItem | undefined): boolean {
    const word = text.trim();
    const last = this.drafts.at(-1);
    if (next?.kind === 'clause' && next.quantity && arrow.test(word) && last?.value !== undefined) {
      this.goOnTo(last, next, next.quantity);
      return true;
    }
    if (/^of$/i.test(word) && last && this.isOfWhole(last, start)) {
      last.share = true;
      last.of = this.segmentFrom(end);
      this.wholeEnd = end + last.of.length + 1;
      return false;
    }
    if (/^in$/i.test(word) && next?.kind === 'text' && inAll.test(next.text.trim())) {
      if (last) last.total = true;
      return true;
    }
    if (next?.kind === 'clause' && next.quantity && /前$/.test(word) && isPlace(next.quantity)) {
      const draft = this.pushFigure(next.quantity, next);
      draft.rank = true;
      return true;
    }
    if (amongFirst.test(word)) {
      this.push({ start, end }, { qualitative: word });
      // The next item is read by itself.
      if (next) this.take(next);
      return true;
    }
    return false;
  }

  /** “15% of all trips”: “of” right behind the figure. */
  private isOfWhole(last: Draft, start: number): boolean {
    const { line, offset } = this.context;
    return (
      /^(?:%|per ?cent)$/i.test(last.unit) &&
      last.change === undefined &&
      !last.completion &&
      line.text.slice(last.end, start + offset).trim() === ''
    );
  }

  /** The words up to the next mark. */
  private segmentFrom(start: number): string {
    return /^\s*(.*?)\s*(?=[,;.()]|$)/.exec(this.lineFrom().slice(start))?.[1] ?? '';
  }

  /** “compared with 2025”, “(2025: 4,000)”, “half of 2025”: a year and no figure. */
  private takeBareYear(clause: Clause, value: number, next: ClaimItem | undefined): boolean {
    const period = calendarYear(value);
    if (next?.kind === 'separator' && /[：:]/.test(next.text)) {
      this.periodForm = { form: 'year', year: value };
      this.period = period;
      return true;
    }
    const base = clause.modifiers.some(({ kind }) => kind === 'base');
    if (base && this.lastChange) this.lastChange.basePeriod = period;
    if (next) this.take(next);
    return true;
  }

  /** Whether 20家 stands right before 增加到30家. */
  private isWhatItWas(last: Draft, { amount, high }: Quantity): boolean {
    return (
      !high &&
      last.value !== undefined &&
      last.change === undefined &&
      last.comparator === '=' &&
      last.unit === amount.unit &&
      last.start >= this.segmentStart + this.context.offset &&
      samePeriod(last.period, this.period)
    );
  }

  /** 20家增加到30家: the figure before is what it was. */
  private goOnTo(last: Draft, clause: Clause, quantity: Quantity): void {
    const { value, unit, start, numberStart, numberEnd } = last;
    this.setFigure(last, quantity, clause);
    last.comparator = 'from-to';
    last.from = value;
    if (unit !== '' && unit !== last.unit) last.fromUnit = unit;
    last.start = start;
    last.fromStart = numberStart;
    last.fromEnd = numberEnd;
  }

  /** 增速6.5%, 完成率105%: rates that are told by a noun. */
  private takeRate({ text }: { readonly text: string }, clause: Clause): boolean {
    const { quantity } = clause;
    if (quantity?.amount.unit !== '%' || this.partsOf) return false;
    const noun = text.trim();
    if (noun === '完成率') {
      this.pushFigure(quantity, clause).completion = true;
      return true;
    }
    const kinds = rateNouns.get(noun);
    if (kinds) this.takeChange(clause, quantity, kinds, undefined);
    return kinds !== undefined;
  }

  private take(item: ClaimItem): void {
    switch (item.kind) {
      case 'period':
        this.takePeriod(item);
        return;
      case 'separator':
        if (item.text === '；' || item.text === ';' || item.text === '。') {
          this.partsOf = undefined;
          this.statedBase = undefined;
        }
        this.segmentStart = item.end;
        this.isTask = false;
        this.awaitsBase = false;
        return;
      case 'parts':
        this.partsOf = this.drafts.findLast(
          (draft) => draft.value !== undefined || draft.mask !== undefined,
        );
        this.segmentStart = item.end;
        return;
      case 'text':
        if (
          !this.partsOf &&
          item.end > this.wholeEnd &&
          !fillers.test(item.text.trim()) &&
          !isRemark(this.context.line.text, this.placed(item))
        ) {
          this.unread.push(this.placed(item));
        }
        return;
      case 'qualitative':
        this.push(item, { qualitative: item.text });
        return;
      case 'allOrNone':
        this.push(item, {
          qualitative: item.text,
          value: item.all ? '100' : '0',
          unit: '%',
          comparator: '=',
        });
        return;
      case 'rank':
        if (this.goesOnToPlace(item)) return;
        this.push(item, { rank: true, value: item.rank, unit: '位', comparator: '=' });
        return;
      case 'doubling': {
        const times = String(Math.round(Math.log2(item.times)));
        const draft = this.change(item.modifiers, {
          ...this.placed(item),
          kind: 'times',
          value: times,
          unit: '番',
          numberStart: item.start + this.context.offset,
          numberEnd: item.end + this.context.offset,
        });
        // 比基期翻一番 is measured from the base, not from the year before.
        const base = item.modifiers.find(({ kind }) => kind === 'base');
        if (base) this.setBase(draft, base);
        return;
      }
      case 'bracket':
        this.bracket = item.open;
        return;
      case 'star': {
        const last = this.drafts.at(-1);
        if (last) last.starred = true;
        return;
      }
      case 'nothing':
        return;
      case 'clause':
        this.takeClause(item);
    }
  }

  /** 由第3名上升到第2名 */
  private goesOnToPlace({ start, end, rank }: Span & { readonly rank: string }): boolean {
    const last = this.drafts.at(-1);
    const { line, offset } = this.context;
    if (!last?.rank || last.start < this.segmentStart + offset) return false;
    if (!/^[^第]*[到至]/.test(line.text.slice(start + offset, end + offset))) return false;
    last.from = last.value;
    last.fromStart = last.start;
    last.fromEnd = last.end;
    last.value = rank;
    last.comparator = 'from-to';
    last.end = end + offset;
    last.numberStart = start + offset;
    last.numberEnd = end + offset;
    return true;
  }

  /** “24,000 in 2026 and 26,000 in 2027”: in English the year stands behind its figure. */
  private takePeriodBehind(item: PeriodItem): boolean {
    const { line, offset } = this.context;
    if (!/[a-z]/i.test(line.text[item.start + offset] ?? '')) return false;
    if (this.from) {
      this.fromPeriod = resolvePeriod(item.period, this.context.scope);
      return true;
    }
    const last = this.drafts.at(-1);
    if (!last || last.end <= this.segmentStart + offset) return false;
    const found = resolvePeriod(item.period, this.context.scope);
    // “by December 2026” is by the end of the year.
    const period = item.until && found?.part === '12' ? calendarYear(found.to) : found;
    if (this.awaitsBase) {
      if (this.lastChange) this.lastChange.basePeriod = period;
      this.awaitsBase = false;
      return true;
    }
    last.period = period;
    last.periodForm = item.period;
    this.tellBase(last);
    return true;
  }

  /** 24,000 (20,000 in 2025): an earlier figure of the same thing is what it was. */
  private tellBase(last: Draft): void {
    const level = this.drafts.at(-2);
    if (!level || !isEarlier(last, level)) return;
    last.role = 'base';
    last.beside = 'base';
    level.basePeriod ??= last.period;
  }

  private takePeriod(item: PeriodItem): void {
    if (!item.against && this.takePeriodBehind(item)) return;
    if (item.against && this.lastChange) {
      this.lastChange.basePeriod = resolvePeriod(item.period, this.scopeHere());
      return;
    }
    this.statedBase = undefined;
    this.periodForm = item.period;
    this.period = resolvePeriod(item.period, this.context.scope);
  }

  private takeClause(clause: Clause): void {
    const { modifiers, quantity } = clause;
    for (const modifier of modifiers) {
      if (modifier.kind === 'commitment') this.commitment = modifier.id;
    }
    const kinds = kindsOf(modifiers);
    const base =
      kinds.has('base') || kinds.has('from')
        ? modifiers.find(
            ({ kind, period }) => kind === 'base' || (kind === 'from' && period && !quantity),
          )
        : undefined;
    if (!quantity) {
      // “up 20% from last year”: the base follows the change.
      if (base?.period && this.lastChange) this.setBase(this.lastChange, base);
      return;
    }
    if (kinds.has('from')) {
      const parted = fromAndTo(clause, quantity, this.lineFrom());
      this.from = parted?.from ?? clause;
      if (parted) this.takeLevel(parted.to, parted.to.quantity, kindsOf(parted.to.modifiers));
      return;
    }
    if (this.task !== undefined) {
      const draft = this.pushFigure(quantity, clause);
      draft.completion = true;
      draft.of = this.task;
      this.task = undefined;
      return;
    }
    if (kinds.has('share')) {
      this.takeShare(clause, quantity);
      return;
    }
    if (modifiers.length > 0 && /^up to$/i.test(modifiers[modifiers.length - 1].text)) {
      this.takeLevel(clause, quantity, kinds);
      const upTo = this.drafts.at(-1);
      if (upTo?.comparator === '=') upTo.comparator = '<=';
      return;
    }
    const told = this.drafts.at(-1);
    if (kinds.has('to') && kinds.size === 1 && told && this.isWhatItWas(told, quantity)) {
      this.goOnTo(told, clause, quantity);
      return;
    }
    const unit = quantity.high?.unit || quantity.amount.unit;
    const signed = signedChange(quantity);
    if (signed && [...kinds].every((kind) => kind === 'base')) {
      this.takeChange(clause, signed, decrease, base);
      return;
    }
    const grows = kinds.has('up') || kinds.has('down');
    const level = grows ? levelBehindTo(clause, quantity, this.lineFrom()) : undefined;
    if (level) {
      this.takeChange(clause, { ...quantity, high: undefined }, kinds, base);
      this.takeLevel(level, level.quantity, kindsOf(level.modifiers));
      return;
    }
    if (!kinds.has('to') && (grows || (base && (isMultiple(unit) || isPoints(unit))))) {
      this.takeChange(clause, quantity, kinds, base);
      return;
    }
    if (this.partsOf) {
      this.takePart(clause, quantity);
      return;
    }
    const before = this.drafts.at(-1);
    if (base && !kinds.has('to') && before?.value !== undefined && !before.change) {
      this.takeBase(clause, quantity, base, before);
      return;
    }
    this.takeLevel(clause, quantity, kinds);
  }

  /** The text that the offsets of the items count in. */
  private lineFrom(): string {
    return this.context.line.text.slice(this.context.offset);
  }

  private takeLevel(clause: Clause, quantity: Quantity, kinds: ReadonlySet<ModifierKind>): void {
    this.statedBase = undefined;
    const last = this.drafts.at(-1);
    const from = this.from;
    this.from = undefined;
    const total = kinds.has('total') || this.bracket;
    // 新增132户、达1095户: the flow is the change of the level behind it.
    const flow =
      last?.flow && kinds.size > 0 && !kinds.has('flow') && !total && !this.isSum(clause)
        ? last
        : undefined;
    if (flow && flow.change === undefined && flow.total === undefined) {
      const change: ChangeClaim = {
        start: flow.start,
        end: flow.end,
        kind: 'absolute',
        ...(flow.value === undefined ? {} : { value: flow.value }),
        unit: flow.unit,
        numberStart: flow.numberStart,
        numberEnd: flow.numberEnd,
      };
      this.setFigure(flow, quantity, clause);
      flow.change = change;
      flow.flow = undefined;
      this.lastChange = flow;
      return;
    }
    if (last && this.isNewAmong(last, clause, quantity)) {
      const {
        start,
        end,
        value,
        unit: unitText,
        numberStart,
        numberEnd,
      } = figureOf(quantity, clause, this.context.offset);
      if (start !== undefined && end !== undefined) {
        last.change = {
          start,
          end,
          kind: 'absolute',
          ...(value === undefined ? {} : { value }),
          unit: unitText ?? '',
          // Of what comes and goes, more may have come than there are more of.
          ...(/^count/.test(parseUnit(last.unit)?.dimension ?? '') ? { hedge: 'gross' } : {}),
          numberStart: numberStart ?? start,
          numberEnd: numberEnd ?? end,
        };
        this.lastChange = last;
        return;
      }
    }
    if (last && (this.isInBrackets(last, quantity) || this.wasBefore(last, clause, quantity))) {
      this.putBase(this.pushFigure(quantity, clause), last);
      this.period = last.period;
      return;
    }
    // A change alone, then its level: 增长8.5%，达到3亿元.
    if (
      last?.change &&
      last.value === undefined &&
      last.mask === undefined &&
      last.low === undefined &&
      kinds.has('comparator') &&
      !last.average &&
      samePeriod(last.period, this.period)
    ) {
      this.setFigure(last, quantity, clause);
      return;
    }
    const draft = this.pushFigure(quantity, clause);
    if (total) {
      draft.total = true;
      if (this.period && !this.period.span && this.context.scope.plan?.span) {
        // 累计 counts over the plan's years, not in the last of them.
        draft.period = this.context.scope.plan;
      }
    }
    if (kinds.has('average')) draft.average = true;
    if (kinds.has('flow')) draft.flow = true;
    if (from?.quantity) {
      draft.comparator = 'from-to';
      const { amount } = from.quantity;
      const numeral = numeralOf(amount);
      const unit = unitOf(amount, numeral);
      draft.from = numberOf(amount, numeral);
      if (unit !== '' && unit !== draft.unit) draft.fromUnit = unit;
      draft.start = from.quantity.start + this.context.offset;
      draft.fromStart = amount.numberStart + this.context.offset;
      draft.fromEnd = amount.numberEnd + this.context.offset;
      const year = from.modifiers.find(({ kind }) => kind === 'from');
      if (year?.period) this.setBase(draft, year);
      else if (this.fromPeriod) draft.basePeriod = this.fromPeriod;
      this.fromPeriod = undefined;
    }
  }

  /** 新建120座，改造80座，共200座: the sum of both. */
  private isSum({ modifiers }: Clause): boolean {
    return (
      modifiers.some(({ text }) => /^共/.test(text)) &&
      this.drafts.filter(({ flow }) => flow).length > 1
    );
  }

  /** 比2025年的95家增加25家, behind a level: what it was, told beside the change that follows. */
  private takeBase(clause: Clause, quantity: Quantity, base: Modifier, level: Draft): void {
    this.setBase(level, base);
    const draft = this.pushFigure(quantity, clause);
    draft.period = level.basePeriod;
    draft.periodForm = base.period?.period;
    this.putBase(draft, level);
  }

  /** Makes the last figure what the level before it comes from; a change that follows is of the level. */
  private putBase(draft: Draft, level: Draft): void {
    draft.role = 'base';
    draft.beside = 'base';
    draft.commitment = undefined;
    level.basePeriod = draft.period;
    this.statedBase = draft.period;
    // In the end both stand in the order of the line.
    this.drafts.splice(-2, 2, draft, level);
    this.isOutOfOrder = true;
  }

  /** 5000吨（2025年4800吨）: what it was the year before, in brackets. */
  private isInBrackets(level: Draft, { start, amount }: Quantity): boolean {
    const { line, offset } = this.context;
    return (
      level.value !== undefined &&
      level.change === undefined &&
      level.unit === amount.unit &&
      level.period !== undefined &&
      this.period !== undefined &&
      !this.period.span &&
      this.period.to < level.period.to &&
      /^\s*[（(][^（()）]*$/.test(line.text.slice(level.end, start + offset))
    );
  }

  /** 420万元，上年同期400万元: what it was, told behind what it is. */
  private wasBefore(
    level: Draft,
    { modifiers }: Clause,
    { amount, high, ratio }: Quantity,
  ): boolean {
    return (
      modifiers.length === 0 &&
      !high &&
      !ratio &&
      this.periodForm?.form === 'previous' &&
      level.value !== undefined &&
      level.change === undefined &&
      !level.share &&
      level.unit === amount.unit &&
      level.period !== undefined &&
      this.period !== undefined &&
      this.period.to < level.period.to
    );
  }

  /** 达到20家，新增5家: the new ones are what there is more of. */
  private isNewAmong(level: Draft, { modifiers }: Clause, { amount }: Quantity): boolean {
    return (
      modifiers.length === 1 &&
      /^(?:新增|净增|淨增)$/.test(modifiers[0].text) &&
      level.value !== undefined &&
      level.unit === amount.unit &&
      !level.change &&
      !level.flow &&
      !level.share &&
      !level.completion &&
      !level.total &&
      samePeriod(level.period, this.period)
    );
  }

  /** 其中：服务业1.2亿元、工业0.9亿元: each part is a claim of its own. */
  private takePart(clause: Clause, quantity: Quantity): void {
    const { line, offset } = this.context;
    // Verbs of a flow (新增, 改造) belong to the name; comparators do not.
    const lead = clause.modifiers.find(({ kind }) => kind !== 'flow')?.start ?? quantity.start;
    const name = trimmed(
      line.text.slice(this.segmentStart + offset, lead + offset),
      this.segmentStart + offset,
    );
    // 其中上半年200万元: the same thing in a part of the year.
    if (name.text === '' || this.isPeriod(name)) {
      this.takeLevel(clause, quantity, noKinds);
      this.segmentStart = clause.end;
      return;
    }
    const draft = this.pushFigure(quantity, clause);
    draft.indicator = name.text;
    draft.key = this.context.places.fold(name.text);
    draft.nameSpan = { start: name.start, end: name.end };
    draft.partOf = this.partsOf;
    this.segmentStart = clause.end;
  }

  private isPeriod({ text }: Word): boolean {
    const found = periodIn(text);
    return found !== undefined && found.start === 0 && found.end === text.length;
  }

  private takeShare(clause: Clause, quantity: Quantity): void {
    const part = this.partsOf;
    const share = clause.modifiers.find((modifier) => modifier.kind === 'share');
    const of = share?.of && wholeName(share.of.text);
    const draft = this.pushFigure(quantity, clause);
    const isCompletion =
      of !== undefined && /(?:任务|任務|计划|計劃|目标|目標|预算|預算|进度|plan|target)/.test(of);
    if (isCompletion) draft.completion = true;
    else draft.share = true;
    if (of) draft.of = of;
    draft.flow = undefined;
    if (part && draft.share) this.namePart(draft, clause, part);
  }

  /** 其中护理型床位占60%: whose share it is; 其中税收8000万元，占66.7% goes on with the part before. */
  private namePart(draft: Draft, { start, end }: Clause, whole: Draft): void {
    const { line, offset } = this.context;
    const name = trimmed(
      line.text.slice(this.segmentStart + offset, start + offset),
      this.segmentStart + offset,
    );
    const last = this.drafts.at(-2);
    if (name.text !== '') {
      draft.indicator = name.text;
      draft.key = this.context.places.fold(name.text);
      draft.nameSpan = { start: name.start, end: name.end };
    } else if (last?.partOf === whole) {
      draft.indicator = last.indicator;
      draft.key = last.key;
      draft.nameSpan = last.nameSpan;
    } else return;
    this.segmentStart = end;
  }

  private takeChange(
    clause: Clause,
    quantity: Quantity,
    kinds: ReadonlySet<ModifierKind>,
    base: Modifier | undefined,
  ): void {
    const change = changeOf(clause, quantity, kinds, base, this.context.offset);
    const draft = this.change(clause.modifiers, change);
    if (kinds.has('average')) draft.average = true;
    if (kinds.has('total')) draft.total = true;
    if (base) {
      this.setBase(draft, base);
      this.statedBase = draft.basePeriod;
    } else if (this.statedBase) {
      // 比2020年增80万元，增长26.7%: both are measured from the base that is named once.
      draft.basePeriod ??= this.statedBase;
    } else if (kinds.has('average') || kinds.has('total')) {
      draft.basePeriod ??= baselineOf(this.context.scope);
    }
    // 由A提高到B，年均增长g: the level is the claim's, 年均 belongs to the change.
    if (kinds.has('average') && draft.value !== undefined) draft.average = true;
  }

  /** Puts a change on the level before it, or makes a claim of its own. */
  private change(modifiers: readonly Modifier[], change: ChangeClaim): Draft {
    for (const modifier of modifiers) {
      if (modifier.kind === 'commitment') this.commitment = modifier.id;
    }
    const last = this.drafts.at(-1);
    const takes =
      last !== undefined &&
      last.change === undefined &&
      !last.share &&
      !last.completion &&
      last.qualitative === undefined &&
      samePeriod(last.period, this.period);
    const draft = takes ? last : this.push(change, undefined);
    draft.change = change;
    draft.flow = undefined;
    this.lastChange = draft;
    return draft;
  }

  private setBase(draft: Draft, base: Modifier): void {
    const form = base.period?.period;
    const scope = this.scopeHere(draft.period);
    const period = form
      ? resolvePeriod(form, scope)
      : base.id === 'yearOnYear' && scope.year !== undefined
        ? resolvePeriod({ form: 'previous' }, scope)
        : undefined;
    if (period) draft.basePeriod = period;
  }

  private scopeHere(period = this.period): PeriodScope {
    return period && !period.span ? { ...this.context.scope, year: period.to } : this.context.scope;
  }

  private push(place: Span, figure: Partial<Draft> | undefined): Draft {
    const { context } = this;
    const span = 'line' in place ? place : this.placed(place);
    const draft = newDraft(
      context.line,
      span,
      context.indicator,
      context.key,
      context.role,
      context.origin,
    );
    if (context.nameSpan) draft.nameSpan = context.nameSpan;
    if (this.commitment) draft.commitment = this.commitment;
    if (this.commitment === 'expect') draft.role = 'forecast';
    if (this.period) draft.period = this.period;
    // 2025年92%，2030年96%: of the base year nothing is aimed at.
    if (draft.role === 'target' && this.periodForm && this.isBaseYear()) draft.role = 'base';
    if (this.periodForm) draft.periodForm = this.periodForm;
    if (figure) Object.assign(draft, figure);
    // Most lines make one claim, and a list that is made with it takes no more room than that.
    if (this.drafts.length === 0) this.drafts = [draft];
    else this.drafts.push(draft);
    return draft;
  }

  private isBaseYear(): boolean {
    const { scope, origin } = this.context;
    const base = origin === 'declared' && scope.plan ? baselineOf(scope) : undefined;
    return base !== undefined && !this.period?.part && samePeriod(base, this.period);
  }

  private pushFigure(quantity: Quantity, clause: Clause): Draft {
    const draft = this.push(quantity, undefined);
    this.setFigure(draft, quantity, clause);
    return draft;
  }

  private setFigure(draft: Draft, quantity: Quantity, clause: Clause): void {
    setFigure(draft, quantity, clause, this.context.offset, this.context.unit);
  }

  private placed({ start, end }: Span): Span {
    return { start: start + this.context.offset, end: end + this.context.offset };
  }
}

const rankLead =
  /^(?:在|居|列|位居|位列|排|排名|排在|名列|稳居|全[国國省市县縣区區镇鎮州]|[国國省市县縣区區州][内內])+$/;

/** Whether a figure is of an earlier year than the level of the same thing before it. */
function isEarlier(last: Draft, level: Draft): boolean {
  return (
    last.value !== undefined &&
    last.change === undefined &&
    level.value !== undefined &&
    level.unit === last.unit &&
    level.period !== undefined &&
    last.period !== undefined &&
    !last.period.span &&
    last.period.to < level.period.to
  );
}

/** -8%, 同比-5%: by how much less. */
function signedChange(quantity: Quantity): Quantity | undefined {
  const { amount, high } = quantity;
  if (high || !amount.number?.startsWith('-')) return undefined;
  if (!/^[%％]$/.test(amount.unit) || !/^-\d/.test(amount.number)) return undefined;
  return { ...quantity, amount: { ...amount, number: amount.number?.slice(1) } };
}

const isPlace = ({ amount }: Quantity): boolean => /^[位名]$/.test(amount.unit);

const growth: ReadonlySet<ModifierKind> = new Set(['up']);
const decrease: ReadonlySet<ModifierKind> = new Set(['down']);
const averageGrowth: ReadonlySet<ModifierKind> = new Set(['up', 'average']);
const rateNouns: ReadonlyMap<string, ReadonlySet<ModifierKind>> = new Map([
  ...['增速', '增幅', '增长率', '增長率', '涨幅', '漲幅'].map((noun) => [noun, growth] as const),
  ...['降幅'].map((noun) => [noun, decrease] as const),
  ...['年均增速', '年均增幅', '年均增长率', '年均增長率'].map(
    (noun) => [noun, averageGrowth] as const,
  ),
]);

/** 1—9月: the number and the dash belong to the period. */
function beginsSpanOfMonths(
  item: ClaimItem,
  dash: ClaimItem | undefined,
  month: ClaimItem | undefined,
): boolean {
  return (
    item.kind === 'clause' &&
    item.modifiers.length === 0 &&
    item.quantity?.amount.unit === '' &&
    dash?.kind === 'text' &&
    /^[—–\-~～－―至到]$/.test(dash.text) &&
    month?.kind === 'period' &&
    month.period.form === 'month'
  );
}

/** Words for a task right before the part of it that is done. */
function isTaskOf(text: string, { quantity, modifiers }: Clause): boolean {
  return (
    quantity !== undefined &&
    modifiers.length === 0 &&
    /^[%％]$/.test(quantity.amount.unit) &&
    /^[年全度初月]*(?:目标|目標|任务|任務|计划|計劃|计划|預算|预算)(?:任务|任務|数|數)?的$/.test(
      text,
    )
  );
}

const numeralOf = ({ number, chinese }: Amount): ChineseNumeral | undefined =>
  chinese && number !== undefined ? parseChineseNumeral(number) : undefined;

const numberOf = ({ number, chinese }: Amount, numeral: ChineseNumeral | undefined) =>
  chinese ? numeral?.text : number;

const unitOf = ({ unit }: Amount, numeral: ChineseNumeral | undefined): string =>
  numeral?.magnitude ? numeral.magnitude + unit : unit;

const byComparatorId: Readonly<Record<string, ComparatorName | undefined>> = {
  equal: '=',
  above: '>',
  atLeast: '>=',
  below: '<',
  atMost: '<=',
  about: '~',
  almost: '~',
  keep: 'keep',
};

/** The last comparator that says more than 达到 or 保持; else 保持, else 达到. */
function prefixComparator(modifiers: readonly Modifier[]): string | undefined {
  let plain: string | undefined;
  for (let index = modifiers.length - 1; index >= 0; index--) {
    const { kind, id } = modifiers[index];
    if (kind !== 'comparator') continue;
    if (id !== 'equal' && id !== 'keep') return id;
    if (plain !== 'keep') plain = id;
  }
  return plain;
}

/** What the words before and behind a figure say of its size: the hedge behind wins (保持在N以上 is ≥). */
const comparisonOf = ({ modifiers, suffixes }: Clause): string | undefined =>
  suffixes.length > 0 ? suffixes[suffixes.length - 1].id : prefixComparator(modifiers);

/** A plain 达到 says nothing against any other; `more` is 余 or 多 in the figure itself. */
function comparatorOf(id: string | undefined, more: boolean): ComparatorName | undefined {
  if (more && (id === undefined || id === 'equal' || id === 'keep')) return '~';
  return id ? byComparatorId[id] : '=';
}

function hedgeOf(id: string | undefined, more: boolean): Hedge | undefined {
  if (id === 'about' || id === 'almost') return id;
  return more ? 'more' : undefined;
}

const saysMore = ({ amount, high }: Quantity): boolean =>
  amount.more === true || high?.more === true;

/** Value, unit, comparator and places of a printed figure. `offset` is added to every place. */
export function figureOf(quantity: Quantity, clause: Clause, offset: number): Partial<Draft> {
  const figure: Partial<Draft> = {};
  setFigure(figure, quantity, clause, offset);
  return figure;
}

/** Says of a claim what a printed figure says, and leaves the rest as it is. */
export function setFigure(
  draft: Partial<Draft>,
  quantity: Quantity,
  clause: Clause,
  offset: number,
  unitElsewhere = '',
): void {
  const { amount, high, ratio } = quantity;
  const numeral = numeralOf(amount);
  const value = numberOf(amount, numeral);
  const unit = unitOf(amount, numeral);
  const id = comparisonOf(clause);
  const more = saysMore(quantity);
  const hedge = hedgeOf(id, more);
  const comparator = comparatorOf(id, more);
  const { suffixes } = clause;
  const last = high ?? amount;
  const end = suffixes.length > 0 ? suffixes[suffixes.length - 1].end : quantity.end;
  draft.start = amount.start + offset;
  draft.end = end + offset;
  draft.unit = unit || unitElsewhere;
  draft.numberStart = amount.numberStart + offset;
  draft.numberEnd = amount.numberEnd + offset;
  draft.unitStart = last.numberEnd + offset;
  draft.unitEnd = last.end + offset;
  if (comparator) draft.comparator = comparator;
  if (hedge) draft.hedge = hedge;
  if (ratio) draft.ratio = ratio;
  if (amount.mask !== undefined) draft.mask = amount.mask;
  if (high) {
    draft.comparator = 'range';
    if (value !== undefined) draft.low = value;
    const highNumeral = numeralOf(high);
    const highValue = numberOf(high, highNumeral);
    if (highValue !== undefined) draft.high = highValue;
    draft.unit = unitOf(high, highNumeral) || unitElsewhere;
    if (unit && unit !== draft.unit) draft.lowUnit = unit;
  } else if (value !== undefined) {
    draft.value = value;
  }
}

/** The kind of a change is told by its unit. */
function changeKindOf(unit: string): ChangeClaim['kind'] {
  if (/百分点|百分點|千分点|千分點|point/i.test(unit)) return 'points';
  if (/^[%％‰]$|^per ?cent$/i.test(unit)) return 'percent';
  if (/^(?:倍|times|fold|番)$/.test(unit)) return 'times';
  return /^(?:位|名|个位次|places?)$/.test(unit) ? 'rank' : 'absolute';
}

/** A verb of change with its figure: 增长8.5%, 下降2个百分点, 是2015年的1.7倍. */
export function changeOf(
  clause: Clause,
  quantity: Quantity,
  kinds: ReadonlySet<ModifierKind>,
  base: Modifier | undefined,
  offset: number,
): ChangeClaim {
  const { amount, high } = quantity;
  const numeral = numeralOf(amount);
  const value = numberOf(amount, numeral);
  const highValue = high && numberOf(high, numeralOf(high));
  const unit = high?.unit || unitOf(amount, numeral);
  const kind = kindOfChange(clause, unit);
  const sign = kinds.has('down') ? '-' : '';
  const id = comparisonOf(clause);
  const more = saysMore(quantity);
  const comparator = comparatorOf(id, more);
  const isRatio = kind === 'times' && base && !kinds.has('up') && !kinds.has('down');
  return {
    start: quantity.start + offset,
    end: clause.end + offset,
    kind,
    value: value === undefined ? undefined : sign + value,
    high: highValue === undefined ? undefined : sign + highValue,
    mask: amount.mask,
    unit,
    comparator: comparator === '=' ? undefined : comparator,
    hedge: hedgeOf(id, more),
    ratio: isRatio ? true : undefined,
    numberStart: amount.numberStart + offset,
    numberEnd: amount.numberEnd + offset,
  };
}

/** 增加60名, of people; 前进3名 is a place. */
function kindOfChange({ modifiers }: Clause, unit: string): ChangeClaim['kind'] {
  const kind = changeKindOf(unit);
  return kind === 'rank' && modifiers.some(({ text }) => /^(?:[净淨]?增|[减減扩擴])/.test(text))
    ? 'absolute'
    : kind;
}

/** 占财政收入比重的: the name of the whole alone. */
export function wholeName(text: string): string {
  return text.replace(/的$/, '').replace(/比重$|比例$/, '');
}

/** “from 10,000 tonnes to 12,600 tonnes” is no range, but what it was and what it is. */
export function fromAndTo(
  clause: Clause,
  { amount, high }: Quantity,
  text: string,
): { from: Clause; to: Clause & { readonly quantity: Quantity } } | undefined {
  const from = clause.modifiers.find(({ kind }) => kind === 'from');
  if (!from || !high || !/\bto\s*$/.test(text.slice(amount.end, high.start))) return undefined;
  return {
    from: { ...clause, quantity: { start: amount.start, end: amount.end, amount } },
    to: {
      ...clause,
      modifiers: [...clause.modifiers.filter((one) => one !== from), towards(high)],
      quantity: { start: high.start, end: high.end, amount: high },
    },
  };
}

/** “increase by 20% to 24,000” is no range, but a change and its level. */
function levelBehindTo(
  clause: Clause,
  { amount, high }: Quantity,
  text: string,
): (Clause & { readonly quantity: Quantity }) | undefined {
  if (!high || high.unit === amount.unit || amount.unit === '') return undefined;
  if (!/\bto\s*$/.test(text.slice(amount.end, high.start))) return undefined;
  const reached: Modifier = { ...towards(high), kind: 'comparator', id: 'equal' };
  return {
    ...clause,
    modifiers: [reached],
    quantity: { start: high.start, end: high.end, amount: high },
  };
}

/** The verb of “from A to B”. */
export function towards({ start }: Span): Modifier {
  return { kind: 'to', id: 'to', text: 'to', start, end: start };
}
