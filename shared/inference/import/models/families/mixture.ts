import { noFeed } from '../blueprint.ts';
import { hasExperts, readFeeds, type FeedPlan } from '../experts.ts';
import { expecting, type Families, type FamilyReader } from '../family.ts';
import { layerList, listedKinds, readWindows } from '../layers.ts';
import { readSizes } from '../sizes.ts';
import {
  assemble, attentionMixer, attentionMixers, decoder, normalises, type DecoderClass,
} from './decoder.ts';

/** Decoders with experts and grouped-query attention. */
const mixture = (of: DecoderClass): FamilyReader => decoder({ ...of, experts: true });

/** The stated width is that of an expert, and every layer has experts. */
const sparse = (more: FeedPlan = {}): FeedPlan =>
  ({ expertNames: ['intermediate_size'], ...more });

const qwenMoe: FeedPlan = { active: 8 };

/** Every layer has a shared expert that the file does not list; others keep chunks. */
const llama4: FamilyReader = (keys, outer) => {
  const sizes = readSizes(keys, outer, { kvHeads: 8, headDim: 128, vocab: 202_048 });
  const chunk = keys.size('attention_chunk_size', 8192);
  const listed = listedKinds(keys, sizes);
  const noRope = layerList(keys, 'no_rope_layers', sizes);
  const interval = keys.size('no_rope_layer_interval', 4, true);
  const kinds = listed ?? Array.from({ length: sizes.layers }, (_, i) => {
    const isChunked = noRope === null ? (i + 1) % interval !== 0 : noRope[i] === 1;
    return isChunked && chunk < sizes.context ? 'chunk' as const : 'full' as const;
  });
  const width = keys.size('intermediate_size');
  const feeds = readFeeds(keys, sizes, { expertNames: ['intermediate_size'],
    denseNames: ['intermediate_size_mlp'], sharedWidth: width, active: 1, every: 1 });
  return assemble(sizes, kinds.map((kind) => attentionMixer(sizes, kind, chunk)), feeds,
    { queryKeyNorm: keys.flag('use_qk_norm', true) });
};

/** Full layers and windowed ones have heads and widths of their own. */
const mimoV2: FamilyReader = (keys, outer) => {
  const sizes = readSizes(keys, outer);
  const valueDim = keys.size('v_head_dim', sizes.headDim, true);
  const pattern = layerList(keys, 'hybrid_layer_pattern', sizes)
    ?? Array.from({ length: sizes.layers }, () => 0);
  if (pattern.some((one) => one !== 0 && one !== 1)) keys.complain('bad-value', 'hybrid_layer_pattern');
  const window = pattern.includes(1) ? keys.size(['sliding_window', 'sliding_window_size']) : 0;
  keys.pass('attention_chunk_size', 'sliding_window', 'sliding_window_size',
    'hybrid_block_size');
  const own = {
    heads: keys.size('swa_num_attention_heads', sizes.heads, true),
    kvHeads: keys.size('swa_num_key_value_heads', sizes.kvHeads, true),
    keyDim: keys.size('swa_head_dim', sizes.headDim, true),
    valueDim: keys.size('swa_v_head_dim', valueDim, true),
  };
  const { hidden, heads, kvHeads, headDim } = sizes;
  const weightsOf = (s: typeof own): number =>
    hidden * (s.heads + s.kvHeads) * (s.keyDim + s.valueDim);
  const full = { heads, kvHeads, keyDim: headDim, valueDim };
  const mixers = pattern.map((one) => (one === 1
    ? { kind: 'window' as const, ...own, window, weights: weightsOf(own) }
    : { kind: 'full' as const, ...full, weights: weightsOf(full) }));
  return assemble(sizes, mixers, readFeeds(keys, sizes));
};

