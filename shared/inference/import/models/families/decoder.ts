import { attentionWeights } from '../blocks.ts';
import type { Blueprint, Layer, Mixer } from '../blueprint.ts';
import { readFeeds, type FeedPlan } from '../experts.ts';
import type { FamilyReader } from '../family.ts';
import type { Keys } from '../keys.ts';
import { readWindows, type Kind, type WindowRule } from '../layers.ts';
import { readSizes, widthNames, type ClassDefaults, type Sizes } from '../sizes.ts';

/** Sizes a class has where the part of text of a larger model does not repeat them. */
export interface PartDefaults {
  readonly layers: number;
  readonly hidden: number;
  readonly heads: number;
  readonly vocab: number;
  readonly context: number;
  readonly width: number;
}

/** The width the class has, where a part of a larger model leaves it out. */
function partWidth(keys: Keys, nested: PartDefaults | null): FeedPlan {
  if (nested === null || widthNames.some((name) => keys.has(name))) return {};
  keys.note(`${widthNames[0]} is left out; ${nested.width}, as its class has it`);
  return { denseWidth: nested.width };
}

/** What one class of ordinary decoders has of its own. */
export interface DecoderClass {
  readonly defaults?: ClassDefaults;
  /** What the class has beyond them; only parts of a larger model leave it out. */
  readonly nested?: PartDefaults;
  readonly windows?: WindowRule;
  /** Window where the file leaves the key out. */
  readonly window?: number;
  readonly feed?: FeedPlan;
  readonly queryKeyNorm?: boolean;
  /** The class has experts; others do not read their keys. */
  readonly experts?: boolean;
  /** Weights of a lookup table of positions for every token of the context. */
  readonly positions?: boolean;
}

/** One attention layer of the sizes' heads. */
export function attentionMixer(
  sizes: Sizes, kind: Kind, window: number, extra = 0,
): Mixer {
  const { hidden, heads, kvHeads, headDim } = sizes;
  const shape = { heads, kvHeads, keyDim: headDim, valueDim: headDim };
  return { kind: kind === 'full' ? 'full' : kind === 'chunk' ? 'chunk' : 'window', ...shape,
    ...(kind === 'full' ? {} : { window }), weights: attentionWeights(hidden, shape) + extra };
}

/** Mixers of kinds that are all attention; a kind the class lacks is refused. */
export function attentionMixers(
  keys: Keys, sizes: Sizes, kinds: readonly Kind[], window: number, extra = 0,
): readonly Mixer[] {
  return kinds.map((kind) => {
    if (kind !== 'full' && kind !== 'window') keys.complain('bad-value', 'layer_types');
    return attentionMixer(sizes, kind, window, extra);
  });
}

/** A plan of sizes, mixers and feed-forward parts. */
export function assemble(
  sizes: Sizes, mixers: readonly Mixer[], feeds: ReturnType<typeof readFeeds>,
  more: Partial<Blueprint> = {},
): Blueprint {
  const layers = mixers.flatMap((mixer, i): readonly Layer[] => {
    const feed = feeds.feeds[i];
    return feed === undefined ? [] : [{ mixer, feed }];
  });
  const { hidden, vocab, context, tied, mtpLayers } = sizes;
  return { hidden, vocab, context, tied, mtpLayers, layers, queryKeyNorm: false,
    ...(feeds.experts === undefined ? {} : { experts: feeds.experts }), ...more };
}

/** Whether the file says that queries and keys are normalised. */
export const normalises = (keys: Keys, otherwise: boolean): boolean =>
  keys.flag('use_qk_norm', keys.flag('qk_layernorm', keys.flag('use_query_key_norm', otherwise)));

/**
 * Reader of a class of ordinary decoders: grouped-query attention over everything or a
 * window, and a dense block or experts.
 */
export const decoder = (of: DecoderClass = {}): FamilyReader => (keys, outer) => {
  const nested = outer === null ? null : of.nested ?? null;
  const sizes = readSizes(keys, outer, { ...nested, ...of.defaults });
  const { kinds, window } = readWindows(keys, sizes, of.windows ?? 'none', of.window);
  const mixers = attentionMixers(keys, sizes, kinds, window);
  const feeds = readFeeds(keys, sizes, { ...of.feed, ...partWidth(keys, nested),
    dense: of.experts !== true });
  return assemble(sizes, mixers, feeds, {
    queryKeyNorm: normalises(keys, of.queryKeyNorm ?? false),
    ...(of.positions === true ? { tables: sizes.context * sizes.hidden } : {}),
  });
};
