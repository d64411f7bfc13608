import { entryOf } from '../../units/entry.ts';

/** Points turned so that more is better in every part. */
function turned(
  points: readonly (readonly number[])[], maximise: readonly boolean[],
): readonly (readonly number[])[] {
  if (maximise.length === 0) throw new RangeError('a front needs at least one objective');
  return points.map((point) => {
    if (point.length !== maximise.length) {
      throw new RangeError(
        `a point has ${point.length} values where there are ${maximise.length} objectives`);
    }
    return point.map((value, at) => {
      if (!Number.isFinite(value)) throw new RangeError('a point has a value that is not finite');
      return maximise[at] === true ? value : -value;
    });
  });
}

/** At least as good in all and better in one. */
const dominates = (a: readonly number[], b: readonly number[]): boolean =>
  a.every((value, at) => value >= entryOf(b, at))
  && a.some((value, at) => value > entryOf(b, at));

/**
 * Points no other point is at least as good as in all objectives and better in one. Equal
 * points are all kept.
 * @param maximise for each objective whether more is better
 * @returns places from 0 on, ascending
 * @throws RangeError for points of other lengths or with values that are not finite
 * @example paretoFront([[1, 2], [2, 1], [1, 1]], [true, true]) // [0, 1]
 */
export function paretoFront(
  points: readonly (readonly number[])[], maximise: readonly boolean[],
): readonly number[] {
  const up = turned(points, maximise);
  return up.flatMap((point, at) => (up.some((other) => dominates(other, point)) ? []
    : [at]));
}

/**
 * Volume between the front and a reference point that is worse in every objective: by
 * slices along the last objective (Zitzler and Thiele 1999). Points that are not better
 * than the reference in all objectives add nothing.
 * @throws RangeError as `paretoFront`, and for a reference of another length
 * @example hypervolume([[1, 3], [2, 1]], [true, true], [0, 0]) // 4
 */
export function hypervolume(
  points: readonly (readonly number[])[], maximise: readonly boolean[],
  reference: readonly number[],
): number {
  const [floor] = turned([reference], maximise);
  const origin = floor ?? [];
  const above = turned(points, maximise)
    .map((point) => point.map((value, at) => value - entryOf(origin, at)))
    .filter((point) => point.every((value) => value > 0));
  return slices(above, maximise.length);
}

function slices(points: readonly (readonly number[])[], dimensions: number): number {
  if (points.length === 0) return 0;
  const last = dimensions - 1;
  if (last === 0) return Math.max(...points.map((point) => entryOf(point, 0)));
  const falling = points.toSorted((a, b) => entryOf(b, last) - entryOf(a, last));
  return falling.reduce((volume, point, at) => {
    const next = falling[at + 1];
    const height = entryOf(point, last) - (next === undefined ? 0 : entryOf(next, last));
    return height === 0 ? volume
      : volume + height * slices(falling.slice(0, at + 1), last);
  }, 0);
}
