import { describe, expect, it } from 'vitest';
import type { ModelSpec } from '../../../shared/catalog/types.ts';
import { defaultLinks } from '../../../shared/inference/defaults.ts';
import { readMachine } from '../../../shared/inference/machine.ts';
import { memoryPolicyOf } from '../../../shared/inference/engine-memory.ts';
import { computeFrontier } from '../../../shared/inference/frontier.ts';
import { serveAtShare } from '../../../shared/inference/partial-load.ts';
import { shapeModel } from '../../../shared/inference/shape.ts';
import { acceleratorOf, modelOf, requestOf } from './requests.ts';

/**
 * A model of round numbers: 100 of attention, 200 dense, 1,600 routed, 40 of head and 60 of
 * embedding.
 */
const base: ModelSpec = {
  ...modelOf('deepseek-r1'), id: 'mine', paramsTotal: 2000, paramsAttention: 100,
  paramsDenseAndShared: 200,
  paramsRouted: 1600, paramsHead: 40, layers: 10, hidden: 64, heads: 8, kvHeads: 2, headDim: 16,
  nativePrecision: 'fp8', note: '', attention: 'gqa',
  moe: { ...(modelOf('deepseek-r1').moe ?? (() => { throw new Error('no experts'); })()),
    experts: 16,
    activeExperts: 2, moeLayers: 7, sharedExperts: 1 },
};
const { moe: _moe, sparseIndex: _sparse, slidingWindow: _window, ...plain } = base;
const dense: ModelSpec = plain;
const fp8 = 8.03 / 8;
const fp4 = 4.5 / 8;

describe('bytes of a model', () => {
  it('are those of its precision, the head and embedding in two bytes', () => {
    expect(shapeModel(base, 'fp8', 'fp8', 'vllm')).toMatchObject({
      denseReadBytes: expect.closeTo(300 * fp8 + 80,
        9) as number, denseReadParams: 340, headParams: 40,
      embeddingBytes: 120, routedBytes: expect.closeTo(1600 * fp8, 9) as number,
      routedParams: 1600,
      routedActiveParams: 200, layers: 10, moeLayers: 7, experts: 16, activeExperts: 2,
      sharedExperts: 1 });
  });

  it('in fp4 keep attention and shared layers of expert models in fp8', () => {
    const shape = shapeModel(base, 'fp4', 'fp4', 'vllm');
    expect(shape.denseReadBytes).toBeCloseTo(300 * fp8 + 80, 9);
    expect(shape.routedBytes).toBeCloseTo(1600 * fp4, 9);
    expect(shapeModel(dense, 'fp4', 'fp4', 'vllm').denseReadBytes)
      .toBeCloseTo(300 * fp4 + 80, 9);
  });

  it('of experts published in four bits are mxfp4, the rest as published', () => {
    const of = (nativePrecision: string) => shapeModel({ ...base, nativePrecision }, 'fp4',
      'bf16',
      'vllm');
    expect(of('mxfp4 experts').routedBytes).toBeCloseTo((1600 * 4.25) / 8, 9);
    expect(of('mxfp4 experts').denseReadBytes).toBeCloseTo(300 * 2 + 80, 9);
    expect(of('fp4 experts, fp8 attention').denseReadBytes).toBeCloseTo(300 * fp8 + 80, 9);
    expect(of('int4 experts').routedBytes).toBeCloseTo((1600 * 4.25) / 8, 9);
    expect(of('int4 experts').denseReadBytes).toBeCloseTo(300 * 2 + 80, 9);
    expect(of('int4').denseReadBytes).toBeCloseTo((300 * 4.25) / 8 + 80, 9);
  });
});

describe('attention of a model', () => {
  it('by grouped queries caches keys and values of every KV head', () => {
    expect(shapeModel(dense, 'bf16', 'bf16', 'vllm')).toMatchObject({ kvBytesPerTokenLayer: 128,
      kvHeads: 2, mla: false,
      decodeFlopsPerKey: 4 * 128, prefillFlopsPerPair: 2 * 128, fullLayers: 10,
      windowedLayers: 0, linearLayers: 0,
      experts: 1, activeExperts: 1, moeLayers: 0, sparseTopk: Infinity,
      indexBytesPerKey: 0, indexFlopsPerKey: 0 });
    expect(shapeModel(dense, 'fp8', 'fp8', 'vllm').kvBytesPerTokenLayer).toBe(64);
  });

  it('by a latent caches that alone', () => {
    const mla = { kvLoraRank: 32, qLoraRank: 8, qkNopeHeadDim: 16, qkRopeHeadDim: 4,
      vHeadDim: 12 };
    expect(shapeModel({ ...dense, attention: 'mla', mla }, 'fp8', 'fp8',
      'vllm')).toMatchObject({ kvBytesPerTokenLayer: 36,
      kvHeads: 1, mla: true, decodeFlopsPerKey: 2 * 8 * (36 + 32),
      prefillFlopsPerPair: 8 * 32 });
  });

  it('may be windowed, linear or sparse in some layers', () => {
    const shape = shapeModel({ ...dense, slidingWindow: { window: 128, windowedLayers: 3 },
      linearAttentionLayers: 2,
      sparseIndex: { topk: 2048, heads: 4, headDim: 8 } }, 'fp8', 'fp8', 'vllm');
    expect(shape)
      .toMatchObject({ fullLayers: 5, windowedLayers: 3, window: 128, linearLayers: 2,
        sparseTopk: 2048,
        linearStateBytes: 2 * 128 * 4 * 64, indexBytesPerKey: 8, indexFlopsPerKey: 64 });
  });

  it('normalises queries and keys where its family does, or its note says so', () => {
    const norm = (id: string, note = '') => shapeModel({ ...dense, id, note }, 'fp8', 'fp8',
      'vllm').queryKeyNorm;
    expect([norm('qwen3-8b'), norm('llama-3.1-8b'), norm('glm-4.5'), norm('glm-4.5-air'),
      norm('x', 'query-key norm')])
      .toEqual([true, false, true, false, true]);
  });
});

