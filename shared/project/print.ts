import { shippedRate } from '../catalog/exchange-rates.ts';
import { plainPrint, type Print } from '../units/print.ts';
import type { Values } from './resolve.ts';

/**
 * How a project prints amounts and digits. Without an entered rate the shipped one of the
 * currency counts; a currency with neither stays in dollars: an amount must never look
 * converted when it is not.
 * @example printOf({ ...project, currency: 'EUR', usdPerUnit: 1.1 }).usdPerUnit // 1.1
 */
export function printOf(
  { currency, usdPerUnit, locale, unitSystem: system }: Pick<Values<'project'>, 'currency'
    | 'usdPerUnit' | 'locale' | 'unitSystem'>,
): Print {
  const rate = usdPerUnit ?? shippedRate(currency)?.usdPerUnit ?? null;
  const look = { locale, system, digits: 'three' } as const;
  return currency === 'USD' || rate === null ? { ...plainPrint, ...look }
    : { currency, usdPerUnit: rate, ...look };
}

/**
 * The currency in words, e.g. above a column of amounts: `US dollars`, `EUR at 1.1 US
 * dollars`.
 */
export const currencyName = ({ currency, usdPerUnit }: Print): string =>
  currency === 'USD' ? 'US dollars'
    : `${currency} at ${Number(usdPerUnit.toPrecision(6))} US dollars`;
