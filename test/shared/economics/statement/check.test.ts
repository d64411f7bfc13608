import { describe, expect, it } from 'vitest';
import { checkEconomics } from '../../../../shared/economics/statement/check.ts';
import type {
  CapexItem, DebtParams, EconomicsParams, FinanceParams, OpexLine, Ownership, TrafficSales,
} from '../../../../shared/economics/statement/types.ts';
import { debt, economics, finance, opexLine, sales, servers } from '../fixture.ts';
import { handLife } from '../hand.ts';

const sound = { lifecycle: handLife(12) };
type Row = readonly [what: string, low: number, high: number,
  of: (value: number) => Partial<EconomicsParams>];
const asset = (of: (value: number) => Partial<CapexItem>) => (value: number) =>
  ({ capex: [servers(of(value))] });
const line = (of: (value: number) => Partial<OpexLine>) => (value: number) =>
  ({ opex: [opexLine(of(value))] });
const sold = (of: (value: number) => Partial<TrafficSales>) => (value: number) =>
  ({ sales: [sales(of(value))] });
const money = (of: (value: number) => Partial<FinanceParams>) => (value: number) =>
  ({ finance: finance(of(value)) });
const lent = (of: (value: number) => Partial<DebtParams>) => (value: number) =>
  ({ finance: finance({ debt: debt(of(value)) }) });
const owned = (
  of: (value: number) => Ownership,
) => (value: number) => ({ ownership: of(value) });
const tax = finance().tax;
const path = sales().path;
const schedule = (value: CapexItem['depreciation']['schedule']): Partial<CapexItem> =>
  ({ depreciation: { schedule: value, bonusShare: 0 } });
const lease = { mode: 'lease', ratePerYear: 0.1, termMonths: 12, residualShare: 0 } as const;
const colo = { mode: 'colo', usdPerKwMonth: 1, escalationPerYear: 0, reservedKw: 1,
  takeOrPay: 1 } as const;
const rental = { mode: 'rental', usdPerAcceleratorHour: 1, termMonths: 12, prepayShare: 0,
  escalationPerYear: 0 } as const;

