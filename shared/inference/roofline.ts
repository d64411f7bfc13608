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

/** The speed of light of a measured sample, whose memory may have held more than ours would. */
export function rooflineOfSample(sample: Sample): Roofline {
  const out = emptyLoop();
  runSample({ ...sample, slots: Infinity }, perfectConstants(PERFECT_ACCEPTANCE), out);
  return { tokPerSecPerUser: 1 / out.tpot,
    outputTokPerSecPerAccelerator: throughputOf(sample, out) };
}

/**
 * The speed of light of a point: the same equations with every efficiency at one and no
 * fixed time.
 * @returns the bounds, or why the request cannot be resolved
 */
export function computeRoofline(
  request: ServingRequest, point: FrontierPoint,
): Answer<Roofline> {
  const resolved = resolveRequest(request);
  return resolved.ok ? ok(evaluate(resolved.value, point)) : resolved;
}
