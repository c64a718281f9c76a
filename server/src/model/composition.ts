/**
 * Relations between indicators that the writer declares: 构成：A + B + C and 公式：A / B. For every
 * period in which all of them are printed, the whole must be what its parts make; where one part
 * alone is missing, it follows from the others.
 */
import Fraction from 'fraction.js';
import { type Expression, parseFormula } from '../syntax/parser.ts';
import type { Line, Word } from '../syntax/tree.ts';
import {
  type Assessment,
  type IndicatorVariable,
  type PrintedLevel,
  type Share,
  stanceOf,
} from './assessment.ts';
import type { FormulaInstance, ShareInstance } from './conflicts.ts';
import type { Term, Variable } from './constraints.ts';
import { decimalsOf, printValue } from './figures.ts';
import { type Interval, middle, sub } from './interval.ts';
import type { PlanModel } from './model.ts';
import { foldName } from './names.ts';
import { periodKey } from './periods.ts';
import type {
  Claim,
  Indicator,
  IndicatorDeclaration,
  KnownValue,
  Period,
  Stance,
} from './types.ts';
import { comparable, type Unit } from './units.ts';

/** One period in which all but one part are printed. */
export interface Residual {
  readonly period: Period;
  readonly stance: Stance;
  readonly whole: PrintedLevel;
  readonly others: readonly PrintedLevel[];
  /** What is left for the missing part, in base units. */
  readonly left: Interval;
  readonly unit: Unit;
}

const expressions = new WeakMap<Line, Expression | null>();

/** The formula on a 构成 or 公式 line; undefined where it cannot be read. */
export function expressionOn(line: Line): Expression | undefined {
  let expression = expressions.get(line);
  if (expression === undefined) {
    const { statement } = line;
    const value = statement.kind === 'field' ? statement.value?.text : undefined;
    expression = (value === undefined ? undefined : parseFormula(value).expression) ?? null;
    expressions.set(line, expression);
  }
  return expression ?? undefined;
}

/** The names that a formula speaks of, in order; offsets from the formula’s start. */
export function wordsInFormula(expression: Expression): Word[] {
  switch (expression.kind) {
    case 'name':
      return [expression.word];
    case 'number':
      return [];
    case 'operation':
      return [...wordsInFormula(expression.left), ...wordsInFormula(expression.right)];
  }
}

export function namesInFormula(expression: Expression): string[] {
  return wordsInFormula(expression).map(({ text }) => text);
}

/** Whether a formula is a plain sum, which can be solved for each of its parts. */
export function isSum(expression: Expression): boolean {
  if (expression.kind !== 'operation') return expression.kind === 'name';
  return expression.operator === '+' && isSum(expression.left) && isSum(expression.right);
}

type LevelTable = ReadonlyMap<string, PrintedLevel>;

function levelsOf(indicator: Indicator, model: PlanModel): LevelTable {
  const levels = new Map<string, PrintedLevel>();
  for (const level of model.assess(indicator).levels) {
    levels.set(`${level.stance}|${periodKey(level.period)}`, level);
  }
  return levels;
}

/** The formulas that the declarations of an indicator give for it, in every period in which all of it is spoken of. */
export function formulasOf(whole: Indicator, model: PlanModel): FormulaInstance[] {
  return whole.declarations.flatMap(({ parts, formula }) =>
    [parts, formula].flatMap((field) => (field ? formulasOn(field.line, whole, model) : [])),
  );
}

function formulasOn(line: Line, whole: Indicator, model: PlanModel): FormulaInstance[] {
  const expression = expressionOn(line);
  if (!expression || line.statement.kind !== 'field' || !line.statement.value) return [];
  const assessments = new Map<string, Assessment>();
  for (const name of namesInFormula(expression)) {
    const part = model.indicator(name);
    if (!part || part.key === whole.key) return [];
    assessments.set(name, model.assess(part));
  }
  const result = model.assess(whole);
  if (!isOfUnit(expression, assessments, result.unit)) return [];
  const { start, end } = line.statement.value;
  const instances: FormulaInstance[] = [];
  for (const variable of result.allVariables) {
    // Totals, averages and places do not add up.
    const { period, stance } = variable;
    if (!period || variable !== result.variableAt(stance, period)) continue;
    const term = termOf(expression, (name) => assessments.get(name)?.variableAt(stance, period));
    if (term) instances.push({ place: { line, start, end }, whole: variable, term });
  }
  return instances;
}

/** Sums must be of the same unit; a product or a quotient of other units is a figure in its own. */
function isOfUnit(
  expression: Expression,
  assessments: ReadonlyMap<string, Assessment>,
  unit: Unit | undefined,
): boolean {
  if (!unit) return false;
  const made = unitMade(expression, assessments);
  if (made === 'none') return false;
  return made === 'own' ? !isSum(expression) : comparable(made, unit);
}

/** The unit that a formula makes; `own` for products, quotients and numbers, `none` where it adds up different things. */
function unitMade(
  expression: Expression,
  assessments: ReadonlyMap<string, Assessment>,
): Unit | 'own' | 'none' {
  switch (expression.kind) {
    case 'name':
      return assessments.get(expression.word.text)?.unit ?? 'none';
    case 'number':
      return 'own';
    case 'operation': {
      const left = unitMade(expression.left, assessments);
      const right = unitMade(expression.right, assessments);
      if (left === 'none' || right === 'none') return 'none';
      if (expression.operator === '*' || expression.operator === '/') return 'own';
      if (left === 'own') return right;
      if (right === 'own') return left;
      return comparable(left, right) ? left : 'none';
    }
  }
}

