import {
  attentionWeights, deltaNetBlock, kimiDeltaBlock, latentWeights, lightningBlock,
  shortConvolutionBlock, type StateBlock,
} from '../blocks.ts';
import type { Mixer } from '../blueprint.ts';
import { readFeeds, type FeedPlan } from '../experts.ts';
import { expecting, type Families, type FamilyReader } from '../family.ts';
import type { Keys } from '../keys.ts';
import { layerList, listedKinds, type Kind } from '../layers.ts';
import { readSizes, type Sizes } from '../sizes.ts';
import { assemble, attentionMixer } from './decoder.ts';
import { readLatent } from './latent.ts';

const stateMixer = (kind: 'linear' | 'convolution', { weights, stateBytes }: StateBlock): Mixer =>
  ({ kind, weights, stateBytes });

/** Full layers every n-th, linear ones between, from the list or the interval. */
function kindsOf(keys: Keys, sizes: Sizes, every: number): readonly Kind[] {
  const interval = keys.size('full_attention_interval', every, true);
  return listedKinds(keys, sizes) ?? Array.from({ length: sizes.layers },
    (_, i) => ((i + 1) % interval === 0 ? 'full' : 'linear'));
}

/** Qwen3-Next and 3.5: gated attention between Gated DeltaNet layers. */
const qwenHybrid = (feed: FeedPlan, alwaysGated: boolean): FamilyReader => (keys, outer) => {
  const sizes = readSizes(keys, outer, { kvHeads: 2, headDim: 256 });
  const { hidden, heads, headDim } = sizes;
  const kinds = kindsOf(keys, sizes, 4);
  const gated = alwaysGated || keys.flag('attn_output_gate', true);
  keys.pass('attn_output_gate', 'sliding_window', 'use_sliding_window', 'max_window_layers');
  const linear = stateMixer('linear', deltaNetBlock(hidden, {
    keyHeads: keys.size('linear_num_key_heads', 16), keyDim: keys.size('linear_key_head_dim', 128),
    valueHeads: keys.size('linear_num_value_heads', 32),
    valueDim: keys.size('linear_value_head_dim', 128),
    kernel: keys.size('linear_conv_kernel_dim', 4, true),
  }));
  const full = attentionMixer(sizes, 'full', 0, gated ? hidden * heads * headDim : 0);
  const mixers = kinds.map((kind) => {
    if (kind !== 'full' && kind !== 'linear') keys.complain('bad-value', 'layer_types');
    return kind === 'full' ? full : linear;
  });
  return assemble(sizes, mixers, readFeeds(keys, sizes, feed), { queryKeyNorm: true });
};

/** Kimi Linear and K3: latent attention between Kimi Delta Attention; layers count from 1. */
const kimiLinear: FamilyReader = (keys, outer) => {
  const sizes = readSizes(keys, outer, { anyHeadDim: true });
  const { hidden, heads, layers } = sizes;
  const linear = keys.inner('linear_attn_config');
  const feeds = readFeeds(keys, sizes, { active: 8 });
  if (!keys.has('kv_lora_rank')) {
    if (linear !== null) keys.complain('missing-key', 'kv_lora_rank');
    const headDim = hidden / heads;
    if (!Number.isInteger(headDim)) keys.complain('bad-value', 'num_attention_heads');
    keys.note('no latent rank and no linear layers are stated: plain attention in every layer');
    return assemble({ ...sizes, headDim }, Array.from({ length: layers },
      () => attentionMixer({ ...sizes, headDim }, 'full', 0)), feeds);
  }
  const mla = readLatent(keys, sizes);
  const full: Mixer = { kind: 'full', heads, weights: latentWeights(hidden, heads, mla) };
  if (linear === null)
    return assemble(sizes, Array.from({ length: layers }, () => full), feeds, { mla });
  const delta = stateMixer('linear', kimiDeltaBlock(hidden, {
    heads: linear.size('num_heads'), dim: linear.size('head_dim'),
    kernel: linear.size('short_conv_kernel_size', 4, true),
    fullRankGate: linear.flag('use_full_rank_gate', false) }));
  const fullAt = linear.list('full_attn_layers');
  const deltaAt = linear.list('kda_layers');
  if (fullAt === null && deltaAt === null) keys.complain('missing-key', 'linear_attn_config');
  const mixers = Array.from({ length: layers }, (_, i) => {
    const isFull = fullAt?.includes(i + 1) ?? deltaAt?.includes(i + 1) !== true;
    if (deltaAt !== null && deltaAt.includes(i + 1) === isFull)
      keys.complain('bad-value', 'linear_attn_config');
    return isFull ? full : delta;
  });
  return assemble(sizes, mixers, feeds, { mla });
};

