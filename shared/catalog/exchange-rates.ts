/** A dated exchange rate: what one unit of the currency cost in US dollars. */
export interface ExchangeRate {
  /** ISO 4217 code. */
  readonly currency: string;
  /** ISO date of the rate. */
  readonly date: string;
  readonly usdPerUnit: number;
  readonly source: string;
}

const source =
  'European Central Bank, euro foreign exchange reference rates (read in a public copy of the daily file)';
const date = '2025-10-09';
/**
 * Dollars for a euro on that day; the bank quotes every other currency against the euro
 * too.
 */
const usdPerEuro = 1.1611;
const perEuro: Readonly<Record<string, number>> = {
  EUR: 1, GBP: 0.8683, JPY: 177.4, CNY: 8.2698, CHF: 0.9309, CAD: 1.6198, AUD: 1.76,
  INR: 103.1025, KRW: 1647.8, SGD: 1.5048, SEK: 10.987, NOK: 11.624, BRL: 6.1877,
};

/**
 * Rates that ship with the product, offline and dated. The bank publishes none for the
 * dirham and the riyal, so these have none here and are entered with their source.
 */
export const exchangeRates: readonly ExchangeRate[] = Object.entries(perEuro)
  .map(([currency, units]) => ({ currency, date, usdPerUnit: usdPerEuro / units, source }));

/**
 * The shipped rate of a currency; null where there is none. Dollars need none.
 * @example shippedRate('EUR')?.usdPerUnit // 1.1611, of 2025-10-09
 */
export const shippedRate = (currency: string): ExchangeRate | null =>
  exchangeRates.find((rate) => rate.currency === currency) ?? null;
