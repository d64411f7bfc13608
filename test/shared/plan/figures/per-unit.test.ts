import { describe, expect, it } from 'vitest';
import { perMwInService } from '../../../../shared/plan/figures/per-unit.ts';
import { copyOf } from '../../../../shared/units/reading.ts';
import { planOf } from '../support.ts';

const plan = planOf('gb300-100mw', {});
const value = (key: string): number => plan.figures[key]?.value ?? Number.NaN;
const total = plan.stages.lifecycle.total;
const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

describe('money for each request, hour and megawatt', () => {
  it('is (ISL c_in + OSL c_out) / 1e6 by class', () => {
    expect(plan.inputs.traffic.length).toBeGreaterThan(1);
    for (const { key, values: { isl, osl } } of plan.inputs.traffic) {
      const expected = (isl * value('headline.costPerMTokInputUsd')
        + osl * value('headline.costPerMTokOutputUsd')) / 1e6;
      expect(value(`economics.costPerRequest.${key}`) / expected).toBeCloseTo(1, 12);
    }
  });

  it('by its own hours pays for the racks of each class, and for everything together', () => {
    let paid = 0;
    for (const { key, values: { osl } } of plan.inputs.traffic) {
      const groups = plan.stages.lifecycle.groups.filter((group) => group.trafficKey === key);
      const requests = groups.reduce((all, group) => all + sum(group.outputMtok), 0) * 1e6 / osl;
      const hours = groups.reduce((all, group) => all + sum(group.reservedAcceleratorHours), 0);
      const own = value(`economics.costPerRequestOwnHours.${key}`) * requests;
      expect(own / hours / value('headline.costPerAcceleratorHourUsd')).toBeCloseTo(1, 9);
      paid += own;
    }
    expect(paid / value('economics.economicCostUsd')).toBeCloseTo(1, 9);
  });

  it('pays for everything when every request pays its mean: cost x requests is the cost', () => {
    const requestsM = plan.inputs.traffic.reduce((all, { key, values }) =>
      all + plan.stages.lifecycle.groups.filter((group) => group.trafficKey === key)
        .reduce((out, group) => out + sum(group.outputMtok), 0) / values.osl, 0);
    expect((value('headline.costPerRequestUsd') * requestsM * 1e6)
      / value('economics.economicCostUsd')).toBeCloseTo(1, 9);
  });

  it('is per hour of accelerators in service: hours x rate is the sum', () => {
    const hours = sum(total.reservedAcceleratorHours);
    expect((value('headline.costPerAcceleratorHourUsd') * hours)
      / value('economics.economicCostUsd')).toBeCloseTo(1, 12);
    expect((value('headline.revenuePerAcceleratorHourUsd') * hours)
      / value('headline.revenueUsd')).toBeCloseTo(1, 12);
  });

  it('is per MW-year by the power of the design hour while everything serves', () => {
    // Both groups serve from one month to the end: each of these counts the whole facility.
    const [start, other] = plan.inputs.rackGroup.map(({ values }) => values.startMonth);
    expect(other).toBe(start);
    const years = (plan.inputs.demand.values.horizonMonths - (start ?? 0) + 1) / 12;
    expect((value('headline.revenuePerMwYearUsd') * value('headline.facilityMw') * years)
      / value('headline.revenueUsd')).toBeCloseTo(1, 9);
    expect((value('headline.wattsPerAccelerator') * value('headline.accelerators'))
      / (value('headline.facilityMw') * 1e6)).toBeCloseTo(1, 12);
  });

  it('is absent by MW for the reason facility power is, not for want of racks', () => {
    const { stages } = plan;
    expect(perMwInService(stages, value('headline.revenueUsd')).value)
      .toBe(value('headline.revenuePerMwYearUsd'));
    const { lifecycle, site } = stages;
    const unknown = { ...copyOf(stages), lifecycle, site,
      facility: { ...copyOf(stages.facility), puePeak: null } };
    expect(perMwInService(unknown, 1e6)).toEqual({ value: null,
      absent: { code: 'no-climate', detail: site.name } });
  });

  it('follows the rule of allocation, and is absent with its reason', () => {
    const byOutput = planOf('gb300-100mw', { 'finance.allocation': 'output' });
    const [first] = byOutput.inputs.traffic;
    const output = byOutput.figures['headline.costPerMTokOutputUsd']?.value ?? Number.NaN;
    expect((byOutput.figures[`economics.costPerRequest.${first?.key ?? ''}`]?.value ?? 0)
      / (((first?.values.osl ?? 0) * output) / 1e6)).toBeCloseTo(1, 12);
    const broken = planOf('gb300-100mw', { 'site.utilityMw': 0.05 });
    expect(broken.figures['headline.costPerRequestUsd']?.value).toBeNull();
    expect(broken.figures['headline.costPerRequestUsd']?.absent?.code).not.toBe('not-finite');
    expect(broken.figures['headline.wattsPerAccelerator']?.absent?.code)
      .toBe('no-racks');
  });
});
