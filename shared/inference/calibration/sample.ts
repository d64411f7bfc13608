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
import { acceptanceOf } from '../speculation.ts';
import { daysBetween, slowdownOf } from '../maturity.ts';
import { runDate } from './run-dates.ts';
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
  /** Days since the model's architecture was first served; null where it is long ago. */
  readonly age: number | null;
  /** Day the point was measured, where it or its source says. */
  readonly date: string | null;
  /** Time per token to fit, ms: the mean, else the median of the requests. */
  readonly tpotMs: number | null;
  /** First token to fit, ms: of lightly loaded long prompts only, where waiting is little. */
  readonly ttftMs: number | null;
}

/**
 * Draft tokens a point that says `mtp` may have run with: operators draft three at low
 * load and fewer as verification starts to cost, so the number that serves best stands
 * for what they did.
 */
const MTP_DRAFTS: readonly number[] = [3, 2, 1];

/**
 * The instance of an aggregated point. Some tables write the worker's whole width as tensor
 * width where attention is data-parallel: the accelerators it states then say how wide.
 */
function aggregatedLayout(point: MeasuredPoint): { layout: Layout; accelerators: number } {
  const d = point.attentionDp ?? 1;
  const stated = point.accelerators ?? null;
  const product = (point.tp ?? 1) * d;
  const accelerators = stated !== null && stated % d === 0 ? Math.min(stated, product) : product;
  // Some tables give the experts' width only where attention is not cut: the wider of the
  // two is the instance.
  const n = Math.max(accelerators, stated === null ? (point.moeTp ?? 1) * (point.ep ?? 1) : 1);
  return { layout: { t: n / d, d, e: Math.min(n, Math.max(1, point.ep ?? 1)) }, accelerators };
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

/** Prompts shorter than this say more of fixed times than of prefill, tokens. */
const LONG_PROMPT = 3000;
/** Users of an instance that hardly wait for one another. */
const FEW_USERS = 8;

function ttftOf({ isl, concurrency, ttftMeanMs, ttftMedianMs, mode }: MeasuredPoint): number | null {
  if (isl < LONG_PROMPT || concurrency > FEW_USERS || mode !== 'agg') return null;
  return ttftMedianMs ?? ttftMeanMs;
}

/** Draft tokens of a point: as stated, else the most it may have run with. */
const draftOf = ({ speculative, draftTokens }: MeasuredPoint): number =>
  (speculative !== 'mtp' ? 0 : draftTokens ?? Math.max(...MTP_DRAFTS));

/** How a decoding worker of `n` accelerators is cut. */
function decodeLayout(point: MeasuredPoint, n: number): Layout {
  const cut = (d: number): Layout => ({ t: n / d, d, e: d > 1 ? n : Math.max(1, point.ep ?? 1) });
  const { decodeDpAttention: apart } = point;
  const saysNothing = (point.tp ?? 1) <= 1 && (point.ep ?? 1) <= 1;
  if (apart === true) return cut(saysNothing && n <= WIDEST_TENSOR_WORKER ? 1 : n);
  if (apart === false) return cut(Math.max(1, n / Math.max(point.tp ?? n, 1)));
  if (isTensorWidth(point, n)) return cut(1);
  const tp = Math.max(1, point.tp ?? 1);
  const stated = point.attentionDp ?? 1;
  return cut(tp * stated === n ? stated : Math.max(1, n / tp));
}

/** How a prefill worker is cut: as the point says, else as is usual for the model. */
function prefillWorkerLayout(point: MeasuredPoint, shape: ModelShape, size: number): Layout {
  const { prefillDpAttention: apart } = point;
  if (apart !== false) return apart === true ? { t: 1, d: size, e: size } : prefillLayout(shape, size);
  const d = Math.max(1, size / Math.max(1, point.prefillTp ?? size));
  return { t: size / d, d, e: d > 1 ? size : Math.min(size, Math.max(1, point.prefillEp ?? 1)) };
}

function disaggregatedLayout(
  point: MeasuredPoint, shape: ModelShape,
): { split: Split; accelerators: number } | null {
  const {
    prefillWorkers: x, prefillAccelerators: prefill, decodeWorkers: y,
    decodeAccelerators: decode,
  } = point;
  if (x === null || prefill === null || y === null || decode === null) return null;
  const layout = decodeLayout(point, decode / y);
  const worker = prefillWorkerLayout(point, shape, prefill / x);
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
    isl: point.isl * point.lengthFactor, osl: point.osl * point.lengthFactor,
    cacheHit: point.cacheHit ?? 0, draft: draftOf(point),
  };
  const { isl, osl } = traffic;
  const perRank = maxSequences(shape, machine.value, isl, osl, layout.t * layout.d, layout.t);
  const date = point.date ?? runDate(point.source);
  return ok({
    point, shape, machine: machine.value, family: calibrationFamily(accelerator.family),
    backend,
    traffic, layout, split: apart?.split ?? null, users: point.concurrency,
    slots: Math.max(1, perRank) * layout.d, accelerators,
    tpotMs: point.tpotMeanMs ?? point.tpotMedianMs ?? null, ttftMs: ttftOf(point),
    age: daysBetween(model.life?.released ?? null, date), date,
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

/** Constants with the acceptance a run states, where it does. */
function acceptingAs(sample: Sample, constants: EngineConstants): EngineConstants {
  const { acceptedTokens, draftTokens } = sample.point;
  if (acceptedTokens == null || draftTokens == null) return constants;
  return { ...constants, draftAcceptance: acceptanceOf(draftTokens, acceptedTokens) };
}

function runDrafting(
  sample: Sample, draft: number, constants: EngineConstants, out: LoopResult,
): void {
  const bench = { ...sample, constants: acceptingAs(sample, constants), modes: asCalibrated,
    traffic: { ...sample.traffic, draft }, slowdown: slowdownOf(sample.age, sample.date, constants) };
  if (sample.split === null)
    runAggregated(bench, sample.layout, sample.users, sample.slots, out);
  else runDisaggregated(bench, sample.split, sample.users, sample.slots, out);
}

/** Evaluates a sample; `out` receives TPOT and requests per second. */
export function runSample(sample: Sample, constants: EngineConstants, out: LoopResult): void {
  const { draft } = sample.traffic;
  if (draft === 0 || sample.point.draftTokens != null) {
    runDrafting(sample, draft, constants, out);
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
