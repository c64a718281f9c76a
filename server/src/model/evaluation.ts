/**
 * What was aimed at beside what was reached: for every target of a summary, whether it was met. The
 * target may stand in the document or in the plan that it names in `依据：`. Where the figures do not
 * settle it, the evaluation says why instead of guessing.
 */
import Fraction from 'fraction.js';
import { goodDirection } from './directions.ts';
import { levelInterval } from './figures.ts';
import type { PlanModel } from './model.ts';
import { formatDecimal } from './numbers.ts';
import { periodKey } from './periods.ts';
import type { ChangeClaim, Claim, Indicator, Period } from './types.ts';
import { comparable, parseUnit, type Unit } from './units.ts';

/** `open`: the figures do not tell. */
export type Verdict = 'met' | 'missed' | 'open';

/** Why a target cannot be assessed. */
export type OpenReason =
  /** The target is told in words, or its figure is still to be filled in. */
  | 'target-without-figure'
  | 'no-result'
  | 'result-without-figure'
  /** One is an amount and the other a growth. */
  | 'amount-against-growth'
  | 'units-differ'
  /** Nothing tells whether more or less of it is wanted. */
  | 'direction-unknown'
  /** 约, 左右: how far off would still be about right, nobody says. */
  | 'about'
  /** The difference is less than what rounding may hide. */
  | 'rounding'
  /** The target is for a later year. */
  | 'not-due';

export interface Evaluation {
  /** As the document knows it, or as the other plan does where the document is silent. */
  readonly indicator: Indicator;
  readonly target: Claim;
  /** True where the target stands in a plan that the document names. */
  readonly elsewhere: boolean;
  readonly result?: Claim;
  /** The result as a part of the target, where more is better: `102.5%`. */
  readonly completion?: string;
  readonly verdict: Verdict;
  readonly reason?: OpenReason;
  /** Which of the figures were compared: a target may tell only the growth of what a result tells in full. */
  readonly compared?: 'level' | 'change';
}

/** The evaluation of every target that the document could have a result for, in document order. */
export function evaluationsOf(
  model: PlanModel,
  basis: readonly PlanModel[],
): readonly Evaluation[] {
  const evaluations: Evaluation[] = [];
  const seen = new Set<string>();
  for (const indicator of model.indicators()) {
    seen.add(indicator.key);
    const others = basis.flatMap((plan) => sameIn(plan, indicator) ?? []);
    const own = indicator.claims.filter(isTarget);
    const evaluation =
      evaluate(indicator, own, false, model, others) ??
      evaluate(indicator, others.flatMap(targetsOf), true, model, others);
    if (evaluation) evaluations.push(evaluation);
  }
  const year = model.header.period;
  for (const plan of basis) {
    for (const indicator of plan.indicators()) {
      if (seen.has(indicator.key) || namesOf(indicator).some((name) => knows(model, name)))
        continue;
      seen.add(indicator.key);
      const target = targetsOf(indicator).find(({ period }) => year && samePeriod(period, year));
      const missing = target && withoutResult(indicator, target, model, evaluations);
      if (missing) evaluations.push(missing);
    }
  }
  return evaluations;
}

/** What ends in 增长 has its figure as the growth of what stands before it. */
const growthOf = /的?(?:增长|增長|增速|增幅)率?$|\s+growth$/i;

/** A target that the document does not name. Its figure may be told as a growth, and may be evaluated as one. */
function withoutResult(
  indicator: Indicator,
  target: Claim,
  model: PlanModel,
  evaluations: readonly Evaluation[],
): Evaluation | undefined {
  const grown = growthOf.test(indicator.name)
    ? model.indicator(indicator.name.replace(growthOf, ''))
    : undefined;
  if (grown && evaluations.some((one) => one.indicator === grown && one.target.change)) {
    return undefined;
  }
  const told = { indicator, target, elsewhere: true } as const;
  const result = grown?.claims.find(
    (claim) => isResult(claim) && hasChange(claim) && samePeriod(claim.period, target.period),
  );
  if (!result?.change || target.value === undefined) {
    return { ...told, verdict: 'open', reason: 'no-result' };
  }
  const aim: ChangeClaim = {
    kind: 'percent',
    value: target.value,
    unit: target.unit || '%',
    start: target.start,
    end: target.end,
    numberStart: target.numberStart,
    numberEnd: target.numberEnd,
    ...(target.comparator ? { comparator: target.comparator } : {}),
  };
  return { ...told, result, ...judgeChanges(aim, result.change), compared: 'change' };
}

