import { mamba2Block, mambaBlock } from '../blocks.ts';
import { noFeed, noMixer, type Feed, type Layer, type Mixer } from '../blueprint.ts';
import { readFeeds, type FeedPlan } from '../experts.ts';
import { expecting, type Families, type FamilyReader } from '../family.ts';
import type { Keys } from '../keys.ts';
import { listedKinds, type Kind } from '../layers.ts';
import { mtpOf, readSizes, type Sizes } from '../sizes.ts';
import { assemble, attentionMixer } from './decoder.ts';

/** Mamba-2 of a file; its keys have a prefix in some classes and other words in Nemotron-H. */
function mamba2Mixer(keys: Keys, hidden: number): Mixer {
  const expand = keys.real(['mamba_expand', 'expand'], 2);
  const stated = keys.count('mamba_d_ssm', 0);
  const heads = keys.size(['mamba_n_heads', 'mamba_num_heads', 'num_heads']);
  const dim = typeof keys.peek('mamba_d_head') === 'string' ? 0
    : keys.count(['mamba_d_head', 'mamba_head_dim'], 0);
  keys.pass('mamba_d_head');
  const inner = stated > 0 ? stated : dim > 0 ? heads * dim : expand * hidden;
  if (stated > 0 && dim > 0 && stated !== heads * dim) keys.complain('bad-value', 'mamba_d_ssm');
  const { weights, stateBytes } = mamba2Block(hidden, {
    inner, heads, groups: keys.size(['mamba_n_groups', 'n_groups'], 1, true),
    state: keys.size(['mamba_d_state', 'ssm_state_size', 'state_size']),
    kernel: keys.size(['mamba_d_conv', 'conv_kernel'], 4, true),
  });
  return { kind: 'mamba', weights, stateBytes };
}

function mamba1Mixer(keys: Keys, hidden: number): Mixer {
  const rank = keys.peek('mamba_dt_rank') === 'auto' ? 0 : keys.count('mamba_dt_rank', 0);
  keys.pass('mamba_dt_rank');
  const { weights, stateBytes } = mambaBlock(hidden, {
    inner: keys.real('mamba_expand', 2) * hidden, rank: rank > 0 ? rank : Math.ceil(hidden / 16),
    state: keys.size('mamba_d_state', 16), kernel: keys.size('mamba_d_conv', 4, true),
  });
  return { kind: 'mamba', weights, stateBytes };
}

type Blocks = 'M' | '*' | '-' | 'E';

/** Kinds of Nemotron-H's blocks, each of which is a mixer or a feed-forward part alone. */
const blockWords: Readonly<Record<string, Blocks>> = { M: 'M', '*': '*', '-': '-', E: 'E',
  mamba: 'M', mamba2: 'M', attention: '*', mlp: '-', moe: 'E' };

function nemotronBlocks(keys: Keys): readonly Blocks[] {
  const pattern = keys.word('hybrid_override_pattern');
  const list = keys.list('layers_block_type');
  const words = pattern === '' ? list : pattern.split('');
  if (words === null) keys.complain('missing-key', 'hybrid_override_pattern');
  return (words ?? []).map((word) => {
    const block = typeof word === 'string' && Object.hasOwn(blockWords, word)
      ? blockWords[word] : undefined;
    if (block === undefined)
      keys.complain('bad-value', pattern === '' ? 'layers_block_type' : 'hybrid_override_pattern');
    return block ?? '-';
  });
}

/** What files with experts state; the latent width is that of the larger ones alone. */
function noteExperts(keys: Keys): void {
  for (const name of ['moe_latent_size', 'n_shared_experts', 'num_experts_per_tok',
    'moe_shared_expert_intermediate_size', 'num_nextn_predict_layers']) {
    if (keys.peek(name) === undefined)
      keys.note(`${name} is left out; read as its class has it without`);
  }
}

