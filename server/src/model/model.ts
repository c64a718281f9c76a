/**
 * The model of one document: sections, measures, indicators and claims, kept up to date line by
 * line. A line's facts are made from its own node, the header and its owner; what the document says
 * of an indicator is put together when someone asks, and forgotten when one of its lines changes.
 */

import type { PlanTree, TreeChange } from '../syntax/document.ts';
import { parseClaims } from '../syntax/parser.ts';
import type { Line, LineKind, Reference, Span } from '../syntax/tree.ts';
import { surelyAgrees } from './agreement.ts';
import { type Assessment, assess, type LooseAim } from './assessment.ts';
import { assembleClaims } from './claims.ts';
import {
  expressionOn,
  formulasOf,
  namesInFormula,
  residualValues,
  sharesOf,
} from './composition.ts';
import { type Conflict, conflictsAmong } from './conflicts.ts';
import { type Conventions, noConventions, type Places } from './conventions.ts';
import { Cues } from './cues.ts';
import { readDeclaration } from './declarations.ts';
import { toEachName } from './declared-words.ts';
import { DocumentTables, type TableFigures, type TableHead } from './document-tables.ts';
import { isInEnglish, lastYearOf, readHeader, sameHeader, scopeOf } from './header.ts';
import { addTo, type LinesByKey, removeFrom } from './lines-by-key.ts';
import { Measures } from './measures.ts';
import { scopeLength } from './names.ts';
import { Naming } from './naming.ts';
import { headingNumbers } from './numbering.ts';
import { linesBelow } from './owned-lines.ts';
import { baselineOf, type PeriodScope, resolvePeriod } from './periods.ts';
import { OwnPlaces, placesOf } from './places.ts';
import { readProse } from './prose.ts';
import { sentencesWithFigures } from './prose-sentences.ts';
import { resolveReference } from './resolve.ts';
import { sectionTree } from './section-tree.ts';
import { roleUnder, type SectionFacts } from './sections.ts';
import { rowClaims } from './table-rows.ts';
import { rowSubject, yearsBetween } from './tables.ts';
import type {
  Claim,
  DerivedFigures,
  HeaderFacts,
  IncludeProblem,
  Indicator,
  IndicatorDeclaration,
  KnownValue,
  Measure,
  NamePlace,
  PathFact,
  Period,
  Resolved,
  Role,
  Section,
  TableFacts,
} from './types.ts';

/** What an edit did to the model: which lines to look at again, and which indicators. */
export interface ModelChange {
  readonly removed: readonly Line[];
  /** Lines that came, or whose facts may differ from before. */
  readonly changed: readonly Line[];
  /** Keys of the indicators that something was said of, before or after. */
  readonly indicators: ReadonlySet<string>;
  /** True where the header changed: everything may read differently. */
  readonly header: boolean;
  /** True where a line that stayed is now of another kind or owner: what was told of it may be over. */
  readonly replaced: boolean;
  /** Kinds of the lines that came, went or turned into another kind. */
  readonly kinds: ReadonlySet<LineKind>;
  /** True where a name is known now that was not, or the other way round. */
  readonly names: boolean;
}

/** All of one shape, since every line is asked for them many times. */
interface LineFacts {
  readonly claims: readonly Claim[];
  readonly unread: readonly Span[];
  readonly declaration: IndicatorDeclaration | undefined;
  /** Every key that this line speaks of: names of claims, of a declaration, its aliases. */
  readonly keys: readonly string[];
}

/** Plans that the header names. */
export interface RelatedPlans {
  /** `依据：` — what this plan starts from, or is measured by. */
  readonly basis: readonly PlanModel[];
  /** `汇总：` — the plans of the level below. */
  readonly rollup: readonly PlanModel[];
  /** The header's paths, as written, that lead to the document itself. */
  readonly itself: ReadonlySet<string>;
  /** Those that lead to no plan. */
  readonly missing: ReadonlySet<string>;
}

const noRelatedPlans: RelatedPlans = {
  basis: [],
  rollup: [],
  itself: new Set(),
  missing: new Set(),
};
const noConflicts: readonly Conflict[] = [];
const noDeclarations: readonly IndicatorDeclaration[] = [];
const noSpans: readonly Span[] = [];
const noClaims: readonly Claim[] = [];
const noKeys: readonly string[] = [];
const noFacts = newFacts(noClaims, noSpans, noKeys);

function newFacts(
  claims: readonly Claim[],
  unread: readonly Span[],
  keys: readonly string[],
  declaration?: IndicatorDeclaration,
): LineFacts {
  return { claims, unread, declaration, keys };
}

