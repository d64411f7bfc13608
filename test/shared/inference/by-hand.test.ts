import { describe, expect, it } from 'vitest';
import { allReduceSeconds, communicationSeconds, distinctRanks,
  prefillCommunicationSeconds } from '../../../shared/inference/communication.ts';
import { countKernels, decodeStep, emptyStep } from '../../../shared/inference/decode.ts';
import { decodeRate, prefillLayout, prefillRate, runBalanced,
  sizeOfSplit } from '../../../shared/inference/disagg.ts';
import { busiestRank } from '../../../shared/inference/experts.ts';
import { listLayouts } from '../../../shared/inference/layouts.ts';
import type { Machine } from '../../../shared/inference/machine.ts';
import { kvBytesPerSequence, kvRoomBytes, maxSequences,
  weightBytesPerRank } from '../../../shared/inference/memory.ts';
import { applyModes, overlappedStep } from '../../../shared/inference/modes.ts';
import { checkParallelism } from '../../../shared/inference/parallelism.ts';
import { resolveRequest } from '../../../shared/inference/resolve.ts';
import { scaleStep } from '../../../shared/inference/point.ts';
import { prefillSeconds } from '../../../shared/inference/prefill.ts';
import { emptyLoop, runAggregated } from '../../../shared/inference/serving.ts';
import { concurrencyGrid } from '../../../shared/inference/steps.ts';
import { bench, k, machine, shape } from './bench.ts';
import { modelOf, requestOf } from './requests.ts';

const layout = { t: 2, d: 2, e: 4 };
const norm = (a: number, b: number): number => (a ** 1.5 + b ** 1.5) ** (2 / 3);
/** Load of the busiest of four ranks of four experts each, whose loads deviate by 0.3. */
const load = 1 + 0.3 * Math.sqrt((4 / 16) * 2 * Math.log(4));
/** FLOP/s of the experts' products on four ranks that hold whole experts of 400 elements. */
const grouped = 4 * 1e15 * 0.3 * (400 / (400 + 100));

/** Routed experts of a pass on four ranks: 8e9 bytes and parameters, 5e8 of them per token. */
function experts(tokens: number): { readonly read: number; readonly total: number } {
  const coverage = 1 - (14 / 16) ** tokens;
  const spread = Math.sqrt(coverage * (1 - coverage) * 4) / (coverage * 4);
  const busiest = Math.min(1 / coverage, 1 + spread);
  const read = (8e9 * coverage * busiest) / (4 * 2e12 * 0.7);
  const rows = 5e8 * tokens + 8e9 * coverage * 8;
  return { read, total: norm(read, (2 * rows * load) / grouped) };
}

/** Bytes of KV of one sequence of 600 tokens on one of two tensor ranks. */
const kv600 = 1000 * (600 * 6 + 100 * 3) + 10 * 600 * 6 + 2e6;

