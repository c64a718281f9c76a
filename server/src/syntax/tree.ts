/**
 * The tree: a document is a list of lines, a line is one statement. All offsets inside a line are
 * relative to the start of that line, so that a line keeps its node when text above it changes.
 */
import type { FieldOwner, KeywordRow } from './vocabulary/keywords.ts';

/** A stretch of a line, [start, end) in UTF-16 units from the start of the line. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A stretch with the text that stands there (trimmed, never re-encoded). */
export interface Word extends Span {
  readonly text: string;
}

// ---------------------------------------------------------------- claims

/** The period that a word or date names, before anyone knows which year the plan is for. */
export type PeriodForm =
  | { readonly form: 'year'; readonly year: number; readonly edge?: PeriodEdge }
  | { readonly form: 'years'; readonly from: number; readonly to: number }
  | {
      readonly form: 'month';
      readonly year?: number;
      readonly month: number;
      readonly edge?: PeriodEdge;
    }
  | { readonly form: 'date'; readonly year?: number; readonly month: number; readonly day: number }
  | { readonly form: 'quarter'; readonly year?: number; readonly quarter: number }
  | { readonly form: 'quarters'; readonly year?: number; readonly quarter: number }
  | { readonly form: 'half'; readonly year?: number; readonly half: 1 | 2 }
  | { readonly form: 'season'; readonly year?: number; readonly season: string }
  /** A five-year plan, `number` 14 for “十四五”; `end` for its last year. */
  | { readonly form: 'plan'; readonly number: number; readonly end: boolean }
  | { readonly form: 'base' }
  | { readonly form: 'previous'; readonly samePeriod?: boolean }
  | { readonly form: 'next' }
  | { readonly form: 'current'; readonly edge?: PeriodEdge }
  | { readonly form: 'years-count'; readonly count: number }
  /** A year with missing digits: `xx年`, `200_年`. */
  | { readonly form: 'masked'; readonly mask: string };

export type PeriodEdge = 'start' | 'end' | 'before' | 'after';

export interface PeriodItem extends Span {
  readonly kind: 'period';
  readonly period: PeriodForm;
  /** `到`, `至`, `by`: reached by then. */
  readonly until: boolean;
  /** `from 2020`, `在2020年基础上`: what a change is measured against. */
  readonly against: boolean;
}

/** One printed number with what stands around it: `500余万元`, `x.6亿元`, `近千人`. */
export interface Amount extends Span {
  /** Digits as printed, half-width, without thousand separators; absent when masked or dropped. */
  readonly number?: string;
  /** Where the digits (or the mask, or the missing number) stand. */
  readonly numberStart: number;
  readonly numberEnd: number;
  /** The mask as printed (`xxx`, `x.6`), or `''` where the number is missing altogether. */
  readonly mask?: string;
  /** Written in Chinese numerals. */
  readonly chinese?: boolean;
  /** 余 or 多: slightly more than printed. */
  readonly more?: boolean;
  /** Magnitude and unit as printed without 余/多, such as `亿元`; empty for a bare number. */
  readonly unit: string;
}

export interface Quantity extends Span {
  readonly amount: Amount;
  /** The upper end of a range `3—5项`. */
  readonly high?: Amount;
  /** `12.9：47.2：39.9` and the like: all the figures as printed, in order. */
  readonly ratio?: readonly string[];
}

export type ModifierKind =
  | 'commitment'
  | 'comparator'
  | 'up'
  | 'down'
  | 'to'
  | 'from'
  | 'base'
  | 'average'
  | 'total'
  | 'share'
  | 'flow'
  | 'rank'
  | 'multiply';

export interface Modifier extends Span {
  readonly kind: ModifierKind;
  /** The row of the phrase table: `atLeast`, `strive`, `sameTimeLastYear` … */
  readonly id: string;
  readonly text: string;
  /** Only `base` and `from`: the period that is compared with. */
  readonly period?: PeriodItem;
  /** Only `share`: the words between 占 and the figure. */
  readonly of?: Word;
}

/** Words that lead up to a figure, the figure, and the hedges behind it. */
export interface Clause extends Span {
  readonly kind: 'clause';
  readonly modifiers: readonly Modifier[];
  readonly quantity?: Quantity;
  /** 以上, 以内, 左右 … behind the figure. */
  readonly suffixes: readonly Modifier[];
}

