import { integrateUnit } from '../numerics/quadrature.ts';
import { risingRoot } from '../numerics/roots.ts';
import { pointLaw } from './bounded.ts';
import type { Law, Metalog, Moments } from './types.ts';

const odds = Math.log(9);

/** Terms of a metalog: M(y) = a1 + a2 L + a3 (y - 0.5) L, L = ln(y / (1 - y)). */
export type MetalogTerms = readonly [number, number, number];

/** Largest |a3| / a2 with which M still rises everywhere: about 1.6671. */
const steepest = ((): number => {
  const logit = (y: number): number => Math.log(y / (1 - y));
  const y = risingRoot((x) => (2 * x - 1) * logit(x) - 2, 0.6, 0.999);
  return 1 / (y - 0.5 + y * (1 - y) * logit(y));
})();

/** A value on the scale on which the metalog has no bounds. */
function unbounded({ lower, upper }: Pick<Metalog, 'lower' | 'upper'>, x: number): number {
  const [low, high] = [lower ?? null, upper ?? null];
  if (low === null) return high === null ? x : -Math.log(high - x);
  return high === null ? Math.log(x - low) : Math.log((x - low) / (high - x));
}

function bounded({ lower, upper }: Pick<Metalog, 'lower' | 'upper'>, m: number): number {
  const [low, high] = [lower ?? null, upper ?? null];
  if (low === null) return high === null ? m : high - Math.exp(-m);
  if (high === null) return low + Math.exp(m);
  return m > 0 ? high - (high - low) / (1 + Math.exp(m))
    : low + ((high - low) * Math.exp(m)) / (1 + Math.exp(m));
}

/**
 * Terms of the metalog through P10, P50 and P90.
 * @source Keelin, The Metalog Distributions, Decision Analysis 13(4) (2016), sec. 6.2.1
 * @example metalogTerms({ type: 'metalog', p10: 20, p50: 35, p90: 60 }) // [35, 9.1023922663, 5.6889951664]
 */
export function metalogTerms(d: Metalog): MetalogTerms {
  const [p10, p50, p90] = [unbounded(d, d.p10), unbounded(d, d.p50), unbounded(d, d.p90)];
  return [p50, (p90 - p10) / (2 * odds), (p90 + p10 - 2 * p50) / (0.8 * odds)];
}

/**
 * Whether the metalog through three points rises everywhere; else it is no distribution.
 * @example isMetalogFeasible({ type: 'metalog', p10: 10, p50: 12, p90: 40 }) // false
 */
export function isMetalogFeasible(d: Metalog): boolean {
  if (d.p10 === d.p50 && d.p50 === d.p90) return true;
  const [, a2, a3] = metalogTerms(d);
  return a2 > 0 && Math.abs(a3) < steepest * a2;
}

/**
 * Law through P10, P50 and P90, with bounds where stated.
 * @example metalogLaw({ type: 'metalog', p10: 20, p50: 35, p90: 60 }).quantile(0.25) // 26.5625
 */
export function metalogLaw(d: Metalog): Law {
  if (d.p10 === d.p90) return pointLaw(d.p50);
  const [a1, a2, a3] = metalogTerms(d);
  const [min, max] = [d.lower ?? -Infinity, d.upper ?? Infinity];
  const parted = (below: number, above: number): number => {
    const logit = Math.log(below / above);
    return bounded(d, a1 + (a2 + a3 * (below - 0.5)) * logit);
  };
  const quantile = (p: number): number => (p <= 0 ? min : p >= 1 ? max : parted(p, 1 - p));
  return {
    min, max, quantile,
    cdf: (x) => (x <= min ? 0 : x >= max ? 1
      : risingRoot((p) => quantile(p) - x, 0, 1)),
    moments: () => (d.lower ?? d.upper ?? null) === null ? {
      mean: a1 + a3 / 2,
      sd: Math.sqrt(Math.PI ** 2 * (a2 ** 2 / 3 + a3 ** 2 / 36) + a3 ** 2 / 12),
    } : boundedMoments(d, a2, a3, parted),
  };
}

/**
 * By integration of the quantile. With one bound the tail is a power of the odds with exponent
 * a2 + |a3| / 2 at the open end: the mean exists below 1, the deviation below 1/2.
 */
function boundedMoments(
  d: Metalog, a2: number, a3: number, parted: (below: number, above: number) => number,
): Moments {
  const low = d.lower ?? null;
  const both = low !== null && (d.upper ?? null) !== null;
  const power = both ? 0 : a2 + (low === null ? -a3 : a3) / 2;
  if (power >= 1) return { mean: null, sd: null };
  const mean = integrateUnit(parted);
  return { mean, sd: power >= 0.5 ? null
    : Math.sqrt(integrateUnit((below, above) => (parted(below, above) - mean) ** 2)) };
}

/** tan x - x and x / sin x - 1, which lose their digits near 0 when computed as written. */
const tangentLess = (x: number): number => Math.abs(x) > 0.1 ? Math.tan(x) - x
  : x ** 3 * (1 / 3 + x ** 2 * (2 / 15 + x ** 2 * (17 / 315 + x ** 2 * (62 / 2835
    + (x ** 2 * 1382) / 155925))));
const overSineLess = (x: number): number => Math.abs(x) > 0.1 ? x / Math.sin(x) - 1
  : x ** 2 * (1 / 6 + x ** 2 * (7 / 360 + x ** 2 * (31 / 15120 + (x ** 2 * 127) / 604800)));

/**
 * Log-logistic law through P10, P50 and P90, however skewed.
 * @source Hosking & Wallis, Regional Frequency Analysis (1997), app. A.7
 * @example loglogisticLaw(10, 12, 40).quantile(0.9) // 40
 */
export function loglogisticLaw(p10: number, p50: number, p90: number): Law {
  if (p10 === p90) return pointLaw(p50);
  const [down, up] = [p50 - p10, p90 - p50];
  const k = Math.log(up / down) / odds;
  // (9^kt - 1) / (9^k - 1) for the log odds t ln 9; at k = 0 that is t
  const whole = Math.expm1(k * odds);
  const shift = k === 0 ? Number.NaN : up / whole;
  const parted = (logit: number): number =>
    k === 0 ? p50 + (up * logit) / odds : p50 + shift * Math.expm1(k * logit);
  const [min, max] = [k > 0 ? p50 - shift : -Infinity, k < 0 ? p50 - shift : Infinity];
  return {
    min, max,
    quantile: (p) => (p <= 0 ? min : p >= 1 ? max : parted(Math.log(p / (1 - p)))),
    cdf: (x) => {
      if (x <= min) return 0;
      if (x >= max) return 1;
      const logit = k === 0 ? ((x - p50) / up) * odds : Math.log1p((x - p50) / shift) / k;
      return 1 / (1 + Math.exp(-logit));
    },
    moments: () => {
      if (k === 0) return { mean: p50, sd: ((up / odds) * Math.PI) / Math.sqrt(3) };
      const angle = Math.PI * k;
      if (Math.abs(k) >= 1) return { mean: null, sd: null };
      const mean = p50 + shift * overSineLess(angle);
      if (Math.abs(k) >= 0.5) return { mean, sd: null };
      const square = (angle / Math.sin(angle) ** 2) * tangentLess(angle);
      return { mean, sd: Math.abs(shift) * Math.sqrt(square) };
    },
  };
}
