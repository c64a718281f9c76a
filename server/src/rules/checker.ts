/**
 * Runs the checks and keeps what they find: by line, by indicator and by rule, so that an edit asks
 * again only what it touched. What is found is gathered in the order of the document when someone
 * asks for it; that costs as much as there are findings, however long the document is.
 */
import { addTo, type LinesByKey, removeFrom } from '../model/lines-by-key.ts';
import type { ModelChange, PlanModel } from '../model/model.ts';
import { nearNames, simplify } from '../model/names.ts';
import type { Indicator } from '../model/types.ts';
import { contextAtStart } from '../syntax/structure.ts';
import type { Line, LineKind } from '../syntax/tree.ts';
import { rules as allRules } from './index.ts';
import { always as everyIndicator, type IndicatorSignals, signalsOf } from './indicator-signals.ts';
import type {
  DocumentRule,
  Finding,
  IndicatorRule,
  LineRule,
  Report,
  Rule,
  Silence,
  SilenceRule,
  Tier,
} from './rule.ts';
import { always, BySignals, concerned, type Gate, signalsOn } from './signals.ts';
import { standsHere } from './text.ts';

export type FindingTier = Exclude<Tier, 'off'>;

export interface CheckedFinding extends Finding {
  /** Name of the rule that found it. */
  readonly rule: string;
  readonly tier: FindingTier;
}

export interface CheckSettings {
  /** Tiers that the user chose, by the rule's name; `off` switches it off. */
  readonly tiers?: Readonly<Record<string, Tier>>;
}

/** A rule that threw. For the log; the writer sees no finding of that rule in that place. */
export interface InternalError {
  readonly rule: string;
  readonly error: unknown;
}

/** More would only repeat the same defect. */
const mostInternalErrors = 100;

const softness: Readonly<Record<FindingTier, number>> = { error: 0, warning: 1, hint: 2 };

export class Checker {
  /** What went wrong inside rules since the log was last taken. */
  readonly internal: InternalError[] = [];

  private readonly model: PlanModel;
  private readonly rules: readonly Rule[];
  private chosen: Choice;
  private documentChecks: readonly DocumentCheck[];
  private readonly rulesByTypedName: ReadonlyMap<string, Rule>;

  private readonly byLine = new Map<Line, CheckedFinding[]>();
  private readonly byIndicator = new Map<string, CheckedFinding[]>();
  private readonly byRule = new Map<string, CheckedFinding[]>();
  private readonly silencing = new Set<Line>();
  /** Lines to read again when an indicator changes, and the way back. */
  private readonly watchers: LinesByKey = new Map();
  private readonly watched = new Map<Line, readonly string[]>();
  private gathered: readonly CheckedFinding[] | undefined;
  /** What is left of a check of the whole document. */
  private checking: Generator<void, void> | undefined = this.checkAll();

  /** The rule that is being asked, and what was found since. One function takes all reports. */
  private asked: Rule | undefined;
  private found: CheckedFinding[] = [];
  private readonly report: Report = (finding) => this.take(finding);

  constructor(model: PlanModel, settings: CheckSettings = {}, rules: readonly Rule[] = allRules) {
    this.model = model;
    this.rules = rules;
    this.rulesByTypedName = byTypedName(rules);
    this.chosen = choiceOf(rules, settings);
    this.documentChecks = this.chosen.documentRules.map(unread);
  }

  /** Goes on with other tiers: everything is asked again. */
  configure(settings: CheckSettings): void {
    this.forgetAll();
    this.chosen = choiceOf(this.rules, settings);
    this.documentChecks = this.chosen.documentRules.map(unread);
    this.gathered = undefined;
    this.checking = this.checkAll();
  }

  /**
   * Goes on with the first check of the document (or the one after a change of its header) while
   * `mayGoOn` says so. True when everything has been asked.
   */
  advance(mayGoOn: () => boolean): boolean {
    while (this.checking) {
      if (this.checking.next().done) this.checking = undefined;
      else if (!mayGoOn()) return false;
    }
    return true;
  }

