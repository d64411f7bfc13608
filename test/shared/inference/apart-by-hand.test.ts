import { describe, expect, it } from 'vitest';
import { allReduceSeconds, communicationSeconds, distinctRanks,
  prefillCommunicationSeconds } from '../../../shared/inference/communication.ts';
import { decodeStep, emptyStep } from '../../../shared/inference/decode.ts';
import { prefillRate, runBalanced, runDisaggregated } from '../../../shared/inference/disagg.ts';
import type { Machine } from '../../../shared/inference/machine.ts';
import { overlappedStep, prefillFactor, ttftFactor } from '../../../shared/inference/modes.ts';
import { prefillSeconds } from '../../../shared/inference/prefill.ts';
import { emptyLoop, type Bench } from '../../../shared/inference/serving.ts';
import { bench, k, machine, shape } from './bench.ts';

const layout = { t: 2, d: 2, e: 4 };
const norm = (a: number, b: number): number => (a ** 1.5 + b ** 1.5) ** (2 / 3);

/** Three prefill workers of four, two decode workers of four. */
const split = { prefill: layout, prefillWorkers: 3, decode: layout, decodeWorkers: 2 };
/** Layers of a pass that take 40 ms each: prefill is no longer free beside decode. */
const slowPrompts: Bench = { ...bench, constants: { ...k, prefillLayerUs: 40_000 } };
/** A prompt among many: passes of 8,192 tokens on each of two ranks. */
const promptOf = ({ constants }: Bench): number =>
  prefillSeconds(shape, machine, constants, layout, 1000, 0.4, 16_384);

/**
 * What a prompt's cache waits for on its way out: two tensor ranks send 2,000 bytes a token of six
 * whole layers, 100 tokens of three windowed ones, an index of 10 bytes a key, and one state,
 * through two NICs at 0.75 of 5e10 bytes/s, 3 us there and 3 us into the decode worker.
 */
const handOver = (2000 * (1000 * 6 + 100 * 3) + 10 * 1000 * 6 + 4e6) / (2 * 5e10 * 0.75) + 2 * 3e-6;

/** Step time of one decode worker over its 1.68 tokens a step, hand-over included. */
function tpotAt(sequences: number): number {
  const step = emptyStep();
  decodeStep(shape, machine, k, layout, sequences, 2, 1100, step);
  return (step.total * 1.05) / 1.68;
}

describe('a closed loop over separate workers', () => {
  it.each([['quick', bench], ['slow', slowPrompts]] as const)(
    'with %s prompts has every user in decode, in prefill or waiting', (_, one) => {
      const out = emptyLoop();
      runDisaggregated(one, split, 20, 64, out);
      const perWorker = 0.85 / promptOf(one);
      const limit = 3 * perWorker;
      const rate = out.requestsPerSecond;
      const load = rate / limit;
      // A prompt takes d times as long alone, half a prompt times load/(1-load) for those before
      // it, its share of everybody's, and its cache's way to the decode worker.
      const inPrefill = 0.04 + handOver + 2 / perWorker + ((load / (1 - load)) * 0.5) / perWorker
        + (0.09 * 20) / limit;
      const inDecode = 200 * out.tpot;
      expect(rate * (inPrefill + inDecode)).toBeCloseTo(20, 4);
      expect(out.ttft).toBeCloseTo(20 / rate - inDecode, 9);
      expect(out.tpot).toBeCloseTo(tpotAt((rate * inDecode) / 2), 9);
      expect(out.prefillShare).toBeCloseTo(12 / 20, 12);
      expect(out.interference).toBe(0);
    });

  it('holds no more sequences than there is memory for: the rest wait', () => {
    const out = emptyLoop();
    runDisaggregated(bench, split, 100, 3, out);
    const rate = (2 * 3) / (200 * tpotAt(3));
    expect(out.requestsPerSecond).toBeCloseTo(rate, 9);
    expect(out.ttft).toBeCloseTo(100 / rate - 200 * tpotAt(3), 9);
  });

  it('never idles completely: a thousandth of a sequence is the least', () => {
    const out = emptyLoop();
    runDisaggregated(bench, split, 1e-4, 64, out);
    const perWorker = 0.85 / promptOf(bench);
    expect(out.requestsPerSecond).toBeCloseTo((2 * 1e-3) / (200 * tpotAt(1e-3)), 12);
    expect(out.ttft)
      .toBeCloseTo(0.04 + handOver + 2 / perWorker + (0.09 * 1e-4) / (3 * perWorker), 9);
  });

  it('balanced counts the accelerators of all its prefill workers', () => {
    const out = emptyLoop();
    const users = runBalanced(slowPrompts, split, 8, out);
    const perWorker = 0.85 / promptOf(slowPrompts);
    const rate = Math.min(3 * perWorker, (2 * 8) / (200 * tpotAt(8)));
    const busy = (rate / (3 * perWorker)) * 0.85;
    const ttft = 0.04 + handOver + 2 * promptOf(slowPrompts) * (1 + ((busy / (1 - busy)) * 0.5))
      + (0.09 * 16) / (3 * perWorker);
    expect(out.requestsPerSecond).toBeCloseTo(rate, 9);
    expect(out.ttft).toBeCloseTo(ttft, 9);
    expect(out.prefillShare).toBeCloseTo(0.6, 12);
    expect(users).toBe(Math.round(rate * (ttft + 200 * tpotAt(8))));
    expect(runBalanced(bench, { ...split, decodeWorkers: 1 }, 1e-6, out)).toBe(1);
  });
});

