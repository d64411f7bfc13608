import { betaQuantile, incompleteBeta } from '../numerics/beta.ts';
import type { Law } from './types.ts';

/**
 * All weight at one value.
 * @example pointLaw(3).quantile(0.2) // 3
 */
export const pointLaw = (value: number): Law => ({
  min: value, max: value, quantile: () => value, cdf: (x) => (x >= value ? 1 : 0),
  moments: () => ({ mean: value, sd: 0 }),
});

/**
 * Every value between two bounds alike.
 * @example uniformLaw(0, 10).quantile(0.2) // 2
 */
export function uniformLaw(min: number, max: number): Law {
  const width = max - min;
  if (width === 0) return pointLaw(min);
  return {
    min, max, quantile: (p) => min + width * p,
    cdf: (x) => Math.min(1, Math.max(0, (x - min) / width)),
    moments: () => ({ mean: (min + max) / 2, sd: width / Math.sqrt(12) }),
  };
}

/**
 * Density rising straight to the mode and falling straight from it.
 * @example triangularLaw(0, 1, 2).quantile(0.125) // 0.5
 */
export function triangularLaw(min: number, mode: number, max: number): Law {
  const width = max - min;
  if (width === 0) return pointLaw(min);
  const [left, right] = [mode - min, max - mode];
  const [up, down] = [width * left, width * right];
  const turn = left / width;
  return {
    min, max,
    quantile: (p) => (p < turn ? min + Math.sqrt(p * up) : max - Math.sqrt((1 - p) * down)),
    cdf: (x) => {
      if (x <= min) return 0;
      if (x >= max) return 1;
      return x < mode ? (x - min) ** 2 / up : 1 - (max - x) ** 2 / down;
    },
    moments: () => ({
      mean: (min + mode + max) / 3,
      sd: Math.sqrt((left * left + left * right + right * right) / 18),
    }),
  };
}

/**
 * Beta law stretched between two bounds.
 * @example betaLaw(2, 2, 10, 20).quantile(0.5) // 15
 */
export function betaLaw(alpha: number, beta: number, min: number, max: number): Law {
  const width = max - min;
  if (width === 0) return pointLaw(min);
  const sum = alpha + beta;
  return {
    min, max,
    quantile: (p) => (p > 0.5 ? max - width * betaQuantile(1 - p, beta, alpha)
      : min + width * betaQuantile(p, alpha, beta)),
    cdf: (x) => incompleteBeta((x - min) / width, alpha, beta),
    moments: () => ({
      mean: min + (width * alpha) / sum,
      sd: (width / sum) * Math.sqrt((alpha * beta) / (sum + 1)),
    }),
  };
}

/** Shape of a beta law between two bounds. */
export interface BetaShape {
  readonly alpha: number;
  readonly beta: number;
}

/**
 * Shape of a PERT law: the weight lambda stands on the mode.
 * @source Vose, Risk Analysis, 3rd ed. (2008)
 * @example pertShape(8, 11, 24, 4) // { alpha: 1.75, beta: 4.25 }
 */
export function pertShape(min: number, mode: number, max: number, lambda: number): BetaShape {
  const width = max - min;
  if (width === 0) return { alpha: 1, beta: 1 };
  return { alpha: 1 + (lambda * (mode - min)) / width,
    beta: 1 + (lambda * (max - mode)) / width };
}
