import { describe, expect, it } from 'vitest';
import {
  availabilityAt, createEvents, eventFigures, poissonQuantile,
} from '../../../../shared/uncertainty/processes/events.ts';
import { createPath } from '../../../../shared/uncertainty/processes/path.ts';
import {
  processMoments, processQuantile, reversion, type Process,
} from '../../../../shared/uncertainty/processes/process.ts';
import { createSampler, type SamplingMethod } from '../../../../shared/uncertainty/sampling/sampler.ts';
import { mergeShards, type Shard } from '../../../../shared/uncertainty/runs/shards.ts';
import { summarise } from '../../../../shared/uncertainty/statistics/summary.ts';

const processes: readonly Process[] = [
  { type: 'gbm', s0: 2, mu: -0.35, sigma: 0.3 },
  { type: 'ou', x0: 60, theta: 45, kappa: 1.2, sigma: 15 },
  { type: 'ou', x0: 1, theta: 9, kappa: 0, sigma: 2 },
  { type: 'jump_diffusion', s0: 2, mu: -0.1, sigma: 0.2, jumpRate: 0.8, jumpMean: -0.4, jumpSd: 0.15 },
];

describe.each(processes.map((process) => [process.type, process] as const))('%s', (_t, process) => {
  it('has the moments of theory at every time it is drawn at', () => {
    const times = [0.25, 1, 3];
    const path = createPath(process, times);
    const runs = 20_000;
    const sampler =
      createSampler({ method: 'random', dimensions: path.dimensions, seed: 7, runs });
    const [coordinates, out] = [new Float64Array(path.dimensions), new Float64Array(3)];
    const columns = times.map(() => new Float64Array(runs));
    for (let run = 0; run < runs; run += 1) {
      sampler.fill(run, coordinates);
      path.fill(coordinates, 0, out);
      for (const [k, column] of columns.entries()) column[run] = out[k] ?? NaN;
    }
    for (const [k, t] of times.entries()) {
      const { mean, variance } = processMoments(process, t);
      const found = summarise(columns[k] ?? new Float64Array(0));
      // four standard errors
      expect(Math.abs((found.mean ?? NaN) - mean)).toBeLessThan(4 * Math.sqrt(variance / runs));
      const p90 = processQuantile(process, t, 0.9);
      expect(Math.abs((found.p90 ?? NaN) - p90))
        .toBeLessThan(4 * (found.standardErrors.p90 ?? NaN));
    }
  });

  it('starts where it starts', () => {
    const { mean, variance } = processMoments(process, 0);
    expect([mean, variance]).toEqual([process.type === 'ou' ? process.x0 : process.s0, 0]);
  });
});

describe('processes', () => {
  it('by hand: half of the way back after a half-life', () => {
    const process = { type: 'ou', x0: 10, theta: 0, kappa: Math.LN2, sigma: 0 } as const;
    expect(processMoments(process, 1).mean).toBeCloseTo(5, 12);
    expect(reversion(process, 1)).toMatchObject({ halfLife: 1, stationarySd: 0 });
    expect(reversion({ ...process, kappa: 0 }, 1)).toMatchObject(
      { halfLife: null, stationarySd: null });
  });

  it('are refused where they cannot be', () => {
    const process: Process = { type: 'gbm', s0: 1, mu: 0, sigma: 0.1 };
    expect(() => createPath(process, [2, 1])).toThrow(/ascend/);
    expect(() => createPath({ ...process, sigma: -1 }, [1])).toThrow(/volatility/);
    expect(() => processMoments(process, -1)).toThrow(/below 0/);
    expect(() => processQuantile(process, 1, 1)).toThrow(/outside 0 to 1/);
  });
});

