import { communicationSeconds } from './communication.ts';
import type { EngineConstants } from './constants.ts';
import type { Layout } from './decode.ts';
import type { Machine } from './machine.ts';
import type { ModelShape } from './shape.ts';

/** Share of the arithmetic peak dense layers reach in prefill, by the precision they run at. */
function mfuOf(machine: Machine, k: EngineConstants): number {
  return machine.math === 'bf16' ? k.mfuBf16 : machine.math === 'fp8' ? k.mfuFp8 : k.mfuFp4;
}

/** Causal attention over `total` tokens of which `cached` are already there, FLOP. */
function prefillAttentionFlops(shape: ModelShape, total: number, cached: number): number {
  const reach = Math.min(total, shape.sparseTopk);
  // Up to topk the triangle is full; beyond it each token sees topk keys.
  const pairs = total <= reach ? total * total : reach * reach + 2 * reach * (total - reach);
  const before = cached <= reach ? cached * cached : reach * reach + 2 * reach * (cached - reach);
  const windowed = 2 * Math.min(total, shape.window) * (total - cached);
  const index = shape.indexFlopsPerKey * 0.5 * (total * total - cached * cached);
  return shape.prefillFlopsPerPair * (shape.fullLayers * (pairs - before) + shape.windowedLayers * windowed)
    + shape.fullLayers * index;
}

/**
 * Accelerator time of one prompt spread over the instance, seconds:
 * `dense/(n F mfu) + routed/(n F mfu m_moe) + A/(n F_bf16 mfu_attn) + comm`.
 * A single prompt under attention data parallelism takes d times as long.
 *
 * @param tokens prompt length; `cacheHit` of it (0..1) is found in the prefix cache
 */
export function prefillSeconds(
  shape: ModelShape, machine: Machine, k: EngineConstants, layout: Layout, tokens: number, cacheHit: number,
): number {
  const { t, d, e } = layout;
  const n = t * d;
  const cached = tokens * cacheHit;
  const fresh = tokens - cached;
  const rate = n * machine.peak * mfuOf(machine, k);
  const dense = (2 * (shape.attentionParams + shape.denseParams) * fresh) / rate;
  const active = (shape.routedParams * shape.activeExperts) / shape.experts;
  const routed = (2 * active * fresh) / (rate * k.mfuExperts);
  const attention = prefillAttentionFlops(shape, tokens, cached) / (n * machine.bf16 * k.mfuAttention);
  return dense + routed + attention + communicationSeconds(machine, k, shape, fresh, t, d, e) / d;
}
