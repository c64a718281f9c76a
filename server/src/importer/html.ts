/**
 * HTML → blocks: web pages, what Word puts on the clipboard (`mso-list`, `<o:p>`, conditional comments), what
 * {@link ../importer/word.ts} makes of Word files, and rendered Markdown.
 */
import { type DefaultTreeAdapterTypes, Parser } from 'parse5';
import type { Block, TableBlock } from './blocks.ts';
import { cleanLine, isContentsLine, isContentsTitle, isPageNumber, joined } from './cleaning.ts';
import type { LeftOut, LeftOutKind } from './left-out.ts';
import type { Pause } from './pause.ts';
import { ImportProblem } from './problem.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Longer texts than any plan; reading them would only keep the machine busy. */
const longest = 20_000_000;
/** Elements inside each other; what lies deeper is read as one run of words. */
const deepest = 250;
/** Merged cells of a table; a page may claim millions. */
const widestSpan = 100;
const tallestSpan = 1000;

const outOfSight = new Set(
  'head script style template noscript iframe object embed svg math canvas audio video select button input textarea nav dialog'.split(
    ' ',
  ),
);
const blockNames = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form header html legend main p section summary'.split(
    ' ',
  ),
);
/** Of these, those that a whole page may be in. */
const frameNames = new Set(['html', 'body', 'main', 'article', 'section', 'div']);
const headingName = /^h([1-6])$/;
const noteLink = /^#_?(?:ftn|edn|fn|footnote|endnote)(?!-ref|ref)/i;
const noteBackLink = /^#_?(?:ftnref|ednref|fnref|footnote-ref|endnote-ref)/i;
const bullet = /^\s*[\uf000-\uf0ff·•●■◆▪○▶➢➤►\u2043]\s*/;
/** Letters are signs in the typefaces that Word takes them from. */
const drawnMark = /^\s*(?:[\uf000-\uf0ff·•●■◆▪○▶➢➤※►\u2043§-]|[a-zØü](?=\s{2,}|$))\s*$/i;
const typedNumber =
  /^(?:[一二三四五六七八九十百]{1,4}、|[（(](?:[一二三四五六七八九十百]{1,4}|\d{1,3})[）)]|\d{1,3}(?:、|[.．](?!\d)))/;

/** @throws {ImportProblem} where it is larger than any plan could be */
export async function blocksOfHtml(html: string, leftOut: LeftOut, pause: Pause): Promise<Block[]> {
  if (html.length > longest) {
    throw new ImportProblem({
      zh: '它有两千多万字，太大了，请分成几份再导入。',
      en: 'it holds more than twenty million characters; import it in parts.',
    });
  }
  if (isTooDeep(html)) {
    throw new ImportProblem({
      zh: '这个网页的结构已经损坏（几千层套在一起），请在Word里打开，另存为.docx再导入。',
      en: 'the page is damaged: thousands of its parts are inside each other. Open it in Word, save it as .docx, and import that.',
    });
  }
  const reader = new HtmlReader(leftOut);
  await reader.readDocument(await parsed(html, pause), pause);
  return reader.blocks;
}

/** Characters that are read between two pauses. */
const slice = 100_000;

async function parsed(html: string, pause: Pause): Promise<DefaultTreeAdapterTypes.Document> {
  const parser = new Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>();
  for (let at = 0; at < html.length || at === 0; at += slice) {
    await pause();
    parser.tokenizer.write(html.slice(at, at + slice), at + slice >= html.length);
  }
  await pause();
  return parser.document;
}

/** The parser looks through all open elements for each new one. Only those count here that nobody leaves open. */
function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const { 1: closes } of html.matchAll(
    /<(\/?)(?:div|span|font|b|i|u|em|strong|a|table|ul|ol|section|article|blockquote|center)\b/gi,
  )) {
    depth = closes ? Math.max(0, depth - 1) : depth + 1;
    if (depth > 4000) return true;
  }
  return false;
}

