/**
 * Value below which a share k of the data lies, interpolated at k (n - 1).
 * @source Microsoft Excel, PERCENTILE.INC
 * @param k 0..1
 * @throws RangeError on empty data or k outside 0..1
 * @example percentileInc([1, 2, 3, 4], 0.3) // 1.9
 */
export function percentileInc(values: readonly number[], k: number): number {
  if (values.length === 0 || !(k >= 0 && k <= 1))
    throw new RangeError('needs data and a share of 0 to 1');
  return atRank(values, k * (values.length - 1));
}

/**
 * Percentile interpolated at k (n + 1) - 1, ends excluded.
 * @source Microsoft Excel, PERCENTILE.EXC
 */
export function percentileExc(values: readonly number[], k: number): number {
  const rank = k * (values.length + 1) - 1;
  if (!(rank >= 0 && rank <= values.length - 1)) {
    throw new RangeError(`share ${k} lies outside ${values.length} values`);
  }
  return atRank(values, rank);
}

function atRank(values: readonly number[], rank: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const below = Math.floor(rank);
  const low = sorted[below] ?? Number.NaN;
  return rank === below ? low : low + (rank - below) * ((sorted[below + 1] ?? low) - low);
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, x) => sum + x, 0) / values.length;

/** Variance over n - `less`: 0 for a population, 1 for a sample. */
export function variance(values: readonly number[], less: 0 | 1 = 0): number {
  const centre = mean(values);
  return values.reduce((sum, x) => sum + (x - centre) ** 2, 0) / (values.length - less);
}

/**
 * Pearson's correlation.
 * @throws RangeError unless the two rows pair up and vary
 */
export function correlation(x: readonly number[], y: readonly number[]): number {
  if (x.length !== y.length || x.length < 2) {
    throw new RangeError('needs two rows of one length, two values or more');
  }
  const [cx, cy] = [mean(x), mean(y)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [at, value] of x.entries()) {
    const [dx, dy] = [value - cx, (y[at] ?? 0) - cy];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  if (xx === 0 || yy === 0) throw new RangeError('a row does not vary');
  return xy / Math.sqrt(xx * yy);
}

/**
 * Ranks from 1, ties sharing their mean rank.
 * @example averageRanks([10, 20, 10]) // [1.5, 3, 1.5]
 */
export function averageRanks(values: readonly number[]): readonly number[] {
  const order = values.map((_, at) => at)
    .toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = Array.from(values, () => 0);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to++;
    for (const at of order.slice(from, to)) ranks[at] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}

/**
 * Spearman's rank correlation: Pearson's of the ranks.
 * @example spearman([1, 2, 3], [3, 2, 1]) // -1
 */
export const spearman = (x: readonly number[], y: readonly number[]): number =>
  correlation(averageRanks(x), averageRanks(y));

/**
 * First-order and total sensitivity of a model's output to each input, and the variance
 * of the output.
 */
export interface SobolIndices {
  readonly first: readonly number[];
  readonly total: readonly number[];
  readonly variance: number;
}

/**
 * Exact indices of the Ishigami function sin x1 + a sin^2 x2 + b x3^4 sin x1, x uniform
 * in [-pi, pi].
 * @source Ishigami & Homma 1990; closed forms in Saltelli et al., Global Sensitivity Analysis
 * @example sobolIshigami(7, 0.1).first // [0.3139, 0.4424, 0]
 */
export function sobolIshigami(a: number, b: number): SobolIndices {
  const p4 = Math.PI ** 4;
  const v1 = (1 + (b * p4) / 5) ** 2 / 2;
  const v2 = a ** 2 / 8;
  const v13 = b ** 2 * p4 ** 2 * (1 / 18 - 1 / 50);
  const all = v1 + v2 + v13;
  return { first: [v1 / all, v2 / all, 0], total: [(v1 + v13) / all, v2 / all, v13 / all],
    variance: all };
}

/**
 * Exact indices of Sobol's G function, the product of (|4 x - 2| + a) / (1 + a), x
 * uniform in [0, 1].
 * @source Saltelli & Sobol 1995
 * @example sobolG([0]).first // [1]
 */
export function sobolG(a: readonly number[]): SobolIndices {
  const parts = a.map((value) => 1 / (3 * (1 + value) ** 2));
  const product = parts.reduce((all, part) => all * (1 + part), 1);
  const whole = product - 1;
  return {
    first: parts.map((part) => part / whole),
    total: parts.map((part) => (part * product) / (1 + part) / whole), variance: whole,
  };
}

/** Exact indices of a linear model of independent inputs: c^2 var / sum. */
export function sobolLinear(
  coefficients: readonly number[], variances: readonly number[],
): SobolIndices {
  const parts = coefficients.map((c, at) => c ** 2 * (variances[at] ?? 1));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const shares = parts.map((part) => part / whole);
  return { first: shares, total: shares, variance: whole };
}

/**
 * Indices estimated from model runs on sample A, sample B, and A with one column from B
 * (one row per input). first = mean(fB (fAB - fA)) / V, total = mean((fA - fAB)^2) / (2
 * V), V the variance of A and B together.
 * @source Saltelli et al. 2010, Computer Physics Communications 181:259 (first), Jansen
 *   1999 (total)
 */
export function sobolFromRuns(fA: readonly number[], fB: readonly number[],
  fAB: readonly (readonly number[])[]): SobolIndices {
  const whole = variance([...fA, ...fB]);
  if (fA.length !== fB.length || fAB.some((row) => row.length !== fA.length) || !(whole > 0)) {
    throw new RangeError('the runs of A, B and AB must pair up and vary');
  }
  const per = (of: (at: number, mixed: number) => number) => (row: readonly number[]): number =>
    mean(row.map((mixed, at) => of(at, mixed))) / whole;
  return {
    first: fAB.map(per((at, mixed) => (fB[at] ?? 0) * (mixed - (fA[at] ?? 0)))),
    total: fAB.map(per((at, mixed) => ((fA[at] ?? 0) - mixed) ** 2 / 2)), variance: whole,
  };
}
