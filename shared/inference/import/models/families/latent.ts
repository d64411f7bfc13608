import { latentWeights, type LatentShape } from '../blocks.ts';
import type { Mixer } from '../blueprint.ts';
import { readFeeds, type FeedPlan } from '../experts.ts';
import { expecting, type Families, type FamilyReader } from '../family.ts';
import type { Keys } from '../keys.ts';
import { layerList } from '../layers.ts';
import { readSizes, type Sizes } from '../sizes.ts';
import { assemble, attentionMixer } from './decoder.ts';

/** Latent ranks of a file. */
export function readLatent(keys: Keys, sizes: Sizes): LatentShape {
  const own = sizes.headDim;
  keys.pass('qk_head_dim');
  return {
    qLoraRank: keys.count('q_lora_rank', 0), kvLoraRank: keys.size('kv_lora_rank'),
    qkNopeHeadDim: keys.size('qk_nope_head_dim', own, true),
    qkRopeHeadDim: keys.count('qk_rope_head_dim', 0),
    vHeadDim: keys.size('v_head_dim', own, true),
  };
}

/** A full layer that keeps the latent cache. */
export const latentMixer = (hidden: number, heads: number, shape: LatentShape): Mixer =>
  ({ kind: 'full', heads, weights: latentWeights(hidden, heads, shape) });

/** Sizes of a class whose attention has dimensions of its own. */
export const latentSizes: (...args: Parameters<FamilyReader>) => Sizes = (keys, outer) =>
  readSizes(keys, outer, { anyHeadDim: true });

/** Layers that run an indexer of their own: others take over its choice. */
function indexedLayers(keys: Keys, { layers, mtpLayers }: Sizes): number {
  const types = layerList(keys, 'indexer_types', { layers, mtpLayers });
  keys.pass('index_topk_freq', 'index_skip_topk_offset', 'index_topk_pattern');
  if (types !== null) return types.filter((type) => type === 'full').length;
  const pattern = keys.word('index_topk_pattern');
  const every = keys.size('index_topk_freq', 1, true);
  const offset = keys.count('index_skip_topk_offset', 2);
  if (pattern !== '') return pattern.slice(0, layers).split('F').length - 1;
  return Array.from({ length: layers }, (_, i) => Math.max(i - offset + 1, 0) % every)
    .filter((rest) => rest === 0).length;
}

interface LatentClass {
  readonly feed?: FeedPlan;
  /** The class has an index of sparse attention. */
  readonly sparse?: boolean;
  readonly index?: { readonly topk: number; readonly heads: number };
}

/** Latent attention with experts or without, and an index where the class has one. */
const latent = (of: LatentClass = {}): FamilyReader => (keys, outer) => {
  const sizes = latentSizes(keys, outer);
  const shape = readLatent(keys, sizes);
  keys.pass('layer_types');
  const main = latentMixer(sizes.hidden, sizes.heads, shape);
  const feeds = readFeeds(keys, sizes, of.feed);
  const more = { mla: shape, queryKeyNorm: false };
  if (of.sparse !== true)
    return assemble(sizes, Array.from({ length: sizes.layers }, () => main), feeds, more);
  const index = {
    topk: keys.size('index_topk', of.index?.topk),
    heads: keys.size('index_n_heads', of.index?.heads), headDim: keys.size('index_head_dim', 128),
  };
  const layers = indexedLayers(keys, sizes);
  const width = index.heads * index.headDim;
  const weights = (shape.qLoraRank > 0 ? shape.qLoraRank : sizes.hidden) * width
    + sizes.hidden * (index.headDim + index.heads);
  const spread = weights * layers / sizes.layers;
  const mixers = Array.from({ length: sizes.layers },
    () => ({ ...main, weights: main.weights + spread }));
  return assemble(sizes, mixers, feeds, { ...more,
    sparseIndex: { ...index, ...(layers === sizes.layers ? {} : { layers }) } });
};

/** DeepSeek-VL2 and -OCR switch latent attention off for their small language parts. */
const deepseekV2: FamilyReader = (keys, outer) => {
  if (keys.flag('use_mla', true) && keys.has('kv_lora_rank')) return latent({ feed: {} })(keys, outer);
  if (keys.flag('use_mla', true)) keys.complain('missing-key', 'kv_lora_rank');
  keys.pass('kv_lora_rank', 'q_lora_rank', 'qk_nope_head_dim', 'qk_rope_head_dim', 'v_head_dim');
  const sizes = readSizes(keys, outer);
  return assemble(sizes, Array.from({ length: sizes.layers },
    () => attentionMixer(sizes, 'full', 0)), readFeeds(keys, sizes));
};

/**
 * DeepSeek-V4: one shared entry for several tokens beside a window, output through groups of
 * low rank. Indexer and compressor weights (below 0.2 %) are left out.
 */