describe('memory an engine fills', () => {
  it('is 0.9 of what weights leave, 0.9 of all, or all but a fixed part', () => {
    expect([memoryPolicyOf('trtllm'), memoryPolicyOf('vllm'), memoryPolicyOf('sglang')])
      .toEqual([
        { reservedBytes: 3.85e9, share: 0.9, ofFree: true, wholeLength: true },
        { reservedBytes: 6e9, share: 0.9, ofFree: false, wholeLength: false },
        { reservedBytes: 16e9, share: 1, ofFree: false, wholeLength: false }]);
    expect(memoryPolicyOf('other')).toEqual(memoryPolicyOf('vllm'));
  });
});

describe('replicas at part of their demand', () => {
  const request = requestOf({ accelerator: 'h200_sxm' }, { mode: 'agg' });
  const frontier = computeFrontier(request);
  if (!frontier.ok) throw new Error(frontier.error.what);
  const [point] = frontier.value.points.filter(({ mode }) => mode === 'agg');
  if (point === undefined) throw new Error('no point');
  const deployment = { point, replicas: 4, accelerators: 4 * point.accelerators, load: 1 };
  const at = (share: number, scaled: boolean) => {
    const found = serveAtShare(request, deployment, share, scaled);
    if (!found.ok) throw new Error(found.error.what);
    return found.value;
  };

  it('sleep one by one: three eighths of four want two', () => {
    const found = at(0.375, true);
    expect(found.activeAccelerators).toBe(2 * point.accelerators);
    expect(found.outputTokPerSecPerActive)
      .toBeCloseTo(0.75 * point.outputTokPerSecPerAccelerator,
        9);
  });

  it('left awake share what there is', () => {
    const found = at(0.375, false);
    expect(found.activeAccelerators).toBe(4 * point.accelerators);
    expect(found.outputTokPerSecPerActive)
      .toBeCloseTo(0.375 * point.outputTokPerSecPerAccelerator,
        9);
    expect(found.concurrency).toBeLessThan(point.concurrency);
    expect(at(1, false))
      .toMatchObject({ tokPerSecPerUser: expect.closeTo(point.tokPerSecPerUser,
        3) as number });
    expect(serveAtShare(request, deployment, 0, true)).toMatchObject({ ok: false,
      error: { limit: 1 } });
  });
});

describe('links without a designed fabric', () => {
  it('are those of the data sheet, or a slot of 64 GB/s and a network of 400 Gb/s that is not there', () => {
    const h100 = acceleratorOf('h100_sxm');
    expect(defaultLinks(h100)).toEqual({
      scaleUp: { kind: 'switched', domain: 8, oneWayGBs: 450, latencyUs: 0.5 },
      scaleOut: { kind: 'infiniband', gbps: 400, latencyUs: 3, oversubscription: 1 } });
    const { scaleOutGbps: _none, ...alone } = h100;
    expect(defaultLinks({ ...alone, scaleUp: { ...h100.scaleUp,
      kind: 'none' } }).scaleOut).toMatchObject({ kind: 'none', gbps: 400 });
    const bare: typeof h100 = { ...alone, scaleUp: { kind: 'pcie', fabric: '' } };
    expect(defaultLinks(bare).scaleUp).toEqual({ kind: 'pcie', domain: 1, oneWayGBs: 64,
      latencyUs: 2 });
    const latency = (kind: typeof h100.scaleUp.kind) =>
      defaultLinks({ ...alone, scaleUp: { kind, fabric: '' } }).scaleUp.latencyUs;
    expect([latency('full-mesh'), latency('torus'), latency('none')]).toEqual([0.7, 2, 0]);
  });
});

describe('an accelerator in units of the equations', () => {
  const h100 = acceleratorOf('h100_sxm');
  const links = defaultLinks(h100);

  it('has bytes, bytes a second and operations a second', () => {
    const slow = { ...links, scaleOut: { ...links.scaleOut, oversubscription: 2 } };
    const found = readMachine(h100, slow, modelOf('llama-3.1-70b'), 'fp8');
    expect(found).toMatchObject({ ok: true, value: { capacityBytes: 80 * 2 ** 30, math: 'fp8',
      hbm: (h100.memoryBandwidthTbs?.value ?? 0) * 1e12,
      peak: (h100.fp8Tflops?.value ?? 0) * 1e12,
      bf16: (h100.bf16Tflops?.value ?? 0) * 1e12,
      scaleUp: { rate: 450e9, domain: 8, latency: 0.5e-6, kind: 'switched' },
      scaleOut: { rate: 25e9, latency: 3e-6 } } });
  });

  it('without a figure is refused, and attention runs at half of eight bits where sixteen are unknown', () => {
    const { bf16Tflops: _bf16, ...eight } = h100;
    const found = readMachine(eight, links, modelOf('llama-3.1-70b'), 'fp8');
    expect(found.ok && found.value.bf16).toBe((h100.fp8Tflops?.value ?? 0) * 0.5e12);
    expect(readMachine(h100, links, modelOf('llama-3.1-70b'), 'fp4')).toMatchObject({ ok: false,
      error: { code: 'figure-missing', nearestFix: 'Choose fp8 or bf16 or int4.' } });
    const { memoryGb: _memory, ...bare } = h100;
    expect(readMachine(bare, links, modelOf('llama-3.1-70b'), 'fp8').ok).toBe(false);
  });
});
