import type { ConstantName } from '../constants.ts';
import type { FittedConstants } from '../parameters.ts';
import type { Outcome } from './cross-validation.ts';
import { predictSamples } from './cross-validation.ts';
import type { Fit } from './fit.ts';
import { groupBy } from './group.ts';
import type { Sample } from './sample.ts';
import type { ErrorStatistics } from './statistics.ts';
import { summariseRatios } from './statistics.ts';
import type { WattShares } from '../watts.ts';
import { isServing } from './max-load.ts';
import { stateErrors, type StatedErrors } from './error-cells.ts';
import { rangeTtft, type TtftRange, type TtftRanges } from './ttft-range.ts';

/** What a pair of accelerator family and engine was fitted to, and how well. */
export interface CalibrationCell extends ErrorStatistics {
  readonly family: string;
  readonly backend: string;
  /** First and last date the rows state; null where none does. */
  readonly from: string | null;
  readonly to: string | null;
  readonly rows: number;
  readonly models: readonly string[];
  readonly accelerators: readonly string[];
  /** Of these, what ran with prefill and decode on accelerators of their own. */
  readonly disaggregated: {
    readonly models: readonly string[]; readonly accelerators: readonly string[]
  };
  /** Widest instance in the rows. */
  readonly widest: number;
}

/**
 * Everything a calibration leaves behind: the shipped constants and what stands behind
 * them.
 */
export interface CalibrationRecord extends FittedConstants {
  /** The latest date a measured row states: constants describe the software of that time. */
  readonly date: string;
  readonly sources: readonly string[];
  /** Serving rows that were not fitted to, by reason. */
  readonly setAside: Readonly<Record<string, number>>;
  readonly cells: readonly CalibrationCell[];
  /** What error to state for a prediction, by what is known of its like. */
  readonly errors: StatedErrors;
  /** The range to print beside a first token. */
  readonly ttft: TtftRanges;
  /** Watts while working and waiting. */
  readonly watts: WattShares;
}

const unique = (items: readonly string[]): readonly string[] => [...new Set(items)].sort();

function describeCell(outcomes: readonly Outcome[]): CalibrationCell | null {
  const first = outcomes[0];
  const statistics = summariseRatios(outcomes.map((outcome) => outcome.throughputRatio));
  if (first === undefined || statistics === null) return null;
  const points = outcomes.map(({ sample }) => sample.point);
  const disaggregated = points.filter(({ mode }) => mode === 'disagg');
  const dates = points.flatMap(({ date }) => date ?? []).sort();
  return {
    family: first.sample.family, backend: first.sample.backend,
    from: dates[0] ?? null, to: dates.at(-1) ?? null,
    rows: points.length, models: unique(points.map((point) => point.modelId)),
    accelerators: unique(points.map((point) => point.acceleratorId)),
    disaggregated: {
      models: unique(disaggregated.map((point) => point.modelId)),
      accelerators: unique(disaggregated.map((point) => point.acceleratorId)),
    },
    widest: Math.max(...outcomes.map(({ sample: { layout } }) => layout.t * layout.d)),
    medianAbsPct: round(statistics.medianAbsPct, 3), p90AbsPct: round(statistics.p90AbsPct, 3),
    bias: round(statistics.bias, 4),
  };
}

/** Shortens a number to some significant digits, as generated files print it. */
export function round(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

function shorten<T extends Readonly<Partial<Record<ConstantName, number>>>>(constants: T): T {
  return Object.fromEntries(
    Object.entries(constants).map(([name, value]) => [name, round(value, 4)]),
  ) as T;
}

function shortenAll<T extends Readonly<Partial<Record<ConstantName, number>>>>(
  levels: Readonly<Record<string, T>>,
) {
  return Object.fromEntries(
    Object.entries(levels).map(([key, constants]) => [key, shorten(constants)]),
  );
}

const shortenNumbers = <T extends Readonly<Record<string, number>>>(numbers: T): T =>
  Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, round(value, 3)])) as T;

const shortenErrors = (errors: StatedErrors): StatedErrors => ({
  cells: shortenNumbers(errors.cells), pairs: shortenNumbers(errors.pairs),
  modes: shortenNumbers(errors.modes), newModel: shortenNumbers(errors.newModel),
  newAccelerator: shortenNumbers(errors.newAccelerator),
});

const shortenRanges = <T extends Readonly<Record<string, TtftRange>>>(ranges: T): T =>
  Object.fromEntries(Object.entries(ranges).map(([key, { low, high }]) =>
    [key, { low: round(low, 3), high: round(high, 3) }])) as T;

/** What rows left out say of predictions: errors to state, and the range of first tokens. */
export interface Stated {
  readonly errors: StatedErrors;
  readonly ttft: TtftRanges;
}

const shortenWatts = ({ working, waiting, families }: WattShares): WattShares => ({
  working: round(working, 3), waiting: round(waiting, 3),
  families: Object.fromEntries(Object.entries(families).map(([name, factor]) =>
    [name, round(factor, 3)])),
});

/**
 * The record of a fit: constants to four digits and the residuals of every family and
 * engine.
 * @param stated what rows left out say; from the rows fitted if absent
 * @param watts shares of the limit drawn, from measured watts
 * @param setAside serving rows that were left out before the fit, by reason; none if absent
 */
export function recordCalibration(
  samples: readonly Sample[], fit: Fit, watts: WattShares, stated?: Stated,
  setAside: Readonly<Record<string, number>> = {},
): CalibrationRecord {
  const { base, families, backends } = fit.constants;
  const constants: FittedConstants = {
    base: shorten(base), families: shortenAll(families), backends: shortenAll(backends),
  };
  const serving = predictSamples(samples.filter(isServing), { constants });
  const ttft = stated?.ttft ?? rangeTtft(serving);
  const cells =
    [...groupBy(serving, ({ sample }) => `${sample.family}|${sample.backend}`).values()]
    .flatMap((outcomes) => describeCell(outcomes) ?? []);
  return {
    ...constants, date: cells.flatMap(({ to }) => to ?? []).sort().at(-1) ?? '',
    sources: unique(samples.map(({ point }) => point.source)), setAside, cells,
    errors: shortenErrors(stated?.errors ?? stateErrors(serving, serving, serving)),
    ttft: { pairs: shortenRanges(ttft.pairs), modes: shortenRanges(ttft.modes) },
    watts: shortenWatts(watts),
  };
}
