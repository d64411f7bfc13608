import type { FrontierPoint } from './types.ts';
import { replicaTokPerSec } from './solver.ts';

/** What must be said beside every open-loop figure. */
export const OPEN_LOOP_CAVEAT =
  'Queueing at random arrivals is an M/M/1 estimate; public measurements are closed '
  + 'loops and do not validate it.';

/** Mean time between completions of one replica at a point, ms: its service time per request. */
function serviceMs(point: FrontierPoint, osl: number): number {
  return (1e3 * osl) / replicaTokPerSec(point);
}

/**
 * Upper TTFT under random arrivals at a load: `TTFT + rho/(1-rho) x service`.
 *
 * @param load rho, 0 <= rho < 1, of what the replica gives in a closed loop
 * @param osl output tokens per request
 * @returns ms; Infinity at a load of one or more
 * @example openLoopTtftMs(point, 1000, 0) // the point's own ttftMsHigh
 */
export function openLoopTtftMs(point: FrontierPoint, osl: number, load: number): number {
  if (load >= 1) return Infinity;
  return point.ttftMsHigh + (load / (1 - load)) * serviceMs(point, osl);
}

/**
 * The highest load at which the upper TTFT stays within a limit: `w / (w + service)`, w the wait allowed.
 * @returns 0..1; 0 when the point misses the limit even idle
 */
export function maxOpenLoopLoad(point: FrontierPoint, osl: number, maxTtftMs: number): number {
  const wait = maxTtftMs - point.ttftMsHigh;
  return wait <= 0 ? 0 : wait / (wait + serviceMs(point, osl));
}
