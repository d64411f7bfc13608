/** Payments fall at the end (0) or the start (1) of each period, as in Excel. */
export type PaymentType = 0 | 1;

/** (1 + r)^n - 1 without loss of digits at small rates. */
const growth = (rate: number, nper: number): number => Math.expm1(nper * Math.log1p(rate));

/** (1 + r)^n, which keeps its digits where it is nearly nothing. */
const compound = (rate: number, nper: number): number => Math.exp(nper * Math.log1p(rate));

function checkRate(rate: number): void {
  if (!(rate > -1)) throw new RangeError(`the rate must be above -100 %, got ${rate}`);
}

/**
 * Future value of a payment of 1 in each period: ((1 + r)^n - 1) / r, times 1 + r at the
 * start; n at r = 0.
 */
function annuityFactor(rate: number, nper: number, type: PaymentType): number {
  return rate === 0 ? nper : (growth(rate, nper) / rate) * (1 + rate * type);
}

/**
 * Future value: -(pv (1 + r)^n + pmt ((1 + r)^n - 1) / r (1 + r type)). Money paid is negative.
 * @param rate per period, > -1
 * @throws RangeError at rates of -100 % and below
 * @source Microsoft Excel, FV
 * @example fv(0.01, 12, -1000) // 12682.503013196976
 */
export function fv(
  rate: number, nper: number, pmt: number, pv = 0, type: PaymentType = 0,
): number {
  checkRate(rate);
  return -(pv * compound(rate, nper) + pmt * annuityFactor(rate, nper, type));
}

/**
 * Present value of level payments and a final value.
 * @source Microsoft Excel, PV
 * @example pv(0.07, 20, 12000) // -127128.17094619393
 */
export function pv(
  rate: number, nper: number, pmt: number, future = 0, type: PaymentType = 0,
): number {
  checkRate(rate);
  return -(future + pmt * annuityFactor(rate, nper, type)) / compound(rate, nper);
}

/**
 * Level payment that repays `present` to `future` in nper periods.
 * @throws RangeError when there are no periods
 * @source Microsoft Excel, PMT
 * @example pmt(0.08 / 12, 10, 10000) // -1037.0320893591643
 */
export function pmt(
  rate: number, nper: number, present: number, future = 0, type: PaymentType = 0,
): number {
  checkRate(rate);
  if (nper === 0) throw new RangeError('a payment needs one period or more');
  return -(future + present * compound(rate, nper)) / annuityFactor(rate, nper, type);
}

function checkPeriod(per: number, nper: number): void {
  if (!(per >= 1 && per < nper + 1))
    throw new RangeError(`period ${per} is not within 1 to ${nper}`);
}

/**
 * Interest part of the payment of a period: rate on what is owed when the period starts.
 * @param per 1..nper
 * @source Microsoft Excel, IPMT
 * @example ipmt(0.1 / 12, 1, 36, 8000) // -66.66666666666667
 */
export function ipmt(rate: number, per: number, nper: number, present: number, future = 0,
  type: PaymentType = 0): number {
  checkPeriod(per, nper);
  if (type === 1 && per === 1) return 0;
  const payment = pmt(rate, nper, present, future, type);
  // Owed then is what the remaining payments are worth: growing the loan forwards loses
  // every digit late in it.
  const owed = rate > 0 ? -pv(rate, nper - per + 1, payment, future, type)
    : fv(rate, per - 1, payment, present, type);
  return (owed * rate) / (type === 1 ? 1 + rate : 1);
}

/**
 * Principal part of the payment of a period: that of the first one, grown at the rate.
 * @source Microsoft Excel, PPMT
 * @example ppmt(0.1 / 12, 1, 24, 2000) // -75.62318600836673
 */
export function ppmt(rate: number, per: number, nper: number, present: number, future = 0,
  type: PaymentType = 0): number {
  checkPeriod(per, nper);
  checkRate(rate);
  if (type === 1 && per === 1) return pmt(rate, nper, present, future, type);
  const principal =
    (-(present + future) * (1 + growth(rate, per - 1))) / annuityFactor(rate, nper, 0);
  return principal / (type === 1 ? 1 + rate : 1);
}

/**
 * Interest paid in periods start..end.
 * @source Microsoft Excel, CUMIPMT
 */
export function cumipmt(rate: number, nper: number, present: number, start: number, end: number,
  type: PaymentType = 0): number {
  return sumPeriods(start, end, nper, (per) => ipmt(rate, per, nper, present, 0, type));
}

/**
 * Principal repaid in periods start..end.
 * @source Microsoft Excel, CUMPRINC
 * @example cumprinc(0.1 / 12, 360, 100000, 13, 24) // -614.0863271085149
 */
export function cumprinc(rate: number, nper: number, present: number, start: number,
  end: number,
  type: PaymentType = 0): number {
  return sumPeriods(start, end, nper, (per) => ppmt(rate, per, nper, present, 0, type));
}

