import { describe, expect, it } from 'vitest';
import type { EngineConstants } from '../../../shared/inference/constants.ts';
import { decodeStep, emptyStep } from '../../../shared/inference/decode.ts';
import { decodeRate, decodeTpot, prefillRate,
  runDisaggregated } from '../../../shared/inference/disagg.ts';
import { defaultLinks } from '../../../shared/inference/defaults.ts';
import { keepFitting, listLayouts } from '../../../shared/inference/layouts.ts';
import { readMachine } from '../../../shared/inference/machine.ts';
import { checkParallelism } from '../../../shared/inference/parallelism.ts';
import { parameters } from '../../../shared/inference/parameters.ts';
import { nonDominated } from '../../../shared/inference/pareto.ts';
import { prefillSeconds } from '../../../shared/inference/prefill.ts';
import { resolveRequest } from '../../../shared/inference/resolve.ts';
import { computeRoofline } from '../../../shared/inference/roofline.ts';
import { emptyLoop, runAggregated, type Bench } from '../../../shared/inference/serving.ts';
import { concurrencyGrid, stepRows } from '../../../shared/inference/steps.ts';
import { bestPrefill, emptyColumns, frontierRows, sweepAggregated, sweepDisaggregated,
  type SweepColumns } from '../../../shared/inference/sweep.ts';
import type { FixedConfiguration, FrontierPoint, ServingRequest } from '../../../shared/inference/types.ts';
import { bench } from './bench.ts';
import { pointOf } from './points.ts';
import { acceleratorOf, modelOf, requestOf } from './requests.ts';

/** Little memory, so that grids stay short: a handful of sequences a rank. */
const small: Bench = { ...bench, machine: { ...bench.machine, capacityBytes: 5e9 } };
const layouts = keepFitting(small, listLayouts(small, 8));

/** Rows of a sweep as records. */
const rowsOf = (columns: SweepColumns) => columns.users.map((users, i) => ({ users,
  layout: columns.layout[i] ?? -1, x: columns.interactivity[i] ?? 0,
  y: columns.throughput[i] ?? 0, split: columns.split[i] ?? null }));

describe('a sweep of instances', () => {
  const columns = emptyColumns();
  const steps = stepRows(small, layouts);
  sweepAggregated(small, layouts, columns, steps);

  it('runs every layout at every number of users a rank, up to what it holds', () => {
    const expected = layouts.flatMap(({ d, slotsPerRank }, layout) =>
      concurrencyGrid(slotsPerRank).map((b) => ({ users: b * d, layout })));
    expect(rowsOf(columns).map(({ users, layout }) => ({ users, layout }))).toEqual(expected);
    expect(columns.evaluated).toBe(expected.length);
    expect(expected.length).toBeGreaterThan(20);
  });

  it('keeps tokens per second over the accelerators, speed per user, and the step', () => {
    const out = emptyLoop();
    rowsOf(columns).forEach(({ users, layout: index, x, y }, i) => {
      const layout = layouts[index];
      if (layout === undefined) throw new Error('no layout');
      runAggregated(small, layout, users, layout.slotsPerRank * layout.d, out);
      expect(x).toBeCloseTo(1 / out.tpot, 9);
      expect(y).toBeCloseTo((out.requestsPerSecond * 200) / (layout.t * layout.d), 9);
      expect(steps.seconds[i]).toBeCloseTo(out.step.total, 12);
    });
  });

  it('tries no more than 4,096 sequences a rank', () => {
    const roomy = emptyColumns();
    const tiny: Bench = { ...bench, shape: { ...bench.shape, linearLayers: 0,
      kvBytesPerTokenLayer: 1, indexBytesPerKey: 0 } };
    const fitting = keepFitting(tiny, [{ t: 2, d: 2, e: 4 }]);
    expect(fitting[0]?.slotsPerRank).toBeGreaterThan(10_000);
    sweepAggregated(tiny, fitting, roomy);
    expect(Math.max(...roomy.users)).toBe(2 * 4096);
    const apart = emptyColumns();
    sweepDisaggregated(tiny, fitting, 8, apart);
    expect(apart.evaluated).toBe(concurrencyGrid(4096).length);
  });
});

