/** A name that wants to stand at a height, px from the top. */
export interface WantedName {
  readonly px: number;
  /** Context: gives way first where there is no room for all. */
  readonly quiet?: boolean;
}

/**
 * Where names stand so that they are a line apart and between `top` and `bottom`, in the order of
 * their wishes; null for a name that finds no room.
 * @example spreadNames([{ px: 20 }, { px: 20 }], 14, 0, 100) // [20, 34]
 */
export function spreadNames(
  wanted: readonly WantedName[], linePx: number, top: number, bottom: number,
): readonly (number | null)[] {
  const room = Math.max(1, Math.floor((bottom - top) / linePx + 1e-9) + 1);
  const kept = wanted.map(({ px, quiet = false }, index) => ({ px, quiet, index }))
    .toSorted((a, b) => Number(a.quiet) - Number(b.quiet))
    .slice(0, room)
    .toSorted((a, b) => a.px - b.px);
  const at: number[] = [];
  for (const { px } of kept)
    at.push(Math.max(px, top, (at.at(-1) ?? Number.NEGATIVE_INFINITY) + linePx));
  let limit = bottom;
  for (let i = at.length - 1; i >= 0; i--) {
    at[i] = Math.min(at[i] ?? limit, limit);
    limit = (at[i] ?? limit) - linePx;
  }
  const placed = new Map(kept.map(({ index }, i) => [index, at[i] ?? null]));
  return wanted.map((_, index) => placed.get(index) ?? null);
}

/** The ends of a logarithmic axis and what is written along it. */
export interface LogBounds {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
}

const roundSteps = [1, 2, 5] as const;
/** Powers of ten beyond which 2 and 5 between them are written at the ends alone. */
const mostFineDecades = 1.4;
/** Powers of ten beyond which the axis ends at powers of ten. */
const mostFineEnds = 3;

const isPower = (mark: number): boolean => Number.isInteger(Math.log10(mark));

/**
 * A logarithmic axis that ends at 1, 2 or 5 times a power of ten, so that no two of its ticks
 * stand close; null without a value above nought. A short span has all of these as ticks, a
 * longer one the powers of ten and its ends.
 * @example logBounds([0.09, 0.8])?.ticks // [0.05, 0.1, 0.2, 0.5, 1]
 */
export function logBounds(values: Iterable<number | null>): LogBounds | null {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (const value of values) {
    if (value === null || !(value > 0) || !Number.isFinite(value)) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (most === 0) return null;
  const span = Math.log10(most / least);
  const marks = marksAround(least, most, span > mostFineEnds ? [1] : roundSteps);
  const from = Math.max(0, marks.findLastIndex((mark) => mark <= least * (1 + 1e-9)));
  const to = marks.findIndex((mark, i) => i > from && mark >= most * (1 - 1e-9));
  const ticks = marks.slice(from, to + 1).filter((mark, i, { length }) =>
    span <= mostFineDecades || i === 0 || i === length - 1 || isPower(mark));
  return { min: ticks[0] ?? least, max: ticks.at(-1) ?? most, ticks };
}

/** Round values from below `least` to above `most`. */
function marksAround(
  least: number, most: number, steps: readonly number[],
): readonly number[] {
  const first = Math.floor(Math.log10(least)) - 1;
  const count = Math.ceil(Math.log10(most)) + 2 - first;
  return Array.from({ length: count }, (_, i) => first + i)
    .flatMap((power) => steps.map((step) => Number(`${step}e${power}`)));
}

/** The side of a limit on which points miss it. */
export interface MissedSide {
  readonly side: 'below' | 'above';
  readonly at: number;
}

/**
 * Where points that keep a limit end and those that miss it begin, half-way between the nearest
 * two; null where all agree, or where keeping and missing points lie among one another.
 * @example missedSide([{ at: 10, keeps: false }, { at: 30, keeps: true }]) // { side: 'below', at: 20 }
 */
export function missedSide(
  points: readonly { readonly at: number; readonly keeps: boolean }[],
): MissedSide | null {
  const kept = points.filter(({ keeps }) => keeps).map(({ at }) => at);
  const missed = points.filter(({ keeps }) => !keeps).map(({ at }) => at);
  if (kept.length === 0 || missed.length === 0) return null;
  const [lowKept, highKept] = [Math.min(...kept), Math.max(...kept)];
  const [lowMissed, highMissed] = [Math.min(...missed), Math.max(...missed)];
  if (highMissed < lowKept) return { side: 'below', at: (highMissed + lowKept) / 2 };
  if (lowMissed > highKept) return { side: 'above', at: (lowMissed + highKept) / 2 };
  return null;
}

/**
 * The discount rates worth drawing: from nought, or just below the lowest rate of return, to a
 * third beyond the highest, and at least to 30 %.
 * @param roots rates that bring the value to nought
 * @param rates rates at which it is known, ascending
 * @example usefulRates([0.18], [-0.5, 0, 0.1, 0.2, 0.5, 2]) // { from: 0, to: 0.3 }
 */
export function usefulRates(
  roots: readonly number[], rates: readonly number[],
): { readonly from: number; readonly to: number } {
  const [first, last] = [rates[0] ?? 0, rates.at(-1) ?? 0];
  const low = Math.min(0, ...roots.map((root) => (root < 0 ? root * 4 / 3 : 0)));
  const high = Math.max(0.3, ...roots.map((root) => root * 4 / 3));
  const tenths = (value: number, round: (value: number) => number): number =>
    round(value * 10 - Math.sign(value) * 1e-9) / 10;
  return { from: Math.max(first, tenths(low, Math.floor)),
    to: Math.min(last, tenths(high, Math.ceil)) };
}

/**
 * How many of the yearly price declines are worth drawing: to 60 % a year, or one beyond the
 * break-even.
 * @example usefulDeclines([0, 0.2, 0.4, 0.6, 0.8], 0.3) // 4
 */
export function usefulDeclines(
  declines: readonly number[], breakEven: number | null,
): number {
  const past = breakEven === null ? -1 : declines.findIndex((decline) => decline > breakEven);
  const usual = declines.findLastIndex((decline) => decline <= 0.6 + 1e-9);
  return Math.max(usual, past) + 1;
}
