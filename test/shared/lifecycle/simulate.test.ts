import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLifecycle } from '../../../shared/lifecycle/check.ts';
import { spikeFromQueries } from '../../../shared/lifecycle/demand.ts';
import { facilityFromPue, facilityFromTable } from '../../../shared/lifecycle/facility.ts';
import { monthOfYear, yearOf } from '../../../shared/lifecycle/month.ts';
import { shapeFromPeak } from '../../../shared/lifecycle/shape.ts';
import { simulateLifecycle } from '../../../shared/lifecycle/simulate.ts';
import { group, monthAtOne, params, release, traffic } from './fixture.ts';

const round = (values: Float64Array, digits = 6): readonly number[] =>
  [...values].map((x) => Number(x.toFixed(digits)));

describe('months of one group', () => {
  const result = simulateLifecycle(params());

  it('starts with the order and ends with the horizon', () => {
    expect([result.firstMonth, result.length]).toEqual([-2, 9]);
    expect([...(result.groups[0]?.phase ?? [])]).toEqual([1, 1, 2, 4, 4, 4, 4, 4, 4]);
  });

  it('serves half of what it could: 2000 tok/s * 0.5 over 730 h', () => {
    expect(result.total.totalMtok[3]).toBeCloseTo(2000 * 0.5 * monthAtOne, 9);
    expect(result.total.outputMtok[3]).toBeCloseTo(1000 * 0.5 * monthAtOne, 9);
    expect(result.total.utilisation[3]).toBeCloseTo(0.5, 12);
  });

  it('draws idle power while commissioned, and a straight line of load in service', () => {
    expect(round(result.total.itKw).slice(0, 4)).toEqual([0, 0, 300, 650]);
    expect(result.total.energyKwh[3]).toBeCloseTo(650 * 1.2 * 730, 6);
    expect(result.total.carbonKg[3]).toBeCloseTo((650 * 1.2 * 730 * 400) / 1000, 6);
    expect(result.total.waterM3[3]).toBeCloseTo((650 * 730) / 1000, 9);
  });
});

describe('phases', () => {
  it('ramp in equal steps and stop after the last month of service', () => {
    const phases = { orderMonth: 1, deliveryMonth: 2, serviceMonth: 3, rampMonths: 1,
      retireAfterMonth: 5 };
    const { groups, total } = simulateLifecycle(params({ groups: [group({ phases })] }));
    expect(round(groups[0]?.utilisation ?? new Float64Array()))
      .toEqual([0, 0, 0.25, 0.5, 0.5, 0]);
    expect(round(total.accelerators)).toEqual([0, 0, 1000, 1000, 1000, 0]);
    expect(total.itKw[5]).toBe(0);
  });

  it('cross the turn of the year', () => {
    expect([monthOfYear({ year: 2027, month: 11 }, 3), yearOf({ year: 2027, month: 11 }, 3)])
      .toEqual([1,
        2028]);
    expect([monthOfYear({ year: 2027, month: 1 }, 0), yearOf({ year: 2027, month: 1 }, 0)])
      .toEqual([12,
        2026]);
  });

  it('that end before they start are named', () => {
    const phases = { orderMonth: 5, deliveryMonth: 4, serviceMonth: 3, rampMonths: 0,
      retireAfterMonth: 2 };
    const found = checkLifecycle(params({ groups: [group({ phases })] }));
    expect(found.filter((p) => p.code === 'phase-order')).toHaveLength(3);
    expect(() => simulateLifecycle(params({ groups: [group({ phases })] })))
      .toThrow(/phase-order/);
  });
});

describe('horizons', () => {
  it.each([[1], [360]])('of %i months are simulated', (horizonMonths) => {
    const { total, length } =
      simulateLifecycle(params({ horizonMonths,
      groups:
        [group({ phases: { orderMonth: 1, deliveryMonth: 1, serviceMonth: 1, rampMonths: 0,
        retireAfterMonth: null } })] }));
    expect(length).toBe(horizonMonths);
    expect(total.totalMtok.at(-1)).toBeCloseTo(1000 * monthAtOne, 6);
  });

  it.each([[0], [361], [2.5], [Number.NaN]])('of %d months are refused', (horizonMonths) => {
    expect(checkLifecycle(params({ horizonMonths }))[0])
      .toMatchObject({ code: 'horizon', min: 1, max: 360 });
  });
});

