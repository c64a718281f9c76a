/**
 * What all pictures are made of: texts, bars, textures and keys, as SVG without style sheet, script
 * and references, so that they stand in a page, in a hover, in a Word file and in a picture file
 * alike. One ink: what differs, differs by texture and shape, and survives a black printer.
 */
import { escapeMarkup } from './text.ts';
import type { Chart, PointStance } from './tree.ts';

export interface ChartStyle {
  /** Any SVG colour. In a page the text's own is best; a picture file has no text around it. */
  readonly ink?: string;
  /** In user units, which are pixels at 100 %. A comparison is as high as it has rows. */
  readonly width?: number;
  readonly height?: number;
}

export const fontSize = 12;
export const lineHeight = 18;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How an area is filled: all of these can be told apart in grey and in a bad copy. */
export type Texture = 'dark' | 'light' | 'rising' | 'middle' | 'level' | 'falling' | 'empty';

/** For what stands beside each other without an order of its own. */
export const textures: readonly Texture[] = [
  'dark',
  'light',
  'rising',
  'middle',
  'level',
  'falling',
];

/** What was reached is solid, what is only aimed at is hatched. */
export const textureOfStance: Readonly<Record<PointStance, Texture>> = {
  base: 'light',
  actual: 'dark',
  forecast: 'level',
  target: 'rising',
};

const opacities: Readonly<Record<Texture, number>> = {
  dark: 0.5,
  light: 0.12,
  middle: 0.28,
  rising: 0,
  falling: 0,
  level: 0,
  empty: 0,
};

/** Between two lines of a hatch. */
const spacing = 5;

/** Tenths of a pixel are enough, and the same on every machine. */
export function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

export class Drawing {
  private readonly parts: string[] = [];
  private readonly ink: string;

  constructor(ink: string) {
    this.ink = escapeMarkup(ink);
  }

  text(content: string, x: number, y: number, anchor: 'start' | 'middle' | 'end'): void {
    this.parts.push(
      `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escapeMarkup(content)}</text>`,
    );
  }

  line(x1: number, y1: number, x2: number, y2: number, opacity = 1): void {
    const faint = opacity === 1 ? '' : ` stroke-opacity="${opacity}"`;
    this.parts.push(
      `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${this.ink}"${faint}/>`,
    );
  }

  /** A curve or a sign, as d3 makes its path. */
  path(data: string, { dashed = false, filled = 'none', x = 0, y = 0 } = {}): void {
    const place = x === 0 && y === 0 ? '' : ` transform="translate(${round(x)},${round(y)})"`;
    const dash = dashed ? ' stroke-dasharray="5 4"' : '';
    this.parts.push(
      `<path d="${data}" fill="${filled === 'ink' ? this.ink : filled}" stroke="${this.ink}" stroke-width="1.5"${dash}${place}/>`,
    );
  }

  bar({ x, y, width, height }: Box, texture: Texture, dashed = false): void {
    const dash = dashed ? ' stroke-dasharray="3 2"' : '';
    this.parts.push(
      `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill-opacity="${opacities[texture]}" stroke="${this.ink}"${dash}/>`,
    );
    const data = hatch({ x, y, width, height }, texture);
    if (data)
      this.parts.push(`<path d="${data}" fill="none" stroke="${this.ink}" stroke-width="0.8"/>`);
  }

  svg({ title, unit, description }: Chart, width: number, height: number): string {
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}" font-family="sans-serif" font-size="${fontSize}" fill="${this.ink}">`,
      `<title>${escapeMarkup(withUnit(title, unit))}</title>`,
      `<desc>${escapeMarkup(description)}</desc>`,
      ...this.parts,
      '</svg>',
    ].join('');
  }
}