const deepseekV4: FamilyReader = (keys, outer) => {
  const sizes = readSizes(keys, outer, { kvHeads: 1 });
  const { hidden, heads, headDim, layers, mtpLayers } = sizes;
  const query = keys.size('q_lora_rank');
  const groups = keys.size('o_groups');
  const output = keys.size('o_lora_rank');
  const inner = heads * headDim;
  keys.pass('qk_rope_head_dim', 'num_hash_layers', 'compress_rope_theta', 'hc_mult', 'hc_eps',
    'n_hash_layers');
  const ratios = layerList(keys, 'compress_ratios', { layers, mtpLayers });
  if (ratios === null) keys.complain('missing-key', 'compress_ratios');
  const counts = new Map<number, number>();
  const list = ratios ?? [];
  for (const ratio of list) {
    if (typeof ratio !== 'number' || !Number.isInteger(ratio) || ratio < 0) {
      keys.complain('bad-value', 'compress_ratios');
    } else counts.set(ratio, list.filter((one) => one === ratio).length);
  }
  const window = keys.size('sliding_window');
  const weights = query * (hidden + inner) + hidden * headDim
    + (inner / groups) * groups * output + groups * output * hidden;
  const mixer: Mixer = { kind: 'window', heads, kvHeads: 1, keyDim: headDim, valueDim: headDim,
    window, weights };
  const feeds = readFeeds(keys, sizes, { shared: 1 });
  return assemble(sizes, Array.from({ length: layers }, () => mixer), feeds, {
    mla: { qLoraRank: query, kvLoraRank: headDim, qkNopeHeadDim: headDim, qkRopeHeadDim: 0,
      vHeadDim: headDim },
    sparseIndex: { topk: keys.size('index_topk'), heads: keys.size('index_n_heads'),
      headDim: keys.size('index_head_dim', 128) },
    kvWindow: window, kvCompression: [...counts].map(([ratio, count]) => ({ ratio, layers: count }))
      .toSorted((a, b) => a.ratio - b.ratio),
  });
};

/**
 * LongCat: every layer has two attention and two dense blocks beside its experts, some of
 * which do nothing; the mean share of real ones is active.
 */
const longcat: FamilyReader = (keys, outer) => {
  const once = latentSizes(keys, outer);
  const sizes = { ...once, layers: once.layers * 2 };
  const shape = readLatent(keys, sizes);
  const dense = keys.size(['ffn_hidden_size', 'intermediate_size']);
  const idle = keys.count('zero_expert_num', 0);
  keys.pass('zero_expert_type');
  const mask = Array.from({ length: sizes.layers }, (_, i) => i % 2 === 0);
  const one = readFeeds(keys, { ...sizes, layers: sizes.layers }, { beside: true,
    denseNames: ['ffn_hidden_size', 'intermediate_size'], expertNames: ['expert_ffn_hidden_size',
      'moe_intermediate_size'] });
  const { count = 1, active = 1 } = one.experts ?? {};
  const share = count / (count + idle);
  if (idle > 0) keys.note(`${idle} of the experts do nothing; a token uses ${
    (share * active).toFixed(1)} real ones on average`);
  const feeds = one.feeds.map((feed, i) => (mask[i] === true
    ? { ...feed, routedActive: feed.routedActive * share }
    : { ...feed, always: 3 * sizes.hidden * dense, router: 0, routed: 0, routedActive: 0,
      hasExperts: false }));
  return assemble(sizes, Array.from({ length: sizes.layers },
    () => latentMixer(sizes.hidden, sizes.heads, shape)), { feeds,
    ...(one.experts === undefined ? {} : { experts: { ...one.experts,
      active: one.experts.active * share } }) }, { mla: shape });
};

const ranks = ['q_lora_rank', 'qk_nope_head_dim', 'qk_rope_head_dim', 'v_head_dim'] as const;
const depths = ['first_k_dense_replace', 'n_shared_experts', 'num_nextn_predict_layers'] as const;
const deepseekV3 = expecting(latent({ feed: {} }), ...ranks, ...depths);

export const latentFamilies: Families = {
  deepseek_v2: expecting(deepseekV2, ...ranks, 'first_k_dense_replace', 'n_shared_experts'),
  deepseek_vl_v2: deepseekV2, deepseek_v3: deepseekV3, kimi_k2: deepseekV3,
  deepseek_v32: expecting(latent({ feed: {}, sparse: true, index: { topk: 2048, heads: 64 } }),
    ...ranks, ...depths),
  glm_moe_dsa: expecting(latent({ sparse: true, index: { topk: 2048, heads: 32 },
    feed: { firstDense: 3, shared: 1 } }), ...ranks, ...depths),
  glm4_moe_lite: expecting(latent({ feed: { firstDense: 1, shared: 1 } }), ...ranks, ...depths),
  minicpm3: expecting(latent({ feed: {} }), ...ranks),
  deepseek_v4: expecting(deepseekV4, 'head_dim', 'n_shared_experts', 'num_nextn_predict_layers'),
  longcat_flash: expecting(longcat, ...ranks, 'zero_expert_num',
    'num_nextn_predict_layers'),
};
