import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  listPeriods, monthLabel, rollUp, rollUpSeries,
} from '../../../shared/report/periods.ts';
import { sampleMonths, samplePlan } from './sample-plan.ts';

const plan = samplePlan();
const lengths = ['month', 'quarter', 'year'] as const;

describe('monthLabel', () => {
  it.each([
    ['2027-01', 0, 'Jan 2027'],
    ['2027-11', 3, 'Feb 2028'],
    ['2027-12', 12, 'Dec 2028'],
    ['', 4, 'Month 5'],
  ])('%s + %d months is %s', (start, index, label) => {
    expect(monthLabel(start, index)).toBe(label);
  });
});

describe('listPeriods', () => {
  it.each(lengths)('covers every month once, by %s', (length) => {
    const months = listPeriods(plan, length).flatMap(({ from, to }) =>
      Array.from({ length: to - from }, (_, i) => from + i),
    );
    expect(months).toEqual(Array.from({ length: sampleMonths }, (_, i) => i));
  });

  it('counts from month 1: what lies before is year 0, and a short period says so', () => {
    expect(listPeriods(plan, 'year').map(({ label, span }) => [label, span])).toEqual([
      ['Year 0 (6 months)', 'Jul 2026 – Dec 2026'],
      ['Year 1', 'Jan 2027 – Dec 2027'],
      ['Year 2', 'Jan 2028 – Dec 2028'],
    ]);
    expect(
      listPeriods(plan, 'quarter')
        .slice(0, 3)
        .map(({ label }) => label),
    ).toEqual(['Y0 Q3', 'Y0 Q4', 'Y1 Q1']);
  });
});

describe('rollUp', () => {
  it('conserves amounts: months, quarters and years have one sum', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }),
          { minLength: 1, maxLength: 130 }),
        (values) => {
          const series = {
            key: 'x',
            label: 'X',
            unit: 'USD' as const,
            values: Float64Array.from(values),
            formula: 'x',
            inputs: [], reads: [],
          };
          const random = samplePlan({ series: { x: series } });
          const sums = lengths.map((length) =>
            listPeriods(random, length).reduce(
              (sum, period) => sum + (rollUp(random, series, period) ?? 0),
              0,
            ),
          );
          const total = values.reduce((sum, value) => sum + value, 0);
          for (const sum of sums)
            expect(Math.abs(sum - total)).toBeLessThanOrEqual(
              1e-9 * values.reduce((sum_, v) => sum_ + Math.abs(v), 1),
            );
        },
      ),
    );
  });

  it('takes the last month of a balance, and counts no racks twice', () => {
    const years = listPeriods(plan, 'year');
    expect(rollUpSeries(plan, 'lifecycle.racks', years)).toEqual([0, 640, 640]);
    expect(rollUpSeries(plan, 'statement.reserve', years)).toEqual([5e5, 17e5, 29e5]);
    expect(rollUpSeries(plan, 'economics.cumulativeUsd', years)?.at(-1)).toBe(
      plan.series['economics.cumulativeUsd']?.values.at(-1),
    );
  });

  it('weighs ratios by what they are a ratio of: yearly utilisation is served over capacity', () => {
    const years = listPeriods(plan, 'year');
    const [served, capacity, utilisation] = [
      'lifecycle.servedMtok',
      'lifecycle.capacityMtok',
      'lifecycle.utilisation',
    ].map((key) => rollUpSeries(plan, key, years));
    expect(utilisation?.[0]).toBeNull();
    for (const year of [1, 2])
      expect(utilisation?.[year])
        .toBeCloseTo((served?.[year] ?? 0) / (capacity?.[year] ?? 0), 12);
  });

  it('has no value where no month has one, and none for a series the plan lacks', () => {
    expect(
      rollUpSeries(plan, 'economics.costPerMTokUsd', [{ label: '', span: '', from: 0, to: 6 }]),
    ).toEqual([null]);
    expect(rollUpSeries(plan, 'no.such', [])).toBeNull();
  });
});
