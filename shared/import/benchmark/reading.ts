import type { Note } from '../report.ts';

/** What a result file says of one run, before anybody adds to it. Null: it does not say. */
export interface Reading {
  /** The tool that wrote it. */
  readonly format: string;
  /** Measured under load, measured without (all requests at once), or computed. */
  readonly kind: 'measurement' | 'offline' | 'prediction';
  readonly date: string | null;
  /** Names of the model as written, the most telling first. */
  readonly models: readonly string[];
  readonly system: string | null;
  readonly precision: string | null;
  readonly framework: string | null;
  readonly frameworkVersion: string | null;
  readonly mode: 'agg' | 'disagg';
  readonly tp: number | null;
  readonly pp: number | null;
  /** Attention is dealt out over the ranks instead of cut. */
  readonly dpAttention: boolean;
  /** Widths of another cut that the equations do not know. */
  readonly otherCut: string | null;
  readonly ep: number | null;
  readonly accelerators: number | null;
  readonly prefillWorkers: number | null;
  readonly prefillAccelerators: number | null;
  readonly decodeWorkers: number | null;
  readonly decodeAccelerators: number | null;
  readonly isl: number | null;
  readonly osl: number | null;
  /** Mean length over the nominal one. */
  readonly lengthFactor: number;
  /** Most users at a time, as asked. */
  readonly concurrency: number | null;
  /** Users in flight on average, as measured. */
  readonly inFlight: number | null;
  /** Requests per second asked for; null where they came as fast as users were free. */
  readonly requestRate: number | null;
  /** Requests sent in all. */
  readonly requests: number | null;
  readonly completed: number | null;
  readonly failed: number | null;
  readonly isCancelled: boolean;
  /** Requests per second served. */
  readonly requestsPerSec: number | null;
  readonly statistic: 'mean' | 'median';
  readonly ttftMs: number | null;
  readonly tpotMs: number | null;
  /** Whole time of a request. */
  readonly e2eMs: number | null;
  readonly outputTokPerSec: number | null;
  readonly totalTokPerSec: number | null;
  /** Stated per accelerator, where that is how the file states it. */
  readonly outputPerAccelerator: number | null;
  readonly speculative: boolean | null;
  readonly acceptLength: number | null;
  /** A kind of load other than requests of one length, in the words of its maker. */
  readonly scenario: string | null;
  /** A word of the file that the run does not count, e.g. INVALID. */
  readonly invalid: string | null;
  readonly notes: readonly Note[];
}

/** A reading of nothing. */
export const blank: Reading = {
  format: '', kind: 'measurement', date: null, models: [], system: null, precision: null,
  framework: null, frameworkVersion: null, mode: 'agg', tp: null, pp: null,
  dpAttention: false, otherCut: null, ep: null, accelerators: null, prefillWorkers: null,
  prefillAccelerators: null, decodeWorkers: null, decodeAccelerators: null, isl: null,
  osl: null, lengthFactor: 1, concurrency: null, inFlight: null, requestRate: null,
  requests: null, completed: null, failed: null, isCancelled: false, requestsPerSec: null,
  statistic: 'mean', ttftMs: null, tpotMs: null, e2eMs: null, outputTokPerSec: null,
  totalTokPerSec: null, outputPerAccelerator: null, speculative: null, acceptLength: null,
  scenario: null, invalid: null, notes: [],
};

/** A whole number of tokens from a mean; null stays null. */
export const rounded = (value: number | null): number | null =>
  (value === null ? null : Math.round(value));

/** The first number above nought, null where there is none. */
export const firstOf = (...values: readonly (number | null)[]): number | null =>
  values.find((value) => value !== null && value > 0) ?? null;

/** Names that are there, without repetition. */
export const namesOf = (...names: readonly string[]): readonly string[] =>
  [...new Set(names.filter((name) => name !== ''))];

/** A date in ISO from the forms result files write: 20251029-153000 or ISO. */
export function dateOf(text: string): string | null {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})/u.exec(text);
  return match === null ? null : match.slice(1, 4).join('-');
}
