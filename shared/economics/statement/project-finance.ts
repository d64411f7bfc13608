import { pmt } from '../functions/annuity.ts';
import { realRate } from '../functions/discount.ts';
import { irr as rateOfReturn } from '../functions/time-value.ts';
import { macrsTable } from '../functions/macrs.ts';
import type {
  DepreciationClass, YearlyDebt, YearlyProject, YearlyResult,
} from './project-finance-types.ts';
import { taxYears } from './tax.ts';

type Years = readonly number[];

/** A value for year 0 and every year of operation. */
const overYears = (years: number, of: (year: number) => number): Years =>
  Array.from({ length: years + 1 }, (_, year) => of(year));
const total = (values: Years): number => values.reduce((sum, x) => sum + x, 0);
const at = (values: Years, year: number): number => values[year] ?? 0;

/** sum of values / (1 + r)^year, year 0 included */
const worth = (values: Years, rate: number): number =>
  values.reduceRight((sum, x) => sum / (1 + rate) + x, 0);

/**
 * A yearly project finance model: sculpted or level debt, reserves, depreciation, tax,
 * production credit, the owner's flow and levelised prices. Sculpted debt: DS_t =
 * EBITDA_t / DSCR, amount = their present value.
 * @param project amounts in one currency, rates as fractions, years >= 1
 * @returns figures and series under the names NREL SAM's Single Owner model prints them with
 * @source NREL SAM, Single Owner financial model
 * @example evaluateYearlyProject(wind).figures['size_of_debt'] // 183558131.38 for SAM's wind example
 */
export function evaluateYearlyProject(project: YearlyProject): YearlyResult {
  const { years } = project;
  const revenue = overYears(years, (t) =>
    (t === 0 ? 0
      : project.annualOutput * project.price * (1 + project.priceEscalation) ** (t - 1)));
  const salvage = overYears(years,
    (t) => (t === years ? project.salvageShare * project.installedCost : 0));
  const income = revenue.map((x, t) => x + at(salvage, t));
  const opex = overYears(years, (t) =>
    (t === 0 ? 0 : project.operatingCost * (1 + project.operatingEscalation) ** (t - 1)));
  const ebitda = income.map((x, t) => x - at(opex, t));
  const operatingReserve = overYears(years,
    (t) => (at(opex, t + 1) * project.operatingReserveMonths) / 12);
  const base = project.installedCost + project.constructionFinancing + project.otherFinancing
    + at(operatingReserve, 0);
  const debt = scheduleDebt(project.debt, ebitda, base);
  const reserve = operatingReserve.map((x, t) => x + at(debt.reserve, t));
  const reserveInterest = overYears(years, (t) =>
    (t === 0 ? 0 : at(reserve, t - 1) * project.reserveInterest));
  const uses = base + debt.fee + at(debt.reserve, 0);
  const pretax = overYears(years, (t) => (t === 0 ? debt.amount - uses
    : at(ebitda, t) - at(debt.service, t) + at(reserveInterest, t) - at(reserve, t)
      + at(reserve, t - 1)));
  const basis = project.installedCost + project.constructionFinancing;
  const depreciation = depreciate(project, basis);
  const taxable = overYears(years, (t) =>
    at(ebitda, t) + at(reserveInterest, t) - at(debt.interest, t) - at(depreciation, t));
  const tax = taxYears(taxable, project.tax);
  const ptc = overYears(years, (t) => productionCredit(project, t));
  const credit = basis * creditedShare(project) * project.investmentCredit;
  const itc = overYears(years, (t) => (t === 1 ? credit : 0));
  const aftertax =
    pretax.map((x, t) => x - at(tax.state, t) - at(tax.federal, t) + at(ptc, t) + at(itc, t));
  const flows = { revenue: income, ppa: revenue, opex, ebitda, pretax, aftertax, reserve,
    operatingReserve,
    reserveInterest, depreciation, ptc };
  return { figures: figuresOf(project, debt, uses, flows), series: seriesOf(debt, tax, flows) };
}

