import type { ProjectDocument } from '../../../shared/project/record.ts';
import type { PlanAxis } from '../../../shared/search/plans/axis.ts';
import type { CrossoverAnswer } from '../../../shared/search/plans/crossover.ts';
import type { FlipAnswer } from '../../../shared/search/plans/flip.ts';
import type { FigureLimit } from '../../../shared/search/plans/limits.ts';
import type { MixAnswer } from '../../../shared/search/plans/mix.ts';
import type { OptimiseAnswer } from '../../../shared/search/plans/optimise.ts';
import type { SearchProblem } from '../../../shared/search/plans/problem.ts';
import type { PlanSeekAnswer } from '../../../shared/search/plans/seek.ts';
import type { AskedFigure } from '../../../shared/search/plans/subject.ts';
import type { SweepCell } from '../../../shared/search/plans/sweep.ts';

/** What can be asked, in the order shown. */
export const searchKinds = ['sweep', 'seek', 'flip', 'optimise', 'crossover'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** A question as its pickers put it; axes and limits as the command line writes them. */
export type SearchQuestion =
  | { readonly kind: 'sweep'; readonly axes: readonly string[]; readonly figure: string }
  | { readonly kind: 'seek'; readonly figure: string; readonly target: number;
    readonly path: string; readonly lower: number; readonly upper: number }
  | { readonly kind: 'flip'; readonly other: string; readonly figure: string }
  | { readonly kind: 'mix'; readonly objective: string; readonly limits: readonly string[] }
  | { readonly kind: 'optimise'; readonly axes: readonly string[];
    readonly objectives: readonly string[]; readonly limits: readonly string[] }
  | { readonly kind: 'crossover'; readonly across: string; readonly down: string;
    readonly systems: readonly string[] };

/** What a question is asked of. */
export interface Asked {
  readonly document: ProjectDocument;
  readonly scenarioId: string;
  readonly question: SearchQuestion;
}

/** A newer question or `stop` ends the one before. */
export type SearchTask =
  | ({ readonly kind: 'ask'; readonly id: number } & Asked)
  | { readonly kind: 'stop' };

/** The figure at a value of an input; null where there is none. */
export interface CurvePoint {
  readonly value: number;
  readonly figure: number | null;
}

export type SearchAnswer =
  | { readonly kind: 'sweep'; readonly axes: readonly PlanAxis[];
    readonly figure: AskedFigure; readonly cells: readonly SweepCell[] }
  | { readonly kind: 'seek'; readonly found: PlanSeekAnswer;
    readonly curve: readonly CurvePoint[] }
  | { readonly kind: 'flip'; readonly found: FlipAnswer; readonly summary: string;
    readonly sentences: readonly string[] }
  | { readonly kind: 'mix'; readonly found: MixAnswer; readonly objective: AskedFigure }
  | { readonly kind: 'optimise'; readonly found: OptimiseAnswer;
    readonly axes: readonly PlanAxis[]; readonly figures: readonly AskedFigure[];
    readonly objectives: readonly AskedFigure[] }
  | { readonly kind: 'crossover'; readonly across: PlanAxis; readonly down: PlanAxis;
    readonly rows: readonly CrossoverAnswer[] };

/** Why a question has no answer: it cannot be asked, or limits exclude each other. */
export type Refusal = SearchProblem
  | { readonly code: 'contradiction'; readonly one: FigureLimit;
    readonly other: FigureLimit };

export type SearchReply =
  | { readonly kind: 'progress'; readonly id: number; readonly plans: number;
    readonly share: number | null }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: SearchAnswer }
  | { readonly kind: 'refused'; readonly id: number; readonly problem: Refusal }
  | { readonly kind: 'failed'; readonly id: number; readonly detail: string };
