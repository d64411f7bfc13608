import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printInput, viewOf } from '../../../../renderer/components/fields/number-text.ts';
import { readInput } from '../../../../renderer/components/fields/read-number.ts';
import { shippedRate } from '../../../../shared/catalog/exchange-rates.ts';
import { kindNames, kindOf } from '../../../../shared/project/kinds.ts';
import type { NumberField } from '../../../../shared/project/field.ts';
import { plainPrint, type Print } from '../../../../shared/units/print.ts';
import type { Unit } from '../../../../shared/units/unit.ts';

const numberFields = kindNames.flatMap(
  (kind) => kindOf(kind).fields.filter((f): f is NumberField => f.type === 'number'),
);
const imperial: Print = { ...plainPrint, system: 'imperial' };
const euro: Print = { currency: 'EUR', usdPerUnit: 1.25, locale: 'en-US' };
const perEuro = shippedRate('EUR')?.usdPerUnit ?? Number.NaN;

const valueOf = (text: string, unit: Unit, now: number | null = null, print = plainPrint) => {
  const read = readInput(text, unit, print, { now });
  return read.kind === 'number' ? read.value : read;
};
const problemOf = (text: string, unit: Unit, now: number | null = null, negative = false) => {
  const read = readInput(text, unit, plainPrint, { now, negative });
  return read.kind === 'invalid' ? read.problem.code : read;
};

describe('a sum', () => {
  it.each<readonly [string, Unit, number]>([
    ['=0.066*1.3', 'USD/kWh', 0.0858], ['0.066*1.3', 'USD/kWh', 0.0858],
    ['2+3*4', 'kW', 14], ['(2+3)*4', 'kW', 20], ['=-5+2', 'C', -3], ['2*-3', 'C', -6],
    ['12/(1/2)', 'kW', 24], ['10-4-3', 'kW', 3], ['64/4/2', 'kW', 8], ['3×2÷4', 'kW', 1.5],
    ['1.2k', 'count', 1200], ['3M', 'USD', 3e6], ['2.5B', 'USD', 2.5e9], ['1e6', 'count', 1e6],
    ['1.2k*2', 'count', 2400], ['1,234*2', 'count', 2468], ['1.234*2', 'count', 2.468],
    ['0.1+0.2', 'ratio', 0.3], ['100+5%', 'kW', 105], ['200*10%', 'kW', 20],
    ['+5', 'C', 5], ['=+5', 'C', 5], ['-5', 'C', -5], ['60+5', 'fraction', 0.65],
    ['60% + 5%', 'fraction', 0.65], ['=5%', 'fraction/year', 0.05],
    ['=-10%', 'fraction/year', -0.1], ['50%*1.2', 'fraction', 0.6],
  ])('%s in %s is %d', (text, unit, value) => {
    expect(valueOf(text, unit)).toBeCloseTo(value, 12);
  });

  it.each<readonly [string, Unit, number, number]>([
    ['+30%', 'USD/kWh', 0.066, 0.0858], ['-40%', 'USD/Mtok', 1, 0.6], ['*1.3', 'kW', 10, 13],
    ['/2', 'kW', 10, 5], ['+30 %', 'fraction', 0.6, 0.78], ['-50%', 'fraction', 0.6, 0.3],
    ['*130%', 'fraction', 0.6, 0.78], ['*50%', 'kW', 10, 5], ['*1.3+2', 'kW', 10, 15],
    ['+1e1%', 'kW', 10, 11], ['×2', 'kW', 10, 20], ['+30%', 'fraction/year', 0.1, 0.13],
    ['−40%', 'kW', 10, 6],
  ])('%s in %s changes %d to %d', (text, unit, now, value) => {
    expect(valueOf(text, unit, now)).toBeCloseTo(value, 12);
  });

  it('changes what is shown: a tenth more of 68 °F is 74.8 °F', () => {
    expect(valueOf('+10%', 'C', 20, imperial)).toBeCloseTo((74.8 - 32) / 1.8, 10);
    expect(valueOf('*2', 'USD', 100, euro)).toBe(200);
  });

  it.each<readonly [string, Unit, string]>([
    ['1..2', 'kW', 'unexpected'], ['2**3', 'kW', 'unexpected'], ['--3', 'C', 'unexpected'],
    ['5--3', 'C', 'unexpected'], ['1/0', 'kW', 'zero'], ['1/(2-2)', 'kW', 'zero'],
    ['5 %%', 'fraction', 'unexpected'], ['5 %%', 'kW', 'unexpected'],
    ['1,5', 'kW', 'decimal-comma'], ['1,5*2', 'kW', 'decimal-comma'],
    ['12 5', 'kW', 'unexpected'], ['1,2345', 'kW', 'unexpected'], ['2^3', 'kW', 'unexpected'],
    ['=', 'kW', 'unfinished'], ['2*', 'kW', 'unfinished'], ['(2+3', 'kW', 'unfinished'],
    ['2+3)', 'kW', 'unexpected'], ['()', 'kW', 'unexpected'], ['2(3)', 'kW', 'unexpected'],
    ['30%', 'kW', 'percent-of-what'], ['=30%', 'kW', 'percent-of-what'],
    ['60*50%', 'fraction', 'unclear-share'], ['*1.3', 'kW', 'nothing-to-change'],
    ['+30%', 'kW', 'nothing-to-change'], ['300 kW + 5', 'MW', 'unit-missing'],
    ['2 kW * 3 kW', 'kW', 'unit-twice'], ['3/2 kW', 'kW', 'unit-twice'],
    ['20 C + 2 F', 'C', 'degrees'], ['10 EUR + 3 GBP', 'USD', 'unit-twice'],
    ['300 kWh', 'MW', 'unexpected'], ['5 MB', 'MW', 'unexpected'],
    ['1e308*1e9', 'ratio', 'too-large'], ['(((((((((((((((((((((1', 'kW', 'too-long'],
    ['€25 USD', 'USD', 'unexpected'], ['process.exit()', 'kW', 'unexpected'],
  ])('%s in %s is refused: %s', (text, unit, code) => {
    expect(problemOf(text, unit)).toBe(code);
  });

  it('takes no unit in a change of the present value', () => {
    expect(problemOf('*2 MW', 'MW', 5)).toBe('unit-in-change');
    expect(problemOf('/2 MW', 'MW', 5)).toBe('unit-in-change');
    expect(problemOf('*2+1 MW', 'MW', 5)).toBe('unit-in-change');
  });

  it('asks where minus ten per cent could be a value as well as a change', () => {
    expect(problemOf('-10%', 'fraction/year', 0.2, true)).toBe('signed-share');
    expect(readInput('-10%/year', 'fraction/year', plainPrint, { now: 0.2, negative: true }))
      .toMatchObject({ kind: 'number', value: -0.1 });
  });
});