describe('distributed weights', () => {
  const dwdp = { dwdp: true };

  it('shorten a context layer from 1,319.9 to 1,131.6 us within a domain', () => {
    const factor = 1131.6 / 1319.9;
    expect(prefillFactor(dwdp, shape, machine, layout)).toBeCloseTo(factor, 12);
    expect(prefillRate({ ...bench, modes: dwdp }, layout))
      .toBeCloseTo(0.85 / (promptOf(bench) * factor), 6);
    const domain = (size: number): Machine =>
      ({ ...machine, scaleUp: { ...machine.scaleUp, domain: size } });
    expect(prefillFactor(dwdp, shape, domain(4), layout)).toBeCloseTo(factor, 12);
    expect(prefillFactor(dwdp, shape, domain(3), layout)).toBe(1);
    expect(prefillFactor(dwdp, { ...shape, moeLayers: 0 }, machine, layout)).toBe(1);
    expect(prefillFactor(dwdp, shape, machine, { t: 4, d: 1, e: 4 })).toBe(1);
    expect(prefillFactor({}, shape, machine, layout)).toBe(1);
  });

  // TTFT with over without, ms, at speeds per user (tech blog 19).
  it.each([[10, 8314 / 2538], [25, 8314 / 2538], [45, 7012 / 1919], [65, 1640 / 965],
    [85, 2280 / 1669], [175, 660 / 494], [300, 660 / 494]])(
    'at %i tok/s per user cost %f of the time to first token', (speed, factor) => {
      expect(ttftFactor(dwdp, shape, machine, layout, speed)).toBeCloseTo(factor, 9);
      expect(ttftFactor({}, shape, machine, layout, speed)).toBe(1);
    });

  it('slow the first token of both loops by the factor at their speed', () => {
    const [plain, wide] = [emptyLoop(), emptyLoop()];
    const faster: Bench = { ...bench, modes: dwdp };
    runDisaggregated(bench, split, 100, 3, plain);
    runDisaggregated(faster, split, 100, 3, wide);
    const factor = ttftFactor(dwdp, shape, machine, layout, 1 / plain.tpot);
    expect(wide.ttft).toBeCloseTo(plain.ttft * factor, 9);
    runBalanced({ ...faster, constants: { ...k, ttftQueue: 0, ttftFixedMs: 1e6 } }, split, 8,
      wide);
    expect(wide.ttft / 1000).toBeCloseTo(ttftFactor(dwdp, shape, machine, layout,
      1 / tpotAt(8)), 4);
  });
});

