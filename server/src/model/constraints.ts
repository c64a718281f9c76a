/**
 * Exact constraints over unknown values, propagated to a fixed point, and the smallest sets of them that
 * cannot hold together. Knows intervals and nothing of plans.
 */
import type Fraction from 'fraction.js';
import {
  add,
  div,
  type Interval,
  intersect,
  isEmpty,
  isWholeLine,
  middle,
  mul,
  pointOf,
  sub,
  wholeLine,
} from './interval.ts';
import { certainlyHold } from './witness.ts';

/** A value that is not known, only narrowed. Two variables are the same if they are the same object. */
export interface Variable {
  readonly key: string;
}

/** What holds between variables: a relation as data, so that it can be read exactly and roughly. */
export type Constraint = { readonly variables: readonly Variable[] } & (
  | { readonly relation: 'bound'; readonly interval: Interval }
  /** result = base + amount, of [result, base]. */
  | { readonly relation: 'shifted'; readonly amount: Interval }
  /** result = base × factor, of [result, base]. */
  | { readonly relation: 'scaled'; readonly factor: Interval }
  /** result = term, of [result, and the variables of the term]. */
  | { readonly relation: 'equal'; readonly term: Term }
);

/**
 * The constraint as it is printed, before any rounding: each interval at its middle. A quotient of intervals has its
 * own middle elsewhere, 0.5 of 2.7 at 18.8% instead of 18.5%, and no calculator says so. Half-lines stay what they are.
 */
export function centred<T extends Constraint>(constraint: T): T {
  switch (constraint.relation) {
    case 'bound':
      return { ...constraint, interval: pointIn(constraint.interval) };
    case 'shifted':
      return { ...constraint, amount: pointIn(constraint.amount) };
    case 'scaled':
      return { ...constraint, factor: pointIn(constraint.factor) };
    case 'equal':
      return constraint;
  }
}

function pointIn(interval: Interval): Interval {
  const value = middle(interval);
  return value ? pointOf(value) : interval;
}

type KnownOf = (variable: Variable) => Interval;
type Narrow = (variable: Variable, interval: Interval) => void;

/** The variable lies in the interval. */
export function bound(variable: Variable, interval: Interval): Constraint {
  return { relation: 'bound', variables: [variable], interval };
}

/** result = base + amount. */
export function shifted(result: Variable, base: Variable, amount: Interval): Constraint {
  return { relation: 'shifted', variables: [result, base], amount };
}

/** result = base × factor. */
export function scaled(result: Variable, base: Variable, factor: Interval): Constraint {
  return { relation: 'scaled', variables: [result, base], factor };
}

/** A formula over variables and exact numbers. */
export type Term =
  | { readonly kind: 'variable'; readonly variable: Variable }
  | { readonly kind: 'number'; readonly value: Fraction }
  | {
      readonly kind: 'operation';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: Term;
      readonly right: Term;
    };

/** result = term. */
export function equal(result: Variable, term: Term): Constraint {
  return { relation: 'equal', variables: [result, ...variablesIn(term)], term };
}

export function variablesIn(term: Term): Variable[] {
  switch (term.kind) {
    case 'variable':
      return [term.variable];
    case 'number':
      return [];
    case 'operation':
      return [...variablesIn(term.left), ...variablesIn(term.right)];
  }
}

/** What a term can be, by what is known of its variables. */
export function valueOfTerm(term: Term, knownOf: KnownOf): Interval {
  switch (term.kind) {
    case 'variable':
      return knownOf(term.variable);
    case 'number':
      return pointOf(term.value);
    case 'operation': {
      const left = valueOfTerm(term.left, knownOf);
      const right = valueOfTerm(term.right, knownOf);
      switch (term.operator) {
        case '+':
          return add(left, right);
        case '-':
          return sub(left, right);
        case '*':
          return mul(left, right);
        case '/':
          return div(left, right);
      }
    }
  }
}

