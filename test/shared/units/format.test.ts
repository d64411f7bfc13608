import { describe, expect, it } from 'vitest';
import { formatQuantity } from '../../../shared/units/format.ts';
import { plainPrint } from '../../../shared/units/print.ts';
import { weakest } from '../../../shared/units/provenance.ts';

describe('formatQuantity', () => {
  it.each([
    [0.5, 'fraction', '50.0 %'], [1.17234, 'ratio', '1.172'],
    [0.02140, 'USD/Mtok', '$0.02140/M tokens'], [1_234_567_890, 'USD', '$1.235 B'],
    [-2_500_000, 'USD', '-$2.50 M'], [97_712, 'tok/s', '97,712 tok/s'],
    [42, 'count', '42'], [99.5, 'MW', '99.50 MW'], [null, 'USD', '–'],
    [11_700_000, 'USD/MW', '$11.70 M/MW'], [0, 'USD', '$0.00'],
    [24, 'month', '24 months'], [1, 'month', '1 month'],
  ] as const)('%s %s -> %s', (value, unit, printed) => {
    expect(formatQuantity(value, unit)).toBe(printed);
  });
});

describe('US customary units', () => {
  const print = { ...plainPrint, system: 'imperial' } as const;
  it.each([
    [30, 'C', '86 °F'], [10, 'K', '18 °F'], [1360, 'kg', '2,998 lb'],
    [3.785411784, 'L/kWh', '1 gal/kWh'], [0.3048, 'm', '1 ft'], [100, 'MW', '100 MW'],
    [0.5, 'fraction', '50.0 %'],
  ] as const)('%s %s -> %s', (value, unit, printed) => {
    expect(formatQuantity(value, unit, print)).toBe(printed);
  });
});

describe('weakest', () => {
  it('takes the weakest class', () => {
    expect(weakest(['measured', 'assumed', 'vendor'])).toBe('assumed');
    expect(weakest([])).toBe('derived');
  });
});
