import { communicationSeconds } from './communication.ts';
import type { EngineConstants } from './constants.ts';
import { busiestRank, expertCoverage } from './experts.ts';
import type { Machine } from './machine.ts';
import { kvBytesPerSequence } from './memory.ts';
import type { ModelShape } from './shape.ts';

/** How one instance is cut: n = t x d accelerators, experts over e of them. */
export interface Layout {
  t: number;
  d: number;
  e: number;
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

/** Layers of the model `sequenceUs` is stated for. */
const REFERENCE_LAYERS = 60;

/** Attention arithmetic of one rank's step, FLOP: `b` sequences, `q` tokens each, over `context` keys. */
function attentionFlops(shape: ModelShape, tokens: number, context: number, t: number): number {
  const keys = Math.min(context, shape.sparseTopk) * shape.fullLayers
    + Math.min(context, shape.window) * shape.windowedLayers;
  const index = shape.indexFlopsPerKey * context * shape.fullLayers;
  return (tokens * (shape.decodeFlopsPerKey * keys + index)) / t;
}

/** KV bytes one rank reads in a step; sparse attention reads its top keys and the whole index. */
function kvReadBytes(shape: ModelShape, sequences: number, context: number, t: number): number {
  const all = kvBytesPerSequence(shape, context, t);
  const skipped = Math.max(0, context - shape.sparseTopk) * shape.fullLayers * shape.kvBytesPerTokenLayer;
  return sequences * (all - skipped / Math.min(t, shape.kvHeads));
}

/**
 * One decode step: each operator takes the longer of moving its bytes and doing its arithmetic.
 *
 * `T = max(W_dense/t / (BW eta_w), 2 P_dense b q / (t F eta_c))
 *    + max(W_routed/n cov imb / (BW eta_e), 2 P_routed k/E C q / (n F eta_cm))
 *    + max(KV / (BW eta_k), A / (F_attn eta_a)) + comm + overhead`
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
  const { t, d, e } = layout;
  const n = t * d;
  const b = sequences / d;
  const dense = (shape.attentionBytes + shape.denseBytes + shape.headBytes) / t;
  const weights = dense / (machine.hbm * k.etaWeights);
  const denseParams = shape.attentionParams + shape.denseParams + shape.headParams;
  const gemm = (2 * denseParams * b * q) / (t * machine.peak * k.etaGemm);
  let experts = 0;
  let grouped = 0;
  if (shape.routedParams > 0) {
    const coverage = expertCoverage(shape.activeExperts, shape.experts, sequences * q);
    const busiest = busiestRank(coverage, shape.experts, e, k.imbalanceZ);
    experts = (shape.routedBytes * coverage * busiest) / (n * machine.hbm * k.etaExperts);
    const active = (shape.routedParams * shape.activeExperts) / shape.experts;
    grouped = (2 * active * sequences * q) / (n * machine.peak * k.etaGroupedGemm);
  }
  const kv = kvReadBytes(shape, b, context, t) / (machine.hbm * k.etaKv);
  const etaA = shape.mla ? k.etaAttentionMla : k.etaAttentionGqa;
  const attention = attentionFlops(shape, b * q, context, t) / (machine.bf16 * 2 * etaA);
  out.weights = weights;
  out.experts = experts;
  out.kv = kv;
  out.compute = Math.max(0, gemm - weights) + Math.max(0, grouped - experts) + Math.max(0, attention - kv);
  out.communication = communicationSeconds(machine, k, shape, b * q, t, d, e);
  out.overhead = shape.layers * k.layerUs * 1e-6 + k.stepMs * 1e-3
    + k.sequenceUs * 1e-6 * (shape.layers / REFERENCE_LAYERS) * b * q;
  out.total = weights + experts + kv + out.compute + out.communication + out.overhead;
}