/** Nemotron-H and Nemotron 3: blocks by pattern, squared ReLU, experts of a latent width. */
const nemotronH: FamilyReader = (keys, outer) => {
  const blocks = nemotronBlocks(keys);
  const layers = keys.size('num_hidden_layers', blocks.length, true);
  const mtpLayers = mtpOf(keys);
  if (blocks.length > 0 && blocks.length !== layers)
    keys.complain('bad-value', 'num_hidden_layers');
  const read = readSizes(keys, outer, { layers: blocks.length, headDim: 128 });
  if (blocks.includes('E')) noteExperts(keys);
  keys.pass('mtp_hybrid_override_pattern', 'mtp_layers_block_type', 'sliding_window',
    'num_query_groups', 'mamba_hidden_act');
  const sizes: Sizes = { ...read, layers: blocks.length, mtpLayers };
  const full = attentionMixer(sizes, 'full', 0);
  const mamba = blocks.includes('M') ? mamba2Mixer(keys, sizes.hidden) : noMixer;
  const matrices = /^silu$|swiglu/u.test(keys.word('mlp_hidden_act')) ? 3 : 2;
  const feedPlan: FeedPlan = { matrices, active: 6, shared: 1,
    dense: !blocks.includes('E'), mask: blocks.map((block) => block === '-' || block === 'E') };
  if (!blocks.includes('E')) keys.pass('n_routed_experts', 'num_experts_per_tok',
    'moe_intermediate_size', 'n_shared_experts', 'moe_shared_expert_intermediate_size');
  const { feeds, experts } = readFeeds(keys, sizes, feedPlan);
  const dense = keys.size('intermediate_size', 1, true);
  const plain: Feed = { ...noFeed, width: dense, matrices, always: matrices * sizes.hidden * dense };
  const mixers = blocks.map((block) => (block === '*' ? full : block === 'M' ? mamba : noMixer));
  return assemble(sizes, mixers, {
    feeds: blocks.map((block, i) => (block === '-' ? plain : feeds[i] ?? noFeed)),
    ...(experts === undefined ? {} : { experts }) });
};

/** Attention between Mamba layers, one n-th each or listed, with experts or without. */
const hybrid = (of: {
  readonly mixer: (keys: Keys, hidden: number) => Mixer; readonly feed: FeedPlan;
  readonly tied?: boolean; readonly kindsOf: (keys: Keys, sizes: Sizes) => readonly Kind[] | null;
}): FamilyReader => (keys, outer) => {
  const sizes = readSizes(keys, outer, { tied: of.tied ?? false });
  const kinds = of.kindsOf(keys, sizes);
  if (kinds === null) keys.complain('missing-key', 'layer_types');
  keys.pass('sliding_window', 'mamba_inner_layernorms');
  const mamba = (kinds ?? []).includes('mamba') ? of.mixer(keys, sizes.hidden) : noMixer;
  const full = attentionMixer(sizes, 'full', 0);
  const mixers = (kinds ?? Array.from({ length: sizes.layers }, () => 'full' as const))
    .map((kind) => {
      if (kind !== 'full' && kind !== 'mamba') keys.complain('bad-value', 'layer_types');
      return kind === 'full' ? full : mamba;
    });
  return assemble(sizes, mixers, readFeeds(keys, sizes, of.feed));
};

const byPeriod = (keys: Keys, { layers }: Sizes): readonly Kind[] => {
  const period = keys.size('attn_layer_period', 8);
  const offset = keys.count('attn_layer_offset', 4);
  return Array.from({ length: layers }, (_, i) => (i % period === offset ? 'full' : 'mamba'));
};

/** Layers a list names are attention, the others Mamba (Bamba). */
const byIndices = (keys: Keys, { layers }: Sizes): readonly Kind[] | null => {
  const at = keys.list('attn_layer_indices');
  return at === null ? null
    : Array.from({ length: layers }, (_, i) => (at.includes(i) ? 'full' : 'mamba'));
};

/** Granite 4: a shared block in every layer; without experts it is the only one. */
const granite: FamilyReader = (keys, outer) => {
  const experts = keys.count(['num_local_experts', 'num_experts'], 0);
  return hybrid({ mixer: mamba2Mixer, tied: true, kindsOf: (inner, sizes) =>
    listedKinds(inner, sizes) ?? listedKinds(inner, sizes, 'layers_block_type'),
  feed: experts > 1 ? { expertNames: ['intermediate_size'] }
    : { dense: true, denseNames: ['shared_intermediate_size'] } })(
    passing(keys, experts > 1 ? [] : ['intermediate_size', 'num_experts_per_tok']), outer);
};

const passing = (keys: Keys, names: readonly string[]): Keys => {
  keys.pass(...names);
  return keys;
};