describe('a decode step of eight sequences, two tokens each, at 600 of context', () => {
  const out = emptyStep();
  decodeStep(shape, machine, k, layout, 8, 2, 600, out);
  const dense = norm(5e8 / (2e12 * 0.85), (2 * 1e9 * 8) / (2 * 1e15 * 0.6));

  it('reads half of the dense weights and its part of the experts touched', () => {
    expect(out.weights).toBeCloseTo(5e8 / (2e12 * 0.85), 12);
    expect(out.experts).toBeCloseTo(experts(16).read, 12);
  });

  it('reads the caches of four sequences, without the keys that sparse attention skips', () => {
    expect(out.kv).toBeCloseTo((4 * (kv600 - (100 * 6 * 2000) / 2)) / (2e12 * 0.7), 12);
  });

  it('calculates beside reading, overlapped by the 1.5-norm', () => {
    const attention = norm(out.kv,
      (8 * (4000 * (500 * 6 + 100 * 3) + 20 * 600 * 6)) / 2 / (5e14 * 2 * 0.3));
    expect(out.compute)
      .toBeCloseTo(dense + experts(16).total + attention - out.weights - out.experts - out.kv,
        12);
  });

  it('exchanges activations and experts', () => {
    const reduce = 6e-6 * 0.5 ** 0.2 + 1e-6 + 16_000 / (4e11 * 0.4);
    const exchange = 20e-6 + 2e-6 + ((12_000 * 1.75 * 0.75) / (4e11 * 0.4)) * load;
    expect(out.communication).toBeCloseTo(14 * reduce + 6 * exchange, 12);
  });

  it('launches its kernels: 9 for attention, 4 for dense layers, 10 for expert layers', () => {
    expect(countKernels(shape, k)).toBe(10 * 9 + 4 * 4 + 6 * 10);
    expect(countKernels({ ...shape, mla: true, math: 'bf16', queryKeyNorm: false,
      sharedExperts: 0 }, k))
      .toBe(10 * 16 + 4 * 4 + 6 * 8);
    // Four-bit experts multiplied at more take three more in each of six layers.
    expect(countKernels({ ...shape, unpacksExperts: true }, k)).toBe(166 + 6 * 3);
  });

  it('pays kernels, the step, its sequences, one draft, and for its host by the 4-norm', () => {
    // Sixteen tokens over two ranks in a model a sixth as deep, a fifth as wide.
    const sequences = 12e-6 * (10 / 60) * Math.sqrt(0.2) * 8;
    // A draft: a tenth of the pass of two tokens, half of it for one; a head of 2e8 bytes halved.
    const pass = dense + experts(16).total + out.communication + 166 * 4e-6;
    const draft = pass / 10 / 2 + 1e8 / (2e12 * 0.85) + 100e-6;
    const own = 166 * 4e-6 + 0.3e-3 + sequences + draft;
    const attention = norm(out.kv,
      (8 * (4000 * (500 * 6 + 100 * 3) + 20 * 600 * 6)) / 2 / (5e14 * 2 * 0.3));
    // Beside it each of two processes schedules four sequences, 25,000 of them a second.
    const device = dense + experts(16).total + attention + out.communication + own;
    const held = (device ** 4 + (4 / 25_000) ** 4) ** 0.25;
    expect(held).toBeGreaterThan(device);
    expect(out.overhead).toBeCloseTo(own + held - device, 12);
    expect(out.total).toBeCloseTo(held, 12);
    expect(out.total).toBeCloseTo(out.weights + out.experts + out.kv + out.compute
      + out.communication + out.overhead, 15);
  });

  it('hides communication of one half behind the work of the other where that is shorter', () => {
    const [half, hidden] = [emptyStep(), emptyStep()];
    const slow = { ...machine, scaleUp: { ...machine.scaleUp, rate: 1e8 } };
    const whole = emptyStep();
    decodeStep(shape, slow, k, layout, 8, 2, 600, whole);
    decodeStep(shape, slow, k, layout, 4, 2, 600, half);
    overlappedStep(shape, slow, k, layout, 8, 2, 600, hidden);
    const both = 2 * Math.max(half.total - half.communication, half.communication) - 0.3e-3;
    expect(hidden.total).toBeCloseTo(Math.min(both, whole.total), 12);
    expect(applyModes(k, { expertBalancing: true }).imbalanceZ).toBe(k.imbalanceZ / 4);
    expect(applyModes(k, {})).toBe(k);
  });
});

