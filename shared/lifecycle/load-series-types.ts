/**
 * What a load file counts: tokens, or requests that are turned into tokens by their mean
 * lengths.
 */
export type LoadUnit = 'tokens' | 'requests';

/**
 * A load curve: one value per step, from `startSeconds` (UTC since 1970; local time if
 * the file names no zone).
 */
export interface LoadSeries {
  readonly unit: LoadUnit;
  readonly startSeconds: number;
  /** Length of a step; null when steps are calendar months. */
  readonly stepSeconds: number | null;
  /** Amount per step, in `unit`. */
  readonly values: readonly number[];
  readonly zoned: boolean;
}