export class PlanModel {
  readonly tree: PlanTree;
  private agreed: Conventions;
  private jurisdiction: Places;
  private own: OwnPlaces;
  /** Indicators of included files; set by the workspace, asked after the document's own. */
  private included: readonly PlanModel[] = [];
  private includeProblems: ReadonlyMap<Line, IncludeProblem> = new Map();
  private relatedPlans: RelatedPlans = noRelatedPlans;
  private headerFacts: HeaderFacts;
  /** What periods are relative to, and the year of targets without one, as the header says. */
  private scope: PeriodScope;
  private lastYear: Period | undefined;
  private readonly linesByKey: LinesByKey = new Map();
  /** How often each name is written that may be referred to; counted when asked for, then kept up to date. */
  private written: Map<string, number> | undefined;
  /** Which keys and names came or went in an update. */
  private readonly keysCameOrWent = new Set<string>();
  private readonly namesCameOrWent = new Set<string>();
  /** True where an update met a declaration: names may mean other indicators. */
  private declarationsTouched = false;
  private readonly declaredBy: LinesByKey = new Map();
  private readonly aliasedBy: LinesByKey = new Map();
  private readonly cues: Cues;
  private readonly knownMeasures: Measures;
  private readonly knownTables: DocumentTables;
  /** Lines that hold indicators against each other, with the keys of these. */
  private readonly joining = new Map<Line, readonly string[]>();
  /** By key: the indicators that are held against each other, directly or through others. */
  private componentsCache: ReadonlyMap<string, Component> | undefined;
  private readonly naming = new Naming(this);
  // Made when asked for, forgotten when something that they rest on changes.
  private indicatorCache = new Map<string, Indicator | null>();
  private assessmentCache = new WeakMap<Indicator, Assessment>();
  private readonly conflictsCache = new WeakMap<Indicator, readonly Conflict[]>();
  private numbersCache: Map<Line, string> | undefined;
  private indicatorsCache: readonly Indicator[] | undefined;
  private declarationsCache: readonly IndicatorDeclaration[] | undefined;
  /** Keys of all indicators in the order of their first mention; made when asked for, then kept up to date. */
  private order: string[] | undefined;
  private targets = 0;
  /** Counts the states of the document: what was made of one holds for as long as the number stays. */
  revision = 0;
  /** Counts how often all of it has been read anew, as when the years of the plan change. */
  readings = 0;

  private constructor(tree: PlanTree, conventions: Conventions) {
    this.tree = tree;
    this.cues = new Cues(tree);
    this.knownMeasures = new Measures(tree);
    this.knownTables = new DocumentTables(tree);
    this.agreed = conventions;
    this.headerFacts = readHeader(tree);
    this.jurisdiction = placesOf(this.headerFacts, conventions.places);
    this.own = new OwnPlaces(this.jurisdiction.own);
    this.scope = scopeOf(this.headerFacts);
    this.lastYear = lastYearOf(this.headerFacts);
    for (const { lines } of tree.lines.inChunks) for (const line of lines) this.cues.note(line);
    for (const { lines } of tree.lines.inChunks) for (const line of lines) this.add(line);
  }

  static of(tree: PlanTree, conventions = noConventions): PlanModel {
    return new PlanModel(tree, conventions);
  }

  // ------------------------------------------------------------ change

  /** Brings the model up to date after `tree.edit`. */
  update(change: TreeChange): ModelChange {
    this.revision += 1;
    const kinds = new Set<LineKind>(change.formerKinds);
    const touched = new Set<string>();
    for (const line of [...change.added, ...change.replaced]) kinds.add(line.kind);
    if (kinds.has('header') || kinds.has('field')) {
      const header = readHeader(this.tree);
      if (!sameHeader(header, this.headerFacts)) {
        for (const line of change.removed) this.remove(line, touched);
        return this.rebuild(header, change.removed);
      }
      this.headerFacts = header;
    }

    const componentsBefore = this.componentsCache;
    this.keysCameOrWent.clear();
    this.namesCameOrWent.clear();
    // Which names come or go is told by how often they were written before.
    this.countWritten(change.removed);
    this.declarationsTouched = false;
    const changed = new Set<Line>([...change.added, ...change.replaced]);
    for (const line of this.cues.readOtherwise(change, this.headerFacts, this.scope)) {
      changed.add(line);
    }
    for (const line of this.dependents(change)) changed.add(line);
    for (const line of change.removed) this.remove(line, touched);
    for (const line of changed) this.remove(line, touched);
    for (const line of changed) this.add(line, touched);
    for (const { chunk } of changed) chunk.revision += 1;
    this.forget(touched, kinds);
    this.touchJoined(touched, componentsBefore);
    return {
      removed: change.removed,
      changed: [...changed],
      indicators: touched,
      header: false,
      replaced: change.replaced.length > 0,
      kinds,
      names: this.keysCameOrWent.size + this.namesCameOrWent.size > 0,
    };
  }

  /**
   * Sets the models of the included files, and what is wrong with the `引用` lines that could not be
   * followed. Everything is read again: names may now mean other indicators.
   */
  include(
    models: readonly PlanModel[],
    problems: ReadonlyMap<Line, IncludeProblem> = new Map(),
  ): ModelChange {
    this.included = models;
    this.includeProblems = problems;
    return this.rebuild(this.headerFacts, []);
  }

  /** Goes on with other conventions. Everything is read again. */
  configure(conventions: Conventions): ModelChange {
    this.agreed = conventions;
    return this.rebuild(this.headerFacts, []);
  }

  /** Sets the plans that the header names: what they reached is the base here, and what they aim at adds up. */
  relate(plans: RelatedPlans): ModelChange {
    this.relatedPlans = plans;
    return this.rebuild(this.headerFacts, []);
  }

  get related(): RelatedPlans {
    return this.relatedPlans;
  }