/** The lines of a hatch, cut at the edges by hand: patterns and clips do not survive every program. */
function hatch({ x, y, width, height }: Box, texture: Texture): string {
  const [right, bottom] = [x + width, y + height];
  const lines: string[] = [];
  if (texture === 'level') {
    for (let at = y + spacing; at < bottom; at += spacing) {
      lines.push(`M${round(x)} ${round(at)}H${round(right)}`);
    }
  }
  if (texture === 'rising') {
    for (let sum = x + y + spacing; sum < right + bottom; sum += spacing) {
      const [from, to] = [Math.max(x, sum - bottom), Math.min(right, sum - y)];
      lines.push(`M${round(from)} ${round(sum - from)}L${round(to)} ${round(sum - to)}`);
    }
  }
  if (texture === 'falling') {
    for (let difference = x - bottom + spacing; difference < right - y; difference += spacing) {
      const [from, to] = [Math.max(x, y + difference), Math.min(right, bottom + difference)];
      lines.push(
        `M${round(from)} ${round(from - difference)}L${round(to)} ${round(to - difference)}`,
      );
    }
  }
  return lines.join('');
}

/** About how wide a text is: a Han character is as wide as the font is high, a Latin one about half. */
export function widthOf(content: string): number {
  let width = 0;
  for (const character of content) width += widthOfCharacter(character);
  return width;
}

const widthOfCharacter = (character: string): number =>
  character > '\u2e7f' ? fontSize : fontSize * 0.58;

/** The text, cut where it would run into its neighbour. */
export function fitting(content: string, room: number): string {
  if (widthOf(content) <= room) return content;
  let cut = '';
  let width = fontSize * 0.58;
  for (const character of content) {
    width += widthOfCharacter(character);
    if (width > room) break;
    cut += character;
  }
  return `${cut}…`;
}

export function withUnit(name: string, unit: string): string {
  if (unit === '') return name;
  return /[\u2e80-\uffff]/.test(name + unit) ? `${name}（${unit}）` : `${name} (${unit})`;
}

// ---------------------------------------------------------------- labels

/** Puts figures where they hide no other: a row higher where the place is taken, or not at all. */
export class Labels {
  private readonly taken: Box[] = [];
  private readonly drawing: Drawing;
  private readonly frame: Box;

  constructor(drawing: Drawing, frame: Box) {
    this.drawing = drawing;
    this.frame = frame;
  }

  place(content: string, x: number, y: number): void {
    if (content === '') return;
    const { frame } = this;
    const width = Math.min(widthOf(content), frame.width);
    const left = Math.max(frame.x, Math.min(x - width / 2, frame.x + frame.width - width));
    for (const rise of [0, fontSize + 2, 2 * (fontSize + 2)]) {
      const box = { x: left - 2, y: y - rise - fontSize, width: width + 4, height: fontSize + 2 };
      if (box.y < frame.y || this.taken.some((other) => overlap(box, other))) continue;
      this.taken.push(box);
      this.drawing.text(fitting(content, frame.width), left + width / 2, y - rise, 'middle');
      return;
    }
  }
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

// ---------------------------------------------------------------- legend

/** What a sign in the picture stands for. */
export interface Key {
  readonly label: string;
  /** Absent for a title, which needs no sign. */
  readonly draw?: (drawing: Drawing, x: number, y: number) => void;
}

const keyWidth = 18;

export function textureKey(label: string, texture: Texture, dashed = false): Key {
  return {
    label,
    draw: (drawing, x, y) => drawing.bar({ x, y: y - 10, width: 13, height: 10 }, texture, dashed),
  };
}

/** Draws the keys in rows from the top; returns the height that they take. */
export function drawLegend(drawing: Drawing, keys: readonly Key[], width: number): number {
  const margin = 8;
  let x = margin;
  let y = lineHeight - 4;
  for (const { label, draw } of keys) {
    const sign = draw ? keyWidth : 0;
    const shown = fitting(label, width - 2 * margin - sign);
    const wide = sign + widthOf(shown);
    if (x > margin && x + wide > width - margin) {
      x = margin;
      y += lineHeight;
    }
    draw?.(drawing, x, y);
    drawing.text(shown, x + sign, y, 'start');
    x += wide + 14;
  }
  return y + 6;
}

/** The stances that occur, in their order; none where there is only one kind to tell. */
export function stancesIn({ series }: Chart): PointStance[] {
  const used = new Set(series.flatMap(({ points }) => points.map(({ stance }) => stance)));
  return (['base', 'actual', 'forecast', 'target'] as const).filter((stance) => used.has(stance));
}
