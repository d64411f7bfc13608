import { ok } from '../units/result.ts';
import { predictPoint } from './predict.ts';
import { refuseWith } from './refusal.ts';
import type { Deployment } from './solver.ts';
import { replicaTokPerSec } from './solver.ts';
import type { Answer, FrontierPoint, ServingRequest } from './types.ts';

/** A deployment at part of its demand. */
export interface PartialLoad {
  /** Demand over the full demand, 0..1. */
  readonly share: number;
  /** Accelerators that must stay awake. */
  readonly activeAccelerators: number;
  /** Output tokens per second and active accelerator. */
  readonly outputTokPerSecPerActive: number;
  /** Speed of a user; it rises as batches empty. */
  readonly tokPerSecPerUser: number;
  /** Sequences in flight in one replica. */
  readonly concurrency: number;
}

const BISECTIONS = 20;

/** The point as it was, with fewer users: its layout and worker counts are held fixed. */
function withUsers(
  request: ServingRequest, point: FrontierPoint, users: number,
): Answer<FrontierPoint> {
  const { tp, attentionDp, ep, mode } = point;
  const { prefillAccelerators, decodeAccelerators, prefillWorkers = 1, decodeWorkers = 1 } =
    point;
  const workers = prefillAccelerators === null || decodeAccelerators === null ? {}
    : { prefillAccelerators, decodeAccelerators, prefillWorkers, decodeWorkers };
  return predictPoint({
    ...request, mode, measured: [], speculativeDraft: point.speculativeDraft,
    fixed: { tp, attentionDp, ep, concurrency: users, ...workers },
  });
}

/** Fewest users at which a replica gives `wanted` times what it gives at the point. */
function emptyBatches(
  request: ServingRequest, point: FrontierPoint, wanted: number,
): Answer<FrontierPoint> {
  const full = withUsers(request, point, point.concurrency);
  if (!full.ok) return full;
  const target = replicaTokPerSec(full.value) * wanted;
  let [low, high] = [0, point.concurrency];
  let best = full;
  for (let i = 0; i < BISECTIONS; i += 1) {
    const users = (low + high) / 2;
    const tried = withUsers(request, point, users);
    if (!tried.ok) return tried;
    if (replicaTokPerSec(tried.value) >= target) {
      high = users;
      best = tried;
    } else low = users;
  }
  return best;
}

/**
 * Accelerators awake for `busy` replicas' worth of work: prefill and decode workers sleep
 * independently.
 */
function awakeAccelerators(point: FrontierPoint, busy: number): number {
  const { prefillAccelerators, decodeAccelerators, prefillWorkers = 1, decodeWorkers = 1 } =
    point;
  if (prefillAccelerators === null || decodeAccelerators === null) {
    return Math.ceil(busy) * point.accelerators;
  }
  return Math.ceil(busy * prefillWorkers) * (prefillAccelerators / prefillWorkers)
    + Math.ceil(busy * decodeWorkers) * (decodeAccelerators / decodeWorkers);
}

/**
 * What a deployment does when demand falls to a share of its own. Left as they are, all
 * replicas stay awake with emptier batches, which cost more per token. Scaled, aggregated
 * replicas sleep one by one, and disaggregated ones worker by worker, prefill apart from
 * decode; the last one empties its batch.
 *
 * @param share 0 < share <= 1
 * @param scaled whether replicas and workers may sleep
 * @returns accelerators awake and speeds, or why the point cannot be evaluated
 */
export function serveAtShare(
  request: ServingRequest, deployment: Deployment, share: number, scaled: boolean,
): Answer<PartialLoad> {
  if (!(share > 0 && share <= 1)) {
    return refuseWith('bad-value', 'share of demand', {
      value: share, limit: 1, unit: 'fraction', fix: 'Enter a share above 0, at most 1.',
    });
  }
  const { point, replicas, load } = deployment;
  const busy = replicas * load * share;
  const active = scaled ? awakeAccelerators(point, busy) : replicas * point.accelerators;
  const filled = Math.min(1, (busy * point.accelerators) / active);
  const emptied = emptyBatches(request, point, filled);
  if (!emptied.ok) return emptied;
  const full = withUsers(request, point, point.concurrency);
  if (!full.ok) return full;
  // The equations give how much faster an emptier batch is; the level is the point's own,
  // maybe measured.
  const faster = emptied.value.tokPerSecPerUser / full.value.tokPerSecPerUser;
  return ok({
    share, activeAccelerators: active,
    outputTokPerSecPerActive: (busy * replicaTokPerSec(point)) / active,
    tokPerSecPerUser: point.tokPerSecPerUser * faster,
    concurrency: emptied.value.concurrency,
  });
}
