/** Range and kind of a number, as its field states them. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
}

/**
 * Values that a package does not tell apart: `low` to below `high`, all given as if they
 * were `at`.
 */
export interface Cell {
  readonly low: number;
  readonly high: number;
  readonly at: number;
}

/**
 * Share of the range below which magnitudes are not told apart: a geometric grid never reaches
 * zero.
 */
const floorShare = 1e-6;

/**
 * Fewest whole numbers in a cell: with one the number would be given away, with two a
 * guess is a coin.
 */
const leastWhole = 3;

/** Steps up to the same edge differ in the last bits. */
const tolerance = 1e-9;

/** Magnitudes of a geometric grid from just above zero to `top`. */
function magnitudes(top: number, gridShare: number): readonly number[] {
  const ratio = 1 / (1 - gridShare);
  const found: number[] = [];
  for (let edge = top * floorShare; edge < top; edge *= ratio) found.push(edge);
  return found;
}

/** Whether no number between two edges would be told closer than the grid allows. */
function isWide(low: number, high: number, range: NumberRange, gridShare: number): boolean {
  const { max, integer = false } = range;
  const whole = Math.ceil(high) - Math.ceil(low) + (high === max ? 1 : 0);
  const far = Math.max(Math.abs(low), Math.abs(high));
  return high - low >= gridShare * far * (1 - tolerance) && (!integer || whole >= leastWhole);
}

/** Edges of all cells of a range, from its least to its greatest value. */
function edgesOf(range: NumberRange, gridShare: number): readonly number[] {
  const { min, max } = range;
  const steps = magnitudes(Math.max(Math.abs(min), Math.abs(max)), gridShare);
  const fine =
    [...steps.map((step) => -step), ...steps].filter((edge) => edge > min && edge < max)
    .toSorted((a, b) => a - b);
  const edges = [min];
  for (const edge of [...fine, max]) {
    if (isWide(edges.at(-1) ?? min, edge, range, gridShare)) edges.push(edge);
  }
  // What is left at the upper end is laid to the last cell.
  return edges.length === 1 || edges.at(-1) === max ? [...new Set([...edges, max])]
    : [...edges.slice(0, -1), max];
}

/** The middle by ratio where both ends lie on one side of zero, else by difference. */
function middleOf(low: number, high: number, integer: boolean): number {
  const middle = low > 0 || high < 0 ? Math.sign(low) * Math.sqrt(low * high)
    : (low + high) / 2;
  if (!integer) return Number(middle.toPrecision(12));
  return Math.min(Math.floor(high), Math.max(Math.ceil(low), Math.floor(middle)));
}

/**
 * The cell a number lies in. Cells follow from the field's range and the grid alone,
 * never from the number, so that whoever knows the cell knows no more of it. Each is at
 * least `gridShare` of every number in it wide, and holds three whole numbers or more
 * where only those are allowed; it may be the whole range.
 * @param value within the range
 * @param gridShare 0.01 to 0.5
 * @example cellOf(4, { min: 3, max: 5, integer: true }, 0.1) // { low: 3, high: 5, at: 3 }
 */
export function cellOf(value: number, range: NumberRange, gridShare: number): Cell {
  const edges = edgesOf(range, gridShare);
  const above = edges.findIndex((edge) => edge > value);
  const end = above > 0 ? above : edges.length - 1;
  const [low, high] = [edges[end - 1] ?? range.min, edges[end] ?? range.max];
  return { low, high, at: middleOf(low, high, range.integer === true) };
}