/** Windowed layers have another number of heads; a gate by head and a shared expert. */
const step: FamilyReader = (keys, outer) => {
  const sizes = readSizes(keys, outer);
  const { kinds, window } = readWindows(keys, sizes, 'none', 512);
  const other = keys.inner('attention_other_setting');
  const { hidden } = sizes;
  const heads = other?.size('num_attention_heads', sizes.heads, true) ?? sizes.heads;
  other?.word('attention_type');
  const windowed = { ...sizes, heads,
    kvHeads: other?.size('num_attention_groups', sizes.kvHeads, true) ?? sizes.kvHeads,
    headDim: other?.size(['head_dim', 'true_head_dim'], sizes.headDim, true) ?? sizes.headDim };
  const gates = keys.flag('use_head_wise_attn_gate', false);
  keys.flag('use_moe', true);
  keys.pass('sliding_window');
  const mixers = kinds.map((kind) => {
    const own = kind === 'full' ? sizes : windowed;
    return attentionMixer(own, kind, window, gates ? hidden * own.heads : 0);
  });
  return assemble(sizes, mixers, readFeeds(keys, sizes), { queryKeyNorm: normalises(keys, true) });
};

/** Laguna: heads and gates by layer. */
const laguna: FamilyReader = (keys, outer) => {
  const sizes = readSizes(keys, outer, { headDim: 128 });
  const { kinds, window } = readWindows(keys, sizes, 'none', 512);
  const heads = layerList(keys, 'num_attention_heads_per_layer', sizes);
  const types = layerList(keys, 'gating_types', sizes);
  const gating = keys.peek('gating');
  keys.pass('gating');
  const mixers = kinds.map((kind, i) => {
    const own = heads?.[i] ?? sizes.heads;
    if (typeof own !== 'number' || own < 1 || own % sizes.kvHeads !== 0)
      keys.complain('bad-value', 'num_attention_heads_per_layer');
    const gate = types?.[i] ?? gating ?? false;
    const count = typeof own === 'number' ? own : 1;
    const extra = typeof gate === 'string' && gate.includes('head') ? sizes.hidden * count
      : gate === false || gate === '' ? 0 : sizes.hidden * count * sizes.headDim;
    return attentionMixer({ ...sizes, heads: count }, kind, window, extra);
  });
  return assemble(sizes, mixers, readFeeds(keys, sizes), { queryKeyNorm: true });
};

/** Hunyuan-Large: layers of a group take keys and values from its first one. */
const crossLayer = (read: FamilyReader): FamilyReader => (keys, outer) => {
  const isOn = keys.flag('use_cla', false);
  const group = keys.size('cla_share_factor', 1, !isOn);
  if (!keys.flag('use_mla', false)) keys.pass('q_lora_rank', 'kv_lora_rank', 'qk_nope_head_dim',
    'qk_rope_head_dim', 'v_head_dim');
  const plan = read(keys, outer);
  if (!isOn || group === 1) return plan;
  return { ...plan, layers: plan.layers.map((layer, i) => {
    const { heads = 0, keyDim = 0, valueDim = 0 } = layer.mixer;
    return i % group === 0 ? layer : { ...layer, mixer: { kind: 'none' as const,
      weights: plan.hidden * heads * (keyDim + valueDim) } };
  }) };
};

/** Experts of `dbrx`, whose facts lie in parts. */
const dbrx: FamilyReader = (keys, outer) => {
  const attention = keys.inner('attn_config');
  const feed = keys.inner('ffn_config');
  const sizes = readSizes(keys, outer, { kvHeads: attention?.size('kv_n_heads', 1) ?? 1 });
  if (feed === null) keys.complain('missing-key', 'ffn_config');
  attention?.pass('clip_qkv');
  feed?.pass('ffn_act_fn');
  const feeds = feed === null ? { feeds: Array.from({ length: sizes.layers }, () => noFeed) }
    : readFeeds(feed, sizes, { expertNames: ['ffn_hidden_size'], denseNames: ['ffn_hidden_size'] });
  return assemble(sizes, attentionMixers(keys, sizes,
    Array.from({ length: sizes.layers }, () => 'full'), 0), feeds);
};

const denseStates = ['first_k_dense_replace', 'n_shared_experts'] as const;
const bailingStates = ['num_shared_experts', 'first_k_dense_replace'] as const;
const hunyuan = expecting(crossLayer(mixture({ queryKeyNorm: true })), 'num_shared_expert',
  'use_cla');
