import type { KvGroup } from './kv-groups.ts';
import type { Machine } from './machine.ts';
import type { ModelShape } from './shape.ts';

/**
 * Weights on one rank, bytes: experts over all n, the rest over the t tensor-parallel
 * ranks.
 */
export function weightBytesPerRank(shape: ModelShape, n: number, t: number): number {
  return shape.routedBytes / n + (shape.denseReadBytes + shape.embeddingBytes) / t;
}

/**
 * KV cache of one sequence on one rank, bytes, averaged over its life if `tokens` is the
 * mean context. GQA heads split over at most `kvHeads` ranks; an MLA latent is replicated
 * on every tensor rank.
 */
export function kvBytesPerSequence(shape: ModelShape, tokens: number, t: number): number {
  if (shape.kv !== undefined) return groupedBytesPerSequence(shape, shape.kv, tokens, t);
  const windowed = Math.min(tokens, shape.window) * shape.windowedLayers;
  const perToken = shape.kvBytesPerTokenLayer / Math.min(t, shape.kvHeads);
  const index = shape.indexBytesPerKey * tokens * shape.fullLayers;
  return perToken * (tokens * shape.fullLayers + windowed) + index
    + (shape.linearStateBytes * shape.linearLayers) / t;
}

/** The same where layers cache differently: each kind to its reach and over its own heads. */
function groupedBytesPerSequence(
  shape: ModelShape, groups: readonly KvGroup[], tokens: number, t: number,
): number {
  const cached = groups.reduce((sum, { layers, entryBytes, tokensPerEntry, reach, kvHeads }) =>
    sum + layers * entryBytes / Math.min(t, kvHeads) * Math.min(tokens, reach) / tokensPerEntry,
    0);
  return cached + shape.indexBytesPerKey * tokens * shape.fullLayers
    + (shape.linearStateBytes * shape.linearLayers) / t;
}

/**
 * Memory left for KV on one rank, bytes, as the engine shares it out; negative by the
 * shortfall.
 */
export function kvRoomBytes(shape: ModelShape, machine: Machine, n: number, t: number): number {
  const { share, ofFree, reservedBytes } = shape.memory;
  const weights = weightBytesPerRank(shape, n, t);
  return ofFree ? share * (machine.capacityBytes - weights - reservedBytes)
    : share * machine.capacityBytes - weights - reservedBytes;
}

/**
 * Sequences one rank can hold, 0 if not one fits: room over the KV cache of `isl + osl/2`
 * tokens, the mean over a request's life, or of `isl + osl` where the engine sets the
 * whole length aside.
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
  const tokens = shape.memory.wholeLength ? isl + osl : isl + osl / 2;
  return Math.floor(room / kvBytesPerSequence(shape, tokens, t));
}
