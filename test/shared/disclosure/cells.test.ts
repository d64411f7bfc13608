import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellOf, type NumberRange } from '../../../shared/disclosure/cells.ts';
import { kindNames, kindOf } from '../../../shared/project/kinds.ts';

const ranges: readonly NumberRange[] = kindNames.flatMap((kind) => kindOf(kind).fields)
  .flatMap((field) => (field.type === 'number' && field.max > field.min ? [field] : []));

/** A number of a range, near its lower end as often as anywhere. */
const valueIn = (
  { min, max, integer = false }: NumberRange, share: number, power: number,
): number => {
  const value = min + (max - min) * share ** power;
  return integer ? Math.round(value) : value;
};

const anyCase = fc.record({
  range: fc.constantFrom(...ranges), share: fc.double({ min: 0, max: 1, noNaN: true }),
  power: fc.integer({ min: 1, max: 12 }), grid: fc.double({ min: 0.01, max: 0.5, noNaN: true }),
});

describe('a cell', () => {
  it('holds the number it is of, and stands for it within itself', () => {
    fc.assert(fc.property(anyCase, ({ range, share, power, grid }) => {
      const value = valueIn(range, share, power);
      const { low, high, at } = cellOf(value, range, grid);
      expect(low <= value && value <= high && low <= at && at <= high).toBe(true);
      expect(low >= range.min && high <= range.max).toBe(true);
    }));
  });
  it('is the same for every number in it', () => {
    fc.assert(fc.property(anyCase, fc.double({ min: 0, max: 0.999, noNaN: true }),
      ({ range, share, power, grid }, along) => {
        const cell = cellOf(valueIn(range, share, power), range, grid);
        expect(cellOf(cell.low + (cell.high - cell.low) * along, range, grid)).toEqual(cell);
        expect(cellOf(cell.at, range, grid)).toEqual(cell);
      }));
  });
  it('is as wide as the grid for every number in it, unless it is the whole range', () => {
    fc.assert(fc.property(anyCase, ({ range, share, power, grid }) => {
      const { low, high } = cellOf(valueIn(range, share, power), range, grid);
      const isAll = low === range.min && high === range.max;
      const wide = high - low >= grid * Math.max(Math.abs(low), Math.abs(high)) * 0.999;
      expect(isAll || wide).toBe(true);
    }));
  });
  it('holds three whole numbers or more', () => {
    const racks = { min: 0, max: 10_000, integer: true };
    for (const value of [0, 1, 2, 3, 4, 10, 57, 10_000]) {
      const { low, high } = cellOf(value, racks, 0.05);
      expect(Math.ceil(high) - Math.ceil(low) + (high === racks.max ? 1 : 0))
        .toBeGreaterThanOrEqual(3);
    }
  });
  it('near zero hides how small a number is', () => {
    const price = { min: 0, max: 2 };
    expect(cellOf(0, price, 0.1)).toEqual(cellOf(1e-6, price, 0.1));
  });
});
