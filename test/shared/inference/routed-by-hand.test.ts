import { describe, expect, it } from 'vitest';
import { allReduceSeconds, communicationSeconds,
  prefillCommunicationSeconds } from '../../../shared/inference/communication.ts';
import {
  besideAttention, decodeStep, emptyStep, overlapped, routedSeconds, withHost, type Layout,
} from '../../../shared/inference/decode.ts';
import { skewedLoad, sliceRate } from '../../../shared/inference/experts.ts';
import type { Machine } from '../../../shared/inference/machine.ts';
import { prefillSeconds } from '../../../shared/inference/prefill.ts';
import { emptyLoop, promptOf, runAggregated, runStep,
  type Bench } from '../../../shared/inference/serving.ts';
import { shapeModel } from '../../../shared/inference/shape.ts';
import { bench, k, machine, shape } from './bench.ts';
import { modelOf } from './requests.ts';

describe('the load of the busiest rank', () => {
  it('lies root 2 ln e deviations above the mean, less the more experts a rank averages over', () => {
    // 256 experts on 32 ranks, eight each: 0.5 / root 8 x root (2 x 3.46574).
    expect(skewedLoad(256, 32, 0.5)).toBeCloseTo(1 + (0.5 / Math.sqrt(8)) * 2.632_770, 5);
    expect(skewedLoad(256, 64, 0.5)).toBeGreaterThan(skewedLoad(256, 32, 0.5));
    expect(skewedLoad(512, 32, 0.5)).toBeLessThan(skewedLoad(256, 32, 0.5));
  });

  it('is the mean where one rank holds all experts, or all are asked for alike', () => {
    expect(skewedLoad(256, 1, 0.5)).toBe(1);
    expect(skewedLoad(256, 32, 0)).toBe(1);
  });
});

describe('the rate of an expert’s slice', () => {
  it('is half at the width stated, and that of the whole expert where none is cut', () => {
    // 2,048 elements over eight accelerators that each hold a part of every expert: 256.
    expect(sliceRate(2048, 8, 1, 256)).toBeCloseTo(0.5, 12);
    expect(sliceRate(2048, 8, 8, 256)).toBeCloseTo(2048 / 2304, 12);
    expect(sliceRate(2048, 8, 2, 256)).toBeCloseTo(512 / 768, 12);
    expect(sliceRate(0, 8, 1, 256)).toBe(1);
  });
});

describe('routed experts of a pass', () => {
  const whole: Layout = { t: 1, d: 4, e: 4 };
  const cut: Layout = { t: 4, d: 1, e: 1 };
  const even = { ...k, imbalanceZ: 0, expertSkew: 0 };
  const free: Machine = { ...machine, hbm: Infinity };

  it('are nothing in a dense model', () => {
    expect(routedSeconds({ ...shape, routedParams: 0 }, machine, k, whole, 8))
      .toEqual({ read: 0, total: 0 });
  });

  it('read what one token touches: two of sixteen', () => {
    const { read } = routedSeconds(shape, machine, even, whole, 1);
    expect(read).toBeCloseTo(1e9 / (4 * 2e12 * 0.7), 12);
  });

  it('calculate its rows and eight more of each expert it touches', () => {
    // 5e8 parameters a token, and 8 x 8e9 x 2/16 for the tiles: 17 times as much for one token.
    const { read, total } = routedSeconds(shape, free, even, whole, 1);
    expect(read).toBe(0);
    expect(total).toBeCloseTo((2 * (5e8 + 8e9)) / (4 * 1e15 * 0.3 * 0.8), 12);
    // Of 1,000 tokens all are touched: 5e11 beside 6.4e10.
    expect(routedSeconds(shape, free, even, whole, 1000).total)
      .toBeCloseTo((2 * (5e11 + 6.4e10)) / (4 * 1e15 * 0.3 * 0.8), 12);
  });

  it('take longer in slices: 100 elements each run at half the rate, 400 at four fifths', () => {
    const at = (layout: Layout): number => routedSeconds(shape, free, even, layout, 64).total;
    expect(at(cut) / at(whole)).toBeCloseTo(0.8 / 0.5, 9);
  });

  it('wait for the busiest rank, in reading as in arithmetic', () => {
    const skewed = { ...even, expertSkew: 0.3 };
    const at = (constants: typeof k, layout: Layout): number =>
      routedSeconds(shape, free, constants, layout, 64).total;
    expect(at(skewed, whole) / at(even, whole))
      .toBeCloseTo(1 + 0.3 * Math.sqrt(0.25 * 2 * Math.log(4)), 9);
    expect(at(skewed, cut)).toBe(at(even, cut));
    const uneven = routedSeconds(shape, machine, { ...even, imbalanceZ: 1 }, whole, 4).read;
    expect(uneven).toBeGreaterThan(routedSeconds(shape, machine, even, whole, 4).read);
  });

  it('overlap reading and arithmetic, neither of which hides the other wholly', () => {
    const { read, total } = routedSeconds(shape, machine, even, whole, 1000);
    const { total: rows } = routedSeconds(shape, free, even, whole, 1000);
    expect(total).toBeCloseTo((read ** 1.5 + rows ** 1.5) ** (2 / 3), 12);
    expect(overlapped(3, 0)).toBeCloseTo(3, 12);
    expect(overlapped(1, 1)).toBeCloseTo(2 ** (2 / 3), 12);
  });
});

