import { rootBetween } from './root.ts';

/**
 * Reach of the search in ln(1 + rate) per period: rates from -99.9999 % to a million per
 * period.
 */
const reach = Math.log(1e6);
const gridPoints = 401;
/**
 * Crowds the grid around rate 0, where monthly rates lie: spacing there is 0.04 % per
 * period.
 */
const crowding = 8;
/** Parts into which a step near a root is divided when others may hide beside it. */
const finer = 16;
/** A touch counts as a root when it comes this close to 0, over the sum of absolute terms. */
const touch = 1e-13;
/** A flow adds up to nothing when it comes this close to 0, over the sum of absolute terms. */
const nothingLeft = 1e-9;

const grid: readonly number[] = Array.from({ length: gridPoints }, (_, k) => {
  const u = (2 * k) / (gridPoints - 1) - 1;
  return (reach * Math.sinh(crowding * u)) / Math.sinh(crowding);
});

/**
 * Number of sign changes in a flow, zeros left out: by Descartes' rule the number of
 * rates above -1 at which its NPV is 0 is this or less by an even number.
 * @example signChanges([-100, 0, 60, 60, -5]) // 2
 */
export function signChanges(values: ArrayLike<number>): number {
  let changes = 0;
  let last = 0;
  for (let at = 0; at < values.length; at++) {
    const sign = Math.sign(values[at] ?? 0);
    if (sign !== 0 && last !== 0 && sign !== last) changes++;
    if (sign !== 0) last = sign;
  }
  return changes;
}

/** Number of sign changes in the running sums of a flow, from its start or from its end. */
function sumChanges(values: ArrayLike<number>, fromEnd: boolean): number {
  let [changes, last, sum] = [0, 0, 0];
  for (let step = 0; step < values.length; step++) {
    sum += values[fromEnd ? values.length - 1 - step : step] ?? 0;
    const sign = Math.sign(sum);
    if (sign !== 0 && last !== 0 && sign !== last) changes++;
    if (sign !== 0) last = sign;
  }
  return changes;
}

/**
 * Bound of the number of rates at which the NPV of a flow is 0. Where the flow does not
 * add up to 0, rates above 0 are no more than the sign changes of its running sums, rates
 * below 0 no more than those from its end (Norstrom 1972): often one, where the flow
 * itself changes sign more than once.
 */
function mostRoots(values: ArrayLike<number>): number {
  const changes = signChanges(values);
  if (changes < 2) return changes;
  let [sum, size] = [0, 0];
  for (let at = 0; at < values.length; at++) {
    sum += values[at] ?? 0;
    size += Math.abs(values[at] ?? 0);
  }
  if (Math.abs(sum) <= nothingLeft * size) return changes;
  return Math.min(changes, sumChanges(values, false) + sumChanges(values, true));
}

/**
 * NPV up to a positive factor: at x >= 0 the value at the first flow, below at the last
 * one, so that neither long horizons nor rates near -1 overflow. x = ln(1 + rate).
 */
function scaledNpv(values: ArrayLike<number>, x: number): number {
  let sum = 0;
  if (x >= 0) {
    const v = Math.exp(-x);
    for (let at = values.length - 1; at >= 0; at--) sum = sum * v + (values[at] ?? 0);
    return sum;
  }
  const w = Math.exp(x);
  for (let at = 0; at < values.length; at++) sum = sum * w + (values[at] ?? 0);
  return sum;
}

/**
 * Every rate per period above -1 at which the NPV of a flow is 0, ascending: sign changes
 * of the NPV on a grid of rates from -99.9999 % to a million, and touches between grid
 * points, refined to double precision.
 * @param values flows one period apart, finite
 * @returns all real roots; empty when the flow never changes sign or its NPV never reaches 0
 * @throws RangeError on a value that is not finite
 * @example irrRoots([-100, 230, -132]) // [0.1, 0.2]
 */
export function irrRoots(values: ArrayLike<number>): readonly number[] {
  for (let at = 0; at < values.length; at++) {
    if (!Number.isFinite(values[at] ?? 0)) throw new RangeError(`flow ${at} is ${values[at]}`);
  }
  const size = (x: number): number => {
    let sum = 0;
    const ratio = Math.exp(-Math.abs(x));
    for (let k = 0; k < values.length; k++) {
      sum += Math.abs(values[k] ?? 0) * ratio ** (x >= 0 ? k : values.length - 1 - k);
    }
    return sum;
  };
  return logRoots((x) => scaledNpv(values, x), size, mostRoots(values)).map(Math.expm1);
}