  private rebuild(header: HeaderFacts, removed: readonly Line[]): ModelChange {
    this.revision += 1;
    const touched = new Set(this.linesByKey.keys());
    this.headerFacts = header;
    this.readings += 1;
    this.jurisdiction = placesOf(header, this.agreed.places);
    this.own = new OwnPlaces(this.jurisdiction.own);
    this.scope = scopeOf(header);
    this.lastYear = lastYearOf(header);
    this.targets = 0;
    this.linesByKey.clear();
    this.written = undefined;
    this.declaredBy.clear();
    this.aliasedBy.clear();
    this.knownTables.clear();
    this.joining.clear();
    this.componentsCache = undefined;
    this.indicatorCache.clear();
    this.numbersCache = undefined;
    this.indicatorsCache = undefined;
    this.declarationsCache = undefined;
    this.order = undefined;
    this.cues.clear();
    this.naming.clear();
    const changed = [...this.tree.lines];
    for (const line of changed) this.cues.note(line);
    for (const line of changed) this.add(line, touched);
    for (const chunk of this.tree.lines.inChunks) chunk.revision += 1;
    return {
      removed,
      changed,
      indicators: touched,
      header: true,
      replaced: true,
      kinds: new Set(changed.map((line) => line.kind)),
      names: true,
    };
  }

  /** Lines that read differently because another line changed: rows under a header row, fields' owners. */
  private dependents(change: TreeChange): Line[] {
    const lines: Line[] = [];
    const tables = new Set<Line>();
    for (const line of [...change.removed, ...change.added, ...change.replaced]) {
      if (line.statement.kind === 'row' || line.statement.kind === 'table') {
        const table = line.statement.kind === 'table' ? line : line.owner;
        if (table && this.tree.lines.has(table)) tables.add(table);
      }
      if (line.owner?.statement.kind === 'indicator' && this.tree.lines.has(line.owner)) {
        lines.push(line.owner);
      }
      // A value line reads its indicator's name from the owner.
      if (line.statement.kind === 'indicator' && this.tree.lines.has(line)) {
        lines.push(...linesBelow(line, this.tree.lines));
      }
    }
    for (const owner of change.formerOwners) {
      if (!this.tree.lines.has(owner)) continue;
      if (owner.statement.kind === 'indicator') lines.push(owner);
      if (owner.kind === 'table' || owner.kind === 'row') tables.add(owner);
    }
    for (const table of this.knownTables.below(change)) tables.add(table);
    for (const table of tables) {
      lines.push(...this.knownTables.rowsUnderChangedHead(table, this.scope));
    }
    return lines;
  }

  private add(line: Line, touched?: Set<string>): void {
    this.naming.add(line);
    const facts = this.read(line);
    line.facts = facts;
    // Most prose and all blank lines say nothing.
    if (facts.keys.length === 0 && facts.claims.length === 0) return;
    if (setsTarget(facts)) this.targets += 1;
    for (const key of facts.keys) {
      // The first time that the document is read everything is new.
      if (touched && !this.linesByKey.has(key)) noteNews(this.keysCameOrWent, key);
      addTo(this.linesByKey, key, line);
      touched?.add(key);
    }
    if (this.written) {
      for (const name of namesWritten(facts)) {
        const count = this.written.get(name) ?? 0;
        if (count === 0) noteNews(this.namesCameOrWent, name);
        this.written.set(name, count + 1);
      }
    }
    this.noteJoining(line, facts);
    const { declaration } = facts;
    if (declaration) {
      this.declarationsTouched = true;
      this.declarationsCache = undefined;
      this.componentsCache = undefined;
      addTo(this.declaredBy, declaration.key, line);
      for (const alias of declaration.aliases)
        addTo(this.aliasedBy, this.own.fold(alias.text), line);
    }
    if (touched) for (const key of facts.keys) touched.add(this.canonical(key));
  }

  private remove(line: Line, touched: Set<string>): void {
    this.naming.remove(line);
    this.cues.forget(line);
    const facts = this.factsOf(line);
    if (!facts) return;
    for (const key of facts.keys) {
      touched.add(key);
      touched.add(this.canonical(key));
    }
    line.facts = undefined;
    if (setsTarget(facts)) this.targets -= 1;
    for (const key of facts.keys) {
      removeFrom(this.linesByKey, key, line);
      if (!this.linesByKey.has(key)) noteNews(this.keysCameOrWent, key);
    }
    if (this.written) {
      for (const name of namesWritten(facts)) {
        const count = this.written.get(name) ?? 1;
        if (count > 1) this.written.set(name, count - 1);
        else if (this.written.delete(name)) noteNews(this.namesCameOrWent, name);
      }
    }
    if (this.joining.delete(line)) this.componentsCache = undefined;
    const { declaration } = facts;
    if (declaration) {
      this.declarationsTouched = true;
      this.declarationsCache = undefined;
      this.componentsCache = undefined;
      removeFrom(this.declaredBy, declaration.key, line);
      for (const alias of declaration.aliases)
        removeFrom(this.aliasedBy, this.own.fold(alias.text), line);
    }
  }

  /** Keeps which indicators a line holds against each other: by a formula, or by a share of another one. */
  private noteJoining(line: Line, { claims, declaration }: LineFacts): void {
    if (!declaration && !claims.some(isShareOfAnother)) return;
    const keys = new Set<string>();
    for (const { share, of, key } of claims) {
      if (share && of !== undefined) keys.add(key).add(this.own.fold(of));
    }
    for (const field of declaration ? [declaration.parts, declaration.formula] : []) {
      const expression = field && expressionOn(field.line);
      if (!declaration || !expression) continue;
      keys.add(declaration.key);
      for (const name of namesInFormula(expression)) keys.add(this.own.fold(name));
    }
    if (keys.size < 2) return;
    this.joining.set(line, [...keys]);
    this.componentsCache = undefined;
  }

