/** Who does what by when: the measures of a document by owner or by deadline. */

import type { PlanModel } from '../model/model.ts';
import { endOfPeriod, periodText } from '../model/periods.ts';
import type { Measure, Message, Place } from '../model/types.ts';
import type { Reader } from './reader.ts';

export interface ScheduleGroup {
  /** The owner or the deadline; words of ours for measures that have none. */
  readonly title: string;
  readonly isMissing: boolean;
  readonly measures: readonly ScheduledMeasure[];
}

export interface ScheduledMeasure {
  readonly title: string;
  /** Joined by `、`; empty where nobody is named. */
  readonly owner: string;
  /** As written; empty where there is none. */
  readonly due: string;
  readonly progress: string;
  readonly place: Place;
}

export const scheduleOrders = ['owner', 'deadline'] as const;
export type ScheduleOrder = (typeof scheduleOrders)[number];

const missing: Readonly<Record<ScheduleOrder, Message>> = {
  owner: { zh: '没有责任单位', en: 'No owner' },
  deadline: { zh: '没有时限', en: 'No deadline' },
};

/** Owners in the order in which they are first named, deadlines by time; what has none comes last. */
export function measureSchedule(
  model: PlanModel,
  order: ScheduleOrder,
  reader: Reader,
): ScheduleGroup[] {
  const groups = new Map<string, { measures: ScheduledMeasure[]; at: number }>();
  const nowhere: ScheduledMeasure[] = [];
  for (const measure of model.measures()) {
    const row = rowOf(measure);
    const names =
      order === 'owner' ? measure.owner.map(({ text }) => text) : deadlineOf(measure, reader);
    if (names.length === 0) nowhere.push(row);
    for (const name of names) {
      const group = groups.get(name);
      if (group) group.measures.push(row);
      else
        groups.set(name, {
          measures: [row],
          at:
            order === 'owner'
              ? 0
              : measure.due?.period
                ? endOfPeriod(measure.due.period)
                : notReadable,
        });
    }
  }
  const known = [...groups].map(([title, { measures, at }]) => ({
    title,
    measures,
    at,
    isMissing: false,
  }));
  known.sort((a, b) => a.at - b.at);
  return [
    ...known.map(({ at: _, ...group }) => group),
    ...(nowhere.length === 0
      ? []
      : [{ title: reader.say(missing[order]), measures: nowhere, isMissing: true }]),
  ];
}

function deadlineOf({ due }: Measure, { language }: Reader): string[] {
  if (!due) return [];
  return [due.period ? periodText(due.period, language) : due.word.text];
}

/** Deadlines that cannot be read come behind all that can. */
const notReadable = Number.MAX_SAFE_INTEGER;

function rowOf({ line, title, owner, due, progress }: Measure): ScheduledMeasure {
  const { statement } = line;
  const word = statement.kind === 'measure' ? (statement.title ?? statement.marker) : undefined;
  return {
    title: title === '' ? line.text : title,
    owner: owner.map(({ text }) => text).join('、'),
    due: due?.word.text ?? '',
    progress: progress?.word.text ?? '',
    place: { line, start: word?.start ?? 0, end: word?.end ?? line.text.length },
  };
}
