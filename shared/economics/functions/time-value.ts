import { dayNumber } from '../../lifecycle/day.ts';
import { irrRoots, logRoots, signChanges } from './irr.ts';
import type { PaymentType } from './annuity.ts';

/**
 * Excel's starting guess; of several roots the one its steps lead to is the answer of
 * IRR, XIRR and RATE.
 */
const usualGuess = 0.1;

function checkRate(rate: number): void {
  if (!(rate > -1)) throw new RangeError(`the rate must be above -100 %, got ${rate}`);
}

/**
 * Net present value with the first flow at t = 0: sum CF_t / (1 + r)^t.
 * @throws RangeError at rates of -100 % and below
 * @example npvAtZero(0.1, [-10000, 3000, 4200, 6800]) // 1307.287753568743
 */
export function npvAtZero(rate: number, values: readonly number[]): number {
  checkRate(rate);
  return values.reduceRight((sum, value) => sum / (1 + rate) + value, 0);
}

/**
 * Net present value with the first flow at the end of period 1.
 * @source Microsoft Excel, NPV
 * @example npvExcel(0.1, [-10000, 3000, 4200, 6800]) // 1188.4434123352216
 */
export const npvExcel = (rate: number, values: readonly number[]): number =>
  npvAtZero(rate, values) / (1 + rate);

/**
 * The internal rate of return a spreadsheet finds from a guess, or null when no rate
 * brings the NPV to 0.
 * @source Microsoft Excel, IRR
 * @example irr([-100, 39, 59, 55, 20]) // 0.28094842116
 */
export const irr = (values: readonly number[], guess = usualGuess): number | null =>
  reached(irrRoots(values), (rate) => npvAtZero(rate, values), guess);

/**
 * The root that Newton's steps from the guess end at; the one nearest to the guess where
 * they end nowhere.
 */
function reached(
  roots: readonly number[], at: (rate: number) => number, guess: number,
): number | null {
  const end = roots.length > 1 ? newtonEnd(at, guess) : guess;
  return roots.reduce<number | null>((best, root) =>
    (best === null || Math.abs(root - end) < Math.abs(best - end) ? root : best), null);
}

/** Spreadsheets give up after some such number of steps. */
const mostSteps = 50;

function newtonEnd(at: (rate: number) => number, guess: number): number {
  let rate = guess;
  for (let step = 0; step < mostSteps; step++) {
    const h = 1e-6 * (1 + rate);
    const next = rate - (2 * h * at(rate)) / (at(rate + h) - at(rate - h));
    if (!(Number.isFinite(next) && next > -1)) return guess;
    if (Math.abs(next - rate) < 1e-9 * (1 + Math.abs(rate))) return next;
    rate = next;
  }
  return guess;
}

/**
 * Modified IRR: (FV of inflows at the reinvestment rate / PV of outflows at the finance
 * rate)^(1/(n-1)) - 1.
 * @returns null without both inflows and outflows
 * @source Microsoft Excel, MIRR
 * @example mirr([-120000, 39000, 30000, 21000, 37000, 46000], 0.1, 0.12) // 0.1260941303659051
 */
export function mirr(
  values: readonly number[], financeRate: number, reinvestRate: number,
): number | null {
  checkRate(financeRate);
  checkRate(reinvestRate);
  const last = values.length - 1;
  const out = npvAtZero(financeRate, values.map((value) => Math.min(0, value)));
  const back = npvAtZero(reinvestRate, values.map((value) => Math.max(0, value)))
    * (1 + reinvestRate) ** last;
  return out === 0 || back === 0 || last < 1 ? null : (back / -out) ** (1 / last) - 1;
}

