import { attentionWeights, mlpWeights } from '../blocks.ts';
import { noFeed, type Feed } from '../blueprint.ts';
import { readFeeds } from '../experts.ts';
import { expecting, type Families, type FamilyReader } from '../family.ts';
import type { Keys } from '../keys.ts';
import { readWindows } from '../layers.ts';
import { readSizes, widthNames, type ClassDefaults, type Sizes } from '../sizes.ts';
import { assemble, attentionMixer, attentionMixers, decoder } from './decoder.ts';

/** Decoders before gated blocks: two matrices, mostly of four times the width. */
const fourfold = (defaults: ClassDefaults, positions = false): FamilyReader => (keys, outer) => {
  const sizes = readSizes(keys, outer, defaults);
  const { hidden, context } = sizes;
  const mixers = Array.from({ length: sizes.layers }, () => attentionMixer(sizes, 'full', 0));
  return assemble(sizes, mixers, readFeeds(keys, sizes, { matrices: 2, dense: true,
    denseWidth: 4 * hidden }), positions ? { tables: context * hidden } : {});
};

/** Every head a key of its own, unless one serves all or groups are stated. */
const falcon: FamilyReader = (keys, outer) => {
  const isNew = keys.flag('new_decoder_architecture', false);
  const single = keys.flag('multi_query', true);
  keys.pass('parallel_attn', 'num_ln_in_parallel_attn', 'alibi');
  const stated = isNew || !single;
  if (!stated) keys.pass('num_kv_heads', 'n_head_kv');
  const sizes = readSizes(stated ? keys : without(keys, ['num_kv_heads', 'n_head_kv']), outer,
    { tied: true, context: 2048, ...(stated ? {} : { kvHeads: 1 }) });
  return assemble(sizes, Array.from({ length: sizes.layers },
    () => attentionMixer(sizes, 'full', 0)), readFeeds(keys, sizes,
    { matrices: 2, dense: true, denseWidth: 4 * sizes.hidden }));
};

/** The same keys, some of them taken as absent. */
const without = (keys: Keys, names: readonly string[]): Keys => ({
  ...keys,
  size: (asked, otherwise, quiet) => {
    const kept = (typeof asked === 'string' ? [asked] : asked).filter((one) => !names.includes(one));
    return keys.size(kept, otherwise, quiet);
  },
});

/** One key and value for all heads. */
const bigCode: FamilyReader = (keys, outer) => {
  const single = keys.flag('multi_query', true);
  return fourfold({ tied: true, ...(single ? { kvHeads: 1 } : {}) }, true)(keys, outer);
};

/** The kind of block stands under a key. */
const starcoder2: FamilyReader = (keys, outer) => {
  const sizes = readSizes(keys, outer, { tied: true, kvHeads: 2 });
  const { kinds, window } = readWindows(keys, sizes, 'all');
  const gated = keys.word('mlp_type') === 'gated';
  return assemble(sizes, attentionMixers(keys, sizes, kinds, window),
    readFeeds(keys, sizes, { matrices: gated ? 3 : 2, dense: true }));
};

/** Embeddings of another width than the layers are projected in and out. */
const opt: FamilyReader = (keys, outer) => {
  const sizes = readSizes(keys, outer, { tied: true, kvHeads: 'own' });
  const { hidden, context } = sizes;
  const width = keys.size('word_embed_proj_dim', hidden, true);
  if (width !== hidden) keys.complain('not-understood', 'word_embed_proj_dim');
  return assemble(sizes, Array.from({ length: sizes.layers },
    () => attentionMixer(sizes, 'full', 0)),
  readFeeds(keys, sizes, { matrices: 2, dense: true }), { tables: context * hidden });
};

/** MPT keeps the facts of attention in a part of their own. */
const mpt: FamilyReader = (keys, outer) => {
  const attention = keys.inner('attn_config');
  const single = attention?.word('attn_type') === 'multiquery_attention';
  attention?.pass('attn_type');
  const kvHeads = attention === null ? 0 : attention.count('kv_n_heads', 0);
  const sizes = readSizes(keys, outer, { tied: true, context: 2048,
    ...(single ? { kvHeads: 1 } : kvHeads > 0 ? { kvHeads } : {}) });
  const window = attention?.peek('sliding_window_size');
  attention?.pass('sliding_window_size');
  if (typeof window === 'number' && window > 0) keys.complain('not-understood', 'sliding_window_size');
  const ratio = keys.real('expansion_ratio', 4);
  const feed = keys.inner('ffn_config');
  if (feed !== null && !/^(?:mptmlp)?$/u.test(feed.word('ffn_type')))
    keys.complain('not-understood', 'ffn_config.ffn_type');
  feed?.pass('fc_type');
  const width = ratio * sizes.hidden;
  const dense: Feed = { ...noFeed, width, matrices: 2, always: mlpWeights(sizes.hidden, width, 2) };
  return assemble(sizes, Array.from({ length: sizes.layers },
    () => attentionMixer(sizes, 'full', 0)), { feeds: Array.from({ length: sizes.layers },
      () => dense) });
};

/** ChatGLM: groups of queries only where they are switched on. */
const chatglm: FamilyReader = (keys, outer) => {
  const grouped = keys.flag('multi_query_attention', false);
  const sizes = readSizes(grouped ? keys : without(keys, ['multi_query_group_num']), outer);
  keys.pass('multi_query_group_num', 'original_rope', 'classifier_dropout');
  return assemble(sizes, Array.from({ length: sizes.layers },
    () => attentionMixer(sizes, 'full', 0)), readFeeds(keys, sizes, { dense: true }));
};

/** The first Qwen states twice the width of its block. */
const qwen: FamilyReader = (keys, outer) => {
  const sizes: Sizes = readSizes(keys, outer, { kvHeads: 'own' });
  const { feeds } = readFeeds(keys, sizes, { dense: true, denseNames: widthNames });
  const { heads, headDim, hidden } = sizes;
  const shape = { heads, kvHeads: heads, keyDim: headDim, valueDim: headDim };
  return assemble(sizes, Array.from({ length: sizes.layers }, () => ({ kind: 'full' as const,
    ...shape, weights: attentionWeights(hidden, shape) })), {
    feeds: feeds.map((feed) => ({ ...feed, width: feed.width / 2, always: feed.always / 2 })) });
};

export const earlyFamilies: Families = {
  falcon: expecting(falcon, 'new_decoder_architecture', 'multi_query', ['num_kv_heads',
    'n_head_kv']), RefinedWeb: falcon,
  RefinedWebModel: falcon, starcoder2: expecting(starcoder2, 'sliding_window', 'mlp_type'),
    gpt_bigcode: bigCode, opt, mpt,
  chatglm, qwen, gpt2: fourfold({ tied: true, kvHeads: 'own' }, true),
  gptj: fourfold({ tied: false, kvHeads: 'own' }),
  gpt_neox: decoder({ feed: { matrices: 2 }, defaults: { kvHeads: 'own' } }),
  bloom: fourfold({ tied: true, context: 2048, kvHeads: 'own' }),
  phi: fourfold({ tied: false }), persimmon: decoder({ feed: { matrices: 2 } }),
  codegen: fourfold({ tied: false, kvHeads: 'own' }),
};