describe('a sweep of separate workers', () => {
  const columns = emptyColumns();
  sweepDisaggregated(small, layouts, 8, columns);

  it('balances whole workers as counting every number of them does', () => {
    for (const { users, layout: index, x, y, split } of rowsOf(columns)) {
      const layout = layouts[index];
      if (layout === undefined || split === null) throw new Error('no layout');
      const out = emptyLoop();
      const rate = decodeRate(small, layout, users, out);
      expect(x).toBeCloseTo(1 / out.tpot, 9);
      const most = layouts.flatMap((prefill) => [1, 2, 3, 4, 5, 6, 7].flatMap((p) =>
        [1, 2, 3, 4, 5, 6, 7].flatMap((n) => {
          const size = p * prefill.t * prefill.d + n * layout.t * layout.d;
          return size > 8 ? [] : (Math.min(p * prefillRate(small, prefill), n * rate) / size) * 200;
        })));
      expect(y).toBeCloseTo(Math.max(...most), 6);
      const { prefill, prefillWorkers, decode, decodeWorkers } = split;
      const size = prefillWorkers * prefill.t * prefill.d + decodeWorkers * decode.t * decode.d;
      expect(size).toBeLessThanOrEqual(8);
      expect((Math.min(prefillWorkers * prefillRate(small, prefill), decodeWorkers * rate)
        / size) * 200).toBeCloseTo(y, 6);
    }
    expect(columns.users.length).toBeGreaterThan(5);
  });

  it('counts what it leaves out: every layout that leaves room for a prefill worker', () => {
    const smallest = Math.min(...layouts.map(({ t, d }) => t * d));
    const rows = layouts.filter(({ t, d }) => t * d <= 8 - smallest)
      .reduce((sum, { slotsPerRank }) => sum + concurrencyGrid(slotsPerRank).length, 0);
    expect(columns.evaluated).toBe(rows);
    expect(rows).toBeGreaterThan(columns.users.length);
  });

  it('takes the prefill worker that does most for each accelerator, the first of equals', () => {
    const rate = ({ t, d }: { t: number; d: number }): number =>
      prefillRate(small, { t, d, e: t * d }) / (t * d);
    const best = bestPrefill(small, layouts);
    expect(rate(best ?? { t: 1, d: 1 })).toBe(Math.max(...layouts.map(rate)));
    const [twin] = layouts;
    if (twin === undefined) throw new Error('no layout');
    expect(bestPrefill(small, [twin, { ...twin }])).toBe(twin);
    expect(bestPrefill(small, [])).toBeNull();
  });

  it('has prefill workers of sixteen at most, or the smallest there is', () => {
    const wide = [{ t: 1, d: 16, e: 16, slotsPerRank: 2 }, { t: 1, d: 32, e: 32,
      slotsPerRank: 2 }, { t: 1, d: 64, e: 64, slotsPerRank: 2 }];
    const sizes = (of: typeof wide): readonly number[] => {
      const found = emptyColumns();
      sweepDisaggregated(bench, of, 128, found);
      return [...new Set(rowsOf(found).map(({ split }) => split?.prefill.d ?? 0))];
    };
    expect(sizes(wide)).toEqual([16]);
    expect(sizes(wide.slice(1))).toEqual([32]);
  });

  it('keeps, of each mode, what no other beats', () => {
    const split = { prefill: { t: 1, d: 1, e: 1 }, prefillWorkers: 1,
      decode: { t: 1, d: 1, e: 1 }, decodeWorkers: 1 };
    const both: SweepColumns = { interactivity: [10, 5, 9, 10, 8], throughput: [1, 4, 1, 2, 9],
      layout: [0, 0, 0, 0, 0], users: [1, 2, 3, 4, 5], split: [null, null, null, split, split],
      evaluated: 5 };
    // Beaten: 9 at 1 by 10 at 1. Of the other mode 10 at 2 and 8 at 9 beat all of these.
    expect(frontierRows(both)).toEqual([0, 1, 3, 4]);
    expect(nonDominated([1, 2, 2, 3], [5, 4, 4.5, 1], [0, 1, 2, 3])).toEqual([3, 2, 0]);
    expect(nonDominated([1, 2], [5, 9], [0])).toEqual([0]);
  });

  it('has a token’s time of a step over what it commits, with the hand-over', () => {
    expect(decodeTpot(small, 0.016)).toBeCloseTo((0.016 * 1.05) / 1.68, 12);
  });
});