interface Surroundings {
  readonly depth: number;
  readonly centred: boolean;
  readonly bold: boolean;
  readonly preformatted: boolean;
}

const outside: Surroundings = { depth: 0, centred: false, bold: false, preformatted: false };

interface List {
  readonly ordered: boolean;
  next: number;
}

class HtmlReader {
  readonly blocks: Block[] = [];
  private readonly leftOut: LeftOut;
  private readonly lists: List[] = [];
  /** The paragraph that is being read; `\v` stands for a line break that was made on purpose. */
  private words = '';
  private boldWords = 0;
  private allWords = 0;
  private centred = false;
  /** The heading that is being read. */
  private heading: number | 'title' | undefined;
  private marker: string | undefined;
  /** Footnotes by the address that leads to them, and those that the words so far have led to. */
  private readonly notes: Map<string, Element>;
  private readonly wanted: Element[] = [];
  private readonly inCell: boolean;

  constructor(leftOut: LeftOut, notes = new Map<string, Element>(), inCell = false) {
    this.leftOut = leftOut;
    this.notes = notes;
    this.inCell = inCell;
  }

  /** A whole document: first where its footnotes are, then everything else. */
  async readDocument(document: DefaultTreeAdapterTypes.Document, pause: Pause): Promise<void> {
    this.findNotes(document);
    await this.readInParts(document, outside, pause);
    this.flush();
  }

