import { normalCdf } from '../../uncertainty/numerics/normal.ts';
import { checkTerms, finite, notNegative, positive, type OptionTerms } from './terms.ts';

/**
 * Right to give `pay` and receive `get` at the end, both certain today in present value
 * and uncertain in their ratio: get N(d1) - pay N(d2), d1,2 = ln(get / pay) / s +- s /
 * 2.
 * @param get present value of what is received
 * @param pay present value of what is given
 * @param deviation standard deviation of the logarithm of their ratio at the end
 */
export function exchangeValue(get: number, pay: number, deviation: number): number {
  if (deviation === 0) return Math.max(0, get - pay);
  const middle = Math.log(get / pay) / deviation;
  const [received, given] = [middle + deviation / 2, middle - deviation / 2];
  return get * normalCdf(received) - pay * normalCdf(given);
}

/**
 * Value of an option that may be exercised at its end only.
 * Source: Black and Scholes (1973); Merton, Bell Journal of Economics 4 (1973) for the
 * yield.
 * @returns value in the unit of spot and strike; the intrinsic value at 0 years
 * @throws RangeError for a spot or strike that is not above 0, and negative volatility
 *   or years
 * @example europeanOption({ kind: 'call', spot: 42, strike: 40, rate: 0.1, yield: 0, volatility: 0.2, years: 0.5 }) // 4.759422392871535
 */
export function europeanOption(terms: OptionTerms): number {
  checkTerms(terms);
  const { kind, spot, strike, rate, volatility, years } = terms;
  const asset = spot * Math.exp(-terms.yield * years);
  const cash = strike * Math.exp(-rate * years);
  const deviation = volatility * Math.sqrt(years);
  return kind === 'call' ? exchangeValue(asset, cash, deviation)
    : exchangeValue(cash, asset, deviation);
}

export interface ExchangeTerms {
  readonly value: number;
  readonly cost: number;
  readonly valueYield: number;
  readonly costYield: number;
  readonly valueVolatility: number;
  readonly costVolatility: number;
  readonly correlation: number;
  readonly years: number;
}

/**
 * Right to pay an uncertain cost and receive an uncertain value at the end of the
 * years: Black and Scholes with s^2 = s1^2 + s2^2 - 2 rho s1 s2 and the yields in place
 * of rates.
 * Source: Margrabe, Journal of Finance 33 (1978), 177-186.
 * @throws RangeError for a value or cost that is not above 0, negative volatilities or
 *   years, and a correlation outside -1 to 1
 * @example exchangeOption({ value: 100, cost: 95, valueYield: 0.03, costYield: 0.01, valueVolatility: 0.3, costVolatility: 0.15, correlation: 0.4, years: 2 }) // 15.05558494559763
 */
export function exchangeOption(terms: ExchangeTerms): number {
  const { value, cost, valueVolatility, costVolatility, correlation, years } = terms;
  positive('value', value);
  positive('cost', cost);
  finite('value yield', terms.valueYield);
  finite('cost yield', terms.costYield);
  notNegative('value volatility', valueVolatility);
  notNegative('cost volatility', costVolatility);
  notNegative('years', years);
  if (!(correlation >= -1 && correlation <= 1))
    throw new RangeError('correlation must lie between -1 and 1');
  const variance = valueVolatility ** 2 + costVolatility ** 2
    - 2 * correlation * valueVolatility * costVolatility;
  return exchangeValue(value * Math.exp(-terms.valueYield * years),
    cost * Math.exp(-terms.costYield * years), Math.sqrt(Math.max(0, variance) * years));
}

export interface ExpandTerms {
  readonly value: number;
  /** How much of today's value an expansion adds: 0.5 is half as much again. */
  readonly expansionShare: number;
  readonly cost: number;
  readonly rate: number;
  readonly volatility: number;
  readonly years: number;
}

/**
 * A project with the right to expand it at the end of the years: its value and a call
 * on the share of it, struck at the cost of expanding.
 * Source: Trigeorgis, Real Options (1996), ch. 4.
 * @throws RangeError as `europeanOption`
 * @example expandOption({ value: 100, expansionShare: 0.5, cost: 40, rate: 0.08, volatility: 0.3, years: 1 }).optionValue // 14.120539077018
 */
export function expandOption(
  { value, expansionShare, cost, rate, volatility, years }: ExpandTerms,
): { readonly value: number; readonly optionValue: number } {
  positive('value', value);
  positive('expansion share', expansionShare);
  const optionValue = europeanOption({ kind: 'call', spot: expansionShare * value,
    strike: cost, rate, yield: 0, volatility, years });
  return { value: value + optionValue, optionValue };
}
