/**
 * The report as Markdown (CommonMark with GitHub's tables). Every block is a line or a run of lines
 * of its own, and every character that Markdown gives a meaning is escaped: the text is read back as
 * it was written.
 */
import {
  type Block,
  type Chart,
  type ChartBlock,
  type ChartPoint,
  type Inlines,
  type MeasureBlock,
  plainText,
  type Report,
  type Script,
  type TableBlock,
  type TableNote,
} from './tree.ts';
import { wordsOf } from './words.ts';

export function markdownOf(report: Report): string {
  return [...markdownPieces(report)].join('');
}

/** The same, block by block. */
export function* markdownPieces({ title, facts, blocks, script }: Report): Generator<string> {
  let before = '';
  for (const parts of partsInOrder()) {
    for (const part of parts) {
      yield before + part;
      before = '\n\n';
    }
  }
  if (before !== '') yield '\n';

  function* partsInOrder(): Generator<readonly string[]> {
    if (title) yield [`# ${escaped(title.inlines)}`];
    for (const { id, inlines } of facts) {
      if (id === 'issuer' || id === 'date') yield [paragraph(escaped(inlines))];
    }
    for (const block of blocks) yield partsOf(block, script);
  }
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
      return block.form === 'list'
        ? [sentences.map((sentence) => `- ${paragraph(sentence)}`).join('\n')]
        : [paragraph(sentences.join(space))];
    }
    case 'table':
      return table(block);
    case 'chart':
      return chart(block, script);
    case 'note':
      return [paragraph(escapeMarkdown(block.label) + escaped(block.inlines))];
    case 'annex':
      return [`## ${escapeMarkdown(block.label)}${space || '　'}${escapeMarkdown(block.title)}`];
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
    ...notesOf(notes),
  ];
}

/** A paragraph for each note, but for those that go on in the one before. */
function notesOf(notes: readonly TableNote[]): string[] {
  const paragraphs: string[] = [];
  for (const { label, inlines, continues } of notes) {
    const text = escapeMarkdown(label) + escaped(inlines);
    if (continues) paragraphs.push((paragraphs.pop() ?? '') + text);
    else paragraphs.push(paragraph(text));
  }
  return paragraphs;
}

/** Pictures in figures: Markdown has no drawings of its own. */
function chart({ names, charts }: ChartBlock, script: Script): string[] {
  const caption = strong(names.map((name) => escaped([name])).join(wordsOf(script).enumeration));
  return [caption, ...charts.map((one) => figuresOf(one, script))];
}

/** A row for each indicator and a column for each period; where both stand, result before target. */
function figuresOf({ series, words: stances }: Chart, script: Script): string {
  const words = wordsOf(script);
  const columns = new Map<string, { readonly at: number; readonly title: string }>();
  const keyOf = ({ at, stance }: ChartPoint): string => `${at} ${stance === 'target'}`;
  for (const point of series.flatMap(({ points }) => points)) {
    const { at, label, stance } = point;
    const title = stance === 'actual' ? label : label + words.open + stances[stance] + words.close;
    if (!columns.has(keyOf(point))) columns.set(keyOf(point), { at, title });
  }
  const inOrder = [...columns].sort(([, a], [, b]) => a.at - b.at);
  const lines = [
    row([words.indicator, ...inOrder.map(([, { title }]) => escapeMarkdown(title))]),
    row(['---', ...inOrder.map(() => '---')]),
    ...series.map(({ name, unit, points }) => {
      const subject = unit ? name + words.open + unit + words.close : name;
      const figures = inOrder.map(
        ([key]) => points.find((point) => keyOf(point) === key)?.printed ?? '—',
      );
      return row([subject, ...figures].map(escapeMarkdown));
    }),
  ];
  return lines.join('\n');
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
