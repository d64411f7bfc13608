import { mlpWeights } from './blocks.ts';
import { noFeed, type Blueprint, type Feed } from './blueprint.ts';
import type { Keys } from './keys.ts';
import { layerList, perLayer } from './layers.ts';
import { widthNames, type Sizes } from './sizes.ts';

/** How a class lays out its feed-forward layers. */
export interface FeedPlan {
  readonly matrices?: 2 | 3;
  /** Keys of the width of dense layers. */
  readonly denseNames?: readonly string[];
  /** Width where the file says none. */
  readonly denseWidth?: number;
  /** Keys of the width of one expert. */
  readonly expertNames?: readonly string[];
  /** Experts of the class where the file does not count them. */
  readonly experts?: number;
  readonly active?: number;
  readonly expertWidth?: number;
  /** Shared experts of every layer with experts. */
  readonly shared?: number;
  readonly sharedWidth?: number;
  /** The stated shared width is that of one shared expert. */
  readonly widthPerShared?: boolean;
  /** Which layers have experts where the file has no list; all unless said. */
  readonly firstDense?: number;
  readonly every?: number;
  /** A dense block stands beside the experts of a layer. */
  readonly beside?: boolean;
  /** The class has no experts: keys of experts stay unread. */
  readonly dense?: boolean;
  /** Layers of the model that have a feed-forward block at all. */
  readonly mask?: readonly boolean[];
}

const expertCounts = ['n_routed_experts', 'num_local_experts', 'num_experts', 'moe_num_experts',
  'num_routed_experts'] as const;
const activeNames = ['num_experts_per_tok', 'num_experts_per_token', 'experts_per_token',
  'moe_topk', 'moe_top_k',
  'moe_k', 'top_k_experts', 'num_selected_experts', 'num_activated_experts',
  'moe_router_topk'] as const;
const sharedCounts = ['n_shared_experts', 'num_shared_experts', 'num_shared_expert',
  'moe_num_shared_experts'] as const;
const sharedWidths = ['shared_expert_intermediate_size', 'moe_shared_expert_intermediate_size',
  'shared_intermediate_size', 'share_expert_dim', 'shared_expert_dim'] as const;
const latentNames = ['moe_latent_size', 'routed_expert_hidden_size'] as const;
const moeWidths = ['moe_intermediate_size', 'expert_ffn_hidden_size'] as const;

const nth = (all: readonly number[], layer: number): number => all.at(layer) ?? 0;

/** Whether a configuration counts more than one expert. */
export const hasExperts = (keys: Keys): boolean => expertCounts.some((name) => {
  const value = keys.peek(name);
  return Array.isArray(value) ? value.length > 0 : typeof value === 'number' && value > 1;
});

/** Layers a list names by number, or says 0 and 1 or `dense` and `sparse` of. */
function listedExperts(keys: Keys, sizes: Sizes): readonly boolean[] | null {
  const { layers } = sizes;
  const types = layerList(keys, 'mlp_layer_types', sizes)
    ?? layerList(keys, 'is_moe_layer', sizes)
    ?? (Array.isArray(keys.peek('moe_layer_freq'))
      ? layerList(keys, 'moe_layer_freq', sizes) : null);
  if (types !== null) return types.map((type) => {
    if (type === 'sparse' || type === 'moe' || type === 1 || type === true) return true;
    if (type !== 'dense' && type !== 0 && type !== false) keys.complain('bad-value', 'mlp_layer_types');
    return false;
  });
  const named = keys.word('moe_layers_enum');
  const numbers = named === '' ? keys.list('moe_layers') : named.split(',').map(Number);
  if (numbers === null) return null;
  if (numbers.some((one) => typeof one !== 'number' || !(one >= 0 && one < layers + sizes.mtpLayers)))
    keys.complain('bad-value', named === '' ? 'moe_layers' : 'moe_layers_enum');
  return Array.from({ length: layers }, (_, i) => numbers.includes(i));
}

/** Which layers have experts. */
function expertMask(keys: Keys, sizes: Sizes, plan: FeedPlan): readonly boolean[] {
  const { layers } = sizes;
  const { firstDense = 0 } = plan;
  const first = keys.count(['first_k_dense_replace', 'first_k_dense', 'num_dense_layers',
    'moe_layer_start_index', 'n_dense_layers', 'moe_layer_num_skipped'], firstDense);
  const end = keys.peek('moe_layer_end_index');
  keys.pass('moe_layer_end_index');
  const last = typeof end === 'number' && end >= 0 ? end : layers - 1;
  const freq = typeof keys.peek('moe_layer_freq') === 'number'
    ? keys.size('moe_layer_freq', 1, true) : 1;
  const every = keys.size(['decoder_sparse_step', 'interleave_moe_layer_step',
    'moe_layer_interval', 'moe_every_n_layer'], plan.every ?? 1, true);
  const period = keys.size('expert_layer_period', 1, true);
  const offset = keys.count('expert_layer_offset', 0);
  const listed = listedExperts(keys, sizes);
  const only = keys.list('mlp_only_layers') ?? [];
  if (only.some((one) => typeof one !== 'number' || one < 0 || one >= layers))
    keys.complain('bad-value', 'mlp_only_layers');
  return Array.from({ length: layers }, (_, i) => listed?.[i]
    ?? (i >= first && i <= last && i % freq === 0 && (i + 1) % every === 0
      && (i - offset) % period === 0 && !only.includes(i)));
}

