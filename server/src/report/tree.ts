/**
 * The report tree: what a plan says to its reader, before anyone decides whether that is a web page,
 * a Word file or a table. It is made from the model (`build.ts`) and every output is made from it.
 *
 * A block knows the line that it comes from, not the line's number, so that it is still the same
 * block when text above it changes. `lines.indexOf(block.source)` gives the number.
 */

import type { DocumentKind, Period } from '../model/types.ts';
import type { LineList } from '../syntax/lines.ts';
import type { Line } from '../syntax/tree.ts';

/** Which of the three forms of the language the document is written in. */
export type Script = 'hans' | 'hant' | 'en';

export type ProblemId =
  | 'unknown-indicator'
  | 'unknown-period'
  | 'no-value'
  | 'unknown-facet'
  | 'not-derivable'
  | 'reference-not-closed'
  | 'reference-empty'
  | 'placeholder';

/** What a reference asks for other than the value itself. */
export type Facet = 'change' | 'growth' | 'average' | 'unit';

/** All text in the tree is printable: see {@link printable}. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | {
      /** A figure that stands for a reference such as `{国民生产总值@2025}`. */
      readonly kind: 'figure';
      readonly text: string;
      readonly indicator: string;
      readonly period?: Period;
      readonly facet?: Facet;
    }
  | {
      /** What the writer still has to fill in or mend; `text` is as typed. */
      readonly kind: 'problem';
      readonly text: string;
      readonly problem: ProblemId;
      /** A sentence in the document's script. */
      readonly message: string;
    };

export type Inlines = readonly Inline[];

interface BlockBase {
  /** Stays the same as long as the block does, and no other block of the process ever has it. */
  readonly key: number;
  readonly source: Line;
}

export interface HeadingBlock extends BlockBase {
  readonly kind: 'heading';
  /** 1–4. */
  readonly level: number;
  /** As printed: `一、`, `（二）`, `3.`, `（4）`. */
  readonly number: string;
  readonly title: Inlines;
  /** Prose that goes on in the heading's line. */
  readonly runIn?: Inlines;
}

export interface ParagraphBlock extends BlockBase {
  readonly kind: 'paragraph';
  readonly inlines: Inlines;
}

export interface ListItem {
  readonly source: Line;
  readonly inlines: Inlines;
}

export interface ListBlock extends BlockBase {
  readonly kind: 'list';
  readonly items: readonly ListItem[];
}

export type MeasureFieldId = 'owner' | 'with' | 'due' | 'budget' | 'progress';

export interface MeasureField {
  readonly id: MeasureFieldId;
  readonly source: Line;
  /** The field's keyword in the document's script. */
  readonly label: string;
  readonly inlines: Inlines;
}

export interface MeasureBlock extends BlockBase {
  readonly kind: 'measure';
  /** 一是 = 1; absent for 举措. */
  readonly ordinal?: number;
  /** `一是` as typed, or empty. */
  readonly marker: string;
  readonly title: Inlines;
  /** The full stop or semicolon behind the title. */
  readonly stop: string;
  /** Prose that goes on in the measure's line. */
  readonly body?: Inlines;
  readonly fields: readonly MeasureField[];
}

export interface Sentence {
  readonly source: Line;
  readonly role: 'target' | 'result';
  readonly inlines: Inlines;
  /** The mark behind the sentence: `；` inside a paragraph, `。` at its end. */
  readonly stop: string;
}

/** Targets or results that follow each other: one paragraph, a sentence for each. */
export interface StatementsBlock extends BlockBase {
  readonly kind: 'statements';
  readonly sentences: readonly Sentence[];
}

export type ColumnKind =
  | 'category'
  | 'indicator'
  | 'unit'
  | 'value'
  | 'average'
  | 'binding'
  | 'text';

export interface Column {
  readonly kind: ColumnKind;
  readonly title: string;
  /** Only of `value` columns. */
  readonly period?: Period;
}

export interface TableRow {
  /** The row's own line, or that of the first statement that a generated row is made from. */
  readonly source: Line;
  /** As many as there are columns. */
  readonly cells: readonly Inlines[];
}

export interface TableNote {
  /** Absent for a note that explains the signs of a generated table. */
  readonly source?: Line;
  readonly label: string;
  readonly inlines: Inlines;
}

export interface TableBlock extends BlockBase {
  readonly kind: 'table';
  readonly title: Inlines;
  /** True where the rows were made from the document's indicators. */
  readonly generated: boolean;
  readonly columns: readonly Column[];
  /** False where the writer gave no header row: the columns' titles are empty then. */
  readonly hasHeader: boolean;
  readonly rows: readonly TableRow[];
  readonly notes: readonly TableNote[];
}

/** One value of an indicator, for drawing only: no verdict is ever made from `value`. */
export interface ChartPoint {
  /** Puts periods in order: the year, with a fraction for a part of it. */
  readonly at: number;
  /** The period as printed below the axis. */
  readonly label: string;
  readonly value: number;
  /** The figure as printed, `≥3亿元`. */
  readonly printed: string;
}

export interface ChartSeries {
  readonly name: string;
  readonly unit: string;
  readonly points: readonly ChartPoint[];
}

export interface ChartBlock extends BlockBase {
  readonly kind: 'chart';
  /** The indicators' names as typed; a problem where there is nothing to draw. */
  readonly names: readonly Inline[];
  readonly series: readonly ChartSeries[];
}

export interface NoteBlock extends BlockBase {
  readonly kind: 'note';
  /** `注：` in the document's script. */
  readonly label: string;
  readonly inlines: Inlines;
}

export type Block =
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | MeasureBlock
  | StatementsBlock
  | TableBlock
  | ChartBlock
  | NoteBlock;

export type BlockKind = Block['kind'];

export type FactId = 'period' | 'baseline' | 'issuer' | 'region' | 'date' | 'prices';

/** One field of the header. */
export interface HeaderFact {
  readonly id: FactId;
  readonly source: Line;
  /** The field's keyword in the document's script. */
  readonly label: string;
  readonly inlines: Inlines;
}

export interface Report {
  readonly script: Script;
  readonly kind?: DocumentKind;
  readonly title?: { readonly source: Line; readonly inlines: Inlines };
  readonly facts: readonly HeaderFact[];
  readonly blocks: readonly Block[];
  /** Tells at which line a block stands now. */
  readonly lines: LineList;
}

/** The text of inlines without their marks. */
export function plainText(inlines: Inlines): string {
  let text = '';
  for (const inline of inlines) text += inline.text;
  return text;
}

/** The report's language for `lang` in HTML: it decides which shapes Han characters get. */
export function languageOf(script: Script): 'zh-Hans' | 'zh-Hant' | 'en' {
  return script === 'hans' ? 'zh-Hans' : script === 'hant' ? 'zh-Hant' : 'en';
}
