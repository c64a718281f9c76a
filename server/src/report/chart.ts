/** The pictures of a report: indicators over time, targets against results, and parts of a whole. */
import { nice, tickStep, ticks } from 'd3-array';
import {
  line,
  type SymbolType,
  stack,
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolTriangle,
  symbolTriangle2,
  symbolWye,
} from 'd3-shape';
import {
  type Box,
  type ChartStyle,
  Drawing,
  drawLegend,
  fitting,
  fontSize,
  type Key,
  Labels,
  lineHeight,
  stancesIn,
  type Texture,
  textureKey,
  textureOfStance,
  textures,
  widthOf,
  withUnit,
} from './chart-drawing.ts';
import type { Chart, ChartPoint, ChartSeries, PointStance } from './tree.ts';

export type { ChartStyle } from './chart-drawing.ts';

/** Beyond this, bars get too thin to carry their figures. */
const mostBars = 12;
const mostBarPeriods = 6;
const widestBar = 44;
/** Of each indicator of a comparison. */
const barHeight = 15;

/** The picture as SVG, the same bytes for the same chart; an empty string where there is nothing to draw. */
export function chartSvg(chart: Chart, style: ChartStyle = {}): string {
  const drawn = { ...chart, series: drawable(chart.series) };
  if (drawn.series.length === 0) return '';
  switch (chart.form) {
    case 'trend':
      return trend(drawn, style);
    case 'comparison':
      return comparison(drawn, style);
    case 'composition':
      return composition(drawn, style);
  }
}

function drawable(series: readonly ChartSeries[]): ChartSeries[] {
  return series
    .map((one) => ({ ...one, points: one.points.filter(({ value }) => Number.isFinite(value)) }))
    .filter(({ points }) => points.length > 0);
}

// ---------------------------------------------------------------- axes

/** Where a value stands between the ends of an axis. */
interface Values {
  (value: number): number;
  readonly low: number;
  readonly high: number;
}

const tickCount = 4;

function scaleBetween(low: number, high: number, from: number, to: number): Values {
  const place = (value: number): number => from + ((value - low) / (high - low)) * (to - from);
  return Object.assign(place, { low, high });
}

/** A scale whose ends are round figures. */
function valueScale(
  values: readonly number[],
  [from, to]: [number, number],
  fromZero: boolean,
): Values {
  let low = fromZero ? Math.min(0, ...values) : Math.min(...values);
  let high = fromZero ? Math.max(0, ...values) : Math.max(...values);
  if (low === high) {
    const room = Math.abs(high) / 2 || 1;
    high += room;
    if (!fromZero) low -= room;
  }
  [low, high] = nice(low, high, tickCount);
  return scaleBetween(low, high, from, to);
}

function ticksOf({ low, high }: Values): { at: number; label: string }[] {
  const step = tickStep(low, high, tickCount);
  const decimals = Math.min(20, Math.max(0, -Math.floor(Math.log10(step))));
  return ticks(low, high, tickCount).map((at) => ({
    at,
    label: String(Number(at.toFixed(decimals))),
  }));
}

/** Equal shares of a width: where one begins, its middle, and the room inside it. */
function slotsIn(
  { x, width }: Box,
  count: number,
  padding: number,
): { readonly room: number; readonly step: number; middle(index: number): number } {
  const step = width / count;
  return { step, room: step * (1 - padding), middle: (index) => x + (index + 0.5) * step };
}

interface Period {
  readonly at: number;
  readonly label: string;
}

function periodsOf(series: readonly ChartSeries[]): Period[] {
  const labels = new Map<number, string>();
  for (const { points } of series) for (const { at, label } of points) labels.set(at, label);
  return [...labels].map(([at, label]) => ({ at, label })).sort((a, b) => a.at - b.at);
}

const valuesOf = (series: readonly ChartSeries[]): number[] =>
  series.flatMap(({ points }) => points.map(({ value }) => value));

interface Frame {
  readonly plot: Box;
  readonly scale: Values;
}

