/**
 * Monthly rate that compounds to a yearly one: (1 + r)^(1/12) - 1.
 * @param perYear effective yearly rate, > -1
 * @throws RangeError at -1 or below: money would be worth infinitely more later
 * @example monthlyRate(0.12682503013196977) // 0.01
 */
export function monthlyRate(perYear: number): number {
  if (!(perYear > -1))
    throw new RangeError(`a discount rate must be above -100 %, got ${perYear}`);
  return Math.expm1(Math.log1p(perYear) / 12);
}

/** Yearly effective rate of a monthly one: (1 + i)^12 - 1. */
export const yearlyRate = (perMonth: number): number => Math.expm1(12 * Math.log1p(perMonth));

/**
 * Real rate of a nominal one: (1 + nominal) / (1 + inflation) - 1.
 * @example realRate(0.0906, 0.025) // 0.064
 */
export const realRate = (nominal: number, inflation: number): number =>
  (1 + nominal) / (1 + inflation) - 1;

/**
 * Value at month 0 of one dollar at the end of each month: (1 + r)^(-m/12).
 * @param firstMonth number of the first month; months before 0 are worth more than their amount
 * @example discountFactors(0, 2, 0.21)[1] // 0.9842... = 1.21^(-1/12)
 */
export function discountFactors(
  firstMonth: number, length: number, perYear: number,
): Float64Array {
  const step = 1 / (1 + monthlyRate(perYear));
  const factors = new Float64Array(length);
  let factor = step ** firstMonth;
  for (let at = 0; at < length; at++) {
    factors[at] = factor;
    factor *= step;
  }
  return factors;
}

/** Sum of values times factors. */
export function presentValue(values: Float64Array, factors: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += (values[at] ?? 0) * (factors[at] ?? 0);
  return sum;
}

/** Sum of a series. */
export function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/**
 * Level end-of-month payment that pays for an asset: (K - S v^n) / a_n, n payments at
 * monthly rate i. At i = 0 it is (K - S) / n. The capital recovery factor CRF is the
 * payment for K = 1, S = 0.
 * @param startValue K, value at the start of the first month; endValue S, received after
 *   the last
 * @param months n >= 1
 * @example recoveryPayment(1200, 0, 12, 0) // 100
 */
export function recoveryPayment(startValue: number, endValue: number, months: number,
  perMonth: number): number {
  if (Math.abs(perMonth) < 1e-12) return (startValue - endValue) / months;
  const growth = Math.expm1(months * Math.log1p(perMonth));
  return perMonth * (startValue + (startValue - endValue) / growth);
}
