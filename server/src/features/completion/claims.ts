/**
 * What can be said next of an indicator: when, how firmly, how much, and what that comes to. The figures among them are
 * worked out by the model from those that are printed.
 */

import { chineseNumber } from '../../model/numbering.ts';
import { baselineOf, planStart, resolvePeriod, year } from '../../model/periods.ts';
import type { Claim, Figure, Indicator, Message, Period } from '../../model/types.ts';
import type { ClaimItem, Line, Modifier, PeriodItem } from '../../syntax/tree.ts';
import { toTraditional } from '../traditional.ts';
import { claimWords } from './claim-words.ts';
import { beginsOneOf } from './matching.ts';
import { cellAt } from './names.ts';
import type { Cursor, Suggestion } from './suggestion.ts';

/** A place inside a claim from which a word may begin, and what stands in front of it. */
interface Opening {
  readonly start: number;
  readonly period?: PeriodItem;
  readonly modifiers: readonly Modifier[];
}

export function claimSuggestions(cursor: Cursor): Suggestion[] | undefined {
  const { line, character, before, behind } = cursor;
  if (line.kind === 'row') return averageOfRow(cursor);
  const { statement } = line;
  if (statement.kind !== line.kind) return undefined;
  if (statement.kind !== 'target' && statement.kind !== 'result' && statement.kind !== 'value') {
    return undefined;
  }
  const hasColon = statement.kind === 'value' || statement.colon;
  if (!hasColon || character < statement.claimsStart) return undefined;
  // Words behind the cursor are a claim that is being mended.
  if (/^[^\s，,；;。）)]/.test(behind)) return [];
  const openings = openingsBefore(character, statement.claims, statement.claimsStart);
  const found = new Map<string, Suggestion>();
  for (const opening of openings) {
    for (const suggestion of suggestionsFrom(opening, cursor)) {
      // 比基期增0.8亿元, and 0.8亿元 behind 比基期增, come to the same.
      const result = before.slice(0, suggestion.replace.start) + suggestion.insert;
      if (!found.has(result)) found.set(result, suggestion);
    }
  }
  return [...found.values()];
}

/** The start of the clause, and the ends of the words of its grammar. Behind a figure there are none. */
function openingsBefore(
  character: number,
  items: readonly ClaimItem[],
  claimsStart: number,
): Opening[] {
  let openings: Opening[] = [{ start: claimsStart, modifiers: [] }];
  for (const item of items) {
    if (item.start >= character) break;
    if (item.kind === 'separator') {
      openings = [{ start: item.end, modifiers: [] }];
      continue;
    }
    const last = openings.at(-1);
    if (!last) continue;
    if (item.kind === 'period') {
      openings.push({ ...last, start: item.end, period: item });
    } else if (item.kind === 'clause') {
      let said = last;
      for (const modifier of item.modifiers) {
        said = { ...said, start: modifier.end, modifiers: [...said.modifiers, modifier] };
        openings.push(said);
      }
      if (item.quantity) openings = [];
    } else if (item.kind !== 'text') {
      openings = [];
    }
  }
  return openings.filter(({ start }) => start <= character);
}

function suggestionsFrom(opening: Opening, cursor: Cursor): Suggestion[] {
  const { before, character, written, pinyin } = cursor;
  const rest = before.slice(opening.start);
  const typed = rest.trimStart();
  const replace = { start: character - typed.length, end: character };
  const letters = pinyin && written !== 'en';
  const wholes = opening.modifiers.length === 0 ? wholeChanges(opening, cursor) : [];
  const figures = typed === '' ? figuresBehind(opening, cursor) : [];
  const isReached = levelBefore(cursor) !== undefined;
  const offered: Offer[] = isReached
    ? [...figures, ...wholes, ...wordsFor(opening, cursor, true), ...periodsFor(opening, cursor)]
    : [...figures, ...wordsFor(opening, cursor, false), ...periodsFor(opening, cursor), ...wholes];
  const space = written === 'en' && typed === '' && /\S$/.test(before) ? ' ' : '';
  return offered
    .filter(({ label }) => label !== typed && beginsOneOf(typed, [label], letters))
    .map(({ kind, label, detail, ending = '', help }) => ({
      kind,
      label,
      replace,
      insert: space + label + ending,
      ...(detail ? { detail } : {}),
      ...(help ? { about: { kind: 'words', message: help } } : {}),
    }));
}

interface Offer {
  readonly kind: Suggestion['kind'];
  readonly label: string;
  readonly ending?: string;
  readonly detail?: () => string;
  readonly help?: Message;
}

// ---------------------------------------------------------------- words

type Part = (typeof claimWords)[number]['part'];

