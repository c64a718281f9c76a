/**
 * The report as Markdown (CommonMark with GitHub's tables). Every block is a line or a run of lines
 * of its own, and every character that Markdown gives a meaning is escaped: the text is read back as
 * it was written.
 */
import {
  type Block,
  type ChartBlock,
  type Inlines,
  type MeasureBlock,
  plainText,
  type Report,
  type Script,
  type TableBlock,
} from './tree.ts';
import { wordsOf } from './words.ts';

export function markdownOf(report: Report): string {
  const { title, facts, blocks, script } = report;
  const parts: string[] = [];
  if (title) parts.push(`# ${escaped(title.inlines)}`);
  for (const { id, inlines } of facts) {
    if (id === 'issuer' || id === 'date') parts.push(paragraph(escaped(inlines)));
  }
  for (const block of blocks) parts.push(...partsOf(block, script));
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
}

function partsOf(block: Block, script: Script): string[] {
  const { space } = wordsOf(script);
  switch (block.kind) {
    case 'heading': {
      const { level, number, title, runIn } = block;
      const text = escapeMarkdown(number) + space + escaped(title);
      const heading = `${'#'.repeat(level + 1)} ${text.trim()}`;
      return runIn ? [heading, paragraph(escaped(runIn))] : [heading];
    }
    case 'paragraph':
      return [paragraph(escaped(block.inlines))];
    case 'list':
      return [block.items.map(({ inlines }) => `- ${paragraph(escaped(inlines))}`).join('\n')];
    case 'measure':
      return [measure(block, script)];
    case 'statements': {
      const sentences = block.sentences.map(({ inlines, stop }) => escaped(inlines) + stop);
      return [paragraph(sentences.join(space))];
    }
    case 'table':
      return table(block);
    case 'chart':
      return chart(block, script);
    case 'note':
      return [paragraph(escapeMarkdown(block.label) + escaped(block.inlines))];
  }
}

function measure(block: MeasureBlock, script: Script): string {
  const words = wordsOf(script);
  const { marker, title, stop, body, fields } = block;
  // The full stop stands outside: `。**` before a Han character does not end bold text.
  const head = strong(escapeMarkdown(marker) + escaped(title));
  const text = escapeMarkdown(stop || words.stop) + (body ? words.space + escaped(body) : '');
  const facts = fields.map(({ label, inlines }) => label + words.colon + escaped(inlines));
  const behind = facts.length > 0 ? words.open + facts.join(words.semicolon) + words.close : '';
  return head === '' ? paragraph(text + behind) : head + text + behind;
}

function strong(text: string): string {
  return text === '' ? '' : `**${text}**`;
}

function table({ title, columns, rows, notes }: TableBlock): string[] {
  const lines = [
    row(columns.map((column) => escapeMarkdown(column.title))),
    row(columns.map(() => '---')),
    ...rows.map(({ cells }) => row(cells.map(escaped))),
  ];
  return [
    ...(title.length > 0 ? [strong(escaped(title))] : []),
    lines.join('\n'),
    ...notes.map(({ label, inlines }) => paragraph(escapeMarkdown(label) + escaped(inlines))),
  ];
}

/** A picture in figures: Markdown has no drawings of its own. */
function chart({ names, series }: ChartBlock, script: Script): string[] {
  const words = wordsOf(script);
  const caption = strong(names.map((name) => escaped([name])).join(words.enumeration));
  const periods = new Map<number, string>();
  for (const { points } of series) for (const { at, label } of points) periods.set(at, label);
  if (periods.size === 0) return [caption];
  const inOrder = [...periods].sort(([a], [b]) => a - b);
  const lines = [
    row([words.indicator, ...inOrder.map(([, label]) => escapeMarkdown(label))]),
    row(['---', ...inOrder.map(() => '---')]),
    ...series.map(({ name, unit, points }) => {
      const subject = unit ? name + words.open + unit + words.close : name;
      const figures = inOrder.map(
        ([at]) => points.find((point) => point.at === at)?.printed ?? '—',
      );
      return row([subject, ...figures].map(escapeMarkdown));
    }),
  ];
  return [caption, lines.join('\n')];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function escaped(inlines: Inlines): string {
  return escapeMarkdown(plainText(inlines));
}

/** Signs that mean something wherever they stand. A backslash in front takes the meaning away. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<#|~$]/g, '\\$&')
    .replace(/&(?=[#a-zA-Z])/g, '\\&')
    .replace(/\t/g, ' ');
}

/** Signs that mean something only at the start of a line: list marks, quotes, rules. */
function paragraph(text: string): string {
  return text
    .trim()
    .replace(/^(?:[-+>=]|\d{1,9}(?=[.)]))/, (start) =>
      /\d/.test(start) ? `${start}\\` : `\\${start}`,
    );
}
