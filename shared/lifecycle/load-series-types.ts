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
  /** What was changed to make the file usable; empty when it was sound. */
  readonly repairs: readonly LoadRepair[];
}

export type LoadRepairCode = 'sorted' | 'duplicate-summed' | 'gap-filled' | 'empty-lines';
export interface LoadRepair {
  readonly code: LoadRepairCode;
  /** Line of the file, 1 first; the line after a gap. */
  readonly line: number;
  readonly count: number;
}

export type LoadProblemCode =
  | 'empty' | 'too-large' | 'no-columns' | 'bad-time' | 'not-a-number' | 'negative'
    | 'duplicate' | 'gap'
  | 'unsorted' | 'mixed-zones' | 'uneven-step' | 'too-short' | 'gap-too-long';

/** Why a load file is refused; `line` is 1 for the first line, 0 for the file as a whole. */
export interface LoadProblem {
  readonly code: LoadProblemCode;
  readonly line: number;
  /** What was found there, at most 80 characters. */
  readonly found: string;
}

export interface LoadOptions {
  /**
   * Sort, sum duplicates and fill gaps of up to `maxGapSteps`, saying so; otherwise each
   * is refused.
   */
  readonly repair: boolean;
  readonly maxGapSteps: number;
}
