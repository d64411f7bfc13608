import type { SetProblem } from '../../project/path.ts';
import type { PlanProblem } from '../../plan/entries/problem.ts';

/** Why a search over plans cannot begin. */
export type SearchProblem =
  | { readonly code: 'set'; readonly problem: SetProblem }
  | { readonly code: 'no-plan'; readonly problem: PlanProblem }
  | { readonly code: 'no-figure'; readonly key: string; readonly nearest: string | null }
  | { readonly code: 'figure-absent'; readonly key: string; readonly why: string }
  /** A range, a list or a bound that cannot be read. */
  | { readonly code: 'unreadable'; readonly text: string; readonly expected: string }
  | { readonly code: 'not-numeric'; readonly path: string }
  | { readonly code: 'axis-twice'; readonly path: string }
  | { readonly code: 'uneven-pairs'; readonly path: string; readonly length: number;
    readonly first: number }
  | { readonly code: 'too-many'; readonly runs: number; readonly most: number }
  | { readonly code: 'empty-range'; readonly path: string; readonly lower: number;
    readonly upper: number };