function termOf(
  expression: Expression,
  variableOf: (name: string) => Variable | undefined,
): Term | undefined {
  switch (expression.kind) {
    case 'name': {
      const variable = variableOf(expression.word.text);
      return variable && { kind: 'variable', variable };
    }
    case 'number': {
      const percent = /[%％]$/.test(expression.text) ? 100 : /‰$/.test(expression.text) ? 1000 : 1;
      const digits = expression.text.normalize('NFKC').replace(/[%‰]$/, '');
      return { kind: 'number', value: new Fraction(digits).div(percent) };
    }
    case 'operation': {
      const left = termOf(expression.left, variableOf);
      const right = termOf(expression.right, variableOf);
      return left && right && { kind: 'operation', operator: expression.operator, left, right };
    }
  }
}

/** The shares that are told of an indicator, with what they are shares of, where that is spoken of too. */
export function sharesOf(part: Indicator, model: PlanModel): ShareInstance[] {
  return model.assess(part).shares.flatMap((share) => {
    const whole = wholeOf(share, part, model);
    return whole ? [{ share, whole }] : [];
  });
}

function wholeOf(
  { claim }: Share,
  part: Indicator,
  model: PlanModel,
): IndicatorVariable | undefined {
  const { period } = claim;
  if (!period) return undefined;
  // A task is what the same indicator was to reach in that year.
  if (claim.completion) return model.assess(part).variableAt('target', period);
  const whole = claim.of === undefined ? undefined : model.indicator(claim.of);
  if (!whole || whole.key === part.key) return undefined;
  const assessment = model.assess(whole);
  const { unit } = model.assess(part);
  if (!unit || !assessment.unit || !comparable(unit, assessment.unit)) return undefined;
  return assessment.variableAt(stanceOf(claim), period);
}

/** What is left for one part of a sum, in the periods that print all the others and not itself. */
export function residualsOf(
  part: Indicator,
  declaration: IndicatorDeclaration,
  model: PlanModel,
): Residual[] {
  const expression = declaration.parts && expressionOn(declaration.parts.line);
  const whole =
    expression && isSum(expression) ? model.indicator(declaration.name.text) : undefined;
  if (!expression || !whole) return [];
  const names = namesInFormula(expression);
  const others = names.filter((name) => model.canonical(foldName(name)) !== part.key);
  if (others.length !== names.length - 1) return [];
  const own = levelsOf(part, model);
  const tables = others.map((name) => {
    const indicator = model.indicator(name);
    return indicator ? levelsOf(indicator, model) : undefined;
  });
  const residuals: Residual[] = [];
  for (const [key, level] of levelsOf(whole, model)) {
    const known = tables.map((table) => table?.get(key));
    if (own.has(key) || known.some((other) => other === undefined)) continue;
    const printed = known as PrintedLevel[];
    if (printed.some(({ unit }) => !comparable(unit, level.unit))) continue;
    const left = printed.reduce((rest, other) => sub(rest, other.interval), level.interval);
    residuals.push({
      period: level.period,
      stance: level.stance,
      whole: level,
      others: printed,
      left,
      unit: level.unit,
    });
  }
  return residuals;
}

/** What is left of a whole beside the parts that 其中 names, in the periods that print all of them. */
export function leftBeside(whole: Claim, parts: readonly Claim[], model: PlanModel): Residual[] {
  const indicator = model.indicator(whole.indicator);
  const tables = parts.map((part) => {
    const own = model.indicator(part.indicator);
    return own && own.key !== indicator?.key ? levelsOf(own, model) : undefined;
  });
  if (!indicator || tables.length === 0) return [];
  const residuals: Residual[] = [];
  for (const [key, level] of levelsOf(indicator, model)) {
    const known = tables.map((table) => table?.get(key));
    if (known.some((part) => !part || !comparable(part.unit, level.unit))) continue;
    const others = known as PrintedLevel[];
    const left = others.reduce((rest, other) => sub(rest, other.interval), level.interval);
    const { period, stance, unit } = level;
    residuals.push({ period, stance, whole: level, others, left, unit });
  }
  return residuals;
}

/** The declarations of which this indicator is a part. */
export function wholesOf(part: Indicator, model: PlanModel): IndicatorDeclaration[] {
  return model.declarations().filter(({ parts }) => {
    const expression = parts && expressionOn(parts.line);
    return (
      expression &&
      namesInFormula(expression).some((name) => model.canonical(foldName(name)) === part.key)
    );
  });
}

/** What is left of wholes for a part, as values to show. */
export function residualValues(
  part: Indicator,
  values: readonly KnownValue[],
  model: PlanModel,
): KnownValue[] {
  return wholesOf(part, model).flatMap((whole) =>
    residualsOf(part, whole, model).flatMap((residual) => residualValue(residual, values)),
  );
}

/** A part that follows from its whole, as a value to show, where nothing is printed for it. */
function residualValue(
  { period, stance, whole, others, left, unit }: Residual,
  values: readonly KnownValue[],
): KnownValue[] {
  const value = middle(left);
  const known = values.some(
    (other) =>
      other.number !== undefined && other.period && periodKey(other.period) === periodKey(period),
  );
  if (!value || known) return [];
  const claims = [whole, ...others].map(({ claim }) => claim);
  const decimals = Math.max(...claims.map((claim) => decimalsOf(claim.value)));
  const unitText = whole.claim.unit || unit.text;
  return [
    {
      period,
      stance,
      claims,
      printed: printValue(value, unit, unitText, decimals),
      derived: true,
      unit: unitText,
      number: value.div(unit.factor).valueOf(),
    },
  ];
}
