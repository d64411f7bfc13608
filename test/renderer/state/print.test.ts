import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printInput } from '../../../renderer/components/fields/number-text.ts';
import { readInput } from '../../../renderer/components/fields/read-number.ts';
import { splitQuantity } from '../../../renderer/state/headline.ts';
import { printOf } from '../../../shared/project/print.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import type { Print } from '../../../shared/units/print.ts';

const euro: Print = { currency: 'EUR', usdPerUnit: 1.25, locale: 'en-US' };

describe('amounts in the currency of the project', () => {
  it.each([
    [{ ...euro }, 125e6, 'USD', '€100.00 M'],
    [{ ...euro, locale: 'de-DE' }, 125e6, 'USD', '€100,00 M'],
    [{ ...euro, currency: 'CHF' }, -1.25, 'USD', '−CHF 1.00'],
    [{ ...euro }, 0.025, 'USD/Mtok', '€0.02000/M tokens'],
    [{ ...euro, currency: 'JPY', usdPerUnit: 0.0066 }, 66e6, 'USD', '¥10.000 B'],
  ] as const)('%o prints %d %s as %s', (print, value, unit, text) => {
    expect(formatQuantity(value, unit, print)).toBe(text);
  });

  it('leave other quantities their value', () => {
    expect(formatQuantity(12.5, 'kW', { ...euro, locale: 'de-DE' })).toBe('12,50 kW');
    expect(formatQuantity(0.5, 'fraction', euro)).toBe('50.0 %');
  });

  it('stay in dollars while no exchange rate is known', () => {
    expect(printOf({ currency: 'AED', usdPerUnit: null, locale: 'en-US', unitSystem: 'si' }))
      .toMatchObject({ currency: 'USD', usdPerUnit: 1 });
  });

  it('are read back as they are shown, to the four figures of a conversion', () => {
    fc.assert(fc.property(fc.double({ min: 0.01, max: 200, noNaN: true }), fc.double({
      min: 0.001, max: 1e9, noNaN: true,
    }),
      (usdPerUnit, usd) => {
        const print = { ...euro, usdPerUnit };
        const read = readInput(printInput(usd, 'USD', print), 'USD', print);
        const missed = read.kind === 'number' ? Math.abs(read.value / usd - 1) : 1;
        expect(missed).toBeLessThanOrEqual(0.5e-3);
      }));
  });

  it.each([
    ['100', 125], ['€100', 125], ['EUR 100', 125], ['$100', 100], ['100 USD', 100],
  ])('typed as %s mean %d dollars', (text, usd) => {
    expect(readInput(text, 'USD', euro)).toMatchObject({ kind: 'number', value: usd });
  });

  it.each([
    ['€22.934 B', '€22.934', 'B'], ['−CHF 1.20 M', '−CHF 1.20', 'M'],
    ['€1.234,5/MW', '€1.234,5', '/MW'], ['–', '–', ''],
  ])('split %s for the strip', (text, digits, unit) => {
    expect(splitQuantity(text)).toEqual([digits, unit]);
  });
});