/** The plot beside its axis: as wide as the ticks leave it, with lines across at the ticks. */
function drawFrame(
  drawing: Drawing,
  values: readonly number[],
  { width, height, top }: { width: number; height: number; top: number },
  fromZero: boolean,
): Frame {
  // Above the highest value its figure has to stand, below the axis the periods.
  const y = top + lineHeight + 6;
  const bottom = height - lineHeight - 4;
  const scale = valueScale(values, [bottom, y], fromZero);
  const ticks = ticksOf(scale);
  const left = 10 + Math.max(...ticks.map(({ label }) => widthOf(label)));
  const right = width - 8;
  for (const { at, label } of ticks) {
    drawing.text(label, left - 4, scale(at) + 4, 'end');
    drawing.line(left, scale(at), right, scale(at), 0.2);
  }
  const foot = fromZero ? scale(0) : bottom;
  drawing.line(left, foot, right, foot);
  return { plot: { x: left, y: top, width: right - left, height: bottom - top }, scale };
}

function drawPeriods(
  drawing: Drawing,
  periods: readonly { readonly label: string; readonly x: number }[],
  { x, width, y, height }: Box,
): void {
  let free = x + width + 8;
  // From the last, which is always shown; those that would run into their neighbour are left out.
  for (let index = periods.length - 1; index >= 0; index--) {
    const period = periods[index];
    const label = fitting(period.label, width);
    const half = widthOf(label) / 2;
    const middle = Math.min(Math.max(period.x, x + half - 8), x + width + 8 - half);
    if (middle + half > free) continue;
    drawing.text(label, middle, y + height + lineHeight - 2, 'middle');
    free = middle - half - 4;
  }
}

// ---------------------------------------------------------------- over time

function trend(
  chart: Chart,
  { ink = 'currentColor', width = 480, height = 240 }: ChartStyle,
): string {
  const { series } = chart;
  const bars = series.reduce((count, { points }) => count + points.length, 0);
  const asBars = bars <= mostBars && periodsOf(series).length <= mostBarPeriods;
  const drawing = new Drawing(ink);
  const top = drawLegend(drawing, asBars ? barKeys(chart) : lineKeys(chart), width);
  const frame = drawFrame(drawing, valuesOf(series), { width, height, top }, asBars);
  if (asBars) drawBars(drawing, series, frame);
  else drawLines(drawing, series, frame);
  return drawing.svg(chart, width, height);
}

/** One series is told by its name; several get a key each. The unit stands behind the last. */
function seriesKeys({ series, unit }: Chart, sign: (place: number) => Key['draw']): Key[] {
  return series.map(({ name }, place) => {
    const label = place === series.length - 1 ? withUnit(name, unit) : name;
    const draw = series.length > 1 ? sign(place) : undefined;
    return draw ? { label, draw } : { label };
  });
}

/** Of one series the texture tells what a bar is; of several it tells whose, and a hatch tells the target. */
function barTexture(stance: PointStance, place: number, count: number): Texture {
  return count === 1 ? textureOfStance[stance] : seriesTextures[place % seriesTextures.length];
}

const seriesTextures: readonly Texture[] = ['dark', 'light', 'middle', 'empty'];

function barKeys(chart: Chart): Key[] {
  const { series, words } = chart;
  const keys = seriesKeys(
    chart,
    (place) => textureKey('', seriesTextures[place % seriesTextures.length]).draw,
  );
  const stances = stancesIn(chart);
  if (stances.length < 2 && stances[0] !== 'target') return keys;
  const told = series.length > 1 ? stances.filter((stance) => isOpen(stance)) : stances;
  return [
    ...keys,
    ...told.map((stance) =>
      textureKey(words[stance], textureOfStance[stance], stance === 'forecast'),
    ),
  ];
}

/** Not reached yet. */
const isOpen = (stance: PointStance): boolean => stance === 'target' || stance === 'forecast';

function drawBars(drawing: Drawing, series: readonly ChartSeries[], { plot, scale }: Frame): void {
  const periods = periodsOf(series);
  const slots = slotsIn(plot, periods.length, 0.2);
  const groups = periods.map(({ at }) =>
    series.flatMap(({ points }, place) =>
      points.filter((point) => point.at === at).map((point) => ({ point, place })),
    ),
  );
  const most = Math.max(...groups.map((group) => group.length));
  const wide = Math.min(widestBar, slots.room / most);
  const labels = new Labels(drawing, { ...plot, height: Number.POSITIVE_INFINITY });
  groups.forEach((group, index) => {
    const middle = slots.middle(index);
    group.forEach(({ point, place }, number) => {
      const x = middle + (number - group.length / 2) * wide;
      const y = Math.min(scale(point.value), scale(0));
      const box = {
        x: x + 1,
        y,
        width: Math.max(1, wide - 3),
        height: Math.abs(scale(point.value) - scale(0)),
      };
      const dashed = point.stance === 'forecast';
      drawing.bar(box, barTexture(point.stance, place, series.length), dashed);
      if (series.length > 1 && isOpen(point.stance)) {
        drawing.bar(box, textureOfStance[point.stance], dashed);
      }
      labels.place(point.printed, x + wide / 2, y - 4);
    });
  });
  drawPeriods(
    drawing,
    periods.map(({ label }, index) => ({ label, x: slots.middle(index) })),
    plot,
  );
}

