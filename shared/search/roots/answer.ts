import type { Known } from './ask.ts';
import type { Jump, Span } from './find.ts';

/**
 * How a search for a target ended: one root; several; none in the range; the figure
 * never changes and is not the target (flat) or is it (any); a plateau on the target
 * (interval); a step over it (jump); or, of whole numbers, the first at or past it
 * (found_integer).
 */
export type SeekStatus = 'found' | 'several' | 'none' | 'flat' | 'any' | 'interval' | 'jump'
  | 'found_integer';

/** Of whole numbers: the first at or past the target, and its neighbour before it. */
export interface WholeRoot {
  readonly x: number;
  readonly value: number;
  /** null where `x` is the lowest of the range or its neighbour has no figure. */
  readonly below: Known | null;
}

export interface SeekAnswer {
  readonly status: SeekStatus;
  /** All roots of the range, ascending. */
  readonly roots: readonly number[];
  /** Plateaus on the target. */
  readonly intervals: readonly Span[];
  /** Steps over the target. */
  readonly jumps: readonly Jump[];
  /** Inputs where the figure changes its side through infinity. */
  readonly poles: readonly number[];
  /** Where there is no figure. */
  readonly missing: readonly Span[];
  /**
   * The nearest approach, where the target is not reached; null where there is no
   * figure.
   */
  readonly closest: Known | null;
  readonly whole: WholeRoot | null;
}

/** An answer of which only what is said is there. */
export const answer = (status: SeekStatus, over: Partial<SeekAnswer> = {}): SeekAnswer =>
  ({
  status, roots: [], intervals: [], jumps: [], poles: [], missing: [], closest: null,
  whole: null, ...over,
});
