/**
 * How each figure of a line stands to the others: every relation that it takes part in, as the sum that a reader would
 * write, with the verdict of the solver; and where there is none, why.
 */
import type { Expression } from '../syntax/parser.ts';
import type { Line } from '../syntax/tree.ts';
import type { Assessment, IndicatorVariable, Level, Link } from './assessment.ts';
import { expressionOn, formulasOf, sharesOf } from './composition.ts';
import {
  changeBetween,
  type FormulaInstance,
  formulaPart,
  haveOtherDigits,
  levelPart,
  linkPart,
  type Part,
  type ShareInstance,
  sharePart,
} from './conflicts.ts';
import { canHold, centred, propagate, type Variable, variablesIn } from './constraints.ts';
import { decimalsOf, printChange, printLevel, printValue, spaced } from './figures.ts';
import { middle, mul } from './interval.ts';
import type { PlanModel } from './model.ts';
import { formatDecimal } from './numbers.ts';
import { periodText } from './periods.ts';
import { placeOf, type Statement, statementText } from './statements.ts';
import type { ChangeClaim, Claim, Indicator, Message, Place } from './types.ts';

export type Verdict =
  /** The figures agree. */
  | 'agrees'
  /** They agree, but only because a rate is rounded. */
  | 'loose'
  /** They cannot all be right. */
  | 'disagrees'
  /** One of them is not printed and follows from the others. */
  | 'follows'
  /** Nothing can be said, for the reason that is given. */
  | 'open';

export interface Relation {
  readonly verdict: Verdict;
  /** 2025年3亿元 = 2020年2.2亿元 + 0.8亿元. */
  readonly sum: Message;
  /** What the sum makes, or why nothing can be said. */
  readonly remark?: Message;
  /** Where the other figures stand. */
  readonly places: readonly (Place & { readonly message: Message })[];
}

export interface Explanation {
  readonly claim: Claim;
  /** The figure as the model has it: 2025年税收收入，目标，3亿元. */
  readonly told: Message;
  readonly relations: readonly Relation[];
}

/** Every figure of a line, in order. */
export function explain(line: Line, model: PlanModel): Explanation[] {
  return model.claimsOf(line).map((claim) => explainFigure(claim, model));
}

export function explainFigure(claim: Claim, model: PlanModel): Explanation {
  const indicator = model.indicator(claim.indicator);
  return {
    claim,
    told: toldOf(claim, indicator),
    relations: indicator ? relationsOf(claim, indicator, model) : [],
  };
}

const roles: Readonly<Record<Claim['role'], Message>> = {
  target: { zh: '目标', en: 'target' },
  result: { zh: '实绩', en: 'result' },
  forecast: { zh: '预计', en: 'forecast' },
  base: { zh: '基数', en: 'base' },
};

function toldOf(claim: Claim, indicator: Indicator | undefined): Message {
  const name = indicator?.name ?? claim.indicator;
  const figure = (language: 'zh' | 'en'): string =>
    [
      printLevel(claim) && statementText({ claim, aspect: 'level' }, language),
      claim.change && printChange(claim.change, Boolean(claim.average), language),
    ]
      .filter((text) => text)
      .join(language === 'zh' ? '，' : ', ');
  const { period } = claim;
  const role = roles[claim.role];
  return {
    zh: `${period ? periodText(period, 'zh') : ''}${name}（${role.zh}）：${figure('zh')}`,
    en: `${name}${period ? ` ${periodText(period, 'en')}` : ''} (${role.en}): ${figure('en')}`,
  };
}

function relationsOf(claim: Claim, indicator: Indicator, model: PlanModel): Relation[] {
  const assessment = model.assess(indicator);
  const relations: Relation[] = [];
  for (const link of assessment.links) {
    if (concerns(link, claim)) relations.push(linkRelation(link, claim, assessment, model));
  }
  if (claim.change && !assessment.links.some((link) => link.claim === claim)) {
    const sum: Message = {
      zh: printChange(claim.change, Boolean(claim.average), 'zh'),
      en: printChange(claim.change, Boolean(claim.average), 'en'),
    };
    relations.push({
      verdict: 'open',
      sum,
      remark: whyOpen(claim, claim.change, assessment),
      places: [],
    });
  }
  for (const instance of joinedShares(indicator, model)) {
    if (isAmong(claim, [instance.share.part, instance.whole], instance.share.claim)) {
      relations.push(shareRelation(instance, claim));
    }
  }
  for (const instance of joinedFormulas(indicator, model)) {
    if (isAmong(claim, [instance.whole, ...variablesOf(instance)])) {
      relations.push(formulaRelation(instance, claim, model));
    }
  }
  return [...relations, ...sameFigures(claim, assessment)];
}

