import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../../shared/catalog/catalog.ts';
import type { MeasuredPoint } from '../../../../shared/catalog/types.ts';
import { predictSamples } from '../../../../shared/inference/calibration/cross-validation.ts';
import { fitConstants, type Fit } from '../../../../shared/inference/calibration/fit.ts';
import { recordCalibration, round } from '../../../../shared/inference/calibration/record.ts';
import { findSample, type Sample } from '../../../../shared/inference/calibration/sample.ts';
import { printValidation } from '../../../../shared/inference/calibration/validation-page.ts';
import { validateFit } from '../../../../shared/inference/calibration/validation.ts';
import type { ConstantName } from '../../../../shared/inference/constants.ts';
import { measuredOf } from '../measured-points.ts';

function sampleOf(changes: Partial<MeasuredPoint>): Sample {
  const found = findSample(measuredOf(changes), builtInCatalog);
  if (!found.ok) throw new Error(found.error.what);
  return found.value;
}

const apart = { mode: 'disagg' as const, prefillWorkers: 1, prefillAccelerators: 4,
  decodeWorkers: 1, decodeAccelerators: 8, tp: 8, attentionDp: 1, ep: 1 };
const samples = [
  sampleOf({ id: 'm-5', concurrency: 4 }), sampleOf({ id: 'm-6', concurrency: 15 }),
  sampleOf({ id: 'm-7', concurrency: 16, source: 'another', date: '2026-03-04' }),
  sampleOf({ id: 'm-9', concurrency: 300, acceleratorId: 'h100_sxm', modelId: 'llama-3.1-8b' }),
  sampleOf({ id: 'm-10', framework: 'sglang', date: null }),
  sampleOf({ id: 'm-11', ...apart, framework: 'vllm', date: '2025-12-31' }),
  sampleOf({ id: 'f-2', tpotMeanMs: null, concurrency: 64,
    throughputBasis: 'output, full load' }),
];
const fit = fitConstants(samples);

/** The penalty as the comments of the fit state it, written once more. */
function costOf(of: readonly Sample[], { entries, x, constants }: Fit): number {
  const cell = ({ point }: Sample): string => [point.modelId, point.acceleratorId,
    point.framework, point.precision].join();
  const raw = of.map((sample) =>
    of.filter((other) => cell(other) === cell(sample)).length ** (-0.65 / 2));
  const mean = Math.sqrt(raw.reduce((sum, weight) => sum + weight ** 2, 0) / of.length);
  const bent = (z: number): number => 4 * Math.log(1 + z ** 2 / 4);
  const misses = predictSamples(of, { constants }).map(({ throughputRatio, tpotRatio }, i) => {
    const weight = ((raw[i] ?? 0) / mean) * (tpotRatio === null ? 0.5 : 1);
    return bent((weight / 0.1) * Math.log(throughputRatio))
      + bent((weight / 0.1) * 0.3 * Math.log(tpotRatio ?? 1));
  });
  const priors = entries.map(({ prior, spread }, i) => (((x[i] ?? 0) - prior) / spread) ** 2);
  return [...misses, ...priors].reduce((sum, one) => sum + one, 0);
}

describe('a fit', () => {
  it('is lower in cost than every neighbour a fiftieth of a spread away', () => {
    const at = (x: Float64Array): number => costOf(samples, { ...fit, x,
      constants: constantsAt(fit, x) });
    // A fit ends where a step gains less than 2 in 10,000: eight more leave nothing to gain.
    let settled = fit;
    for (let i = 0; i < 8; i += 1) settled = fitConstants(samples, settled);
    const least = at(settled.x);
    expect(least).toBeLessThan(at(Float64Array.from(fit.entries, ({ prior }) => prior)));
    const lower = fit.entries.flatMap((entry, i) => [-0.02, 0.02].flatMap((by) => {
      const moved = Float64Array.from(settled.x);
      moved[i] = (moved[i] ?? 0) + by * entry.spread;
      return at(moved) < least ? [[entry.parameter.name, entry.level, entry.key, by]] : [];
    }));
    expect(lower).toEqual([]);
  });

  it('begun from itself stays, and from elsewhere ends at the same cost', () => {
    const again = fitConstants(samples, fit);
    expect(costOf(samples, again)).toBeLessThanOrEqual(costOf(samples, fit));
    expect(costOf(samples, again) / costOf(samples, fit)).toBeGreaterThan(0.999);
    const far = { ...fit, x: fit.x.map((value) => value + 0.3) };
    expect(costOf(samples, fitConstants(samples, far)) / costOf(samples, fit))
      .toBeCloseTo(1, 2);
  });

  it('of rows that the starting values give exactly leaves them where they are', () => {
    const start = Float64Array.from(fit.entries, ({ prior }) => prior);
    const outcomes = predictSamples(samples, { constants: constantsAt(fit, start) });
    const made = samples.map((sample, i) => {
      const { throughputRatio = 1, tpotRatio = null } = outcomes[i] ?? {};
      const { outputTokPerSecPerAccelerator: output, tpotMeanMs } = sample.point;
      return { ...sample, tpotMs: tpotMeanMs === null ? null : tpotMeanMs * (tpotRatio ?? 1),
        point: { ...sample.point, outputTokPerSecPerAccelerator: output * throughputRatio } };
    });
    const found = fitConstants(made);
    found.x.forEach((value, i) => expect(value).toBeCloseTo(start[i] ?? 0, 9));
  });

  it('says nothing new of a family and an engine without rows', () => {
    expect(Object.keys(fit.constants.families)).toEqual(['hopper']);
    expect(Object.keys(fit.constants.backends).sort()).toEqual(['sglang', 'vllm']);
  });
});

