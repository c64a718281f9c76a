/**
 * What a check is made of. One file per check in `checks/`, one line in `index.ts` (generated):
 * its name, tier, reach, a paragraph in both languages, examples (which are its tests and its
 * documentation), the check and its fixes.
 */
import type { PlanModel } from '../model/model.ts';
import type { Indicator, Message, Place } from '../model/types.ts';
import type { Line, LineKind, Word } from '../syntax/tree.ts';
import type { IndicatorSignals } from './indicator-signals.ts';
import type { Signals } from './signals.ts';

/** error: certainly wrong; warning: probably wrong; hint: worth a look; off: on request. */
export type Tier = 'error' | 'warning' | 'hint' | 'off';

export interface Edit extends Place {
  readonly newText: string;
  /** The line goes with its line break; the place covers its text and there is no new text. */
  readonly wholeLine?: boolean;
}

export interface Fix {
  readonly title: Message;
  readonly edits: readonly Edit[];
  /** True where it may be applied without a look (never for figures). */
  readonly safe?: boolean;
  /** True where something else may be wrong just as well: it is offered, and never taken by itself. */
  readonly unsure?: boolean;
}

export interface RelatedPlace extends Place {
  readonly message: Message;
}

/** What a check reports. The tier is the rule's, unless the finding is softer. */
export interface Finding extends Place {
  readonly message: Message;
  readonly tier?: Exclude<Tier, 'off'>;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
}

export type Report = (finding: Finding) => void;

/** Whole documents, each read on its own: they are the documentation and the tests of a check. */
export interface RuleExamples {
  /** Each shows what the check finds, no more and no less, between `⟦` and `⟧`. */
  readonly wrong: readonly string[];
  /** In these it finds nothing. */
  readonly right: readonly string[];
}

interface RuleBase {
  /** Kebab-case; also the diagnostic's code. */
  readonly name: string;
  readonly tier: Tier;
  /** About wording and form: annexes and glossaries are other texts than the plan, and keep theirs. */
  readonly sparesAnnexes?: true;
  readonly title: Message;
  /** One paragraph: what, why, what to do. */
  readonly description: Message;
  /** Clause of the standard, where there is one. */
  readonly basis?: string;
  readonly examples: RuleExamples;
}

/**
 * Reads one line (with the header's facts). Run again only for lines that changed, and for the
 * header, measure, indicator or table that a changed line belongs to.
 */
export interface LineRule extends RuleBase {
  readonly scope: 'line';
  /** Kinds of lines that it reads; all kinds when absent. */
  readonly kinds?: readonly LineKind[];
  /** What a line must hold for the check to find anything in it: it is not asked about other lines. */
  readonly waitsFor?: Signals;
  /**
   * Keys of the indicators that the verdict depends on beside the line: it is read again when one
   * of them changes. `any` where every one may matter, as for a name that is not known.
   */
  indicatorsOf?(line: Line, model: PlanModel): readonly string[] | 'any';
  check(line: Line, model: PlanModel, report: Report): void;
}

/** Reads all that is said of one indicator. Run again only when something of that changed. */
export interface IndicatorRule extends RuleBase {
  readonly scope: 'indicator';
  /** What must be told of an indicator for the check to find anything in it: it is not asked about others. */
  readonly waitsFor?: IndicatorSignals;
  check(indicator: Indicator, model: PlanModel, report: Report): void;
}

/**
 * Reads lines of the whole document together. Each line is asked once whether it is one of them; the check is run again
 * when such a line came, went or changed, and is given all of them in order.
 */
export interface DocumentRule extends RuleBase {
  readonly scope: 'document';
  /** Kinds of lines that it may need; all kinds when absent. */
  readonly kinds?: readonly LineKind[];
  /** What a line must hold to be one of them. */
  readonly waitsFor?: Signals;
  /** Whether the check needs the line. By itself alone: its own text, kind and statement. All of those kinds when absent. */
  reads?(line: Line): boolean;
  /** Run again also when a line of these kinds came, went or changed; `any` for a check that looks around its lines. */
  readonly dependsOn?: readonly LineKind[] | 'any';
  check(lines: readonly Line[], model: PlanModel, report: Report): void;
}

/** A comment that silences a rule on the next line. */
export interface Silence {
  readonly line: Line;
  /** The rule's name as the writer typed it. */
  readonly word: Word;
  /** The rule that is meant; undefined where no rule has that name. */
  readonly rule?: Rule;
  /** Whether the rule found anything there, or could not be asked (switched off). */
  readonly used: boolean;
  /** Names of rules that a name which is not known may have meant, nearest first. */
  readonly near: readonly string[];
}

/** Reads a comment that silences a rule, after all other rules have been asked. */
export interface SilenceRule extends RuleBase {
  readonly scope: 'silence';
  check(silence: Silence, report: Report): void;
}

export type Rule = LineRule | IndicatorRule | DocumentRule | SilenceRule;