/** MiniMax-Text-01 and M1: full attention (1) between lightning attention (0). */
const minimax: FamilyReader = (keys, outer) => {
  const sizes = readSizes(keys, outer);
  const { hidden, heads, headDim, layers } = sizes;
  const types = layerList(keys, 'attn_type_list', sizes);
  const kinds = types === null ? listedKinds(keys, sizes)
    : types.map((type): Kind => (type === 1 ? 'full' : 'linear'));
  if (types?.some((type) => type !== 0 && type !== 1) === true)
    keys.complain('bad-value', 'attn_type_list');
  if (kinds === null) keys.complain('missing-key', 'attn_type_list');
  keys.pass('layer_types', 'full_attn_alpha_factor', 'full_attn_beta_factor',
    'linear_attn_alpha_factor', 'linear_attn_beta_factor', 'mlp_alpha_factor',
    'mlp_beta_factor', 'layernorm_full_attention_alpha', 'layernorm_full_attention_beta',
    'layernorm_linear_attention_alpha', 'layernorm_linear_attention_beta',
    'layernorm_mlp_alpha', 'layernorm_mlp_beta', 'shared_moe_mode', 'postnorm', 'sliding_window');
  const full = attentionMixer(sizes, 'full', 0);
  const linear = stateMixer('linear', lightningBlock(hidden, heads, headDim));
  return assemble(sizes, (kinds ?? Array.from({ length: layers }, () => 'full'))
    .map((kind) => (kind === 'full' ? full : linear)),
  readFeeds(keys, sizes, { expertNames: ['intermediate_size'] }));
};

/** MiniMax-M2 lists its layers as all full; M3 chooses blocks of keys by an index. */
const minimaxM3: FamilyReader = (keys, outer) => {
  const sizes = readSizes(keys, outer, { kvHeads: 4, headDim: 128 });
  const { hidden, layers } = sizes;
  keys.pass('layer_types');
  const config = keys.inner('sparse_attention_config');
  const feeds = readFeeds(keys, sizes, { expertNames: ['intermediate_size'],
    denseNames: ['dense_intermediate_size'], shared: 1, widthPerShared: true });
  const full = attentionMixer(sizes, 'full', 0);
  if (config === null || !config.flag('use_sparse_attention', true)) {
    keys.note('no sparse attention is stated: every layer reads all keys');
    config?.pass(...sparseKeys);
    return assemble(sizes, Array.from({ length: layers }, () => full), feeds,
      { queryKeyNorm: true });
  }
  const heads = config.size('sparse_num_index_heads');
  const headDim = config.size('sparse_index_dim');
  const topk = config.size('sparse_topk_blocks', 16) * config.size('sparse_block_size', 128);
  const freq = config.list('sparse_attention_freq');
  config.pass(...sparseKeys);
  const indexed = freq === null ? layers
    : freq.slice(0, layers).filter((one) => one === 1 || one === true).length;
  const weights = hidden * (heads * headDim + headDim);
  const spread = { ...full, weights: full.weights + weights * indexed / layers };
  return assemble(sizes, Array.from({ length: layers }, () => spread), feeds, {
    queryKeyNorm: true, sparseIndex: { topk, heads, headDim,
      ...(indexed === layers ? {} : { layers: indexed }) } });
};
const sparseKeys = ['sparse_init_block', 'sparse_local_block', 'sparse_score_type',
  'sparse_disable_index_value', 'sparse_attention_freq', 'use_sparse_attention'] as const;

