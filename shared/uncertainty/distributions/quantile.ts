import { betaQuantile, logBeta } from '../numerics/beta.ts';
import { normalCdf, normalDensity, normalQuantile } from '../numerics/normal.ts';
import { pertShape } from './bounded.ts';
import { eventLaw } from './counted.ts';
import { lawOf } from './law.ts';
import type { Distribution } from './types.ts';

/**
 * Value below which a share p of a distribution lies.
 * @param p 0..1; an open end is infinite
 * @example quantile({ type: 'uniform', min: 0, max: 10 }, 0.2) // 2
 */
export const quantile = (d: Distribution, p: number): number => lawOf(d).quantile(p);

/**
 * The quantile of one distribution, prepared once for many calls. Beta and PERT laws come
 * from a table within 1e-11 of their range; all others are exact.
 * @example quantileOf({ type: 'triangular', min: 0, mode: 1, max: 2 })(0.5) // 1
 */
export function quantileOf(d: Distribution): (p: number) => number {
  if (d.type === 'event' || d.type === 'bernoulli_delay')
    return eventLaw(d.probability, { ...lawOf(d.delay), quantile: quantileOf(d.delay) }).quantile;
  if (d.type === 'pert' && d.max > d.min) {
    const { alpha, beta } = pertShape(d.min, d.mode, d.max, d.lambda ?? 4);
    return betaTable(alpha, beta, d.min, d.max, lawOf(d).quantile);
  }
  if (d.type === 'beta') {
    const { alpha, beta, min = 0, max = 1 } = d;
    if (max > min) return betaTable(alpha, beta, min, max, lawOf(d).quantile);
  }
  return lawOf(d).quantile;
}

/** The table spans this many standard deviations of the normal score to each side. */
const reach = 8;
const cells = 320;
const width = (2 * reach) / cells;

/**
 * x against the normal score z = Q(p), value, slope and bend at each node: between the nodes
 * the polynomial of degree five that meets them. In z the law is smooth to its very ends.
 */
function betaTable(
  alpha: number, beta: number, min: number, max: number, exact: (p: number) => number,
): (p: number) => number {
  // Shapes as steep as these at an end need finer nodes than the table has.
  if (Math.min(alpha, beta) < 0.3) return exact;
  const log = logBeta(alpha, beta);
  const table = new Float64Array((cells + 1) * 3);
  for (let k = 0; k <= cells; k += 1) {
    const z = -reach + k * width;
    const lower = z <= 0;
    const near = lower ? betaQuantile(normalCdf(z), alpha, beta)
      : betaQuantile(normalCdf(-z), beta, alpha);
    const [below, above] = lower ? [near, 1 - near] : [1 - near, near];
    const density = Math.exp((alpha - 1) * Math.log(below) + (beta - 1) * Math.log(above) - log);
    const slope = normalDensity(z) / density;
    const bend = slope * (-z - slope * ((alpha - 1) / below - (beta - 1) / above));
    table[3 * k] = below;
    table[3 * k + 1] = slope * width;
    table[3 * k + 2] = (bend * width * width) / 2;
  }
  const range = max - min;
  return (p) => {
    const place = (normalQuantile(p) + reach) / width;
    if (!(place >= 0 && place < cells)) return exact(p);
    return min + range * between(table, place);
  };
}

/** Degree-five Hermite polynomial of a table of value, slope and half bend. */
function between(table: Float64Array, place: number): number {
  const k = Math.floor(place);
  const t = place - k;
  const [a = NaN, b = NaN, c = NaN] = [table[3 * k], table[3 * k + 1], table[3 * k + 2]];
  const [a1 = NaN, b1 = NaN, c1 = NaN] = [table[3 * k + 3], table[3 * k + 4], table[3 * k + 5]];
  const value = a1 - a - b - c;
  const slope = b1 - b - 2 * c;
  const bend = c1 - c;
  const d3 = 10 * value - 4 * slope + bend;
  const d4 = -15 * value + 7 * slope - 2 * bend;
  const d5 = 6 * value - 3 * slope + bend;
  return a + t * (b + t * (c + t * (d3 + t * (d4 + t * d5))));
}
