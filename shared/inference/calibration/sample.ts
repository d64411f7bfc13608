import type { Accelerator, Catalog, MeasuredPoint, ModelSpec } from '../../catalog/types.ts';
import type { EngineConstants } from '../constants.ts';
import type { Layout } from '../decode.ts';
import { defaultLinks } from '../defaults.ts';
import type { Split } from '../disagg.ts';
import { prefillLayout, runDisaggregated } from '../disagg.ts';
import { calibrationFamily } from '../fitted.ts';
import type { Backend } from '../framework.ts';
import { backendOf } from '../framework.ts';
import type { Machine } from '../machine.ts';
import { readMachine } from '../machine.ts';
import { maxSequences } from '../memory.ts';
import type { LoopResult, Traffic } from '../serving.ts';
import { runAggregated } from '../serving.ts';
import type { ModelShape } from '../shape.ts';
import { shapeModel } from '../shape.ts';
import type { Answer, EngineModes } from '../types.ts';
import { ok } from '../../units/result.ts';
import { refuseWith } from '../refusal.ts';

/** A measured point reduced to what the equations take, with what they should give. */
export interface Sample {
  readonly point: MeasuredPoint;
  readonly shape: ModelShape;
  readonly machine: Machine;
  readonly family: string;
  readonly backend: Backend;
  readonly traffic: Traffic;
  readonly layout: Layout;
  readonly split: Split | null;
  readonly users: number;
  /** Sequences one decoding instance holds; a measured point ran, so at least one per rank. */
  readonly slots: number;
  /** Accelerators the published throughput is divided by. */
  readonly accelerators: number;
}

/**
 * Draft tokens a point that says `mtp` may have run with: operators draft three at low
 * load and fewer as verification starts to cost, so the number that serves best stands
 * for what they did.
 */
const MTP_DRAFTS: readonly number[] = [3, 2, 1];

function aggregatedLayout(point: MeasuredPoint): { layout: Layout; accelerators: number } {
  const d = point.attentionDp ?? 1;
  const accelerators = (point.tp ?? 1) * d;
  // Some tables give the experts' width only where attention is not cut: the wider of the
  // two is the instance.
  const n = Math.max(accelerators, (point.moeTp ?? 1) * (point.ep ?? 1));
  return { layout: { t: n / d, d, e: Math.max(1, point.ep ?? 1) }, accelerators };
}

/**
 * Tensor widths beyond this are not used for one worker: a wider one is cut by prompt and
 * expert.
 */
const WIDEST_TENSOR_WORKER = 8;

/**
 * Whether a worker's stated attention width is a tensor width in truth: tables that carry
 * one number per worker and deal no experts out write it there for narrow workers as for
 * wide ones.
 */
function isTensorWidth({ attentionDp, ep, moeTp }: MeasuredPoint, n: number): boolean {
  return attentionDp === n && n <= WIDEST_TENSOR_WORKER && moeTp === null && (ep ?? 1) <= 1;
}

function disaggregatedLayout(
  point: MeasuredPoint, shape: ModelShape,
): { split: Split; accelerators: number } | null {
  const {
    prefillWorkers: x, prefillAccelerators: prefill, decodeWorkers: y,
    decodeAccelerators: decode,
  } = point;
  if (x === null || prefill === null || y === null || decode === null) return null;
  const n = decode / y;
  const tp = isTensorWidth(point, n) ? n : Math.max(1, point.tp ?? 1);
  const stated = isTensorWidth(point, n) ? 1 : point.attentionDp ?? 1;
  const d = tp * stated === n ? stated : Math.max(1, n / tp);
  const layout = { t: n / d, d, e: d > 1 ? n : Math.max(1, point.ep ?? 1) };
  const worker = prefillLayout(shape, prefill / x);
  const split = { prefill: worker, prefillWorkers: x, decode: layout, decodeWorkers: y };
  return { split, accelerators: prefill + decode };
}

/**
 * The sample of a point on a known accelerator and model, or why the equations cannot
 * take it.
 */
export function sampleOf(
  point: MeasuredPoint, model: ModelSpec, accelerator: Accelerator,
): Answer<Sample> {
  const machine = readMachine(accelerator, defaultLinks(accelerator), model, point.precision);
  if (!machine.ok) return machine;
  const backend = backendOf(point.framework);
  const shape = shapeModel(model, point.precision, machine.value.math, backend);
  const agg = point.mode === 'agg' ? aggregatedLayout(point) : null;
  const apart = agg === null ? disaggregatedLayout(point, shape) : null;
  const layout = agg?.layout ?? apart?.split.decode;
  const accelerators = agg?.accelerators ?? apart?.accelerators;
  if (layout === undefined || accelerators === undefined) {
    return refuseWith('bad-parallelism', 'worker counts are missing');
  }
  const traffic = {
    isl: point.isl * point.lengthFactor, osl: point.osl * point.lengthFactor, cacheHit: 0,
    draft: point.speculative === 'mtp' ? Math.max(...MTP_DRAFTS) : 0,
  };
  const { isl, osl } = traffic;
  const perRank = maxSequences(shape, machine.value, isl, osl, layout.t * layout.d, layout.t);
  return ok({
    point, shape, machine: machine.value, family: calibrationFamily(accelerator.family),
    backend,
    traffic, layout, split: apart?.split ?? null, users: point.concurrency,
    slots: Math.max(1, perRank) * layout.d, accelerators,
  });
}

/** `sampleOf` with model and accelerator looked up. */
export function findSample(point: MeasuredPoint, catalog: Catalog): Answer<Sample> {
  const model = catalog.models[point.modelId];
  const accelerator = catalog.accelerators[point.acceleratorId];
  if (model === undefined) return refuseWith('figure-missing', `model ${point.modelId}`);
  if (accelerator === undefined)
    return refuseWith('figure-missing', `accelerator ${point.acceleratorId}`);
  return sampleOf(point, model, accelerator);
}

/** What the engines of the rows did is in the constants. */
const asCalibrated: EngineModes = {};

function runDrafting(
  sample: Sample, draft: number, constants: EngineConstants, out: LoopResult,
): void {
  const bench = { ...sample, constants, modes: asCalibrated,
    traffic: { ...sample.traffic, draft } };
  if (sample.split === null)
    runAggregated(bench, sample.layout, sample.users, sample.slots, out);
  else runDisaggregated(bench, sample.split, sample.users, sample.slots, out);
}

/** Evaluates a sample; `out` receives TPOT and requests per second. */
export function runSample(sample: Sample, constants: EngineConstants, out: LoopResult): void {
  if (sample.traffic.draft === 0) {
    runDrafting(sample, 0, constants, out);
    return;
  }
  let best = sample.traffic.draft;
  let most = 0;
  for (const draft of MTP_DRAFTS) {
    runDrafting(sample, draft, constants, out);
    if (out.requestsPerSecond <= most) continue;
    most = out.requestsPerSecond;
    best = draft;
  }
  runDrafting(sample, best, constants, out);
}

/**
 * Output tokens per second and accelerator that `out` stands for, on the basis of the
 * sample's table.
 */
export function throughputOf(sample: Sample, out: LoopResult): number {
  return (out.requestsPerSecond * sample.traffic.osl) / sample.accelerators;
}
