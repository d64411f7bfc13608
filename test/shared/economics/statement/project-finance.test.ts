import { describe, expect, it } from 'vitest';
import { evaluateYearlyProject } from '../../../../shared/economics/statement/project-finance.ts';
import type {
  YearlyDebt, YearlyProject,
} from '../../../../shared/economics/statement/project-finance-types.ts';

/** Two years at 10 %, covered twice, 2 % paid for the loan and half a year kept for it. */
const sculpted: YearlyDebt = { kind: 'sculpted', dscr: 2, share: 0.5, tenorYears: 2, rate: 0.1,
  feeShare: 0.02, dsraMonths: 6 };

/**
 * Sold for 500 and 550, run for 100 a year and sold off for 100: EBITDA of 400 and 550. Cost
 * 1,000, of which 50 more stand aside for half a year of running; 1,100 with financing.
 */
const project = (over: Partial<YearlyProject> = {}): YearlyProject => ({
  years: 2, annualOutput: 100, price: 5, priceEscalation: 0.1, operatingCost: 100,
  operatingEscalation: 0, installedCost: 1000, constructionFinancing: 20, otherFinancing: 30,
  debt: sculpted, operatingReserveMonths: 6, reserveInterest: 0.04,
  tax: { federalRate: 0.2, stateRate: 0.05, lossRule: 'use', lossLimitShare: 1 },
  depreciation: { macrs_5: 0.5, sl_5: 0.3 }, bonusShare: 0.6,
  credit: { perUnit: 0.5, years: 1, escalation: 0, roundedTo: 0 }, investmentCredit: 0.3,
  creditedShares: null, salvageShare: 0.1, realDiscount: 0.05, inflation: 0.02, ...over,
});
const series = (over: Partial<YearlyProject>, key: string) =>
  evaluateYearlyProject(project(over)).series[key]?.map((x) => Number(x.toFixed(6)) + 0);

/** Service of 200 and 275, and what it is worth at 10 %. */
const amount = 200 / 1.1 + 275 / 1.21;
const uses = 1100 + 0.02 * amount + 100;

describe('a yearly project by hand', () => {
  const { figures, series: lines } = evaluateYearlyProject(project());
  const near = (key: string, values: readonly number[]): void => {
    expect(lines[key]).toHaveLength(values.length);
    values.forEach((value, t) => { expect(lines[key]?.[t]).toBeCloseTo(value, 9); });
  };

  it('borrows what half of its EBITDA repays', () => {
    near('cf_ebitda', [0, 400, 550]);
    near('cf_debt_payment_total', [0, 200, 275]);
    near('cf_debt_payment_interest', [0, amount * 0.1, 25]);
    near('cf_debt_payment_principal', [0, 200 - amount * 0.1, 250]);
    near('cf_debt_balance', [amount, 250, 0]);
    expect(figures['size_of_debt']).toBeCloseTo(amount, 9);
    expect(figures['cost_debt_upfront']).toBeCloseTo(0.02 * amount, 9);
    expect(figures['cost_installed']).toBeCloseTo(uses, 9);
    expect(figures['cost_financing']).toBeCloseTo(uses - 1000, 9);
    expect(figures['size_of_equity']).toBeCloseTo(uses - amount, 9);
    expect(figures['debt_fraction']).toBeCloseTo((100 * amount) / uses, 9);
    expect(figures['min_dscr']).toBeCloseTo(2, 12);
    expect(figures['cash_for_debt_service']).toBeCloseTo(950, 9);
    expect(figures['pv_cafds']).toBeCloseTo(400 / 1.1 + 550 / 1.21, 9);
  });

  it('keeps half a year of service and of running aside, at interest', () => {
    near('cf_reserve_debtservice', [100, 137.5, 0]);
    near('cf_reserve_om', [50, 50, 0]);
    near('cf_reserve_interest', [0, 6, 7.5]);
    expect(lines['cf_reserve_interest']).toHaveLength(3);
    near('cf_project_return_pretax', [amount - uses, 400 - 200 + 6 - 37.5,
      550 - 275 + 7.5 + 187.5]);
  });

  it('writes 85 % of 1,020 off, the accelerated half with its bonus', () => {
    // 20 and 32 % of what the bonus of 60 % leaves; 10 and 20 % of the straight part.
    const off = [867 * (0.5 * (0.6 + 0.4 * 0.2) + 0.3 * 0.1),
      867 * (0.5 * 0.4 * 0.32 + 0.3 * 0.2)] as const;
    near('cf_feddepr_total', [0, ...off]);
    const income = [406 - amount * 0.1 - off[0], 557.5 - 25 - off[1]] as const;
    near('cf_statax', [0, -0.05 * income[0], -0.05 * income[1]]);
    near('cf_fedtax', [0, -0.2 * 0.95 * income[0], -0.2 * 0.95 * income[1]]);
    // 24 % in all; 50 of production credit and 30 % of 1,020 come back in the first year.
    near('cf_ptc_fed', [0, 50, 0]);
    const kept = [168.5 - 0.24 * income[0] + 50 + 306, 470 - 0.24 * income[1]] as const;
    near('cf_project_return_aftertax', [amount - uses, ...kept]);
    expect(figures['effective_tax_rate']).toBeCloseTo(24, 12);
    near('cf_annual_costs', [amount - uses, kept[0] - 500, kept[1] - 550]);
  });

  it('levels its price and cost over output at both discount rates', () => {
    const nominal = 1.05 * 1.02 - 1;
    const output = 100 / (1 + nominal) + 100 / (1 + nominal) ** 2;
    const real = 100 / 1.05 + 100 / 1.05 ** 2;
    const sales = 500 / (1 + nominal) + 550 / (1 + nominal) ** 2;
    expect(figures['nominal_discount_rate']).toBeCloseTo(nominal, 12);
    expect(figures['npv_energy_nom']).toBeCloseTo(output, 9);
    expect(figures['npv_energy_real']).toBeCloseTo(real, 9);
    expect(figures['npv_ppa_revenue']).toBeCloseTo(sales, 9);
    expect(figures['lppa_nom']).toBeCloseTo((100 * sales) / output, 9);
    expect(figures['lppa_real']).toBeCloseTo((100 * sales) / real, 9);
    // What is kept beyond sales is cost; the two add up to the worth of the flow.
    const npv = figures['project_return_aftertax_npv'] ?? NaN;
    const flow = lines['cf_project_return_aftertax'] ?? [];
    expect(npv).toBeCloseTo((flow[0] ?? NaN) + (flow[1] ?? NaN) / (1 + nominal)
      + (flow[2] ?? NaN) / (1 + nominal) ** 2, 9);
    expect(figures['npv_annual_costs']).toBeCloseTo(sales - npv, 9);
    expect(figures['lcoe_nom']).toBeCloseTo((100 * (sales - npv)) / output, 9);
    expect(figures['lcoe_real']).toBeCloseTo((100 * (sales - npv)) / real, 9);
  });

  it('weighs its owner’s return and its interest after tax', () => {
    const flow = lines['cf_project_return_aftertax'] ?? [];
    const irr = (figures['project_return_aftertax_irr'] ?? NaN) / 100;
    expect((flow[0] ?? NaN) + (flow[1] ?? NaN) / (1 + irr) + (flow[2] ?? NaN) / (1 + irr) ** 2)
      .toBeCloseTo(0, 6);
    const lent = amount / uses;
    expect(figures['wacc']).toBeCloseTo(100 * ((1 - lent) * irr + lent * 0.1 * 0.76), 9);
  });
});

