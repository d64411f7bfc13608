import type { MeasuredPoint } from '../../../shared/catalog/types.ts';
import type { LoadResponse } from '../../../shared/plan/figures/deployment.ts';
import type { Rival, RivalQuestion } from '../../../shared/plan/figures/rivals.ts';
import type { ServingRequest } from '../../../shared/inference/types.ts';

/** What the page asks of its worker: other systems, and the group's own at falling demand. */
export interface RivalTask {
  readonly id: number;
  readonly questions: readonly RivalQuestion[];
  /** Without measurements: the worker has its own copy. */
  readonly request: ServingRequest;
  /** Points of the user's own, ahead of the worker's copy. */
  readonly own: readonly MeasuredPoint[];
  /** Null while nothing is served. */
  readonly peakTokPerSec: number | null;
}

export interface RivalAnswer {
  readonly rivals: readonly Rival[];
  readonly responses: readonly LoadResponse[];
}

export type RivalReply =
  | { readonly id: number; readonly ok: true; readonly answer: RivalAnswer }
  | { readonly id: number; readonly ok: false; readonly detail: string };
