import type { ProjectDocument } from '../../../shared/project/record.ts';
import type { PlanAxis } from '../../../shared/search/plans/axis.ts';
import type { FlipAnswer } from '../../../shared/search/plans/flip.ts';
import type { MixAnswer } from '../../../shared/search/plans/mix.ts';
import type { SearchProblem } from '../../../shared/search/plans/problem.ts';
import type { PlanSeekAnswer } from '../../../shared/search/plans/seek.ts';
import type { AskedFigure } from '../../../shared/search/plans/subject.ts';
import type { SweepCell } from '../../../shared/search/plans/sweep.ts';

/** An input and the values it is given. */
export interface AskedAxis {
  readonly path: string;
  readonly label: string;
  readonly unit: PlanAxis['unit'];
  readonly values: readonly number[];
}

/** What a search is asked. */
export type SearchQuestion =
  | { readonly kind: 'sweep'; readonly axes: readonly AskedAxis[]; readonly figure: string }
  | { readonly kind: 'seek'; readonly figure: string; readonly target: number;
    readonly path: string; readonly lower: number; readonly upper: number }
  | { readonly kind: 'flip'; readonly other: string; readonly figure: string }
  | { readonly kind: 'mix'; readonly figure: string };
export type SearchKind = SearchQuestion['kind'];

/** A figure over the input that is varied, for the picture of a search. */
export interface CurvePoint {
  readonly value: number;
  readonly figure: number | null;
}

/** What a search found. */
export type SearchAnswer =
  | { readonly kind: 'sweep'; readonly axes: readonly AskedAxis[];
    readonly figure: AskedFigure; readonly cells: readonly SweepCell[] }
  | { readonly kind: 'seek'; readonly found: PlanSeekAnswer;
    readonly curve: readonly CurvePoint[] }
  | { readonly kind: 'flip'; readonly found: FlipAnswer; readonly summary: string;
    readonly sentences: readonly string[] }
  | { readonly kind: 'mix'; readonly found: MixAnswer; readonly figure: AskedFigure };

/** The answer of one kind of question. */
export type AnswerOf<K extends SearchKind> = Extract<SearchAnswer, { readonly kind: K }>;

/** What the page asks of its worker; another question, or `stop`, ends the one before. */
export type SearchTask =
  | { readonly kind: 'ask'; readonly id: number; readonly document: ProjectDocument;
    readonly scenarioId: string; readonly question: SearchQuestion }
  | { readonly kind: 'stop' };

export type SearchReply =
  /** `share` 0..1; a sweep brings what it has so far. */
  | { readonly kind: 'progress'; readonly id: number; readonly share: number;
    readonly plans: number; readonly answer: SearchAnswer | null }
  | { readonly kind: 'done'; readonly id: number; readonly answer: SearchAnswer }
  | { readonly kind: 'refused'; readonly id: number; readonly problem: SearchProblem }
  | { readonly kind: 'failed'; readonly id: number; readonly detail: string };