  private get components(): ReadonlyMap<string, Component> {
    this.componentsCache ??= componentsOf(this.allJoining(), (key) => this.canonical(key));
    return this.componentsCache;
  }

  private *allJoining(): Iterable<readonly string[]> {
    yield* this.joining.values();
    for (const model of this.included) yield* model.allJoining();
  }

  /** What is held against a touched indicator, before or after, is touched as well. */
  private touchJoined(
    touched: Set<string>,
    before: ReadonlyMap<string, Component> | undefined,
  ): void {
    for (const key of [...touched]) {
      for (const component of [before?.get(key), this.components.get(key)]) {
        if (!component) continue;
        component.conflicts = undefined;
        for (const member of component.keys) touched.add(member);
      }
    }
  }

  private forget(touched: ReadonlySet<string>, kinds: ReadonlySet<LineKind>): void {
    for (const key of touched) this.indicatorCache.delete(key);
    if (touched.size > 0) {
      this.indicatorsCache = undefined;
      if (this.order) this.order = this.reordered(this.order, touched);
      if (this.declarationsTouched || this.included.length > 0) this.naming.forget();
      else
        for (const name of this.namesCameOrWent)
          this.naming.follow(name, this.written?.has(name) === true);
    }
    // The header's language decides how headings are numbered.
    if (kinds.has('heading') || kinds.has('header')) this.numbersCache = undefined;
  }

  // ------------------------------------------------------------ one line

  /** Of lines of other documents the model knows nothing. */
  private factsOf(line: Line): LineFacts | undefined {
    return line.chunk.document === this.tree.lines.document
      ? (line.facts as LineFacts | undefined)
      : undefined;
  }

  private read(line: Line): LineFacts {
    const { statement, kind } = line;
    switch (kind) {
      case 'target':
      case 'result': {
        if (statement.kind !== 'target' && statement.kind !== 'result') break;
        const name = statement.name;
        if (!name) break;
        const key = this.own.fold(name.text);
        const { claims: read, unread } = assembleClaims(statement.claims, {
          line,
          offset: 0,
          indicator: name.text,
          key,
          nameSpan: name,
          role: kind,
          origin: 'declared',
          scope: this.scope,
          places: this.own,
          period: this.lastYear,
          unit: statement.unit?.text,
        });
        // Where words are left over, the figures may be theirs.
        const claims = unread.length === 0 ? toEachName(read, name.text, this.own) : read;
        return newFacts(claims, unread, keysOf(claims, key));
      }
      case 'indicator': {
        const declaration = readDeclaration(line, this.tree.lines, (name) => this.own.fold(name));
        if (!declaration) break;
        const keys = [
          declaration.key,
          ...declaration.aliases.map((alias) => this.own.fold(alias.text)),
        ];
        return newFacts(noClaims, noSpans, keys, declaration);
      }
      case 'value':
        return this.readValue(line);
      case 'row':
        return this.readRow(line);
      case 'prose':
      case 'heading':
      case 'measure':
        return this.readSentences(line);
      default:
        break;
    }
    return noFacts;
  }

  /** Claims from running text: prose, and what runs on behind a heading or a measure's title. */
  private readSentences(line: Line): LineFacts {
    const { statement } = line;
    const start =
      statement.kind === 'heading' || statement.kind === 'measure'
        ? (statement.title?.start ?? line.text.length)
        : statement.kind === 'prose'
          ? statement.start
          : 0;
    const said = this.cues.has(line) ? undefined : sentencesWithFigures(line.text, start);
    if (!said) return noFacts;
    const facts = this.readUnder(line);
    if (facts.annex) return noFacts;
    const claims = readProse(parseClaims(said.text), {
      line,
      offset: said.start,
      scope: this.scopeUnder(facts),
      places: this.own,
      role:
        (statement.kind === 'heading' && statement.title && roleUnder(statement.title.text)) ||
        facts.role,
      period: facts.period,
    });
    return claims.length === 0 ? noFacts : newFacts(claims, noSpans, keysOf(claims));
  }

  /** Whether a line stands in an annex or a glossary: what is said there is not said by the plan. */
  isAnnex(line: Line): boolean {
    return this.cues.any && this.sectionFacts(line).annex;
  }

  private scopeUnder({ year }: SectionFacts): PeriodScope {
    return year === undefined ? this.scope : { ...this.scope, year };
  }

  /** What the periods of a sentence are relative to: a section may be about another year than the plan. */
  periodScopeAt(line: Line): PeriodScope {
    return line.kind === 'prose' ? this.scopeUnder(this.sectionFacts(line)) : this.scope;
  }

  /** What the headings and titles above a line say. */
  private sectionFacts(line: Line): SectionFacts {
    return this.cues.factsAt(line, this.headerFacts, this.scope);
  }

  /** The same for a line that is read by it, and anew when it is another thing. */
  private readUnder(line: Line): SectionFacts {
    return this.cues.readUnder(line, this.headerFacts, this.scope);
  }

  private readValue(line: Line): LineFacts {
    const { statement, owner } = line;
    if (
      statement.kind !== 'value' ||
      owner?.statement.kind !== 'indicator' ||
      !owner.statement.name
    ) {
      return noFacts;
    }
    const { name, unit } = owner.statement;
    const period = resolvePeriod(statement.period.period, this.scope);
    const key = this.own.fold(name.text);
    const { claims, unread } = assembleClaims(statement.claims, {
      line,
      offset: 0,
      indicator: name.text,
      key,
      nameSpan: undefined,
      role: this.roleAt(period),
      origin: 'declared',
      scope: this.scope,
      places: this.own,
      period,
      unit: unit?.text,
    });
    return newFacts(claims, unread, keysOf(claims, key));
  }

