import { ok } from '../units/result.ts';
import { refuseWith } from './refusal.ts';
import type { Answer, ServingRequest } from './types.ts';

/** The divisor of `whole` next below `wanted`, at least 1. */
function divisorBelow(whole: number, wanted: number): number {
  for (let candidate = Math.min(whole, Math.floor(wanted)); candidate > 1; candidate -= 1) {
    if (whole % candidate === 0) return candidate;
  }
  return 1;
}

const isWhole = (value: number | undefined): boolean =>
  value === undefined || (Number.isInteger(value) && value >= 1);

/**
 * Whether fixed widths can be built: whole numbers, tensor width dividing the attention
 * heads, expert width dividing experts and instance, workers dividing their accelerators.
 * @returns null inside, or `bad-parallelism` with the nearest width that can
 */
export function checkParallelism({ fixed = {}, model }: ServingRequest): Answer<null> {
  const bad = (what: string, value: number, limit: number, fix: string) =>
    refuseWith('bad-parallelism', what, { value, limit, fix });
  for (const [name, value] of Object.entries(fixed)) {
    // Users may be a mean over time; everything else counts machines.
    if (name !== 'concurrency' && !isWhole(value)) {
      const nearest = Math.max(1, Math.round(value));
      return bad(`${name} is not a whole number from 1`, value, 1, `Enter ${nearest}.`);
    }
  }
  const { tp, attentionDp = 1, ep, moeTp } = fixed;
  if (tp !== undefined && model.heads % tp !== 0) {
    const fit = divisorBelow(model.heads, tp);
    return bad(`tensor width must divide ${model.heads} attention heads`, tp, fit,
      `Use a tensor width of ${fit}.`);
  }
  if (ep !== undefined && ep > 1 && model.moe === undefined) {
    return bad(`${model.name} has no routed experts`, ep, 1, 'Use an expert width of 1.');
  }
  const n = tp === undefined ? undefined : tp * attentionDp;
  if (ep !== undefined && n !== undefined && n % ep !== 0) {
    const fit = divisorBelow(n, ep);
    return bad(`expert width must divide the ${n} accelerators of the instance`, ep, fit,
      `Use an expert width of ${fit}.`);
  }
  if (ep !== undefined && moeTp !== undefined && n !== undefined && ep * moeTp !== n) {
    return bad('expert width times expert tensor width must be the instance', ep * moeTp, n,
      `Use an expert tensor width of ${n / ep}.`);
  }
  return checkWorkers(fixed.prefillAccelerators, fixed.prefillWorkers)
    ?? checkWorkers(fixed.decodeAccelerators, fixed.decodeWorkers) ?? ok(null);
}

function checkWorkers(
  accelerators: number | undefined, workers: number | undefined,
): Answer<null> | null {
  if (accelerators === undefined || workers === undefined || accelerators % workers === 0)
    return null;
  return refuseWith('bad-parallelism',
    `${accelerators} accelerators do not divide over ${workers} workers`, {
    value: accelerators, limit: accelerators - (accelerators % workers),
    fix: `Use ${Math.max(workers, accelerators - (accelerators % workers))} accelerators.`,
  });
}
