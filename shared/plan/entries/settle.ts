/**
 * Repeats a step until it changes nothing more, at most so many times.
 * @param step the next value, or null when the last one stands
 * @example settle(1, 10, (x) => (x >= 4 ? null : x * 2)) // 4
 */
export function settle<T>(start: T, most: number, step: (last: T) => T | null): T {
  let last = start;
  for (let round = 0; round < most; round++) {
    const next = step(last);
    if (next === null) return last;
    last = next;
  }
  return last;
}
