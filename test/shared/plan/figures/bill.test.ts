import { describe, expect, it } from 'vitest';
import { totalBill } from '../../../../shared/network/bill.ts';
import { usualDesigns } from '../../../../shared/facility/site/compare-designs.ts';
import { compareCoolingAt } from '../../../../shared/plan/site/compare-cooling.ts';
import { billOfSite } from '../../../../shared/plan/figures/bill.ts';
import { headline, planOf } from '../support.ts';

describe('the bill of the site', () => {
  const { stages, figures } = planOf('gb300-100mw');
  const lines = billOfSite(stages);
  const count = (item: string): number =>
    lines.filter((line) => line.item === item).reduce((sum, line) => sum + line.count, 0);

  it('counts what the plan counts', () => {
    expect(count('GB300 NVL72')).toBe(headline(planOf('gb300-100mw'), 'racks'));
    expect(count('UPS blocks')).toBe(figures['power.upsBlocks']?.value);
    expect(count('coolant distribution units')).toBe(figures['facility.cdus']?.value);
    expect(count('cables')).toBe(figures['network.cables']?.value);
  });

  it('costs in the network what the plan pays for it', () => {
    const network = totalBill(stages.network.design?.bill ?? []).pricedUsd;
    expect(network / (figures['network.costUsd']?.value ?? 0)).toBeCloseTo(1, 9);
  });

  it('states the evidence of every price, and a reason where there is none', () => {
    for (const line of lines) expect(
      line.unitPriceUsd === null ? (line.absent ?? line.within) : line.evidence, line.item,
    ).toBeTruthy();
  });
});

describe('cooling designs at sites', () => {
  it('contain the plan’s own design with the plan’s own PUE', () => {
    const plan = planOf('gb300-100mw');
    const { inputs, facility, site } = plan.stages;
    const own = compareCoolingAt(inputs, facility.liquidFraction, [site], usualDesigns)
      .find(({ design }) => design.id === 'liquid-dry');
    expect(own?.pueAnnual).toBeCloseTo(headline(plan, 'pueAnnual'), 9);
    expect(own?.puePeak).toBeCloseTo(headline(plan, 'puePeak'), 9);
  });
});
