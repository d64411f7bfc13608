import { describe, expect, it } from 'vitest';
import { monthDesigns } from '../../../shared/plan/site/facility-response.ts';
import { headline, planOf } from './support.ts';

const factory = 'gb300-100mw';
const full = { 'demand.utilisation': 1, 'demand.shareOf': 'all', 'demand.marketRampMonths': 0,
  'traffic.marketTokensPerDay': null, 'site.demandUsdPerKwMonth': 10,
  'site.electricityEscalation': 0, 'demand.seasonSwing': 0 } as const;

const billed = (plan: ReturnType<typeof planOf>): readonly number[] =>
  [...plan.stages.economics?.statement.lines
    .find(({ key }) => key.endsWith('demand-charge'))?.values ?? []].map((usd) => -usd / 10);

describe('the peak that is billed', () => {
  const plan = planOf(factory, full);
  const kw = billed(plan);

  it('is the plan’s own in the hottest month of full use', () => {
    expect(Math.max(...kw) / (headline(plan, 'facilityMw') * 1000)).toBeCloseTo(1, 6);
  });

  it('follows the seasons, and a ratchet is felt', () => {
    const year = kw.slice(-12);
    expect(Math.min(...year)).toBeLessThan(Math.max(...year) * 0.97);
    const held = billed(planOf(factory, { ...full, 'site.demandRatchet': 1 }));
    expect(held.slice(-12).every((each) => Math.abs(each - Math.max(...kw)) < 1e-3)).toBe(true);
    expect(held.reduce((a, b) => a + b, 0)).toBeGreaterThan(kw.reduce((a, b) => a + b, 0) * 1.02);
  });

  it('lies above the mean that energy is billed for', () => {
    const { facilityKw, facilityKwPeak } = plan.stages.lifecycle.total;
    expect(facilityKwPeak.every((peak, at) => peak >= (facilityKw[at] ?? 0))).toBe(true);
  });
});

describe('the hottest hours of the months', () => {
  const { inputs, site } = planOf(factory).stages;
  const months = monthDesigns(inputs, site) ?? [];

  it('reach the design hour in one of them, and stay below it in winter', () => {
    const dry = months.map(({ dryBulbC }) => dryBulbC);
    expect(dry).toHaveLength(12);
    expect(Math.max(...dry)).toBeCloseTo(site.designDryBulbC?.value ?? Number.NaN, 9);
    expect(dry[0]).toBeLessThan(Math.max(...dry) - 5);
    expect(months.every(({ dryBulbC, wetBulbC }) => wetBulbC <= dryBulbC)).toBe(true);
  });
});

describe('energy', () => {
  it('is billed from the first month of service on', () => {
    const { total } = planOf(factory).stages.lifecycle;
    total.accelerators.forEach((count, at) => {
      expect((total.energyKwh[at] ?? Number.NaN) > 0).toBe(count > 0);
    });
  });
});
