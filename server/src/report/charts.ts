/** What a `图` line draws: the values that the document gives its indicators. */

import { expressionOn, isSum, namesInFormula } from '../model/composition.ts';
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
  const drawn: Drawn[] = [];
  for (const { text } of names) {
    const indicator = model.indicator(text);
    const series = indicator && { ...seriesOf(indicator, model, script), name: printable(text) };
    if (series && series.points.length > 0) drawn.push({ indicator, series });
    if (!indicator) shown.push(problemInline(text, 'unknown-indicator', script));
    else if (series?.points.length === 0) shown.push(nothingToDraw(text, script));
    else shown.push(...inlinesOfText(text, script));
  }
  return { kind: 'chart', names: shown, charts: chartsOf(drawn, model, script) };
}

interface Drawn {
  readonly indicator: Indicator;
  readonly series: ChartSeries;
}

/**
 * A whole that stands with its parts is shown as made of them, and so is a whole alone, behind its
 * course over time. The rest stand together by unit: in one period with targets and results beside
 * each other, else over time.
 */
function chartsOf(drawn: readonly Drawn[], model: PlanModel, script: Script): Chart[] {
  const charts: Chart[] = [];
  let rest = drawn;
  for (const whole of drawn) {
    const parts = partsOf(whole.indicator, model);
    const named = rest.filter(({ indicator }) => parts.includes(indicator));
    if (named.length < 2 || !rest.includes(whole)) continue;
    const chart = compositionOf(
      whole.series,
      named.map(({ series }) => series),
      script,
    );
    if (!chart) continue;
    charts.push(chart);
    rest = rest.filter((one) => one !== whole && !named.includes(one));
  }
  for (const panel of panelsOf(rest.map(({ series }) => series))) {
    charts.push(comparisonOf(panel, script) ?? trendOf(panel, script));
  }
  if (drawn.length !== 1 || rest.length !== 1) return charts;
  const [{ indicator, series }] = drawn;
  const parts = partsOf(indicator, model).map((part) => seriesOf(part, model, script));
  const chart = compositionOf(series, parts, script);
  // One figure has no course over time.
  if (chart) charts.splice(0, series.points.length > 1 ? 0 : 1, chart);
  return charts.reverse();
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

const isTarget = ({ stance }: ChartPoint): boolean => stance === 'target';

/** Where all that is told of several indicators is what was aimed at and what was reached in one period. */
function comparisonOf(series: readonly ChartSeries[], script: Script): Chart | undefined {
  if (series.length < 2) return undefined;
  const [at] = series[0].points.filter(isTarget).map((point) => point.at);
  const told = series.map(({ points, ...one }) => ({
    ...one,
    points: points.filter(({ stance }) => stance !== 'base'),
  }));
  const both = told.every(
    ({ points }) =>
      points.length === 2 &&
      points.every((point) => point.at === at) &&
      points.filter(isTarget).length === 1,
  );
  return both ? chartFrom('comparison', told, script) : undefined;
}

/** What an indicator is declared or said to be made of. */
function partsOf(whole: Indicator, model: PlanModel): readonly Indicator[] {
  const parts = new Set<Indicator>();
  const add = (name: string): void => {
    const part = model.indicator(name);
    if (part && part !== whole) parts.add(part);
  };
  for (const { parts: formula } of whole.declarations) {
    const expression = formula && expressionOn(formula.line);
    if (expression && isSum(expression)) for (const name of namesInFormula(expression)) add(name);
  }
  for (const { line } of whole.claims) {
    for (const { partOf, indicator } of model.claimsOf(line)) {
      if (partOf && model.indicator(partOf.indicator) === whole) add(indicator);
    }
  }
  return [...parts];
}

/** Undefined where fewer than two parts have a figure for one time. */
function compositionOf(
  whole: ChartSeries,
  parts: readonly ChartSeries[],
  script: Script,
): Chart | undefined {
  const same = parts.filter(({ unit }) => unit === whole.unit);
  const placeOfPoint = (point: ChartPoint): string => `${point.at} ${isTarget(point)}`;
  const counts = new Map<string, number>();
  for (const { points } of same) {
    for (const point of points) {
      counts.set(placeOfPoint(point), (counts.get(placeOfPoint(point)) ?? 0) + 1);
    }
  }
  const isShown = (point: ChartPoint): boolean => (counts.get(placeOfPoint(point)) ?? 0) > 1;
  const shown = same
    .map((one) => ({ ...one, points: one.points.filter(isShown) }))
    .filter(({ points }) => points.length > 0);
  if (shown.length < 2) return undefined;
  const totals = whole.points.filter(isShown);
  const left = totals.flatMap((total): ChartPoint[] => {
    const told = shown.flatMap(({ points }) =>
      points.filter((point) => placeOfPoint(point) === placeOfPoint(total)),
    );
    const value = told.reduce((sum, point) => sum - point.value, total.value);
    // What rounding leaves is no part.
    return value > total.value * restShare ? [{ ...total, value, printed: '' }] : [];
  });
  const rest: ChartSeries[] =
    left.length > 0
      ? [{ name: wordsOf(script).otherParts, unit: whole.unit, points: left, rest: true }]
      : [];
  return {
    ...chartFrom('composition', [...shown, ...rest], script),
    title: whole.name,
    whole: { ...whole, points: totals },
  };
}

/** Below this part of the whole, what the parts leave is not drawn. */
const restShare = 0.01;

function chartFrom(form: ChartForm, series: readonly ChartSeries[], script: Script): Chart {
  const { enumeration, chart } = wordsOf(script);
  return {
    form,
    title: series.map(({ name }) => name).join(enumeration),
    unit: series[0]?.unit ?? '',
    series,
    description: descriptionOf(form, series, script),
    words: chart.stances,
  };
}

/** `趋势图。产值（亿元）：2020年基期2.2，2025年目标3。` */
function descriptionOf(form: ChartForm, series: readonly ChartSeries[], script: Script): string {
  const { chart, open, close, colon, semicolon, stop, space } = wordsOf(script);
  const comma = script === 'en' ? ', ' : '，';
  const told = series.flatMap(({ name, unit, points, rest }) => {
    if (rest) return [];
    const figures = points.map(
      ({ label, stance, printed }) => `${label}${space}${chart.stances[stance]}${space}${printed}`,
    );
    return [name + (unit ? open + unit + close : '') + colon + figures.join(comma)];
  });
  return chart.forms[form] + stop + space + told.join(semicolon) + stop;
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
