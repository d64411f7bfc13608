import type { Layout } from './decode.ts';
import { kvBytesPerSequence } from './memory.ts';
import { prefillFactor, ttftFactor } from './modes.ts';
import type { Bench, LoopResult } from './serving.ts';
import { PASS_TOKENS } from './prefill.ts';
import { promptOf, runStep } from './serving.ts';
import type { ModelShape } from './shape.ts';
import { committedTokens } from './speculation.ts';

/**
 * Workers of a disaggregated instance: x prefill workers, y decode workers, each with its
 * layout.
 */
export interface Split {
  readonly prefill: Layout;
  readonly prefillWorkers: number;
  readonly decode: Layout;
  readonly decodeWorkers: number;
}

/**
 * How a prefill worker of `size` accelerators is cut: MoE by prompt and expert, dense
 * models by tensor.
 */
export function prefillLayout(shape: ModelShape, size: number): Layout {
  return shape.moeLayers > 0 ? { t: 1, d: size, e: size } : { t: size, d: 1, e: 1 };
}

/** Accelerators of all workers. */
export function sizeOfSplit({ prefill, prefillWorkers, decode, decodeWorkers }: Split): number {
  return prefill.t * prefill.d * prefillWorkers + decode.t * decode.d * decodeWorkers;
}

/** Seconds a prefill worker's NICs need to hand a prompt's KV cache to a decoding worker. */
function handOverSeconds({ shape, machine, traffic }: Bench, { t, d }: Layout): number {
  return kvBytesPerSequence(shape, traffic.isl, 1) / (t * d * machine.scaleOut.rate);
}

/**
 * Requests per second one prefill worker can take under real arrivals; the KV cache is
 * handed over while the next prompt is worked on, so only a NIC slower than the prompts
 * themselves costs anything.
 */
export function prefillRate(bench: Bench, layout: Layout): number {
  const { shape, machine, constants, modes } = bench;
  const seconds = promptOf(bench, layout, PASS_TOKENS * layout.d)
    * prefillFactor(modes, shape, machine, layout);
  return constants.prefillUtilisation / Math.max(seconds, handOverSeconds(bench, layout));
}

/**
 * Requests per second of one decode worker at `sequences` in flight; leaves step and TPOT
 * in `out`.
 */
export function decodeRate(
  bench: Bench, layout: Layout, sequences: number, out: LoopResult,
): number {
  runStep(bench, layout, sequences, out.step);
  out.tpot = decodeTpot(bench, out.step.total);
  return sequences / (bench.traffic.osl * out.tpot);
}

/**
 * Seconds per output token of a decode worker whose step takes `stepSeconds`.
 * @example decodeTpot(bench, 0) // 0
 */
export const decodeTpot = (
  { constants: k, traffic: { draft } }: Bench, stepSeconds: number,
): number =>
  (stepSeconds * k.handoverFactor) / committedTokens(draft, k.draftAcceptance);

/** Seconds a prompt takes on a prefill worker, waiting aside. */
function promptSeconds(bench: Bench, prefill: Layout): number {
  return (bench.constants.prefillUtilisation / prefillRate(bench, prefill)) * prefill.d;
}

/**
 * Decode workers holding `sequences` each, and the users that keep them so. Whichever
 * side is slower sets the rate: `X = min(x r_p, y r_d)`; prompts wait `rho/(1-rho)/2` of
 * a prompt at the prefill side, and for the share `q1` of everybody's prompts, since
 * requests that end together start together.
 *
 * @returns users in flight on both sides
 */
export function runBalanced(
  bench: Bench, split: Split, sequences: number, out: LoopResult,
): number {
  const perWorker = prefillRate(bench, split.prefill);
  const decode = split.decodeWorkers * decodeRate(bench, split.decode, sequences, out);
  const rate = Math.min(split.prefillWorkers * perWorker * (bench.prefillLoad ?? 1), decode);
  const prompt = promptSeconds(bench, split.prefill);
  const busy = (rate / (split.prefillWorkers * perWorker)) * bench.constants.prefillUtilisation;
  out.interference = 0;
  out.requestsPerSecond = rate;
  const users = sequences * split.decodeWorkers;
  const burst = (bench.constants.ttftQueue * users) / (split.prefillWorkers * perWorker);
  out.ttft =
    (bench.constants.ttftFixedMs * 1e-3 + prompt * (1 + (busy / (1 - busy)) * 0.5) + burst)
    * ttftFactor(bench.modes, bench.shape, bench.machine, split.prefill, 1 / out.tpot);
  out.prefillShare =
    (split.prefill.t * split.prefill.d * split.prefillWorkers) / sizeOfSplit(split);
  return Math.max(1, Math.round(rate * (out.ttft + bench.traffic.osl * out.tpot)));
}

/** Halvings of the interval of decode concurrency: 2^-24 of it is far below one sequence. */
const BISECTIONS = 24;
/**
 * A worker never idles completely, which keeps rates finite: the fewest sequences
 * considered.
 */
const FEWEST_SEQUENCES = 1e-3;

/**
 * A closed loop of `users` on separate prefill and decode workers. The decode side holds
 * as many sequences as keep `users = in decode + in prefill`; where prefill saturates,
 * the rest queue there.
 *
 * @param slots sequences one decode worker can hold, >= 1
 */
export function runDisaggregated(
  bench: Bench, split: Split, users: number, slots: number, out: LoopResult,
): void {
  const { traffic, constants: k } = bench;
  const perWorker = prefillRate(bench, split.prefill);
  const limit = split.prefillWorkers * perWorker;
  const arrival = k.ttftFixedMs * 1e-3 + split.prefill.d / perWorker;
  const burst = (k.ttftQueue * users) / limit;
  const fits = (sequences: number): boolean => {
    const rate = split.decodeWorkers * decodeRate(bench, split.decode, sequences, out);
    const load = rate / limit;
    if (load >= 1) return false;
    const waiting = rate * (arrival + ((load / (1 - load)) * 0.5) / perWorker + burst);
    return sequences * split.decodeWorkers + waiting <= users;
  };
  let low = Math.min(users / split.decodeWorkers, slots);
  if (!fits(low)) {
    let high = low;
    low = 0;
    for (let i = 0; i < BISECTIONS; i += 1) {
      const middle = (low + high) / 2;
      if (fits(middle)) low = middle;
      else high = middle;
    }
  }
  const rate = split.decodeWorkers * decodeRate(bench, split.decode,
    Math.max(low, FEWEST_SEQUENCES), out);
  out.interference = 0;
  out.requestsPerSecond = rate;
  out.ttft = Math.max(arrival + burst, users / rate - traffic.osl * out.tpot)
    * ttftFactor(bench.modes, bench.shape, bench.machine, split.prefill, 1 / out.tpot);
  out.prefillShare =
    (split.prefill.t * split.prefill.d * split.prefillWorkers) / sizeOfSplit(split);
}
