const mostLevels = 12;
const reach = 3.6;

/** Point and weight of the rule at t, as shares of the way from either end. */
function node(t: number): { readonly near: number; readonly weight: number } {
  const u = (Math.PI / 2) * Math.sinh(t);
  const near = 1 / (1 + Math.exp(2 * u));
  return { near, weight: (Math.PI / 2) * Math.cosh(t) * 2 * near * (1 - near) };
}

/**
 * Integral of a function that may be singular at its ends, by the double exponential rule
 * (Takahasi and Mori 1974), refined until two levels agree.
 * @param f finite between the ends; the ends themselves are not asked for
 * @param accuracy relative difference of two levels at which it stops
 * @throws RangeError for ends that are not finite or in the wrong order
 * @example integrate((x) => x * x, 0, 3) // 9
 */
export function integrate(
  f: (x: number) => number, from: number, to: number, accuracy = 1e-13,
): number {
  if (!Number.isFinite(from) || !Number.isFinite(to) || from > to)
    throw new RangeError('an integral needs two finite ends in order');
  if (from === to) return 0;
  const width = to - from;
  const pair = (t: number): number => {
    const { near, weight } = node(t);
    if (near * width === 0) return 0;
    const values = f(from + near * width) + f(to - near * width);
    return Number.isFinite(values) ? weight * values : 0;
  };
  let h = 0.5;
  let sum = (Math.PI / 4) * f(from + width / 2);
  for (let k = 1; k * h <= reach; k++) sum += pair(k * h);
  let last = sum * h * width;
  for (let level = 0; level < mostLevels; level++) {
    h /= 2;
    for (let k = 1; k * h <= reach; k += 2) sum += pair(k * h);
    const next = sum * h * width;
    if (level > 1 && Math.abs(next - last) <= accuracy * Math.abs(next)) return next;
    last = next;
  }
  return last;
}