  /** Asks again what a change of the model touches. */
  update(change: ModelChange): void {
    this.gathered = undefined;
    if (change.header) {
      // Years, region and price basis reach into every rule.
      this.startAgain();
      return;
    }
    if (this.checking) {
      // Some has been asked before the change and some not: what changed decides which, so ask anew.
      this.startAgain();
      return;
    }
    for (const line of change.removed) this.forgetLine(line);
    for (const line of this.linesTouched(change)) {
      this.forgetLine(line);
      this.checkLine(line);
    }
    for (const key of change.indicators) this.byIndicator.delete(key);
    for (const key of change.indicators) {
      const indicator = this.model.indicator(key);
      if (indicator) this.checkIndicator(indicator);
    }
    for (const check of this.documentChecks) {
      if (check.isDue || concerns(change, check.rule)) this.checkDocument(check);
    }
  }

  /** Everything that was found and not silenced, in the order of the document. */
  findings(): readonly CheckedFinding[] {
    this.advance(() => true);
    this.gathered ??= this.gather();
    return this.gathered;
  }

  // ------------------------------------------------------------ asking

  private startAgain(): void {
    this.forgetAll();
    this.checking = this.checkAll();
  }

  /** Asks everything, with a stop every so often for {@link advance} to look up. */
  private *checkAll(): Generator<void, void> {
    let asked = 0;
    for (const { lines } of this.model.tree.lines.inChunks) {
      for (const line of lines) {
        this.checkLine(line);
        if (++asked % stepSize === 0) yield;
      }
    }
    for (const indicator of this.model.indicators()) {
      this.checkIndicator(indicator);
      if (++asked % stepSize === 0) yield;
    }
    for (const check of this.documentChecks) {
      this.checkDocument(check);
      yield;
    }
  }

  private checkLine(line: Line): void {
    if (line.statement.kind === 'comment' && line.statement.silence) this.silencing.add(line);
    const { asking, watching, reading } = this.concernedBy(line);
    for (const { rule, check } of asking) {
      // Not by `ask`: a closure for every rule and line would cost more than most of the checks.
      const before = this.found.length;
      this.asked = rule;
      try {
        check(line, this.model, this.report);
      } catch (error) {
        this.failed(rule, error, before);
      }
    }
    if (this.found.length > 0) this.byLine.set(line, this.takeFound());
    if (watching.length > 0) this.watch(line, watching);
    if (reading.length > 0) this.keepForDocument(line, reading);
  }

  private concernedBy(line: Line): ConcernedChecks {
    return this.chosen.byKind.get(line.kind)?.get(signalsOn(line, this.model)) ?? noChecks;
  }

  /** Puts a line to those of the checks of the document that need it, in order. */
  private keepForDocument(line: Line, reading: readonly number[]): void {
    for (const index of reading) {
      const check = this.documentChecks[index];
      if (!this.needs(check, line)) continue;
      check.isDue = true;
      const { lines } = check;
      const before = lines.at(-1);
      // A whole document is read from its first line to its last.
      if (!before || comesBefore(before, line)) lines.push(line);
      else lines.splice(placeFor(line, lines), 0, line);
    }
  }

  private needs({ rule }: DocumentCheck, line: Line): boolean {
    try {
      return rule.reads?.(line) ?? true;
    } catch (error) {
      this.failed(rule, error, this.found.length);
      return false;
    }
  }

  private checkIndicator(indicator: Indicator): void {
    const signals = this.signalsOf(indicator);
    for (const { rule, check } of this.concernedByIndicator(signals)) {
      const before = this.found.length;
      this.asked = rule;
      try {
        check(indicator, this.model, this.report);
      } catch (error) {
        this.failed(rule, error, before);
      }
    }
    if (this.found.length > 0) this.byIndicator.set(indicator.key, this.takeFound());
    else this.byIndicator.delete(indicator.key);
  }

  /** What waits for some of the marks; there are few sets of them. */
  private concernedByIndicator(signals: IndicatorSignals): readonly IndicatorCheck[] {
    const { indicatorRules, indicatorRulesBySignals } = this.chosen;
    let concerned = indicatorRulesBySignals.get(signals);
    if (!concerned) {
      concerned = indicatorRules.filter(({ waitsFor }) => (waitsFor & signals) !== 0);
      indicatorRulesBySignals.set(signals, concerned);
    }
    return concerned;
  }