/** Most periods a cumulative function adds up: a century of days. */
const longestLoan = 36_525;

function sumPeriods(
  start: number, end: number, nper: number, of: (per: number) => number,
): number {
  if (!(start >= 1 && end >= start && end <= nper && nper <= longestLoan)) {
    throw new RangeError(`periods ${start} to ${end} are not within 1 to ${Math.min(nper, longestLoan)}`);
  }
  let sum = 0;
  for (let per = Math.ceil(start); per <= end; per++) sum += of(per);
  return sum;
}

/**
 * Periods until level payments take `present` to `future`.
 * @throws RangeError when the payments never get there
 * @source Microsoft Excel, NPER
 * @example nper(0.01, -100, -1000, 10000, 1) // 59.67386567429457
 */
export function nper(rate: number, payment: number, present: number, future = 0,
  type: PaymentType = 0): number {
  checkRate(rate);
  const due = payment * (1 + rate * type);
  const periods = rate === 0 ? -(present + future) / payment
    : Math.log((due - future * rate) / (due + present * rate)) / Math.log1p(rate);
  if (!Number.isFinite(periods))
    throw new RangeError('these payments never reach the final value');
  return periods;
}

/**
 * Interest of a loan repaid in equal principal, period counted from 0.
 * @source Microsoft Excel, ISPMT
 */
export const ispmt = (rate: number, per: number, periods: number, present: number): number =>
  present * rate * (per / periods - 1);

/**
 * Periods in which an investment grows to a value.
 * @source Microsoft Excel, PDURATION
 * @example pduration(0.025, 2000, 2200) // 3.859866162622655
 */
export function pduration(rate: number, present: number, future: number): number {
  if (!(rate > 0 && present > 0 && future > 0))
    throw new RangeError('rate and values must be above 0');
  return Math.log(future / present) / Math.log1p(rate);
}

/**
 * Equivalent rate of growth per period.
 * @source Microsoft Excel, RRI
 * @example rri(8, 10000, 11000) // 0.011985024140399592
 */
export function rri(periods: number, present: number, future: number): number {
  if (!(periods > 0) || present === 0 || future / present < 0) {
    throw new RangeError('needs periods above 0 and values of one sign');
  }
  return Math.expm1(Math.log(future / present) / periods);
}

/**
 * Yearly effective rate of a nominal one compounded npery times.
 * @source Microsoft Excel, EFFECT @example effect(0.0525, 4) // 0.0535427
 */
export function effect(nominalRate: number, npery: number): number {
  const times = Math.trunc(npery);
  if (!(nominalRate > 0 && times >= 1)) {
    throw new RangeError('needs a rate above 0 and one compounding or more');
  }
  return growth(nominalRate / times, times);
}

/**
 * Nominal yearly rate of an effective one.
 * @source Microsoft Excel, NOMINAL
 * @example nominal(0.053543, 4) // 0.0525003
 */
export function nominal(effectiveRate: number, npery: number): number {
  const times = Math.trunc(npery);
  if (!(effectiveRate > 0 && times >= 1)) {
    throw new RangeError('needs a rate above 0 and one compounding or more');
  }
  return times * Math.expm1(Math.log1p(effectiveRate) / times);
}

/**
 * Value after a row of rates.
 * @source Microsoft Excel, FVSCHEDULE
 * @example fvschedule(1, [0.09, 0.11, 0.1]) // 1.33089
 */
export const fvschedule = (principal: number, schedule: readonly number[]): number =>
  schedule.reduce((value, rate) => value * (1 + rate), principal);

/**
 * Decimal dollars of dollars and a fraction, e.g. 1.02 in sixteenths.
 * @source Microsoft Excel, DOLLARDE
 * @example dollarde(1.02, 16) // 1.125
 */
export function dollarde(value: number, fraction: number): number {
  const [parts, digits] = fractionOf(fraction);
  return Math.trunc(value) + ((value - Math.trunc(value)) * 10 ** digits) / parts;
}

/**
 * Dollars and a fraction of decimal dollars.
 * @source Microsoft Excel, DOLLARFR
 * @example dollarfr(1.125, 16) // 1.02
 */
export function dollarfr(value: number, fraction: number): number {
  const [parts, digits] = fractionOf(fraction);
  return Math.trunc(value) + ((value - Math.trunc(value)) * parts) / 10 ** digits;
}

function fractionOf(fraction: number): readonly [number, number] {
  const parts = Math.trunc(fraction);
  if (!(parts >= 1)) throw new RangeError('a fraction needs one part or more');
  return [parts, Math.ceil(Math.log10(parts))];
}

/**
 * Capital recovery factor r (1 + r)^n / ((1 + r)^n - 1): the level payment for a present
 * value of 1.
 */
export const capitalRecoveryFactor = (rate: number, periods: number): number =>
  -pmt(rate, periods, 1);
