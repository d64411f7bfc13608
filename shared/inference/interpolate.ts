/**
 * A curve through points of rising, positive x and positive y, evaluated on logarithmic
 * axes.
 */
export interface LogCurve {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly slope: readonly number[];
}

/** Slopes of Fritsch and Carlson: the cubic between two points never leaves their band. */
function monotoneSlopes(x: readonly number[], y: readonly number[]): readonly number[] {
  const secant = x.slice(1)
    .map((next, i) => ((y[i + 1] ?? 0) - (y[i] ?? 0)) / (next - (x[i] ?? 0)));
  return x.map((_, i) => {
    const before = secant[i - 1];
    const after = secant[i];
    if (before === undefined || after === undefined) return before ?? after ?? 0;
    return before * after <= 0 ? 0 : (2 * before * after) / (before + after);
  });
}

/**
 * A monotone cubic through points, on log axes.
 * @param points at least one; x strictly rising, x and y above 0
 * @throws RangeError when x does not rise or a value is not positive
 */
export function fitLogCurve(points: readonly (readonly [number, number])[]): LogCurve {
  points.forEach(([x, y], i) => {
    const before = points[i - 1]?.[0] ?? 0;
    if (x > before && y > 0) return;
    throw new RangeError(`point ${i} (${x}, ${y}) does not rise or is not positive`);
  });
  const x = points.map(([value]) => Math.log(value));
  const y = points.map(([, value]) => Math.log(value));
  return { x, y, slope: monotoneSlopes(x, y) };
}

/**
 * The curve at `x`; beyond its ends it stays at the end's value.
 * @example readLogCurve(fitLogCurve([[1, 1], [100, 100]]), 10).toFixed(6) // '10.000000'
 */
export function readLogCurve(curve: LogCurve, x: number): number {
  const at = Math.log(x);
  const last = curve.x.length - 1;
  if (at <= (curve.x[0] ?? at)) return Math.exp(curve.y[0] ?? 0);
  if (at >= (curve.x[last] ?? at)) return Math.exp(curve.y[last] ?? 0);
  const i = curve.x.findIndex((value) => value > at) - 1;
  const [x0, x1, y0, y1] = [curve.x[i] ?? 0, curve.x[i + 1] ?? 1, curve.y[i] ?? 0,
    curve.y[i + 1] ?? 0];
  const width = x1 - x0;
  const s = (at - x0) / width;
  const [m0, m1] = [(curve.slope[i] ?? 0) * width, (curve.slope[i + 1] ?? 0) * width];
  const left = (1 - s) ** 2 * ((1 + 2 * s) * y0 + s * m0);
  const right = s * s * ((3 - 2 * s) * y1 + (s - 1) * m1);
  return Math.exp(left + right);
}
