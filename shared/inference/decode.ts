import { communicationSeconds } from './communication.ts';
import type { EngineConstants } from './constants.ts';
import { busiestRank, expertCoverage, skewedLoad, sliceRate } from './experts.ts';
import type { Machine } from './machine.ts';
import { kvBytesPerSequence } from './memory.ts';
import type { ModelShape } from './shape.ts';

/** How one instance is cut: n = t x d accelerators, experts over e of them. */
export interface Layout {
  readonly t: number;
  readonly d: number;
  readonly e: number;
}

/** Seconds of one decode step by cause; written in place, so that a sweep allocates nothing. */
export interface StepSeconds {
  weights: number;
  experts: number;
  kv: number;
  compute: number;
  communication: number;
  overhead: number;
  total: number;
}

export const emptyStep = (): StepSeconds =>
  ({ weights: 0, experts: 0, kv: 0, compute: 0, communication: 0, overhead: 0, total: 0 });

/**
 * Kernels of GQA attention: norm, projection, rotation and cache write, attention, output
 * projection.
 */
const GQA_KERNELS = 5;
/** The model `sequenceUs` is stated for. */
const REFERENCE_LAYERS = 60;
const REFERENCE_WIDTH = 5000;

/** Dependent kernels of one pass over all layers. */
export function countKernels(shape: ModelShape, k: EngineConstants): number {
  const attention = (shape.mla ? k.mlaKernels : GQA_KERNELS)
    + (shape.queryKeyNorm ? k.queryKeyNormKernels : 0)
    + (shape.math === 'bf16' ? 0 : k.quantiseKernels);
  const expert = k.expertKernels + (shape.sharedExperts > 0 ? k.sharedExpertKernels : 0)
    + (shape.unpacksExperts ? k.unpackKernels : 0);
  const { layers, moeLayers } = shape;
  return layers * attention + (layers - moeLayers) * k.denseKernels + moeLayers * expert;
}

/**
 * Attention arithmetic of one rank's step, FLOP, for `tokens` query tokens over `context`
 * keys.
 */
function attentionFlops(shape: ModelShape, tokens: number, context: number, t: number): number {
  const keys = Math.min(context, shape.sparseTopk) * shape.fullLayers
    + Math.min(context, shape.window) * shape.windowedLayers;
  const index = shape.indexFlopsPerKey * context * shape.fullLayers;
  return (tokens * (shape.decodeFlopsPerKey * keys + index)) / t;
}

/**
 * KV bytes one rank reads per sequence and step; sparse attention reads its top keys and the
 * whole index.
 */
function kvReadBytes(shape: ModelShape, context: number, t: number): number {
  const skipped =
    Math.max(0, context - shape.sparseTopk) * shape.fullLayers * shape.kvBytesPerTokenLayer;
  return kvBytesPerSequence(shape, context, t) - skipped / Math.min(t, shape.kvHeads);
}

/**
 * Time of moving bytes and doing arithmetic that overlap imperfectly: the 1.5-norm of the
 * two.
 */
export function overlapped(memory: number, compute: number): number {
  const sum = memory * Math.sqrt(memory) + compute * Math.sqrt(compute);
  return Math.cbrt(sum * sum);
}

/** What a step routes through its experts takes: reading their weights, and with arithmetic. */
interface Routed {
  readonly read: number;
  readonly total: number;
}

const nothingRouted: Routed = { read: 0, total: 0 };

/**
 * Routed experts of one pass of `tokens` tokens over the instance, seconds. Every touched expert
 * is read once and pays some rows beside its tokens; the busiest rank sets the pace.
 */
export function routedSeconds(
  shape: ModelShape, machine: Machine, k: EngineConstants, { t, d, e }: Layout, tokens: number,
): Routed {
  if (shape.routedParams <= 0) return nothingRouted;
  const n = t * d;
  const coverage = expertCoverage(shape.activeExperts, shape.experts, tokens);
  const busiest = busiestRank(coverage, shape.experts, e, k.imbalanceZ);
  const read = (shape.routedBytes * coverage * busiest) / (n * machine.hbm * k.etaExperts);
  const rows = shape.routedActiveParams * tokens + shape.routedParams * coverage * k.expertRows;
  const rate = n * machine.peak * k.etaGroupedGemm
    * sliceRate(shape.expertWidth, n, e, k.expertSlice);
  const load = skewedLoad(shape.experts, e, k.expertSkew);
  return { read, total: overlapped(read, (2 * rows * load) / rate) };
}