describe('a prompt of 1,000 tokens of which 400 are cached', () => {
  it('is dense and routed arithmetic, attention, exchange and layers', () => {
    const pairs = 500 ** 2 + 2 * 500 * 500 - 400 ** 2;
    const attention = (2000 * (6 * pairs + 3 * 2 * 100 * 600) + 6 * 20 * 0.5 * (1e6 - 160_000))
      / (4 * 5e14 * 0.5);
    const exchange = (2 * 10 * (1.2e6 / (4e11 * 0.5))) / 2
      + 6 * ((450_000 * 1.75 * 0.75) / (4e11 * 0.5)) * load;
    expect(prefillCommunicationSeconds(machine, k, shape, 600, layout))
      .toBeCloseTo(exchange, 12);
    // 12 moves a layer of the hidden state, and four of each expert's, which two ranks share.
    const moves = (300 * (12 * 10 + (4 * 2 * 6) / 2) * 1000 * 2) / 2e12;
    const pass = (tokens: number): number =>
      norm(5e8 / (2e12 * 0.85), (2 * 9e8 * tokens) / (4 * 1e15 * 0.45)) + experts(tokens).total
        + 40e-6 * 10;
    const at = (tokens: number, overlap = false): number =>
      prefillSeconds(shape, machine, k, layout, 1000, 0.4, tokens, overlap);
    expect(at(600)).toBeCloseTo(pass(600) + attention + moves + exchange, 12);
    // Two passes read the weights twice; of one for two prompts each pays half.
    expect(at(300)).toBeCloseTo(2 * pass(300) + attention + moves + exchange, 12);
    expect(at(1200)).toBeCloseTo(pass(1200) / 2 + attention + moves + exchange, 12);
    expect(at(300)).toBeGreaterThan(at(600));
    expect(at(600, true)).toBeCloseTo(pass(600) + attention + moves, 12);
  });

  it('hides its exchange behind its work where two batches overlap, and only data-parallel', () => {
    const slow = { ...machine, scaleUp: { ...machine.scaleUp, rate: 1e8 } };
    const at = (one: typeof layout, overlap: boolean): number =>
      prefillSeconds(shape, slow, k, one, 1000, 0.4, 600, overlap);
    expect(at(layout, true))
      .toBeCloseTo(prefillCommunicationSeconds(slow, k, shape, 600, layout), 12);
    expect(at(layout, false)).toBeGreaterThan(at(layout, true));
    const narrow = { t: 4, d: 1, e: 1 };
    expect(at(narrow, true)).toBe(at(narrow, false));
  });

  it('is nothing where the prefix cache holds all of it', () => {
    expect(prefillSeconds(shape, machine, k, layout, 1000, 1, 600)).toBe(0);
  });
});

describe('collectives', () => {
  it('cross the network for what leaves the domain, its rank’s share only', () => {
    // 16 ranks in two domains of eight: 2 x 7/8 inside, 2 x 1/2 of an eighth across.
    // Four times as many ranks as the domain has, there and back: 30 us for each of two steps.
    const expected = 6e-6 * 4 ** 0.2 + 6e-6 + 30e-6 * 2 + (2 * (7 / 8) * 1e6) / (4e11 * 0.4)
      + (1e6 / 8) / (5e10 * 0.75);
    expect(allReduceSeconds(machine, k, 1e6, 16)).toBeCloseTo(expected, 12);
    expect(allReduceSeconds(machine, k, 1e6, 1)).toBe(0);
  });

  it('on a mesh have only the wires to their peers, on a torus share links with others', () => {
    const mesh = { ...machine, scaleUp: { ...machine.scaleUp, kind: 'full-mesh' as const } };
    expect(allReduceSeconds(mesh, k, 1e6,
      4)).toBeCloseTo(6e-6 + 1e-6 + (1.5e6) / (((4e11 * 3) / 7) * 0.4), 12);
    const torus = { ...machine, scaleUp: { ...machine.scaleUp, kind: 'torus' as const,
      domain: 64 } };
    const at = (one: Machine) =>
      communicationSeconds(one, { ...k, allToAllUs: 0, allReduceUs: 0, expertSkew: 0 },
        { ...shape, layers: 3 }, 8, { t: 1, d: 64, e: 64 });
    const remote = distinctRanks(64, 2) * (63 / 64);
    expect(at(torus)).toBeCloseTo(6 * (2e-6 + (8 * 3000 * remote) / ((4e11 / 3) * 0.4)), 12);
  });

  it('beyond the domain reach at most four nodes a token', () => {
    const remote = distinctRanks(64, 2) * (63 / 64);
    const up = (8 * 3000 * remote) / (4e11 * 0.4);
    const out = (8 * 3000 * distinctRanks(8, 2) * (7 / 8)) / (5e10 * 0.75);
    const { communication } = (() => {
      const step = emptyStep();
      step.communication =
        communicationSeconds(machine, { ...k, allToAllUs: 0, allReduceUs: 0 },
          { ...shape, layers: 3 }, 8, { t: 1, d: 64, e: 64 });
      return step;
    })();
    // The busiest of 64 ranks, each with a quarter of an expert.
    const skew = 1 + 0.3 * Math.sqrt(4 * 2 * Math.log(64));
    expect(communication).toBeCloseTo(6 * (60e-6 + 2 * 6e-6 + Math.max(up, out) * skew), 12);
    expect(busiestRank(0.5, 16, 4, 1)).toBeCloseTo(1 + Math.sqrt(0.25 * 4) / 2, 12);
  });
});

