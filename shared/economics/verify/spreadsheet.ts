import {
  capitalRecoveryFactor, cumipmt, cumprinc, dollarde, dollarfr, effect, fv, fvschedule,
  ipmt, ispmt,
  nominal, nper,
  pduration, pmt, ppmt, pv, rri,
} from '../functions/annuity.ts';
import { irrRoots, signChanges } from '../functions/irr.ts';
import {
  irr, mirr, npvAtZero, npvExcel, paybackPeriods, rate, xirr, xirrRoots, xnpv,
} from '../functions/time-value.ts';
import { realRate } from '../functions/discount.ts';
import type { Answer, Arguments } from './arguments.ts';

export type CaseFunction = (args: Arguments) => Answer;

const presentValue = (args: Arguments): number => args.number(['pv', 'present'], 0);
const futureValue = (args: Arguments): number => args.number(['fv', 'future'], 0);
const per = (args: Arguments): number => args.number(['per', 'period']);
const from = (args: Arguments): number => args.number(['start', 'start_period']);
const to = (args: Arguments): number => args.number(['end', 'end_period']);
const perYear = (args: Arguments): number => args.number(['npery', 'periods_per_year']);
const flows = (args: Arguments): readonly number[] =>
  args.numbers(['values', 'cash_flows', 'flows']);
const discount = (args: Arguments, fallback?: number): number =>
  args.number(['rate', 'discount_rate'], fallback);
const count = (args: Arguments): number =>
  args.number(['nper', 'n', 'periods', 'years', 'life']);

/** Excel's present-value and annuity functions, and their like, by name. */
export const spreadsheetFunctions: Readonly<Record<string, CaseFunction>> = {
  NPV: (a) => npvExcel(discount(a), flows(a)),
  NPV_EXCEL: (a) => npvExcel(discount(a), flows(a)),
  NPV_T0: (a) => npvAtZero(discount(a), flows(a)),
  IRR: (a) => irr(flows(a), a.number('guess', 0.1)),
  IRR_ALL_ROOTS: (a) => irrRoots(flows(a)),
  IRR_SIGN_CHANGES: (a) => signChanges(flows(a)),
  MIRR: (a) => mirr(flows(a), a.number('finance_rate'), a.number('reinvest_rate')),
  XNPV: (a) => xnpv(discount(a), flows(a), a.dates('dates')),
  XIRR: (a) => xirr(flows(a), a.dates('dates'), a.number('guess', 0.1)),
  XIRR_ALL_ROOTS: (a) => xirrRoots(flows(a), a.dates('dates')),
  PMT: (a) => pmt(discount(a), count(a), presentValue(a), futureValue(a), a.type()),
  IPMT: (a) => ipmt(discount(a), per(a), count(a), presentValue(a), futureValue(a), a.type()),
  PPMT: (a) => ppmt(discount(a), per(a), count(a), presentValue(a), futureValue(a), a.type()),
  CUMIPMT: (a) => cumipmt(discount(a), count(a), presentValue(a), from(a), to(a), a.type()),
  CUMPRINC: (a) => cumprinc(discount(a), count(a), presentValue(a), from(a), to(a), a.type()),
  NPER: (a) => nper(discount(a), a.number('pmt'), presentValue(a), futureValue(a), a.type()),
  RATE: (a) => rate(count(a), a.number('pmt', 0), presentValue(a), futureValue(a), a.type(),
    a.number('guess', 0.1)),
  RRI: (a) => rri(count(a), a.number('pv'), a.number('fv')),
  PV: (a) => pv(discount(a), count(a), a.number('pmt', 0), futureValue(a), a.type()),
  FV: (a) => fv(discount(a), count(a), a.number('pmt', 0), presentValue(a), a.type()),
  ISPMT: (a) => ispmt(discount(a), per(a), count(a), presentValue(a)),
  PDURATION: (a) => pduration(discount(a), a.number('pv'), a.number('fv')),
  EFFECT: (a) => effect(a.number(['nominal', 'nominal_rate']), perYear(a)),
  NOMINAL: (a) => nominal(a.number(['effective', 'effect_rate', 'effective_rate']), perYear(a)),
  FVSCHEDULE: (a) =>
    fvschedule(a.number(['principal', 'pv']), a.numbers(['schedule', 'rates', 'values'])),
  DOLLARDE: (a) => dollarde(a.number(['value', 'fractional_dollar']), a.number('fraction')),
  DOLLARFR: (a) => dollarfr(a.number(['value', 'decimal_dollar']), a.number('fraction')),
  CRF: (a) => capitalRecoveryFactor(discount(a), count(a)),
  CAPITAL_RECOVERY_FACTOR: (a) => capitalRecoveryFactor(discount(a), count(a)),
  EAC: (a) => a.number(['npv', 'pv', 'cost']) * capitalRecoveryFactor(discount(a), count(a)),
  PROFITABILITY_INDEX: (a) => {
    const [first = 0, ...rest] = flows(a);
    return npvExcel(discount(a), rest) / -first;
  },
  PAYBACK: (a) => paybackPeriods(flows(a)),
  PAYBACK_PERIOD: (a) => paybackPeriods(flows(a)),
  DISCOUNTED_PAYBACK: (a) => paybackPeriods(flows(a), discount(a)),
  DISCOUNTED_PAYBACK_PERIOD: (a) => paybackPeriods(flows(a), discount(a)),
  ROI: (a) => a.number(['gain', 'revenue', 'return']) / a.number(['cost', 'investment']) - 1,
  REAL_RATE: (a) => realRate(a.number(['nominal', 'nominal_rate']), a.number('inflation')),
  NOMINAL_RATE: (a) =>
    (1 + a.number(['real', 'real_rate', 'real_discount'])) * (1 + a.number('inflation'))
    - 1,
};
