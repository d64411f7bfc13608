/** A law of the logarithm, stated one of three ways; p10 and p90 at cumulative 0.1 and 0.9. */
export type Lognormal =
  | { readonly type: 'lognormal'; readonly p10: number; readonly p90: number }
  | { readonly type: 'lognormal'; readonly mean: number; readonly sd: number }
  | { readonly type: 'lognormal'; readonly mu: number; readonly sigma: number };

/** With this probability the delay is drawn, else 0. Both names mean the same. */
export interface EventDelay {
  readonly type: 'event' | 'bernoulli_delay';
  readonly probability: number;
  readonly delay: Distribution;
}

export interface Metalog {
  readonly type: 'metalog';
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly lower?: number | null;
  readonly upper?: number | null;
}

export interface TruncatedNormal {
  readonly type: 'truncated_normal';
  /** Of the normal law before it is cut. */
  readonly mean: number;
  readonly sd: number;
  readonly min: number | null;
  readonly max: number | null;
}

/** What an uncertain input may be, and how likely. */
export type Distribution =
  | { readonly type: 'fixed'; readonly value: number }
  | { readonly type: 'uniform'; readonly min: number; readonly max: number }
  | { readonly type: 'triangular'; readonly min: number; readonly mode: number;
    readonly max: number }
  | { readonly type: 'pert'; readonly min: number; readonly mode: number;
    readonly max: number; readonly lambda?: number }
  | { readonly type: 'normal'; readonly mean: number; readonly sd: number }
  | TruncatedNormal
  | Lognormal
  | { readonly type: 'beta'; readonly alpha: number; readonly beta: number;
    readonly min?: number; readonly max?: number }
  | { readonly type: 'exponential'; readonly mean: number }
  | { readonly type: 'weibull'; readonly shape: number; readonly scale: number }
  | { readonly type: 'discrete'; readonly values: readonly number[];
    readonly probabilities: readonly number[] }
  | { readonly type: 'empirical'; readonly values: readonly number[] }
  | EventDelay
  | Metalog
  | { readonly type: 'shifted_loglogistic'; readonly p10: number; readonly p50: number;
    readonly p90: number };

export type DistributionType = Distribution['type'];

/** Population mean and standard deviation; null where the law has none. */
export interface Moments {
  readonly mean: number | null;
  readonly sd: number | null;
}

/** A distribution prepared for use. Bounds may be infinite. */
export interface Law {
  readonly min: number;
  readonly max: number;
  readonly quantile: (p: number) => number;
  /** P(X <= x). */
  readonly cdf: (x: number) => number;
  readonly moments: () => Moments;
}
