import type { StageResults } from '../../shared/plan/stages.ts';
import type { PlanCore } from '../../shared/plan/types.ts';

/** A plan as charts see it. Those that need what the stages found say so when it is not there. */
export type PlanView = PlanCore & { readonly stages?: StageResults };
