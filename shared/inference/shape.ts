import type { ModelSpec, Precision } from '../catalog/types.ts';
import {
  equivalentLayers, INDEX_ENTRY_BYTES, indexedLayers, kvGroupsOf, type KvGroup,
} from './kv-groups.ts';
import type { MemoryPolicy } from './engine-memory.ts';
import { kvElementBytes, memoryPolicyOf } from './engine-memory.ts';
import type { Backend } from './framework.ts';

/**
 * A model at a precision, reduced to the counts the step equations need. Bytes are per
 * whole model.
 */
export interface ModelShape {
  readonly layers: number;
  readonly moeLayers: number;
  readonly hidden: number;
  readonly heads: number;
  /** Attention, dense and shared layers and the head: read whole in every step. */
  readonly denseReadBytes: number;
  readonly denseReadParams: number;
  readonly headParams: number;
  readonly embeddingBytes: number;
  /** Routed experts: all of them, and those one token uses. */
  readonly routedBytes: number;
  readonly routedParams: number;
  readonly routedActiveParams: number;
  readonly sharedExperts: number;
  readonly experts: number;
  readonly activeExperts: number;
  /**
   * Layers whose KV grows with the context, layers capped at `window`, layers with a
   * fixed state.
   */
  readonly fullLayers: number;
  readonly windowedLayers: number;
  readonly window: number;
  readonly linearLayers: number;
  readonly linearStateBytes: number;
  readonly mla: boolean;
  /** Queries and keys are normalised per head: kernels of their own in every engine. */
  readonly queryKeyNorm: boolean;
  readonly kvHeads: number;
  readonly kvBytesPerTokenLayer: number;
  /** Cached layers by kind, where they are not all alike; the counts above otherwise. */
  readonly kv?: readonly KvGroup[];
  /**
   * FLOP per query token, key token and layer while decoding; and per token pair in
   * prefill.
   */
  readonly decodeFlopsPerKey: number;
  readonly prefillFlopsPerPair: number;
  /**
   * Keys an attention layer reads at most (sparse attention), and the indexer's cost per
   * key.
   */
  readonly sparseTopk: number;
  readonly indexBytesPerKey: number;
  readonly indexFlopsPerKey: number;
  readonly memory: MemoryPolicy;
  /** The precision the matrix products run at. */
  readonly math: Precision;
}

/**
 * Block scales included: fp8 with 128-blocks 8.03 bit, nvfp4 (16-blocks) 4.5 bit, mxfp4
 * 4.25 bit.
 */
const bytesPerWeight: Readonly<Record<Precision, number>> = { bf16: 2, fp8: 8.03 / 8,
  fp4: 4.5 / 8 };
const MXFP4_BYTES = 4.25 / 8;
/** Groups of 128 with a scale and a zero point, as the catalogue's `int4-g128`. */
const INT4_BYTES = 4.25 / 8;
/**
 * Linear-attention state: twice the hidden width times a key dimension of 128, kept in
 * fp32.
 */
const LINEAR_STATE_BYTES_PER_HIDDEN = 2 * 128 * 4;

/**
 * Whether the experts are published in four bits whatever arithmetic is used: such a
 * model runs on accelerators without FP4 units, which unpack the weights and multiply at
 * a higher precision.
 */
export function storesFourBitExperts(model: ModelSpec): boolean {
  return /fp4 experts/i.test(model.nativePrecision ?? '');
}

/**
 * Whether weights are integers of four bits. No accelerator multiplies them: they are
 * widened, and products run in bf16 whatever else it could do.
 * @example storesInt4(llama8b) // false
 */
export const storesInt4 = ({ nativePrecision = '' }: ModelSpec): boolean =>
  /int4/iu.test(nativePrecision);

function weightBytes(
  model: ModelSpec, precision: Precision,
): { attention: number; dense: number; routed: number } {
  const b = bytesPerWeight[precision];
  if (storesInt4(model)) {
    const rest = /int4 experts/iu.test(model.nativePrecision ?? '') ? bytesPerWeight.bf16
      : INT4_BYTES;
    return { attention: rest, dense: rest, routed: INT4_BYTES };
  }
  if (storesFourBitExperts(model)) {
    const rest = /fp8 attention/i.test(model.nativePrecision ?? '') ? bytesPerWeight.fp8
      : bytesPerWeight.bf16;
    return { attention: rest, dense: rest, routed: MXFP4_BYTES };
  }
  if (precision !== 'fp4' || model.moe === undefined)
    return { attention: b, dense: b, routed: b };
  return { attention: bytesPerWeight.fp8, dense: bytesPerWeight.fp8, routed: b };
}