  private readRow(line: Line): LineFacts {
    const { statement, owner } = line;
    if (statement.kind !== 'row' || statement.rule || !owner) return noFacts;
    const head = this.knownTables.head(owner, this.scope);
    const { columns } = head;
    if (head.rows.includes(line)) return noFacts;
    const plan = this.header.period ?? yearsBetween(columns);
    const told = this.roleToldAbove(line, head);
    const usual = columns.some((column) => column.kind === 'figure' && !column.period)
      ? this.usualPeriod(line)
      : undefined;
    const claims = rowClaims(statement, {
      line,
      columns,
      caption: head.caption,
      scope: this.scope,
      places: this.own,
      ...(plan ? { plan } : {}),
      ...(usual ? { usual } : {}),
      roleAt: (period) => told?.(period, plan) ?? this.roleAt(period),
    });
    const name = rowSubject(statement, columns)?.name.text;
    return newFacts(
      claims,
      noSpans,
      name === undefined ? noKeys : keysOf(claims, this.own.fold(name)),
    );
  }

  /** The year of figures in tables that name none: that of the section, else the plan's last. */
  private usualPeriod(line: Line): Period | undefined {
    const facts = this.readUnder(line);
    const { period } = facts;
    return period && !period.span ? period : this.lastYear;
  }

  /** In a text without a header the headings say what a table tells; its first year is the base of targets. */
  private roleToldAbove(
    line: Line,
    { caption, columns }: TableHead,
  ): ((period: Period | undefined, plan: Period | undefined) => Role) | undefined {
    if (this.header.kind || this.header.period) return undefined;
    const facts = this.readUnder(line);
    const { isUsual } = facts;
    // 约束性 and 预期性 are said of what is aimed at.
    const isOfTargets =
      caption.tellsTargets || (isUsual && columns.some(({ kind }) => kind === 'binding'));
    const role = isOfTargets ? 'target' : facts.role;
    return (period, plan) =>
      role === 'target' && period && plan && period.to < plan.from ? 'base' : role;
  }

  /** Values before the plan are its base, in it they are targets; reports tell results. */
  private roleAt(period: Period | undefined): Role {
    const { header } = this;
    const baseline = baselineOf(this.scope);
    if (period && baseline && period.to <= baseline.to) return 'base';
    if (header.kind === 'summary' || header.kind === 'report') return 'result';
    return header.kind || header.period ? 'target' : 'base';
  }

  // ------------------------------------------------------------ questions

  get header(): HeaderFacts {
    return this.headerFacts;
  }

  /** What the office has agreed on for all its documents. */
  get conventions(): Conventions {
    return this.agreed;
  }

  /** The document's own places and those around it, as its header and the office say. */
  get places(): Places {
    return this.jurisdiction;
  }

  /** The key under which everything is kept that is said of a name; its alias may have another ({@link canonical}). */
  keyOf(name: string): string {
    return this.own.fold(name);
  }

  /** How many characters at the head of a name are no part of it: 全镇, or the document's own place. */
  headLength(name: string): number {
    const place = this.own.lengthIn(name);
    const length = place + scopeLength(name.slice(place));
    return this.keyOf(name.slice(length)) === this.keyOf(name) ? length : 0;
  }

  /** What relative periods are relative to, for rules and features that read fields. */
  get periodScope(): PeriodScope {
    return this.scope;
  }

  /** True where an included file could not be followed: names may be declared in it. */
  get lacksIncludes(): boolean {
    return this.includeProblems.size > 0;
  }

  /** Why an `引用` line brings nothing; undefined where it does, or where nobody has looked yet. */
  includeProblem(line: Line): IncludeProblem | undefined {
    return this.includeProblems.get(line);
  }

  /** The paths in a line of the header that lead to the document itself. */
  pathsToItself(line: Line): readonly PathFact[] {
    return this.pathsAmong(this.relatedPlans.itself, line);
  }

  /** The paths in a line of the header to plans that are not there. */
  pathsToNothing(line: Line): readonly PathFact[] {
    return this.pathsAmong(this.relatedPlans.missing, line);
  }

  private pathsAmong(paths: ReadonlySet<string>, line: Line): readonly PathFact[] {
    if (paths.size === 0) return [];
    const { basis, superior, rollup } = this.headerFacts;
    return [...basis, ...superior, ...rollup].filter(
      (fact) => fact.line === line && paths.has(fact.path),
    );
  }

  /** How many lines and rows of tables set a target. */
  get targetCount(): number {
    return this.targets;
  }

  claimsOf(line: Line): readonly Claim[] {
    return this.factsOf(line)?.claims ?? noClaims;
  }

  /** Words of a declared line that the claim grammar could make nothing of. */
  unreadOf(line: Line): readonly Span[] {
    return this.factsOf(line)?.unread ?? noSpans;
  }

  declarationOf(line: Line): IndicatorDeclaration | undefined {
    return this.factsOf(line)?.declaration;
  }