interface Facts {
  readonly counts: readonly number[];
  readonly active: readonly number[];
  readonly widths: readonly number[];
  readonly shared: readonly number[];
  readonly sharedWidth: number;
  readonly latent: number;
}

function readFacts(keys: Keys, sizes: Sizes, plan: FeedPlan): Facts {
  const { shared: ofClass = 0, sharedWidth = 0 } = plan;
  const shared = sharedCounts.some((name) => Array.isArray(keys.peek(name)))
    ? perLayer(keys, sharedCounts, sizes)
    : Array.from({ length: sizes.layers }, () => keys.count(sharedCounts, ofClass));
  return {
    counts: perLayer(keys, expertCounts, sizes, plan.experts),
    active: perLayer(keys, activeNames, sizes, plan.active),
    widths: perLayer(keys, plan.expertNames ?? moeWidths, sizes, plan.expertWidth),
    shared, sharedWidth: keys.count(sharedWidths, sharedWidth),
    latent: keys.count(latentNames, 0),
  };
}

function expertFeed(
  hidden: number, facts: Facts, plan: FeedPlan, layer: number, dense: number,
): Feed {
  const matrices = plan.matrices ?? 3;
  const [count = 1, active = 1, width = 1, shared = 0] =
    [facts.counts[layer], facts.active[layer], facts.widths[layer], facts.shared[layer]];
  const { latent, sharedWidth } = facts;
  const one = mlpWeights(latent > 0 ? latent : hidden, width, matrices);
  const perShared = plan.widthPerShared === true ? Math.max(1, shared) : 1;
  const always = mlpWeights(hidden, sharedWidth > 0 ? sharedWidth * perShared : shared * width,
    matrices) + 2 * hidden * latent;
  const beside = plan.beside === true ? mlpWeights(hidden, dense, matrices) : 0;
  return { always: always + beside, router: hidden * count, routed: count * one,
    routedActive: active * one, width: plan.beside === true ? dense : 0, matrices,
    hasExperts: true };
}

function checkFacts(keys: Keys, { counts, active }: Facts, mask: readonly boolean[]): void {
  mask.forEach((isMoe, i) => {
    if (isMoe && nth(active, i) > nth(counts, i))
      keys.complain('bad-value', activeNames.find((name) => keys.has(name)) ?? activeNames[0]);
  });
}

/** Experts as the catalogue states them: of the layers that have them, means where they differ. */
function summary(
  facts: Facts, plan: FeedPlan, mask: readonly boolean[],
): NonNullable<Blueprint['experts']> {
  const layers = mask.flatMap((isMoe, i) => (isMoe ? [i] : []));
  const mean = (all: readonly number[]): number =>
    layers.reduce((sum, i) => sum + nth(all, i), 0) / layers.length;
  const shared = mean(facts.shared);
  return { count: mean(facts.counts), active: mean(facts.active), width: mean(facts.widths),
    shared: shared === 0 && facts.sharedWidth > 0 ? 1 : shared, matrices: plan.matrices ?? 3,
    ...(facts.latent > 0 ? { latentWidth: facts.latent } : {}) };
}

/**
 * The feed-forward part of every layer: dense blocks, experts, or both.
 */
export function readFeeds(
  keys: Keys, sizes: Sizes, plan: FeedPlan = {},
): { readonly feeds: readonly Feed[]; readonly experts?: NonNullable<Blueprint['experts']> } {
  const matrices = plan.matrices ?? 3;
  const { hidden, layers } = sizes;
  const { experts: ofClass = 1 } = plan;
  const isMoe = plan.dense !== true && (hasExperts(keys) || ofClass > 1);
  const denseNames = plan.denseNames ?? widthNames;
  const stated = denseNames.some((name) => keys.has(name));
  const widths = perLayer(keys, denseNames, sizes,
    plan.denseWidth ?? (isMoe && !stated ? 0 : undefined));
  const denseFeed = (width: number): Feed => ({ ...noFeed, width, matrices,
    always: mlpWeights(hidden, width, matrices) });
  const has = plan.mask ?? Array.from({ length: layers }, () => true);
  if (!isMoe) {
    keys.pass(...expertCounts.filter((name) => keys.peek(name) === 1 || keys.peek(name) === 0));
    return { feeds: has.map((feeds, i) => (feeds ? denseFeed(nth(widths, i)) : noFeed)) };
  }
  const facts = readFacts(keys, sizes, plan);
  const mask = expertMask(keys, sizes, plan).map((moe, i) => moe && has[i] === true);
  checkFacts(keys, facts, mask);
  if (!mask.includes(true)) keys.complain('bad-value',
    expertCounts.find((name) => keys.has(name)) ?? '');
  if (mask.some((moe, i) => !moe && has[i] === true && nth(widths, i) === 0))
    keys.complain('missing-key', denseNames[0] ?? '');
  return {
    feeds: mask.map((moe, i) => (moe ? expertFeed(hidden, facts, plan, i, nth(widths, i))
      : has[i] === true ? denseFeed(nth(widths, i)) : noFeed)),
    experts: summary(facts, plan, mask),
  };
}
