import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateEconomics } from '../../../../shared/economics/statement/evaluate.ts';
import { lineOf } from '../../../../shared/economics/statement/statement.ts';
import type { RentalSales } from '../../../../shared/economics/statement/types.ts';
import type { HeldTerm, RentalTerms } from '../../../../shared/lifecycle/rental.ts';
import { hoursPerMonth } from '../../../../shared/lifecycle/month.ts';
import { simulateLifecycle } from '../../../../shared/lifecycle/simulate.ts';
import { economics, finance, group, lifecycleParams } from '../fixture.ts';

const held = (over: Partial<HeldTerm> = {}): HeldTerm => ({
  key: 'anchor', share: 0.6, startMonth: 1, termMonths: 24, renewalShare: 0,
  defaultPerYear: 0, defaultMonth: null, ...over,
});
const terms = (over: Partial<RentalTerms> = {}): RentalTerms => ({
  contracts: [held()], onDemandShare: 0.5, spotShare: 0.2, soldLoad: 0.8, ...over,
});
const price = { usdPerHour: 4, declinePerYear: 0.2 };

/** Racks of round numbers rented out for five years: no ramp, always there. */
function rentOut(rental: RentalTerms, prepayShare = 0, receivableDays = 0) {
  const steady = { orderMonth: -5, deliveryMonth: 0, serviceMonth: 1, rampMonths: 0,
    retireAfterMonth: null };
  const life = simulateLifecycle(lifecycleParams({
    groups: [group({ rental, phases: steady, availability: 1 })] }));
  const rentals: readonly RentalSales[] = [{
    groupKey: 'main', onDemand: price, spot: { usdPerHour: 1.5, declinePerYear: 0 },
    contracts: rental.contracts.map((contract) =>
      ({ ...contract, usdPerHour: 3, renewalDecline: 0.2, prepayShare })),
  }];
  const money = evaluateEconomics(economics({ lifecycle: life, rentals, sales: [],
    finance: finance({ debt: null, receivableDays, payableDays: 0 }) }));
  const first = -money.statement.firstMonth + 1;
  const at = (key: string, month: number): number =>
    lineOf(money.statement, key).values[first + month - 1] ?? Number.NaN;
  return { life, money, at };
}

/** Accelerator-hours of the whole group in a month. */
const hours = 1000 * hoursPerMonth;