describe('memory of a rank', () => {
  it('holds weights over all ranks or the tensor ranks, and caches split over at most the KV heads',
    () => {
    expect(weightBytesPerRank(shape, 4, 2)).toBe(2e9 + 0.55e9);
    expect(kvBytesPerSequence(shape, 600, 2)).toBe(kv600);
    expect(kvBytesPerSequence(shape, 50, 8))
      .toBe(500 * (50 * 6 + 50 * 3) + 10 * 50 * 6 + 0.5e6);
  });

  it('is shared out as the engine does, of the whole or of what is free', () => {
    expect(kvRoomBytes(shape, machine, 4, 2)).toBeCloseTo(0.9 * 80e9 - 2.55e9 - 1e9, 3);
    const free = { ...shape, memory: { ...shape.memory, ofFree: true } };
    expect(kvRoomBytes(free, machine, 4, 2)).toBeCloseTo(0.9 * (80e9 - 2.55e9 - 1e9), 3);
    expect(maxSequences(shape, machine, 500, 200, 4, 2)).toBe(Math.floor(68.45e9 / kv600));
    const whole = { ...shape, memory: { ...shape.memory, wholeLength: true } };
    expect(maxSequences(whole, machine, 400, 200, 4, 2)).toBe(Math.floor(68.45e9 / kv600));
    expect(maxSequences(shape, { ...machine, capacityBytes: 3e9 }, 500, 200, 4, 2)).toBe(0);
  });
});