const symbols: readonly SymbolType[] = [
  symbolCircle,
  symbolSquare,
  symbolTriangle,
  symbolDiamond,
  symbolTriangle2,
  symbolWye,
];

function drawSymbol(drawing: Drawing, place: number, hollow: boolean, x: number, y: number): void {
  const data = symbol(symbols[place % symbols.length], 36).digits(2)() ?? '';
  drawing.path(data, { filled: hollow ? '#fff' : 'ink', x, y });
}

function lineKeys(chart: Chart): Key[] {
  const { words } = chart;
  const keys = seriesKeys(
    chart,
    (place) => (drawing, x, y) => drawSymbol(drawing, place, false, x + 6, y - 4),
  );
  const stances = stancesIn(chart);
  const open = stances.filter(isOpen);
  if (open.length === 0) return keys;
  const reached = stances.find((stance) => !isOpen(stance));
  const stanceKey = (stance: PointStance): Key => ({
    label: words[stance],
    draw: (drawing, x, y) => {
      drawing.path(`M${x},${y - 4}H${x + 13}`, { dashed: isOpen(stance) });
      drawSymbol(drawing, 0, isOpen(stance), x + 6, y - 4);
    },
  });
  return [...keys, ...(reached ? [stanceKey('actual')] : []), ...open.map(stanceKey)];
}

/** What was reached is one line; what is aimed at goes on from it, dashed and hollow. */
function drawLines(drawing: Drawing, series: readonly ChartSeries[], { plot, scale }: Frame): void {
  const periods = periodsOf(series);
  const [first, last] = [periods[0].at, periods[periods.length - 1].at];
  const [low, high] = first === last ? [first - 1, last + 1] : [first, last];
  const x = scaleBetween(low, high, plot.x + 20, plot.x + plot.width - 20);
  const path = line<ChartPoint>(
    ({ at }) => x(at),
    ({ value }) => scale(value),
  ).digits(1);
  const labels = new Labels(drawing, { ...plot, height: Number.POSITIVE_INFINITY });
  series.forEach(({ points }) => {
    const reached = points.filter(({ stance }) => stance !== 'target');
    const aimed = points.filter(({ stance }) => stance === 'target');
    const before = reached.findLast(({ at }) => aimed.length > 0 && at < aimed[0].at);
    drawing.path(path(reached) ?? '');
    const dashed = path(before ? [before, ...aimed] : aimed);
    if (dashed && aimed.length > 0) drawing.path(dashed, { dashed: true });
  });
  series.forEach(({ points }, place) => {
    // The ends first: where there is no room for all figures, these stay.
    const inOrder = [...points.slice(-1), ...points.slice(0, -1)];
    for (const { at, value, stance } of inOrder) {
      drawSymbol(drawing, place, isOpen(stance), x(at), scale(value));
    }
    for (const { at, value, printed } of inOrder) {
      labels.place(printed, x(at), scale(value) - 8);
    }
  });
  drawPeriods(
    drawing,
    periods.map(({ at, label }) => ({ label, x: x(at) })),
    plot,
  );
}

// ---------------------------------------------------------------- target against result

