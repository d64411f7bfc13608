import { evaluateYearlyProject } from '../statement/project-finance.ts';
import type { YearlyDebt, YearlyProject } from '../statement/project-finance-types.ts';
import { readArguments, type Answer, type Arguments } from './arguments.ts';

/**
 * A yearly project read from a case's inputs, evaluated; series beside figures under
 * their own names.
 */
export function projectFinanceOf(args: Arguments): Answer {
  const { figures, series } = evaluateYearlyProject(readProject(args));
  return { ...figures, ...series };
}

function readProject(args: Arguments): YearlyProject {
  const tax = {
    federalRate: args.number('federal_tax', 0), stateRate: args.number('state_tax', 0),
    lossRule: args.flag('losses_used_immediately', true) ? 'use' : 'carry',
    lossLimitShare: args.number('loss_limit', 1),
  } as const;
  const allocation = args.has('depreciation_allocation')
    ? args.record('depreciation_allocation')
    : readArguments({});
  return {
    years: args.number(['analysis_years', 'analysis_period']),
    annualOutput: args.number(['annual_output', 'annual_energy']),
    price: args.number(['price_year1', 'price']),
    priceEscalation: args.number('price_escalation', 0),
    operatingCost: args.number('om_year1', 0),
    operatingEscalation: args.number('om_escalation', 0),
    installedCost: args.number('total_installed_cost'),
    constructionFinancing: args.number('construction_financing_cost', 0),
    otherFinancing: args.number('other_financing_cost', 0), debt: readDebt(args.record('debt')),
    operatingReserveMonths: args.number('working_capital_reserve_months_of_opex', 0),
    reserveInterest: args.number('reserve_interest', 0),
    tax, bonusShare: args.number('bonus_depreciation', 0),
    depreciation: Object.fromEntries(
      allocation.names.map((name) => [name, allocation.number(name)]),
    ),
    credit: {
      perUnit: args.number('ptc_per_unit', 0), years: args.number('ptc_years', 0),
      escalation: args.number('ptc_escalation', 0),
      roundedTo: args.number('ptc_rounded_to', 0),
    },
    investmentCredit: args.number('itc', 0), creditedShares: readCredited(args),
    salvageShare: args.number('salvage', 0),
    realDiscount: args.number('real_discount'), inflation: args.number('inflation', 0),
  };
}

/** Classes the investment credit is taken on: a list of them, or the share of each. */
function readCredited(args: Arguments): YearlyProject['creditedShares'] {
  const stated = args.raw('itc_classes');
  if (Array.isArray(stated))
    return Object.fromEntries(stated.map((name: unknown) => [String(name), 1]));
  if (!args.has('itc_classes')) return null;
  const shares = args.record('itc_classes');
  return Object.fromEntries(shares.names.map((name) => [name, shares.number(name)]));
}

function readDebt(args: Arguments): YearlyDebt {
  const mode = args.text('mode', args.has('dscr') ? 'sculpted' : 'level').toLowerCase();
  return {
    kind: mode.includes('sculpt') || mode.includes('dscr') ? 'sculpted' : 'level',
    dscr: args.number('dscr', 1),
    share: args.number(['fraction', 'debt_fraction', 'share'], 0),
    tenorYears: args.number(['tenor_years', 'tenor']), rate: args.number('rate'),
    feeShare: args.number('upfront_fee_fraction', 0), dsraMonths: args.number('dsra_months', 0),
  };
}
