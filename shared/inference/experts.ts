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
