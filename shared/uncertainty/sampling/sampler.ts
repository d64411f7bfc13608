import { createStream, keyOf } from './hash.ts';
import { createPermutation } from './permutation.ts';
import { createSobol, owenScramble, sobolDimensions } from './sobol.ts';

/** `sobol`: Owen-scrambled Sobol' points; `lhs`: Latin hypercube; `random`: independent. */
export type SamplingMethod = 'sobol' | 'lhs' | 'random';

export interface SamplerOptions {
  readonly method: SamplingMethod;
  readonly dimensions: number;
  /** A whole number from 0. */
  readonly seed: number;
  /** How many runs there will be; only `lhs` depends on it. */
  readonly runs: number;
}

/** Draws the coordinates of any run, in any order. */
export interface Sampler {
  /**
   * Fills `out` with a run's coordinates, each strictly between 0 and 1. They depend on
   * method, seed and run alone (`lhs` also on the number of runs).
   */
  readonly fill: (run: number, out: Float64Array) => void;
}

/** Tell the uses of one seed apart. */
const uses = { random: 1, within: 2, order: 3, scramble: 4, beyond: 5 };

const isCount = (value: number, from: number): boolean =>
  Number.isSafeInteger(value) && value >= from;

/**
 * A sampler of the unit cube.
 * @throws RangeError for a seed, a count or a number of dimensions that is not a whole number
 * @example createSampler({ method: 'random', dimensions: 3, seed: 1, runs: 10 }).fill(0, new Float64Array(3))
 *   // undefined
 */
export function createSampler(options: SamplerOptions): Sampler {
  const { method, dimensions, seed, runs } = options;
  if (!isCount(dimensions, 0)) throw new RangeError(`${dimensions} is no number of dimensions`);
  if (!isCount(seed, 0)) throw new RangeError(`a seed is a whole number from 0, not ${seed}`);
  if (!isCount(runs, 1)) throw new RangeError(`${runs} is no number of runs`);
  switch (method) {
    case 'random': return randomSampler(dimensions, seed);
    case 'lhs': return latinSampler(dimensions, seed, runs);
    case 'sobol': return sobolSampler(dimensions, seed);
  }
}

function randomSampler(dimensions: number, seed: number): Sampler {
  const stream = createStream(seed, uses.random);
  return { fill: (run, out) => {
    stream.start(run);
    for (let d = 0; d < dimensions; d += 1) out[d] = stream.next();
  } };
}

/**
 * One run in each of `runs` strata of every coordinate, at a random place within it.
 * @source McKay, Beckman & Conover, Technometrics 21 (1979)
 */
function latinSampler(dimensions: number, seed: number, runs: number): Sampler {
  const stream = createStream(seed, uses.within);
  const strata = Array.from({ length: dimensions }, (_, d) =>
    createPermutation(runs, keyOf(seed, uses.order, d)));
  return { fill: (run, out) => {
    if (!(run >= 0 && run < runs)) throw new RangeError(`run ${run} is none of ${runs}`);
    stream.start(run);
    for (const [d, stratum] of strata.entries())
      out[d] = Math.min((stratum(run) + stream.next()) / runs, 1 - 2 ** -53);
  } };
}

/** Scrambled Sobol' points; coordinates beyond those tabled are independent. */
function sobolSampler(dimensions: number, seed: number): Sampler {
  const tabled = Math.min(dimensions, sobolDimensions);
  const sequence = tabled > 0 ? createSobol(tabled) : null;
  const beyond = createStream(seed, uses.beyond);
  const keys = Uint32Array.from({ length: tabled }, (_, d) => keyOf(seed, uses.scramble, d));
  return { fill: (run, out) => {
    if (sequence !== null) {
      const point = sequence.point(run);
      for (let d = 0; d < tabled; d += 1) {
        const scrambled = owenScramble(point[d] ?? Number.NaN, keys[d] ?? Number.NaN);
        out[d] = (scrambled + 0.5) / 4_294_967_296;
      }
    }
    if (dimensions === tabled) return;
    beyond.start(run);
    for (let d = tabled; d < dimensions; d += 1) out[d] = beyond.next();
  } };
}