/** Tells what a constraint leaves of each of its variables, by what is known of the others. */
function narrowBy(constraint: Constraint, knownOf: KnownOf, narrow: Narrow): void {
  const [result, base] = constraint.variables;
  switch (constraint.relation) {
    case 'bound':
      narrow(result, constraint.interval);
      break;
    case 'shifted': {
      const [from, to] = [knownOf(base), knownOf(result)];
      if (!isWholeLine(from)) narrow(result, add(from, constraint.amount));
      if (!isWholeLine(to)) narrow(base, sub(to, constraint.amount));
      break;
    }
    case 'scaled': {
      const [from, to] = [knownOf(base), knownOf(result)];
      if (!isWholeLine(from)) narrow(result, mul(from, constraint.factor));
      if (!isWholeLine(to)) narrow(base, div(to, constraint.factor));
      break;
    }
    case 'equal':
      // Solved for the result and for each variable of the term.
      narrow(result, valueOfTerm(constraint.term, knownOf));
      narrowTerm(constraint.term, knownOf(result), knownOf, narrow);
      break;
  }
}

/** Undoes each operation on the way down: from what the whole term is to what each variable can be. */
function narrowTerm(term: Term, is: Interval, knownOf: KnownOf, narrow: Narrow): void {
  if (isWholeLine(is)) return;
  if (term.kind === 'variable') narrow(term.variable, is);
  if (term.kind !== 'operation') return;
  const { operator } = term;
  const left = valueOfTerm(term.left, knownOf);
  const right = valueOfTerm(term.right, knownOf);
  const [toLeft, toRight] =
    operator === '+'
      ? [sub(is, right), sub(is, left)]
      : operator === '-'
        ? [add(is, right), sub(left, is)]
        : operator === '*'
          ? [div(is, right), div(is, left)]
          : [mul(is, right), div(left, is)];
  narrowTerm(term.left, toLeft, knownOf, narrow);
  narrowTerm(term.right, toRight, knownOf, narrow);
}

/** A chain of a few years settles in a few rounds; the bound keeps circles finite. */
const mostRounds = 8;

/** What all constraints together leave to each variable, or undefined where one is left nothing. */
export function propagate(
  constraints: readonly Constraint[],
): ReadonlyMap<Variable, Interval> | undefined {
  const known = new Map<Variable, Interval>();
  const touching = new Map<Variable, number[]>();
  constraints.forEach(({ variables }, index) => {
    for (const variable of variables) {
      const list = touching.get(variable);
      if (list) list.push(index);
      else touching.set(variable, [index]);
    }
  });
  let holds = true;
  let asked = 0;
  const queue = constraints.map((_, index) => index);
  const waiting = new Set(queue);
  const rounds = new Uint8Array(constraints.length);
  const knownOf: KnownOf = (variable) => known.get(variable) ?? wholeLine;
  const narrow: Narrow = (variable, interval) => {
    const before = knownOf(variable);
    const after = intersect(before, interval);
    if (after === before) return;
    if (isEmpty(after)) holds = false;
    known.set(variable, after);
    for (const index of touching.get(variable) ?? []) {
      if (index === asked || waiting.has(index) || rounds[index] >= mostRounds) continue;
      waiting.add(index);
      queue.push(index);
    }
  };
  for (let at = 0; at < queue.length; at++) {
    asked = queue[at];
    waiting.delete(asked);
    rounds[asked]++;
    narrowBy(constraints[asked], knownOf, narrow);
    if (!holds) return undefined;
  }
  return known;
}

/** Whether nothing is left empty: looked at in floating point first, which settles nearly every page. */
export function canHold(constraints: readonly Constraint[]): boolean {
  return certainlyHold(constraints) || propagate(constraints) !== undefined;
}

/**
 * A set of constraints that cannot hold together and of which none can be left out (Junker's QuickXplain).
 * Those that stand first are kept rather than those that stand last. Call it only for what cannot hold.
 */
export function smallestConflict<T extends Constraint>(constraints: readonly T[]): readonly T[] {
  const search = (known: readonly T[], fresh: boolean, open: readonly T[]): readonly T[] => {
    if (fresh && !canHold(known)) return [];
    if (open.length === 1) return open;
    const half = open.length >> 1;
    const [first, second] = [open.slice(0, half), open.slice(half)];
    const fromSecond = search([...known, ...first], first.length > 0, second);
    const fromFirst = search([...known, ...fromSecond], fromSecond.length > 0, first);
    return [...fromFirst, ...fromSecond];
  };
  return constraints.length < 2 ? constraints : search([], false, constraints);
}
