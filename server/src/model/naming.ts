/**
 * Where indicators are named: in declarations, targets, tables, charts, formulas and references, which are
 * meant for it, and in running text, where a name is only recognised.
 */

import { splitNames } from '../syntax/parser.ts';
import type { Clause, Line, Statement, Word } from '../syntax/tree.ts';
import { wholeName } from './claims.ts';
import { expressionOn, wordsInFormula } from './composition.ts';
import { addTo, type LinesByKey, removeFrom } from './lines-by-key.ts';
import type { PlanModel } from './model.ts';
import { rowSubject } from './tables.ts';
import type { Indicator, NamePlace, NameUse } from './types.ts';

/** Where names are looked for that nobody marked as such. */
const running: ReadonlySet<Line['kind']> = new Set([
  'prose',
  'heading',
  'measure',
  'note',
  'field',
  'table',
]);

interface Used extends Word {
  readonly use: NameUse;
}

/** All names that a document knows, for finding them in running text. */
interface KnownNames {
  /** By their first two characters, the longest first. */
  readonly byStart: Map<string, string[]>;
  /** By the key of the indicator that they mean. */
  readonly byKey: Map<string, string[]>;
}

export class Naming {
  readonly #model: PlanModel;
  /**
   * Lines that name an indicator and say nothing of it: references, charts, formulas. Found when someone asks, which no
   * check does, and then kept up to date.
   */
  #usedFound: LinesByKey | undefined;
  #known: KnownNames | undefined;

  constructor(model: PlanModel) {
    this.#model = model;
  }

