/**
 * A chart as an Enhanced Metafile, MS-EMF. Word shows the SVG from 2016 on; older ones, WPS and LibreOffice show the
 * picture beside it, and this is the one that needs no typeface to be made, prints sharp, and all of them know.
 *
 * It draws what charts are made of: `text`, `line`, `rect` and `path`, in one ink on white.
 */
import svgPath from 'svgpath';
import { isFullWidth } from '../display-width.ts';

/** Metafiles count in whole units, so there are this many to a pixel. */
const unitsPerPixel = 20;

/** The numbers of the records (MS-EMF 2.1.1). */
const record = {
  header: 1,
  polyBezierTo: 5,
  setWindowExtent: 9,
  setWindowOrigin: 10,
  setViewportExtent: 11,
  setViewportOrigin: 12,
  end: 14,
  setMapMode: 17,
  setBackgroundMode: 18,
  setTextAlign: 22,
  setTextColour: 24,
  moveTo: 27,
  selectObject: 37,
  createBrush: 39,
  deleteObject: 40,
  rectangle: 43,
  lineTo: 54,
  beginPath: 59,
  endPath: 60,
  closeFigure: 61,
  strokeAndFillPath: 63,
  strokePath: 64,
  createFont: 82,
  text: 84,
  createPen: 95,
} as const;

const emptyBrush = 0x80000005;
const alignments: Readonly<Record<string, number>> = { start: 0, end: 2, middle: 6 };
const baseline = 24;

/** @param typeface for the texts in it */
export function metafileOf(svg: string, typeface: string): Uint8Array {
  const [root] = elementsOf(svg);
  const [width, height] = [Number(root.width), Number(root.height)];
  const writer = new MetafileWriter(typeface, Number(root['font-size']));
  writer.begin(width, height);
  for (const element of elementsOf(svg).slice(1)) writer.draw(element);
  return writer.finish(width, height);
}

type Element = Readonly<Record<string, string>>;

/** The elements with their attributes; `name` is the tag and `content` the text in it. */
function elementsOf(svg: string): Element[] {
  return [...svg.matchAll(/<([a-z]+)((?: [a-zA-Z0-9:-]+="[^"]*")*)\/?>([^<]*)/g)].map(
    ([, name, attributes, content]) => ({
      ...Object.fromEntries(
        [...attributes.matchAll(/([a-zA-Z0-9:-]+)="([^"]*)"/g)].map(([, key, value]) => [
          key,
          value,
        ]),
      ),
      name,
      content: unescaped(content),
    }),
  );
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};