/** Falcon-H1: attention and Mamba side by side in every layer. */
const falconH1: FamilyReader = (keys, outer) => {
  const sizes = readSizes(keys, outer);
  const mamba = mamba2Mixer(keys, sizes.hidden);
  const { stateBytes = 0 } = mamba;
  const full = attentionMixer(sizes, 'full', 0);
  keys.pass('mamba_use_mlp', 'attn_layer_indices');
  const mixers = Array.from({ length: sizes.layers }, (): Mixer => ({ ...full,
    weights: full.weights + mamba.weights, stateBytes }));
  return assemble(sizes, mixers, readFeeds(keys, sizes, { dense: true }));
};

/** A variant of heads and width for every layer, found by search (DeciLM, Nemotron NAS). */
const searched: FamilyReader = (keys, outer) => {
  const blocks = keys.list('block_configs') ?? [];
  if (blocks.length === 0) keys.complain('missing-key', 'block_configs');
  const sizes = readSizes(keys, outer, { kvHeads: 'own', layers: blocks.length });
  if (blocks.length !== sizes.layers) keys.complain('bad-value', 'block_configs');
  keys.pass('num_key_value_heads_per_layer', 'intermediate_size');
  const layers = blocks.map((block): Layer => searchedLayer(keys, block, sizes));
  const { hidden, vocab, context, tied, mtpLayers } = sizes;
  return { hidden, vocab, context, tied, mtpLayers, layers, queryKeyNorm: false };
};

/** Widths are multiples of 256. */
const widthOf = (multiplier: number, hidden: number): number =>
  Math.ceil(Math.floor(2 * multiplier * hidden / 3) / 256) * 256;

const at = (thing: unknown, key: string): unknown =>
  (typeof thing === 'object' && thing !== null ? Reflect.get(thing, key) : undefined);

function searchedLayer(keys: Keys, block: unknown, sizes: Sizes): Layer {
  const [attention, feed] = [at(block, 'attention'), at(block, 'ffn')];
  const { hidden, heads } = sizes;
  const group = at(attention, 'n_heads_in_group');
  const multiplier = at(feed, 'ffn_mult');
  const stated = at(feed, 'intermediate_size');
  const linear = hidden * hidden;
  let mixer: Mixer = noMixer;
  if (at(attention, 'replace_with_linear') === true) mixer = { kind: 'none', weights: linear };
  else if (at(attention, 'no_op') !== true) {
    if (typeof group !== 'number' || group < 1 || heads % group !== 0)
      keys.complain('bad-value', 'block_configs');
    const kvHeads = typeof group === 'number' && group > 0 ? heads / group : 1;
    const reach = at(attention, 'window_length');
    mixer = typeof reach === 'number'
      ? attentionMixer({ ...sizes, kvHeads }, 'window', reach)
      : attentionMixer({ ...sizes, kvHeads }, 'full', 0);
  }
  if (at(feed, 'no_op') === true) return { mixer, feed: noFeed };
  if (at(feed, 'replace_with_linear') === true)
    return { mixer, feed: { ...noFeed, always: linear } };
  const width = typeof stated === 'number' ? stated
    : typeof multiplier === 'number' ? widthOf(multiplier, hidden) : 0;
  if (!(width > 0)) keys.complain('bad-value', 'block_configs');
  return { mixer, feed: { ...noFeed, width, always: 3 * hidden * width } };
}

export const mambaFamilies: Families = {
  nemotron_h: expecting(nemotronH, ['mamba_head_dim', 'mamba_d_head'], ['n_groups', 'mamba_n_groups'],
    'mlp_hidden_act'),
  nemotron_h_moe: nemotronH,
  jamba: expecting(hybrid({ mixer: mamba1Mixer, kindsOf: byPeriod,
    feed: { expertNames: ['intermediate_size'], active: 2 } }), 'num_experts', 'expert_layer_period',
  'expert_layer_offset', 'attn_layer_period', 'attn_layer_offset'),
  bamba: hybrid({ mixer: mamba2Mixer, kindsOf: byIndices, feed: { dense: true } }),
  granitemoehybrid: expecting(granite, 'num_local_experts', 'shared_intermediate_size',
    ['mamba_d_head'], 'mamba_n_groups'),
  falcon_h1: expecting(falconH1, 'head_dim', 'mamba_n_groups'), nemotron_nas: searched,
  'nemotron-nas': searched, decilm: searched,
};
