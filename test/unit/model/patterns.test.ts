import {
  type Set as Class,
  type Disjunction,
  type Group,
  type IRegExpAST,
  RegExpParser,
  type Term,
} from '@chevrotain/regexp-to-ast';
import { expect, it } from 'vitest';
import { guarded } from '../../../server/src/model/patterns.ts';
import '../../../server/src/model/prose.ts';

/** What a pattern can begin or end with, and whether it can be nothing at all. */
interface Edge {
  readonly codes: ReadonlySet<number>;
  readonly isEmpty: boolean;
}

/** The other case of a letter, where case does not count. */
function codesOf(value: number, ignoreCase: boolean): number[] {
  const char = String.fromCharCode(value);
  return ignoreCase
    ? [char.toLowerCase(), char.toUpperCase()].map((one) => one.charCodeAt(0))
    : [value];
}

function edgeOfTerm(term: Term, end: 'head' | 'tail', ignoreCase: boolean): Edge {
  const codes = new Set<number>();
  let isEmpty = false;
  const quantifier = 'quantifier' in term ? term.quantifier : undefined;
  if (term.type === 'Character') {
    for (const code of codesOf((term as IRegExpAST & { value: number }).value, ignoreCase))
      codes.add(code);
  } else if (term.type === 'Set') {
    const { complement, value } = term as Class;
    if (complement) throw new Error('a class of all but a few characters needs no guard');
    for (const one of value) {
      const { from, to } = typeof one === 'number' ? { from: one, to: one } : one;
      for (let code = from; code <= to; code++)
        for (const variant of codesOf(code, ignoreCase)) codes.add(variant);
    }
  } else if (term.type === 'Group') {
    const inner = edgeOf((term as Group).value, end, ignoreCase);
    for (const code of inner.codes) codes.add(code);
    isEmpty = inner.isEmpty;
  } else {
    // Anchors, and what is only looked at.
    isEmpty = true;
  }
  return { codes, isEmpty: isEmpty || quantifier?.atLeast === 0 };
}

function edgeOf({ value }: Disjunction, end: 'head' | 'tail', ignoreCase: boolean): Edge {
  const codes = new Set<number>();
  let isEmpty = false;
  for (const { value: terms } of value) {
    let mayGoOn = true;
    for (const term of end === 'head' ? terms : [...terms].reverse()) {
      const edge = edgeOfTerm(term, end, ignoreCase);
      for (const code of edge.codes) codes.add(code);
      mayGoOn = edge.isEmpty;
      if (!mayGoOn) break;
    }
    if (mayGoOn) isEmpty = true;
  }
  return { codes, isEmpty };
}

it.each(
  guarded.map(({ pattern, ...rest }) => ({ name: pattern.source.slice(0, 60), pattern, ...rest })),
)('lets through whatever can match $name', ({ pattern, end, characters }) => {
  const { value, flags } = new RegExpParser().pattern(String(pattern));
  const { codes, isEmpty } = edgeOf(value, end, flags.ignoreCase);
  expect(isEmpty).toBe(false);
  expect(
    [...codes].filter((code) => !characters.mayBe(code)).map((code) => String.fromCharCode(code)),
  ).toEqual([]);
});

it('knows all patterns', () => expect(guarded.length).toBeGreaterThan(20));
