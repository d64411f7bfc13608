import { askFor, type Asking, type Known, type Sample } from './ask.ts';

/**
 * What lies between two inputs whose figures are on either side of the target: a root, a
 * jump over it, or nothing (a pole, or a stretch without figures).
 */
export type Crossing =
  | { readonly kind: 'root'; readonly x: number }
  | { readonly kind: 'jump'; readonly at: number; readonly before: number; readonly after: number }
  | { readonly kind: 'pole'; readonly at: number }
  | { readonly kind: 'gap'; readonly from: Known; readonly to: Known; readonly at: number };

/** Halvings of a bracket until it counts as a point. */
const halvings = 44;
const mostSteps = 160;
/**
 * How close to the target counts as on it, over the larger figure the bracket began
 * with.
 */
const onTarget = 1e-13;
/** A jump keeps more than this share of the difference it had in a wider bracket. */
const keepsShare = 1e-3;
/** A pole makes the difference this many times larger as the bracket closes. */
const growsTimes = 4;
/** A jump smaller than this, over the figures themselves, is rounding. */
const roundOff = 1e-9;

interface Bracket {
  a: Known;
  b: Known;
  /** The end that was dropped last: the third point of the interpolation. */
  c: Known;
}

/**
 * Where the next figure is asked: inverse quadratic interpolation where it can be
 * trusted, else the middle (Chandrupatla, Advances in Engineering Software 28, 1997,
 * 145-149).
 */
function nextShare({ a, b, c }: Bracket, target: number): number {
  const [fa, fb, fc] = [a.value - target, b.value - target, c.value - target];
  if (c === a || fc === fb || fc === fa) return 0.5;
  const xi = (a.x - b.x) / (c.x - b.x);
  const phi = (fa - fb) / (fc - fb);
  if (!(phi * phi < xi && (1 - phi) ** 2 < 1 - xi)) return 0.5;
  const t = (fa / (fb - fa)) * (fc / (fb - fc))
    + ((c.x - a.x) / (b.x - a.x)) * (fa / (fc - fa)) * (fb / (fc - fb));
  return Number.isFinite(t) ? t : 0.5;
}

/** The roundest number of a bracket: where people write that a step happens. */
export function roundestIn(low: number, high: number): number {
  for (let digits = 1; digits <= 15; digits++) {
    const round = Number(((low + high) / 2).toPrecision(digits));
    if (round >= low && round <= high) return round;
  }
  return high;
}

/**
 * A root closes the difference with the bracket, a jump keeps it, a pole makes it grow.
 */
function judgeWidths(
  low: Known, high: Known, reference: number, target: number, scale: number,
): Crossing {
  const left = Math.abs(high.value - low.value);
  const at = roundestIn(low.x, high.x);
  if (left > growsTimes * reference && left > roundOff * scale)
    return { kind: 'pole', at };
  if (left > keepsShare * reference && left > roundOff * scale)
    return { kind: 'jump', at, before: low.value, after: high.value };
  const nearer = Math.abs(low.value - target) <= Math.abs(high.value - target) ? low
    : high;
  return { kind: 'root', x: nearer.x };
}

/**
 * Closes in on what lies between two figures on either side of the target.
 * @param low figure at the lower input
 * @param high figure at the higher input, on the other side of the target
 */
export function* closeIn(low: Known, high: Known, target: number): Asking<Crossing> {
  const width0 = high.x - low.x;
  const scale = Math.max(Math.abs(low.value), Math.abs(high.value), Math.abs(target));
  const near = onTarget * Math.max(Math.abs(low.value - target),
    Math.abs(high.value - target));
  const state: Bracket = { a: high, b: low, c: high };
  let reference = Math.abs(high.value - low.value);
  for (let step = 0; step < mostSteps; step++) {
    const { a, b } = state;
    const width = Math.abs(a.x - b.x);
    if (width > width0 / 64) reference = Math.abs(a.value - b.value);
    if (width <= width0 * 2 ** -halvings) break;
    const margin = Math.min(0.5, width0 * 2 ** -(halvings + 2) / width);
    const share = Math.min(1 - margin, Math.max(margin, nextShare(state, target)));
    const x = a.x + share * (b.x - a.x);
    if (x === a.x || x === b.x) break;
    const value = yield* askFor(x);
    if (value === null) {
      const [from, to] = b.x < a.x ? [b, a] : [a, b];
      return { kind: 'gap', at: x, from, to };
    }
    if (Math.abs(value - target) <= near) return { kind: 'root', x };
    const fresh: Known = { x, value };
    if (Math.sign(value - target) === Math.sign(a.value - target)) state.c = a;
    else {
      state.c = b;
      state.b = a;
    }
    state.a = fresh;
  }
  const [first, last] = state.a.x < state.b.x ? [state.a, state.b] : [state.b, state.a];
  return judgeWidths(first, last, reference, target, scale);
}

/**
 * The last input of which something holds, between one where it holds and one where
 * not.
 */
export function* edgeOf(
  holds: Sample, fails: Sample, test: (value: number | null) => boolean,
): Asking<{ readonly inside: Sample; readonly outside: Sample }> {
  let [inside, outside] = [holds, fails];
  for (let step = 0; step < halvings; step++) {
    const x = (inside.x + outside.x) / 2;
    if (x === inside.x || x === outside.x) break;
    const value = yield* askFor(x);
    if (test(value)) inside = { x, value };
    else outside = { x, value };
  }
  return { inside, outside };
}
