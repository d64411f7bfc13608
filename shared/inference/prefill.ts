import { prefillCommunicationSeconds } from './communication.ts';
import type { EngineConstants } from './constants.ts';
import { overlapped, routedSeconds, type Layout } from './decode.ts';
import type { Machine } from './machine.ts';
import type { ModelShape } from './shape.ts';

/** Share of the arithmetic peak dense layers reach in prefill, by the precision they run at. */
function mfuOf(machine: Machine, k: EngineConstants): number {
  return machine.math === 'bf16' ? k.mfuBf16 : machine.math === 'fp8' ? k.mfuFp8 : k.mfuFp4;
}

/** Pairs of tokens (twice the causal triangle) when each token sees at most `reach` others. */
function causalPairs(tokens: number, reach: number): number {
  return tokens <= reach ? tokens * tokens : reach * reach + 2 * reach * (tokens - reach);
}

/** Causal attention over `total` tokens of which `cached` are already there, FLOP. */
function prefillAttentionFlops(shape: ModelShape, total: number, cached: number): number {
  const full = causalPairs(total, shape.sparseTopk) - causalPairs(cached, shape.sparseTopk);
  const windowed = 2 * Math.min(total, shape.window) * (total - cached);
  const index = shape.indexFlopsPerKey * 0.5 * (total * total - cached * cached);
  return shape.prefillFlopsPerPair * (shape.fullLayers * full + shape.windowedLayers * windowed)
    + shape.fullLayers * index;
}

/** Tokens an engine takes in one pass of prefill on one attention rank. */
export const PASS_TOKENS = 8192;

/**
 * Accelerator time of one prompt spread over the instance, seconds. Prompts go through in passes
 * of `pass` tokens on the instance, each of which reads the weights it touches once:
 * `dense (+) W/(BW eta_w) + routed (+) experts + A/(n F_bf16 mfu_attn) + comm + L c`, per token.
 * A single prompt under attention data parallelism takes d times as long.
 *
 * @param tokens prompt length; `cacheHit` of it (0..1) is found in the prefix cache
 * @param pass tokens of one pass on the whole instance; longer prompts take several
 */
export function prefillSeconds(
  shape: ModelShape, machine: Machine, k: EngineConstants, layout: Layout, tokens: number,
  cacheHit: number, pass: number, overlap = false,
): number {
  const { dense, experts, attention, communication, overhead } =
    prefillParts(shape, machine, k, layout, tokens, cacheHit, pass);
  const work = dense + experts + attention + overhead;
  return overlap && layout.d > 1 ? Math.max(work, communication) : work + communication;
}

/** Seconds of one prompt by cause, spread over the instance. */
export interface PrefillSeconds {
  readonly dense: number;
  readonly experts: number;
  readonly attention: number;
  readonly communication: number;
  /** Kernels and hidden states moved through memory. */
  readonly overhead: number;
}

const noPrompt: PrefillSeconds =
  { dense: 0, experts: 0, attention: 0, communication: 0, overhead: 0 };

/** The parts of `prefillSeconds`, which takes the same. */
export function prefillParts(
  shape: ModelShape, machine: Machine, k: EngineConstants, layout: Layout, tokens: number,
  cacheHit: number, pass: number,
): PrefillSeconds {
  const { t, d } = layout;
  const n = t * d;
  const cached = tokens * cacheHit;
  const fresh = tokens - cached;
  if (fresh <= 0) return noPrompt;
  const passes = fresh / pass;
  const rate = n * machine.peak * mfuOf(machine, k);
  const weights = (shape.denseReadBytes / t) / (machine.hbm * k.etaWeights);
  const flops = 2 * (shape.denseReadParams - shape.headParams) * pass;
  // Every tensor rank moves the whole hidden state, and that of each chosen expert's tokens.
  const states = k.activationMoves * shape.layers
    + (k.expertMoves * shape.activeExperts * shape.moeLayers) / t;
  const moves = ((fresh / d) * states * shape.hidden * 2) / machine.hbm;
  return {
    dense: overlapped(weights, flops / rate) * passes,
    experts: routedSeconds(shape, machine, k, layout, pass).total * passes,
    attention: prefillAttentionFlops(shape, tokens, cached)
      / (n * machine.bf16 * k.mfuAttention),
    communication: prefillCommunicationSeconds(machine, k, shape, fresh, layout),
    overhead: k.prefillLayerUs * 1e-6 * shape.layers * passes + moves,
  };
}
