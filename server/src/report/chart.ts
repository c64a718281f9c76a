/**
 * A small picture of indicators over the years, as SVG. Bars where there are few values, lines where
 * there are many. It has no style sheet and no script, so that it may stand in a page, in a hover
 * and in a picture file alike, and it is drawn in one ink, so that it survives a black printer.
 */
import { escapeMarkup } from './text.ts';
import type { Chart, ChartPoint, ChartSeries } from './tree.ts';

export interface ChartStyle {
  /** Any SVG colour. In a page the text's own is best; a picture file has no text around it. */
  readonly ink?: string;
  /** In user units, which are pixels at 100 %. */
  readonly width?: number;
  readonly height?: number;
}

const fontSize = 12;
const lineHeight = 18;
/** Beyond this, bars get too thin to carry their figures. */
const mostBars = 12;
const mostLabels = 12;
/** How much ink the fills of the first, second … series have. */
const shades = [0.75, 0.3, 0.5, 0.15];
const dashes = ['', '6 3', '2 3', '8 3 2 3'];

/** One picture of a report. */
export function chartSvg({ series }: Chart, style: ChartStyle = {}): string {
  return trendSvg(series, style);
}

/** The picture of series of one unit, or an empty string where there is nothing to draw. */
export function trendSvg(series: readonly ChartSeries[], style: ChartStyle = {}): string {
  const { ink = 'currentColor', width = 480, height = 220 } = style;
  const drawn = series
    .map((one) => ({ ...one, points: one.points.filter(({ value }) => Number.isFinite(value)) }))
    .filter(({ points }) => points.length > 0);
  if (drawn.length === 0) return '';
  const unit = drawn[0].unit;
  const legend = legendOf(drawn, unit, width);
  const plot: Plot = {
    left: 8,
    right: width - 8,
    // Above the highest value its figure has to stand, below the axis the periods.
    top: legend.height + lineHeight,
    bottom: height - lineHeight - 4,
    periods: periodsOf(drawn),
  };
  const bars = plot.periods.length * drawn.length <= mostBars && plot.periods.length <= 6;
  const title = withUnit(drawn.map(({ name }) => name).join('、'), unit);
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="${fontSize}" fill="${escapeMarkup(ink)}">`,
    `<title>${escapeMarkup(title)}</title>`,
    ...legend.parts,
    ...(bars ? barsOf(drawn, plot, ink) : linesOf(drawn, plot, ink)),
    ...periodLabels(plot),
    '</svg>',
  ];
  return parts.join('');
}

interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly periods: readonly { readonly at: number; readonly label: string }[];
}

function periodsOf(series: readonly ChartSeries[]): { at: number; label: string }[] {
  const labels = new Map<number, string>();
  for (const { points } of series) for (const { at, label } of points) labels.set(at, label);
  return [...labels].map(([at, label]) => ({ at, label })).sort((a, b) => a.at - b.at);
}

/** The middle of a period's share of the axis. */
function centre({ left, right, periods }: Plot, index: number): number {
  return left + ((right - left) * (index + 0.5)) / periods.length;
}

function scaleOf(
  series: readonly ChartSeries[],
  { top, bottom }: Plot,
  fromZero: boolean,
): (value: number) => number {
  const values = series.flatMap(({ points }) => points.map(({ value }) => value));
  let low = fromZero ? Math.min(0, ...values) : Math.min(...values);
  let high = fromZero ? Math.max(0, ...values) : Math.max(...values);
  if (!fromZero) {
    const room = (high - low || Math.abs(high) || 1) * 0.15;
    low -= room;
    high += room;
  }
  const span = high - low || 1;
  return (value) => bottom - ((value - low) / span) * (bottom - top);
}

function barsOf(series: readonly ChartSeries[], plot: Plot, ink: string): string[] {
  const y = scaleOf(series, plot, true);
  const share = (plot.right - plot.left) / plot.periods.length;
  const barWidth = Math.min(48, (share * 0.8) / series.length);
  const parts: string[] = [];
  series.forEach(({ points }, place) => {
    const shade = shades[place % shades.length];
    for (const point of points) {
      const index = plot.periods.findIndex(({ at }) => at === point.at);
      const left = centre(plot, index) + (place - series.length / 2) * barWidth;
      const top = Math.min(y(point.value), y(0));
      const tall = Math.abs(y(point.value) - y(0));
      parts.push(
        `<rect x="${round(left)}" y="${round(top)}" width="${round(barWidth - 2)}" height="${round(tall)}" fill-opacity="${shade}" stroke="${escapeMarkup(ink)}"/>`,
        figure(point, left + barWidth / 2 - 1, top - 5, share / series.length),
      );
    }
  });
  parts.push(axis(plot, y(0), ink));
  return parts;
}

function linesOf(series: readonly ChartSeries[], plot: Plot, ink: string): string[] {
  const y = scaleOf(series, plot, false);
  const share = (plot.right - plot.left) / plot.periods.length;
  const parts: string[] = [];
  series.forEach(({ points }, place) => {
    const places = points.map((point) => ({
      point,
      x: centre(
        plot,
        plot.periods.findIndex(({ at }) => at === point.at),
      ),
      y: y(point.value),
    }));
    const dash = dashes[place % dashes.length];
    parts.push(
      `<polyline points="${places.map((at) => `${round(at.x)},${round(at.y)}`).join(' ')}" fill="none" stroke="${escapeMarkup(ink)}" stroke-width="1.5"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`,
    );
    places.forEach((at, index) => {
      parts.push(`<circle cx="${round(at.x)}" cy="${round(at.y)}" r="2.5"/>`);
      const labelled = points.length <= mostLabels || index === 0 || index === points.length - 1;
      if (labelled) parts.push(figure(at.point, at.x, at.y - 7, Math.max(share, 60)));
    });
  });
  parts.push(axis(plot, plot.bottom, ink));
  return parts;
}

function axis({ left, right }: Plot, at: number, ink: string): string {
  return `<line x1="${round(left)}" y1="${round(at)}" x2="${round(right)}" y2="${round(at)}" stroke="${escapeMarkup(ink)}"/>`;
}

function periodLabels(plot: Plot): string[] {
  const room = (plot.right - plot.left) / plot.periods.length;
  const widest = Math.max(...plot.periods.map(({ label }) => widthOf(label)));
  // Where not all fit, every second or third is shown, the last one always.
  const step = Math.max(1, Math.ceil((widest + 4) / room));
  const last = plot.periods.length - 1;
  return plot.periods.flatMap(({ label }, index) =>
    (last - index) % step === 0
      ? [
          text(
            fitting(label, room * step),
            centre(plot, index),
            plot.bottom + lineHeight - 3,
            'middle',
          ),
        ]
      : [],
  );
}

function figure({ printed }: ChartPoint, x: number, y: number, room: number): string {
  return text(fitting(printed, room), x, y, 'middle');
}

interface Legend {
  readonly parts: readonly string[];
  readonly height: number;
}

/** One series is told by its name; several get a key each. The unit stands behind the last. */
function legendOf(series: readonly ChartSeries[], unit: string, width: number): Legend {
  const parts: string[] = [];
  const room = width - 16;
  let x = 8;
  let y = lineHeight - 4;
  series.forEach(({ name }, place) => {
    const key = series.length > 1 ? 16 : 0;
    const isLast = place === series.length - 1;
    const label = fitting(isLast ? withUnit(name, unit) : name, room - key);
    const wide = key + widthOf(label);
    if (x > 8 && x + wide > width - 8) {
      x = 8;
      y += lineHeight;
    }
    if (key > 0) {
      parts.push(
        `<rect x="${round(x)}" y="${round(y - 9)}" width="10" height="10" fill-opacity="${shades[place % shades.length]}" stroke="currentColor"/>`,
      );
    }
    parts.push(text(label, x + key, y, 'start'));
    x += wide + 12;
  });
  return { parts, height: y + 4 };
}

function withUnit(name: string, unit: string): string {
  if (unit === '') return name;
  return /[\u2e80-\uffff]/.test(name + unit) ? `${name}（${unit}）` : `${name} (${unit})`;
}

function text(content: string, x: number, y: number, anchor: 'start' | 'middle'): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escapeMarkup(content)}</text>`;
}

/** About how wide a text is: a Han character is as wide as the font is high, a Latin one about half. */
function widthOf(content: string): number {
  let width = 0;
  for (const character of content) width += character > '\u2e7f' ? fontSize : fontSize * 0.58;
  return width;
}

/** The text, cut where it would run into its neighbour. */
function fitting(content: string, room: number): string {
  if (widthOf(content) <= room) return content;
  let cut = '';
  let width = fontSize * 0.58;
  for (const character of content) {
    width += character > '\u2e7f' ? fontSize : fontSize * 0.58;
    if (width > room) break;
    cut += character;
  }
  return `${cut}…`;
}

/** Tenths of a pixel are enough, and the same on every machine. */
function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
