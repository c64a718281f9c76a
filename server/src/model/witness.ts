/**
 * A quick proof that constraints can hold together, in floating point. It looks for a box that lies well inside all of
 * them: every operation is rounded inwards by more than floating point can be wrong, so what is found here would be left by
 * exact propagation too, which only ever takes away what no solution needs. It proves agreement and nothing else: where
 * it finds no box the exact arithmetic has to say.
 *
 * Why it is right: let G be the box that is left. Each constraint, asked once more, takes nothing from G; its exact form
 * takes less than the rounded one. So G is in every state of the exact propagation, which begins with everything, and no
 * state of it is empty.
 */
import type Fraction from 'fraction.js';
import type { Constraint, Term, Variable } from './constraints.ts';
import type { Bound, Interval } from './interval.ts';

/** How far a bound is moved inwards, relative to the operands: a thousand times what one operation can be wrong. */
const margin = 1e-13;
/** How far a narrowed bound is moved besides, so that asking again takes nothing. */
const slack = 1e-11;
/** Moves a bound at zero. */
const tiny = 1e-200;
const mostRounds = 6;

export interface Box {
  readonly low: number;
  readonly high: number;
}

const everything: Box = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
/** What nothing can be proved with. */
const unclear: Box = { low: Number.NaN, high: Number.NaN };

/** Whether the constraints can certainly hold together. False says nothing. */
export function certainlyHold(constraints: readonly Constraint[]): boolean {
  const known = new Map<Variable, Box>();
  for (let round = 0; round < mostRounds; round++) {
    let narrowed = false;
    for (const constraint of constraints) {
      const taken = apply(constraint, known);
      if (taken === undefined) return false;
      narrowed ||= taken;
    }
    if (!narrowed) return true;
  }
  return false;
}

/** Whether the constraint has narrowed anything; undefined where it leaves nothing, or nothing certain. */
function apply(constraint: Constraint, known: Map<Variable, Box>): boolean | undefined {
  const [result, base] = constraint.variables;
  switch (constraint.relation) {
    case 'bound':
      return narrow(result, boxOf(constraint.interval), known);
    case 'shifted': {
      const amount = boxOf(constraint.amount);
      const forth = narrow(result, add(boxAt(base, known), amount), known);
      const back = narrow(base, subtract(boxAt(result, known), amount), known);
      return forth === undefined || back === undefined ? undefined : forth || back;
    }
    case 'scaled': {
      const factor = boxOf(constraint.factor);
      const forth = narrow(result, multiply(boxAt(base, known), factor), known);
      const back = narrow(base, divide(boxAt(result, known), factor), known);
      return forth === undefined || back === undefined ? undefined : forth || back;
    }
    case 'equal': {
      const { term } = constraint;
      const forth = narrow(result, valueOfTerm(term, known), known);
      const back = narrowTerm(term, boxAt(result, known), known);
      return forth === undefined || back === undefined ? undefined : forth || back;
    }
  }
}

function narrow(variable: Variable, to: Box, known: Map<Variable, Box>): boolean | undefined {
  if (Number.isNaN(to.low) || Number.isNaN(to.high)) return undefined;
  const before = boxAt(variable, known);
  const low = to.low > before.low ? inwards(to.low, 1, slack) : before.low;
  const high = to.high < before.high ? inwards(to.high, -1, slack) : before.high;
  if (low > high) return undefined;
  if (low === before.low && high === before.high) return false;
  known.set(variable, { low, high });
  return true;
}

function boxAt(variable: Variable, known: ReadonlyMap<Variable, Box>): Box {
  return known.get(variable) ?? everything;
}

function inwards(value: number, side: 1 | -1, by: number): number {
  return Number.isFinite(value) ? value + side * (Math.abs(value) * by + tiny) : value;
}

/** A single value leaves no room: its box is empty by a hair, and can be reckoned with but not narrowed to. */
function boxOf({ low, high }: Interval): Box {
  return {
    low: inwards(numberOf(low, Number.NEGATIVE_INFINITY), 1, margin),
    high: inwards(numberOf(high, Number.POSITIVE_INFINITY), -1, margin),
  };
}

function numberOf({ value }: Bound, infinite: number): number {
  return value === undefined ? infinite : toNumber(value);
}

function toNumber({ s, n, d }: Fraction): number {
  return (Number(s) * Number(n)) / Number(d);
}

