import { describe, expect, it } from 'vitest';
import { isoMonth } from '../../../shared/report/periods.ts';
import { readQuantity, tableRows } from '../../../shared/report/table-csv.ts';
import { plainPrint } from '../../../shared/units/print.ts';
import type { Table } from '../../../shared/report/types.ts';

const right = (label: string) => ({ label, unit: null, align: 'right' as const });
const tableOf = (labels: readonly string[], rows: readonly (readonly string[])[]): Table => ({
  id: 't', caption: '', columns: labels.map(right),
  rows: rows.map((cells) => ({ level: 1 as const, cells })),
});

describe('a printed quantity', () => {
  it.each([
    ['$784.04 M', 784_040_000, '$'], ['-$3.54 M', -3_540_000, '$'],
    ['$12.90 M/MW-year', 12_900_000, '$/MW-year'],
    ['47.8 %', 47.8, '%'], ['14.8 %/year', 14.8, '%/year'],
    ['5,778,423 tok/s/MW', 5_778_423, 'tok/s/MW'],
    ['48 months', 48, 'months'], ['99.75 MW', 99.75, 'MW'], ['37,800', 37_800, ''], ['–', null, ''],
  ])('%s is read back', (cell, value, unit) => {
    expect(readQuantity(cell, plainPrint)).toEqual({ value, unit });
  });

  it.each(['2026-06-02', '$3.300/h to $5.000/h', 'among', 'months 1 to 6', '3 of 7', 'B200'])(
    '%s is a text', (cell) => { expect(readQuantity(cell, plainPrint)).toBeNull(); });

  it('is read as the project prints it', () => {
    const print = { currency: 'EUR', usdPerUnit: 1.1, locale: 'de-DE' };
    expect(readQuantity('-€1.234,50 M', print)).toEqual({ value: -1_234_500_000, unit: '€' });
  });
});

describe('a table for a spreadsheet', () => {
  it('has one row of heads with the unit, and numbers', () => {
    expect(tableRows(tableOf(['Line', 'Year 1'], [['Energy', '-$3.54 M'], ['Rent', '0']]), plainPrint))
      .toEqual([['Line', 'Year 1 [$]'], ['Energy', -3_540_000], ['Rent', 0]]);
  });

  it('gives units a column of their own where rows differ, and leaves texts alone', () => {
    expect(tableRows(tableOf(['Figure', 'Value', 'Note'],
      [['NPV', '$1.00 M', 'low'], ['Power', '7 MW', '3']]), plainPrint)).toEqual([
      ['Figure', 'Value', 'Value, unit', 'Note'],
      ['NPV', 1_000_000, '$', 'low'], ['Power', 7, 'MW', '3'],
    ]);
  });
});

describe('months', () => {
  it('sort as texts, before month 1 as well', () => {
    expect([isoMonth('2027-01', 0), isoMonth('2027-01', 1), isoMonth('2027-01', 14), isoMonth('', 1)])
      .toEqual(['2026-12', '2027-01', '2028-02', '']);
  });
});