describe('accelerator-hours rented out', () => {
  it('earn by channel what hours times prices give', () => {
    const { at } = rentOut(terms());
    expect(at('revenue.rental.main.anchor', 1)).toBeCloseTo(hours * 0.6 * 3, 6);
    expect(at('revenue.rental.main.onDemand', 13)).toBeCloseTo(hours * 0.4 * 0.5 * 4 * 0.8, 6);
    expect(at('revenue.rental.main.spot', 13)).toBeCloseTo(hours * 0.2 * 0.2 * 1.5, 6);
    // The contract has ended: its hours are sold on demand and at spot.
    expect(at('revenue.rental.main.anchor', 25)).toBe(0);
    expect(at('revenue.rental.main.onDemand', 25)).toBeCloseTo(hours * 0.5 * 4 * 0.8 ** 2, 6);
  });

  it('are renewed at the price of the path, as far as they are renewed', () => {
    const { at } = rentOut(terms({ contracts: [held({ renewalShare: 0.5 })] }));
    expect(at('revenue.rental.main.anchor', 25)).toBeCloseTo(hours * 0.3 * 3 * 0.8 ** 2, 6);
    expect(at('revenue.rental.main.anchor', 48)).toBeCloseTo(hours * 0.3 * 3 * 0.8 ** 2, 6);
    expect(at('revenue.rental.main.anchor', 49)).toBeCloseTo(hours * 0.15 * 3 * 0.8 ** 4, 6);
  });

  it('fall back to what no contract holds where customers fail', () => {
    const { at } = rentOut(terms({ contracts: [held({ defaultPerYear: 0.1 })] }));
    expect(at('revenue.rental.main.anchor', 13)).toBeCloseTo(hours * 0.54 * 3, 6);
    expect(at('revenue.rental.main.onDemand', 13))
      .toBeCloseTo(hours * 0.46 * 0.5 * 4 * 0.8, 6);
    const gone = rentOut(terms({ contracts: [held({ defaultMonth: 10 })] }));
    expect(gone.at('revenue.rental.main.anchor', 9)).toBeGreaterThan(0);
    expect(gone.at('revenue.rental.main.anchor', 10)).toBe(0);
  });

  it('hold what is paid ahead as a liability until it is used up', () => {
    const { at } = rentOut(terms(), 0.25);
    const monthly = hours * 0.6 * 3;
    expect(at('prepaid.in', 1)).toBeCloseTo(0.25 * 24 * monthly, 4);
    expect(at('prepaid', 1)).toBeCloseTo(0.25 * 23 * monthly, 4);
    expect(at('prepaid', 24)).toBeCloseTo(0, 4);
    expect(at('workingCapital', 1)).toBeCloseTo(0.25 * 23 * monthly, 4);
    expect(at('workingCapital', 2)).toBeCloseTo(-0.25 * monthly, 4);
  });

  it('draw the load stated for an hour sold, and serve no tokens', () => {
    const { life, money } = rentOut(terms());
    const sold = 0.6 + 0.4 * 0.5 + 0.2 * 0.2;
    expect(life.groups[0]?.itKw[6]).toBeCloseTo(600 + 1400 * sold * 0.8, 6);
    expect(life.total.totalMtok.every((mtok) => mtok === 0)).toBe(true);
    expect(money.unitCost.costPerMtokUsd.value).toBeNull();
    expect(money.unitCost.lcotNominalUsd.value).toBeNull();
    expect(money.unitCost.economicCostUsd).toBeGreaterThan(0);
  });

  it('never sell more than there is, settle all that is paid ahead, and pay in full', () => {
    fc.assert(fc.property(
      fc.array(fc.record({
        share: fc.double({ min: 0, max: 0.33, noNaN: true }),
        startMonth: fc.integer({ min: 1, max: 70 }),
        termMonths: fc.integer({ min: 1, max: 90 }),
        renewalShare: fc.double({ min: 0, max: 1, noNaN: true }),
        defaultPerYear: fc.double({ min: 0, max: 0.9, noNaN: true }),
        defaultMonth: fc.option(fc.integer({ min: 2, max: 80 })),
      }), { maxLength: 3 }),
      fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 120 }),
      (contracts, onDemandShare, spotShare, prepayShare, days) => {
        const { life, money } = rentOut({
          contracts: contracts.map((each, n) => ({ key: `c${n}`, ...each })),
          onDemandShare, spotShare, soldLoad: 0.8 }, prepayShare, days);
        const rented = life.groups[0]?.rented;
        if (rented === undefined) throw new Error('nothing is rented out');
        const most = Math.max(...rented.offered.map((offered, at) =>
          [...rented.contracts, rented.onDemand, rented.spot]
            .reduce((sum, series) => sum + (series[at] ?? Number.NaN), 0) - offered));
        expect(most).toBeLessThanOrEqual(1e-6);
        const { paidAhead, settled, held: owed, channels } = money.rentals;
        const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
        expect(Math.abs(sum(paidAhead) - sum(settled))).toBeLessThan(1e-3);
        expect(Math.min(...owed)).toBeGreaterThan(-1e-3);
        expect(Math.abs(owed.at(-1) ?? Number.NaN)).toBeLessThan(1e-3);
        // Cash comes in over the plan to the dollar, whenever it is paid.
        expect(sum(lineOf(money.statement, 'workingCapital').values)).toBeCloseTo(0, 2);
        expect(sum(lineOf(money.statement, 'revenue').values))
          .toBeCloseTo(channels.reduce((all, each) => all + sum(each.revenue), 0), 2);
      }), { numRuns: 60 });
  });
});
