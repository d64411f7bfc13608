import type { Unit } from './unit.ts';

/**
 * Something outside the computation that a figure rests on: an input field, a cited
 * catalogue value, a measurement.
 */
export type TraceSource =
  | { readonly kind: 'field'; readonly path: string }
  | { readonly kind: 'catalog'; readonly ref: string }
  | { readonly kind: 'measured'; readonly id: string };

/** What a figure was computed from: another figure, or a source. */
export type TraceInput = { readonly kind: 'figure'; readonly key: string } | TraceSource;

/** Why a figure is absent. Closed set; sentences live with the renderer and the CLI. */
export type AbsentCode =
  | 'no-source-value' | 'no-feasible-point' | 'no-racks' | 'no-revenue' | 'no-sign-change'
    | 'not-within-horizon'
  | 'no-debt' | 'no-climate' | 'not-priced' | 'upstream-absent' | 'no-tokens'
  | 'not-convergent' | 'several-rates' | 'beyond-range' | 'not-finite' | 'not-buildable';

export interface Absent {
  readonly code: AbsentCode;
  /** What is missing, in a few plain words: a field label, a catalogue figure, a system. */
  readonly detail: string;
}

/**
 * One number of a plan: its value or the reason there is none, its unit, and how it came about.
 * `formula` is an id of the formula register; `inputs` lead on, figure by figure, down to
 * sources; `reads` is everything the computation read, recorded while it ran.
 */
export interface Figure {
  readonly key: string;
  readonly value: number | null;
  readonly unit: Unit;
  readonly formula: string;
  readonly inputs: readonly TraceInput[];
  readonly reads: readonly TraceSource[];
  readonly absent?: Absent;
}

/**
 * A line of the formula register. `expression` is plain text in the symbols the inputs
 * carry.
 */
export interface Formula {
  readonly id: string;
  readonly label: string;
  readonly expression: string;
  readonly source: string;
}

export const byFigure = (key: string): TraceInput => ({ kind: 'figure', key });
