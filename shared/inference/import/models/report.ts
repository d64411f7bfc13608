import type { Catalog, ModelSpec } from '../../../catalog/types.ts';
import { INDEX_ENTRY_BYTES, indexedLayers, kvCacheBytes } from '../../kv-groups.ts';
import { checkPromise, type PromiseCheck } from './promise.ts';
import type { ReadModel } from './read-model.ts';
import { builtInOf } from './same-model.ts';

/** Contexts at which the cache is stated: a conversation and a long document. */
export const statedContexts = [8192, 131_072] as const;

/** What a person sees of a model before taking it; the same on screen and command line. */
export interface ModelReport {
  readonly name: string;
  readonly family: string;
  readonly totalB: number;
  /** Without the input embedding, of which a token reads one row. */
  readonly activeB: number;
  /** Bytes one more token takes in the layers whose cache grows with context, in bf16. */
  readonly kvBytesPerToken: number;
  /** Mean bytes per token of a sequence of that length, windows included. */
  readonly kvBytesAt: Readonly<Record<'8192' | '131072', number>>;
  readonly windowLayers: number;
  readonly notRead: readonly string[];
  readonly builtIn: string | null;
  readonly layers: number;
  readonly context: number;
  /** Tokens the windowed layers look back; 0 where there are none. */
  readonly window: number;
  /** Layers without a cache that grows: linear, Mamba, convolution and feed-forward alone. */
  readonly stateLayers: number;
  /** State of those layers, bytes of one sequence. */
  readonly stateBytes: number;
  readonly precision: string;
  readonly promise: PromiseCheck | null;
  readonly notices: readonly string[];
}

const BF16 = 2;

/** Index keys of a compressed cache, whose layout counts them with the entries. */
function indexBytes({ kvCompression, sparseIndex }: ModelSpec): number {
  if (kvCompression === undefined || sparseIndex === undefined) return 0;
  const { ratio, layers } = indexedLayers(kvCompression);
  return layers / ratio * INDEX_ENTRY_BYTES;
}

/**
 * Bytes of keys and values one more token takes far beyond every window, in bf16; a
 * compressed cache in its published layout.
 * @example kvGrowth(llama8b) // 131072: 32 layers x 2 x 8 x 128 values in bf16
 */
export function kvGrowth(model: ModelSpec): number {
  const far = 2 ** 40;
  return (kvCacheBytes(model, 2 * far, BF16) - kvCacheBytes(model, far, BF16)) / far
    + indexBytes(model);
}

/** Mean bytes of keys and values per token of a sequence of `tokens`, windows included. */
export const kvMean = (model: ModelSpec, tokens: number): number =>
  kvCacheBytes(model, tokens, BF16) / tokens + indexBytes(model);

function windowsOf({ kvWindow, layers, slidingWindow }: ModelSpec) {
  const { windowedLayers = 0, window = 0 } = slidingWindow ?? {};
  return kvWindow === undefined ? { windowLayers: windowedLayers, window }
    : { windowLayers: layers, window: kvWindow };
}

function stateOf({ layerGroups = [], linearAttentionLayers = 0 }: ModelSpec) {
  return { stateLayers: linearAttentionLayers,
    stateBytes: layerGroups.reduce((sum, { layers, stateBytes = 0 }) =>
      sum + layers * stateBytes, 0) };
}

/** What was read, in the figures by which a person knows the model. */
export function reportModel(
  { model, family, notices, notRead }: ReadModel, name: string, catalog: Catalog,
): ModelReport {
  return {
    name, family, totalB: model.paramsTotal / 1e9, activeB: model.paramsActive / 1e9,
    kvBytesPerToken: kvGrowth(model),
    kvBytesAt: { 8192: kvMean(model, 8192), 131_072: kvMean(model, 131_072) },
    ...windowsOf(model), notRead,
    builtIn: builtInOf(model, name, catalog),
    layers: model.layers, context: model.context,
    ...stateOf(model), precision: model.nativePrecision ?? 'bf16',
    promise: checkPromise(name, model), notices,
  };
}

/**
 * The name a configuration or its file gives: the last part of a path, without what every
 * such file is called.
 * @example modelName('{}', 'google--gemma-4-26B-A4B_config.json') // 'gemma-4-26B-A4B'
 */
export function modelName(config: string, file: string): string {
  const said = /"_name_or_path"\s*:\s*"([^"]+)"/u.exec(config)?.[1]?.replace(/\/+$/u, '')
    .split('/').at(-1);
  const own = file.replace(/\.json$/iu, '').replace(/[_-]?config$/iu, '').split('--').at(-1);
  return ((said ?? own ?? '').trim() || 'Own model').slice(0, 120);
}