  /** Where that throws each check is asked, and fails by itself. */
  private signalsOf(indicator: Indicator): IndicatorSignals {
    try {
      return signalsOf(indicator, this.model);
    } catch {
      return everySignal;
    }
  }

  private checkDocument(check: DocumentCheck): void {
    const { rule, lines } = check;
    check.isDue = false;
    this.ask(rule, () => rule.check(lines, this.model, this.report));
    this.byRule.set(rule.name, this.takeFound());
  }

  /** A rule that throws says nothing in that place, and the others go on. */
  private ask(rule: Rule, check: () => void): void {
    const before = this.found.length;
    this.asked = rule;
    try {
      check();
    } catch (error) {
      this.failed(rule, error, before);
    }
  }

  private failed(rule: Rule, error: unknown, before: number): void {
    this.found.length = before;
    if (this.internal.length < mostInternalErrors) this.internal.push({ rule: rule.name, error });
  }

  private take(finding: Finding): void {
    // What included files say is read with this document, but told in their own.
    if (!this.asked || !standsHere(finding.line, this.model)) return;
    const { name } = this.asked;
    const ruleTier = this.chosen.tiers.get(name) as FindingTier;
    const softer = finding.tier && softness[finding.tier] > softness[ruleTier];
    const tier = softer && finding.tier ? finding.tier : ruleTier;
    this.found.push({ ...finding, rule: name, tier });
  }

  private takeFound(): CheckedFinding[] {
    const { found } = this;
    this.found = [];
    return found;
  }

  // ------------------------------------------------------------ what a change touches

  private linesTouched(change: ModelChange): Set<Line> {
    const { lines } = this.model.tree;
    const touched = new Set<Line>();
    for (const line of change.changed) {
      if (!lines.has(line)) continue;
      touched.add(line);
      // Whoever owns what stands here, or owned it before: every removed line left one that came.
      const index = lines.indexOf(line);
      const { owner, table } = index > 0 ? lines.at(index - 1).after : contextAtStart;
      if (owner) touched.add(owner);
      if (table) touched.add(table);
    }
    for (const key of change.indicators) {
      for (const line of this.watchers.get(key) ?? []) touched.add(line);
    }
    if (change.names) for (const line of this.watchers.get(anyIndicator) ?? []) touched.add(line);
    return touched;
  }

  private watch(line: Line, watching: readonly LineRule[]): void {
    let keys: Set<string> | undefined;
    for (const rule of watching) {
      const needed = rule.indicatorsOf?.(line, this.model) ?? [];
      if (needed.length === 0) continue;
      keys ??= new Set();
      if (needed === 'any') keys.add(anyIndicator);
      else for (const key of needed) keys.add(key);
    }
    if (!keys) return;
    this.watched.set(line, [...keys]);
    for (const key of keys) addTo(this.watchers, key, line);
  }

  private forgetLine(line: Line): void {
    this.byLine.delete(line);
    this.silencing.delete(line);
    for (const check of this.documentChecks) {
      const index = check.lines.indexOf(line);
      if (index < 0) continue;
      check.lines.splice(index, 1);
      check.isDue = true;
    }
    for (const key of this.watched.get(line) ?? []) removeFrom(this.watchers, key, line);
    this.watched.delete(line);
  }

  private forgetAll(): void {
    this.byLine.clear();
    this.byIndicator.clear();
    this.byRule.clear();
    this.silencing.clear();
    this.watchers.clear();
    this.watched.clear();
    for (const check of this.documentChecks) check.lines.length = 0;
  }

  // ------------------------------------------------------------ gathering

  private gather(): CheckedFinding[] {
    const used = new Set<Line>();
    const kept: CheckedFinding[] = [];
    for (const group of [this.byLine, this.byIndicator, this.byRule]) {
      for (const found of group.values()) {
        for (const finding of found) {
          if (!this.silenced(finding, used) && !this.spared(finding)) kept.push(finding);
        }
      }
    }
    for (const line of this.silencing) {
      const silence = this.silenceOf(line, used);
      if (!silence) continue;
      for (const rule of this.chosen.silenceRules) {
        this.ask(rule, () => rule.check(silence, this.report));
      }
    }
    kept.push(...this.takeFound());
    return inDocumentOrder(kept, this.model);
  }