describe('the roofline of a point', () => {
  it('is the same equations with every peak reached and no fixed time', () => {
    // One user of a dense model on one H200: every token reads its weights and its cache.
    const request = requestOf({ model: 'llama-3.1-8b', accelerator: 'h200_sxm' },
      { isl: 1000, osl: 1000 });
    const found = computeRoofline(request, pointOf({ tp: 1, ep: 1, concurrency: 1,
      accelerators: 1 }));
    const resolved = resolveRequest(request);
    if (!found.ok || !resolved.ok) throw new Error('refused');
    const { shape, machine } = resolved.value.bench;
    const read = shape.denseReadBytes + 1500 * shape.kvBytesPerTokenLayer * shape.layers;
    const slowest = machine.hbm / read;
    expect(found.value.tokPerSecPerUser).toBeLessThan(slowest);
    expect(found.value.tokPerSecPerUser).toBeGreaterThan(0.95 * slowest);
    expect(found.value.outputTokPerSecPerAccelerator)
      .toBeGreaterThan(0.95 * found.value.tokPerSecPerUser);
    expect(found.value.outputTokPerSecPerAccelerator).toBeLessThan(found.value.tokPerSecPerUser);
  });

  it('counts prompts of others in full, and nothing for a hand-over', () => {
    const request = requestOf({ model: 'llama-3.1-8b', accelerator: 'h200_sxm' },
      { isl: 1000, osl: 500 });
    const resolved = resolveRequest(request);
    if (!resolved.ok) throw new Error('refused');
    const ideal = { ...Object.fromEntries(parameters.map(({ name }) =>
      [name, /^(eta|mfu)/.test(name) ? 1 : 0])), interference: 1, prefillUtilisation: 1,
    handoverFactor: 1, hostPerSec: Infinity } as unknown as EngineConstants;
    const { shape, machine } = resolved.value.bench;
    const layout = { t: 1, d: 1, e: 1 };
    const step = emptyStep();
    decodeStep(shape, machine, ideal, layout, 5, 1, 1250, step);
    const prompt = prefillSeconds(shape, machine, ideal, layout, 1000, 0, 1000);
    const bound = (changes: Partial<FrontierPoint>) => {
      const found = computeRoofline(request, pointOf({ tp: 1, concurrency: 5,
        accelerators: 1, ...changes }));
      if (!found.ok) throw new Error('refused');
      return found.value;
    };
    expect(1 / bound({}).tokPerSecPerUser).toBeCloseTo(step.total + (4 * prompt) / 500, 12);
    const out = emptyLoop();
    runDisaggregated({ ...resolved.value.bench, constants: ideal }, { prefill: layout,
      prefillWorkers: 1, decode: layout, decodeWorkers: 1 }, 5, Infinity, out);
    const apart = bound({ mode: 'disagg', accelerators: 2, prefillAccelerators: 1,
      decodeAccelerators: 1 });
    expect(1 / apart.tokPerSecPerUser).toBeCloseTo(out.tpot, 12);
    expect(apart.outputTokPerSecPerAccelerator)
      .toBeCloseTo((out.requestsPerSecond * 500) / 2, 9);
  });

  it('of separate workers runs them as they are, and counts all of their accelerators', () => {
    const request = requestOf({ model: 'llama-3.1-8b', accelerator: 'h200_sxm' },
      { isl: 1000, osl: 1000, mode: 'disagg' });
    const apart = pointOf({ mode: 'disagg', tp: 1, concurrency: 4, accelerators: 6,
      prefillAccelerators: 4, decodeAccelerators: 2, prefillWorkers: 2, decodeWorkers: 2 });
    const at = (changes: Partial<typeof apart>) => {
      const found = computeRoofline(request, { ...apart, ...changes });
      if (!found.ok) throw new Error('refused');
      return found.value;
    };
    // Half of the users on each of two workers are as fast as all on one.
    const half = at({ concurrency: 2, decodeWorkers: 1 });
    expect(at({}).tokPerSecPerUser / half.tokPerSecPerUser).toBeCloseTo(1, 2);
    expect(at({}).outputTokPerSecPerAccelerator
      / at({ accelerators: 12 }).outputTokPerSecPerAccelerator).toBeCloseTo(2, 12);
    expect(at({ prefillAccelerators: 8 }).outputTokPerSecPerAccelerator)
      .toBeGreaterThan(at({}).outputTokPerSecPerAccelerator);
    const shorter = computeRoofline({ ...request, lengthFactor: 0.5 }, apart);
    const nominal = computeRoofline({ ...request, isl: 500, osl: 500 }, apart);
    expect(shorter).toEqual(nominal);
  });
});

