import { monthsBetween } from '../units/source-date.ts';

/**
 * How old a source is. `stale`: past its shelf life; `old`: twice that; `undated`: it
 * states no date; `decision`: a choice of the plan, which has no source to age.
 */
export const stalenessClasses = ['fresh', 'stale', 'old', 'undated', 'decision'] as const;
export type Staleness = (typeof stalenessClasses)[number];

/** Months after which a figure should be looked up again. */
export const shelfLife = { usual: 12, price: 6 } as const;

/** What decides how fast a source ages. */
export interface Dated {
  readonly date: string | null;
  /** Prices and software releases change within months. */
  readonly price: boolean;
  /** Nothing outside the project vouches for it. */
  readonly decision: boolean;
}

/**
 * Age class of a source on a date: more than 12 months is stale and more than 24 old;
 * prices and software releases are stale after 6 and old after 12. A source later than
 * the date is fresh.
 * @param asOf YYYY-MM or YYYY-MM-DD
 * @example stalenessOf({ date: '2025-10', price: false, decision: false }, '2026-11') // 'stale'
 */
export function stalenessOf({ date, price, decision }: Dated, asOf: string): Staleness {
  const age = date === null ? null : monthsBetween(date, asOf);
  if (age === null) return decision ? 'decision' : 'undated';
  const life = price ? shelfLife.price : shelfLife.usual;
  return age > 2 * life ? 'old' : age > life ? 'stale' : 'fresh';
}
