import type { ServingMode } from '../types.ts';
import type { Outcome } from './cross-validation.ts';
import { groupBy } from './group.ts';
import type { Sample } from './sample.ts';
import { percentile } from './statistics.ts';

/**
 * Errors to state: per cent of a prediction within which four of five measurements lie that
 * the fit had not seen. Cells are shrunk towards what their engine and family do as a whole.
 */
export interface StatedErrors {
  /** By model, family, engine, precision and mode. */
  readonly cells: Readonly<Record<string, number>>;
  /** By family, engine and mode. */
  readonly pairs: Readonly<Record<string, number>>;
  readonly modes: Readonly<Record<ServingMode, number>>;
  /** Of models and accelerators no row held. */
  readonly newModel: Readonly<Record<ServingMode, number>>;
  readonly newAccelerator: Readonly<Record<ServingMode, number>>;
}

/** Share of measurements a stated error is to hold. */
export const STATED_SHARE = 0.8;
/** Rows' worth of trust in the wider group a cell belongs to. */
const SHRINKAGE = 12;
/** What one submitter's repeats differ by, at least, per cent. */
const LEAST = 5;

export interface CellOf {
  readonly modelId: string;
  readonly family: string;
  readonly backend: string;
  readonly precision: string;
  readonly mode: ServingMode;
}

/**
 * Names of the cell and of the pair a prediction belongs to.
 * @example cellKeys(cell).pair // 'hopper|vllm|agg'
 */
export const cellKeys = (
  { modelId, family, backend, precision, mode }: CellOf,
): { cell: string; pair: string } => ({
  cell: [modelId, family, backend, precision, mode].join('|'),
  pair: [family, backend, mode].join('|'),
});

const cellOfSample = ({ point, family, backend }: Sample): CellOf =>
  ({ modelId: point.modelId, family, backend, precision: point.precision, mode: point.mode });

const missOf = ({ throughputRatio }: Outcome): number => Math.abs(throughputRatio - 1) * 100;

/** The value four of five lie below, interpolated as spreadsheets do; null of none. */
function fourOfFive(outcomes: readonly Outcome[]): number | null {
  const sorted = outcomes.map(missOf).sort((a, b) => a - b);
  return sorted.length === 0 ? null : percentile(sorted, STATED_SHARE);
}

/** An error of some rows, drawn towards that of the group around them. */
const shrunk = (own: number, rows: number, around: number): number =>
  Math.max(LEAST, (own * rows + around * SHRINKAGE) / (rows + SHRINKAGE));

const modes: readonly ServingMode[] = ['agg', 'disagg'];

/** A value for each mode from its outcomes; from those of both modes where one has none. */
function byMode(
  outcomes: readonly Outcome[], of: (outcomes: readonly Outcome[]) => number,
): Readonly<Record<ServingMode, number>> {
  const inMode = (mode: ServingMode): number => {
    const own = outcomes.filter(({ sample }) => sample.point.mode === mode);
    return of(own.length === 0 ? outcomes : own);
  };
  return { agg: inMode('agg'), disagg: inMode('disagg') };
}

/**
 * The least error that, where no smaller than what is stated anyway, holds four of five
 * outcomes; the least of all where there are none.
 */
function atLeast(outcomes: readonly Outcome[], stated: (outcome: Outcome) => number): number {
  const beyond = outcomes.filter((outcome) => missOf(outcome) > stated(outcome)).map(missOf)
    .sort((a, b) => a - b);
  const inside = outcomes.length - beyond.length;
  return beyond[Math.ceil(STATED_SHARE * outcomes.length) - inside - 1] ?? LEAST;
}

/**
 * Errors to state, from predictions of rows that were left out of the fit.
 * @param known rows left out while others of their model and accelerator stayed: with their
 *   month for what a new campaign misses by, at random for one that was seen
 * @param withoutModel rows left out with all others of their model
 * @param withoutAccelerator rows left out with all others of their accelerator
 */
