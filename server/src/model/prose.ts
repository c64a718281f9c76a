/**
 * Claims from running text, by the same grammar as declared lines (CLAIMS.md). The grammar marks the
 * figures; this reader finds whose they are and what kind of claim they make: it carries subject,
 * period, commitment and verb along an enumeration, and joins a level with the change behind it.
 * Names are cut by `prose-names.ts`, and `prose-figures.ts` tells which figures are claims at all.
 */
import { parseClaims } from '../syntax/parser.ts';
import type {
  ClaimItem,
  Clause,
  DoublingItem,
  Line,
  Modifier,
  ModifierKind,
  PeriodItem,
  Quantity,
  RankItem,
  Span,
} from '../syntax/tree.ts';
import {
  changeOf,
  type Draft,
  figureOf,
  fromAndTo,
  kindsOf,
  newDraft,
  setFigure,
  towards,
} from './claims.ts';
import { simplify } from './names.ts';
import { letters, Signs } from './patterns.ts';
import { type PeriodScope, resolvePeriod } from './periods.ts';
import type { OwnPlaces } from './places.ts';
import {
  closing,
  colon,
  endings,
  endOfClause,
  endOfPart,
  endOfPeriod,
  endOfSentence,
  endsRun,
  lead,
  opening,
} from './prose-endings.ts';
import {
  changeBefore,
  changingVerb,
  comparedBehind,
  englishNoun,
  isEnglish,
  meansToBe,
  verbAtEnd,
} from './prose-english.ts';
import { isFigure, senseOf } from './prose-figures.ts';
import { moved, shift, signsOfMarks, withoutMarks } from './prose-marks.ts';
import {
  distributedNames,
  isOnlyDoing,
  type Name,
  nameBefore,
  noName,
  nounBehind,
  verbsAtHead,
  type Words,
} from './prose-names.ts';
import {
  amongFirst,
  asksWhatToDo,
  attributeNoun,
  baseBeside,
  beforeCommitment,
  behindOthers,
  boundOf,
  commits,
  comparedWith,
  comparedWithPlan,
  comparison,
  comparisonOfAmounts,
  contextLength,
  demands,
  excess,
  growthBehind,
  headOfPlans,
  headOfShortcomings,
  hedgesOfShare,
  isCompletionPhrase,
  isLeastBefore,
  isSharePhrase,
  joinsRun,
  leadsGoals,
  leadsOn,
  leadsOnInEnglish,
  lessIsBetter,
  moreOrLess,
  mostBefore,
  namesPair,
  newBefore,
  newSince,
  newThings,
  onlyNew,
  onlySoFar,
  overBefore,
  placeLead,
  pointsBehind,
  rankWords,
  restBefore,
  restBehind,
  shareOfWhole,
  sinceBefore,
  sizeBehind,
  sizeOnly,
  task,
  taskBehindName,
  taskBeside,
  taskLead,
  tenthsBehind,
  toldOfBefore,
  toldWithoutFigure,
  totalWord,
  verbOfChange,
  wanted,
  yearsCounted,
} from './prose-words.ts';
import type { ChangeClaim, Claim, Period, Role } from './types.ts';
import { parseUnit } from './units.ts';

/** What is known before the text begins. */
export interface ProseContext {
  readonly line: Line;
  /** Where the items' offsets count from, relative to the line. */
  readonly offset: number;
  readonly scope: PeriodScope;
  readonly places: OwnPlaces;
  /** What the section tells: results or targets, and of which year. */
  readonly role: Role;
  readonly period?: Period;
}

/** Reads the claims of one paragraph. `items` are what the claim grammar made of its text. */
export function readProse(items: readonly ClaimItem[], context: ProseContext): readonly Claim[] {
  const { line, offset } = context;
  const text = line.text.slice(offset);
  const found = signs.in(text);
  const bare = (found & markSign) === 0 ? undefined : withoutMarks(text);
  if (!bare) {
    const drafts = new ProseReader(text, context, found).read(items);
    if (offset === 0) return drafts;
    for (const draft of drafts) shift(draft, offset);
    return drafts;
  }
  const { plain, placeOf } = bare;
  // The end of a stretch is the place behind its last letter, not behind the reading of that letter.
  const place = (at: number, isEnd: boolean): number =>
    (isEnd && at > 0 ? placeOf[at - 1] + 1 : placeOf[at]) + offset;
  return new ProseReader(plain, context, signs.in(plain))
    .read(parseClaims(plain))
    .map((draft) => moved(draft, place));
}

/** What most texts have nothing of: marks in them, English, titles, totals, and 分别. */
const signs = new Signs(signsOfMarks, letters, '《', '累纍年Cc', '分');
const markSign = 1;
const letterSign = 2;
const titleSign = 4;
const totalSign = 8;
const shareSign = 16;

/** Words farther from a figure than this do not name it. */
const longestName = 80;
/** Figures that share one unit behind the last of them. */
const longestRun = 8;

/** Whether a change without a name is that of the level before it. */
function takesChange(last: Draft, change: ChangeClaim): boolean {
  return (
    last.change === undefined &&
    // 涨幅达9.3%，但比上年同期低11%: no change of the rate.
    (change.kind !== 'percent' || !growthBehind.test(last.indicator)) &&
    // 占支出的81.2%，较上年提高0.9个百分点
    (!last.share || change.kind === 'points') &&
    !last.rank &&
    !last.completion &&
    last.qualitative === undefined &&
    change.start - last.end <
      (/[A-Za-z]$/.test(last.indicator) ? farthestInEnglish : farthestChange)
  );
}
/** A level and its change stand in one enumeration; farther apart they are two. */
const farthestChange = 30;
const farthestInEnglish = 50;

/** Figures in one run, joined by 、 or 和: whose they are, and what stood before the first. */
interface Run {
  readonly turns: Turn[];
  readonly modifiers: readonly Modifier[];
  readonly compared?: ChangeTold;
}

/** Whose a figure of a run is: a name, or a claim that still lacks its change. */
interface Turn {
  readonly name: Name;
  readonly draft?: Draft;
}

/** Firms and people come and go; what is measured, as roads and fields, stays. */
const mayLeave = (unit: string | undefined): boolean =>
  unit !== undefined && (senseOf(unit).isCount || senseOf(unit).isOfPeople);

/** What is told in units of one kind may be one thing: sums of money, shares, things that are counted by one word. */
function kindOfUnit(unit: string): string | undefined {
  const known = parseUnit(unit);
  return known === undefined || known.dimension === 'count'
    ? unit.replace(/^[十百千万萬亿億]+/, '')
    : known.dimension;
}

const nameOf = ({ indicator, nameSpan }: Draft): Name => ({
  name: indicator,
  ...(nameSpan ? { span: nameSpan } : {}),
});

/** A figure that the next one is measured by, and where that one begins. */
interface Beside {
  readonly draft: Draft;
  readonly next: number;
  readonly base?: Modifier;
  /** 低 and 高 behind it, which are verbs here. */
  readonly direction?: 'up' | 'down';
}

/** What the words around a change say of it. */
interface ChangeTold {
  readonly own: Name;
  readonly direction?: 'up' | 'down';
  readonly isCompared?: boolean;
}

/** A whole stands this many claims before its 其中 at most: a line of any length is read in one pass. */
const farthestWhole = 40;

const noTitles: readonly Span[] = [];

