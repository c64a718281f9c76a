/**
 * The report tree: what a plan says to its reader, before anyone decides whether that is a web page,
 * a Word file or a table. It is made from the model (`build.ts`) and every output is made from it.
 *
 * A block knows the line that it comes from, not the line's number, so that it is still the same
 * block when text above it changes. `lines.indexOf(block.source)` gives the number.
 */

import type { Verdict } from '../model/evaluation.ts';
import type { PlanModel } from '../model/model.ts';
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

/** How targets and results that follow each other are shown: see {@link ReportOptions}. */
export type StatementForm = 'sentences' | 'list' | 'table';

/** Targets or results that follow each other; as a table they are a {@link TableBlock}. */
export interface StatementsBlock extends BlockBase {
  readonly kind: 'statements';
  /** One paragraph with a sentence for each, or a list with an item for each. */
  readonly form: Exclude<StatementForm, 'table'>;
  readonly sentences: readonly Sentence[];
}

export type ColumnKind =
  /** Cells with the same words below each other are one. */
  | 'category'
  | 'indicator'
  | 'unit'
  | 'value'
  | 'average'
  | 'binding'
  /** What was to be reached and what was, where a table evaluates. */
  | 'target'
  | 'result'
  /** The result as a part of the target, `102.5%`. */
  | 'completion'
  | 'verdict'
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
  /** Only where the table evaluates: the cell of the `verdict` column in one word. */
  readonly verdict?: Verdict;
}

export interface TableNote {
  /** Absent for a note that explains the signs of a generated table. */
  readonly source?: Line;
  /** `注：`; of several in one paragraph `注：①`, `②` …. */
  readonly label: string;
  /** True where the note goes on in the paragraph of the one before. */
  readonly continues?: true;
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

/** What a figure is: where things began, what was reached, what is expected, what is aimed at. */
export type PointStance = 'base' | 'actual' | 'forecast' | 'target';

/** One value of an indicator, for drawing only: no verdict is ever made from `value`. */
export interface ChartPoint {
  /** Puts periods in order: the year, with a fraction for a part of it. */
  readonly at: number;
  /** The period as printed below the axis. */
  readonly label: string;
  readonly value: number;
  /** The figure as printed, `＞3`. */
  readonly printed: string;
  readonly stance: PointStance;
}

export interface ChartSeries {
  readonly name: string;
  readonly unit: string;
  /** In the order of `at`; of one period there may be a result and a target. */
  readonly points: readonly ChartPoint[];
  /** True for what is left of a whole beside the parts that are told. */
  readonly rest?: true;
}

export type ChartForm =
  /** Indicators of one unit over time. */
  | 'trend'
  /** What was reached beside what was aimed at, for several indicators in one period. */
  | 'comparison'
  /** Parts stacked to their whole, for each period. */
  | 'composition';

/** One picture. */
export interface Chart {
  readonly form: ChartForm;
  /** Whose figures these are, without the unit. */
  readonly title: string;
  /** All series have the same. */
  readonly unit: string;
  readonly series: readonly ChartSeries[];
  /** Only of a composition: what the series are parts of. */
  readonly whole?: ChartSeries;
  /** All that the picture shows, in words, for those who cannot see it. */
  readonly description: string;
  /** What the signs in the picture are called in the document's script. */
  readonly words: ChartWords;
}

export type ChartWords = Readonly<Record<PointStance, string>>;

export interface ChartBlock extends BlockBase {
  readonly kind: 'chart';
  /** The indicators' names as typed; a problem where there is nothing to draw. */
  readonly names: readonly Inline[];
  /** The pictures below each other; `chartSvg` draws one. */
  readonly charts: readonly Chart[];
}

/** Begins an annex: everything up to the next one, or to the end, belongs to it. */
export interface AnnexBlock extends BlockBase {
  readonly kind: 'annex';
  readonly id: AnnexId;
  /** `附件1` in the document's script. */
  readonly label: string;
  readonly title: string;
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
  | NoteBlock
  | AnnexBlock;

/**
 * Blocks that follow each other: the same object as long as they are the same, and their lines are as far from each
 * other as they were.
 */
export interface BlockRun {
  readonly blocks: readonly Block[];
}

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

/** What can be put behind the document, made from what it says. */
export type AnnexId =
  /** Every indicator of the document in one table. */
  | 'indicators'
  /** The measures by who answers for them. */
  | 'owners'
  /** The measures by when they are due. */
  | 'deadlines'
  /** What was aimed at beside what was reached. */
  | 'evaluation';

export type { Verdict };

/** How a report is made where the document does not say it. */
export interface ReportOptions {
  /** How targets and results in the text are shown; `sentences` without it. */
  readonly targets?: StatementForm;
  /** The same for single sections, by the heading's title; sections inside them follow. */
  readonly targetsIn?: Readonly<Record<string, StatementForm>>;
  /** What is put behind the document, in this order. */
  readonly annexes?: readonly AnnexId[];
  /** The plans that the document names in `依据：`: results are measured by their targets too. */
  readonly basis?: readonly PlanModel[];
}

export interface Report {
  readonly script: Script;
  readonly kind?: DocumentKind;
  readonly title?: { readonly source: Line; readonly inlines: Inlines };
  readonly facts: readonly HeaderFact[];
  readonly blocks: readonly Block[];
  /** The same blocks in the runs that they are remembered in. */
  readonly runs: readonly BlockRun[];
  /** Tells at which line a block stands now. */
  readonly lines: LineList;
  /** What it was made from: outputs for machines ask for the figures themselves. */
  readonly model: PlanModel;
  /** The plans that results are measured by besides the document itself. */
  readonly basis?: readonly PlanModel[];
}

/** The text of inlines without their marks. */
export function plainText(inlines: Inlines): string {
  let text = '';
  for (const inline of inlines) text += inline.text;
  return text;
}

/** The title without its marks, for the head of a page and the name of a panel. */
export function titleText(report: Report): string {
  return report.title ? plainText(report.title.inlines) : '';
}

/** How many rows a cell of a category covers: as long as the same words follow; 0 where it is covered. */
export function spanAt({ rows }: TableBlock, row: number, column: number): number {
  const text = (at: number): string => plainText(rows[at].cells[column]);
  const own = text(row);
  if (own === '') return 1;
  if (row > 0 && text(row - 1) === own) return 0;
  let end = row + 1;
  while (end < rows.length && text(end) === own) end++;
  return end - row;
}

/** The report's language for `lang` in HTML: it decides which shapes Han characters get. */
export function languageOf(script: Script): 'zh-Hans' | 'zh-Hant' | 'en' {
  return script === 'hans' ? 'zh-Hans' : script === 'hant' ? 'zh-Hant' : 'en';
}
