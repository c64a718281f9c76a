/** Slips of the hand: what a printed figure may have been meant to be, if it was typed nearly right. */

export type SlipKind = 'lost-digit' | 'extra-digit' | 'swapped-digits' | 'misplaced-point';

export interface Slip {
  readonly kind: SlipKind;
  /** The digits that were meant. */
  readonly digits: string;
}

/** The slip that explains a printed figure; undefined where none does, or several would. */
export function slipOf(printed: string, isRight: (digits: string) => boolean): Slip | undefined {
  if (!/^\d+(?:\.\d+)?$/.test(printed)) return undefined;
  const found = new Map<number, Slip>();
  for (const [kind, candidates] of [
    ['lost-digit', withOneMore(printed)],
    ['extra-digit', withOneLess(printed)],
    ['swapped-digits', withTwoSwapped(printed)],
    ['misplaced-point', withPointMoved(printed)],
  ] as const) {
    for (const digits of candidates) {
      const value = Number(digits);
      if (value === Number(printed) || found.has(value) || !isRight(digits)) continue;
      found.set(value, { kind, digits });
    }
  }
  const [only] = found.values();
  return found.size === 1 ? only : undefined;
}

function* withOneMore(printed: string): Iterable<string> {
  for (let at = 0; at <= printed.length; at++) {
    for (const digit of '0123456789') {
      if (at === 0 && digit === '0') continue;
      yield printed.slice(0, at) + digit + printed.slice(at);
    }
  }
}

function* withOneLess(printed: string): Iterable<string> {
  for (let at = 0; at < printed.length; at++) {
    const rest = printed.slice(0, at) + printed.slice(at + 1);
    if (printed[at] !== '.' && /^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(rest)) yield rest;
  }
}

function* withTwoSwapped(printed: string): Iterable<string> {
  for (let at = 0; at + 1 < printed.length; at++) {
    const [first, second] = [printed[at], printed[at + 1]];
    if (first === second || first === '.' || second === '.') continue;
    const swapped = printed.slice(0, at) + second + first + printed.slice(at + 2);
    if (/^(?:0(?=\.|$)|[1-9])/.test(swapped)) yield swapped;
  }
}

/** The point one to three places to the left or the right, as where 万 and 亿 were mixed up or it slipped in typing. */
function* withPointMoved(printed: string): Iterable<string> {
  const [whole, decimals = ''] = printed.split('.');
  for (let places = 1; places <= 4; places++) {
    const right = decimals.padEnd(places, '0');
    yield trimZeros(`${whole}${right.slice(0, places)}.${right.slice(places)}`);
    const left = whole.padStart(places + 1, '0');
    yield trimZeros(`${left.slice(0, -places)}.${left.slice(-places)}${decimals}`);
  }
}

function trimZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '').replace(/\.$/, '');
}
