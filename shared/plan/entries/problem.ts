import type { ResolveProblem } from '../../project/resolve.ts';

/**
 * Why there is no plan at all. Everything smaller is a limit, a warning or an absent
 * figure inside the plan.
 */
export type PlanProblem =
  | ResolveProblem
  | { readonly code: 'no-rack-groups' }
  | { readonly code: 'unknown-reference'; readonly where: string; readonly of: string;
    readonly id: string; readonly nearest: string | null }
  | { readonly code: 'own-model-refused'; readonly where: string; readonly id: string;
    readonly reason: string }
  | { readonly code: 'stage-refused'; readonly stage: 'lifecycle'
    | 'economics'; readonly where: string; readonly reason: string }
  | { readonly code: 'bad-start-month'; readonly got: string };
