import { at } from '../numerics/at.ts';

/** Ranks are compared with this slack. */
const slack = 1e-12;

/** Value at risk (an order statistic) and the mean beyond it. */
export interface Shortfall {
  readonly var: number;
  readonly cvar: number;
}

/**
 * Expected shortfall: mean of the largest (or smallest) share 1 - alpha, an atom at its edge
 * counted by the part that belongs to it.
 * @param sorted ascending, not empty
 * @source Rockafellar & Uryasev, J. Banking & Finance 26 (2002), Prop. 8
 * @example shortfallOfSorted([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.85, 'upper') // { var: 9, cvar: 9.6666666667 }
 */
export function shortfallOfSorted(
  sorted: ArrayLike<number>, alpha: number, tail: 'upper' | 'lower',
): Shortfall {
  const n = sorted.length;
  const sign = tail === 'upper' ? 1 : -1;
  /** Rank k of the values turned so that the tail lies above. */
  const ranked = (k: number): number => sign * at(sorted, tail === 'upper' ? k - 1 : n - k);
  const k = Math.max(1, Math.ceil(n * alpha - slack));
  const edge = ranked(k);
  let beyond = 0;
  for (let rank = k + 1; rank <= n; rank += 1) beyond += ranked(rank);
  const cvar = ((k / n - alpha) * edge + beyond / n) / (1 - alpha);
  return { var: sign * edge, cvar: sign * cvar };
}
