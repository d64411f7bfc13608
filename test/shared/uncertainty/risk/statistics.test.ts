import { describe, expect, it } from 'vitest';
import { quantileOf } from '../../../../shared/uncertainty/distributions/quantile.ts';
import { createSampler } from '../../../../shared/uncertainty/sampling/sampler.ts';
import {
  summarise, summariseBeyond,
} from '../../../../shared/uncertainty/statistics/summary.ts';

describe('summary of a column of results', () => {
  it('by hand: 1 to 10 and two absent', () => {
    const values = Float64Array.of(10, NaN, 1, 2, 3, 4, 5, NaN, 6, 7, 8, 9);
    const summary = summarise(values);
    expect(summary).toMatchObject({ n: 10, absent: 2, mean: 5.5, p50: 5.5, p10: 1.9 });
    expect(summary.sd).toBeCloseTo(Math.sqrt(82.5 / 9), 12);
    // the largest twentieth is half an atom of 10
    expect(summary.cvar5.upper).toBeCloseTo(10, 12);
    expect(summary.cvar5.lower).toBeCloseTo(1, 12);
    expect(summary.standardErrors.mean).toBeCloseTo(Math.sqrt(82.5 / 9 / 10), 12);
    expect(summary.standardErrors.p5).toBeNull();
    expect(summary.standardErrors.p50).not.toBeNull();
  });

  it('has nothing to say of no results, and no spread of one', () => {
    expect(summarise(Float64Array.of(NaN)))
      .toMatchObject({ n: 0, absent: 1, mean: null, p50: null, cvar5: { lower: null } });
    expect(summarise(Float64Array.of(4)))
      .toMatchObject({ n: 1, mean: 4, sd: null, p90: 4, standardErrors: { mean: null } });
  });

  it('keeps its digits beside a large offset', () => {
    const values = Float64Array.from({ length: 1000 }, (_, k) => 1e9 + (k % 2));
    expect(summarise(values).sd).toBeCloseTo(Math.sqrt(250 / 999), 9);
  });

  it('states the error percentiles really have', () => {
    // The standard error of a percentile of n normal results is sqrt(p(1-p)/n) / density.
    const q = quantileOf({ type: 'normal', mean: 0, sd: 1 });
    const out = new Float64Array(1);
    const runs = 2000;
    const found = Array.from({ length: 100 }, (_, seed) => {
      const sampler = createSampler({ method: 'random', dimensions: 1, seed, runs });
      return summarise(Float64Array.from({ length: runs }, (_, run) => {
        sampler.fill(run, out);
        return q(out[0] ?? NaN);
      }));
    });
    const theory = Math.sqrt((0.1 * 0.9) / runs) / 0.1755;
    const stated = found.reduce((sum, s) => sum + (s.standardErrors.p90 ?? NaN), 0) / 100;
    expect(Math.abs(stated / theory - 1)).toBeLessThan(0.05);
    const inside = found.filter((s) => Math.abs((s.p90 ?? NaN) - 1.2815515655)
      < 1.96 * (s.standardErrors.p90 ?? NaN)).length;
    // binomial(100, 0.95): four standard deviations
    expect(inside).toBeGreaterThanOrEqual(95 - 9);
  });
});

describe('results beyond every number', () => {
  it('count in the percentiles, which are null where they lie among them', () => {
    // Ten runs: six paid back in 1 to 6 years, three never, one without an answer.
    const found = summariseBeyond(Float64Array.of(1, 2, 3, 4, 5, 6, NaN, NaN, NaN, NaN), 3);
    expect([found.n, found.beyond, found.absent]).toEqual([6, 3, 1]);
    expect([found.p10, found.p50, found.p90]).toEqual([expect.closeTo(1.8, 9), 5, null]);
    expect([found.mean, found.sd]).toEqual([null, null]);
  });

  it('change nothing where there are none', () => {
    const values = Float64Array.of(1, 2, NaN);
    expect(summariseBeyond(values, 0)).toEqual(summarise(values));
  });
});
