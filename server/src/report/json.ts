/** The report tree as JSON, described in docs/report.schema.json. */

import { periodCode } from '../model/periods.ts';
import type { Period } from '../model/types.ts';
import type { LineList } from '../syntax/lines.ts';
import type { Line } from '../syntax/tree.ts';
import { type Block, type Inline, type Inlines, languageOf, type Report } from './tree.ts';

/** Grows by one whenever a reader of the old form would misread the new one. */
const schemaVersion = 1;

/** Indented, with a line break at the end; the same bytes for the same report. */
export function jsonOf(report: Report): string {
  return [...jsonPieces(report)].join('');
}

/** The same, block by block. */
export function* jsonPieces(report: Report): Generator<string> {
  const { lines, title, facts, blocks, script, kind } = report;
  const writer = new JsonWriter(lines);
  const head = {
    version: schemaVersion,
    language: languageOf(script),
    kind,
    title: title && { line: writer.line(title.source), inlines: writer.inlines(title.inlines) },
    facts: facts.map(({ id, source, label, inlines }) => ({
      id,
      line: writer.line(source),
      label,
      inlines: writer.inlines(inlines),
    })),
  };
  let before = indented({ ...head, blocks: [] });
  if (blocks.length > 0) before = `${before.slice(0, -noBlocks.length)}[\n`;
  for (const block of blocks) {
    const json = indented({ blocks: [writer.block(block)] });
    yield before + json.slice(beforeBlock.length, -behindBlocks.length);
    before = ',\n';
  }
  yield blocks.length > 0 ? `${behindBlocks}\n` : `${before}\n`;
}

/** Absent facts are left out: JSON has no undefined. */
const indented = (value: unknown): string => JSON.stringify(value, undefined, 2);

/** What stands around the blocks of a report, and around a block that is the only one of an object. */
const noBlocks = '[]\n}';
const beforeBlock = '{\n  "blocks": [\n';
const behindBlocks = '\n  ]\n}';

class JsonWriter {
  private readonly lines: LineList;

  constructor(lines: LineList) {
    this.lines = lines;
  }

  line(source: Line): number {
    return this.lines.indexOf(source);
  }

  inlines(inlines: Inlines): unknown[] {
    return inlines.map((inline) => this.inline(inline));
  }

  private inline(inline: Inline): unknown {
    return inline.kind === 'figure' ? { ...inline, period: codeOf(inline.period) } : inline;
  }

  block(block: Block): unknown {
    const head = { kind: block.kind, line: this.line(block.source) };
    switch (block.kind) {
      case 'heading': {
        const { level, number, title, runIn } = block;
        return {
          ...head,
          level,
          number,
          title: this.inlines(title),
          runIn: runIn && this.inlines(runIn),
        };
      }
      case 'paragraph':
        return { ...head, inlines: this.inlines(block.inlines) };
      case 'list':
        return { ...head, items: block.items.map((item) => this.item(item)) };
      case 'measure': {
        const { ordinal, marker, title, stop, body, fields } = block;
        return {
          ...head,
          ordinal,
          marker,
          title: this.inlines(title),
          stop,
          body: body && this.inlines(body),
          fields: fields.map(({ id, label, source, inlines }) => ({
            id,
            label,
            ...this.item({ source, inlines }),
          })),
        };
      }
      case 'statements':
        return {
          ...head,
          form: block.form,
          sentences: block.sentences.map(({ role, stop, ...item }) => ({
            role,
            ...this.item(item),
            stop,
          })),
        };
      case 'table': {
        const { title, generated, hasHeader, columns, rows, notes } = block;
        return {
          ...head,
          title: this.inlines(title),
          generated,
          hasHeader,
          columns: columns.map((column) => ({ ...column, period: codeOf(column.period) })),
          rows: rows.map(({ source, cells, verdict }) => ({
            line: this.line(source),
            cells: cells.map((cell) => this.inlines(cell)),
            verdict,
          })),
          notes: notes.map(({ source, label, inlines, continues }) => ({
            line: source && this.line(source),
            label,
            inlines: this.inlines(inlines),
            continues,
          })),
        };
      }
      case 'chart':
        return {
          ...head,
          names: this.inlines(block.names),
          charts: block.charts.map(({ form, title, unit, series, description }) => ({
            form,
            title,
            unit,
            series: series.map(({ name, points }) => ({
              name,
              points: points.map(({ label, value, printed, stance }) => ({
                label,
                value,
                printed,
                stance,
              })),
            })),
            description,
          })),
        };
      case 'note':
        return { ...head, label: block.label, inlines: this.inlines(block.inlines) };
      case 'annex': {
        const { id, label, title } = block;
        return { ...head, id, label, title };
      }
    }
  }

  private item({ source, inlines }: { source: Line; inlines: Inlines }): {
    line: number;
    inlines: unknown[];
  } {
    return { line: this.line(source), inlines: this.inlines(inlines) };
  }
}

function codeOf(period: Period | undefined): string | undefined {
  return period && periodCode(period);
}