/** What may follow the words of a clause. A figure follows a comparator, and nothing else does. */
function partsBehind(modifiers: readonly Modifier[]): readonly Part[] {
  switch (modifiers.at(-1)?.kind) {
    case undefined:
      return ['comparator', 'commitment', 'compared', 'change', 'average', 'share'];
    case 'commitment':
      return ['comparator', 'compared', 'change', 'average'];
    case 'base':
    case 'average':
      return ['change'];
    default:
      return [];
  }
}

/** Behind a figure comes what it means; a figure itself is what a claim begins with. */
function wordsFor({ modifiers }: Opening, cursor: Cursor, isReached: boolean): Offer[] {
  const { line, written, reader } = cursor;
  const parts = partsBehind(modifiers);
  const later: readonly Part[] = ['comparator', 'commitment'];
  const words = claimWords.filter(
    ({ part }) => parts.includes(part) && (part !== 'commitment' || line.kind === 'target'),
  );
  const ordered = isReached
    ? [...words].sort((a, b) => Number(later.includes(a.part)) - Number(later.includes(b.part)))
    : words;
  return ordered
    .filter(({ part }) => written !== 'en' || part !== 'compared')
    .map((word) => ({
      kind: 'phrase',
      label: word[written],
      ending: written === 'en' ? ' ' : '',
      detail: () => reader.say(word.help),
      help: word.help,
    }));
}

// ---------------------------------------------------------------- periods

/** Years of the plan, the last one first: that is when most of it is to be reached. */
function periodsFor({ period, modifiers }: Opening, { model, written, line }: Cursor): Offer[] {
  if (period || modifiers.length > 0 || line.kind === 'value') return [];
  const plan = model.header.period;
  const offer = (label: string): Offer => ({
    kind: 'period',
    label,
    ending: written === 'en' ? ' ' : '',
  });
  if (written === 'en') {
    return plan ? yearsOf(plan).map((each) => offer(`by ${each}`)) : [];
  }
  const labels = [
    ...(plan ? yearsOf(plan).map((each) => `${each}年`) : []),
    ...(plan ? fiveYearWords(plan) : []),
    ...(plan && plan.from === plan.to ? ['一季度', '上半年', '前三季度', '全年'] : []),
    ...(baselineOf(model.periodScope) ? ['基期'] : []),
  ];
  return labels.map((label) => offer(written === 'hant' ? toTraditional(label) : label));
}

const mostYears = 10;

function yearsOf({ from, to }: Period): number[] {
  const count = Math.min(to - from + 1, mostYears);
  return Array.from({ length: count }, (_, index) => to - index);
}

/** “十四五”末, where the plan is for just these years. */
function fiveYearWords({ from, to }: Period): string[] {
  const number = (from - planStart(6)) / 5 + 6;
  if (!Number.isInteger(number) || number < 6 || number > 99 || to !== from + 4) return [];
  const name = `“${chineseNumber(number)}五”`;
  return [`${name}末`, `${name}期间`];
}

// ---------------------------------------------------------------- figures

/** What a level means: how much more that is than before, in all and in a year. */
function wholeChanges(opening: Opening, cursor: Cursor): Offer[] {
  const { model, written } = cursor;
  const indicator = indicatorOf(cursor);
  const period = periodAt(opening, cursor);
  if (!indicator || !period) return [];
  const { change, growth, average } = model.derivedOf(indicator, period);
  const from = (change ?? growth)?.from;
  if (!from) return [];
  const isNextYear = from.to === period.to - 1;
  const baseline = baselineOf(model.periodScope);
  const since = isNextYear ? '上年' : baseline?.to === from.to ? '基期' : `${from.to}年`;
  const words = written === 'en' ? englishChange : chineseChange;
  return [
    ...(change ? [words(change, 'change', since, from)] : []),
    ...(growth ? [words(growth, 'growth', since, from)] : []),
    ...(average ? [words(average, 'average', since, from)] : []),
  ].map((label) => ({
    kind: 'figure',
    label: written === 'hant' ? toTraditional(label) : label,
    detail: () => followsFrom(from, cursor),
  }));
}

type Meaning = 'change' | 'growth' | 'average';

const isDown = ({ text }: Figure): boolean => /^[-−]/.test(text);
/** As plans print it: without the sign, which the verb tells, and 20% for 20.0%. */
const sizeOf = ({ text }: Figure): string => text.replace(/^[-−]/, '').replace(/\.0+(?=%)/, '');

function chineseChange(figure: Figure, meaning: Meaning, since: string): string {
  const down = isDown(figure);
  const verb =
    meaning === 'change' && !/百分点|百分點/.test(figure.text)
      ? down
        ? '减'
        : '增'
      : down
        ? '下降'
        : meaning === 'change'
          ? '提高'
          : '增长';
  const head = meaning === 'average' ? '年均' : `比${since}`;
  return head + verb + sizeOf(figure);
}

