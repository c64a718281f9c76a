/** What a `图` line draws: the values that the document gives its indicators. */

import type { PlanModel } from '../model/model.ts';
import { periodText } from '../model/periods.ts';
import type { Indicator, KnownValue, Period } from '../model/types.ts';
import type { ChartStatement } from '../syntax/tree.ts';
import { levelOf, printedWithout } from './figures.ts';
import { inlinesOfText, problemInline, type ReadingContext } from './inlines.ts';
import { printable } from './text.ts';
import {
  type ChartBlock,
  type ChartPoint,
  type ChartSeries,
  type Inline,
  plainText,
  type Script,
} from './tree.ts';
import { wordsOf } from './words.ts';

export function chartOf(
  { names }: ChartStatement,
  { model, script }: ReadingContext,
): Pick<ChartBlock, 'kind' | 'names' | 'series'> {
  const shown: Inline[] = [];
  const series: ChartSeries[] = [];
  for (const { text } of names) {
    const indicator = model.indicator(text);
    const one = indicator && seriesOf(indicator, model, script);
    if (one && one.points.length > 0) series.push({ ...one, name: printable(text) });
    if (!indicator) shown.push(problemInline(text, 'unknown-indicator', script));
    else if (one?.points.length === 0) shown.push(nothingToDraw(text, script));
    else shown.push(...inlinesOfText(text, script));
  }
  return { kind: 'chart', names: shown, series };
}

function nothingToDraw(text: string, script: Script): Inline {
  return {
    kind: 'problem',
    text: printable(text),
    problem: 'no-value',
    message: wordsOf(script).nothingToDraw,
  };
}

/** The values of an indicator over time; of one period what was reached comes before what is aimed at. */
export function seriesOf(indicator: Indicator, model: PlanModel, script: Script): ChartSeries {
  const unit = model.assess(indicator).unitText;
  const points = new Map<number, ChartPoint>();
  for (const value of model.valuesOf(indicator)) {
    const { period, number } = value;
    if (!period || period.span || number === undefined) continue;
    const at = placeOf(period);
    if (points.has(at)) continue;
    points.set(at, {
      at,
      label: periodText(period, script === 'en' ? 'en' : 'zh'),
      value: number,
      printed: printable(labelOf(value, unit, script)),
    });
  }
  return {
    name: printable(indicator.name),
    unit: printable(unit),
    points: [...points.values()].sort((a, b) => a.at - b.at),
  };
}

/** The figure as a table prints it, or as it stands in one; the axis tells the unit. */
function labelOf({ claims, derived, printed }: KnownValue, unit: string, script: Script): string {
  const [{ origin, line, start, end }] = claims;
  if (!derived && origin === 'table') return line.text.slice(start, end);
  const level = derived ? undefined : levelOf(claims[0], unit, script);
  return level ? plainText(level) : printedWithout(unit, printed);
}

/** A part of a year stands before the year as a whole, which is known at its end. */
function placeOf({ to, part }: Period): number {
  if (!part) return to;
  const [kind, count] = [part[0], Number(/\d+$/.exec(part)?.[0] ?? 0)];
  const share = kind === 'Q' ? count / 4 : kind === 'H' ? count / 2 : Number(part.slice(0, 2)) / 12;
  return to - 1 + (Number.isFinite(share) ? share : 0.5) - 0.01;
}