/** Hunyuan-Large and the small dense ones have one type. */
const anyHunyuan: FamilyReader = (keys, outer) => {
  if (!hasExperts(keys)) return decoder({ queryKeyNorm: true })(keys, outer);
  const ownWidth = keys.has('moe_intermediate_size');
  return crossLayer(mixture({ queryKeyNorm: true,
    ...(ownWidth ? {} : { feed: sparse() }) }))(keys, outer);
};
/** MiniMax-M2: all layers full, all with experts; it states a width of dense blocks it lacks. */
const minimaxM2: FamilyReader = (keys, outer) => {
  const sizes = { layers: keys.size('num_hidden_layers'), mtpLayers: 0 };
  if ((layerList(keys, 'attn_type_list', sizes) ?? []).some((type) => type !== 1))
    keys.complain('not-understood', 'attn_type_list');
  keys.pass('mlp_intermediate_size', 'shared_moe_mode', 'layer_types');
  return mixture({ queryKeyNorm: true, feed: sparse() })(keys, outer);
};
const mimo = expecting(mimoV2, 'head_dim', 'v_head_dim', 'hybrid_layer_pattern', 'moe_layer_freq',
  'swa_num_attention_heads', 'swa_num_key_value_heads', 'swa_head_dim', 'swa_v_head_dim',
  'n_shared_experts');

export const mixtureFamilies: Families = {
  mixtral: mixture({ defaults: { kvHeads: 8 }, windows: 'all', feed: sparse({ active: 2,
    experts: 8 }) }),
  phimoe: mixture({ windows: 'all', feed: sparse({ active: 2, experts: 16 }) }),
  qwen2_moe: expecting(mixture({ windows: 'late', window: 4096, feed: { active: 4,
    sharedWidth: 5632 } }), 'shared_expert_intermediate_size', 'num_experts_per_tok'),
  qwen3_moe: expecting(mixture({ windows: 'late', window: 4096, queryKeyNorm: true,
    defaults: { kvHeads: 4 }, feed: qwenMoe }), 'head_dim', 'mlp_only_layers'),
  qwen3_vl_moe_text: mixture({ queryKeyNorm: true, defaults: { headDim: 128 }, feed: qwenMoe }),
  qwen3_omni_moe_text: mixture({ queryKeyNorm: true, defaults: { headDim: 128 }, feed: qwenMoe }),
  gpt_oss: mixture({ windows: 'even', window: 128, defaults: { kvHeads: 8, headDim: 64 },
    feed: sparse({ active: 4 }) }),
  glm4_moe: expecting(mixture({ defaults: { headDim: 128 }, queryKeyNorm: true,
    feed: { firstDense: 1, shared: 1 } }), ...denseStates, 'num_nextn_predict_layers'),
  glm4v_moe_text: mixture({ defaults: { headDim: 128 }, queryKeyNorm: false, feed: { firstDense: 1,
    shared: 1 } }),
  dots1: expecting(mixture({ queryKeyNorm: true }), ...denseStates),
    olmoe: mixture({ queryKeyNorm: true,
    feed: sparse({ active: 8 }) }),
  flex_olmo: mixture({ queryKeyNorm: true, feed: sparse() }),
  granitemoe: mixture({ defaults: { tied: false }, feed: sparse() }),
  granitemoeshared: mixture({ feed: sparse() }),
  ernie4_5_moe: expecting(mixture({ defaults: { tied: true }, feed: { firstDense: 1, shared: 2 } }),
    'moe_layer_start_index', 'moe_num_shared_experts', 'num_nextn_predict_layers'),
  hunyuan_v1_moe: hunyuan, hunyuan_moe: hunyuan,
  bailing_moe: expecting(mixture({ feed: { widthPerShared: true } }), ...bailingStates),
  bailing_moe_v2: expecting(mixture({ queryKeyNorm: true, feed: { widthPerShared: true } }),
    ...bailingStates, 'head_dim'),
  minimax_m2: expecting(minimaxM2, 'head_dim', 'num_mtp_modules'),
  hunyuan: expecting(anyHunyuan, ['attention_head_dim', 'head_dim'], 'num_shared_expert',
    'use_cla'),
  exaone_moe: mixture({ queryKeyNorm: true, windows: { fullEvery: 4,
    keys: ['sliding_window_pattern'] }, feed: {} }),
  deepseek: expecting(mixture({ feed: {} }), ...denseStates),
  afmoe: mixture({ queryKeyNorm: true, windows: { fullEvery: 4,
    keys: ['global_attn_every_n_layers'] }, feed: {} }),
  llama4_text: llama4, llama4, mimo_v2_flash: mimo, mimo_v2: mimo, step3p5: step, step3p7: step,
  laguna, dbrx,
};
