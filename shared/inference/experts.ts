/**
 * Share of the experts that `tokens` tokens touch: `1 - (1 - k/E)^T`.
 * @example expertCoverage(8, 256, 8).toFixed(3) // '0.224' (DeepSeek-R1, 8 tokens)
 */
export function expertCoverage(activeExperts: number, experts: number, tokens: number): number {
  return 1 - (1 - activeExperts / experts) ** tokens;
}

/**
 * Load of the busiest of e expert-parallel ranks over the mean:
 * `min(1/cov, 1 + z sqrt(cov (1-cov) E/e) / (cov E/e))`; 1 without expert parallelism.
 */
export function busiestRank(coverage: number, experts: number, e: number, z: number): number {
  if (e <= 1 || coverage <= 0) return 1;
  const perRank = experts / e;
  const spread = (z * Math.sqrt(coverage * (1 - coverage) * perRank)) / (coverage * perRank);
  return Math.min(1 / coverage, 1 + spread);
}

/**
 * Load of the busiest of e expert-parallel ranks over the mean where some experts are asked
 * for more than others for good: each rank holds E/e of them, and the busiest of e lies about
 * `sqrt(2 ln e)` deviations above the mean.
 * @param skew deviation over mean of one expert's load, >= 0
 * @example skewedLoad(256, 1, 0.5) // 1
 */
export function skewedLoad(experts: number, e: number, skew: number): number {
  if (e <= 1) return 1;
  return 1 + skew * Math.sqrt((e / experts) * 2 * Math.log(e));
}

/**
 * Share of its rate a product reaches on a slice of an expert cut over n/e accelerators:
 * `w / (w + w0)`.
 * @param half w0, the width at which half the rate is reached, elements
 */
export function sliceRate(width: number, n: number, e: number, half: number): number {
  const slice = (width * e) / n;
  return width <= 0 ? 1 : slice / (slice + half);
}
