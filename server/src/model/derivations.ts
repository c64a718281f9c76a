/**
 * What follows from a printed figure and those around it, with the sum as a reader would write it: from 达3亿元 and the
 * base year's 2.2亿元 that it grows by 36.4% in all, (3 − 2.2) ÷ 2.2 = 36.4%. The figures are those of the assessment;
 * shares and totals, which join several indicators or years, are worked out here.
 */
import Fraction from 'fraction.js';
import { grossProduct, type PrintedLevel, valueAdded } from './assessment.ts';
import { expressionOn, namesInFormula } from './composition.ts';
import { conversionSum, conversionsOf, equated } from './conversions.ts';
import { decimalsOf, printValue, spaced } from './figures.ts';
import type { PlanModel } from './model.ts';
import { foldName, simplify } from './names.ts';
import { periodKey, periodText } from './periods.ts';
import type {
  ChangeClaim,
  Claim,
  Figure,
  Indicator,
  IndicatorDeclaration,
  Message,
  Period,
  Place,
} from './types.ts';
import { comparable, parseUnit, type Unit, type UnitLanguage } from './units.ts';

export type DerivationKind =
  | 'base'
  | 'change'
  | 'growth'
  | 'average'
  | 'total'
  | 'share'
  | 'conversion';

export interface Derivation {
  readonly kind: DerivationKind;
  /** In a writer's words: 年均增长6.4%. */
  readonly text: Message;
  /** `⁵√(3 ÷ 2.2) − 1 = 6.4%`. */
  readonly sum: string;
  /** Where the other figure of the sum is printed. */
  readonly place?: Place;
  /** Told by a rounded rate, or against a base that nobody named: worth a look, and no more. */
  readonly uncertain: boolean;
  /** The writer has printed this figure, here or elsewhere in the document. */
  readonly printed: boolean;
}

/** The declarations of wholes by the key of each part; for many figures it is made once. */
export type Wholes = ReadonlyMap<string, readonly IndicatorDeclaration[]>;

export function wholesByPart(model: PlanModel): Wholes {
  const wholes = new Map<string, IndicatorDeclaration[]>();
  for (const declaration of model.declarations()) {
    const expression = declaration.parts && expressionOn(declaration.parts.line);
    for (const name of expression ? namesInFormula(expression) : []) {
      const key = model.canonical(foldName(name));
      const list = wholes.get(key);
      if (list) list.push(declaration);
      else wholes.set(key, [declaration]);
    }
  }
  return wholes;
}

export interface DerivationOptions {
  readonly model: PlanModel;
  readonly wholes: Wholes;
  /** In which units are told for a reader of the document. */
  readonly language: UnitLanguage;
}

/** All that follows for the level that a claim prints; nothing for shares, ranks and what has no digits. */
export function derivationsOf(claim: Claim, options: DerivationOptions): Derivation[] {
  const level = levelOf(claim);
  const indicator = level && options.model.indicator(claim.indicator);
  if (!level || !indicator) return [];
  return [
    ...changes(claim, level, indicator, options.model),
    ...total(claim, level, indicator, options.model),
    ...share(claim, level, indicator, options),
    ...conversion(claim, options.language),
  ];
}

// ---------------------------------------------------------------- figures in a sum

/** A printed figure that can be reckoned with. */
interface Level {
  readonly claim: Claim;
  readonly unit: Unit;
  /** In base units, as printed. */
  readonly value: Fraction;
}

function levelOf(claim: Claim): Level | undefined {
  const { share, completion, rank, ratio, mask, starred } = claim;
  if (share || completion || rank || ratio || starred || mask !== undefined) return undefined;
  const unit = parseUnit(claim.unit);
  if (!unit || claim.value === undefined) return undefined;
  return { claim, unit, value: new Fraction(claim.value).mul(unit.factor) };
}

const signs: Partial<Record<NonNullable<Claim['comparator']>, string>> = {
  '>': '＞',
  '>=': '≥',
  '<': '＜',
  '<=': '≤',
  '~': '≈',
};

/** What follows from 不低于3亿元 is a bound itself. */
const signOf = ({ comparator, hedge }: Claim): string =>
  (hedge === undefined && comparator && signs[comparator]) || '';

