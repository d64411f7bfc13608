import { describe, expect, it } from 'vitest';
import { exchangeRates, shippedRate } from '../../../shared/catalog/exchange-rates.ts';
import { enteredPattern, readEntered } from '../../../shared/project/entered-amount.ts';
import { setByPath } from '../../../shared/project/path.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';

describe('shipped rates', () => {
  it('are dated, cited and cross as the European Central Bank quotes them', () => {
    expect(exchangeRates.every(
      ({ date, source }) => /^\d{4}-\d\d-\d\d$/u.test(date) && source !== '',
    )).toBe(true);
    expect((shippedRate('EUR')?.usdPerUnit ?? 0) / (shippedRate('JPY')?.usdPerUnit ?? 1))
      .toBeCloseTo(177.4, 9);
  });

  it('leave out what the bank does not quote', () => {
    expect([shippedRate('AED'), shippedRate('SAR'), shippedRate('USD')])
      .toEqual([null, null, null]);
  });
});

describe('an amount in another currency', () => {
  it.each([
    ['EUR 1,000', 'EUR', '1,000'], ['1000 CHF', 'CHF', '1000'], ['£2.5M', 'GBP', '2.5M'],
    ['₩1000', 'KRW', '1000'],
  ])('%s', (text, currency, digits) => {
    expect(readEntered(text)).toMatchObject({ currency, digits });
    expect(readEntered(text)?.note).toMatch(enteredPattern);
  });

  it.each([
    '1000', '$1000', 'USD 5', 'AED 5', 'XYZ 5', '1.2e6', '',
  ])('%s names none with a shipped rate', (text) => {
    expect(readEntered(text)).toBeNull();
  });

  it('may be set on the command line, and is refused where it is no number', () => {
    const document = documentOf(findTemplate('gb300-100mw')?.records ?? []);
    const set = setByPath(document, 'base', 'capex.landUsd', '1000000 EUR');
    expect(set.ok && Object.values(set.value)
      .find((r) => r.kind === 'capex')?.body.values['landUsd']).toBeCloseTo(1_161_100, 6);
    expect(setByPath(document, 'base', 'capex.landUsd', 'EUR much').ok).toBe(false);
  });
});
