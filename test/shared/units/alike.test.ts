import { describe, expect, it } from 'vitest';
import { formatAlike } from '../../../shared/units/alike.ts';
import { plainPrint } from '../../../shared/units/print.ts';

describe('values beside one another', () => {
  it.each([
    ['the scale of the largest', [424.9e6, -2.391e9, 15.505e9], 'USD',
      { unit: '$ B', cells: ['0.42', '−2.39', '15.51'] }],
    ['prices per million tokens', [0.1962, 0.26911, null], 'USD/Mtok',
      { unit: '$/M tokens', cells: ['0.196', '0.269', '–'] }],
    ['shares in per cent', [0.148, -0.184, 1.305], 'fraction/year',
      { unit: '%/year', cells: ['14.8', '−18.4', '130.5'] }],
    ['tokens over a life', [27_967_690_676, 9_000_000_000], 'Mtok',
      { unit: 'quadrillion tokens', cells: ['27.97', '9.00'] }],
    ['counts whole', [525, 37_824], 'count', { unit: '', cells: ['525', '37,824'] }],
    ['whole months', [48, 17], 'month', { unit: 'months', cells: ['48', '17'] }],
    ['nothing but noughts', [0, 0], 'USD', { unit: '$', cells: ['0', '0'] }],
    ['nothing known', [null, null], 'MW', { unit: 'MW', cells: ['–', '–'] }],
  ] as const)('%s', (_, values, unit, alike) => {
    expect(formatAlike(values, unit)).toEqual(alike);
  });

  it('are in the currency on show', () => {
    const print = { ...plainPrint, currency: 'EUR', usdPerUnit: 1.25 };
    expect(formatAlike([1.25e6, 2.5e6], 'USD', print))
      .toEqual({ unit: '€ M', cells: ['1.00', '2.00'] });
  });

  it('round up to the next scale together', () => {
    expect(formatAlike([999_700_000], 'USD')).toEqual({ unit: '$ B', cells: ['1.00'] });
  });
});
