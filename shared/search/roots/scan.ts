import { entryOf } from '../../units/entry.ts';
import { isKnown, askFor, type Asking, type Known, type Sample } from './ask.ts';
import { roundestIn, edgeOf } from './bracket.ts';
import { cross, note, onTarget, shore, turn, type Aim, type Found } from './find.ts';

/** Cells beside the nearest sample in which the target may still be touched, in steps. */
const reachesSteps = 4;
/** Rounding of figures, over their usual size. */
const roundOff = 1e-14;

/** How far from the target rounding alone may lead: by the middle size of the figures. */
export function aimOf(samples: readonly Sample[], target: number): Aim {
  const sizes = samples.filter(isKnown).map(({ value }) => Math.abs(value))
    .toSorted((a, b) => a - b);
  const middle = sizes.length === 0 ? 0 : entryOf(sizes, Math.floor(sizes.length / 2));
  return { target, rounding: roundOff * Math.max(Math.abs(target), middle) };
}

/** Asks for the figures at all inputs of a row. */
export function* sampleAll(xs: readonly number[]): Asking<readonly Sample[]> {
  const samples: Sample[] = [];
  for (const x of xs) samples.push({ x, value: yield* askFor(x) });
  return samples;
}

/** All that lies between and on the samples of a row. */
export function* scan(samples: readonly Sample[], target: number): Asking<Found> {
  const aim = aimOf(samples, target);
  const found: Found = { roots: [], intervals: [], jumps: [], poles: [], missing: [],
    closest: null };
  for (const sample of samples) if (isKnown(sample)) note(found, sample, aim);
  const on = samples.map(({ value }) => value !== null
    && Math.abs(value - target) <= aim.rounding);
  for (let at = 0; at < samples.length; at++) {
    if (on[at] === true) {
      const first = at;
      while (on[at + 1] === true) at++;
      yield* onTarget(samples, first, at, aim, found);
    } else yield* fromSample(samples, at, on, aim, found);
  }
  yield* holes(samples, aim, found);
  yield* plateauOfClosest(samples, found);
  return sorted(found, samples);
}

/** The cell after a sample off the target, and the turn at the sample itself. */
function* fromSample(
  samples: readonly Sample[], at: number, on: readonly boolean[], aim: Aim, found: Found,
): Asking<void> {
  const [before, here, after] = [samples[at - 1], samples[at], samples[at + 1]];
  if (!isKnown(here)) return;
  const side = Math.sign(here.value - aim.target);
  if (isKnown(after) && on[at + 1] !== true
    && Math.sign(after.value - aim.target) !== side)
    yield* cross(here, after, aim, found);
  const beside = [before, after].filter((sample): sample is Known => isKnown(sample));
  const off = (sample: Known): number => side * (sample.value - aim.target);
  const isTurn = on[at - 1] !== true && on[at + 1] !== true && beside.length > 0
    && beside.every((sample) => off(sample) >= off(here));
  if (!isTurn) return;
  const climb = beside.reduce((sum, sample) => sum + off(sample) - off(here), 0);
  const isNearest = found.closest?.x === here.x;
  if (climb > 0 && (isNearest || off(here) <= reachesSteps * climb))
    yield* turn(isKnown(before) ? before : here, here, isKnown(after) ? after
      : here, aim, found);
}

/** The edges of every stretch of samples without figures. */
function* holes(samples: readonly Sample[], aim: Aim, found: Found): Asking<void> {
  for (let at = 0; at < samples.length; at++) {
    const first = samples[at];
    if (first === undefined || first.value !== null) continue;
    const before = samples[at - 1];
    let last = first;
    while (samples[at + 1]?.value === null) last = samples[++at] ?? last;
    const after = samples[at + 1];
    found.missing.push({
      from: isKnown(before) ? yield* shore(before, first, aim, found) : first.x,
      to: isKnown(after) ? yield* shore(after, last, aim, found) : last.x,
    });
  }
}

/** Where the nearest approach lies on a plateau, its first input. */
function* plateauOfClosest(samples: readonly Sample[], found: Found): Asking<void> {
  const closest = found.closest;
  if (closest === null || found.roots.length + found.intervals.length > 0) return;
  const at = samples.findIndex(({ x }) => x === closest.x);
  const [before, after] = [samples[at - 1], samples[at + 1]];
  if (at < 1 || before === undefined || after?.value !== closest.value) return;
  const { inside, outside } = yield* edgeOf(closest, before, (value) =>
    value === closest.value);
  found.closest = { x: roundestIn(outside.x, inside.x), value: closest.value };
}

/** In the order of the inputs, what was found twice counted once. */
function sorted(found: Found, samples: readonly Sample[]): Found {
  const width = entryOf(samples, -1).x - entryOf(samples, 0).x;
  const apart = Math.max(width * 1e-9, Number.MIN_VALUE);
  const up = (a: number, b: number): number => a - b;
  const roots = found.roots.toSorted(up)
    .filter((root, at, all) => at === 0 || root - entryOf(all, at - 1) > apart);
  return { ...found, roots, poles: found.poles.toSorted(up),
    jumps: found.jumps.toSorted((a, b) => a.at - b.at),
    intervals: found.intervals.toSorted((a, b) => a.from - b.from),
    missing: found.missing.toSorted((a, b) => a.from - b.from) };
}
