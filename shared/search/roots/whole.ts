import { answer, type SeekAnswer } from './answer.ts';
import { askFor, isKnown, type Asking, type Known, type Sample } from './ask.ts';
import type { Span } from './find.ts';
import { aimOf, sampleAll } from './scan.ts';

/** Whole numbers from one to another: all of them, or as many as there are cells. */
function wholes(low: number, high: number, cells: number): readonly number[] {
  const steps = Math.min(high - low, cells);
  return Array.from({ length: steps + 1 }, (_, k) =>
    (steps === 0 ? low : low + Math.round((k * (high - low)) / steps)));
}

function missingOf(samples: readonly Sample[]): readonly Span[] {
  const spans: Span[] = [];
  samples.forEach(({ x, value }, at) => {
    if (value !== null) return;
    const last = spans.at(-1);
    if (last !== undefined && samples[at - 1]?.value === null)
      spans[spans.length - 1] = { from: last.from, to: x };
    else spans.push({ from: x, to: x });
  });
  return spans;
}

/**
 * The least whole number at or past the target, between one before it and one past it.
 */
function* narrow(before: Sample, past: Known, isPast: (value: number) => boolean):
Asking<{ readonly at: Known; readonly below: Sample }> {
  let [below, at] = [before, past];
  while (at.x - below.x > 1) {
    const x = below.x + Math.floor((at.x - below.x) / 2);
    const value = yield* askFor(x);
    if (value !== null && isPast(value)) at = { x, value };
    else below = { x, value };
  }
  return { at, below };
}

/**
 * Searches whole numbers: the first at or past the target as seen from the lowest, where
 * the range has more of them than cells between the first two samples that straddle it.
 * @example answerAll(seekWhole(100, 0, 50, 1000), (x) => 7 * x).whole?.x // 15
 */
export function* seekWhole(
  target: number, low: number, high: number, cells: number,
): Asking<SeekAnswer> {
  if (low > high) return answer('none');
  const samples = yield* sampleAll(wholes(low, high, cells));
  const missing = missingOf(samples);
  const known = samples.filter(isKnown);
  const first = known[0];
  if (first === undefined) return answer('none', { missing });
  const { rounding } = aimOf(samples, target);
  const off = (value: number): number =>
    (Math.abs(value - target) <= rounding ? 0 : value - target);
  const side = Math.sign(off(first.value));
  const closest = known.reduce((a, b) =>
    (Math.abs(off(b.value)) < Math.abs(off(a.value)) ? b : a));
  if (known.length > 1 && known.every(({ value }) => value === first.value))
    return side === 0 ? answer('any', { missing }) : answer('flat', { missing, closest });
  const isPast = (value: number): boolean => side === 0 || Math.sign(off(value)) !== side;
  const at = samples.findIndex(({ value }) => value !== null && isPast(value));
  const past = samples[at];
  if (!isKnown(past)) return answer('none', { missing, closest });
  const before = samples[at - 1];
  if (before === undefined)
    return answer('found_integer', { missing, whole: { ...past, below: null } });
  const { at: x, below } = yield* narrow(before, past, isPast);
  return answer('found_integer', { missing,
    whole: { ...x, below: isKnown(below) ? below : null } });
}
