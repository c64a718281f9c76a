/**
 * What the model knows of a plan. Places are a line and offsets inside it, so that they hold when
 * text above the line changes; `lsp` and `cli` turn them into positions.
 */
import type { Line, PeriodForm, PeriodItem, Span, Word } from '../syntax/tree.ts';

/** A stretch of one line of the document. */
export interface Place extends Span {
  readonly line: Line;
}

/** The same sentence for both publics; traditional Chinese is made from the simplified form. */
export interface Message {
  readonly zh: string;
  readonly en: string;
}

// ---------------------------------------------------------------- periods

/** A period with its years known. `from` = `to` for one year. */
export interface Period {
  readonly from: number;
  readonly to: number;
  /** A part of the year: `Q1`, `H1`, `06` (month), `Q1-3`; absent for whole years. */
  readonly part?: string;
  /** True where the period is a span over which a flow is counted (“十四五”期间, 2021—2025年). */
  readonly span: boolean;
}

// ---------------------------------------------------------------- claims (CLAIMS.md)

export type Role = 'target' | 'result' | 'forecast' | 'base';
export type Origin = 'declared' | 'table' | 'prose';
export type ComparatorName = '=' | '>' | '>=' | '<' | '<=' | '~' | 'range' | 'keep' | 'from-to';
export type ChangeKind = 'absolute' | 'percent' | 'points' | 'times' | 'rank';
/** How the printed digits bound the value: 余/多 `more`, 近 `almost`, 左右/约 `about`. */
/**
 * `gross` is what is new beside what there is now: 新增618户，达4207户, of which some have gone; `others` is how far it is
 * from others: 高于全市平均3.1个百分点. Neither says what it was before.
 */
export type Hedge = 'more' | 'almost' | 'about' | 'gross' | 'others';

export interface ChangeClaim extends Span {
  readonly kind: ChangeKind;
  /** Signed decimal string as printed, negative for a decrease; absent where masked or dropped. */
  readonly value?: string;
  /** Upper end of a range of change. */
  readonly high?: string;
  readonly mask?: string;
  readonly unit: string;
  readonly comparator?: ComparatorName;
  readonly hedge?: Hedge;
  /** 是2015年的1.7倍: the value is the ratio itself, not what is added. */
  readonly ratio?: boolean;
  /** Where the number stands, for repairs. */
  readonly numberStart: number;
  readonly numberEnd: number;
}

/** One thing said about one indicator. */
export interface Claim extends Place {
  /** As printed, without scope words. */
  readonly indicator: string;
  /** The folded name: width, script and scope words do not tell names apart. */
  readonly key: string;
  readonly nameSpan?: Span;
  readonly role: Role;
  readonly origin: Origin;
  readonly commitment?: string;
  readonly comparator?: ComparatorName;
  /** Decimal strings as printed, without magnitude; the magnitude is in `unit`. */
  readonly value?: string;
  readonly low?: string;
  readonly high?: string;
  readonly from?: string;
  /** Unit of `from` where it is printed and differs (由8600亩扩大到1万亩). */
  readonly fromUnit?: string;
  /** Where the digits of `from` stand. */
  readonly fromStart?: number;
  readonly fromEnd?: number;
  readonly hedge?: Hedge;
  /** Magnitude and unit as printed, such as `亿元`; `''` where none is printed. */
  readonly unit: string;
  /** Unit of `low` where it is printed and differs (4500元—1万元). */
  readonly lowUnit?: string;
  readonly period?: Period;
  readonly periodForm?: PeriodForm;
  readonly basePeriod?: Period;
  readonly change?: ChangeClaim;
  readonly average?: boolean;
  readonly total?: boolean;
  /** 新增, 新建 …: what came about in the period, not what there is at its end. */
  readonly flow?: boolean;
  readonly share?: boolean;
  readonly rank?: boolean;
  readonly completion?: boolean;
  /** The whole of a share, the task of a completion rate. */
  readonly of?: string;
  /** Mentioned because a figure beside it is measured by it: the task of a completion rate, the base of a change. */
  readonly beside?: 'task' | 'base';
  /** Parts listed behind 其中 under this claim; they are claims of their own as well. */
  readonly partOf?: Claim;
  readonly mask?: string;
  readonly ratio?: readonly string[];
  readonly qualitative?: string;
  /** A figure of another year than its column, told in the table's note. */
  readonly starred?: boolean;
  /** Where the level's digits stand, for repairs; empty where they were dropped. */
  readonly numberStart: number;
  readonly numberEnd: number;
  /** Where the unit stands (or would stand). */
  readonly unitStart: number;
  readonly unitEnd: number;
}

// ---------------------------------------------------------------- document

export type DocumentKind = 'plan' | 'annualPlan' | 'summary' | 'report';
export type PriceBasis = 'current' | 'constant';

/** What the header says. Everything is optional: plain prose has no header. */
export interface HeaderFacts {
  readonly line?: Line;
  readonly kind?: DocumentKind;
  readonly title?: Word;
  /** The plan's years. */
  readonly period?: Period;
  readonly periodPlace?: Place;
  readonly baseline?: Period;
  readonly baselinePlace?: Place;
  readonly issuer?: string;
  readonly region?: string;
  readonly date?: PeriodItem['period'];
  readonly dateText?: string;
  readonly prices?: PriceBasis;
  readonly basis: readonly PathFact[];
  readonly superior: readonly PathFact[];
  readonly rollup: readonly PathFact[];
}

export interface PathFact extends Place {
  readonly path: string;
}