describe('two half batches over one another', () => {
  const at = (rate: number) => {
    const linked = { ...machine, scaleUp: { ...machine.scaleUp, rate } };
    const [whole, half, hidden] = [emptyStep(), emptyStep(), emptyStep()];
    decodeStep(shape, linked, k, layout, 8, 2, 600, whole);
    decodeStep(shape, linked, k, layout, 4, 2, 600, half);
    overlappedStep(shape, linked, k, layout, 8, 2, 600, hidden);
    return { whole, half, hidden, work: half.total - half.communication };
  };

  it('take twice the longer of work and communication, the step’s own time once', () => {
    const [bound, waiting] = [at(2e8), at(1e8)];
    expect(bound.work).toBeGreaterThan(bound.half.communication);
    expect(bound.hidden.total).toBeCloseTo(2 * bound.work - 0.3e-3, 12);
    expect(bound.hidden.communication).toBeCloseTo(0, 12);
    expect(waiting.work).toBeLessThan(waiting.half.communication);
    expect(waiting.hidden.total).toBeCloseTo(2 * waiting.half.communication - 0.3e-3, 12);
    expect(waiting.hidden.communication)
      .toBeCloseTo(2 * (waiting.half.communication - waiting.work), 12);
    for (const { half, hidden } of [bound, waiting]) {
      expect(hidden.weights).toBeCloseTo(2 * half.weights, 12);
      expect(hidden.experts).toBeCloseTo(2 * half.experts, 12);
      expect(hidden.kv).toBeCloseTo(2 * half.kv, 12);
      expect(hidden.compute).toBeCloseTo(2 * half.compute, 12);
      expect(hidden.overhead).toBeCloseTo(2 * half.overhead - 0.3e-3, 12);
    }
  });

  it('are not taken where reading weights twice costs more', () => {
    const quick = at(4e11);
    expect(quick.hidden).toEqual(quick.whole);
  });
});

describe('collectives at their edges', () => {
  const linked = (changes: Partial<Machine['scaleUp']>): Machine =>
    ({ ...machine, scaleUp: { ...machine.scaleUp, ...changes } });
  const silent = { ...k, allToAllUs: 0, allReduceUs: 0, networkReduceUs: 0, networkExchangeUs: 0,
    expertSkew: 0 };
  const thin = { ...shape, layers: 3 };

  it('reach four nodes a token at most, though eight experts lie on more', () => {
    // Eight nodes, eight experts: 5.25 nodes, of which four are allowed and 7/8 are others.
    const out = (8 * 3000 * 4 * (7 / 8)) / (5e10 * 0.75);
    const up = (8 * 3000 * distinctRanks(64, 8) * (63 / 64)) / (4e11 * 0.4);
    expect(out).toBeGreaterThan(up);
    expect(communicationSeconds(machine, silent, { ...thin, activeExperts: 8 }, 8,
      { t: 1, d: 64, e: 64 })).toBeCloseTo(6 * (2 * 6e-6 + out), 12);
  });

  it('on a mesh use seven wires at most, and one at least', () => {
    const mesh = { kind: 'full-mesh' as const, domain: 16 };
    expect(allReduceSeconds(linked(mesh), silent, 1e6, 16))
      .toBeCloseTo(1e-6 + (2 * (15 / 16) * 1e6) / (4e11 * 0.4), 12);
    expect(allReduceSeconds(linked(mesh), silent, 1e6, 2))
      .toBeCloseTo(1e-6 + 1e6 / ((4e11 / 7) * 0.4), 12);
    // Alone in its domain a rank sends all through its NIC; its one wire bounds nothing here.
    const alone = communicationSeconds(linked({ ...mesh, domain: 1 }), silent, thin, 8,
      { t: 1, d: 64, e: 64 });
    const up = (8 * 3000 * distinctRanks(64, 2) * (63 / 64)) / ((4e11 / 7) * 0.4);
    const out = (8 * 3000 * distinctRanks(64, 2) * (63 / 64)) / (5e10 * 0.75);
    expect(alone).toBeCloseTo(6 * (2 * 6e-6 + Math.max(up, out)), 12);
  });

  it('on a torus share links with none below two hops', () => {
    // 0.75 x cube root of 2 is below one.
    const at = (domain: number) => communicationSeconds(linked({ kind: 'torus', domain }),
      silent, thin, 8, { t: 1, d: 2, e: 2 });
    expect(at(8)).toBeCloseTo(6 * (2e-6 + (8 * 3000 * 1.5 * 0.5) / (4e11 * 0.4)), 12);
  });

  it('wait for the slowest hop: the domain’s own, or there and back across the network', () => {
    expect(allReduceSeconds(linked({ latency: 9e-6 }), silent, 0, 16)).toBeCloseTo(9e-6, 15);
    expect(allReduceSeconds(linked({ latency: 5e-6 }), silent, 0, 16)).toBeCloseTo(6e-6, 15);
    expect(allReduceSeconds(linked({ latency: 5e-6 }), silent, 0, 8)).toBeCloseTo(5e-6, 15);
  });

  it('of ranks with a domain each are the network’s alone', () => {
    expect(allReduceSeconds(linked({ domain: 1 }), silent, 1e6, 4))
      .toBeCloseTo(6e-6 + (1.5 * 1e6) / (5e10 * 0.75), 12);
  });

  it('of a dense model, or without data parallelism, are two all-reduces a layer', () => {
    const reduce = 6e-6 * 0.5 ** 0.2 + 1e-6 + 16_000 / (4e11 * 0.4);
    expect(communicationSeconds(machine, k, { ...shape, moeLayers: 0 }, 8, layout))
      .toBeCloseTo(20 * reduce, 12);
    expect(communicationSeconds(machine, k, shape, 8, { t: 2, d: 1, e: 2 }))
      .toBeCloseTo(20 * reduce, 12);
    const prompt = (20 * (1.2e6 / (4e11 * 0.5))) / 2;
    expect(prefillCommunicationSeconds(machine, k, { ...shape, moeLayers: 0 }, 600, layout))
      .toBeCloseTo(prompt, 12);
    expect(prefillCommunicationSeconds(machine, k, shape, 600, { t: 2, d: 1, e: 2 }))
      .toBeCloseTo(2 * prompt, 12);
  });
});

