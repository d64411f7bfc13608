import { betaLaw, pertShape, pointLaw, triangularLaw, uniformLaw } from './bounded.ts';
import { discreteLaw, empiricalLaw, eventLaw } from './counted.ts';
import { logScale, lognormalLaw, normalLaw, truncatedNormalLaw } from './normals.ts';
import { loglogisticLaw, metalogLaw } from './three-points.ts';
import type { Distribution, Law, Moments } from './types.ts';
import { exponentialLaw, weibullLaw } from './waiting.ts';

/** Weight on the mode of a PERT law that states none. */
const usualLambda = 4;

/**
 * A distribution's law; it is taken to be valid (`checkDistribution`).
 * @example lawOf({ type: 'uniform', min: 0, max: 4 }).cdf(1) // 0.25
 */
export function lawOf(d: Distribution): Law {
  switch (d.type) {
    case 'fixed': return pointLaw(d.value);
    case 'uniform': return uniformLaw(d.min, d.max);
    case 'triangular': return triangularLaw(d.min, d.mode, d.max);
    case 'pert': {
      const { alpha, beta } = pertShape(d.min, d.mode, d.max, d.lambda ?? usualLambda);
      return betaLaw(alpha, beta, d.min, d.max);
    }
    case 'normal': return normalLaw(d.mean, d.sd);
    case 'truncated_normal': return truncatedNormalLaw(d);
    case 'lognormal': return lognormalLaw(logScale(d));
    case 'beta': {
      const { alpha, beta, min = 0, max = 1 } = d;
      return betaLaw(alpha, beta, min, max);
    }
    case 'exponential': return exponentialLaw(d.mean);
    case 'weibull': return weibullLaw(d.shape, d.scale);
    case 'discrete': return discreteLaw(d.values, d.probabilities);
    case 'empirical': return empiricalLaw(d.values);
    case 'event':
    case 'bernoulli_delay': return eventLaw(d.probability, lawOf(d.delay));
    case 'metalog': return metalogLaw(d);
    case 'shifted_loglogistic': return loglogisticLaw(d.p10, d.p50, d.p90);
  }
}

/**
 * P(X <= x).
 * @example cdf({ type: 'uniform', min: 0, max: 4 }, 1) // 0.25
 */
export const cdf = (d: Distribution, x: number): number => lawOf(d).cdf(x);

/**
 * Mean and standard deviation of the law; null where it has none.
 * @example moments({ type: 'normal', mean: 50, sd: 12 }) // { mean: 50, sd: 12 }
 */
export const moments = (d: Distribution): Moments => lawOf(d).moments();
