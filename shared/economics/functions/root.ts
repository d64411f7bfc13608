/**
 * The root of a continuous function between two x at which its signs differ: Illinois
 * false position, which keeps its bracket, with every fourth step a bisection; to double
 * precision, usually in a dozen calls.
 * @returns an x between the two; where the signs do not differ, some x between them, so
 *   check first
 * @example rootBetween((x) => x * x - 2, 0, 2) // 1.414213562373095
 */
export function rootBetween(at: (x: number) => number, from: number, to: number): number {
  let [low, high, fLow, fHigh] = [from, to, at(from), at(to)];
  if (fLow === 0) return low;
  if (fHigh === 0) return high;
  let side = 0;
  for (let step = 0; step < 200 && high - low > 1e-16 * Math.max(1e-3, Math.abs(low)); step++) {
    const secant = (low * fHigh - high * fLow) / (fHigh - fLow);
    const middle = step % 4 === 3
      || !(secant > low && secant < high) ? (low + high) / 2 : secant;
    if (middle <= low || middle >= high) break;
    const f = at(middle);
    if (f === 0) return middle;
    if (f * fLow > 0) {
      [low, fLow] = [middle, f];
      if (side === -1) fHigh /= 2;
      side = -1;
    } else {
      [high, fHigh] = [middle, f];
      if (side === 1) fLow /= 2;
      side = 1;
    }
  }
  return (low + high) / 2;
}
