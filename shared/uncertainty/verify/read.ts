import { ArgumentError, type Arguments } from '../../economics/verify/arguments.ts';
import { checkDistribution, type Distribution } from '../distributions/distribution.ts';
import { at, upTo } from '../numerics/at.ts';
import { createSampler } from '../sampling/sampler.ts';
import { createSobol } from '../sampling/sobol.ts';
import type { RiskAnswer } from './answer.ts';

/** A function of a case file. */
export type RiskFunction = (args: Arguments) => RiskAnswer;

export type RiskFunctions = Readonly<Record<string, RiskFunction>>;

/** Most numbers one case may ask for: what a desk machine does in some seconds. */
const mostNumbers = 50_000_000;

/**
 * A distribution among the arguments.
 * @throws RangeError saying what is wrong with it
 */
export function distribution(args: Arguments, name = 'dist'): Distribution {
  if (!args.has(name)) throw new ArgumentError(`argument ${name} is missing`);
  return checked(args.raw(name));
}

/** @throws RangeError saying what is wrong with it */
export function checked(value: unknown): Distribution {
  const found = checkDistribution(value);
  if (!found.ok) throw new RangeError(found.error.message);
  return found.value;
}

/** A list of distributions. */
export function distributions(args: Arguments, name: string): readonly Distribution[] {
  const list = args.raw(name);
  if (!Array.isArray(list)) {
    throw new ArgumentError(list === undefined ? `argument ${name} is missing`
      : `argument ${name} is not a list of distributions`);
  }
  return list.map(checked);
}

/** A number that has to be whole and at least `least`. */
export function whole(args: Arguments, name: string, least: number): number {
  const value = args.number(name);
  if (!(Number.isSafeInteger(value) && value >= least))
    throw new RangeError(`${name} ${value} is not a whole number from ${least}`);
  return value;
}

/** One of the words known. */
export function word<T extends string>(
  args: Arguments, name: string, known: readonly T[], fallback?: T,
): T {
  const value = args.text(name, fallback);
  const found = known.find((one) => one === value);
  if (found === undefined)
    throw new ArgumentError(`argument ${name} is none of ${known.join(', ')}`);
  return found;
}

export const methodNames = ['random', 'lhs', 'sobol', 'sobol_scrambled'] as const;
export type MethodName = typeof methodNames[number];

/** Fills a run's coordinates. */
export type Fill = (run: number, out: Float64Array) => void;

/**
 * Coordinates by a method's name in case files: `sobol` is the unscrambled sequence there,
 * moved by half of its finest step so that no coordinate is 0.
 */
export function coordinates(
  method: MethodName, dimensions: number, seed: number, count: number,
): Fill {
  if (dimensions * count > mostNumbers)
    throw new RangeError(`${count} runs of ${dimensions} numbers are too many for one case`);
  if (method !== 'sobol') {
    const name = method === 'sobol_scrambled' ? 'sobol' : method;
    return createSampler({ method: name, dimensions, seed, runs: count }).fill;
  }
  const sequence = createSobol(dimensions);
  return (run, out) => {
    const point = sequence.point(run);
    for (let k = 0; k < dimensions; k += 1) out[k] = (at(point, k) + 0.5) / 4_294_967_296;
  };
}

/** Method, count and seed of a case, and its coordinates. */
export function drawing(
  args: Arguments, dimensions: number, countName = 'count',
): { readonly count: number; readonly seed: number; readonly fill: Fill } {
  const count = whole(args, countName, 1);
  const seed = args.has('seed') ? whole(args, 'seed', 0) : 0;
  const method = word(args, 'method', methodNames, 'sobol_scrambled');
  return { count, seed, fill: coordinates(method, dimensions, seed, count) };
}

/** A figure of every run. */
export function perRun<T>(
  count: number, dimensions: number, fill: Fill, of: (coordinates: Float64Array) => T,
): T[] {
  const out = new Float64Array(dimensions);
  return upTo(count).map((run) => {
    fill(run, out);
    return of(out);
  });
}