describe('a unit of the same quantity', () => {
  it.each<readonly [string, Unit, number]>([
    ['300 kW', 'MW', 0.3], ['300 kw', 'MW', 0.3], ['0.3GW', 'MW', 300], ['1 MW + 200 kW', 'MW', 1.2],
    ['68 F', 'C', 20], ['68 °F', 'C', 20], ['-4 F', 'C', -20], ['9 °F', 'K', 5],
    ['2 ft', 'm', 0.6096], ['10 in', 'm', 0.254], ['3 cm', 'm', 0.03],
    ['100 lb', 'kg', 45.359237], ['4 years', 'month', 48], ['6 mo', 'year', 0.5],
    ['90 min', 'h', 1.5], ['50 ms', 's', 0.05], ['50 GB/s', 'Gb/s', 400], ['0.8 Tb/s', 'Gb/s', 800],
    ['$66/MWh', 'USD/kWh', 0.066], ['66 USD/MWh', 'USD/kWh', 0.066], ['0.066/kWh', 'USD/kWh', 0.066],
    ['$2 / M tokens', 'USD/Mtok', 2], ['$11.7/W', 'USD/MW', 11_700_000],
    ['5 %', 'fraction/year', 0.05], ['5%/yr', 'fraction/year', 0.05], ['10 K', 'K', 10],
    ['0.5 kgCO2/kWh', 'gCO2/kWh', 500], ['8k tokens', 'token', 8000],
  ])('%s in a field of %s is %d', (text, unit, value) => {
    expect(valueOf(text, unit)).toBeCloseTo(value, 9);
  });

  it('counts foreign money at its dated rate and keeps the original', () => {
    expect(valueOf('25 EUR', 'USD')).toBeCloseTo(25 * perEuro, 9);
    expect(valueOf('€66/MWh*1.3', 'USD/kWh')).toBeCloseTo(0.066 * 1.3 * perEuro, 9);
    expect(readInput('25 EUR', 'USD')).toMatchObject({ entered: { currency: 'EUR', digits: '25' } });
    expect(valueOf('$100', 'USD', null, euro)).toBe(100);
    expect(valueOf('100', 'USD', null, euro)).toBe(125);
    expect(valueOf('100/kWh', 'USD/kWh', null, euro)).toBe(125);
  });

  it('tells mega from milli, bits from bytes and metres from millions', () => {
    expect(valueOf('3M', 'm')).toBe(3e6);
    expect(valueOf('3 m', 'm')).toBe(3);
    expect(problemOf('400 GBps', 'Gb/s')).toBe('unexpected');
  });
});