function unescaped(text: string): string {
  return text.replace(/&([a-z]+|#39);/g, (whole, name) => entities[name] ?? whole);
}

class MetafileWriter {
  private readonly records: Uint8Array[] = [];
  private readonly typeface: string;
  private readonly fontSize: number;

  constructor(typeface: string, fontSize: number) {
    this.typeface = typeface;
    this.fontSize = fontSize * unitsPerPixel;
  }

  begin(width: number, height: number): void {
    const anisotropic = 8;
    this.add(record.setMapMode, [anisotropic]);
    this.add(record.setWindowOrigin, [0, 0]);
    this.add(record.setWindowExtent, [units(width), units(height)]);
    this.add(record.setViewportOrigin, [0, 0]);
    this.add(record.setViewportExtent, [Math.round(width), Math.round(height)]);
    const transparent = 1;
    this.add(record.setBackgroundMode, [transparent]);
    this.add(record.setTextColour, [0]);
    this.createFont();
    this.add(record.selectObject, [handle.font]);
  }

  draw(element: Element): void {
    switch (element.name) {
      case 'text':
        this.text(element);
        break;
      case 'line':
        this.withPen(element, () => {
          this.add(record.moveTo, [units(element.x1), units(element.y1)]);
          this.add(record.lineTo, [units(element.x2), units(element.y2)]);
        });
        break;
      case 'rect':
        this.withPen(element, () =>
          this.withBrush(Number(element['fill-opacity'] ?? 1), () => {
            const [left, top] = [units(element.x), units(element.y)];
            const [wide, tall] = [units(element.width), units(element.height)];
            this.add(record.rectangle, [left, top, left + wide, top + tall]);
          }),
        );
        break;
      case 'path':
        this.withPen(element, () => this.path(element));
        break;
      default:
        // Titles and descriptions are not drawn.
        break;
    }
  }

  finish(width: number, height: number): Uint8Array {
    this.add(record.end, [0, 16, 20]);
    const header = this.header(width, height);
    const bytes = new Uint8Array(header.length + lengthOf(this.records));
    let at = 0;
    for (const part of [header, ...this.records]) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }

  // ---------------------------------------------------------- what is drawn

  private path({ d, fill, transform = '' }: Element): void {
    const path = svgPath(d).abs().unshort().unarc().transform(transform);
    const isFilled = fill !== undefined && fill !== 'none';
    const opacity = fill === 'white' || fill === '#fff' || fill === '#ffffff' ? 0 : 1;
    const draw = () => {
      this.add(record.beginPath, []);
      path.iterate((segment, _, x, y) => {
        switch (segment[0]) {
          case 'M':
            this.add(record.moveTo, [units(segment[1]), units(segment[2])]);
            break;
          case 'L':
            this.add(record.lineTo, [units(segment[1]), units(segment[2])]);
            break;
          case 'H':
            this.add(record.lineTo, [units(segment[1]), units(y)]);
            break;
          case 'V':
            this.add(record.lineTo, [units(x), units(segment[1])]);
            break;
          case 'C':
            this.curve(segment.slice(1) as number[]);
            break;
          case 'Q': {
            // The same curve with two points of control.
            const [, cx, cy, toX, toY] = segment;
            const towards = (from: number, control: number) => from + (2 * (control - from)) / 3;
            this.curve([
              ...[towards(x, cx), towards(y, cy)],
              ...[towards(toX, cx), towards(toY, cy)],
              ...[toX, toY],
            ]);
            break;
          }
          default:
            this.add(record.closeFigure, []);
            break;
        }
      });
      this.add(record.endPath, []);
      const everything = [0, 0, -1, -1];
      this.add(isFilled ? record.strokeAndFillPath : record.strokePath, everything);
    };
    if (isFilled) this.withBrush(opacity, draw);
    else draw();
  }

  private curve(points: readonly number[]): void {
    const everything = [0, 0, -1, -1];
    this.add(record.polyBezierTo, [...everything, points.length / 2, ...points.map(units)]);
  }

  private text({ content, x, y, 'text-anchor': anchor = 'start' }: Element): void {
    this.add(record.setTextAlign, [baseline | (alignments[anchor] ?? 0)]);
    const fixed = 76;
    const padded = Math.ceil((content.length * 2) / 4) * 4;
    const bytes = new DataView(new ArrayBuffer(fixed + padded + content.length * 4));
    const compatible = 1;
    const numbers = [record.text, bytes.byteLength, 0, 0, -1, -1, compatible];
    numbers.forEach((number, index) => {
      bytes.setInt32(index * 4, number, true);
    });
    bytes.setFloat32(28, 1, true);
    bytes.setFloat32(32, 1, true);
    const rest = [units(x), units(y), content.length, fixed, 0, 0, 0, -1, -1, fixed + padded];
    rest.forEach((number, index) => {
      bytes.setInt32(36 + index * 4, number, true);
    });
    for (let index = 0; index < content.length; index++) {
      bytes.setUint16(fixed + index * 2, content.charCodeAt(index), true);
      const advance = isFullWidth(content[index]) ? this.fontSize : this.fontSize * 0.55;
      bytes.setInt32(fixed + padded + index * 4, Math.round(advance), true);
    }
    this.records.push(new Uint8Array(bytes.buffer));
  }

  // ---------------------------------------------------------- tools

  private withPen(element: Element, draw: () => void): void {
    const { stroke, 'stroke-opacity': opacity = '1' } = element;
    if (stroke === undefined || stroke === 'none') return;
    const dashed = element['stroke-dasharray'] === undefined ? 0 : 1;
    const geometric = 0x00010000;
    const width = units(element['stroke-width'] ?? 1);
    const colour = grey(Number(opacity));
    this.add(record.createPen, [
      handle.pen,
      ...[0, 0, 0, 0],
      ...[geometric | dashed, width, 0, colour, 0, 0],
    ]);
    this.add(record.selectObject, [handle.pen]);
    this.add(record.selectObject, [emptyBrush]);
    draw();
    this.add(record.deleteObject, [handle.pen]);
  }

  /** There is no transparency: on white paper, ink of which less is put on is grey. */
  private withBrush(opacity: number, draw: () => void): void {
    this.add(record.createBrush, [handle.brush, 0, grey(opacity), 0]);
    this.add(record.selectObject, [handle.brush]);
    draw();
    this.add(record.selectObject, [emptyBrush]);
    this.add(record.deleteObject, [handle.brush]);
  }

  private createFont(): void {
    const size = 332;
    const bytes = new DataView(new ArrayBuffer(size));
    bytes.setInt32(0, record.createFont, true);
    bytes.setInt32(4, size, true);
    bytes.setInt32(8, handle.font, true);
    // Negative: the size of the letters, and not of the line with its leading.
    bytes.setInt32(12, -this.fontSize, true);
    const normal = 400;
    bytes.setInt32(28, normal, true);
    const anyCharacters = 1;
    bytes.setUint8(35, anyCharacters);
    const longest = 31;
    for (let index = 0; index < Math.min(this.typeface.length, longest); index++) {
      bytes.setUint16(40 + index * 2, this.typeface.charCodeAt(index), true);
    }
    this.records.push(new Uint8Array(bytes.buffer));
  }

  private header(width: number, height: number): Uint8Array {
    const size = 88;
    const bytes = new DataView(new ArrayBuffer(size));
    const [right, bottom] = [Math.round(width), Math.round(height)];
    /** Hundredths of a millimetre, at 96 pixels to the inch. */
    const hundredths = (pixels: number) => Math.round((pixels / 96) * 2540);
    const signature = 0x464d4520;
    const version = 0x10000;
    const numbers = [
      ...[record.header, size],
      ...[0, 0, right, bottom],
      ...[0, 0, hundredths(width), hundredths(height)],
      ...[signature, version],
      ...[size + lengthOf(this.records), this.records.length + 1],
    ];
    numbers.forEach((number, index) => {
      bytes.setInt32(index * 4, number, true);
    });
    bytes.setUint16(56, Object.keys(handle).length + 1, true);
    // A screen of 1920 × 1080 pixels, 508 × 286 mm.
    [1920, 1080, 508, 286].forEach((number, index) => {
      bytes.setInt32(72 + index * 4, number, true);
    });
    return new Uint8Array(bytes.buffer);
  }

  private add(kind: number, numbers: readonly number[]): void {
    const bytes = new DataView(new ArrayBuffer(8 + numbers.length * 4));
    [kind, bytes.byteLength, ...numbers].forEach((number, index) => {
      bytes.setInt32(index * 4, number, true);
    });
    this.records.push(new Uint8Array(bytes.buffer));
  }
}

/** The places of the tools in the table of objects. */
const handle = { font: 1, pen: 2, brush: 3 } as const;

function units(pixels: number | string): number {
  return Math.round(Number(pixels) * unitsPerPixel);
}

function grey(opacity: number): number {
  const level = Math.round(255 * (1 - opacity));
  return level * 0x010101;
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}
