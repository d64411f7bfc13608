import { ttftRange } from './calibration/ttft-range.ts';
import type { Layout } from './decode.ts';
import { handOverWait, prefillRate, type Split } from './disagg.ts';
import { expectedErrorPct } from './expected-error.ts';
import { fittedConstants } from './fitted-constants.ts';
import { latencyOf, type Latency } from './latency.ts';
import { kvBytesPerSequence, weightBytesPerRank } from './memory.ts';
import type { Resolved } from './resolve.ts';
import { PASS_TOKENS, prefillParts } from './prefill.ts';
import { promptOf, promptPass, type LoopResult } from './serving.ts';
import type { FrontierPoint, MemoryUse, PrefillTime, StepTime } from './types.ts';

function stepTime(result: LoopResult): StepTime {
  const { step } = result;
  // Shares of the time per output token, which a step divides among the tokens it commits.
  const ms = (1e3 * (result.tpot - result.interference)) / step.total;
  return {
    weightsMs: step.weights * ms, expertsMs: step.experts * ms, kvMs: step.kv * ms,
    computeMs: step.compute * ms,
    communicationMs: step.communication * ms, overheadMs: step.overhead * ms,
    prefillInterferenceMs: result.interference * 1e3,
  };
}

/** Every part of a step's time by the same factor. */
export function scaleStep(step: StepTime, factor: number): StepTime {
  return {
    weightsMs: step.weightsMs * factor, expertsMs: step.expertsMs * factor,
    kvMs: step.kvMs * factor, computeMs: step.computeMs * factor,
    communicationMs: step.communicationMs * factor, overheadMs: step.overheadMs * factor,
    prefillInterferenceMs: step.prefillInterferenceMs * factor,
  };
}

function memoryUse({ bench }: Resolved, layout: Layout, sequences: number): MemoryUse {
  const { shape, machine, traffic } = bench;
  const perRank = sequences / layout.d;
  return {
    weightsGb: weightBytesPerRank(shape, layout.t * layout.d, layout.t) / 1e9,
    kvGb: (perRank * kvBytesPerSequence(shape, traffic.isl + traffic.osl / 2, layout.t)) / 1e9,
    reservedGb: shape.memory.reservedBytes / 1e9, capacityGb: machine.capacityBytes / 1e9,
  };
}

/** One prompt by cause, alone in its pass, or in full passes on a prefill worker. */
function prefillTime({ bench }: Resolved, layout: Layout, queued: boolean): PrefillTime {
  const { shape, machine, constants, traffic, slowdown = 1 } = bench;
  const pass = queued ? PASS_TOKENS * layout.d : promptPass(bench);
  const parts = prefillParts(shape, machine, constants, layout, traffic.isl, traffic.cacheHit, pass);
  const ms = 1e3 * slowdown;
  return {
    denseMs: parts.dense * ms, expertsMs: parts.experts * ms, attentionMs: parts.attention * ms,
    communicationMs: parts.communication * ms, overheadMs: parts.overhead * ms,
  };
}

/** Latencies of an instance at the rate its closed loop settles at. */
function latencyAt(
  { bench }: Resolved, layout: Layout, split: Split | null, users: number, result: LoopResult,
): Latency {
  const { constants: k, traffic: { osl } } = bench;
  const fixed = k.ttftFixedMs * 1e-3;
  const rate = result.requestsPerSecond;
  if (split === null) {
    const prompt = promptOf(bench, layout);
    return latencyOf({
      fixed, prompt: prompt * layout.d, busy: prompt, step: result.step.total, rate, workers: 1,
      tpot: result.tpot - result.interference, perPrompt: k.interference * prompt, osl,
      longestWait: Math.max(0, users - 1) * prompt,
    });
  }
  const busy = 1 / prefillRate(bench, split.prefill);
  const { prefillWorkers: workers, prefill: { d } } = split;
  return latencyOf({
    fixed: fixed + handOverWait(bench, split.prefill), prompt: busy * k.prefillUtilisation * d,
    busy, step: 0, rate, workers, tpot: result.tpot, perPrompt: 0, osl,
    longestWait: (users * busy) / workers,
  });
}

/**
 * The point an evaluated configuration stands for; `split` is null for an aggregated instance.
 * @param users in flight in the whole instance
 * @param sequences held by one decoding worker, for its memory
 */
export function describePoint(
  resolved: Resolved, layout: Layout, split: Split | null, users: number, sequences: number,
  result: LoopResult,
): FrontierPoint {
  const { request, bench, backend } = resolved;
  const prefill = split === null ? null
    : split.prefill.t * split.prefill.d * split.prefillWorkers;
  const decode = split === null ? null : split.decode.t * split.decode.d * split.decodeWorkers;
  const accelerators = prefill === null || decode === null ? layout.t * layout.d
    : prefill + decode;
  const mode = split === null ? 'agg' : 'disagg';
  const range = ttftRange(fittedConstants.ttft, backend, mode);
  const output = (result.requestsPerSecond * bench.traffic.osl) / accelerators;
  return {
    mode, framework: request.framework,
    tp: layout.t, attentionDp: layout.d, ep: layout.e, concurrency: users,
    speculativeDraft: bench.traffic.draft, accelerators, prefillAccelerators: prefill,
    decodeAccelerators: decode,
    ...(split === null ? {}
      : { prefillWorkers: split.prefillWorkers, decodeWorkers: split.decodeWorkers }),
    tokPerSecPerUser: 1 / result.tpot, outputTokPerSecPerAccelerator: output,
    totalTokPerSecPerAccelerator: (output * (bench.traffic.isl + bench.traffic.osl))
      / bench.traffic.osl,
    tpotMs: result.tpot * 1e3, ttftMsLow: result.ttft * 1e3 * range.low,
    ttftMsHigh: result.ttft * 1e3 * range.high,
    latency: latencyAt(resolved, layout, split, users, result),
    prefill: prefillTime(resolved, split?.prefill ?? layout, split !== null),
    step: stepTime(result),
    memory: memoryUse(resolved, layout, sequences),
    prefillShare: result.prefillShare, source: 'modelled',
    expectedErrorPct: expectedErrorPct({
      model: request.model, accelerator: request.accelerator, backend,
      precision: request.precision, width: layout.t * layout.d, mode,
    }),
    nearestMeasurement: null,
  };
}
