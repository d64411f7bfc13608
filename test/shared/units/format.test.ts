import { describe, expect, it } from 'vitest';
import { formatQuantity } from '../../../shared/units/format.ts';
import { plainPrint } from '../../../shared/units/print.ts';
import { weakest } from '../../../shared/units/provenance.ts';

describe('formatQuantity', () => {
  it.each([
    [0.5, 'fraction', '50.0 %'], [1.17234, 'ratio', '1.172'],
    [0.02140, 'USD/Mtok', '$0.02140/M tokens'], [1_234_567_890, 'USD', '$1.235 B'],
    [-2_500_000, 'USD', '−$2.50 M'], [97_712, 'tok/s', '97,712 tok/s'],
    [42, 'count', '42'], [99.5, 'MW', '99.50 MW'], [null, 'USD', '–'],
    [11_700_000, 'USD/MW', '$11.70 M/MW'], [0, 'USD', '$0.00'],
    [24, 'month', '24 months'], [1, 'month', '1 month'],
  ] as const)('%s %s -> %s', (value, unit, printed) => {
    expect(formatQuantity(value, unit)).toBe(printed);
  });
});

describe('three digits that count', () => {
  const print = { ...plainPrint, digits: 'three' } as const;
  it.each([
    [424_900_000, 'USD', '$425 M'], [999_600_000, 'USD', '$1.00 B'],
    [-2_391_000_000, 'USD', '−$2.39 B'], [1.2e12, 'USD', '$1.20 T'], [0, 'USD', '$0'],
    [55_561, 'USD', '$55.6 k'], [1_234.5, 'USD', '$1,235'],
    [0.1962, 'USD/Mtok', '$0.196/M tokens'], [12_900_000, 'USD/MW', '$12.9 M/MW'],
    [1, 'fraction', '100 %'], [0.00699, 'fraction', '0.699 %'],
    [0.9996, 'fraction', '100 %'], [0.148, 'fraction/year', '14.8 %/year'],
    [84_611_000_000, 'Mtok', '84.6 quadrillion tokens'],
    [1.51e13, 'tok', '15.1 trillion tokens'], [8192, 'token', '8,192 tokens'],
    [576_402_506, 'tok/s', '576 M tok/s'], [1757.3, 'tok/s/accelerator',
      '1,757 tok/s/accelerator'],
    [58_759, 'kW', '58.8 MW'], [999.7, 'kW', '1.00 MW'], [640, 'kW', '640 kW'],
    [37_824, 'count', '37,824'], [1.1062, 'ratio', '1.11'], [48, 'month', '48 months'],
  ] as const)('%s %s -> %s', (value, unit, printed) => {
    expect(formatQuantity(value, unit, print)).toBe(printed);
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