function knows(model: PlanModel, name: string): boolean {
  return model.indicator(name) !== undefined;
}

function namesOf({ name, declarations }: Indicator): string[] {
  return [name, ...declarations.flatMap(({ aliases }) => aliases.map(({ text }) => text))];
}

function sameIn(plan: PlanModel, indicator: Indicator): Indicator | undefined {
  for (const name of namesOf(indicator)) {
    const found = plan.indicator(name);
    if (found) return found;
  }
  return undefined;
}

const isTarget = ({ role, origin, share, completion }: Claim): boolean =>
  role === 'target' && origin !== 'prose' && !share && !completion;

/** What was expected at the time of writing counts as a result until there is one. */
const isResult = ({ role, origin, share, completion }: Claim): boolean =>
  (role === 'result' || role === 'forecast') && origin !== 'prose' && !share && !completion;

const targetsOf = ({ claims }: Indicator): Claim[] => claims.filter(isTarget);

/** The last period for which there are both comes first; a target alone is for a year to come. */
function evaluate(
  indicator: Indicator,
  targets: readonly Claim[],
  elsewhere: boolean,
  model: PlanModel,
  others: readonly Indicator[],
): Evaluation | undefined {
  const results = indicator.claims.filter(isResult);
  if (targets.length === 0) return undefined;
  const year = model.header.period;
  let later: Evaluation | undefined;
  for (const target of byYear(targets)) {
    const result = best(
      results.filter(({ period }) =>
        elsewhere
          ? samePeriod(period, target.period)
          : // In one document without years, results are last year's and targets next year's.
            period !== undefined &&
            target.period !== undefined &&
            samePeriod(period, target.period),
      ),
      target,
    );
    if (result) {
      return {
        indicator,
        target,
        elsewhere,
        result,
        ...judge(target, result, [indicator, ...others]),
      };
    }
    if (!elsewhere) continue;
    const latest = byYear(results)[0];
    if (year && samePeriod(target.period, year)) {
      return { indicator, target, elsewhere, verdict: 'open', reason: 'no-result' };
    }
    if (latest && later === undefined && isLater(target.period, latest.period)) {
      later = { indicator, target, elsewhere, result: latest, verdict: 'open', reason: 'not-due' };
    }
  }
  return later;
}

/** Later years first; figures of a part of a year behind those of the whole. */
function byYear(claims: readonly Claim[]): Claim[] {
  const rank = ({ period }: Claim): number => (period ? period.to - (period.part ? 0.5 : 0) : 0);
  return [...claims].sort((a, b) => rank(b) - rank(a));
}

/** An actual result before an expected one, and one that can be compared before one that cannot. */
function best(results: readonly Claim[], target: Claim): Claim | undefined {
  const rank = (claim: Claim): number =>
    (claim.role === 'result' ? 0 : 1) + (hasLevel(claim) === hasLevel(target) ? 0 : 2);
  return [...results].sort((a, b) => rank(a) - rank(b))[0];
}

function samePeriod(a: Period | undefined, b: Period | undefined): boolean {
  return a === undefined || b === undefined || periodKey(a) === periodKey(b);
}

function isLater(a: Period | undefined, b: Period | undefined): boolean {
  return a !== undefined && b !== undefined && a.to > b.to;
}

// ---------------------------------------------------------------- judging

type Judged = Pick<Evaluation, 'verdict' | 'reason' | 'completion' | 'compared'>;

const open = (reason: OpenReason): Judged => ({ verdict: 'open', reason });

const hasLevel = ({ value, low, high, mask }: Claim): boolean =>
  mask === undefined && (value !== undefined || low !== undefined || high !== undefined);

const hasChange = ({ change }: Claim): boolean =>
  change?.value !== undefined && change.mask === undefined;

function judge(target: Claim, result: Claim, indicators: readonly Indicator[]): Judged {
  if (!hasLevel(target) && !hasChange(target)) return open('target-without-figure');
  if (!hasLevel(result) && !hasChange(result)) return open('result-without-figure');
  if (hasLevel(target) && hasLevel(result)) {
    return { ...judgeLevels(target, result, indicators), compared: 'level' };
  }
  if (target.change && result.change && hasChange(target) && hasChange(result)) {
    return { ...judgeChanges(target.change, result.change), compared: 'change' };
  }
  return open('amount-against-growth');
}

