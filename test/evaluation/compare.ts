/** Compares what the engine claims with what is expected, figure by figure. */
import { foldName, simplify } from '../../server/src/model/names.ts';
import { periodCode } from '../../server/src/model/periods.ts';
import type { ChangeClaim, Claim } from '../../server/src/model/types.ts';
import { PlanDocument } from '../../server/src/workspace/document.ts';
import type { ExpectedClaim } from './expected.ts';

/** A claim with its place in the file. */
export interface PlacedClaim {
  readonly claim: Claim;
  /** Every stretch of the file where one of its figures stands. */
  readonly figures: readonly { readonly start: number; readonly end: number }[];
}

export const fields = [
  'value',
  'unit',
  'comparator',
  'change',
  'role',
  'indicator',
  'flags',
  'period',
] as const;
export type Field = (typeof fields)[number];

export interface Comparison {
  readonly expected: ExpectedClaim;
  readonly found?: PlacedClaim;
  readonly wrong: readonly Field[];
  /** The indicator is the same to the letter (folded), not only nearly. */
  readonly exactName: boolean;
}

/** The places of a claim's figures in the file, given where its line begins. */
export function placed(claim: Claim, lineStart: number): PlacedClaim {
  const figures = [{ start: claim.start + lineStart, end: claim.end + lineStart }];
  if (claim.change) {
    const { start, end } = claim.change;
    figures.push({ start: start + lineStart, end: end + lineStart });
  }
  return { claim, figures };
}

/** Finds for each expected claim the one that covers its first figure. */
export function compare(
  expected: readonly ExpectedClaim[],
  found: readonly PlacedClaim[],
): Comparison[] {
  const taken = new Set<PlacedClaim>();
  const covers = (candidate: PlacedClaim, start: number): boolean =>
    candidate.figures.some((figure) => figure.start <= start && start < figure.end);
  return expected.map((wanted) => {
    const candidates = found.filter(
      (candidate) => !taken.has(candidate) && covers(candidate, wanted.start),
    );
    const match =
      candidates.find(({ figures }) => figures[0].start === wanted.start) ?? candidates[0];
    if (!match) return { expected: wanted, wrong: [], exactName: false };
    taken.add(match);
    if (wanted.role === 'optional')
      return { expected: wanted, found: match, wrong: [], exactName: true };
    const same = sameName(wanted.indicator, match.claim.indicator);
    return {
      expected: wanted,
      found: match,
      wrong: fields.filter((field) => !agrees(field, wanted, match.claim)),
      exactName: same === 'exact',
    };
  });
}

function agrees(field: Field, wanted: ExpectedClaim, claim: Claim): boolean {
  switch (field) {
    case 'value':
      return levelOf(claim) === wanted.value;
    case 'unit':
      return (
        wanted.value === '' || wanted.unit.split('|').some((unit) => sameUnit(claim.unit, unit))
      );
    case 'comparator':
      return (
        wanted.value === '' ||
        wanted.comparator === '' ||
        wanted.comparator.split('|').includes(claim.comparator ?? '')
      );
    case 'change':
      return sameChange(wanted.change, claim.change);
    case 'role':
      return wanted.role.split('|').includes(claim.role);
    case 'indicator':
      return sameName(wanted.indicator, claim.indicator) !== 'different';
    case 'period':
      return (
        wanted.period === undefined ||
        wanted.period === (claim.period ? periodCode(claim.period) : '')
      );
    default:
      return ['average', 'total', 'share', 'rank', 'completion'].every(
        (flag) =>
          Boolean(claim[flag as 'average']) === wanted.flags.includes(flag) ||
          wanted.flags.includes(`${flag}?`),
      );
  }
}

/** Whether all is right that the issue asks for: flags and periods are measured by themselves. */
export const isRight = ({ found, wrong }: Comparison): boolean =>
  found !== undefined && wrong.every((field) => field === 'flags' || field === 'period');

/** All claims of a text with figures, with their places in it: the gold lists figures, and 全覆盖 has none. */
export function claimsOf({
  name,
  text,
}: {
  readonly name: string;
  readonly text: string;
}): PlacedClaim[] {
  const { model, tree } = PlanDocument.open(name, text, { prose: !name.endsWith('.plan') });
  const claims: PlacedClaim[] = [];
  let lineStart = 0;
  for (const line of tree.lines) {
    for (const claim of model.claimsOf(line)) {
      if (claim.qualitative === undefined) claims.push(placed(claim, lineStart));
    }
    lineStart += line.text.length + line.terminator.length;
  }
  return claims;
}

/** The level as the gold writes it. */
export function levelOf(claim: Claim): string {
  if (claim.mask !== undefined) return '?';
  if (claim.ratio) return claim.ratio.join('：');
  if (claim.from !== undefined) return `${claim.from}→${claim.value ?? '?'}`;
  if (claim.low !== undefined || claim.high !== undefined) return `${claim.low}~${claim.high}`;
  return claim.value ?? '';
}

function sameUnit(a: string, b: string): boolean {
  const plain = (unit: string): string => simplify(unit.normalize('NFKC')).toLowerCase();
  return plain(a) === plain(b);
}

function sameChange(wanted: ExpectedClaim['change'], change: ChangeClaim | undefined): boolean {
  if (!wanted || !change) return !wanted && !change;
  return (
    wanted.kind === change.kind &&
    (wanted.value ?? '') === (change.value ?? '') &&
    sameUnit(wanted.unit, change.unit)
  );
}

/**
 * Two readers seldom cut a name at the same letters: one within the other in order, or most letters
 * in common, counts as the same thing.
 */
export function sameName(wanted: string, found: string): 'exact' | 'near' | 'different' {
  const options = wanted.split('|').map(foldName);
  const key = foldName(found);
  if (options.includes(key)) return 'exact';
  const near = options.some(
    (option) =>
      (Math.min(option.length, key.length) >= 2 && (within(option, key) || within(key, option))) ||
      likeness(option, key) >= 0.6,
  );
  return near ? 'near' : 'different';
}

/** Whether all letters of `part` stand in `whole` in the same order, and `whole` is not much longer. */
function within(part: string, whole: string): boolean {
  let at = 0;
  for (const letter of part) {
    at = whole.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return whole.length <= part.length * 2 + 2;
}

function likeness(a: string, b: string): number {
  const letters = [...b];
  let common = 0;
  for (const letter of a) {
    const at = letters.indexOf(letter);
    if (at < 0) continue;
    letters.splice(at, 1);
    common++;
  }
  return (2 * common) / Math.max(1, a.length + b.length);
}