describe('a level loan', () => {
  it('lends its share of everything it pays for, fee and reserve included', () => {
    const level = evaluateYearlyProject(project({ debt: { ...sculpted, kind: 'level' } }));
    const { size_of_debt: lent = null, cost_installed: cost = null } = level.figures;
    expect(level.figures['debt_fraction']).toBeCloseTo(50, 9);
    const payment = ((lent ?? NaN) * 0.1) / (1 - 1.1 ** -2);
    expect(level.series['cf_debt_payment_total']?.[0]).toBe(0);
    expect(level.series['cf_debt_payment_total']?.[1]).toBeCloseTo(payment, 9);
    expect(level.series['cf_debt_payment_total']?.[2]).toBeCloseTo(payment, 9);
    expect(level.series['cf_debt_balance']?.[2]).toBeCloseTo(0, 9);
    expect(cost).toBeCloseTo(1100 + 0.02 * (lent ?? NaN) + payment / 2, 9);
  });

  it('is served for its tenor alone, and only then held against cash', () => {
    const short = { debt: { ...sculpted, tenorYears: 1 } };
    expect(series(short, 'cf_debt_payment_total')).toEqual([0, 200, 0]);
    expect(series(short, 'cf_debt_payment_interest')).toEqual([0, 18.181818, 0]);
    expect(series(short, 'cf_cash_for_ds')).toEqual([0, 400, 0]);
    const { figures } = evaluateYearlyProject(project(short));
    expect(figures['cash_for_debt_service']).toBe(400);
    expect(figures['pv_cafds']).toBeCloseTo(400 / 1.1, 9);
  });

  it('gets nothing from a year that loses money', () => {
    expect(series({ operatingCost: 700 }, 'cf_debt_payment_total')).toEqual([0, 0, 0]);
    expect(evaluateYearlyProject(project({ operatingCost: 700 })).figures['min_dscr']).toBeNull();
  });
});

describe('credits', () => {
  it('per unit rise by year, are rounded as published and end', () => {
    const credit = { perUnit: 0.5, years: 2, escalation: 0.1, roundedTo: 0.5 };
    expect(series({ credit }, 'cf_ptc_fed')).toEqual([0, 50, 50]);
    expect(series({ credit: { ...credit, roundedTo: 0 } }, 'cf_ptc_fed')).toEqual([0, 50, 55]);
    expect(series({ credit: { ...credit, years: 1 } }, 'cf_ptc_fed')).toEqual([0, 50, 0]);
  });

  it('on investment are taken on the classes named, and lower the basis of those alone', () => {
    const named = { creditedShares: { macrs_5: 1 } };
    const first = 1020 * (0.85 * 0.5 * 0.68 + 0.3 * 0.1);
    expect(series(named, 'cf_feddepr_total')?.[1]).toBeCloseTo(first, 6);
    // Half of 1,020 is credited at 30 %: 153.
    const [whole, without] = [named, { ...named, investmentCredit: 0 }]
      .map((over) => evaluateYearlyProject(project(over)).series);
    const year = (of: typeof whole, key: string): number => of?.[key]?.[1] ?? NaN;
    const untaxed = (of: typeof whole): number => year(of, 'cf_project_return_aftertax')
      - year(of, 'cf_statax') - year(of, 'cf_fedtax');
    expect(untaxed(whole) - untaxed(without)).toBeCloseTo(153, 9);
  });
});