  /** Whether it stands in an annex, of whose wording the rule does not speak. */
  private spared({ rule, line }: CheckedFinding): boolean {
    return this.chosen.sparing.has(rule) && this.model.isAnnex(line);
  }

  /** Whether a comment right above says so; several may be stacked. */
  private silenced(finding: CheckedFinding, used: Set<Line>): boolean {
    if (this.silencing.size === 0) return false;
    const { lines } = this.model.tree;
    for (let index = lines.indexOf(finding.line) - 1; index >= 0; index--) {
      const above = lines.at(index);
      if (above.kind !== 'comment') return false;
      const silence = above.statement.kind === 'comment' ? above.statement.silence : undefined;
      if (silence && this.ruleTyped(silence.rule.text)?.name === finding.rule) {
        used.add(above);
        return true;
      }
    }
    return false;
  }

  private silenceOf(line: Line, used: ReadonlySet<Line>): Silence | undefined {
    const word = line.statement.kind === 'comment' ? line.statement.silence?.rule : undefined;
    // A comment without a name is told by the `syntax` rule.
    if (!word || word.text === '') return undefined;
    const rule = this.ruleTyped(word.text);
    if (!rule) {
      const names = this.rules.map((candidate) => candidate.name);
      return { line, word, used: false, near: nearNames(word.text, names) };
    }
    const asked = this.chosen.tiers.get(rule.name) !== 'off';
    return { line, word, rule, used: !asked || used.has(line), near: [] };
  }

  private ruleTyped(text: string): Rule | undefined {
    return this.rulesByTypedName.get(typedName(text));
  }
}

/**
 * A rule's check in an object of one shape for all rules. Rules are objects of many shapes, and finding the function in
 * them for every line would take longer than most of the checks.
 */
interface LineCheck {
  readonly rule: LineRule;
  readonly check: LineRule['check'];
}

interface IndicatorCheck {
  readonly rule: IndicatorRule;
  readonly check: IndicatorRule['check'];
  readonly waitsFor: IndicatorSignals;
}

/** What concerns the lines of one kind that hold the same marks. */
interface ConcernedChecks {
  readonly asking: readonly LineCheck[];
  /** Those whose verdict depends on indicators. */
  readonly watching: readonly LineRule[];
  /** Checks of the document, as places among its rules. */
  readonly reading: readonly number[];
}

const noChecks: ConcernedChecks = { asking: [], watching: [], reading: [] };

/** The rules that are asked, sorted by what they are asked about: the same for nearly all documents. */
interface Choice {
  /** What of the settings it was made for. */
  readonly settings: string;
  readonly tiers: ReadonlyMap<string, Tier>;
  readonly byKind: ReadonlyMap<LineKind, BySignals<ConcernedChecks>>;
  readonly indicatorRules: readonly IndicatorCheck[];
  readonly indicatorRulesBySignals: Map<IndicatorSignals, readonly IndicatorCheck[]>;
  readonly documentRules: readonly DocumentRule[];
  readonly silenceRules: readonly SilenceRule[];
  /** Names of the rules that say nothing of annexes. */
  readonly sparing: ReadonlySet<string>;
}

const lastChoices = new WeakMap<readonly Rule[], Choice>();

function choiceOf(rules: readonly Rule[], { tiers = {} }: CheckSettings): Choice {
  const settings = JSON.stringify(tiers);
  let choice = lastChoices.get(rules);
  if (choice?.settings !== settings) {
    choice = choose(rules, tiers, settings);
    lastChoices.set(rules, choice);
  }
  return choice;
}

