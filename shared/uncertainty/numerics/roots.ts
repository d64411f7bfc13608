/**
 * Where a function that rises through zero does so, by halving a bracket.
 * @throws RangeError unless it is below zero at `low` and above at `high`
 * @example risingRoot((x) => x ** 2 - 2, 0, 2) // 1.4142135624
 */
export function risingRoot(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  if (!(f(a) <= 0 && f(b) >= 0)) throw new RangeError('no root between the bounds');
  for (let step = 0; step < 2000; step += 1) {
    const middle = (a + b) / 2;
    if (!(middle > a && middle < b)) break;
    if (f(middle) < 0) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}
