/**
 * Values of the least-squares fit at its own points: the projection of y on the
 * columns, by Gram and Schmidt with a second pass. Columns that depend on those before
 * them are left out, so that few points need no other rule.
 * @param columns values of each basis function at the points
 * @example fittedValues([[1, 1, 1], [0, 1, 2]], [1, 2, 4])[0].toFixed(4) // '0.8333'
 */
export function fittedValues(
  columns: readonly ArrayLike<number>[], y: ArrayLike<number>,
): Float64Array {
  const n = y.length;
  const fitted = new Float64Array(n);
  const kept: Float64Array[] = [];
  for (const column of columns) {
    const direction = Float64Array.from(column);
    const size = norm(direction);
    for (const other of [...kept, ...kept])
      addTo(direction, other, -dot(direction, other));
    const left = norm(direction);
    if (!(left > dependent * size)) continue;
    for (let at = 0; at < n; at++) direction[at] = Number(direction[at]) / left;
    kept.push(direction);
    addTo(fitted, direction, dot(direction, y));
  }
  return fitted;
}

/** A column this small after the others are taken from it depends on them. */
const dependent = 1e-10;

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += Number(a[at]) * Number(b[at]);
  return sum;
}

const norm = (a: ArrayLike<number>): number => Math.sqrt(dot(a, a));

function addTo(target: Float64Array, other: ArrayLike<number>, factor: number): void {
  for (let at = 0; at < target.length; at++)
    target[at] = Number(target[at]) + factor * Number(other[at]);
}