  add(line: Line): void {
    if (this.#usedFound) this.#note(line, this.#usedFound);
  }

  remove(line: Line): void {
    if (!this.#usedFound) return;
    for (const { text } of usedNames(line))
      removeFrom(this.#usedFound, this.#model.keyOf(text), line);
  }

  get #usedOn(): LinesByKey {
    if (!this.#usedFound) {
      this.#usedFound = new Map();
      for (const line of this.#model.tree.lines) this.#note(line, this.#usedFound);
    }
    return this.#usedFound;
  }

  #note(line: Line, usedOn: LinesByKey): void {
    for (const { text } of usedNames(line)) addTo(usedOn, this.#model.keyOf(text), line);
  }

  /** Names may mean other indicators than before. */
  forget(): void {
    this.#known = undefined;
  }

  /** A name has come or gone, and all others mean what they meant. */
  follow(name: string, isWritten: boolean): void {
    if (!this.#known || name.length < shortestName) return;
    const { byStart, byKey } = this.#known;
    const key = this.#keyMeantBy(name);
    if (isWritten) {
      putTo(byKey, key, name);
      putTo(byStart, startOf(name), name).sort(longestFirst);
    } else {
      takeFrom(byKey, key, name);
      takeFrom(byStart, startOf(name), name);
    }
  }

  #keyMeantBy(name: string): string {
    return this.#model.canonical(this.#model.keyOf(name));
  }

  clear(): void {
    this.#usedFound = undefined;
    this.#known = undefined;
  }

  /** Whether something with this key is named without anything being said of it. */
  uses(key: string): boolean {
    return this.#usedOn.has(key);
  }

  /** The keys of what is named without anything being said of it. */
  usedKeys(): Iterable<string> {
    return this.#usedOn.keys();
  }

  /** Every place of a line where an indicator is named, in order. */
  namesIn(line: Line): readonly NamePlace[] {
    const places: NamePlace[] = [];
    const add = ({ start, text }: Word, use: NameUse): void => {
      const end = start + text.length;
      if (text === '' || places.some((known) => known.start < end && start < known.end)) return;
      const key = this.#model.canonical(this.#model.keyOf(text));
      places.push({ line, start, end, key, text, use });
    };
    const subject = this.#subjectOf(line);
    if (subject) add(subject, subject.use);
    for (const word of usedNames(line)) {
      // A chart that stands in a text file is prose, and what is written behind 占 need not be an indicator.
      const isMeant = word.use === 'reference' || line.kind === line.statement.kind;
      if (isMeant && (word.use !== 'whole' || this.#model.indicator(word.text)))
        add(word, word.use);
    }
    if (line.kind === 'field') for (const alias of aliasesOn(line)) add(alias, 'alias');
    for (const { nameSpan, indicator, origin } of this.#model.claimsOf(line)) {
      if (nameSpan) add({ ...nameSpan, text: indicator }, origin === 'prose' ? 'prose' : 'part');
    }
    if (running.has(line.kind)) this.#mentions(line.text, add);
    return places.sort((a, b) => a.start - b.start);
  }

  /**
   * Every place of the document where an indicator is named, in order.
   *
   * @param among `declared` leaves out running text, and does not look at all lines for it
   */
  placesOf(indicator: Indicator, among: 'all' | 'declared'): readonly NamePlace[] {
    const model = this.#model;
    const lines = new Set<Line>();
    for (const key of model.keysOf(indicator)) {
      for (const line of model.linesOf(key)) lines.add(line);
      for (const line of this.#usedOn.get(key) ?? []) lines.add(line);
    }
    // Also those of another declaration, where two of them share an alias.
    for (const line of [...lines]) {
      for (const alias of model.declarationOf(line)?.aliases ?? []) lines.add(alias.line);
    }
    if (among === 'all') {
      const names = this.#knownNames().byKey.get(indicator.key) ?? [];
      for (const line of model.tree.lines) {
        if (running.has(line.kind) && names.some((name) => line.text.includes(name)))
          lines.add(line);
      }
    }
    const { lines: order } = model.tree;
    return [...lines]
      .sort((a, b) => order.indexOf(a) - order.indexOf(b))
      .flatMap((line) => this.namesIn(line))
      .filter(({ key, use }) => key === indicator.key && (among === 'all' || use !== 'prose'));
  }

  /** The indicator that a line is about. */
  #subjectOf(line: Line): Used | undefined {
    const { statement, kind } = line;
    if (kind === 'indicator' && statement.kind === 'indicator')
      return statement.name && { ...statement.name, use: 'declaration' };
    if ((kind === 'target' || kind === 'result') && statement.kind === kind)
      return statement.name && { ...statement.name, use: kind };
    if (kind === 'row' && statement.kind === 'row' && !statement.rule) {
      const table = this.#model.tableOf(line);
      if (!table || table.header === line) return undefined;
      const name = rowSubject(statement, table.columns)?.name;
      return name && { ...name, use: 'row' };
    }
    return undefined;
  }

  /** Names of known indicators in running text; where several begin, the longest. */
  #mentions(text: string, add: (word: Word, use: NameUse) => void): void {
    const { byStart } = this.#knownNames();
    for (let start = 0; start + 1 < text.length; start++) {
      const name = byStart
        .get(text.slice(start, start + shortestName))
        ?.find((known) => text.startsWith(known, start));
      if (name === undefined) continue;
      const end = start + name.length;
      add({ start, end, text: name }, 'prose');
      start = end - 1;
    }
  }

  #knownNames(): KnownNames {
    let known = this.#known;
    while (!known) {
      for (const _ of this.prepare());
      known = this.#known;
    }
    return known;
  }

  /** Makes ready, in steps, what names are recognised by. */
  *prepare(): Generator<void> {
    if (this.#known) return;
    const { revision } = this.#model;
    const byStart = new Map<string, string[]>();
    const byKey = new Map<string, string[]>();
    for (const name of new Set(this.#model.names())) {
      if (name.length < shortestName) continue;
      putTo(byStart, startOf(name), name);
      putTo(byKey, this.#keyMeantBy(name), name);
      yield;
    }
    for (const names of byStart.values()) names.sort(longestFirst);
    // What has been made of an older state is of no use.
    if (this.#model.revision === revision) this.#known = { byStart, byKey };
  }
}

/** One character is too little to recognise a name by. */
const shortestName = 2;
const startOf = (name: string): string => name.slice(0, shortestName);
const longestFirst = (one: string, other: string): number => other.length - one.length;

function putTo(map: Map<string, string[]>, key: string, name: string): string[] {
  const names = map.get(key) ?? [];
  names.push(name);
  map.set(key, names);
  return names;
}

function takeFrom(map: Map<string, string[]>, key: string, name: string): void {
  const names = map.get(key)?.filter((other) => other !== name) ?? [];
  if (names.length > 0) map.set(key, names);
  else map.delete(key);
}

/** The names on a line that say nothing of their indicators, by its form alone: where it stands may change. */
function usedNames(line: Line): readonly Used[] {
  const { statement, references } = line;
  if (references.length === 0 && !mayUse(statement)) return noNames;
  const used: Used[] = references.map(({ name }) => ({ ...name, use: 'reference' }));
  switch (statement.kind) {
    case 'chart':
      for (const name of statement.names) used.push({ ...name, use: 'chart' });
      break;
    case 'field': {
      const expression = statement.row.value === 'expression' ? expressionOn(line) : undefined;
      const offset = statement.value?.start ?? 0;
      if (!expression) break;
      for (const { start, end, text } of wordsInFormula(expression))
        used.push({ start: start + offset, end: end + offset, text, use: 'formula' });
      break;
    }
    case 'target':
    case 'result':
    case 'value':
      for (const item of statement.claims) {
        if (item.kind !== 'clause') continue;
        for (const { of } of item.modifiers)
          if (of) used.push({ ...of, text: wholeName(of.text), use: 'whole' });
      }
      break;
    default:
      break;
  }
  return used;
}

const noNames: readonly Used[] = [];

/** A first look: most lines name nothing but their own indicator. */
function mayUse(statement: Statement): boolean {
  switch (statement.kind) {
    case 'chart':
    case 'field':
      return true;
    case 'target':
    case 'result':
    case 'value':
      return statement.claims.some((item) => item.kind === 'clause' && hasWhole(item));
    default:
      return false;
  }
}

const hasWhole = ({ modifiers }: Clause): boolean => modifiers.some(({ of }) => of !== undefined);

function aliasesOn({ statement }: Line): readonly Word[] {
  const isAlias = statement.kind === 'field' && statement.row.id === 'alias' && statement.value;
  return isAlias ? splitNames(isAlias) : [];
}