/** Names of documents: the figures in them are not the text's. */
function titlesIn(text: string): Span[] {
  return [...text.matchAll(/《[^》]*》/g)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
}

const noModifiers: readonly Modifier[] = [];

class ProseReader {
  private readonly context: ProseContext;
  private readonly words: Words;
  private readonly claims: Draft[] = [];
  private readonly titles: readonly Span[];
  private titleIndex = 0;
  private items: readonly ClaimItem[] = [];
  private index = 0;

  /** The period of the paragraph, of its head or of the section. */
  private standingPeriod: Period | undefined;
  private period: Period | undefined;
  private periodForm: PeriodItem['period'] | undefined;
  /** Where the period that is in force was named; a period in mid clause governs that clause only. */
  private periodIsPassing = false;

  private sentenceStart = 0;
  /** 预计 at the head of a sentence makes all up to its full stop forecasts. */
  private sentenceForecast = false;
  /** Behind the last comma, semicolon, colon or full stop. */
  private clauseStart = 0;
  /** Behind the last 、 or comma. */
  private itemStart = 0;
  /** The end of the last figure: behind it the next name may begin. */
  private figureEnd = 0;
  /** The last pair of parentheses, and where the clause around it began. */
  private aside: (Span & { readonly clauseStart: number; readonly figureEnd: number }) | undefined;
  private open: { at: number; clauseStart: number; figureEnd: number } | undefined;

  /** 主要预期目标是 makes targets of what follows in its paragraph. */
  private tellsGoals = false;
  private commitment: string | undefined;
  /** Whether the sentence tells at its head that all of it is still to come, and of which this was asked. */
  private isToCome = false;
  private askedSentence = -1;
  /** Whether it tells at its head of what is lacking, which is so already. */
  private lacks = false;
  /** 只有63%: whether the figure that is being read is told to be so little so far. */
  private isOnly = false;
  /** 保持 before a list holds for all of it: how many claims there were when it was said. */
  private keepsFrom: number | undefined;
  /** GDP要增长6%: the figure that is being read is to be reached. */
  private isWanted = false;
  /** An English sentence that says what will be. */
  private isIntent = false;
  private readonly isEnglish: boolean;
  /** Whether a word of totals, or 分别, stands anywhere in the text: it need not be looked for before each figure. */
  private readonly mayTotal: boolean;
  private readonly mayDistribute: boolean;
  /** `Roads to be built: 86 km`: what stands before a colon, where the figure follows at once. */
  private label: { readonly name: Name; readonly end: number } | undefined;
  /** Words that lead to a figure which has not come yet: 提高到2025年的65%. */
  private pending = noModifiers;
  private from: Clause | undefined;
  /** The year that stands behind the A of “from A to B”. */
  private fromPeriod: Period | undefined;
  /** The end of the last figure that was looked at, whether or not it made a claim. */
  private lastFigureEnd = -1;
  /** 年度目标5亿元的, 2020年2亿元的: a figure that the next one is measured by. */
  private beside: Beside | undefined;
  /** The direction of a verb of change whose object was the last figure's. */
  private verb: 'up' | 'down' | undefined;
  /** The claim that a change, a share or a rank without a name of its own belongs to. */
  private subject: Name | undefined;
  /** Whose the figures before the last semicolon were: 到2023年达到60%；到2025年达到80%. */
  private subjectBefore: Name | undefined;
  private last: Draft | undefined;
  private partsOf: Draft | undefined;
  /** A、B分别: what waits for the figures that follow. */
  private run: Run | undefined;
  /** The claims that the last run made, of which another run may follow. */
  private runDrafts: Draft[] = [];

  /** @param found of the {@link signs} */
  constructor(text: string, context: ProseContext, found: number) {
    this.context = context;
    this.words = { text, simple: simplify(text) };
    this.isEnglish = (found & letterSign) !== 0 && isEnglish(text);
    this.mayTotal = (found & totalSign) !== 0 && totalWord.test(this.words.simple);
    this.mayDistribute = (found & shareSign) !== 0 && this.words.simple.includes('分别');
    if (this.isEnglish) this.noteIntent(0);
    this.period = this.standingPeriod = context.period;
    this.titles = (found & titleSign) === 0 ? noTitles : titlesIn(text);
  }

  read(items: readonly ClaimItem[]): Draft[] {
    this.items = items;
    for (this.index = 0; this.index < items.length; this.index++) {
      const item = items[this.index];
      if (!this.isInTitle(item)) this.take(item);
    }
    // A copy, since a list that has grown keeps room for sixteen more.
    return this.claims.filter(({ indicator }) => indicator !== '').slice();
  }

  private isInTitle({ start, end }: Span): boolean {
    while (this.titleIndex < this.titles.length && this.titles[this.titleIndex].end <= start)
      this.titleIndex++;
    const title = this.titles[this.titleIndex];
    return title !== undefined && title.start < end;
  }

  private take(item: ClaimItem): void {
    switch (item.kind) {
      case 'separator':
        this.separate(item.text, item.start, item.end);
        return;
      case 'period':
        this.takePeriod(item);
        return;
      case 'parts':
        this.partsOf = this.claims
          .slice(-farthestWhole)
          .findLast((claim) => claim.value !== undefined && claim.change?.kind !== 'points');
        this.clauseStart = this.itemStart = item.end;
        return;
      case 'text':
        if (
          this.pending.length > 0 &&
          !(this.isEnglish ? leadsOnInEnglish : leadsOn).test(item.text)
        )
          this.pending = noModifiers;
        return;
      case 'clause':
        this.takeClause(item);
        return;
      case 'rank':
        this.takeRank(item);
        return;
      case 'doubling':
        this.takeDoubling(item);
        return;
      case 'allOrNone':
        // 工作已全部完成 tells no share of anything.
        if (!/^全部/.test(item.text)) this.takeQualitative(item, item.text);
        return;
      case 'qualitative':
        // Quoted words are names; only 与…同步 says something here.
        if (!/^["“「『]/.test(this.words.text[item.start])) this.takeQualitative(item, item.text);
        return;
      default:
        return;
    }
  }

  // ------------------------------------------------------------ sentences

  private separate(mark: string, start: number, end: number): void {
    const ends = endings[mark.charCodeAt(0)];
    const endsSentence =
      (ends & endOfSentence) !== 0 || (mark === '.' && /^\s|^$/.test(this.words.text[end] ?? ''));
    if (endsSentence || (ends & endOfPart) !== 0) {
      this.partsOf = undefined;
      this.last = undefined;
      this.subjectBefore = endsSentence ? undefined : this.subject;
      this.subject = undefined;
      this.commitment = undefined;
      this.run = undefined;
      if (this.runDrafts.length > 0) this.runDrafts = [];
      this.keepsFrom = undefined;
    }
    if ((ends & lead) !== 0 && leadsGoals(this.words.simple, start)) this.tellsGoals = true;
    if (
      mark === '，' &&
      demands.mayEnd(this.words.simple.charCodeAt(start - 1)) &&
      demands.test(this.words.simple.slice(this.sentenceStart, start))
    )
      this.tellsGoals = true;
    if (mark === '？' && asksWhatToDo.test(this.words.simple.slice(this.sentenceStart, start)))
      this.tellsGoals = true;
    if (endsSentence) {
      this.sentenceForecast = false;
      this.sentenceStart = end;
      this.label = undefined;
      if (this.isEnglish) this.noteIntent(end);
      this.period = this.standingPeriod;
      this.periodForm = undefined;
    }
    if (this.periodIsPassing && (ends & endOfPeriod) !== 0) {
      this.period = this.standingPeriod;
      this.periodForm = undefined;
      this.periodIsPassing = false;
    }
    if ((ends & opening) !== 0) {
      this.open = { at: start, clauseStart: this.clauseStart, figureEnd: this.figureEnd };
    } else if ((ends & closing) !== 0 && this.open) {
      const { at, clauseStart, figureEnd } = this.open;
      this.aside = { start: at, end, clauseStart, figureEnd };
      this.open = undefined;
      this.clauseStart = this.itemStart = clauseStart;
      this.figureEnd = Math.max(figureEnd, clauseStart);
      return;
    }
    if ((ends & colon) !== 0 && this.figureEnd <= this.clauseStart && start > this.clauseStart)
      this.label = { name: this.wordsBefore(start), end };
    if (endsSentence || (ends & endOfClause) !== 0) {
      this.clauseStart = this.itemStart = end;
      this.from = undefined;
      this.pending = noModifiers;
      if (this.keepsFrom === this.claims.length) this.keepsFrom = undefined;
    } else if (mark === '、') {
      this.itemStart = end;
    }
  }

  private noteIntent(start: number): void {
    const { text } = this.words;
    const stop = text.indexOf('. ', start);
    this.isIntent = meansToBe.test(text.slice(start, stop < 0 ? text.length : stop));
  }

  private takePeriod(item: PeriodItem): void {
    if (item.against) return;
    const behind = this.words.simple.slice(item.end, item.end + 3);
    // “六五”普法 and 1998年以来最大 name something else.
    if (/^(?:普法|以来最)/.test(behind)) return;
    const head = this.words.simple.slice(this.clauseStart, item.start).trim();
    // “Outlook for 2025. Village income …”: a title in the line.
    const isTitle =
      this.isEnglish &&
      this.sentenceStart === 0 &&
      /^\.\s/.test(this.words.text.slice(item.end, item.end + 2));
    const opens =
      isTitle ||
      head === '' ||
      /^(?:到|至|截至|截止|预计|力争|确保|其中|而|[全我][镇乡县市区州省国])$/.test(head);
    const period = resolvePeriod(item.period, this.scopeOf(item));
    if (this.isBehindFigure(item) && this.takeEnglishYear(period)) return;
    this.periodForm = item.period;
    this.period = period;
    this.periodIsPassing = !opens;
    if (opens && /^(?:到|至)$/.test(head + this.words.simple.slice(item.start, item.start + 1)))
      this.subject ??= this.subjectBefore;
    // At the head of a paragraph a period holds for all of it.
    if (
      opens &&
      /^(?:各位代表|同志们)?[，,：:！!]?$/.test(this.words.simple.slice(0, this.clauseStart).trim())
    )
      this.standingPeriod = period;
  }

  /** 2023年为6万吨，上年为5万吨: the year before is that before the one which the sentence has named. */
  private scopeOf({ period: { form }, start }: PeriodItem): PeriodScope {
    const { scope } = this.context;
    // 2025年，…。全年…: of the year that the paragraph tells of.
    const { standingPeriod } = this;
    if (form === 'current' && standingPeriod && !standingPeriod.span)
      return /^(?:全年|[当年][年末底内])/.test(this.words.simple.slice(start, start + 2))
        ? { ...scope, year: standingPeriod.to }
        : scope;
    const isNamed = this.periodForm?.form === 'year' && this.period && !this.period.span;
    return form === 'previous' && isNamed ? { ...scope, year: this.period?.to } : scope;
  }

  /** `12,600 tonnes in 2025`, `from 10,000 tonnes in 2020 to …`: in English the year stands behind its figure. */
  private isBehindFigure({ start }: Span): boolean {
    const { text } = this.words;
    return (
      /[A-Za-z]/.test(text[start] ?? '') && /^\s*$/.test(text.slice(this.lastFigureEnd, start))
    );
  }

  private takeEnglishYear(period: Period | undefined): boolean {
    if (this.from) {
      this.fromPeriod = period;
      return true;
    }
    const { last } = this;
    if (!last || !period || last.period) return false;
    last.period = period;
    return true;
  }

  // ------------------------------------------------------------ figures

  private takeClause(clause: Clause): void {
    const { quantity } = clause;
    this.noteCommitments(clause);
    if (!quantity) {
      if (this.isEnglish && this.takeAverageBehind(clause)) return;
      this.pending =
        this.pending.length > 0 ? [...this.pending, ...clause.modifiers] : clause.modifiers;
      if (clause.modifiers.some(({ id, text }) => id === 'keep' && /^[保维維]持$/.test(text)))
        this.keepsFrom = this.claims.length;
      return;
    }
    const whole =
      this.pending.length > 0
        ? { ...clause, modifiers: [...this.pending, ...clause.modifiers] }
        : clause;
    this.pending = noModifiers;
    this.takeFigure(whole, this.withTenths(this.withUnitOfRun(quantity)));
  }

  /** “grew by 7% a year on average”, “from 3.2 to 4.5 billion yuan, an annual average of 7%”. */
  private takeAverageBehind({ start, modifiers }: Clause): boolean {
    const { last } = this;
    if (!last?.change || !modifiers.every(({ kind }) => kind === 'average')) return false;
    if (!/^\s*$/.test(this.words.text.slice(this.lastFigureEnd, start))) return false;
    last.average = true;
    return true;
  }

  /** 高于目标1.5和0.5个百分点: the unit stands behind the last figure of a run. */
  private withUnitOfRun(quantity: Quantity): Quantity {
    const { amount } = quantity;
    const isBare = amount.unit === '' || amount.unit === '个';
    if (!isBare || amount.number === undefined || quantity.high || quantity.ratio) return quantity;
    const unit = this.unitOfRun(quantity.end) || this.unitOfPoints(quantity);
    // 0.8个和1.4个百分点
    return unit === '' || (amount.unit === '个' && !senseOf(unit).isPoints)
      ? quantity
      : { ...quantity, amount: { ...amount, unit } };
  }

  /** 八成五, 增长两成三: what stands behind 成 are its tenths. */
  private withTenths(quantity: Quantity): Quantity {
    const { amount, high, end } = quantity;
    if (amount.unit !== '成' || !amount.chinese || high) return quantity;
    const tenths = tenthsBehind.exec(this.words.simple.slice(end, end + 2));
    const whole = '一二三四五六七八九'.indexOf(simplify(amount.number ?? '').replace('两', '二'));
    if (!tenths || whole < 0) return quantity;
    const { chinese: _, ...plain } = amount;
    const number = `${whole + 1}.${'一二三四五六七八九'.indexOf(tenths[1]) + 1}`;
    return { ...quantity, end: end + 1, amount: { ...plain, end: end + 1, number } };
  }

  /** 高于一季度1.1个、上半年0.5个百分点: points, of several others. */
  private unitOfPoints({ end, amount }: Quantity): string {
    if (amount.unit !== '个') return '';
    const found = pointsBehind.exec(this.words.simple.slice(end, end + 2 * contextLength));
    return found?.[1] ?? '';
  }

  private unitOfRun(from: number): string {
    let end = from;
    for (let step = 2; step <= 2 * longestRun; step += 2) {
      const next = this.items[this.index + step];
      if (next?.kind !== 'clause' || !next.quantity || next.modifiers.length > 0) return '';
      if (!/^(?:和|与|、)$/.test(this.words.simple.slice(end, next.start))) return '';
      if (next.quantity.amount.unit !== '') return next.quantity.amount.unit;
      end = next.end;
    }
    return '';
  }

  private noteCommitments({ modifiers, quantity }: Clause): void {
    for (const { kind, id, start, end } of modifiers) {
      if (kind !== 'commitment') continue;
      const { simple } = this.words;
      const head = simple
        .slice(Math.max(this.clauseStart, start - contextLength), start)
        .replace(beforeCommitment, '');
      const leadsFigure = quantity !== undefined && quantity.start - end <= 6;
      // 将争取 and 要争取 are meant to come.
      const isToCome = /[将要]/.test(simple[start - 1] ?? '');
      const word = simple.slice(start, end + 3);
      const before = simple.slice(Math.max(0, start - 2), start);
      const isPlaced = head === '' || leadsFigure;
      if (!isToCome && !commits(id, word, before, isPlaced, this.context.role)) continue;
      this.commitment = id;
      const sentence = simple
        .slice(Math.max(this.sentenceStart, start - contextLength), start)
        .replace(beforeCommitment, '');
      if (id === 'expect' && (sentence === '' || /指标$/.test(sentence)))
        this.sentenceForecast = true;
    }
  }

  private takeFigure(clause: Clause, quantity: Quantity): void {
    this.lastFigureEnd = quantity.end;
    const { high } = quantity;
    const parted = fromAndTo(clause, quantity, this.words.text);
    if (parted) {
      this.from = parted.from;
      this.takeRead(parted.to, parted.to.quantity);
      return;
    }
    // “rose 6.3% to 4.1 billion yuan”: a change and what it led to.
    if (
      high &&
      quantity.amount.unit !== '' &&
      quantity.amount.unit !== high.unit &&
      this.isEnglish
    ) {
      const { amount } = quantity;
      this.takeRead({ ...clause, suffixes: [] }, { start: amount.start, end: amount.end, amount });
      this.takeRead(
        { ...clause, start: high.start, modifiers: [towards(high)] },
        { start: high.start, end: high.end, amount: high },
      );
      return;
    }
    this.takeRead(clause, quantity);
  }

  private takeRead(clause: Clause, quantity: Quantity): void {
    const { beside } = this;
    if (beside) {
      this.beside = undefined;
      if (clause.start === beside.next) {
        this.takeMeasured(clause, quantity, beside);
        return;
      }
    }
    if (this.takeBeside(clause, quantity) || this.takeExcess(clause, quantity)) return;
    // 计划建设1.2万亩，实际完成1.18万亩
    if (
      this.commitment === 'plan' &&
      /实际(?:上)?(?:已)?(?:完成|达到|为|建成)$/.test(
        this.words.simple.slice(this.clauseStart, quantity.start),
      )
    )
      this.commitment = undefined;
    const kinds = kindsOf(clause.modifiers);
    const leadEnd = this.leadEnd(clause);
    const words = this.wordsBefore(leadEnd);
    const { simple } = this.words;
    this.isWanted =
      wanted.mayEnd(simple.charCodeAt(leadEnd - 1)) &&
      wanted.test(simple.slice(Math.max(this.clauseStart, leadEnd - 6), leadEnd));
    const upTo = simple.slice(Math.max(this.clauseStart, quantity.start - 6), quantity.start);
    this.isOnly = onlySoFar.mayEnd(simple.charCodeAt(quantity.start - 1)) && onlySoFar.test(upTo);
    const figure = {
      clause,
      quantity,
      kinds,
      before: simple.slice(Math.max(0, clause.start - contextLength), clause.start),
      lead: simple.slice(Math.max(0, quantity.start - contextLength), quantity.start),
      after: simple.slice(clause.end, clause.end + contextLength),
      nameBefore: this.simpleOf(words),
      unitBefore: this.last?.unit,
      isToLevel: this.isEnglish && this.from !== undefined,
    };
    if (kinds.has('from') && !kinds.has('to')) {
      this.from = clause;
      return;
    }
    if (!isFigure(figure)) {
      if (/^的/.test(figure.after)) this.dropAttributeBefore(quantity);
      return;
    }
    const compared = this.comparedWithOthers(quantity, kinds);
    const told =
      compared ?? (kinds.has('up') || kinds.has('down') ? undefined : this.moreOrLess(quantity));
    this.openRun(clause, told?.own ?? words, told);
    // 分别增长8%和9%: the verb stands before the first figure only.
    const whole =
      clause.modifiers.length === 0 && this.run
        ? { ...clause, modifiers: this.run.modifiers }
        : clause;
    this.makeClaim(whole, quantity, words, compared ?? this.run?.compared);
    // The noun behind the figure may already have been taken as its name.
    this.figureEnd = Math.max(this.figureEnd, clause.end);
  }

  // ------------------------------------------------------------ figures beside others

  /**
   * 完成年度目标5亿元的108.6%, 是2020年2亿元的3倍, 比上年的5万吨增加1万吨: a figure that is mentioned because the
   * next one is measured by it. It is a task or a base, and the level before it stays the one that is told of.
   */
  private takeBeside(clause: Clause, quantity: Quantity): boolean {
    if (!this.subject) return false;
    const next = this.nextClause(quantity.end + 2);
    if (!next?.quantity) return false;
    const { simple } = this.words;
    const between = simple.slice(quantity.end, next.start);
    const lead = simple.slice(
      Math.max(this.sentenceStart, quantity.start - 2 * contextLength),
      quantity.start,
    );
    const unit = next.quantity.high?.unit || next.quantity.amount.unit;
    const base = clause.modifiers.find(({ kind }) => kind === 'base');
    if (/^[）)]?的$/.test(between)) {
      const isTask = /^[%％]$/.test(unit) && taskBeside.test(lead);
      if (!isTask && !(unit === '倍' && baseBeside.test(lead))) return false;
      this.pushBeside(clause, quantity, isTask ? 'task' : 'base', base, next.start);
      return true;
    }
    const [verb] = next.modifiers;
    if (!base) return false;
    // 比上年的29.4元低17.8%
    const told = /^的?([多高少低])(?:了|出)?$/.exec(between);
    if (!told && (!/^的?$/.test(between) || (verb?.kind !== 'up' && verb?.kind !== 'down')))
      return false;
    this.pushBeside(clause, quantity, 'base', base, next.start);
    if (told && this.beside)
      this.beside = { ...this.beside, direction: /[少低]/.test(told[1]) ? 'down' : 'up' };
    return true;
  }

  /** The next figure of the sentence up to a place, where only 的 and a closing bracket stand between. */
  private nextClause(farthest: number): Clause | undefined {
    for (let index = this.index + 1; index <= this.index + 3; index++) {
      const item = this.items[index];
      if (!item || item.start > farthest) return undefined;
      if (item.kind === 'clause') return item;
      if (item.kind !== 'text' && !(item.kind === 'separator' && /[）)]/.test(item.text)))
        return undefined;
    }
    return undefined;
  }

  private pushBeside(
    clause: Clause,
    quantity: Quantity,
    kind: 'task' | 'base',
    base: Modifier | undefined,
    next: number,
  ): void {
    const { last, subject } = this;
    const draft = this.pushFigure(clause, quantity, subject ?? noName);
    draft.beside = kind;
    if (kind === 'task') draft.role = 'target';
    else {
      if (draft.role === 'target') draft.role = 'result';
      const form = base?.period?.period;
      if (form) {
        const year = last?.period && !last.period.span ? { year: last.period.to } : {};
        const period = resolvePeriod(form, { ...this.context.scope, ...year });
        draft.period = period;
      }
    }
    this.last = last;
    this.figureEnd = next;
    this.lastFigureEnd = quantity.end;
    this.beside = { draft, next, ...(base ? { base } : {}) };
  }

  /** The figure that is measured by the one before it. */
  private takeMeasured(
    clause: Clause,
    quantity: Quantity,
    { draft, base, direction }: Beside,
  ): void {
    if (draft.beside === 'task') {
      const completion = this.pushFigure(clause, quantity, this.subject ?? noName);
      completion.completion = true;
      completion.of = '目标';
      this.last = undefined;
    } else {
      const kinds = new Set<ModifierKind>(clause.modifiers.map(({ kind }) => kind));
      if (direction) kinds.add(direction);
      const timesOf: Modifier = base ?? {
        kind: 'base',
        id: 'timesOf',
        text: '',
        start: clause.start,
        end: clause.start,
      };
      const { last } = this;
      const change = changeOf(clause, quantity, kinds, timesOf, 0);
      const owner =
        last && last.change === undefined && last.value !== undefined
          ? last
          : this.push(change, this.subject ?? noName, undefined);
      owner.change = change;
      if (draft.period) owner.basePeriod = draft.period;
      this.last = owner;
    }
    this.figureEnd = Math.max(this.figureEnd, clause.end);
  }

  /** 超目标0.4亿元, 比计划少0.2亿元: how far what was done is from the task. */
  private takeExcess(clause: Clause, quantity: Quantity): boolean {
    const { simple } = this.words;
    if (!excess.mayEnd(simple.charCodeAt(quantity.start - 1))) return false;
    const lead = simple.slice(
      Math.max(this.clauseStart, clause.start - contextLength),
      quantity.start,
    );
    const found = excess.exec(lead);
    const { last } = this;
    if (!found || !last || last.value === undefined || last.start < this.sentenceStart)
      return false;
    const { number, unit } = quantity.amount;
    if (
      number === undefined ||
      unit === '' ||
      quantity.high ||
      /^(?:[%％‰倍]|番|个?百分点)/.test(unit)
    )
      return false;
    const change = changeOf(
      clause,
      quantity,
      new Set<ModifierKind>([found[1] === undefined ? 'up' : 'down']),
      undefined,
      0,
    );
    const draft = this.push(change, nameOf(last), undefined);
    draft.change = change;
    draft.completion = true;
    draft.of = '目标';
    this.last = last;
    this.figureEnd = Math.max(this.figureEnd, clause.end);
    return true;
  }

  /** 2023年6万吨（2022年为5万吨），增长20%: what it was before is mentioned; what follows is told of the first figure. */
  private isMentioned(draft: Draft, before: Draft | undefined): boolean {
    return (
      before !== undefined &&
      before.key === draft.key &&
      before.value !== undefined &&
      before.start >= this.sentenceStart &&
      before.unit === draft.unit &&
      before.period !== undefined &&
      draft.period !== undefined &&
      !before.period.span &&
      !draft.period.span &&
      before.period.part === draft.period.part &&
      draft.period.to < before.period.to &&
      !before.change
    );
  }

  /** 总投资2亿元，装机容量15兆瓦的某电站: both figures are attributes of the one thing. */
  private dropAttributeBefore({ start }: Span): void {
    const { last } = this;
    if (!last || last !== this.claims.at(-1)) return;
    const between = this.words.simple.slice(last.end, Math.max(last.end, start));
    if (
      /^[，,、][^，,；;。、]{0,12}$/.test(between) &&
      attributeNoun.test(simplify(last.indicator)) &&
      !last.change
    ) {
      this.claims.pop();
      this.last = undefined;
    }
  }

  private makeClaim(
    clause: Clause,
    quantity: Quantity,
    words: Name,
    compared: ChangeTold | undefined,
  ): void {
    const { modifiers } = clause;
    const kinds = kindsOf(modifiers);
    const unit = quantity.high?.unit || quantity.amount.unit;
    if (unit === '%' || unit === '％') {
      const before = this.wordsUpTo(quantity);
      const near = before.slice(-contextLength);
      const share = shareOfWhole.exec(near);
      if (share) {
        this.takeShareOf(clause, quantity, before.length - near.length + share.index, share);
        return;
      }
      if (task.test(near) && /完成|占|达|为|是|相当于/.test(near)) {
        this.takeCompletion(clause, quantity, words, before);
        return;
      }
    }
    const { isPoints: points, isMultiple: isTimes, isPlace: place } = senseOf(unit);
    if (kinds.has('share') && !points) {
      this.takeShare(clause, quantity, modifiers, words);
      return;
    }
    const named = this.isEnglish && words.name === '' ? this.partTold(modifiers) : words;
    const base = modifiers.find(
      ({ kind, period }) => kind === 'base' || (kind === 'from' && period !== undefined),
    );
    const grows = (kinds.has('up') || kinds.has('down')) && !this.improves(clause, quantity, unit);
    const verb =
      grows || kinds.has('to')
        ? undefined
        : (this.verbOfChange(words) ??
          this.verbOfList(clause, words) ??
          this.moreOrLess(quantity) ??
          (this.isEnglish
            ? this.englishChange(clause, this.wordsUpTo(quantity), unit, words, kinds)
            : undefined));
    this.verb = verb?.direction;
    // 较2024年末新增9600万条
    const isNewSince =
      base !== undefined &&
      words.name === '' &&
      this.last?.value !== undefined &&
      this.last.unit !== '' &&
      newSince.test(this.words.simple.slice(base.end, quantity.start)) &&
      kindOfUnit(this.last.unit) === kindOfUnit(unit);
    const changes = grows || isTimes || points || verb || compared || isNewSince || (base && place);
    if (!kinds.has('to') && changes) {
      // 是此前总和的1.5倍: the words say what it is compared with.
      const own = isTimes && comparedWith.test(this.wordsUpTo(quantity)) ? noName : named;
      this.takeChange(clause, quantity, kinds, base, compared ?? verb ?? { own });
      return;
    }
    // In 优化提升35个平台 the verb belongs to the name.
    const isVerb = (kinds.has('up') || kinds.has('down')) && !grows;
    const name = isVerb ? this.wordsBefore(quantity.start) : words;
    this.takeLevel(clause, quantity, kinds, name, unit);
  }

  /** “The share of tax revenue rose by 2 points” is told of the tax. */
  private partTold(modifiers: readonly Modifier[]): Name {
    const of = modifiers.find(({ kind }) => kind === 'share')?.of;
    return of ? nameBefore(this.words, of.start, of.end) : noName;
  }

  /** What of the clause stands before a figure. */
  private wordsUpTo({ start }: Quantity): string {
    return this.words.simple.slice(this.clauseFrom(), start);
  }

  /** 优化提升35个平台: things are improved, not made more. */
  private improves(clause: Clause, quantity: Quantity, unit: string): boolean {
    const verb = clause.modifiers.find(({ kind }) => kind === 'up');
    // “add 80,000 mu of farmland”
    if (verb !== undefined && this.isEnglish && (unit === '' || /^add/i.test(verb.text)))
      return englishNoun(this.words, clause.end, unit !== '') !== undefined;
    if (verb === undefined || !/^(?:提升|扩大|提高)$/.test(simplify(verb.text))) return false;
    if (!senseOf(unit).isCount || verb.end !== quantity.start) return false;
    if (clause.modifiers.some(({ kind }) => kind !== 'up' && kind !== 'flow')) return false;
    return nounBehind(this.words, clause.end, this.nextFigure()).name !== '';
  }

  // ------------------------------------------------------------ levels

  private takeLevel(
    clause: Clause,
    quantity: Quantity,
    kinds: ReadonlySet<ModifierKind>,
    words: Name,
    unit: string,
  ): void {
    const merged = this.from || this.run ? undefined : this.mergedFrom(kinds, unit, quantity);
    const from = this.from ?? merged;
    this.from = undefined;
    if (this.joinLevel(clause, quantity, kinds, words, from !== undefined)) return;
    if (words.name === '' && !from && this.isThreshold(clause)) return;
    const turn = this.run?.turns.shift();
    const inherited = merged ? this.subject : undefined;
    const name = turn?.name ?? inherited ?? this.nameOfLevel(clause, words, unit, from);
    const before = this.last;
    const draft = this.pushFigure(clause, quantity, name);
    if (words.name === '' && !from && !turn && this.isMentioned(draft, before)) {
      draft.beside = 'base';
      this.last = before;
      return;
    }
    const { simple } = this.words;
    // 完成改厕任务30座 tells what was done.
    if (
      taskLead.mayEnd(simple.charCodeAt(quantity.start - 1)) &&
      taskLead.test(simple.slice(Math.max(0, clause.start - 8), quantity.start)) &&
      !/完成/.test(simple.slice(this.clauseStart, clause.start))
    )
      this.makeTask(draft);
    // 至少开展12次
    if (
      draft.comparator === '=' &&
      isLeastBefore(
        simple.slice(Math.max(this.clauseStart, quantity.start - contextLength), quantity.start),
      )
    )
      draft.comparator = '>=';
    // 产值过20万元
    if (
      draft.comparator === '=' &&
      simple[quantity.start - 1] === '过' &&
      overBefore.test(simple.slice(Math.max(this.clauseStart, quantity.start - 3), quantity.start))
    )
      draft.comparator = '>';
    if (this.keepsFrom !== undefined && draft.comparator === '=' && !kinds.has('comparator'))
      draft.comparator = 'keep';
    const flows = kinds.has('flow') || newThings.test(draft.indicator);
    if (flows) draft.flow = true;
    // “a total of 32 farms” is no more than 32 farms.
    const isTotal = clause.modifiers.some(
      ({ kind, text }) => kind === 'total' && !/total of$/i.test(text),
    );
    if (isTotal || this.hasTotalWord(clause) || (flows && this.period?.span)) draft.total = true;
    if (draft.total) this.spanYears(draft, clause);
    if (kinds.has('average')) draft.average = true;
    // 排名进入前3名
    if (
      (unit === '名' || unit === '位') &&
      amongFirst.test(
        this.words.simple.slice(
          Math.max(this.clauseStart, quantity.start - contextLength),
          quantity.start,
        ),
      )
    )
      this.makeRank(draft);
    if (
      (unit === '位' || unit === '名次') &&
      /(?:排|列|居|名次?|位次?|第)$/.test(this.words.simple.slice(0, quantity.start).slice(-2))
    )
      draft.rank = true;
    const plain = simplify(draft.indicator);
    if (isSharePhrase.test(plain)) draft.share = true;
    if (isCompletionPhrase.test(plain)) draft.completion = true;
    if (from?.quantity) this.setFrom(draft, from, from.quantity);
    if (this.partsOf) draft.partOf = this.partsOf;
    if (turn) this.runDrafts.push(draft);
  }

  /** 有5个乡镇备案率低于60%: below what the towns are that were counted. */
  private isThreshold({ start, modifiers }: Clause): boolean {
    const { last } = this;
    if (!last?.nameSpan || last.nameSpan.start < last.end || last.nameSpan.end !== start)
      return false;
    if (
      !senseOf(last.unit).isCount ||
      !modifiers.some(({ id }) => id === 'below' || id === 'above')
    )
      return false;
    return /[有中]$/.test(this.words.simple.slice(this.clauseStart, last.numberStart));
  }

  /** 党建考核排名进入前3名: whose place it is. */
  private makeRank(draft: Draft): void {
    draft.rank = true;
    const cut = amongFirst.exec(simplify(draft.indicator))?.index ?? 0;
    if (cut < 2) return;
    draft.indicator = draft.indicator.slice(0, cut);
    draft.key = this.context.places.fold(draft.indicator);
    if (draft.nameSpan)
      draft.nameSpan = { start: draft.nameSpan.start, end: draft.nameSpan.start + cut };
    this.subject = nameOf(draft);
  }

  /** 固定资产投资年度目标为5亿元: what is to be reached, of the investment. */
  private makeTask(draft: Draft): void {
    const name = simplify(draft.indicator).replace(taskBehindName, '');
    if (name.length < 2) return;
    draft.role = 'target';
    draft.indicator = draft.indicator.slice(0, name.length);
    draft.key = this.context.places.fold(draft.indicator);
    if (draft.nameSpan) {
      const { start } = draft.nameSpan;
      draft.nameSpan = { start, end: start + name.length };
    }
    this.subject = nameOf(draft);
  }

  /** 累计 between the name and the figure, where other words stand around it. */
  private hasTotalWord(clause: Clause): boolean {
    return (
      this.mayTotal &&
      totalWord.test(
        this.words.simple.slice(this.clauseFrom(), clause.quantity?.start ?? clause.start),
      )
    );
  }

  /** 到2025年五年累计新增2600人: what is counted over years is of all of them. */
  private spanYears(draft: Draft, { start, end }: Span): void {
    const { period } = draft;
    const found = yearsCounted.exec(
      this.words.simple.slice(Math.max(this.clauseStart, start - contextLength), end),
    );
    if (!found || !period || period.span || period.part) return;
    draft.period = { from: period.to - '一两三四五'.indexOf(found[1]), to: period.to, span: true };
  }

  /** A bare level behind a change or a flow tells what that led to: 新增132户、达1095户. */
  private joinLevel(
    clause: Clause,
    quantity: Quantity,
    kinds: ReadonlySet<ModifierKind>,
    words: Name,
    hasFrom: boolean,
  ): boolean {
    const { last } = this;
    if (!last || hasFrom || this.run) return false;
    if (onlyNew.test(words.name))
      return this.joinFlow(last, figureOf(quantity, clause, 0), /^[净淨]/.test(words.name));
    if (words.name !== '') return false;
    if (!kinds.has('comparator') && !kinds.has('to')) return false;
    // 开工1万套、基本建成0.8万套: something else was done.
    if (clause.modifiers.some(({ text }) => /^(?:建成|完成)$/.test(text))) return false;
    if (last.change && last.value === undefined && last.mask === undefined && !last.average) {
      setFigure(last, quantity, clause, 0);
      return true;
    }
    if (
      last.flow &&
      last.change === undefined &&
      last.unit === figureOf(quantity, clause, 0).unit &&
      last.value !== undefined
    ) {
      const change: ChangeClaim = {
        start: last.start,
        end: last.end,
        kind: 'absolute',
        value: last.value,
        unit: last.unit,
        ...(mayLeave(last.unit) ? { hedge: 'gross' } : {}),
        numberStart: last.numberStart,
        numberEnd: last.numberEnd,
      };
      setFigure(last, quantity, clause, 0);
      last.change = change;
      last.flow = undefined;
      return true;
    }
    return false;
  }

  /** 发展到107家、新增18家: the flow behind a level is its change. */
  private joinFlow(last: Draft, figure: Partial<Draft>, isNet: boolean): boolean {
    const { start, end, value, unit, numberStart, numberEnd } = figure;
    if (last.change || last.flow || last.share || last.rank || last.unit !== unit) return false;
    if (last.value === undefined || start === undefined || end === undefined) return false;
    if (nounBehind(this.words, end, this.nextFigure()).name !== '') return false;
    last.change = {
      start,
      end,
      kind: 'absolute',
      ...(value === undefined ? {} : { value }),
      unit,
      ...(!isNet && mayLeave(unit) ? { hedge: 'gross' } : {}),
      numberStart: numberStart ?? start,
      numberEnd: numberEnd ?? end,
    };
    return true;
  }

  private setFrom(draft: Draft, from: Clause, quantity: Quantity): void {
    draft.comparator = 'from-to';
    const { value, unit, numberStart, numberEnd } = figureOf(quantity, from, 0);
    if (value !== undefined) draft.from = value;
    if (unit && unit !== draft.unit) draft.fromUnit = unit;
    draft.start = quantity.start;
    draft.fromStart = numberStart;
    draft.fromEnd = numberEnd;
    const year = from.modifiers.find(({ kind }) => kind === 'from');
    if (year?.period) this.setBase(draft, year);
    else if (this.fromPeriod) draft.basePeriod = this.fromPeriod;
    this.fromPeriod = undefined;
  }

  /** 200多家企业通过重组为150多家: a level and what it was turned into. */
  private mergedFrom(
    kinds: ReadonlySet<ModifierKind>,
    unit: string,
    { start }: Quantity,
  ): Clause | undefined {
    if (!kinds.has('to') || !this.last || this.last.start < this.clauseStart) return undefined;
    if (this.last.unit !== unit || this.last.change) return undefined;
    // “add 800 mu of farmland and bring the total to 5,200 mu”
    if (this.isEnglish && / and /.test(this.words.text.slice(this.last.end, start)))
      return undefined;
    const previous = this.previousFigure();
    if (previous?.quantity?.start !== this.last.start) return undefined;
    this.claims.pop();
    this.subject = nameOf(this.last);
    this.last = undefined;
    return previous;
  }

  private previousFigure(): Clause | undefined {
    for (let index = this.index - 1; index >= 0; index--) {
      const item = this.items[index];
      if (item.kind === 'clause' && item.quantity) return item;
    }
    return undefined;
  }

  // ------------------------------------------------------------ names

  /** The name of a level: from the words before it, else from the noun behind it, else inherited. */
  private nameOfLevel(clause: Clause, words: Name, unit: string, from: Clause | undefined): Name {
    const plain = this.simpleOf(words);
    if (from && plain === '') {
      const noun = nounBehind(this.words, from.end, clause.start);
      return noun.name !== '' ? noun : (this.subject ?? noName);
    }
    const isVerb = plain !== '' && isOnlyDoing(plain);
    const counts = senseOf(unit).isCount;
    // 投资500万元新建广场: money is told of the verb, not of what was made with it.
    const takesNoun = counts || plain === '' || (isVerb && !/^(?:投资|投入|总投资)$/.test(plain));
    if (takesNoun) {
      const noun = this.countedNoun(clause, counts);
      if (noun) {
        const verbs = isVerb ? words.name : verbsAtHead(words);
        // Its letters do not stand together when a verb goes before it.
        return verbs === '' ? noun : { name: verbs + noun.name };
      }
    }
    if (this.isEnglish) {
      const noun = englishNoun(this.words, clause.end, unit !== '');
      if (noun) {
        if (noun.span) this.figureEnd = noun.span.end;
        const verb = verbAtEnd(words.name);
        return verb === '' ? noun : { name: `${verb} ${noun.name}` };
      }
      // “resettle 30 households”: the unit is what is counted.
      if (words.name !== '' && verbAtEnd(words.name) === words.name && counts)
        return { name: `${words.name} ${unit}` };
      if (from) return changed(words);
      // “Around 740 people took part”
      if (words.name === '' && counts && unit !== '' && this.last === undefined)
        return { name: unit };
    }
    if (this.subject && toldOfBefore.test(plain)) {
      if (/均$/.test(plain)) return { name: words.name + this.subjectInUnit(unit).name };
      // 增幅10.1%, 总数达到133家: of what was told of before.
      return {
        name: this.subject.name.replace(growthBehind, '').replace(newBefore, '') + words.name,
      };
    }
    // 引进项目46个，其中50亿元以上2个
    const size =
      sizeOnly.test(plain) &&
      sizeBehind.exec(
        this.words.simple.slice(Math.max(0, clause.start - contextLength), clause.start),
      );
    if (size && this.subject) return { name: size[0] + this.subject.name };
    if (words.name !== '') return words;
    if (!this.isEnglish) {
      const rest = this.restOrMost(clause, unit);
      if (rest) return rest;
    }
    if (this.label?.end === this.clauseStart && this.figureEnd <= this.clauseStart)
      return this.label.name;
    const done = clause.modifiers.find(({ text }) => text === '建成');
    const begun =
      done && /^(.{2,})开工(?:建设)?$/.exec(this.subject ? this.simpleOf(this.subject) : '');
    // 厂房开工40栋、基本建成25栋: what was begun is not what was finished.
    if (begun && this.subject)
      return { name: this.subject.name.slice(0, begun[1].length) + done.text };
    return this.nameOfClauseBefore() ?? this.subject ?? noName;
  }

  /** 经济总量再上新台阶，突破400亿元: the clause before told of what, and had no figure. */
  private nameOfClauseBefore(): Name | undefined {
    const end = this.clauseStart - 1;
    if (this.isEnglish || end <= this.sentenceStart || this.words.text[end] !== '，')
      return undefined;
    const start = Math.max(this.sentenceStart, this.figureEnd, end - longestName);
    const clause = this.words.simple.slice(start, end);
    const mark = Math.max(...[...'，；：'].map((sign) => clause.lastIndexOf(sign)));
    // Behind a figure in the same clause it is that figure's.
    if (mark < 0 && start > this.sentenceStart) return undefined;
    const from = start + mark + 1;
    const told = toldWithoutFigure.exec(this.words.simple.slice(from, end));
    if (!told) return undefined;
    const name = nameBefore(this.words, from, from + told[1].length);
    return name.name.length >= 2 ? name : undefined;
  }

  /** 奖补资金386万元，惠及872户，户均4427元: the nearest before it that is told in the same kind of unit. */
  private subjectInUnit(unit: string): Name {
    const { last, subject } = this;
    if (!last || !subject || unit === '' || this.isEnglish) return subject ?? noName;
    const kind = kindOfUnit(unit);
    if (kind === undefined || last.unit === '' || kindOfUnit(last.unit) === kind) return subject;
    for (let index = this.claims.length - 1; index >= 0; index--) {
      const claim = this.claims[index];
      if (claim.start < this.sentenceStart) break;
      if (claim.value !== undefined && kindOfUnit(claim.unit) === kind) return nameOf(claim);
    }
    return subject;
  }

  /** 还有7个正在推进, 最高的达到138万元: not what was told before, but the rest or the most of it. */
  private restOrMost({ start, end, quantity }: Clause, unit: string): Name | undefined {
    const { simple } = this.words;
    const from = Math.max(this.clauseFrom(), start - contextLength);
    const most = mostBefore.exec(simple.slice(from, start));
    if (most) return { name: most[1] + this.subjectInUnit(unit).name };
    if (!restBefore.test(simple.slice(from, quantity?.start))) return undefined;
    const behind = restBehind.exec(this.words.simple.slice(end, end + contextLength));
    if (!behind) return undefined;
    const span = { start: end, end: end + behind[0].length };
    return { name: this.words.text.slice(span.start, span.end), span };
  }

  /** The noun that directly follows a figure, unless it begins the next figure's name. */
  private countedNoun(clause: Clause, counts: boolean): Name | undefined {
    const end = this.endOfPair(clause);
    const noun = nounBehind(this.words, end, this.nextFigure(), counts);
    if (!/[\p{L}\d]/u.test(noun.name)) return undefined;
    // 6万人口: the measure word is the beginning of the noun.
    if (noun.span && /^口/.test(noun.name) && this.words.text[end - 1] === '人')
      return { name: `人${noun.name}`, span: { start: noun.span.start - 1, end: noun.span.end } };
    if (noun.span && end === clause.end) this.figureEnd = noun.span.end;
    return noun;
  }

  /** 371户1080人贫困人口: two figures of one noun stand together. */
  private endOfPair(clause: Clause): number {
    const next = this.items[this.index + 1];
    return next?.kind === 'clause' &&
      next.start === clause.end &&
      next.quantity &&
      next.modifiers.length === 0
      ? next.end
      : clause.end;
  }

  private nextFigure(): number {
    const { end } = this.items[this.index];
    for (let index = this.index + 1; index < this.items.length; index++) {
      const item = this.items[index];
      if (item.kind === 'separator' && item.text !== '.') return item.start;
      // 居民住宅二次供水: a numeral in words is part of the noun.
      if (
        item.kind === 'clause' &&
        item.quantity &&
        item.start > end &&
        !item.quantity.amount.chinese &&
        // 1家中国500强企业: a number in the noun's name.
        !/^(?:强|A级|级)$/.test(item.quantity.amount.unit)
      )
        return item.start;
      if (item.kind === 'rank' || item.kind === 'doubling') return item.start;
    }
    return this.words.text.length;
  }

  /** Where the words before the figure end: at its first comparator or other modifier that is no flow. */
  private leadEnd(clause: Clause): number {
    const first =
      this.from !== undefined && this.from.start >= this.clauseStart ? this.from : clause;
    if (first.modifiers.length === 0) return first.quantity?.start ?? first.start;
    const from = this.clauseFrom();
    const modifier = first.modifiers.find(({ kind, start }) => kind !== 'flow' && start >= from);
    return modifier?.start ?? first.quantity?.start ?? first.start;
  }

  /** Where the words of the current figure begin. */
  private clauseFrom(): number {
    let start = this.clauseStart;
    // Behind a figure in the same clause the next name begins: 新建公厕3个改建户厕460个.
    if (this.figureEnd > start) start = this.figureEnd;
    // In a list of figures each item has its own name; in 枸杞、小杂粮种植面积 the 、 joins names.
    if (this.itemStart > start && this.figureEnd >= this.clauseStart && this.figureEnd > 0) {
      const between = this.words.simple.slice(this.figureEnd, this.itemStart);
      if (/^[^，；。]{0,24}、$/.test(between) && this.last && this.figureEnd <= this.itemStart)
        start =
          this.itemStart - (between.length > 1 ? between.length - 1 - between.search(/、/) : 0);
    }
    return start;
  }

  /** A name in simplified characters. */
  private simpleOf({ name, span }: Name): string {
    return span ? this.words.simple.slice(span.start, span.start + name.length) : simplify(name);
  }

  private wordsBefore(end: number): Name {
    const start = Math.max(this.clauseFrom(), end - longestName);
    if (start >= end) return noName;
    const name = nameBefore(this.words, start, end, this.aside);
    // 目标5亿元，实际完成5.4亿元: of the same.
    return name.name.length === 2 && /^[实實][际際]$/.test(name.name) && this.subject
      ? noName
      : name;
  }

  // ------------------------------------------------------------ 分别

  /** A、B分别增长8%和9%: finds out how many figures follow, and whose they are. */
  private openRun(clause: Clause, words: Name, compared: ChangeTold | undefined): void {
    if (this.run && this.run.turns.length > 0 && this.isInRun(clause)) return;
    this.run = undefined;
    const start = this.clauseFrom();
    const isDistributed =
      (this.mayDistribute &&
        /分别/.test(this.words.simple.slice(start, clause.quantity?.start ?? clause.start))) ||
      (this.isEnglish && /^[^;]{0,40}\brespectively/.test(this.words.text.slice(clause.end)));
    const mayBeSecond = words.name === '' && this.runDrafts.length >= 2;
    const mayBePaired = namesPair(this.simpleOf(words));
    if (!isDistributed && !mayBeSecond && !mayBePaired) return;
    const count = this.lengthOfRun(isDistributed || mayBeSecond);
    if (count < 2) return;
    // 个体户和企业达到6万户和9000户: as many names as figures, without 分别.
    if (!isDistributed && !mayBeSecond) {
      const names = distributedNames(words.name, this.simpleOf(words), count);
      if (names) {
        this.runDrafts = [];
        const turns = names.map((name) => ({ name: { name } }));
        this.run = { turns, modifiers: clause.modifiers };
      }
      return;
    }
    const turns = isDistributed
      ? this.turnsOfNames(words, count)
      : // 分别达6万元和3万元、增长5%和7%: a second run of the same length.
        this.turnsOfDrafts(this.runDrafts, count);
    this.runDrafts = [];
    if (turns) this.run = { turns, modifiers: clause.modifiers, ...(compared ? { compared } : {}) };
  }

  private turnsOfNames(words: Name, count: number): Turn[] | undefined {
    if (words.name === '') {
      const turns = this.turnsOfDrafts(this.claims.slice(-count), count);
      return (
        turns ??
        (this.subject && Array.from({ length: count }, () => ({ name: this.subject ?? noName })))
      );
    }
    const names = distributedNames(words.name, this.simpleOf(words), count);
    if (names) return names.map((name) => ({ name: { name } }));
    return Array.from({ length: count }, () => ({ name: words }));
  }

  /** 收入3万元，支出2万元，分别增长8%和9%: the changes are those of the claims before. */
  private turnsOfDrafts(drafts: readonly Draft[], count: number): Turn[] | undefined {
    const areNear =
      drafts.length === count && drafts.every(({ start }) => start >= this.sentenceStart);
    if (!areNear) return undefined;
    return drafts.map((draft) => ({
      name: nameOf(draft),
      ...(draft.change || draft.share || draft.rank ? {} : { draft }),
    }));
  }

  private isInRun(clause: Clause): boolean {
    return joinsRun.test(this.words.simple.slice(this.figureEnd, clause.start));
  }

  /** How many figures stand in one run, joined by 、 or 和. */
  private lengthOfRun(isDistributed: boolean): number {
    let count = 1;
    let { end } = this.items[this.index];
    for (let index = this.index + 1; index < this.items.length; index++) {
      const item = this.items[index];
      if (item.kind === 'separator' && !/[、，,]/.test(item.text)) break;
      if (item.kind !== 'clause' || !item.quantity) continue;
      if (item.modifiers.some(({ kind }) => endsRun.has(kind))) break;
      const between = this.words.simple.slice(end, item.start);
      if (!joinsRun.test(between)) break;
      // 安置30户120人, and 服务317万元，3家单位…: the next figure is no second one of the names before the first.
      if (!isDistributed && (between === '' || this.hasNounBehind(item, between))) break;
      count++;
      end = item.end;
    }
    return count;
  }

  private hasNounBehind({ end }: Span, between: string): boolean {
    return /[，,]/.test(between) && nounBehind(this.words, end, this.words.text.length).name !== '';
  }

  // ------------------------------------------------------------ changes, shares, ranks

  private verbOfChange(words: Name): ChangeTold | undefined {
    const plain = this.simpleOf(words);
    for (const [pattern, direction] of verbOfChange) {
      const found = pattern.exec(plain);
      const object = found && words.name.slice(found[0].length);
      if (object && object.length >= 2) return { direction, own: { name: object } };
    }
    return undefined;
  }

  /** 投诉比上年少14件 */
  private moreOrLess({ start: end, amount, high }: Quantity): ChangeTold | undefined {
    const { simple } = this.words;
    if (!moreOrLess.mayEnd(simple.charCodeAt(end - 1))) return undefined;
    const start = Math.max(this.clauseFrom(), end - longestName);
    const found = moreOrLess.exec(simple.slice(start, Math.max(start, end)));
    if (!found) return undefined;
    return {
      own:
        found.index > 0 ? nameBefore(this.words, start, start + found.index, this.aside) : noName,
      direction: this.directionTold(
        found.slice(1).find((word) => word !== undefined) ?? '',
        senseOf(high?.unit || amount.unit).isTime,
      ),
    };
  }

  /** 改善 of what should be little is less of it. */
  private directionTold(word: string, isTime: boolean): 'up' | 'down' {
    // 比上年快1.5分钟
    if (isTime && /[快慢]/.test(word)) return word === '快' ? 'down' : 'up';
    if (word !== '改善') return /[多高快贵]/.test(word) ? 'up' : 'down';
    const { simple } = this.words;
    return lessIsBetter.test(simple.slice(this.sentenceStart, this.figureEnd)) ? 'down' : 'up';
  }

  /** “cut energy use by 3%”, “12,640 patients, 8% more than the year before”, “an average of 12 percent a year”. */
  private englishChange(
    clause: Clause,
    lead: string,
    unit: string,
    words: Name,
    kinds: ReadonlySet<ModifierKind>,
  ): ChangeTold | undefined {
    const cut = changeBefore(lead);
    if (cut) return { own: { name: cut.object }, direction: cut.direction };
    const behind = comparedBehind.exec(this.words.text.slice(clause.end, clause.end + 10));
    if (behind) return { own: words, direction: /more|higher/i.test(behind[1]) ? 'up' : 'down' };
    const follows = kinds.has('average') && words.name === '' && this.last?.change === undefined;
    return follows && /^(?:[%％]|per ?cent)$/i.test(unit)
      ? { own: noName, direction: 'up' }
      : undefined;
  }

  /** 压减部门预算10%、专项资金20%: the verb before the first holds for the others. */
  private verbOfList({ modifiers, start }: Clause, words: Name): ChangeTold | undefined {
    if (this.verb === undefined || modifiers.length > 0 || words.name === '') return undefined;
    const between = this.words.simple.slice(this.figureEnd, start);
    return /^[、]/.test(between) && between.length < contextLength
      ? { direction: this.verb, own: words }
      : undefined;
  }

  /** 高出全省10个百分点: not a change of the level before it, but a claim beside it. */
  private comparedWithOthers(
    { start: end, amount, high }: Quantity,
    kinds: ReadonlySet<ModifierKind>,
  ): ChangeTold | undefined {
    if (kinds.has('up') || kinds.has('down')) return undefined;
    const start = this.clauseFrom();
    const { simple } = this.words;
    const { isPoints } = senseOf(high?.unit || amount.unit);
    // 比上年同期低1.1个百分点 is a change.
    if (isPoints && sinceBefore.test(simple.slice(start, Math.max(start, end)))) return undefined;
    if (!isPoints && !comparisonOfAmounts.mayEnd(simple.charCodeAt(end - 1))) return undefined;
    const pattern = isPoints ? comparison : comparisonOfAmounts;
    const found = pattern.exec(simple.slice(start, Math.max(start, end)));
    if (!found) return undefined;
    return {
      own:
        found.index > 0 ? nameBefore(this.words, start, start + found.index, this.aside) : noName,
      isCompared: true,
      ...(behindOthers.test(found[0]) ? { direction: 'down' } : {}),
    };
  }

  private takeChange(
    clause: Clause,
    quantity: Quantity,
    kinds: ReadonlySet<ModifierKind>,
    base: Modifier | undefined,
    told: ChangeTold,
  ): void {
    const directed = told.direction === 'down' ? new Set<ModifierKind>([...kinds, 'down']) : kinds;
    const read = changeOf(clause, quantity, directed, base, 0);
    // 比上年年初预算增长2.5%: not compared with what the year before came to.
    const { simple } = this.words;
    const isOfPlan = comparedWithPlan.test(
      simple.slice(Math.max(this.clauseStart, quantity.start - contextLength), quantity.start),
    );
    const { comparator } = read;
    // 高于 leads to whom it is compared with, and is no bound.
    const isBound = comparator !== '>' && comparator !== '<';
    const change: ChangeClaim =
      told.isCompared || isOfPlan
        ? { ...read, hedge: 'others', comparator: isBound ? comparator : undefined }
        : read;
    const draft = this.draftOfChange(clause, change, told);
    draft.change = change;
    if (kinds.has('average') || this.isAverageOfYears(clause)) draft.average = true;
    if (kinds.has('total')) {
      draft.total = true;
      this.spanYears(draft, clause);
    }
    if (base) this.setBase(draft, base);
  }

  /** 两年平均增长5.9% */
  private isAverageOfYears({ start }: Clause): boolean {
    return /[两二三四五]年(?:来)?平均$/.test(
      this.words.simple.slice(Math.max(0, start - 6), start),
    );
  }

  /** The level that a change belongs to, or a claim of its own. */
  private draftOfChange(
    clause: Clause,
    change: ChangeClaim,
    { own, isCompared }: ChangeTold,
  ): Draft {
    const turn = this.run?.turns.shift();
    if (turn) {
      const draft = turn.draft ?? this.push(change, turn.name, undefined);
      this.runDrafts.push(draft);
      return draft;
    }
    const name = own;
    if (name.name !== '' && !/^(?:总量|增速|同比|其)$/.test(name.name))
      return this.push(change, name, undefined);
    // 减少了10个空白村: what is counted follows.
    const noun =
      change.kind === 'absolute' && senseOf(change.unit).isCount
        ? this.countedNoun(clause, true)
        : undefined;
    if (noun) return this.push(change, noun, undefined);
    const level = isCompared ? undefined : this.levelOfChange(change);
    return level ?? this.push(change, this.subjectOfChange(change), undefined);
  }

  private subjectOfChange({ kind }: ChangeClaim): Name {
    const { subject } = this;
    if (!subject || kind !== 'percent' || !growthBehind.test(subject.name))
      return subject ?? noName;
    return { name: subject.name.replace(growthBehind, '') || subject.name };
  }

  /** The level that a change without a name is of: the one before it, or before the share between them. */
  private levelOfChange(change: ChangeClaim): Draft | undefined {
    const { last } = this;
    if (!last) return undefined;
    if (takesChange(last, change)) return this.isOfAnotherYear(last) ? undefined : last;
    if (!last.completion && !last.share) return undefined;
    // 完成56.9亿元，完成预算的97.3%，同比增长3.9%
    const before = this.claims.at(-2);
    const isOfLevel =
      change.kind !== 'points' &&
      before !== undefined &&
      before.start >= this.sentenceStart &&
      before.key === last.key &&
      last.start - before.end < farthestChange &&
      before.value !== undefined &&
      takesChange({ ...before, end: last.end }, change);
    return isOfLevel ? before : undefined;
  }

  /** 下半年完成5亿元，全年增长4.5%: the change is not of that level. */
  private isOfAnotherYear({ period }: Draft): boolean {
    return (
      period !== undefined &&
      this.period !== undefined &&
      !period.span &&
      !this.period.span &&
      (period.to !== this.period.to || period.part !== this.period.part)
    );
  }

  private takeShare(
    clause: Clause,
    quantity: Quantity,
    modifiers: readonly Modifier[],
    words: Name,
  ): void {
    const share = modifiers.find(({ kind }) => kind === 'share');
    const of = share?.of?.text
      .replace(/的$|^(?:分别|分別)$/g, '')
      .replace(
        /(?:的)?(?:比重|比例|份额|份額)(?:分别|分別)?(?:达到?|達到?|为|為|由|提高到|从)?$/,
        '',
      );
    const from = this.from;
    this.from = undefined;
    const whole = /(?<=.{2})占(?=.{2})/.exec(this.simpleOf(words));
    if (whole) {
      // A word inside the whole's name may end what the grammar reads as the whole.
      const part = { name: words.name.slice(0, whole.index) };
      const draft = this.pushFigure(clause, quantity, part);
      draft.share = true;
      draft.of = words.name.slice(whole.index + 1).replace(/的?(?:比重|比例|份额)?$/, '');
      return;
    }
    const name =
      this.run?.turns.shift()?.name ??
      // “The share of tax revenue was 64.8%”
      (this.isEnglish && words.name === '' && share?.of ? this.partTold(modifiers) : undefined) ??
      (words.name !== '' && !isOnlyDoing(this.simpleOf(words)) ? words : (this.subject ?? words));
    // 药占比: one letter alone names nothing.
    const ratio = modifiers.find(({ id }) => id === 'ratioOf');
    const isCut = ratio && name.name.length === 1 && name.span?.end === ratio.start;
    const whose =
      isCut && name.span
        ? {
            name: name.name + ratio.text,
            span: { start: name.span.start, end: ratio.end },
          }
        : name;
    const draft = this.pushFigure(clause, quantity, whose);
    const isTask =
      of !== undefined &&
      // 占预算总额的比例
      !/(?:比重|比例)/.test(share?.of?.text ?? '') &&
      /(?:任务|任務|计划|計劃|目标|目標|预算|預算)(?:数|數|总额|總額)?$/.test(of);
    // What is more than all of it can only be a part of a task: 占比121.54%，超额完成任务.
    const isMore = draft.unit === '%' && Number(draft.value) > 100;
    if (isTask || isMore) draft.completion = true;
    else draft.share = true;
    if (of) draft.of = of;
    // 约占财政收入的六成
    const hedge = share && hedgesOfShare[this.words.simple.charAt(share.start - 1)];
    if (hedge && draft.comparator === '=') draft.comparator = hedge;
    if (from?.quantity) this.setFrom(draft, from, from.quantity);
  }

  /** 不低于教师总数的15%, 为正常保有量的103%: the whole stands behind the comparator. */
  private takeShareOf(
    clause: Clause,
    quantity: Quantity,
    at: number,
    [, lead, of]: RegExpExecArray,
  ): void {
    const start = this.clauseFrom();
    const words = at > 0 ? nameBefore(this.words, start, start + at, this.aside) : noName;
    const name = words.name !== '' && !isOnlyDoing(this.simpleOf(words)) ? words : this.subject;
    const draft = this.push(quantity, name ?? words, figureOf(quantity, clause, 0));
    draft.share = true;
    draft.of = of;
    if (draft.comparator === '=') draft.comparator = boundOf(lead);
  }

  /** 完成全年任务的108%. */
  private takeCompletion(clause: Clause, quantity: Quantity, words: Name, lead: string): void {
    const at = lead.search(/仅?(?:完成|占|达|为|是|相当于)[^，]*$/);
    const start = this.clauseFrom();
    const own = at > 0 ? nameBefore(this.words, start, start + at, this.aside) : noName;
    const name = own.name !== '' ? own : (this.subject ?? words);
    const draft = this.pushFigure(clause, quantity, name);
    draft.completion = true;
    draft.of = lead
      .slice(Math.max(0, at))
      .replace(/^仅?(?:完成了?|占|达到?|为|是|相当于)|的$/g, '');
  }

  private takeRank(item: RankItem): void {
    const { simple } = this.words;
    const end = item.modifiers[0]?.start ?? item.start;
    const before = simple.slice(Math.max(0, item.start - contextLength), item.start);
    if (/(?:连续|届|[五三]年)$/.test(before)) return;
    const isNamed = /[位名]$|^(?:rank|placed|came)/i.test(simple.slice(item.start, item.end));
    if (!isNamed && !placeLead.test(before)) return;
    if (/[放摆置]在$/.test(before)) return;
    // 首位产业, 首位度
    if (
      /首位$/.test(simple.slice(item.start, item.end)) &&
      /^[^，。；、,;）)\s]/.test(simple.slice(item.end))
    )
      return;
    const own = (this.isEnglish && this.rankedFor(item.end)) || this.nameOfRank(end);
    const name = own.name !== '' ? own : (this.subject ?? own);
    // 第 belongs to the text of an ordinal; the claim's figure begins at its digits.
    const digits = /[0-9０-９一二三四五六七八九十百首]/.exec(simple.slice(item.start, item.end));
    const start = item.start + (digits?.index ?? 0);
    this.push({ start, end: item.end }, name, {
      rank: true,
      value: item.rank,
      unit: '位',
      comparator: '=',
    });
    this.figureEnd = item.end;
  }

  /** “ranked second in the state for budget transparency” */
  private rankedFor(end: number): Name | undefined {
    const found =
      /^[^,.;]{0,40}?\sfor\s+((?:[A-Za-z'’-]+\s?){1,5})(?=[,.;]|\s(?:in|among)\b|$)/.exec(
        this.words.text.slice(end, end + 100),
      );
    if (!found) return undefined;
    const name = found[1].trim();
    const start = end + found[0].lastIndexOf(found[1]);
    return { name, span: { start, end: start + name.length } };
  }

  /** The words before 居全省第三, without who is compared with whom. */
  private nameOfRank(end: number): Name {
    const start = this.clauseFrom();
    const simple = this.words.simple.slice(start, end);
    const cut = rankWords.exec(simple);
    return nameBefore(this.words, start, cut ? start + cut.index : end, this.aside);
  }

  private takeDoubling(item: DoublingItem): void {
    const change: ChangeClaim = {
      start: item.start,
      end: item.end,
      kind: 'times',
      value: String(Math.round(Math.log2(item.times))),
      unit: '番',
      numberStart: item.start,
      numberEnd: item.end,
      ...this.hedgeOfDoubling(item),
    };
    const base = item.modifiers.find(({ kind }) => kind === 'base');
    const own = this.wordsBefore(item.modifiers[0]?.start ?? item.start);
    const joins = own.name === '' && this.last !== undefined && this.last.change === undefined;
    const draft =
      joins && this.last
        ? this.last
        : this.push(change, own.name !== '' ? own : (this.subject ?? own), undefined);
    draft.change = change;
    if (base) this.setBase(draft, base);
    this.figureEnd = item.end;
  }

  /** 几乎翻了一番, 翻一番以上 */
  private hedgeOfDoubling({ start, end }: Span): Pick<ChangeClaim, 'comparator' | 'hedge'> {
    const { simple } = this.words;
    if (/^(?:还|有)?(?:以上|多|余)/.test(simple.slice(end, end + 3))) return { comparator: '>=' };
    const isNear = /(?:几乎|近乎|差不多|接近|将近|近|约)$/;
    return isNear.test(simple.slice(Math.max(0, start - 3), start)) ||
      /^(?:左右|上下)/.test(simple.slice(end, end + 2))
      ? { comparator: '~', hedge: 'about' }
      : {};
  }

  private takeQualitative(item: Span, text: string): void {
    const own = this.wordsBefore(item.start);
    if (own.name === '' || isOnlyDoing(this.simpleOf(own))) return;
    this.push(item, own, { qualitative: text });
    this.last = undefined;
    this.figureEnd = item.end;
  }

  private setBase(draft: Draft, base: Modifier): void {
    const form = base.period?.period;
    const year = draft.period && !draft.period.span ? { year: draft.period.to } : {};
    const scope: PeriodScope = { ...this.context.scope, ...year };
    const period = form
      ? resolvePeriod(form, scope)
      : base.id === 'yearOnYear' && scope.year !== undefined
        ? resolvePeriod({ form: 'previous' }, scope)
        : undefined;
    if (period) draft.basePeriod = period;
  }

  private push(place: Span, printed: Name, figure: Partial<Draft> | undefined): Draft {
    const subject = this.withoutOwnPlace(printed);
    const draft = newDraft(
      this.context.line,
      place,
      subject.name,
      this.context.places.fold(subject.name),
      this.role(),
      'prose',
    );
    if (subject.span) draft.nameSpan = subject.span;
    if (this.commitment) draft.commitment = this.commitment;
    if (this.period) draft.period = this.period;
    if (this.periodForm) draft.periodForm = this.periodForm;
    if (figure) Object.assign(draft, figure);
    this.claims.push(draft);
    this.last = draft;
    if (subject.name !== '') this.subject = subject;
    // In the middle of a sentence 预计 governs its own claim only.
    if (this.commitment === 'expect' && !this.sentenceForecast) this.commitment = undefined;
    return draft;
  }

  private pushFigure(clause: Clause, quantity: Quantity, name: Name): Draft {
    const draft = this.push(quantity, name, undefined);
    setFigure(draft, quantity, clause, 0);
    return draft;
  }

  /** 青禾镇税收收入 is 税收收入, like 全镇税收收入. */
  private withoutOwnPlace(subject: Name): Name {
    const cut = this.context.places.lengthIn(subject.name);
    if (cut === 0) return subject;
    const { name, span } = subject;
    return {
      name: name.slice(cut),
      ...(span ? { span: { start: span.start + cut, end: span.end } } : {}),
    };
  }

  /** 未来五年，…；规上企业达到260家: all of the sentence is meant to be. */
  private isOfSentenceToCome(): boolean {
    if (this.askedSentence !== this.sentenceStart) {
      this.askedSentence = this.sentenceStart;
      const { simple } = this.words;
      const start = this.sentenceStart;
      this.isToCome = headOfPlans.test(simple.slice(start, start + contextLength));
      this.lacks =
        this.context.role === 'target' && headOfShortcomings.test(simple.slice(start, start + 60));
    }
    return this.isToCome;
  }

  private role(): Role {
    if (this.isIntent && this.commitment !== 'expect') return 'target';
    if (this.sentenceForecast || this.commitment === 'expect') return 'forecast';
    if (this.commitment === 'strive' || this.commitment === 'ensure' || this.commitment === 'plan')
      return 'target';
    if (this.isOfSentenceToCome()) return 'target';
    if ((this.lacks || this.isOnly) && this.context.role === 'target') return 'result';
    if (this.tellsGoals || this.isWanted || this.periodForm?.form === 'next') return 'target';
    const { role, scope, period } = this.context;
    const year = scope.year ?? scope.plan?.from;
    // Another year than the section's tells what was, or what is to be.
    if (!this.period || this.period === period || year === undefined) return role;
    if (this.period.to < year && role === 'target') return 'result';
    if (this.period.from > year && role === 'result') return 'target';
    return role;
  }
}

/** “raise tourism revenue” from 3.2 to 4.5 billion is told of the revenue. */
function changed({ name, span }: Name): Name {
  const cut = changingVerb.exec(name)?.[0].length ?? 0;
  if (cut === 0) return { name, ...(span ? { span } : {}) };
  return {
    name: name.slice(cut),
    ...(span ? { span: { start: span.start + cut, end: span.end } } : {}),
  };
}