describe('a collective across the network', () => {
  const quiet = { ...k, networkReduceUs: 0, networkExchangeUs: 0 };
  const thin = { ...shape, layers: 6 };

  it('has a fixed time for each doubling of domains, none inside one', () => {
    const added = (n: number): number =>
      allReduceSeconds(machine, k, 1e6, n) - allReduceSeconds(machine, quiet, 1e6, n);
    expect(added(8)).toBe(0);
    // 30 us times log2 of twice the domains: two, four, eight.
    expect(added(16)).toBeCloseTo(30e-6 * 2, 12);
    expect(added(32)).toBeCloseTo(30e-6 * 3, 12);
    expect(added(64)).toBeCloseTo(30e-6 * 4, 12);
  });

  it('exchanges with 60 us more a layer beyond the domain, none inside', () => {
    const added = (d: number): number => communicationSeconds(machine, k, thin, 8, { t: 1, d, e: d })
      - communicationSeconds(machine, quiet, thin, 8, { t: 1, d, e: d });
    expect(added(8)).toBe(0);
    expect(added(16)).toBeCloseTo(6 * 60e-6, 12);
    expect(added(64)).toBeCloseTo(6 * 60e-6, 12);
  });

  it('moves bytes at the network’s own share of a NIC, and inside at the scale-up’s', () => {
    const half = { ...quiet, etaNic: k.etaNic / 2 };
    const at = (constants: typeof k, n: number, bytes: number): number =>
      allReduceSeconds(machine, constants, bytes, n);
    expect(at(half, 8, 1e9)).toBe(at(quiet, 8, 1e9));
    // An eighth of 1e9 bytes, half of it there and half back, at 5e10 x 0.75.
    expect(at(half, 16, 1e9) - at(quiet, 16, 1e9)).toBeCloseTo(1.25e8 / (5e10 * 0.75), 9);
    const prompt = (constants: typeof k, d: number): number =>
      prefillCommunicationSeconds(machine, constants, thin, 8000, { t: 1, d, e: d });
    expect(prompt(half, 8)).toBe(prompt(quiet, 8));
    expect(prompt(half, 64)).toBeGreaterThan(prompt(quiet, 64));
  });
});

