import { attentionWeights } from '../blocks.ts';
import type { Mixer } from '../blueprint.ts';
import { readFeeds } from '../experts.ts';
import { expecting, type Families, type FamilyReader } from '../family.ts';
import type { Keys } from '../keys.ts';
import { readWindows } from '../layers.ts';
import { readSizes, type Sizes } from '../sizes.ts';
import { assemble, attentionMixers } from './decoder.ts';

/** Gemma 3: five windows of 1,024 or 512 between full layers; published files leave much out. */
const gemma3: FamilyReader = (keys, outer) => {
  const sizes = readSizes(keys, outer, { tied: true, vocab: 262_208, kvHeads: 4, heads: 8,
    headDim: 256, context: 131_072 });
  const { kinds, window } = readWindows(keys, sizes,
    { fullEvery: 6, keys: ['sliding_window_pattern', '_sliding_window_pattern'] }, 4096);
  return assemble(sizes, attentionMixers(keys, sizes, kinds, window),
    readFeeds(keys, sizes, { dense: true }), { queryKeyNorm: true });
};

/** Layers at the end that take keys and values from an earlier layer keep none of their own. */
function sharedLayers(keys: Keys, { layers }: Sizes): number {
  const shared = keys.count('num_kv_shared_layers', 0);
  if (shared >= layers) keys.complain('bad-value', 'num_kv_shared_layers');
  return shared;
}

/** Full layers of Gemma 4 have fewer and wider heads, whose keys may serve as values. */
function gemma4Mixers(keys: Keys, sizes: Sizes): readonly Mixer[] {
  const { kinds, window } = readWindows(keys, sizes, { fullEvery: 6 }, 512);
  const { hidden, heads, layers } = sizes;
  const keyIsValue = keys.flag('attention_k_eq_v', false);
  const wide = keys.size('global_head_dim', 512, true);
  const own = keys.size('num_global_key_value_heads', sizes.kvHeads, true);
  const first = layers - sharedLayers(keys, sizes);
  return kinds.map((kind, i): Mixer => {
    const isFull = kind === 'full';
    const keyDim = isFull ? wide : sizes.headDim;
    const kvHeads = isFull && keyIsValue ? own : sizes.kvHeads;
    const shape = { heads, kvHeads, keyDim, valueDim: keyDim };
    const keysAlone = isFull && keyIsValue ? hidden * kvHeads * keyDim : 0;
    if (i >= first)
      return { kind: 'none', weights: attentionWeights(hidden, { ...shape, kvHeads: 0 }) };
    if (!isFull && kind !== 'window') keys.complain('bad-value', 'layer_types');
    return { kind: isFull ? 'full' : 'window', ...shape, ...(isFull ? {} : { window }),
      weights: attentionWeights(hidden, shape) - keysAlone };
  });
}

/** Gemma 4: a dense block beside experts, and embeddings by layer in the small ones. */
const gemma4: FamilyReader = (keys, outer) => {
  const sizes = readSizes(keys, outer, { tied: true, vocab: 262_144, kvHeads: 4, heads: 8,
    headDim: 256, context: 131_072 });
  const mixers = gemma4Mixers(keys, sizes);
  const hasBlock = keys.flag('enable_moe_block', false);
  if (!hasBlock) keys.pass('num_experts', 'top_k_experts', 'moe_intermediate_size',
    'expert_intermediate_size');
  const { feeds, experts } = readFeeds(keys, sizes, { dense: !hasBlock, beside: true,
    expertNames: ['moe_intermediate_size', 'expert_intermediate_size'] });
  const doubled = keys.flag('use_double_wide_mlp', false)
    ? sizes.layers - keys.count('num_kv_shared_layers', 0) : sizes.layers;
  const { hidden, layers, vocab } = sizes;
  const own = keys.count('hidden_size_per_layer_input', 0);
  const rows = keys.size('vocab_size_per_layer_input', vocab, true);
  return assemble(sizes, mixers, { ...(experts === undefined ? {} : { experts }),
    feeds: feeds.map((feed, i) => ({ ...feed, width: i >= doubled ? 2 * feed.width : feed.width,
      always: feed.always * (i >= doubled ? 2 : 1) + 3 * hidden * own })) },
  { queryKeyNorm: true, tables: rows * layers * own });
};

const gemma4Stated = expecting(gemma4, 'attention_k_eq_v', 'enable_moe_block', 'global_head_dim',
  'num_global_key_value_heads', 'intermediate_size', 'hidden_size_per_layer_input',
  'num_kv_shared_layers');

export const gemmaFamilies: Families = {
  gemma3_text: gemma3, gemma3, gemma4_text: gemma4Stated, gemma4: gemma4Stated,
  gemma4_unified_text: gemma4Stated,
};