interface YearlyLoan {
  readonly amount: number;
  readonly fee: number;
  readonly service: Years;
  readonly interest: Years;
  readonly principal: Years;
  readonly balance: Years;
  readonly reserve: Years;
}

function scheduleDebt(debt: YearlyDebt, ebitda: Years, base: number): YearlyLoan {
  const years = ebitda.length - 1;
  const within = (t: number): boolean => t >= 1 && t <= debt.tenorYears;
  const reserveShare = debt.dsraMonths / 12;
  const perUnit = -pmt(debt.rate, debt.tenorYears, 1);
  const service = debt.kind === 'sculpted'
    ? overYears(years, (t) => (within(t) ? Math.max(0, at(ebitda, t)) / debt.dscr : 0))
    : overYears(years, (t) => (within(t)
      ? (perUnit * debt.share * base)
        / (1 - debt.share * (debt.feeShare + reserveShare * perUnit)) : 0));
  const amount = worth(service, debt.rate);
  const interest: number[] = [0];
  const principal: number[] = [0];
  const balance: number[] = [amount];
  for (let t = 1; t <= years; t++) {
    const due = within(t) ? at(balance, t - 1) * debt.rate : 0;
    interest.push(due);
    principal.push(at(service, t) - due);
    balance.push(at(balance, t - 1) - at(service, t) + due);
  }
  const reserve = overYears(years, (t) => at(service, t + 1) * reserveShare);
  return { amount, fee: amount * debt.feeShare, service, interest, principal, balance,
    reserve };
}

/** Yearly shares of a class, from the printed tables; straight line by half years. */
function sharesOf(name: DepreciationClass): Years {
  const straight = (life: number): Years => macrsTable(life, 'half-year', 1);
  switch (name) {
    case 'macrs_5': return macrsTable(5);
    case 'macrs_15': return macrsTable(15);
    case 'sl_5': return straight(5);
    case 'sl_15': return straight(15);
    case 'sl_20': return straight(20);
    case 'sl_39': return straight(39);
    case 'custom': case 'none': return [];
  }
}

const depreciationClasses = ['macrs_5', 'macrs_15', 'sl_5', 'sl_15', 'sl_20', 'sl_39'] as const;

/** Share of the basis on which the investment credit is taken. */
function creditedShare({ creditedShares, depreciation }: YearlyProject): number {
  return creditedShares === null ? 1 : depreciationClasses.reduce((sum, name) =>
    sum + (depreciation[name] ?? 0) * (creditedShares[name] ?? 0), 0);
}

/**
 * Deduction per year; the bonus applies to accelerated classes, half of the investment
 * credit leaves the basis.
 */
function depreciate(project: YearlyProject, basis: number): Years {
  return overYears(project.years, (t) => depreciationClasses.reduce((sum, name) => {
    const share = project.depreciation[name] ?? 0;
    const bonus = name.startsWith('macrs') ? project.bonusShare : 0;
    const credited = project.creditedShares === null ? 1 : project.creditedShares[name] ?? 0;
    const left = basis * (1 - (credited * project.investmentCredit) / 2);
    const regular = (at(sharesOf(name), t - 1) / 100) * (1 - bonus);
    return sum + (t === 0 ? 0 : left * share * (regular + (t === 1 ? bonus : 0)));
  }, 0));
}

/** Credit per unit, escalated and rounded as the tax authority publishes it, times output. */
function productionCredit({ credit, annualOutput }: YearlyProject, t: number): number {
  if (t === 0 || t > credit.years) return 0;
  const exact = credit.perUnit * (1 + credit.escalation) ** (t - 1);
  const rounded = credit.roundedTo > 0
    ? Math.round(exact / credit.roundedTo + 1e-9) * credit.roundedTo
    : exact;
  return annualOutput * rounded;
}