describe('what a step pays beside its bytes', () => {
  const layout: Layout = { t: 4, d: 2, e: 8 };
  const overhead = (of: Partial<typeof k>, q = 1, model = shape): number => {
    const out = emptyStep();
    besideAttention(model, machine, { ...k, ...of }, layout, 32, q, out);
    return out.overhead;
  };

  it('is held to the sequences the host of each process schedules', () => {
    const host = { ...k, hostPerSec: 1000 };
    // Two processes of sixteen sequences: 16 ms each, and the fourth root of two where both take as long.
    expect(withHost(0, host, layout, 32)).toBeCloseTo(0.016, 12);
    expect(withHost(0.016, host, layout, 32)).toBeCloseTo(0.016 * 2 ** 0.25, 12);
    expect(withHost(1, host, layout, 32)).toBeCloseTo(1, 6);
    expect(withHost(0.02, { ...k, hostPerSec: Infinity }, layout, 32)).toBeCloseTo(0.02, 15);
  });

  it('grows with the sequences of a rank, more so for a wider model', () => {
    const scaled = (model: typeof shape): number =>
      overhead({}, 1, model) - overhead({ sequenceUs: 0 }, 1, model);
    expect(scaled({ ...shape, hidden: 4000 }) / scaled(shape)).toBeCloseTo(2, 9);
  });

  it('and of drafts none without them, each a layer, the head and its fixed time', () => {
    const drafts = (q: number): number => overhead({}, q) - overhead({ draftUs: 0 }, q);
    expect([drafts(1), drafts(2), drafts(4)].map((s) => Math.round(s * 1e9)))
      .toEqual([0, 100_000, 300_000]);
    const head = (q: number): number =>
      overhead({}, q, { ...shape, headParams: 2e8 }) - overhead({}, q);
    expect(head(1)).toBe(0);
    // 1e8 parameters more, of two bytes on four tensor ranks, at 0.85 of 2e12.
    expect(head(4)).toBeCloseTo((3 * 2e8) / 4 / (2e12 * 0.85), 12);
  });

  it('gives a draft its layer of the pass, over the tokens the pass verifies', () => {
    const out = emptyStep();
    decodeStep(shape, machine, { ...k, draftUs: 0, hostPerSec: Infinity, sequenceUs: 0, stepMs: 0 },
      { t: 1, d: 1, e: 1 }, 1, 3, 600, out);
    const kernels = 166 * 4e-6;
    const weights = 1e9 / (2e12 * 0.85);
    const dense = (weights ** 1.5 + ((2 * 1e9 * 3) / (1e15 * 0.6)) ** 1.5) ** (2 / 3);
    const coverage = 1 - (14 / 16) ** 3;
    const read = (8e9 * coverage) / (2e12 * 0.7);
    const rows = (2 * (1.5e9 + 8e9 * coverage * 8)) / (1e15 * 0.3 * 0.8);
    const pass = dense + (read ** 1.5 + rows ** 1.5) ** (2 / 3) + kernels;
    expect(out.overhead)
      .toBeCloseTo(kernels + 2 * (pass / 10 / 3 + 2e8 / (2e12 * 0.85)), 12);
  });
});

