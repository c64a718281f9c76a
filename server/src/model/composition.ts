/**
 * Relations between indicators that the writer declares: 构成：A + B + C and 公式：A / B. For every
 * period in which all of them are printed, the whole must be what its parts make; where one part
 * alone is missing, it follows from the others.
 */
import Fraction from 'fraction.js';
import { type Expression, parseFormula } from '../syntax/parser.ts';
import type { Line } from '../syntax/tree.ts';
import type { PrintedLevel } from './assessment.ts';
import { add, div, type Interval, mul, pointOf, sub } from './interval.ts';
import type { PlanModel } from './model.ts';
import { foldName } from './names.ts';
import { periodKey } from './periods.ts';
import type { Indicator, IndicatorDeclaration, Period, Stance } from './types.ts';
import { comparable, type Unit } from './units.ts';

/** One period in which the whole and all that it is made of are printed. */
export interface Instance {
  readonly period: Period;
  readonly stance: Stance;
  readonly whole: PrintedLevel;
  readonly parts: readonly PrintedLevel[];
  /** What the parts make, in base units. */
  readonly computed: Interval;
}

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

/** The names that a formula speaks of, in order. */
export function namesInFormula(expression: Expression): string[] {
  switch (expression.kind) {
    case 'name':
      return [expression.word.text];
    case 'number':
      return [];
    case 'operation':
      return [...namesInFormula(expression.left), ...namesInFormula(expression.right)];
  }
}

/** Whether a formula is a plain sum, which can be solved for each of its parts. */
function isSum(expression: Expression): boolean {
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

/** Every period in which a declared relation can be held against the printed figures. */
export function instancesOf(line: Line, whole: Indicator, model: PlanModel): Instance[] {
  const expression = expressionOn(line);
  if (!expression) return [];
  const names = namesInFormula(expression);
  const tables = new Map<string, LevelTable>();
  for (const name of names) {
    const part = model.indicator(name);
    if (!part || part.key === whole.key) return [];
    tables.set(name, levelsOf(part, model));
  }
  const instances: Instance[] = [];
  for (const [key, level] of levelsOf(whole, model)) {
    const parts = names.map((name) => tables.get(name)?.get(key));
    if (parts.some((part) => part === undefined)) continue;
    const known = new Map(names.map((name, index) => [name, parts[index] as PrintedLevel]));
    const computed = evaluate(expression, known);
    if (!computed || !fits(computed.unit, level.unit, expression)) continue;
    instances.push({
      period: level.period,
      stance: level.stance,
      whole: level,
      parts: parts as PrintedLevel[],
      computed: computed.interval,
    });
  }
  return instances;
}

/** Sums must be of the same unit; a quotient of other units is a figure in its own. */
function fits(computed: Unit | undefined, whole: Unit, expression: Expression): boolean {
  if (computed) return comparable(computed, whole);
  return !isSum(expression);
}

interface Value {
  readonly interval: Interval;
  /** Undefined for plain numbers and for products and quotients. */
  readonly unit: Unit | undefined;
}

function evaluate(
  expression: Expression,
  known: ReadonlyMap<string, PrintedLevel>,
): Value | undefined {
  switch (expression.kind) {
    case 'name': {
      const level = known.get(expression.word.text);
      return level && { interval: level.interval, unit: level.unit };
    }
    case 'number': {
      const percent = /[%％]$/.test(expression.text) ? 100 : /‰$/.test(expression.text) ? 1000 : 1;
      const digits = expression.text.normalize('NFKC').replace(/[%‰]$/, '');
      return { interval: pointOf(new Fraction(digits).div(percent)), unit: undefined };
    }
    case 'operation': {
      const left = evaluate(expression.left, known);
      const right = evaluate(expression.right, known);
      if (!left || !right) return undefined;
      switch (expression.operator) {
        case '+':
        case '-': {
          if (left.unit && right.unit && !comparable(left.unit, right.unit)) return undefined;
          const operate = expression.operator === '+' ? add : sub;
          return {
            interval: operate(left.interval, right.interval),
            unit: left.unit ?? right.unit,
          };
        }
        case '*':
          return { interval: mul(left.interval, right.interval), unit: undefined };
        default:
          return { interval: div(left.interval, right.interval), unit: undefined };
      }
    }
  }
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
