import { gamma } from '../numerics/gamma.ts';
import type { Law } from './types.ts';

/**
 * Time to a failure that may come at any moment alike.
 * @example exponentialLaw(100).quantile(0.5) // 69.3147180560
 */
export const exponentialLaw = (mean: number): Law => weibullLaw(1, mean);

/**
 * Time to a failure that grows likelier (shape above 1) or rarer with age.
 * @source Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions 1 (1994), ch. 21
 * @example weibullLaw(2, 10).quantile(0.5) // 8.3255461116
 */
export function weibullLaw(shape: number, scale: number): Law {
  const power = 1 / shape;
  return {
    min: 0, max: Infinity,
    quantile: (p) => (p <= 0 ? 0 : scale * (-Math.log1p(-p)) ** power),
    cdf: (x) => (x <= 0 ? 0 : -Math.expm1(-((x / scale) ** shape))),
    moments: () => {
      const [first, second] = [gamma(1 + power), gamma(1 + 2 * power)];
      return { mean: scale * first, sd: scale * Math.sqrt(second - first ** 2) };
    },
  };
}
