import { describe, expect, it } from 'vitest';
import { energisedKw, poweredMonths, poweredShare } from '../../../shared/lifecycle/energised.ts';
import { facilityFromPue, facilityFromTable } from '../../../shared/lifecycle/facility.ts';
import { simulateLifecycle } from '../../../shared/lifecycle/simulate.ts';
import type { FeedParams, SupplyParams } from '../../../shared/lifecycle/supply-types.ts';
import { group, monthAtOne, params } from './fixture.ts';

const feed = (over: Partial<FeedParams> = {}): FeedParams =>
  ({ kw: 600, month: 1, rampMonths: 0, ...over });
const from = (feeds: readonly FeedParams[]): SupplyParams => ({ connectionKw: 1200, feeds,
  generators: [], battery: null, curtailment: null, gridUsdPerKwh: 0.06, gridRisePerYear: 0 });

describe('a connection that comes in feeds', () => {
  it('adds up feeds, each rising in equal steps', () => {
    const feeds = [feed(), feed({ kw: 900, month: 3, rampMonths: 2 })];
    expect([1, 2, 3, 4, 5, 6].map((month) => energisedKw(feeds, month)))
      .toEqual([600, 600, 900, 1200, 1500, 1500]);
    expect(energisedKw([feed({ month: 3 })], 2)).toBe(0);
  });

  it('powers the part of the racks whose peak it carries, beside what always runs', () => {
    const facility = facilityFromPue(1.2, 0, 100);
    expect(poweredShare(facility, 1000, 720)).toBeCloseTo(0.5, 12);
    expect(poweredShare(facility, 1000, 1320)).toBe(1);
    expect(poweredShare(facility, 1000, 100)).toBeCloseTo(0, 12);
  });

  it('counts the month of the year that asks for most', () => {
    const rows = Array.from({ length: 12 }, (_, at) => [0, at === 6 ? 1500 : 1200]);
    const facility = facilityFromTable({ itKw: [0, 1000], facilityKw: rows,
      waterM3PerHour: [[0, 0]], lossKw: [0, 0], otherKw: [0, 0] }, 0);
    expect(poweredShare(facility, 1000, 750)).toBeCloseTo(0.5, 12);
  });

  it('leaves every rack powered where no feed is stated', () => {
    expect(poweredMonths(null, [group()], () => facilityFromPue(1.2, 0, 0),
      { firstMonth: 1, length: 3 })).toBeNull();
    expect(simulateLifecycle(params()).powered).toBeNull();
  });
});

describe('months in which racks wait for power', () => {
  // 1000 kW of racks at PUE 1.2 ask for 1200 kW
  const waits = simulateLifecycle(params({ supply: from([feed({ month: 2 }), feed({ month: 4 })]) }));
  const whole = simulateLifecycle(params());

  it('sells the tokens of the racks that have power', () => {
    const at = 1 - waits.firstMonth;
    expect(Array.from(waits.powered?.share ?? []).slice(at)).toEqual([
      0, expect.closeTo(0.5, 12), expect.closeTo(0.5, 12), 1, 1, 1]);
    expect(waits.total.totalMtok[at]).toBe(0);
    // 500 input and output tok/s of half the racks, half used
    expect(waits.total.totalMtok[at + 1]).toBeCloseTo(0.5 * 0.5 * 2000 * monthAtOne, 6);
    expect(waits.total.totalMtok.slice(at + 3)).toEqual(whole.total.totalMtok.slice(at + 3));
  });

  it('draws what those racks draw, and never more than the feeds bring', () => {
    const at = 1 - waits.firstMonth;
    const half = 0.5;
    expect(waits.total.itKw[at + 1])
      .toBeCloseTo(half * (whole.total.itKw[at + 1] ?? Number.NaN), 9);
    expect(waits.total.energyKwh[at]).toBe(0);
    for (let month = at; month < waits.length; month++)
      expect(waits.total.facilityKwPeak[month]).toBeLessThanOrEqual(
        energisedKw([feed({ month: 2 }), feed({ month: 4 })], waits.firstMonth + month) + 1e-6);
  });

  it('keeps what is owed for racks that stand: their hours are reserved', () => {
    expect(waits.total.reservedAcceleratorHours).toEqual(whole.total.reservedAcceleratorHours);
    expect(waits.total.accelerators).toEqual(whole.total.accelerators);
  });

  it('never serves more when a feed is later', () => {
    let before = Infinity;
    for (let month = 1; month <= 8; month++) {
      const served = simulateLifecycle(params({ supply: from([feed(), feed({ month })]) }))
        .total.totalMtok.reduce((a, b) => a + b, 0);
      expect(served).toBeLessThanOrEqual(before);
      before = served;
    }
  });

  it('gives the first racks what is there when more come later', () => {
    const later = group({ key: 'b', phases: { orderMonth: 2, deliveryMonth: 3, serviceMonth: 4,
      rampMonths: 0, retireAfterMonth: null } });
    const both = simulateLifecycle(params({ groups: [group(), later],
      supply: from([feed({ kw: 1200 })]) }));
    const at = 1 - both.firstMonth;
    expect(both.powered?.share[at]).toBe(1);
    expect(both.powered?.share[at + 3]).toBeCloseTo(0.5, 12);
  });
});