export function stateErrors(
  known: readonly Outcome[], withoutModel: readonly Outcome[],
  withoutAccelerator: readonly Outcome[],
): StatedErrors {
  const inModes = byMode(known, (outcomes) => fourOfFive(outcomes) ?? LEAST);
  const pairs: Record<string, number> = {};
  const cells: Record<string, number> = {};
  for (const [key, rows] of groupBy(known, ({ sample }) => cellKeys(cellOfSample(sample)).pair)) {
    const mode = modes.find((one) => key.endsWith(`|${one}`)) ?? 'agg';
    pairs[key] = shrunk(fourOfFive(rows) ?? LEAST, rows.length, inModes[mode]);
  }
  for (const [key, rows] of groupBy(known, ({ sample }) => cellKeys(cellOfSample(sample)).cell)) {
    const [first] = rows;
    if (first === undefined) continue;
    const around = pairs[cellKeys(cellOfSample(first.sample)).pair] ?? LEAST;
    cells[key] = shrunk(fourOfFive(rows) ?? LEAST, rows.length, around);
  }
  const around = ({ sample }: Outcome): number => {
    const of = cellOfSample(sample);
    return pairs[cellKeys(of).pair] ?? inModes[of.mode];
  };
  const own = (outcome: Outcome): number =>
    cells[cellKeys(cellOfSample(outcome.sample)).cell] ?? around(outcome);
  return {
    cells, pairs, modes: inModes,
    newModel: byMode(withoutModel, (outcomes) => atLeast(outcomes, around)),
    newAccelerator: byMode(withoutAccelerator, (outcomes) => atLeast(outcomes, own)),
  };
}

/** What of a prediction no calibrated row shares. */
export interface Unknown {
  readonly model: boolean;
  readonly accelerator: boolean;
}

/**
 * The error to state for a prediction, per cent: that of its cell, else of what is known of
 * its pair; with a model or an accelerator no row held at least what leaving one out gave.
 * Rows left out with their accelerator are often the last of their model too, so that the
 * larger of both holds where both are new.
 */
export function statedError(errors: StatedErrors, of: CellOf, unknown: Unknown): number {
  const { cell, pair } = cellKeys(of);
  const around = errors.pairs[pair] ?? errors.modes[of.mode];
  const own = errors.cells[cell] ?? around;
  const { newModel: model, newAccelerator: accelerator } = errors;
  return Math.max(unknown.model ? around : own, unknown.model ? model[of.mode] : 0,
    unknown.accelerator ? accelerator[of.mode] : 0);
}

/** What of a sample no row of these shares, by family, engine and mode as predictions ask it. */
export function unknownAmong(rows: readonly Sample[]): (sample: Sample) => Unknown {
  const held = groupBy(rows, (sample) => cellKeys(cellOfSample(sample)).pair);
  return (sample) => {
    const like = held.get(cellKeys(cellOfSample(sample)).pair) ?? [];
    return {
      model: !like.some(({ point }) => point.modelId === sample.point.modelId),
      accelerator: !like.some(({ point }) => point.acceleratorId === sample.point.acceleratorId),
    };
  };
}

/** How many outcomes lie within the error stated for them. */
export const insideOf = (
  errors: StatedErrors, outcomes: readonly Outcome[], unknownOf: (sample: Sample) => Unknown,
): number => outcomes.filter((outcome) => missOf(outcome)
  <= statedError(errors, cellOfSample(outcome.sample), unknownOf(outcome.sample))).length;

/** Share of outcomes that lie within the error stated for them, 0..1; null of none. */
export const coverageOf = (
  errors: StatedErrors, outcomes: readonly Outcome[], unknownOf: (sample: Sample) => Unknown,
): number | null =>
  (outcomes.length === 0 ? null : insideOf(errors, outcomes, unknownOf) / outcomes.length);