  private findNotes(document: DefaultTreeAdapterTypes.Document): void {
    const waiting: Node[] = [...document.childNodes].reverse();
    const referred = new Set<string>();
    const named = new Map<string, Element>();
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      if (!('tagName' in node)) continue;
      const address = attribute(node, 'href');
      if (noteLink.test(address)) referred.add(address.slice(1));
      for (const name of [attribute(node, 'id'), attribute(node, 'name')]) {
        if (name !== '' && !named.has(name)) named.set(name, node);
      }
      for (let at = node.childNodes.length - 1; at >= 0; at--) waiting.push(node.childNodes[at]);
    }
    for (const name of referred) {
      const found = named.get(name);
      const note = found && noteAround(found);
      if (note) this.notes.set(name, note);
    }
  }

  /** What only holds the parts of a page, with pauses between them. */
  private async readInParts(
    parent: DefaultTreeAdapterTypes.ParentNode,
    around: Surroundings,
    pause: Pause,
  ): Promise<void> {
    for (const node of parent.childNodes) {
      await pause();
      const holdsParts = around.depth < deepest && 'tagName' in node && isFrame(node);
      if (!holdsParts) this.read(node, around);
      else if (!this.isOutOfSight(node)) {
        const inside = surroundingsOf(node, around);
        this.flush();
        this.centred = inside.centred;
        await this.readInParts(node, inside, pause);
        this.flush();
      }
    }
  }

  private read(node: Node, around: Surroundings): void {
    if (node.nodeName === '#text') {
      this.addText((node as DefaultTreeAdapterTypes.TextNode).value, around);
      return;
    }
    if (!('tagName' in node)) return;
    if (around.depth > deepest) {
      this.addText(wordsOf(node), around);
      return;
    }
    if (this.isOutOfSight(node)) return;
    this.readElement(node, surroundingsOf(node, around));
  }

  private isOutOfSight(element: Element): boolean {
    const name = element.tagName;
    if (isNote(element, this.notes)) return true;
    if (name === 'rt' || name === 'rp') {
      if (name === 'rt') this.leftOut.add('reading', wordsOf(element));
      return true;
    }
    if (name === 'img' || name === 'svg' || name === 'canvas') {
      // A point that only counts who looks at it is no picture.
      if (attribute(element, 'width') !== '1') this.leftOut.add('picture', '');
      return true;
    }
    if (name === 'del') {
      this.leaveOut('deleted', element);
      return true;
    }
    const hidden =
      element.attrs.some((one) => one.name === 'hidden') ||
      /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(
        attribute(element, 'style'),
      );
    if (!hidden && !outOfSight.has(name)) return false;
    // Every page has a head and styles, and nobody misses them.
    if (hidden || name === 'nav') {
      this.leaveOut('hidden', element);
    }
    return true;
  }

  private leaveOut(kind: LeftOutKind, element: Element): void {
    const words = wordsOf(element).trim();
    if (words !== '') this.leftOut.add(kind, words);
  }

  private readElement(element: Element, around: Surroundings): void {
    const name = element.tagName;
    const level = headingName.exec(name)?.[1];
    if (level !== undefined) this.readHeading(element, Number(level), around);
    else if (attribute(element, 'class') === 'run-in') this.readRunIn(element, around);
    else if (name === 'br') this.words += '\v';
    else if (name === 'hr') this.flush();
    else if (name === 'table') this.readTable(element, around);
    else if (name === 'ul' || name === 'ol') this.readList(element, around);
    else if (name === 'li') this.readItem(element, around);
    else if (name === 'a' && this.readNoteLink(element)) return;
    else if (name === 'pre') this.readBlock(element, { ...around, preformatted: true });
    else if (name === 'p' && this.readOfficeParagraph(element, around)) return;
    else if (blockNames.has(name)) this.readBlock(element, around);
    else if (isListMark(element)) this.marker = wordsOf(element);
    else this.readChildren(element, around);
  }

  private readChildren(element: Element, around: Surroundings): void {
    for (const child of element.childNodes) this.read(child, around);
  }

  private readBlock(element: Element, around: Surroundings): void {
    this.flush();
    this.centred = around.centred;
    this.readChildren(element, around);
    this.flush();
  }

  private readHeading(element: Element, level: number | 'title', around: Surroundings): void {
    this.flush();
    this.heading = level;
    this.readChildren(element, around);
    this.flush();
    this.heading = undefined;
  }

  /** A heading whose text goes on in its line, as we render it. */
  private readRunIn(element: Element, around: Surroundings): void {
    this.flush();
    for (const part of element.childNodes) {
      if ('tagName' in part) this.readChildren(part, around);
    }
    this.flush();
  }

  /** Word's own titles and headings, where they are paragraphs with a class. */
  private readOfficeParagraph(element: Element, around: Surroundings): boolean {
    const style = attribute(element, 'class');
    if (/^MsoToc/i.test(style)) {
      this.leaveOut('contents', element);
      return true;
    }
    if (/^(?:MsoTitle|title)$/i.test(style)) {
      this.readHeading(element, 'title', around);
      return true;
    }
    const outline = /mso-outline-level\s*:\s*([1-6])/i.exec(attribute(element, 'style'));
    if (outline) {
      this.readHeading(element, Number(outline[1]), around);
      return true;
    }
    if (/^(?:MsoListBullet|bullet$)/i.test(style)) {
      this.flush();
      this.marker = '- ';
      this.readChildren(element, around);
      this.flush();
      return true;
    }
    return false;
  }

  private readList(element: Element, around: Surroundings): void {
    this.flush();
    const start = Number(attribute(element, 'start'));
    const ordered = element.tagName === 'ol' && !/^[ai]$/i.test(attribute(element, 'type'));
    this.lists.push({ ordered, next: Number.isInteger(start) && start > 0 ? start : 1 });
    this.readChildren(element, around);
    this.flush();
    this.lists.pop();
  }

  private readItem(element: Element, around: Surroundings): void {
    this.flush();
    const list = this.lists.at(-1);
    if (!list?.ordered) this.marker = '- ';
    else {
      const value = Number(attribute(element, 'value'));
      if (Number.isInteger(value) && value > 0) list.next = value;
      const deep = this.lists.filter(({ ordered }) => ordered).length > 1;
      this.marker = deep ? `（${list.next}）` : `${list.next}.`;
      list.next += 1;
    }
    const { length } = this.blocks;
    for (const child of element.childNodes) {
      this.read(child, around);
    }
    this.flush();
    // An item without words would give its marker to whatever comes next.
    if (this.blocks.length === length) this.marker = undefined;
  }

  /** True where the link leads to a footnote or back from one: its words are only the mark. */
  private readNoteLink(element: Element): boolean {
    const address = attribute(element, 'href');
    if (noteBackLink.test(address)) return true;
    const note = this.notes.get(address.slice(1));
    if (!note || !address.startsWith('#')) return false;
    if (!this.wanted.includes(note)) this.wanted.push(note);
    return true;
  }

  private addText(text: string, { bold, preformatted }: Surroundings): void {
    const words = text.replace(/\v/g, ' ');
    this.words += preformatted ? words.replace(/\r\n?|\n/g, '\v') : words;
    const count = words.replace(/\s+/g, '').length;
    this.allWords += count;
    if (bold) this.boldWords += count;
  }

  /** Ends the paragraph that is being read. */
  private flush(): void {
    const { words, marker, heading, centred } = this;
    const bold = this.allWords > 0 && this.boldWords === this.allWords;
    this.words = '';
    this.boldWords = 0;
    this.allWords = 0;
    this.centred = false;
    const lines = words.split('\v').filter((line) => line.trim() !== '');
    if (lines.length > 0) {
      this.marker = undefined;
      if (heading === undefined) {
        for (const [index, line] of lines.entries()) {
          this.addParagraph(line, index === 0 ? marker : undefined, centred, bold);
        }
      } else {
        const number =
          marker === undefined || isSign(marker) ? '' : cleanLine(marker, this.leftOut);
        const cleaned = lines.map((line) => cleanLine(line, this.leftOut)).reduce(joined, '');
        const text = numbered(number, cleaned);
        if (isContentsTitle(text)) this.leftOut.add('contents', text);
        else if (heading === 'title') this.blocks.push({ kind: 'title', text });
        else if (text !== '') this.blocks.push({ kind: 'heading', level: heading, text });
      }
    }
    if (!this.inCell) this.addNotes();
  }

  private addParagraph(
    line: string,
    marker: string | undefined,
    centred: boolean,
    bold: boolean,
  ): void {
    const drawn = marker === undefined && bullet.test(line);
    const text = cleanLine(drawn ? line.replace(bullet, '') : line, this.leftOut);
    if (text === '') return;
    if (isPageNumber(text)) {
      this.leftOut.add('pageNumber', text);
      return;
    }
    if (isContentsLine(line) || isContentsTitle(text)) {
      this.leftOut.add('contents', text);
      return;
    }
    const isItem = drawn || (marker !== undefined && isSign(marker));
    if (isItem && !typedNumber.test(text)) {
      this.blocks.push({ kind: 'item', text });
      return;
    }
    const number =
      isItem || marker === undefined || typedNumber.test(text)
        ? ''
        : cleanLine(marker, this.leftOut);
    const counted = number !== '';
    this.blocks.push({ kind: 'paragraph', text: numbered(number, text), centred, bold, counted });
  }

  private addNotes(): void {
    for (const note of this.wanted.splice(0)) {
      const text = cleanLine(noteWords(note), this.leftOut);
      if (text !== '') this.blocks.push({ kind: 'note', text });
    }
  }

  // ---------------------------------------------------------------- tables

  private readTable(element: Element, around: Surroundings): void {
    this.flush();
    const rows = rowsOf(element);
    if (isLayout(element, rows)) {
      for (const cell of rows.flatMap(({ cells }) => cells)) this.readBlock(cell, around);
      return;
    }
    const grid = this.gridOf(rows);
    const captionElement = childNamed(element, 'caption');
    const caption = captionElement ? this.cellWords(captionElement) : '';
    const filled = grid.filter((row) => row.some((cell) => cell !== ''));
    if (filled.length > 0) this.blocks.push({ kind: 'table', caption, rows: filled });
    this.addNotes();
  }

  /** Merged cells filled in, and the rows of the head made one. */
  private gridOf(rows: readonly Row[]): TableBlock['rows'] {
    const grid: Cell[][] = [];
    for (const [at, { cells }] of rows.entries()) {
      grid[at] ??= [];
      let column = 0;
      for (const element of cells) {
        while (grid[at][column]) column += 1;
        const text = this.cellWords(element);
        const span = spanOf(element, 'colspan', widestSpan);
        const height = Math.min(spanOf(element, 'rowspan', tallestSpan), rows.length - at);
        for (let down = 0; down < height; down++) {
          grid[at + down] ??= [];
          for (let right = 0; right < span; right++) {
            grid[at + down][column + right] ??= { text, down, right, height, span };
          }
        }
        column += span;
      }
    }
    const width = Math.max(0, ...grid.map(({ length }) => length));
    const headRows = headRowsOf(rows, grid);
    const head = Array.from({ length: width }, (_, column) =>
      [...new Set(grid.slice(0, headRows).map((row) => row[column]?.text ?? ''))].reduce(
        joined,
        '',
      ),
    );
    const body = grid
      .slice(headRows)
      .map((row) => Array.from({ length: width }, (_, column) => shownIn(row[column])));
    return [head, ...body];
  }

  /** The words of a cell in one line, however many paragraphs it has. */
  private cellWords(element: Element): string {
    const inside = new HtmlReader(this.leftOut, this.notes, true);
    inside.readChildren(element, outside);
    inside.flush();
    this.wanted.push(...inside.wanted.filter((note) => !this.wanted.includes(note)));
    return inside.blocks
      .map((block) =>
        block.kind === 'table' ? block.rows.flat().filter(Boolean).join(' ') : block.text,
      )
      .reduce(joined, '');
  }
}