describe('ranges of the money', () => {
  const rows: readonly Row[] = [
    ['amountUsd', 0, 1e15, asset((value) => ({ amountUsd: value }))],
    ['bonusShare', 0, 1, asset((value) => ({ depreciation: { schedule: { method: 'none' },
      bonusShare: value } }))],
    ['residual.share', 0, 2, asset((value) => ({ residual: { kind: 'fixed', share: value } }))],
    ['residual.lifeYears', 0.01, 100, asset((value) => ({ residual: { kind: 'straight-line',
      lifeYears: value, finalShare: 0 } }))],
    ['residual.finalShare', 0, 1, asset((value) => ({ residual: { kind: 'straight-line',
      lifeYears: 9, finalShare: value } }))],
    ['residual.lossPerYear', 0, 1, asset((value) => ({ residual: { kind: 'declining',
      lossPerYear: value } }))],
    ['recoveryYears', 1, 20, asset((value) => schedule({ method: 'macrs', recoveryYears: value,
      convention: 'half-year' }))],
    ['lifeYears', 1 / 12, 100, asset((value) => schedule({ method: 'straight-line',
      lifeYears: value }))],
    ['lifeYears', 1, 100, asset((value) => schedule({ method: 'declining', lifeYears: value,
      factor: 2 }))],
    ['factor', 0.1, 10, asset((value) => schedule({ method: 'declining', lifeYears: 5,
      factor: value }))],
    ['rate', 0, 1e12, line((value) => ({ rate: value }))],
    ['escalationPerYear', -0.99, 10, line((value) => ({ escalationPerYear: value }))],
    ['inputUsdPerMtok', 0, 1e6, sold((value) => ({ inputUsdPerMtok: value }))],
    ['cachedUsdPerMtok', 0, 1e6, sold((value) => ({ cachedUsdPerMtok: value }))],
    ['outputUsdPerMtok', 0, 1e6, sold((value) => ({ outputUsdPerMtok: value }))],
    ['freeShare', 0, 1, sold((value) => ({ freeShare: value }))],
    ['failedShare', 0, 1, sold((value) => ({ failedShare: value }))],
    ['batchShare', 0, 1, sold((value) => ({ batchShare: value }))],
    ['batchDiscount', 0, 1, sold((value) => ({ batchDiscount: value }))],
    ['offPeakShare', 0, 1, sold((value) => ({ offPeakShare: value }))],
    ['offPeakDiscount', 0, 1, sold((value) => ({ offPeakDiscount: value }))],
    ['modelDeclinePerYear', -10, 0.9999999, sold((value) => ({ path: { ...path,
      modelDeclinePerYear: value } }))],
    ['capabilityDeclinePerYear', -10, 0.9999999,
      sold((value) => ({ path: { ...path, capabilityDeclinePerYear: value } }))],
    ['floorFactor', 0, 1, sold((value) => ({ path: { ...path, floorFactor: value } }))],
    ['ratePerYear', -0.99, 5, owned((value) => ({ ...lease, ratePerYear: value }))],
    ['termMonths', 1, 360, owned((value) => ({ ...lease, termMonths: value }))],
    ['residualShare', 0, 1, owned((value) => ({ ...lease, residualShare: value }))],
    ['usdPerKwMonth', 0, 1e5, owned((value) => ({ ...colo, usdPerKwMonth: value }))],
    ['escalationPerYear', -0.99, 10, owned((value) => ({ ...colo, escalationPerYear: value }))],
    ['reservedKw', 0, 1e8, owned((value) => ({ ...colo, reservedKw: value }))],
    ['takeOrPay', 0, 1, owned((value) => ({ ...colo, takeOrPay: value }))],
    ['usdPerAcceleratorHour', 0, 1e4, owned((value) => ({ ...rental,
      usdPerAcceleratorHour: value }))],
    ['termMonths', 1, 360, owned((value) => ({ ...rental, termMonths: value }))],
    ['prepayShare', 0, 1, owned((value) => ({ ...rental, prepayShare: value }))],
    ['escalationPerYear', -0.99, 10,
      owned((value) => ({ ...rental, escalationPerYear: value }))],
    ['federalRate', 0, 1, money((value) => ({ tax: { ...tax, federalRate: value } }))],
    ['stateRate', 0, 1, money((value) => ({ tax: { ...tax, stateRate: value } }))],
    ['lossLimitShare', 0, 1, money((value) => ({ tax: { ...tax, lossLimitShare: value } }))],
    ['receivableDays', 0, 360, money((value) => ({ receivableDays: value }))],
    ['payableDays', 0, 360, money((value) => ({ payableDays: value }))],
    ['operatingReserveMonths', 0, 24, money((value) => ({ operatingReserveMonths: value }))],
    ['reserveInterest', 0, 1, money((value) => ({ reserveInterest: value }))],
    ['share', 0, 1, lent((value) => ({ share: value }))],
    ['ratePerYear', 0, 2, lent((value) => ({ ratePerYear: value }))],
    ['tenorMonths', 1, 360, lent((value) => ({ tenorMonths: value }))],
    ['targetDscr', 1, 10, lent((value) => ({ targetDscr: value }))],
    ['upfrontFeeShare', 0, 0.5, lent((value) => ({ upfrontFeeShare: value }))],
    ['dsraMonths', 0, 24, lent((value) => ({ dsraMonths: value }))],
  ];

  it.each(rows)('of %s are %d to %d, ends included', (what, low, high, of) => {
    const found = (value: number) => checkEconomics(economics({ ...sound, ...of(value) }))
      .filter((p) => p.code === 'range' && p.where.endsWith(`.${what}`));
    const beyond = Math.max(1e-6, Math.abs(high) * 1e-6);
    expect([found(low), found(high)]).toEqual([[], []]);
    expect(found(low - 1e-6)).toMatchObject([{ min: low, max: high }]);
    expect(found(high + beyond)).toMatchObject([{ min: low, max: high }]);
    expect(found(Number.NaN)).toHaveLength(1);
  });

  it.each([['discountRate'], ['inflation'], ['financeRate'], ['reinvestRate']] as const)(
    '%s is above -1 and at most 10', (name) => {
    const codes = (value: number) => checkEconomics(economics({ ...sound,
      finance: finance({ [name]: value }) }))
      .map(({ code, where }) => `${code} ${where}`);
    expect([codes(-0.999), codes(10)]).toEqual([[], []]);
    expect(codes(-1)).toEqual([`rate-at-minus-one ${name}`]);
    expect(codes(10.1)).toEqual([`range finance.${name}`]);
  });
});

describe('assets and prices', () => {
  const codes = (over: Partial<EconomicsParams>) =>
    checkEconomics(economics({ ...sound, ...over })).map(({ code }) => code);

  it('are paid in full between five years before the plan and its horizon', () => {
    const at = (month: number, share = 1) => codes({ capex: [servers({ draws: [{ month,
      share }] })] });
    expect([at(-59), at(12), at(1, 0.99), at(-60), at(13)]).toEqual([[], [], ['draws'],
      ['draw-month'], ['draw-month']]);
    expect(codes({ capex: [servers({ serviceMonth: 13,
      draws: [{ month: 14, share: 1 }] })] })).toEqual([]);
    expect(codes({ capex: [servers({ serviceMonth: 0 })] })).toEqual(['range']);
    expect(codes({ capex: [servers({ serviceMonth: 3, retireAfterMonth: 3 })] })).toEqual([]);
    expect(codes({ capex: [servers({ serviceMonth: 3,
      retireAfterMonth: 2 })] })).toEqual(['phase-order']);
  });

  it('have shares of at most one, and names of their own', () => {
    const shares = (...values: number[]) => codes({ capex: [servers(schedule({ method: 'custom',
      shares: values }))] });
    expect([shares(0.5, 0.5), shares(0.5, 0.6)]).toEqual([[], ['range']]);
    const tier = (share: number) => codes({ sales: [sales({ tiers: [{ key: 'a', share,
      priceFactor: 2 }] })] });
    expect([tier(1), tier(1.1)]).toEqual([[], ['range']]);
    expect(codes({ capex: [servers(), servers()] })).toEqual(['duplicate-key']);
    expect(codes({ opex: [opexLine(), opexLine()] })).toEqual(['duplicate-key']);
    expect(codes({ capex: [servers({ key: 'x' })], opex: [opexLine({ key: 'x' })] }))
      .toEqual([]);
    expect(codes({ sales: [] })).toEqual(['not-priced']);
  });
});
