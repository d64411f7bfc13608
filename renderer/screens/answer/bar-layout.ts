import type { Ranged } from '../../../shared/report/ranking.ts';

/** A bar from nought to a value with its range, on an axis of 0 to 100. */
export interface BarLayout {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
  readonly zero: number;
  readonly gains: boolean;
}

/**
 * Bars of several values on one axis that holds nought and all their ranges.
 * @returns one bar each; null where there is no value
 * @example layOutBars([{ value: 5, low: 0, high: 10 }])[0]?.to // 50
 */
export function layOutBars(values: readonly (Ranged | null)[]): readonly (BarLayout | null)[] {
  const known = values.flatMap((each) => each ?? []);
  const low = Math.min(0, ...known.map((each) => each.low));
  const high = Math.max(0, ...known.map((each) => each.high));
  const span = high - low || 1;
  const place = (x: number): number => ((x - low) / span) * 100;
  return values.map((each) => (each === null ? null : {
    from: place(Math.min(0, each.value)), to: place(Math.max(0, each.value)),
    low: place(each.low), high: place(each.high), zero: place(0), gains: each.value >= 0,
  }));
}