const isSign = (marker: string): boolean => marker === '- ' || drawnMark.test(marker);

/** Behind 、 and ） stands no space; behind the point of a number one, where the words are English. */
function numbered(number: string, text: string): string {
  return number !== '' && /^[\x21-\x7e]/.test(text) ? `${number} ${text}` : number + text;
}

// ---------------------------------------------------------------- elements

function attribute(element: Element, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? '';
}

const isFrame = (element: Element): boolean =>
  frameNames.has(element.tagName) && attribute(element, 'class') !== 'run-in';

function childNamed(element: Element, name: string): Element | undefined {
  return element.childNodes.find((node): node is Element => node.nodeName === name);
}

function surroundingsOf(element: Element, around: Surroundings): Surroundings {
  const style = attribute(element, 'style');
  const name = element.tagName;
  const aligned = /text-align\s*:\s*(\w+)/i.exec(style)?.[1] ?? attribute(element, 'align');
  const centred =
    aligned === ''
      ? around.centred || name === 'center' || attribute(element, 'class') === 'centred'
      : /^center$/i.test(aligned);
  const weight = /font-weight\s*:\s*(\w+)/i.exec(style)?.[1];
  const bold =
    weight === undefined
      ? around.bold || name === 'b' || name === 'strong'
      : /^(?:bold|bolder|[6-9]00)$/i.test(weight);
  return { ...around, depth: around.depth + 1, centred, bold };
}