/** `第4位` */
export interface RankItem extends Span {
  readonly kind: 'rank';
  readonly modifiers: readonly Modifier[];
  readonly rank: string;
}

/** `翻一番`, `翻两番`, `double`. */
export interface DoublingItem extends Span {
  readonly kind: 'doubling';
  readonly modifiers: readonly Modifier[];
  readonly times: number;
}

/** 全覆盖, 村村通 = 100 %; 清零 = 0. */
export interface AllOrNoneItem extends Span {
  readonly kind: 'allOrNone';
  readonly all: boolean;
  readonly text: string;
}

/** A quoted text, or “与GDP增长同步”. */
export interface QualitativeItem extends Span {
  readonly kind: 'qualitative';
  readonly text: string;
}

/** 其中, of which: what follows are parts. */
export interface PartsItem extends Span {
  readonly kind: 'parts';
}

export interface SeparatorItem extends Span {
  readonly kind: 'separator';
  readonly text: string;
}

export interface TextItem extends Span {
  readonly kind: 'text';
  readonly text: string;
}

/** A table cell that says nothing: `—`, `-`, `/`. */
export interface NothingItem extends Span {
  readonly kind: 'nothing';
}

/** `〔13.5〕`: a total over the plan's years. */
export interface BracketItem extends Span {
  readonly kind: 'bracket';
  readonly open: boolean;
}

/** `60.6*`: a figure of another year, told in the table's note. */
export interface StarItem extends Span {
  readonly kind: 'star';
}

export type ClaimItem =
  | PeriodItem
  | Clause
  | RankItem
  | DoublingItem
  | AllOrNoneItem
  | QualitativeItem
  | PartsItem
  | SeparatorItem
  | TextItem
  | NothingItem
  | BracketItem
  | StarItem;

// ---------------------------------------------------------------- statements

export type HeadingStyle = 'hash' | 'chinese' | 'chineseParen' | 'arabic' | 'arabicParen';

export interface BlankStatement {
  readonly kind: 'blank';
}
export interface ProseStatement {
  readonly kind: 'prose';
  /** Where the text begins: behind indentation, `- ` and `\`. */
  readonly start: number;
  readonly list: boolean;
  readonly escaped: boolean;
}
export interface CommentStatement {
  readonly kind: 'comment';
  readonly start: number;
  /** `// 忽略 规则名：理由` */
  readonly silence?: { readonly rule: Word; readonly reason?: Word };
}
export interface HeaderStatement {
  readonly kind: 'header';
  readonly keyword: Word;
  readonly row: KeywordRow;
  readonly title?: Word;
}
export interface FieldStatement {
  readonly kind: 'field';
  readonly keyword: Word;
  readonly row: KeywordRow;
  readonly value?: Word;
}
/** `2020年：2.2亿元` under an indicator. */
export interface ValueStatement {
  readonly kind: 'value';
  readonly period: PeriodItem;
  readonly claims: readonly ClaimItem[];
  readonly claimsStart: number;
}
export interface HeadingStatement {
  readonly kind: 'heading';
  readonly style: HeadingStyle;
  /** 1 to 4, the official order of levels (GB/T 9704-2012, 7.3.3). */
  readonly level: number;
  /** The typed number; absent for `#` headings. */
  readonly ordinal?: number;
  readonly marker: Word;
  readonly title?: Word;
  /** Run-in heading: the prose behind the title's full stop. */
  readonly rest?: Word;
}
export interface MeasureStatement {
  readonly kind: 'measure';
  readonly style: 'keyword' | 'ordinal';
  /** 一是 = 1 … */
  readonly ordinal?: number;
  readonly marker: Word;
  readonly title?: Word;
  readonly rest?: Word;
}
export interface IndicatorStatement {
  readonly kind: 'indicator';
  readonly keyword: Word;
  readonly name?: Word;
  readonly unit?: Word;
}
export interface TargetStatement {
  readonly kind: 'target' | 'result';
  readonly keyword: Word;
  readonly name?: Word;
  /** A unit in parentheses behind the name, as in a table. */
  readonly unit?: Word;
  /** False where the colon behind the name was left out. */
  readonly colon: boolean;
  readonly claims: readonly ClaimItem[];
  readonly claimsStart: number;
}
export interface TableStatement {
  readonly kind: 'table';
  readonly keyword: Word;
  readonly title?: Word;
}
export interface RowStatement {
  readonly kind: 'row';
  readonly cells: readonly Word[];
  /** `| --- | --- |` */
  readonly rule: boolean;
}
export interface ChartStatement {
  readonly kind: 'chart';
  readonly keyword: Word;
  readonly names: readonly Word[];
}
export interface IncludeStatement {
  readonly kind: 'include';
  readonly keyword: Word;
  readonly path?: Word;
}
export interface NoteStatement {
  readonly kind: 'note';
  readonly keyword: Word;
  readonly text?: Word;
}

