import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../../shared/catalog/catalog.ts';
import type { PublishedResult } from '../../../../shared/catalog/published.ts';
import type { MeasuredPoint } from '../../../../shared/catalog/types.ts';
import { predictSamples } from '../../../../shared/inference/calibration/cross-validation.ts';
import { solveSymmetric } from '../../../../shared/inference/calibration/linear.ts';
import { maxLoadPoint } from '../../../../shared/inference/calibration/max-load.ts';
import { findSample, type Sample } from '../../../../shared/inference/calibration/sample.ts';
import { drawScatter } from '../../../../shared/inference/calibration/scatter.ts';
import { summariseRatios } from '../../../../shared/inference/calibration/statistics.ts';
import { listEntries, unpack } from '../../../../shared/inference/calibration/vector.ts';
import { fittedConstants } from '../../../../shared/inference/fitted-constants.ts';
import { constantsFor } from '../../../../shared/inference/fitted.ts';
import { parameters } from '../../../../shared/inference/parameters.ts';
import { emptyLoop, runAggregated } from '../../../../shared/inference/serving.ts';
import { verifyServing } from '../../../../shared/inference/verify.ts';
import { measuredOf } from '../measured-points.ts';

function sampleOf(changes: Partial<MeasuredPoint> = {}): Sample {
  const found = findSample(measuredOf(changes), builtInCatalog);
  if (!found.ok) throw new Error(found.error.what);
  return found.value;
}

describe('errors of ratios', () => {
  it('are the median, the ninth tenth as spreadsheets take it, and the geometric mean', () => {
    // Errors of 0, 10, 20 and 30 %: the median lies half way, the ninth tenth at place 2.7.
    const found = summariseRatios([1.3, 1, 1.2, 1.1]);
    expect(found?.medianAbsPct).toBeCloseTo(15, 9);
    expect(found?.p90AbsPct).toBeCloseTo(27, 9);
    expect(found?.bias).toBeCloseTo((1.3 * 1.2 * 1.1) ** 0.25, 12);
    expect(summariseRatios([0.5])).toEqual({ medianAbsPct: 50, p90AbsPct: 50,
      bias: expect.closeTo(0.5, 12) as number });
    expect(summariseRatios([])).toBeNull();
  });
});