describe('demand', () => {
  it('in tokens is lost in hours above capacity: peak 1.5 of a mean that fills it', () => {
    const level = { mode: 'tokens', tokensPerDay: 2000 * 86_400 } as const;
    const { traffic: [served] } =
      simulateLifecycle(params({ traffic: [traffic({ level, hourShape: [1.5, 0.5] })] }));
    expect(served?.demandMtok[3]).toBeCloseTo(2000 * monthAtOne, 6);
    expect(served?.lostMtok[3]).toBeCloseTo(500 * monthAtOne, 6);
    expect(served?.servedMtok[3]).toBeCloseTo(1500 * monthAtOne, 6);
  });

  it('stated as a share is sold in full whatever the shape', () => {
    const { total } =
      simulateLifecycle(params({ traffic: [traffic({ level: { mode: 'utilisation',
        utilisation: 0.9 }, hourShape: [1.5, 0.5] })] }));
    expect(total.utilisation[3]).toBeCloseTo(0.9, 12);
  });

  it('grows by the year and stops at full use', () => {
    const { total } = simulateLifecycle(params({ horizonMonths: 25,
      traffic: [traffic({ growthPerYear: 0.5 })] }));
    expect(total.utilisation[2 + 13]).toBeCloseTo(0.75, 12);
    expect(total.utilisation[2 + 25]).toBe(1);
  });

  it('follows an imported curve and repeats its last year with growth', () => {
    const tokensPerMonth = Array.from({ length: 12 }, (_, k) => (k + 1) * 1e6);
    const { traffic: [served] } =
      simulateLifecycle(params({ horizonMonths: 14,
      traffic: [traffic({ level: { mode: 'series', tokensPerMonth }, growthPerYear: 1 })] }));
    expect(served?.demandMtok[2 + 12]).toBeCloseTo(12, 9);
    expect(served?.demandMtok[2 + 14]).toBeCloseTo(4, 9);
  });

  it('takes a spike of 5.6 million queries in a week: a quarter of the month at the higher rate', () => {
    const spike = spikeFromQueries(2, 5_600_000, 7, 500, 500);
    expect(spike.extraTokensPerDay).toBe(8e8);
    const level = { mode: 'tokens', tokensPerDay: 0 } as const;
    const { traffic: [served] } =
      simulateLifecycle(params({ groups: [group({ outputTokPerSec: 1e6 })],
      traffic: [traffic({ level, spikes: [spike] })] }));
    expect(served?.servedMtok[2 + 2]).toBeCloseTo(5600, 6);
    expect(served?.servedMtok[2 + 3]).toBe(0);
  });

  it('goes to the group first in dispatch order', () => {
    const level = { mode: 'tokens', tokensPerDay: 2500 * 86_400 } as const;
    const groups = [group({ key: 'late', dispatchOrder: 1 }), group({ key: 'first' })];
    const { groups: [late, first] } =
      simulateLifecycle(params({ groups, traffic: [traffic({ level })] }));
    expect([late?.utilisation[3], first?.utilisation[3]]).toEqual([0.25, 1]);
  });

  it('fills idle capacity with batch work', () => {
    const { total, groups } =
      simulateLifecycle(params({ groups: [group({ batchFillShare: 0.5 })] }));
    expect(total.utilisation[3]).toBeCloseTo(0.75, 12);
    expect(groups[0]?.batchMtok[3]).toBeCloseTo(500 * monthAtOne, 9);
  });
});

describe('software releases', () => {
  const level = (over: Parameters<typeof release>[0][]) =>
    round(simulateLifecycle(params({ releases: over
      .map((o, k) => release({ key: `r${k}`, ...o })) })).groups[0]?.softwareLevel
        ?? new Float64Array());

  it('compound, count by probability, and stop at the roofline', () => {
    expect(level([{ month: 2 },
      { month: 4, throughputMultiplier: 3, probability: 0.5 }]).slice(3))
        .toEqual([1, 2, 2, 4, 4, 4]);
  });

  it('not compounding, count only where they are best', () => {
    expect(level([{ month: 2 }, { month: 4, throughputMultiplier: 1.5, compounds: false },
      { month: 5, throughputMultiplier: 3, compounds: false }]).slice(3))
        .toEqual([1, 2, 2, 2, 3, 3]);
  });

  it('of one phase gain by its share of accelerator time: twice the decode speed on half the time is 4/3',
    () => {
    expect(level([{ phase: 'decode' }])[4]).toBeCloseTo(4 / 3, 6);
  });

  it('out of use or scope change nothing', () => {
    expect(level([{ inUse: false }, { groups: [] }])).toEqual(level([]));
  });

  it('cost their downtime', () => {
    const { total } = simulateLifecycle(params({ releases: [release({ throughputMultiplier: 1,
      downtimeHours: 73 })] }));
    expect(total.capacityMtok[4]).toBeCloseTo(0.9 * (total.capacityMtok[3] ?? 0), 9);
  });
});

