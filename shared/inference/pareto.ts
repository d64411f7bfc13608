/** Below so many entries sorting them all is no slower. */
const FEWEST_TO_SIFT = 64;
const BINS = 256;

/** Fourth roots spread speeds over the bins, and are exact enough to keep their order. */
const place = (x: number): number => Math.sqrt(Math.sqrt(x));

/**
 * Indices of the entries that no entry of a bin of higher `x` beats: most are beaten, and
 * need no sorting.
 */
function sift(x: ArrayLike<number>, y: ArrayLike<number>, count: number): number[] {
  const all = (): number[] => Array.from({ length: count }, (_, i) => i);
  if (count < FEWEST_TO_SIFT) return all();
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i < count; i++) {
    const at = place(x[i] ?? 0);
    if (!Number.isFinite(at)) return all();
    if (at < least) least = at;
    if (at > most) most = at;
  }
  const width = (most - least) / (BINS - 1);
  if (!(width > 0)) return all();
  const binOf = (i: number): number => Math.floor((place(x[i] ?? 0) - least) / width);
  // The best of each bin, and then of all bins above it.
  const above = new Float64Array(BINS + 1).fill(-Infinity);
  for (let i = 0; i < count; i++) {
    const bin = binOf(i);
    above[bin] = Math.max(above[bin] ?? 0, y[i] ?? 0);
  }
  for (let bin = BINS - 1; bin >= 0; bin--)
    above[bin] = Math.max(above[bin] ?? 0, above[bin + 1] ?? 0);
  return all().filter((i) => (y[i] ?? 0) > (above[binOf(i) + 1] ?? 0));
}

/**
 * Indices of the non-dominated entries, by falling `x`, each with strictly more `y` than
 * the one before.
 * @param count how many of the columns' entries are in use
 * @example nonDominated([3, 2, 1], [1, 0.5, 2], 3) // [0, 2]
 */
export function nonDominated(
  x: ArrayLike<number>, y: ArrayLike<number>, count: number,
): readonly number[] {
  const order = sift(x, y, count)
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
