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
  const { t, d } = layout;
  const n = t * d;
  const cached = tokens * cacheHit;
  const fresh = tokens - cached;
  if (fresh <= 0) return 0;
  const rate = n * machine.peak * mfuOf(machine, k);
  const weights = (shape.denseReadBytes / t) / (machine.hbm * k.etaWeights);
  const dense = overlapped(weights, (2 * (shape.denseReadParams - shape.headParams) * pass) / rate);
  const { total: routed } = routedSeconds(shape, machine, k, layout, pass);
  const attention =
    prefillAttentionFlops(shape, tokens, cached) / (n * machine.bf16 * k.mfuAttention);
  const communication = prefillCommunicationSeconds(machine, k, shape, fresh, layout);
  const perPass = dense + routed + k.prefillLayerUs * 1e-6 * shape.layers;
  // Every tensor rank moves the whole hidden state, and that of each chosen expert's tokens.
  const states = k.activationMoves * shape.layers + 4 * shape.activeExperts * shape.moeLayers / t;
  const moves = (fresh / d) * states * shape.hidden * 2 / machine.hbm;
  const work = perPass * (fresh / pass) + attention + moves;
  return overlap && d > 1 ? Math.max(work, communication) : work + communication;
}
