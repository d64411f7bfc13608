import { normalQuantile } from '../numerics/normal.ts';
import type { Distribution } from '../distributions/distribution.ts';

interface Range {
  readonly low: number;
  readonly value: number;
  readonly high: number;
}

/**
 * The law of a value of which a range is stated and no shape: triangular between its ends,
 * most likely at the value.
 * @example lawOfRange({ low: 1, value: 2, high: 4 }) // { type: 'triangular', min: 1, mode: 2, max: 4 }
 */
export const lawOfRange = ({ low, value, high }: Range): Distribution =>
  ({ type: 'triangular', min: low, mode: value, max: high });

/** Share of measurements within a prediction's stated error: four of five. */
const within = 0.8;

/**
 * Spread of the logarithm of a factor that lies within an error either way in four of five
 * cases: ln(1 + e) / z(0.9).
 * @param errorPct > 0, per cent
 * @example sigmaOfError(30) // 0.2047234641
 */
export const sigmaOfError = (errorPct: number): number =>
  Math.log(1 + errorPct / 100) / normalQuantile(0.5 + within / 2);

/**
 * A factor of median 1 with this spread of its logarithm.
 * @example lawOfFactor(0.2) // { type: 'lognormal', mu: 0, sigma: 0.2 }
 */
export const lawOfFactor = (sigma: number): Distribution =>
  ({ type: 'lognormal', mu: 0, sigma });
