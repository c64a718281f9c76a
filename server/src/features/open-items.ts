/** What is still to be done before a document is finished, by kind. The list gets shorter as the document is filled in. */

import type { PlanModel } from '../model/model.ts';
import type { Indicator, Measure, Message, Place } from '../model/types.ts';
import type { CheckedFinding } from '../rules/checker.ts';
import type { Reader } from './reader.ts';

export type OpenItemKind = 'error' | 'placeholder' | 'year' | 'unit' | 'owner' | 'deadline';

export interface OpenItem {
  readonly place: Place;
  /** The words that it is about; of an error, what is wrong. */
  readonly label: string;
  /** Where in the label the very place is, among the words around it. */
  readonly emphasis?: { readonly start: number; readonly end: number };
  /** What is missing or wrong, in a sentence. */
  readonly explanation: string;
}

export interface OpenItemGroup {
  readonly kind: OpenItemKind;
  readonly title: string;
  /** In the order of the document, at most {@link mostShown}. */
  readonly items: readonly OpenItem[];
  /** How many there are, shown or not. */
  readonly total: number;
}

/** Nobody works through more at once, and the list is sent anew whenever something changes. */
export const mostShown = 200;

/** In the order in which they are shown. */
const titles: Readonly<Record<OpenItemKind, Message>> = {
  error: { zh: '要改的错误', en: 'Errors to correct' },
  placeholder: { zh: '待填的空', en: 'Blanks to fill in' },
  year: { zh: '没有年份的目标', en: 'Targets without a year' },
  unit: { zh: '没有单位的数', en: 'Figures without a unit' },
  owner: { zh: '没有责任单位的举措', en: 'Measures without an owner' },
  deadline: { zh: '没有时限的举措', en: 'Measures without a deadline' },
};

/** The checks that tell of something left open; an error of any other is one to correct. */
const kindsByRule: Readonly<Record<string, OpenItemKind>> = {
  'placeholder-x': 'placeholder',
  'placeholder-underscore': 'placeholder',
  'missing-number': 'placeholder',
  'month-missing': 'placeholder',
  'period-missing': 'year',
  'unit-missing': 'unit',
};

/** Only groups with something in them. */
export function openItems(
  model: PlanModel,
  findings: readonly CheckedFinding[],
  reader: Reader,
): OpenItemGroup[] {
  const entries = gather(model, findings);
  return (Object.keys(titles) as OpenItemKind[]).flatMap((kind) => {
    const ofKind = entries[kind];
    if (ofKind.length === 0) return [];
    return {
      kind,
      title: reader.say(titles[kind]),
      items: ofKind.slice(0, mostShown).map(({ place, message, isSentence }) => {
        const explanation = reader.say(message);
        const words = isSentence ? { label: explanation } : wordsAt(place);
        return { place, explanation, ...words };
      }),
      total: ofKind.length,
    };
  });
}

/** How many there are of all kinds. */
export function openItemCount(model: PlanModel, findings: readonly CheckedFinding[]): number {
  return Object.values(gather(model, findings)).reduce((sum, { length }) => sum + length, 0);
}

/** Looks at each indicator and measure of a long document, in steps. */
export function* prepareOpenItems(model: PlanModel): Generator<void> {
  for (const indicator of model.indicators()) {
    withoutYear(indicator);
    yield;
  }
}

// ---------------------------------------------------------------- gathering

interface Entry {
  readonly place: Place;
  readonly message: Message;
  /** What is wrong says more than the words that it is about. */
  readonly isSentence?: boolean;
}