describe('what a refusal of a value says', () => {
  const refused = (changes: Partial<ServingRequest>) => {
    const found = resolveRequest(requestOf({}, changes));
    return found.ok ? null : [found.error.what, found.error.value, found.error.limit,
      found.error.nearestFix];
  };

  it('is the value, its bound and what to enter', () => {
    expect(refused({ isl: 0.5 }))
      .toEqual(['input length', 0.5, 1, 'Enter at least 1 token.']);
    expect(refused({ osl: 0 })).toEqual(['output length', 0, 1, 'Enter at least 1 token.']);
    expect(refused({ osl: Infinity })?.[0]).toBe('output length');
    expect(refused({ cacheHit: 2 }))
      .toEqual(['prefix cache hit', 2, 1, 'Enter a share from 0 to 1.']);
    expect(refused({ speculativeDraft: 17 }))
      .toEqual(['draft tokens', 17, 16, 'Enter a whole number from 0 to 16.']);
    expect(refused({ maxAcceleratorsPerInstance: 0 }))
      .toEqual(['accelerators per instance', 0, 1, 'Allow at least 1 accelerator.']);
    expect(refused({ lengthFactor: -1 }))
      .toEqual(['length factor', -1, 1, 'Enter a factor above 0, at most 1.']);
    const { context, name } = modelOf('llama-3.1-70b');
    expect(refused({ isl: context, osl: 24 })).toEqual([
      `${name}: input and output together`, context + 24, context,
      `Shorten input and output to ${context} tokens together.`]);
  });

  it('lets modes of the engine through to the equations', () => {
    const constants = (changes: Partial<ServingRequest>) => {
      const found = resolveRequest(requestOf({}, changes));
      if (!found.ok) throw new Error('refused');
      return found.value.bench;
    };
    const balanced = constants({ modes: { expertBalancing: true } });
    expect(balanced.constants.imbalanceZ * 4).toBeCloseTo(constants({}).constants.imbalanceZ, 12);
    expect(balanced.modes).toEqual({ expertBalancing: true });
    expect(constants({}).modes).toEqual({});
  });

  it('of widths is checked for prefill and decode workers alike', () => {
    const check = (fixed: FixedConfiguration) => checkParallelism(requestOf({}, { fixed }));
    expect(check({ prefillAccelerators: 8, prefillWorkers: 4, decodeAccelerators: 9,
      decodeWorkers: 2 })).toMatchObject({ ok: false, error: { value: 9, limit: 8,
      nearestFix: 'Use 8 accelerators.' } });
    expect(check({ prefillAccelerators: 7 }).ok).toBe(true);
    expect(check({ decodeWorkers: 7 }).ok).toBe(true);
    expect(check({ ep: 1, attentionDp: 3 }).ok).toBe(true);
    expect(check({ tp: 1.4 })).toMatchObject({ ok: false, error: { nearestFix: 'Enter 1.' } });
    expect(check({ tp: -3 })).toMatchObject({ ok: false, error: { nearestFix: 'Enter 1.' } });
  });

  it('of an accelerator names the figure it lacks', () => {
    const h100 = acceleratorOf('h100_sxm');
    const links = defaultLinks(h100);
    const read = (changes: object, precision: 'bf16' | 'fp8' | 'fp4' = 'fp8',
      model = 'llama-3.1-70b') => {
      const found = readMachine({ ...h100, ...changes }, links, modelOf(model), precision);
      return found.ok ? found.value.math : `${found.error.what}: ${found.error.nearestFix}`;
    };
    expect(read({ bf16Tflops: undefined, fp8Tflops: undefined })).toBe('H100 SXM5: bf16 and '
      + 'fp8 arithmetic rate: Enter a dense arithmetic rate in the catalogue.');
    expect(read({ memoryBandwidthTbs: undefined }))
      .toBe('H100 SXM5: memory bandwidth: Enter its bandwidth in the catalogue.');
    expect(read({ fp8Tflops: undefined }))
      .toBe('H100 SXM5: fp8 arithmetic rate: Choose bf16 or int4.');
    // Experts stored in four bits are unpacked, but only where four bits are asked for.
    expect(read({}, 'fp4', 'gpt-oss-120b')).toBe('bf16');
    expect(read({ bf16Tflops: undefined }, 'fp4', 'gpt-oss-120b'))
      .toBe('H100 SXM5: fp4 arithmetic rate: Choose fp8.');
    expect(read({ fp8Tflops: undefined }, 'fp8', 'gpt-oss-120b'))
      .toBe('H100 SXM5: fp8 arithmetic rate: Choose bf16 or int4.');
    const narrow = readMachine(h100, { scaleUp: { ...links.scaleUp, domain: 0 },
      scaleOut: { ...links.scaleOut, oversubscription: 0.5 } }, modelOf('llama-3.1-70b'), 'fp8');
    expect(narrow).toMatchObject({ ok: true, value: { scaleUp: { domain: 1 },
      scaleOut: { rate: 50e9 } } });
  });
});
