import { prefillCommunicationSeconds } from './communication.ts';
import type { EngineConstants } from './constants.ts';
import type { Layout } from './decode.ts';
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

/**
 * Accelerator time of one prompt spread over the instance, seconds:
 * `dense/(n F mfu) + routed/(n F mfu m_moe) + A/(n F_bf16 mfu_attn) + comm + L c/d`.
 * A single prompt under attention data parallelism takes d times as long.
 *
 * @param tokens prompt length; `cacheHit` of it (0..1) is found in the prefix cache
 */
export function prefillSeconds(
  shape: ModelShape, machine: Machine, k: EngineConstants, layout: Layout, tokens: number,
  cacheHit: number,
): number {
  const { t, d } = layout;
  const n = t * d;
  const cached = tokens * cacheHit;
  const fresh = tokens - cached;
  const rate = n * machine.peak * mfuOf(machine, k);
  const dense = (2 * (shape.denseReadParams - shape.headParams) * fresh) / rate;
  const routed = (2 * shape.routedActiveParams * fresh) / (rate * k.mfuExperts);
  const attention =
    prefillAttentionFlops(shape, tokens, cached) / (n * machine.bf16 * k.mfuAttention);
  return dense + routed + attention
    + prefillCommunicationSeconds(machine, k, shape, fresh, layout)
    + (k.prefillLayerUs * 1e-6 * shape.layers) / d;
}
