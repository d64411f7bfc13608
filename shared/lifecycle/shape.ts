/** Parts a generated day is cut into: hours. */
const parts = 24;

/**
 * A daily load curve with a given busiest hour, mean 1. Up to twice the mean it is a
 * cosine about the mean; above, a cosine bell raised to the power that gives the peak.
 * @param peakToAverage busiest hour over mean, 1..20; at most 24
 * @returns 24 factors, first the busiest
 * @throws RangeError outside 1..24
 * @example Math.max(...shapeFromPeak(1.5)) // 1.5
 */
export function shapeFromPeak(peakToAverage: number): readonly number[] {
  if (!(peakToAverage >= 1 && peakToAverage <= parts)) {
    throw new RangeError(`peak to average is ${peakToAverage}`);
  }
  if (last.peakToAverage !== peakToAverage)
    last = { peakToAverage, shape: makeShape(peakToAverage) };
  return last.shape;
}

/** Plans ask for one curve again and again. */
let last: { readonly peakToAverage: number; readonly shape: readonly number[] } =
  { peakToAverage: NaN, shape: [] };

const cosines = Array.from({ length: parts },
  (_, hour) => Math.cos((2 * Math.PI * hour) / parts));

function makeShape(peakToAverage: number): readonly number[] {
  if (peakToAverage <= 2) return cosines.map((c) => 1 + (peakToAverage - 1) * c);
  const bell = (power: number): readonly number[] => {
    const raw = cosines.map((c) => ((1 + c) / 2) ** power);
    const mean = raw.reduce((sum, x) => sum + x, 0) / parts;
    return raw.map((x) => x / mean);
  };
  let low = 1;
  let high = 1e4;
  for (let step = 0; step < 80; step++) {
    const middle = Math.sqrt(low * high);
    if ((bell(middle)[0] ?? 0) < peakToAverage) low = middle;
    else high = middle;
  }
  return bell(high);
}

/**
 * A weekly load curve of 168 hours from Monday: five days and two of a weekend, mean 1.
 * @param peakToAverage busiest hour over mean of each day, 1..20
 * @param weekendShare mean of a weekend day over that of a working day, 0..2
 * @example weekFromDay(1.5, 1).length // 168
 */
export function weekFromDay(peakToAverage: number, weekendShare: number): readonly number[] {
  if (!(weekendShare >= 0 && weekendShare <= 2))
    throw new RangeError(`weekend share is ${weekendShare}`);
  const day = shapeFromPeak(peakToAverage);
  return normaliseShape(Array.from({ length: 7 }, (_, at) =>
    day.map((x) => x * (at < 5 ? 1 : weekendShare))).flat());
}

/**
 * A load curve scaled to mean 1.
 * @throws RangeError when empty, negative, not finite or all zero
 * @example normaliseShape([1, 3]) // [0.5, 1.5]
 */
export function normaliseShape(values: readonly number[]): readonly number[] {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  if (!(mean > 0) || values.some((x) => !(x >= 0) || !Number.isFinite(x))) {
    throw new RangeError('a load shape needs finite values >= 0 with a mean above 0');
  }
  return values.map((x) => x / mean);
}

/**
 * Hour loads with a given mean that follow a shape but stay at or below full: s * shape
 * capped at 1 with the s that keeps the mean. Demand stated as a share of capacity is
 * what is sold, so no part of it is lost; where the shape's empty hours leave no room for
 * the mean, the load is flat.
 * @param descending shape with mean 1, sorted from the busiest hour
 * @param out receives one load per part, busiest first; same length as `descending`
 * @example const out = new Float64Array(2); fillLoads([1.5, 0.5], 0.8, out); out // [1, 0.6]
 */
export function fillLoads(
  descending: readonly number[], mean: number, out: Float64Array,
): void {
  const count = descending.length;
  if (mean >= 1) {
    out.fill(1);
    return;
  }
  let rest = count;
  for (let full = 0; full < count; full++) {
    if (rest < 1e-9) break;
    const scale = (mean * count - full) / rest;
    if (scale * (descending[full] ?? 0) <= 1) {
      for (let at = 0; at < count; at++)
        out[at] = at < full ? 1 : scale * (descending[at] ?? 0);
      return;
    }
    rest -= descending[full] ?? 0;
  }
  out.fill(mean);
}