/** Why an `引用` line brings nothing. */
export type IncludeProblem =
  /** There is no such file, or it cannot be read. */
  | 'missing'
  /** The file includes itself, directly or through others. */
  | 'itself'
  /** The document has never been saved, so a relative path leads nowhere. */
  | 'unsaved';

export interface Section {
  readonly line: Line;
  /** 1–4. */
  readonly level: number;
  /** The official number as it is printed or will be: `一、`, `（二）`, `3.`, `（4）`. */
  readonly number: string;
  readonly title: string;
  readonly children: readonly Section[];
  /** First line behind the section. */
  readonly endLine: number;
}

export interface Measure {
  readonly line: Line;
  readonly title: string;
  /** 一是 = 1; absent for 举措. */
  readonly ordinal?: number;
  readonly owner: readonly Word[];
  readonly with: readonly Word[];
  readonly due?: { readonly word: Word; readonly line: Line; readonly period?: Period };
  readonly budget?: { readonly word: Word; readonly line: Line };
  readonly progress?: { readonly word: Word; readonly line: Line };
}

/** What a name is there for. */
export type NameUse =
  | 'declaration'
  | 'alias'
  | 'target'
  | 'result'
  | 'row'
  /** 其中：服务业1.2亿元 on the line of another indicator. */
  | 'part'
  /** 占财政收入的89.7% on the line of another indicator. */
  | 'whole'
  | 'reference'
  | 'chart'
  | 'formula'
  /** Running text, where it is only recognised. */
  | 'prose';

/** A place where an indicator is named. */
export interface NamePlace extends Place {
  /** The folded name of the indicator that is meant, also where an alias stands. */
  readonly key: string;
  readonly text: string;
  readonly use: NameUse;
}

/** A value of an indicator in one period, printed or derived, for hovers, charts and tables. */
export interface KnownValue {
  readonly period?: Period;
  readonly claims: readonly Claim[];
  /** Comparator, digits and unit as a reader would write them: `≥3亿元`, `5—6项`. */
  readonly printed: string;
  readonly derived: boolean;
  /** For drawing only; verdicts never use it. */
  readonly number?: number;
  readonly unit: string;
  readonly stance: Stance;
}

/** What a figure claims to be: something reached, something expected, or something to reach. */
export type Stance = 'actual' | 'forecast' | 'target';

/** A figure that follows from printed ones. */
export interface Figure {
  readonly text: string;
  readonly from: Period;
}

export interface DerivedFigures {
  readonly base?: Figure;
  readonly change?: Figure;
  readonly growth?: Figure;
  readonly average?: Figure;
}

/** What an inline reference stands for. */
export interface Resolved {
  readonly indicator?: Indicator;
  readonly period?: Period;
  readonly facet?: 'value' | 'change' | 'growth' | 'average' | 'unit';
  readonly text?: string;
  readonly problem?:
    | 'unknown-indicator'
    | 'unknown-period'
    | 'unknown-facet'
    | 'no-value'
    | 'not-derivable';
  readonly candidates?: readonly string[];
}

export type IndicatorNature = 'level' | 'flow' | 'cumulative' | 'ratio' | 'growth';

/** An `指标` line with its fields. */
export interface IndicatorDeclaration {
  readonly line: Line;
  readonly name: Word;
  readonly key: string;
  readonly unit?: Word;
  readonly aliases: readonly (Word & { readonly line: Line })[];
  readonly category?: string;
  readonly binding?: 'binding' | 'expected';
  readonly direction?: 'up' | 'down';
  readonly nature?: IndicatorNature;
  readonly prices?: PriceBasis;
  readonly definition?: string;
  readonly source?: string;
  readonly parts?: { readonly line: Line; readonly word: Word };
  readonly formula?: { readonly line: Line; readonly word: Word };
}

/** Everything that the document says about one indicator, under whatever name. */
export interface Indicator {
  readonly key: string;
  /** The declared name, or the first name in the document. */
  readonly name: string;
  readonly declarations: readonly IndicatorDeclaration[];
  /** In document order, all roles, origins and periods. */
  readonly claims: readonly Claim[];
}

/** A `表` with its rows. */
export interface TableFacts {
  readonly line: Line;
  readonly title: string;
  readonly rows: readonly Line[];
  readonly header?: Line;
  readonly columns: readonly TableColumn[];
  readonly notes: readonly Line[];
}

export type TableColumn =
  | {
      readonly kind: 'category' | 'indicator' | 'unit' | 'binding' | 'text';
      readonly title: string;
    }
  | {
      readonly kind: 'value';
      readonly title: string;
      readonly period: Period;
      readonly form: PeriodForm;
      /** Of figures whose row names none: 2025年（元）, or 单位：万元 above the table. */
      readonly unit?: string;
    }
  | FigureColumn
  /** 年均/累计 */
  | { readonly kind: 'average'; readonly title: string };

/** A column that names no year, or whose figures are no levels: 绝对数, 比上年增长（%）, 位次. */
export interface FigureColumn {
  readonly kind: 'figure';
  readonly title: string;
  readonly of: 'level' | 'growth' | 'increase' | 'share' | 'completion' | 'rank';
  /** Of the columns before it, or of the caption; where absent, of the section. */
  readonly period?: Period;
  /** What a growth is measured from. */
  readonly base?: Period;
  /** A part of the year that the caption or the section names: 1—6月完成. */
  readonly form?: PeriodForm;
  /** The sum over the years of its period. */
  readonly total?: boolean;
  /** Of the year before: 上年同期. */
  readonly back?: boolean;
  readonly unit?: string;
  /** What the figures are of, where the rows are towns or quarters. */
  readonly name?: string;
}
