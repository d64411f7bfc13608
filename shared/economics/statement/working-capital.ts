import { mapMonths, newMonths } from '../../units/months.ts';
import { daysPerMonth } from '../../lifecycle/month.ts';

/**
 * Balance outstanding when every month's flow is settled `days` later: the flows of the
 * last `days` days. Everything is settled in the last month, so that a finished plan
 * leaves nothing open.
 * @param flow monthly amounts, positive
 * @param days 0..180
 * @example outstanding(Float64Array.of(100, 100, 100), 365 / 24) // [50, 50, 0]
 */
export function outstanding(flow: Float64Array, days: number): Float64Array {
  const span = days / daysPerMonth;
  const balance = newMonths(flow.length);
  for (let at = 0; at < flow.length - 1; at++) {
    let left = span;
    for (let back = at; back >= 0 && left > 0; back--) {
      balance[at] = (balance[at] ?? 0) + (flow[back] ?? 0) * Math.min(1, left);
      left -= 1;
    }
  }
  return balance;
}

/**
 * A reserve that holds the next `months` months of a payment; it is filled the month
 * before and let go at the end.
 * @param payment monthly amounts, positive
 * @example reserveBalance(Float64Array.of(0, 10, 10), 2) // [20, 10, 0]
 */
export function reserveBalance(payment: Float64Array, months: number): Float64Array {
  const balance = newMonths(payment.length);
  const whole = Math.floor(months);
  const part = months - whole;
  const filled = Math.max(0, payment.findIndex((amount) => amount !== 0) - 1);
  for (let at = filled; at < payment.length; at++) {
    let sum = (payment[at + whole + 1] ?? 0) * part;
    for (let ahead = 1; ahead <= whole; ahead++) sum += payment[at + ahead] ?? 0;
    balance[at] = sum;
  }
  return balance;
}

/** Change of a balance month by month; the first month starts from nothing. */
export function changeOf(balance: Float64Array): Float64Array {
  return mapMonths(balance, (value, at) => value - (at === 0 ? 0 : balance[at - 1] ?? 0));
}

/** Interest earned in a month on the balance it opened with. */
export function interestOn(balance: Float64Array, ratePerYear: number): Float64Array {
  return mapMonths(balance,
    (_, at) => (at === 0 ? 0 : ((balance[at - 1] ?? 0) * ratePerYear) / 12));
}
