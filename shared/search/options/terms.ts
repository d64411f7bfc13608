/** A right to buy (call) or to sell (put) at the strike. */
export type OptionKind = 'call' | 'put';

/**
 * Terms of an option on an asset whose price follows a geometric Brownian motion. Money
 * in any one unit; rate and yield continuous per year; volatility per square root of a
 * year.
 */
export interface OptionTerms {
  readonly kind: OptionKind;
  readonly spot: number;
  readonly strike: number;
  readonly rate: number;
  /** What the asset pays out, continuous per year. */
  readonly yield: number;
  readonly volatility: number;
  readonly years: number;
}

const positive = (name: string, value: number): void => {
  if (!(value > 0) || !Number.isFinite(value))
    throw new RangeError(`${name} must be above 0`);
};
export const notNegative = (name: string, value: number): void => {
  if (!(value >= 0) || !Number.isFinite(value))
    throw new RangeError(`${name} must be 0 or more`);
};
export const finite = (name: string, value: number): void => {
  if (!Number.isFinite(value)) throw new RangeError(`${name} must be a finite number`);
};
export const whole = (name: string, value: number): void => {
  if (!Number.isInteger(value) || value < 1)
    throw new RangeError(`${name} must be a whole number of 1 or more`);
};
export { positive };

/** Refuses terms nothing can be computed from. */
export function checkTerms(terms: OptionTerms): void {
  positive('spot', terms.spot);
  positive('strike', terms.strike);
  finite('rate', terms.rate);
  finite('yield', terms.yield);
  notNegative('volatility', terms.volatility);
  notNegative('years', terms.years);
}

/** What exercising pays at once. */
export const payoffOf = ({ kind, strike }: Pick<OptionTerms, 'kind' | 'strike'>) =>
  (price: number): number =>
    Math.max(0, kind === 'call' ? price - strike : strike - price);