/**
 * What a decode step takes beside attention over the context: the same at any length of
 * prompt and answer. Leaves it by cause in `out`, attention left out.
 * @param sequences C, in flight in the instance
 * @param q tokens verified per sequence and step
 * @returns seconds
 */
export function besideAttention(
  shape: ModelShape, machine: Machine, k: EngineConstants, layout: Layout,
  sequences: number, q: number, out: StepSeconds,
): number {
  const { t, d } = layout;
  const tokens = (sequences / d) * q;
  const weights = shape.denseReadBytes / t / (machine.hbm * k.etaWeights);
  const dense = overlapped(weights,
    (2 * shape.denseReadParams * tokens) / (t * machine.peak * k.etaGemm));
  const { read: experts, total: routed } = routedSeconds(shape, machine, k, layout, sequences * q);
  out.weights = weights;
  out.experts = experts;
  out.compute = dense - weights + routed - experts;
  out.communication = communicationSeconds(machine, k, shape, tokens, layout);
  const size = (shape.layers / REFERENCE_LAYERS) * Math.sqrt(shape.hidden / REFERENCE_WIDTH);
  const perPass = countKernels(shape, k) * k.kernelUs * 1e-6;
  out.overhead = perPass + k.stepMs * 1e-3
    + k.sequenceUs * size * tokens * 1e-6;
  if (q > 1) {
    // Each draft runs one layer and the head before the model verifies them together.
    const layer = (dense + routed + out.communication + perPass) / shape.layers / q;
    const head = (2 * shape.headParams) / t / (machine.hbm * k.etaWeights);
    out.overhead += (q - 1) * (layer + head + k.draftUs * 1e-6);
  }
  return dense + routed + out.communication + out.overhead;
}

/** Seconds the KV cache of a step's sequences takes to be read. */
const kvSeconds = (
  shape: ModelShape, machine: Machine, k: EngineConstants, { t, d }: Layout,
  sequences: number, context: number,
): number => ((sequences / d) * kvReadBytes(shape, context, t)) / (machine.hbm * k.etaKv);

/**
 * Attention of one decode step over `context` tokens, reading the cache included, seconds.
 * @param sequences C, in flight in the instance
 * @param q tokens verified per sequence and step
 */
export function attentionSeconds(
  shape: ModelShape, machine: Machine, k: EngineConstants, layout: Layout,
  sequences: number, q: number, context: number,
): number {
  const { t, d } = layout;
  const etaA = shape.mla ? k.etaAttentionMla : k.etaAttentionGqa;
  return overlapped(kvSeconds(shape, machine, k, layout, sequences, context),
    attentionFlops(shape, (sequences / d) * q, context, t) / (machine.bf16 * 2 * etaA));
}

/**
 * A step and the host work for its sequences, which goes on beside it and takes over where it
 * is longer: the 4-norm of the two. Each attention rank has an engine process of its own.
 * @param seconds of the step on the accelerators
 */
export function withHost(
  seconds: number, k: EngineConstants, { d }: Layout, sequences: number,
): number {
  const host = sequences / d / k.hostPerSec;
  const [a, b] = [seconds * seconds, host * host];
  return Math.sqrt(Math.sqrt(a * a + b * b));
}

/**
 * One decode step: each operator moves its bytes and does its arithmetic, imperfectly
 * overlapped.
 *
 * `T = W_dense/t / (BW eta_w) (+) 2 P_dense b q / (t F eta_c)
 *    + W_routed/n cov imb / (BW eta_e) (+) 2 P_routed k/E C q / (n F eta_cm)
 *    + KV / (BW eta_k) (+) A / (F_fp8 eta_a) + communication + kernels + step + sequences`,
 * where `(+)` is the 1.5-norm.
 *
 * @param sequences C, in flight in the instance
 * @param q tokens verified per sequence and step
 * @param context mean context, tokens
 * @param out receives seconds by cause
 */
export function decodeStep(
  shape: ModelShape, machine: Machine, k: EngineConstants, layout: Layout,
  sequences: number, q: number, context: number, out: StepSeconds,
): void {
  const beside = besideAttention(shape, machine, k, layout, sequences, q, out);
  const attention = attentionSeconds(shape, machine, k, layout, sequences, q, context);
  out.kv = kvSeconds(shape, machine, k, layout, sequences, context);
  out.compute += attention - out.kv;
  out.total = withHost(beside + attention, k, layout, sequences);
  out.overhead += out.total - beside - attention;
}