function judgeLevels(target: Claim, result: Claim, indicators: readonly Indicator[]): Judged {
  const declared = indicators.flatMap(({ declarations }) => declarations);
  const rowUnit = declared.find(({ unit }) => unit)?.unit?.text ?? '';
  const unit = parseUnit(target.unit || rowUnit);
  const resultUnit = parseUnit(result.unit || rowUnit);
  if (!unit || !resultUnit || !comparable(unit, resultUnit)) return open('units-differ');
  const reached = inBaseUnits(result.value ?? result.high ?? result.low, resultUnit);
  const possible = levelInterval(result, resultUnit);
  if (!reached || !possible) return open('result-without-figure');
  const wants = goodDirection(target, declared);
  // Of a range the nearer end is enough.
  const [low, high] = [target.low ?? target.value ?? target.high, target.high ?? target.value];
  const goal = inBaseUnits(wants === 'down' ? (high ?? low) : low, unit);
  if (!goal) return open('target-without-figure');
  if (wants === undefined) {
    const far = inBaseUnits(high, unit) ?? goal;
    const within = reached.compare(goal) >= 0 && reached.compare(far) <= 0;
    return within ? { verdict: 'met' } : open('direction-unknown');
  }
  // 近3亿元 does not reach 3亿元.
  const nearly = result.hedge === 'almost' && wants === 'up';
  const completion =
    wants === 'up' && !nearly && goal.compare(0) > 0 && reached.compare(0) >= 0
      ? { completion: percentOf(reached.div(goal)) }
      : {};
  if (result.hedge === 'about') return open('about');
  const ahead = wants === 'up' ? reached.compare(goal) : goal.compare(reached);
  const strict = target.comparator === '>' || target.comparator === '<';
  if (ahead > 0 || (ahead === 0 && !strict && !nearly)) return { verdict: 'met', ...completion };
  if (target.comparator === '~') return { ...open('about'), ...completion };
  const end = wants === 'up' ? possible.high.value : possible.low.value;
  const mayReach =
    !nearly && (end === undefined || (wants === 'up' ? end.compare(goal) : goal.compare(end)) > 0);
  return { ...(mayReach ? open('rounding') : { verdict: 'missed' as const }), ...completion };
}

function inBaseUnits(digits: string | undefined, unit: Unit): Fraction | undefined {
  return digits === undefined ? undefined : new Fraction(digits).mul(unit.factor);
}

/** Growth against growth: a decrease that was aimed at is met by one as large. */
function judgeChanges(target: ChangeClaim, result: ChangeClaim): Judged {
  if (target.kind !== result.kind || target.value === undefined || result.value === undefined) {
    return open('units-differ');
  }
  const unit = parseUnit(target.unit);
  const resultUnit = parseUnit(result.unit);
  if (target.unit !== result.unit && !(unit && resultUnit && comparable(unit, resultUnit))) {
    return open('units-differ');
  }
  const factor = (known: Unit | undefined): Fraction => known?.factor ?? new Fraction(1);
  const goal = new Fraction(target.value).mul(factor(unit));
  const reached = new Fraction(result.value).mul(factor(resultUnit));
  if (result.hedge === 'about') return open('about');
  // 增长控制在3%以内 wants little of it.
  const little = target.comparator === '<' || target.comparator === '<=';
  const down = target.value.startsWith('-') !== little;
  const ahead = down ? goal.compare(reached) : reached.compare(goal);
  const strict = target.comparator === '>' || target.comparator === '<';
  if (ahead > 0 || (ahead === 0 && !strict)) return { verdict: 'met' };
  if (target.comparator === '~') return open('about');
  return ahead === 0 ? open('rounding') : { verdict: 'missed' };
}

/** A part in percent with one decimal; what falls short of the whole never reads 100%. */
function percentOf(part: Fraction): string {
  const percent = part.mul(100);
  for (let decimals = 1; ; decimals++) {
    const printed = formatDecimal(percent, decimals).replace(/\.0+$/, '');
    if (printed !== '100' || percent.compare(100) === 0 || decimals === 4) return `${printed}%`;
  }
}
