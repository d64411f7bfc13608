import { askFor, isKnown, type Asking, type Known, type Sample } from './ask.ts';
import { closeIn, edgeOf, roundestIn } from './bracket.ts';
import { approach } from './touch.ts';

/** A range of inputs, both ends counted in. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A step of the figure over the target. */
export interface Jump {
  readonly at: number;
  /** The figure just below `at`, and at or just above it. */
  readonly before: number;
  readonly after: number;
}

/** What a scan has found so far, in the order of the inputs. */
export interface Found {
  readonly roots: number[];
  readonly intervals: Span[];
  readonly jumps: Jump[];
  readonly poles: number[];
  /** Where there is no figure. */
  readonly missing: Span[];
  /** The nearest approach to the target. */
  closest: Known | null;
}

/** What a scan looks for: the target, and how far from it rounding alone may lead. */
export interface Aim {
  readonly target: number;
  readonly rounding: number;
}

/** A least distance this small, over its neighbours' or the rounding, is a touch. */
const touches = 1e-8;
/** A plateau of figures that differ by rounding needs this many samples in a row. */
const manyAlike = 8;

const isOn = (value: number | null, { target, rounding }: Aim): boolean =>
  value !== null && Math.abs(value - target) <= rounding;

/** Keeps the nearest approach to the target. */
export function note(found: Found, sample: Known, { target }: Aim): void {
  const nearer = found.closest === null
    || Math.abs(sample.value - target) < Math.abs(found.closest.value - target);
  if (nearer) found.closest = sample;
}

/** Root, jump or pole between two figures on either side of the target. */
export function* cross(low: Known, high: Known, aim: Aim, found: Found): Asking<void> {
  const crossing = yield* closeIn(low, high, aim.target);
  switch (crossing.kind) {
    case 'root': yield* landed(low, crossing.x, high, aim, found); return;
    case 'jump': found.jumps.push({ at: crossing.at, before: crossing.before,
      after: crossing.after }); return;
    case 'pole': found.poles.push(crossing.at); return;
    case 'gap': yield* gap(crossing.from, crossing.to, crossing.at, aim, found);
  }
}

/**
 * A root between two figures, or a plateau on the target that is narrower than they are
 * apart.
 */
function* landed(low: Known, x: number, high: Known, aim: Aim,
  found: Found): Asking<void> {
  const value = yield* askFor(x);
  const same = (other: number | null): boolean => other === value;
  if (value !== null && isOn(value, aim)) {
    const from = yield* reach(low, { x, value }, same, false, 64);
    const to = yield* reach(high, { x, value }, same, false, 64);
    if (from !== x || to !== x) {
      found.intervals.push({ from, to });
      return;
    }
  }
  found.roots.push(x);
}

/**
 * A stretch without figures around an input: its edges, and a root before or behind it.
 */
function* gap(from: Known, to: Known, at: number, aim: Aim, found: Found): Asking<void> {
  const hole = { x: at, value: null };
  const left = yield* shore(from, hole, aim, found);
  const right = yield* shore(to, hole, aim, found);
  found.missing.push({ from: left, to: right });
}

/** The edge of the figures towards an input without one; a root on the way counts. */
export function* shore(known: Known, hole: Sample, aim: Aim,
  found: Found): Asking<number> {
  const { inside, outside } = yield* edgeOf(known, hole, (value) => value !== null);
  if (isKnown(inside) && inside.x !== known.x) {
    note(found, inside, aim);
    const [low, high] = known.x < inside.x ? [known, inside] : [inside, known];
    const sides = [low, high].map(({ value }) => Math.sign(value - aim.target));
    if (sides[0] !== sides[1] && !sides.includes(0)) yield* cross(low, high, aim, found);
    else if (inside.value === aim.target) found.roots.push(inside.x);
  }
  return inside.x < outside.x ? roundestIn(inside.x, outside.x)
    : roundestIn(outside.x, inside.x);
}

/**
 * Samples on the target, first to last: a plateau whose ends are looked for in the cells
 * beside it, or one root.
 */
export function* onTarget(
  samples: readonly Sample[], first: number, last: number, aim: Aim, found: Found,
): Asking<void> {
  const run = samples.slice(first, last + 1).filter(isKnown);
  const [start, end] = [run[0], run.at(-1)];
  if (start === undefined || end === undefined) return;
  const alike = run.every(({ value }) => value === start.value);
  const same = (value: number | null): boolean =>
    (alike ? value === start.value : isOn(value, aim));
  const isPlateau = run.length >= manyAlike || (alike && run.length > 1);
  const left = yield* reach(samples[first - 1], start, same, isPlateau);
  const right = yield* reach(samples[last + 1], end, same, isPlateau);
  if (isPlateau || left !== start.x || right !== end.x) {
    found.intervals.push({ from: left, to: right });
    return;
  }
  const nearest = run.reduce((a, b) =>
    (Math.abs(b.value - aim.target) < Math.abs(a.value - aim.target) ? b : a));
  found.roots.push(nearest.x);
}

/** How far a plateau goes on into the cell beside its last sample. */
function* reach(
  beside: Sample | undefined, end: Known, same: (value: number | null) => boolean,
  isPlateau: boolean, parts = 8,
): Asking<number> {
  if (beside === undefined) return end.x;
  if (!isPlateau) {
    const x = end.x + (beside.x - end.x) / parts;
    const value = yield* askFor(x);
    if (!same(value) || value !== end.value) return end.x;
  }
  const { inside, outside } = yield* edgeOf(end, beside, same);
  return roundestIn(Math.min(inside.x, outside.x), Math.max(inside.x, outside.x));
}

/**
 * Where three samples on one side of the target come nearest to it: a root that touches
 * without crossing, two roots close together, or the nearest approach.
 */
export function* turn(
  low: Known, middle: Known, high: Known, aim: Aim, found: Found,
): Asking<void> {
  const off = ({ value }: Known): number => Math.abs(value - aim.target);
  const { best, crossed } = yield* approach(low, middle, high, aim.target);
  note(found, best, aim);
  if (crossed && !isOn(best.value, aim)) {
    if (low.x < best.x) yield* cross(low, best, aim, found);
    if (best.x < high.x) yield* cross(best, high, aim, found);
    return;
  }
  const allowed = Math.max(aim.rounding, touches * Math.max(off(low), off(high)));
  if (off(best) <= allowed) found.roots.push(best.x);
}