interface YearlyFlows {
  /** Everything received, and the part that is sales. */
  readonly revenue: Years;
  readonly ppa: Years;
  readonly opex: Years;
  readonly ebitda: Years;
  readonly pretax: Years;
  readonly aftertax: Years;
  readonly reserve: Years;
  readonly operatingReserve: Years;
  readonly reserveInterest: Years;
  readonly depreciation: Years;
  readonly ptc: Years;
}

function figuresOf(project: YearlyProject, debt: YearlyLoan, uses: number,
  flows: YearlyFlows): YearlyResult['figures'] {
  const nominal = (1 + project.realDiscount) * (1 + project.inflation) - 1;
  const output = overYears(project.years, (t) => (t === 0 ? 0 : project.annualOutput));
  const costs = -worth(flows.aftertax.map((x, t) => x - at(flows.ppa, t)), nominal);
  const sales = worth(flows.ppa, nominal);
  const outputNominal = worth(output, nominal);
  const outputReal = worth(output, realRate(nominal, project.inflation));
  const irr = rateOfReturn(flows.aftertax);
  const { federalRate, stateRate } = project.tax;
  const effective = federalRate * (1 - stateRate) + stateRate;
  const share = debt.amount / uses;
  const available = flows.ebitda.filter((_, t) => at(debt.service, t) > 0);
  return {
    size_of_debt: debt.amount, size_of_equity: uses - debt.amount, debt_fraction: share * 100,
    cost_installed: uses, cost_financing: uses - project.installedCost,
    cost_debt_upfront: debt.fee,
    nominal_discount_rate: nominal, project_return_aftertax_npv: worth(flows.aftertax, nominal),
    project_return_aftertax_irr: irr === null ? null : irr * 100,
    lcoe_nom: (costs / outputNominal) * 100, lcoe_real: (costs / outputReal) * 100,
    lppa_nom: (sales / outputNominal) * 100, lppa_real: (sales / outputReal) * 100,
    npv_annual_costs: costs, npv_energy_nom: outputNominal, npv_energy_real: outputReal,
    npv_ppa_revenue: sales,
    wacc: irr === null ? null
      : (1 - share) * irr * 100 + share * project.debt.rate * (1 - effective) * 100,
    effective_tax_rate: effective * 100,
    min_dscr: available.length === 0 ? null
      : Math.min(...flows.ebitda
        .flatMap((x, t) => (at(debt.service, t) > 0 ? [x / at(debt.service, t)] : []))),
    cash_for_debt_service: total(available),
    pv_cafds: worth(flows.ebitda.map((x, t) => (at(debt.service, t) > 0 ? x : 0)),
      project.debt.rate),
  };
}

function seriesOf(debt: YearlyLoan, tax: { readonly state: Years; readonly federal: Years },
  flows: YearlyFlows): YearlyResult['series'] {
  const minus = (values: Years): Years => values.map((x) => 0 - x);
  return {
    cf_total_revenue: flows.revenue, cf_operating_expenses: flows.opex, cf_ebitda: flows.ebitda,
    cf_cash_for_ds: flows.ebitda.map((x, t) => (at(debt.service, t) > 0 ? x : 0)),
    cf_debt_balance: debt.balance, cf_debt_payment_interest: debt.interest,
    cf_debt_payment_principal: debt.principal,
    cf_debt_payment_total: debt.service, cf_reserve_debtservice: debt.reserve,
    cf_reserve_om: flows.operatingReserve,
    cf_reserve_interest: flows.reserveInterest, cf_feddepr_total: flows.depreciation,
    cf_stadepr_total: flows.depreciation,
    cf_statax: minus(tax.state), cf_fedtax: minus(tax.federal), cf_ptc_fed: flows.ptc,
    cf_project_return_pretax: flows.pretax, cf_project_return_aftertax: flows.aftertax,
    cf_annual_costs: flows.aftertax.map((x, t) => x - at(flows.ppa, t)),
  };
}
