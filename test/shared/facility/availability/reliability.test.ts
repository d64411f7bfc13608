import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deliverCapacity, groupAvailability, meanHoursBetween,
} from '../../../../shared/facility/availability/reliability.ts';
import { poissonAtMost, sizeSpares } from '../../../../shared/facility/availability/spares.ts';

describe('interruptions', () => {
  // Llama 3 Herd of Models, table 5: 419 unexpected interruptions in 54 days on 16,384 H100.
  it('one every 3.09 hours at 16,384 accelerators', () => {
    const rate = 419 / ((16_384 * 54) / 365.25);
    expect(rate).toBeCloseTo(0.173, 3);
    expect(meanHoursBetween(rate, 16_384)).toBeCloseTo(3.09, 2);
    expect(() => meanHoursBetween(0, 1)).toThrow(RangeError);
  });

  it('takes a group down more often the larger it is', () => {
    expect(groupAvailability(0.173, 8, 4)).toBeGreaterThan(groupAvailability(0.173, 72, 4));
    expect(groupAvailability(0, 72, 4)).toBe(1);
  });
});

describe('deliverCapacity', () => {
  const cause = { name: 'GPU', perAcceleratorYear: 0.173, blastRadius: 72, repairHours: 4 };
  const params = {
    accelerators: 7200, causes: [cause], plannedHours: 24, countedFailures: 419,
    facilityAvailability: 0.99982,
  };

  it('accounts for every lost hour', () => {
    const { mean, lost } = deliverCapacity(params);
    expect(lost.reduce((sum, part) => sum + part.share, 0) + mean).toBeCloseTo(1, 12);
    expect(mean).toBeCloseTo((1 - 24 / 8766) * 0.99982 * groupAvailability(0.173, 72, 4), 12);
  });

  it('holds the mean in an interval that narrows with the fleet', () => {
    fc.assert(fc.property(fc.integer({ min: 8, max: 100_000 }), (accelerators) => {
      const few = deliverCapacity({ ...params, accelerators });
      const many = deliverCapacity({ ...params, accelerators: accelerators * 4 });
      expect(few.low).toBeLessThanOrEqual(few.mean);
      expect(few.high).toBeGreaterThanOrEqual(few.mean);
      expect(many.high - many.low).toBeLessThanOrEqual(few.high - few.low + 1e-12);
    }));
  });

  it('is lower for slower repair, wider blast and more planned downtime', () => {
    const { mean } = deliverCapacity(params);
    expect(deliverCapacity({ ...params, plannedHours: 48 }).mean).toBeLessThan(mean);
    expect(deliverCapacity({ ...params, causes: [{ ...cause, repairHours: 96 }] }).mean)
      .toBeLessThan(mean);
    expect(deliverCapacity({ ...params, causes: [] }).lost).toHaveLength(2);
    expect(() => deliverCapacity({ ...params, facilityAvailability: 0 })).toThrow(RangeError);
  });
});

describe('spares', () => {
  it('follows the Poisson distribution: 3.29 expected, seven last with 95 %', () => {
    const { count, mean, chance } =
      sizeSpares({ parts: 1000, perYear: 0.04, leadDays: 30, target: 0.95 });
    expect(mean).toBeCloseTo(3.288, 3);
    expect(count).toBe(7);
    expect(chance).toBeCloseTo(poissonAtMost(mean, count), 12);
    expect(poissonAtMost(mean, count - 1)).toBeLessThan(0.95);
  });

  it('works for fleets where e^-mean vanishes', () => {
    const { count, mean } =
      sizeSpares({ parts: 1e6, perYear: 0.04, leadDays: 30, target: 0.95 });
    expect(count).toBeGreaterThan(mean);
    expect(count).toBeLessThan(mean + 3 * Math.sqrt(mean));
  });

  it('needs none where nothing breaks, and refuses certainty', () => {
    expect(sizeSpares({ parts: 10, perYear: 0, leadDays: 30, target: 0.95 }).count).toBe(0);
    expect(() => sizeSpares({ parts: 10, perYear: 1, leadDays: 30, target: 1 }))
      .toThrow(RangeError);
  });
});