describe('serving', () => {
  const step = emptyStep();
  decodeStep(shape, machine, k, layout, 8, 2, 1100, step);
  const prompt = prefillSeconds(shape, machine, k, layout, 1000, 0.4, 600);
  /** One of many that queue: passes of 8,192 tokens on each of two ranks. */
  const queued = prefillSeconds(shape, machine, k, layout, 1000, 0.4, 16_384);

  it('in one instance: steps, others’ prompts, and a queue for a slot', () => {
    const out = emptyLoop();
    runAggregated(bench, layout, 12, 8, out);
    const tpot = step.total / 1.68 + (0.85 * 7 * prompt) / 200;
    const served = 0.04 + 2 * prompt + step.total + 0.15 * 7 * prompt;
    const busy = served + 199 * tpot;
    expect(out.tpot).toBeCloseTo(tpot, 12);
    expect(out.interference).toBeCloseTo((0.85 * 7 * prompt) / 200, 12);
    expect(out.requestsPerSecond).toBeCloseTo(8 / busy, 9);
    expect(out.ttft).toBeCloseTo(served + 0.5 * busy, 9);
    expect(out.prefillShare).toBeCloseTo((8 / busy) * prompt, 9);
  });

  it('apart: a prefill worker keeps its share, a decode worker pays for the hand-over', () => {
    const out = emptyLoop();
    expect(prefillRate(bench, layout)).toBeCloseTo(0.85 / queued, 6);
    const slowNic = { ...bench, machine: { ...machine, scaleOut: { rate: 1e5, latency: 0 } } };
    // Four NICs, each at 0.75 of its rate.
    expect(prefillRate(slowNic, layout)).toBeCloseTo(0.85 / (kvBytesPerSequence(shape, 1000,
      1) / (4 * 1e5 * 0.75)), 9);
    expect(decodeRate(bench, layout, 8, out))
      .toBeCloseTo(8 / (200 * ((step.total * 1.05) / 1.68)),
        9);
    expect(out.tpot).toBeCloseTo((step.total * 1.05) / 1.68, 12);
  });

  it('apart: the slower side sets the rate, and prompts wait', () => {
    const out = emptyLoop();
    const split = { prefill: layout, prefillWorkers: 1, decode: layout, decodeWorkers: 2 };
    const users = runBalanced(bench, split, 8, out);
    const [perPrefill, perDecode] = [0.85 / queued, 8 / (200 * ((step.total * 1.05) / 1.68))];
    const rate = Math.min(perPrefill, 2 * perDecode);
    const busy = (rate / perPrefill) * 0.85;
    // The caches of a prompt leave by two NICs at 0.75 of 5e10 bytes/s, over two hops of 3 us.
    const handOver = kvBytesPerSequence(shape, 1000, 1) / (2 * 5e10 * 0.75) + 6e-6;
    const ttft = 0.04 + handOver + 2 * queued * (1 + (busy / (1 - busy)) / 2) + (0.09 * 16) / perPrefill;
    expect(out.requestsPerSecond).toBeCloseTo(rate, 9);
    expect(out.ttft).toBeCloseTo(ttft, 9);
    expect(out.prefillShare).toBeCloseTo(1 / 3, 12);
    expect(users).toBe(Math.round(rate * (ttft + 200 * out.tpot)));
    expect(sizeOfSplit({ ...split, prefillWorkers: 3 })).toBe(20);
    expect([prefillLayout(shape, 4), prefillLayout({ ...shape, moeLayers: 0 }, 4)])
      .toEqual([{ t: 1, d: 4, e: 4 }, { t: 4, d: 1, e: 1 }]);
  });

  it('scales every part of a step alike', () => {
    const parts = { weightsMs: 1, expertsMs: 2, kvMs: 3, computeMs: 4, communicationMs: 5,
      overheadMs: 6, prefillInterferenceMs: 7 };
    expect(scaleStep(parts, 2)).toEqual({ weightsMs: 2, expertsMs: 4, kvMs: 6, computeMs: 8,
      communicationMs: 10, overheadMs: 12,
      prefillInterferenceMs: 14 });
  });
});

describe('what is tried', () => {
  it('are widths that divide heads and instance, experts whole or cut', () => {
    const tried = listLayouts(bench, 4).map(({ t, d, e }) => `${t}x${d}/${e}`);
    expect(tried)
      .toEqual(['1x1/1', '1x2/2', '2x1/1', '2x1/2', '1x4/4', '2x2/4', '4x1/1', '4x1/4']);
    expect(listLayouts(bench, 99, { tp: 2, attentionDp: 3 })).toEqual([{ t: 2, d: 3, e: 6 }]);
    expect(listLayouts(bench, 99, { tp: 4, attentionDp: 1, ep: 2 })).toEqual([{ t: 4, d: 1,
      e: 2 }]);
    expect(listLayouts(bench, 99, { tp: 4, attentionDp: 2, moeTp: 4 })).toEqual([{ t: 4, d: 2,
      e: 2 }]);
    const wide = { ...bench,
      machine: { ...machine, scaleUp: { ...machine.scaleUp, domain: 2 } } };
    expect(new Set(listLayouts(wide, 8).map(({ t }) => t))).toEqual(new Set([1, 2]));
    const many = { ...bench, shape: { ...shape, heads: 64 },
      machine: { ...machine, scaleUp: { ...machine.scaleUp, domain: 72 } } };
    expect(Math.max(...listLayouts(many, 256).map(({ t }) => t))).toBe(16);
  });

  it('are batches of a quarter octave up to the most', () => {
    expect(concurrencyGrid(8)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(concurrencyGrid(20)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 13, 16, 19, 20]);
    expect(concurrencyGrid(1)).toEqual([1]);
  });
});

