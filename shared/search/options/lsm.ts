import { entryOf } from '../../units/entry.ts';
import { normalQuantile } from '../../uncertainty/numerics/normal.ts';
import { randomStream } from '../numeric/random.ts';
import { fittedValues } from './least-squares.ts';
import {
  checkTerms, finite, payoffOf, positive, whole, type OptionKind, type OptionTerms,
} from './terms.ts';

export interface FixedPaths {
  /** Prices of each path at steps 0, 1, ...; all of one length. */
  readonly paths: readonly (readonly number[])[];
  readonly strike: number;
  /** Continuous, per unit of `dt`. */
  readonly rate: number;
  readonly dt: number;
  readonly kind: OptionKind;
  /** Powers of the price the continuation is regressed on, such as [0, 1, 2]. */
  readonly powers: readonly number[];
}

export interface FixedPathsValue {
  readonly value: number;
  /** Mean of what the last step pays, discounted. */
  readonly european: number;
  /** Step at which each path is exercised; 0: never. */
  readonly exerciseStep: readonly number[];
}

/** Prices at steps 1, 2, ...: `prices[step - 1][path]`. */
type Steps = readonly ArrayLike<number>[];

interface Rolled {
  readonly paid: Float64Array;
  readonly step: Int32Array;
}

function discountAll(paid: Float64Array, discount: number): void {
  for (let path = 0; path < paid.length; path++)
    paid[path] = Number(paid[path]) * discount;
}

/**
 * From the last step back: a path in the money is exercised where that pays more than the
 * regression of its later payments on its price; not at step 0.
 */
function rollBack(
  steps: Steps, discount: number, payoff: (price: number) => number,
  powers: readonly number[], scale: number,
): Rolled {
  const last = entryOf(steps, -1);
  const paid = Float64Array.from(last, payoff);
  const step = Int32Array.from(paid, (value) => (value > 0 ? steps.length : 0));
  for (let now = steps.length - 1; now >= 1; now--) {
    const prices = entryOf(steps, now - 1);
    discountAll(paid, discount);
    const inside: number[] = [];
    for (let path = 0; path < paid.length; path++)
      if (payoff(Number(prices[path])) > 0) inside.push(path);
    if (inside.length === 0) continue;
    const x = Float64Array.from(inside, (path) => Number(prices[path]) / scale);
    const fitted = fittedValues(powers.map((power) => x.map((value) => value ** power)),
      Float64Array.from(inside, (path) => Number(paid[path])));
    inside.forEach((path, at) => {
      const now1 = payoff(Number(prices[path]));
      if (!(now1 > Number(fitted[at]))) return;
      paid[path] = now1;
      step[path] = now;
    });
  }
  discountAll(paid, discount);
  return { paid, step };
}

const meanOf = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += Number(values[at]);
  return sum / values.length;
};

function checkPaths({ paths, strike, rate, dt, powers }: FixedPaths): number {
  const length = entryOf(paths, 0).length;
  if (length < 2 || paths.some((path) => path.length !== length))
    throw new RangeError('paths need two or more steps each, all of them as many');
  positive('strike', strike);
  positive('dt', dt);
  finite('rate', rate);
  if (powers.length === 0) throw new RangeError('the basis is empty');
  return length;
}

/**
 * Least-squares Monte Carlo on given paths: the continuation is regressed, over the
 * paths in the money, on powers of the price.
 * Source: Longstaff and Schwartz, Review of Financial Studies 14 (2001), 113-147, sec.
 * 1.
 * @throws RangeError for paths of different lengths or without steps, a strike or step
 *   that is not above 0, and an empty basis
 * @example valueOfPaths({ paths: [[1, 0.8], [1, 1.2]], strike: 1, rate: 0, dt: 1, kind: 'put', powers: [0, 1] }).exerciseStep // [1, 0]
 */
export function valueOfPaths(given: FixedPaths): FixedPathsValue {
  const length = checkPaths(given);
  const { paths, rate, dt, powers } = given;
  const steps = Array.from({ length: length - 1 },
    (_, at) => Float64Array.from(paths, (path) => entryOf(path, at + 1)));
  const payoff = payoffOf(given);
  const { paid, step } = rollBack(steps, Math.exp(-rate * dt), payoff, powers, 1);
  const european = meanOf(Float64Array.from(entryOf(steps, -1), payoff))
    * Math.exp(-rate * dt * (length - 1));
  return { value: meanOf(paid), european, exerciseStep: [...step] };
}

/** Powers of price over strike the continuation is regressed on. */
const usualPowers = [0, 1, 2, 3];

/**
 * Prices of simulated paths, in pairs that mirror each other (antithetic). Numbers come
 * from the path's own stream, so that a path does not depend on how many there are.
 */
function simulate(terms: OptionTerms, exercises: number, paths: number,
  seed: number): Steps {
  const dt = terms.years / exercises;
  const drift = (terms.rate - terms.yield - terms.volatility ** 2 / 2) * dt;
  const spread = terms.volatility * Math.sqrt(dt);
  const steps = Array.from({ length: exercises }, () => new Float64Array(paths));
  for (let pair = 0; 2 * pair < paths; pair++) {
    const stream = randomStream(seed, pair);
    let [up, down] = [0, 0];
    for (let step = 0; step < exercises; step++) {
      const move = spread * normalQuantile(stream.at(step));
      up += drift + move;
      down += drift - move;
      const row = entryOf(steps, step);
      row[2 * pair] = terms.spot * Math.exp(up);
      if (2 * pair + 1 < paths) row[2 * pair + 1] = terms.spot * Math.exp(down);
    }
  }
  return steps;
}

export interface Simulated {
  readonly value: number;
  /** Standard error of the value over pairs of paths. */
  readonly standardError: number;
}

/**
 * Value of an option that may be exercised at equally spaced dates (the last at its
 * end, none today) by least-squares Monte Carlo on simulated paths.
 * @param exercises number of dates
 * @param paths number of paths, an even number; 100,000 give about 0.1 %
 * @param seed whole number from 0 on; the same seed gives the same value
 * @throws RangeError for terms nothing can be computed from and counts that are none
 * Source: Longstaff and Schwartz (2001). The rule is fitted on the paths it is valued
 * on.
 * @example simulatedOption({ kind: 'put', spot: 40, strike: 40, rate: 0, yield: 0, volatility: 0, years: 1 }, 2, 4, 1).value // 0
 */
export function simulatedOption(
  terms: OptionTerms, exercises: number, paths: number, seed: number,
): Simulated {
  checkTerms(terms);
  whole('exercises', exercises);
  whole('paths', paths);
  if (paths % 2 !== 0) throw new RangeError('paths come in pairs: take an even number');
  const { paid } = rollBack(simulate(terms, exercises, paths, seed),
    Math.exp((-terms.rate * terms.years) / exercises), payoffOf(terms), usualPowers,
    terms.strike);
  const pairs = Float64Array.from({ length: paths / 2 },
    (_, at) => (Number(paid[2 * at]) + Number(paid[2 * at + 1])) / 2);
  const value = meanOf(pairs);
  const spread = meanOf(pairs.map((pair) => (pair - value) ** 2));
  return { value, standardError: Math.sqrt(spread / Math.max(1, pairs.length - 1)) };
}
