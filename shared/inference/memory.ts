import type { Machine } from './machine.ts';
import type { ModelShape } from './shape.ts';

/**
 * Share of memory the serving engine may fill; engines default to 0.88-0.92 for weights and cache and keep
 * activations, here reserved below, outside it.
 */
const USABLE = 0.95;
/** Activations and runtime 3.5 GB plus buffers of the collectives 0.35 GB, per accelerator. */
export const RESERVED_BYTES = 3.85e9;

/** Weights on one rank, bytes: experts over all n, the rest over the t tensor-parallel ranks. */
export function weightBytesPerRank(shape: ModelShape, n: number, t: number): number {
  return shape.routedBytes / n + (shape.denseReadBytes + shape.embeddingBytes) / t;
}

/**
 * KV cache of one sequence on one rank, bytes, averaged over its life if `tokens` is the mean context.
 * GQA heads split over at most `kvHeads` ranks; an MLA latent is replicated on every tensor rank.
 */
export function kvBytesPerSequence(shape: ModelShape, tokens: number, t: number): number {
  const windowed = Math.min(tokens, shape.window) * shape.windowedLayers;
  const perToken = shape.kvBytesPerTokenLayer / Math.min(t, shape.kvHeads);
  const index = shape.indexBytesPerKey * tokens * shape.fullLayers;
  return perToken * (tokens * shape.fullLayers + windowed) + index
    + (shape.linearStateBytes * shape.linearLayers) / t;
}

/** Memory left for KV on one rank, bytes; negative by the shortfall. */
export function kvRoomBytes(shape: ModelShape, machine: Machine, n: number, t: number): number {
  return USABLE * machine.capacityBytes - weightBytesPerRank(shape, n, t) - RESERVED_BYTES;
}

/**
 * Sequences one rank can hold: `floor((0.95 HBM - W_rank - R) / KV(isl + osl/2))`, 0 if not one fits.
 *
 * @param isl,osl tokens
 * @param n accelerators of the instance; `t` of them form one tensor-parallel group
 * @example maxSequences(shape70bFp8, h100, 1024, 1024, 2, 2) // about 400
 */
export function maxSequences(
  shape: ModelShape, machine: Machine, isl: number, osl: number, n: number, t: number,
): number {
  const room = kvRoomBytes(shape, machine, n, t);
  if (room <= 0) return 0;
  return Math.floor(room / kvBytesPerSequence(shape, isl + osl / 2, t));
}
