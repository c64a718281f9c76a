/** What an office has agreed on for all its documents. What a document says of itself comes first. */
import type { PriceBasis } from './types.ts';

export interface Conventions {
  /** Of figures in documents whose header names no price basis. */
  readonly prices?: PriceBasis;
  /** The dash of ranges, `2～3项`; undefined where any will do that is used throughout. */
  readonly rangeDash?: string;
  readonly places: Places;
}

/** Names of places by where they stand to the office. */
export interface Places {
  readonly own: readonly string[];
  /** The county, city and province that it belongs to. */
  readonly above: readonly string[];
  /** Its villages and communities. */
  readonly below: readonly string[];
}

export const noConventions: Conventions = { places: { own: [], above: [], below: [] } };
