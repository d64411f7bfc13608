import type { LayerGroup, ModelSpec } from '../catalog/types.ts';

/** Layers that cache alike. */
export interface KvGroup {
  readonly layers: number;
  /** Bytes of one entry in one layer, over all its heads. */
  readonly entryBytes: number;
  /** Tokens that share one entry: 1 unless the cache is compressed. */
  readonly tokensPerEntry: number;
  /** Tokens an entry is kept for: a window, or without end. */
  readonly reach: number;
  /** Ranks the heads of one entry can be spread over. */
  readonly kvHeads: number;
}

/**
 * One entry of the compressed cache of DeepSeek-V4 in its published layout: 448 values in
 * fp8, 64 in bf16 and 8 bytes of scales (vllm-project/vllm#51041, #47716).
 */
export const COMPRESSED_ENTRY_BYTES = 584;
/** One key of its index: 128 values in fp8 and a scale in fp32. */
export const INDEX_ENTRY_BYTES = 132;

type Compression = NonNullable<ModelSpec['kvCompression']>;

/**
 * The layers of a compressed cache that choose entries by an index: those of the smallest
 * ratio. Higher ratios leave few enough entries to read them all.
 * @example indexedLayers([{ ratio: 4, layers: 30 }, { ratio: 128, layers: 31 }]) // { ratio: 4, layers: 30 }
 */
export function indexedLayers(compression: Compression): Compression[number] {
  const kept = compression.filter(({ ratio }) => ratio > 0)
    .toSorted((a, b) => a.ratio - b.ratio);
  return kept[0] ?? { ratio: 1, layers: 0 };
}

function compressedGroups(model: ModelSpec, compression: Compression): readonly KvGroup[] {
  const entry = { entryBytes: COMPRESSED_ENTRY_BYTES, kvHeads: 1 };
  const kept = compression.filter(({ ratio }) => ratio > 0).map(({ ratio, layers }) =>
    ({ ...entry, layers, tokensPerEntry: ratio, reach: Infinity }));
  const { kvWindow, layers } = model;
  return kvWindow === undefined ? kept
    : [...kept, { ...entry, tokensPerEntry: 1, layers, reach: kvWindow }];
}

/** Values one entry of a layer holds, key and value together. */
const entryValues = (
  { kvHeads = 0, keyDim = 0, valueDim = 0 }: LayerGroup, { mla }: ModelSpec,
): number => (kvHeads === 0 && mla !== undefined ? mla.kvLoraRank + mla.qkRopeHeadDim
  : kvHeads * (keyDim + valueDim));

const windowOf = ({ window = 0 }: LayerGroup): number => window;

const isCached = ({ kind }: LayerGroup): boolean =>
  kind === 'full' || kind === 'window' || kind === 'chunk';

/**
 * Cached layers by kind; null where `layers`, `slidingWindow` and `linearAttentionLayers`
 * say all there is.
 * @param kvBytes bytes of one value
 */
export function kvGroupsOf(model: ModelSpec, kvBytes: number): readonly KvGroup[] | null {
  if (model.kvCompression !== undefined) return compressedGroups(model, model.kvCompression);
  return model.layerGroups?.filter(isCached).map((group) => ({
    layers: group.layers, entryBytes: entryValues(group, model) * kvBytes, tokensPerEntry: 1,
    reach: group.kind === 'full' ? Infinity : group.window ?? Infinity,
    kvHeads: group.kvHeads ?? 1,
  })) ?? null;
}

/** Arithmetic of one query and key in a layer of the group, in heads times dimensions. */
function keyWork(group: LayerGroup, model: ModelSpec): number {
  const { heads = model.heads, kvHeads, keyDim = 0, valueDim = 0 } = group;
  return kvHeads === undefined ? 2 * model.heads * model.headDim : heads * (keyDim + valueDim);
}

/**
 * As many full and windowed layers of the model's own heads as take the arithmetic of all
 * its groups, and the state of its linear layers.
 */
export function equivalentLayers(model: ModelSpec, kv: readonly KvGroup[]) {
  const groups = model.layerGroups ?? [];
  const states = groups.filter(({ stateBytes = 0 }) => stateBytes > 0);
  const linearLayers = states.reduce((sum, { layers }) => sum + layers, 0);
  const state = states.reduce((sum, { layers, stateBytes = 0 }) => sum + layers * stateBytes, 0);
  const linear = { linearLayers, linearStateBytes: linearLayers === 0 ? 0 : state / linearLayers };
  if (model.kvCompression !== undefined) {
    const fullLayers = kv.filter(({ reach }) => reach === Infinity)
      .reduce((sum, { layers, tokensPerEntry }) => sum + layers / tokensPerEntry, 0);
    const { kvWindow: reach = 0, layers } = model;
    return { kv, fullLayers, windowedLayers: reach === 0 ? 0 : layers, window: reach,
      kvBytesPerTokenLayer: COMPRESSED_ENTRY_BYTES, ...linear };
  }
  const own = 2 * model.heads * model.headDim;
  const cached = groups.filter(isCached);
  const window = Math.max(0, ...cached.map((group) =>
    (group.kind === 'full' ? 0 : windowOf(group))));
  const layersOf = (some: readonly LayerGroup[]): number =>
    some.reduce((sum, group) => sum + group.layers * (keyWork(group, model) / own)
      * (group.kind === 'full' || window === 0 ? 1 : windowOf(group) / window), 0);
  return { kv, fullLayers: layersOf(cached.filter(({ kind }) => kind === 'full')),
    windowedLayers: layersOf(cached.filter(({ kind }) => kind !== 'full')), window, ...linear };
}

/**
 * KV cache of one sequence, bytes, over all heads; without index and states.
 * @param kvBytes bytes of one value
 * @example kvCacheBytes(llama8b, 1, 2) // 131072: 32 layers x 2 x 8 x 128 values in bf16
 */
export function kvCacheBytes(model: ModelSpec, tokens: number, kvBytes: number): number {
  const groups = kvGroupsOf(model, kvBytes);
  if (groups !== null) return groups.reduce((sum, group) => sum
    + group.layers * group.entryBytes * Math.min(tokens, group.reach) / group.tokensPerEntry, 0);
  const { mla, slidingWindow, linearAttentionLayers = 0, layers } = model;
  const values = model.attention === 'mla' && mla !== undefined
    ? mla.kvLoraRank + mla.qkRopeHeadDim : 2 * model.kvHeads * model.headDim;
  const { windowedLayers = 0, window = 0 } = slidingWindow ?? {};
  return values * kvBytes * ((layers - windowedLayers - linearAttentionLayers) * tokens
    + windowedLayers * Math.min(tokens, window));
}
