import type { SamplingMethod } from '../sampling/sampler.ts';

/** How many draws, from which points, of which figures. */
export interface RunOptions {
  readonly draws: number;
  readonly seed: number;
  readonly method: SamplingMethod;
  /** Keys of the figures kept of every draw. */
  readonly figures: readonly string[];
  /**
   * Ids of all inputs that have a coordinate, in order; those switched on when left out.
   * Scenarios that are compared share one list, so that they meet the same draws.
   */
  readonly dimensions?: readonly string[];
}

/** Figures kept unless others are asked for. */
export const usualFigures: readonly string[] = [
  'headline.npvUsd', 'headline.irr', 'headline.costPerMTokUsd', 'headline.paybackMonths',
  'headline.moic', 'headline.dscrMin', 'headline.revenueUsd', 'headline.opexUsd',
  'headline.capexUsd', 'headline.tokensTotalM', 'headline.tokensPerSecondPeak',
  'headline.facilityMw', 'headline.pueAnnual', 'headline.joulesPerToken',
  'headline.accelerators',
];

/** Why a draw has no plan that could be built, e.g. `no-point-meets-limits rackGroup.chat`. */
export type Cause = string;

/** Draws that were evaluated: part of a run, by the numbers of its draws. */
export interface Block {
  /** First draw, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Figures one after another, each draw by draw; NaN where one is absent. */
  readonly values: Float64Array;
  /** Draws that cannot be built as asked, by number. */
  readonly infeasible: readonly (readonly [draw: number, cause: Cause])[];
  /** How often a figure was absent, by figure and reason. */
  readonly absent: readonly (readonly [figure: string, code: string, count: number])[];
}

export interface RunProgress {
  readonly done: number;
  readonly total: number;
}
