import { poissonShare } from '../numerics/gamma.ts';
import { at } from '../numerics/at.ts';
import { normalCdf, normalQuantile } from '../numerics/normal.ts';
import { risingRoot } from '../numerics/roots.ts';

/** Drift and volatility a year; dS/S = mu dt + sigma dW. */
export interface Gbm {
  readonly type: 'gbm';
  readonly s0: number;
  readonly mu: number;
  readonly sigma: number;
}

/** Mean reversion: dX = kappa (theta - X) dt + sigma dW. */
export interface Ou {
  readonly type: 'ou';
  readonly x0: number;
  readonly theta: number;
  readonly kappa: number;
  readonly sigma: number;
}

/** Jumps of normal logarithm at a Poisson rate; the drift is not compensated for them. */
export interface JumpDiffusion {
  readonly type: 'jump_diffusion';
  readonly s0: number;
  readonly mu: number;
  readonly sigma: number;
  readonly jumpRate: number;
  readonly jumpMean: number;
  readonly jumpSd: number;
}

export type Process = Gbm | Ou | JumpDiffusion;

/** Mean and variance of a process at one time. */
export interface ProcessMoments {
  readonly mean: number;
  readonly variance: number;
}

/**
 * What is wrong with a process, or null.
 * @example processProblem({ type: 'gbm', s0: 1, mu: 0, sigma: -1 }) // 'the volatility is below 0'
 */
export function processProblem(process: Process): string | null {
  if (!(process.sigma >= 0)) return 'the volatility is below 0';
  if (process.type === 'ou')
    return process.kappa >= 0 ? null : 'the speed of reversion is below 0';
  if (!(process.s0 > 0)) return 'the value at the start is not above 0';
  if (process.type === 'gbm') return null;
  if (!(process.jumpRate >= 0)) return 'the rate of jumps is below 0';
  return process.jumpSd >= 0 ? null : 'the spread of jumps is below 0';
}

/**
 * Mean and variance after t years, exactly.
 * @source Hull, Options, Futures and Other Derivatives, ch. 15; Glasserman, Monte Carlo Methods
 *   in Financial Engineering (2003), sec. 3.3.1; Merton, J. Financial Economics 3 (1976)
 * @throws RangeError for a time below 0
 * @example processMoments({ type: 'gbm', s0: 100, mu: 0, sigma: 0.2 }, 1).mean // 100
 */
export function processMoments(process: Process, t: number): ProcessMoments {
  if (!(t >= 0)) throw new RangeError(`the time ${t} is below 0`);
  if (process.type === 'ou') {
    const { x0, theta, kappa, sigma } = process;
    const variance = kappa === 0 ? sigma ** 2 * t
      : (sigma ** 2 * -Math.expm1(-2 * kappa * t)) / (2 * kappa);
    return { mean: theta + (x0 - theta) * Math.exp(-kappa * t), variance };
  }
  const { s0, mu, sigma } = process;
  if (process.type === 'gbm') {
    const mean = s0 * Math.exp(mu * t);
    return { mean, variance: mean ** 2 * Math.expm1(sigma ** 2 * t) };
  }
  const { jumpRate, jumpMean, jumpSd } = process;
  const square = jumpSd ** 2;
  const mean = s0 * Math.exp(mu * t + jumpRate * t * Math.expm1(jumpMean + square / 2));
  // E[S^2] / E[S]^2 - 1
  const first = Math.expm1(jumpMean + square / 2);
  const spread = sigma ** 2 + jumpRate * (Math.expm1(2 * jumpMean + 2 * square) - 2 * first);
  return { mean, variance: mean ** 2 * Math.expm1(spread * t) };
}

/**
 * Value below which a share p of a process lies after t years.
 * @throws RangeError for a share outside 0 to 1
 * @example processQuantile({ type: 'gbm', s0: 100, mu: 0.02, sigma: 0.2 }, 1, 0.5) // 100
 */
export function processQuantile(process: Process, t: number, p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`the share ${p} lies outside 0 to 1`);
  if (process.type === 'ou') {
    const { mean, variance } = processMoments(process, t);
    return mean + Math.sqrt(variance) * normalQuantile(p);
  }
  const { s0, mu, sigma } = process;
  const drift = (mu - sigma ** 2 / 2) * t;
  const spread = sigma * Math.sqrt(t);
  return process.type === 'gbm' ? s0 * Math.exp(drift + spread * normalQuantile(p))
    : s0 * Math.exp(mixtureQuantile(process, t, p, drift, spread));
}

/** Quantile of the logarithm: a Poisson mixture of normal laws, inverted. */
function mixtureQuantile(
  { jumpRate, jumpMean, jumpSd }: JumpDiffusion, t: number, p: number, drift: number,
  spread: number,
): number {
  const expected = jumpRate * t;
  const most = Math.ceil(expected + 12 * Math.sqrt(expected) + 25);
  const parts = Array.from({ length: most + 1 }, (_, n) => ({
    share: poissonShare(expected, n), mean: drift + n * jumpMean,
    sd: Math.hypot(spread, Math.sqrt(n) * jumpSd),
  }));
  const below = (x: number): number => parts.reduce((sum, { share, mean, sd }) =>
    sum + share * (sd > 0 ? normalCdf((x - mean) / sd) : x >= mean ? 1 : 0), 0);
  const [means, widest] = [parts.map(({ mean }) => mean), at(parts.map(({ sd }) => sd), most)];
  return risingRoot((x) => below(x) - p, Math.min(...means) - 40 * widest - 1,
    Math.max(...means) + 40 * widest + 1);
}

/** Figures of a mean-reverting process; null where it does not revert. */
export interface Reversion {
  /** Correlation of values t years apart once settled. */
  readonly ar1: number;
  readonly stepSd: number;
  readonly stationarySd: number | null;
  readonly halfLife: number | null;
  /** E[e^X]: the mean of a price whose logarithm reverts (Schwartz). */
  readonly expMean: number;
}

/**
 * What a step of t years keeps and adds.
 * @example reversion({ type: 'ou', x0: 0, theta: 0, kappa: 1, sigma: 1 }, 1).halfLife // 0.6931471806
 */
export function reversion(process: Ou, t: number): Reversion {
  const { kappa, sigma } = process;
  const { mean, variance } = processMoments(process, t);
  return {
    ar1: Math.exp(-kappa * t), stepSd: Math.sqrt(variance),
    stationarySd: kappa > 0 ? sigma / Math.sqrt(2 * kappa) : null,
    halfLife: kappa > 0 ? Math.LN2 / kappa : null,
    expMean: Math.exp(mean + variance / 2),
  };
}
