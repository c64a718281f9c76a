/** What an inline reference stands for: `{国民生产总值@2025.增量}`. */
import type { Reference } from '../syntax/tree.ts';
import { printLevel } from './figures.ts';
import type { PlanModel } from './model.ts';
import { nearNames } from './names.ts';
import { periodIn, periodKey, resolvePeriod } from './periods.ts';
import type { Claim, Indicator, Period, Resolved } from './types.ts';

/** The facets behind the dot, in all three forms. The first of each language is offered. */
export const facetForms: Readonly<
  Record<'change' | 'growth' | 'average' | 'unit', readonly string[]>
> = {
  change: ['增量', 'change'],
  growth: ['增速', 'growth'],
  average: ['年均', 'cagr', 'average'],
  unit: ['单位', '單位', 'unit'],
};

export function resolveReference(reference: Reference, model: PlanModel): Resolved {
  const indicator = model.indicator(reference.name.text);
  if (!indicator) {
    return {
      problem: 'unknown-indicator',
      // Only a diagnostic asks for them: comparing with every name of the document takes its time.
      get candidates() {
        return nearNames(reference.name.text, new Set(model.names()));
      },
    };
  }
  const facet = facetOf(reference.facet?.text);
  if (!facet) return { indicator, problem: 'unknown-facet' };
  if (facet === 'unit') {
    const { unitText } = model.assess(indicator);
    return unitText === ''
      ? { indicator, facet, problem: 'no-value' }
      : { indicator, facet, text: unitText };
  }
  const period = periodOf(reference, indicator, model);
  if (period === 'unknown') return { indicator, facet, problem: 'unknown-period' };
  if (!period) {
    // A plan without years: the one value that there is.
    const claim = valueAt(indicator, undefined);
    return claim && facet === 'value'
      ? { indicator, facet, text: printReference(claim) }
      : { indicator, facet, problem: 'no-value' };
  }
  if (facet === 'value') {
    const claim = valueAt(indicator, period);
    if (claim) return { indicator, period, facet, text: printReference(claim) };
    const derived = model
      .valuesOf(indicator)
      .find(
        (value) => value.derived && value.period && periodKey(value.period) === periodKey(period),
      );
    return derived
      ? { indicator, period, facet, text: derived.printed }
      : { indicator, period, facet, problem: 'no-value' };
  }
  const printed = printedChange(indicator, period, facet);
  const derived = model.derivedOf(indicator, period)[facet];
  const text = printed ?? derived?.text;
  return text
    ? { indicator, period, facet, text }
    : { indicator, period, facet, problem: 'not-derivable' };
}

function facetOf(text: string | undefined): NonNullable<Resolved['facet']> | undefined {
  if (text === undefined) return 'value';
  const wanted = text.toLowerCase();
  for (const [facet, forms] of Object.entries(facetForms)) {
    if (forms.includes(wanted)) return facet as 'change' | 'growth' | 'average' | 'unit';
  }
  return undefined;
}

function periodOf(
  reference: Reference,
  indicator: Indicator,
  model: PlanModel,
): Period | undefined | 'unknown' {
  if (reference.period) {
    const item = periodIn(reference.period.text);
    return (item && resolvePeriod(item.period, model.periodScope)) ?? 'unknown';
  }
  const plan = model.header.period;
  if (plan) return { from: plan.to, to: plan.to, span: false };
  const periods = indicator.claims.flatMap((claim) => claim.period ?? []);
  return periods.sort((a, b) => b.to - a.to)[0];
}

const says = (claim: Claim): boolean =>
  !claim.share &&
  !claim.completion &&
  claim.mask === undefined &&
  (claim.value !== undefined || claim.high !== undefined);

/** The figure of a period: the level if one is printed, else the total or average of that year. */
function valueAt(indicator: Indicator, period: Period | undefined): Claim | undefined {
  const fits = indicator.claims.filter(
    (claim) =>
      says(claim) &&
      (period === undefined
        ? claim.period === undefined
        : claim.period !== undefined && periodKey(claim.period) === periodKey(period)),
  );
  return fits.find((claim) => !claim.total && !claim.average && !claim.flow) ?? fits[0];
}

/** Digits and unit as printed, without the comparator: 达到{…} says that already. */
function printReference(claim: Claim): string {
  const printed = claim.line.text.slice(claim.numberStart, claim.numberEnd);
  // Thousands stay set apart where the writer sets them apart.
  const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(printed) ? { value: printed } : {};
  return printLevel({ ...claim, ...grouped, comparator: '=' });
}

/** A change that the plan prints itself is not computed. */
function printedChange(
  indicator: Indicator,
  period: Period,
  facet: 'change' | 'growth' | 'average',
): string | undefined {
  for (const claim of indicator.claims) {
    const { change } = claim;
    if (
      !change?.value ||
      change.mask !== undefined ||
      !claim.period ||
      periodKey(claim.period) !== periodKey(period)
    )
      continue;
    const kind =
      change.kind === 'percent'
        ? claim.average
          ? 'average'
          : 'growth'
        : change.kind === 'absolute' || change.kind === 'points'
          ? 'change'
          : undefined;
    if (kind === facet) return change.value.replace(/^-/, '') + change.unit;
  }
  return undefined;
}
