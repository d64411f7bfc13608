import { europeanOption } from './european.ts';
import { checkTerms, payoffOf, positive, whole, type OptionTerms } from './terms.ts';

export type ExerciseStyle = 'european' | 'american';

/**
 * Up and down factor, chance of up and discount of one step (Cox, Ross and Rubinstein).
 */
function stepOf({ rate, volatility, years, yield: pays }: OptionTerms, steps: number) {
  const dt = years / steps;
  const up = Math.exp(volatility * Math.sqrt(dt));
  const chance = (Math.exp((rate - pays) * dt) - 1 / up) / (up - 1 / up);
  if (!(chance >= 0 && chance <= 1)) {
    throw new RangeError(
      `${steps} steps are too few: the chance of a step up would be ${chance}; take more`);
  }
  return { dt, up, chance, discount: Math.exp(-rate * dt) };
}

/** Rolls values at the leaves of a level back to the root, exercising on the way. */
function rollBack(
  terms: OptionTerms, steps: number, from: number, leaves: Float64Array,
    exercises: boolean,
): number {
  const { up, chance, discount } = stepOf(terms, steps);
  const payoff = payoffOf(terms);
  const [above, below] = [discount * chance, discount * (1 - chance)];
  const values = leaves;
  const prices = Float64Array.from({ length: 2 * steps + 1 },
    (_, k) => payoff(terms.spot * up ** (k - steps)));
  for (let level = from - 1; level >= 0; level--) {
    for (let ups = 0; ups <= level; ups++) {
      const held = above * Number(values[ups + 1]) + below * Number(values[ups]);
      const paid = exercises ? Number(prices[2 * ups - level + steps]) : 0;
      values[ups] = paid > held ? paid : held;
    }
  }
  return Number(values[0]);
}

/**
 * Value on the binomial tree of Cox, Ross and Rubinstein: u = exp(s sqrt(dt)), d = 1 /
 * u, p = (exp((r - q) dt) - d) / (u - d). Exact for the number of steps; an American
 * option may be exercised at time 0 too.
 * Source: Cox, Ross and Rubinstein, Journal of Financial Economics 7 (1979), 229-263.
 * @throws RangeError for terms nothing can be computed from, for no volatility or no
 *   years, and for so few steps that p is no probability
 * @example binomialOption({ kind: 'put', spot: 50, strike: 50, rate: 0.1, yield: 0, volatility: 0.4, years: 5 / 12 }, 5, 'american') // 4.488458534725916
 */
export function binomialOption(
  terms: OptionTerms, steps: number, style: ExerciseStyle,
): number {
  checkTerms(terms);
  whole('steps', steps);
  positive('volatility', terms.volatility);
  positive('years', terms.years);
  const { up } = stepOf(terms, steps);
  const payoff = payoffOf(terms);
  const leaves = Float64Array.from({ length: steps + 1 },
    (_, ups) => payoff(terms.spot * up ** (2 * ups - steps)));
  return rollBack(terms, steps, steps, leaves, style === 'american');
}

/**
 * As `binomialOption`, with the last step valued in closed form instead of by its two
 * ends.
 */
function smoothedTree(terms: OptionTerms, steps: number): number {
  const { up, dt } = stepOf(terms, steps);
  const payoff = payoffOf(terms);
  const leaves = Float64Array.from({ length: steps }, (_, ups) => {
    const spot = terms.spot * up ** (2 * ups - (steps - 1));
    return Math.max(payoff(spot), europeanOption({ ...terms, spot, years: dt }));
  });
  return rollBack(terms, steps, steps - 1, leaves, true);
}

/**
 * Without uncertainty exercise is best now, at the end, or where its gain stops
 * growing.
 */
function certainAmerican(terms: OptionTerms): number {
  const { kind, spot, strike, rate, years, yield: pays } = terms;
  const sign = kind === 'call' ? 1 : -1;
  const gain = (t: number): number =>
    Math.max(0, sign * (spot * Math.exp(-pays * t) - strike * Math.exp(-rate * t)));
  const turn = Math.log((rate * strike) / (pays * spot)) / (rate - pays);
  const moments = [0, years, ...(turn > 0 && turn < years ? [turn] : [])];
  return Math.max(...moments.map(gain));
}

/**
 * Steps of the coarser of two trees; finer where the drift of a step would outrun its
 * spread.
 */
const treeSteps = 1000;
const mostTreeSteps = 20_000;

function stepsFor({ rate, volatility, years, yield: pays }: OptionTerms): number {
  const needed = Math.ceil((2 * (rate - pays) / volatility) ** 2 * years);
  if (needed > mostTreeSteps)
    throw new RangeError('the volatility is too small beside the rate and the yield');
  return Math.max(treeSteps, needed);
}

/**
 * Value of an option that may be exercised at any time until its end: two trees whose
 * last step is valued in closed form, extrapolated (Broadie and Detemple, Review of
 * Financial Studies 9 (1996), 1211-1250: BBSR); 1e-4 of the strike or better.
 * @returns value, that of the European option, and the premium of early exercise
 *   between them
 * @throws RangeError for terms nothing can be computed from, and where the volatility
 *   is so small beside rate and yield that a tree would need more than 20,000 steps
 * @example americanOption({ kind: 'call', spot: 100, strike: 110, rate: 0.05, yield: 0, volatility: 0.3, years: 1 }).earlyExercisePremium // 0
 */
export function americanOption(terms: OptionTerms): {
  readonly value: number; readonly european: number; readonly earlyExercisePremium: number;
} {
  const european = europeanOption(terms);
  const never = terms.kind === 'call' ? terms.yield <= 0 && terms.rate >= 0
    : terms.rate <= 0 && terms.yield >= 0;
  const value = never || terms.years === 0 ? european
    : terms.volatility === 0 ? certainAmerican(terms) : extrapolated(terms);
  const best = Math.max(value, european, payoffOf(terms)(terms.spot));
  return { value: best, european, earlyExercisePremium: best - european };
}

function extrapolated(terms: OptionTerms): number {
  const steps = stepsFor(terms);
  return 2 * smoothedTree(terms, 2 * steps) - smoothedTree(terms, steps);
}
