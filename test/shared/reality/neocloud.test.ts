import { describe, expect, it } from 'vitest';
import { reality } from '../../../shared/reality/reality.ts';
import type { RealityMeasure } from '../../../shared/reality/types.ts';
import { setByPath } from '../../../shared/project/path.ts';
import type { ProjectRecord } from '../../../shared/project/record.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';
import { planner } from '../template-plans.ts';

/** The rent for three years that the catalogue states of a B200, and its index of neoclouds. */
const threeYears = 2.6;
const index = 5.3;

/** The neocloud pod with both groups rented out, most of it under contract for three years. */
function podAt(usdPerHour: number | null, prepayShare = 0.25): (measure: string) => RealityMeasure {
  const contract = (group: string): ProjectRecord => ({
    id: `base:rentalContract:${group}`, kind: 'rentalContract', scenarioId: 'base', key: group,
    position: 1, body: { values: { group, prepayShare, ...(usdPerHour === null ? {} : { usdPerHour }) } },
  });
  const document = ['chat', 'agents'].reduce((so, group) => {
    const set = setByPath(so, 'base', `rackGroup.${group}.business`, 'acceleratorHours');
    if (!set.ok) throw new Error(JSON.stringify(set.error));
    return set.value;
  }, documentOf([...findTemplate('neocloud-pod')?.records ?? [],
    ...['chat', 'agents'].map(contract)]));
  const plan = planner.evaluate(document, 'base');
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  const found = reality(plan.value);
  return (measure) => {
    const one = found.find((each) => each.measure === measure);
    if (one === undefined) throw new Error(`no measure ${measure}`);
    return one;
  };
}

describe('a neocloud pod that rents its accelerators out', () => {
  it('earns per MW and year what others published, at either rent', () => {
    for (const price of [threeYears, index])
      expect([price, podAt(price)('revenuePerMwYear').verdict]).toEqual([price, 'inside']);
    expect(podAt(null)('revenuePerMwYear').value)
      .toBe(podAt(threeYears)('revenuePerMwYear').value);
  });

  it('leaves no margin at that of three years: its hour costs more than any peer’s', () => {
    const at = podAt(threeYears);
    expect(at('grossMargin').verdict).toBe('below');
    expect(at('payback').value).toBeNull();
    expect(at('costPerAcceleratorHour').verdict).toBe('above');
    expect(at('costPerAcceleratorHour').value)
      .toBeGreaterThan(at('revenuePerAcceleratorHour').value ?? Infinity);
  });

  it('leaves the margin of its peers at the index, sooner where much is paid ahead', () => {
    const [ahead, monthly] = [podAt(index), podAt(index, 0)];
    for (const at of [ahead, monthly]) expect(at('grossMargin').verdict).toBe('inside');
    expect(monthly('irr').verdict).toBe('inside');
    // Two thirds are borrowed in somebody else's building: the owner waits less than peers.
    expect(monthly('payback').value).toBeGreaterThan(24);
    expect(monthly('payback').value).toBeLessThan(monthly('payback').low ?? Number.NaN);
    // A quarter of three years in the first month is more than the owner puts in.
    expect(ahead('payback').value).toBe(1);
  });
});
