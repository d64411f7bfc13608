/**
 * Indices of the non-dominated entries, by falling `x`, each with strictly more `y` than
 * the one before.
 * @param count how many of the columns' entries are in use
 * @example nonDominated([3, 2, 1], [1, 0.5, 2], 3) // [0, 2]
 */
export function nonDominated(
  x: ArrayLike<number>, y: ArrayLike<number>, count: number,
): readonly number[] {
  const order = Array.from({ length: count }, (_, i) => i)
    .sort((a, b) => (x[b] ?? 0) - (x[a] ?? 0) || (y[b] ?? 0) - (y[a] ?? 0));
  const kept: number[] = [];
  let best = -Infinity;
  for (const i of order) {
    const value = y[i] ?? 0;
    if (value > best) {
      kept.push(i);
      best = value;
    }
  }
  return kept;
}
