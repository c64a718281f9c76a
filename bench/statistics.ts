/** Medians and percentiles of measured times, all in milliseconds. */
export interface Summary {
  readonly runs: number;
  /** The first run, before anything was compiled or cached. */
  readonly first: number;
  readonly median: number;
  readonly p99: number;
}

/** The part of the runs that warms up and counts for nothing but `first`. */
const WARM_UP_SHARE = 0.2;

/** Sums up a series that was measured from cold on. */
export function summarizeFromCold(times: readonly number[]): Summary {
  const warm = times.slice(Math.min(times.length - 1, Math.ceil(times.length * WARM_UP_SHARE)));
  return { ...summarize(warm), runs: times.length, first: times[0] };
}

/** Sums up a series that was measured after warming up. */
export function summarize(times: readonly number[]): Summary {
  const sorted = [...times].sort((one, other) => one - other);
  return {
    runs: times.length,
    first: times[0],
    median: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
  };
}

/** The smallest time that at least this share of the runs does not exceed. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}