  /** The key under which a name is kept: the declared indicator's where the name is its alias. */
  canonical(folded: string): string {
    const key = this.own.refold(folded);
    // Many documents declare nothing.
    if (this.declaredBy.size > 0) {
      if (this.declaredBy.has(key)) return key;
      const line = this.first(this.aliasedBy.get(key));
      const declaration = line && this.factsOf(line)?.declaration;
      if (declaration) return declaration.key;
    }
    for (const model of this.included) {
      if (model.linesByKey.has(key)) return model.canonical(key);
    }
    return key;
  }

  indicator(name: string): Indicator | undefined {
    return this.indicatorOf(this.canonical(this.own.fold(name)));
  }

  private indicatorOf(key: string): Indicator | undefined {
    let indicator = this.indicatorCache.get(key);
    if (indicator === undefined) {
      indicator = this.putTogether(key) ?? null;
      this.indicatorCache.set(key, indicator);
    }
    return indicator ?? undefined;
  }

  private putTogether(key: string): Indicator | undefined {
    const own = this.linesByKey.get(key);
    const { basis } = this.relatedPlans;
    if (this.included.length + basis.length === 0 && !this.declaredBy.has(key)) {
      // The usual case: a name that is used but not declared has no aliases.
      if (!own) return undefined;
      const lines = own.length > 1 ? this.sorted(own) : own;
      const claims = this.saidOn(lines, key);
      const name = claims[0]?.indicator ?? this.nameOn(lines[0]) ?? key;
      return { key, name, declarations: noDeclarations, claims };
    }
    const declarations: IndicatorDeclaration[] = [];
    for (const line of this.sorted(this.declaredBy.get(key) ?? [])) {
      const declaration = this.factsOf(line)?.declaration;
      if (declaration) declarations.push(declaration);
    }
    const elsewhere = this.included
      .map((model) => model.indicator(key))
      .filter((indicator) => indicator !== undefined);
    declarations.push(...elsewhere.flatMap((indicator) => indicator.declarations));
    const names = this.keysOf({ key, declarations });
    const lines = new Set<Line>();
    for (const name of names) for (const line of this.linesByKey.get(name) ?? []) lines.add(line);
    const claims: Claim[] = [];
    for (const line of this.sorted(lines)) {
      for (const claim of this.claimsOf(line)) if (names.has(claim.key)) claims.push(claim);
    }
    for (const indicator of elsewhere) {
      claims.push(...indicator.claims.filter((claim) => claim.line.statement.kind === 'value'));
    }
    // What was reached in the plan before is what this one starts from.
    for (const plan of basis) {
      const reached = plan.indicator(declarations[0]?.name.text ?? claims[0]?.indicator ?? key);
      for (const claim of reached?.claims ?? []) {
        if (claim.role === 'result' && claim.origin !== 'prose') claims.push(claim);
      }
    }
    const first = [...this.sorted(lines)][0];
    if (!first && elsewhere.length === 0) return undefined;
    const name = declarations[0]?.name.text ?? claims[0]?.indicator ?? this.nameOn(first) ?? key;
    return { key, name, declarations, claims };
  }

  /** What lines say under one key, in their order. */
  private saidOn(lines: readonly Line[], key: string): readonly Claim[] {
    const [first] = lines;
    const alone = lines.length === 1 ? this.claimsOf(first) : noClaims;
    if (alone.length === 1 && alone[0].key === key) return alone;
    const said: Claim[] = [];
    for (const line of lines) {
      for (const claim of this.claimsOf(line)) if (claim.key === key) said.push(claim);
    }
    // Where all of a line is said under one key, its own list will do.
    return said.length === alone.length ? alone : said.slice();
  }

  /** The name that a line gives its subject, where it makes no claim. */
  private nameOn(line: Line | undefined): string | undefined {
    const statement = line?.statement;
    if (statement?.kind === 'target' || statement?.kind === 'result') return statement.name?.text;
    return undefined;
  }

  /** All indicators that the document speaks of, in the order of their first mention. */
  indicators(): readonly Indicator[] {
    if (!this.indicatorsCache) {
      this.order ??= this.ordered();
      const indicators: Indicator[] = [];
      for (const key of this.order) {
        const indicator = this.indicatorOf(key);
        if (indicator) indicators.push(indicator);
      }
      this.indicatorsCache = indicators;
    }
    return this.indicatorsCache;
  }

  private ordered(): string[] {
    const order = new Set<string>();
    for (const { lines } of this.tree.lines.inChunks) {
      for (const { facts } of lines) {
        const { keys } = (facts ?? noFacts) as LineFacts;
        if (keys.length === 1) order.add(this.canonical(keys[0]));
        else if (keys.length > 1)
          for (const key of keys.map((one) => this.canonical(one)).sort()) order.add(key);
      }
    }
    return [...order];
  }

