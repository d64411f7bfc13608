import { describe, expect, it } from 'vitest';
import { ttftRange } from '../../../shared/inference/calibration/ttft-range.ts';
import { fittedConstants } from '../../../shared/inference/fitted-constants.ts';
import type { Layout } from '../../../shared/inference/decode.ts';
import { fitLogCurve, readLogCurve } from '../../../shared/inference/interpolate.ts';
import { fitLayouts, keepFitting } from '../../../shared/inference/layouts.ts';
import { describePoint } from '../../../shared/inference/point.ts';
import type { Resolved } from '../../../shared/inference/resolve.ts';
import type { LoopResult } from '../../../shared/inference/serving.ts';
import type { FixedConfiguration } from '../../../shared/inference/types.ts';
import { bench, shape } from './bench.ts';
import { requestOf } from './requests.ts';

/** The hand-made bench on accelerators of so many bytes, two of them at most. */
function resolvedOn(capacityBytes: number, fixed: FixedConfiguration = {}): Resolved {
  return { request: requestOf({}, { maxAcceleratorsPerInstance: 2, fixed }), backend: 'vllm',
    bench: { ...bench, machine: { ...bench.machine, capacityBytes } } };
}

describe('layouts that do not fit', () => {
  // 3 GB, 0.9 of them less 1 GB reserved: 1.7 GB for weights and caches.
  it('say what the narrowest miss lacks, and the smallest instance that holds it', () => {
    // Two ranks: 8/2 + 1.1/2 = 4.55 GB of weights, 8.966 MB for 1,100 tokens.
    const found = fitLayouts(resolvedOn(3e9));
    expect(found).toMatchObject({ ok: false, error: { code: 'does-not-fit', limit: 3,
      value: expect.closeTo(4.55 + 0.008966 - 1.7, 9) as number, unit: 'GB',
      // Eight ranks of tensor width 1 still lack 0.4 GB: 1 + 1.1.
      nearestFix: 'Use 8 accelerators per instance (tensor width 2).' } });
  });

  it('count the whole length where the engine sets it aside', () => {
    const resolved = resolvedOn(3e9);
    const whole = { ...shape, memory: { ...shape.memory, wholeLength: true } };
    const found = fitLayouts({ ...resolved, bench: { ...resolved.bench, shape: whole } });
    // 1,200 tokens: 1,000 x (7,200 + 300) + 72,000 + 2,000,000 bytes.
    expect(found).toMatchObject({ ok: false,
      error: { value: expect.closeTo(4.55 + 0.009572 - 1.7, 9) as number } });
  });

  it('that no instance holds ask for less to be held', () => {
    expect(fitLayouts(resolvedOn(1.2e9))).toMatchObject({ ok: false, error: {
      code: 'does-not-fit', nearestFix: 'Choose a lower precision or shorter lengths.' } });
  });

  it('of fixed widths beyond the most are refused with both numbers', () => {
    expect(fitLayouts(resolvedOn(80e9, { tp: 2, attentionDp: 2 }))).toMatchObject({ ok: false,
      error: { code: 'bad-parallelism', limit: 2, value: 4 } });
    expect(fitLayouts(resolvedOn(80e9, { decodeAccelerators: 12, decodeWorkers: 3 })))
      .toMatchObject({ ok: false, error: { limit: 2, value: 4 } });
    expect(fitLayouts(resolvedOn(80e9, { tp: 8 }))).toMatchObject({ ok: false,
      error: { value: 8 } });
    expect(fitLayouts(resolvedOn(80e9, { ep: 4 }))).toMatchObject({ ok: false });
  });

  it('hold one sequence per rank or none', () => {
    // One rank of two: 4.55 GB of weights and 8.966 MB a sequence, 1 GB reserved, 0.9 filled.
    const roomFor = (sequences: number): number =>
      keepFitting(resolvedOn((5.55e9 + sequences * 8.966e6 + 10) / 0.9).bench,
        [{ t: 2, d: 1, e: 2 }])[0]?.slotsPerRank ?? 0;
    expect([roomFor(0.99), roomFor(1), roomFor(3)]).toEqual([0, 1, 3]);
  });
});

