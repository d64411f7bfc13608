import { at } from '../numerics/at.ts';
import type { Sampler } from '../sampling/sampler.ts';

/** An index with its standard error. */
export interface Index {
  readonly value: number;
  readonly standardError: number;
}

export interface SobolEstimate {
  readonly mean: number;
  readonly variance: number;
  /** Share of variance an input explains alone. */
  readonly first: readonly Index[];
  /** Share left when all other inputs are known. */
  readonly total: readonly Index[];
}

/** How far long work is. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** Draws of a Saltelli design: `A`, `B`, and A with one column of B. */
export interface SaltelliRuns {
  readonly a: Float64Array;
  readonly b: Float64Array;
  /** One row per input. */
  readonly mixed: readonly Float64Array[];
}

/** Mean of terms over the variance, with the error of their spread. */
function indexOf(count: number, variance: number, term: (run: number) => number): Index {
  let [sum, squares] = [0, 0];
  for (let run = 0; run < count; run += 1) {
    const value = term(run);
    sum += value;
    squares += value * value;
  }
  const mean = sum / count;
  const spread = Math.max(0, squares / count - mean * mean);
  return { value: mean / variance, standardError: Math.sqrt(spread / count) / variance };
}

/**
 * First-order and total indices from the runs of a Saltelli design. Outputs are centred, which
 * changes no index and much of its error. Errors are those of independent runs.
 * @source Saltelli et al., Computer Physics Communications 181 (2010) 259 (first order),
 *   Jansen, Computer Physics Communications 117 (1999) 35 (total)
 * @throws RangeError unless the runs pair up and vary
 * @example sobolFromDesign({ a: Float64Array.of(0, 1), b: Float64Array.of(1, 0), mixed: [Float64Array.of(1, 0)] }).total[0]?.value
 *   // 2
 */
export function sobolFromDesign({ a, b, mixed }: SaltelliRuns): SobolEstimate {
  const n = a.length;
  if (n < 2 || b.length !== n || mixed.some((row) => row.length !== n))
    throw new RangeError('the runs of A, B and AB must pair up');
  let sum = 0;
  for (let run = 0; run < n; run += 1) sum += at(a, run) + at(b, run);
  const mean = sum / (2 * n);
  let squares = 0;
  for (let run = 0; run < n; run += 1)
    squares += (at(a, run) - mean) ** 2 + (at(b, run) - mean) ** 2;
  const variance = squares / (2 * n);
  if (!(variance > 0)) throw new RangeError('the output does not vary');
  return {
    mean, variance,
    first: mixed.map((row) => indexOf(n, variance, (run) =>
      (at(b, run) - mean) * (at(row, run) - at(a, run)))),
    total: mixed.map((row) => indexOf(n, variance, (run) =>
      (at(a, run) - at(row, run)) ** 2 / 2)),
  };
}

export interface DesignOptions {
  /** Of twice as many dimensions as there are inputs. */
  readonly sampler: Sampler;
  readonly inputs: number;
  /** Base points; the model runs `count` times (inputs + 2). */
  readonly count: number;
}

/**
 * Runs a model on a Saltelli design and gives its indices, in steps that can be stopped.
 * @param model of coordinates in the unit cube
 * @throws RangeError where the output does not vary
 */
export function* sobolIndices(
  model: (coordinates: Float64Array) => number, options: DesignOptions,
): Generator<Progress, SobolEstimate> {
  const { sampler, inputs, count } = options;
  const both = new Float64Array(2 * inputs);
  const point = new Float64Array(inputs);
  const runs = {
    a: new Float64Array(count), b: new Float64Array(count),
    mixed: Array.from({ length: inputs }, () => new Float64Array(count)),
  };
  for (let run = 0; run < count; run += 1) {
    sampler.fill(run, both);
    point.set(both.subarray(0, inputs));
    runs.a[run] = model(point);
    for (const [input, row] of runs.mixed.entries()) {
      point[input] = at(both, inputs + input);
      row[run] = model(point);
      point[input] = at(both, input);
    }
    point.set(both.subarray(inputs));
    runs.b[run] = model(point);
    if (run % 256 === 255) yield { done: run + 1, of: count };
  }
  return sobolFromDesign(runs);
}