const levelsOf = (variable: Variable): readonly Level[] => (variable as IndicatorVariable).levels;

function isAmong(claim: Claim, variables: readonly Variable[], share?: Claim): boolean {
  return (
    claim === share ||
    variables.some((variable) => levelsOf(variable).some((level) => level.claim === claim))
  );
}

function concerns(link: Link, claim: Claim): boolean {
  return isAmong(claim, [link.target, link.base], link.claim);
}

/** Shares that tell of the indicator as a part or as a whole. */
function joinedShares(indicator: Indicator, model: PlanModel): ShareInstance[] {
  return model.joinedWith(indicator).flatMap((member) => sharesOf(member, model));
}

function joinedFormulas(indicator: Indicator, model: PlanModel): FormulaInstance[] {
  return model.joinedWith(indicator).flatMap((member) => formulasOf(member, model));
}

function variablesOf({ term }: FormulaInstance): Variable[] {
  return variablesIn(term);
}

// ---------------------------------------------------------------- verdicts

/** The parts of one relation: the levels of its variables, and what joins them. */
function partsOf(joining: Part): Part[] {
  const levels = [...new Set(joining.variables)].flatMap((variable) =>
    levelsOf(variable).map((level) => levelPart(variable as IndicatorVariable, level)),
  );
  return [...levels, joining];
}

function verdictOf(joining: Part): 'agrees' | 'disagrees' | 'follows' | 'open' {
  const missing = [...new Set(joining.variables)].filter(
    (variable) => levelsOf(variable).length === 0,
  );
  if (missing.length > 1) return 'open';
  if (missing.length === 1) return 'follows';
  return canHold(partsOf(joining)) ? 'agrees' : 'disagrees';
}

// ---------------------------------------------------------------- changes

function linkRelation(
  link: Link,
  claim: Claim,
  assessment: Assessment,
  model: PlanModel,
): Relation {
  const part = linkPart(link);
  const found = verdictOf(part);
  const loose = found === 'agrees' && assessment.looseAims.some((aim) => aim.claim === link.claim);
  const verdict = loose ? 'loose' : found;
  const base = (language: 'zh' | 'en'): string =>
    variableText(link.base, language) ?? unprinted(link, language);
  const target = (language: 'zh' | 'en'): string =>
    variableText(link.target, language) ??
    (link.target.period ? periodText(link.target.period, language) : '?');
  const step = stepText(link);
  const remark = linkRemark(link, verdict, assessment, model);
  return {
    verdict,
    sum: {
      zh: `${target('zh')} = ${base('zh')} ${step.zh}`,
      en: `${target('en')} = ${base('en')} ${step.en}`,
    },
    ...(remark ? { remark } : {}),
    places: placesOf(part, claim),
  };
}

/** What is printed for a variable: 2020年2.2亿元. */
function variableText(variable: IndicatorVariable, language: 'zh' | 'en'): string | undefined {
  const [level] = variable.levels;
  if (!level) return undefined;
  const { claim, aspect } = level;
  const { period } = variable;
  return statementText({ claim, aspect, ...(period ? { period } : {}) }, language);
}

function unprinted({ basePeriod }: Link, language: 'zh' | 'en'): string {
  if (!basePeriod || basePeriod.to < 0) return language === 'zh' ? '上年的数' : 'the year before';
  return language === 'zh' ? `${periodText(basePeriod, 'zh')}的数` : periodText(basePeriod, 'en');
}

/** + 0.8亿元, × (1 + 8.5%), × (1 + 6.5%)⁵. */
function stepText({ change, years }: Link): Message {
  const digits = (change.value ?? '').replace(/^-/, '');
  const isDown = change.value?.startsWith('-') ?? false;
  const sign = isDown ? '−' : '+';
  const figure = `${digits}${spaced(change.unit)}`;
  const same = (text: string): Message => ({ zh: text, en: text });
  switch (change.kind) {
    case 'absolute':
    case 'points':
      return same(`${sign} ${figure}`);
    case 'percent':
      return same(`× (1 ${sign} ${figure})${years > 1 ? superscript(years) : ''}`);
    default:
      if (change.unit === '番')
        return same(`× 2${digits === '1' ? '' : superscript(Number(digits))}`);
      return same(change.ratio ? `× ${digits}` : `× (1 + ${digits})`);
  }
}

