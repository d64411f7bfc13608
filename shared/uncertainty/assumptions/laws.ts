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
 * @example sigmaOfError(30) // 0.20472392334521342
 */
export const sigmaOfError = (errorPct: number): number =>
  Math.log(1 + errorPct / 100) / normalQuantile(0.5 + within / 2);

/**
 * A factor of median 1 with this spread of its logarithm.
 * @example lawOfFactor(0.2) // { type: 'lognormal', mu: 0, sigma: 0.2 }
 */
export const lawOfFactor = (sigma: number): Distribution =>
  ({ type: 'lognormal', mu: 0, sigma });

/** Chance of a triangular law below a value. */
function below({ low, value, high }: Range, x: number): number {
  if (x <= low) return 0;
  if (x >= high) return 1;
  return x <= value ? (x - low) ** 2 / ((high - low) * (value - low))
    : 1 - (high - x) ** 2 / ((high - low) * (high - value));
}

/**
 * The triangular law of a range in steps from its value: for what the serving engine answers
 * anew at every value.
 * @param step > 0
 * @example lawInSteps({ low: 0.4, value: 0.5, high: 0.6 }, 0.1).values // [0.4, 0.5, 0.6]
 */
export function lawInSteps(
  range: Range, step: number,
): Extract<Distribution, { type: 'discrete' }> {
  const { low, value, high } = range;
  const least = -Math.floor((value - low) / step + 1e-9);
  const most = Math.floor((high - value) / step + 1e-9);
  const offsets = Array.from({ length: most - least + 1 }, (_, at) => least + at);
  const from = (offset: number): number => value + offset * step;
  return { type: 'discrete', values: offsets.map((offset) =>
    Math.min(high, Math.max(low, Number(from(offset).toFixed(9))))),
  probabilities: offsets.map((offset) =>
    (offset === most ? 1 : below(range, from(offset + 0.5)))
      - (offset === least ? 0 : below(range, from(offset - 0.5)))) };
}
