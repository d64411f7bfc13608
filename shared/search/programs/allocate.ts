import { entryOf } from '../../units/entry.ts';

export interface Allocation {
  readonly x: readonly number[];
  readonly objective: number;
  /** What one more unit of the limit is worth. */
  readonly shadowPrice: number;
}

/**
 * Splits a limit among uses whose returns diminish as a square root: maximises sum
 * gain[i] sqrt(x[i]) under sum mw[i] x[i] <= cap. By Lagrange x[i] = cap (gain[i] /
 * mw[i])^2 / sum(gain[j]^2 / mw[j]); one more unit is worth half the objective over the
 * cap.
 * @param gain of each use, 0 or more
 * @param mw what a unit of it takes, above 0
 * @throws RangeError for rows of different lengths, a gain or cap below 0 and mw of 0
 *   or less
 * @example allocateSqrt([1, 1], [1, 1], 8) // { x: [4, 4], objective: 4, shadowPrice: 0.25 }
 */
export function allocateSqrt(
  gain: readonly number[], mw: readonly number[], cap: number,
): Allocation {
  if (gain.length === 0 || gain.length !== mw.length)
    throw new RangeError('every use needs a gain and what it takes');
  if (gain.some((each) => !(each >= 0 && Number.isFinite(each))))
    throw new RangeError('a gain must be 0 or more');
  if (mw.some((each) => !(each > 0 && Number.isFinite(each))))
    throw new RangeError('what a unit takes must be above 0');
  if (!(cap > 0) || !Number.isFinite(cap))
    throw new RangeError('the limit must be above 0');
  const worth = gain.reduce((sum, each, at) => sum + each ** 2 / entryOf(mw, at), 0);
  const x = gain.map((each, at) =>
    (worth === 0 ? 0 : (cap * (each / entryOf(mw, at)) ** 2) / worth));
  const objective = Math.sqrt(cap * worth);
  return { x, objective, shadowPrice: objective / (2 * cap) };
}