/** All the words below a node, without calling itself: it may be very deep. */
function wordsOf(root: Element): string {
  const parts: string[] = [];
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.nodeName === '#text') parts.push((node as DefaultTreeAdapterTypes.TextNode).value);
    if (!('tagName' in node) || node.tagName === 'script' || node.tagName === 'style') continue;
    for (let at = node.childNodes.length - 1; at >= 0; at--) waiting.push(node.childNodes[at]);
  }
  return parts.join('');
}

/** The number or bullet that Word puts in front of a paragraph of a list. */
const isListMark = (element: Element): boolean =>
  /mso-list\s*:\s*ignore/i.test(attribute(element, 'style'));

// ---------------------------------------------------------------- footnotes

/** The whole note that a name stands in: the item or paragraph, or Word's frame around it. */
function noteAround(named: Element): Element | undefined {
  let note: Element | undefined;
  for (let element: Element | null = named; element; element = elementAround(element)) {
    const isFrame = /mso-element\s*:\s*(?:footnote|endnote)(?!-)/i.test(
      attribute(element, 'style'),
    );
    if (isFrame || element.tagName === 'li') return element;
    if (element.tagName === 'p' || element.tagName === 'div') note ??= element;
    if (element.tagName === 'td' || element.tagName === 'body') break;
  }
  return note;
}

