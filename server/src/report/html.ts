/**
 * The report as HTML. The body is a fragment for the preview: every block tells the line that it
 * comes from in `data-line`, nothing carries a style or a script, and every text is escaped.
 */

import { periodText } from '../model/periods.ts';
import type { LineList } from '../syntax/lines.ts';
import type { Line } from '../syntax/tree.ts';
import { chartSvg } from './chart.ts';
import { pageStyles } from './page-styles.ts';
import { escapeMarkup } from './text.ts';
import {
  type Block,
  type BlockRun,
  type ChartBlock,
  type Column,
  type HeadingBlock,
  type Inline,
  type Inlines,
  type ListBlock,
  languageOf,
  type MeasureBlock,
  type Report,
  type Script,
  type StatementsBlock,
  spanAt,
  type TableBlock,
  type TableRow,
  titleText,
} from './tree.ts';
import { wordsOf } from './words.ts';

/**
 * HTML with gaps where line numbers belong, so that a block need not be made again when it only
 * moves: `texts[0]`, number of `lines[0]`, `texts[1]` …
 */
interface Markup {
  readonly texts: readonly string[];
  readonly lines: readonly Line[];
}

/** A block never changes, so its markup is made once. */
const markups = new WeakMap<Block, Markup>();

/** The body of the report: one HTML fragment, the same bytes for the same report. */
export function htmlBody(report: Report): string {
  return Array.from(htmlPieces(report), ({ html }) => html).join('');
}

/** A piece of the body where it stands: the same object for as long as it reads the same there. */
export interface HtmlPiece {
  readonly html: string;
}

const knownPieces = new WeakMap<BlockRun, HtmlPiece & { readonly line: number }>();

/** The body in pieces, for whoever keeps what it makes of each. */
export function* htmlPieces(report: Report): Generator<HtmlPiece> {
  yield { html: filled(titleMarkup(report), report.lines) };
  for (const run of report.runs) {
    if (run.blocks.length === 0) continue;
    const line = report.lines.indexOf(run.blocks[0].source);
    let piece = knownPieces.get(run);
    if (piece?.line !== line) {
      piece = { line, html: run.blocks.map((block) => htmlOfBlock(block, report)).join('') };
      knownPieces.set(run, piece);
    }
    yield piece;
  }
}

/** One block of the body, for a preview that replaces blocks one by one. */
export function htmlOfBlock(block: Block, report: Report): string {
  return filled(markupOf(block, report.script), report.lines);
}

/** A piece of the body by itself; equal pieces are the same object, wherever they have moved to. */
export interface Part {
  /** In `data-line` stands how many lines below the first line of the piece. */
  readonly html: string;
}

/** The body in pieces, each with the line where it begins. */
export interface PartList {
  readonly parts: readonly Part[];
  readonly lines: readonly number[];
}

interface KnownPart extends Part {
  readonly offsets: readonly number[];
}

const knownParts = new WeakMap<Markup, KnownPart>();
const noOffsets: readonly number[] = [0];

/** The parts of a run, and where each begins, counted from the first of them. */
interface RunParts {
  readonly parts: readonly Part[];
  readonly offsets: readonly number[];
}

const knownRuns = new WeakMap<BlockRun, RunParts>();

/** Makes ready, in steps, what {@link htmlParts} puts together. */
export function* prepareHtmlParts(report: Report): Generator<void> {
  for (const run of report.runs) {
    if (run.blocks.length === 0) continue;
    partsOfRun(run, report.lines.indexOf(run.blocks[0].source), report);
    yield;
  }
}

