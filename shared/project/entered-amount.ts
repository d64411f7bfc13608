import { shippedRate } from '../catalog/exchange-rates.ts';

/** Money as it was typed in another currency than dollars, and what it is in dollars. */
export interface EnteredAmount {
  readonly currency: string;
  /** The text without the currency's name. */
  readonly digits: string;
  readonly usdPerUnit: number;
  /** The original amount with the rate it was turned at, for the note of the field. */
  readonly note: string;
  readonly source: string;
}

const signs: Readonly<
  Record<string, string>
> = { '€': 'EUR', '£': 'GBP', '₹': 'INR', '₩': 'KRW' };

/**
 * The part of a note that states the original of a converted amount; it is replaced with
 * its amount.
 */
export const enteredPattern = /^Entered as [A-Z]{3} .*?, rate of \d{4}-\d\d-\d\d\. ?/u;

/**
 * Reads which currency an amount names, by ISO code or by a sign only one currency has.
 * Amounts are kept in dollars; the original stays in the note of the field with rate,
 * date and source.
 * @returns null where the text names no currency with a shipped rate
 * @example readEntered('EUR 1,000')?.digits // '1,000'
 */
export function readEntered(text: string): EnteredAmount | null {
  const named = /[A-Z]{3}/u.exec(text)?.[0] ?? /[€£₹₩]/u.exec(text)?.[0];
  if (named === undefined) return null;
  const currency = signs[named] ?? named;
  const rate = shippedRate(currency);
  if (rate === null) return null;
  const digits = text.replace(named, '').trim();
  return {
    currency, digits, usdPerUnit: rate.usdPerUnit, source: rate.source,
    note:
      `Entered as ${currency} ${digits} at ${Number(rate.usdPerUnit.toPrecision(6))} US dollars, rate of ${rate.date}.`,
  };
}