describe('whatever is typed', () => {
  const pieces = fc.constantFrom('1', '2.5', '0', '1,000', '1,5', '.', '..', ',', '+', '-', '*',
    '/', '(', ')', '%', '=', 'k', 'M', 'B', 'e', 'e6', '1e400', ' ', 'kW', 'MW', '€', '$', 'EUR',
    'USD', '/kWh', '°F', 'ft', '×', '÷', '−', 'NaN', 'Infinity', '__proto__', '\u00a0', '٣', '½');
  const texts = fc.oneof(fc.string({ maxLength: 40 }),
    fc.array(pieces, { maxLength: 14 }).map((each) => each.join('')));

  it('is a finite number, empty, or refused with a reason; never thrown at', () => {
    fc.assert(fc.property(texts, fc.constantFrom(...numberFields),
      fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
      fc.constantFrom(plainPrint, imperial, euro), (text, { unit, min }, now, print) => {
        const read = readInput(text, unit, print, { now, negative: min < 0 });
        expect(read.kind === 'number' ? Number.isFinite(read.value) : true).toBe(true);
      }), { numRuns: 3000 });
  });

  it('as plain arithmetic comes to what the operators make of it', () => {
    const operators: Readonly<Record<string, (a: number, b: number) => number>> = {
      '+': (a, b) => a + b, '-': (a, b) => a - b, '*': (a, b) => a * b, '/': (a, b) => a / b,
    };
    interface Node { readonly text: string; readonly value: number }
    const nodes = fc.letrec<{ node: Node; leaf: Node }>((tie) => ({
      leaf: fc.integer({ min: 1, max: 999 }).map((value) => ({ text: `${value}`, value })),
      node: fc.oneof({ depthSize: 'small' }, tie('leaf'),
        fc.tuple(tie('node'), fc.constantFrom(...Object.keys(operators)), tie('node'))
          .map(([left, sign, right]) => ({ text: `(${left.text})${sign}(${right.text})`,
            value: operators[sign]?.(left.value, right.value) ?? Number.NaN }))),
    })).node;
    fc.assert(fc.property(nodes, ({ text, value }) => {
      fc.pre(Number.isFinite(value) && Math.abs(value) > 1e-6 && text.length < 300);
      const read = readInput(text, 'ratio');
      const missed = read.kind === 'number' ? Math.abs(read.value - value) : 0;
      expect(missed / Math.max(1, Math.abs(value))).toBeLessThan(1e-6);
    }));
    expect(valueOf('((7)*(3))-((5)/(2))', 'ratio')).toBe(18.5);
  });

  it('of a field as it is shown is its value again, in every unit and print', () => {
    fc.assert(fc.property(fc.constantFrom(...numberFields), fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom(plainPrint, imperial, euro), ({ min, max, unit }, share, print) => {
        const value = Number((min + share * (max - min)).toPrecision(6));
        const { prefix, suffix } = viewOf(unit, print);
        const shown = printInput(value, unit, print);
        const written = readInput(`${prefix}${shown} ${suffix}`, unit, print,
          { now: 1, negative: min < 0 });
        const bare = readInput(shown, unit, print, { now: 1, negative: min < 0 });
        const back = bare.kind === 'number' ? bare.value : Number.NaN;
        expect(written).toMatchObject({ kind: 'number', value: back });
        const step = Math.max(Math.abs(value), 10);
        expect(Math.abs(back - value) / step).toBeLessThan(1e-2);
      }));
  });
});