/** The same markup as in {@link htmlBody}, for whoever replaces only what has changed. */
export function htmlParts(report: Report): PartList {
  const parts: Part[] = [];
  const lines: number[] = [];
  const title = titleMarkup(report);
  if (title.lines.length > 0) {
    const start = report.lines.indexOf(title.lines[0]);
    parts.push(partOf(sameTitle(title, report), start, report.lines));
    lines.push(start);
  }
  for (const run of report.runs) {
    if (run.blocks.length === 0) continue;
    const start = report.lines.indexOf(run.blocks[0].source);
    const known = partsOfRun(run, start, report);
    for (const part of known.parts) parts.push(part);
    for (const offset of known.offsets) lines.push(start + offset);
  }
  return { parts, lines };
}

function partsOfRun(run: BlockRun, start: number, { lines, script }: Report): RunParts {
  const known = knownRuns.get(run);
  if (known) return known;
  const starts = run.blocks.map(({ source }) => lines.indexOf(source));
  const made = {
    parts: run.blocks.map((block, index) => partOf(markupOf(block, script), starts[index], lines)),
    offsets: starts.map((line) => line - start),
  };
  knownRuns.set(run, made);
  return made;
}

/** Titles are not remembered with a block; the last one stays while it reads the same. */
const knownTitles = new WeakMap<LineList, Markup>();

function sameTitle(title: Markup, { lines }: Report): Markup {
  const known = knownTitles.get(lines);
  if (known && known.texts.join('\n') === title.texts.join('\n')) {
    if (known.lines.every((line, index) => line === title.lines[index])) return known;
  }
  knownTitles.set(lines, title);
  return title;
}

function partOf(markup: Markup, start: number, list: LineList): Part {
  const { texts, lines } = markup;
  const known = knownParts.get(markup);
  // Most pieces come from one line, and stay as they are wherever it goes.
  const offsets = lines.length === 1 ? noOffsets : lines.map((line) => list.indexOf(line) - start);
  if (known && sameNumbers(known.offsets, offsets)) return known;
  const html = texts.reduce((text, more, index) => text + offsets[index - 1] + more);
  const part = { html, offsets };
  knownParts.set(markup, part);
  return part;
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((number, index) => number === b[index]);
}

/** A page of its own in one file: no script, no address, ready for the printer. */
export function htmlPage(report: Report): string {
  return [...htmlPagePieces(report)].join('');
}

/** The same, by runs of blocks. */
export function* htmlPagePieces(report: Report): Generator<string> {
  yield `<!DOCTYPE html>
<html lang="${languageOf(report.script)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeMarkup(titleText(report))}</title>
<style>
${pageStyles}</style>
</head>
<body>
<main>
`;
  for (const { html } of htmlPieces(report)) yield html;
  yield `</main>
</body>
</html>
`;
}

function filled({ texts, lines }: Markup, list: LineList): string {
  let html = texts[0];
  for (let index = 0; index < lines.length; index++) {
    html += list.indexOf(lines[index]) + texts[index + 1];
  }
  return html;
}

class MarkupWriter implements Markup {
  readonly texts: string[] = [''];
  readonly lines: Line[] = [];

  add(text: string): this {
    this.texts[this.texts.length - 1] += text;
    return this;
  }

  /** Opens an element that comes from a line. */
  open(tag: string, source: Line, className = ''): this {
    this.add(`<${tag}${className ? ` class="${className}"` : ''} data-line="`);
    this.lines.push(source);
    this.texts.push('">');
    return this;
  }

  inlines(inlines: Inlines, script: Script): this {
    for (const inline of inlines) this.add(inlineHtml(inline, script));
    return this;
  }
}

function inlineHtml(inline: Inline, script: Script): string {
  const text = escapeMarkup(inline.text);
  switch (inline.kind) {
    case 'text':
      return text;
    case 'problem':
      return `<mark class="problem" title="${escapeMarkup(inline.message)}">${text}</mark>`;
    case 'figure': {
      const period = inline.period && periodText(inline.period, script === 'en' ? 'en' : 'zh');
      const facet = inline.facet && wordsOf(script).facets[inline.facet];
      const title = [inline.indicator, period, facet].filter((word) => word).join(' ');
      return `<span class="figure" title="${escapeMarkup(title)}">${text}</span>`;
    }
  }
}