describe('a decode step at its edges', () => {
  it('splits caches over four heads at most, and reads no more than a short context has', () => {
    const [long, short] = [emptyStep(), emptyStep()];
    const eight = { t: 8, d: 1, e: 1 };
    decodeStep(shape, machine, k, eight, 3, 1, 600, long);
    const kv = 500 * (600 * 6 + 100 * 3) + 10 * 600 * 6 + 0.5e6 - (100 * 6 * 2000) / 4;
    expect(long.kv).toBeCloseTo((3 * kv) / (2e12 * 0.7), 12);
    const kvShort = 500 * (50 * 9) + 10 * 50 * 6 + 0.5e6;
    decodeStep({ ...shape, routedParams: 0 }, machine, k, eight, 3, 1, 50, short);
    expect(short.kv).toBeCloseTo((3 * kvShort) / (2e12 * 0.7), 12);
    expect(short.experts).toBe(0);
    const dense = norm(short.weights, (2 * 1e9 * 3) / (8 * 1e15 * 0.6));
    const attention = norm(short.kv,
      (3 * (4000 * (50 * 9) + 20 * 50 * 6)) / 8 / (5e14 * 2 * 0.3));
    expect(short.compute).toBeCloseTo(dense + attention - short.weights - short.kv, 12);
  });

  it('attends at the efficiency of its kind of attention', () => {
    const of = (mla: boolean): number => {
      const out = emptyStep();
      decodeStep({ ...shape, routedParams: 0, mla, decodeFlopsPerKey: 4e9 }, machine,
        { ...k, etaAttentionGqa: 0.5, etaAttentionMla: 0.25 }, layout, 8, 2, 600, out);
      return out.compute;
    };
    // All but arithmetic vanishes beside 4e9 FLOP a key: half the efficiency, twice the time.
    expect(of(true) / of(false)).toBeCloseTo(2, 2);
  });
});
