import { ArgumentError, type Arguments } from '../../economics/verify/arguments.ts';
import { lawOf } from '../distributions/law.ts';
import { quantileOf } from '../distributions/quantile.ts';
import type { Distribution } from '../distributions/types.ts';
import { at, upTo } from '../numerics/at.ts';
import { normalCdf, normalDensity, normalQuantile } from '../numerics/normal.ts';
import { integrate } from '../numerics/quadrature.ts';
import { meanAndSquares } from '../statistics/summary.ts';
import { distribution, drawing, perRun, whole, word, type RiskFunction } from './read.ts';

/** A project of a price, a cost a year and an investment, all uncertain. */
interface Toy {
  readonly years: number;
  readonly rate: number;
  readonly volume: number;
  readonly price: Distribution;
  readonly priceMode: 'level' | 'yearly';
  readonly cost: { readonly mean: number; readonly sd: number };
  readonly costMode: 'level' | 'yearly';
  readonly capex: { readonly mean: number; readonly sd: number };
}

function toyOf(args: Arguments): Toy {
  const spread = (name: string): { mean: number; sd: number } => {
    const [mean, sd] = [args.record(name).number('mean'), args.record(name).number('sd')];
    if (!(sd >= 0)) throw new RangeError(`the standard deviation of ${name} is below 0`);
    return { mean, sd };
  };
  const rate = args.number('rate');
  if (!(rate > -1)) throw new RangeError(`the rate ${rate} is not above -1`);
  return { years: whole(args, 'years', 1), rate, volume: args.number('volume'),
    price: distribution(args, 'price'),
    priceMode: word(args, 'price_mode', ['level', 'yearly'], 'level'),
    cost: spread('cost'), costMode: word(args, 'cost_mode', ['level', 'yearly'], 'level'),
    capex: spread('capex') };
}

/** Sums of discount factors of year ends, and of their squares. */
function factors({ years, rate }: Toy): { readonly sum: number; readonly squares: number } {
  const each = upTo(years).map((t) => (1 + rate) ** -(t + 1));
  return { sum: each.reduce((all, f) => all + f, 0),
    squares: each.reduce((all, f) => all + f * f, 0) };
}

/** Probability that a + b * price + spread * z lies below 0, z standard normal. */
function belowZero(toy: Toy, a: number, b: number, spread: number): number {
  const { price } = toy;
  const law = lawOf(price);
  const given = (value: number): number => (spread > 0 ? normalCdf(-(a + b * value) / spread)
    : a + b * value < 0 ? 1 : 0);
  if (b === 0 || price.type === 'fixed') return given(law.quantile(0.5));
  if (price.type === 'discrete')
    return price.values.reduce((sum, value, k) =>
      sum + at(price.probabilities, k) * given(value), 0);
  if (price.type === 'empirical')
    return price.values.reduce((sum, value) => sum + given(value), 0) / price.values.length;
  /** Probability that the price leaves a result below 0 beside a certain rest. */
  const short = (rest: number): number =>
    (b > 0 ? law.cdf(-rest / b) : 1 - law.cdf(-rest / b));
  return spread > 0 ? integrate((z) => normalDensity(z) * short(a + spread * z), -9, 9, 240)
    : short(a);
}

/** Mean, deviation and probability of a loss, in closed form or by one integral. */
export const projectToy: RiskFunction = (args) => {
  const toy = toyOf(args);
  const { sum, squares } = factors(toy);
  const price = lawOf(toy.price).moments();
  if (price.mean === null || price.sd === null)
    throw new RangeError('the price has no mean or no deviation');
  const squared = (mode: 'level' | 'yearly'): number => (mode === 'level' ? sum ** 2 : squares);
  const rest = toy.capex.sd ** 2 + toy.cost.sd ** 2 * squared(toy.costMode);
  const ofPrice = (toy.volume * price.sd) ** 2 * squared(toy.priceMode);
  const fixed = -toy.capex.mean - toy.cost.mean * sum;
  const mean = fixed + toy.volume * price.mean * sum;
  const sd = Math.sqrt(rest + ofPrice);
  if (toy.price.type === 'normal' || ofPrice === 0)
    return { mean, sd, p_negative: sd > 0 ? normalCdf(-mean / sd) : mean < 0 ? 1 : 0 };
  if (toy.priceMode === 'yearly' && toy.years > 1)
    throw new ArgumentError('yearly prices have a closed form only where they are normal');
  return { mean, sd,
    p_negative: belowZero(toy, fixed, toy.volume * sum, Math.sqrt(rest)) };
};

/** The same from runs. */
export const projectToyEstimate: RiskFunction = (args) => {
  const toy = toyOf(args);
  const { years, rate, volume, cost, capex } = toy;
  const price = quantileOf(toy.price);
  const prices = toy.priceMode === 'level' ? 1 : years;
  const costs = toy.costMode === 'level' ? 1 : years;
  const dimensions = 1 + prices + costs;
  const { count, fill } = drawing(args, dimensions);
  const discount = upTo(years).map((t) => (1 + rate) ** -(t + 1));
  const values = perRun(count, dimensions, fill, (run) => {
    let npv = -(capex.mean + capex.sd * normalQuantile(at(run, 0)));
    let [p, c] = [0, 0];
    for (let t = 0; t < years; t += 1) {
      if (t < prices) p = price(at(run, 1 + t));
      if (t < costs) c = cost.mean + cost.sd * normalQuantile(at(run, 1 + prices + t));
      npv += (volume * p - c) * at(discount, t);
    }
    return npv;
  });
  const { mean, squares } = meanAndSquares(values);
  return { mean, sd: count > 1 ? Math.sqrt(squares / (count - 1)) : null,
    p_negative: values.filter((npv) => npv < 0).length / count };
};
