import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { listCauses } from '../../../shared/facility/failure-causes.ts';
import { deliverCapacity } from '../../../shared/facility/availability/reliability.ts';

const rules = { groupSize: 8, hostSize: 8, repairHours: 4, restartHours: 0.5 };

describe('listCauses', () => {
  // Llama 3 Herd of Models, table 5: the causes add up to 419 in 54 days on 16,384 accelerators.
  it('holds every cause of the table: together 0.173 per accelerator and year', () => {
    const causes = listCauses(builtInCatalog, rules);
    expect(causes).toHaveLength(18);
    const total = causes.reduce((sum, cause) => sum + cause.perAcceleratorYear, 0);
    expect(total).toBeCloseTo(419 / ((16_384 * 54) / 365.25), 3);
  });

  it('delivers less with larger groups, as one failed accelerator stops them all', () => {
    const at = (groupSize: number): number => deliverCapacity({
      accelerators: 7200, causes: listCauses(builtInCatalog, { ...rules, groupSize }), plannedHours: 0,
      countedFailures: 419, facilityAvailability: 1,
    }).mean;
    expect(at(72)).toBeLessThan(at(8));
    expect(at(72)).toBeGreaterThan(0.99);
  });
});
