import { describe, expect, it } from 'vitest';
import { applyOwnership } from '../../../../shared/economics/statement/ownership.ts';
import type { CapexClass, Ownership } from '../../../../shared/economics/statement/types.ts';
import { opexLine, servers } from '../fixture.ts';
import { handLife, handTimeline } from '../hand.ts';

const classes: readonly CapexClass[] = ['accelerator', 'network', 'storage', 'installation',
  'power', 'cooling',
  'shell', 'land', 'contingency', 'other'];
const capex = classes.map((kind) => servers({ key: kind, class: kind, amountUsd: 1200 }));
const opex = [
  opexLine({ key: 'grid', group: 'energy', payer: 'facility-owner' }),
  opexLine({ key: 'own-grid', group: 'energy', payer: 'operator' }),
  opexLine({ key: 'own-water', group: 'water', payer: 'operator' }),
  opexLine({ key: 'staff', group: 'people', payer: 'operator' }),
  opexLine({ key: 'spares', group: 'maintenance', payer: 'system-owner' }),
];
const apply = (ownership: Ownership, months = 6, reserved?: readonly number[]) =>
  applyOwnership(ownership, () => capex, () => opex,
    handLife(months, reserved === undefined ? {} : { reservedAcceleratorHours: reserved }));
const keys = (list: readonly { readonly key: string }[]): readonly string[] =>
  list.map(({ key }) => key);
const rentOf = (owned: ReturnType<typeof apply>, months: number): readonly number[] =>
  [...owned.rent(handTimeline(1, months))[0]?.values ?? []];

describe('what a tier still buys and pays', () => {
  it('own: all of it, and no rent', () => {
    const owned = apply({ mode: 'own' });
    expect([owned.capex, owned.opex, owned.inUse, owned.rent(handTimeline(1, 6))])
      .toEqual([capex,
        opex, capex, []]);
  });

  it('lease: no systems, all bills, and lines on capital still count the systems', () => {
    const owned = apply({ mode: 'lease', ratePerYear: 0, termMonths: 3, residualShare: 0 });
    expect(keys(owned.capex)).toEqual(['power', 'cooling', 'shell', 'land', 'contingency',
      'other']);
    expect([keys(owned.opex), keys(owned.inUse)]).toEqual([keys(opex), keys(capex)]);
  });

  it('colo: no building, and not its owner’s bills', () => {
    const owned = apply({ mode: 'colo', usdPerKwMonth: 1, escalationPerYear: 0, reservedKw: 0,
      takeOrPay: 1 });
    expect(keys(owned.capex)).toEqual(['accelerator', 'network', 'storage', 'installation',
      'other']);
    expect(keys(owned.opex)).toEqual(['own-grid', 'own-water', 'staff', 'spares']);
    expect(keys(owned.inUse)).toEqual(keys(owned.capex));
  });

  it('rental: nothing but the operator’s own bills, without energy and water', () => {
    const owned =
      apply({ mode: 'rental', usdPerAcceleratorHour: 2, termMonths: 12, prepayShare: 0,
        escalationPerYear: 0 });
    expect([keys(owned.capex), keys(owned.opex), keys(owned.inUse)])
      .toEqual([[], ['staff'], []]);
  });
});

