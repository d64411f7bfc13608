/** Ways to state how two quantities move together. */
export type CorrelationKind = 'pearson' | 'spearman' | 'kendall';

/**
 * Pearson's correlation of two jointly normal quantities from another measure of it.
 * @source Kruskal, JASA 53 (1958): rho_S = 6/pi asin(rho/2), tau = 2/pi asin(rho)
 * @throws RangeError outside -1 to 1
 * @example toPearson('spearman', 0.5) // 0.5176380902
 */
export function toPearson(kind: CorrelationKind, value: number): number {
  if (!(value >= -1 && value <= 1))
    throw new RangeError(`the correlation ${value} lies outside -1 to 1`);
  switch (kind) {
    case 'pearson': return value;
    case 'spearman': return Math.abs(value) === 1 ? value : 2 * Math.sin((Math.PI * value) / 6);
    case 'kendall': return Math.sin((Math.PI * value) / 2);
  }
}

/**
 * Another measure of Pearson's correlation of two jointly normal quantities.
 * @example fromPearson('kendall', 0.6) // 0.4096655294
 */
export function fromPearson(kind: CorrelationKind, rho: number): number {
  if (!(rho >= -1 && rho <= 1))
    throw new RangeError(`the correlation ${rho} lies outside -1 to 1`);
  switch (kind) {
    case 'pearson': return rho;
    case 'spearman': return (6 / Math.PI) * Math.asin(rho / 2);
    case 'kendall': return (2 / Math.PI) * Math.asin(rho);
  }
}
