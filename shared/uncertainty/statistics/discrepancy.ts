import { at, rowAt, upTo } from '../numerics/at.ts';

type Points = readonly (readonly number[])[];

/** Most boxes times points that a star discrepancy may take. */
const mostWork = 400_000_000;

/**
 * Star discrepancy: the largest difference between the volume of a box at the origin and the
 * share of points in it, by trying every box that points can bound.
 * @source Niederreiter, Random Number Generation and Quasi-Monte Carlo Methods (1992)
 * @throws RangeError where there are too many boxes
 * @example starDiscrepancy([[0.125], [0.375], [0.625], [0.875]]) // 0.125
 */
export function starDiscrepancy(points: Points): number {
  const { n, d } = sizeOf(points);
  const edges = upTo(d).map((k) =>
    [...new Set([...points.map((point) => at(point, k)), 1])].toSorted((a, b) => a - b));
  const boxes = edges.reduce((product, row) => product * row.length, 1);
  if (boxes * n * d > mostWork) throw new RangeError('too many boxes for a star discrepancy');
  let worst = 0;
  const corner = new Float64Array(d);
  for (let box = 0; box < boxes; box += 1) {
    let [rest, volume] = [box, 1];
    for (const [k, row] of edges.entries()) {
      corner[k] = at(row, rest % row.length);
      rest = Math.floor(rest / row.length);
      volume *= at(corner, k);
    }
    let [open, closed] = [0, 0];
    for (const point of points) {
      let [below, upTo] = [true, true];
      for (let k = 0; k < d; k += 1) {
        const x = at(point, k);
        if (x >= at(corner, k)) below = false;
        if (x > at(corner, k)) upTo = false;
      }
      if (below) open += 1;
      if (upTo) closed += 1;
    }
    worst = Math.max(worst, volume - open / n, closed / n - volume);
  }
  return worst;
}

function sizeOf(points: Points): { readonly n: number; readonly d: number } {
  const [n, d] = [points.length, rowAt(points, 0).length];
  if (n === 0 || d === 0 || points.some((point) => point.length !== d))
    throw new RangeError('points need the same coordinates, one or more');
  if (points.some((point) => point.some((x) => !(x >= 0 && x <= 1))))
    throw new RangeError('a point lies outside the unit cube');
  return { n, d };
}

/**
 * Root mean square of the same differences, by Warnock's formula.
 * @source Warnock, in Applications of Number Theory to Numerical Analysis (1972)
 * @example l2StarDiscrepancy([[0.125], [0.375], [0.625], [0.875]]) // 0.0721687836
 */
export function l2StarDiscrepancy(points: Points): number {
  const { n, d } = sizeOf(points);
  if (n * n * d > mostWork) throw new RangeError('too many points for a discrepancy');
  let [single, pairs] = [0, 0];
  for (const point of points) {
    single += point.reduce((product, x) => product * (1 - x * x), 1);
    for (const other of points) {
      let product = 1;
      for (let k = 0; k < d; k += 1) product *= 1 - Math.max(at(point, k), at(other, k));
      pairs += product;
    }
  }
  return Math.sqrt(3 ** -d - (2 ** (1 - d) / n) * single + pairs / n ** 2);
}

/** Root mean square L2 star discrepancy of n independent points. */
export const randomL2Star = (n: number, d: number): number =>
  Math.sqrt((2 ** -d - 3 ** -d) / n);

/**
 * Fewest and most points in the dyadic boxes of one volume, over all their shapes.
 * @param depth volume 2^-depth
 * @example dyadicCounts([[0, 0], [0.5, 0.5], [0.75, 0.25], [0.25, 0.75]], 2) // { least: 1, most: 1 }
 */
export function dyadicCounts(
  points: Points, depth: number,
): { readonly least: number; readonly most: number } {
  const { d } = sizeOf(points);
  let [least, most] = [Infinity, 0];
  for (const shape of shapesOf(d, depth)) {
    const counts = new Map<number, number>();
    for (const point of points) {
      const box = shape.reduce((sum, bits, k) =>
        sum * 2 ** bits + Math.floor(at(point, k) * 2 ** bits), 0);
      const before = counts.get(box);
      counts.set(box, before === undefined ? 1 : before + 1);
    }
    if (counts.size < 2 ** depth) least = 0;
    for (const count of counts.values()) {
      least = Math.min(least, count);
      most = Math.max(most, count);
    }
  }
  return { least, most };
}

/** Ways to spend a depth on dimensions. */
function shapesOf(dimensions: number, depth: number): readonly (readonly number[])[] {
  if (dimensions === 1) return [[depth]];
  return upTo(depth + 1).flatMap((here) =>
    shapesOf(dimensions - 1, depth - here).map((rest) => [here, ...rest]));
}
