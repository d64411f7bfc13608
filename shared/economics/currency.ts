import type { ExchangeRate } from '../catalog/exchange-rates.ts';
import { ok, refuse, type Result } from '../units/result.ts';

/** Why an amount cannot be converted. */
export type CurrencyProblem =
  | { readonly code: 'unknown-currency'; readonly currency: string; readonly known: readonly string[] }
  | {
    readonly code: 'no-rate-before'; readonly currency: string; readonly date: string;
    readonly earliest: string;
  }
  | {
    readonly code: 'bad-rate'; readonly currency: string; readonly date: string;
    readonly usdPerUnit: number;
  };

/** A converted amount with the rates that were used, for the list of assumptions. */
export interface Converted {
  readonly amount: number;
  readonly rates: readonly ExchangeRate[];
}

/**
 * Converts an amount between currencies at the latest rates on or before a date, through US dollars.
 * @param from to ISO 4217 codes; USD needs no rate
 * @param date ISO date of the amount
 * @returns the amount, or which rate is missing; rates are data of the project, never fetched
 * @example convertCurrency(100, 'EUR', 'USD', '2026-01-01', [{ currency: 'EUR', date: '2025-12-31',
 *   usdPerUnit: 1.17, source: 'ECB' }]) // 117
 */
export function convertCurrency(
  amount: number, from: string, to: string, date: string, rates: readonly ExchangeRate[],
): Result<Converted, CurrencyProblem> {
  if (from === to) return ok({ amount, rates: [] });
  const source = rateAt(from, date, rates);
  if (!source.ok) return source;
  const target = rateAt(to, date, rates);
  if (!target.ok) return target;
  const used = [source.value, target.value].filter((rate) => rate.currency !== 'USD');
  return ok({ amount: (amount * source.value.usdPerUnit) / target.value.usdPerUnit, rates: used });
}

/** The latest rate of a currency on or before a date. */
export function rateAt(
  currency: string, date: string, rates: readonly ExchangeRate[],
): Result<ExchangeRate, CurrencyProblem> {
  if (currency === 'USD') return ok({ currency, date, usdPerUnit: 1, source: 'definition' });
  const dated = rates.filter((rate) => rate.currency === currency)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const [earliest] = dated;
  if (earliest === undefined) {
    return refuse({ code: 'unknown-currency', currency,
      known: ['USD', ...new Set(rates.map((rate) => rate.currency))] });
  }
  const rate = dated.findLast((entry) => entry.date <= date);
  if (rate === undefined) return refuse({ code: 'no-rate-before', currency, date, earliest: earliest.date });
  return rate.usdPerUnit > 0 && Number.isFinite(rate.usdPerUnit) ? ok(rate)
    : refuse({ code: 'bad-rate', currency, date: rate.date, usdPerUnit: rate.usdPerUnit });
}
