import type { ProjectDocument } from '../../../shared/project/record.ts';
import type { UncertainInput } from '../../../shared/uncertainty/assumptions/types.ts';
import type { RunSummary } from '../../../shared/uncertainty/runs/summary.ts';

/** Figures whose spread can be shown, in this order; the first is shown first. */
export const figuresDrawn = [
  'headline.npvUsd', 'headline.costPerMTokUsd', 'headline.irr', 'headline.paybackMonths',
] as const;
export type DrawnFigure = (typeof figuresDrawn)[number];

/** What outcome is asked for as a scenario: by share of outcomes below it, or the least. */
export const outcomes = ['worst', 'p10', 'p50', 'p90'] as const;
export type Outcome = (typeof outcomes)[number];

/** A state of the project with what is switched off and how it is drawn. */
export interface RiskQuestion {
  readonly scenarioId: string;
  readonly draws: number;
  readonly seed: number;
  /** Ids of inputs whose switch is not as it comes. */
  readonly switched: readonly string[];
}

/** What the page asks of its worker; a newer question or `stop` ends the one before. */
export type RiskTask =
  | ({ readonly kind: 'ask'; readonly id: number;
    readonly document: ProjectDocument }
    & RiskQuestion)
  | { readonly kind: 'stop' }
  | { readonly kind: 'outcome'; readonly id: number; readonly figure: DrawnFigure;
    readonly outcome: Outcome };

/** Outcomes of a figure in bars of equal width; those beyond the ends are in the last ones. */
export interface Histogram {
  readonly from: number;
  readonly to: number;
  readonly counts: readonly number[];
}

/** How a figure goes with an input over all draws. */
export interface InputDriver {
  readonly id: string;
  readonly rankCorrelation: number | null;
}

/** A run as far as it has come. */
export interface RiskView {
  readonly inputs: readonly UncertainInput[];
  readonly summary: RunSummary;
  readonly histograms: Readonly<Record<DrawnFigure, Histogram | null>>;
  /** By figure, strongest first; none before the run is complete. */
  readonly drivers: Readonly<Partial<Record<DrawnFigure, readonly InputDriver[]>>>;
}

/** The fields of a draw, as a scenario is to say them. */
export interface OutcomeFields {
  readonly draw: number;
  readonly value: number;
  readonly fields: readonly (readonly [path: string, value: number])[];
}

export type RiskReply =
  | { readonly kind: 'view'; readonly id: number; readonly view: RiskView;
    readonly done: boolean }
  | { readonly kind: 'none'; readonly id: number }
  | { readonly kind: 'outcome'; readonly id: number; readonly figure: DrawnFigure;
    readonly outcome: Outcome; readonly found: OutcomeFields | null }
  | { readonly kind: 'failed'; readonly id: number; readonly detail: string };
