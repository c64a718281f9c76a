/**
 * The indicators that a generated document speaks of. Their names are places × subjects, taken in a
 * scattered order in which none comes twice before all have come once.
 */
import type { Random } from './random.ts';

/** What can be counted about a subject. All figures are whole numbers of the last printed digit. */
export interface IndicatorKind {
  readonly noun: string;
  readonly unit: string;
  readonly decimals: number;
  readonly low: number;
  readonly high: number;
  readonly nature: 'amount' | 'rate' | 'ceiling';
  readonly subjects: readonly string[];
}

export interface Indicator {
  readonly name: string;
  readonly kind: IndicatorKind;
  /** The figure of the plan's last year, in units of the last printed digit. */
  readonly value: number;
}

export interface IndicatorPool {
  next(): Indicator;
  /** One that was met lately and whose last figure was stated. */
  recall(): Indicator | undefined;
  /** Keeps an indicator, so that later lines can speak of it again. */
  remember(indicator: Indicator): void;
}

/** A prime that divides the size of neither pool, so that every name is met once before any repeats. */
const STRIDE = 104_729;
const REMEMBERED = 64;

export function createIndicatorPool(
  random: Random,
  places: readonly string[],
  kinds: readonly IndicatorKind[],
  separator: string,
): IndicatorPool {
  const subjects = kinds.flatMap((kind) =>
    kind.subjects.map((subject) => ({ kind, name: `${subject}${separator}${kind.noun}` })),
  );
  const size = places.length * subjects.length;
  const remembered: Indicator[] = [];
  let position = random.integer(0, size - 1);
  return {
    next() {
      position = (position + STRIDE) % size;
      const place = places[Math.floor(position / subjects.length)];
      const { kind, name } = subjects[position % subjects.length];
      const value = random.integer(kind.low, kind.high);
      return { name: `${place}${separator}${name}`, kind, value };
    },
    recall: () => (remembered.length > 0 ? random.pick(remembered) : undefined),
    remember(indicator) {
      remembered.push(indicator);
      if (remembered.length > REMEMBERED) {
        remembered.shift();
      }
    },
  };
}

/** Prints a whole number of last digits: `printFigure(1234, 1)` is `123.4`. */
export function printFigure(value: number, decimals: number): string {
  if (decimals === 0) {
    return String(value);
  }
  const digits = String(value).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