/** LFM2: short convolutions between full layers. */
const lfm2: FamilyReader = (keys, outer) => {
  const sizes = readSizes(keys, outer, { tied: true, kvHeads: 8 });
  const { hidden, layers } = sizes;
  const at = keys.list('full_attn_idxs');
  const kinds = listedKinds(keys, sizes) ?? Array.from({ length: layers },
    (_, i): Kind => (at === null || at.includes(i) ? 'full' : 'convolution'));
  const width = keys.size('conv_dim', hidden, true);
  keys.pass('conv_dim_out', 'block_dim', 'block_norm_eps', 'conv_use_xavier_init',
    'block_use_xavier_init', 'block_use_swiglu', 'block_mlp_init_scale', 'block_out_init_scale');
  const convolution = stateMixer('convolution',
    shortConvolutionBlock(hidden, width, keys.size('conv_L_cache', 3, true)));
  const isAdjusted = keys.flag('block_auto_adjust_ff_dim', false);
  const stated = keys.size(['block_ff_dim', 'intermediate_size']);
  const multiple = keys.size('block_multiple_of', 256, true);
  const scale = keys.real('block_ffn_dim_multiplier', 1);
  const adjusted = Math.ceil(scale * Math.floor(2 * stated / 3) / multiple) * multiple;
  const feeds = readFeeds(keys, sizes, { denseNames: ['block_ff_dim', 'intermediate_size'] });
  const scaled = isAdjusted ? feeds.feeds.map((feed) => (feed.hasExperts ? feed
    : { ...feed, width: adjusted, always: 3 * hidden * adjusted })) : feeds.feeds;
  return assemble(sizes, kinds.map((kind) => (kind === 'full'
    ? attentionMixer(sizes, 'full', 0) : convolution)), { ...feeds, feeds: scaled },
  { queryKeyNorm: true });
};

/** Ling 2.5 and Ring Linear: full layers at the end of each group of lightning attention. */
const bailingLinear: FamilyReader = (keys, outer) => {
  const sizes = readSizes(keys, outer);
  const { hidden, heads, headDim, layers } = sizes;
  const group = keys.size('layer_group_size');
  keys.pass('group_norm_size', 'linear_silu', 'num_linear_attn_layers');
  const whole = Math.floor(layers / group) * group;
  const linear = stateMixer('linear', { ...lightningBlock(hidden, heads, headDim),
    weights: attentionWeights(hidden, { heads, kvHeads: heads, keyDim: headDim,
      valueDim: headDim }) + hidden * heads * headDim });
  return assemble(sizes, Array.from({ length: layers }, (_, i) =>
    ((i + 1) % group === 0 || i >= whole ? attentionMixer(sizes, 'full', 0) : linear)),
  readFeeds(keys, sizes, { widthPerShared: true }), { queryKeyNorm: true });
};

const moe: FeedPlan = { active: 8, sharedWidth: 512 };

/** The third Kimi names itself around a part of the type of Kimi Linear. */
const kimiByName: FamilyReader = (keys, outer) =>
  (outer?.word('model_type') === 'kimi_k3'
    ? expecting(kimiLinear, 'routed_expert_hidden_size') : kimiLinear)(keys, outer);
const kimi = expecting(kimiByName, 'q_lora_rank', 'qk_rope_head_dim', 'linear_attn_config',
  'first_k_dense_replace', ['num_shared_experts', 'n_shared_experts'],
  ['num_experts_per_token', 'num_experts_per_tok'], 'qk_nope_head_dim', 'v_head_dim');
const lfm2Stated = expecting(lfm2, ['layer_types', 'full_attn_idxs']);
const lightning = expecting(minimax, 'head_dim', 'shared_intermediate_size');
const qwenMoe = expecting(qwenHybrid(moe, false), 'shared_expert_intermediate_size', 'head_dim');
const sparse = expecting(minimaxM3, 'head_dim', 'shared_intermediate_size', 'n_shared_experts',
  ['moe_layer_freq', 'mlp_layer_types', 'first_k_dense_replace'], 'sparse_attention_config');

export const linearFamilies: Families = {
  qwen3_next: expecting(qwenHybrid({ active: 10, sharedWidth: 512 }, true),
    'shared_expert_intermediate_size', 'head_dim'),
  qwen3_5_text: qwenHybrid({ dense: true }, false), qwen3_5: qwenHybrid({ dense: true }, false),
  qwen3_5_moe_text: qwenMoe, qwen3_5_moe: qwenMoe, kimi_linear: kimi, kimi_k3: kimi,
  minimax: lightning, minimax_m1: lightning, minimax_text_01: lightning, minimax_m3: sparse,
  minimax_m3_vl: sparse, minimax_m3_vl_text: sparse, lfm2: lfm2Stated,
  lfm2_moe: expecting(lfm2Stated, 'num_dense_layers'),
  bailing_moe_linear: bailingLinear,
};
