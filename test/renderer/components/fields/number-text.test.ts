import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  printInput, printShort, stepBy, stepOf, viewOf,
} from '../../../../renderer/components/fields/number-text.ts';
import { readInput } from '../../../../renderer/components/fields/read-number.ts';
import { sliderOf } from '../../../../renderer/components/fields/slider-range.ts';
import { kindNames, kindOf } from '../../../../shared/project/kinds.ts';
import type { NumberField } from '../../../../shared/project/field.ts';
import { plainPrint } from '../../../../shared/units/print.ts';
import type { Unit } from '../../../../shared/units/unit.ts';

const numberFields = kindNames.flatMap(
  (kind) => kindOf(kind).fields.filter((f): f is NumberField => f.type === 'number'),
);

describe('a typed number', () => {
  const accepted: readonly (readonly [string, Unit, number])[] = [
    ['60', 'fraction', 0.6], ['60 %', 'fraction', 0.6],
    ['2.5%/year', 'fraction/year', 0.025], ['$1.2M', 'USD', 1_200_000],
    ['11,700,000', 'USD/MW', 11_700_000], ['$0.0892 /kWh', 'USD/kWh', 0.0892],
    ['1e12', 'tok/day', 1e12], ['8k', 'token', 8000], ['−5', 'C', -5],
    ['.5', 'ratio', 0.5], ['1 000', 'count', 1000],
  ];
  it.each(accepted)('%s in %s is %s', (text, unit, value) => {
    expect(readInput(text, unit)).toEqual({ kind: 'number', value });
  });

  it.each([
    '12abc', '1,5', '1.2.3', '--3', 'NaN', 'Infinity', '0x10', '1e999', '%', '5 kW 5',
  ])('%s is not taken', (text) => {
    expect(readInput(text, 'kW')).toMatchObject({ kind: 'invalid' });
  });

  it('that is blank is empty, not zero', () => {
    expect(readInput('  ', 'kW')).toEqual({ kind: 'empty' });
  });

  it('reads back as the number it was printed from, in every unit of the field tables', () => {
    fc.assert(fc.property(fc.constantFrom(
      ...numberFields,
    ), fc.double({ min: 0, max: 1, noNaN: true }), ({ min, max, unit }, share) => {
      const value = Number((min + share * (max - min)).toPrecision(9));
      expect(readInput(printInput(value, unit), unit)).toEqual({ kind: 'number', value });
    }));
  });

  it('is shown in four figures where only a conversion made it long', () => {
    const imperial = { ...plainPrint, system: 'imperial' } as const;
    const euro = { ...plainPrint, currency: 'EUR', usdPerUnit: 1.1611 };
    expect(printInput(2500, 'kg/m2', imperial)).toBe('512.0');
    expect(printInput(0.6, 'm', imperial)).toBe('1.969');
    expect(printInput(45_000, 'USD', euro)).toBe('38,760');
    expect(printInput(20, 'C', imperial)).toBe('68');
    expect(printInput(0.6096, 'm', imperial)).toBe('2');
    expect(printInput(1.1611 * 12_345.67, 'USD', euro)).toBe('12,345.67');
  });

  it('is printed without the noise of binary fractions', () => {
    expect(printInput(0.035, 'fraction')).toBe('3.5');
    expect(printInput(0.07, 'fraction')).toBe('7');
    expect(printShort(28_728, 'count')).toBe('28,728');
    expect(printShort(0.0891999, 'USD/kWh')).toBe('0.0892');
  });
});

describe('an arrow key', () => {
  it('moves by about a twentieth of the value, whole where the field is whole', () => {
    expect(stepOf(0.6, 'fraction', false)).toBe(0.01);
    expect(stepOf(5, 'year', true)).toBe(1);
    expect(stepBy(0.6, 1, { unit: 'fraction', min: 0.01, max: 1 })).toBe(0.61);
  });

  it('never leaves the range', () => {
    fc.assert(fc.property(fc.constantFrom(...numberFields), fc.double({
      min: 0, max: 1, noNaN: true,
    }),
      fc.integer({ min: -1000, max: 1000 }), (field, share, presses) => {
        const next = stepBy(field.min + share * (field.max - field.min), presses, field);
        expect(next).toBeGreaterThanOrEqual(field.min);
        expect(next).toBeLessThanOrEqual(field.max);
      }));
  });
});

describe('a slider', () => {
  it('reaches the default of every field that has one, within a step', () => {
    for (const field of numberFields) {
      const range = sliderOf(field);
      if (range === null || field.default === null) continue;
      const steps = (field.default - range.min) / range.step;
      expect(Math.abs(steps - Math.round(steps)) * range.step, field.key)
        .toBeLessThanOrEqual(range.step);
      expect((range.max - range.min) / range.step, field.key).toBeGreaterThanOrEqual(1);
    }
  });

  it('is not offered where the range is too wide to aim in, or nothing is entered', () => {
    const find = (key: string) => numberFields.find((f) => f.key === key);
    expect(sliderOf(find('landUsd') ?? raise())).toBeNull();
    expect(sliderOf(find('acceleratorPriceUsd') ?? raise())).toBeNull();
    expect(sliderOf(find('discountRate') ?? raise())).not.toBeNull();
  });
});

describe('the view of a unit', () => {
  it('shows shares in per cent and money after its sign', () => {
    expect(viewOf('fraction')).toEqual({ prefix: '', suffix: '%', scale: 100 });
    expect(viewOf('USD/kWh')).toEqual({ prefix: '$', suffix: '/kWh', scale: 1 });
    expect(viewOf('year').suffix).toBe('years');
    expect(readInput('48 mo', 'month')).toEqual({ kind: 'number', value: 48 });
  });
});

function raise(): never {
  throw new Error('the field tables no longer have this field');
}