function superscript(count: number): string {
  return String(count).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]);
}

/** What one figure would have to be by the others. */
function linkRemark(
  link: Link,
  verdict: Verdict,
  assessment: Assessment,
  model: PlanModel,
): Message | undefined {
  const { claim, change } = link;
  if (verdict === 'disagrees') {
    const expected = expectedChange(link);
    return expected && { zh: `应${expected.zh}`, en: `it should be ${expected.en}` };
  }
  if (verdict === 'loose') {
    const aim = assessment.looseAims.find((loose) => loose.claim === claim);
    const value = aim && middle(aim.exact);
    const text = value && aim && printValue(value, aim.unit, claim.unit, decimalsOf(claim.value));
    return text
      ? {
          zh: `只在四舍五入后相符：恰好${printChange(change, false, 'zh')}应为${text}`,
          en: `only by rounding: exactly ${printChange(change, false, 'en')} makes ${text}`,
        }
      : undefined;
  }
  if (verdict === 'agrees') return undefined;
  const missing = link.base.levels.length === 0 ? link.basePeriod : link.target.period;
  const indicator = model.indicator(claim.indicator);
  const value =
    missing &&
    indicator &&
    model
      .valuesOf(indicator)
      .find(({ derived, period }) => derived && period?.to === missing.to && !period.part);
  if (value && missing) {
    return {
      zh: `推得${periodText(missing, 'zh')}为${value.printed}`,
      en: `makes ${value.printed} in ${periodText(missing, 'en')}`,
    };
  }
  return {
    zh: verdict === 'follows' ? '另一个数没有写，无从核对' : '两年的数都没有写，无从核对',
    en: 'there is no figure to hold it against',
  };
}

function expectedChange(link: Link): Message | undefined {
  const levels = partsOf(linkPart(link)).filter(({ kind }) => kind === 'level');
  const known = propagate(levels.map(centred)) ?? propagate(levels);
  const [target, base] = [known?.get(link.target), known?.get(link.base)];
  const value = target && base && middle(changeBetween(link, target, base));
  if (!value) return undefined;
  const { change, claim } = link;
  if (change.unit === '番') {
    const [level] = link.target.levels;
    const doubled = base && link.factor && middle(mul(base, link.factor));
    const text =
      level && doubled
        ? printValue(doubled, level.unit, level.claim.unit, decimalsOf(level.claim.value))
        : '';
    return text === '' ? undefined : { zh: `为${text}`, en: text };
  }
  const decimals = Math.max(decimalsOf(change.value), change.kind === 'percent' ? 1 : 0);
  const text = (language: 'zh' | 'en'): string =>
    printChange(
      { ...change, value: formatDecimal(value, decimals), comparator: '=' },
      Boolean(claim.average),
      language,
    );
  return { zh: text('zh'), en: text('en') };
}

function whyOpen(claim: Claim, change: ChangeClaim, assessment: Assessment): Message {
  if (change.mask !== undefined || change.value === undefined) {
    return { zh: '数字还没有填，无从核对', en: 'the figure is still to be filled in' };
  }
  if (change.hedge === 'about' || change.comparator === '~') {
    return {
      zh: '“约”“左右”没有确定的范围，不核对',
      en: '“about” has no certain width, so it is not checked',
    };
  }
  if (assessment.isToldInRealTerms(claim)) {
    return {
      zh: '这个增长率按可比价（同口径）计算，不与现价的数核对；写明“价格：”后才核对',
      en: 'this growth is told at comparable prices and is not held against nominal levels unless prices are declared',
    };
  }
  if (claim.share || claim.completion) {
    return { zh: '占比和完成率的变化不核对', en: 'changes of shares are not checked' };
  }
  if (change.kind === 'rank') return { zh: '名次不核对', en: 'ranks are not checked' };
  return {
    zh: '不知道与哪一年的哪个数相比，无从核对',
    en: 'it is not known which figure it is measured from',
  };
}

// ---------------------------------------------------------------- shares and formulas