/** The constants of a fit whose logarithms are others. */
function constantsAt({ entries }: Fit, x: Float64Array): Fit['constants'] {
  const base: Record<ConstantName, number> = { ...fit.constants.base };
  const levels: Record<string, Record<string, Partial<Record<ConstantName, number>>>> =
    { family: {}, backend: {} };
  entries.forEach(({ parameter: { name }, level, key }, i) => {
    const value = Math.exp(x[i] ?? 0);
    if (level === 'base') base[name] = value;
    else ((levels[level] ??= {})[key] ??= {})[name] = value;
  });
  return { base, families: levels['family'] ?? {}, backends: levels['backend'] ?? {} };
}

const shares = { working: 0.78125, waiting: 0.25, families: { hopper: 1.0789 } };

describe('the record of a fit', () => {
  const record = recordCalibration(samples, fit, shares, undefined, { 'cannot be': 2 });
  const cell = (backend: string) => record.cells.find((one) => one.backend === backend);

  it('names what each family and engine was fitted to, full-load tables aside', () => {
    expect(record.cells).toHaveLength(2);
    expect(cell('vllm')).toMatchObject({ family: 'hopper', from: '2025-12-31',
      to: '2026-03-04', rows: 5, models: ['llama-3.1-70b', 'llama-3.1-8b'],
      accelerators: ['h100_sxm', 'h200_sxm'], widest: 8,
      disaggregated: { models: ['llama-3.1-70b'], accelerators: ['h200_sxm'] } });
    expect(cell('sglang')).toMatchObject({ from: null, to: null, rows: 1, widest: 4,
      disaggregated: { models: [], accelerators: [] } });
    expect(record.date).toBe('2026-03-04');
    expect(record.sources).toEqual(['another', 'mine']);
    expect([record.setAside, recordCalibration(samples, fit, shares).setAside])
      .toEqual([{ 'cannot be': 2 }, {}]);
  });

  it('keeps constants to four digits, and errors as they are with those', () => {
    expect(record.base.etaWeights).toBe(Number(fit.constants.base.etaWeights.toPrecision(4)));
    const [one] = predictSamples(samples.filter(({ backend }) => backend === 'sglang'),
      { constants: record });
    const ratio = one?.throughputRatio ?? 0;
    expect(cell('sglang')?.bias).toBeCloseTo(ratio, 3);
    expect(cell('sglang')?.medianAbsPct).toBe(round(Math.abs(ratio - 1) * 100, 3));
    expect([round(1234.56, 3), round(0.012_345, 2)]).toEqual([1230, 0.012]);
  });
});

describe('a validation', () => {
  const validation = validateFit(samples, fit);
  const table = (title: string) =>
    [validation.overall, ...validation.tables, ...validation.crossValidation]
      .find((one) => one.title === title)?.groups.map(({ group, rows }) => [group, rows]);

  it('counts every row once, by mode and, for aggregated ones, by what they are', () => {
    expect(table('All rows'))
      .toEqual([['aggregated', 5], ['disaggregated', 1], ['full-load tables', 1]]);
    expect(table('By model')).toEqual([['llama-3.1-8b', 1], ['llama-3.1-70b', 4]]);
    expect(table('By accelerator')).toEqual([['h100_sxm', 1], ['h200_sxm', 4]]);
    expect(table('By framework')).toEqual([['sglang', 1], ['vllm', 5]]);
    expect(table('By precision')).toEqual([['fp8', 5]]);
    // 4 users on four are one each; 15 are below four each, 16 just four; 300 are 75 each.
    expect(table('By load')).toEqual([['1 to 4 users per accelerator', 2],
      ['4 to 16 users per accelerator', 2], ['64 to 256 users per accelerator', 1]]);
  });

  it('deals rows into five folds by the number of their id', () => {
    // 5 and 10 leave nothing, 6 and 11 one, 7 two, 9 four: aggregated ones each.
    expect(table('Leaving out a fifth of the rows, each'))
      .toEqual([['fold 1', 2], ['fold 2', 1], ['fold 3', 1], ['fold 5', 1]]);
    expect(table('Leaving out a fifth of the rows, all'))
      .toEqual([['aggregated', 5], ['disaggregated', 1]]);
    expect(table('Leaving out a model, each'))
      .toEqual([['llama-3.1-8b', 1], ['llama-3.1-70b', 4]]);
  });

  it('predicts what is left out by a fit to the rest', () => {
    const rest = samples.filter(({ point }) => point.modelId !== 'llama-3.1-8b');
    const [alone] = predictSamples(samples.filter((one) => !rest.includes(one)),
      fitConstants(rest, fit));
    const group = validation.crossValidation
      .find(({ title }) => title === 'Leaving out a model, each')?.groups[0];
    expect(group?.throughput.bias).toBeCloseTo(alone?.throughputRatio ?? 0, 9);
    expect(group?.tpot?.bias).toBeCloseTo(alone?.tpotRatio ?? 0, 9);
  });

  it('is printed with every group, one digit for errors and three for bias', () => {
    const page = printValidation(recordCalibration(samples, fit, shares), validation, []);
    const full = validation.overall.groups.find(({ group }) => group === 'full-load tables');
    const { medianAbsPct = 0, p90AbsPct = 0, bias = 0 } = full?.throughput ?? {};
    expect(page).toContain(`| full-load tables | 1 | ${medianAbsPct.toFixed(1)} | `
      + `${p90AbsPct.toFixed(1)} | ${bias.toFixed(3)} | - | - |`);
    expect(page).toContain('| hopper | sglang | 1 | undated |');
    expect(page).toContain('| hopper | vllm | 5 | 2025-12-31 to 2026-03-04 |');
  });
});