describe('widths that cannot be built', () => {
  const check = (fixed: Readonly<Record<string, number>>, model = 'llama-3.1-70b') =>
    checkParallelism(requestOf({ model }, { fixed }));

  it.each([
    [{ tp: 2.5 }, 2.5, 1, 'Enter 3.'], [{ tp: 0 }, 0, 1, 'Enter 1.'],
    [{ tp: 24 }, 24, 16, 'Use a tensor width of 16.'], [{ tp: 200 }, 200, 64,
      'Use a tensor width of 64.'],
    [{ ep: 2 }, 2, 1, 'Use an expert width of 1.'],
    [{ prefillAccelerators: 10, prefillWorkers: 4 }, 10, 8, 'Use 8 accelerators.'],
    [{ decodeAccelerators: 3, decodeWorkers: 4 }, 3, 0, 'Use 4 accelerators.'],
  ] as const)('%j', (fixed, value, limit, fix) => {
    expect(modelOf('llama-3.1-70b').heads).toBe(64);
    expect(check(fixed)).toMatchObject({ ok: false,
      error: { code: 'bad-parallelism', value, limit, nearestFix: fix } });
  });

  it.each([
    [{ tp: 4, attentionDp: 3, ep: 8 }, 8, 6, 'Use an expert width of 6.'],
    [{ tp: 4, ep: 2, moeTp: 4 }, 8, 4, 'Use an expert tensor width of 2.'],
  ] as const)('of experts: %j', (fixed, value, limit, fix) => {
    expect(check(fixed, 'deepseek-r1')).toMatchObject({ ok: false,
      error: { value, limit, nearestFix: fix } });
  });

  it.each([[{}], [{ tp: 8, concurrency: 2.5 }],
    [{ prefillAccelerators: 8, prefillWorkers: 4 }]] as const)('but %j can', (fixed) => {
    expect(check(fixed)).toEqual({ ok: true, value: null });
    expect(check({ tp: 4, attentionDp: 2, ep: 8 }, 'deepseek-r1').ok).toBe(true);
  });
});

describe('lengths that cannot be', () => {
  const code = (changes: Parameters<typeof requestOf>[1]): string => {
    const found = resolveRequest(requestOf({ model: 'llama-3.1-70b' }, changes));
    return found.ok ? 'ok' : found.error.code;
  };
  const context = modelOf('llama-3.1-70b').context;

  it('are below one token, beyond the context, or shares and drafts out of range', () => {
    const good = [{ isl: 1 }, { osl: 1 }, { cacheHit: 0 }, { cacheHit: 1 },
      { speculativeDraft: 0 },
      { speculativeDraft: 16 }, { maxAcceleratorsPerInstance: 1 }, { lengthFactor: 1 },
      { isl: context - 1024, osl: 1024 }];
    expect(good.map(code)).toEqual(good.map(() => 'ok'));
    const bad = [{ isl: 0.9 }, { osl: 0.9 }, { isl: Number.NaN }, { cacheHit: -0.1 },
      { cacheHit: 1.05 },
      { speculativeDraft: 17 }, { speculativeDraft: 0.5 }, { speculativeDraft: -1 },
      { maxAcceleratorsPerInstance: 0.9 }, { lengthFactor: 0 }, { lengthFactor: 1.05 }];
    expect(bad.map(code)).toEqual(bad.map(() => 'bad-value'));
    expect(code({ isl: context - 1023, osl: 1024 })).toBe('beyond-context');
  });

  it('are shortened by the length factor', () => {
    const found = resolveRequest(requestOf({}, { isl: 1000, osl: 500, lengthFactor: 0.8 }));
    expect(found.ok && found.value.bench.traffic).toMatchObject({ isl: 800, osl: 400 });
  });
});