describe('a point', () => {
  const result: LoopResult = {
    step: { weights: 1e-3, experts: 2e-3, kv: 3e-3, compute: 1e-3, communication: 2.5e-3,
      overhead: 0.5e-3, total: 10e-3 },
    interference: 1e-3, tpot: 6e-3, ttft: 0.5, requestsPerSecond: 3, prefillShare: 0.25,
  };
  const layout: Layout = { t: 2, d: 2, e: 4 };
  const resolved = resolvedOn(80e9);

  it('spreads a step over the tokens it commits: 5 ms of 10, and 1 ms of interference', () => {
    const point = describePoint(resolved, layout, null, 9, 8, result);
    expect(point.step.weightsMs).toBeCloseTo(0.5, 12);
    expect(point.step.expertsMs).toBeCloseTo(1, 12);
    expect(point.step.kvMs).toBeCloseTo(1.5, 12);
    expect(point.step.computeMs).toBeCloseTo(0.5, 12);
    expect(point.step.communicationMs).toBeCloseTo(1.25, 12);
    expect(point.step.overheadMs).toBeCloseTo(0.25, 12);
    expect(point.step.prefillInterferenceMs).toBeCloseTo(1, 12);
    expect(point).toMatchObject({ mode: 'agg', tp: 2, attentionDp: 2, ep: 4, concurrency: 9,
      speculativeDraft: 1, accelerators: 4, prefillAccelerators: null,
      decodeAccelerators: null, prefillShare: 0.25, source: 'modelled',
      nearestMeasurement: null });
  });

  it('gives three answers a second of 200 tokens each, over four accelerators', () => {
    const point = describePoint(resolved, layout, null, 9, 8, result);
    expect(point.outputTokPerSecPerAccelerator).toBeCloseTo(150, 9);
    expect(point.totalTokPerSecPerAccelerator).toBeCloseTo(900, 9);
    expect(point.tokPerSecPerUser).toBeCloseTo(1000 / 6, 9);
    expect(point.tpotMs).toBeCloseTo(6, 12);
    const { low, high } = ttftRange(fittedConstants.ttft, 'vllm', 'agg');
    expect([point.ttftMsLow, point.ttftMsHigh])
      .toEqual([expect.closeTo(500 * low, 9), expect.closeTo(500 * high, 9)]);
  });

  it('holds weights, four sequences a rank and what the engine keeps', () => {
    const { memory } = describePoint(resolved, layout, null, 9, 8, result);
    expect(memory.weightsGb).toBeCloseTo(2 + 0.55, 12);
    expect(memory.kvGb).toBeCloseTo(4 * 0.008966, 12);
    expect([memory.reservedGb, memory.capacityGb]).toEqual([1, 80]);
  });

  it('wider than any measured one, whichever way, may miss by 30 % more, in squares', () => {
    const error = (t: number, d: number): number =>
      describePoint(resolved, { t, d, e: 1 }, null, 9, 8, result).expectedErrorPct;
    const wide = error(512, 1);
    expect(Math.abs(wide - Math.hypot(error(1, 1), 30))).toBeLessThanOrEqual(1);
    expect(error(1, 512)).toBe(wide);
  });

  it('of separate workers counts all of their accelerators', () => {
    const split = { prefill: { t: 1, d: 2, e: 2 }, prefillWorkers: 3, decode: layout,
      decodeWorkers: 2 };
    const point = describePoint(resolved, layout, split, 9, 8, result);
    expect(point).toMatchObject({ mode: 'disagg', accelerators: 14, prefillAccelerators: 6,
      decodeAccelerators: 8, prefillWorkers: 3, decodeWorkers: 2 });
    expect(point.outputTokPerSecPerAccelerator).toBeCloseTo(600 / 14, 9);
  });
});

describe('a monotone cubic on log axes', () => {
  const e = Math.E;

  it('takes the harmonic mean of neighbouring slopes inside, the secant at its ends', () => {
    // Slopes 1, 4/3, 2 over widths of one. Half way: 0.25 (0 + 0.5) + 0.25 (2 - 0.5 x 4/3).
    const curve = fitLogCurve([[1, 1], [e, e], [e * e, e ** 3]]);
    expect(Math.log(readLogCurve(curve, Math.sqrt(e)))).toBeCloseTo(0.125 + 1 / 3, 12);
    // 0.25 (2 + 0.5 x 4/3) + 0.25 (2 x 3 - 0.5 x 2).
    expect(Math.log(readLogCurve(curve, e ** 1.5))).toBeCloseTo(0.25 * (8 / 3) + 1.25, 12);
  });

  it('lies flat where it turns, and stays at its ends', () => {
    const curve = fitLogCurve([[1, 1], [e, e], [e * e, 1]]);
    // 0.25 x 0.5 + 0.25 x 2, the same on both sides.
    expect(Math.log(readLogCurve(curve, Math.sqrt(e)))).toBeCloseTo(0.625, 12);
    expect(Math.log(readLogCurve(curve, e ** 1.5))).toBeCloseTo(0.625, 12);
    expect(readLogCurve(curve, 0.1)).toBe(1);
    expect(readLogCurve(curve, 1000)).toBeCloseTo(1, 12);
    expect(readLogCurve(fitLogCurve([[5, 7]]), 20)).toBeCloseTo(7, 12);
  });

  it('scales widths: over two units of log x the same slopes count double', () => {
    // Slope 1 and 1/2: mean 2/3; half way of the first: 0.25 (0.5 x 2) + 0.25 (2 x 2 - 0.5 x 4/3).
    const curve = fitLogCurve([[1, 1], [e * e, e * e], [e ** 4, e ** 3]]);
    expect(Math.log(readLogCurve(curve, e))).toBeCloseTo(0.25 + 0.25 * (4 - 2 / 3), 12);
  });
});
