import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { measuredWatts } from '../../../shared/catalog/data/measured-watts.ts';
import {
  fitWatts, wattRatio, wattSample, type WattSample,
} from '../../../shared/inference/calibration/watts.ts';
import { printWatts } from '../../../shared/inference/calibration/watts-page.ts';
import { fittedConstants } from '../../../shared/inference/fitted-constants.ts';
import { verifyWatts } from '../../../shared/inference/verify-watts.ts';
import {
  drawnShare, poolsOf, wattsAt, wattsOf, type Working,
} from '../../../shared/inference/watts.ts';

/** A step of 10 ms: 6 reading, 4 between; 16 sequences on each of eight accelerators. */
const shared: Working = {
  mode: 'agg', concurrency: 128, accelerators: 8, prefillAccelerators: null,
  decodeAccelerators: null, prefillShare: 0.5,
  step: { weightsMs: 1, expertsMs: 2, kvMs: 2, computeMs: 1, communicationMs: 1, overheadMs: 3,
    prefillInterferenceMs: 0 },
};
const apart: Working = { ...shared, mode: 'disagg', concurrency: 64, prefillAccelerators: 4,
  decodeAccelerators: 4, latency: { prefillLoad: 0.25, ttftMs: { p50: 1, p90: 1, p99: 1 },
    tpotMs: { p50: 1, p90: 1, p99: 1 } } };
const shares = { working: 0.8, waiting: 0.3, families: { hopper: 1.1 } };

describe('watts at an operating point', () => {
  it('count half of what lies between as work at sixteen sequences, and prompts as work', () => {
    // 4 ms between, half of it waiting: 2 of 10; half of the time is prompts.
    expect(poolsOf(shared)).toEqual([{ pool: 'all', accelerators: 8,
      working: expect.closeTo(0.9, 12) }]);
  });

  it('of one sequence an accelerator is nearly all waiting between', () => {
    const [pool] = poolsOf({ ...shared, concurrency: 8, prefillShare: 0 });
    expect(pool?.working).toBeCloseTo(1 - (4 * 16) / 17 / 10, 12);
  });

  it('have prefill workers wait while no prompt is there', () => {
    expect(poolsOf(apart).map(({ pool, accelerators, working }) =>
      [pool, accelerators, working])).toEqual([['prefill', 4, 0.25],
      ['decode', 4, expect.closeTo(0.8, 12)]]);
  });

  it('are the mean of the pools by their accelerators', () => {
    const watts = wattsOf(apart, { family: 'none', limitW: 1000 }, shares);
    expect(watts.prefill).toBeCloseTo(425, 9);
    expect(watts.decode).toBeCloseTo(700, 9);
    expect(watts.mean).toBeCloseTo(562.5, 9);
    expect(wattsOf(shared, { family: 'none', limitW: 700 }, shares))
      .toEqual({ mean: expect.closeTo(0.75 * 700, 9), prefill: null, decode: null });
  });

  it('take the factor of the family, and never pass the limit', () => {
    expect(drawnShare(0.5, 'hopper', shares)).toBeCloseTo(0.605, 12);
    expect(drawnShare(1, 'hopper', { ...shares, working: 0.95 })).toBe(1);
  });

  it('are absent where no limit is published', () => {
    expect(wattsAt(shared, { family: 'hopper' })).toBeNull();
  });
});

/** Samples whose watts follow the shares exactly. */
const exact = [0.1, 0.5, 0.9].map((prefillShare): WattSample => {
  const point = { ...shared, prefillShare };
  const of = { family: 'none', limitW: 1000 };
  return { ...of, row: {}, acceleratorId: 'x', point, prefillW: null, decodeW: null,
    watts: wattsOf(point, of, { working: 0.7, waiting: 0.2, families: {} }).mean };
});

describe('the fit of watts', () => {
  it('finds the shares that watts were made with', () => {
    const fit = fitWatts(exact);
    expect(fit?.working).toBeCloseTo(0.7, 6);
    expect(fit?.waiting).toBeCloseTo(0.2, 6);
    expect(fit?.families['none']).toBeCloseTo(1, 6);
  });

  it('has no answer where all rows work alike', () => {
    expect(fitWatts(exact.slice(0, 1))).toBeNull();
  });

  const samples = measuredWatts.flatMap((row) => {
    const sample = wattSample(row, builtInCatalog);
    return sample.ok ? sample.value : [];
  });

  it('is what the calibration left behind, within the aim of 12 % at the median', () => {
    expect(samples).toHaveLength(measuredWatts.length);
    const fit = fitWatts(samples);
    expect(fit?.working).toBeCloseTo(fittedConstants.watts.working, 2);
    expect(fit?.waiting).toBeCloseTo(fittedConstants.watts.waiting, 2);
    const errors = samples.map((sample) =>
      Math.abs(wattRatio(sample, fittedConstants.watts) - 1)).toSorted((a, b) => a - b);
    expect(errors[Math.floor(errors.length / 2)]).toBeLessThan(0.12);
  });

  it('is printed with every accelerator, as fitted and as left out', () => {
    const page = printWatts(samples, fittedConstants.watts);
    for (const id of ['b200_sxm', 'mi355x', 'h200_sxm']) expect(page).toContain(`| ${id} |`);
    expect(page).toContain(`| all | ${samples.length} |`);
  });
});

describe('verify watts', () => {
  const row = { system: 'b200', engine: 'vllm', model: 'deepseek-v4-pro', precision: 'fp4',
    isl: '8192', osl: '1024', mode: 'agg tp8', conc: '64', avg_gpu_power_w: '793.8' };

  it('reads the columns of both kinds of table', () => {
    const other = { ...row, system: '', gpu: 'B200', engine: '', framework: 'vllm', conc: '',
      concurrency: '64', mode: 'agg', tp: '8' };
    const { cases, rows } = verifyWatts([row, other], builtInCatalog, []);
    expect(rows).toBe(2);
    expect(cases[0]).toEqual(cases[1]);
  });

  it('groups by columns, and says why rows are left out', () => {
    const { groups, skipped } = verifyWatts([row, { ...row, conc: '' }, { ...row, system: 'B999' },
      { ...row, avg_gpu_power_w: '' }, { ...row, quality: 'low' }, { ...row, isl: '' },
      { ...row, model: 'nobody' }, { ...row, precision: 'fp3' }], builtInCatalog, ['system']);
    expect(groups).toMatchObject([{ by: { system: 'b200' }, rows: 1 }]);
    expect(skipped.map(({ reason }) => reason)).toEqual(['concurrency is missing',
      'unknown accelerator B999', 'no measured watts', 'quality low, by the file\'s own word',
      'isl or osl is missing', 'unknown model nobody', 'unknown precision fp3']);
  });

  it('gives prefill and decode accelerators watts of their own', () => {
    const { cases } = verifyWatts([{ ...row, mode: 'disagg sglang', engine: 'sglang',
      prefill_gpus: '8', decode_gpus: '8' }], builtInCatalog, []);
    const [found] = cases;
    expect(found?.predictedW).toBeCloseTo(((found?.prefillW ?? 0) + (found?.decodeW ?? 0)) / 2, 6);
  });
});
