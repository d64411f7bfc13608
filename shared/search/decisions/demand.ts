import { entryOf } from '../../units/entry.ts';
import { integrate } from '../numeric/integrate.ts';
import { normalCdf, normalDensity, normalQuantile } from '../../uncertainty/numerics/normal.ts';

/** A law of demand: what is asked of it to choose a capacity. */
export interface Demand {
  /** The value that is not exceeded with probability p. */
  readonly quantile: (p: number) => number;
  /** Integral of the quantiles from 0 to p: p times the mean of the lowest share p. */
  readonly lowerSum: (p: number) => number;
}

const need = (holds: boolean, text: string): void => {
  if (!holds) throw new RangeError(text);
};

/** A law of which the quantiles are known: their sum by quadrature. */
const byQuantile = (quantile: (p: number) => number): Demand =>
  ({ quantile, lowerSum: (p) => integrate(quantile, 0, p) });

/**
 * Normal demand, not cut off at 0: the sum below p is p mean - sd phi(z).
 * @example normalDemand(100, 25).quantile(0.5) // 100
 */
export function normalDemand(mean: number, sd: number): Demand {
  need(sd > 0 && Number.isFinite(mean), 'sd must be above 0 and the mean finite');
  return { quantile: (p) => mean + sd * normalQuantile(p),
    lowerSum: (p) => p * mean - sd * normalDensity(normalQuantile(p)) };
}

/**
 * Lognormal demand by the mean and deviation of its logarithm.
 * @example lognormalDemand(0, 1).quantile(0.5) // 1
 */
export function lognormalDemand(mu: number, sigma: number): Demand {
  need(sigma > 0 && Number.isFinite(mu), 'sigma must be above 0 and mu finite');
  return { quantile: (p) => Math.exp(mu + sigma * normalQuantile(p)),
    lowerSum: (p) => Math.exp(mu + sigma ** 2 / 2)
      * normalCdf(normalQuantile(p) - sigma) };
}

/**
 * Demand between two ends, all values equally likely.
 * @example uniformDemand(0, 10).lowerSum(0.5) // 1.25
 */
export function uniformDemand(min: number, max: number): Demand {
  need(min < max, 'min must be below max');
  return { quantile: (p) => min + p * (max - min),
    lowerSum: (p) => p * min + (p * p * (max - min)) / 2 };
}

/**
 * Demand between two ends with one most likely value.
 * @example triangularDemand(0, 5, 10).quantile(0.5) // 5
 */
export function triangularDemand(min: number, mode: number, max: number): Demand {
  need(min <= mode && mode <= max && min < max, 'min, mode and max must be in order');
  const width = max - min;
  const turn = (mode - min) / width;
  return byQuantile((p) => (p < turn ? min + Math.sqrt(p * width * (mode - min))
    : max - Math.sqrt((1 - p) * width * (max - mode))));
}

/**
 * Exponential demand; the sum below p is mean (p + (1 - p) ln(1 - p)).
 * @example exponentialDemand(2).lowerSum(1) // 2
 */
export function exponentialDemand(mean: number): Demand {
  need(mean > 0, 'the mean must be above 0');
  return { quantile: (p) => -mean * Math.log1p(-p),
    lowerSum: (p) => (p === 1 ? mean : mean * (p + (1 - p) * Math.log1p(-p))) };
}

/**
 * Weibull demand: scale (-ln(1 - p))^(1 / shape).
 * @example weibullDemand(1, 3).quantile(0) // 0
 */
export function weibullDemand(shape: number, scale: number): Demand {
  need(shape > 0 && scale > 0, 'shape and scale must be above 0');
  return byQuantile((p) => scale * (-Math.log1p(-p)) ** (1 / shape));
}

/** How far a cumulative probability may miss p and still reach it. */
const slack = 1e-12;

/**
 * Demand of a few values, each with its probability, in any order.
 * @throws RangeError where the probabilities are negative or do not sum to 1
 * @example discreteDemand([10, 20], [0.4, 0.6]).quantile(0.5) // 20
 */
export function discreteDemand(
  values: readonly number[], probabilities: readonly number[],
): Demand {
  need(values.length > 0 && values.length === probabilities.length,
    'every value needs a probability');
  const sum = probabilities.reduce((all, p) => all + p, 0);
  need(probabilities.every((p) => p >= 0) && Math.abs(sum - 1) < 1e-9,
    'probabilities must be 0 or more and sum to 1');
  const rising = values.map((value, at) =>
    ({ value, chance: entryOf(probabilities, at) }))
    .filter(({ chance }) => chance > 0).toSorted((a, b) => a.value - b.value);
  return {
    quantile: (p) => {
      let below = 0;
      const found = rising.find(({ chance }) =>
        { below += chance; return below >= p - slack; });
      return (found ?? entryOf(rising, -1)).value;
    },
    lowerSum: (p) => {
      let left = p;
      return rising.reduce((all, { value, chance }) => {
        const part = Math.min(left, chance);
        left -= part;
        return all + part * value;
      }, 0);
    },
  };
}
