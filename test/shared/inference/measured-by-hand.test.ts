import { describe, expect, it } from 'vitest';
import type { MeasuredPoint } from '../../../shared/catalog/types.ts';
import { describeMeasured, findNearest, isSameSetup, matchMeasured,
  nameMeasurement } from '../../../shared/inference/measured.ts';
import { predictPoint } from '../../../shared/inference/predict.ts';
import { resolveRequest } from '../../../shared/inference/resolve.ts';
import type { FixedConfiguration, ServingRequest } from '../../../shared/inference/types.ts';
import { measuredOf } from './measured-points.ts';
import { acceleratorOf, modelOf, requestOf } from './requests.ts';

const request = requestOf({ accelerator: 'h200_sxm' },
  { framework: 'vllm', isl: 1000, osl: 500 });
const asking = (points: readonly MeasuredPoint[],
  changes: Partial<ServingRequest> = {}): ServingRequest =>
  ({ ...request, measured: points, ...changes });

describe('measurements of exactly what is asked', () => {
  const matches = (point: Partial<MeasuredPoint>,
    changes: Partial<ServingRequest> = {}): number =>
    matchMeasured(asking([measuredOf(point)], changes)).length;

  it.each<[Partial<MeasuredPoint>, Partial<ServingRequest>]>([
    [{}, {}], [{ mode: 'disagg' }, {}], [{ framework: 'vllm-next' }, {}],
    [{ speculative: 'mtp' }, { speculativeDraft: 1 }], [{}, { mode: 'agg' }],
    [{}, { fixed: { tp: 4, attentionDp: 1, ep: 1 } }],
    [{ prefillAccelerators: 8, decodeAccelerators: 16 },
      { fixed: { prefillAccelerators: 8, decodeAccelerators: 16 } }],
  ])('hold %o for %o', (point, changes) => {
    expect(matches(point, changes)).toBe(1);
  });

  it.each<[Partial<MeasuredPoint>, Partial<ServingRequest>]>([
    [{ modelId: 'llama-3.1-8b' }, {}], [{ acceleratorId: 'h100_sxm' }, {}],
    [{ precision: 'bf16' }, {}], [{ isl: 1001 }, {}], [{ osl: 501 }, {}],
    [{ tpotMeanMs: null }, {}], [{ speculative: 'mtp' }, {}],
    [{ speculative: 'unlabelled' }, {}], [{}, { speculativeDraft: 1 }],
    [{ framework: 'sglang' }, {}], [{}, { cacheHit: 0.01 }], [{ mode: 'disagg' }, { mode: 'agg' }],
    [{}, { fixed: { tp: 2 } }], [{}, { fixed: { attentionDp: 2 } }], [{}, { fixed: { ep: 2 } }],
    [{}, { fixed: { prefillAccelerators: 8 } }], [{}, { fixed: { decodeAccelerators: 8 } }],
    [{ tp: null }, { fixed: { tp: 4 } }],
  ])('are not %o for %o', (point, changes) => {
    expect(matches(point, changes)).toBe(0);
  });
});

describe('the measurement nearest to a request', () => {
  const nearer = (one: Partial<MeasuredPoint>, other: Partial<MeasuredPoint>): string => {
    const points = [measuredOf({ ...one, id: 'one' }), measuredOf({ ...other, id: 'other' })];
    const [found, turned] = [points, points.toReversed()].map((list) =>
      findNearest(asking(list))?.split(':')[0]);
    return found === turned ? found ?? 'none' : 'depends on the order';
  };

  it('weighs the model above all, then accelerator, precision, engine and lengths', () => {
    const model = { modelId: 'llama-3.1-8b' };
    const accelerator = { acceleratorId: 'h100_sxm' };
    const [precision, engine] = [{ precision: 'bf16' } as const, { framework: 'sglang' }];
    expect(nearer(model, { ...accelerator, ...precision, ...engine })).toBe('other');
    expect(nearer(accelerator, { ...precision, ...engine })).toBe('other');
    expect(nearer(precision, engine)).toBe('other');
    // A length e times another weighs as much as another engine: 2 less, 3 more.
    expect(nearer(engine, { isl: 2000 })).toBe('other');
    expect(nearer(engine, { isl: 3000 })).toBe('one');
    expect(nearer(engine, { osl: 167 })).toBe('one');
    // 1.5 times is nearer than half, though the shorter one is less.
    expect(nearer({ isl: 1500 }, { isl: 500 })).toBe('one');
    expect(nearer({ osl: 750 }, { osl: 250 })).toBe('one');
    expect(nearer({ isl: 2000 }, { isl: 2000, osl: 250 })).toBe('one');
    expect(nearer({ isl: 2000, osl: 500 }, { isl: 600 })).toBe('other');
    // 4 against 2 + 1 + ln 2.6, and against 2 + 1 + ln 2.8.
    expect(nearer(accelerator, { ...precision, ...engine, isl: 2600 })).toBe('other');
    expect(nearer(accelerator, { ...precision, ...engine, isl: 2800 })).toBe('one');
    // 8 against 4 + 2 + 1 + ln 2.6, 2 against 1 + ln 2.6.
    expect(nearer(model, { ...accelerator, ...precision, ...engine, isl: 2600 })).toBe('other');
    expect(nearer(model, { ...accelerator, ...precision, ...engine, isl: 2800 })).toBe('one');
    expect(nearer(precision, { ...engine, isl: 2600 })).toBe('other');
    expect(nearer(precision, { ...engine, isl: 2800 })).toBe('one');
  });

  it('shares model or accelerator, or is none', () => {
    expect(findNearest(asking([measuredOf({ modelId: 'x', acceleratorId: 'y' })]))).toBeNull();
    expect(findNearest(asking([measuredOf({ modelId: 'x' })]))).toContain('own-1');
    expect(findNearest(asking([measuredOf({ acceleratorId: 'y' })]))).toContain('own-1');
    expect(findNearest(request)).toBeNull();
  });

  it('is named by what was run', () => {
    expect(nameMeasurement(measuredOf()))
      .toBe('own-1: llama-3.1-70b fp8 on h200_sxm, vllm, 1000/500, agg, 32 users');
    expect(nameMeasurement(measuredOf({ frameworkVersion: '0.9' }))).toContain('vllm 0.9,');
  });
});