function choose(
  rules: readonly Rule[],
  chosen: NonNullable<CheckSettings['tiers']>,
  settings: string,
): Choice {
  const tiers = new Map(rules.map(({ name, tier }) => [name, chosen[name] ?? tier] as const));
  const wanted = rules.filter(({ name }) => tiers.get(name) !== 'off');
  const lineRules = wanted.filter((rule) => rule.scope === 'line');
  const documentRules = wanted.filter((rule) => rule.scope === 'document');
  const byKind = new Map<LineKind, BySignals<ConcernedChecks>>();
  for (const kind of lineKinds) {
    const own = lineRules.filter(({ kinds = lineKinds }) => kinds.includes(kind));
    const asking = own.map((rule) => gate(rule, { rule, check: rule.check }));
    const watching = own.filter(({ indicatorsOf }) => indicatorsOf).map((rule) => gate(rule, rule));
    const reading = documentRules.flatMap((rule, index) =>
      (rule.kinds ?? lineKinds).includes(kind) ? [gate(rule, index)] : [],
    );
    const checksOf = new BySignals((signals) => ({
      asking: concerned(asking, signals),
      watching: concerned(watching, signals),
      reading: concerned(reading, signals),
    }));
    byKind.set(kind, checksOf);
  }
  return {
    settings,
    tiers,
    byKind,
    indicatorRules: wanted
      .filter((rule) => rule.scope === 'indicator')
      .map((rule) => ({ rule, check: rule.check, waitsFor: rule.waitsFor ?? everyIndicator })),
    indicatorRulesBySignals: new Map(),
    documentRules,
    silenceRules: wanted.filter((rule) => rule.scope === 'silence'),
    sparing: new Set(rules.flatMap(({ name, sparesAnnexes }) => (sparesAnnexes ? [name] : []))),
  };
}

function gate<Check>({ waitsFor = always }: LineRule | DocumentRule, check: Check): Gate<Check> {
  return { check, waitsFor };
}

/** As if everything were told of an indicator. */
const everySignal: IndicatorSignals = -1;

/** Lines or indicators between two looks at the clock: well under a millisecond. */
const stepSize = 64;

/** Stands for every indicator among the keys that a line waits for. No name folds to it. */
const anyIndicator = ' any';

const lineKinds: readonly LineKind[] = [
  'blank',
  'prose',
  'comment',
  'header',
  'field',
  'value',
  'heading',
  'measure',
  'indicator',
  'target',
  'result',
  'table',
  'row',
  'chart',
  'include',
  'note',
];

/** A check of the document with the lines that it needs, in order. */
interface DocumentCheck {
  readonly rule: DocumentRule;
  readonly lines: Line[];
  /** True where these are not those of its last run. */
  isDue: boolean;
}

function unread(rule: DocumentRule): DocumentCheck {
  return { rule, lines: [], isDue: false };
}

/** Whether lines came, went or changed that the rule depends on besides those that it reads. */
function concerns(change: ModelChange, { dependsOn = [] }: DocumentRule): boolean {
  return dependsOn === 'any' || dependsOn.some((kind) => change.kinds.has(kind));
}

function comesBefore(a: Line, b: Line): boolean {
  return a.chunk === b.chunk
    ? a.indexInChunk < b.indexInChunk
    : a.chunk.firstLine < b.chunk.firstLine;
}

/** Where a line belongs among lines in order. */
function placeFor(line: Line, lines: readonly Line[]): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comesBefore(lines[middle], line)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** By the rules that a checker asks: the same for nearly all documents. */
const knownRules = new WeakMap<readonly Rule[], ReadonlyMap<string, Rule>>();

function byTypedName(rules: readonly Rule[]): ReadonlyMap<string, Rule> {
  let known = knownRules.get(rules);
  if (!known) {
    known = new Map(
      rules.flatMap((rule) =>
        [rule.name, rule.title.zh, rule.title.en].map((name) => [typedName(name), rule] as const),
      ),
    );
    knownRules.set(rules, known);
  }
  return known;
}

/** Rules are known by name and by title, whatever the script, the width and the case. */
function typedName(text: string): string {
  return simplify(text.normalize('NFKC').toLowerCase()).replace(/[\s_-]+/g, '-');
}

function inDocumentOrder(found: readonly CheckedFinding[], model: PlanModel): CheckedFinding[] {
  return found
    .map((finding) => ({ finding, at: model.tree.lines.indexOf(finding.line) }))
    .sort(
      (a, b) =>
        a.at - b.at ||
        a.finding.start - b.finding.start ||
        a.finding.end - b.finding.end ||
        compare(a.finding.rule, b.finding.rule) ||
        compare(a.finding.message.zh, b.finding.message.zh),
    )
    .map(({ finding }) => finding);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