describe('events', () => {
  it.each(['random', 'lhs', 'sobol'] as const)('drawn by %s are as many and as dear as theory says',
    (method: SamplingMethod) => {
      const events = { rate: 0.8, horizon: 5, severity: { type: 'exponential', mean: 12 } } as const;
      const figures = eventFigures(events);
      const maker = createEvents(events);
      const runs = 8192;
      const sampler = createSampler({ method, dimensions: maker.dimensions, seed: 3, runs });
      const out = new Float64Array(maker.dimensions);
      let [count, total, none, early] = [0, 0, 0, 0];
      for (let run = 0; run < runs; run += 1) {
        sampler.fill(run, out);
        const drawn = maker.draw(out, 0);
        count += drawn.count;
        total += drawn.total;
        if (drawn.count === 0) none += 1;
        if (drawn.first < (figures.firstEventP50 ?? NaN)) early += 1;
      }
      // four standard errors of independent runs
      const near = (found: number, theory: number, sd: number): void =>
        expect(Math.abs(found / runs - theory)).toBeLessThan((4 * sd) / Math.sqrt(runs));
      near(count, figures.meanCount, figures.sdCount);
      near(total, figures.meanTotal ?? NaN, figures.sdTotal ?? NaN);
      near(none, figures.noneShare, Math.sqrt(figures.noneShare));
      near(early, 0.5, 0.5);
    });

  it('that never come cost nothing', () => {
    const events = { rate: 0, horizon: 5, severity: { type: 'fixed', value: 3 } } as const;
    expect(eventFigures(events)).toMatchObject({ meanTotal: 0, noneShare: 1, firstEventP50: null });
    expect(createEvents(events).draw(Float64Array.of(0.5, 0.5, 0.5), 0).count).toBe(0);
    expect([0, 0.5, 0.999].map(poissonQuantile(0))).toEqual([0, 0, 0]);
    expect(() => poissonQuantile(-1)).toThrow(/outside 0 to 100,000/);
  });

  it('availability falls from one to its long-run share', () => {
    const at = (t: number): number => availabilityAt({ mtbf: 90, mttr: 10, t }).atT;
    expect([at(0), at(1e6)]).toEqual([1, 0.9]);
    expect(at(5)).toBeGreaterThan(at(6));
    expect(() => availabilityAt({ mtbf: -1, mttr: 1, t: 0 })).toThrow(/mean times/);
  });
});

describe('shards', () => {
  const key = { plan: 'p', method: 'random', seed: 1, runs: 10, version: '1' };
  const shard = (from: number, to: number, more: Partial<Shard['key']> = {}): Shard => ({
    key: { ...key, ...more }, from, to,
    columns: { npv: Float64Array.from({ length: to - from }, (_, k) => (from + k) ** 2) } });
  const errorOf = (...shards: readonly Shard[]): unknown => {
    const merged = mergeShards(shards);
    return merged.ok ? null : merged.error;
  };

  it('are one batch in any order, and what comes twice counts once', () => {
    const merged = mergeShards([shard(6, 10), shard(0, 4), shard(3, 7)]);
    expect(merged.ok && merged.value).toMatchObject({ complete: true, missing: [] });
    expect(merged.ok && [...merged.value.columns['npv'] ?? []])
      .toEqual([0, 1, 4, 9, 16, 25, 36, 49, 64, 81]);
  });

  it('name every gap, at the ends too', () => {
    const merged = mergeShards([shard(2, 4), shard(5, 6)]);
    expect(merged.ok && merged.value).toMatchObject(
      { complete: false, missing: [[0, 2], [4, 5], [6, 10]] });
    expect(merged.ok && merged.value.columns['npv']?.[0]).toBeNaN();
  });

  it('of another plan, method, seed, count or version are refused', () => {
    for (const [what, value] of Object.entries(
      { plan: 'q', method: 'lhs', seed: 2, runs: 11, version: '2' }))
      expect(errorOf(shard(0, 5), shard(5, 10, { [what]: value })))
        .toMatchObject({ code: 'different', what });
    expect(errorOf(shard(0, 5), { ...shard(5, 10), columns: { irr: new Float64Array(5) } }))
      .toMatchObject({ code: 'different', what: 'columns' });
  });

  it('that contradict one another or do not fit are refused', () => {
    expect(errorOf(shard(0, 5), { ...shard(4, 5), columns: { npv: Float64Array.of(7) } }))
      .toEqual({ code: 'conflict', run: 4, column: 'npv' });
    expect(errorOf(shard(5, 12))).toMatchObject({ code: 'range' });
    expect(errorOf({ ...shard(5, 6), to: 8 })).toMatchObject({ code: 'range' });
  });
});