describe('a measurement as a point', () => {
  const described = (changes: Partial<MeasuredPoint> = {}) => {
    const resolved = resolveRequest(request);
    const point = resolved.ok ? describeMeasured(resolved.value, measuredOf(changes)) : null;
    if (point === null) throw new Error('no point');
    return point;
  };

  it('keeps what was measured: 20 ms a token, 380 tokens a second, twice as many read', () => {
    expect(described()).toMatchObject({ source: 'measured', expectedErrorPct: 5, tpotMs: 20,
      tokPerSecPerUser: 50, outputTokPerSecPerAccelerator: 380,
      totalTokPerSecPerAccelerator: 380 * 3, ttftMsLow: 170, ttftMsHigh: 250,
      concurrency: 32, tp: 4, framework: 'vllm' });
    expect(described().nearestMeasurement).toContain('own-1');
  });

  it('divides its time as the equations do', () => {
    const modelled = predictPoint({ ...request, mode: 'agg',
      fixed: { tp: 4, attentionDp: 1, ep: 1, concurrency: 32 } });
    if (!modelled.ok) throw new Error(modelled.error.what);
    const { step, ttftMsLow, memory } = described({ ttftMeanMs: null, date: null });
    expect(Object.values(step).reduce((sum, ms) => sum + ms, 0)).toBeCloseTo(20, 9);
    expect(step.weightsMs / step.kvMs)
      .toBeCloseTo(modelled.value.step.weightsMs / modelled.value.step.kvMs, 9);
    expect(ttftMsLow).toBeCloseTo(modelled.value.ttftMsLow, 9);
    expect(memory.kvGb).toBeCloseTo(modelled.value.memory.kvGb, 12);
    // Software of half a year before is slower: a first token not measured is longer.
    expect(described({ ttftMeanMs: null, date: '2025-12-01' }).ttftMsLow)
      .toBeGreaterThan(ttftMsLow);
  });

  it('of separate workers holds its users spread over the decode workers', () => {
    const apart = { mode: 'disagg' as const, prefillWorkers: 1, prefillAccelerators: 4,
      decodeWorkers: 4, decodeAccelerators: 16 };
    expect(described(apart).memory.kvGb).toBeCloseTo(described().memory.kvGb / 4, 12);
    expect(described(apart)).toMatchObject({ mode: 'disagg', accelerators: 20 });
  });

  it('holds no more than there is memory for', () => {
    const { memory } = described({ concurrency: 1e6 });
    expect(memory.kvGb).toBeLessThanOrEqual(memory.capacityGb - memory.weightsGb);
    expect(memory.kvGb).toBeGreaterThan(10);
  });

  it('answers the very setup it was, the latest of several runs first', () => {
    const fixed: FixedConfiguration = { tp: 4, concurrency: 32 };
    expect(isSameSetup(measuredOf(), asking([], { fixed }))).toBe(true);
    expect(isSameSetup(measuredOf(), asking([], { fixed: { ...fixed, concurrency: 33 } })))
      .toBe(false);
    expect(isSameSetup(measuredOf(), asking([], { fixed: { ...fixed, tp: 8 } }))).toBe(false);
    expect(isSameSetup(measuredOf(), asking([], { fixed, mode: 'disagg' }))).toBe(false);
    expect(isSameSetup(measuredOf({ mode: 'disagg' }), asking([], { fixed }))).toBe(false);
    expect(isSameSetup(measuredOf(), request)).toBe(false);
    const runs = [measuredOf({ id: 'old', date: '2025-01-01' }), measuredOf({ id: 'new' }),
      measuredOf({ id: 'undated', date: null })];
    for (const measured of [runs, runs.toReversed()]) {
      const found = predictPoint(asking(measured, { fixed }));
      expect(found.ok && found.value.nearestMeasurement).toContain('new:');
    }
    const other = predictPoint(asking(runs, { fixed: { ...fixed, concurrency: 33 } }));
    expect(other).toMatchObject({ ok: true, value: { source: 'modelled', concurrency: 33 } });
    expect(other.ok && other.value.nearestMeasurement).toContain('old:');
  });
});

