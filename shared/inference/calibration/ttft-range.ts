import type { ServingMode } from '../types.ts';
import type { Outcome } from './cross-validation.ts';
import { groupBy } from './group.ts';
import { percentile } from './statistics.ts';

/**
 * Factors on the first token the equations give, between which four of five measurements
 * lie: one of ten is sooner, one of ten later.
 */
export interface TtftRange {
  readonly low: number;
  readonly high: number;
}

/** Ranges of engines by their mode, and of each mode for engines no row held. */
export interface TtftRanges {
  readonly pairs: Readonly<Record<string, TtftRange>>;
  readonly modes: Readonly<Record<ServingMode, TtftRange>>;
}

/** Rows' worth of trust in the mode an engine is one of. */
const SHRINKAGE = 12;
/** Shares of the measurements that are sooner than the range and than its end. */
const SOONER = 0.1;
const LATER = 0.9;
/** Where nothing was measured: the range of all engines before they were told apart. */
const unmeasured: TtftRange = { low: 0.6, high: 1.65 };

const pairOf = (backend: string, mode: ServingMode): string => `${backend}|${mode}`;

/** Measured over predicted, ascending; of the outcomes whose first token was measured. */
const factorsOf = (outcomes: readonly Outcome[]): readonly number[] =>
  outcomes.flatMap(({ ttftRatio }) => (ttftRatio === null ? [] : 1 / ttftRatio))
    .sort((a, b) => a - b);

/** The range of some outcomes, each end drawn in its logarithm towards that around them. */
function rangeOf(outcomes: readonly Outcome[], around: TtftRange, shrinkage: number): TtftRange {
  const factors = factorsOf(outcomes);
  if (factors.length === 0) return around;
  const end = (share: number, wider: number): number =>
    Math.exp((Math.log(percentile(factors, share)) * factors.length
      + Math.log(wider) * shrinkage) / (factors.length + shrinkage));
  return { low: end(SOONER, around.low), high: end(LATER, around.high) };
}

/**
 * Ranges to print beside a predicted first token, from rows left out of the fit.
 * @example rangeTtft([]).modes.agg // { low: 0.6, high: 1.65 }
 */
export function rangeTtft(outcomes: readonly Outcome[]): TtftRanges {
  const inMode = (mode: ServingMode): TtftRange => rangeOf(
    outcomes.filter(({ sample }) => sample.point.mode === mode), unmeasured, 0);
  const modes = { agg: inMode('agg'), disagg: inMode('disagg') };
  const groups = groupBy(outcomes, ({ sample }) => pairOf(sample.backend, sample.point.mode));
  const pairs = Object.fromEntries([...groups].flatMap(([key, rows]) => {
    const mode = rows[0]?.sample.point.mode;
    return mode === undefined ? [] : [[key, rangeOf(rows, modes[mode], SHRINKAGE)]];
  }));
  return { pairs, modes };
}

/**
 * The range of an engine in a mode.
 * @example ttftRange(rangeTtft([]), 'vllm', 'agg') // { low: 0.6, high: 1.65 }
 */
export const ttftRange = (
  { pairs, modes }: TtftRanges, backend: string, mode: ServingMode,
): TtftRange => pairs[pairOf(backend, mode)] ?? modes[mode];

/** Rows whose first token was measured, and how many of them lie within their range. */
export function ttftCoverage(
  ranges: TtftRanges, outcomes: readonly Outcome[],
): { readonly rows: number; readonly inside: number } {
  const measured = outcomes.filter(({ ttftRatio }) => ttftRatio !== null);
  const inside = measured.filter(({ ttftRatio, sample }) => {
    const { low, high } = ttftRange(ranges, sample.backend, sample.point.mode);
    const factor = 1 / (ttftRatio ?? Infinity);
    return factor >= low && factor <= high;
  });
  return { rows: measured.length, inside: inside.length };
}
