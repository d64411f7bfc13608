import { risingRoot } from '../numerics/roots.ts';

/**
 * Bounds of the triangular law with a mode through P10 and P90.
 * @throws RangeError unless the mode lies between them
 * @example fitTriangular(9, 12, 20).min // 5.3949314152
 */
export function fitTriangular(
  p10: number, mode: number, p90: number,
): { readonly min: number; readonly max: number } {
  if (!(p10 <= mode && mode <= p90 && p10 < p90))
    throw new RangeError(`the mode ${mode} does not lie between P10 ${p10} and P90 ${p90}`);
  // (P10 - a)^2 = 0.1 (b - a)(mode - a), the root below P10
  const minOf = (b: number): number => {
    const half = p10 - 0.05 * (b + mode);
    const root = Math.sqrt(Math.max(0, half ** 2 - 0.9 * (p10 ** 2 - 0.1 * b * mode)));
    return (half - root) / 0.9;
  };
  const off = (b: number): number => (b - p90) ** 2 - 0.1 * (b - minOf(b)) * (b - mode);
  let far = p90 - p10;
  while (off(p90 + far) <= 0) far *= 2;
  const from = mode === p90 ? p90 + 1e-9 * (p90 - p10) : p90;
  const max = risingRoot(off, from, p90 + far);
  return { min: minOf(max), max };
}