function elementAround({ parentNode }: Element): Element | null {
  return parentNode && 'tagName' in parentNode ? parentNode : null;
}

function isNote(element: Element, notes: ReadonlyMap<string, Element>): boolean {
  if (notes.size === 0) return false;
  for (const note of notes.values()) if (note === element) return true;
  return /mso-element\s*:\s*(?:footnote|endnote)-list/i.test(attribute(element, 'style'));
}

/** Without the mark in front and the arrow back. */
function noteWords(note: Element): string {
  const parts: string[] = [];
  const read = (element: Element, depth: number) => {
    for (const child of element.childNodes) {
      if (child.nodeName === '#text') {
        parts.push((child as DefaultTreeAdapterTypes.TextNode).value);
      } else if ('tagName' in child && depth < deepest) {
        if (!noteBackLink.test(attribute(child, 'href'))) read(child, depth + 1);
      }
    }
  };
  read(note, 0);
  return parts.join('').replace(/^[\s\u00a0]*(?:注\s*[：:]|註\s*[：:]|notes?:)/i, '');
}

// ---------------------------------------------------------------- cells

interface Row {
  readonly cells: readonly Element[];
  readonly inHead: boolean;
}

interface Cell {
  readonly text: string;
  /** How far below and right of the merged cell's first place this one is. */
  readonly down: number;
  readonly right: number;
  readonly height: number;
  readonly span: number;
}

function rowsOf(table: Element): Row[] {
  const rows: Row[] = [];
  const readRow = (row: Node, inHead: boolean) => {
    if (!('tagName' in row) || row.tagName !== 'tr') return;
    const cells = row.childNodes.filter(
      (cell): cell is Element => cell.nodeName === 'td' || cell.nodeName === 'th',
    );
    if (cells.length > 0) rows.push({ cells, inHead });
  };
  for (const part of table.childNodes) {
    if (!('tagName' in part)) continue;
    if (part.tagName === 'tr') readRow(part, false);
    if (!/^t(?:head|body|foot)$/.test(part.tagName)) continue;
    for (const row of part.childNodes) readRow(row, part.tagName === 'thead');
  }
  return rows;
}

/** True for a table that only puts things beside each other, as old web pages do, or a frame around a text. */
function isLayout(table: Element, rows: readonly Row[]): boolean {
  if (rows.every(({ cells }) => cells.length === 1)) return true;
  const waiting: Node[] = [...table.childNodes];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!('tagName' in node)) continue;
    if (node.tagName === 'table' || headingName.test(node.tagName)) return true;
    for (const child of node.childNodes) waiting.push(child);
  }
  return false;
}

function spanOf(cell: Element, name: string, limit: number): number {
  const span = Number.parseInt(attribute(cell, name), 10);
  return span > 1 ? Math.min(span, limit) : 1;
}

/** How many rows say what the columns are: those marked so, or as many as the merged cells of the first one need. */
function headRowsOf(rows: readonly Row[], grid: readonly (readonly Cell[])[]): number {
  const marked = rows.findIndex(({ cells, inHead }) => {
    return !inHead && !cells.every(({ tagName }) => tagName === 'th');
  });
  if (marked > 0) return marked;
  const first = grid[0] ?? [];
  const isWide = first.some(({ span }) => span > 1);
  const tallest = Math.max(1, ...first.map(({ height }) => height));
  return isWide && tallest > 1 && tallest < grid.length ? tallest : 1;
}

/** A category stands in each of its rows; a figure that several rows share belongs to one of them only. */
function shownIn(cell: Cell | undefined): string {
  if (!cell || cell.right > 0) return '';
  return cell.down > 0 && /\d/.test(cell.text) ? '' : cell.text;
}