describe('three equations', () => {
  it('are solved: 4 2 2, 2 5 3, 2 3 6 times 1 2 3', () => {
    const b = Float64Array.of(14, 21, 26);
    expect(solveSymmetric(Float64Array.of(4, 2, 2, 2, 5, 3, 2, 3, 6), b)).toBe(true);
    expect([...b].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([1, 2, 3]);
  });

  it('that say one thing twice have no solution', () => {
    expect(solveSymmetric(Float64Array.of(1, 1, 1, 1), Float64Array.of(1, 1))).toBe(false);
  });
});

describe('what is fitted', () => {
  it('is a common value each, and a factor where its spread allows one', () => {
    const entries = listEntries(['hopper', 'cdna4'], ['vllm']);
    const of = (name: string) => entries.filter(({ parameter }) => parameter.name === name)
      .map(({ level, key, prior, spread }) => [level, key, prior, spread]);
    expect(of('etaWeights')).toEqual([['base', '', Math.log(0.85), 0.2],
      ['family', 'hopper', 0, 0.1], ['family', 'cdna4', 0, 0.1], ['backend', 'vllm', 0, 0.07]]);
    expect(of('etaGemm')).toEqual([['base', '', Math.log(0.6), 0.3]]);
    // Untuned kernels of AMD's families alone may differ in how many a latent takes.
    expect(of('mlaKernels')).toEqual([['base', '', Math.log(16), 0.2],
      ['family', 'cdna4', 0, 0.4]]);
  });

  it('is unpacked to values, and stays at its start where nothing is fitted', () => {
    const entries = listEntries(['hopper'], ['vllm'])
      .filter(({ parameter }) => parameter.name === 'etaWeights');
    const found = unpack(entries, [Math.log(0.5), Math.log(2), Math.log(3)]);
    expect(found.base.etaWeights).toBeCloseTo(0.5, 12);
    expect(found.base.etaGemm).toBe(0.6);
    expect(found.families['hopper']?.etaWeights).toBeCloseTo(2, 12);
    expect(found.backends['vllm']?.etaWeights).toBeCloseTo(3, 12);
    expect(Object.keys(found.base)).toHaveLength(parameters.length);
  });
});

describe('a measured row as a sample', () => {
  it('of one instance spans tensor times data-parallel ranks', () => {
    expect(sampleOf({ tp: 2, attentionDp: 4, ep: 8 })).toMatchObject({
      layout: { t: 2, d: 4, e: 8 }, accelerators: 8, split: null, users: 32,
      traffic: { isl: 1000, osl: 500, cacheHit: 0, draft: 0 } });
    expect(sampleOf({ tp: null, attentionDp: null, ep: null })).toMatchObject({
      layout: { t: 1, d: 1, e: 1 }, accelerators: 1 });
  });

  it('takes the experts’ widths where they are wider, but not to divide the throughput by', () => {
    expect(sampleOf({ tp: 2, attentionDp: 1, ep: 4, moeTp: 2 })).toMatchObject({
      layout: { t: 8, d: 1, e: 4 }, accelerators: 2 });
  });

  it('runs the lengths it really had, with three drafts at most', () => {
    expect(sampleOf({ lengthFactor: 0.9, speculative: 'mtp' }).traffic)
      .toEqual({ isl: 900, osl: 450, cacheHit: 0, draft: 3 });
  });

  const apart = { mode: 'disagg' as const, prefillWorkers: 2, prefillAccelerators: 4,
    decodeWorkers: 2, decodeAccelerators: 16, tp: 1, attentionDp: 8, ep: 8 };

  it('of separate workers divides each kind over its workers', () => {
    expect(sampleOf({ ...apart, tp: 2, attentionDp: 4 })).toMatchObject({ accelerators: 20,
      layout: { t: 2, d: 4, e: 8 }, split: { prefillWorkers: 2, decodeWorkers: 2,
        prefill: { t: 2, d: 1, e: 1 } } });
    // Widths that do not add up to the worker: the tensor width is believed.
    expect(sampleOf({ ...apart, tp: 2, attentionDp: 1 }).layout)
      .toEqual({ t: 2, d: 4, e: 8 });
    expect(sampleOf({ ...apart, tp: 8, attentionDp: 1, ep: 2 }).layout)
      .toEqual({ t: 8, d: 1, e: 2 });
    expect(sampleOf({ ...apart, tp: null, attentionDp: null, ep: null }).layout)
      .toEqual({ t: 1, d: 8, e: 8 });
  });

  it('with one number per worker and no experts dealt out is cut by tensor up to eight', () => {
    expect(sampleOf({ ...apart, ep: 1 }).layout).toEqual({ t: 8, d: 1, e: 1 });
    expect(sampleOf({ ...apart, ep: 2 }).layout).toEqual({ t: 1, d: 8, e: 8 });
    expect(sampleOf({ ...apart, ep: 1, moeTp: 8 }).layout).toEqual({ t: 1, d: 8, e: 8 });
    expect(sampleOf({ ...apart, ep: 1, attentionDp: 9, decodeAccelerators: 18 }).layout)
      .toEqual({ t: 1, d: 9, e: 9 });
  });

  it('without worker counts, or of strangers, is none', () => {
    for (const changes of [{ prefillWorkers: null }, { prefillAccelerators: null },
      { decodeWorkers: null }, { decodeAccelerators: null }]) {
      expect(findSample(measuredOf({ ...apart, ...changes }), builtInCatalog))
        .toMatchObject({ ok: false, error: { code: 'bad-parallelism' } });
    }
    expect(findSample(measuredOf({ modelId: 'x' }), builtInCatalog)).toMatchObject({ ok: false,
      error: { code: 'figure-missing', what: 'model x' } });
    expect(findSample(measuredOf({ acceleratorId: 'y' }), builtInCatalog)).toMatchObject({
      ok: false, error: { what: 'accelerator y' } });
  });

  it('holds at least a sequence a rank, since it ran', () => {
    expect(sampleOf({ tp: 1, attentionDp: 2, precision: 'bf16', modelId: 'deepseek-r1' }).slots)
      .toBe(2);
  });
});

describe('predictions of a sample', () => {
  it('are over what was measured, in tokens a second and in milliseconds', () => {
    const sample = sampleOf();
    const [made] = predictSamples([sample], { constants: fittedConstants });
    if (made === undefined) throw new Error('no outcome');
    const outcomes = predictSamples([
      sampleOf({ outputTokPerSecPerAccelerator: 2 * 380, tpotMeanMs: 10 }),
      sampleOf({ tpotMeanMs: null })], { constants: fittedConstants });
    expect(outcomes[0]?.throughputRatio).toBeCloseTo(made.throughputRatio / 2, 12);
    expect(outcomes[0]?.tpotRatio).toBeCloseTo(2 * (made.tpotRatio ?? 0), 12);
    expect(outcomes[1]?.tpotRatio).toBeNull();
    // 32 users of 500 tokens at the predicted time each, and the first token's, on four.
    const tpot = (made.tpotRatio ?? 0) * 0.02;
    const most = 32 / tpot / 4;
    expect(made.throughputRatio * 380).toBeLessThan(most);
    expect(made.throughputRatio * 380).toBeGreaterThan(0.8 * most);
  });

  it.each([[1, 3], [2000, 1]])('of %i users with drafts are those of %i, which serve most',
    (users, most) => {
      const sample = sampleOf({ speculative: 'mtp', concurrency: users });
      const constants = constantsFor(sample.family, sample.backend);
      // Measured on 2 January 2026: 150 days before the day the constants describe.
      const slowdown = Math.exp((constants.driftPerMonth * 150) / (365.25 / 12));
      const out = emptyLoop();
      const rates = [1, 2, 3].map((draft) => {
        runAggregated({ ...sample, constants, modes: {}, slowdown,
          traffic: { ...sample.traffic, draft } }, sample.layout, users, sample.slots, out);
        return out.requestsPerSecond;
      });
      expect(rates.indexOf(Math.max(...rates)) + 1).toBe(most);
      const [made] = predictSamples([sample], { constants: fittedConstants });
      expect((made?.throughputRatio ?? 0) * 380)
        .toBeCloseTo((Math.max(...rates) * 500) / 4, 6);
    });

  it('group the errors of a table by what its rows say, in order', () => {
    const row = { gpu: 'h200_sxm', model: 'llama-3.1-70b', precision: 'fp8', framework: 'vllm',
      isl: '1000', osl: '500', concurrency: '32', tp: '4', attention_dp: '1',
      output_tok_s_per_gpu: '380', tpot_mean_ms: '20', speculative: 'none' };
    const [one, two] = predictSamples(
      [sampleOf({ date: null }), sampleOf({ date: null, concurrency: 8, tpotMeanMs: 12,
        outputTokPerSecPerAccelerator: 150 })],
      { constants: fittedConstants });
    const report = verifyServing([{ ...row, framework: 'vllm 2', concurrency: '8',
      tpot_mean_ms: '12', output_tok_s_per_gpu: '150' }, row,
      { ...row, framework: 'vllm 1' }], builtInCatalog, ['framework', 'gpu']);
    expect(report.groups.map(({ by, rows }) => [by['framework'], by['gpu'], rows])).toEqual([
      ['vllm', 'h200_sxm', 1], ['vllm 1', 'h200_sxm', 1], ['vllm 2', 'h200_sxm', 1]]);
    expect(report.groups[2]?.tpot?.bias).toBeCloseTo(two?.tpotRatio ?? 0, 9);
    expect(report.groups[0]?.throughput?.bias).toBeCloseTo(one?.throughputRatio ?? 0, 9);
    expect(report.rows).toBe(3);
  });
});

describe('a published full-load result', () => {
  const published: PublishedResult = { id: 'p1',
    source: 'TensorRT-LLM docs v1.1, perf-overview', date: '2026-01-01',
    modelId: 'llama-3.1-70b', acceleratorId: 'h200_sxm', system: '', accelerators: 4,
    precision: 'fp8', framework: 'trtllm', scenario: 'max load TP4', isl: 1000, osl: 500,
    metric: 'output', value: 6000, unit: 'tokens/s', note: '' };

  it('is an instance full of users, its throughput over its accelerators', () => {
    expect(maxLoadPoint(published)).toMatchObject({ tp: 4, attentionDp: 1, moeTp: 1, ep: 1,
      concurrency: 1e9, outputTokPerSecPerAccelerator: 1500, tpotMeanMs: null,
      ttftMeanMs: null, mode: 'agg', framework: 'trtllm', lengthFactor: 1 });
    expect(maxLoadPoint({ ...published, scenario: 'max load DEP4', unit: 'tokens/s/gpu' }))
      .toMatchObject({ tp: 1, attentionDp: 4, ep: 4, outputTokPerSecPerAccelerator: 6000 });
  });

  it.each([{ source: 'a blog' }, { scenario: 'max load' }, { isl: null }, { osl: null },
    { accelerators: null }, { precision: 'int4' }, { precision: null },
    { modelId: 'llama-4-maverick', source: 'TensorRT-LLM docs v1.0, perf-overview' }])(
    'that leaves something open is none: %o', (changes) => {
      expect(maxLoadPoint({ ...published, ...changes })).toBeNull();
    });

  it.each(['bf16', 'fp8', 'fp4'])('counts at %s', (precision) => {
    expect(maxLoadPoint({ ...published, precision })?.precision).toBe(precision);
    expect(maxLoadPoint({ ...published, modelId: 'llama-4-maverick' })).not.toBeNull();
    expect(maxLoadPoint({ ...published,
      source: 'TensorRT-LLM docs v1.0, perf-overview' })).not.toBeNull();
  });
});

describe('the picture of predictions', () => {
  const outcome = (changes: Partial<MeasuredPoint>, throughputRatio: number) =>
    ({ sample: sampleOf(changes), throughputRatio, tpotRatio: null, ttftRatio: null });
  const svg = drawScatter([
    outcome({ outputTokPerSecPerAccelerator: 10 }, 10),
    outcome({ outputTokPerSecPerAccelerator: 1, mode: 'disagg', prefillWorkers: 1,
      prefillAccelerators: 2, decodeWorkers: 1, decodeAccelerators: 4 }, 1000),
    outcome({ outputTokPerSecPerAccelerator: 100, throughputBasis: 'output, full load' }, 1)]);
  const attributes = (pattern: RegExp): readonly (readonly string[])[] =>
    [...svg.matchAll(pattern)].map((match) => match.slice(1));

  it('has five decades on 528 of 640 units, from below left', () => {
    // 10 measured lies at 56 + 528/5, 100 predicted at 640 - 56 - 2 x 528/5.
    expect(attributes(/circle cx="([\d.]+)" cy="([\d.]+)" r="2" fill="(#\w+)"/g)).toEqual([
      ['161.6', '372.8', '#1f6feb'], ['56.0', '267.2', '#c2410c'],
      ['267.2', '372.8', '#8a6d3b']]);
  });

  it('marks equality, and 30 % on either side of it', () => {
    // A factor of 1.3 is 0.11394 of a decade: 12.03 units.
    expect(attributes(/line x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)" y2="([\d.]+)"/g))
      .toEqual([['56.0', '584.0', '584.0', '56.0'], ['56.0', '572.0', '572.0', '56.0'],
        ['56.0', '572.0', '572.0', '56.0']]);
    expect(svg).toContain('matrix(0 -1 -1 0 640 640)');
  });

  it('names every decade on both axes', () => {
    expect(attributes(/x="([\d.]+)" y="602" text-anchor="middle">(\d+)</g)).toEqual([
      ['56.0', '1'], ['161.6', '10'], ['267.2', '100'], ['372.8', '1000'],
      ['478.4', '10000'], ['584.0', '100000']]);
    expect(attributes(/x="48" y="([\d.]+)" text-anchor="end">(\d+)</g)).toEqual([
      ['584.0', '1'], ['478.4', '10'], ['372.8', '100'], ['267.2', '1000'],
      ['161.6', '10000'], ['56.0', '100000']]);
    expect(attributes(/x="68" y="(\d+)" fill/g)).toEqual([['56'], ['72'], ['88']]);
    expect(svg).toContain('x="320" y="628"');
    expect(svg).toContain('x="16" y="320" transform="rotate(-90 16 320)"');
    expect(svg).toContain('viewBox="0 0 640 640"');
  });
});