  /** The same order after something else is said of a few indicators: all others stand as they stood. */
  private reordered(order: readonly string[], touched: ReadonlySet<string>): string[] | undefined {
    // Under which key an included name is kept, its file decides.
    if (this.included.length > 0) return undefined;
    const kept = order.filter((key) => !touched.has(key));
    for (const key of touched) {
      if (this.canonical(key) !== key) continue;
      const index = this.firstMentionOfAll(key);
      if (index === Number.POSITIVE_INFINITY) continue;
      let low = 0;
      let high = kept.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        const other = this.firstMentionOfAll(kept[middle]);
        if (other < index || (other === index && kept[middle] < key)) low = middle + 1;
        else high = middle;
      }
      kept.splice(low, 0, key);
    }
    return kept;
  }

  /** Index of the first line that speaks of a key; infinite where none does. */
  private firstMention(key: string): number {
    let first = Number.POSITIVE_INFINITY;
    for (const line of this.linesByKey.get(key) ?? []) {
      first = Math.min(first, this.tree.lines.indexOf(line));
    }
    return first;
  }

  /** The same for an indicator, under whatever name. */
  private firstMentionOfAll(key: string): number {
    let first = this.firstMention(key);
    for (const line of this.declaredBy.get(key) ?? []) {
      for (const alias of this.factsOf(line)?.declaration?.aliases ?? []) {
        const folded = this.own.fold(alias.text);
        if (this.canonical(folded) === key) first = Math.min(first, this.firstMention(folded));
      }
    }
    return first;
  }

  /** Every name and alias that may be referred to, as written. */
  *names(): Iterable<string> {
    yield* this.countWritten().keys();
    for (const model of this.included) yield* model.names();
  }

  /** @param removed what has gone since the model was last brought up to date */
  private countWritten(removed: readonly Line[] = []): ReadonlyMap<string, number> {
    let { written } = this;
    while (!written) {
      for (const _ of this.countInSteps(removed));
      ({ written } = this);
    }
    return written;
  }

  private *countInSteps(removed: readonly Line[] = []): Generator<void> {
    if (this.written) return;
    const { revision } = this;
    const written = new Map<string, number>();
    for (const lines of [this.tree.lines, removed]) {
      for (const line of lines) {
        for (const name of namesWritten(this.factsOf(line) ?? noFacts))
          written.set(name, (written.get(name) ?? 0) + 1);
        yield;
      }
    }
    // Whoever edits in between counts for himself.
    if (this.revision === revision) this.written ??= written;
  }

  assess(indicator: Indicator): Assessment {
    let assessment = this.assessmentCache.get(indicator);
    if (!assessment) {
      const prices = this.header.prices ?? this.agreed.prices;
      assessment = assess(indicator, prices ? { ...this.header, prices } : this.header);
      this.assessmentCache.set(indicator, assessment);
    }
    return assessment;
  }

  /** Sets of statements that cannot hold together, of which one about this indicator is told first. */
  conflictsOf(indicator: Indicator): readonly Conflict[] {
    const component = this.components.get(indicator.key);
    if (!component) {
      if (surelyAgrees(indicator)) return noConflicts;
      let conflicts = this.conflictsCache.get(indicator);
      if (!conflicts) {
        conflicts = conflictsAmong(
          [this.assess(indicator)],
          this.tree.lines,
          [],
          sharesOf(indicator, this),
        );
        this.conflictsCache.set(indicator, conflicts);
      }
      return conflicts;
    }
    component.conflicts ??= this.conflictsIn(component);
    if (component.conflicts.length === 0) return noConflicts;
    return component.conflicts.filter(
      ({ anchor }) => this.canonical(anchor.claim.key) === indicator.key,
    );
  }

  /** Aims of an indicator that agree with their growth only by rounding. */
  looseAimsOf(indicator: Indicator): readonly LooseAim[] {
    const { claims } = indicator;
    const mayBeLoose =
      claims.length > 1 &&
      claims.some(
        ({ role, change, value }) => role === 'target' && change?.kind === 'percent' && value,
      );
    return mayBeLoose ? this.assess(indicator).looseAims : [];
  }

  /** The indicators that an indicator is held against, directly or through others, and itself. */
  joinedWith(indicator: Indicator): readonly Indicator[] {
    const keys = this.components.get(indicator.key)?.keys;
    return keys ? [...keys].flatMap((key) => this.indicator(key) ?? []) : [indicator];
  }

  private conflictsIn({ keys }: Component): readonly Conflict[] {
    const members = [...keys].flatMap((key) => this.indicator(key) ?? []);
    return conflictsAmong(
      members.map((member) => this.assess(member)),
      this.tree.lines,
      members.flatMap((member) => formulasOf(member, this)),
      members.flatMap((member) => sharesOf(member, this)),
    );
  }

  /** Every known value of an indicator by period, with those that follow from its whole. */
  valuesOf(indicator: Indicator): readonly KnownValue[] {
    const { values } = this.assess(indicator);
    const derived = residualValues(indicator, values, this);
    if (derived.length === 0) return values;
    return [...values, ...derived].sort((a, b) => (a.period?.to ?? 9999) - (b.period?.to ?? 9999));
  }

  /** Every `指标` of the document, in order. */
  declarations(): readonly IndicatorDeclaration[] {
    if (!this.declarationsCache) {
      const lines = new Set<Line>();
      for (const declaring of this.declaredBy.values())
        for (const line of declaring) lines.add(line);
      this.declarationsCache = this.sorted(lines).flatMap(
        (line) => this.factsOf(line)?.declaration ?? [],
      );
    }
    return this.declarationsCache;
  }

  /** What follows for a period; against another one, or where none is given against what it is told against. */
  derivedOf(indicator: Indicator, period: Period, against?: Period): DerivedFigures {
    return this.assess(indicator).derived(period, against);
  }

  resolve(reference: Reference, _line: Line): Resolved {
    return resolveReference(reference, this);
  }

  /** Official number of a heading, typed or given: `#` headings are numbered by their level. */
  headingNumber(line: Line): string {
    this.numbersCache ??= headingNumbers(this.tree.lines, isInEnglish(this.headerFacts, this.tree));
    return this.numbersCache.get(line) ?? '';
  }

  sections(): readonly Section[] {
    return sectionTree(this.tree.lines, (heading) => this.headingNumber(heading));
  }

  measures(): readonly Measure[] {
    return this.knownMeasures.all(this.scope);
  }

  measureOf(line: Line): Measure | undefined {
    return this.knownMeasures.of(line, this.scope);
  }

  tables(): readonly TableFacts[] {
    return this.knownTables.all(this.scope);
  }

  /** Whether a row says what the columns of its table are. */
  isTableHead(line: Line): boolean {
    return this.knownTables.isHead(line, this.scope);
  }

  /** What stands in a table below its head: of its title, or of its first row where it has none. */
  tableFiguresOf(table: Line): TableFigures {
    return this.knownTables.figuresOf(table, this.scope);
  }

  tableOf(line: Line): TableFacts | undefined {
    return this.knownTables.of(line, this.scope);
  }

  /** Makes ready, in steps, what names are recognised by in running text. */
  *prepareNames(): Generator<void> {
    yield* this.countInSteps();
    yield* this.naming.prepare();
  }

  /** Every place of a line where an indicator is named, prose included, in order. */
  namesIn(line: Line): readonly NamePlace[] {
    return this.naming.namesIn(line);
  }

  /**
   * Every place of the document where an indicator is named, in order.
   *
   * @param among `declared` leaves out running text, where names are only recognised, and is the cheaper
   */
  placesOf(indicator: Indicator, among: 'all' | 'declared' = 'all'): readonly NamePlace[] {
    return this.naming.placesOf(indicator, among);
  }

  /** Whether the document itself writes a name that has this key, for an indicator. */
  writesKey(key: string): boolean {
    return this.linesByKey.has(key) || this.naming.uses(key);
  }

  /** The keys of all names that the document itself writes for indicators. */
  nameKeys(): ReadonlySet<string> {
    return new Set([...this.linesByKey.keys(), ...this.naming.usedKeys()]);
  }

  /** The lines that say something of what is called so, or declare it; in no order. */
  linesOf(key: string): readonly Line[] {
    return this.linesByKey.get(key) ?? [];
  }

  /** The keys of an indicator’s name and of its aliases, as far as they mean no other indicator. */
  keysOf({ key, declarations }: Pick<Indicator, 'key' | 'declarations'>): ReadonlySet<string> {
    const keys = new Set([key]);
    for (const { aliases } of declarations) {
      for (const alias of aliases) {
        const folded = this.own.fold(alias.text);
        if (this.canonical(folded) === key) keys.add(folded);
      }
    }
    return keys;
  }

  // ------------------------------------------------------------ order

  private sorted(lines: Iterable<Line>): Line[] {
    return [...lines].sort((a, b) => this.tree.lines.indexOf(a) - this.tree.lines.indexOf(b));
  }

  private first(lines: Iterable<Line> | undefined): Line | undefined {
    if (!lines) return undefined;
    let first: Line | undefined;
    for (const line of lines) {
      if (!first || this.tree.lines.indexOf(line) < this.tree.lines.indexOf(first)) first = line;
    }
    return first;
  }
}