/**
 * All x in the grid's reach at which a continuous function is 0, ascending.
 * @param size sum of the absolute terms at x, the scale on which a touch counts as 0
 * @param most upper bound of the number of roots; 0 answers at once
 */
export function logRoots(at: (x: number) => number, size: (x: number) => number,
  most: number): readonly number[] {
  if (most === 0) return [];
  return (most === 1 ? onlyRoot(at) : null) ?? rootsOnGrid(at, size, most);
}

/**
 * The root of a function that has one at most, in the same step of the grid as a walk
 * over all of it would find.
 * @returns none where it lies beyond the grid; null where the function is nought at a
 *   point of the grid, which may be a root or a number too small to write
 */
function onlyRoot(at: (x: number) => number): readonly number[] | null {
  let [low, high] = [0, gridPoints - 1];
  const first = at(grid[low] ?? 0);
  const last = at(grid[high] ?? 0);
  if (first === 0 || last === 0) return null;
  if (first > 0 === last > 0) return [];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const f = at(grid[middle] ?? 0);
    if (f === 0) return null;
    if (f > 0 === first > 0) low = middle;
    else high = middle;
  }
  return [rootBetween(at, grid[low] ?? 0, grid[high] ?? 0)];
}

/**
 * Roots found step by step over the grid. Where some may still be missing, the steps around
 * those found are walked again in smaller ones: a root beside a close pair hides the pair,
 * and three in one step look like one.
 */
function rootsOnGrid(
  at: (x: number) => number, size: (x: number) => number, most: number,
): readonly number[] {
  const found = rootsAt(grid, at, size, most);
  if (found.length === 0 || found.length + 2 > most) return found;
  const closer = rootsAt(refineAround(found), at, size, most);
  return closer.length > found.length ? closer : found;
}

/** The grid with the steps within two of a root divided into `finer` each. */
function refineAround(roots: readonly number[]): readonly number[] {
  const isNear = (k: number): boolean => roots.some(
    (x) => x >= (grid[k - 2] ?? -Infinity) && x <= (grid[k + 3] ?? Infinity),
  );
  return grid.flatMap((x, k) => {
    const next = grid[k + 1];
    if (next === undefined || !isNear(k)) return [x];
    return Array.from({ length: finer }, (_, step) => x + ((next - x) * step) / finer);
  });
}

/** Roots at changes of sign and touches between points in ascending order. */
function rootsAt(
  points: readonly number[], at: (x: number) => number, size: (x: number) => number,
  most: number,
): readonly number[] {
  const roots: number[] = [];
  let [x0, f0] = [points[0] ?? 0, at(points[0] ?? 0)];
  let [xBefore, before] = [x0, f0];
  for (let k = 1; k < points.length && roots.length < most; k++) {
    const x1 = points[k] ?? 0;
    const f1 = at(x1);
    if (f0 === 0) roots.push(x0);
    else if (f0 * f1 < 0) roots.push(rootBetween(at, x0, x1));
    else if (most > 1 && f0 * before > 0 && Math.abs(f0) < Math.abs(before)
      && Math.abs(f0) <= Math.abs(f1)) {
        roots.push(...dip(at, size, xBefore, x1, Math.sign(f0)));
      }
    [before, xBefore, f0, x0] = [f0, x0, f1, x1];
  }
  return roots.toSorted((a, b) => a - b);
}

/**
 * Roots hidden where the NPV comes near 0 between grid points without a change of sign:
 * two, one or none.
 */
function dip(at: (x: number) => number, size: (x: number) => number, a: number, c: number,
  sign: number): readonly number[] {
  let [low, high] = [a, c];
  for (let step = 0; step < 100; step++) {
    const left = low + (high - low) * 0.382;
    const right = low + (high - low) * 0.618;
    if (sign * at(left) < sign * at(right)) high = right;
    else low = left;
  }
  const least = (low + high) / 2;
  const f = at(least);
  if (f * sign < 0) return [rootBetween(at, a, least), rootBetween(at, least, c)];
  return Math.abs(f) <= touch * size(least) ? [least] : [];
}
