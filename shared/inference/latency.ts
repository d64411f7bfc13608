/** Milliseconds within which half, nine of ten and ninety-nine of a hundred requests lie. */
export interface Percentiles {
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
}

export const percentiles = ['p50', 'p90', 'p99'] as const;
export type Percentile = (typeof percentiles)[number];

/** First token and time per token under arrivals at random. */
export interface Latency {
  readonly ttftMs: Percentiles;
  readonly tpotMs: Percentiles;
  /** Share of the time prefill is busy, 0..1: the queue grows without bound as it nears one. */
  readonly prefillLoad: number;
}

const shares: Readonly<Record<Percentile, number>> = { p50: 0.5, p90: 0.9, p99: 0.99 };
/** Standard normal quantiles of those shares. */
const deviations: Readonly<Record<Percentile, number>> = { p50: 0, p90: 1.2816, p99: 2.3263 };

/** What one instance does, seconds and requests per second. */
export interface Queue {
  /** Fixed time before a prompt is begun. */
  readonly fixed: number;
  /** Time of one prompt alone on the side that prefills, and what it keeps that side busy for. */
  readonly prompt: number;
  readonly busy: number;
  /** One step, which a new prompt finds under way where both share accelerators; else 0. */
  readonly step: number;
  /** Arrivals at the instance. */
  readonly rate: number;
  /** Prefill workers the prompts are dealt over. */
  readonly workers: number;
  /** Time per token without other requests' prompts, and what each of those adds to it. */
  readonly tpot: number;
  readonly perPrompt: number;
  readonly osl: number;
  /** No request waits longer than for all others in flight. */
  readonly longestWait: number;
}

const byPercentile = (of: (p: Percentile) => number): Percentiles =>
  ({ p50: of('p50'), p90: of('p90'), p99: of('p99') });

/**
 * Latencies of an instance whose requests arrive at random (Poisson) and whose prompts take the
 * same time each. A prompt waits for the step under way and for those before it: with
 * probability `rho` it waits at all, then about exponentially with mean `P / (2 (1 - rho))`
 * (M/D/1, shared among `w` workers by Sakasegawa's `rho^(sqrt(2(w+1)) - 1) / w`). Time per token
 * varies with how many other prompts fall into an answer. Where nothing arrives nobody waits:
 * 40 ms, a prompt of 100 and half a step of 20.
 * @example latencyOf({ ...queue, rate: 0 }).ttftMs.p50.toFixed(0) // '150'
 */
export function latencyOf(queue: Queue): Latency {
  const { fixed, prompt, busy, step, rate, workers, tpot, perPrompt, osl } = queue;
  const rho = Math.min(1, (rate * busy) / workers);
  const waits = workers === 1 ? rho : rho ** (Math.sqrt(2 * (workers + 1)) - 1);
  const mean = rho >= 1 ? Infinity : busy / (2 * (1 - rho) * workers);
  const waitAt = (p: Percentile): number => {
    const beyond = waits / (1 - shares[p]);
    return Math.min(queue.longestWait, beyond <= 1 ? 0 : mean * Math.log(beyond));
  };
  // Prompts that fall into an answer: a Poisson count, whose deviation is its root.
  const prompts = rate * osl * tpot;
  const perToken = (p: Percentile): number =>
    tpot + Math.max(0, prompts + deviations[p] * Math.sqrt(prompts)) * perPrompt / osl;
  return {
    ttftMs: byPercentile((p) => 1e3 * (fixed + prompt + step * shares[p] + waitAt(p))),
    tpotMs: byPercentile((p) => 1e3 * perToken(p)), prefillLoad: rho,
  };
}

/** Every latency divided by a factor. */
export const hastenLatency = (latency: Latency, factor: number): Latency => ({
  ttftMs: byPercentile((p) => latency.ttftMs[p] / factor),
  tpotMs: byPercentile((p) => latency.tpotMs[p] / factor), prefillLoad: latency.prefillLoad,
});