/** What went and came again with a changed line is no news. */
function noteNews(news: Set<string>, what: string): void {
  if (!news.delete(what)) news.add(what);
}

/** Indicators that are held against each other. */
interface Component {
  readonly keys: ReadonlySet<string>;
  conflicts?: readonly Conflict[] | undefined;
}

function componentsOf(
  joined: Iterable<readonly string[]>,
  canonical: (key: string) => string,
): Map<string, Component> {
  const sets = new Map<string, Set<string>>();
  for (const written of joined) {
    const all = new Set<string>();
    for (const key of written.map(canonical))
      for (const member of sets.get(key) ?? [key]) all.add(member);
    for (const key of all) sets.set(key, all);
  }
  const components = new Map<Set<string>, Component>();
  const byKey = new Map<string, Component>();
  for (const [key, keys] of sets) {
    let component = components.get(keys);
    if (!component) {
      component = { keys };
      components.set(keys, component);
    }
    byKey.set(key, component);
  }
  return byKey;
}

/** The names on a line that may be referred to: of declarations, aliases and declared figures. */
function namesWritten({ declaration, claims }: LineFacts): readonly string[] {
  const names: string[] = [];
  if (declaration) {
    names.push(declaration.name.text);
    for (const alias of declaration.aliases) names.push(alias.text);
  }
  for (const { origin, indicator } of claims) if (origin !== 'prose') names.push(indicator);
  return names;
}

/** A sentence repeats what a line sets, or tells of it in passing. */
function setsTarget({ claims }: LineFacts): boolean {
  return claims.some(isTarget);
}

const isTarget = ({ role, origin }: Claim): boolean => role === 'target' && origin !== 'prose';

const isShareOfAnother = ({ share, of }: Claim): boolean => share === true && of !== undefined;

/** What a line speaks of, its subject first. */
function keysOf(claims: readonly Claim[], subject?: string): string[] {
  const first = subject ?? claims[0]?.key;
  const keys = first === undefined ? [] : [first];
  if (claims.length > fewClaims) return [...new Set([...keys, ...claims.map(({ key }) => key)])];
  for (const { key } of claims) if (!keys.includes(key)) keys.push(key);
  return keys;
}

/** Nearly every line has so few figures, and a list is looked through sooner than a set is made. */
const fewClaims = 16;
