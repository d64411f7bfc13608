import { percentileOfSorted } from '../../../shared/uncertainty/statistics/percentile.ts';
import type { DrawnFigure, Histogram, Outcome } from './risk-task.ts';

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

const shareOf: Readonly<Record<Outcome, number>> = { worst: 0, p10: 0.1, p50: 0.5, p90: 0.9 };

/**
 * The draw of an outcome: the nearest to the percentile of the figure, or the worst there is.
 * Percentiles count outcomes below, also of figures of which less is better.
 * @returns null where no draw has the figure
 * @example placeOfOutcome(Float64Array.of(3, NaN, 1, 2), 'p50', 'headline.npvUsd') // 3
 */
export function placeOfOutcome(
  column: Float64Array, outcome: Outcome, figure: DrawnFigure,
): number | null {
  const order = [...column.keys()].filter((draw) => !Number.isNaN(column[draw]))
    .sort((a, b) => (column[a] ?? NaN) - (column[b] ?? NaN) || a - b);
  const share = outcome === 'worst' && lessIsBetter.has(figure) ? 1 : shareOf[outcome];
  return order[Math.round((order.length - 1) * share)] ?? null;
}
