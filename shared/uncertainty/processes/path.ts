import { at } from '../numerics/at.ts';
import { normalQuantile } from '../numerics/normal.ts';
import { poissonQuantile } from './events.ts';
import { processProblem, type Process } from './process.ts';

/** Draws a path of a process from coordinates of the unit cube. */
export interface PathMaker {
  /** Coordinates one path takes: one a step, three where there are jumps. */
  readonly dimensions: number;
  /** Writes the values at all times; coordinates are read from `offset` on. */
  readonly fill: (coordinates: Float64Array, offset: number, out: Float64Array) => void;
}

/**
 * Exact steps of a process between times: no error of discretisation, however far apart.
 * @param times in years, ascending from 0
 * @source Glasserman, Monte Carlo Methods in Financial Engineering (2003), ch. 3
 * @throws RangeError for times that do not ascend or a process that cannot be
 * @example createPath({ type: 'gbm', s0: 1, mu: 0, sigma: 0.2 }, [1, 2]).dimensions // 2
 */
export function createPath(process: Process, times: readonly number[]): PathMaker {
  const problem = processProblem(process);
  if (problem !== null) throw new RangeError(problem);
  const steps = Float64Array.from(times, (time, k) => time - (k === 0 ? 0 : at(times, k - 1)));
  if (steps.some((step) => !(step >= 0))) throw new RangeError('the times do not ascend from 0');
  if (process.type === 'ou') {
    const { theta, kappa, sigma } = process;
    const keep = steps.map((step) => Math.exp(-kappa * step));
    const add = steps.map((step) => (kappa === 0 ? sigma * Math.sqrt(step)
      : sigma * Math.sqrt(-Math.expm1(-2 * kappa * step) / (2 * kappa))));
    return { dimensions: times.length, fill: (coordinates, offset, out) => {
      let x = process.x0;
      for (let k = 0; k < steps.length; k += 1) {
        x = theta + (x - theta) * at(keep, k)
          + at(add, k) * normalQuantile(at(coordinates, offset + k));
        out[k] = x;
      }
    } };
  }
  const { s0, mu, sigma } = process;
  const drift = steps.map((step) => (mu - sigma ** 2 / 2) * step);
  const spread = steps.map((step) => sigma * Math.sqrt(step));
  const jumps = process.type === 'jump_diffusion' ? process : null;
  const width = jumps === null ? 1 : 3;
  const counts = jumps === null ? []
    : Array.from(steps, (step) => poissonQuantile(jumps.jumpRate * step));
  return { dimensions: width * times.length, fill: (coordinates, offset, out) => {
    let log = Math.log(s0);
    for (let k = 0; k < steps.length; k += 1) {
      const place = offset + k * width;
      log += at(drift, k) + at(spread, k) * normalQuantile(at(coordinates, place));
      if (jumps !== null) {
        const count = counts[k]?.(at(coordinates, place + 1)) ?? Number.NaN;
        if (count > 0)
          log += count * jumps.jumpMean
            + Math.sqrt(count) * jumps.jumpSd * normalQuantile(at(coordinates, place + 2));
      }
      out[k] = Math.exp(log);
    }
  } };
}
