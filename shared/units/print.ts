/**
 * How amounts and digits are printed: the currency with its rate, and how digits are
 * grouped.
 */
export interface Print {
  /** ISO 4217 code. */
  readonly currency: string;
  /** US dollars for one unit of the currency; amounts are stored in dollars. */
  readonly usdPerUnit: number;
  /** BCP 47 tag that decides grouping and decimal mark. */
  readonly locale: string;
  /**
   * Temperature, length, mass, pressure and volume; SI when left out. Stored values stay
   * SI.
   */
  readonly system?: 'si' | 'imperial';
  /**
   * `three` for figures: three digits that count, scaled (84.6 quadrillion tokens, 58.8
   * MW). `full` for what was entered, limits and what mends them, where rounding would
   * mislead; it is meant when left out.
   */
  readonly digits?: 'three' | 'full';
}

/**
 * The same with every digit that was entered.
 * @example inFull({ ...plainPrint, digits: 'three' }).digits // 'full'
 */
export const inFull = (print: Print): Print => ({ ...print, digits: 'full' });

/** Dollars with English digits: what everything is stored and exchanged in. */
export const plainPrint: Print = { currency: 'USD', usdPerUnit: 1, locale: 'en-US' };

const symbols: Readonly<Record<string, string>> = {
  USD: '$', EUR: '€', GBP: '£', JPY: '¥', CNY: 'CN¥', INR: '₹', KRW: '₩', CAD: 'CA$',
  AUD: 'A$', SGD: 'S$', BRL: 'R$',
};

/**
 * What stands before an amount: the currency's sign, or its code and a space.
 * @example currencySign('CHF') // 'CHF '
 */
export const currencySign = (currency: string): string => symbols[currency] ?? `${currency} `;
