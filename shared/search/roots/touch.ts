import { askFor, type Asking, type Known } from './ask.ts';

/** The nearest approach to the target, and whether the search came to its other side. */
export interface Approach {
  readonly best: Known;
  readonly crossed: boolean;
}

const golden = (3 - Math.sqrt(5)) / 2;
const mostSteps = 60;
/** Width at which a least value is known as well as its figures allow. */
const narrow = 1e-9;

/**
 * The input between two others whose figure comes nearest to the target, by golden
 * section from the nearest of three; stops where a figure lies on the other side of the
 * target.
 * @param low left neighbour
 * @param middle the nearest of the three; may be one of the ends
 * @param high right neighbour
 */
export function* approach(
  low: Known, middle: Known, high: Known, target: number,
): Asking<Approach> {
  const off = (value: number): number => Math.abs(value - target);
  const side = Math.sign(middle.value - target);
  let [a, b, best] = [low.x, high.x, middle];
  const stop = narrow * Math.max(high.x - low.x, Math.abs(middle.x) * 1e-3);
  for (let step = 0; step < mostSteps && b - a > stop; step++) {
    const right = b - best.x > best.x - a;
    const x = right ? best.x + golden * (b - best.x) : best.x - golden * (best.x - a);
    if (x === best.x || x <= a || x >= b) break;
    const value = yield* askFor(x);
    if (value !== null && Math.sign(value - target) !== side)
      return { best: { x, value }, crossed: true };
    if (value !== null && off(value) < off(best.value)) {
      if (right) a = best.x; else b = best.x;
      best = { x, value };
    } else if (right) b = x;
    else a = x;
  }
  return { best, crossed: false };
}
