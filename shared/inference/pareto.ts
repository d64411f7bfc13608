/** Below so many entries sorting them all is no slower. */
const FEWEST_TO_SIFT = 64;
const BINS = 256;

/**
 * Compares indices by falling value: the order of a list sorted by it.
 * @example [0, 1].sort(fallingBy([1, 2])) // [1, 0]
 */
export const fallingBy = (values: ArrayLike<number>) => (a: number, b: number): number => {
  const x = values[a] ?? Number.NaN;
  const y = values[b] ?? Number.NaN;
  return x > y ? -1 : x < y ? 1 : 0;
};

/**
 * Of these entries those that no entry of a bin of higher `x` beats: most are beaten, and
 * need no sorting.
 */
function sift(
  x: ArrayLike<number>, y: ArrayLike<number>, rows: readonly number[],
): readonly number[] {
  if (rows.length < FEWEST_TO_SIFT) return rows;
  const bins = binsOf(x, rows);
  if (bins === null) return rows;
  // The best of each bin, and then of all bins above it.
  const above = new Float64Array(BINS + 1).fill(-Infinity);
  for (let i = 0; i < rows.length; i++) {
    const value = y[rows[i] ?? -1] ?? Number.NaN;
    const bin = bins[i] ?? BINS;
    if (value > (above[bin] ?? Infinity)) above[bin] = value;
  }
  for (let bin = BINS - 1; bin >= 0; bin--) {
    const next = above[bin + 1] ?? -Infinity;
    if (next > (above[bin] ?? Infinity)) above[bin] = next;
  }
  return rows.filter((row, i) =>
    (y[row] ?? Number.NaN) > (above[(bins[i] ?? BINS) + 1] ?? -Infinity));
}

/**
 * The bin each entry falls into, higher ones for higher `x`; null where they cannot be told
 * apart. Fourth roots spread speeds over the bins, and are exact enough to keep their order.
 */
function binsOf(x: ArrayLike<number>, rows: readonly number[]): Uint16Array | null {
  const places = new Float64Array(rows.length);
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < rows.length; i++) {
    const at = Math.sqrt(Math.sqrt(x[rows[i] ?? -1] ?? Number.NaN));
    if (!Number.isFinite(at)) return null;
    places[i] = at;
    if (at < least) least = at;
    if (at > most) most = at;
  }
  const width = (most - least) / (BINS - 1);
  return width > 0 ? Uint16Array.from(places, (at) => Math.floor((at - least) / width)) : null;
}

/**
 * Indices of the non-dominated entries, by falling `x`, each with strictly more `y` than
 * the one before.
 * @param rows the entries in question
 * @example nonDominated([3, 2, 1], [1, 0.5, 2], [0, 1, 2]) // [0, 2]
 */
export function nonDominated(
  x: ArrayLike<number>, y: ArrayLike<number>, rows: readonly number[],
): readonly number[] {
  const [faster, better] = [fallingBy(x), fallingBy(y)];
  const order = sift(x, y, rows).toSorted((a, b) => faster(a, b) || better(a, b));
  const kept: number[] = [];
  let best = -Infinity;
  for (const i of order) {
    const value = y[i] ?? Number.NaN;
    if (value > best) {
      kept.push(i);
      best = value;
    }
  }
  return kept;
}
