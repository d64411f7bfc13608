import { ok } from '../units/result.ts';
import type { Layout } from './decode.ts';
import type { Split } from './disagg.ts';
import { prefillLayout, runDisaggregated } from './disagg.ts';
import type { FittingLayout } from './layouts.ts';
import { fitLayouts, keepFitting, listLayouts } from './layouts.ts';
import { describeMeasured, findNearest, isSameSetup, matchMeasured } from './measured.ts';
import { describePoint } from './point.ts';
import { refuseWith } from './refusal.ts';
import type { Resolved } from './resolve.ts';
import { resolveRequest } from './resolve.ts';
import { emptyLoop, runAggregated } from './serving.ts';
import { bestPrefill } from './sweep.ts';
import type { Answer, FixedConfiguration, FrontierPoint, ServingRequest } from './types.ts';

/**
 * The layout prefill workers of `size` accelerators take: the usual one, or any other
 * that fits memory.
 */
function fittingPrefill({ bench }: Resolved, size: number): Layout | null {
  const usual = keepFitting(bench, [prefillLayout(bench.shape, size)])[0];
  if (usual !== undefined) return usual;
  const ofSize = listLayouts(bench, size).filter(({ t, d }) => t * d === size);
  return bestPrefill(bench, keepFitting(bench, ofSize));
}

function splitOf(resolved: Resolved, decode: Layout, fixed: FixedConfiguration): Answer<Split> {
  const workers = fixed.prefillWorkers ?? 1;
  const total = fixed.prefillAccelerators ?? decode.t * decode.d;
  const prefill = fittingPrefill(resolved, total / workers);
  if (prefill === null) {
    return refuseWith('does-not-fit', `a prefill worker of ${total / workers} accelerators`, {
      value: total / workers, fix: 'Give each prefill worker more accelerators.',
    });
  }
  const size = decode.t * decode.d;
  const decodeWorkers = fixed.decodeWorkers
    ?? Math.max(1, Math.round((fixed.decodeAccelerators ?? size) / size));
  return ok({ prefill, prefillWorkers: workers, decode, decodeWorkers });
}

/** Of several fitting layouts the one that serves most at this concurrency. */
function pickLayout(
  resolved: Resolved, layouts: readonly FittingLayout[], users: number,
): FittingLayout | null {
  const out = emptyLoop();
  let best: FittingLayout | null = null;
  let most = 0;
  for (const layout of layouts) {
    runAggregated(resolved.bench, layout, users, layout.slotsPerRank * layout.d, out);
    const rate = out.requestsPerSecond / (layout.t * layout.d);
    if (rate > most) {
      most = rate;
      best = layout;
    }
  }
  return best;
}

/**
 * One configuration: what `fixed` leaves open is chosen for throughput at its concurrency.
 *
 * @returns the point, or why it cannot be served
 */
export function predictPoint(request: ServingRequest): Answer<FrontierPoint> {
  const resolved = resolveRequest(request);
  if (!resolved.ok) return resolved;
  const fixed = request.fixed ?? {};
  const users = fixed.concurrency ?? 1;
  if (!(Number.isFinite(users) && users > 0)) {
    return refuseWith('bad-value', 'concurrency',
      { value: users, limit: 1, fix: 'Enter at least 1 sequence.' });
  }
  // Of several runs of one setup the latest speaks for the software in use.
  const same = matchMeasured(request).filter((point) => isSameSetup(point, request))
    .toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))[0];
  const measured = same === undefined ? null : describeMeasured(resolved.value, same);
  if (measured !== null) return ok(measured);
  const point = modelPoint(resolved.value, users);
  return point.ok ? ok({ ...point.value, nearestMeasurement: findNearest(request) }) : point;
}

/** The point of the equations alone. */
function modelPoint(resolved: Resolved, users: number): Answer<FrontierPoint> {
  const { request } = resolved;
  const layouts = fitLayouts(resolved);
  if (!layouts.ok) return layouts;
  const layout = pickLayout(resolved, layouts.value, users);
  if (layout === null)
    return refuseWith('bad-parallelism', 'no layout serves this concurrency');
  const out = emptyLoop();
  const slots = layout.slotsPerRank * layout.d;
  if (request.mode !== 'disagg') {
    runAggregated(resolved.bench, layout, users, slots, out);
    return ok(describePoint(resolved, layout, null, users, Math.min(users, slots), out));
  }
  const split = splitOf(resolved, layout, request.fixed ?? {});
  if (!split.ok) return split;
  runDisaggregated(resolved.bench, split.value, users, slots, out);
  return ok(describePoint(
    resolved, layout, split.value, users,
    Math.min(users / split.value.decodeWorkers, slots), out));
}
