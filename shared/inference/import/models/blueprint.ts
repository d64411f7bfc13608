import type { LayerGroup, MlpGroup, ModelSpec } from '../../../catalog/types.ts';
import type { LatentShape } from './blocks.ts';

/** What mixes tokens in a layer. */
export interface Mixer extends Omit<LayerGroup, 'layers'> {
  readonly weights: number;
}

/** What stands after it: a dense block, experts, both or neither. */
export interface Feed {
  /** Weights every token uses, the router left out. */
  readonly always: number;
  readonly router: number;
  readonly routed: number;
  /** Of the routed weights, those one token uses. */
  readonly routedActive: number;
  readonly width: number;
  readonly matrices: 2 | 3;
  readonly hasExperts: boolean;
}

export interface Layer {
  readonly mixer: Mixer;
  readonly feed: Feed;
}

/** A model as its configuration lays it out, layer by layer. */
export interface Blueprint {
  readonly hidden: number;
  readonly vocab: number;
  readonly context: number;
  readonly tied: boolean;
  readonly layers: readonly Layer[];
  readonly mla?: LatentShape;
  readonly experts?: {
    readonly count: number; readonly shared: number; readonly width: number;
    readonly active: number; readonly latentWidth?: number; readonly matrices: 2 | 3;
  };
  readonly sparseIndex?: NonNullable<ModelSpec['sparseIndex']>;
  readonly kvCompression?: NonNullable<ModelSpec['kvCompression']>;
  readonly kvWindow?: number;
  readonly mtpLayers: number;
  /** Weights beside embedding, head and layers: tables a token looks one row up in. */
  readonly tables?: number;
  readonly queryKeyNorm: boolean;
}

export const noFeed: Feed = { always: 0, router: 0, routed: 0, routedActive: 0, width: 0,
  matrices: 3, hasExperts: false };
export const noMixer: Mixer = { kind: 'none', weights: 0 };

const sum = <T>(all: readonly T[], of: (one: T) => number): number =>
  all.reduce((total, one) => total + of(one), 0);

/** Equal layers counted together, in the order they first appear. */
function groupLayers(layers: readonly Layer[]): readonly LayerGroup[] {
  const groups = new Map<string, { group: Omit<LayerGroup, 'layers'>; layers: number }>();
  for (const { mixer: { weights: _weights, ...group } } of layers) {
    const key = JSON.stringify(group);
    const held = groups.get(key) ?? { group, layers: 0 };
    groups.set(key, { group, layers: held.layers + 1 });
  }
  return [...groups.values()].map(({ group, layers: count }) => ({ ...group, layers: count }));
}

function groupWidths(layers: readonly Layer[]): readonly MlpGroup[] {
  const groups = new Map<string, MlpGroup>();
  for (const { feed: { width, matrices } } of layers) {
    if (width === 0) continue;
    const key = `${width}/${matrices}`;
    const { layers: soFar = 0 } = groups.get(key) ?? {};
    groups.set(key, { layers: soFar + 1, width, matrices });
  }
  return [...groups.values()];
}

const isWindowed = ({ kind }: LayerGroup): boolean => kind === 'window' || kind === 'chunk';

/** The group attention is described by: full layers before windowed ones. */
function mainGroup(groups: readonly LayerGroup[]): LayerGroup | undefined {
  return groups.find(({ kind }) => kind === 'full') ?? groups.find(isWindowed);
}

/** Whether all cached layers are alike but for one window, so that no groups are needed. */
function isUniform(groups: readonly LayerGroup[]): boolean {
  const cached = groups.filter((group) => group.kind === 'full' || isWindowed(group));
  if (cached.length !== groups.length) return false;
  const windows = new Set(cached.filter(isWindowed).map(({ window }) => window));
  const shapes = new Set(cached.map(({ heads, kvHeads, keyDim, valueDim }) =>
    JSON.stringify([heads, kvHeads, keyDim, valueDim])));
  return windows.size <= 1 && shapes.size <= 1
    && cached.every(({ keyDim, valueDim }) => keyDim === valueDim);
}