describe('a prompt in passes', () => {
  const layout: Layout = { t: 8, d: 1, e: 1 };
  const long: Bench = { ...bench, traffic: { isl: 32_768, osl: 200, cacheHit: 0, draft: 0 } };
  const seconds = (tokens: number, pass: number, changes: Partial<typeof k> = {}): number =>
    prefillSeconds(shape, machine, { ...k, ...changes }, layout, tokens, 0, pass);

  it('longer than 8,192 tokens takes several, each of which reads the weights again', () => {
    expect(promptOf(long, layout)).toBe(seconds(32_768, 8192));
    const [four, one] = [seconds(32_768, 8192), seconds(32_768, 32_768)];
    expect(four).toBeGreaterThan(one);
    // With layers alone: four passes of ten layers at 1 ms against one.
    const layers = (pass: number): number => seconds(32_768, pass, { prefillLayerUs: 1040 })
      - seconds(32_768, pass);
    expect(layers(8192)).toBeCloseTo(4 * 10 * 1e-3, 9);
    expect(layers(32_768)).toBeCloseTo(10 * 1e-3, 9);
  });

  it('reads dense weights and experts once per pass', () => {
    // Arithmetic and moves of a machine that calculates in no time: reading alone is left.
    const reading = (pass: number): number => prefillSeconds(shape,
      { ...machine, peak: Infinity, bf16: Infinity }, { ...k, prefillLayerUs: 0,
        activationMoves: 0 }, { t: 1, d: 1, e: 1 }, 16_384, 0, pass);
    const once = 1e9 / (2e12 * 0.85) + 8e9 / (2e12 * 0.7);
    const states = (16_384 * ((4 * 2 * 6) * 1000 * 2)) / 2e12;
    expect(reading(16_384)).toBeCloseTo(once + states, 9);
    expect(reading(8192)).toBeCloseTo(2 * once + states, 9);
  });

  it('shorter than a pass is one by itself, less what the cache holds, of one token at least', () => {
    const of = (isl: number, cacheHit: number): number =>
      promptOf({ ...bench, traffic: { isl, osl: 200, cacheHit, draft: 0 } }, layout);
    expect(of(1000, 0.4))
      .toBe(prefillSeconds(shape, machine, k, layout, 1000, 0.4, 600));
    expect(of(16_000, 0.9)).toBe(prefillSeconds(shape, machine, k, layout, 16_000, 0.9,
      16_000 * (1 - 0.9)));
    expect(of(1, 0.5)).toBe(prefillSeconds(shape, machine, k, layout, 1, 0.5, 1));
    expect(of(1000, 1)).toBe(0);
  });

  it('moves its hidden states through memory: twelve times a layer, and its experts’ four', () => {
    const moves = (of: Layout): number =>
      prefillSeconds(shape, machine, k, of, 1000, 0, 1000)
        - prefillSeconds(shape, machine, { ...k, activationMoves: 0 }, of, 1000, 0, 1000);
    // 1,000 tokens x 12 x 10 layers x 1,000 elements of two bytes, on every tensor rank alike.
    expect(moves({ t: 1, d: 1, e: 1 })).toBeCloseTo((1000 * 12 * 10 * 1000 * 2) / 2e12, 12);
    expect(moves({ t: 4, d: 1, e: 1 })).toBeCloseTo((1000 * 12 * 10 * 1000 * 2) / 2e12, 12);
    expect(moves({ t: 1, d: 4, e: 4 })).toBeCloseTo((250 * 12 * 10 * 1000 * 2) / 2e12, 12);
  });
});

describe('others’ prompts', () => {
  it('are waited for while decoding or before: both shares together are one', () => {
    const spread = (interference: number) => {
      const out = emptyLoop();
      runAggregated({ ...bench, constants: { ...k, interference } }, { t: 2, d: 2, e: 4 }, 8, 8,
        out);
      return { first: out.ttft, decoding: out.interference * 200 };
    };
    const others = 7 * promptOf(bench, { t: 2, d: 2, e: 4 });
    const [all, half, none] = [spread(1), spread(0.5), spread(0)];
    expect(all.decoding).toBeCloseTo(others, 12);
    expect(none.decoding).toBe(0);
    expect(none.first - all.first).toBeCloseTo(others, 12);
    for (const { first, decoding } of [all, half, none])
      expect(first + decoding).toBeCloseTo(all.first + others, 12);
  });
});

describe('software that is still young', () => {
  it('stretches every part of a step and a prompt alike', () => {
    const layout = { t: 2, d: 2, e: 4 };
    const [now, then] = [emptyStep(), emptyStep()];
    runStep(bench, layout, 8, now);
    runStep({ ...bench, slowdown: 1.5 }, layout, 8, then);
    for (const part of ['weights', 'experts', 'kv', 'compute', 'communication', 'overhead',
      'total'] as const)
      expect(then[part]).toBeCloseTo(1.5 * now[part], 12);
    expect(promptOf({ ...bench, slowdown: 1.5 }, layout))
      .toBeCloseTo(1.5 * promptOf(bench, layout), 12);
  });
});

describe('experts stored in four bits', () => {
  const kernels = (math: 'fp4' | 'bf16'): boolean =>
    shapeModel(modelOf('gpt-oss-120b'), 'fp4', math, 'vllm').unpacksExperts;

  it('are unpacked where they are multiplied at more, and only they', () => {
    expect([kernels('bf16'), kernels('fp4')]).toEqual([true, false]);
    expect(shapeModel(modelOf('deepseek-r1'), 'fp8', 'fp8', 'vllm'))
      .toMatchObject({ unpacksExperts: false, expertWidth: 2048 });
    expect(shapeModel(modelOf('llama-3.1-70b'), 'fp8', 'fp8', 'vllm').expertWidth).toBe(0);
  });
});