/** Years (actual / 365) of each date after the first; flows and dates must pair up. */
function yearsOf(
  values: readonly number[], dates: readonly (string | number)[],
): readonly number[] {
  if (values.length !== dates.length) {
    throw new RangeError(`${values.length} flows but ${dates.length} dates`);
  }
  const days = dates.map(dayNumber);
  const first = days[0] ?? 0;
  if (days.some((day) => day < first)) throw new RangeError('a date lies before the first one');
  return days.map((day) => (day - first) / 365);
}

/**
 * Net present value of dated flows, actual / 365 from the first date.
 * @param dates ISO dates or Excel serial numbers, none before the first
 * @source Microsoft Excel, XNPV
 * @example xnpv(0.09, [-10000, 2750], ['2008-01-01', '2008-03-01']) // -7288.682402605366
 */
export function xnpv(
  rate: number, values: readonly number[], dates: readonly (string | number)[],
): number {
  checkRate(rate);
  const years = yearsOf(values, dates);
  return values.reduce((sum, value, at) => sum + value * (1 + rate) ** -(years[at] ?? 0), 0);
}

/** Every rate above -1 at which XNPV is 0, ascending. */
export function xirrRoots(
  values: readonly number[], dates: readonly (string | number)[],
): readonly number[] {
  const years = yearsOf(values, dates);
  const order = years.map((_, at) => at).toSorted((a, b) => (years[a] ?? 0) - (years[b] ?? 0));
  const span = Math.max(...years);
  const power = (x: number, at: number): number =>
    Math.exp(-x * ((years[at] ?? 0) - (x >= 0 ? 0 : span)));
  const sum = (x: number, of: (value: number) => number): number =>
    values.reduce((total, value, at) => total + of(value) * power(x, at), 0);
  const changes = signChanges(order.map((at) => values[at] ?? 0));
  return logRoots((x) => sum(x, (value) => value), (x) => sum(x, Math.abs), changes)
    .map(Math.expm1);
}

/**
 * Internal rate of return of dated flows, actual / 365, found from a guess; null when
 * there is none.
 * @source Microsoft Excel, XIRR
 * @example xirr([-10000, 11000], ['2023-01-01', '2024-01-01']) // 0.1
 */
export const xirr = (values: readonly number[], dates: readonly (string | number)[],
  guess = usualGuess): number | null =>
  reached(xirrRoots(values, dates), (rate) => xnpv(rate, values, dates), guess);

/**
 * Interest rate per period of level payments, found from a guess; null when there is none.
 * @source Microsoft Excel, RATE
 * @example rate(48, -200, 8000) // 0.007701472488201888
 */
export function rate(
  nper: number, pmt: number, pv: number, fv = 0, type: PaymentType = 0, guess = usualGuess,
): number | null {
  if (!(nper > 0)) throw new RangeError('a rate needs a period or more');
  const terms = (x: number): readonly [number, number, number] => {
    const payments = Math.abs(x) < 1e-12 ? nper : -Math.expm1(-x * nper) / Math.expm1(x);
    return [pv, pmt * payments * (type === 1 ? Math.exp(x) : 1), fv * Math.exp(-x * nper)];
  };
  const shrink = (x: number): number => (x >= 0 ? 1 : Math.exp(x * nper));
  const value = (x: number): number => {
    const [a, b, c] = terms(x);
    return (a + b + c) * shrink(x);
  };
  const size = (x: number): number =>
    terms(x).reduce((sum, term) => sum + Math.abs(term), 0) * shrink(x);
  return reached(logRoots(value, size, 3).map(Math.expm1)
    .filter((root) => Number.isFinite(root)),
    (each) => value(Math.log1p(each)), guess);
}

/**
 * Periods until the sum of flows (discounted, if a rate is given) first reaches 0, with
 * the part of the last one.
 */
export function paybackPeriods(values: readonly number[], discountRate = 0): number | null {
  let sum = 0;
  for (const [at, value] of values.entries()) {
    const flow = value / (1 + discountRate) ** at;
    if (sum < 0 && sum + flow >= 0) return at - 1 + -sum / flow;
    sum += flow;
  }
  return null;
}