describe('power at part load', () => {
  const scaled =
    { mode: 'scaled', pools: [{ share: 1, targetLoad: 0.8, minimumShare: 0.1 }] } as const;

  it('of scaled replicas lets the rest sleep: half load keeps 62.5 % running', () => {
    const { total, groups } =
      simulateLifecycle(params({ groups: [group({ scaling: scaled })] }));
    expect(total.itKw[3]).toBeCloseTo(50 + 250 * 0.625 + 700 * 0.5, 9);
    expect(groups[0]?.activeAcceleratorHours[3]).toBeCloseTo(625 * 730, 6);
  });

  it('of separate prefill and decode pools follows their own targets', () => {
    const pools = [{ share: 0.4, targetLoad: 0.5, minimumShare: 0 },
      { share: 0.6, targetLoad: 1, minimumShare: 0 }];
    const { groups } =
      simulateLifecycle(params({ groups: [group({ scaling: { mode: 'scaled', pools } })] }));
    expect(groups[0]?.activeAcceleratorHours[3]).toBeCloseTo((400 + 300) * 730, 6);
  });

  it('is never below that of scaled replicas when they are fixed', () => {
    fc.assert(fc.property(fc.double({ min: 0.01, max: 1, noNaN: true }),
      fc.double({ min: 1, max: 6, noNaN: true }), (utilisation, peak) => {
      const of = (scaling: typeof scaled | { mode: 'fixed' }) => simulateLifecycle(params({
        groups: [group({ scaling })],
        traffic: [traffic({
          level: { mode: 'utilisation', utilisation }, hourShape: shapeFromPeak(peak),
        })],
      })).total.energyKwh[3] ?? 0;
      expect(of({ mode: 'fixed' })).toBeGreaterThanOrEqual(of(scaled) - 1e-6);
    }));
  });
});

describe('facility', () => {
  it('reads a table by load and month', () => {
    const table = facilityFromTable({ itKw: [0, 100, 200],
      facilityKw: Array.from({ length: 12 }, (_, m) => [m, 100 + m, 220 + m]),
      waterM3PerHour: [[0, 1, 2]], lossKw: [0, 0, 0], otherKw: [0, 0, 0] }, 0);
    expect(table.facilityKwAt(150, 3)).toBe(162);
    expect(table.facilityKwAt(300, 1)).toBe(340);
  });

  it('adds the fixed IT load only while racks stand', () => {
    const { total } = simulateLifecycle(params({ facility: facilityFromPue(1, 0, 100) }));
    expect(round(total.itKw).slice(0, 4)).toEqual([0, 0, 400, 750]);
  });
});

describe('invariants', () => {
  const demand = fc.record({
    tokensPerDay: fc.double({ min: 0, max: 5e8, noNaN: true }),
    peak: fc.double({ min: 1, max: 12, noNaN: true }),
    ramp: fc.integer({ min: 0, max: 6 }), split: fc.double({ min: 0.01, max: 1, noNaN: true }),
    order: fc.integer({ min: 0, max: 1 }),
  });

  it('served plus lost is what was asked for, and nothing exceeds capacity', () => {
    fc.assert(fc.property(demand, ({ tokensPerDay, peak, ramp, split, order }) => {
      const groups =
        [group(), group({ key: 'b', outputTokPerSec: 1000 * split, dispatchOrder: order,
          phases: { orderMonth: 0, deliveryMonth: 1, serviceMonth: 2, rampMonths: ramp,
          retireAfterMonth: 5 } })];
      const result = simulateLifecycle(params({ groups,
        traffic: [
          traffic({ level: { mode: 'tokens', tokensPerDay }, hourShape: shapeFromPeak(peak) }),
        ] }));
      const [served] = result.traffic;
      for (let at = 0; at < result.length; at++) {
        expect((served?.servedMtok[at] ?? 0)
          + (served?.lostMtok[at] ?? 0)).toBeCloseTo(served?.demandMtok[at] ?? 0, 6);
        expect(result.total.totalMtok[at]
          ?? 0).toBeLessThanOrEqual((result.total.capacityMtok[at] ?? 0) * (1 + 1e-12));
      }
    }));
  });

  it('more software never serves less', () => {
    fc.assert(fc.property(demand, fc.double({ min: 1, max: 5, noNaN: true }),
      ({ tokensPerDay, peak }, gain) => {
      const of = (throughputMultiplier: number) => simulateLifecycle(params({
        traffic: [
          traffic({ level: { mode: 'tokens', tokensPerDay }, hourShape: shapeFromPeak(peak) }),
        ],
        releases: [release({ throughputMultiplier })],
      })).total.totalMtok.reduce((sum, x) => sum + x, 0);
      expect(of(gain)).toBeGreaterThanOrEqual(of(1) - 1e-6);
    }));
  });
});
