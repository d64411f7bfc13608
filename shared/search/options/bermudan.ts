import { normalDensity } from '../../uncertainty/numerics/normal.ts';
import { europeanOption } from './european.ts';
import { checkTerms, payoffOf, whole, type OptionTerms } from './terms.ts';

/** Half width of the grid and of a step's law, in their standard deviations. */
const [gridReach, stepReach] = [8, 8];
/** Points of the grid, at least, and at least for one standard deviation of a step. */
const [leastPoints, pointsPerStep] = [2001, 4];

/**
 * Value of an option that may be exercised at equally spaced dates, the last at its end
 * and none today: expectations over the exact law of the price between two dates, on a
 * grid of its logarithm, from the last date back. Accurate to about 1e-4 of the strike.
 * @param exercises number of dates: years / n, 2 years / n, ..., years
 * @returns value, that of the European option, and the premium of early exercise
 *   between them
 * @throws RangeError for terms nothing can be computed from and fewer than 1 date
 * Source: the dynamic programme of Bellman with quadrature, as Longstaff and Schwartz
 * (2001) compare with; finite differences agree.
 * @example bermudanOption({ kind: 'put', spot: 36, strike: 40, rate: 0.06, yield: 0, volatility: 0.2, years: 1 }, 1).earlyExercisePremium // 0
 */
export function bermudanOption(terms: OptionTerms, exercises: number): {
  readonly value: number; readonly european: number; readonly earlyExercisePremium: number;
} {
  checkTerms(terms);
  whole('exercises', exercises);
  const european = europeanOption(terms);
  const value = exercises === 1 || terms.years === 0 ? european
    : terms.volatility === 0 ? certain(terms, exercises) : onGrid(terms, exercises);
  const best = Math.max(value, european);
  return { value: best, european, earlyExercisePremium: best - european };
}

function certain(terms: OptionTerms, exercises: number): number {
  const payoff = payoffOf(terms);
  return Math.max(...Array.from({ length: exercises }, (_, k) => {
    const t = ((k + 1) * terms.years) / exercises;
    return Math.exp(-terms.rate * t)
      * payoff(terms.spot * Math.exp((terms.rate - terms.yield) * t));
  }));
}

function onGrid(terms: OptionTerms, exercises: number): number {
  const { spot, rate, volatility, years } = terms;
  const dt = years / exercises;
  const spread = volatility * Math.sqrt(dt);
  const drift = (rate - terms.yield - volatility ** 2 / 2) * dt;
  const half = gridReach * volatility * Math.sqrt(years) + Math.abs(drift) * exercises;
  const points = Math.max(leastPoints,
    2 * Math.ceil((half * pointsPerStep) / spread) + 1);
  const h = (2 * half) / (points - 1);
  const payoff = payoffOf(terms);
  const paid = Float64Array.from({ length: points },
    (_, at) => payoff(spot * Math.exp(at * h - half)));
  const weights = kernel(h, spread, drift, Math.exp(-rate * dt));
  let values = Float64Array.from({ length: points }, (_, at) => {
    const price = spot * Math.exp(at * h - half);
    return Math.max(Number(paid[at]), europeanOption({ ...terms, spot: price,
      years: dt }));
  });
  for (let date = exercises - 2; date >= 1; date--) {
    const held = convolve(values, weights);
    values = held.map((value, at) => Math.max(value, Number(paid[at])));
  }
  return atMiddle(values, weights);
}

/** Discounted weights of the grid points around one, by their distance in points. */
interface Kernel {
  readonly first: number;
  readonly weights: Float64Array;
}

function kernel(h: number, spread: number, drift: number, discount: number): Kernel {
  const first = Math.floor((drift - stepReach * spread) / h);
  const last = Math.ceil((drift + stepReach * spread) / h);
  const raw = Float64Array.from({ length: last - first + 1 },
    (_, k) => normalDensity(((first + k) * h - drift) / spread));
  const sum = raw.reduce((all, weight) => all + weight, 0);
  return { first, weights: raw.map((weight) => (weight / sum) * discount) };
}

function expectation(values: Float64Array, { first, weights }: Kernel,
  at: number): number {
  let sum = 0;
  const last = values.length - 1;
  for (let k = 0; k < weights.length; k++) {
    const place = Math.min(last, Math.max(0, at + first + k));
    sum += Number(weights[k]) * Number(values[place]);
  }
  return sum;
}

const convolve = (values: Float64Array, weights: Kernel): Float64Array<ArrayBuffer> =>
  Float64Array.from({ length: values.length }, (_, at) =>
    expectation(values, weights, at));

const atMiddle = (values: Float64Array, weights: Kernel): number =>
  expectation(values, weights, (values.length - 1) / 2);
