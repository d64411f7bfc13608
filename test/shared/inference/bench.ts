import type { EngineConstants } from '../../../shared/inference/constants.ts';
import type { Machine } from '../../../shared/inference/machine.ts';
import { parameters } from '../../../shared/inference/parameters.ts';
import type { Bench } from '../../../shared/inference/serving.ts';
import type { ModelShape } from '../../../shared/inference/shape.ts';

/**
 * A model of round numbers: 10 layers of width 1,000, 6 of them with 16 experts of which 2 are
 * active, 400 wide.
 */
export const shape: ModelShape = {
  layers: 10, moeLayers: 6, hidden: 1000, heads: 8, denseReadBytes: 1e9,
  denseReadParams: 1e9, headParams: 1e8, embeddingBytes: 1e8, routedBytes: 8e9,
  routedParams: 8e9, routedActiveParams: 5e8, sharedExperts: 1, experts: 16,
  activeExperts: 2, expertWidth: 400, unpacksExperts: false, fullLayers: 6, windowedLayers: 3, window: 100, linearLayers: 1,
  linearStateBytes: 4e6, mla: false, queryKeyNorm: true, kvHeads: 4,
  kvBytesPerTokenLayer: 2000, decodeFlopsPerKey: 4000, prefillFlopsPerPair: 2000,
  sparseTopk: 500, indexBytesPerKey: 10, indexFlopsPerKey: 20, math: 'fp8',
  memory: { share: 0.9, ofFree: false, reservedBytes: 1e9, wholeLength: false },
};
export const machine: Machine = {
  capacityBytes: 80e9, hbm: 2e12, bf16: 5e14, peak: 1e15, math: 'fp8',
  scaleUp: { rate: 4e11, domain: 8, latency: 1e-6, kind: 'switched' }, scaleOut: { rate: 5e10,
    latency: 3e-6 },
};
/** Every constant at the value its table starts from. */
export const k = { ...Object.fromEntries(parameters.map(({ name, start }) => [name, start])),
  etaLinkPrefill: 0.5 } as unknown as EngineConstants;
export const bench: Bench = { shape, machine, constants: k, modes: {},
  traffic: { isl: 1000, osl: 200, cacheHit: 0.4, draft: 1 } };