describe('rent month by month', () => {
  it('of a lease at no interest is the price less the residual over the term, then the residual',
    () => {
    // Four systems of 1,200: 1,080 of each over three months, 120 with the third payment.
    const owned = apply({ mode: 'lease', ratePerYear: 0, termMonths: 3, residualShare: 0.1 });
    expect(rentOf(owned, 6)).toEqual([1440, 1440, 1440 + 480, 0, 0, 0]);
  });

  it('of a lease at 12 % a year is the annuity at 1 % a month', () => {
    const owned = apply({ mode: 'lease', ratePerYear: 0.12, termMonths: 6, residualShare: 0 });
    const annuity = (4800 * 0.01) / (1 - 1.01 ** -6);
    for (const rent of rentOf(owned, 6)) expect(rent).toBeCloseTo(annuity, 9);
  });

  it('of a lease longer than the plan has no purchase at its end', () => {
    const owned = apply({ mode: 'lease', ratePerYear: 0, termMonths: 12, residualShare: 0.5 });
    expect(rentOf(owned, 6)).toEqual(Array.from({ length: 6 }, () => 200));
  });

  it('of colocation is the power in service, or the share taken or paid, and rises', () => {
    const colo = { mode: 'colo', usdPerKwMonth: 100, escalationPerYear: 0.21, reservedKw: 4000,
      takeOrPay: 0.9 } as const;
    const rent = rentOf(apply(colo, 13), 13);
    expect(rent[0]).toBeCloseTo(360_000, 6);
    expect(rent[12]).toBeCloseTo(360_000 * 1.21, 6);
    expect(rentOf(apply({ ...colo, takeOrPay: 0.1 }, 13), 13)[0]).toBeCloseTo(200_000, 6);
    const idle = applyOwnership(colo, () => capex, () => opex,
      handLife(2, { criticalKw: [0, 2000] }));
    expect(idle.rent(handTimeline(1, 2))[0]?.values[0]).toBe(0);
  });

  it('of accelerators is the hourly rate of each term, less the share paid before it', () => {
    // 1,000 accelerators x 730 h x 2 USD = 1.46 M a month; a quarter is paid before the term.
    const rental = { mode: 'rental', usdPerAcceleratorHour: 2, termMonths: 12,
      prepayShare: 0.25,
      escalationPerYear: 0.1 } as const;
    const owned = apply(rental, 18);
    const rent = rentOf(owned, 18);
    expect(rent[0]).toBeCloseTo(0.75 * 1.46e6, 6);
    expect(rent[11]).toBeCloseTo(0.75 * 1.46e6, 6);
    expect(rent[12]).toBeCloseTo(0.75 * 1.46e6 * 1.1, 6);
    expect(owned.capex.map(({ serviceMonth, retireAfterMonth, draws }) =>
      [serviceMonth, retireAfterMonth, draws[0]?.month, draws[0]?.share])).toEqual([[1, 12, 0,
        1], [13, 18, 12, 1]]);
    expect(owned.capex[0]?.amountUsd).toBeCloseTo(12 * 0.25 * 1.46e6, 6);
    expect(owned.capex[1]?.amountUsd).toBeCloseTo(6 * 0.25 * 1.46e6 * 1.1, 6);
  });

  it('of prepaid accelerators leaves nothing to sell and is deducted evenly over its term', () => {
    const owned =
      apply({ mode: 'rental', usdPerAcceleratorHour: 2, termMonths: 12, prepayShare: 1,
        escalationPerYear: 0 }, 18);
    expect(owned.capex.map(({ residual }) => residual)).toEqual([
      { kind: 'fixed', share: 0 }, { kind: 'fixed', share: 0 }]);
    expect(owned.capex.map(({ depreciation }) => depreciation)).toEqual([
      { schedule: { method: 'straight-line', lifeYears: 1 }, bonusShare: 0 },
      { schedule: { method: 'straight-line', lifeYears: 0.5 }, bonusShare: 0 }]);
  });

  it('of accelerators runs from the first month in service to the last', () => {
    const owned =
      apply({ mode: 'rental', usdPerAcceleratorHour: 1, termMonths: 12, prepayShare: 0,
        escalationPerYear: 0 }, 5, [0, 730_000, 730_000, 730_000, 0]);
    expect(rentOf(owned, 5)).toEqual([0, 730_000, 730_000, 730_000, 0]);
    expect(rentOf(apply({ mode: 'rental', usdPerAcceleratorHour: 1, termMonths: 12,
      prepayShare: 0,
      escalationPerYear: 0 }, 2, [0, 0]), 2)).toEqual([0, 0]);
  });
});
