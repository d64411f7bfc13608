/** Chance that at most `most` events happen where `mean` are expected (Poisson). */
export function poissonAtMost(mean: number, most: number): number {
  // Logarithms keep e^-mean from vanishing for large fleets.
  let log = -mean;
  let sum = Math.exp(log);
  for (let k = 1; k <= most; k++) {
    log += Math.log(mean / k);
    sum += Math.exp(log);
  }
  return Math.min(1, sum);
}

export interface SpareParams {
  /** Parts in service. */
  readonly parts: number;
  /** Failures that use up a part, per part and year. */
  readonly perYear: number;
  /** Days until a new one arrives. */
  readonly leadDays: number;
  /** Wanted chance of having one at hand, 0.5 to below 1. */
  readonly target: number;
}

export interface Spares {
  readonly count: number;
  /** Expected use over a lead time: rate x N x lead / 365. */
  readonly mean: number;
  /** Chance that the stock lasts over a lead time. */
  readonly chance: number;
}

/**
 * Fewest spares with P(use over a lead time <= s) >= target; use is Poisson with mean =
 * rate x N x lead / 365.
 * @throws RangeError outside the ranges of `SpareParams`
 * @source standard base-stock policy; GPU replacement rate 2.5-6 % a year is an input
 * @example sizeSpares({ parts: 1000, perYear: 0.04, leadDays: 30, target: 0.95 }).count // 7
 */
export function sizeSpares({ parts, perYear, leadDays, target }: SpareParams): Spares {
  if (!(parts >= 0 && perYear >= 0 && leadDays >= 0)) {
    throw new RangeError(`parts ${parts}, rate ${perYear}, lead ${leadDays}`);
  }
  if (!(target >= 0.5 && target < 1)) throw new RangeError(`target is ${target}`);
  const mean = (perYear * parts * leadDays) / 365;
  if (mean === 0) return { count: 0, mean, chance: 1 };
  let log = -mean;
  let chance = Math.exp(log);
  let count = 0;
  while (chance < target) {
    count += 1;
    log += Math.log(mean / count);
    chance += Math.exp(log);
  }
  return { count, mean, chance: Math.min(1, chance) };
}
