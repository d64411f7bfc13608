import { ok } from '../units/result.ts';
import type { Sample } from './calibration/sample.ts';
import { runSample, throughputOf } from './calibration/sample.ts';
import type { EngineConstants } from './constants.ts';
import { parameters } from './parameters.ts';
import { runDisaggregated, prefillLayout } from './disagg.ts';
import type { Resolved } from './resolve.ts';
import { resolveRequest } from './resolve.ts';
import { emptyLoop, runAggregated } from './serving.ts';
import type { Answer, FrontierPoint, ServingRequest } from './types.ts';

/** Speeds no software can pass on this hardware with this layout and concurrency. */
export interface Roofline {
  readonly tokPerSecPerUser: number;
  readonly outputTokPerSecPerAccelerator: number;
}

/** Drafts that are always accepted, as a bound (one would divide by zero). */
const PERFECT_ACCEPTANCE = 0.999;

/** Constants of a perfect engine: every peak reached, no fixed time, no imbalance. */
function perfectConstants(draftAcceptance: number): EngineConstants {
  const constants: Partial<Record<keyof EngineConstants, number>> = {};
  for (const { name } of parameters) constants[name] = /^(eta|mfu)/.test(name) ? 1 : 0;
  return {
    ...(constants as EngineConstants), interference: 1, prefillUtilisation: 1,
    handoverFactor: 1, hostPerSec: Infinity,
    draftAcceptance,
  };
}

function evaluate({ request, bench }: Resolved, point: FrontierPoint): Roofline {
  const perfect = { ...bench, constants: perfectConstants(bench.constants.draftAcceptance) };
  const layout = { t: point.tp, d: point.attentionDp, e: point.ep };
  const out = emptyLoop();
  if (point.mode === 'agg') runAggregated(perfect, layout, point.concurrency, Infinity, out);
  else {
    const { prefillWorkers = 1, decodeWorkers = 1, prefillAccelerators } = point;
    const split = {
      prefill: prefillLayout(bench.shape, (prefillAccelerators ?? 1) / prefillWorkers),
      prefillWorkers, decode: layout, decodeWorkers,
    };
    runDisaggregated(perfect, split, point.concurrency, Infinity, out);
  }
  const osl = request.osl * (request.lengthFactor ?? 1);
  return {
    tokPerSecPerUser: 1 / out.tpot,
    outputTokPerSecPerAccelerator: (out.requestsPerSecond * osl) / point.accelerators,
  };
}

/** A measured sample's bounds, and what its load as it is said to have run would take at least. */
export interface SampleRoofline extends Roofline {
  /** Seconds per token of a perfect engine with all its users decoding and their prompts between. */
  readonly loadedTpot: number;
}

/**
 * The speed of light of a measured sample, whose memory may have held more than ours would.
 * Its users need not all have been decoding: as many as give its throughput at its time per
 * token (Little's law), and no prompt of others need have come between their steps.
 */
export function rooflineOfSample(sample: Sample): SampleRoofline {
  const perfect = perfectConstants(PERFECT_ACCEPTANCE);
  const out = emptyLoop();
  runSample({ ...sample, slots: Infinity }, perfect, out);
  const output = throughputOf(sample, out);
  const loadedTpot = out.tpot;
  const { tpotMs, point, accelerators, users } = sample;
  const perSecond = point.outputTokPerSecPerAccelerator * accelerators;
  const decoding = tpotMs === null ? users : Math.min(users, (perSecond * tpotMs) / 1e3);
  runSample({ ...sample, users: Math.max(1, decoding), slots: Infinity },
    { ...perfect, interference: 0 }, out);
  return { tokPerSecPerUser: 1 / out.tpot, outputTokPerSecPerAccelerator: output, loadedTpot };
}

/**
 * The speed of light of a point: the same equations with every efficiency at one and no
 * fixed time.
 * @returns the bounds, or why the request cannot be resolved
 */
export function computeRoofline(
  request: ServingRequest, point: FrontierPoint,
): Answer<Roofline> {
  const resolved = resolveRequest({ ...request, speculativeDraft: point.speculativeDraft });
  return resolved.ok ? ok(evaluate(resolved.value, point)) : resolved;
}