function titleMarkup({ title, facts, script }: Report): Markup {
  const writer = new MarkupWriter();
  if (title) writer.open('h1', title.source).inlines(title.inlines, script).add('</h1>\n');
  const issuer = facts.find(({ id }) => id === 'issuer');
  if (issuer) {
    writer.open('p', issuer.source, 'byline').inlines(issuer.inlines, script).add('</p>\n');
  }
  const date = facts.find(({ id }) => id === 'date');
  if (date) {
    const [open, close] = script === 'en' ? ['', ''] : ['（', '）'];
    writer.open('p', date.source, 'byline').add(open);
    writer.inlines(date.inlines, script).add(`${close}</p>\n`);
  }
  return writer;
}

function markupOf(block: Block, script: Script): Markup {
  let markup = markups.get(block);
  if (!markup) {
    markup = makeMarkup(block, script);
    markups.set(block, markup);
  }
  return markup;
}

function makeMarkup(block: Block, script: Script): Markup {
  const writer = new MarkupWriter();
  switch (block.kind) {
    case 'heading':
      return heading(writer, block, script);
    case 'paragraph':
      return writer.open('p', block.source).inlines(block.inlines, script).add('</p>\n');
    case 'list':
      return list(writer, block, script);
    case 'measure':
      return measure(writer, block, script);
    case 'statements':
      return statements(writer, block, script);
    case 'table':
      return table(writer, block, script);
    case 'chart':
      return chart(writer, block, script);
    case 'note':
      return writer
        .open('p', block.source, 'note')
        .add(escapeMarkup(block.label))
        .inlines(block.inlines, script)
        .add('</p>\n');
    case 'annex':
      return writer
        .open('div', block.source, 'annex')
        .add(`<p class="annex-label">${escapeMarkup(block.label)}</p>`)
        .add(`<h2>${escapeMarkup(block.title)}</h2></div>\n`);
  }
}

/** The document's title is `h1`, so the first level of headings is `h2`. */
function heading(writer: MarkupWriter, block: HeadingBlock, script: Script): Markup {
  const { level, number, title, runIn, source } = block;
  const tag = `h${level + 1}`;
  const { stop, space } = wordsOf(script);
  const text = `<span class="number">${escapeMarkup(number)}</span>${space}`;
  if (!runIn) {
    return writer.open(tag, source).add(text).inlines(title, script).add(`</${tag}>\n`);
  }
  return writer
    .open('div', source, 'run-in')
    .add(`<${tag}>${text}`)
    .inlines(title, script)
    .add(`${stop}</${tag}>${space}<p>`)
    .inlines(runIn, script)
    .add('</p></div>\n');
}

function list(writer: MarkupWriter, { items }: ListBlock, script: Script): Markup {
  writer.add('<ul>\n');
  for (const item of items) {
    writer.open('li', item.source).inlines(item.inlines, script).add('</li>\n');
  }
  return writer.add('</ul>\n');
}

function measure(writer: MarkupWriter, block: MeasureBlock, script: Script): Markup {
  const { marker, title, stop, body, fields, source } = block;
  const words = wordsOf(script);
  writer.open('p', source, 'measure').add('<strong>').add(escapeMarkup(marker));
  writer.inlines(title, script).add(`${escapeMarkup(stop || words.stop)}</strong>`);
  if (body) writer.add(words.space).inlines(body, script);
  if (fields.length > 0) {
    writer.add(`<span class="measure-facts">${words.open}`);
    fields.forEach((field, index) => {
      if (index > 0) writer.add(words.semicolon);
      writer.add(escapeMarkup(field.label) + words.colon).inlines(field.inlines, script);
    });
    writer.add(`${words.close}</span>`);
  }
  return writer.add('</p>\n');
}