/** Digits alone where all figures of a sum have the same unit. */
function operands(levels: readonly Level[], result?: string): string[] {
  const units = new Set(levels.map(({ claim }) => claim.unit));
  if (result !== undefined) units.add(result);
  return levels.map(({ claim }) => claim.value + (units.size === 1 ? '' : spaced(claim.unit)));
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function root(count: number): string {
  const digits = count === 2 ? '' : String(count);
  return `${digits.replace(/\d/g, (digit) => superscripts[Number(digit)])}√`;
}

// ---------------------------------------------------------------- over time

/** Base, change, growth and average growth, as the assessment derives them. */
function changes(claim: Claim, level: Level, indicator: Indicator, model: PlanModel): Derivation[] {
  const { period } = claim;
  if (!period || claim.total || claim.flow || (claim.average && !claim.change)) return [];
  // Another figure may be the one of that year: then all this follows from that one.
  const main = printedLevel(model, indicator, period);
  if (main?.claim.value !== claim.value || main?.claim.unit !== claim.unit) return [];
  const { base, change, growth, average } = model.derivedOf(indicator, period);
  const isReal = growsInReal(claim, indicator, model);
  if (base) return implied(claim, base, indicator, isReal);
  const from = change?.from;
  const earlier = from && printedLevel(model, indicator, from);
  const before = earlier && levelOf(earlier.claim);
  if (!before) return [];
  const place: Place = {
    line: before.claim.line,
    start: before.claim.start,
    end: before.claim.end,
  };
  const isPrinted = (kind: DerivationKind): boolean =>
    indicator.claims.some((other) => sameYear(other.period, period) && tells(other) === kind);
  const sign = signOf(claim);
  const since = periodTexts(from);
  const years = period.to - from.to;
  const derivations: Derivation[] = [];
  const add = (
    kind: 'change' | 'growth' | 'average',
    sum: (now: string, then: string) => string,
    words: { readonly up: string; readonly down: string; readonly behind: string },
  ): void => {
    const figure = { change, growth, average }[kind];
    if (!figure) return;
    const isDown = figure.text.startsWith('-');
    const text = sign + figure.text.replace(/^-/, '');
    const points = text.endsWith(pointsText) ? pointsText : claim.unit;
    const [now, then] = operands([level, before], kind === 'change' ? points : undefined);
    derivations.push({
      kind,
      text: {
        zh: `${isDown ? words.down : words.up}${text}`,
        en: `${isDown ? 'down' : 'up'} ${inEnglish(text)}${words.behind}`,
      },
      sum: `${sum(now, then)} = ${figure.text}`,
      place,
      uncertain: false,
      printed: isPrinted(kind),
    });
  };
  add('change', (now, then) => `${now} − ${then}`, {
    up: `比${since.zh}增`,
    down: `比${since.zh}减`,
    behind: ` since ${since.en}`,
  });
  // Growth at comparable prices does not follow from levels at current ones.
  if (isReal) return derivations;
  add('growth', (now, then) => `(${now} − ${then}) ÷ ${then}`, {
    up: '增长',
    down: '下降',
    behind: '',
  });
  add('average', (now, then) => `${root(years)}(${now} ÷ ${then}) − 1`, {
    up: '年均增长',
    down: '年均下降',
    behind: ' a year',
  });
  return derivations;
}

/** The base that a level and its change imply, where no base is printed. */
function implied(claim: Claim, base: Figure, indicator: Indicator, isReal: boolean): Derivation[] {
  const { change } = claim;
  if (!change?.value || claim.average || (isReal && change.kind === 'percent')) return [];
  // A rate has no unit to be told apart from; an amount in another unit has.
  const differ = 'absolute points'.includes(change.kind) && change.unit !== claim.unit;
  const sum = impliedSum(`${claim.value}${differ ? spaced(claim.unit) : ''}`, change, differ);
  if (!sum) return [];
  const since = periodTexts(base.from);
  const byRate = change.kind === 'percent';
  return [
    {
      kind: 'base',
      text: {
        zh: `${since.zh}${byRate ? '约' : '为'}${base.text}`,
        en: `${byRate ? 'about ' : ''}${inEnglish(base.text)} in ${since.en}`,
      },
      sum: `${sum} ${byRate ? '≈' : '='} ${base.text}`,
      uncertain: byRate || !claim.basePeriod,
      printed: indicator.claims.some(
        (other) => other.value !== undefined && sameYear(other.period, base.from),
      ),
    },
  ];
}

function impliedSum(level: string, change: ChangeClaim, differ: boolean): string | undefined {
  const isDown = change.value?.startsWith('-') ?? false;
  const digits = (change.value ?? '').replace(/^-/, '');
  const figure = digits + spaced(change.unit);
  switch (change.kind) {
    case 'absolute':
    case 'points':
      return `${level} ${isDown ? '+' : '−'} ${differ ? figure : digits}`;
    case 'percent':
      return `${level} ÷ (1 ${isDown ? '−' : '+'} ${figure})`;
    case 'times':
      if (change.unit === '番') return `${level} ÷ ${2 ** Number(digits)}`;
      return change.ratio ? `${level} ÷ ${digits}` : `${level} ÷ (1 + ${digits})`;
    default:
      return undefined;
  }
}

/** Growth of gross product and value added is told at comparable prices: levels say nothing about it. */
function growsInReal(claim: Claim, indicator: Indicator, model: PlanModel): boolean {
  const declared = indicator.declarations.find(({ prices }) => prices)?.prices;
  if (declared ?? model.header.prices) return false;
  return [indicator.name, claim.indicator]
    .map(simplify)
    .some((name) => grossProduct.test(name) || valueAdded.test(name));
}

/** The figure of a year that others are reckoned from: reached, else expected, else aimed at. */
function printedLevel(
  model: PlanModel,
  indicator: Indicator,
  period: Period,
): PrintedLevel | undefined {
  const levels = model.assess(indicator).levels.filter((level) => sameYear(level.period, period));
  for (const stance of ['actual', 'forecast', 'target'] as const) {
    const found = levels.find(
      (level) => level.stance === stance && level.claim.value !== undefined,
    );
    if (found) return found;
  }
  return undefined;
}

/** Which of the derived figures a claim prints itself. */
function tells({ change, average }: Claim): DerivationKind | undefined {
  if (!change) return undefined;
  if (change.kind === 'absolute' || change.kind === 'points') return 'change';
  return average ? 'average' : 'growth';
}

function sameYear(one: Period | undefined, other: Period | undefined): boolean {
  return one !== undefined && other !== undefined && periodKey(one) === periodKey(other);
}

// ---------------------------------------------------------------- over the plan's years

/** What yearly figures come to: 年均新增10公里 in five years, or each year's own figure added up. */
function total(claim: Claim, level: Level, indicator: Indicator, model: PlanModel): Derivation[] {
  const plan = model.header.period;
  const years = plan ? plan.to - plan.from + 1 : 1;
  if (!plan || years < 2 || claim.total || claim.change) return [];
  const decimals = decimalsOf(claim.value);
  const words = (value: Fraction): Message => {
    const text = signOf(claim) + printValue(value, level.unit, claim.unit, decimals);
    return { zh: `${years}年共${text}`, en: `${text} in ${years} years` };
  };
  const of = (value: Fraction, sum: string): Derivation[] => [
    {
      kind: 'total',
      text: words(value),
      sum: `${sum} = ${printValue(value, level.unit, claim.unit, decimals)}`,
      uncertain: false,
      printed: indicator.claims.some((other) => other.total && other.value !== undefined),
    },
  ];
  if (claim.average) return of(level.value.mul(years), `${claim.value} × ${years}`);
  if (!claim.flow && indicator.declarations.every(({ nature }) => nature !== 'flow')) return [];
  if (claim.period?.to !== plan.to || claim.period.span) return [];
  const yearly: Level[] = [];
  for (let year = plan.from; year <= plan.to; year++) {
    const printed = indicator.claims.find(
      ({ period, origin, average }) =>
        origin !== 'prose' &&
        !average &&
        period?.from === year &&
        period.to === year &&
        !period.part,
    );
    const own = printed && levelOf(printed);
    if (!own || !comparable(own.unit, level.unit)) return [];
    yearly.push(own);
  }
  const sum = operands(yearly, claim.unit).join(' + ');
  return of(
    yearly.reduce((all, { value }) => all.add(value), new Fraction(0)),
    sum,
  );
}

// ---------------------------------------------------------------- of a whole

/** How much of its whole a part is: of the figure before 其中, or of a declared 构成. */
function share(
  claim: Claim,
  level: Level,
  indicator: Indicator,
  { model, wholes }: DerivationOptions,
): Derivation[] {
  const whole = wholeOf(claim, indicator, model, wholes);
  if (!whole || !comparable(whole.unit, level.unit) || whole.value.compare(0) <= 0) return [];
  if (level.value.compare(whole.value) > 0) return [];
  const [part, all] = operands([level, whole]);
  const rate = printValue(level.value.div(whole.value).mul(100), plain, '%', 1);
  const name = whole.claim.indicator;
  return [
    {
      kind: 'share',
      text: { zh: `占${name}的${rate}`, en: `${rate} of ${name}` },
      sum: `${part} ÷ ${all} = ${rate}`,
      place: { line: whole.claim.line, start: whole.claim.start, end: whole.claim.end },
      uncertain: false,
      printed: indicator.claims.some(
        (other) => other.share && sameYear(other.period, claim.period),
      ),
    },
  ];
}

function wholeOf(
  claim: Claim,
  indicator: Indicator,
  model: PlanModel,
  wholes: Wholes,
): Level | undefined {
  if (claim.partOf) return levelOf(claim.partOf);
  for (const { name } of wholes.get(indicator.key) ?? []) {
    const whole = model.indicator(name.text);
    const printed = whole && claim.period && printedLevel(model, whole, claim.period);
    const level = printed && levelOf(printed.claim);
    if (level) return level;
  }
  return undefined;
}

const plain = parseUnit('') as Unit;

// ---------------------------------------------------------------- in other units

function conversion({ value = '', unit }: Claim, language: UnitLanguage): Derivation[] {
  const [first] = conversionsOf(value, unit, language);
  const sum = conversionSum(value, unit, language);
  if (!first || sum === undefined) return [];
  const text = equated(first);
  return [
    { kind: 'conversion', text: { zh: text, en: text }, sum, uncertain: false, printed: false },
  ];
}

// ---------------------------------------------------------------- words

function periodTexts(period: Period): Message {
  return { zh: periodText(period, 'zh'), en: periodText(period, 'en') };
}

/** The assessment tells points in Chinese whatever the document's language. */
function inEnglish(text: string): string {
  return text.replace(pointsText, ' percentage points');
}

const pointsText = '个百分点';
