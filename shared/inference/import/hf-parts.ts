import type { ModelSpec } from '../../catalog/types.ts';
import type { JsonNode } from './json-node.ts';
import { at, numberAt } from './json-node.ts';

type Experts = NonNullable<ModelSpec['moe']>;

export interface AttentionShape {
  readonly kvHeads: number;
  readonly headDim: number;
  readonly mla: NonNullable<ModelSpec['mla']> | null;
}

/** The first of several spellings of a number. */
function firstOf(config: JsonNode, ...keys: readonly string[]): number | null {
  for (const key of keys) {
    const value = numberAt(config, key);
    if (value !== null) return value;
  }
  return null;
}

/**
 * Heads and latent ranks; MLA where the configuration has a latent rank for keys and
 * values.
 */
export function readAttention(config: JsonNode, hidden: number, heads: number): AttentionShape {
  const headDim = numberAt(config, 'head_dim') ?? hidden / heads;
  const kvHeads = numberAt(config, 'num_key_value_heads') ?? heads;
  const kvLoraRank = numberAt(config, 'kv_lora_rank');
  if (kvLoraRank === null) return { kvHeads, headDim, mla: null };
  return {
    kvHeads, headDim, mla: {
      kvLoraRank, qLoraRank: numberAt(config, 'q_lora_rank') ?? 0,
      qkNopeHeadDim: numberAt(config, 'qk_nope_head_dim') ?? headDim,
      qkRopeHeadDim: numberAt(config, 'qk_rope_head_dim') ?? 0,
      vHeadDim: numberAt(config, 'v_head_dim') ?? headDim,
    },
  };
}

/** Layers with experts: all but the first dense ones, or every n-th. */
function expertLayers(config: JsonNode, layers: number): number {
  const every = firstOf(config, 'interleave_moe_layer_step', 'decoder_sparse_step') ?? 1;
  const dense = numberAt(config, 'first_k_dense_replace') ?? 0;
  const only = at(config, 'mlp_only_layers');
  const excluded = Array.isArray(only) ? only.length : 0;
  return Math.floor(layers / every) - dense - excluded;
}

/** Routed and shared experts, or null for a dense model. */
export function readExperts(config: JsonNode, layers: number): Experts | null {
  const experts = firstOf(config, 'n_routed_experts', 'num_local_experts', 'num_experts');
  if (experts === null || experts < 2) return null;
  const intermediate = firstOf(config, 'moe_intermediate_size', 'intermediate_size') ?? 0;
  const sharedWidth = numberAt(config, 'shared_expert_intermediate_size') ?? 0;
  const moeLayers = expertLayers(config, layers);
  return {
    experts,
    activeExperts: firstOf(config, 'num_experts_per_tok', 'num_experts_per_token') ?? 1,
    sharedExperts: numberAt(config, 'n_shared_experts') ?? (sharedWidth > 0 ? 1 : 0),
    expertIntermediate: intermediate, moeLayers, denseLayers: layers - moeLayers,
  };
}

function attentionParams(
  hidden: number, heads: number, { kvHeads, headDim, mla }: AttentionShape,
): number {
  if (mla === null) return hidden * headDim * (2 * heads + 2 * kvHeads);
  const { qLoraRank, kvLoraRank, qkNopeHeadDim, qkRopeHeadDim, vHeadDim } = mla;
  const query = heads * (qkNopeHeadDim + qkRopeHeadDim);
  return (qLoraRank > 0 ? qLoraRank * (hidden + query) : hidden * query)
    + hidden * (kvLoraRank + qkRopeHeadDim) + kvLoraRank * heads * (qkNopeHeadDim + vHeadDim)
    + heads * vHeadDim * hidden;
}

/** Gate, up and down projection. */
const PROJECTIONS = 3;

type Sizes = Pick<ModelSpec, 'layers' | 'hidden' | 'heads' | 'vocab'>;
type Counts = Pick<ModelSpec, 'paramsTotal' | 'paramsActive' | 'paramsRouted'
  | 'paramsAttention'
  | 'paramsDenseAndShared' | 'paramsHead'>;

/** Parameters by part, from shapes; embeddings count once when they are tied to the head. */
export function countParameters(
  config: JsonNode, { layers, hidden, heads, vocab }: Sizes,
  attention: AttentionShape, experts: Experts | null, tied: boolean,
): Counts {
  const widths = ['intermediate_size_mlp', 'dense_intermediate_size', 'intermediate_size'];
  const dense = firstOf(config, ...widths) ?? 0;
  const paramsAttention = layers * attentionParams(hidden, heads, attention);
  const paramsHead = vocab * hidden;
  const one = PROJECTIONS * hidden * (experts?.expertIntermediate ?? 0);
  const routed = experts === null ? 0 : experts.moeLayers * experts.experts * one;
  const sharedWidth = numberAt(config, 'shared_expert_intermediate_size');
  const shared = experts === null ? 0 : experts.moeLayers
    * (sharedWidth === null ? experts.sharedExperts * one : PROJECTIONS * hidden * sharedWidth);
  const paramsDenseAndShared =
    (experts?.denseLayers ?? layers) * PROJECTIONS * hidden * dense + shared;
  const router = experts === null ? 0 : experts.moeLayers * hidden * experts.experts;
  const always = paramsAttention + paramsDenseAndShared + paramsHead + router;
  return {
    paramsAttention, paramsHead, paramsRouted: routed, paramsDenseAndShared,
    paramsActive: always
      + (experts === null ? 0 : (routed * experts.activeExperts) / experts.experts),
    paramsTotal: always + routed + (tied ? 0 : paramsHead),
  };
}
