/** Weights of the blocks models are made of, biases and norms left out (below 0.1 %). */

export interface HeadShape {
  readonly heads: number;
  readonly kvHeads: number;
  readonly keyDim: number;
  readonly valueDim: number;
}

export interface LatentShape {
  readonly qLoraRank: number;
  readonly kvLoraRank: number;
  readonly qkNopeHeadDim: number;
  readonly qkRopeHeadDim: number;
  readonly vHeadDim: number;
}

/**
 * Query, key, value and output projections of grouped-query attention.
 * @example attentionWeights(100, { heads: 4, kvHeads: 2, keyDim: 10, valueDim: 10 }) // 12000
 */
export function attentionWeights(
  hidden: number, { heads, kvHeads, keyDim, valueDim }: HeadShape,
): number {
  return hidden * (heads * (keyDim + valueDim) + kvHeads * (keyDim + valueDim));
}

/** Projections of multi-head latent attention: queries through a rank of their own or not. */
export function latentWeights(hidden: number, heads: number, shape: LatentShape): number {
  const { qLoraRank, kvLoraRank, qkNopeHeadDim, qkRopeHeadDim, vHeadDim } = shape;
  const query = heads * (qkNopeHeadDim + qkRopeHeadDim);
  return (qLoraRank > 0 ? qLoraRank * (hidden + query) : hidden * query)
    + hidden * (kvLoraRank + qkRopeHeadDim) + kvLoraRank * heads * (qkNopeHeadDim + vHeadDim)
    + heads * vHeadDim * hidden;
}

/**
 * A feed-forward block: up and down, and a gate where it has three matrices.
 * @example mlpWeights(100, 300, 2) // 60000
 */
export const mlpWeights = (hidden: number, width: number, matrices: 2 | 3): number =>
  matrices * hidden * width;

/** State and weights of a layer that keeps no keys. */
export interface StateBlock {
  readonly weights: number;
  readonly stateBytes: number;
}

/** States are kept in fp32, the last inputs of a convolution in bf16. */
const STATE_BYTES = 4;
const CONVOLUTION_BYTES = 2;

const convolutionBytes = (channels: number, kernel: number): number =>
  channels * Math.max(0, kernel - 1) * CONVOLUTION_BYTES;

/** Gated DeltaNet: queries, keys, values and gate, two scalars a head, a convolution, output. */
export function deltaNetBlock(hidden: number, shape: {
  readonly keyHeads: number; readonly keyDim: number;
  readonly valueHeads: number; readonly valueDim: number; readonly kernel: number;
}): StateBlock {
  const { keyHeads, keyDim, valueHeads, valueDim, kernel } = shape;
  const channels = 2 * keyHeads * keyDim + valueHeads * valueDim;
  return {
    weights: hidden * (channels + valueHeads * valueDim + 2 * valueHeads) + channels * kernel
      + valueHeads * valueDim * hidden,
    stateBytes: valueHeads * keyDim * valueDim * STATE_BYTES + convolutionBytes(channels, kernel),
  };
}

/** Kimi Delta Attention: as DeltaNet with a decay by channel and a gate of full or low rank. */
export function kimiDeltaBlock(hidden: number, shape: {
  readonly heads: number; readonly dim: number; readonly kernel: number;
  readonly fullRankGate: boolean;
}): StateBlock {
  const { heads, dim, kernel, fullRankGate } = shape;
  const inner = heads * dim;
  const gate = fullRankGate ? hidden * inner : dim * (hidden + inner);
  return {
    weights: 4 * hidden * inner + gate + dim * (hidden + inner) + hidden * heads
      + 3 * inner * kernel,
    stateBytes: heads * dim * dim * STATE_BYTES + convolutionBytes(3 * inner, kernel),
  };
}

/** Mamba-2: one projection in, a convolution, one out. */
export function mamba2Block(hidden: number, shape: {
  readonly inner: number; readonly heads: number; readonly groups: number;
  readonly state: number; readonly kernel: number;
}): StateBlock {
  const { inner, heads, groups, state, kernel } = shape;
  const channels = inner + 2 * groups * state;
  return {
    weights: hidden * (inner + channels + heads) + channels * kernel + inner * hidden,
    stateBytes: inner * state * STATE_BYTES + convolutionBytes(channels, kernel),
  };
}

/** Mamba-1: projections in and out, a low-rank time step, and a state matrix. */
export function mambaBlock(hidden: number, shape: {
  readonly inner: number; readonly rank: number; readonly state: number;
  readonly kernel: number;
}): StateBlock {
  const { inner, rank, state, kernel } = shape;
  return {
    weights: hidden * 2 * inner + inner * kernel + inner * (rank + 2 * state) + rank * inner
      + inner * state + inner * hidden,
    stateBytes: inner * state * STATE_BYTES + convolutionBytes(inner, kernel),
  };
}

/** Lightning attention: queries, keys, values, a gate as wide, output. */
export function lightningBlock(hidden: number, heads: number, dim: number): StateBlock {
  return { weights: 5 * hidden * heads * dim, stateBytes: heads * dim * dim * STATE_BYTES };
}

/** A gated short convolution: three widths in, one out. */
export function shortConvolutionBlock(
  hidden: number, width: number, kernel: number,
): StateBlock {
  return { weights: hidden * 3 * width + width * kernel + width * hidden,
    stateBytes: convolutionBytes(width, kernel) };
}
