import { at } from '../numerics/at.ts';
import { normalDensity, normalQuantile, normalUpper } from '../numerics/normal.ts';
import { integrateUnit } from '../numerics/quadrature.ts';
import { lawOf } from './law.ts';
import { logMoments, logScale } from './normals.ts';
import type { Distribution } from './types.ts';

/** Value at risk and the mean beyond it; null where the law has no mean there. */
export interface LawShortfall {
  readonly var: number;
  readonly cvar: number | null;
}

/** Integral of the quantile from a share to the top. */
function upperIntegral(d: Distribution, from: number): number {
  if (d.type === 'normal')
    return d.mean * (1 - from) + d.sd * density(normalQuantile(from));
  if (d.type === 'lognormal') {
    const scale = logScale(d);
    return logMoments(scale).mean * normalUpper(normalQuantile(from) - scale.sigma);
  }
  if (d.type === 'discrete') return discreteIntegral(d.values, d.probabilities, from);
  if (d.type === 'empirical')
    return discreteIntegral(d.values, d.values.map(() => 1 / d.values.length), from);
  if (d.type === 'event' || d.type === 'bernoulli_delay') {
    const without = Math.max(0, from - (1 - d.probability));
    return d.probability === 0 ? 0
      : d.probability * upperIntegral(d.delay, without / d.probability);
  }
  const { quantile } = lawOf(d);
  const share = 1 - from;
  return share * integrateUnit((below) => quantile(1 - share * below));
}

const density = (z: number): number => (Number.isFinite(z) ? normalDensity(z) : 0);

function discreteIntegral(
  values: readonly number[], probabilities: readonly number[], from: number,
): number {
  const order = values.map((_, k) => k).toSorted((a, b) => at(values, b) - at(values, a));
  let [left, sum] = [1 - from, 0];
  for (const k of order) {
    const taken = Math.min(left, at(probabilities, k));
    sum += taken * at(values, k);
    left -= taken;
  }
  return sum;
}

/**
 * Expected shortfall of a law: mean of its largest or smallest share 1 - alpha.
 * @source McNeil, Frey & Embrechts, Quantitative Risk Management (2005), sec. 2.2.4
 * @throws RangeError for alpha outside 0 to 1
 * @example shortfallOf({ type: 'uniform', min: 0, max: 10 }, 0.9, 'upper') // { var: 9, cvar: 9.5 }
 */
export function shortfallOf(
  d: Distribution, alpha: number, tail: 'upper' | 'lower',
): LawShortfall {
  if (!(alpha >= 0 && alpha < 1)) throw new RangeError(`alpha ${alpha} lies outside 0 to 1`);
  const law = lawOf(d);
  const { mean } = law.moments();
  if (tail === 'upper') {
    return { var: law.quantile(alpha),
      cvar: mean === null ? null : upperIntegral(d, alpha) / (1 - alpha) };
  }
  // A value the law takes with a probability counts from its own upper side.
  const edge = law.quantile(Math.min(1, 1 - alpha + (hasAtoms(d) ? 1e-11 : 0)));
  return { var: edge,
    cvar: mean === null ? null : (mean - upperIntegral(d, 1 - alpha)) / (1 - alpha) };
}

const hasAtoms = ({ type }: Distribution): boolean => type === 'discrete'
  || type === 'empirical' || type === 'event' || type === 'bernoulli_delay';