function shareRelation(instance: ShareInstance, claim: Claim): Relation {
  const { share, whole } = instance;
  const part = sharePart(instance);
  const figure = printLevel(share.claim);
  const known = propagate(partsOf(part).filter(({ kind }) => kind === 'level'));
  const verdict = verdictOf(part);
  const text = (variable: IndicatorVariable, language: 'zh' | 'en'): string => {
    const [level] = variable.levels;
    return level
      ? named(level, language)
      : language === 'zh'
        ? '没有写的数'
        : 'what is not printed';
  };
  const [part0, whole0] = [known?.get(share.part), known?.get(whole)];
  const ratio =
    verdict === 'disagrees' && part0 && whole0
      ? middle(part0)?.div(middle(whole0) ?? 1)
      : undefined;
  const right = ratio && `${formatDecimal(ratio.mul(100), decimalsOf(share.claim.value) || 1)}%`;
  return {
    verdict,
    sum: {
      zh: `${text(share.part, 'zh')} ÷ ${text(whole, 'zh')} = ${figure}`,
      en: `${text(share.part, 'en')} ÷ ${text(whole, 'en')} = ${figure}`,
    },
    ...(right ? { remark: { zh: `应为${right}`, en: `it should be ${right}` } } : {}),
    places: placesOf(part, claim),
  };
}

function formulaRelation(instance: FormulaInstance, claim: Claim, model: PlanModel): Relation {
  const part = formulaPart(instance);
  const expression = expressionOn(instance.place.line);
  const { period, stance } = instance.whole;
  const write = (term: Expression, language: 'zh' | 'en'): string => {
    if (term.kind === 'number') return term.text;
    if (term.kind === 'operation') {
      const inner = (side: Expression): string =>
        side.kind === 'operation' && '*/'.includes(term.operator) && '+-'.includes(side.operator)
          ? `(${write(side, language)})`
          : write(side, language);
      const sign = { '+': '+', '-': '−', '*': '×', '/': '÷' }[term.operator];
      return `${inner(term.left)} ${sign} ${inner(term.right)}`;
    }
    const indicator = model.indicator(term.word.text);
    const variable = indicator && period && model.assess(indicator).variableAt(stance, period);
    const level = variable?.levels[0];
    return level ? named(level, language) : term.word.text;
  };
  const whole = instance.whole.levels[0];
  const left = (language: 'zh' | 'en'): string =>
    whole
      ? named(whole, language)
      : language === 'zh'
        ? '没有写的合计'
        : 'a whole that is not printed';
  return {
    verdict: verdictOf(part),
    sum: {
      zh: `${left('zh')} = ${expression ? write(expression, 'zh') : ''}`,
      en: `${left('en')} = ${expression ? write(expression, 'en') : ''}`,
    },
    places: placesOf(part, claim),
  };
}

/** 税收收入436.16万元, with its year where it says one. */
function named({ claim, aspect }: Level, language: 'zh' | 'en'): string {
  const { period } = claim;
  const text = statementText({ claim, aspect, ...(period ? { period } : {}) }, language);
  return language === 'zh' ? `${claim.indicator}${text}` : `${claim.indicator} ${text}`;
}

// ---------------------------------------------------------------- the same figure elsewhere

function sameFigures(claim: Claim, assessment: Assessment): Relation[] {
  for (const variable of assessment.allVariables) {
    const own = variable.levels.find((level) => level.claim === claim && level.aspect === 'level');
    if (!own || !variable.period) continue;
    return variable.levels
      .filter((level) => level !== own)
      .map((level): Relation => {
        const agree = canHold([levelPart(variable, own), levelPart(variable, level)]);
        const same = (language: 'zh' | 'en'): string =>
          `${printLevel(claim)} = ${named(level, language)}`;
        return {
          verdict: !agree ? 'disagrees' : haveOtherDigits(own, level) ? 'loose' : 'agrees',
          sum: { zh: same('zh'), en: same('en') },
          places: [placed({ claim: level.claim, aspect: level.aspect })],
        };
      });
  }
  return [];
}

function placed(statement: Statement): Relation['places'][number] {
  return {
    ...placeOf(statement),
    message: { zh: statementText(statement, 'zh'), en: statementText(statement, 'en') },
  };
}

/** Where the figures of a relation stand, but for the one that is explained. */
function placesOf(joining: Part, claim: Claim): Relation['places'] {
  return partsOf(joining).flatMap((part) => {
    if (part.kind === 'level' && part.level.claim !== claim) {
      const { claim: other, aspect } = part.level;
      const { period } = part.variable;
      return [placed({ claim: other, aspect, ...(period ? { period } : {}) })];
    }
    if (part.kind === 'link' && part.link.claim !== claim) {
      return [placed({ claim: part.link.claim, aspect: 'change' })];
    }
    if (part.kind === 'share' && part.share.claim !== claim) {
      return [placed({ claim: part.share.claim, aspect: 'level' })];
    }
    if (part.kind === 'formula') {
      return [{ ...part.formula.place, message: { zh: '按这里的式子', en: 'by this formula' } }];
    }
    return [];
  });
}