function statements(writer: MarkupWriter, block: StatementsBlock, script: Script): Markup {
  const { sentences, form } = block;
  if (form === 'list') {
    writer.add('<ul class="statements">\n');
    for (const { source, role, inlines, stop } of sentences) {
      writer.open('li', source, role).inlines(inlines, script).add(`${stop}</li>\n`);
    }
    return writer.add('</ul>\n');
  }
  writer.add('<p class="statements">');
  sentences.forEach((sentence, index) => {
    if (index > 0) writer.add(wordsOf(script).space);
    writer.open('span', sentence.source, sentence.role);
    writer.inlines(sentence.inlines, script).add(`${sentence.stop}</span>`);
  });
  return writer.add('</p>\n');
}

function table(writer: MarkupWriter, block: TableBlock, script: Script): Markup {
  const { title, columns, hasHeader, rows, notes, source, generated } = block;
  writer.open('table', source);
  if (title.length > 0) writer.add('\n<caption>').inlines(title, script).add('</caption>');
  if (hasHeader) {
    writer.add('\n<thead>\n<tr>');
    for (const column of columns) {
      const className = cellClass(column);
      writer.add(`<th scope="col"${className}>${escapeMarkup(column.title)}</th>`);
    }
    writer.add('</tr>\n</thead>');
  }
  writer.add('\n<tbody>\n');
  rows.forEach((row, rowIndex) => {
    // The lines of a generated row lie elsewhere: they would lead the reader's eye astray.
    if (generated) writer.add('<tr>');
    else writer.open('tr', row.source);
    const cells = cellsHtml(row, columns, script);
    columns.forEach((column, columnIndex) => {
      const html = cells[columnIndex];
      if (column.kind !== 'category') {
        writer.add(html);
        return;
      }
      const rowspan = spanAt(block, rowIndex, columnIndex);
      if (rowspan === 0) return;
      const span = rowspan > 1 ? ` rowspan="${rowspan}"` : '';
      writer.add(`<td${cellClass(column)}${span}>${html}</td>`);
    });
    writer.add('</tr>\n');
  });
  writer.add('</tbody>\n</table>\n');
  notes.forEach((note, index) => {
    if (note.continues) writer.open('span', note.source ?? source);
    else if (note.source) writer.open('p', note.source, 'note');
    else writer.add('<p class="note">');
    writer.add(escapeMarkup(note.label)).inlines(note.inlines, script);
    if (note.continues) writer.add('</span>');
    if (!notes[index + 1]?.continues) writer.add('</p>\n');
  });
  return writer;
}

/** A row never changes, and one of a generated table stays the same object while it reads the same. */
const knownCells = new WeakMap<TableRow, readonly string[]>();

/** The cells of a row; of a category only what stands in it, since it may cover several rows. */
function cellsHtml(row: TableRow, columns: readonly Column[], script: Script): readonly string[] {
  let cells = knownCells.get(row);
  if (cells) return cells;
  cells = row.cells.map((cell, index) => {
    const column = columns[index];
    const { kind } = column;
    const html = cell.map((inline) => inlineHtml(inline, script)).join('');
    if (kind === 'category') return html;
    if (kind === 'indicator') return `<th scope="row">${html}</th>`;
    const verdict = kind === 'verdict' && row.verdict ? ` ${row.verdict}` : '';
    return `<td${cellClass(column, verdict)}>${html}</td>`;
  });
  knownCells.set(row, cells);
  return cells;
}

function cellClass({ kind }: Column, more = ''): string {
  return kind === 'indicator' || kind === 'text' ? '' : ` class="${kind}${more}"`;
}

function chart(
  writer: MarkupWriter,
  { charts, names, source }: ChartBlock,
  script: Script,
): Markup {
  writer.open('figure', source).add('\n');
  for (const one of charts) writer.add(`${chartSvg(one)}\n`);
  writer.add('<figcaption>');
  names.forEach((name, index) => {
    if (index > 0) writer.add(wordsOf(script).enumeration);
    writer.inlines([name], script);
  });
  return writer.add('</figcaption>\n</figure>\n');
}
