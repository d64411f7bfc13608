import { percentileOfSorted } from '../../../shared/uncertainty/statistics/percentile.ts';
import type { DrawnFigure, Histogram } from './risk-task.ts';

/** Bars of a histogram. */
const bars = 40;
/** Shares of outcomes at the ends of the bars: a few far ones would flatten all others. */
const ends = [0.01, 0.99] as const;

/** Figures of which more is worse. */
const lessIsBetter: ReadonlySet<DrawnFigure> =
  new Set(['headline.costPerMTokUsd', 'headline.paybackMonths']);

const known = (column: Float64Array): Float64Array =>
  column.filter((value) => !Number.isNaN(value));

/**
 * Outcomes of a figure in bars; null where fewer than two draws have it.
 * @param column a value for each draw, NaN where it is absent
 * @example histogramOf(Float64Array.of(1, 2, 3))?.counts.length // 40
 */
export function histogramOf(column: Float64Array): Histogram | null {
  const sorted = known(column).sort();
  if (sorted.length < 2) return null;
  const from = percentileOfSorted(sorted, ends[0]);
  const to = percentileOfSorted(sorted, ends[1]);
  const width = (to - from) / bars;
  const barOf = (value: number): number =>
    (width > 0 ? Math.max(0, Math.min(bars - 1, Math.floor((value - from) / width))) : 0);
  const places = sorted.map(barOf);
  return { from, to,
    counts: Array.from({ length: bars }, (_, bar) => places.filter((at) => at === bar).length) };
}

/** The draw, of those that have the figure, in which something of it is least; the first of several. */
function leastBy(column: Float64Array, sizeOf: (value: number) => number): number | null {
  let [best, least]: [number | null, number] = [null, Infinity];
  for (const [draw, value] of column.entries()) {
    if (Number.isNaN(value) || !(sizeOf(value) < least)) continue;
    [best, least] = [draw, sizeOf(value)];
  }
  return best;
}

/**
 * The draw whose figure lies nearest to a value, the first of several.
 * @returns null where no draw has the figure
 * @example placeNearest(Float64Array.of(3, NaN, 1, 2), 1.8) // 3
 */
export const placeNearest = (column: Float64Array, value: number): number | null =>
  leastBy(column, (each) => Math.abs(each - value));

/**
 * The draw in which a figure is worst: least, or most of a figure of which less is better.
 * @example placeOfWorst(Float64Array.of(3, NaN, 1, 2), 'headline.npvUsd') // 2
 */
export const placeOfWorst = (column: Float64Array, figure: DrawnFigure): number | null =>
  leastBy(column, (each) => (lessIsBetter.has(figure) ? -each : each));
