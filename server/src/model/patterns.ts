/**
 * Patterns that are asked of the words around every figure of a text, and mostly in vain. What such a pattern can begin or
 * end with is said beside it, so that one look at one character spares asking it. A test holds the characters against the patterns.
 */

/** How many places all characters share: a power of two. */
const placeCount = 0x400;
const lastPlace = placeCount - 1;

/** A few characters. Others may share a place with them: what {@link mayBe} lets through is only looked at more closely. */
export class Characters {
  private readonly places = new Uint8Array(placeCount);

  constructor(characters: string) {
    for (let at = 0; at < characters.length; at++)
      this.places[characters.charCodeAt(at) & lastPlace] = 1;
  }

  /** Whether a character, by its code, may be one of them; never false for one that is. */
  mayBe(code: number): boolean {
    return this.places[code & lastPlace] === 1;
  }
}

/**
 * Several sets of characters, each with a bit: one look at all characters of a text tells for each set whether any of it
 * stands there, and with that which patterns need not be asked.
 */
export class Signs {
  private readonly bits = new Uint8Array(0x10000);

  /** @param sets the characters of each bit, from the lowest */
  constructor(...sets: readonly string[]) {
    for (const [index, characters] of sets.entries()) {
      for (let at = 0; at < characters.length; at++)
        this.bits[characters.charCodeAt(at)] |= 1 << index;
    }
  }

  /** The bits of all sets of which something stands in the text. */
  in(text: string): number {
    const { bits } = this;
    let found = 0;
    for (let at = 0; at < text.length; at++) found |= bits[text.charCodeAt(at)];
    return found;
  }
}

/** Whether one of a few characters stands in a stretch. */
export function holds(text: string, characters: Characters, start = 0, end = text.length): boolean {
  for (let at = start; at < end; at++) if (characters.mayBe(text.charCodeAt(at))) return true;
  return false;
}

export const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const digits = '0123456789';
/** What `\s` is in a pattern. */
export const spaces =
  ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

const none: readonly RegExpExecArray[] = [];

/** All matches of a global pattern. `matchAll` makes a new pattern on every call, which costs more than most searches. */
export function occurrences(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let found = pattern.exec(text);
  if (!found) return none;
  const all: RegExpExecArray[] = [];
  for (; found; found = pattern.exec(text)) all.push(found);
  return all;
}

/** All of them, for the test. */
export const guarded: {
  readonly pattern: RegExp;
  readonly end: 'head' | 'tail';
  readonly characters: Characters;
}[] = [];

/** A pattern at the head of a text, with the characters that it can begin with. */
export class HeadPattern {
  private readonly firsts: Characters;
  private readonly pattern: RegExp;

  constructor(firsts: string, pattern: RegExp) {
    this.firsts = new Characters(firsts);
    this.pattern = pattern;
    guarded.push({ pattern, end: 'head', characters: this.firsts });
  }

  /** Whether a text that begins with this character may match. */
  mayBegin(code: number): boolean {
    return this.firsts.mayBe(code);
  }

  exec(text: string): RegExpExecArray | null {
    return this.firsts.mayBe(text.charCodeAt(0)) ? this.pattern.exec(text) : null;
  }

  test(text: string): boolean {
    return this.firsts.mayBe(text.charCodeAt(0)) && this.pattern.test(text);
  }
}

/** Several such patterns: one look at a character tells which of them to ask. */
export class HeadPatterns {
  private readonly byPlace: readonly (readonly HeadPattern[])[];

  constructor(patterns: readonly HeadPattern[]) {
    this.byPlace = Array.from({ length: placeCount }, (_, place) =>
      patterns.filter((pattern) => pattern.mayBegin(place)),
    );
  }

  /** Those that may match a text which begins with this character, in order. */
  beginningWith(code: number): readonly HeadPattern[] {
    return this.byPlace[code & lastPlace];
  }
}

/** A pattern at the end of a text, with the characters that it can end with. */
export class TailPattern {
  private readonly lasts: Characters;
  private readonly pattern: RegExp;

  constructor(lasts: string, pattern: RegExp) {
    this.lasts = new Characters(lasts);
    this.pattern = pattern;
    guarded.push({ pattern, end: 'tail', characters: this.lasts });
  }

  /** Whether a text that ends with this character may match. */
  mayEnd(code: number): boolean {
    return this.lasts.mayBe(code);
  }

  exec(text: string): RegExpExecArray | null {
    return this.lasts.mayBe(text.charCodeAt(text.length - 1)) ? this.pattern.exec(text) : null;
  }

  test(text: string): boolean {
    return this.lasts.mayBe(text.charCodeAt(text.length - 1)) && this.pattern.test(text);
  }
}