function comparison(chart: Chart, { ink = 'currentColor', width = 480 }: ChartStyle): string {
  const { series, words, unit } = chart;
  const drawing = new Drawing(ink);
  const keys = stancesIn(chart).map((stance) =>
    textureKey(words[stance], textureOfStance[stance], stance === 'forecast'),
  );
  const period = series[0].points[0].label;
  const top = drawLegend(drawing, [{ label: withUnit(period, unit) }, ...keys], width);
  const names = series.map(({ name }) => fitting(name, width * 0.38));
  const left = 12 + Math.max(...names.map(widthOf));
  const figures = series.flatMap(({ points }) => points.map(({ printed }) => widthOf(printed)));
  const right = width - 12 - Math.min(Math.max(...figures), width * 0.25);
  const scale = valueScale(valuesOf(series), [left, Math.max(left + 20, right)], true);
  let y = top + 4;
  series.forEach(({ points }, place) => {
    const height = points.length * barHeight;
    drawing.text(names[place], left - 6, y + height / 2 + 4, 'end');
    for (const { value, printed, stance } of points) {
      const [from, to] = [scale(0), scale(value)].sort((a, b) => a - b);
      const box = { x: from, y, width: to - from, height: barHeight - 2 };
      drawing.bar(box, textureOfStance[stance], stance === 'forecast');
      drawing.text(fitting(printed, width - to - 8), to + 5, y + fontSize - 1, 'start');
      y += barHeight;
    }
    y += 9;
  });
  drawing.line(scale(0), top, scale(0), y - 4);
  return drawing.svg(chart, width, y + 4);
}

// ---------------------------------------------------------------- parts of a whole

function composition(
  chart: Chart,
  { ink = 'currentColor', width = 480, height = 260 }: ChartStyle,
): string {
  const { series, unit, whole, words } = chart;
  const drawing = new Drawing(ink);
  const textureAt = (place: number): Texture =>
    series[place].rest ? 'empty' : textures[place % textures.length];
  const keys = series.map(({ name }, place) => textureKey(name, textureAt(place)));
  const title = { label: withUnit(whole?.name ?? chart.title, unit) };
  const top = drawLegend(drawing, [title, ...keys], width);
  // A column for each period and stance; of one period what was reached stands first.
  const columns = columnsOf(series);
  const layers = stack<readonly ChartPoint[], number>()
    .keys(series.keys())
    .value((column, place) => {
      return column.find((point) => series[place].points.includes(point))?.value ?? 0;
    })(columns);
  const frame = drawFrame(drawing, layers.flat(2), { width, height, top }, true);
  const { plot, scale } = frame;
  const slots = slotsIn(plot, columns.length, 0.3);
  const wide = Math.min(slots.room, 2.2 * widestBar);
  const xOf = (column: number): number => slots.middle(column) - wide / 2;
  const labels = new Labels(drawing, { ...plot, height: Number.POSITIVE_INFINITY });
  layers.forEach((layer, place) => {
    layer.forEach(([from, to], column) => {
      if (from === to) return;
      const [y, foot] = [scale(to), scale(from)].sort((a, b) => a - b);
      drawing.bar({ x: xOf(column), y, width: wide, height: foot - y }, textureAt(place));
      const point = columns[column].find((one) => series[place].points.includes(one));
      const room = slots.step - wide - 8;
      if (point?.printed && foot - y >= fontSize - 2) {
        const x = xOf(column) + wide + 4;
        drawing.text(fitting(point.printed, room), x, (y + foot) / 2 + 4, 'start');
      }
    });
  });
  const mixed = new Set(columns.map(([{ stance }]) => isOpen(stance))).size > 1;
  columns.forEach(([first], column) => {
    const total = whole?.points.find((one) => samePlace(one, first));
    const highest = Math.max(...layers.map((layer) => layer[column][1]));
    if (total) labels.place(total.printed, xOf(column) + wide / 2, scale(highest) - 4);
  });
  drawPeriods(
    drawing,
    columns.map(([{ label, stance }], column) => ({
      label: mixed && isOpen(stance) ? `${label} ${words[stance]}` : label,
      x: xOf(column) + wide / 2,
    })),
    plot,
  );
  return drawing.svg(chart, width, height);
}

const samePlace = (a: ChartPoint, b: ChartPoint): boolean =>
  a.at === b.at && isOpen(a.stance) === isOpen(b.stance);

function columnsOf(series: readonly ChartSeries[]): ChartPoint[][] {
  const columns: ChartPoint[][] = [];
  for (const point of series.flatMap(({ points }) => points)) {
    const column = columns.find(([first]) => samePlace(first, point));
    if (column) column.push(point);
    else columns.push([point]);
  }
  return columns.sort(
    ([a], [b]) => a.at - b.at || Number(isOpen(a.stance)) - Number(isOpen(b.stance)),
  );
}