function englishChange(figure: Figure, meaning: Meaning, _since: string, from: Period): string {
  if (meaning === 'average' && !isDown(figure)) return `annual average growth of ${sizeOf(figure)}`;
  const verb = isDown(figure) ? 'down' : 'up';
  if (meaning === 'average') return `on average ${verb} ${sizeOf(figure)}`;
  return `${verb} ${sizeOf(figure)} from ${from.to}`;
}

/** Behind 比基期增, 年均增长 or 增长: the figure that is missing. */
function figuresBehind(opening: Opening, cursor: Cursor): Offer[] {
  const { model } = cursor;
  const { modifiers } = opening;
  const verb = modifiers.at(-1);
  if (verb?.kind !== 'up' && verb?.kind !== 'down') return [];
  const indicator = indicatorOf(cursor);
  const period = periodAt(opening, cursor);
  if (!indicator || !period) return [];
  const isAverage = modifiers.some(({ kind }) => kind === 'average');
  const against = isAverage ? undefined : againstWhat(modifiers, period, cursor);
  const { change, growth, average } = model.derivedOf(indicator, period, against);
  const inPercent = /[长長]|grow/.test(verb.text);
  const figures = isAverage ? [average] : inPercent ? [growth, change] : [change, growth];
  return figures
    .filter((figure) => figure !== undefined)
    .filter((figure) => isDown(figure) === (verb.kind === 'down') && /[1-9]/.test(figure.text))
    .map((figure) => ({
      kind: 'figure',
      label: sizeOf(figure),
      detail: () => followsFrom(figure.from, cursor),
    }));
}

/** What the words before the verb compare with; the year before where they name nothing. */
function againstWhat(
  modifiers: readonly Modifier[],
  period: Period,
  { model }: Cursor,
): Period | undefined {
  const named = modifiers.findLast(({ kind }) => kind === 'base')?.period;
  if (!named) return year(period.to - 1);
  return resolvePeriod(named.period, { ...model.periodScope, year: period.to });
}

function followsFrom(from: Period, cursor: Cursor): string {
  const { model, reader } = cursor;
  const indicator = indicatorOf(cursor);
  const base = indicator && model.valuesOf(indicator).find(({ period }) => isYear(period, from.to));
  const printed = base?.printed ?? '';
  return reader.say({
    zh: `由${from.to}年的${printed || '数'}推算`,
    en: `follows from ${printed === '' ? 'the figure of' : `${printed} in`} ${from.to}`,
  });
}

const isYear = (period: Period | undefined, wanted: number): boolean =>
  period?.from === wanted && period.to === wanted && period.part === undefined;

// ---------------------------------------------------------------- what is spoken of

function indicatorOf({ line, model }: Cursor): Indicator | undefined {
  const name = nameOn(line) ?? (line.owner && nameOn(line.owner));
  return name === undefined ? undefined : model.indicator(name);
}

function nameOn({ statement }: Line): string | undefined {
  return statement.kind === 'target' ||
    statement.kind === 'result' ||
    statement.kind === 'indicator'
    ? statement.name?.text
    : undefined;
}

/** The last level in front of the cursor. */
function levelBefore({ model, line, character }: Cursor): Claim | undefined {
  return model
    .claimsOf(line)
    .findLast((claim) => claim.end <= character && claim.value !== undefined && !claim.share);
}

/** The year that the clause is about: its own, that of the level before it, or the plan’s last. */
function periodAt(opening: Opening, cursor: Cursor): Period | undefined {
  const { model, line } = cursor;
  if (opening.period) return resolvePeriod(opening.period.period, model.periodScope);
  const { statement } = line;
  if (statement.kind === 'value') {
    return resolvePeriod(statement.period.period, model.periodScope);
  }
  const before = levelBefore(cursor)?.period;
  const plan = model.header.period;
  return before ?? (plan && year(plan.to));
}

/** In the 年均 column of a table, the average that follows from the other cells. */
function averageOfRow(cursor: Cursor): Suggestion[] | undefined {
  const { line, model, before, character } = cursor;
  const { statement } = line;
  const column = model.tableOf(line)?.columns[cellAt(before)];
  const plan = model.header.period;
  if (statement.kind !== 'row' || column?.kind !== 'average' || !plan) return undefined;
  if (!/[|｜]\s*$/.test(before)) return undefined;
  const name = statement.cells
    .map(({ text }) => text.replace(/[（(].*$/, ''))
    .find((text) => model.indicator(text));
  const indicator = name === undefined ? undefined : model.indicator(name);
  const average = indicator && model.derivedOf(indicator, year(plan.to)).average;
  if (!average || isDown(average)) return undefined;
  // Where the column says %, its cells do not.
  const label = /[%％]/.test(column.title) ? sizeOf(average).replace('%', '') : sizeOf(average);
  return [{ kind: 'figure', label, replace: { start: character, end: character }, insert: label }];
}
