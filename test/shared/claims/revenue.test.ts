import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  earningYears, fleetRevenue, requiredTokPerSec, steppedYears, tierRevenue,
} from '../../../shared/claims/revenue.ts';
import { defaultRisk, riskAdjusted } from '../../../shared/claims/risk.ts';
import { solutionSet } from '../../../shared/claims/solution-set.ts';
import { declineYears } from '../../../shared/economics/functions/token-metrics.ts';

describe('the solution set of $5M to $75M', () => {
  /** Worked by hand: 75e6 / (72 GPUs x 31.536e6 s x years x blended price / 1e6). */
  it.each([
    ['DeepSeek official, February 2025', 8192, 1024, [45_111, 15_037, 11_278, 9022]],
    ['DeepSeek official, February 2025', 1024, 1024, [24_110, 8037, 6028, 4822]],
    ['DeepSeek official, February 2025', 1024, 8192, [16_452, 5484, 4113, 3290]],
    ['Crusoe', 8192, 1024, [18_351, 6117, 4588, 3670]],
    ['Fireworks', 8192, 1024, [9290, 3097, 2322, 1858]],
  ])('%s, %d/%d', (price, isl, osl, expected) => {
    const row = solutionSet().find((r) => r.price === price && r.isl === isl && r.osl === osl);
    expect(row?.required.map((r) => Math.round(r.tokPerSecPerAccelerator))).toEqual(expected);
  });

  it('earns the claimed revenue at every required throughput', () => {
    for (const row of solutionSet()) {
      for (const { years, tokPerSecPerAccelerator: tokPerSec } of row.required) {
        expect(fleetRevenue({ accelerators: 72, tokPerSec, utilisation: 1,
          usdPerMtok: row.blendedUsdPerMtok,
          years })).toBeCloseTo(75e6, 3);
      }
    }
  });
});

describe('the risk-adjusted multiple', () => {
  const risk = defaultRisk();
  if (risk === null)
    throw new Error('the catalogue lacks the power of GB200 or the price at Ashburn');

  /** By hand: 15x times 1.30, 0.92 and 0.48 of three years. */
  it.each([[2, 6.5], [3, 4.6], [10, 2.4]])('a price that falls %d times a year leaves %dx',
    (priceFall, multiple) => {
    expect(riskAdjusted({ ...risk, priceFall })[1]?.multiple.toFixed(1))
      .toBe(multiple.toFixed(1));
  });

  it('adds up from the headline, and never leaves more than the conventional return', () => {
    fc.assert(fc.property(fc.double({ min: 1, max: 20, noNaN: true }),
      fc.double({ min: 0.01, max: 1, noNaN: true }), (priceFall, utilisation) => {
      const steps = riskAdjusted({ ...risk, priceFall, utilisation });
      expect(steps.reduce((sum, step) => sum + step.change,
        0)).toBeCloseTo(steps.at(-1)?.multiple ?? Number.NaN, 9);
      expect(steps.at(-1)?.multiple).toBeLessThan(14);
    }), { seed: 3 });
  });
});

describe('years of revenue', () => {
  it('agree with the engine’s own sum over whole months', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 10 }), fc.double({
      min: 1, max: 20, noNaN: true,
    }),
      (years, factor) => {
      expect(earningYears(years, factor)).toBeCloseTo(declineYears(years, factor), 9);
    }), { seed: 5 });
  });

  it('grow without jumps, so that a horizon can be solved for', () => {
    expect(earningYears(2.001, 3) - earningYears(2, 3)).toBeLessThan(0.001);
    expect(steppedYears(3, 0.3)).toBeCloseTo(1.39, 12);
    expect(steppedYears(2.5, 1)).toBeCloseTo(2.5, 12);
  });
});

it('a split over tiers earns what its parts earn', () => {
  const tiers = [{ mw: 250, tokPerSecPerMw: 1e6, usdPerMtok: 3 },
    { mw: 250, tokPerSecPerMw: 2e5, usdPerMtok: 6 }];
  expect(tierRevenue(tiers))
    .toBeCloseTo(tiers.reduce((sum, tier) => sum + tierRevenue([tier]), 0), 3);
  expect(requiredTokPerSec(75e6, { accelerators: 72, utilisation: 0.5, usdPerMtok: 1.8,
    years: 3 })).toBeCloseTo(2 * 6117, -1);
});
