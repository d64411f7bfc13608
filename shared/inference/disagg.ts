import type { Layout } from './decode.ts';
import { decodeStep } from './decode.ts';
import { prefillSeconds } from './prefill.ts';
import type { Bench, LoopResult } from './serving.ts';
import { committedTokens } from './speculation.ts';

/** Share of the ideal rate prefill and decode workers keep under real arrivals. */
const PREFILL_UTILISATION = 0.9;
const DECODE_UTILISATION = 0.92;

/** Workers of a disaggregated instance: x prefill workers, y decode workers, each with its layout. */
export interface Split {
  readonly prefill: Layout;
  readonly prefillWorkers: number;
  readonly decode: Layout;
  readonly decodeWorkers: number;
}

/** Requests per second one prefill worker can take. */
export function prefillRate(bench: Bench, layout: Layout): number {
  const { shape, machine, constants, traffic } = bench;
  return PREFILL_UTILISATION / prefillSeconds(shape, machine, constants, layout, traffic.isl, traffic.cacheHit);
}

/** Requests per second of one decode worker at `sequences` in flight; leaves the step in `out`. */
export function decodeRate(bench: Bench, layout: Layout, sequences: number, out: LoopResult): number {
  const { shape, machine, constants, traffic } = bench;
  const { isl, osl, draft } = traffic;
  decodeStep(shape, machine, constants, layout, sequences, 1 + draft, isl + osl / 2, out.step);
  out.tpot = out.step.total / committedTokens(draft);
  return (DECODE_UTILISATION * sequences) / (osl * out.tpot);
}

/** Halvings of the interval of decode concurrency: 2^-24 of it is far below one sequence. */
const BISECTIONS = 24;

/**
 * A closed loop of `users` on separate prefill and decode workers. The decode side holds as many
 * sequences as keep `users = in decode + in prefill`; where prefill saturates, the rest queue there.
 *
 * @param slots sequences one decode worker can hold, >= 1
 */
export function runDisaggregated(bench: Bench, split: Split, users: number, slots: number, out: LoopResult): void {
  const { traffic, constants: k } = bench;
  const limit = split.prefillWorkers * prefillRate(bench, split.prefill);
  const service = (PREFILL_UTILISATION / prefillRate(bench, split.prefill)) * split.prefill.d;
  const arrival = k.ttftFixedMs * 1e-3 + service;
  const most = Math.min(users / split.decodeWorkers, slots);
  const fits = (sequences: number): boolean => {
    const rate = split.decodeWorkers * decodeRate(bench, split.decode, sequences, out);
    const load = rate / limit;
    if (load >= 1) return false;
    const waiting = rate * (arrival + (load / (1 - load)) * (service / split.prefillWorkers) * 0.5);
    return sequences * split.decodeWorkers + waiting <= users;
  };
  let low = 0;
  let high = most;
  if (fits(most)) low = most;
  else for (let i = 0; i < BISECTIONS; i += 1) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  const rate = split.decodeWorkers * decodeRate(bench, split.decode, Math.max(low, 1e-3), out);
  out.interference = 0;
  out.requestsPerSecond = rate;
  out.ttft = Math.max(arrival, users / rate - traffic.osl * out.tpot);
  const accelerators = split.prefill.t * split.prefill.d * split.prefillWorkers
    + split.decode.t * split.decode.d * split.decodeWorkers;
  out.prefillShare = (split.prefill.t * split.prefill.d * split.prefillWorkers) / accelerators;
}
