import { describe, expect, it } from 'vitest';
import type { MeasuredPoint } from '../../../shared/catalog/types.ts';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { computeFrontier } from '../../../shared/inference/frontier.ts';
import { fitLogCurve, readLogCurve } from '../../../shared/inference/interpolate.ts';
import { predictPoint } from '../../../shared/inference/predict.ts';
import type { FrontierPoint, ServingRequest } from '../../../shared/inference/types.ts';
import { requestOf } from './requests.ts';


function pointsOf(asked: ServingRequest): readonly FrontierPoint[] {
  const frontier = computeFrontier(asked);
  if (!frontier.ok) throw new Error(frontier.error.what);
  return frontier.value.points;
}

/** Points of InferenceMAX for DeepSeek-R1 FP8 on H200 with SGLang at 1k/1k, by users. */
const own = loadMeasuredPoints().filter((point) => point.modelId === 'deepseek-r1'
  && point.acceleratorId === 'h200_sxm'
  && point.mode === 'agg' && point.speculative === 'none' && point.isl === 1024
  && point.osl === 1024 && point.tpotMeanMs !== null);
const request: ServingRequest = requestOf({ model: 'deepseek-r1', accelerator: 'h200_sxm' },
  { framework: 'sglang', mode: 'agg', measured: own, maxAcceleratorsPerInstance: 8 });

describe('measured first', () => {
  const points = pointsOf(request);

  it('goes through every measured point that no other measured point beats', () => {
    const through = points.filter((point) => point.source === 'measured');
    expect(through.length).toBeGreaterThan(2);
    for (const point of through) {
      const row = own.find(({ id }) => point.nearestMeasurement?.startsWith(`${id}:`));
      expect(row).toMatchObject({ concurrency: point.concurrency, tp: point.tp });
      expect(point.outputTokPerSecPerAccelerator).toBe(row?.outputTokPerSecPerAccelerator);
      expect(point.tpotMs).toBe(row?.tpotMeanMs);
    }
  });

  it('corrects what lies near them, and says how far each figure may be off', () => {
    const bare = pointsOf({ ...request, measured: [] });
    expect(new Set(bare.map(({ source }) => source))).toEqual(new Set(['modelled']));
    const most = Math.max(...bare.map((point) => point.expectedErrorPct));
    const corrected = points.filter(({ source }) => source === 'interpolated');
    expect(corrected.length).toBeGreaterThan(2);
    for (const point of points) {
      expect(point.nearestMeasurement).not.toBeNull();
      expect(point.expectedErrorPct).toBeGreaterThanOrEqual(5);
      expect(point.expectedErrorPct).toBeLessThanOrEqual(most);
    }
    for (const point of corrected) expect(point.expectedErrorPct).toBeLessThan(most);
  });

  it('speaks only for its own mode, lengths, engine and drafting', () => {
    for (const changes of [{ isl: 4096 }, { framework: 'vllm' }, { speculativeDraft: 3 },
      { cacheHit: 0.5 }, { mode: 'disagg' }] as const) {
      const others = pointsOf({ ...request, maxAcceleratorsPerInstance: 32, ...changes });
      expect(others.every((point) => point.source === 'modelled')).toBe(true);
    }
  });

  it('corrects requests of like lengths, and stands for none of them', () => {
    const sources = pointsOf({ ...request, isl: 1000 }).map(({ source }) => source);
    expect(sources).toContain('interpolated');
    expect(sources).not.toContain('measured');
  });

  it('answers a single configuration that was measured with the measurement', () => {
    // Of several runs the latest; runs that state no day come before all that do.
    const row = own.filter(({ concurrency, tp }) => concurrency === 16 && tp === 8)
      .toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? '')).at(-1);
    expect(row?.tpotMeanMs).toBeGreaterThan(0);
    const point =
      predictPoint({ ...request, fixed: { tp: 8, attentionDp: 1, concurrency: 16 } });
    expect(point)
      .toMatchObject({ ok: true, value: { source: 'measured', tpotMs: row?.tpotMeanMs } });
    const model = predictPoint({ ...request, measured: [],
      fixed: { tp: 8, attentionDp: 1, concurrency: 16 } });
    expect(model).toMatchObject({ ok: true, value: { source: 'modelled' } });
  });

  it('lets a user’s own benchmark lead the curve', () => {
    const base = own[0];
    if (base === undefined) throw new Error('no row');
    const mine: MeasuredPoint = { ...base, id: 'own-1', outputTokPerSecPerAccelerator: 60,
      tpotMeanMs: 10, concurrency: 5 };
    const led = pointsOf({ ...request, measured: [mine] });
    const through = led.find((point) => point.source === 'measured');
    expect(through).toMatchObject({ outputTokPerSecPerAccelerator: 60, tokPerSecPerUser: 100 });
  });
});

describe('interpolation on log axes', () => {
  it('passes through its points, never leaves their band, and follows a power law exactly', () => {
    const points = [[1, 10], [3, 7], [10, 6.9], [40, 1]] as const;
    const curve = fitLogCurve(points);
    for (const [x, y] of points) expect(readLogCurve(curve, x)).toBeCloseTo(y, 12);
    for (let x = 1; x < 40; x += 0.1) {
      const [low, high] = [points.findLast((p) => p[0] <= x), points.find((p) => p[0] >= x)];
      expect(readLogCurve(curve, x)).toBeLessThanOrEqual((low?.[1] ?? 0) * (1 + 1e-12));
      expect(readLogCurve(curve, x)).toBeGreaterThanOrEqual((high?.[1] ?? 0) * (1 - 1e-12));
    }
    expect(readLogCurve(fitLogCurve([[1, 100], [10, 10], [100, 1]]), 5)).toBeCloseTo(20, 10);
  });

  it('refuses points that do not rise', () => {
    expect(() => fitLogCurve([[2, 1], [1, 1]])).toThrow(RangeError);
    expect(() => fitLogCurve([[1, 0]])).toThrow(RangeError);
  });
});