describe('one configuration', () => {
  const apart = requestOf({ accelerator: 'h200_sxm' }, { mode: 'disagg' });
  const predict = (fixed: FixedConfiguration, changes: Partial<ServingRequest> = {}) =>
    predictPoint({ ...apart, ...changes, fixed });

  it('of separate workers left open has one of each, as wide as decode', () => {
    expect(predict({ tp: 4, attentionDp: 1, concurrency: 8 })).toMatchObject({ ok: true,
      value: { prefillAccelerators: 4, decodeAccelerators: 4, prefillWorkers: 1,
        decodeWorkers: 1, accelerators: 8 } });
  });

  it('divides accelerators over workers: those stated, or those of the decode width', () => {
    expect(predict({ tp: 4, attentionDp: 1, concurrency: 8, decodeAccelerators: 12,
      prefillAccelerators: 8, prefillWorkers: 4 })).toMatchObject({ ok: true, value: {
      decodeWorkers: 3, decodeAccelerators: 12, prefillWorkers: 4, prefillAccelerators: 8 } });
    expect(predict({ decodeAccelerators: 8, decodeWorkers: 4, concurrency: 8 }))
      .toMatchObject({ ok: true, value: { decodeWorkers: 4, decodeAccelerators: 8 } });
  });

  it('whose prefill worker holds no weights is refused', () => {
    // 70 billion parameters of two bytes are 140 GB; an H100 has 86, two have 172.
    expect(predict({ tp: 2, attentionDp: 1, concurrency: 8, prefillAccelerators: 4,
      prefillWorkers: 4 }, { precision: 'bf16', accelerator: acceleratorOf('h100_sxm'),
    })).toMatchObject({ ok: false, error: {
      code: 'does-not-fit', what: 'a prefill worker of 1 accelerators', value: 1 } });
  });

  it.each([['llama-3.1-70b', 16], ['deepseek-r1', 16], ['deepseek-r1', 100_000]])(
    'takes what serves most of %s to %i users where widths are open', (model, concurrency) => {
      const asked = { ...request, model: modelOf(model), mode: 'agg' as const,
        maxAcceleratorsPerInstance: 8 };
      const open = predictPoint({ ...asked, fixed: { concurrency } });
      const each = [1, 2, 4, 8].flatMap((tp) => [1, 2, 4, 8].flatMap((attentionDp) => {
        const one = predictPoint({ ...asked, fixed: { tp, attentionDp, concurrency } });
        return one.ok ? one.value.outputTokPerSecPerAccelerator : [];
      }));
      expect(each.length).toBeGreaterThan(2);
      expect(open.ok && open.value.outputTokPerSecPerAccelerator).toBe(Math.max(...each));
    });

  it('serves one user unless told, and never none', () => {
    expect(predict({ tp: 4 }, { mode: 'agg' })).toMatchObject({ ok: true,
      value: { concurrency: 1 } });
    for (const concurrency of [0, -1, Number.NaN, Infinity]) {
      expect(predict({ tp: 4, concurrency })).toMatchObject({ ok: false,
        error: { code: 'bad-value', limit: 1 } });
    }
    expect(predict({ tp: 4, concurrency: 0.5 }).ok).toBe(true);
  });

  it('holds no more sequences than fit, spread over its decode workers', () => {
    const kv = (fixed: FixedConfiguration, mode: 'agg' | 'disagg'): number => {
      const one = predict({ tp: 4, attentionDp: 1, ...fixed }, { mode });
      return one.ok ? one.value.memory.kvGb : Number.NaN;
    };
    const one = kv({ concurrency: 1 }, 'agg');
    expect(kv({ concurrency: 64 }, 'agg')).toBeCloseTo(64 * one, 9);
    expect(kv({ concurrency: 64, decodeAccelerators: 8 }, 'disagg')).toBeCloseTo(32 * one, 9);
    const full = kv({ concurrency: 1e6 }, 'agg');
    expect(full).toBeLessThan(151);
    expect(kv({ concurrency: 1e6 }, 'disagg')).toBe(full);
  });
});