function gather(
  model: PlanModel,
  findings: readonly CheckedFinding[],
): Record<OpenItemKind, Entry[]> {
  const entries: Record<OpenItemKind, Entry[]> = {
    error: [],
    placeholder: [],
    year: [],
    unit: [],
    owner: [],
    deadline: [],
  };
  for (const finding of findings) {
    const kind = kindsByRule[finding.rule] ?? (finding.tier === 'error' ? 'error' : undefined);
    if (!kind) continue;
    const isSentence = kind === 'error' || kind === 'year';
    entries[kind].push({ place: finding, message: finding.message, isSentence });
  }
  for (const indicator of model.indicators()) entries.year.push(...withoutYear(indicator));
  entries.year.sort((a, b) => indexOf(a.place, model) - indexOf(b.place, model));
  for (const measure of model.measures()) {
    if (!isPlanned(measure)) continue;
    const entry = { place: placeOf(measure) };
    if (measure.owner.length === 0) entries.owner.push({ ...entry, message: ownerMissing });
    if (!measure.due) entries.deadline.push({ ...entry, message: deadlineMissing });
  }
  return entries;
}

function indexOf({ line }: Place, { tree }: PlanModel): number {
  return tree.lines.indexOf(line);
}

const none: readonly Entry[] = [];
/** An indicator is another object as soon as anything else is said of it. */
const knownWithoutYear = new WeakMap<Indicator, readonly Entry[]>();

/** Targets that nobody can hold anyone to, since they do not say for when. */
function withoutYear(indicator: Indicator): readonly Entry[] {
  let found = knownWithoutYear.get(indicator);
  if (!found) {
    const lines = new Set<Place['line']>();
    found = none;
    for (const claim of indicator.claims) {
      const { role, origin, period, periodForm, line, start, end } = claim;
      if (role !== 'target' || origin === 'prose' || period || lines.has(line)) continue;
      // A year of which digits are missing is a blank to fill in.
      if (periodForm?.form === 'masked') continue;
      lines.add(line);
      const { start: from, end: to } = claim.nameSpan ?? { start, end };
      found = [...found, { place: { line, start: from, end: to }, message: yearMissing }];
    }
    knownWithoutYear.set(indicator, found);
  }
  return found;
}

const yearMissing: Message = {
  zh: '没有写明是哪一年的目标，到时无从考核。写上年份，或在开头写明“期间”。',
  en: 'The target does not say for which year it is, so nobody can be held to it. Add the year, or state the “period” at the head.',
};
const ownerMissing: Message = {
  zh: '没有写由谁负责。在下面加一行“责任：”。',
  en: 'It does not say who is responsible. Add a line “owner:” below.',
};
const deadlineMissing: Message = {
  zh: '没有写什么时候完成。在下面加一行“时限：”。',
  en: 'It does not say by when it is to be done. Add a line “due:” below.',
};

/** Paragraphs that count 一是, 二是 are mostly sentences; one that has a field is planned like the others. */
export function isPlanned({ line, owner, with: helpers, due, budget, progress }: Measure): boolean {
  if (line.statement.kind === 'measure' && line.statement.style === 'keyword') return true;
  return owner.length > 0 || helpers.length > 0 || Boolean(due ?? budget ?? progress);
}

function placeOf({ line }: Measure): Place {
  const { statement } = line;
  const word = statement.kind === 'measure' ? (statement.title ?? statement.marker) : undefined;
  return { line, start: word?.start ?? 0, end: word?.end ?? line.text.length };
}

// ---------------------------------------------------------------- words

/** As many characters as fit beside the text. */
const longestLabel = 40;
/** Enough before the place to see what it is about. */
const mostBefore = 12;

/** The place with the words around it. */
function wordsAt({ line, start, end }: Place): Pick<OpenItem, 'label' | 'emphasis'> {
  const { text } = line;
  const from = end <= longestLabel ? 0 : whole(text, Math.max(0, start - mostBefore));
  const to = whole(text, Math.min(text.length, from + longestLabel));
  const [before, behind] = [from > 0 ? '…' : '', to < text.length ? '…' : ''];
  const shown = text.slice(from, to);
  // Indentation is not shown.
  const shift = before.length - from - (shown.length - shown.trimStart().length);
  const label = before + shown.trim() + behind;
  const emphasis = { start: start + shift, end: Math.min(end + shift, label.length) };
  return emphasis.start < emphasis.end ? { label, emphasis } : { label };
}

/** Cuts through no character that takes two code units. */
function whole(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at;
}