function weightCounts(model: ModelSpec, precision: Precision) {
  const bytes = weightBytes(model, precision);
  const { paramsAttention, paramsDenseAndShared, paramsRouted, paramsHead } = model;
  const share = model.moe === undefined ? 0 : model.moe.activeExperts / model.moe.experts;
  const rest = model.paramsTotal - paramsAttention - paramsDenseAndShared - paramsRouted
    - paramsHead;
  return {
    denseReadBytes: paramsAttention * bytes.attention + paramsDenseAndShared * bytes.dense
      + paramsHead * bytesPerWeight.bf16,
    denseReadParams: paramsAttention + paramsDenseAndShared + paramsHead,
    headParams: paramsHead, embeddingBytes: Math.max(0, rest) * bytesPerWeight.bf16,
    routedBytes: paramsRouted * bytes.routed, routedParams: paramsRouted,
    routedActiveParams: paramsRouted * share,
  };
}

/**
 * Families whose published configuration normalises queries and keys; imported models say so in
 * their note.
 */
const QUERY_KEY_NORM = /qwen3|minimax|glm-4\.5(?!-air)|llama-4-scout|query-key norm/i;

function attentionCounts(model: ModelSpec, kvBytes: number) {
  const { mla } = model;
  if (model.attention === 'mla' && mla !== undefined) {
    const latent = mla.kvLoraRank + mla.qkRopeHeadDim;
    return {
      kvBytesPerTokenLayer: latent * kvBytes,
      decodeFlopsPerKey: 2 * model.heads * (latent + mla.kvLoraRank),
      prefillFlopsPerPair: model.heads * (mla.qkNopeHeadDim + mla.qkRopeHeadDim + mla.vHeadDim),
    };
  }
  return {
    kvBytesPerTokenLayer: 2 * model.kvHeads * model.headDim * kvBytes,
    decodeFlopsPerKey: 4 * model.heads * model.headDim,
    prefillFlopsPerPair: 2 * model.heads * model.headDim,
  };
}

/** Layers by how they keep context: as many full and windowed ones as do the same work. */
function layerCounts(model: ModelSpec, precision: Precision) {
  const groups = kvGroupsOf(model, kvElementBytes(precision));
  if (groups !== null) return equivalentLayers(model, groups);
  const { linearAttentionLayers: linearLayers = 0, slidingWindow } = model;
  const { windowedLayers = 0, window = 0 } = slidingWindow ?? {};
  return {
    fullLayers: model.layers - windowedLayers - linearLayers, windowedLayers, window,
    linearLayers,
    linearStateBytes: LINEAR_STATE_BYTES_PER_HIDDEN * model.hidden,
  };
}

/** Keys a sparse layer reads at most and what looking for them takes, per key. */
function indexCounts(model: ModelSpec, fullLayers: number) {
  const { sparseIndex: sparse, kvCompression } = model;
  if (sparse === undefined)
    return { sparseTopk: Infinity, indexBytesPerKey: 0, indexFlopsPerKey: 0 };
  const flops = 2 * sparse.heads * sparse.headDim;
  if (kvCompression !== undefined) {
    const { ratio, layers } = indexedLayers(kvCompression);
    const share = fullLayers === 0 ? 0 : layers / ratio / fullLayers;
    return { sparseTopk: sparse.topk * ratio, indexBytesPerKey: INDEX_ENTRY_BYTES * share,
      indexFlopsPerKey: flops * share };
  }
  const share = sparse.layers === undefined ? 1 : sparse.layers / fullLayers;
  return { sparseTopk: sparse.topk, indexBytesPerKey: sparse.headDim * share,
    indexFlopsPerKey: flops * share };
}

/**
 * Reduces a model at a precision to bytes and operation counts.
 *
 * @param math the precision the products run at; differs from `precision` where weights
 *   are unpacked
 * @param backend sets how memory is shared out
 * @returns counts for the whole model; parallelism divides them later
 * @example shapeModel(llama8b, 'fp8', 'fp8', 'trtllm').kvBytesPerTokenLayer // 2048: 2 x 8 x 128 bytes
 */
export function shapeModel(
  model: ModelSpec, precision: Precision, math: Precision, backend: Backend,
): ModelShape {
  const counts = layerCounts(model, precision);
  return {
    ...weightCounts(model, precision), ...attentionCounts(model, kvElementBytes(precision)),
    memory: memoryPolicyOf(backend),
    layers: model.layers, moeLayers: model.moe?.moeLayers ?? 0, hidden: model.hidden,
    heads: model.heads,
    experts: model.moe?.experts ?? 1, activeExperts: model.moe?.activeExperts ?? 1,
    sharedExperts: model.moe?.sharedExperts ?? 0,
    mla: model.attention === 'mla',
    queryKeyNorm: QUERY_KEY_NORM.test(`${model.id} ${model.note ?? ''}`),
    kvHeads: model.attention === 'mla' ? 1 : model.kvHeads,
    ...counts, ...indexCounts(model, counts.fullLayers),
    math,
  };
}
