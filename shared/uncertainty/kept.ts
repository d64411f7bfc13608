import type { Plan } from '../plan/types.ts';
import type { RunSummary } from './runs/summary.ts';
import type { RunOptions } from './runs/types.ts';

/** Percentiles of a figure by the share of futures below; null where there is no such value. */
export interface KeptSpread {
  readonly mean: number | null;
  readonly p10: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
}

/** An input and how a figure goes with it, -1..1. */
export interface KeptDriver {
  readonly label: string;
  readonly rankCorrelation: number;
}

/** What of a run is kept with the project. */
export interface KeptRun {
  readonly draws: number;
  readonly seed: number;
  readonly method: string;
  /** Inputs that were uncertain, and those that could have been. */
  readonly uncertain: number;
  readonly inputs: number;
  readonly figures: Readonly<Record<string, KeptSpread>>;
  /** Shares of futures by what is told of them. */
  readonly probabilities: Readonly<Record<string, number>>;
  /** Of the net present value, strongest first. */
  readonly drivers: readonly KeptDriver[];
}

/** Drivers kept; the rest is on the Risk screen. */
const mostDrivers = 8;
/** Longer texts are none of ours. */
const longest = 20_000;
const mostEntries = 40;

/** What is known of a run that is to be kept. */
export interface Keepable {
  readonly options: Pick<RunOptions, 'draws' | 'seed' | 'method'>;
  readonly uncertain: number;
  readonly inputs: number;
  readonly summary: Pick<RunSummary, 'figures' | 'probabilities'>;
  readonly drivers: readonly { readonly label: string; readonly rankCorrelation: number | null }[];
}

const short = (value: number | null): number | null =>
  (value === null ? null : Number(value.toPrecision(8)));

/** The text under which a run is kept in a project. */
export function printKept({ options, uncertain, inputs, summary, drivers }: Keepable): string {
  const kept: KeptRun = {
    draws: options.draws, seed: options.seed, method: options.method, uncertain, inputs,
    figures: Object.fromEntries(Object.entries(summary.figures).map(([key, { mean, p10, p50, p90 }]) =>
      [key, { mean: short(mean), p10: short(p10), p50: short(p50), p90: short(p90) }])),
    probabilities: Object.fromEntries(Object.entries(summary.probabilities)
      .flatMap(([key, { value }]) => (value === null ? [] : [[key, value]]))),
    drivers: drivers.flatMap(({ label, rankCorrelation }) =>
      (rankCorrelation === null ? [] : [{ label, rankCorrelation: Number(rankCorrelation.toPrecision(4)) }]))
      .slice(0, mostDrivers),
  };
  return JSON.stringify(kept);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);
const isCount = (value: unknown): value is number =>
  isNumber(value) && Number.isInteger(value) && value >= 0;
const isShare = (value: unknown): value is number => isNumber(value) && value >= 0 && value <= 1;
const isSpread = (value: unknown): value is KeptSpread => {
  if (!isRecord(value)) return false;
  const { mean, p10, p50, p90 } = value;
  if (![mean, p10, p50, p90].every((each) => each === null || isNumber(each))) return false;
  const known = [p10, p50, p90].filter(isNumber);
  return known.every((each, place) => place === 0 || each >= (known[place - 1] ?? each));
};
const isDriver = (value: unknown): value is KeptDriver => isRecord(value)
  && typeof value['label'] === 'string' && value['label'].length <= 200
  && isNumber(value['rankCorrelation']) && Math.abs(value['rankCorrelation']) <= 1;

/**
 * Reads a kept run. A project file may come from a stranger: what is not just what `printKept`
 * writes is no run.
 * @example readKept('{}') // null
 */
export function readKept(text: string): KeptRun | null {
  if (text === '' || text.length > longest) return null;
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(found)) return null;
  const { draws, seed, method, uncertain, inputs, figures, probabilities, drivers } = found;
  const sound = isCount(draws) && draws > 0 && isCount(seed) && typeof method === 'string'
    && method.length <= 20 && isCount(uncertain) && isCount(inputs)
    && uncertain <= inputs
    && isRecord(figures) && Object.keys(figures).length <= mostEntries
    && Object.values(figures).every(isSpread)
    && isRecord(probabilities) && Object.keys(probabilities).length <= mostEntries
    && Object.values(probabilities).every(isShare)
    && Array.isArray(drivers) && drivers.length <= mostDrivers && drivers.every(isDriver);
  // every part was looked at
  return sound ? found as unknown as KeptRun : null;
}

/** A run kept with a plan, and whether the plan is still the one it was drawn from. */
export interface KeptOf {
  readonly run: KeptRun;
  readonly fresh: boolean;
}

/** The run kept with the scenario of a plan; null where none is. */
export function keptOf(plan: Pick<Plan, 'inputs' | 'hash'>): KeptOf | null {
  const { of, summary } = plan.inputs.keptRun.values;
  const run = of === '' ? null : readKept(summary);
  return run === null ? null : { run, fresh: of === plan.hash };
}

/** The run of a plan as it stands; null where none was kept since its last change. */
export const freshRun = (plan: Pick<Plan, 'inputs' | 'hash'>): KeptRun | null => {
  const kept = keptOf(plan);
  return kept?.fresh === true ? kept.run : null;
};
