import { describe, expect, it } from 'vitest';
import { planOf } from './support.ts';

const tiers = ['free', 'mid', 'high', 'premium'] as const;

describe('the template of four tiers', () => {
  const plan = planOf('four-tiers',
    { 'traffic.priceDecline': 0, 'traffic.failedShare': 0, 'demand.horizonMonths': 12 });
  const { groups, lifecycle } = plan.stages;
  const groupOf = (tier: string) => groups.find(({ record }) => record.key === tier);
  const sum = (values: Float64Array | undefined): number =>
    (values ?? new Float64Array()).reduce((a, b) => a + b, 0);

  it('gives every tier a quarter of the power', () => {
    expect(new Set(tiers.map((tier) => groupOf(tier)?.racks)).size).toBe(1);
  });

  it('serves each at its own point of the frontier: faster tiers cost more capacity per token', () => {
    const yields =
      tiers.map((tier) => groupOf(tier)?.point?.outputTokPerSecPerAccelerator ?? 0);
    expect(yields).toEqual(yields.toSorted((a, b) => b - a));
    expect(yields[3]).toBeLessThan((yields[0] ?? 0) / 2);
    for (const tier of tiers) {
      const group = groupOf(tier);
      expect(group?.point?.tokPerSecPerUser)
        .toBeGreaterThanOrEqual(group?.traffic.values.minTokPerSecPerUser ?? Infinity);
    }
  });

  it.each(tiers)('%s earns its power’s tokens at its price', (tier) => {
    const outputMtok =
      sum(lifecycle.groups.find(({ trafficKey }) => trafficKey === tier)?.outputMtok);
    const price = groupOf(tier)?.traffic.values.outputUsdPerMtok ?? Number.NaN;
    expect(outputMtok).toBeGreaterThan(0);
    expect(plan.figures[`economics.revenue.${tier}`]?.value)
      .toBeCloseTo(outputMtok * price, -2);
  });
});
