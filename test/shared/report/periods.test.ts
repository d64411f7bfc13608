import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listPeriods, monthLabel, rollUp, rollUpSeries } from '../../../shared/report/periods.ts';
import { sampleMonths, samplePlan } from './sample-plan.ts';

const plan = samplePlan();
const lengths = ['month', 'quarter', 'year'] as const;

describe('monthLabel', () => {
  it.each([['2027-01', 0, 'Jan 2027'], ['2027-11', 3, 'Feb 2028'], ['2027-12', 12, 'Dec 2028'], ['', 4, 'Month 5']])(
    '%s + %d months is %s', (start, index, label) => { expect(monthLabel(start, index)).toBe(label); });
});

describe('listPeriods', () => {
  it.each(lengths)('covers every month once, by %s', (length) => {
    const months = listPeriods(plan, length).flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i));
    expect(months).toEqual(Array.from({ length: sampleMonths }, (_, i) => i));
  });

  it('says when the last period is short', () => {
    expect(listPeriods(plan, 'year').map(({ label }) => label)).toEqual(['Year 1', 'Year 2', 'Year 3 (6 months)']);
  });
});

describe('rollUp', () => {
  it('conserves amounts: months, quarters and years have one sum', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 130 }), (values) => {
      const series = { key: 'x', label: 'X', unit: 'USD' as const, values: Float64Array.from(values), formula: 'x', inputs: [] };
      const random = samplePlan({ series: { x: series } });
      const sums = lengths.map((length) => listPeriods(random, length).reduce((sum, period) => sum + (rollUp(random, series, period) ?? 0), 0));
      const total = values.reduce((sum, value) => sum + value, 0);
      for (const sum of sums) expect(Math.abs(sum - total)).toBeLessThanOrEqual(1e-9 * values.reduce((sum_, v) => sum_ + Math.abs(v), 1));
    }));
  });

  it('takes the last month of a balance, and counts no racks twice', () => {
    const years = listPeriods(plan, 'year');
    expect(rollUpSeries(plan, 'lifecycle.racks', years)).toEqual([640, 640, 640]);
    expect(rollUpSeries(plan, 'economics.cumulativeUsd', years)?.at(-1)).toBe(plan.series['economics.cumulativeUsd']?.values.at(-1));
  });

  it('weighs ratios by what they are a ratio of: yearly utilisation is served over capacity', () => {
    const years = listPeriods(plan, 'year');
    const [served, capacity, utilisation] = ['lifecycle.servedMtok', 'lifecycle.capacityMtok', 'lifecycle.utilisation'].map((key) => rollUpSeries(plan, key, years));
    utilisation?.forEach((value, i) => { expect(value).toBeCloseTo((served?.[i] ?? 0) / (capacity?.[i] ?? 0), 12); });
  });

  it('has no value where no month has one, and none for a series the plan lacks', () => {
    expect(rollUpSeries(plan, 'economics.costPerMTokUsd', [{ label: '', span: '', from: 0, to: 6 }])).toEqual([null]);
    expect(rollUpSeries(plan, 'no.such', [])).toBeNull();
  });
});