const meanDim = ({ keyDim = 0, valueDim = 0 }: LayerGroup): number => (keyDim + valueDim) / 2;

function attentionOf(groups: readonly LayerGroup[], { mla }: Blueprint, hidden: number) {
  const main = mainGroup(groups);
  const heads = main?.heads ?? 1;
  if (mla !== undefined)
    return { heads, kvHeads: heads, headDim: mla.qkNopeHeadDim + mla.qkRopeHeadDim,
      attention: 'mla' as const, mla };
  return { heads, kvHeads: main?.kvHeads ?? 1,
    headDim: main === undefined ? hidden
      : meanDim(main),
    attention: 'gqa' as const };
}

function windowsOf(groups: readonly LayerGroup[]): Pick<ModelSpec, 'slidingWindow'> {
  const windowed = groups.filter(isWindowed);
  const layers = sum(windowed, (group) => group.layers);
  return layers === 0 ? {} : { slidingWindow: { windowedLayers: layers,
    window: Math.max(...windowed.map(({ window = 0 }) => window)) } };
}

function countsOf({ layers, hidden, vocab, tied, tables = 0 }: Blueprint) {
  const paramsAttention = sum(layers, ({ mixer }) => mixer.weights);
  const paramsDenseAndShared = sum(layers, ({ feed }) => feed.always);
  const paramsRouted = sum(layers, ({ feed }) => feed.routed);
  const paramsHead = vocab * hidden;
  const always = paramsAttention + paramsDenseAndShared + paramsHead
    + sum(layers, ({ feed }) => feed.router);
  return {
    paramsAttention, paramsHead, paramsRouted, paramsDenseAndShared,
    paramsActive: always + sum(layers, ({ feed }) => feed.routedActive),
    paramsTotal: always + paramsRouted + (tied ? 0 : paramsHead) + tables,
  };
}

function expertsOf({ experts, layers }: Blueprint): Pick<ModelSpec, 'moe'> {
  if (experts === undefined) return {};
  const moeLayers = layers.filter(({ feed }) => feed.hasExperts).length;
  return { moe: {
    experts: experts.count, activeExperts: experts.active, sharedExperts: experts.shared,
    expertIntermediate: experts.width, moeLayers, denseLayers: layers.length - moeLayers,
    ...(experts.latentWidth === undefined ? {} : { latentWidth: experts.latentWidth }),
    ...(experts.matrices === 2 ? { matrices: 2 as const } : {}),
  } };
}

/** The counts the engine works with, from the layers. */
export function modelOf(
  plan: Blueprint,
): Omit<ModelSpec, 'id' | 'name' | 'source' | 'date'> {
  const { hidden, vocab, context, layers, mtpLayers, sparseIndex, kvCompression, kvWindow } = plan;
  const groups = groupLayers(layers);
  const without = sum(groups, (group) =>
    (group.kind === 'full' || isWindowed(group) ? 0 : group.layers));
  const widths = groupWidths(layers);
  return {
    layers: layers.length, hidden, vocab, context, mtpLayers,
    ...attentionOf(groups, plan, hidden), ...expertsOf(plan),
    ...(kvWindow === undefined ? windowsOf(groups) : { kvWindow }),
    ...(without === 0 ? {} : { linearAttentionLayers: without }),
    ...(kvCompression !== undefined || isUniform(groups) ? {} : { layerGroups: groups }),
    ...(widths.length > 1 || widths.some(({ matrices }) => matrices === 2)
      ? { mlpGroups: widths } : {}),
    ...(sparseIndex === undefined ? {} : { sparseIndex }),
    ...(kvCompression === undefined ? {} : { kvCompression }),
    ...countsOf(plan), ...(plan.queryKeyNorm ? { note: 'query-key norm' } : {}),
  };
}
