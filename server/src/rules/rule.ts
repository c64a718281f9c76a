/**
 * What a check is made of. One file per check in `checks/`, one line in `index.ts` (generated):
 * its name, tier, reach, a paragraph in both languages, examples (which are its tests and its
 * documentation), the check and its fixes.
 */
import type { PlanModel } from '../model/model.ts';
import type { Indicator, Message, Place } from '../model/types.ts';
import type { Line, LineKind } from '../syntax/tree.ts';

/** error: certainly wrong; warning: probably wrong; hint: worth a look; off: on request. */
export type Tier = 'error' | 'warning' | 'hint' | 'off';

export interface Edit extends Place {
  readonly newText: string;
}

export interface Fix {
  readonly title: Message;
  readonly edits: readonly Edit[];
  /** True where it may be applied without a look (never for figures). */
  readonly safe?: boolean;
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

/** A text with what the check must find in it: the stretch between 【 and 】, or nothing. */
export interface RuleExamples {
  /** Each shows the finding between `⟦` and `⟧`. */
  readonly wrong: readonly string[];
  readonly right: readonly string[];
}

interface RuleBase {
  /** Kebab-case; also the diagnostic's code. */
  readonly name: string;
  readonly tier: Tier;
  readonly title: Message;
  /** One paragraph: what, why, what to do. */
  readonly description: Message;
  /** Clause of the standard, where there is one. */
  readonly basis?: string;
  readonly examples: RuleExamples;
}

/** Reads one line (with the header's facts). Run again only for lines that changed. */
export interface LineRule extends RuleBase {
  readonly scope: 'line';
  /** Kinds of lines that it reads; all kinds when absent. */
  readonly kinds?: readonly LineKind[];
  check(line: Line, model: PlanModel, report: Report): void;
}

/** Reads all that is said of one indicator. Run again only when something of that changed. */
export interface IndicatorRule extends RuleBase {
  readonly scope: 'indicator';
  check(indicator: Indicator, model: PlanModel, report: Report): void;
}

/** Reads the whole document. Run again only when a line of the kinds that it depends on changed. */
export interface DocumentRule extends RuleBase {
  readonly scope: 'document';
  readonly dependsOn: readonly LineKind[];
  check(model: PlanModel, report: Report): void;
}

export type Rule = LineRule | IndicatorRule | DocumentRule;
