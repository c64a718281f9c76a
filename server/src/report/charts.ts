/** What a `图` line draws: the values that the document gives its indicators. */

import type { PlanModel } from '../model/model.ts';
import { baselineOf, periodText } from '../model/periods.ts';
import type { Indicator, KnownValue, Period } from '../model/types.ts';
import type { ChartStatement } from '../syntax/tree.ts';
import { levelOf, printedWithout } from './figures.ts';
import { inlinesOfText, problemInline, type ReadingContext } from './inlines.ts';
import { printable } from './text.ts';
import {
  type Chart,
  type ChartBlock,
  type ChartForm,
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
): Pick<ChartBlock, 'kind' | 'names' | 'charts'> {
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
  return {
    kind: 'chart',
    names: shown,
    charts: panelsOf(series).map((panel) => trendOf(panel, script)),
  };
}

/** Series that can share an axis stand in one picture. */
function panelsOf(series: readonly ChartSeries[]): ChartSeries[][] {
  const panels = new Map<string, ChartSeries[]>();
  for (const one of series) {
    const panel = panels.get(one.unit);
    if (panel) panel.push(one);
    else panels.set(one.unit, [one]);
  }
  return [...panels.values()];
}

/** A picture of series of one unit over time. */
export function trendOf(series: readonly ChartSeries[], script: Script): Chart {
  return chartFrom('trend', series, script);
}

function chartFrom(form: ChartForm, series: readonly ChartSeries[], script: Script): Chart {
  const { enumeration, chart } = wordsOf(script);
  const title = series.map(({ name }) => name).join(enumeration);
  return {
    form,
    title,
    unit: series[0]?.unit ?? '',
    series,
    description: descriptionOf(form, title, series, script),
    words: chart.stances,
  };
}

/** `趋势图：产值（亿元）：2020年基期2.2，2025年目标3。` */
function descriptionOf(
  form: ChartForm,
  _title: string,
  series: readonly ChartSeries[],
  script: Script,
): string {
  const { chart, open, close, colon, semicolon, stop, space } = wordsOf(script);
  const comma = script === 'en' ? ', ' : '，';
  const told = series.map(({ name, unit, points }) => {
    const figures = points.map(
      ({ label, stance, printed }) => `${label}${space}${chart.stances[stance]}${space}${printed}`,
    );
    return name + (unit ? open + unit + close : '') + colon + figures.join(comma);
  });
  return chart.forms[form] + colon + told.join(semicolon) + stop;
}

function nothingToDraw(text: string, script: Script): Inline {
  return {
    kind: 'problem',
    text: printable(text),
    problem: 'no-value',
    message: wordsOf(script).nothingToDraw,
  };
}

/** The values of an indicator over time: of one period what was reached and what is aimed at, each once. */
export function seriesOf(indicator: Indicator, model: PlanModel, script: Script): ChartSeries {
  const unit = model.assess(indicator).unitText;
  const base = baselineOf(model.periodScope);
  const points = new Map<string, ChartPoint>();
  for (const value of model.valuesOf(indicator)) {
    const { period, number, stance } = value;
    if (!period || period.span || number === undefined) continue;
    const at = placeOf(period);
    const isBase = stance === 'actual' && !period.part && base?.to === period.to;
    const key = `${at} ${stance === 'target' ? 'target' : ''}`;
    if (points.has(key)) continue;
    points.set(key, {
      at,
      label: periodText(period, script === 'en' ? 'en' : 'zh'),
      value: number,
      printed: printable(labelOf(value, unit, script)),
      stance: isBase ? 'base' : stance,
    });
  }
  return {
    name: printable(indicator.name),
    unit: printable(unit),
    // What was reached stands before what was aimed at.
    points: [...points.values()].sort(
      (a, b) => a.at - b.at || Number(a.stance === 'target') - Number(b.stance === 'target'),
    ),
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
