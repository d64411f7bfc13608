import {
  normalCdf, normalDensity, normalQuantile, normalUpper, normalUpperQuantile,
} from '../numerics/normal.ts';
import { integrate } from '../numerics/quadrature.ts';
import { pointLaw } from './bounded.ts';
import type { Law, Lognormal, Moments, TruncatedNormal } from './types.ts';

/**
 * Normal law; a standard deviation of 0 is a fixed value.
 * @example normalLaw(50, 12).quantile(0.5) // 50
 */
export function normalLaw(mean: number, sd: number): Law {
  if (sd === 0) return pointLaw(mean);
  return {
    min: -Infinity, max: Infinity,
    quantile: (p) => mean + sd * normalQuantile(p),
    cdf: (x) => normalCdf((x - mean) / sd),
    moments: () => ({ mean, sd }),
  };
}

/** Mean and standard deviation of the logarithm. */
export interface LogScale {
  readonly mu: number;
  readonly sigma: number;
}

/**
 * Scale of the logarithm from P10 and P90, from mean and standard deviation, or as given.
 * @example logScale({ type: 'lognormal', p10: 0.8, p90: 3.2 }) // { mu: 0.4700036292, sigma: 0.5408656188 }
 */
export function logScale(d: Lognormal): LogScale {
  if ('mu' in d) return { mu: d.mu, sigma: d.sigma };
  if ('p10' in d) {
    const [low, high] = [Math.log(d.p10), Math.log(d.p90)];
    return { mu: (low + high) / 2, sigma: (high - low) / (2 * normalQuantile(0.9)) };
  }
  const square = Math.log1p((d.sd / d.mean) ** 2);
  return { mu: Math.log(d.mean) - square / 2, sigma: Math.sqrt(square) };
}

/**
 * Mean and standard deviation of a value whose logarithm is normal.
 * @example logMoments({ mu: 0, sigma: 1 }).mean // 1.6487212707
 */
export function logMoments({ mu, sigma }: LogScale): { mean: number; sd: number } {
  const mean = Math.exp(mu + sigma ** 2 / 2);
  return { mean, sd: mean * Math.sqrt(Math.expm1(sigma ** 2)) };
}

/**
 * Law of a value whose logarithm is normal.
 * @example lognormalLaw({ mu: 1, sigma: 0.5 }).quantile(0.5) // 2.7182818285
 */
export function lognormalLaw(scale: LogScale): Law {
  const { mu, sigma } = scale;
  if (sigma === 0) return pointLaw(Math.exp(mu));
  return {
    min: 0, max: Infinity,
    quantile: (p) => Math.exp(mu + sigma * normalQuantile(p)),
    cdf: (x) => (x <= 0 ? 0 : normalCdf((Math.log(x) - mu) / sigma)),
    moments: () => logMoments(scale),
  };
}

/** Standardised bounds, turned so that the nearer tail lies above. */
interface Cut {
  readonly from: number;
  readonly to: number;
  /** Probability above each. */
  readonly aboveFrom: number;
  readonly aboveTo: number;
  readonly turned: boolean;
}

function cutOf({ mean, sd, min, max }: TruncatedNormal): Cut {
  const low = min === null ? -Infinity : (min - mean) / sd;
  const high = max === null ? Infinity : (max - mean) / sd;
  const turned = low < 0 && high < -low;
  const [from, to] = turned ? [-high, -low] : [low, high];
  return { from, to, aboveFrom: normalUpper(from), aboveTo: normalUpper(to), turned };
}

/**
 * Probability that the uncut normal law leaves between the bounds.
 * @example keptShare({ type: 'truncated_normal', mean: 0, sd: 1, min: 0, max: null }) // 0.5
 */
export function keptShare(d: TruncatedNormal): number {
  const { aboveFrom, aboveTo } = cutOf(d);
  return aboveFrom - aboveTo;
}

/** Mean and standard deviation in units of the uncut law, of the turned cut. */
function cutMoments({ from, to, aboveFrom, aboveTo }: Cut): { mean: number; sd: number } {
  const close = Number.isFinite(from) && Number.isFinite(to) && to - from < 2;
  if (close || from > 2) {
    const end = Number.isFinite(to) ? Math.min(to, from + 40 / Math.max(1, from))
      : from + 40 / Math.max(1, from);
    const weight = (x: number): number => Math.exp(-0.5 * x * (x + 2 * from));
    const over = (f: (x: number) => number): number => integrate(f, 0, end - from, 16);
    const whole = over(weight);
    const first = over((x) => x * weight(x)) / whole;
    const spread = over((x) => (x - first) ** 2 * weight(x)) / whole;
    return { mean: from + first, sd: Math.sqrt(spread) };
  }
  const kept = aboveFrom - aboveTo;
  const edge = (x: number): number => (Number.isFinite(x) ? x * normalDensity(x) : 0);
  const mean = (normalDensity(from) - normalDensity(to)) / kept;
  return { mean, sd: Math.sqrt(1 + (edge(from) - edge(to)) / kept - mean ** 2) };
}

/**
 * Normal law cut at one or both sides; mean and sd are those before the cut. Far out it
 * works with probabilities above, so that no digit is lost.
 * @source Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions 1 (1994), 13.10.1
 * @example truncatedNormalLaw({ type: 'truncated_normal', mean: 0, sd: 1, min: 0, max: null }).quantile(0.5)
 *   // 0.6744897502
 */
export function truncatedNormalLaw(d: TruncatedNormal): Law {
  const { mean, sd } = d;
  const [min, max] = [d.min ?? -Infinity, d.max ?? Infinity];
  if (min === max) return pointLaw(min);
  if (sd === 0) return pointLaw(mean);
  const cut = cutOf(d);
  const kept = cut.aboveFrom - cut.aboveTo;
  const sign = cut.turned ? -1 : 1;
  const within = (x: number): number => Math.min(max, Math.max(min, x));
  return {
    min, max,
    quantile: (p) => {
      const share = cut.turned ? p : 1 - p;
      return within(mean + sign * sd * normalUpperQuantile(cut.aboveTo + share * kept));
    },
    cdf: (x) => {
      if (x <= min) return 0;
      if (x >= max) return 1;
      const above = normalUpper((sign * (x - mean)) / sd);
      return cut.turned ? (above - cut.aboveTo) / kept : (cut.aboveFrom - above) / kept;
    },
    moments: (): Moments => {
      const turned = cutMoments(cut);
      return { mean: mean + sign * sd * turned.mean, sd: sd * turned.sd };
    },
  };
}