/** What a printed decimal can stand for, half a step of its last digit to both sides; of nothing else anything is proved. */
export function boxOfPrinted(text = ''): Box {
  if (!plainDecimal.test(text)) return unclear;
  const point = text.indexOf('.');
  const half = 0.5 / 10 ** (point < 0 ? 0 : text.length - point - 1);
  const value = Number(text);
  return { low: inwards(value - half, 1, margin), high: inwards(value + half, -1, margin) };
}

const plainDecimal = /^-?[0-9]{1,15}(?:[.][0-9]{1,15})?$/;

/** What so many per cent more come to, as a factor. */
export function growthOfPercent({ low, high }: Box): Box {
  return add(unity, { low: inwards(low / 100, 1, margin), high: inwards(high / 100, -1, margin) });
}

const unity: Box = { low: 1, high: 1 };

/** Whether the two certainly have a value in common. */
export function meet(a: Box, b: Box): boolean {
  return Math.max(a.low, b.low) <= Math.min(a.high, b.high);
}

// ---------------------------------------------------------------- arithmetic, rounded inwards

export function add(a: Box, b: Box): Box {
  return {
    low: moved(a.low + b.low, Math.abs(a.low) + Math.abs(b.low), 1),
    high: moved(a.high + b.high, Math.abs(a.high) + Math.abs(b.high), -1),
  };
}

function subtract(a: Box, b: Box): Box {
  return {
    low: moved(a.low - b.high, Math.abs(a.low) + Math.abs(b.high), 1),
    high: moved(a.high - b.low, Math.abs(a.high) + Math.abs(b.low), -1),
  };
}

/** By the size of the operands: the difference of two large figures is as wrong as they are. */
function moved(value: number, size: number, side: 1 | -1): number {
  return Number.isFinite(value) ? value + side * (size * margin + tiny) : value;
}

/** Of what is positive throughout, as nearly every figure is; else nothing is proved. */
export function multiply(a: Box, b: Box): Box {
  if (isEverything(a) || isEverything(b)) return everything;
  if (a.low < 0 || b.low < 0) return unclear;
  return {
    low: inwards(a.low * b.low, 1, margin),
    high: inwards(a.high * b.high, -1, margin),
  };
}

function divide(a: Box, b: Box): Box {
  if (isEverything(a) || isEverything(b)) return everything;
  if (a.low < 0 || b.low <= 0) return unclear;
  return {
    low: inwards(a.low / b.high, 1, margin),
    high: inwards(a.high / b.low, -1, margin),
  };
}

function isEverything({ low, high }: Box): boolean {
  return low === Number.NEGATIVE_INFINITY && high === Number.POSITIVE_INFINITY;
}

function operate(operator: '+' | '-' | '*' | '/', a: Box, b: Box): Box {
  switch (operator) {
    case '+':
      return add(a, b);
    case '-':
      return subtract(a, b);
    case '*':
      return multiply(a, b);
    case '/':
      return divide(a, b);
  }
}

function valueOfTerm(term: Term, known: ReadonlyMap<Variable, Box>): Box {
  switch (term.kind) {
    case 'variable':
      return boxAt(term.variable, known);
    case 'number': {
      const value = toNumber(term.value);
      return { low: value, high: value };
    }
    case 'operation':
      return operate(term.operator, valueOfTerm(term.left, known), valueOfTerm(term.right, known));
  }
}

/** As `narrowTerm` of the exact constraints: from what the whole term is to what each variable can be. */
function narrowTerm(term: Term, is: Box, known: Map<Variable, Box>): boolean | undefined {
  if (isEverything(is) || term.kind === 'number') return false;
  if (term.kind === 'variable') return narrow(term.variable, is, known);
  const left = valueOfTerm(term.left, known);
  const right = valueOfTerm(term.right, known);
  const { operator } = term;
  const [toLeft, toRight] =
    operator === '+'
      ? [subtract(is, right), subtract(is, left)]
      : operator === '-'
        ? [add(is, right), subtract(left, is)]
        : operator === '*'
          ? [divide(is, right), divide(is, left)]
          : [multiply(is, right), divide(left, is)];
  const first = narrowTerm(term.left, toLeft, known);
  const second = narrowTerm(term.right, toRight, known);
  return first === undefined || second === undefined ? undefined : first || second;
}
