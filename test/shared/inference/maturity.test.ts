import { describe, expect, it } from 'vitest';
import { runDate } from '../../../shared/inference/calibration/run-dates.ts';
import { daysBetween, slowdownOf, SOFTWARE_DATE } from '../../../shared/inference/maturity.ts';
import { acceptanceOf, committedTokens } from '../../../shared/inference/speculation.ts';
import { k } from './bench.ts';

describe('days between two dates', () => {
  it('are counted over months and leap years', () => {
    expect(daysBetween('2026-04-24', '2026-05-04')).toBe(10);
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2025-06-01', '2026-06-01')).toBe(365);
  });

  it('are one at least: nothing runs before it is there', () => {
    expect(daysBetween('2026-04-24', '2026-04-24')).toBe(1);
    expect(daysBetween('2026-04-24', '2026-01-01')).toBe(1);
  });

  it.each([[null, '2026-05-04'], ['2026-04-24', null], ['2026-04', '2026-05-04'],
    ['2026-04-24', '2026-05'], ['2026', '2027'], ['2026-04-24', 'last Tuesday'],
    ['2026-13-45', '2026-05-04']] as const)('are not known of %s and %s', (from, to) => {
    expect(daysBetween(from, to)).toBeNull();
  });
});

describe('how much slower software was', () => {
  it('is nothing where neither age nor date is known, or the date is that of the constants', () => {
    expect(slowdownOf(null, null, k)).toBe(1);
    expect(slowdownOf(null, SOFTWARE_DATE, k)).toBe(1);
    expect(slowdownOf(null, '2026-01', k)).toBe(1);
  });

  it('is twice at the age of six days, and sinks with every day', () => {
    // 1 + 6/6; seven times on the first day, a tenth more after two months.
    expect(slowdownOf(6, null, k)).toBe(2);
    expect(slowdownOf(1, null, k)).toBe(7);
    expect(slowdownOf(60, null, k)).toBeCloseTo(1.1, 12);
  });

  it('grows by 1.5 % a month into the past, for a year at most, and not into the future', () => {
    // 1 June 2025 is 365 days before: 11.99 months.
    expect(slowdownOf(null, '2025-06-01', k))
      .toBeCloseTo(Math.exp(0.015 * (365 / (365.25 / 12))), 12);
    expect(slowdownOf(null, '2020-01-01', k)).toBeCloseTo(Math.exp(0.18), 12);
    expect(slowdownOf(null, '2026-09-01', k)).toBe(1);
    expect(slowdownOf(6, '2020-01-01', k)).toBeCloseTo(2 * Math.exp(0.18), 12);
  });
});

describe('the day of a numbered run', () => {
  it('is the one stated, or in proportion between two that are', () => {
    expect(runDate('InferenceMAX run 20216641521 (benchmark artefact)')).toBe('2025-12-15');
    // 140,149,087 of 196,674,617 numbers and six days on: 4.3 days.
    expect(runDate('InferenceMAX run 20356790608 (benchmark artefact)')).toBe('2025-12-19');
    expect(runDate('InferenceX run 20621824084')).toBe('2025-12-31');
  });

  it.each(['InferenceMAX run 19806907626', 'InferenceX run 23052579054', 'run 2021664152',
    'run 202166415210', 'a blog of 20216641521', ''])('is not known of %o', (source) => {
    expect(runDate(source)).toBeNull();
  });

  it('begins and ends with the first and last that are stated', () => {
    expect(runDate('run 19806907627')).toBe('2025-12-01');
    expect(runDate('run 23052579053')).toBe('2026-03-13');
  });
});

describe('acceptance of drafts', () => {
  it('is what commits as many tokens', () => {
    for (const draft of [1, 2, 3, 4, 7]) {
      for (const acceptance of [0.1, 0.5, 0.68, 0.95]) {
        expect(acceptanceOf(draft, committedTokens(draft, acceptance))).toBeCloseTo(acceptance, 9);
      }
    }
    // One draft: 1 + p.
    expect(acceptanceOf(1, 1.68)).toBeCloseTo(0.68, 9);
  });

  it('is none where a step commits one, and just below all where it commits every draft', () => {
    expect(acceptanceOf(3, 1)).toBeCloseTo(0, 9);
    expect(acceptanceOf(3, 4)).toBeCloseTo(0.9999, 9);
    expect(acceptanceOf(3, 9)).toBeLessThan(1);
    expect(acceptanceOf(3, 0.5)).toBeGreaterThanOrEqual(0);
  });
});