export type Statement =
  | BlankStatement
  | ProseStatement
  | CommentStatement
  | HeaderStatement
  | FieldStatement
  | ValueStatement
  | HeadingStatement
  | MeasureStatement
  | IndicatorStatement
  | TargetStatement
  | TableStatement
  | RowStatement
  | ChartStatement
  | IncludeStatement
  | NoteStatement;

/** `{国民生产总值@2025.增量}` in prose. */
export interface Reference extends Span {
  readonly name: Word;
  readonly period?: Word;
  readonly facet?: Word;
  readonly closed: boolean;
}

/** What is wrong with the form of a line, on the smallest stretch that explains it. */
export interface SyntaxProblem extends Span {
  readonly id: SyntaxProblemId;
  /** Words for the message's blanks. */
  readonly words?: readonly string[];
}

export type SyntaxProblemId =
  | 'name-missing'
  | 'claim-missing'
  | 'colon-missing'
  | 'words-not-understood'
  | 'quote-not-closed'
  | 'unit-not-closed'
  | 'title-missing'
  | 'path-missing'
  | 'value-missing'
  | 'names-missing'
  | 'rule-missing'
  | 'reference-not-closed'
  | 'reference-empty'
  | 'expression-wrong'
  | 'expression-too-deep';

/** A token of the line as written; the leaves of a line concatenate to its text. */
export interface Leaf extends Span {
  /** The lexer's name of the token, or `space` for what lies between tokens. */
  readonly type: string;
}

// ---------------------------------------------------------------- lines

/** What a line is where it stands: a field far from its owner is prose, and so is a late header. */
export type LineKind = Statement['kind'];

/** The state between two lines: what the next field or row would belong to. */
export interface LineContext {
  /** True after the first line that is neither blank nor a comment. */
  readonly begun: boolean;
  readonly owner: Line | undefined;
  readonly ownerKind: FieldOwner | undefined;
  /** The `表` line whose rows may follow. */
  readonly table: Line | undefined;
}

/**
 * One line of the file with its statement. Everything but the place in the file (kept by the list
 * of lines) and the context is made once, when the line's text is parsed.
 */
export interface Line {
  /** Without the line terminator. A copy of its own: it does not keep the whole document alive. */
  readonly text: string;
  /** `\n`, `\r\n`, `\r`, or `''` at the end of the file. */
  readonly terminator: string;
  readonly statement: Statement;
  readonly problems: readonly SyntaxProblem[];
  /** Inline references in prose, headings, notes. */
  readonly references: readonly Reference[];

  // Set by the structure pass, which walks on from an edit until nothing changes any more.
  /** What the line is where it stands. */
  kind: LineKind;
  /** The header, measure or indicator that a field belongs to; the table of a row. */
  owner: Line | undefined;
  /** The state behind this line. */
  after: LineContext;

  // Set by the list of lines.
  chunk: LineChunk;
  indexInChunk: number;

  /** What the model of the document has read in the line; nobody else looks at it. */
  facts: unknown;
}

/** Tells the lines of one document from another's, where an included file's indicator is shown. */
export interface DocumentTag {
  readonly uri: string;
}

/** A run of lines that moves as one when lines above it come or go. */
export interface LineChunk {
  readonly lines: Line[];
  /** Index of its first line in the document. */
  firstLine: number;
  /** Goes up when one of its lines reads differently. Lines come and go with chunks of their own. */
  revision: number;
  /** The document that the line is part of. */
  readonly document: DocumentTag;
}
